/* line.c - what a line looks like, whatever it says. */
#include "line.h"

#include <string.h>

#define PROSE_BYTES 120   /* a line of this length is prose */
#define PROSE_WORDS 12    /* so is a sentence of this length */
#define WRAPPED_BYTES 50  /* a line of a wrapped paragraph has at least this length, but for the last */
#define WRAPPED_LINES 12u /* how far to look for the full stop of a wrapped paragraph */

EntSpan
ent_line_trim (const char *text, EntSpan span)
{
    while (span.start < span.end && g_ascii_isspace (text[span.start]))
        span.start++;
    while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
        span.end--;
    return span;
}

EntSpan
ent_line_next (const char *text, gsize length, gsize *start)
{
    const char *newline = memchr (text + *start, '\n', length - *start);
    EntSpan line = { *start, newline != NULL ? (gsize)(newline - text) : length };
    *start = newline != NULL ? line.end + 1 : length;
    return ent_line_trim (text, line);
}

guint
ent_line_words (const char *text, EntSpan line, guint most)
{
    guint words = 0;
    gboolean inside = FALSE;
    for (gsize i = line.start; i < line.end && words < most; i++) {
        gboolean space = g_ascii_isspace (text[i]);
        if (!space && !inside)
            words++;
        inside = !space;
    }
    return words;
}

guint
ent_line_ends (const char *bytes, gsize n_bytes)
{
    guint n = 0;
    for (const char *p = bytes, *end = p + n_bytes; (p = memchr (p, '\n', (gsize)(end - p))) != NULL; p++)
        n++;
    return n;
}

gboolean
ent_line_ends_sentence (const char *text, EntSpan line)
{
    static const char *const closing[] = { "\"", "'", ")", "]", "”", "’", "»" };
    if (line.end == line.start || g_ascii_isalnum (text[line.end - 1]))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (closing); i++) {
        gsize length = strlen (closing[i]);
        if (line.end - line.start > length && memcmp (text + line.end - length, closing[i], length) == 0) {
            line.end -= length;
            i = (guint)-1;
        }
    }
    if (line.end - line.start >= 3 && memcmp (text + line.end - 3, "…", 3) == 0)
        return TRUE;
    return strchr (".!?", text[line.end - 1]) != NULL;
}

static gboolean
starts_wrapped (const char *text, gsize length, EntSpan line)
{
    for (guint i = 0; i < WRAPPED_LINES && line.end < length; i++) {
        if (line.end - line.start < WRAPPED_BYTES)
            return FALSE;
        const char *newline = memchr (text + line.end, '\n', length - line.end);
        if (newline == NULL)
            return FALSE;
        gsize start = (gsize)(newline + 1 - text);
        line = ent_line_next (text, length, &start);
        if (ent_line_ends_sentence (text, line))
            return TRUE;
    }
    return FALSE;
}

gboolean
ent_line_is_prose (const char *text, gsize length, EntSpan line)
{
    if (line.end - line.start >= PROSE_BYTES)
        return TRUE;
    if (ent_line_words (text, line, PROSE_WORDS) >= PROSE_WORDS && ent_line_ends_sentence (text, line))
        return TRUE;
    return starts_wrapped (text, length, line);
}

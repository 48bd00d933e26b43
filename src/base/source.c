/* source.c - where the lines of a text start, and the places that follow from it. */
#include <string.h>

#include "source.h"

EntSource *
ent_source_new (const char *name, const char *text, gsize length)
{
    EntSource *source = g_new (EntSource, 1);
    source->name = g_strdup (name);
    source->text = text != NULL ? text : "";
    source->length = length;
    source->lines = g_array_new (FALSE, FALSE, sizeof (gsize));
    for (gsize start = 0;;) {
        g_array_append_val (source->lines, start);
        const char *end = start < length ? memchr (text + start, '\n', length - start) : NULL;
        if (end == NULL)
            return source;
        start = (gsize)(end - text) + 1;
    }
}

void
ent_source_free (EntSource *source)
{
    if (source == NULL)
        return;
    g_free (source->name);
    g_array_unref (source->lines);
    g_free (source);
}

static gsize
line_start (const EntSource *source, guint index)
{
    return g_array_index (source->lines, gsize, index);
}

/* The last line, counted from 0, that starts at or before the offset. */
static guint
line_index (const EntSource *source, gsize offset)
{
    guint low = 0, high = source->lines->len;
    while (high - low > 1) {
        guint middle = low + (high - low) / 2;
        if (line_start (source, middle) <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static gsize
character_length (const char *s, const char *end)
{
    gunichar c = g_utf8_get_char_validated (s, end - s);
    return c == (gunichar)-1 || c == (gunichar)-2 ? 1 : (gsize)(g_utf8_next_char (s) - s);
}

void
ent_source_place (const EntSource *source, gsize offset, guint *line, guint *column)
{
    gsize target = MIN (offset, source->length);
    guint index = line_index (source, target);
    gsize at = line_start (source, index);
    const char *end = source->text + source->length;

    *line = index + 1;
    *column = 1;
    while (at < target) {
        at += character_length (source->text + at, end);
        if (at > target) /* the offset is inside a character, and that is its place */
            break;
        ++*column;
    }
}

EntSpan
ent_source_line (const EntSource *source, guint line)
{
    if (line == 0 || line > source->lines->len)
        return (EntSpan){ source->length, source->length };
    gsize start = line_start (source, line - 1);
    if (line == source->lines->len)
        return (EntSpan){ start, source->length };
    gsize end = line_start (source, line) - 1;
    if (end > start && source->text[end - 1] == '\r')
        end--;
    return (EntSpan){ start, end };
}

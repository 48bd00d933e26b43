/* address.c - URLs, e-mail addresses, domains and handles, as runs without white space. */
#include "address.h"

#include <string.h>

#define MAX_RUN 512 /* bytes to either side of a name; a longer run is cut */

static gboolean
parts_runs (char c)
{
    return g_ascii_isspace (c) || strchr ("<>()[]{}\"|", c) != NULL;
}

/* "example.org" at the start of a run, up to a slash or its end. */
static gboolean
is_domain (const char *run, gsize length)
{
    gsize dots = 0, last = 0;
    for (gsize i = 0; i < length && run[i] != '/' && run[i] != ':'; i++) {
        if (run[i] == '.' && i > 0 && run[i - 1] != '.') {
            dots++;
            last = i;
        } else if (!g_ascii_islower (run[i]) && !g_ascii_isdigit (run[i]) && run[i] != '-') {
            return FALSE;
        }
    }
    return dots > 0 && last + 2 < length && g_ascii_islower (run[last + 1]) &&
           g_ascii_islower (run[last + 2]);
}

static gboolean
is_in_address (const char *text, gsize length, EntSpan span)
{
    gsize start = span.start, end = span.end;
    while (start > 0 && span.start - start < MAX_RUN && !parts_runs (text[start - 1]))
        start--;
    while (end < length && end - span.end < MAX_RUN && !parts_runs (text[end]))
        end++;
    if (start == span.start && end == span.end)
        return FALSE;
    const char *run = text + start;
    gsize n = end - start;
    if (memchr (run, '@', n) != NULL || g_strstr_len (run, (gssize)n, "://") != NULL ||
        (n > 4 && g_ascii_strncasecmp (run, "www.", 4) == 0))
        return TRUE;
    const char *slash = memchr (run, '/', n);
    if (slash != NULL && slash < text + span.start && is_domain (run, n))
        return TRUE;
    return span.end + 2 < end && text[span.end] == '.' && g_ascii_islower (text[span.end + 1]) &&
           g_ascii_islower (text[span.end + 2]); /* China.org */
}

void
ent_drop_addresses (const char *text, gsize length, GArray *hits)
{
    guint kept = 0;
    for (guint i = 0; i < hits->len; i++) {
        EntHit hit = g_array_index (hits, EntHit, i);
        if (!is_in_address (text, length, hit.span))
            g_array_index (hits, EntHit, kept++) = hit;
    }
    g_array_set_size (hits, kept);
}

/* address.c - URLs, e-mail addresses, domains, handles and paths, as runs without white space. */
#include "address.h"

#include <string.h>

#include "table.h"

#define MAX_RUN 512 /* bytes to either side of a name; a longer run is cut */

/* A dash or quotation mark of typography, of three bytes. */
static gboolean
is_typography (const char *text, gsize start)
{
    return memcmp (text + start, "\xE2\x80", 2) == 0;
}

static gboolean
parts_runs (char c)
{
    return g_ascii_isspace (c) || strchr ("<>()[]{}\"|", c) != NULL;
}

/* The run around a name, and the place of the name in it. */
typedef struct {
    const char *text;
    gsize length, name, name_end;
} Run;

static Run
read_run (const char *text, gsize length, EntSpan span)
{
    gsize start = span.start, end = span.end;
    while (start > 0 && span.start - start < MAX_RUN && !parts_runs (text[start - 1]) &&
           (start < 3 || !is_typography (text, start - 3)))
        start--;
    while (end < length && end - span.end < MAX_RUN && !parts_runs (text[end]) &&
           (end + 3 > length || !is_typography (text, end)))
        end++;
    while (end > span.end && strchr (".,;:!?'", text[end - 1]) != NULL)
        end--;
    return (Run){ text + start, end - start, span.start - start, span.end - start };
}

/* "https://", or "www." */
static gboolean
is_url (const Run *run)
{
    const char *scheme = g_strstr_len (run->text, (gssize)run->length, "://");
    gsize start = scheme != NULL ? (gsize)(scheme - run->text) : run->length;
    while (scheme != NULL && start > 0 && g_ascii_isalpha (run->text[start - 1]))
        start--;
    return start <= run->name || (run->length > 4 && g_ascii_strncasecmp (run->text, "www.", 4) == 0);
}

/* "/var/x", "./x", "~/x", or with a backslash */
static gboolean
is_path (const Run *run)
{
    gsize dots = strspn (run->text, ".~");
    return (dots < run->name && run->text[dots] == '/') || memchr (run->text, '\\', run->length) != NULL;
}

/* "example.org/", before the name */
static gboolean
is_below_domain (const Run *run)
{
    gsize dot = 0;
    for (gsize i = 0; i < run->name && run->text[i] != '/'; i++) {
        if (run->text[i] == '.')
            dot = i;
        else if (!g_ascii_islower (run->text[i]) && !g_ascii_isdigit (run->text[i]) && run->text[i] != '-')
            return FALSE;
    }
    return dot > 0 && memchr (run->text, '/', run->name) != NULL && g_ascii_islower (run->text[dot + 1]) &&
           g_ascii_islower (run->text[dot + 2]);
}

/* "China.org.cn", "news-China.html": behind the name letters and hyphens up to a full stop, then small letters. */
static gboolean
has_ending (const Run *run)
{
    gsize i = run->name_end;
    while (i < run->length && (g_ascii_isalnum (run->text[i]) || run->text[i] == '-' || run->text[i] == '_'))
        i++;
    return i + 2 < run->length && run->text[i] == '.' && g_ascii_islower (run->text[i + 1]) &&
           g_ascii_islower (run->text[i + 2]);
}

static gboolean
is_name_itself (const EntMatcher *matcher, guint group)
{
    EntNameGroup names = ent_matcher_group (matcher, group);
    for (guint i = 0; i < names.n_names; i++)
        if (g_array_index (matcher->gazetteer->names, EntName, names.names[i]).text[0] == '@')
            return TRUE;
    return FALSE;
}

/* A name between white space, as nearly always, with a mark behind it at most. */
static gboolean
stands_alone (const char *text, gsize length, EntSpan span)
{
    gsize end = span.end;
    if (span.start > 0 && !parts_runs (text[span.start - 1]))
        return FALSE;
    if (end < length && strchr (".,;:!?", text[end]) != NULL)
        end++;
    return end >= length || parts_runs (text[end]) || text[end] == '\'';
}

static gboolean
is_in_address (const EntMatcher *matcher, const char *text, gsize length, const EntHit *hit)
{
    if (stands_alone (text, length, hit->span))
        return FALSE;
    Run run = read_run (text, length, hit->span);
    if (memchr (run.text, '@', run.length) != NULL)
        return run.name == 0 || run.text[run.name - 1] != '@' || !is_name_itself (matcher, hit->group);
    return is_url (&run) || is_path (&run) || is_below_domain (&run) || has_ending (&run);
}

void
ent_drop_addresses (const EntMatcher *matcher, const char *text, gsize length, GArray *hits)
{
    guint kept = 0;
    for (guint i = 0; i < hits->len; i++) {
        EntHit hit = g_array_index (hits, EntHit, i);
        if (!is_in_address (matcher, text, length, &hit))
            g_array_index (hits, EntHit, kept++) = hit;
    }
    g_array_set_size (hits, kept);
}

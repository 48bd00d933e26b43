/*
 * match.c - how fast the matcher alone finds names in text that is in memory.
 *
 * Usage: bench_match NAMES FILE...    (names, one a line)
 */
#include <stdio.h>
#include <string.h>

#include "../unit/names.h"
#include "match/matcher.h"

enum { ROUNDS = 5 };

static double
now (void)
{
    return (double)g_get_monotonic_time () / 1e6;
}

static gboolean
load_names (EntGazetteer *gazetteer, const char *path, GError **error)
{
    g_autofree char *list = NULL;
    if (!g_file_get_contents (path, &list, NULL, error))
        return FALSE;
    g_auto (GStrv) names = g_strsplit (g_strchomp (list), "\n", -1);
    names_init (gazetteer);
    for (char **name = names; *name != NULL; name++)
        names_add (gazetteer, *name);
    return TRUE;
}

static GString *
load_text (char **paths, GError **error)
{
    GString *text = g_string_new (NULL);
    for (; *paths != NULL; paths++) {
        g_autofree char *bytes = NULL;
        gsize length;
        if (!g_file_get_contents (*paths, &bytes, &length, error)) {
            g_string_free (text, TRUE);
            return NULL;
        }
        g_string_append_len (text, bytes, (gssize)length);
    }
    return text;
}

/* In pieces of the size of a long article, as the program would. */
static guint
find_all (const EntMatcher *matcher, const GString *text, GArray *hits)
{
    guint found = 0;
    for (gsize at = 0; at < text->len; at += 65536) {
        g_array_set_size (hits, 0);
        ent_matcher_find (matcher, text->str, (EntSpan){ at, MIN (at + 65536, text->len) }, hits);
        found += hits->len;
    }
    return found;
}

int
main (int argc, char **argv)
{
    if (argc < 3) {
        fprintf (stderr, "usage: bench_match NAMES FILE...\n");
        return 2;
    }
    g_autoptr (GError) error = NULL;
    EntGazetteer gazetteer;
    GString *text = load_text (argv + 2, &error);
    if (text == NULL || !load_names (&gazetteer, argv[1], &error)) {
        fprintf (stderr, "bench_match: %s\n", error->message);
        return 1;
    }
    double start = now ();
    g_autoptr (EntMatcher) matcher = ent_matcher_new (&gazetteer);
    double compiled = now () - start, best = G_MAXDOUBLE;
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (EntHit));
    guint found = 0;
    for (guint i = 0; i < ROUNDS; i++) {
        start = now ();
        found = find_all (matcher, text, hits);
        best = MIN (best, now () - start);
    }
    double size = (double)text->len / 1e6;
    printf ("{\"names\": %u, \"compile_s\": %.3f, \"megabytes\": %.1f, \"hits\": %u, \"mb_per_s\": %.0f}\n",
            gazetteer.names->len, compiled, size, found, size / best);
    g_string_free (text, TRUE);
    g_array_unref (gazetteer.names);
    return 0;
}

/* How long a large gazetteer takes to load and to make ready for reading, in seconds of a core, and the memory that it
 * takes at most.
 * Usage: bench_load ENTITIES, of which each has three names, most have a state, and many an office. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "entente.h"

/* A made-up word; no two numbers give the same. */
static void
print_word (FILE *file, guint number)
{
    static const char *const syllables[] = { "ba", "do", "fe", "gi", "ku", "la", "mo", "ne",
                                             "pi", "ru", "sa", "to", "ve", "wi", "yu", "zo" };
    gboolean first = TRUE;
    for (guint rest = number + 256; rest > 0; rest /= 16) {
        const char *syllable = syllables[rest % 16];
        fprintf (file, "%c%c", first ? g_ascii_toupper (syllable[0]) : syllable[0], syllable[1]);
        first = FALSE;
    }
}

/* Many share a given name, and several a family name. */
static void
print_person (FILE *file, guint number, guint spelling)
{
    print_word (file, number % 997);
    fputc (' ', file);
    print_word (file, spelling * 7919 + number / 7);
    fprintf (file, "%s", spelling == 2 ? "-Al" : "");
    fputc (' ', file);
    print_word (file, number / 3);
}

static void
write_gazetteer (FILE *file, guint n)
{
    guint n_states = MIN (200, n / 10 + 1);
    fputs ("states:\n", file);
    for (guint i = 0; i < n_states; i++) {
        fprintf (file, "  state-%u:\n    name: ", i);
        print_word (file, 50000000 + i);
        fputs ("\n    demonyms: [", file);
        print_word (file, 60000000 + i);
        fputs ("]\n    metonyms: [", file);
        print_word (file, 70000000 + i);
        fputs ("]\n", file);
    }
    fputs ("officials:\n", file);
    for (guint i = n_states; i < n; i++) {
        fprintf (file, "  official-%u:\n    name: ", i);
        print_person (file, i, 0);
        fputs ("\n    aliases: [", file);
        print_person (file, i, 1);
        fputs (", ", file);
        print_person (file, i, 2);
        fprintf (file, "]\n    state: state-%u\n", i % n_states);
        if (i % 2 == 0)
            fprintf (file, "    offices:\n      - title: Minister %u\n        since: 2010-05-01\n", i % 1000);
    }
}

static double
megabytes_at_most (void)
{
    struct rusage usage;
    getrusage (RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

int
main (int argc, char **argv)
{
    if (argc != 2)
        return 2;
    g_autofree char *path = NULL;
    int descriptor = g_file_open_tmp ("entente-XXXXXX.yaml", &path, NULL);
    FILE *file = descriptor != -1 ? fdopen (descriptor, "w") : NULL;
    if (file == NULL)
        return 1;
    write_gazetteer (file, (guint)strtoul (argv[1], NULL, 10));
    double size = (double)ftell (file) / 1e6;
    if (fclose (file) != 0)
        return 1;

    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    clock_t start = clock ();
    g_autoptr (EntGazetteer) gazetteer =
        ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, &error);
    clock_t loaded = clock ();
    g_unlink (path);
    if (gazetteer == NULL) {
        fprintf (stderr, "%s\n", error->message);
        return 1;
    }
    double load_megabytes = megabytes_at_most ();
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    clock_t ready = clock ();
    printf (
        "%u entities, %.0f MB of YAML: loaded in %.2f s (%.0f MB at most), ready for reading in %.2f s more "
        "(%.0f MB at most)\n",
        ent_gazetteer_size (gazetteer), size, (double)(loaded - start) / CLOCKS_PER_SEC, load_megabytes,
        (double)(ready - loaded) / CLOCKS_PER_SEC, megabytes_at_most ());
    return 0;
}

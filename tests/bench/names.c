/*
 * names.c - invents names of states, officials and organizations, and writes them twice: as a list, one name a
 * line, for the tools that entente is measured beside, and as a gazetteer. Many names share their first or their
 * last word. A shorter list is the beginning of a longer one.
 *
 * Usage: bench_names COUNT LIST GAZETTEER
 */
#include <stdio.h>
#include <stdlib.h>

#include "invent.h"

enum { GIVEN = 3000, FAMILY = 40000 };

typedef struct {
    GRand *random;
    char *given[GIVEN], *family[FAMILY]; /* in capitals at their start */
    GHashTable *used;                    /* names as entente compares them */
    GString *list, *sections[3];
} Namer;

static char *
invent_proper (GRand *random, guint syllables)
{
    char *word = invent_word (random, syllables);
    word[0] = g_ascii_toupper (word[0]);
    return word;
}

/* A few are far more common than the others. */
static const char *
pick (const Namer *namer, char *const *words, guint n)
{
    double u = g_rand_double (namer->random);
    return words[(guint)(u * u * n)];
}

static char *
official_name (const Namer *namer)
{
    const char *given = pick (namer, namer->given, GIVEN), *family = pick (namer, namer->family, FAMILY);
    switch (g_rand_int_range (namer->random, 0, 40)) {
    case 0:
        return g_strdup_printf ("%s al-%s", given, family);
    case 1:
        return g_strdup_printf ("%s van der %s", given, family);
    case 2:
    case 3:
        return g_strdup_printf ("%s %c. %s", given, 'A' + g_rand_int_range (namer->random, 0, 26), family);
    case 4:
        return g_strdup_printf ("%s-%s %s", given, pick (namer, namer->given, GIVEN), family);
    default:
        return g_strdup_printf ("%s %s", given, family);
    }
}

static char *
organization_name (const Namer *namer)
{
    static const char *const kinds[] = { "Council",          "Party",     "Development Bank",
                                         "Foreign Ministry", "Institute", "Association of States" };
    const char *kind = kinds[g_rand_int_range (namer->random, 0, G_N_ELEMENTS (kinds))];
    const char *given = pick (namer, namer->given, GIVEN), *family = pick (namer, namer->family, FAMILY);
    if (g_rand_boolean (namer->random))
        return g_strdup_printf ("%s %s", family, kind);
    return g_strdup_printf ("%s %s %s", family, given, kind);
}

/* Without accents and hyphens. */
static char *
plain_form (const char *name)
{
    GString *plain = g_string_new (name);
    g_string_replace (plain, "é", "e", 0);
    g_string_replace (plain, "-", " ", 0);
    return g_string_free (plain, FALSE);
}

/* Of twenty names one is a state's, twelve are of officials, seven of organizations. */
static void
add_name (Namer *namer, guint number)
{
    static const char *const ids[] = { "state", "official", "organization" };
    guint kind = number % 20 == 0 ? 0 : number % 20 <= 12 ? 1 : 2;
    g_autofree char *name = NULL;
    do {
        g_free (name);
        name = kind == 0   ? invent_proper (namer->random, 5)
               : kind == 1 ? official_name (namer)
                           : organization_name (namer);
    } while (!g_hash_table_add (namer->used, plain_form (name)));
    g_string_append_printf (namer->list, "%s\n", name);
    g_string_append_printf (namer->sections[kind], "  %s-%u: {name: %s}\n", ids[kind], number, name);
}

static gboolean
write_names (const Namer *namer, const char *list, const char *gazetteer, GError **error)
{
    static const char *const sections[] = { "states", "officials", "organizations" };
    g_autoptr (GString) yaml = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
        g_string_append_printf (yaml, "%s:\n%s", sections[i], namer->sections[i]->str);
    return g_file_set_contents (list, namer->list->str, (gssize)namer->list->len, error) &&
           g_file_set_contents (gazetteer, yaml->str, (gssize)yaml->len, error);
}

int
main (int argc, char **argv)
{
    guint count = argc == 4 ? (guint)atoi (argv[1]) : 0;
    if (count == 0) {
        fprintf (stderr, "usage: bench_names COUNT LIST GAZETTEER\n");
        return 2;
    }
    static Namer namer;
    namer.random = g_rand_new_with_seed (20181002);
    namer.used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    namer.list = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (namer.sections); i++)
        namer.sections[i] = g_string_new (NULL);
    for (guint i = 0; i < GIVEN; i++)
        namer.given[i] = invent_proper (namer.random, 2);
    for (guint i = 0; i < FAMILY; i++)
        namer.family[i] = invent_proper (namer.random, 3);
    for (guint i = 0; i < count; i++)
        add_name (&namer, i);
    g_autoptr (GError) error = NULL;
    if (!write_names (&namer, argv[2], argv[3], &error)) {
        fprintf (stderr, "bench_names: %s\n", error->message);
        return 1;
    }
    return 0; /* the memory goes with the process */
}

/*
 * corpus.c - writes a corpus that is like newswire to a machine: as many different words, as often, as many
 * names, cues, quotation marks, dashes, diacritics and hard-wrapped lines. It makes no sense to a reader. The
 * same arguments give the same bytes.
 *
 * Usage: bench_corpus NAMES DIRECTORY MEGABYTES KILOBYTES-A-FILE    (names, one a line, the more frequent first)
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "invent.h"

/* The words that English uses most, most frequent first; the rest of the vocabulary is invented. */
static const char *const common[] = {
    "the",     "of",       "to",         "and",       "a",        "in",        "that",     "said",
    "for",     "on",       "is",         "was",       "with",     "it",        "as",       "by",
    "he",      "at",       "from",       "his",       "has",      "be",        "an",       "have",
    "not",     "are",      "had",        "but",       "were",     "its",       "they",     "who",
    "which",   "will",     "been",       "this",      "their",    "would",     "after",    "about",
    "one",     "also",     "more",       "or",        "after",    "new",       "over",     "than",
    "up",      "other",    "people",     "year",      "when",     "there",     "first",    "two",
    "could",   "all",      "out",        "last",      "time",     "no",        "years",    "against",
    "some",    "if",       "into",       "can",       "told",     "him",       "she",      "war",
    "between", "what",     "state",      "month",     "week",     "called",    "made",     "country",
    "before",  "only",     "officials",  "statement", "talks",    "meeting",   "forces",   "under",
    "leaders", "military", "government", "foreign",   "security", "president", "minister", "visit",
    "agreed",  "added",
};

enum { STORIES = 60, CAST = 12, INVENTED = 30000, WORDS = G_N_ELEMENTS (common) + INVENTED };

typedef struct {
    GRand *random;
    char **names;
    guint n_names;
    const char *casts[STORIES][CAST]; /* names that come up together */
    const char *const *cast;          /* the one of the current article */
    GPtrArray *words;                 /* of char*, the more frequent first */
    double *sum;                      /* of the frequencies of words 0 .. i */
} Writer;

static guint
pick (const Writer *writer, guint n)
{
    return (guint)g_rand_int_range (writer->random, 0, (gint32)n);
}

/* By Zipf: the word of rank r comes up 1/r as often as the first. */
static void
make_words (Writer *writer)
{
    writer->words = g_ptr_array_new_with_free_func (g_free);
    writer->sum = g_new (double, WORDS);
    double sum = 0;
    for (guint i = 0; i < WORDS; i++) {
        g_ptr_array_add (writer->words,
                         i < G_N_ELEMENTS (common) ? g_strdup (common[i]) : invent_word (writer->random, 3));
        sum += 1 / (i + 2.7);
        writer->sum[i] = sum;
    }
}

static const char *
any_word (const Writer *writer)
{
    double at = g_rand_double_range (writer->random, 0, writer->sum[WORDS - 1]);
    guint low = 0, high = WORDS - 1;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (writer->sum[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    return writer->words->pdata[low];
}

/* By Zipf too: the harmonic sum is close to a logarithm. */
static const char *
frequent_name (const Writer *writer)
{
    double u = g_rand_double (writer->random);
    guint rank = (guint)(pow (writer->n_names + 1.0, u) - 1);
    return writer->names[MIN (rank, writer->n_names - 1)];
}

/* The news has its stories, and each of them its people. */
static void
make_casts (Writer *writer)
{
    for (guint i = 0; i < STORIES * CAST; i++)
        writer->casts[i / CAST][i % CAST] = frequent_name (writer);
}

static void
choose_cast (Writer *writer)
{
    double u = g_rand_double (writer->random);
    writer->cast = writer->casts[(guint)(u * u * STORIES)];
}

/* One of those whom the story is about, or of all. */
static const char *
any_name (const Writer *writer)
{
    return pick (writer, 3) == 0 ? frequent_name (writer) : writer->cast[pick (writer, CAST)];
}

static void
add_words (const Writer *writer, GString *out, guint n)
{
    for (; n > 0; n--) {
        if (out->len > 0)
            g_string_append_c (out, ' ');
        guint dice = pick (writer, 260);
        if (dice < 20) { /* one in thirteen */
            g_string_append (out, any_name (writer));
            if (dice < 3)
                g_string_append (out, "’s");
        } else if (dice < 28) { /* a name that the gazetteer does not know */
            const char *word = any_word (writer);
            g_string_append_c (out, g_ascii_toupper (word[0]));
            g_string_append (out, word + 1);
        } else if (dice < 30) {
            g_string_append_printf (out, "%u", pick (writer, 3000));
        } else {
            g_string_append (out, any_word (writer));
        }
        if (dice >= 250 && n > 1)
            g_string_append (out, dice < 258 ? "," : " –");
    }
}

/* What the grammar has to work on: one sentence in eight. */
static void
add_claim (const Writer *writer, GString *out)
{
    static const char *const cues[] = { "met with",
                                        "held talks with",
                                        "responded to",
                                        "was received by",
                                        "rejected the statement of",
                                        "is to meet",
                                        "refused to meet",
                                        "discussed the matter at a meeting with" };
    g_string_append (out, any_name (writer));
    g_string_append_printf (out, " %s ", cues[pick (writer, G_N_ELEMENTS (cues))]);
    g_string_append (out, any_name (writer));
    add_words (writer, out, 4 + pick (writer, 12));
}

static void
add_sentence (const Writer *writer, GString *text)
{
    g_autoptr (GString) sentence = g_string_new (NULL);
    guint dice = pick (writer, 24);
    if (dice < 3)
        add_claim (writer, sentence);
    else
        add_words (writer, sentence, 8 + pick (writer, 28));
    sentence->str[0] = g_ascii_toupper (sentence->str[0]);
    if (dice >= 20)
        g_string_append_printf (text, "“%s,” he said. ", sentence->str);
    else
        g_string_append_printf (text, "%s. ", sentence->str);
}

static void
wrap (GString *text, gsize from)
{
    gsize line = from, space = 0;
    for (gsize i = from; i < text->len; i++) {
        if (text->str[i] == '\n')
            line = i + 1;
        if (text->str[i] == ' ')
            space = i;
        if (i - line > 72 && space > line) {
            text->str[space] = '\n';
            line = space + 1;
        }
    }
}

static char *
make_article (Writer *writer, gsize length, guint number)
{
    GString *text = g_string_sized_new (length + 1000);
    g_string_append_printf (text, "title: Number %u\ndate: 2018-%02u-%02u\n\n", number, 1 + number % 12,
                            1 + number % 28);
    gsize next_cast = 0; /* a long file tells of one thing after the other */
    while (text->len < length) {
        gsize start = text->len;
        if (start >= next_cast) {
            choose_cast (writer);
            next_cast = start + 4000;
        }
        for (guint i = 1 + pick (writer, 3); i > 0; i--)
            add_sentence (writer, text);
        g_string_truncate (text, text->len - 1);
        if (number % 2 == 0)
            wrap (text, start);
        g_string_append (text, "\n\n");
    }
    return g_string_free (text, FALSE);
}

static gboolean
write_corpus (Writer *writer, const char *directory, gsize wanted, gsize length, GError **error)
{
    gsize written = 0;
    for (guint number = 0; written < wanted; number++) {
        g_autofree char *text = make_article (writer, length, number);
        g_autofree char *path = g_strdup_printf ("%s/%06u.txt", directory, number);
        /* not the default flags, which would rename each file into its place */
        if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0666, error))
            return FALSE;
        written += strlen (text);
    }
    return TRUE;
}

int
main (int argc, char **argv)
{
    gsize wanted = argc == 5 ? (gsize)(atof (argv[3]) * 1e6) : 0;
    gsize length = argc == 5 ? (gsize)(atof (argv[4]) * 1e3) : 0;
    if (wanted == 0 || length == 0) {
        fprintf (stderr, "usage: bench_corpus NAMES DIRECTORY MEGABYTES KILOBYTES-A-FILE\n");
        return 2;
    }
    g_autoptr (GError) error = NULL;
    g_autofree char *list = NULL;
    if (!g_file_get_contents (argv[1], &list, NULL, &error)) {
        fprintf (stderr, "bench_corpus: %s\n", error->message);
        return 1;
    }
    g_auto (GStrv) names = g_strsplit (g_strchomp (list), "\n", -1);
    Writer writer = { .random = g_rand_new_with_seed (20180716), .names = names };
    writer.n_names = g_strv_length (names);
    make_words (&writer);
    make_casts (&writer);
    if (g_mkdir_with_parents (argv[2], 0777) != 0) {
        fprintf (stderr, "bench_corpus: %s: %s\n", argv[2], g_strerror (errno));
        return 1;
    }
    gboolean ok = write_corpus (&writer, argv[2], wanted, length, &error);
    if (!ok)
        fprintf (stderr, "bench_corpus: %s\n", error->message);
    g_rand_free (writer.random);
    g_ptr_array_unref (writer.words);
    g_free (writer.sum);
    return ok ? 0 : 1;
}

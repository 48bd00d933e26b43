/* Sentences of nonsense: the words of the grammar, the names of a gazetteer and marks, in any order. None
 * may crash or hang the grammar, and what it reads keeps the promises of entente.h. */
#include <gio/gio.h>
#include <unistd.h>

#include "gazetteer/gazetteer.h"
#include "reading.h"

GResource *ent_data_get_resource (void);

#define SEED 20180719
#define ARTICLES 1000
#define SENTENCES 20 /* of an article */
#define SECONDS 60   /* an article takes a millisecond */

static void
add_words (GPtrArray *words, const char *resource)
{
    g_autoptr (GBytes) bytes =
        g_resource_lookup_data (ent_data_get_resource (), resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    g_assert_nonnull (bytes);
    const char *text = g_bytes_get_data (bytes, NULL);
    g_auto (GStrv) found = g_regex_split_simple ("(?m)#.*$|[\\s,:'\"\\[\\]{}]+", text, 0, 0);
    for (char **word = found; *word != NULL; word++)
        if (**word != '\0')
            g_ptr_array_add (words, g_strdup (*word));
}

static GPtrArray *
all_words (void)
{
    GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
    add_words (words, "/entente/words.yaml");
    add_words (words, "/entente/relations.yaml");
    g_assert_cmpuint (words->len, >, 500);
    return words;
}

static void
add_mark (GRand *rand, GString *text)
{
    static const char *const marks[] = { ",",   ",",      ";",    ":",       " -",     " \u2014",
                                         "-",   "/",      "\"",   " \"",     "'s",     "\u2019s",
                                         " (",  ")",      "...",  "?",       "!",      ".",
                                         ".\n", "\n",     "\n\n", " \u201C", "\u201D", " '",
                                         "'",   "\u00AD", "\xC3", " U.S.",   " 7.5",   " \u00E9\u0301" };
    g_string_append (text, marks[g_rand_int_range (rand, 0, G_N_ELEMENTS (marks))]);
}

/* Verbs and nouns are inflected half the time, well or badly. */
static void
add_word (GRand *rand, GString *text, const GPtrArray *words)
{
    static const char *const endings[] = { "", "", "", "", "s", "ed", "ing", "d" };
    const char *word = words->pdata[g_rand_int_range (rand, 0, (gint32)words->len)];
    g_string_append_printf (text, " %s%s", word, endings[g_rand_int_range (rand, 0, G_N_ELEMENTS (endings))]);
}

/* The words that the rules turn on, which chance alone would seldom bring together. */
static void
add_cue (GRand *rand, GString *text)
{
    static const char *const cues[] = {
        "met",
        "meet",
        "meeting",
        "talks with",
        "held",
        "between",
        "and",
        "with",
        "was received by",
        "said",
        "that",
        "to",
        "did not",
        "will",
        "of",
        "in response to",
        "responded to",
        "who",
        "rejected",
        "claim",
        "he",
        "she",
        "they",
        "his",
        "the Russian president",
        "leaders",
        "both",
        "either",
        "after",
        "visited",
        "the",
        "envoy",
        "officials",
        "summit",
    };
    g_string_append_printf (text, " %s", cues[g_rand_int_range (rand, 0, G_N_ELEMENTS (cues))]);
}

static void
add_sentence (GRand *rand, GString *text, const GPtrArray *words, const EntGazetteer *gazetteer)
{
    gint32 n = g_rand_int_range (rand, 1, g_rand_int_range (rand, 0, 20) == 0 ? 400 : 40);
    for (gint32 i = 0; i < n; i++) {
        gint32 dice = g_rand_int_range (rand, 0, 10);
        guint name = (guint)g_rand_int_range (rand, 0, (gint32)gazetteer->names->len);
        if (dice < 3)
            add_word (rand, text, words);
        else if (dice < 6)
            add_cue (rand, text);
        else if (dice < 9)
            g_string_append_printf (text, " %s", g_array_index (gazetteer->names, EntName, name).text);
        else
            add_mark (rand, text);
    }
    g_string_append (text, ". ");
}

static void
test_nonsense (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (GPtrArray) words = all_words ();
    g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
    guint evidence = 0;
    for (guint i = 0; i < ARTICLES; i++) {
        g_autoptr (GString) text = g_string_new ("source: nobody\ndate: 2018-07-19\n\n");
        for (guint j = 0; j < SENTENCES; j++)
            add_sentence (rand, text, words, gazetteer);
        alarm (SECONDS); /* ends the program where the grammar runs in a circle */
        g_autoptr (EntArticle) article = reading_article ("nonsense.txt", text->str, text->len);
        g_autoptr (EntReading) reading = ent_read (reader, article);
        reading_check (gazetteer, article, reading);
        evidence += reading->evidence->len;
    }
    alarm (0);
    g_assert_cmpuint (evidence, >, ARTICLES); /* or the nonsense reaches no rule */
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/stress/nonsense", test_nonsense);
    return g_test_run ();
}

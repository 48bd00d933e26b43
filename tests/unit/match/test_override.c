/* What names mean in one article (articles:), and phrases that name nobody (ignore:). */
#include "reading.h"

#define ENTITIES                                                                                             \
    "states:\n"                                                                                              \
    "  norland: {name: Norland, demonyms: [Norlander, Norlanders], metonyms: [Vik]}\n"                       \
    "  suland: {name: Suland}\n"                                                                             \
    "officials:\n"                                                                                           \
    "  adam-berg: {name: Adam Berg, state: norland, gender: m}\n"                                            \
    "  anna-berg: {name: Anna Berg, aliases: [Anna Berg of Vik], state: norland, gender: f}\n"               \
    "  elena-faro: {name: Elena Faro, state: suland, gender: f}\n"

/* The mentions in an article as "words=id how", parted by commas. */
static char *
mentions_in (const EntGazetteer *gazetteer, const char *path, const char *text)
{
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntArticle) article = reading_article (path, text, strlen (text));
    g_autoptr (EntReading) reading = ent_read (reader, article);
    reading_check (gazetteer, article, reading);
    GString *found = g_string_new (NULL);
    for (guint i = 0; i < reading->mentions->len; i++) {
        const EntMention *mention = &g_array_index (reading->mentions, EntMention, i);
        EntSpan span = mention->span;
        g_string_append_printf (found, "%s%.*s=%s %s", i > 0 ? ", " : "", (int)(span.end - span.start),
                                article->text + span.start,
                                ent_gazetteer_entity (gazetteer, mention->entity)->id,
                                ent_how_name (mention->how));
    }
    return g_string_free (found, FALSE);
}

static void
assert_mentions (const char *section, const char *path, const char *text, const char *expected)
{
    g_autofree char *whole = g_strconcat (ENTITIES, section, NULL);
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (whole);
    g_autofree char *found = mentions_in (gazetteer, path, text);
    g_assert_cmpstr (found, ==, expected);
}

static void
test_a_name_in_one_article (void)
{
    const char *section = "articles:\n"
                          "  b.txt:\n"
                          "    Berg: anna-berg\n"
                          "    Norland: nobody\n"
                          "    the Fox: elena-faro\n";
    const char *text = "Berg met the Fox in Norland.\n";
    assert_mentions (section, "a.txt", text, "Norland=norland name");
    assert_mentions (section, "b.txt", text, "Berg=anna-berg name, the Fox=elena-faro name");
    assert_mentions (section, "folder/b.txt", text, "Berg=anna-berg name, the Fox=elena-faro name");
    assert_mentions (section, "b.txt/a.txt", text, "Norland=norland name");
    assert_mentions (section, "bb.txt", text, "Norland=norland name");
}

static void
test_keys (void)
{
    static const struct {
        const char *key, *path;
        gboolean fits;
    } keys[] = {
        { "*.txt", "a.txt", TRUE },
        { "*.txt", "folder/a.txt", TRUE },
        { "*.txt", "folder/a.html", FALSE },
        { "2018-*-[ab].txt", "2018-07-b.txt", TRUE },
        { "2018-*-[ab].txt", "2018-07-c.txt", FALSE },
        { "?.txt", "ab.txt", FALSE },
        { "post/a.txt", "news/post/a.txt", TRUE },
        { "post/a.txt", "post/a.txt", TRUE },
        { "post/a.txt", "a.txt", FALSE },
        { "post/a.txt", "compost/a.txt", FALSE },
        { "post/*", "post/a.txt", TRUE },
        { "post/*", "post/more/a.txt", FALSE },
        { "/news/a.txt", "/news/a.txt", TRUE },
        { "/news/a.txt", "/old/news/a.txt", FALSE },
        { "what[1].txt", "what[1].txt", TRUE }, /* as it is written, even if it looks like a pattern */
        { "what[1].txt", "what1.txt", TRUE },
        { "A.txt", "a.txt", FALSE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
        g_autofree char *section = g_strdup_printf ("articles: {'%s': {Fox: elena-faro}}\n", keys[i].key);
        g_test_message ("%s for %s", keys[i].key, keys[i].path);
        assert_mentions (section, keys[i].path, "Fox laughed.\n", keys[i].fits ? "Fox=elena-faro name" : "");
    }
}

/* The longest name wins, whoever gave it; of two that are the same, the article's. */
static void
test_which_name_wins (void)
{
    static const struct {
        const char *names, *text, *expected;
    } cases[] = {
        { "Berg: anna-berg", "Adam Berg slept. Berg laughed.",
          "Adam Berg=adam-berg name, Berg=anna-berg name" },
        { "Adam Berg: nobody", "Adam Berg slept.", "" },
        { "Adam Berg: anna-berg", "Adam Berg slept.", "Adam Berg=anna-berg name" },
        { "Young Adam Berg: elena-faro", "Young Adam Berg slept.", "Young Adam Berg=elena-faro name" },
        { "Vik: nobody", "Anna Berg of Vik slept. Vik agreed.", "Anna Berg of Vik=anna-berg name" },
        { "Berg of Norland: elena-faro", "Anna Berg of Norland slept.", "Berg of Norland=elena-faro name" },
        { "{Berg: nobody, Anna: anna-berg}", "Berg saw Anna.", "Anna=anna-berg name" },
        { "NORLAND: suland", "Norland agreed. NORLAND agreed.", "Norland=norland name, NORLAND=suland name" },
        { "Bérg: anna-berg", "BERG and berg agreed with Berg's wife.",
          "BERG=anna-berg name, Berg=anna-berg name" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        gboolean braces = cases[i].names[0] == '{';
        g_autofree char *section = g_strdup_printf ("articles:\n  a.txt: %s%s%s\n", braces ? "" : "{",
                                                    cases[i].names, braces ? "" : "}");
        assert_mentions (section, "a.txt", cases[i].text, cases[i].expected);
    }
}

/* Where two keys are about an article, the later one counts. */
static void
test_several_keys (void)
{
    const char *section = "articles:\n"
                          "  '*': {Fox: elena-faro, Owl: adam-berg}\n"
                          "  a.txt: {Fox: anna-berg, Norland: nobody}\n"
                          "  '?.txt': {Owl: nobody}\n"
                          "  b.txt:\n";
    const char *text = "Fox and Owl saw Norland.\n";
    assert_mentions (section, "a.txt", text, "Fox=anna-berg name");
    assert_mentions (section, "b.txt", text, "Fox=elena-faro name, Norland=norland name");
    assert_mentions (section, "c.html", text,
                     "Fox=elena-faro name, Owl=adam-berg name, Norland=norland name");
}

/* A name that is given to all articles is an alias, and one that is nobody in all is a phrase to ignore. */
static void
test_like_an_alias (void)
{
    const char *text =
        "Fox met Elena Faro. She thanked Fox.\n\nGrey Fox's talks with the Norlanders and the "
        "Norlanders Club lasted an hour. Anna Berg, Foxes and FOX did not reply to Norland House.\n";
    g_autofree char *as_names = g_strconcat (ENTITIES "  fox: {name: Fox, aliases: [Grey Fox]}\n"
                                                      "ignore: [Norlanders Club, Norland House]\n",
                                             NULL);
    g_autofree char *as_override =
        g_strconcat (ENTITIES "  fox: {name: Quite Another}\n"
                              "articles: {'*': {Fox: fox, Grey Fox: fox, Norlanders Club: nobody, "
                              "Norland House: nobody}}\n",
                     NULL);
    g_autoptr (EntGazetteer) names = reading_gazetteer_of (as_names);
    g_autoptr (EntGazetteer) override = reading_gazetteer_of (as_override);
    g_autofree char *expected = mentions_in (names, "a.txt", text);
    g_autofree char *found = mentions_in (override, "a.txt", text);
    g_assert_nonnull (strstr (expected, "Grey Fox=fox name"));
    g_assert_cmpstr (found, ==, expected);
}

/* The longest match wins: an ignored phrase hides the names in it, and only there. */
static void
test_ignored_phrases (void)
{
    const char *section = "ignore: [Norland Post, Faro, Vik Hotel, Berg of]\n";
    assert_mentions (section, "a.txt", "The Norland Post praised Norland.\n", "Norland=norland name");
    assert_mentions (section, "a.txt", "Elena Faro slept. Faro slept.\n", "Elena Faro=elena-faro name");
    assert_mentions (section, "a.txt", "Anna Berg of Vik slept.\n", "Anna Berg of Vik=anna-berg name");
    assert_mentions (section, "a.txt", "A Vik hotel was closed, Norland Postmen said.\n", "");
    assert_mentions (section, "a.txt", "Norland-Post talks with Norland, Post said.\n",
                     "Norland=norland name");
    assert_mentions ("ignore: [Norland weather]\n", "a.txt", "The Norland weather is bad.\n", "");
    assert_mentions ("", "a.txt", "The Norland weather is bad.\n", "Norland=norland name");
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/override/a-name-in-one-article", test_a_name_in_one_article);
    g_test_add_func ("/override/keys", test_keys);
    g_test_add_func ("/override/which-name-wins", test_which_name_wins);
    g_test_add_func ("/override/several-keys", test_several_keys);
    g_test_add_func ("/override/like-an-alias", test_like_an_alias);
    g_test_add_func ("/ignore/phrases", test_ignored_phrases);
    return g_test_run ();
}

/* Who held an office, and when. */
#include "mention/office.h"

#include <glib/gstdio.h>
#include <string.h>

#include "reading.h"

static const char norland[] = "states:\n"
                              "  norland: {name: Norland}\n"
                              "  suland: {name: Suland}\n"
                              "officials:\n"
                              "  ada-holm:\n"
                              "    name: Ada Holm\n"
                              "    state: norland\n"
                              "    offices:\n"
                              "      - {title: President, since: 2010-03-01, until: 2014-05-31}\n"
                              "      - {title: Minister of Foreign Affairs, since: 2016, until: 2017}\n"
                              "      - {title: Minister of Defence, since: 2016, until: 2017}\n"
                              "  ben-lund:\n"
                              "    name: Ben Lund\n"
                              "    state: norland\n"
                              "    offices:\n"
                              "      - {title: President, since: 2014-05-31, until: 2018-02}\n"
                              "  cay-moor:\n"
                              "    name: Cay Moor\n"
                              "    state: norland\n"
                              "    offices:\n"
                              "      - {title: President, since: 2019-01-01}\n"
                              "      - {title: Deputy Prime Minister, since: 2018, until: 2018}\n"
                              "  dan-berg:\n"
                              "    name: Dan Berg\n"
                              "    state: norland\n"
                              "    offices:\n"
                              "      - {title: Deputy Prime Minister, since: 2018, until: 2018}\n"
                              "  eva-rud:\n"
                              "    name: Eva Rud\n"
                              "    state: suland\n"
                              "    offices:\n"
                              "      - {title: Spokeswoman of the Foreign Ministry}\n"
                              "      - {title: Prime Minister, until: 2015}\n";

typedef struct {
    EntGazetteer *gazetteer;
    EntOffices *offices;
    EntLexicon *lexicon;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    fixture->gazetteer = reading_gazetteer_of (norland);
    fixture->lexicon = ent_lexicon_new (fixture->gazetteer);
    fixture->offices = ent_offices_new (fixture->gazetteer, fixture->lexicon);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    ent_offices_free (fixture->offices);
    ent_lexicon_free (fixture->lexicon);
    ent_gazetteer_free (fixture->gazetteer);
}

/* The key of a title as it stands in a text. */
static char *
key_of (const Fixture *fixture, const char *title)
{
    g_autoptr (EntSentence) sentence = ent_sentence_new ();
    ent_sentence_read (sentence, fixture->lexicon, title, (EntSpan){ 0, strlen (title) });
    return ent_title_key (sentence->tokens, 0, sentence->n_tokens, NULL);
}

/* The id of who held the title at a date ("" for an undated text); "-" for nobody, "?" where no such office
 * is known. */
static const char *
holder (const Fixture *fixture, const char *state, const char *title, const char *day)
{
    EntDate date = { 0, 0, 0 };
    if (*day != '\0')
        g_assert_true (ent_date_parse (day, &date));
    g_autofree char *key = key_of (fixture, title);
    gboolean known;
    guint entity = ent_offices_holder (fixture->offices, ent_gazetteer_find (fixture->gazetteer, state), key,
                                       date, &known);
    if (entity == ENT_NONE)
        return known ? "-" : "?";
    g_assert_true (known);
    return ent_gazetteer_entity (fixture->gazetteer, entity)->id;
}

static void
test_dates (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const struct {
        const char *day, *holder;
    } cases[] = {
        { "2010-02-28", "-" },
        { "2010-03-01", "ada-holm" }, /* the first day and the last are days in office */
        { "2014-05-30", "ada-holm" },
        { "2014-05-31", "ben-lund" }, /* the day of a change is the new one's */
        { "2018-02-28", "ben-lund" }, /* all of the last month */
        { "2018-03-01", "-" },        /* nobody is known */
        { "2019-01-01", "cay-moor" },
        { "2099-12-31", "cay-moor" }, /* no end is given */
        { "2012", "ada-holm" },       /* a date known to the year */
        { "2010-03", "ada-holm" },
        { "2009", "-" },
        { "2014", "-" }, /* two in one year: which one is meant? */
        { "2014-05", "-" },
        { "2014-06", "ben-lund" },
        { "", "-" }, /* several have held it */
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpstr (holder (fixture, "norland", "President", cases[i].day), ==, cases[i].holder);
}

static void
test_who (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    /* two at once */
    g_assert_cmpstr (holder (fixture, "norland", "deputy prime minister", "2018-05-01"), ==, "-");
    g_assert_cmpstr (holder (fixture, "norland", "prime minister", "2018-05-01"), ==, "?");
    g_assert_cmpstr (holder (fixture, "suland", "President", "2012"), ==, "?");
    /* only one ever did, whatever the date of the text */
    g_assert_cmpstr (holder (fixture, "norland", "foreign minister", ""), ==, "ada-holm");
    g_assert_cmpstr (holder (fixture, "norland", "foreign minister", "2017-12-31"), ==, "ada-holm");
    g_assert_cmpstr (holder (fixture, "norland", "foreign minister", "2018-01-01"), ==, "-");
    g_assert_cmpstr (holder (fixture, "suland", "prime minister", "1999"), ==, "eva-rud");
    g_assert_cmpstr (holder (fixture, "suland", "prime minister", "2016"), ==, "-");
}

static void
test_titles (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const char *const same[][2] = {
        { "Foreign Minister", "minister of foreign affairs" },
        { "Foreign Minister", "the Minister for Foreign Affairs" },
        { "Defense Minister", "Minister of Defence" },
        { "premier", "Prime Minister" },
        { "spokeswoman of the Foreign Ministry", "Foreign Ministry spokesperson" },
        { "advisor", "Adviser" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (same); i++) {
        g_autofree char *one = key_of (fixture, same[i][0]), *other = key_of (fixture, same[i][1]);
        g_assert_cmpstr (one, ==, other);
    }
    static const char *const different[][2] = {
        { "Foreign Minister", "Deputy Foreign Minister" },
        { "Foreign Minister", "Defense Minister" },
        { "President", "Vice President" },
        { "Prime Minister", "Minister" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (different); i++) {
        g_autofree char *one = key_of (fixture, different[i][0]), *other = key_of (fixture, different[i][1]);
        g_assert_cmpstr (one, !=, other);
    }
    /* the name of the state stays out */
    g_autoptr (EntSentence) sentence = ent_sentence_new ();
    ent_sentence_read (sentence, fixture->lexicon, "Norland's Foreign Minister", (EntSpan){ 0, 26 });
    g_autofree char *key = ent_title_key (sentence->tokens, 0, 3, (gboolean[]){ TRUE, FALSE, FALSE });
    g_autofree char *plain = key_of (fixture, "Foreign Minister");
    g_assert_cmpstr (key, ==, plain);
}

static void
assert_key_at (const Fixture *fixture, const char *id, EntDate date, const char *title)
{
    const char *key = ent_office_key_at (fixture->offices, ent_gazetteer_find (fixture->gazetteer, id), date);
    g_autofree char *expected = title != NULL ? key_of (fixture, title) : NULL;
    g_assert_cmpstr (key, ==, expected);
}

static void
test_offices_of_one (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    assert_key_at (fixture, "ada-holm", (EntDate){ 2012, 1, 1 }, "President");
    assert_key_at (fixture, "ada-holm", (EntDate){ 2016, 1, 1 }, NULL); /* two */
    assert_key_at (fixture, "ada-holm", (EntDate){ 2015, 1, 1 }, NULL); /* none */
    assert_key_at (fixture, "ada-holm", (EntDate){ 0, 0, 0 }, NULL);
    assert_key_at (fixture, "ben-lund", (EntDate){ 0, 0, 0 }, "President");
    assert_key_at (fixture, "norland", (EntDate){ 2016, 1, 1 }, NULL);
}

static gboolean
may_be_called (const Fixture *fixture, const char *id, const char *words)
{
    g_autoptr (EntSentence) sentence = ent_sentence_new ();
    ent_sentence_read (sentence, fixture->lexicon, words, (EntSpan){ 0, strlen (words) });
    return ent_office_may_be_called (fixture->offices, ent_gazetteer_find (fixture->gazetteer, id),
                                     sentence->tokens, 0, sentence->n_tokens);
}

static void
test_loose_titles (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    g_assert_true (may_be_called (fixture, "ada-holm", "minister"));
    g_assert_true (may_be_called (fixture, "ada-holm", "the former president"));
    g_assert_true (may_be_called (fixture, "eva-rud", "spokesperson"));
    g_assert_true (may_be_called (fixture, "eva-rud", "premier"));
    g_assert_true (may_be_called (fixture, "dan-berg", "deputy minister"));
    g_assert_false (may_be_called (fixture, "dan-berg", "minister")); /* a deputy is no minister */
    g_assert_false (may_be_called (fixture, "ben-lund", "minister"));
    g_assert_false (may_be_called (fixture, "ben-lund", "the"));
    g_assert_false (may_be_called (fixture, "eva-rud", "ministry"));
    g_assert_false (may_be_called (fixture, "norland", "president"));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    add ("/office/dates", test_dates);
    add ("/office/who", test_who);
    add ("/office/titles", test_titles);
    add ("/office/one", test_offices_of_one);
    add ("/office/loose", test_loose_titles);
    return g_test_run ();
}

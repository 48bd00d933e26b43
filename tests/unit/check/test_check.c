/* What is allowed in a gazetteer and probably not meant: what each rule finds, and what it leaves alone. */
#include <glib/gstdio.h>
#include <string.h>

#include "reading.h"

static char *path;

static void
append_finding (GString *lines, const EntFinding *finding, gboolean with_rule)
{
    g_string_append_printf (lines, "%u:%u: %s", finding->place.line, finding->place.column, finding->message);
    if (with_rule)
        g_string_append_printf (lines, " [%s]", finding->rule);
    for (guint i = 0; finding->notes != NULL && i < finding->notes->len; i++) {
        g_string_append (lines, " / ");
        append_finding (lines, finding->notes->pdata[i], FALSE);
    }
}

static EntGazetteer *
check (const char *text, GPtrArray *findings)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    return ent_gazetteer_check ((const char *const[]){ path, NULL }, findings, &error);
}

/* The findings as "line:column: message [rule]", their notes behind slashes, a line each. */
static void
assert_warnings (const char *text, const char *expected)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (EntGazetteer) gazetteer = check (text, findings);
    g_assert_nonnull (gazetteer);
    g_autoptr (GString) lines = g_string_new (NULL);
    for (guint i = 0; i < findings->len; i++) {
        g_string_append (lines, i > 0 ? "\n" : "");
        append_finding (lines, findings->pdata[i], TRUE);
    }
    g_assert_cmpstr (lines->str, ==, expected);
}

typedef struct {
    const char *text, *expected;
} Case;

static void
assert_cases (const Case *cases, gsize n, const char *before)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *text = g_strconcat (before, cases[i].text, NULL);
        assert_warnings (text, cases[i].expected);
    }
}

static void
test_shared_names (void)
{
    static const Case cases[] = {
        { "  a: {name: Aland, metonyms: [Ports]}\n  b: {name: Bland, metonyms: [Ports]}\n",
          "3:31: metonym 'Ports' is also a metonym of 'a': where it stands, neither is meant [shared-name]"
          " / 2:31: metonym of 'a'" },
        { "  a: {name: Aland, demonyms: [Alan]}\n  b: {name: Bland, demonyms: [ALAN]}\n",
          "3:31: demonym 'ALAN' is also a demonym of 'a': where it stands, neither is meant [shared-name]"
          " / 2:31: demonym of 'a'" },
        /* the better kind of name has it, whatever the order */
        { "  a: {name: Aland, metonyms: [Bländ]}\n  b: {name: Bland}\n",
          "2:31: metonym 'Bländ' of 'a' is never used: 'b' goes before it [shared-name]"
          " / 3:13: name of 'b'" },
        { "  a: {name: Aland}\nofficials:\n  o: {name: Ole Aland, state: a}\n",
          "4:13: short form 'Aland' of 'o' is never used: 'a' goes before it [shared-name] / 2:13: name of "
          "'a'" },
        { "  a: {name: Aland}\nofficials:\n  o: {name: Ole Berg, state: a}\n  p: {name: Pia Berg, state: "
          "a}\n",
          "5:13: short form 'Berg' belongs to 2 officials: it means the one whom the article names in full, "
          "or"
          " nobody [shared-short-form] / 4:13: short form of 'o'" },
        /* a choice between them has been made */
        { "  a: {name: Aland}\nofficials:\n  o: {name: Ole Berg, state: a, aliases: [Berg]}\n"
          "  p: {name: Pia Berg, state: a}\n",
          "" },
        { "  a: {name: Aland}\nofficials:\n  o: {name: Ole Berg, state: a}\n  p: {name: Pia Berg, state: a}\n"
          "ignore: [Berg]\n",
          "" },
        { "  a: {name: Aland, metonyms: [Ports]}\nignore: [Ports, Aland Post]\n",
          "3:10: 'Ports' is ignored, and so never found as metonym of 'a' [ignored-name]"
          " / 2:31: metonym of 'a'" },
    };
    assert_cases (cases, G_N_ELEMENTS (cases), "states:\n");
}

static void
test_many_owners (void)
{
    g_autoptr (GString) text = g_string_new ("states:\n  a: {name: Aland}\nofficials:\n");
    for (guint i = 0; i < 40; i++)
        g_string_append_printf (text, "  o%02u: {name: Ole%c%c Berg, state: a}\n", i, 'a' + (int)i % 8,
                                'a' + (int)i / 8);
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (EntGazetteer) gazetteer = check (text->str, findings);
    g_assert_nonnull (gazetteer);
    g_assert_cmpuint (findings->len, ==, 1);
    const EntFinding *finding = findings->pdata[0];
    g_assert_nonnull (strstr (finding->message, "40 officials"));
    g_assert_cmpuint (finding->notes->len, ==, 5);
}

static void
test_repeated_names (void)
{
    static const Case cases[] = {
        { "[B, B]", "1:40: alias 'B' is there already [repeated-name] / 1:37: alias of 'a'" },
        { "[Aland]", "1:37: alias 'Aland' is there already [repeated-name] / 1:20: name of 'a'" },
        { "[Åland]",
          "1:37: alias 'Åland' is not needed: 'Aland' finds it too [repeated-name] / 1:20: name of 'a'" },
        { "[Al-Bo, Al Bo]",
          "1:44: alias 'Al Bo' is not needed: 'Al-Bo' finds it too [repeated-name] / 1:37: alias of 'a'" },
        { "[OPEC, Opec]",
          "1:37: alias 'OPEC' is not needed: 'Opec' finds it too [repeated-name] / 1:43: alias of 'a'" },
        { "[US, U.S.]", "" },
        { "[Ala, Alo]", "" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = g_strdup_printf ("states: {a: {name: Aland, aliases: %s}}", cases[i].text);
        assert_warnings (text, cases[i].expected);
    }
    assert_warnings ("organizations: {o: {name: OPEC, aliases: [Opec]}}", "");
    assert_warnings ("states: {a: {name: Aland}}\nignore: [Aland Post, Aland post]",
                     "2:22: phrase 'Aland post' is not needed: 'Aland Post' finds it too [repeated-name]"
                     " / 2:10: ignored here");
}

static void
test_words (void)
{
    static const Case cases[] = {
        { "  o: {name: Ada Rice, state: a}\n",
          "4:13: short form 'Rice' is an ordinary word too: where a "
          "sentence begins with that, the name is found only behind a title, or if the article has it in full"
          " [common-word]" },
        { "  o: {name: Ada May, state: a}\n",
          "4:13: short form 'May' is an ordinary word too: where a "
          "sentence begins with that, the name is found only behind a title, or if the article has it in full"
          " [common-word]" },
        { "  o: {name: Ada Berg, state: a, aliases: [The Hawk, Hawk]}\n",
          "4:53: alias 'Hawk' is an ordinary word too: where a sentence begins with that, the name is found"
          " [common-word]" },
        { "  o: {name: Ada Berg, state: a, aliases: [hawk]}\n",
          "4:43: alias 'hawk' is an ordinary word: without a capital it is found wherever that stands"
          " [common-word]" },
        { "  o: {name: Ada Berg, state: a, aliases: [adaberg]}\n",
          "4:43: alias 'adaberg' has no capital: it is found in lower case too [lower-case]" },
        { "  o: {name: Ada Berg, state: a, aliases: [George]}\n",
          "4:43: alias 'George' is a given name: it is found in the names of others too [given-name]" },
        /* as a family name it is told apart; capitals are wanted of an acronym; @somebody stands for himself */
        { "  o: {name: Ada George, state: a}\n", "" },
        { "  o: {name: Ada Berg, state: a, aliases: [WHO, '@adaberg', أدا]}\n", "" },
        { "  o: {name: Ada Rice, state: a}\nignore: [Rice]\n", "" },
        /* what the grammar only guesses at */
        { "  o: {name: Ada Reilly, state: a}\n  p: {name: Per Ahmed, state: a}\n", "" },
        { "  o: {name: Turkey, state: a}\n", "" },
    };
    assert_cases (cases, G_N_ELEMENTS (cases), "states:\n  a: {name: Aland}\nofficials:\n");
    assert_warnings ("states: {a: {name: Aland, demonyms: [alander]}}",
                     "1:38: demonym 'alander' has no capital: it is found in lower case too [lower-case]");
}

static void
test_verbs (void)
{
    static const Case cases[] = {
        { "[met]", "3:21: verb 'met' is a form of 'meet': list the base form, the others follow from it"
                   " [inflected-verb]" },
        { "[accuses of]",
          "3:21: verb 'accuses' is a form of 'accuse': list the base form, the others follow from it"
          " [inflected-verb]" },
        { "[dragooned]", "3:21: verb 'dragooned' looks inflected: list the base form, the others follow from "
                         "it [inflected-verb]" },
        { "[dragooning]", "3:21: verb 'dragooning' looks inflected: list the base form, the others follow "
                          "from it [inflected-verb]" },
        { "[dragoons]", "3:21: verb 'dragoons' looks inflected: list the base form, the others follow from "
                        "it [inflected-verb]" },
        { "[meet, bring, feed, embarrass, focus, dragoon, sing, shed, call off]", "" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = g_strdup_printf (
            "states: {a: {name: Aland}}\nrelations:\n  accused: {verbs: %s}\n", cases[i].text);
        assert_warnings (text, cases[i].expected);
    }
}

static void
test_offices (void)
{
    static const Case cases[] = {
        { "{title: King, since: 2001}]}\n  p: {name: Pia Rud, state: a, offices: [{title: King, since: "
          "2010}]}\n",
          "6:63: 'p' is 'King' before 'o' has ceased to be [overlapping-offices]"
          " / 5:51: the office of 'o' has no 'until'" },
        { "{title: King, until: 2010-05-02}]}\n"
          "  p: {name: Pia Rud, state: a, offices: [{title: King, since: 2010-05-01}]}\n",
          "6:63: 'p' is 'King' before 'o' has ceased to be [overlapping-offices]"
          " / 5:64: 'o' holds it until then" },
        /* on a day, and in a month of which nothing more is known, one may follow the other */
        { "{title: King, until: 2010-05-02}]}\n"
          "  p: {name: Pia Rud, state: a, offices: [{title: King, since: 2010-05-02}]}\n",
          "" },
        { "{title: King, until: 2010-05}]}\n"
          "  p: {name: Pia Rud, state: a, offices: [{title: King, since: 2010}]}\n",
          "" },
        { "{title: Envoy}]}\n  p: {name: Pia Rud, state: a, offices: [{title: Envoy}]}\n", "" },
        { "{title: King}]}\n  p: {name: Pia Rud, state: b, offices: [{title: King}]}\n", "" },
        { "{title: King, since: 2001}, {title: King, since: 2003, until: 2004}]}\n",
          "5:92: 'o' is 'King' twice at the same time [overlapping-offices] / 5:51: the other time" },
        { "{title: Defense Minister}, {title: Minister of Defence}]}\n",
          "5:78: office 'Minister of Defence' is not needed: 'Defense Minister' finds it too "
          "[repeated-office]"
          " / 5:51: that office" },
        { "{title: King, until: 2010-03-01}, {title: King, since: 2010-06-01}]}\n",
          "5:98: nobody is 'King' for 91 days before this [office-gap] / 5:64: 'o' holds it until then" },
        { "{title: King, until: 2010-03-01}, {title: King, since: 2010-04-01}]}\n", "" },
        { "{title: King, until: 2010}, {title: King, since: 2013}]}\n", "" },
        { "{title: King, since: 1010, until: 2999-05}]}\n",
          "5:64: 'since' (1010) lies before 1500 [odd-date]\n5:77: 'until' (2999-05) lies far ahead "
          "[odd-date]" },
        { "{title: Alander Minister}, {title: Head of the Åland}]}\n",
          "5:51: title 'Alander Minister' names the state: leave it out, 'a' is known from 'state' "
          "[state-in-title]\n"
          "5:78: title 'Head of the Åland' names the state: leave it out, 'a' is known from 'state' "
          "[state-in-title]" },
        { "{title: Head of the Kingdom of Aland}]}\n", "5:51: title 'Head of the Kingdom of Aland' names the "
                                                       "state: leave it out, 'a' is known from 'state' "
                                                       "[state-in-title]" },
        { "{title: Mayor of Port}, {title: Head of Aland First}, {title: Envoy to Bland}]}\n", "" },
    };
    assert_cases (cases, G_N_ELEMENTS (cases),
                  "states:\n  a: {name: Aland, demonyms: [Alander], metonyms: [Port]}\n  b: {name: Bland}\n"
                  "officials:\n  o: {name: Ole Berg, state: a, offices: [");
}

static void
test_states_of_officials (void)
{
    assert_warnings (
        "states: {a: {name: Aland}}\nofficials:\n"
        "  o: {name: Ole Berg, state: a, offices: [{title: King}]}\n"
        "  p: {name: Pia Rud, offices: [{title: King}, {title: King, since: 2001}]}\n"
        "  q: {name: Per Dal, offices: [{title: Secretary General of the League}]}\n"
        "  r: {name: Rut Dahl}\n",
        "4:3: 'p' has no 'state', but an office that others hold for one [no-state]"
        " / 3:51: 'o' holds it for 'a'\n"
        "4:68: 'p' is 'King' twice at the same time [overlapping-offices] / 4:40: the other time\n"
        "6:3: 'r' has neither 'state' nor 'offices' [no-state]");
}

/* Errors and warnings in one run, in the order of the file. */
static void
test_beside_errors (void)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_assert_null (
        check ("states:\n  a: {name: aland}\n  b: {nam: B}\n  c: {name: Cland, aliases: [Cland, '']}\n"
               "officials:\n  o: {name: Ole Berg, state: x}\n",
               findings));
    static const char *const expected[] = { "2:lower-case",    "3:invalid", "3:invalid",
                                            "4:repeated-name", "4:invalid", "6:invalid" };
    g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < findings->len; i++) {
        const EntFinding *finding = findings->pdata[i];
        g_autofree char *found = g_strdup_printf ("%u:%s", finding->place.line, finding->rule);
        g_assert_cmpstr (found, ==, expected[i]);
        g_assert_nonnull (finding->excerpt);
    }
}

/* ---- against what a reading says ---- */

static const char *const words[] = { "Ana", "Bel", "Cor", "Dun", "Erl" };

/* Organizations with names out of few, so that many are shared. */
static char *
random_gazetteer (void)
{
    GString *text = g_string_new ("states: {nowhere: {name: Nowhere}}\norganizations:\n");
    for (guint i = 0; i < 4; i++)
        g_string_append_printf (text, "  o%u: {name: Organization%u, aliases: [%s, %s]}\n", i, i,
                                words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                                words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    g_string_append_printf (text, "ignore: [%s]\n", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    return g_string_free (text, FALSE);
}

/* The first line of such a finding quotes the word. */
static gboolean
is_told_of (const GPtrArray *findings, const char *word)
{
    g_autofree char *quoted = g_strdup_printf ("'%s'", word);
    for (guint i = 0; i < findings->len; i++) {
        const EntFinding *finding = findings->pdata[i];
        if ((strcmp (finding->rule, "shared-name") == 0 || strcmp (finding->rule, "ignored-name") == 0) &&
            strstr (finding->message, quoted) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* A listed name is told to be shared or ignored if, and only if, a reading cannot tell whom it means. */
static void
test_shared_names_are_not_read (void)
{
    for (guint round = 0; round < 200; round++) {
        g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
        g_autofree char *text = random_gazetteer ();
        g_autoptr (EntGazetteer) gazetteer = check (text, findings);
        g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
        for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
            g_autofree char *sentence = g_strdup_printf ("title: T\n\nThe report was about %s.\n", words[i]);
            g_autoptr (EntArticle) article = reading_article ("a.txt", sentence, strlen (sentence));
            g_autoptr (EntReading) reading = ent_read (reader, article);
            const char *listed = strstr (text, words[i]), *ignore = strstr (text, "ignore:");
            if (listed != NULL && listed < ignore)
                g_assert_cmpint (reading->mentions->len == 0, ==, is_told_of (findings, words[i]));
        }
    }
}

/* ---- against a calendar ---- */

enum { DAYS = 800, TERMS = 4 };

typedef struct {
    gint since, until; /* days; until is the last */
} Days;

static gboolean
any_overlap (const Days *terms)
{
    for (guint i = 0; i < TERMS; i++)
        for (guint j = i + 1; j < TERMS; j++)
            if (MAX (terms[i].since, terms[j].since) < MIN (terms[i].until, terms[j].until))
                return TRUE;
    return FALSE;
}

static gboolean
any_gap (const Days *terms)
{
    gint free_days = 0;
    gboolean held_before = FALSE;
    for (gint day = 0; day < DAYS; day++) {
        gboolean held = FALSE;
        for (guint i = 0; i < TERMS; i++)
            held |= terms[i].since <= day && day <= terms[i].until;
        if (held && held_before && free_days > 31 && free_days <= 366)
            return TRUE;
        free_days = held ? 0 : free_days + 1;
        held_before |= held;
    }
    return FALSE;
}

static char *
date_of (gint day)
{
    g_autoptr (GDateTime) start = g_date_time_new_utc (2000, 1, 1, 12, 0, 0);
    g_autoptr (GDateTime) date = g_date_time_add_days (start, day);
    return g_date_time_format (date, "%Y-%m-%d");
}

static gboolean
has_rule (const GPtrArray *findings, const char *rule)
{
    for (guint i = 0; i < findings->len; i++)
        if (strcmp (((const EntFinding *)findings->pdata[i])->rule, rule) == 0)
            return TRUE;
    return FALSE;
}

/* Each with its own holder. */
static void
test_successions_against_a_calendar (void)
{
    for (guint round = 0; round < 300; round++) {
        Days terms[TERMS];
        g_autoptr (GString) text = g_string_new ("states: {a: {name: Aland}}\nofficials:\n");
        for (guint i = 0; i < TERMS; i++) {
            terms[i].since = g_test_rand_int_range (0, DAYS / 2);
            terms[i].until = terms[i].since + g_test_rand_int_range (1, round % 2 == 0 ? 40 : 200);
            g_autofree char *since = date_of (terms[i].since), *until = date_of (terms[i].until);
            g_string_append_printf (
                text, "  o%u: {name: O%c Berg%c, state: a, offices: [{title: King, since: %s, until: %s}]}\n",
                i, 'k' + (int)i, 'k' + (int)i, since, until);
        }
        g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
        g_autoptr (EntGazetteer) gazetteer = check (text->str, findings);
        g_assert_nonnull (gazetteer);
        g_assert_cmpint (has_rule (findings, "overlapping-offices"), ==, any_overlap (terms));
        g_assert_cmpint (has_rule (findings, "office-gap"), ==, any_gap (terms));
    }
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_autofree char *directory = g_dir_make_tmp ("entente-XXXXXX", NULL);
    path = g_build_filename (directory, "entities.yaml", NULL);
    g_test_add_func ("/lint/shared-names", test_shared_names);
    g_test_add_func ("/lint/many-owners", test_many_owners);
    g_test_add_func ("/lint/repeated-names", test_repeated_names);
    g_test_add_func ("/lint/words", test_words);
    g_test_add_func ("/lint/verbs", test_verbs);
    g_test_add_func ("/lint/offices", test_offices);
    g_test_add_func ("/lint/states-of-officials", test_states_of_officials);
    g_test_add_func ("/lint/beside-errors", test_beside_errors);
    g_test_add_func ("/lint/shared-names-are-not-read", test_shared_names_are_not_read);
    g_test_add_func ("/lint/successions-against-a-calendar", test_successions_against_a_calendar);
    int status = g_test_run ();
    g_unlink (path);
    g_rmdir (directory);
    g_free (path);
    return status;
}

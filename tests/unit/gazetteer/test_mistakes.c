/* The mistakes of a gazetteer: for each its place and its words. */
#include <glib/gstdio.h>

#include "entente.h"

static char *directory;

static void
append_finding (GString *lines, const EntFinding *finding, const char *path)
{
    g_assert_cmpstr (finding->path, ==, path);
    g_string_append_printf (lines, "%u:%u: %s", finding->place.line, finding->place.column, finding->message);
    for (guint i = 0; finding->notes != NULL && i < finding->notes->len; i++) {
        g_string_append (lines, " / ");
        append_finding (lines, finding->notes->pdata[i], path);
    }
}

/* Loads the text from a file; *messages is the findings as "line:column: message", a line each, with their notes
 * behind slashes. */
static EntGazetteer *
load (const char *text, gssize length, char **messages, GError **error)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autofree char *path = g_build_filename (directory, "entities.yaml", NULL);
    g_assert_true (g_file_set_contents (path, text, length, NULL));
    EntGazetteer *gazetteer = ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, error);
    g_unlink (path);

    GString *lines = g_string_new (NULL);
    for (guint i = 0; i < findings->len; i++) {
        g_string_append (lines, i > 0 ? "\n" : "");
        append_finding (lines, findings->pdata[i], path);
    }
    *messages = g_string_free (lines, FALSE);
    return gazetteer;
}

static void
assert_messages (const char *text, const char *expected)
{
    g_autofree char *messages = NULL;
    g_autoptr (GError) error = NULL;
    g_assert_null (load (text, -1, &messages, &error));
    g_assert_cmpstr (messages, ==, expected);
    g_assert_error (error, ENT_ERROR, ENT_ERROR_FORMAT);
}

static void
test_mistakes_of_entities (void)
{
    static const struct {
        const char *text, *expected;
    } bad[] = {
        { "states: {a: {name: A, name: B}}", "1:23: duplicate key 'name' / 1:14: first defined here" },
        { "states:\n  a: {name: A}\n  a: {name: A}\n", "3:3: duplicate id 'a' / 2:3: first defined here" },
        { "officials:\n  a: {name: A}\nstates:\n  a: {name: B}\n",
          "4:3: duplicate id 'a' / 2:3: first defined here" },
        { "states:\n  Él: {name: A}\n",
          "2:3: id 'Él' must be made of lowercase letters a-z, digits and hyphens" },
        { "states: {'': {name: A}}",
          "1:10: id '' must be made of lowercase letters a-z, digits and hyphens" },
        { "states: {a: {alias: [B], name: A}}", "1:14: unknown key 'alias'; did you mean 'aliases'?" },
        { "states: {a: {name: A, gender: f}}",
          "1:23: unknown key 'gender'; expected one of: name, aliases, demonyms, metonyms" },
        { "states: {a: {name: A, aliases: B}}",
          "1:32: 'aliases' must be a list, not a single text; put it in [ ]" },
        { "states: {a: {name: A, aliases: {b: c}}}", "1:32: 'aliases' must be a list, not keys with values" },
        { "states: {a: {name: A, aliases: [B, '']}}", "1:36: empty item in 'aliases'" },
        { "states: {a: {aliases: [B]}}", "1:10: 'a' has no 'name'" },
        { "states:\n  a:\n", "2:3: 'a' has no 'name'" },
        { "states: {a: {name: }}", "1:20: 'name' is empty" },
        { "states: {a: {name: ' '}}", "1:20: 'name' is empty" },
        { "states: {a: {name: [A]}}", "1:20: 'name' must be a single text" },
        { "states: {a: Iran}", "1:13: 'a' must have keys, at least 'name'" },
        { "states: [a]", "1:9: 'states' must be ids with what belongs to them, like 'iran: {name: Iran}'" },
        { "states: {norland: {name: Norland}}\nofficials: {a: {name: A, state: norlnd}}",
          "2:33: no state 'norlnd'; did you mean 'norland'?" },
        { "states: {nl: {name: Norland}}\nofficials: {a: {name: A, state: Norland}}",
          "2:33: no state 'Norland'; did you mean 'nl'?" },
        { "officials: {a: {name: A, state: suland}}",
          "1:33: no state 'suland'; the id of one under 'states' expected" },
        { "organizations: {b: {name: B}, c: {name: C, state: b}}",
          "1:51: 'b' is an organization, not a state" },
        { "officials: {b: {name: B, gender: woman}}", "1:34: 'gender' must be f or m, not 'woman'" },
        { "officials: {b: {name: B, offices: President}}",
          "1:35: 'offices' must be a list, each item with a title: '- title: President'" },
        { "officials: {b: {name: B, offices: [President]}}",
          "1:36: an office must have keys, at least a title: 'title: President'" },
        { "officials: {b: {name: B, offices: [{since: 2018}]}}", "1:36: this office has no 'title'" },
        { "officials: {b: {name: B, offices: [{title: T, from: 2018}]}}",
          "1:47: unknown key 'from'; expected one of: title, since, until" },
        { "officials: {b: {name: B, offices: [{title: T, since: 2018-02-30}]}}",
          "1:54: 'since' must be a date like 2018, 2018-07 or 2018-07-19, not '2018-02-30'" },
        { "officials: {b: {name: B, offices: [{title: T, since: 2018, until: 2017-05}]}}",
          "1:67: 'until' (2017-05) is before 'since' (2018)" },
        { "officials: {b: {name: B, offices: [{title: T, since: 2018-05-02, until: 2018-04}]}}",
          "1:73: 'until' (2018-04) is before 'since' (2018-05-02)" },
        { "states:\n  b: {name: José}\n  a: {name: JOSE}\n",
          "3:13: name 'JOSE' is also the name of 'b' / 2:13: that name stands here" },
        { "state: {a: {name: A}}", "1:1: unknown key 'state'; did you mean 'states'?" },
        { "states: {a: {name: A}}\nplaces: {}",
          "2:1: unknown key 'places'; expected one of: states, "
          "officials, organizations, ignore, relations, articles, include" },
        { "states: {a: {name: A}}\nignore: B",
          "2:9: 'ignore' must be a list, not a single text; put it in [ ]" },
        { "- a\n", "1:1: the file must start with a key: states, officials or organizations" },
        { "iran", "1:1: the file must start with a key: states, officials or organizations" },
        { "", "0:0: no entities" },
        { "---\n", "0:0: no entities" },
        { "states:\nofficials: {}\n", "0:0: no entities" },
        { "states: {a: [}", "1:14: a value expected" },
        { "states: {a: {name: A}}\n---\n", "2:1: a second document starts here; only one is read" },
        { "states: &s {a: {name: A}}\n", "1:9: anchors (&) and aliases (*) are not allowed; "
                                         "write the value out, or quote the text" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
        assert_messages (bad[i].text, bad[i].expected);
}

static void
test_mistakes_of_relations (void)
{
    static const struct {
        const char *text, *expected;
    } bad[] = {
        { "relations: [a]", "2:12: 'relations' must be names with keys, like 'accused: {verbs: [accuse]}'" },
        { "relations: {Ac-cused: {verbs: [a]}}",
          "2:13: relation 'Ac-cused' must be made of lowercase letters a-z, digits and underscores" },
        { "relations: {co_mention: {verbs: [a]}}",
          "2:13: 'co_mention' needs no words and cannot be changed" },
        { "relations: {a: {verbs: [b]}, a: {verbs: [c]}}",
          "2:30: duplicate relation 'a' / 2:13: first defined here" },
        { "relations: {met_with: {directed: true}}",
          "2:34: the built-in 'met_with' is undirected, which cannot be changed" },
        { "relations: {a: {directed: maybe, verbs: [b]}}", "2:27: 'directed' must be true or false" },
        { "relations: {a: {verb: [b]}}", "2:13: relation 'a' has no verbs, nouns or phrases\n"
                                         "2:17: unknown key 'verb'; did you mean 'verbs'?" },
        { "relations: {a: {verbs: b}}", "2:24: 'verbs' must be a list, not a single text; put it in [ ]" },
        { "relations: {a: {words: [b], nouns: []}}", "2:13: relation 'a' has no verbs, nouns or phrases" },
        { "relations: {a: }", "2:13: relation 'a' has no verbs, nouns or phrases" },
        { "relations: {a: [b]}", "2:16: relation 'a' must have keys, like 'verbs: [accuse]'" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        g_autofree char *text = g_strconcat ("states: {norland: {name: Norland}}\n", bad[i].text, NULL);
        assert_messages (text, bad[i].expected);
    }
}

static void
test_mistakes_of_articles (void)
{
    static const struct {
        const char *text, *expected;
    } bad[] = {
        { "articles: [a.txt]",
          "2:11: 'articles' must be files with names, like 'a.txt: {Smith: john-smith}'" },
        { "articles: {'': {N: norland}}", "2:12: '' is no name of a file" },
        { "articles: {a/: {N: norland}}", "2:12: 'a/' is no name of a file" },
        { "articles: {a: norland}",
          "2:15: article 'a' must have names with ids, like '{Smith: john-smith}'" },
        { "articles:\n  a: {}\n  b:\n  a: {}", "5:3: duplicate article 'a' / 3:3: first defined here" },
        { "articles: {a: {N: norlnd}}", "2:19: no entity 'norlnd'; did you mean 'norland'?" },
        { "articles: {a: {N: Norland Isles}}",
          "2:19: no entity 'Norland Isles'; an id or 'nobody' expected" },
        { "articles: {a: {N: NORLAND}}", "2:19: no entity 'NORLAND'; did you mean 'norland'?" },
        { "articles: {a: {N: }}", "2:19: the id of an entity or 'nobody' expected" },
        { "articles: {a: {N: [norland]}}", "2:19: the id of an entity or 'nobody' expected" },
        { "articles: {a: {' ': nobody}}", "2:16: ' ' is no name" },
        { "articles: {a: {N: nobody, n: norland}}", "2:27: duplicate name 'n' / 2:16: first defined here" },
        { "organizations: {nobody: {name: N}}",
          "2:17: id 'nobody' is kept for names that name nobody; choose another" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        g_autofree char *text = g_strconcat ("states: {norland: {name: Norland}}\n", bad[i].text, NULL);
        assert_messages (text, bad[i].expected);
    }
}

static void
test_all_mistakes_in_the_order_of_the_file (void)
{
    const char *text = "organizations:\n"
                       "  zeta: {name: Zeta, state: nowhere}\n"
                       "officials:\n"
                       "  beta: {name: Beta, offices: [{title: T, since: x, until: y}], colour: red}\n"
                       "states:\n"
                       "  alpha: {nam: Alpha}\n"
                       "  zeta: {name: \xE9}\n";
    g_autofree char *messages = NULL;
    g_autoptr (GError) error = NULL;
    g_assert_null (load (text, -1, &messages, &error));
    g_assert_cmpstr (
        messages, ==,
        "2:29: no state 'nowhere'; the id of one under 'states' expected\n"
        "4:50: 'since' must be a date like 2018, 2018-07 or 2018-07-19, not 'x'\n"
        "4:60: 'until' must be a date like 2018, 2018-07 or 2018-07-19, not 'y'\n"
        "4:65: unknown key 'colour'; expected one of: name, aliases, short, state, gender, offices\n"
        "6:3: 'alpha' has no 'name'\n"
        "6:11: unknown key 'nam'; did you mean 'name'?\n"
        "7:3: duplicate id 'zeta' / 2:3: first defined here\n"
        "7:16: byte 0xE9 is not UTF-8; save the file as UTF-8");
    g_assert_cmpstr (error->message, ==, "the gazetteer has 8 errors");
    g_clear_error (&error);
    g_free (g_steal_pointer (&messages));
    g_assert_null (load ("states: {a: {}}", -1, &messages, &error));
    g_assert_cmpstr (error->message, ==, "the gazetteer has 1 error");
}

/* A message stays a line, however long or odd what it quotes. */
static void
test_quoted_texts_are_tamed (void)
{
    GString *text = g_string_new ("states: {a: {name: A, \"x\\e[31m\\n\\u202e");
    for (guint i = 0; i < 1000; i++)
        g_string_append (text, "x");
    g_string_append (text, "\": 1}}");
    g_autofree char *messages = NULL;
    g_autoptr (GError) error = NULL;
    g_assert_null (load (text->str, -1, &messages, &error));
    g_assert_cmpstr (
        messages, ==,
        "1:23: unknown key 'x\uFFFD[31m\uFFFD\uFFFDxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'; "
        "expected one of: name, aliases, demonyms, metonyms");
    g_string_free (text, TRUE);
}

static void
test_unreadable_files (void)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) missing = NULL, is_directory = NULL, dash = NULL;
    g_autofree char *path = g_build_filename (directory, "none.yaml", NULL);
    g_autofree char *expected = g_strconcat (path, ": No such file or directory", NULL);
    g_autofree char *expected_directory = g_strconcat (directory, ": Is a directory", NULL);

    g_assert_null (ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, &missing));
    g_assert_error (missing, ENT_ERROR, ENT_ERROR_READ);
    g_assert_cmpstr (missing->message, ==, expected);

    g_assert_null (ent_gazetteer_load ((const char *const[]){ directory, NULL }, findings, &is_directory));
    g_assert_error (is_directory, ENT_ERROR, ENT_ERROR_READ);
    g_assert_cmpstr (is_directory->message, ==, expected_directory);

    g_assert_null (ent_gazetteer_load ((const char *const[]){ "-", NULL }, findings, &dash));
    g_assert_cmpstr (dash->message, ==, "-: No such file or directory");
    g_assert_cmpuint (findings->len, ==, 0);
    ent_gazetteer_free (NULL);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    directory = g_dir_make_tmp ("entente-XXXXXX", NULL);
    g_test_add_func ("/gazetteer/mistakes-of-entities", test_mistakes_of_entities);
    g_test_add_func ("/gazetteer/mistakes-of-relations", test_mistakes_of_relations);
    g_test_add_func ("/gazetteer/mistakes-of-articles", test_mistakes_of_articles);
    g_test_add_func ("/gazetteer/all-mistakes-in-order", test_all_mistakes_in_the_order_of_the_file);
    g_test_add_func ("/gazetteer/quoted-texts-are-tamed", test_quoted_texts_are_tamed);
    g_test_add_func ("/gazetteer/unreadable-files", test_unreadable_files);
    int status = g_test_run ();
    g_rmdir (directory);
    g_free (directory);
    return status;
}

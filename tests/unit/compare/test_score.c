/* Scores worked out by hand, and what the command prints. */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "entente.h"

static char *directory, *program;

#define HEADER "article\trelation\tsource\ttarget\tstatus\tmust\tevidence\twhy\n"

static char *
write_file (const char *name, const char *text)
{
    char *path = g_build_filename (directory, name, NULL);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    return path;
}

static EntGazetteer *
load_gazetteer (const char *text)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autofree char *path = write_file ("entities.yaml", text);
    g_autoptr (GError) error = NULL;
    EntGazetteer *gazetteer = ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, &error);
    g_assert_no_error (error);
    return gazetteer;
}

static EntGazetteer *
three_states (void)
{
    return load_gazetteer ("states:\n"
                           "  norland: {name: Norland}\n"
                           "  osland: {name: Osland, aliases: [Kingdom of Osland]}\n"
                           "  pavia: {name: Pavia}\n");
}

/* About articles a.txt and b.txt. */
static EntGold *
read_gold (const EntGazetteer *gazetteer, const char *text)
{
    g_autoptr (GPtrArray) articles = g_ptr_array_new ();
    g_ptr_array_add (articles, (gpointer) "some/where/a.txt");
    g_ptr_array_add (articles, (gpointer) "b.txt");
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autofree char *path = write_file ("gold.tsv", text);
    g_autoptr (GError) error = NULL;
    EntGold *gold = ent_gold_read (path, gazetteer, articles, findings, &error);
    g_assert_no_error (error);
    return gold;
}

/* ---- readings made by hand ---- */

enum { MOST_NAMED = 1000 };

static EntReading *
reading_new (const char *path)
{
    EntReading *reading = g_new0 (EntReading, 1);
    reading->citation.path = g_strdup (path);
    reading->mentions = g_array_new (FALSE, FALSE, sizeof (EntMention));
    reading->vacant = g_array_new (FALSE, FALSE, sizeof (EntSpan));
    reading->sentences = g_array_new (FALSE, FALSE, sizeof (EntCoMention));
    reading->evidence = g_array_new (FALSE, FALSE, sizeof (EntEvidence));
    reading->named =
        g_array_sized_new (FALSE, FALSE, sizeof (EntNamed), MOST_NAMED); /* which must not move */
    reading->strings = g_string_chunk_new (64);
    return reading;
}

static void
name_both (EntReading *reading, const char *a, const char *b)
{
    const EntNamed both[] = { { .id = a }, { .id = b } };
    g_assert_cmpuint (reading->named->len, <, MOST_NAMED - 1);
    g_array_append_vals (reading->named, both, 2);
    EntCoMention sentence = { .article = &reading->citation,
                              .text = "A sentence.",
                              .named = &g_array_index (reading->named, EntNamed, reading->named->len - 2),
                              .n_named = 2 };
    g_array_append_val (reading->sentences, sentence);
}

static void
say (EntReading *reading, const char *relation, const char *source, const char *target, EntStatus status)
{
    EntEvidence evidence = { .article = &reading->citation,
                             .relation = relation,
                             .source = source,
                             .target = target,
                             .directed = strcmp (relation, "responded_to") == 0,
                             .status = status,
                             .text = "A sentence.",
                             .rule = "a.rule" };
    g_array_append_val (reading->evidence, evidence);
}

static void
assert_same (double actual, double expected)
{
    if (isnan (expected))
        g_assert_true (isnan (actual));
    else
        g_assert_cmpfloat_with_epsilon (actual, expected, 1e-12);
}

static void
assert_count (const EntScoreFigures *figures, guint index, const char *relation, EntStatus status, guint gold,
              guint found, guint right, double precision, double recall, double f1)
{
    const EntScoreCount *count = &g_array_index (figures->counts, EntScoreCount, index);
    g_assert_cmpstr (count->relation, ==, relation);
    g_assert_cmpint (count->status, ==, status);
    g_assert_cmpuint (count->gold, ==, gold);
    g_assert_cmpuint (count->found, ==, found);
    g_assert_cmpuint (count->right, ==, right);
    assert_same (count->precision, precision);
    assert_same (count->recall, recall);
    assert_same (count->f1, f1);
}

static void
assert_agreement (const EntScoreFigures *figures, guint index, guint both, guint program_only,
                  guint gold_only, guint neither, double kappa)
{
    const EntAgreement *agreement = &g_array_index (figures->agreements, EntAgreement, index);
    g_assert_cmpuint (agreement->both, ==, both);
    g_assert_cmpuint (agreement->program_only, ==, program_only);
    g_assert_cmpuint (agreement->gold_only, ==, gold_only);
    g_assert_cmpuint (agreement->neither, ==, neither);
    assert_same (agreement->kappa, kappa);
}

/* ---- the example ---- */

/* Six edges in the gold, six found, four of them the same: (1), (3), (5), (6). */
static const char example_gold[] =
    HEADER "a.txt\tmet_with\tnorland\tosland\thappened\tyes\t\t\n"            /* (1) right, said twice */
           "a.txt\tmet_with\tnorland\tpavia\thappened\tyes\twere to meet\t\n" /* (2) found as planned */
           "a.txt\tmet_with\tosland\tpavia\tplanned\thard\t\t\n"              /* (3) right */
           "a.txt\tresponded_to\tosland\tnorland\thappened\tno\t\t\n"         /* (4) missed */
           "b.txt\tresponded_to\tnorland\tosland\thappened\tno\t\t\n"         /* (5) right */
           "b.txt\tmet_with\tnorland\tosland\tdenied\tyes\t\t\n";             /* (6) right */

static const char example_traps[] =
    HEADER "a.txt\tresponded_to\tpavia\tnorland\thappened\tno\t\tnot this\n"
           "b.txt\tresponded_to\tosland\tnorland\thappened\tno\t\tthe other way round\n";

static void
add_example (EntScore *score)
{
    g_autoptr (EntReading) a = reading_new ("some/where/a.txt"), b = reading_new ("b.txt");
    name_both (a, "norland", "osland");
    say (a, "met_with", "norland", "osland", ENT_HAPPENED);
    name_both (a, "norland", "osland");
    say (a, "met_with", "norland", "osland", ENT_HAPPENED);
    name_both (a, "norland", "pavia");
    say (a, "met_with", "norland", "pavia", ENT_PLANNED);
    say (a, "met_with", "osland", "pavia", ENT_PLANNED);
    name_both (b, "norland", "osland");
    say (b, "responded_to", "norland", "osland", ENT_HAPPENED);
    say (b, "responded_to", "osland", "norland", ENT_HAPPENED);
    say (b, "met_with", "norland", "osland", ENT_DENIED);
    g_assert_true (ent_score_add (score, b, NULL));
    g_assert_true (ent_score_add (score, a, NULL));
}

typedef struct {
    EntGazetteer *gazetteer;
    EntGold *gold, *traps;
    EntScore *score;
    const EntScoreFigures *figures;
} Example;

static void
example_set_up (Example *example, gconstpointer data)
{
    (void)data;
    example->gazetteer = three_states ();
    example->gold = read_gold (example->gazetteer, example_gold);
    example->traps = read_gold (example->gazetteer, example_traps);
    example->score = ent_score_new (example->gazetteer, example->gold, example->traps);
    add_example (example->score);
    example->figures = ent_score_finish (example->score);
}

static void
example_tear_down (Example *example, gconstpointer data)
{
    (void)data;
    ent_score_free (example->score);
    ent_gold_free (example->gold);
    ent_gold_free (example->traps);
    ent_gazetteer_free (example->gazetteer);
}

/* precision = right / found, recall = right / gold, F1 = 2 right / (found + gold), counted on the fingers. */
static void
test_counts (Example *example, gconstpointer data)
{
    (void)data;
    const EntScoreFigures *figures = example->figures;
    g_assert_cmpuint (figures->counts->len, ==, 12);
    assert_count (figures, 0, NULL, ENT_N_STATUSES, 6, 6, 4, 2. / 3, 2. / 3, 2. / 3);
    assert_count (figures, 1, NULL, ENT_HAPPENED, 4, 3, 2, 2. / 3, 1. / 2, 4. / 7);
    assert_count (figures, 2, NULL, ENT_PLANNED, 1, 2, 1, 1. / 2, 1, 2. / 3);
    assert_count (figures, 3, NULL, ENT_DENIED, 1, 1, 1, 1, 1, 1);
    assert_count (figures, 4, "met_with", ENT_N_STATUSES, 4, 4, 3, 3. / 4, 3. / 4, 3. / 4);
    assert_count (figures, 5, "met_with", ENT_HAPPENED, 2, 1, 1, 1, 1. / 2, 2. / 3);
    assert_count (figures, 6, "met_with", ENT_PLANNED, 1, 2, 1, 1. / 2, 1, 2. / 3);
    assert_count (figures, 7, "met_with", ENT_DENIED, 1, 1, 1, 1, 1, 1);
    assert_count (figures, 8, "responded_to", ENT_N_STATUSES, 2, 2, 1, 1. / 2, 1. / 2, 1. / 2);
    assert_count (figures, 9, "responded_to", ENT_HAPPENED, 2, 2, 1, 1. / 2, 1. / 2, 1. / 2);
    assert_count (figures, 10, "responded_to", ENT_PLANNED, 0, 0, 0, NAN, NAN, NAN);
    assert_count (figures, 11, "responded_to", ENT_DENIED, 0, 0, 0, NAN, NAN, NAN);
    g_assert_cmpuint (figures->must, ==, 3);
    g_assert_cmpuint (figures->must_found, ==, 2);
    assert_same (figures->must_recall, 2. / 3);
}

/* met_with: three candidates (twice norland-osland, once norland-pavia), two judged alike;
 * chance (1*2 + 2*1) / 9, kappa (6 - 4) / (9 - 4).
 * responded_to: the same both ways round, six; four judged alike; chance (2*2 + 4*4) / 36,
 * kappa (24 - 20) / (36 - 20). */
static void
test_agreement (Example *example, gconstpointer data)
{
    (void)data;
    assert_agreement (example->figures, 0, 1, 0, 1, 1, 0.4);
    assert_agreement (example->figures, 1, 1, 1, 1, 3, 0.25);
}

static void
test_errors (Example *example, gconstpointer data)
{
    (void)data;
    const EntScoreFigures *figures = example->figures;
    g_assert_cmpuint (figures->missed->len, ==, 2);
    const EntScoreError *missed = &g_array_index (figures->missed, EntScoreError, 0);
    g_assert_cmpstr (missed->target, ==, "pavia");
    g_assert_cmpstr (missed->gold->evidence, ==, "were to meet");
    g_assert_cmpuint (missed->gold->line, ==, 3);
    g_assert_true (missed->elsewhere[ENT_PLANNED] && !missed->elsewhere[ENT_HAPPENED]);
    g_assert_null (missed->sentence);
    missed = &g_array_index (figures->missed, EntScoreError, 1);
    g_assert_cmpstr (missed->relation, ==, "responded_to");
    g_assert_true (missed->directed && !missed->elsewhere[ENT_PLANNED]);

    g_assert_cmpuint (figures->wrong->len, ==, 2);
    const EntScoreError *wrong = &g_array_index (figures->wrong, EntScoreError, 0);
    g_assert_cmpstr (wrong->article, ==, "a.txt");
    g_assert_cmpstr (wrong->sentence, ==, "A sentence.");
    g_assert_cmpstr (wrong->rule, ==, "a.rule");
    g_assert_true (wrong->elsewhere[ENT_HAPPENED] && wrong->trap == NULL && wrong->gold == NULL);
}

static void
test_traps (Example *example, gconstpointer data)
{
    (void)data;
    g_assert_cmpuint (example->figures->traps, ==, 2);
    g_assert_cmpuint (example->figures->sprung, ==, 1);
    const EntScoreError *wrong = &g_array_index (example->figures->wrong, EntScoreError, 1);
    g_assert_cmpstr (wrong->trap->why, ==, "the other way round");
}

/* ---- kappa ---- */

/* Fifty cases, 20 yes-yes, 5 and 10 on which the two differ, 15 no-no: observed 35/50 = .7, chance
 * .5 * .6 + .5 * .4 = .5, so kappa is .2 / .5. One edge of either side stands outside. */
static void
test_kappa_of_fifty (void)
{
    g_autoptr (GString) yaml = g_string_new ("states:\n  hub: {name: Hub}\n");
    g_autoptr (GString) rows = g_string_new (HEADER);
    g_autoptr (EntReading) reading = reading_new ("a.txt");
    g_autoptr (GStringChunk) ids = g_string_chunk_new (1024);
    for (guint i = 0; i < 50; i++) {
        g_autofree char *made = g_strdup_printf ("land-%02u", i);
        char *id = g_string_chunk_insert (ids, made);
        g_string_append_printf (yaml, "  %s: {name: Land %u}\n", id, i);
        name_both (reading, "hub", id);
        if (i < 25)
            say (reading, "met_with", "hub", id, ENT_HAPPENED);
        if (i < 20 || i >= 40)
            g_string_append_printf (rows, "a.txt\tmet_with\thub\t%s\thappened\tno\t\t\n", id);
    }
    g_string_append (rows, "a.txt\tmet_with\tland-00\tland-01\thappened\tno\t\t\n");
    say (reading, "met_with", "land-02", "land-03", ENT_HAPPENED);

    g_autoptr (EntGazetteer) gazetteer = load_gazetteer (yaml->str);
    g_autoptr (EntGold) gold = read_gold (gazetteer, rows->str);
    g_autoptr (EntScore) score = ent_score_new (gazetteer, gold, NULL);
    g_assert_true (ent_score_add (score, reading, NULL));
    const EntScoreFigures *figures = ent_score_finish (score);
    assert_agreement (figures, 0, 20, 5, 10, 15, 0.4);
    const EntAgreement *agreement = &g_array_index (figures->agreements, EntAgreement, 0);
    g_assert_cmpuint (agreement->gold_outside, ==, 1);
    g_assert_cmpuint (agreement->program_outside, ==, 1);
    /* nobody answers anybody, and both say so: no chance to disagree */
    assert_agreement (figures, 1, 0, 0, 0, 100, NAN);
}

static void
test_nothing_at_all (void)
{
    g_autoptr (EntGazetteer) gazetteer = three_states ();
    g_autoptr (EntGold) gold = read_gold (gazetteer, HEADER);
    g_autoptr (EntScore) score = ent_score_new (gazetteer, gold, NULL);
    const EntScoreFigures *figures = ent_score_finish (score);
    assert_count (figures, 0, NULL, ENT_N_STATUSES, 0, 0, 0, NAN, NAN, NAN);
    assert_agreement (figures, 0, 0, 0, 0, 0, NAN);
    assert_same (figures->must_recall, NAN);
    g_assert_cmpuint (figures->traps, ==, 0);
}

static void
test_two_articles_of_one_name (void)
{
    g_autoptr (EntGazetteer) gazetteer = three_states ();
    g_autoptr (EntGold) gold = read_gold (gazetteer, HEADER);
    g_autoptr (EntScore) score = ent_score_new (gazetteer, gold, NULL);
    g_autoptr (EntReading) one = reading_new ("x/a.txt"), other = reading_new ("y/a.txt");
    g_autoptr (GError) error = NULL;
    g_assert_true (ent_score_add (score, one, &error));
    g_assert_false (ent_score_add (score, other, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_FORMAT);
    g_assert_cmpstr (error->message, ==,
                     "y/a.txt: a second article of this name; a hand coding could not tell them apart");
}

/* ---- the command ---- */

/* What `entente score` prints about a real article, parsed back. */
static void
test_json (void)
{
    if (!g_file_test (program, G_FILE_TEST_IS_EXECUTABLE)) {
        g_test_skip ("the program is not built");
        return;
    }
    g_autofree char *gazetteer = write_file ("entities.yaml", "officials:\n"
                                                              "  anna-arden: {name: Anna Arden}\n"
                                                              "  boris-birk: {name: Boris Birk}\n");
    g_autofree char *article = write_file ("a.txt", "Anna Arden met \"Boris Birk\" on Monday.\n");
    g_autofree char *gold =
        write_file ("gold.tsv", HEADER "a.txt\tmet_with\tanna-arden\tboris-birk\thappened\tyes\tmet\t\n"
                                       "a.txt\tmet_with\tanna-arden\tboris-birk\tdenied\tno\t\"no\\\t\n");
    const char *const arguments[] = { program,    "score", "-g",    gazetteer, "--json",
                                      "--errors", gold,    article, NULL };
    g_autofree char *output = NULL;
    int status = -1;
    g_assert_true (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                                 &status, NULL));
    g_assert_cmpint (status, ==, 0);
    g_autoptr (JsonParser) parser = json_parser_new ();
    g_assert_true (json_parser_load_from_data (parser, output, -1, NULL));
    JsonObject *root = json_node_get_object (json_parser_get_root (parser));
    g_assert_cmpint (json_object_get_int_member (root, "must_found"), ==, 1);
    JsonObject *all = json_array_get_object_element (json_object_get_array_member (root, "edges"), 0);
    g_assert_true (json_object_get_null_member (all, "relation"));
    g_assert_cmpfloat (json_object_get_double_member (all, "recall"), ==, 0.5);
    g_assert_cmpfloat (json_object_get_double_member (all, "precision"), ==, 1);
    JsonArray *agreement = json_object_get_array_member (root, "agreement");
    g_assert_true (json_object_get_null_member (json_array_get_object_element (agreement, 0), "kappa"));
    JsonObject *missed = json_array_get_object_element (json_object_get_array_member (root, "missed"), 0);
    g_assert_cmpstr (json_object_get_string_member (missed, "evidence"), ==, "\"no\\");
    g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (missed, "other_side"), 0),
                     ==, "happened");
}

static void
remove_files (void)
{
    static const char *const names[] = { "entities.yaml", "gold.tsv", "a.txt" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *path = g_build_filename (directory, names[i], NULL);
        g_unlink (path);
    }
    g_rmdir (directory);
    g_free (directory);
    g_free (program);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    directory = g_dir_make_tmp ("entente-XXXXXX", NULL);
    g_autofree char *here = g_path_get_dirname (argv[0]);
    program = g_build_filename (here, "..", "entente", NULL);
    g_test_add ("/score/counts", Example, NULL, example_set_up, test_counts, example_tear_down);
    g_test_add ("/score/agreement", Example, NULL, example_set_up, test_agreement, example_tear_down);
    g_test_add ("/score/errors", Example, NULL, example_set_up, test_errors, example_tear_down);
    g_test_add ("/score/traps", Example, NULL, example_set_up, test_traps, example_tear_down);
    g_test_add_func ("/score/kappa-of-fifty", test_kappa_of_fifty);
    g_test_add_func ("/score/nothing-at-all", test_nothing_at_all);
    g_test_add_func ("/score/two-articles-of-one-name", test_two_articles_of_one_name);
    g_test_add_func ("/score/json", test_json);
    int status = g_test_run ();
    remove_files ();
    return status;
}

/* The program against the hand coding that lies beside the project, where it does: ../shared. */
#include <string.h>

#include "entente.h"

typedef struct {
    EntGazetteer *gazetteer;
    GPtrArray *articles; /* paths */
    EntGold *gold, *traps;
    EntScore *score;
    const EntScoreFigures *figures;
} Scored;

static char *
shared_path (const char *a, const char *b)
{
    return g_test_build_filename (G_TEST_DIST, "..", "..", "shared", a, b, NULL);
}

static void
add_articles (GPtrArray *articles, const char *path)
{
    g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
    g_assert_nonnull (directory);
    const char *name;
    while ((name = g_dir_read_name (directory)) != NULL)
        if (g_str_has_suffix (name, ".txt"))
            g_ptr_array_add (articles, g_build_filename (path, name, NULL));
    g_assert_cmpuint (articles->len, >, 0);
}

static EntGold *
read_gold (const Scored *scored, const char *set, const char *name)
{
    g_autofree char *path = shared_path (set, name);
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    EntGold *gold = ent_gold_read (path, scored->gazetteer, scored->articles, findings, &error);
    for (guint i = 0; i < findings->len; i++) {
        g_autofree char *line = ent_finding_format (findings->pdata[i]);
        g_test_message ("%s", line);
    }
    g_assert_no_error (error);
    return gold;
}

static void
read_articles (const Scored *scored)
{
    g_autoptr (EntReader) reader = ent_reader_new (scored->gazetteer);
    for (guint i = 0; i < scored->articles->len; i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (EntArticle) article = ent_article_read (scored->articles->pdata[i], &error);
        g_assert_no_error (error);
        g_autoptr (EntReading) reading = ent_read (reader, article);
        g_assert_true (ent_score_add (scored->score, reading, &error));
    }
}

static void
score_set (Scored *scored, const char *set, const char *articles, const char *gazetteer, gboolean has_traps)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autofree char *path = shared_path (set, articles);
    scored->gazetteer = ent_gazetteer_load ((const char *const[]){ gazetteer, NULL }, findings, NULL);
    g_assert_nonnull (scored->gazetteer);
    scored->articles = g_ptr_array_new_with_free_func (g_free);
    add_articles (scored->articles, path);
    scored->gold = read_gold (scored, set, "gold.tsv");
    scored->traps = has_traps ? read_gold (scored, set, "traps.tsv") : NULL;
    scored->score = ent_score_new (scored->gazetteer, scored->gold, scored->traps);
    read_articles (scored);
    scored->figures = ent_score_finish (scored->score);
}

static void
clear_scored (Scored *scored)
{
    ent_score_free (scored->score);
    ent_gold_free (scored->gold);
    ent_gold_free (scored->traps);
    g_ptr_array_unref (scored->articles);
    ent_gazetteer_free (scored->gazetteer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scored, clear_scored)

/* FALSE after skipping the test. */
static gboolean
is_there (const char *set)
{
    g_autofree char *path = shared_path (set, "gold.tsv");
    if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    g_test_skip ("no hand coding in ../shared beside the project");
    return FALSE;
}

static const EntScoreCount *
count_at (const Scored *scored, guint index)
{
    const EntScoreCount *count = &g_array_index (scored->figures->counts, EntScoreCount, index);
    g_test_message ("gold %u, found %u, right %u", count->gold, count->found, count->right);
    return count;
}

static void
test_dev (void)
{
    if (!is_there ("dev"))
        return;
    g_autofree char *gazetteer = shared_path ("dev", "entities.yaml");
    g_auto (Scored) scored = { 0 };
    score_set (&scored, "dev", "articles", gazetteer, TRUE);
    g_assert_cmpfloat (scored.figures->must_recall, >=, 0.90);
    g_assert_cmpfloat (count_at (&scored, 1)->precision, >=, 0.85); /* happened */
    g_assert_cmpfloat (count_at (&scored, 0)->f1, >=, 0.65);
    g_assert_cmpuint (scored.figures->sprung, <=, 5);
}

static void
test_seeds (void)
{
    if (!is_there ("seeds"))
        return;
    g_autofree char *gazetteer = g_test_build_filename (G_TEST_DIST, "..", "entities.yaml", NULL);
    g_auto (Scored) scored = { 0 };
    score_set (&scored, "seeds", "", gazetteer, FALSE);
    g_assert_cmpfloat (count_at (&scored, 0)->precision, ==, 1);
    g_assert_cmpuint (scored.figures->must_found, ==, scored.figures->must);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/score-shared/dev", test_dev);
    g_test_add_func ("/score-shared/seeds", test_seeds);
    return g_test_run ();
}

/* Any bytes as a gazetteer; a good one is read with. */
#include "fuzz.h"

#include "reading.h"

static const char text[] =
    "source: nobody\n\nThe Ruritanian president, Ada Holm, met Iran's envoy in Moscow. He "
    "denied her claim. Chief Holm and the U.S. said they would meet again.\n";

/* One line; of an excerpt two, which can be printed. */
static void
check_finding (const EntFinding *finding)
{
    g_autofree char *line = ent_finding_format (finding);
    g_assert_true (g_utf8_validate (line, -1, NULL));
    g_assert_null (strchr (line, '\n'));
    if (finding->excerpt != NULL) {
        const char *marks = strchr (finding->excerpt, '\n');
        g_assert_nonnull (marks);
        g_assert_true (g_utf8_validate (finding->excerpt, -1, NULL));
        g_assert_cmpuint (strspn (marks + 1, "\t ^~"), ==, strlen (marks + 1));
        g_assert_true (strchr (marks, '^') != NULL && strchr (marks, '^') == strrchr (marks, '^'));
    }
    for (guint i = 0; finding->notes != NULL && i < finding->notes->len; i++)
        check_finding (finding->notes->pdata[i]);
}

static void
use (const EntGazetteer *gazetteer)
{
    for (guint i = 0; i < ent_gazetteer_size (gazetteer); i++) {
        const EntEntity *entity = ent_gazetteer_entity (gazetteer, i);
        g_assert_cmpuint (ent_gazetteer_find (gazetteer, entity->id), ==, i);
        g_free (ent_gazetteer_nearest (gazetteer, entity->name));
    }
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntArticle) article = fuzz_article ("a.txt", (const uint8_t *)text, strlen (text));
    g_autoptr (EntReading) reading = ent_read (reader, article);
    reading_check (gazetteer, article, reading);
}

/* What is looked over is a gazetteer where what is loaded is one, with the same mistakes. */
static void
check (const char *path, guint n_mistakes)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (EntGazetteer) gazetteer =
        ent_gazetteer_check ((const char *const[]){ path, NULL }, findings, &error);
    if (gazetteer != NULL) {
        g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
        g_autoptr (EntArticle) article = fuzz_article ("a.txt", (const uint8_t *)text, strlen (text));
        g_autoptr (EntReading) reading = ent_read (reader, article);
        g_autoptr (EntUsage) usage = ent_usage_new (gazetteer);
        ent_usage_add (usage, article, reading);
        ent_usage_finish (usage, findings);
    }
    guint n_errors = 0;
    for (guint i = 0; i < findings->len; i++) {
        const EntFinding *finding = findings->pdata[i];
        n_errors += finding->severity == ENT_SEVERITY_ERROR;
        check_finding (finding);
    }
    g_assert_cmpuint (n_errors, ==, n_mistakes);
    g_assert_true ((gazetteer == NULL) == (n_errors > 0));
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
    char path[32];
    int file = fuzz_file (bytes, length, path);
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (EntGazetteer) gazetteer =
        ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, &error);
    g_assert_true ((gazetteer == NULL) == (error != NULL));
    for (guint i = 0; i < findings->len; i++)
        check_finding (findings->pdata[i]);
    check (path, findings->len);
    close (file);
    if (gazetteer != NULL)
        use (gazetteer);
    return 0;
}

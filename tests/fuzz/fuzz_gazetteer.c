/* Any bytes as a gazetteer; a good one is read with. */
#include "fuzz.h"

#include "reading.h"

static const char text[] =
    "source: nobody\n\nThe Ruritanian president, Ada Holm, met Iran's envoy in Moscow. He "
    "denied her claim. Chief Holm and the U.S. said they would meet again.\n";

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

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
    char path[32];
    int file = fuzz_file (bytes, length, path);
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (EntGazetteer) gazetteer =
        ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, &error);
    close (file);
    g_assert_true ((gazetteer == NULL) == (error != NULL));
    for (guint i = 0; i < findings->len; i++) {
        g_autofree char *line = ent_finding_format (findings->pdata[i]);
        g_assert_true (g_utf8_validate (line, -1, NULL));
        g_assert_null (strchr (line, '\n'));
    }
    if (gazetteer != NULL)
        use (gazetteer);
    return 0;
}

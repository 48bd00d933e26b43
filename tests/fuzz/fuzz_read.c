/* Any bytes as prose, through all of the grammar. */
#include "fuzz.h"

#include "reading.h"

static EntGazetteer *
load (void)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    EntGazetteer *gazetteer = ent_gazetteer_load (
        (const char *const[]){ TESTS_DIR "/relations/names.yaml", NULL }, findings, &error);
    g_assert_no_error (error);
    return gazetteer;
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
    static EntGazetteer *gazetteer;
    static EntReader *reader;
    if (gazetteer == NULL) {
        gazetteer = load ();
        reader = ent_reader_new (gazetteer);
    }
    g_autoptr (EntArticle) article = fuzz_article ("a.txt", bytes, length);
    if (article == NULL)
        return 0;
    fuzz_check_article (article);
    g_autoptr (EntReading) reading = ent_read (reader, article);
    reading_check (gazetteer, article, reading);
    return 0;
}

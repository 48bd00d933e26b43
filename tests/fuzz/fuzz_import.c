/* Any bytes as a list to import, in a format that their number chooses; what comes out is a gazetteer without a mistake. */
#include <string.h>

#include "fuzz.h"

static void
check (const char *yaml)
{
    char path[32];
    int file = fuzz_file ((const uint8_t *)yaml, strlen (yaml), path);
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (EntGazetteer) gazetteer =
        ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, &error);
    close (file);
    g_assert_no_error (error);
    g_assert_cmpuint (ent_gazetteer_size (gazetteer), >, 0);
}

static void
import_as (const char *path, const char *format)
{
    g_autoptr (EntImport) import = ent_import_new (NULL);
    g_autoptr (GError) error = NULL;
    gboolean ok = ent_import_read (import, path, format, &error);
    g_assert_true (ok == (error == NULL));
    if (!ok)
        return;
    g_autofree char *yaml = ent_import_finish (import, &error);
    g_assert_no_error (error);
    g_autoptr (GPtrArray) notes = ent_import_notes (import);
    for (guint i = 0; i < notes->len; i++)
        g_assert_true (g_utf8_validate (notes->pdata[i], -1, NULL));
    if (yaml[0] != '\0')
        check (yaml);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
    static const char *const formats[] = { NULL, "ftm", "wikidata", "cameo", "csv" };
    char path[32];
    int file = fuzz_file (bytes, length, path);
    import_as (path, formats[length % G_N_ELEMENTS (formats)]);
    close (file);
    return 0;
}

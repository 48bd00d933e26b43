/* Any bytes as an evidence file; what is read is written and read again. */
#include <string.h>

#include "fuzz.h"

static void
write_again (const EntEvidenceRow *row, gpointer out)
{
    ent_evidence_to_json (row, out);
}

static GString *
read_file (const uint8_t *bytes, size_t length, gboolean *ok)
{
    char path[32];
    int file = fuzz_file (bytes, length, path);
    g_autoptr (GError) error = NULL;
    GString *out = g_string_new (NULL);
    *ok = ent_evidence_read (path, write_again, out, &error);
    g_assert_true (*ok == (error == NULL));
    close (file);
    return out;
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
    gboolean ok;
    g_autoptr (GString) once = read_file (bytes, length, &ok);
    g_autoptr (GString) twice = read_file ((const uint8_t *)once->str, once->len, &ok);
    g_assert_true (ok);
    g_assert_cmpstr (once->str, ==, twice->str);
    return 0;
}

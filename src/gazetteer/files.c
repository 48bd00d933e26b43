/* files.c - the files of a gazetteer: those that are named, and those that they include. */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/finding.h"
#include "base/nearest.h"
#include "load.h"

#define MAX_MEGABYTES 256 /* of a file; more than a million names take. Stops at what never ends */

enum {
    MAX_FILE = MAX_MEGABYTES << 20,
    MAX_DEPTH = 32 /* files of which each includes the next */
};

/* Of a file: nothing known, what it includes is being read, all read. */
typedef enum { UNSEEN, OPEN, DONE } State;

typedef struct {
    EntGazetteer *gazetteer;
    GPtrArray *roots, *findings;
    GHashTable *states; /* device and inode of a file -> State */
} Reading;

static gboolean read_path (Reading *reading, const char *path, const EntYaml *asked, guint depth);

/* ---- bytes ---- */

/* Why a file could not be read. */
static const char *
reason_of (int number)
{
    return number == EFBIG ? "larger than " G_STRINGIFY (MAX_MEGABYTES) " MB" : g_strerror (number);
}

static GBytes *
read_bytes (FILE *stream)
{
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    guint8 block[65536];
    size_t n;
    errno = 0;
    while ((n = fread (block, 1, sizeof block, stream)) > 0 && bytes->len < MAX_FILE)
        g_byte_array_append (bytes, block, (guint)n);
    if (n > 0)
        errno = EFBIG;
    if (n > 0 || ferror (stream))
        return NULL;
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Where a file looks for what it includes: beside itself. Beside a pipe there is nothing. */
static char *
folder_of (const char *path, const GStatBuf *status)
{
    const char *slash = S_ISREG (status->st_mode) ? strrchr (path, '/') : NULL;
    return g_strndup (path, slash != NULL ? (gsize)(slash - path) + 1 : 0);
}

/* ---- files ---- */

/* NULL where there is nothing to load. */
static EntYaml *
parse (Reading *reading, const EntGazetteerFile *file)
{
    gsize length;
    const char *text = g_bytes_get_data (file->bytes, &length);
    g_autoptr (EntYaml) root =
        ent_yaml_parse (file->path, text, length, reading->gazetteer->strings, reading->findings);
    if (root == NULL || root->null)
        return NULL;
    if (root->kind == ENT_YAML_MAPPING)
        return g_steal_pointer (&root);
    ent_yaml_finding (reading->findings, root, ENT_SEVERITY_ERROR,
                      "the file must start with a key: states, officials or organizations");
    return NULL;
}

static void
include (Reading *reading, const EntYaml *item, const char *folder, guint depth)
{
    g_autofree char *path =
        g_path_is_absolute (item->text) ? g_strdup (item->text) : g_strconcat (folder, item->text, NULL);
    g_autofree char *shown = ent_quote (path);
    if (depth == MAX_DEPTH)
        ent_yaml_finding (reading->findings, item, ENT_SEVERITY_ERROR,
                          "%s is not read: it is the end of a chain of more than %d files", shown, MAX_DEPTH);
    else if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        ent_yaml_finding (reading->findings, item,
                          ENT_SEVERITY_ERROR, /* a pipe might be waited for for ever */
                          "cannot include %s: it is no regular file", shown);
    else if (!read_path (reading, path, item, depth + 1))
        ent_yaml_finding (reading->findings, item, ENT_SEVERITY_ERROR, "cannot include %s: %s", shown,
                          reason_of (errno));
}

static void
include_all (Reading *reading, const EntYaml *root, const char *folder, guint depth)
{
    g_autoptr (GPtrArray) items =
        ent_yaml_texts (reading->findings, ent_yaml_get (root, "include"), "include");
    for (guint i = 0; i < items->len; i++)
        include (reading, items->pdata[i], folder, depth);
}

static void
take_file (Reading *reading, const char *path, GBytes *bytes, const char *folder, guint depth)
{
    EntGazetteerFile file = { g_string_chunk_insert (reading->gazetteer->strings, path), bytes };
    EntYaml *root = parse (reading, &file);
    if (root != NULL) {
        include_all (reading, root, folder, depth);
        g_ptr_array_add (reading->roots, root);
    }
    g_array_append_val (reading->gazetteer->files, file);
}

/* FALSE, with errno, if the file cannot be read. */
static gboolean
read_open_file (Reading *reading, FILE *stream, const char *path, const EntYaml *asked, guint depth)
{
    GStatBuf status;
    if (fstat (fileno (stream), &status) != 0)
        return FALSE;
    g_autofree char *key = g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT,
                                            (guint64)status.st_dev, (guint64)status.st_ino);
    State state = GPOINTER_TO_UINT (g_hash_table_lookup (reading->states, key));
    if (state == OPEN)
        ent_yaml_finding (reading->findings, asked, ENT_SEVERITY_ERROR,
                          "'%s' cannot be included here: it includes this file", asked->text);
    if (state != UNSEEN)
        return TRUE;
    if (S_ISREG (status.st_mode) && status.st_size > MAX_FILE) {
        errno = EFBIG;
        return FALSE;
    }
    GBytes *bytes = read_bytes (stream);
    if (bytes == NULL)
        return FALSE;
    g_autofree char *folder = folder_of (path, &status);
    g_hash_table_insert (reading->states, g_strdup (key), GUINT_TO_POINTER (OPEN));
    take_file (reading, path, bytes, folder, depth);
    g_hash_table_insert (reading->states, g_strdup (key), GUINT_TO_POINTER (DONE));
    return TRUE;
}

/* `asked` is the item of an `include:`, or NULL. FALSE, with errno, if the file cannot be read. */
static gboolean
read_path (Reading *reading, const char *path, const EntYaml *asked, guint depth)
{
    FILE *stream = g_fopen (path, "rb");
    if (stream == NULL)
        return FALSE;
    gboolean read = read_open_file (reading, stream, path, asked, depth);
    int why = errno;
    fclose (stream);
    errno = why;
    return read;
}

gboolean
ent_gazetteer_read_files (EntGazetteer *gazetteer, const char *const *paths, GPtrArray *roots,
                          GPtrArray *findings, GError **error)
{
    g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Reading reading = { gazetteer, roots, findings, states };
    for (; *paths != NULL; paths++)
        if (!read_path (&reading, *paths, NULL, 0)) {
            g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: %s", *paths, reason_of (errno));
            return FALSE;
        }
    return TRUE;
}

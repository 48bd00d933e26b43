/* apart.c - no output may be a file that is read as well, or another output: by device and inode, so that it does not matter
 * through which name or link it is reached. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd.h"

/* The identity of a regular file; NULL for all else: a pipe or a device loses nothing. */
static char *
identity (const struct stat *status)
{
    if (!S_ISREG (status->st_mode))
        return NULL;
    return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64)status->st_dev,
                            (guint64)status->st_ino);
}

static char *
identity_of_input (const char *path)
{
    struct stat status;
    gboolean known = strcmp (path, "-") == 0 ? fstat (STDIN_FILENO, &status) == 0 : stat (path, &status) == 0;
    return known ? identity (&status) : NULL;
}

/* Of a file that is not there yet: its path, without links. */
static char *
identity_of_output (const char *path)
{
    struct stat status;
    if (strcmp (path, "-") == 0 ? fstat (STDOUT_FILENO, &status) == 0 : stat (path, &status) == 0)
        return identity (&status);
    g_autofree char *place = cmd_output_place (path);
    g_autofree char *directory = place != NULL ? g_path_get_dirname (place) : NULL;
    g_autofree char *real = directory != NULL ? realpath (directory, NULL) : NULL;
    if (real == NULL)
        return NULL; /* the reason is reported when it is opened */
    g_autofree char *name = g_path_get_basename (place);
    return g_build_filename (real, name, NULL);
}

/* Identity -> how the user calls the output: those of -o, or standard output where there are none. NULL after a message. */
static GHashTable *
identify_outputs (char **paths)
{
    g_autoptr (GHashTable) outputs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    struct stat status;
    char *id;
    if (paths == NULL && fstat (STDOUT_FILENO, &status) == 0 && (id = identity (&status)) != NULL)
        g_hash_table_insert (outputs, id, g_strdup ("standard output"));
    for (; paths != NULL && *paths != NULL; paths++) {
        id = identity_of_output (*paths);
        const char *other = id != NULL ? g_hash_table_lookup (outputs, id) : NULL;
        if (other != NULL) {
            cmd_error ("%s and -o %s are one file", other, *paths);
            g_free (id);
            return NULL;
        }
        if (id != NULL)
            g_hash_table_insert (outputs, id, g_strconcat ("-o ", *paths, NULL));
    }
    return g_steal_pointer (&outputs);
}

static gboolean
spares (GHashTable *outputs, const char *input)
{
    g_autofree char *id = g_hash_table_size (outputs) > 0 ? identity_of_input (input) : NULL;
    const char *output = id != NULL ? g_hash_table_lookup (outputs, id) : NULL;
    if (output != NULL)
        cmd_error ("%s would overwrite %s, which is read", output,
                   strcmp (input, "-") == 0 ? "standard input" : input);
    return output == NULL;
}

gboolean
cmd_apart_from_inputs (char **outputs, const GPtrArray *inputs)
{
    g_autoptr (GHashTable) ids = identify_outputs (outputs);
    gboolean apart = ids != NULL;
    for (guint i = 0; apart && i < inputs->len; i++)
        apart = spares (ids, inputs->pdata[i]);
    return apart;
}

gboolean
cmd_apart_from_files (char **outputs, char **paths)
{
    g_autoptr (GHashTable) ids = identify_outputs (outputs);
    gboolean apart = ids != NULL;
    for (; apart && paths != NULL && *paths != NULL; paths++)
        apart = spares (ids, *paths);
    return apart;
}

gboolean
cmd_apart_from_gazetteer (char **outputs, const EntGazetteer *gazetteer)
{
    g_autoptr (GHashTable) ids = identify_outputs (outputs);
    gboolean apart = ids != NULL;
    const char *path;
    for (guint i = 0; apart && (path = ent_gazetteer_file (gazetteer, i)) != NULL; i++)
        apart = spares (ids, path);
    return apart;
}

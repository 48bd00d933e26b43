/* inputs.c - arguments -> the articles they name. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd.h"

/* ---- evidence ---- */

static gboolean
is_article (const char *name)
{
    static const char *const suffixes[] = { ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml" };
    g_autofree char *lower = g_ascii_strdown (name, -1);
    for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
        if (g_str_has_suffix (lower, suffixes[i]))
            return TRUE;
    return FALSE;
}

/* The first bytes of a pipe, which remain in it, or of a file; nothing where neither can be read. */
static gsize
peek (int file, char *bytes, gsize room)
{
    gssize n = pread (file, bytes, room, lseek (file, 0, SEEK_CUR));
#ifdef __linux__
    int copy[2];
    if (n < 0 && pipe (copy) == 0) {
        do
            n = tee (file, copy[1], room, 0);
        while (n < 0 && errno == EINTR);
        if (n > 0)
            n = read (copy[0], bytes, (gsize)n);
        close (copy[0]);
        close (copy[1]);
    }
#endif
    return (gsize)MAX (n, 0);
}

/* A JSON object whose keys are those of a row, of either edition. */
static gboolean
begins_as_evidence (const char *bytes, gsize length)
{
    g_autofree char *start = g_strndup (bytes, length);
    return g_regex_match_simple (
        "^\\s*\\{.*\"(kind\"\\s*:\\s*\"(article|sentence|relation)|relation\"\\s*:\\s*\"[a-z_]+)\"", start,
        G_REGEX_RAW, 0);
}

/* Once for each path, since it is gone when it was read. */
static gboolean
opens_as_evidence (const char *path)
{
    static GHashTable *known;
    gpointer answer;
    if (known == NULL)
        known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    if (g_hash_table_lookup_extended (known, path, NULL, &answer))
        return GPOINTER_TO_INT (answer);
    char start[4096];
    int file = strcmp (path, "-") == 0 ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC);
    gsize n = file >= 0 ? peek (file, start, sizeof start) : 0;
    if (file > STDIN_FILENO)
        close (file);
    gboolean evidence = begins_as_evidence (start, n);
    g_hash_table_insert (known, g_strdup (path), GINT_TO_POINTER (evidence));
    return evidence;
}

gboolean
cmd_is_evidence (const char *path)
{
    if (g_str_has_suffix (path, ".jsonl"))
        return TRUE;
    gboolean piped =
        strcmp (path, "-") == 0 || g_str_has_prefix (path, "/dev/fd/") || g_str_equal (path, "/dev/stdin");
    return (piped || (!is_article (path) && g_file_test (path, G_FILE_TEST_IS_REGULAR))) &&
           opens_as_evidence (path);
}

/* ---- articles ---- */

static int
is_visible (const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int
compare_names (const struct dirent **a, const struct dirent **b)
{
    return strcmp ((*a)->d_name, (*b)->d_name);
}

static char *
place_of (const struct stat *status)
{
    return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64)status->st_dev,
                            (guint64)status->st_ino);
}

/* What an argument leads to: its articles, and the directories that were searched already, as "device:inode". Links may
 * lead to one of them in many ways, or in a circle. */
typedef struct {
    GPtrArray *inputs;
    GHashTable *searched;
    gboolean failed;
} Search;

static void search_directory (Search *search, const char *path, const struct stat *status);

/* What a directory holds: an article, or a directory. */
static void
search_member (Search *search, const char *path)
{
    struct stat status;
    if (stat (path, &status) != 0) { /* a link to nothing, or to itself */
        if (is_article (path)) {
            cmd_error ("%s: %s", path, g_strerror (errno));
            search->failed = TRUE;
        }
    } else if (S_ISDIR (status.st_mode)) {
        search_directory (search, path, &status);
    } else if (S_ISREG (status.st_mode) && is_article (path)) {
        g_ptr_array_add (search->inputs, g_strdup (path));
    }
}

static void
search_directory (Search *search, const char *path, const struct stat *status)
{
    struct dirent **entries;
    if (!g_hash_table_add (search->searched, place_of (status)))
        return;
    int n = scandir (path, &entries, is_visible, compare_names);
    if (n < 0) {
        cmd_error ("%s: %s", path, g_strerror (errno));
        search->failed = TRUE;
        return;
    }
    for (int i = 0; i < n; i++) {
        g_autofree char *child = g_build_filename (path, entries[i]->d_name, NULL);
        search_member (search, child);
        free (entries[i]);
    }
    free (entries);
}

GPtrArray *
cmd_inputs (char **arguments, gboolean *failed)
{
    GPtrArray *inputs = g_ptr_array_new_with_free_func (g_free);
    for (; *arguments != NULL; arguments++) {
        const char *path = *arguments;
        struct stat status;
        if (stat (path, &status) != 0 || !S_ISDIR (status.st_mode)) {
            g_ptr_array_add (inputs, g_strdup (path)); /* a missing one is reported when it is read */
            continue;
        }
        guint before = inputs->len;
        g_autoptr (GHashTable) searched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        Search search = { inputs, searched, FALSE };
        search_directory (&search, path, &status);
        if (inputs->len == before && !search.failed) {
            cmd_error ("%s: no articles in it (.txt, .md, .html)", path);
            search.failed = TRUE;
        }
        *failed |= search.failed;
    }
    return inputs;
}

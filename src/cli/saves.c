/* saves.c - reports saves: a process of its own that watches directories and writes a byte into a pipe when something
 * happens there. Directories, since an editor may save by putting another file in the place of the old one; a process,
 * since GIO watches with threads, beside which the caller could not fork to draw. */
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd.h"

enum {
    RATE = 10,    /* milliseconds between two events of one file */
    QUIET = 20,   /* between two saves that count as one */
    LONGEST = 200 /* from the first to the last of them */
};

typedef struct {
    char **paths;
    GHashTable *monitors; /* path of a directory -> GFileMonitor */
    GMainLoop *loop;
    int out;
} Watcher;

static void
tell (const Watcher *watcher)
{
    ssize_t written = write (watcher->out, "", 1);
    (void)written; /* a full pipe is signal enough */
}

static gboolean
lies_below (gpointer directory, gpointer monitor, gpointer path)
{
    gsize length = strlen (path);
    (void)monitor;
    return strncmp (directory, path, length) == 0 && strchr ("/", ((const char *)directory)[length]) != NULL;
}

static void look_at_all (Watcher *watcher);

static void
on_event (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
    Watcher *watcher = data;
    g_autofree char *path = g_file_get_path (file);
    (void)monitor;
    (void)other;
    if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
        return;
    if (event == G_FILE_MONITOR_EVENT_DELETED || event == G_FILE_MONITOR_EVENT_MOVED_OUT ||
        event == G_FILE_MONITOR_EVENT_RENAMED)
        g_hash_table_foreach_remove (watcher->monitors, lies_below, path); /* another may come in its place */
    if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT)
        look_at_all (watcher); /* there may be a new directory, and something in it already */
    tell (watcher);
}

static void
look_at (Watcher *watcher, const char *directory)
{
    if (g_hash_table_contains (watcher->monitors, directory))
        return;
    g_autoptr (GFile) file = g_file_new_for_path (directory);
    GFileMonitor *monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
    if (monitor == NULL)
        return;
    g_file_monitor_set_rate_limit (monitor, RATE);
    g_signal_connect (monitor, "changed", G_CALLBACK (on_event), watcher);
    g_hash_table_insert (watcher->monitors, g_strdup (directory), monitor);
}

/* A directory and those below, hidden ones left out. `seen` holds those that were visited already: links may lead back
 * to them. */
static void
look_below (Watcher *watcher, const char *path, GHashTable *seen)
{
    char *place = realpath (path, NULL);
    if (place == NULL ||
        g_hash_table_contains (seen, place)) { /* to add it would free the one that is there */
        free (place);
        return;
    }
    g_hash_table_add (seen, place);
    look_at (watcher, place);
    g_autoptr (GDir) directory = g_dir_open (place, 0, NULL);
    const char *name;
    while (directory != NULL && (name = g_dir_read_name (directory)) != NULL) {
        g_autofree char *child = g_build_filename (place, name, NULL);
        if (name[0] != '.' && g_file_test (child, G_FILE_TEST_IS_DIR))
            look_below (watcher, child, seen);
    }
}

/* The directory that contains a path, and the one that it leads to if it is a link. */
static void
look_beside (Watcher *watcher, const char *path)
{
    g_autofree char *parent = g_path_get_dirname (path);
    g_autofree char *directory = realpath (parent, NULL);
    g_autofree char *place = realpath (path, NULL);
    g_autofree char *behind = place == NULL ? NULL : g_path_get_dirname (place);
    if (directory != NULL)
        look_at (watcher, directory);
    if (behind != NULL)
        look_at (watcher, behind);
}

static void
look_at_all (Watcher *watcher)
{
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, free, NULL);
    for (char **path = watcher->paths; *path != NULL; path++) {
        look_beside (watcher, *path);
        if (g_file_test (*path, G_FILE_TEST_IS_DIR))
            look_below (watcher, *path, seen);
    }
}

/* Nobody listens any more. */
static gboolean
on_hang_up (gint file, GIOCondition condition, gpointer data)
{
    (void)file;
    (void)condition;
    g_main_loop_quit (((Watcher *)data)->loop);
    return G_SOURCE_REMOVE;
}

static G_GNUC_NORETURN void
watch (char **paths, int out)
{
    Watcher watcher = { .paths = paths, .loop = g_main_loop_new (NULL, FALSE), .out = out };
    watcher.monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
    fcntl (out, F_SETFL, O_NONBLOCK);
    g_unix_fd_add (out, G_IO_ERR | G_IO_HUP, on_hang_up, &watcher);
    look_at_all (&watcher);
    tell (&watcher); /* from here on nothing is missed */
    g_main_loop_run (watcher.loop);
    _exit (0);
}

/* Through a child that ends at once, so that nobody needs to wait for the other. */
int
cmd_saves_watch (char **paths)
{
    int ends[2];
    if (!g_unix_open_pipe (ends, FD_CLOEXEC, NULL))
        return -1;
    pid_t child = fork ();
    if (child == 0) {
        close (ends[0]);
        if (fork () == 0)
            watch (paths, ends[1]);
        _exit (0); /* if that failed, the pipe shows it */
    }
    close (ends[1]);
    while (child > 0 && waitpid (child, NULL, 0) < 0 && errno == EINTR)
        continue;
    if (child < 0) {
        close (ends[0]);
        return -1;
    }
    return ends[0];
}

/* ---- what was saved ---- */

gboolean
cmd_can_be_saved (const char *path)
{
    struct stat s;
    gboolean is_stdin = strcmp (path, "-") == 0;
    if (!is_stdin && (stat (path, &s) != 0 || S_ISREG (s.st_mode) || S_ISDIR (s.st_mode)))
        return TRUE;
    if (is_stdin)
        cmd_error ("standard input can be read once only, and is never saved");
    else
        cmd_error ("%s: a pipe or device can be read once only, and is never saved", path);
    return FALSE;
}

/* What is different after a save; "" where there is no file. */
static char *
stamp_of (const char *path)
{
    struct stat s;
    if (stat (path, &s) != 0)
        return g_strdup ("");
    return g_strdup_printf ("%ju:%ju:%jd:%jd.%09ld:%jd.%09ld", (uintmax_t)s.st_dev, (uintmax_t)s.st_ino,
                            (intmax_t)s.st_size, (intmax_t)s.st_mtim.tv_sec, s.st_mtim.tv_nsec,
                            (intmax_t)s.st_ctim.tv_sec, s.st_ctim.tv_nsec);
}

gboolean
cmd_was_saved (GHashTable *stamps, const char *path)
{
    g_autofree char *stamp = stamp_of (path);
    if (g_strcmp0 (g_hash_table_lookup (stamps, path), stamp) == 0)
        return FALSE;
    g_hash_table_insert (stamps, g_strdup (path), g_steal_pointer (&stamp));
    return TRUE;
}

gboolean
cmd_saves_wait (int saves)
{
    char bytes[256];
    struct pollfd poller = { .fd = saves, .events = POLLIN };
    gint64 end = 0;
    for (;;) {
        int ready = poll (&poller, 1, end == 0 ? -1 : QUIET);
        gint64 now = g_get_monotonic_time ();
        if (ready == 0 || (end != 0 && now >= end))
            return TRUE;
        if (ready < 0)
            continue;
        if (read (saves, bytes, sizeof bytes) <= 0)
            return FALSE;
        if (end == 0)
            end = now + LONGEST * 1000;
    }
}

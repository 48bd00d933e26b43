/* output.c - files that are written completely or not at all, even after an interrupt or on a full disk. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd.h"

struct CmdOutput {
    char *path;      /* as it was given */
    char *place;     /* where links lead from there, so that they stay */
    char *temporary; /* NULL: written directly */
    int lock;        /* holds the temporary file's lock as long as it is one; or -1 */
    FILE *file;
    CmdOutput *next; /* of the unfinished ones */
};

/* ---- interrupts ---- */

static const int interrupts[] = { SIGINT, SIGTERM, SIGHUP };

/* Those with a temporary file. Changed only by the main thread, while the others do not run, and with
 * interrupts held back. */
static CmdOutput *unfinished;

static void
on_interrupt (int number)
{
    for (const CmdOutput *output = unfinished; output != NULL; output = output->next)
        unlink (output->temporary);
    _exit (128 + number);
}

void
cmd_output_catch_interrupts (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (interrupts); i++) {
        struct sigaction action = { .sa_handler = on_interrupt }, before;
        sigaction (interrupts[i], NULL, &before);
        if (before.sa_handler != SIG_IGN) /* as nohup or a background job of a shell requires */
            sigaction (interrupts[i], &action, NULL);
    }
    signal (SIGXFSZ, SIG_IGN); /* a limit on the size of files shows as an error when one is written */
}

static sigset_t
hold_interrupts (void)
{
    sigset_t set, before;
    sigemptyset (&set);
    for (guint i = 0; i < G_N_ELEMENTS (interrupts); i++)
        sigaddset (&set, interrupts[i]);
    sigprocmask (SIG_BLOCK, &set, &before);
    return before;
}

static void
forget_temporary (CmdOutput *output)
{
    CmdOutput **link = &unfinished;
    while (*link != NULL && *link != output)
        link = &(*link)->next;
    if (*link != NULL)
        *link = output->next;
    g_clear_pointer (&output->temporary, g_free);
    if (output->lock >= 0)
        close (output->lock);
    output->lock = -1;
}

/* ---- what a killed program left behind ---- */

#define TEMPORARY ".entente-" /* then the number of the process, "-" and six characters */

/* Whether a file's name is that of a temporary file whose program does not run any more, as far as can be seen from here. */
static gboolean
is_left_behind (const char *name)
{
    char *end;
    if (!g_str_has_prefix (name, TEMPORARY))
        return FALSE;
    gint64 process = g_ascii_strtoll (name + strlen (TEMPORARY), &end, 10);
    if (process <= 0 || process > G_MAXINT || *end != '-' || strlen (end) != strlen ("-XXXXXX"))
        return FALSE;
    return process == getpid () || (kill ((pid_t)process, 0) != 0 && errno == ESRCH);
}

/* Removes the temporary files that programs left in a directory when they were killed. One that runs where its process
 * cannot be seen from here, in a container, holds a lock. */
static void
clean (const char *directory)
{
    g_autoptr (GDir) entries = g_dir_open (directory, 0, NULL);
    const char *name;
    while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
        if (!is_left_behind (name))
            continue;
        g_autofree char *path = g_build_filename (directory, name, NULL);
        int file = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (file >= 0 && flock (file, LOCK_EX | LOCK_NB) == 0)
            unlink (path);
        if (file >= 0)
            close (file);
    }
}

/* ---- opening ---- */

static gboolean
output_failed (const CmdOutput *output, GError **error)
{
    g_set_error (error, ENT_ERROR, ENT_ERROR_WRITE, "%s: %s", output->path, g_strerror (errno));
    return FALSE;
}

/* A new file in the directory of the path, with the rights that a plain open would give it. */
static FILE *
open_beside (CmdOutput *output)
{
    g_autofree char *directory = g_path_get_dirname (output->place);
    g_autofree char *name = g_strdup_printf (TEMPORARY "%ld-XXXXXX", (long)getpid ());
    mode_t mask = umask (0);
    umask (mask);
    clean (directory);
    sigset_t before = hold_interrupts ();
    output->temporary = g_build_filename (directory, name, NULL);
    int file = g_mkstemp_full (output->temporary, O_RDWR | O_CLOEXEC, 0666 & ~mask);
    if (file >= 0) {
        output->lock =
            fcntl (file, F_DUPFD_CLOEXEC, 0); /* the file is closed before it is put in its place */
        flock (output->lock, LOCK_EX | LOCK_NB);
        output->next = unfinished;
        unfinished = output;
    } else {
        g_clear_pointer (&output->temporary, g_free);
    }
    sigprocmask (SIG_SETMASK, &before, NULL);
    return file >= 0 ? fdopen (file, "w") : NULL;
}

static gboolean
is_standard_output (const struct stat *file)
{
    struct stat standard;
    return fstat (STDOUT_FILENO, &standard) == 0 && standard.st_dev == file->st_dev &&
           standard.st_ino == file->st_ino;
}

char *
cmd_output_place (const char *path)
{
    enum { MOST = 40 }; /* links, as Linux has it */
    char *place = realpath (path, NULL);
    if (place != NULL || errno != ENOENT)
        return place;
    place = g_strdup (path);
    for (guint i = 0; i < MOST; i++) {
        g_autofree char *target = g_file_read_link (place, NULL);
        if (target == NULL)
            return place;
        g_autofree char *link = place, *directory = g_path_get_dirname (link);
        place = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (directory, target, NULL);
    }
    g_free (place);
    errno = ELOOP;
    return NULL;
}

static FILE *
open_output (CmdOutput *output)
{
    struct stat status;
    gboolean exists = stat (output->path, &status) == 0;
    if (!exists && errno != ENOENT)
        return NULL;
    if (!exists) {
        output->place = cmd_output_place (output->path);
        return output->place != NULL ? open_beside (output) : NULL;
    }
    if (S_ISDIR (status.st_mode)) {
        errno = EISDIR;
        return NULL;
    }
    if (is_standard_output (&status))
        return fdopen (dup (STDOUT_FILENO), "w");
    if (!S_ISREG (status.st_mode))
        return fopen (output->path, "w");
    output->place = cmd_output_place (output->path);
    if (output->place == NULL || access (output->place, W_OK) != 0)
        return NULL;
    return open_beside (output);
}

CmdOutput *
cmd_output_open (const char *path, GError **error)
{
    CmdOutput *output = g_new0 (CmdOutput, 1);
    output->path = g_strdup (path);
    output->lock = -1;
    output->file = open_output (output);
    if (output->file != NULL)
        return output;
    output_failed (output, error);
    cmd_output_free (output);
    return NULL;
}

/* ---- writing ---- */

gboolean
cmd_output_write (CmdOutput *output, const void *bytes, gsize length, GError **error)
{
    return fwrite (bytes, 1, length, output->file) == length || output_failed (output, error);
}

gboolean
cmd_output_finish (CmdOutput *output, GError **error)
{
    FILE *file = g_steal_pointer (&output->file);
    gboolean ok = fflush (file) == 0;
    ok = fclose (file) == 0 && ok;
    return ok || output_failed (output, error);
}

gboolean
cmd_output_commit (CmdOutput *output, GError **error)
{
    if (output->temporary == NULL)
        return TRUE;
    sigset_t before = hold_interrupts ();
    gboolean ok = rename (output->temporary, output->place) == 0 || output_failed (output, error);
    if (ok)
        forget_temporary (output);
    sigprocmask (SIG_SETMASK, &before, NULL);
    return ok;
}

void
cmd_output_free (CmdOutput *output)
{
    if (output == NULL)
        return;
    if (output->file != NULL)
        fclose (output->file);
    if (output->temporary != NULL) {
        sigset_t before = hold_interrupts ();
        unlink (output->temporary);
        forget_temporary (output);
        sigprocmask (SIG_SETMASK, &before, NULL);
    }
    g_free (output->path);
    g_free (output->place);
    g_free (output);
}

#include "cmd.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
cmd_error (const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    fprintf (stderr, "entente: %s\n", message);
}

gboolean
cmd_options (const char *name, const GOptionEntry *entries, const char *arguments, const char *summary,
             int *argc, char ***argv)
{
    g_autofree char *program = g_strconcat ("entente ", name, NULL);
    g_set_prgname (program);
    g_autoptr (GOptionContext) context = g_option_context_new (arguments);
    g_option_context_set_summary (context, summary);
    g_option_context_add_main_entries (context, entries, NULL);
    g_autoptr (GError) error = NULL;
    if (!g_option_context_parse (context, argc, argv, &error)) {
        cmd_error ("%s; see '%s --help'", error->message, program);
        return FALSE;
    }
    if (*argc > 1 && strcmp ((*argv)[1], "--") == 0) { /* GOption leaves it where no option follows */
        (*argv)[1] = (*argv)[0];
        ++*argv;
        --*argc;
    }
    return TRUE;
}

EntGazetteer *
cmd_gazetteer (const char *path)
{
    if (path == NULL && !g_file_test ("entities.yaml", G_FILE_TEST_EXISTS)) {
        cmd_error ("no entities.yaml here; name the gazetteer with -g FILE");
        return NULL;
    }
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    EntGazetteer *gazetteer = ent_gazetteer_load (path != NULL ? path : "entities.yaml", findings, &error);
    for (guint i = 0; i < findings->len; i++) {
        g_autofree char *line = ent_finding_format (findings->pdata[i]);
        fprintf (stderr, "%s\n", line);
    }
    if (gazetteer == NULL && findings->len == 0)
        cmd_error ("%s", error->message);
    return gazetteer;
}

guint
cmd_entity (const EntGazetteer *gazetteer, const char *name)
{
    guint entity = ent_gazetteer_find (gazetteer, name);
    if (entity != ENT_NONE)
        return entity;
    g_autofree char *nearest = ent_gazetteer_nearest (gazetteer, name);
    if (nearest != NULL)
        cmd_error ("the gazetteer knows no '%s'; did you mean '%s'?", name, nearest);
    else
        cmd_error ("the gazetteer knows no '%s'", name);
    return ENT_NONE;
}

static gboolean
read_date (const char *option, const char *text, EntDate *date)
{
    if (text == NULL || ent_date_parse (text, date))
        return TRUE;
    cmd_error ("--%s: '%s' is no date; write 2018, 2018-07 or 2018-07-19", option, text);
    return FALSE;
}

gboolean
cmd_article_options (const CmdArticles *options, CmdReading *reading)
{
    if (options->jobs < 0 || options->jobs > 1024) {
        cmd_error ("--jobs: %d is no number of threads", options->jobs);
        return FALSE;
    }
    reading->jobs = (guint)options->jobs;
    if (!read_date ("from", options->from, &reading->from) || !read_date ("to", options->to, &reading->to))
        return FALSE;
    if (reading->to.year != 0 && reading->to.month == 0)
        reading->to.month = 12; /* to the year's, the month's end */
    if (reading->to.year != 0 && reading->to.day == 0)
        reading->to.day = 31;
    return TRUE;
}

/* ---- interrupts ---- */

static volatile sig_atomic_t interrupted;

static void
on_interrupt (int signal)
{
    (void)signal;
    interrupted = 1;
}

gboolean
cmd_interrupted (void)
{
    return interrupted != 0;
}

/* The first interrupt asks for an orderly end, which removes what is half written; the second kills. */
void
cmd_catch_interrupts (void)
{
    struct sigaction action = { .sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND };
    sigaction (SIGINT, &action, NULL);
    sigaction (SIGTERM, &action, NULL);
}

/* ---- outputs ---- */

struct CmdOutput {
    char *path;
    char *temporary; /* NULL: written directly */
    FILE *file;
};

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
    g_autofree char *directory = g_path_get_dirname (output->path);
    g_autofree char *base = g_path_get_basename (output->path);
    output->temporary = g_strdup_printf ("%s/.%s.XXXXXX", directory, base);
    mode_t mask = umask (0);
    umask (mask);
    int file = g_mkstemp_full (output->temporary, O_RDWR, 0666 & ~mask);
    return file >= 0 ? fdopen (file, "w") : NULL;
}

CmdOutput *
cmd_output_open (const char *path, GError **error)
{
    CmdOutput *output = g_new0 (CmdOutput, 1);
    /* through a link, so that the link stays */
    g_autofree char *real = realpath (path, NULL);
    output->path = g_strdup (real != NULL ? real : path);
    gboolean special = real != NULL && !g_file_test (real, G_FILE_TEST_IS_REGULAR);
    if (special && g_file_test (real, G_FILE_TEST_IS_DIR))
        errno = EISDIR;
    else
        output->file = special ? fopen (path, "w") : open_beside (output);
    if (output->file != NULL)
        return output;
    output_failed (output, error);
    g_clear_pointer (&output->temporary, g_free);
    cmd_output_free (output);
    return NULL;
}

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
    if (output->temporary != NULL && rename (output->temporary, output->path) != 0)
        return output_failed (output, error);
    g_clear_pointer (&output->temporary, g_free);
    return TRUE;
}

void
cmd_output_free (CmdOutput *output)
{
    if (output == NULL)
        return;
    if (output->file != NULL)
        fclose (output->file);
    if (output->temporary != NULL)
        unlink (output->temporary);
    g_free (output->temporary);
    g_free (output->path);
    g_free (output);
}

gboolean
cmd_flush_stdout (void)
{
    if (fflush (stdout) == 0 && !ferror (stdout))
        return TRUE;
    if (errno != EPIPE) /* the reader has seen enough */
        cmd_error ("standard output: %s", g_strerror (errno));
    return FALSE;
}

CmdColours
cmd_colours (FILE *stream)
{
    const char *no_color = g_getenv ("NO_COLOR");
    if (!isatty (fileno (stream)) || (no_color != NULL && no_color[0] != '\0'))
        return (CmdColours){ "", "", "", "", "" };
    return (CmdColours){ "\033[1;36m", "\033[1;35m", "\033[2m", "\033[1m", "\033[0m" };
}

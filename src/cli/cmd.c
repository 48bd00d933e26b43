/* cmd.c - options, messages and colours. */
#include "cmd.h"
#include "base/nearest.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

/* The bytes of the character at the start of a text that goes on to `end`, and whether it is only shown: a terminal obeys
 * control characters, and those of direction turn round what stands behind them. A byte that is no character is one. */
static gsize
measure (const char *text, const char *end, gboolean *shown)
{
    if ((guchar)*text < 0x80) {
        *shown = !g_ascii_iscntrl (*text);
        return 1;
    }
    gunichar c = g_utf8_get_char_validated (text, end - text);
    gboolean valid = c < (gunichar)-2;
    gboolean joiner = c == 0x200C || c == 0x200D; /* Persian names have them */
    *shown = !valid || joiner || g_unichar_isprint (c);
    return valid ? (gsize)(g_utf8_next_char (text) - text) : 1;
}

/* On one line, whatever a file's name holds. */
static void
append_tamed (GString *line, const char *text)
{
    gboolean shown;
    gsize n;
    for (const char *end = text + strlen (text); text < end; text += n) {
        n = measure (text, end, &shown);
        if (shown)
            g_string_append_len (line, text, (gssize)n);
        else if (*text == '\n')
            g_string_append (line, "\\n");
        else if (n == 1)
            g_string_append_printf (line, "\\x%02x", (guchar)*text);
        else
            g_string_append_printf (line, "\\u%04x", g_utf8_get_char (text));
    }
}

void
cmd_error (const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    g_autoptr (GString) line = g_string_new ("entente: ");
    append_tamed (line, message);
    g_string_append_c (line, '\n');
    fputs (line->str, stderr);
}

static void
append_finding (GString *lines, const EntFinding *finding, const CmdColours *colours)
{
    const char *const severities[] = { colours->error, colours->cue, colours->name };
    g_string_append (lines, colours->strong);
    append_tamed (lines, finding->path);
    if (finding->place.line > 0)
        g_string_append_printf (lines, ":%u:%u", finding->place.line, finding->place.column);
    g_string_append_printf (lines, ": %s%s%s: %s", colours->off, severities[finding->severity],
                            ent_severity_name (finding->severity), colours->off);
    append_tamed (lines, finding->message);
    if (finding->severity != ENT_SEVERITY_ERROR && finding->rule != NULL)
        g_string_append_printf (lines, " %s[%s]%s", colours->faint, finding->rule, colours->off);
    g_string_append_c (lines, '\n');
    if (finding->excerpt != NULL) {
        const char *marks = strchr (finding->excerpt, '\n') + 1;
        g_string_append_len (lines, finding->excerpt, marks - finding->excerpt);
        g_string_append_printf (lines, "%s%s%s\n", colours->mark, marks, colours->off);
    }
    for (guint i = 0; finding->notes != NULL && i < finding->notes->len; i++)
        append_finding (lines, finding->notes->pdata[i], colours);
}

void
cmd_finding (FILE *stream, const EntFinding *finding)
{
    CmdColours colours = cmd_colours (stream);
    g_autoptr (GString) lines = g_string_new (NULL); /* stderr is not buffered */
    append_finding (lines, finding, &colours);
    fputs (lines->str, stream);
}

/* The first of the entries with that short name that takes a value, or NULL. */
static const GOptionEntry *
entry_with_value (const GOptionEntry *entries, char short_name)
{
    for (; entries->long_name != NULL; entries++)
        if (entries->short_name == short_name && entries->arg != G_OPTION_ARG_NONE)
            return entries;
    return NULL;
}

/* GOption does not know -j4, which everybody else does: it becomes --jobs=4. */
static void
spell_out_glued (const GOptionEntry *entries, int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++) {
        const GOptionEntry *entry =
            argv[i][0] == '-' && argv[i][1] != '\0' ? entry_with_value (entries, argv[i][1]) : NULL;
        if (entry == NULL)
            continue;
        if (argv[i][2] == '\0') {
            i++; /* its value stands by itself, whatever it looks like */
            continue;
        }
        g_autofree char *spelled = g_strdup_printf ("--%s=%s", entry->long_name, argv[i] + 2);
        argv[i] = (char *)g_intern_string (spelled);
    }
}

static const GOptionEntry *
entry_with_name (const GOptionEntry *entries, const char *long_name)
{
    for (; entries->long_name != NULL; entries++)
        if (strcmp (entries->long_name, long_name) == 0)
            return entries;
    return NULL;
}

/* The long option that was meant by the first that the entries lack, or NULL. GOption tells of that one too, but its
 * message is translated. */
static const char *
nearest_option (const GOptionEntry *entries, int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++) {
        gboolean is_long = g_str_has_prefix (argv[i], "--");
        g_autofree char *name = is_long ? g_strndup (argv[i] + 2, strcspn (argv[i] + 2, "=")) : NULL;
        const GOptionEntry *entry = is_long             ? entry_with_name (entries, name)
                                    : argv[i][0] == '-' ? entry_with_value (entries, argv[i][1])
                                                        : NULL;
        if (is_long && entry == NULL && strcmp (name, "help") != 0) {
            g_autoptr (GPtrArray) known = g_ptr_array_new ();
            for (; entries->long_name != NULL; entries++)
                g_ptr_array_add (known, (gpointer)entries->long_name);
            g_ptr_array_add (known, (gpointer) "help");
            g_ptr_array_add (known, NULL);
            return ent_nearest (name, (const char *const *)known->pdata);
        }
        if (entry != NULL && entry->arg != G_OPTION_ARG_NONE && strchr (argv[i], '=') == NULL)
            i++; /* its value */
    }
    return NULL;
}

static void
tell_unparsed (const GError *error, const GOptionEntry *entries, int argc, char **argv)
{
    const char *meant = g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION)
                            ? nearest_option (entries, argc, argv)
                            : NULL;
    if (meant != NULL)
        cmd_error ("%s; did you mean --%s?", error->message, meant);
    else
        cmd_error ("%s; see '%s --help'", error->message, g_get_prgname ());
}

/* Not GOption's own help, which would not notice a full disk. */
static int
print_help (GOptionContext *context)
{
    g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
    fputs (help, stdout);
    return cmd_flush_stdout () ? CMD_DONE : CMD_BAD_INPUT;
}

gboolean
cmd_options (const char *name, const GOptionEntry *entries, const char *arguments, const char *summary,
             int *argc, char ***argv, int *status)
{
    g_autofree char *program = g_strconcat ("entente ", name, NULL);
    g_set_prgname (program);
    g_autoptr (GOptionContext) context = g_option_context_new (arguments);
    g_option_context_set_summary (context, summary);
    gboolean help = FALSE;
    const GOptionEntry help_entry[] = { { "help", 'h', 0, G_OPTION_ARG_NONE, &help, "This help", NULL },
                                        { 0 } };
    g_option_context_set_help_enabled (context, FALSE);
    g_option_context_add_main_entries (context, help_entry, NULL);
    g_option_context_add_main_entries (context, entries, NULL);
    spell_out_glued (entries, *argc, *argv);
    g_autoptr (GError) error = NULL;
    if (!g_option_context_parse (context, argc, argv, &error)) {
        tell_unparsed (error, entries, *argc, *argv);
        *status = CMD_MISUSE;
        return FALSE;
    }
    if (help) {
        *status = print_help (context);
        return FALSE;
    }
    if (*argc > 1 && strcmp ((*argv)[1], "--") == 0) { /* GOption leaves it where no option follows */
        (*argv)[1] = (*argv)[0];
        ++*argv;
        --*argc;
    }
    return TRUE;
}

const char *const *
cmd_gazetteer_paths (char **paths)
{
    static const char *const usual[] = { "entities.yaml", NULL };
    if (paths != NULL || g_file_test ("entities.yaml", G_FILE_TEST_EXISTS))
        return paths != NULL ? (const char *const *)paths : usual;
    cmd_error ("no entities.yaml here; name the gazetteer with -g FILE, or begin one with 'entente suggest'");
    return NULL;
}

EntGazetteer *
cmd_gazetteer (char **given)
{
    const char *const *paths = cmd_gazetteer_paths (given);
    return paths != NULL ? cmd_gazetteer_by (paths, ent_gazetteer_load) : NULL;
}

EntGazetteer *
cmd_gazetteer_by (const char *const *paths,
                  EntGazetteer *(*load) (const char *const *, GPtrArray *, GError **))
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    EntGazetteer *gazetteer = load (paths, findings, &error);
    for (guint i = 0; i < findings->len; i++)
        cmd_finding (stderr, findings->pdata[i]);
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
        cmd_error ("'%s' is no id, name or alias of the gazetteer; did you mean '%s'?", name, nearest);
    else
        cmd_error ("'%s' is no id, name or alias of the gazetteer", name);
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

void
cmd_articles_clear (CmdArticles *options)
{
    g_strfreev (options->gazetteer);
    g_free (options->from);
    g_free (options->to);
    g_free (options->undated);
}

gboolean
cmd_article_options (const CmdArticles *options, CmdReading *reading)
{
    if (options->jobs < 0 || options->jobs > 1024) {
        cmd_error ("--jobs: %d is no number of threads", options->jobs);
        return FALSE;
    }
    reading->jobs = (guint)options->jobs;
    reading->drop_undated = g_strcmp0 (options->undated, "drop") == 0;
    if (options->undated != NULL && !reading->drop_undated && strcmp (options->undated, "keep") != 0) {
        cmd_error ("--undated: '%s' is neither keep nor drop", options->undated);
        return FALSE;
    }
    if (!read_date ("from", options->from, &reading->from) || !read_date ("to", options->to, &reading->to))
        return FALSE;
    if (reading->to.year != 0 && reading->to.month == 0)
        reading->to.month = 12; /* to the year's, the month's end */
    if (reading->to.year != 0 && reading->to.day == 0)
        reading->to.day = 31;
    if (reading->from.year != 0 && reading->to.year != 0 &&
        ent_date_compare (reading->from, reading->to) > 0) {
        cmd_error ("--from: '%s' is after --to '%s'", options->from, options->to);
        return FALSE;
    }
    return TRUE;
}

gboolean
cmd_most_named (int most, CmdReading *reading)
{
    if (most < 2)
        cmd_error ("--max-entities: %d is less than 2", most);
    reading->most_named = (guint)MAX (most, 0);
    return most >= 2;
}

void
cmd_print_crowded (guint64 n, guint most)
{
    if (n > 0)
        fprintf (stderr,
                 "entente: note: %" G_GUINT64_FORMAT
                 " sentence%s of more than %u entities: no pairs (--max-entities)\n",
                 n, n == 1 ? "" : "s", most);
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

void
cmd_print_bytes (const char *text, gsize length)
{
    gboolean shown;
    gsize n;
    for (const char *end = text + length; text < end; text += n) {
        n = measure (text, end, &shown);
        if (!shown)
            putchar_unlocked (' '); /* one thread prints */
        for (gsize i = 0; shown && i < n; i++)
            putchar_unlocked (text[i]);
    }
}

void
cmd_print_text (const char *text)
{
    cmd_print_bytes (text, strlen (text));
}

CmdColours
cmd_colours (FILE *stream)
{
    const char *no_color = g_getenv ("NO_COLOR");
    if (!isatty (fileno (stream)) || (no_color != NULL && no_color[0] != '\0'))
        return (CmdColours){ "", "", "", "", "", "", "", "", "", "" };
    return (CmdColours){ .name = "\033[1;36m",
                         .cue = "\033[1;35m",
                         .faint = "\033[2m",
                         .strong = "\033[1m",
                         .error = "\033[1;31m",
                         .mark = "\033[1;32m",
                         .added = "\033[32m",
                         .removed = "\033[31m",
                         .changed = "\033[33m",
                         .off = "\033[0m" };
}

/* import.c - entente import: lists that others keep, as a gazetteer. */
#include <string.h>

#include "cli/cmd.h"

typedef struct {
    char **gazetteer, **columns, *format, *output;
    gboolean world;
} Options;

static void
clear_options (Options *options)
{
    g_strfreev (options->gazetteer);
    g_strfreev (options->columns);
    g_free (options->format);
    g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
write_file (const char *path, const char *yaml)
{
    g_autoptr (GError) error = NULL;
    CmdOutput *output = cmd_output_open (path, &error);
    gboolean ok = output != NULL && cmd_output_write (output, yaml, strlen (yaml), &error) &&
                  cmd_output_finish (output, &error) && cmd_output_commit (output, &error);
    cmd_output_free (output);
    if (!ok)
        cmd_error ("%s", error->message);
    return ok;
}

static gboolean
write_result (const char *path, const char *yaml)
{
    if (path != NULL)
        return write_file (path, yaml);
    fputs (yaml, stdout);
    return cmd_flush_stdout ();
}

/* Every file is read, so that all errors are reported. */
static gboolean
read_files (EntImport *import, char **paths, const char *format)
{
    gboolean ok = TRUE;
    for (; *paths != NULL; paths++) {
        g_autoptr (GError) error = NULL;
        if (ent_import_read (import, *paths, format, &error))
            continue;
        cmd_error ("%s", error->message);
        ok = FALSE;
    }
    return ok;
}

/* "name=Label,state=Country", as often as it is given. FALSE after a message. */
static gboolean
name_columns (EntImport *import, char **specs)
{
    for (; specs != NULL && *specs != NULL; specs++) {
        g_auto (GStrv) pairs = g_strsplit (*specs, ",", -1);
        for (guint i = 0; pairs[i] != NULL; i++) {
            g_autoptr (GError) error = NULL;
            char *sign = strchr (pairs[i], '=');
            if (sign == NULL || sign[1] == '\0') {
                cmd_error ("--column: '%s' is not FIELD=COLUMN", pairs[i]);
                return FALSE;
            }
            *sign = '\0';
            if (!ent_import_column (import, pairs[i], sign + 1, &error)) {
                cmd_error ("--column: %s", error->message);
                return FALSE;
            }
        }
    }
    return TRUE;
}

static gboolean
import_files (const Options *options, const EntGazetteer *known, char **paths)
{
    g_autoptr (EntImport) import = ent_import_new (known);
    g_autoptr (GError) error = NULL;
    if (options->world)
        ent_import_world (import);
    if (!name_columns (import, options->columns) || !read_files (import, paths, options->format))
        return FALSE;
    g_autofree char *yaml = ent_import_finish (import, &error);
    g_autoptr (GPtrArray) notes = ent_import_notes (import);
    for (guint i = 0; i < notes->len; i++)
        cmd_error ("%s", (const char *)notes->pdata[i]);
    if (yaml == NULL) {
        cmd_error ("%s", error->message);
        return FALSE;
    }
    guint n_taken, n_left;
    ent_import_count (import, &n_taken, &n_left);
    if (n_left > 0)
        cmd_error ("%u %s taken, %u %s left out", n_taken, n_taken == 1 ? "entity" : "entities", n_left,
                   n_left == 1 ? "thing" : "things");
    if (yaml[0] == '\0' && known == NULL) {
        cmd_error ("nothing here that a gazetteer could list");
        return FALSE;
    }
    return write_result (options->output, yaml);
}

static gboolean
check_format (const char *name)
{
    if (name == NULL || ent_import_has_format (name))
        return TRUE;
    cmd_error ("--format: no format '%s'; ftm, wikidata, cameo or csv expected", name);
    return FALSE;
}

int
cmd_import (int argc, char **argv)
{
    g_auto (Options) options = { 0 };
    const GOptionEntry entries[] = {
        { "gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.gazetteer,
          "Print only what this gazetteer lacks; may be repeated", "FILE" },
        { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
          "ftm, wikidata, cameo or csv (default: told from the content)", "NAME" },
        { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.columns,
          "Which columns of a table hold what: name=Label,state=Country", "FIELD=COLUMN" },
        { "world", 0, 0, G_OPTION_ARG_NONE, &options.world,
          "Take the states of the world, which the program knows", NULL },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Write a file", "FILE" },
        { 0 },
    };
    int status;
    if (!cmd_options (
            "import", entries, "FILE...",
            "Makes a gazetteer of lists that others keep: OpenSanctions (FollowTheMoney JSON lines),\n"
            "query results of Wikidata (JSON, CSV, TSV), CAMEO actor dictionaries (PETRARCH, TABARI),\n"
            "tables (CSV). Prints YAML, and on standard error what does not carry over.",
            &argc, &argv, &status))
        return status;
    if (argc < 2 && !options.world) {
        cmd_error ("no file given; see 'entente import --help'");
        return CMD_MISUSE;
    }
    if (!check_format (options.format))
        return CMD_MISUSE;
    char *output[] = { options.output, NULL }, **outputs = options.output != NULL ? output : NULL;
    if (!cmd_apart_from_files (outputs, argv + 1) || !cmd_apart_from_files (outputs, options.gazetteer))
        return CMD_MISUSE;
    cmd_output_catch_interrupts ();
    g_autoptr (EntGazetteer) known = options.gazetteer != NULL ? cmd_gazetteer (options.gazetteer) : NULL;
    if (options.gazetteer != NULL && known == NULL)
        return CMD_BAD_INPUT;
    if (known != NULL && !cmd_apart_from_gazetteer (outputs, known))
        return CMD_MISUSE;
    return import_files (&options, known, argv + 1) ? CMD_DONE : CMD_BAD_INPUT;
}

/* check.c - entente check: the mistakes of a gazetteer and what looks like one, all at once. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "cli/cmd.h"

/* ---- JSON ---- */

static void
add_number (JsonBuilder *json, const char *key, guint value)
{
    json_builder_set_member_name (json, key);
    if (value != 0)
        json_builder_add_int_value (json, value);
    else
        json_builder_add_null_value (json);
}

static void
add_text (JsonBuilder *json, const char *key, const char *value)
{
    g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;
    json_builder_set_member_name (json, key);
    json_builder_add_string_value (json, valid);
}

static void
add_finding (JsonBuilder *json, const EntFinding *finding, gboolean is_note)
{
    json_builder_begin_object (json);
    add_text (json, "path", finding->path);
    add_number (json, "line", finding->place.line);
    add_number (json, "column", finding->place.column);
    add_number (json, "end_line", finding->place.end_line);
    add_number (json, "end_column", finding->place.end_column);
    if (!is_note) {
        add_text (json, "severity", ent_severity_name (finding->severity));
        add_text (json, "code", finding->rule);
    }
    add_text (json, "message", finding->message);
    if (!is_note) {
        json_builder_set_member_name (json, "notes");
        json_builder_begin_array (json);
        for (guint i = 0; finding->notes != NULL && i < finding->notes->len; i++)
            add_finding (json, finding->notes->pdata[i], TRUE);
        json_builder_end_array (json);
    }
    json_builder_end_object (json);
}

static void
print_json (const GPtrArray *findings)
{
    g_autoptr (JsonBuilder) json = json_builder_new ();
    json_builder_begin_array (json);
    for (guint i = 0; i < findings->len; i++)
        add_finding (json, findings->pdata[i], FALSE);
    json_builder_end_array (json);
    g_autoptr (JsonNode) root = json_builder_get_root (json);
    g_autofree char *text = json_to_string (root, TRUE);
    puts (text);
}

/* ---- text ---- */

static void
print_count (guint n, const char *one, const char *before)
{
    printf ("%s%u %s%s", before, n, one, n == 1 ? "" : "s");
}

static void
print_summary (const char *const *paths, const EntGazetteer *gazetteer, guint n_warnings)
{
    static const char *const kinds[] = { "state", "official", "organization" };
    guint counts[G_N_ELEMENTS (kinds)] = { 0 };
    for (guint i = 0; i < ent_gazetteer_size (gazetteer); i++)
        counts[ent_gazetteer_entity (gazetteer, i)->kind]++;
    for (; *paths != NULL; paths++) {
        cmd_print_text (*paths);
        putchar (paths[1] != NULL ? ' ' : ':');
    }
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        print_count (counts[i], kinds[i], i > 0 ? ", " : " ");
    if (n_warnings > 0)
        print_count (n_warnings, "warning", "; ");
    putchar ('\n');
}

/* ---- articles ---- */

static void
on_article (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    ent_usage_add (closure, article, reading);
}

/* FALSE after messages; what could be read is checked all the same. */
static gboolean
check_usage (const EntGazetteer *gazetteer, CmdReading *reading, char **arguments, GPtrArray *findings)
{
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (arguments, &failed);
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntUsage) usage = ent_usage_new (gazetteer);
    reading->reader = reader;
    reading->on_article = on_article;
    reading->closure = usage;
    failed |= !cmd_read_all (reading, inputs);
    ent_usage_finish (usage, findings);
    return !failed;
}

/* ---- the command ---- */

static gboolean
is_gazetteer (const char *argument)
{
    return g_str_has_suffix (argument, ".yaml") || g_str_has_suffix (argument, ".yml");
}

/* Moves the files of the gazetteer from the arguments to those of -g; what is left are articles. */
static void
take_gazetteers (char **arguments, char ***paths)
{
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
    if (*paths != NULL)
        g_strv_builder_addv (builder, (const char **)*paths);
    char **kept = arguments;
    guint n = *paths != NULL ? 1 : 0;
    for (; *arguments != NULL; arguments++)
        if (is_gazetteer (*arguments)) {
            g_strv_builder_add (builder, *arguments);
            n++;
        } else {
            *kept++ = *arguments;
        }
    *kept = NULL;
    g_strfreev (*paths);
    *paths = n > 0 ? g_strv_builder_end (builder) : NULL;
}

static gboolean
is_format (const char *format)
{
    if (format == NULL || strcmp (format, "text") == 0 || strcmp (format, "json") == 0)
        return TRUE;
    cmd_error ("--format: '%s' is no format; write text or json", format);
    return FALSE;
}

static guint
count (const GPtrArray *findings, EntSeverity severity)
{
    guint n = 0;
    for (guint i = 0; i < findings->len; i++)
        n += ((const EntFinding *)findings->pdata[i])->severity == severity;
    return n;
}

/* Text goes to stderr, like the messages of a compiler; JSON goes to stdout, since it was asked for. */
static void
print_findings (const char *const *paths, const EntGazetteer *gazetteer, const GPtrArray *findings,
                gboolean json)
{
    if (json) {
        print_json (findings);
        return;
    }
    for (guint i = 0; i < findings->len; i++)
        cmd_finding (stderr, findings->pdata[i]);
    if (gazetteer != NULL)
        print_summary (paths, gazetteer, count (findings, ENT_SEVERITY_WARNING));
}

static int
check (const char *const *paths, CmdReading *reading, char **articles, gboolean json, gboolean strict)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (EntGazetteer) gazetteer = ent_gazetteer_check (paths, findings, &error);
    gboolean failed = gazetteer == NULL;
    if (gazetteer == NULL && findings->len == 0) {
        cmd_error ("%s", error->message);
        return CMD_BAD_INPUT;
    }
    if (gazetteer != NULL && *articles != NULL)
        failed |= !check_usage (gazetteer, reading, articles, findings);
    print_findings (paths, gazetteer, findings, json);
    failed |= strict && count (findings, ENT_SEVERITY_WARNING) > 0;
    failed |= !cmd_flush_stdout ();
    return failed ? CMD_BAD_INPUT : CMD_DONE;
}

int
cmd_check (int argc, char **argv)
{
    g_auto (CmdArticles) options = { 0 };
    g_autofree char *format = NULL;
    gboolean strict = FALSE;
    const GOptionEntry entries[] = { CMD_ARTICLE_OPTIONS (options),
                                     { "format", 0, 0, G_OPTION_ARG_STRING, &format,
                                       "How to write what is found: text (default) or json", "FORMAT" },
                                     { "strict", 0, 0, G_OPTION_ARG_NONE, &strict,
                                       "Exit status 1 for warnings too", NULL },
                                     { 0 } };
    CmdReading reading = { 0 };
    int status;
    if (!cmd_options (
            "check", entries, "[FILE.yaml...] [ARTICLE...]",
            "Reports every mistake of a gazetteer, and what looks like one; with articles also names\n"
            "that are never used, or that leave open who is meant.",
            &argc, &argv, &status))
        return status;
    if (!is_format (format) || !cmd_article_options (&options, &reading))
        return CMD_MISUSE;
    take_gazetteers (argv + 1, &options.gazetteer);
    const char *const *paths = cmd_gazetteer_paths (options.gazetteer);
    if (paths == NULL)
        return CMD_BAD_INPUT;
    return check (paths, &reading, argv + 1, g_strcmp0 (format, "json") == 0, strict);
}

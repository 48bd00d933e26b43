/* cmd_graph.c - entente graph: articles or evidence in, the network out, in any number of formats. */
#include <string.h>
#include <unistd.h>

#include "cmd.h"

#define EVIDENCE_FORMAT "jsonl"

typedef struct {
    CmdArticles articles;
    char **outputs, **relations;
    char *statuses, *layout;
    int min_weight;
    gboolean no_co_mentions, plain;
} Options;

static void
clear_options (Options *options)
{
    cmd_articles_clear (&options->articles);
    g_strfreev (options->outputs);
    g_strfreev (options->relations);
    g_free (options->statuses);
    g_free (options->layout);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

typedef struct {
    const char *path, *format;
    CmdOutput *file;
} Target;

typedef struct {
    EntGraph *graph;
    gboolean begun;  /* something could be read */
    GArray *targets; /* of Target */
    GString *line;
    GError *error; /* the first that came up while evidence was written */
} Work;

/* ---- options ---- */

static gboolean
read_statuses (const char *text, EntFilter *filter)
{
    if (text == NULL)
        return TRUE;
    if (*text == '\0') {
        cmd_error ("--status: none named; there are happened, planned, denied, and all");
        return FALSE;
    }
    memset (filter->statuses, 0, sizeof filter->statuses);
    g_auto (GStrv) names = g_strsplit (text, ",", -1);
    for (char **name = names; *name != NULL; name++) {
        EntStatus status;
        if (strcmp (*name, "all") == 0) {
            for (guint i = 0; i < ENT_N_STATUSES; i++)
                filter->statuses[i] = TRUE;
        } else if (ent_status_parse (*name, &status)) {
            filter->statuses[status] = TRUE;
        } else {
            cmd_error ("--status: no status '%s'; there are happened, planned, denied, and all", *name);
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
check_relations (const EntGazetteer *gazetteer, char **names)
{
    for (; names != NULL && *names != NULL; names++) {
        gboolean known = FALSE;
        g_autoptr (GString) all = g_string_new (NULL);
        for (guint i = 0; i < ent_gazetteer_n_relations (gazetteer); i++) {
            known |= strcmp (*names, ent_gazetteer_relation (gazetteer, i)) == 0;
            g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", ent_gazetteer_relation (gazetteer, i));
        }
        if (!known) {
            cmd_error ("--relation: no relation '%s'; there are %s", *names, all->str);
            return FALSE;
        }
    }
    return TRUE;
}

static const char *
format_of (const char *path)
{
    if (g_str_has_suffix (path, ".jsonl"))
        return EVIDENCE_FORMAT;
    const char *format = ent_export_format (path);
    if (format == NULL && g_file_test (path, G_FILE_TEST_EXISTS) &&
        !g_file_test (path, G_FILE_TEST_IS_REGULAR) && !g_file_test (path, G_FILE_TEST_IS_DIR))
        return "dot"; /* a pipe or a device has no suffix */
    return format;
}

static gboolean
read_targets (char **paths, GArray *targets)
{
    for (; paths != NULL && *paths != NULL; paths++) {
        Target target = { *paths, format_of (*paths), NULL };
        if (target.format == NULL) {
            cmd_error ("-o %s: its suffix must tell the format: .dot, .gv, .svg, .png, .pdf or .jsonl",
                       *paths);
            return FALSE;
        }
        g_array_append_val (targets, target);
    }
    return TRUE;
}

/* ---- evidence, as it comes ---- */

static void
write_evidence (Work *work, const EntEvidence *evidence)
{
    gboolean made = FALSE;
    for (guint i = 0; i < work->targets->len && work->error == NULL; i++) {
        Target *target = &g_array_index (work->targets, Target, i);
        if (strcmp (target->format, EVIDENCE_FORMAT) != 0)
            continue;
        if (!made) {
            g_string_set_size (work->line, 0);
            ent_evidence_to_json (evidence, work->line);
            made = TRUE;
        }
        cmd_output_write (target->file, work->line->str, work->line->len, &work->error);
    }
}

static void
on_evidence (const EntEvidence *evidence, gpointer closure)
{
    Work *work = closure;
    work->begun = TRUE;
    ent_graph_add (work->graph, evidence);
    write_evidence (work, evidence);
}

static void
on_article (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    (void)article;
    ((Work *)closure)->begun = TRUE;
    for (guint i = 0; i < reading->evidence->len; i++)
        on_evidence (&g_array_index (reading->evidence, EntEvidence, i), closure);
}

/* ---- outputs ---- */

static gboolean
open_targets (Work *work)
{
    for (guint i = 0; i < work->targets->len; i++) {
        Target *target = &g_array_index (work->targets, Target, i);
        target->file = cmd_output_open (target->path, &work->error);
        if (target->file == NULL)
            return FALSE;
    }
    return TRUE;
}

static void
print_notes (GPtrArray *notes)
{
    for (guint i = 0; i < notes->len; i++) {
        gboolean said = FALSE; /* once, though several pictures are drawn */
        for (guint j = 0; j < i; j++)
            said |= strcmp (notes->pdata[i], notes->pdata[j]) == 0;
        if (!said)
            fprintf (stderr, "entente: note: %s\n", (char *)notes->pdata[i]);
    }
}

static gboolean
write_targets (Work *work, EntGraph *shown, const EntExportOptions *export, GPtrArray *notes)
{
    for (guint i = 0; i < work->targets->len; i++) {
        Target *target = &g_array_index (work->targets, Target, i);
        if (strcmp (target->format, EVIDENCE_FORMAT) != 0) {
            g_autoptr (GBytes) bytes = ent_export (shown, target->format, export, notes, &work->error);
            if (bytes == NULL)
                return FALSE;
            gsize length;
            const void *start = g_bytes_get_data (bytes, &length);
            if (!cmd_output_write (target->file, start, length, &work->error))
                return FALSE;
        }
        if (!cmd_output_finish (target->file, &work->error))
            return FALSE;
    }
    for (guint i = 0; i < work->targets->len; i++)
        if (!cmd_output_commit (g_array_index (work->targets, Target, i).file, &work->error))
            return FALSE;
    return TRUE;
}

static gboolean
write_stdout (EntGraph *shown, const EntExportOptions *export, GPtrArray *notes, GError **error)
{
    g_autoptr (GBytes) bytes = ent_export (shown, "dot", export, notes, error);
    if (bytes == NULL)
        return FALSE;
    fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
    return cmd_flush_stdout ();
}

static void
free_targets (GArray *targets)
{
    for (guint i = 0; i < targets->len; i++)
        cmd_output_free (g_array_index (targets, Target, i).file);
    g_array_unref (targets);
}

/* Reads, gathers, writes; the exit status. */
static int
run (const Options *options, const EntGazetteer *gazetteer, CmdReading *reading, const EntFilter *filter,
     char **arguments, Work *work)
{
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (arguments, &failed);
    if (inputs->len == 0)
        return CMD_BAD_INPUT;
    cmd_output_catch_interrupts ();
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    reading->reader = reader;
    if (open_targets (work)) {
        failed |= !cmd_read_all (reading, inputs);
        if (work->error == NULL && (work->begun || !failed)) {
            g_autoptr (EntGraph) shown = ent_graph_filter (work->graph, filter);
            g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
            EntExportOptions export = { .plain = options->plain, .layout = options->layout };
            gboolean written = work->targets->len > 0 ? write_targets (work, shown, &export, notes)
                                                      : write_stdout (shown, &export, notes, &work->error);
            failed |= !written;
            if (written && ent_graph_n_edges (shown) == 0)
                fprintf (stderr, "entente: note: no edge was found%s\n",
                         ent_graph_n_edges (work->graph) > 0 ? " that the switches let through" : "");
            if (written)
                print_notes (notes);
        }
    }
    if (work->error != NULL) {
        cmd_error ("%s", work->error->message);
        return work->error->code == ENT_ERROR_UNKNOWN ? CMD_MISUSE : CMD_BAD_INPUT;
    }
    return failed ? CMD_BAD_INPUT : CMD_DONE;
}

int
cmd_graph (int argc, char **argv)
{
    g_auto (Options) options = { .min_weight = 1 };
    const GOptionEntry entries[] = {
        { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
          ".dot, .gv, .svg, .png, .pdf or .jsonl (default: DOT on stdout)", "FILE" },
        CMD_ARTICLE_OPTIONS (options.articles),
        { "status", 0, 0, G_OPTION_ARG_STRING, &options.statuses,
          "happened, planned, denied or all (default: happened)", "LIST" },
        { "relation", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.relations,
          "met_with, responded_to, co_mention, or your own (default: all)", "NAME" },
        { "min-weight", 0, 0, G_OPTION_ARG_INT, &options.min_weight,
          "Only edges with N pieces of evidence or more", "N" },
        { "no-co-mentions", 0, 0, G_OPTION_ARG_NONE, &options.no_co_mentions, "No co-mentions", NULL },
        { "layout", 0, 0, G_OPTION_ARG_STRING, &options.layout,
          "Graphviz engine for pictures (default: by size)", "ENGINE" },
        { "plain", 0, 0, G_OPTION_ARG_NONE, &options.plain, "DOT without styles, for strict readers", NULL },
        { 0 }
    };
    CmdReading reading = { .on_article = on_article, .on_evidence = on_evidence };
    EntFilter filter = ENT_FILTER_DEFAULT;
    int status;
    if (!cmd_options (
            "graph", entries, "ARTICLE...",
            "Reads articles (or evidence files) and writes the network of who is mentioned with whom,\n"
            "who met whom and who responded to whom. The switches choose what is drawn; an evidence\n"
            "file (.jsonl) always holds everything that was found. -o and --relation may be given several\n"
            "times; LIST is comma-separated.",
            &argc, &argv, &status))
        return status;
    if (!cmd_article_options (&options.articles, &reading) || !read_statuses (options.statuses, &filter))
        return CMD_MISUSE;
    if (argc < 2) {
        cmd_error ("no article given; see 'entente graph --help'");
        return CMD_MISUSE;
    }
    if (options.min_weight < 1) {
        cmd_error ("--min-weight: %d is less than 1", options.min_weight);
        return CMD_MISUSE;
    }
    filter.min_weight = (guint64)options.min_weight;
    filter.relations = (const char *const *)options.relations;
    filter.co_mentions = !options.no_co_mentions &&
                         (filter.relations == NULL || g_strv_contains (filter.relations, "co_mention"));

    Work work = { .targets = g_array_new (FALSE, FALSE, sizeof (Target)), .line = g_string_new (NULL) };
    status = CMD_MISUSE;
    if (read_targets (options.outputs, work.targets)) {
        status = CMD_BAD_INPUT;
        g_autoptr (EntGazetteer) gazetteer = cmd_gazetteer (options.articles.gazetteer);
        if (gazetteer != NULL && !check_relations (gazetteer, options.relations)) {
            status = CMD_MISUSE;
        } else if (gazetteer != NULL) {
            g_autoptr (EntGraph) graph = ent_graph_new (gazetteer);
            work.graph = graph;
            reading.closure = &work;
            status = run (&options, gazetteer, &reading, &filter, argv + 1, &work);
        }
    }
    free_targets (work.targets);
    g_string_free (work.line, TRUE);
    g_clear_error (&work.error);
    return status;
}

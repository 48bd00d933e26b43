/* graph.c - entente graph: articles or evidence in, the network out, in any number of formats. */
#include "cli/cmd.h"

typedef struct {
    EntGraph *graph;
    gboolean begun;  /* something could be read */
    gboolean failed; /* something could not */
    CmdTargets *targets;
    GError *error; /* the first that came up while evidence was written */
} Work;

static void
on_evidence (const EntEvidence *evidence, gpointer closure)
{
    Work *work = closure;
    work->begun = TRUE;
    ent_graph_add (work->graph, evidence);
    if (work->error == NULL)
        cmd_targets_add (work->targets, evidence, &work->error);
}

static void
on_article (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    (void)article;
    ((Work *)closure)->begun = TRUE;
    for (guint i = 0; i < reading->evidence->len; i++)
        on_evidence (&g_array_index (reading->evidence, EntEvidence, i), closure);
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

/* Reads, gathers, writes; the exit status. */
static int
run (const CmdDrawing *options, const EntGazetteer *gazetteer, CmdReading *reading, const EntFilter *filter,
     GPtrArray *inputs, Work *work)
{
    cmd_output_catch_interrupts ();
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    reading->reader = reader;
    if (cmd_targets_open (work->targets, &work->error)) {
        work->failed |= !cmd_read_all (reading, inputs);
        if (work->error == NULL && (work->begun || !work->failed)) {
            g_autoptr (EntGraph) shown = ent_graph_filter (work->graph, filter);
            g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
            EntExportOptions export = { .plain = options->plain, .layout = options->layout };
            gboolean written = cmd_targets_size (work->targets) > 0
                                   ? cmd_targets_write (work->targets, shown, &export, notes, &work->error)
                                   : write_stdout (shown, &export, notes, &work->error);
            work->failed |= !written;
            if (written && ent_graph_n_edges (shown) == 0)
                fprintf (stderr, "entente: note: no edge was found%s\n",
                         ent_graph_n_edges (work->graph) > 0 ? " that the switches let through" : "");
            if (written)
                cmd_print_notes (notes);
        }
    }
    if (work->error != NULL) {
        cmd_error ("%s", work->error->message);
        return work->error->code == ENT_ERROR_UNKNOWN ? CMD_MISUSE : CMD_BAD_INPUT;
    }
    return work->failed ? CMD_BAD_INPUT : CMD_DONE;
}

int
cmd_graph (int argc, char **argv)
{
    g_auto (CmdDrawing) options = { .min_weight = 1 };
    const GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
                                       ".dot, .gv, .svg, .png, .pdf or .jsonl (default: DOT on stdout)",
                                       "FILE" },
                                     CMD_ARTICLE_OPTIONS (options.articles),
                                     CMD_DRAWING_OPTIONS (options),
                                     { 0 } };
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
    if (!cmd_drawing_options (&options, argc, &reading, &filter))
        return CMD_MISUSE;
    g_autoptr (CmdTargets) targets = cmd_targets_new (options.outputs, TRUE);
    if (targets == NULL)
        return CMD_MISUSE;
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (argv + 1, &failed);
    if (!cmd_apart_from_inputs (options.outputs, inputs) ||
        !cmd_apart_from_files (options.outputs, options.articles.gazetteer))
        return CMD_MISUSE;
    g_autoptr (EntGazetteer) gazetteer = cmd_gazetteer (options.articles.gazetteer);
    if (gazetteer == NULL || inputs->len == 0)
        return CMD_BAD_INPUT;
    if (!cmd_apart_from_gazetteer (options.outputs, gazetteer) ||
        !cmd_drawing_relations (&options, gazetteer))
        return CMD_MISUSE;
    g_autoptr (EntGraph) graph = ent_graph_new (gazetteer);
    Work work = { .graph = graph, .failed = failed, .targets = targets };
    reading.closure = &work;
    status = run (&options, gazetteer, &reading, &filter, inputs, &work);
    g_clear_error (&work.error);
    return status;
}

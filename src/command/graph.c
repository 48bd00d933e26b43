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
on_row (const EntEvidenceRow *row, gpointer closure)
{
    Work *work = closure;
    work->begun = TRUE;
    ent_graph_add_row (work->graph, row);
    if (work->error == NULL)
        cmd_targets_add (work->targets, row, &work->error);
}

static void
on_article (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    (void)article;
    ((Work *)closure)->begun = TRUE;
    ent_reading_rows (reading, on_row, closure);
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
    ent_reader_set_most_named (reader, reading->most_named);
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
            if (written) {
                cmd_print_crowded (ent_graph_n_crowded (work->graph), reading->most_named);
                cmd_print_notes (notes);
            }
        }
    }
    if (work->error != NULL) {
        cmd_error ("%s", work->error->message);
        return work->error->code == ENT_ERROR_UNKNOWN ? CMD_MISUSE : CMD_BAD_INPUT;
    }
    return work->failed ? CMD_BAD_INPUT : CMD_DONE;
}

/* FALSE after a message. */
static gboolean
check_format (const char *format, char **outputs)
{
    static const char *const formats[] = { "dot", "svg", "png", "pdf", "jsonl", NULL };
    if (format == NULL)
        return TRUE;
    if (!g_strv_contains (formats, format))
        cmd_error ("--format: no format '%s'; there are dot, svg, png, pdf and jsonl", format);
    else if (outputs == NULL || !g_strv_contains ((const char *const *)outputs, "-"))
        cmd_error ("--format is for -o -; a file's suffix tells its format");
    else
        return TRUE;
    return FALSE;
}

int
cmd_graph (int argc, char **argv)
{
    g_auto (CmdDrawing) options = { .min_weight = 1, .most_named = ENT_MOST_NAMED };
    g_autofree char *format = NULL;
    const GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
                                       ".dot, .gv, .svg, .png, .pdf or .jsonl, or - (default: DOT on stdout)",
                                       "FILE" },
                                     { "format", 0, 0, G_OPTION_ARG_STRING, &format,
                                       "Of -o -: dot, svg, png, pdf or jsonl (default: dot)", "FORMAT" },
                                     CMD_ARTICLE_OPTIONS (options.articles),
                                     CMD_DRAWING_OPTIONS (options),
                                     { 0 } };
    CmdReading reading = { .on_article = on_article, .on_row = on_row };
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
    if (!cmd_drawing_options (&options, argc, &reading, &filter) || !check_format (format, options.outputs))
        return CMD_MISUSE;
    g_autoptr (CmdTargets) targets = cmd_targets_new (options.outputs, TRUE, format != NULL ? format : "dot");
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

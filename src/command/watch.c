/* watch.c - entente watch: the network of articles, written anew on every save. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/cmd.h"

typedef struct {
    const CmdDrawing *options;
    const EntFilter *filter;
    CmdReading reading;
    CmdTargets *files, *pictures; /* written at once, and drawn in a process of their own */
    GHashTable *stamps;           /* path of the gazetteer or an input -> its state at the last look */
    GHashTable *readings;    /* path of an article -> GPtrArray of EntReading: its pieces, most often one */
    EntGazetteer *gazetteer; /* the last good one, or NULL */
    EntReader *reader;
    gboolean broken; /* the gazetteer as it is now */
    EntGraph *shown; /* the last network, or NULL */
    pid_t drawing;   /* process that draws the pictures; 0 for none */
} Watch;

/* The files of the gazetteer: those that were named, and those that the last good one includes. */
static GPtrArray *
gazetteer_files (const Watch *watch)
{
    GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
    char *usual[] = { "entities.yaml", NULL }, **named = watch->options->articles.gazetteer;
    for (char **path = named != NULL ? named : usual; *path != NULL; path++)
        g_ptr_array_add (files, g_strdup (*path));
    const char *path;
    for (guint i = 0; watch->gazetteer != NULL && (path = ent_gazetteer_file (watch->gazetteer, i)) != NULL;
         i++)
        if (!g_ptr_array_find_with_equal_func (files, path, g_str_equal, NULL))
            g_ptr_array_add (files, g_strdup (path));
    return files;
}

/* ---- what was saved ---- */

static gboolean
gazetteer_was_saved (Watch *watch)
{
    g_autoptr (GPtrArray) files = gazetteer_files (watch);
    gboolean saved = FALSE;
    for (guint i = 0; i < files->len; i++)
        saved |= cmd_was_saved (watch->stamps, files->pdata[i]);
    return saved;
}

static gboolean
is_not_in (gpointer path, gpointer value, gpointer set)
{
    (void)value;
    return !g_hash_table_contains (set, path);
}

/* TRUE if an input is none any more. */
static gboolean
forget_deleted (Watch *watch, GPtrArray *inputs)
{
    g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GPtrArray) files = gazetteer_files (watch);
    for (guint i = 0; i < files->len; i++)
        g_hash_table_add (left, files->pdata[i]);
    for (guint i = 0; i < inputs->len; i++)
        g_hash_table_add (left, inputs->pdata[i]);
    g_hash_table_foreach_remove (watch->readings, is_not_in, left);
    return g_hash_table_foreach_remove (watch->stamps, is_not_in, left) > 0;
}

/* ---- reading ---- */

static void
take (const char *path, EntReading *reading, gpointer closure)
{
    Watch *watch = closure;
    GPtrArray *pieces = g_hash_table_lookup (watch->readings, path);
    if (pieces == NULL) {
        pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_reading_free);
        g_hash_table_insert (watch->readings, g_strdup (path), pieces);
    }
    g_ptr_array_add (pieces, reading);
}

/* Reads those of the inputs that are articles, and keeps the readings. */
static gboolean
read_articles (Watch *watch, GPtrArray *inputs)
{
    g_autoptr (GPtrArray) articles = g_ptr_array_new ();
    for (guint i = 0; i < inputs->len; i++) {
        g_hash_table_remove (watch->readings, inputs->pdata[i]);
        if (!cmd_is_evidence (inputs->pdata[i]))
            g_ptr_array_add (articles, inputs->pdata[i]);
    }
    CmdReading reading = watch->reading;
    reading.reader = watch->reader;
    reading.take = take;
    reading.closure = watch;
    return cmd_read_all (&reading, articles);
}

typedef struct {
    EntGraph *graph;
    CmdTargets *files;
    gboolean begun; /* something could be read */
    GError *error;
} Gathering;

static void
on_row (const EntEvidenceRow *row, gpointer closure)
{
    Gathering *gathering = closure;
    gathering->begun = TRUE;
    ent_graph_add_row (gathering->graph, row);
    if (gathering->error == NULL)
        cmd_targets_add (gathering->files, row, &gathering->error);
}

/* The evidence of all inputs, in their order. Evidence files are read every time. */
static gboolean
gather (Watch *watch, GPtrArray *inputs, Gathering *gathering)
{
    CmdReading reading = watch->reading;
    gboolean ok = TRUE;
    reading.on_row = on_row;
    reading.closure = gathering;
    for (guint i = 0; i < inputs->len; i++) {
        const GPtrArray *kept = g_hash_table_lookup (watch->readings, inputs->pdata[i]);
        for (guint j = 0; kept != NULL && j < kept->len; j++)
            ent_reading_rows (kept->pdata[j], on_row, gathering);
        gathering->begun |= kept != NULL;
        if (cmd_is_evidence (inputs->pdata[i])) {
            g_autoptr (GPtrArray) file = g_ptr_array_new ();
            g_ptr_array_add (file, inputs->pdata[i]);
            ok = cmd_read_all (&reading, file) && ok;
        }
    }
    return ok;
}

/* ---- reporting ---- */

static double
seconds_since (gint64 start)
{
    return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* "12:30:05  85 edges (+3 -1 ~2), 0.012 s" */
static void
print_run (EntGraph *before, EntGraph *after, gint64 start)
{
    guint changes[4] = { 0 };
    cmd_print_time ();
    guint n = ent_graph_n_edges (after);
    fprintf (stderr, "%u edge%s", n, n == 1 ? "" : "s");
    if (before != NULL) {
        g_autoptr (EntGraph) comparison = ent_graph_compare (before, after);
        for (guint i = 0; i < ent_graph_n_edges (comparison); i++)
            changes[ent_graph_edge (comparison, i)->change]++;
        fprintf (stderr, " (+%u -%u ~%u)", changes[ENT_ADDED], changes[ENT_REMOVED], changes[ENT_CHANGED]);
    }
    fprintf (stderr, ", %.3f s\n", seconds_since (start));
}

/* ---- a run ---- */

/* The gazetteer as it is now, if it is good; else its findings are printed, and the last one stays. Returns the one that
 * was replaced, or NULL. All inputs are to be read anew. */
static EntGazetteer *
load_gazetteer (Watch *watch)
{
    EntGazetteer *gazetteer = cmd_gazetteer (watch->options->articles.gazetteer), *before = watch->gazetteer;
    watch->broken = gazetteer == NULL || !cmd_drawing_relations (watch->options, gazetteer);
    if (watch->broken) {
        cmd_print_time ();
        fputs ("the files stay as they are\n", stderr);
        ent_gazetteer_free (gazetteer);
        return NULL;
    }
    ent_reader_free (watch->reader);
    watch->reader = ent_reader_new (gazetteer);
    ent_reader_set_most_named (watch->reader, watch->reading.most_named);
    watch->gazetteer = gazetteer;
    gazetteer_was_saved (watch); /* what it includes is watched from here on */
    return before;
}

/* The network of all inputs, of which `saved` must be read anew. */
static void
run (Watch *watch, GPtrArray *inputs, GPtrArray *saved)
{
    gint64 start = g_get_monotonic_time ();
    g_autoptr (EntGraph) before = watch->shown, graph = ent_graph_new (watch->gazetteer);
    g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
    EntExportOptions export = { .plain = watch->options->plain, .layout = watch->options->layout };
    Gathering gathering = { .graph = graph, .files = watch->files };
    gboolean ok = read_articles (watch, saved);
    if (cmd_targets_open (watch->files, &gathering.error))
        ok = gather (watch, inputs, &gathering) && ok;
    cmd_targets_stop (watch->drawing);
    watch->drawing = 0;
    watch->shown = ent_graph_filter (graph, watch->filter);
    if (gathering.error == NULL && (ok || gathering.begun) &&
        cmd_targets_write (watch->files, watch->shown, &export, notes, &gathering.error)) {
        cmd_print_notes (notes);
        print_run (before, watch->shown, start);
        cmd_print_crowded (ent_graph_n_crowded (graph), watch->reading.most_named);
        watch->drawing = cmd_targets_start (watch->pictures, watch->shown, &export);
    }
    if (gathering.error != NULL)
        cmd_error ("%s", gathering.error->message);
    g_clear_error (&gathering.error);
    cmd_targets_close (watch->files);
}

/* Whether nothing that is written is read as well, as a new link or what a gazetteer includes may be. */
static gboolean
is_apart (const Watch *watch, const GPtrArray *inputs)
{
    g_autoptr (GPtrArray) files = gazetteer_files (watch);
    char **outputs = watch->options->outputs;
    return cmd_apart_from_inputs (outputs, inputs) && cmd_apart_from_inputs (outputs, files);
}

/* After something happened: a run, if any file is not as it was. FALSE after a message that it would write what is read. */
static gboolean
look (Watch *watch, char **arguments)
{
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (arguments, &failed), saved = g_ptr_array_new ();
    g_autoptr (EntGazetteer) before = NULL; /* which the last network needs until there is another */
    if (inputs->len == 0)
        return TRUE; /* the last network stays */
    gboolean all = gazetteer_was_saved (watch), deleted = forget_deleted (watch, inputs);
    for (guint i = 0; i < inputs->len; i++)
        if (cmd_was_saved (watch->stamps, inputs->pdata[i]) || all)
            g_ptr_array_add (saved, inputs->pdata[i]);
    if (all)
        before = load_gazetteer (watch);
    if (!is_apart (watch, inputs))
        return FALSE;
    if (!watch->broken && (saved->len > 0 || deleted))
        run (watch, inputs, saved);
    return TRUE;
}

/* FALSE after a message. */
static gboolean
check_arguments (const Watch *watch, int argc, char **argv)
{
    char **gazetteer = watch->options->articles.gazetteer;
    for (int i = 1; i < argc; i++)
        if (!cmd_can_be_saved (argv[i]))
            return FALSE;
    for (; gazetteer != NULL && *gazetteer != NULL; gazetteer++)
        if (!cmd_can_be_saved (*gazetteer))
            return FALSE;
    if (watch->options->outputs == NULL) {
        cmd_error ("watch needs a file to write: -o FILE");
        return FALSE;
    }
    return TRUE;
}

/* Whether all targets can be written; FALSE after a message. */
static gboolean
try_targets (Watch *watch)
{
    g_autoptr (GError) error = NULL;
    gboolean ok = cmd_targets_open (watch->files, &error) && cmd_targets_open (watch->pictures, &error);
    if (!ok)
        cmd_error ("%s", error->message);
    cmd_targets_close (watch->files);
    cmd_targets_close (watch->pictures);
    return ok;
}

/* Whether the gazetteer can be read at all; FALSE after a message. Its mistakes are reported by the first run. */
static gboolean
try_gazetteer (const Watch *watch)
{
    const char *const *path = cmd_gazetteer_paths (watch->options->articles.gazetteer);
    for (; path != NULL && *path != NULL; path++)
        if (access (*path, R_OK) != 0) {
            cmd_error ("%s: %s", *path, g_strerror (errno));
            return FALSE;
        }
    return path != NULL;
}

/* The files of the gazetteer, as far as they are known, and the arguments. */
static char **
saved_paths (const Watch *watch, char **arguments)
{
    g_autoptr (GPtrArray) files = gazetteer_files (watch);
    g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
    for (guint i = 0; i < files->len; i++)
        g_strv_builder_add (paths, files->pdata[i]);
    g_strv_builder_addv (paths, (const char **)arguments);
    return g_strv_builder_end (paths);
}

/* Until a signal ends the program. What a gazetteer includes may lie elsewhere: then another process reports saves, at first
 * that it is ready. */
static int
watch_arguments (Watch *watch, char **arguments)
{
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (arguments, &failed);
    cmd_output_catch_interrupts ();
    if (!is_apart (watch, inputs))
        return CMD_MISUSE;
    if (inputs->len == 0 || !try_targets (watch) || !try_gazetteer (watch))
        return CMD_BAD_INPUT;
    g_auto (GStrv) paths = saved_paths (watch, arguments);
    int saves = cmd_saves_watch (paths);
    while (saves >= 0 && cmd_saves_wait (saves)) {
        if (!look (watch, arguments)) {
            cmd_targets_stop (watch->drawing);
            return CMD_MISUSE;
        }
        g_auto (GStrv) now = saved_paths (watch, arguments);
        if (g_strv_equal ((const char *const *)paths, (const char *const *)now))
            continue;
        close (saves);
        saves = cmd_saves_watch (now);
        g_strfreev (paths);
        paths = g_steal_pointer (&now);
    }
    cmd_error ("cannot look out for saves");
    return CMD_BAD_INPUT;
}

int
cmd_watch (int argc, char **argv)
{
    g_auto (CmdDrawing) options = { .min_weight = 1, .most_named = ENT_MOST_NAMED };
    const GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
                                       ".dot, .gv, .svg, .png, .pdf or .jsonl; at least one", "FILE" },
                                     CMD_ARTICLE_OPTIONS (options.articles),
                                     CMD_DRAWING_OPTIONS (options),
                                     { 0 } };
    EntFilter filter = ENT_FILTER_DEFAULT;
    Watch watch = { .options = &options, .filter = &filter };
    int status;
    if (!cmd_options (
            "watch", entries, "ARTICLE...",
            "Writes the network as graph does, and again whenever the gazetteer or an article is saved,\n"
            "added or deleted, until it is interrupted. Each time a line on standard error tells how many\n"
            "edges there are, came, went and changed their weight. DOT and evidence are written at once,\n"
            "pictures when they are drawn. A gazetteer with a mistake leaves the files as they are.",
            &argc, &argv, &status))
        return status;
    if (!cmd_drawing_options (&options, argc, &watch.reading, &filter) ||
        !check_arguments (&watch, argc, argv))
        return CMD_MISUSE;
    g_autoptr (CmdTargets) files = cmd_targets_new (options.outputs, TRUE, NULL);
    if (files == NULL)
        return CMD_MISUSE;
    g_autoptr (CmdTargets) pictures = cmd_targets_split (files);
    g_autoptr (GHashTable) stamps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GHashTable) readings =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    watch.files = files;
    watch.pictures = pictures;
    watch.stamps = stamps;
    watch.readings = readings;
    status = watch_arguments (&watch, argv + 1);
    g_clear_pointer (&watch.shown, ent_graph_free);
    g_clear_pointer (&watch.reader, ent_reader_free);
    g_clear_pointer (&watch.gazetteer, ent_gazetteer_free);
    return status;
}

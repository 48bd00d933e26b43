/* diff.c - entente diff: two gazetteers on the same articles, or two evidence files, and what is different. */
#include "cli/cmd.h"

enum { OLDER, NEWER };

/* One of the two that are compared. Of an evidence file the gazetteer is that of the other side, or of -g. */
typedef struct {
    char *path;
    gboolean evidence;
    const EntGazetteer *gazetteer;
} Side;

static void
add_older (const EntEvidenceRow *row, gpointer closure)
{
    ent_diff_add_older (closure, row);
}

static void
add_newer (const EntEvidenceRow *row, gpointer closure)
{
    ent_diff_add_newer (closure, row);
}

static void
on_both (const EntArticle *article, const EntReading *older, const EntReading *newer, gpointer closure)
{
    ent_diff_add_article (closure, article, older, newer);
}

static void
on_older (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    ent_diff_add_article (closure, article, reading, NULL);
}

static void
on_newer (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    ent_diff_add_article (closure, article, NULL, reading);
}

/* One side by itself, beside an evidence file. FALSE after a message. */
static gboolean
read_side (const Side *side, gboolean older, GPtrArray *articles, CmdReading reading)
{
    g_autoptr (EntReader) reader = side->evidence ? NULL : ent_reader_new (side->gazetteer);
    g_autoptr (GPtrArray) file = g_ptr_array_new ();
    g_ptr_array_add (file, side->path);
    reading.reader = reader;
    reading.on_article = older ? on_older : on_newer;
    reading.on_row = side->evidence ? older ? add_older : add_newer : NULL;
    return cmd_read_all (&reading, side->evidence ? file : articles);
}

/* FALSE after a message. */
static gboolean
read_sides (const Side sides[2], GPtrArray *articles, CmdReading reading)
{
    if (sides[OLDER].evidence || sides[NEWER].evidence)
        return read_side (&sides[OLDER], TRUE, articles, reading) &&
               read_side (&sides[NEWER], FALSE, articles, reading);
    g_autoptr (EntReader) older = ent_reader_new (sides[OLDER].gazetteer);
    g_autoptr (EntReader) newer = ent_reader_new (sides[NEWER].gazetteer);
    reading.reader = older;
    reading.other = newer;
    reading.on_both = on_both;
    return cmd_read_all (&reading, articles);
}

/* The picture, beside the report. */
static gboolean
draw (CmdTargets *targets, EntGraph *graph)
{
    g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) error = NULL;
    if (cmd_targets_open (targets, &error) && cmd_targets_write (targets, graph, NULL, notes, &error)) {
        cmd_print_notes (notes);
        return TRUE;
    }
    cmd_error ("%s", error->message);
    return FALSE;
}

static int
compare (const Side sides[2], GPtrArray *articles, CmdReading *reading, gboolean json, CmdTargets *targets)
{
    g_autoptr (EntDiff) diff = ent_diff_new (sides[OLDER].gazetteer, sides[NEWER].gazetteer);
    cmd_output_catch_interrupts ();
    reading->closure = diff;
    if (!read_sides (sides, articles, *reading))
        return CMD_BAD_INPUT; /* the changes of some of the articles would mislead */
    const EntChanges *changes = ent_diff_finish (diff);
    if (cmd_targets_size (targets) > 0 && !draw (targets, changes->graph))
        return CMD_BAD_INPUT;
    gboolean found = !sides[OLDER].evidence && !sides[NEWER].evidence;
    if (json)
        cmd_changes_json (changes, found);
    else
        cmd_changes_text (changes, found);
    return cmd_flush_stdout () ? CMD_DONE : CMD_BAD_INPUT;
}

/* FALSE after a message. */
static gboolean
check_arguments (const CmdArticles *options, int argc, char **argv)
{
    gboolean enough = argc >= 3;
    gboolean both = enough && cmd_is_evidence (argv[1]) && cmd_is_evidence (argv[2]);
    if (!enough || (!both && argc < 4))
        cmd_error (
            "diff takes two gazetteers and an article, or two evidence files; see 'entente diff --help'");
    else if (both && argc > 3)
        cmd_error ("%s: between two evidence files no article is read", argv[3]);
    else if (!both && options->gazetteer != NULL)
        cmd_error ("-g is for two evidence files; here OLD and NEW name the gazetteers");
    else
        return TRUE;
    return FALSE;
}

int
cmd_diff (int argc, char **argv)
{
    g_auto (CmdArticles) articles = { 0 };
    g_auto (GStrv) outputs = NULL;
    gboolean json = FALSE;
    const GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &outputs,
                                       "Draw the changes too: .dot, .gv, .svg, .png or .pdf", "FILE" },
                                     { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print JSON", NULL },
                                     CMD_ARTICLE_OPTIONS (articles),
                                     { 0 } };
    CmdReading reading = { .most_named = ENT_MOST_NAMED };
    int status;
    if (!cmd_options (
            "diff", entries, "OLD NEW [ARTICLE...]",
            "Prints what the edit of a gazetteer did: entities, mentions and edges that came or went, each\n"
            "with its sentences. OLD and NEW are gazetteers, with which the articles are read, or evidence\n"
            "files (.jsonl). -g gives two evidence files their names. Status 0, whether or not there is a\n"
            "difference.",
            &argc, &argv, &status))
        return status;
    if (!cmd_article_options (&articles, &reading) || !check_arguments (&articles, argc, argv))
        return CMD_MISUSE;
    g_autoptr (CmdTargets) targets = cmd_targets_new (outputs, FALSE, NULL);
    if (targets == NULL)
        return CMD_MISUSE;
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (argv + 3, &failed);
    if (!cmd_apart_from_inputs (outputs, inputs) || !cmd_apart_from_files (outputs, argv + 1) ||
        !cmd_apart_from_files (outputs, articles.gazetteer))
        return CMD_MISUSE;
    gboolean evidence[2] = { cmd_is_evidence (argv[1]), cmd_is_evidence (argv[2]) };
    g_autoptr (EntGazetteer) older = evidence[OLDER] ? NULL : cmd_gazetteer ((char *[]){ argv[1], NULL });
    g_autoptr (EntGazetteer) newer = !evidence[NEWER]  ? cmd_gazetteer ((char *[]){ argv[2], NULL })
                                     : evidence[OLDER] ? cmd_gazetteer (articles.gazetteer)
                                                       : NULL;
    if ((older == NULL && !evidence[OLDER]) || (newer == NULL && !(evidence[NEWER] && older != NULL)))
        return CMD_BAD_INPUT;
    if ((older != NULL && !cmd_apart_from_gazetteer (outputs, older)) ||
        (newer != NULL && !cmd_apart_from_gazetteer (outputs, newer)))
        return CMD_MISUSE;
    if (failed)
        return CMD_BAD_INPUT;
    Side sides[2] = { { argv[1], evidence[OLDER], older != NULL ? older : newer },
                      { argv[2], evidence[NEWER], newer != NULL ? newer : older } };
    return compare (sides, inputs, &reading, json, targets);
}

/* evidence.c - entente evidence: what was found, a JSON object a line, out of articles or out of evidence of any edition. */
#include "cli/chars.h"
#include "cli/cmd.h"

enum { FULL = 1 << 16 }; /* bytes that are gathered before they are printed */

typedef struct {
    gboolean pairs;
    CmdChars *chars; /* NULL: offsets stay */
    GString *out;
    guint64 n_crowded;
    GError *error; /* the first */
} Work;

static void
print_rows (Work *work)
{
    fwrite (work->out->str, 1, work->out->len, stdout);
    g_string_set_size (work->out, 0);
}

static void
on_row (const EntEvidenceRow *row, gpointer closure)
{
    Work *work = closure;
    if (work->error != NULL)
        return;
    if (work->chars != NULL)
        row = cmd_chars_convert (work->chars, row, &work->error);
    if (row == NULL)
        return;
    work->n_crowded += row->sentence != NULL && row->sentence->named == NULL;
    if (work->pairs)
        ent_evidence_to_pairs (row, work->out);
    else
        ent_evidence_to_json (row, work->out);
    if (work->out->len >= FULL)
        print_rows (work);
}

static void
on_article (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    Work *work = closure;
    if (work->chars != NULL)
        cmd_chars_enter (work->chars, article);
    ent_reading_rows (reading, on_row, work);
}

static gboolean
are_evidence (const GPtrArray *inputs)
{
    for (guint i = 0; i < inputs->len; i++)
        if (!cmd_is_evidence (inputs->pdata[i]))
            return FALSE;
    return TRUE;
}

static int
run (const CmdArticles *options, CmdReading *reading, char **arguments, Work *work)
{
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (arguments, &failed);
    if (!cmd_apart_from_inputs (NULL, inputs))
        return CMD_MISUSE;
    gboolean evidence = are_evidence (inputs); /* which needs no gazetteer */
    g_autoptr (EntGazetteer) gazetteer = evidence ? NULL : cmd_gazetteer (options->gazetteer);
    if (gazetteer == NULL && !evidence)
        return CMD_BAD_INPUT;
    g_autoptr (EntReader) reader = evidence ? NULL : ent_reader_new (gazetteer);
    if (reader != NULL)
        ent_reader_set_most_named (reader, reading->most_named);
    reading->reader = reader;
    reading->closure = work;
    failed |= !cmd_read_all (reading, inputs);
    print_rows (work);
    failed |= !cmd_flush_stdout ();
    cmd_print_crowded (work->n_crowded, reading->most_named);
    if (work->error != NULL)
        cmd_error ("%s", work->error->message);
    return failed || work->error != NULL ? CMD_BAD_INPUT : CMD_DONE;
}

int
cmd_evidence (int argc, char **argv)
{
    g_auto (CmdArticles) options = { 0 };
    gboolean pairs = FALSE, chars = FALSE;
    int most_named = ENT_MOST_NAMED;
    const GOptionEntry entries[] = {
        { "pairs", 0, 0, G_OPTION_ARG_NONE, &pairs, "A flat line for each pair, for tables", NULL },
        { "chars", 0, 0, G_OPTION_ARG_NONE, &chars, "Offsets in characters instead of bytes", NULL },
        CMD_MOST_NAMED_OPTION (most_named),
        CMD_ARTICLE_OPTIONS (options),
        { 0 }
    };
    CmdReading reading = { .on_article = on_article, .on_row = on_row };
    int status;
    if (!cmd_options ("evidence", entries, "ARTICLE...",
                      "Prints what was found in articles, a JSON object a line: each article, each sentence "
                      "that names two\n"
                      "or more, each relation. Evidence files are printed too, those of the first edition in "
                      "the form of\n"
                      "today; the articles are then not read, but for --chars.",
                      &argc, &argv, &status))
        return status;
    if (!cmd_article_options (&options, &reading) || !cmd_most_named (most_named, &reading))
        return CMD_MISUSE;
    if (argc < 2) {
        cmd_error ("no article given; see 'entente evidence --help'");
        return CMD_MISUSE;
    }
    g_autoptr (CmdChars) converter = chars ? cmd_chars_new () : NULL;
    g_autoptr (GString) out = g_string_new (NULL);
    Work work = { .pairs = pairs, .chars = converter, .out = out };
    status = run (&options, &reading, argv + 1, &work);
    g_clear_error (&work.error);
    return status;
}

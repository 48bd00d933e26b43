/* dump.c - entente dump: what a stage of the reading made of an article, as a table. For developers. */
#include "cli/cmd.h"

typedef struct {
    const EntReader *reader;
    EntDump dump;
} Work;

static void
print_row (const char *const *cells, gpointer closure)
{
    (void)closure;
    for (guint i = 0; cells[i] != NULL; i++) {
        if (i > 0)
            putchar ('\t');
        cmd_print_text (cells[i]); /* without tabs and line ends, too, which would break the table */
    }
    putchar ('\n');
}

static void
on_article (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    const Work *work = closure;
    (void)reading;
    ent_dump (work->reader, article, work->dump, print_row, NULL);
}

/* The only one that is wanted; ENT_N_DUMPS where there is none, or another. */
static EntDump
the_dump (const gboolean *wanted)
{
    EntDump only = ENT_N_DUMPS;
    guint n = 0;
    for (EntDump dump = 0; dump < ENT_N_DUMPS; dump++)
        if (wanted[dump]) {
            only = dump;
            n++;
        }
    return n == 1 ? only : ENT_N_DUMPS;
}

int
cmd_dump (int argc, char **argv)
{
    g_auto (GStrv) gazetteer_paths = NULL;
    gboolean wanted[ENT_N_DUMPS] = { FALSE };
    const GOptionEntry entries[] = {
        CMD_GAZETTEER_OPTION (gazetteer_paths),
        { "tokens", 0, 0, G_OPTION_ARG_NONE, &wanted[ENT_DUMP_TOKENS],
          "Words and marks, with the lists of words.yaml that have them", NULL },
        { "chunks", 0, 0, G_OPTION_ARG_NONE, &wanted[ENT_DUMP_CHUNKS],
          "Noun phrases, verb groups and what joins them", NULL },
        { "clauses", 0, 0, G_OPTION_ARG_NONE, &wanted[ENT_DUMP_CLAUSES],
          "Verbs, their subjects and their status", NULL },
        { "mentions", 0, 0, G_OPTION_ARG_NONE, &wanted[ENT_DUMP_MENTIONS],
          "Names and references, also those that count for nobody", NULL },
        { "claims", 0, 0, G_OPTION_ARG_NONE, &wanted[ENT_DUMP_CLAIMS],
          "What each sentence says of a pair, before the article is weighed as a whole", NULL },
        { 0 }
    };
    int status = CMD_DONE;
    if (!cmd_options (
            "dump", entries, "ARTICLE",
            "Prints what one stage of the reading made of an article, tab-separated below a line that\n"
            "names the columns. Sentences are counted from 1, offsets are bytes of the file.",
            &argc, &argv, &status))
        return status;
    Work work = { .dump = the_dump (wanted) };
    if (work.dump == ENT_N_DUMPS || argc != 2) {
        cmd_error ("dump takes one stage and one article; see 'entente dump --help'");
        return CMD_MISUSE;
    }
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (argv + 1, &failed);
    if (failed)
        return CMD_BAD_INPUT;
    if (inputs->len != 1 || cmd_is_evidence (inputs->pdata[0])) {
        cmd_error ("%s is not one article", argv[1]);
        return CMD_MISUSE;
    }
    g_autoptr (EntGazetteer) gazetteer = cmd_gazetteer (gazetteer_paths);
    if (gazetteer == NULL)
        return CMD_BAD_INPUT;
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    work.reader = reader;
    const CmdReading reading = { .on_article = on_article, .closure = &work };
    print_row (ent_dump_columns (work.dump), NULL);
    gboolean ok = cmd_read_all (&reading, inputs);
    return cmd_flush_stdout () && ok ? CMD_DONE : CMD_BAD_INPUT;
}

/* mentions.c - entente mentions: every mention, a line each. */
#include "cli/cmd.h"

static void
on_article (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    const EntGazetteer *gazetteer = closure;
    for (guint i = 0; i < reading->mentions->len; i++) {
        const EntMention *mention = &g_array_index (reading->mentions, EntMention, i);
        EntSpan file = ent_article_file_span (article, mention->span);
        cmd_print_text (article->path); /* without tabs and line ends, too, which would break the table */
        printf ("\t%" G_GSIZE_FORMAT "\t%" G_GSIZE_FORMAT "\t%s\t%s\t", file.start, file.end,
                ent_gazetteer_entity (gazetteer, mention->entity)->id, ent_how_name (mention->how));
        cmd_print_bytes (article->text + mention->span.start, mention->span.end - mention->span.start);
        putchar ('\n');
    }
}

int
cmd_mentions (int argc, char **argv)
{
    g_auto (CmdArticles) options = { 0 };
    const GOptionEntry entries[] = { CMD_ARTICLE_OPTIONS (options), { 0 } };
    CmdReading reading = { .on_article = on_article };
    int status;
    if (!cmd_options (
            "mentions", entries, "ARTICLE...",
            "Prints every mention, tab-separated: article, start, end (bytes of the file), id,\n"
            "how it was resolved (name, short, demonym, metonym, office, description, pronoun), text.",
            &argc, &argv, &status))
        return status;
    if (!cmd_article_options (&options, &reading))
        return CMD_MISUSE;
    if (argc < 2) {
        cmd_error ("no article given; see 'entente mentions --help'");
        return CMD_MISUSE;
    }
    g_autoptr (EntGazetteer) gazetteer = cmd_gazetteer (options.gazetteer);
    if (gazetteer == NULL)
        return CMD_BAD_INPUT;
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    reading.reader = reader;
    reading.closure = gazetteer;
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (argv + 1, &failed);
    if (!cmd_apart_from_inputs (NULL, inputs))
        return CMD_MISUSE;
    failed |= !cmd_read_all (&reading, inputs);
    failed |= !cmd_flush_stdout ();
    return failed ? CMD_BAD_INPUT : CMD_DONE;
}

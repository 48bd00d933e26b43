/* main.c - the table of commands, help and exit status. */
#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"
#include "cli/cmd.h"

static const struct {
    const char *name;
    int (*run) (int argc, char **argv);
    const char *arguments, *summary;
    gboolean development; /* listed by --help --all only */
} commands[] = {
    { "graph", cmd_graph, "ARTICLE...", "the network, as DOT, SVG, PNG, PDF or evidence", FALSE },
    { "why", cmd_why, "A B ARTICLE...", "the sentences behind an edge, highlighted", FALSE },
    { "evidence", cmd_evidence, "ARTICLE...", "what was found, a JSON object a line", FALSE },
    { "mentions", cmd_mentions, "ARTICLE...", "every mention with its offsets, a line each", FALSE },
    { "check", cmd_check, "[ARTICLE...]", "a gazetteer's mistakes, and what looks like one", FALSE },
    { "suggest", cmd_suggest, "ARTICLE...", "names that the gazetteer lacks", FALSE },
    { "import", cmd_import, "FILE...", "a gazetteer out of lists that others keep", FALSE },
    { "diff", cmd_diff, "OLD NEW ARTICLE...", "what an edit of the gazetteer did to the network", FALSE },
    { "watch", cmd_watch, "ARTICLE...", "the network, written anew on every save", FALSE },
    { "score", cmd_score, "GOLD ARTICLE...", "precision, recall and agreement with a hand coding", FALSE },
    { "dump", cmd_dump, "ARTICLE", "what a stage of the reading made of an article", TRUE },
};

static void
print_help (FILE *stream, gboolean all)
{
    fprintf (stream,
             "Usage: entente COMMAND [OPTION...] ...\n\n"
             "Reads news articles, finds the states, officials and organizations that a gazetteer\n"
             "lists, and draws who is mentioned with whom, who met whom and who responded to whom.\n\n"
             "Commands:\n");
    for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
        if (all || !commands[i].development)
            fprintf (stream, "  %-9s %-18s %s\n", commands[i].name, commands[i].arguments,
                     commands[i].summary);
    fprintf (stream,
             "\nARTICLE is a text or HTML file, an evidence file (.jsonl), a directory, or - for stdin.\n"
             "'entente COMMAND --help' tells a command's options, 'entente -V' the version.\n");
}

/* Where a standard stream is closed, the next file would get its number, and with it what is meant for the stream. It
 * cannot be used as before. */
static void
hold_standard_streams (void)
{
    int file;
    do
        file = open ("/dev/null", fcntl (STDIN_FILENO, F_GETFD) < 0 ? O_WRONLY : O_RDONLY);
    while (file >= 0 && file <= STDERR_FILENO);
    if (file >= 0)
        close (file);
}

static int
print_version (void)
{
    printf ("entente %s\n", ENT_VERSION);
    return cmd_flush_stdout () ? CMD_DONE : CMD_BAD_INPUT;
}

static int
refuse (const char *name)
{
    const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
    for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
        names[i] = commands[i].name;
    const char *meant = ent_nearest (name, names);
    if (meant != NULL)
        cmd_error ("no command '%s'; did you mean '%s'?", name, meant);
    else
        cmd_error ("no command '%s'; 'entente --help' lists them", name);
    return CMD_MISUSE;
}

int
main (int argc, char **argv)
{
    hold_standard_streams ();
    setlocale (LC_ALL, "");
    if (argc < 2) {
        print_help (stderr, FALSE);
        return CMD_MISUSE;
    }
    const char *name = argv[1];
    if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0 || strcmp (name, "help") == 0) {
        print_help (stdout, argc > 2 && strcmp (argv[2], "--all") == 0);
        return cmd_flush_stdout () ? CMD_DONE : CMD_BAD_INPUT;
    }
    if (strcmp (name, "--version") == 0 || strcmp (name, "-V") == 0)
        return print_version ();
    for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
        if (strcmp (name, commands[i].name) == 0)
            return commands[i].run (argc - 1, argv + 1);
    return refuse (name);
}

/* cmd_check.c - entente check: the gazetteer's mistakes, all at once. */
#include "cmd.h"

int
cmd_check (int argc, char **argv)
{
    const GOptionEntry entries[] = { { 0 } };
    int status;
    if (!cmd_options ("check", entries, "[FILE]",
                      "Loads a gazetteer (default: entities.yaml) and reports every mistake.", &argc, &argv,
                      &status))
        return status;
    if (argc > 2) {
        cmd_error ("check takes one gazetteer; see 'entente check --help'");
        return CMD_MISUSE;
    }
    g_autoptr (EntGazetteer) gazetteer = cmd_gazetteer (argc == 2 ? argv + 1 : NULL);
    if (gazetteer == NULL)
        return CMD_BAD_INPUT;
    guint counts[3] = { 0, 0, 0 };
    for (guint i = 0; i < ent_gazetteer_size (gazetteer); i++)
        counts[ent_gazetteer_entity (gazetteer, i)->kind]++;
    static const char *const one[] = { "state", "official", "organization" };
    printf ("%s:", argc == 2 ? argv[1] : "entities.yaml");
    for (guint i = 0; i < G_N_ELEMENTS (one); i++)
        printf ("%s %u %s%s", i > 0 ? "," : "", counts[i], one[i], counts[i] == 1 ? "" : "s");
    putchar ('\n');
    return cmd_flush_stdout () ? CMD_DONE : CMD_BAD_INPUT;
}

/* drawing.c - the options that say what of a network is drawn, which graph and watch share. */
#include <string.h>

#include "cmd.h"

void
cmd_drawing_clear (CmdDrawing *options)
{
    cmd_articles_clear (&options->articles);
    g_strfreev (options->outputs);
    g_strfreev (options->relations);
    g_free (options->statuses);
    g_free (options->layout);
}

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

gboolean
cmd_drawing_relations (const CmdDrawing *options, const EntGazetteer *gazetteer)
{
    for (char **name = options->relations; name != NULL && *name != NULL; name++) {
        gboolean known = FALSE;
        g_autoptr (GString) all = g_string_new (NULL);
        for (guint i = 0; i < ent_gazetteer_n_relations (gazetteer); i++) {
            known |= strcmp (*name, ent_gazetteer_relation (gazetteer, i)) == 0;
            g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", ent_gazetteer_relation (gazetteer, i));
        }
        if (!known) {
            cmd_error ("--relation: no relation '%s'; there are %s", *name, all->str);
            return FALSE;
        }
    }
    return TRUE;
}

gboolean
cmd_drawing_options (const CmdDrawing *options, int argc, CmdReading *reading, EntFilter *filter)
{
    if (!cmd_article_options (&options->articles, reading) || !read_statuses (options->statuses, filter))
        return FALSE;
    if (argc < 2) {
        cmd_error ("no article given; see '%s --help'", g_get_prgname ());
        return FALSE;
    }
    if (options->min_weight < 1) {
        cmd_error ("--min-weight: %d is less than 1", options->min_weight);
        return FALSE;
    }
    if (!cmd_most_named (options->most_named, reading))
        return FALSE;
    filter->min_weight = (guint64)options->min_weight;
    filter->relations = (const char *const *)options->relations;
    filter->co_mentions = !options->no_co_mentions &&
                          (filter->relations == NULL || g_strv_contains (filter->relations, "co_mention"));
    return TRUE;
}

/* selection_note.c - notes on what a picture leaves out, and the queries of a selection. */
#include <string.h>

#include "selection.h"

static void
note (GPtrArray *notes, guint n, guint of, const char *what)
{
    if (notes != NULL && n > 0)
        g_ptr_array_add (notes, g_strdup_printf ("left out of the picture: %u of %u %s", n, of, what));
}

void
ent_picture_note (const EntPicture *picture, GPtrArray *notes)
{
    guint n_nodes = ent_graph_n_nodes (picture->graph), n_edges = ent_graph_n_edges (picture->graph);
    guint co_mentions = 0;
    for (guint i = 0; i < n_edges; i++)
        co_mentions += strcmp (ent_graph_edge (picture->graph, i)->relation, "co_mention") == 0;
    note (notes, picture->nodes_left_out, n_nodes, "entities, those with the weakest ties");
    note (notes, picture->co_mentions_left_out, co_mentions, "co-mentions, the weaker ones");
    note (notes, picture->relations_left_out, n_edges - co_mentions, "other lines, the weaker ones");
}

void
ent_picture_free (EntPicture *picture)
{
    if (picture == NULL)
        return;
    g_array_unref (picture->nodes);
    g_array_unref (picture->lines);
    g_ptr_array_unref (picture->added);
    g_free (picture);
}

const EntNode *
ent_picture_node (const EntPicture *picture, guint place)
{
    return g_array_index (picture->nodes, const EntNode *, place);
}

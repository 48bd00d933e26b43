/* placement.c - places from Graphviz's engines, made more readable. */
#include <math.h>
#include <string.h>

#include "drawing.h"
#include "placement.h"

static gboolean
same_pair (const EntLine *a, const EntLine *b)
{
    return (a->from == b->from && a->to == b->to) || (a->from == b->to && a->to == b->from);
}

/* Whether the pair of that line has another one. */
static gboolean
has_twin (const EntPicture *picture, guint i)
{
    const EntLine *lines = (const EntLine *)picture->lines->data;
    for (guint j = 0; j < picture->lines->len; j++)
        if (j != i && same_pair (&lines[i], &lines[j]))
            return TRUE;
    return FALSE;
}

/* The lines as the layout judges them; those of one pair should rather not be led round anything. */
static EntSegment *
segments (const EntPicture *picture)
{
    static const double weights[] = { 0.9, 0.6, 1.6 }, pulls[] = { 0.5, 3, 1 };
    EntSegment *list = g_new0 (EntSegment, picture->lines->len);
    for (guint i = 0; i < picture->lines->len; i++) {
        const EntLine *line = &g_array_index (picture->lines, EntLine, i);
        double weight = weights[line->kind];
        list[i] = (EntSegment){ line->from, line->to, weight, pulls[line->kind],
                                has_twin (picture, i) ? 3 * weight : weight };
    }
    return list;
}

gboolean
ent_placement_can_route (const EntPicture *picture, EntBox *boxes)
{
    g_autofree EntSegment *list = segments (picture);
    EntReadability layout = { boxes, picture->nodes->len, list, picture->lines->len, 0, 0 };
    for (guint i = 0; i < picture->lines->len; i++)
        if (has_twin (picture, i) && ent_readability_blocked (&layout, &list[i]))
            return FALSE;
    return TRUE;
}

static void
read_boxes (Agnode_t **nodes, EntBox *boxes, guint n)
{
    for (guint i = 0; i < n; i++)
        boxes[i] = (EntBox){ ND_coord (nodes[i]).x, ND_coord (nodes[i]).y, ND_width (nodes[i]) * 72,
                             ND_height (nodes[i]) * 72 };
}

/* In rows: Graphviz only gives the sizes. */
static gboolean
place_in_rows (GVC_t *gvc, Agraph_t *graph, Agnode_t **nodes, EntBox *boxes, guint n, GError **error)
{
    ent_draw_pin (nodes, boxes, n);
    ent_draw_preset (graph, AGRAPH, "overlap", "true");
    if (!ent_draw_layout (gvc, graph, "nop1", error))
        return FALSE;
    read_boxes (nodes, boxes, n);
    ent_readability_rows (boxes, n);
    return TRUE;
}

/* From several seeds, of which the most readable placing is kept. */
static gboolean
place (GVC_t *gvc, Agraph_t *graph, Agnode_t **nodes, const EntPlacement *work, EntBox *best, GError **error)
{
    guint n = work->picture->nodes->len;
    g_autofree EntSegment *lines = segments (work->picture);
    g_autofree EntBox *boxes = g_new0 (EntBox, n);
    EntReadability layout = { boxes, n, lines, work->picture->lines->len, 0, 0 };
    double lowest = HUGE_VAL;
    for (guint seed = 1; seed <= work->tries; seed++) {
        g_autofree char *start = g_strdup_printf ("%u", seed);
        ent_draw_preset (graph, AGRAPH, "start", start);
        if (!ent_draw_layout (gvc, graph, work->engine, error))
            return FALSE;
        read_boxes (nodes, boxes, n);
        gvFreeLayout (gvc, graph);
        if (work->rounds > 0) {
            ent_readability_fit (&layout);
            ent_readability_polish (&layout, work->rounds);
        }
        double cost = work->tries > 1 ? ent_readability_cost (&layout) : 0;
        if (cost < lowest) {
            lowest = cost;
            memcpy (best, boxes, n * sizeof *boxes);
        }
    }
    return TRUE;
}

GBytes *
ent_placement_run (gconstpointer placing, GError **error)
{
    const EntPlacement *work = placing;
    guint n = work->picture->nodes->len;
    g_autofree Agnode_t **nodes = g_new0 (Agnode_t *, n);
    g_autofree EntBox *boxes = g_new0 (EntBox, n);
    GVC_t *gvc = ent_draw_begin ();
    Agraph_t *graph = ent_draw_graph (work->picture, work->look, nodes);
    gboolean placed = work->engine == NULL ? place_in_rows (gvc, graph, nodes, boxes, n, error)
                                           : place (gvc, graph, nodes, work, boxes, error);
    return placed ? g_bytes_new (boxes, n * sizeof *boxes) : NULL;
}

/* place.c - where Graphviz's engines put the nodes of a picture. */
#include <math.h>
#include <string.h>

#include "label.h"
#include "place.h"

GError *
ent_place_error (const char *what)
{
    const char *message = aglasterr ();
    g_autofree char *clean = ent_label_clean (message == NULL ? "" : message);
    if (*clean == '\0')
        return g_error_new (ENT_ERROR, ENT_ERROR_LAYOUT, "Graphviz could not %s it", what);
    return g_error_new (ENT_ERROR, ENT_ERROR_LAYOUT, "%s", clean);
}

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
    static const double weights[] = { 1, 0.7, 1.6 }, pulls[] = { 0.4, 1, 1 };
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
ent_place_can_route (const EntPicture *picture, EntBox *boxes)
{
    g_autofree EntSegment *list = segments (picture);
    EntLayout layout = { boxes, picture->nodes->len, list, picture->lines->len };
    for (guint i = 0; i < picture->lines->len; i++)
        if (has_twin (picture, i) && ent_layout_blocked (&layout, &list[i]))
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

gboolean
ent_place_run (GVC_t *gvc, Agraph_t *graph, const char *engine, GError **error)
{
    if (gvLayout (gvc, graph, engine) == 0 && agerrors () == 0)
        return TRUE;
    g_propagate_error (error, ent_place_error ("lay out"));
    return FALSE;
}

void
ent_place_pin (Agnode_t **nodes, const EntBox *boxes, guint n)
{
    char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
    for (guint i = 0; i < n; i++) {
        g_autofree char *pos = g_strdup_printf ("%s,%s", g_ascii_formatd (x, sizeof x, "%.2f", boxes[i].x),
                                                g_ascii_formatd (y, sizeof y, "%.2f", boxes[i].y));
        agsafeset (nodes[i], (char *)"pos", pos, (char *)"");
    }
}

/* In rows: Graphviz is only asked for the sizes. */
static gboolean
place_in_rows (GVC_t *gvc, Agraph_t *graph, Agnode_t **nodes, EntBox *boxes, guint n, GError **error)
{
    ent_place_pin (nodes, boxes, n);
    agattr (graph, AGRAPH, (char *)"overlap", (char *)"true");
    if (!ent_place_run (gvc, graph, "nop1", error))
        return FALSE;
    read_boxes (nodes, boxes, n);
    gvFreeLayout (gvc, graph);
    ent_layout_rows (boxes, n);
    return TRUE;
}

/* From several seeds, of which the most readable placing is kept and made better. */
static gboolean
place (GVC_t *gvc, Agraph_t *graph, Agnode_t **nodes, const EntDrawing *work, EntBox *best, GError **error)
{
    guint n = work->picture->nodes->len;
    g_autofree EntSegment *lines = segments (work->picture);
    g_autofree EntBox *boxes = g_new0 (EntBox, n);
    EntLayout layout = { boxes, n, lines, work->picture->lines->len };
    double lowest = HUGE_VAL;
    for (guint seed = 1; seed <= work->plan.tries; seed++) {
        g_autofree char *start = g_strdup_printf ("%u", seed);
        agattr (graph, AGRAPH, (char *)"start", start);
        if (!ent_place_run (gvc, graph, work->plan.engine, error))
            return FALSE;
        read_boxes (nodes, boxes, n);
        gvFreeLayout (gvc, graph);
        double cost = work->plan.tries > 1 ? ent_layout_cost (&layout) : 0;
        if (cost < lowest) {
            lowest = cost;
            memcpy (best, boxes, n * sizeof *boxes);
        }
    }
    layout.boxes = best;
    ent_layout_polish (&layout, work->plan.polish);
    return TRUE;
}

gboolean
ent_place_nodes (GVC_t *gvc, Agraph_t *graph, Agnode_t **nodes, const EntDrawing *work, EntBox *boxes,
                 GError **error)
{
    guint n = work->picture->nodes->len;
    if (n == 0)
        return TRUE;
    if (work->plan.engine == NULL)
        return place_in_rows (gvc, graph, nodes, boxes, n, error);
    return place (gvc, graph, nodes, work, boxes, error);
}

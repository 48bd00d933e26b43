/* render.c - lines routed, legend added, and all of it rendered by Graphviz. */
#include <string.h>

#include "drawing.h"
#include "legend.h"
#include "render.h"

#define PNG_DPI 144.0
#define PNG_LARGEST 9000.0 /* pixels, either side */
#define MARGIN 30.0        /* points */

static void
set_resolution (Agraph_t *graph, EntBox bounds)
{
    double side = (MAX (bounds.width, bounds.height) + 6 * MARGIN) / 72;
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd (text, sizeof text, "%.2f", MIN (PNG_DPI, PNG_LARGEST / side));
    ent_draw_preset (graph, AGRAPH, "dpi", text);
}

GBytes *
ent_render (gconstpointer rendering, GError **error)
{
    const EntRendering *work = rendering;
    guint n = work->picture->nodes->len;
    EntBox bounds = ent_readability_bounds (work->boxes, n);
    GVC_t *gvc = ent_draw_begin ();
    g_autofree Agnode_t **nodes = g_new0 (Agnode_t *, n);
    Agraph_t *graph = ent_draw_graph (work->picture, work->look, nodes);
    ent_draw_pin (nodes, work->boxes, n);
    ent_draw_preset (graph, AGRAPH, "overlap", "true");
    ent_draw_preset (graph, AGRAPH, "splines", work->splines);
    if (strcmp (work->format, "png") == 0)
        set_resolution (graph, bounds);
    ent_legend_add (graph, work->picture, work->look, bounds);
    if (!ent_draw_layout (gvc, graph, "nop1", error))
        return NULL;
    char *bytes = NULL;
    unsigned length = 0;
    if (gvRenderData (gvc, graph, work->format, &bytes, &length) != 0 || agerrors () > 0 || length == 0) {
        g_propagate_error (error, ent_draw_error ("render"));
        return NULL;
    }
    return g_bytes_new (bytes, length);
}

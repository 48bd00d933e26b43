/* place.h - where Graphviz's engines put the nodes of a picture. */
#ifndef ENT_PLACE_H
#define ENT_PLACE_H

#include <graphviz/gvc.h>

#include "draw.h"
#include "layout.h"

/* Places the nodes of a drawing as its plan says. `nodes` stand in the order of the picture, and so do
 * the boxes, which receive the places. */
gboolean ent_place_nodes (GVC_t *gvc, Agraph_t *graph, Agnode_t **nodes, const EntDrawing *work,
                          EntBox *boxes, GError **error);

/* Writes the places into the nodes, for the engine "nop1" to find. */
void ent_place_pin (Agnode_t **nodes, const EntBox *boxes, guint n);

/* Whether the lines may be led round the nodes. Graphviz 2.43 writes past the end of its memory when it
 * leads several lines of one pair round a node. */
gboolean ent_place_can_route (const EntPicture *picture, EntBox *boxes);

/* gvLayout, whose return value alone does not tell. */
gboolean ent_place_run (GVC_t *gvc, Agraph_t *graph, const char *engine, GError **error);

/* The reason that Graphviz gave last. */
GError *ent_place_error (const char *what);

#endif

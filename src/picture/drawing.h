/* drawing.h - private to picture/: builds the cgraph graph of a picture: nodes and lines with their styles, tooltips
 * and links. */
#ifndef ENT_PICTURE_DRAWING_H
#define ENT_PICTURE_DRAWING_H

#include <graphviz/gvc.h>

#include "graph/selection.h"
#include "readability.h"
#include "style.h"

/* The nodes come back in the order of the picture. */
Agraph_t *ent_draw_graph (const EntPicture *picture, const EntStyle *look, Agnode_t **nodes);

/* Writes the places into the nodes, for the engine "nop1" to find. */
void ent_draw_pin (Agnode_t **nodes, const EntBox *boxes, guint n);

/* A value of the graph, or a default for all nodes or edges. */
void ent_draw_preset (Agraph_t *graph, int kind, const char *name, const char *value);

/* A value of one graph, node or edge. */
void ent_draw_set (void *object, const char *name, const char *value);
void ent_draw_set_number (void *object, const char *name, double value);

/* How a node looks, but for the size of its letters. */
void ent_draw_look (Agnode_t *node, const EntNodeStyle *look);

/* Makes Graphviz ready: its own numbers, and no messages. */
GVC_t *ent_draw_begin (void);

/* gvLayout, whose return value alone does not tell. */
gboolean ent_draw_layout (GVC_t *gvc, Agraph_t *graph, const char *engine, GError **error);

/* The reason that Graphviz gave last. */
GError *ent_draw_error (const char *what);

#endif

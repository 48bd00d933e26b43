/* selection.h - what of a graph a picture shows. A graph in which everybody is mentioned with everybody cannot be read,
 * so a picture draws the strongest lines, the nodes that they join and their states, and counts the rest. */
#ifndef ENT_GRAPH_SELECTION_H
#define ENT_GRAPH_SELECTION_H

#include "entente.h"

typedef enum {
    ENT_LINE_CO_MENTION,
    ENT_LINE_OWN_STATE, /* an official or organization to its state; replaces their co-mention */
    ENT_LINE_RELATION
} EntLineKind;

typedef struct {
    EntLineKind kind;
    guint from, to;      /* into `nodes` of the picture */
    const EntEdge *edge; /* NULL: own state, and never mentioned together */
} EntLine;

typedef struct {
    EntGraph *graph;  /* borrowed */
    GArray *nodes;    /* of const EntNode*, by id; last those in `added` */
    GArray *lines;    /* of EntLine: co-mentions, own states, relations */
    GPtrArray *added; /* of EntNode, owned: states that only their officials bring in */
    guint nodes_left_out;
    guint co_mentions_left_out; /* mentioned together, and no line joins them */
    guint relations_left_out;   /* lines of other relations */
} EntPicture;

EntPicture *ent_picture_new (EntGraph *graph);
void ent_picture_free (EntPicture *picture);

const EntNode *ent_picture_node (const EntPicture *picture, guint place);

/* Adds a line for whatever was left out; notes may be NULL. */
void ent_picture_note (const EntPicture *picture, GPtrArray *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPicture, ent_picture_free)

#endif

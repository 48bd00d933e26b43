/* style.h - what things look like: the colours, shapes and line styles that DOT files and pictures share. */
#ifndef ENT_PICTURE_STYLE_H
#define ENT_PICTURE_STYLE_H

#include "graph/selection.h"

#define ENT_FONT "DejaVu Sans,sans-serif"
#define ENT_LOOK_TEXT "#1b1b1b"

typedef struct {
    char fill[8], line[8], text[8]; /* "#rrggbb" */
    const char *shape, *style;      /* of Graphviz */
    double font_size;               /* points */
    double border;                  /* points */
    gboolean double_border;
} EntNodeLook;

typedef struct {
    char color[24];          /* "#rrggbb", or "#rrggbbaa"; "#rrggbb:invis:#rrggbb" for a double line */
    const char *style;       /* "solid", "dashed", "dotted" */
    const char *head, *tail; /* arrow shapes; "none" for none */
    double width;            /* points */
} EntEdgeLook;

/* The look of one graph: which state has which colour, what is heavy. The states of the picture choose their
 * colours first, so that they differ as long as there are colours. Borrows the graph. */
typedef struct EntLook EntLook;
EntLook *ent_look_new (EntGraph *graph, const EntPicture *picture);
void ent_look_free (EntLook *look);

EntNodeLook ent_look_node (const EntLook *look, const EntNode *node);
EntEdgeLook ent_look_edge (const EntLook *look, const EntEdge *edge);

/* In a comparison: of a line that tells a relation and nothing of change, for the legend. */
EntEdgeLook ent_look_neutral (const EntLook *look, const EntEdge *edge);

/* Of the tie of a node to its state. */
EntEdgeLook ent_look_tie (const EntLook *look, const char *state);

/* Of a co-mention that the picture leaves out, where it is shown all the same. */
EntEdgeLook ent_look_faint (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLook, ent_look_free)

#endif

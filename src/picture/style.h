/* style.h - the colours, shapes and line styles that DOT files and pictures share. */
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
} EntNodeStyle;

typedef struct {
    char color[24];          /* "#rrggbb", or "#rrggbbaa"; "#rrggbb:invis:#rrggbb" for a double line */
    const char *style;       /* "solid", "dashed", "dotted" */
    const char *head, *tail; /* arrow shapes; "none" for none */
    double width;            /* points */
} EntEdgeStyle;

/* The look of one graph: which state has which colour, what is heavy. The states of the picture choose their
 * colours first, so that they differ as long as there are colours. Borrows the graph. */
typedef struct EntStyle EntStyle;
EntStyle *ent_style_new (EntGraph *graph, const EntPicture *picture);
void ent_style_free (EntStyle *look);

EntNodeStyle ent_style_node (const EntStyle *look, const EntNode *node);
EntEdgeStyle ent_style_edge (const EntStyle *look, const EntEdge *edge);

/* In a comparison: of a line that tells a relation and nothing of change, for the legend. */
EntEdgeStyle ent_style_neutral (const EntStyle *look, const EntEdge *edge);

/* Of the tie of a node to its state. */
EntEdgeStyle ent_style_tie (const EntStyle *look, const char *state);

/* Of a co-mention that the picture leaves out, where it is shown all the same. */
EntEdgeStyle ent_style_faint (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntStyle, ent_style_free)

#endif

/* render.h - a picture whose nodes are placed, with its legend, as SVG, PNG or PDF. Graphviz may crash, hang or
 * exit over it, so call it in a child (child.h). */
#ifndef ENT_PICTURE_RENDER_H
#define ENT_PICTURE_RENDER_H

#include "graph/selection.h"
#include "readability.h"
#include "style.h"

typedef struct {
    const EntPicture *picture;
    const EntStyle *look;
    EntBox *boxes;       /* of the nodes, in the order of the picture */
    const char *format;  /* "svg", "png", "pdf" */
    const char *splines; /* "true": routed round the nodes; "line" */
} EntRendering;

/* An EntChildFunc; the work is an EntRendering. Loses memory, as Graphviz does. */
GBytes *ent_render (gconstpointer rendering, GError **error);

#endif

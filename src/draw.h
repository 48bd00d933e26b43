/* draw.h - a picture drawn by Graphviz, once, in whatever process it is called in. Graphviz may crash, hang or
 * exit over it, so call it in a child (child.h). */
#ifndef ENT_DRAW_H
#define ENT_DRAW_H

#include "look.h"
#include "picture.h"

/* One way to draw. */
typedef struct {
    const char *engine;  /* of Graphviz; NULL: in rows, without an engine */
    const char *splines; /* "true": routed round the nodes; "line" */
    guint tries;         /* seeds, of which the most readable is kept */
    guint polish;        /* rounds of making it better by moving nodes */
} EntPlan;

typedef struct {
    const EntPicture *picture;
    const EntLook *look;
    const char *format; /* "svg", "png", "pdf" */
    EntPlan plan;
} EntDrawing;

/* An EntChildFunc; the work is an EntDrawing. Loses memory, as Graphviz does. */
GBytes *ent_draw (gconstpointer drawing, GError **error);

#endif

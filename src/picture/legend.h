/* legend.h - private to picture/: the explanation below a picture, made of nodes and lines like those it explains. */
#ifndef ENT_PICTURE_LEGEND_H
#define ENT_PICTURE_LEGEND_H

#include <graphviz/cgraph.h>

#include "graph/selection.h"
#include "readability.h"
#include "style.h"

/* Adds what explains the kinds of line and shape that occur in the picture, below `bounds`, the place
 * that the picture takes. */
void ent_legend_add (Agraph_t *drawing, const EntPicture *picture, const EntStyle *look, EntBox bounds);

#endif

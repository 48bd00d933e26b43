/* placement.h - where the nodes of a picture stand: an engine of Graphviz begins, annealing makes it readable.
 * Graphviz may crash, hang or exit over it, so call it in a child (child.h). */
#ifndef ENT_PICTURE_PLACEMENT_H
#define ENT_PICTURE_PLACEMENT_H

#include "graph/selection.h"
#include "readability.h"
#include "style.h"

typedef struct {
    const EntPicture *picture;
    const EntStyle *look;
    const char *engine; /* of Graphviz; NULL: in rows, without an engine */
    guint tries;        /* seeds, of which the most readable is kept */
    guint rounds;       /* of moving every node; 0: as the engine leaves them */
} EntPlacement;

/* An EntChildFunc; the work is an EntPlacement. Returns an EntBox for each node, in the order of the picture.
 * Loses memory, as Graphviz does. */
GBytes *ent_placement_run (gconstpointer placing, GError **error);

/* Whether the lines may be led round the nodes. Graphviz 2.43 writes past the end of its memory when it
 * leads several lines of one pair round a node. */
gboolean ent_placement_can_route (const EntPicture *picture, EntBox *boxes);

#endif

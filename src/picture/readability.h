/* readability.h - measures how readable a placement of the nodes is, and improves it. */
#ifndef ENT_PICTURE_READABILITY_H
#define ENT_PICTURE_READABILITY_H

#include "entente.h"

/* All in points, y upward. */
typedef struct {
    double x, y; /* the centre */
    double width, height;
} EntBox;

typedef struct {
    guint from, to; /* boxes; different */
    double weight;  /* how much a crossing of it disturbs */
    double pull;    /* how much its length does */
    double clear;   /* how much a box in its way does */
} EntSegment;

typedef struct {
    EntBox *boxes;
    guint n_boxes;
    const EntSegment *segments;
    guint n_segments;
    double width, height; /* of the page, whose centre is 0,0 */
} EntReadability;

/* Gives the layout a page that its boxes and lines fill well, and stretches the placing to it. */
void ent_readability_fit (EntReadability *layout);

/* Lower is better: straight lines that cross, run through a box or leave a box side by side, boxes that
 * come near each other, and long lines. */
double ent_readability_cost (const EntReadability *layout);

/* Whether the straight line crosses a box. */
gboolean ent_readability_blocked (const EntReadability *layout, const EntSegment *segment);

/* Moves boxes one at a time, on the page, to lower the cost, in the end if not always at once (simulated annealing). The
 * same layout gives the same result. */
void ent_readability_polish (EntReadability *layout, guint rounds);

/* A placing that cannot fail: the boxes in rows of about the shape of a page, in their order. */
void ent_readability_rows (EntBox *boxes, guint n_boxes);

/* What the boxes cover together. */
EntBox ent_readability_bounds (const EntBox *boxes, guint n_boxes);

#endif

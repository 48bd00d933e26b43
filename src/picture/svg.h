/* svg.h - checks the SVG that Graphviz writes, and turns its tooltips into titles. */
#ifndef ENT_PICTURE_SVG_H
#define ENT_PICTURE_SVG_H

#include <glib.h>

/* The same picture with the tooltips, which Graphviz keeps in an attribute that not all browsers show, as
 * the titles of nodes and lines, instead of their names. NULL if this is not XML. */
GBytes *ent_svg_finish (GBytes *svg);

#endif

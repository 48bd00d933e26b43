/* graph.h - what the other stages inside the library may ask a graph. */
#ifndef ENT_GRAPH_H
#define ENT_GRAPH_H

#include "entente.h"

/* The gazetteer that the graph was made with. */
const EntGazetteer *ent_graph_gazetteer (const EntGraph *graph);

/* The entity of that id; NULL where the gazetteer does not know it. */
const EntEntity *ent_graph_entity (const EntGraph *graph, const char *id);

/* Keeps where the nodes of the graph's picture stand, in place of what was kept before, so that the
 * next format need not place them anew. Forgotten when evidence is added. */
void ent_graph_keep_places (EntGraph *graph, const char *layout, GBytes *places);

/* A reference to what was kept for that layout; NULL for nothing. `layout` may be NULL. */
GBytes *ent_graph_places (EntGraph *graph, const char *layout);

#endif

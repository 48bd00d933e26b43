/* graph.h - what the other stages inside the library may ask a graph. */
#ifndef ENT_GRAPH_GRAPH_H
#define ENT_GRAPH_GRAPH_H

#include "entente.h"

/* The gazetteer that the graph was made with. */
const EntGazetteer *ent_graph_gazetteer (const EntGraph *graph);

/* The entity of that id; NULL where the gazetteer does not know it. */
const EntEntity *ent_graph_entity (const EntGraph *graph, const char *id);

/* Like ent_graph_edge; NULL where there is none. */
const EntEdge *ent_graph_find_edge (EntGraph *graph, const char *relation, const char *source,
                                    const char *target, EntStatus status);

/* Whether it was made by ent_graph_compare. */
gboolean ent_graph_is_comparison (const EntGraph *graph);

/* By node, whether it or an edge of it changed; NULL where nothing was compared. The caller frees. */
gboolean *ent_graph_touched (EntGraph *graph);

/* Keeps the places of the nodes of the graph's picture, instead of those kept before, so that the next format need
 * not place them again. Forgotten when evidence is added. */
void ent_graph_keep_places (EntGraph *graph, const char *layout, GBytes *places);

/* A reference to what was kept for that layout; NULL for nothing. `layout` may be NULL. */
GBytes *ent_graph_places (EntGraph *graph, const char *layout);

#endif

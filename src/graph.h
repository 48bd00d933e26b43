/* graph.h - what the other stages inside the library may ask a graph. */
#ifndef ENT_GRAPH_H
#define ENT_GRAPH_H

#include "entente.h"

/* The gazetteer that the graph was made with. */
const EntGazetteer *ent_graph_gazetteer (const EntGraph *graph);

#endif

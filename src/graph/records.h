/* records.h - private to graph/: the inside of a graph, for the files that fill one: with evidence (graph.c), or with
 * the edges of other graphs (derived.c). */
#ifndef ENT_GRAPH_RECORDS_H
#define ENT_GRAPH_RECORDS_H

#include "graph.h"

typedef struct {
    EntNode node; /* first: the public face */
    guint index;  /* in the sorted array */
} EntGraphNode;

typedef struct {
    EntEdge edge; /* first: the public face */
    EntGraphNode *from, *to;
    EntSpan span;         /* of the sentence that is kept */
    guint64 shares;       /* the strength: see SHARES in graph.c */
    guint64 last_article; /* number of the article seen last at this edge */
} EntGraphEdge;

struct EntGraph {
    const EntGazetteer *gazetteer;
    GStringChunk *strings;    /* ids and relations */
    GHashTable *entities;     /* id -> index in the gazetteer */
    GHashTable *node_table;   /* id -> EntGraphNode */
    GHashTable *edge_table;   /* set of EntGraphEdge */
    GPtrArray *nodes, *edges; /* of EntGraphNode, of EntGraphEdge, owned; sorted if `sorted` */
    GPtrArray *named;         /* of EntGraphNode: those of a sentence, while it is added */
    guint64 n_crowded;
    gboolean sorted;
    gboolean comparison;
    GBytes *places; /* see ent_graph_keep_places */
    char *layout;
};

/* The node of that id, made if need be. */
EntGraphNode *ent_graph_intern_node (EntGraph *graph, const char *id);

/* The edge between these nodes, made if need be, with weight 0. */
EntGraphEdge *ent_graph_intern_edge (EntGraph *graph, const char *relation, EntGraphNode *source,
                                     EntGraphNode *target, EntStatus status);

#endif

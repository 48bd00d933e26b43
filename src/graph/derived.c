/* derived.c - graphs made of the edges of other graphs: what passes a filter, and what two have together. */
#include <string.h>

#include "gazetteer/compare.h"
#include "records.h"

/* The edge must be new to the graph. */
static EntGraphEdge *
copy_edge (EntGraph *graph, const EntGraphEdge *original, const char *source, const char *target)
{
    const EntEdge *old = &original->edge;
    EntGraphNode *from = ent_graph_intern_node (graph, source), *to = ent_graph_intern_node (graph, target);
    EntGraphEdge *copy = ent_graph_intern_edge (graph, old->relation, from, to, old->status);
    const char *relation = copy->edge.relation;
    copy->edge = *old;
    copy->edge.relation = relation;
    copy->edge.sentence = g_strdup (old->sentence);
    copy->edge.path = g_strdup (old->path);
    copy->edge.title = g_strdup (old->title);
    copy->edge.url = g_strdup (old->url);
    copy->span = original->span;
    copy->shares = original->shares;
    copy->last_article = original->last_article;
    copy->from->node.weight += old->weight;
    if (copy->to != copy->from)
        copy->to->node.weight += old->weight;
    return copy;
}

/* ---- filter ---- */

static gboolean
passes (const EntEdge *edge, const EntFilter *filter)
{
    if (!filter->statuses[edge->status] || edge->weight < filter->min_weight)
        return FALSE;
    if (!filter->co_mentions && strcmp (edge->relation, "co_mention") == 0)
        return FALSE;
    return filter->relations == NULL || g_strv_contains (filter->relations, edge->relation);
}

EntGraph *
ent_graph_filter (EntGraph *graph, const EntFilter *filter)
{
    EntGraph *filtered = ent_graph_new (graph->gazetteer);
    for (guint i = 0; i < graph->edges->len; i++) {
        const EntGraphEdge *edge = graph->edges->pdata[i];
        if (passes (&edge->edge, filter))
            copy_edge (filtered, edge, edge->from->node.id, edge->to->node.id);
    }
    return filtered;
}

/* ---- comparison ---- */

typedef struct {
    EntGraph *before, *all;
    GHashTable *renamed; /* see ent_renamed_ids */
} Comparison;

static const EntGraphNode *
find_node (const EntGraph *graph, const char *id)
{
    return g_hash_table_lookup (graph->node_table, id);
}

/* What the newer gazetteer does not know is described by the older. */
static void
describe_node (const Comparison *comparison, const EntNode *old, const char *id)
{
    EntNode *node = &ent_graph_intern_node (comparison->all, id)->node;
    if (ent_graph_entity (comparison->all, id) != NULL)
        return;
    node->label = old->label;
    node->kind = old->kind;
    node->state = old->state == NULL ? NULL : ent_renamed (comparison->renamed, old->state);
}

static void
add_older_edge (const Comparison *comparison, const EntGraphEdge *old)
{
    const char *source = ent_renamed (comparison->renamed, old->from->node.id);
    const char *target = ent_renamed (comparison->renamed, old->to->node.id);
    describe_node (comparison, &old->from->node, source);
    describe_node (comparison, &old->to->node, target);
    if (!old->edge.directed && strcmp (source, target) > 0) {
        const char *other = source;
        source = target;
        target = other;
    }
    EntGraphEdge *edge = ent_graph_intern_edge (
        comparison->all, old->edge.relation, ent_graph_intern_node (comparison->all, source),
        ent_graph_intern_node (comparison->all, target), old->edge.status);
    if (edge->edge.weight > 0) {
        edge->edge.before = old->edge.weight;
        edge->edge.change = edge->edge.weight == old->edge.weight ? ENT_SAME : ENT_CHANGED;
        return;
    }
    edge = copy_edge (comparison->all, old, source, target);
    edge->edge.before = old->edge.weight;
    edge->edge.weight = 0;
    edge->edge.change = ENT_REMOVED;
}

static void
mark_nodes (EntGraph *graph, GArray *entities)
{
    for (guint i = 0; i < entities->len; i++) {
        const EntEntityChange *entity = &g_array_index (entities, EntEntityChange, i);
        const char *id = entity->after != NULL ? entity->after->id : entity->before->id;
        EntGraphNode *node = (EntGraphNode *)find_node (graph, id);
        if (node != NULL)
            node->node.change = entity->change;
    }
}

EntGraph *
ent_graph_compare (EntGraph *before, EntGraph *after)
{
    g_autoptr (GArray) entities = ent_gazetteer_compare (before->gazetteer, after->gazetteer);
    g_autoptr (GHashTable) renamed = ent_renamed_ids (entities);
    Comparison comparison = { before, ent_graph_new (after->gazetteer), renamed };
    comparison.all->comparison = TRUE;
    for (guint i = 0; i < after->edges->len; i++) {
        const EntGraphEdge *edge = after->edges->pdata[i];
        copy_edge (comparison.all, edge, edge->from->node.id, edge->to->node.id)->edge.change = ENT_ADDED;
    }
    for (guint i = 0; i < before->edges->len; i++)
        add_older_edge (&comparison, before->edges->pdata[i]);
    mark_nodes (comparison.all, entities);
    return comparison.all;
}

gboolean *
ent_graph_touched (EntGraph *graph)
{
    if (!graph->comparison)
        return NULL;
    gboolean *touched = g_new0 (gboolean, graph->nodes->len + 1);
    for (guint i = 0; i < ent_graph_n_nodes (graph); i++)
        touched[i] = ent_graph_node (graph, i)->change != ENT_SAME;
    for (guint i = 0; i < ent_graph_n_edges (graph); i++) {
        const EntEdge *edge = ent_graph_edge (graph, i);
        touched[edge->source] |= edge->change != ENT_SAME;
        touched[edge->target] |= edge->change != ENT_SAME;
    }
    return touched;
}

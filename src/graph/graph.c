/* graph.c - evidence gathered into nodes and edges.
 *
 * While evidence comes in, nodes and edges are records in hash tables; the sorted arrays of the
 * public interface are made at the first request. Every value kept is a sum, a minimum or a maximum, so the order
 * in which evidence comes in does not show. */
#include <string.h>

#include "records.h"

static guint
edge_hash (gconstpointer key)
{
    const EntGraphEdge *edge = key;
    guint hash = g_direct_hash (edge->from) * 31 + g_direct_hash (edge->to);
    return hash * 31 + g_str_hash (edge->edge.relation) + (guint)edge->edge.status;
}

static gboolean
edge_equal (gconstpointer key_a, gconstpointer key_b)
{
    const EntGraphEdge *a = key_a, *b = key_b;
    return a->from == b->from && a->to == b->to && a->edge.status == b->edge.status &&
           strcmp (a->edge.relation, b->edge.relation) == 0;
}

static void
edge_free (gpointer pointer)
{
    EntGraphEdge *edge = pointer;
    g_free ((char *)edge->edge.sentence);
    g_free ((char *)edge->edge.path);
    g_free ((char *)edge->edge.title);
    g_free ((char *)edge->edge.url);
    g_free (edge);
}

EntGraph *
ent_graph_new (const EntGazetteer *gazetteer)
{
    EntGraph *graph = g_new0 (EntGraph, 1);
    graph->gazetteer = gazetteer;
    graph->strings = g_string_chunk_new (4096);
    graph->entities = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < ent_gazetteer_size (gazetteer); i++)
        g_hash_table_insert (graph->entities, (char *)ent_gazetteer_entity (gazetteer, i)->id,
                             GUINT_TO_POINTER (i));
    graph->node_table = g_hash_table_new (g_str_hash, g_str_equal);
    graph->edge_table = g_hash_table_new (edge_hash, edge_equal);
    graph->nodes = g_ptr_array_new_with_free_func (g_free);
    graph->edges = g_ptr_array_new_with_free_func (edge_free);
    graph->named = g_ptr_array_new ();
    return graph;
}

void
ent_graph_free (EntGraph *graph)
{
    if (graph == NULL)
        return;
    g_hash_table_unref (graph->entities);
    g_hash_table_unref (graph->node_table);
    g_hash_table_unref (graph->edge_table);
    g_ptr_array_unref (graph->nodes);
    g_ptr_array_unref (graph->edges);
    g_ptr_array_unref (graph->named);
    g_string_chunk_free (graph->strings);
    ent_graph_keep_places (graph, NULL, NULL);
    g_free (graph);
}

void
ent_graph_keep_places (EntGraph *graph, const char *layout, GBytes *places)
{
    g_clear_pointer (&graph->places, g_bytes_unref);
    g_free (graph->layout);
    graph->places = places == NULL ? NULL : g_bytes_ref (places);
    graph->layout = g_strdup (layout);
}

GBytes *
ent_graph_places (EntGraph *graph, const char *layout)
{
    if (graph->places == NULL || g_strcmp0 (graph->layout, layout) != 0)
        return NULL;
    return g_bytes_ref (graph->places);
}

const EntGazetteer *
ent_graph_gazetteer (const EntGraph *graph)
{
    return graph->gazetteer;
}

const EntEntity *
ent_graph_entity (const EntGraph *graph, const char *id)
{
    gpointer index;
    if (!g_hash_table_lookup_extended (graph->entities, id, NULL, &index))
        return NULL;
    return ent_gazetteer_entity (graph->gazetteer, GPOINTER_TO_UINT (index));
}

EntGraphNode *
ent_graph_intern_node (EntGraph *graph, const char *id)
{
    EntGraphNode *node = g_hash_table_lookup (graph->node_table, id);
    if (node != NULL)
        return node;
    node = g_new0 (EntGraphNode, 1);
    node->node.id = g_string_chunk_insert_const (graph->strings, id);
    const EntEntity *entity = ent_graph_entity (graph, id);
    if (entity != NULL) {
        node->node.label = entity->name;
        node->node.kind = entity->kind;
        if (entity->kind == ENT_STATE)
            node->node.state = entity->id;
        else if (entity->state != ENT_NONE)
            node->node.state = ent_gazetteer_entity (graph->gazetteer, entity->state)->id;
    } else {
        node->node.label = node->node.id;
        node->node.kind = ENT_ORGANIZATION;
    }
    g_hash_table_insert (graph->node_table, (gpointer)node->node.id, node);
    g_ptr_array_add (graph->nodes, node);
    graph->sorted = FALSE;
    return node;
}

EntGraphEdge *
ent_graph_intern_edge (EntGraph *graph, const char *relation, EntGraphNode *source, EntGraphNode *target,
                       EntStatus status)
{
    EntGraphEdge key = { .edge = { .relation = relation, .status = status }, .from = source, .to = target };
    EntGraphEdge *edge = g_hash_table_lookup (graph->edge_table, &key);
    if (edge != NULL)
        return edge;
    edge = g_new0 (EntGraphEdge, 1);
    *edge = key;
    edge->edge.relation = g_string_chunk_insert_const (graph->strings, relation);
    g_hash_table_add (graph->edge_table, edge);
    g_ptr_array_add (graph->edges, edge);
    return edge;
}

static void
replace (const char **kept, const char *text)
{
    g_free ((char *)*kept);
    *kept = g_strdup (text);
}

static int
compare_offset (gsize a, gsize b)
{
    return (a > b) - (a < b);
}

/* Whether this evidence is a better sample than the one kept: earlier, and after that anything that
 * does not depend on the order of arrival. */
static gboolean
is_earlier (const EntEvidence *evidence, const EntGraphEdge *kept)
{
    const EntCitation *article = evidence->article;
    const EntEdge *edge = &kept->edge;
    if (edge->sentence == NULL)
        return TRUE;
    int order = (article->date.year == 0) - (edge->date.year == 0);
    if (order == 0)
        order = ent_date_compare (article->date, edge->date);
    if (order == 0)
        order = strcmp (article->path, edge->path);
    if (order == 0)
        order = compare_offset (evidence->span.start, kept->span.start);
    if (order == 0)
        order = compare_offset (evidence->span.end, kept->span.end);
    if (order == 0)
        order = strcmp (evidence->text, edge->sentence);
    if (order == 0)
        order = strcmp (article->title, edge->title);
    if (order == 0)
        order = strcmp (article->url, edge->url);
    return order < 0;
}

static void
keep_sample (EntGraphEdge *kept, const EntEvidence *evidence)
{
    EntEdge *edge = &kept->edge;
    replace (&edge->sentence, evidence->text);
    replace (&edge->path, evidence->article->path);
    replace (&edge->title, evidence->article->title);
    replace (&edge->url, evidence->article->url);
    edge->date = evidence->article->date;
    kept->span = evidence->span;
}

static void
count_article (EntGraphEdge *kept, const EntCitation *article)
{
    EntEdge *edge = &kept->edge;
    if (edge->articles > 0 && kept->last_article == article->number)
        return;
    kept->last_article = article->number;
    edge->articles++;
    if (article->date.year == 0)
        return;
    if (edge->first.year == 0 || ent_date_compare (article->date, edge->first) < 0)
        edge->first = article->date;
    if (edge->last.year == 0 || ent_date_compare (article->date, edge->last) > 0)
        edge->last = article->date;
}

/* Strength is summed in whole parts, so that the order does not show in the last digit. */
#define SHARES (G_GUINT64_CONSTANT (1) << 32)

static void
add_to_edge (EntGraphEdge *kept, const EntEvidence *evidence, guint64 shares)
{
    kept->edge.weight++;
    kept->shares += shares;
    kept->edge.strength = (double)kept->shares / SHARES;
    kept->from->node.weight++;
    if (kept->to != kept->from)
        kept->to->node.weight++;
    count_article (kept, evidence->article);
    if (is_earlier (evidence, kept))
        keep_sample (kept, evidence);
}

static void
forget_order (EntGraph *graph)
{
    graph->sorted = FALSE;
    ent_graph_keep_places (graph, NULL, NULL);
}

void
ent_graph_add (EntGraph *graph, const EntEvidence *evidence)
{
    const char *source = evidence->source, *target = evidence->target;
    if (!evidence->directed && strcmp (source, target) > 0) {
        source = evidence->target;
        target = evidence->source;
    }
    EntGraphNode *from = ent_graph_intern_node (graph, source), *to = ent_graph_intern_node (graph, target);
    EntGraphEdge *kept = ent_graph_intern_edge (graph, evidence->relation, from, to, evidence->status);
    kept->edge.directed |= evidence->directed;
    add_to_edge (kept, evidence, SHARES);
    forget_order (graph);
}

void
ent_graph_add_sentence (EntGraph *graph, const EntCoMention *sentence)
{
    const EntEvidence evidence = { .article = sentence->article,
                                   .text = sentence->text,
                                   .span = sentence->span };
    graph->n_crowded += sentence->named == NULL;
    if (sentence->named == NULL)
        return;
    g_ptr_array_set_size (graph->named, 0);
    for (guint i = 0; i < sentence->n_named; i++)
        g_ptr_array_add (graph->named, ent_graph_intern_node (graph, sentence->named[i].id));
    for (guint i = 0; i < sentence->n_named; i++)
        for (guint j = i + 1; j < sentence->n_named; j++)
            add_to_edge (ent_graph_intern_edge (graph, "co_mention", graph->named->pdata[i],
                                                graph->named->pdata[j], ENT_HAPPENED),
                         &evidence, SHARES / (sentence->n_named - 1));
    forget_order (graph);
}

void
ent_graph_add_row (EntGraph *graph, const EntEvidenceRow *row)
{
    if (row->sentence != NULL)
        ent_graph_add_sentence (graph, row->sentence);
    else if (row->relation != NULL)
        ent_graph_add (graph, row->relation);
}

guint64
ent_graph_n_crowded (const EntGraph *graph)
{
    return graph->n_crowded;
}

static gint
compare_nodes (gconstpointer pointer_a, gconstpointer pointer_b)
{
    const EntNode *a = *(EntNode *const *)pointer_a, *b = *(EntNode *const *)pointer_b;
    return strcmp (a->id, b->id);
}

static gint
compare_edges (gconstpointer pointer_a, gconstpointer pointer_b)
{
    const EntGraphEdge *a = *(EntGraphEdge *const *)pointer_a, *b = *(EntGraphEdge *const *)pointer_b;
    int order = strcmp (a->edge.relation, b->edge.relation);
    if (order != 0) {
        if (strcmp (a->edge.relation, "co_mention") == 0)
            return -1;
        return strcmp (b->edge.relation, "co_mention") == 0 ? 1 : order;
    }
    if (a->from != b->from)
        return a->from->index < b->from->index ? -1 : 1;
    if (a->to != b->to)
        return a->to->index < b->to->index ? -1 : 1;
    return (int)a->edge.status - (int)b->edge.status;
}

static void
sort (EntGraph *graph)
{
    if (graph->sorted)
        return;
    g_ptr_array_sort (graph->nodes, compare_nodes);
    for (guint i = 0; i < graph->nodes->len; i++)
        ((EntGraphNode *)graph->nodes->pdata[i])->index = i;
    g_ptr_array_sort (graph->edges, compare_edges);
    for (guint i = 0; i < graph->edges->len; i++) {
        EntGraphEdge *edge = graph->edges->pdata[i];
        edge->edge.source = edge->from->index;
        edge->edge.target = edge->to->index;
    }
    graph->sorted = TRUE;
}

gboolean
ent_graph_is_comparison (const EntGraph *graph)
{
    return graph->comparison;
}

guint
ent_graph_n_nodes (EntGraph *graph)
{
    return graph->nodes->len;
}

guint
ent_graph_n_edges (EntGraph *graph)
{
    return graph->edges->len;
}

const EntNode *
ent_graph_node (EntGraph *graph, guint index)
{
    sort (graph);
    return graph->nodes->pdata[index];
}

const EntEdge *
ent_graph_find_edge (EntGraph *graph, const char *relation, const char *source, const char *target,
                     EntStatus status)
{
    EntGraphEdge key = { .edge = { .relation = relation, .status = status },
                         .from = g_hash_table_lookup (graph->node_table, source),
                         .to = g_hash_table_lookup (graph->node_table, target) };
    sort (graph);
    return g_hash_table_lookup (graph->edge_table, &key);
}

const EntEdge *
ent_graph_edge (EntGraph *graph, guint index)
{
    sort (graph);
    return graph->edges->pdata[index];
}

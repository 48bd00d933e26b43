/* picture.c - chooses the nodes and lines that a picture shows. */
#include <string.h>

#include "picture.h"

enum {
    LARGEST = 5000,     /* nodes that a layout can take */
    THINNED = 500,      /* nodes left of a larger graph */
    SMALL = 20,         /* nodes up to which a single co-mention counts */
    CROWDED = 100,      /* nodes from which the lines are rationed */
    LINES_PER_NODE = 2, /* the ration */
    STRONGEST = 3       /* co-mentions of a node that are drawn */
};

/* The choice while it is being made. Nodes are indices of the graph. */
typedef struct {
    EntGraph *graph;
    guint n;
    gboolean *shown;     /* by node */
    guint *degree;       /* lines chosen so far, by node */
    GHashTable *joined;  /* pairs that a relation or an own state joins */
    GArray *lines;       /* of EntLine, ends in nodes of the graph */
    GArray *co_mentions; /* of const EntEdge*: pairs that nothing else joins, heaviest first */
    guint co_mentions_left_out, relations_left_out;
} Choice;

static gboolean
is_co_mention (const EntEdge *edge)
{
    return strcmp (edge->relation, "co_mention") == 0;
}

static gint64
pair (guint a, guint b)
{
    return (gint64)MIN (a, b) << 32 | MAX (a, b);
}

static void
join (Choice *choice, guint a, guint b)
{
    gint64 key = pair (a, b);
    g_hash_table_add (choice->joined, g_memdup2 (&key, sizeof key));
}

static gboolean
are_joined (const Choice *choice, guint a, guint b)
{
    gint64 key = pair (a, b);
    return g_hash_table_contains (choice->joined, &key);
}

static void
add_line (Choice *choice, EntLineKind kind, guint from, guint to, const EntEdge *edge)
{
    EntLine line = { kind, from, to, edge };
    g_array_append_val (choice->lines, line);
    choice->degree[from]++;
    choice->degree[to]++;
}

static gint
heavier_node (gconstpointer pointer_a, gconstpointer pointer_b)
{
    const EntNode *a = *(EntNode *const *)pointer_a, *b = *(EntNode *const *)pointer_b;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return strcmp (a->id, b->id);
}

static void
choose_nodes (Choice *choice)
{
    g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
    for (guint i = 0; i < choice->n; i++)
        g_ptr_array_add (nodes, (gpointer)ent_graph_node (choice->graph, i));
    g_autoptr (GHashTable) best = g_hash_table_new (g_direct_hash, g_direct_equal);
    g_ptr_array_sort (nodes, heavier_node);
    guint n = choice->n > LARGEST ? THINNED : choice->n;
    for (guint i = 0; i < n; i++)
        g_hash_table_add (best, nodes->pdata[i]);
    for (guint i = 0; i < choice->n; i++)
        choice->shown[i] = g_hash_table_contains (best, ent_graph_node (choice->graph, i));
}

static gint
heavier_edge (gconstpointer pointer_a, gconstpointer pointer_b)
{
    const EntEdge *a = *(EntEdge *const *)pointer_a, *b = *(EntEdge *const *)pointer_b;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->target != b->target)
        return a->target < b->target ? -1 : 1;
    int order = strcmp (a->relation, b->relation);
    return order != 0 ? order : (int)a->status - (int)b->status;
}

/* The edges between shown nodes that are co-mentions, or that are not, heaviest first. */
static GArray *
list_edges (const Choice *choice, gboolean co_mentions)
{
    GArray *list = g_array_new (FALSE, FALSE, sizeof (const EntEdge *));
    for (guint i = 0; i < ent_graph_n_edges (choice->graph); i++) {
        const EntEdge *edge = ent_graph_edge (choice->graph, i);
        if (edge->source != edge->target && choice->shown[edge->source] && choice->shown[edge->target] &&
            is_co_mention (edge) == co_mentions)
            g_array_append_val (list, edge);
    }
    g_array_sort (list, heavier_edge);
    return list;
}

/* Of edges that stand heaviest first: those among the `strongest` of either end, and at least of that
 * weight. */
static GArray *
pick (const Choice *choice, GArray *edges, guint strongest, guint64 weight)
{
    g_autofree guint *seen = g_new0 (guint, choice->n);
    GArray *picked = g_array_new (FALSE, FALSE, sizeof (const EntEdge *));
    for (guint i = 0; i < edges->len; i++) {
        const EntEdge *edge = g_array_index (edges, const EntEdge *, i);
        guint rank = MIN (seen[edge->source], seen[edge->target]);
        seen[edge->source]++;
        seen[edge->target]++;
        if (rank < strongest && edge->weight >= weight)
            g_array_append_val (picked, edge);
    }
    return picked;
}

static guint
count_shown (const Choice *choice)
{
    guint n = 0;
    for (guint i = 0; i < choice->n; i++)
        n += choice->shown[i];
    return n;
}

static void
choose_relations (Choice *choice)
{
    g_autoptr (GArray) all = list_edges (choice, FALSE);
    guint n = count_shown (choice);
    gboolean crowded = n >= CROWDED && all->len > LINES_PER_NODE * n;
    g_autoptr (GArray) picked = pick (choice, all, crowded ? STRONGEST : G_MAXUINT, 1);
    for (guint i = 0; i < picked->len; i++) {
        const EntEdge *edge = g_array_index (picked, const EntEdge *, i);
        add_line (choice, ENT_LINE_RELATION, edge->source, edge->target, edge);
        join (choice, edge->source, edge->target);
    }
    choice->relations_left_out = all->len - picked->len;
}

/* Own states come after the relations: a pair may have both. */
static void
choose_own_states (Choice *choice)
{
    g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < choice->n; i++) {
        const EntNode *node = ent_graph_node (choice->graph, i);
        if (node->kind == ENT_STATE && choice->shown[i])
            g_hash_table_insert (states, (gpointer)node->id, GUINT_TO_POINTER (i));
    }
    for (guint i = 0; i < choice->n; i++) {
        const EntNode *node = ent_graph_node (choice->graph, i);
        gpointer state;
        if (node->state == NULL || node->kind == ENT_STATE || !choice->shown[i] ||
            !g_hash_table_lookup_extended (states, node->state, NULL, &state))
            continue;
        add_line (choice, ENT_LINE_OWN_STATE, i, GPOINTER_TO_UINT (state), NULL);
        join (choice, i, GPOINTER_TO_UINT (state));
    }
}

/* Gives the lines of own states the co-mention that they stand for, and lists the co-mentions of pairs
 * without a line. */
static void
list_co_mentions (Choice *choice)
{
    g_autoptr (GHashTable) own = g_hash_table_new (g_int64_hash, g_int64_equal);
    g_autofree gint64 *keys = g_new (gint64, choice->lines->len + 1);
    for (guint i = 0; i < choice->lines->len; i++) {
        EntLine *line = &g_array_index (choice->lines, EntLine, i);
        keys[i] = pair (line->from, line->to);
        if (line->kind == ENT_LINE_OWN_STATE)
            g_hash_table_insert (own, &keys[i], line);
    }
    g_autoptr (GArray) all = list_edges (choice, TRUE);
    for (guint i = 0; i < all->len; i++) {
        const EntEdge *edge = g_array_index (all, const EntEdge *, i);
        gint64 key = pair (edge->source, edge->target);
        EntLine *line = g_hash_table_lookup (own, &key);
        if (line != NULL)
            line->edge = edge;
        else if (!are_joined (choice, edge->source, edge->target))
            g_array_append_val (choice->co_mentions, edge);
    }
}

static void
choose_co_mentions (Choice *choice)
{
    guint n = count_shown (choice), drawn = choice->lines->len, strongest = STRONGEST;
    guint64 weight = n <= SMALL ? 1 : 2;
    g_autoptr (GArray) picked = pick (choice, choice->co_mentions, strongest, weight);
    while (n >= CROWDED && drawn + picked->len > LINES_PER_NODE * n && strongest > 1) {
        g_array_unref (picked);
        picked = pick (choice, choice->co_mentions, --strongest, weight);
    }
    g_autoptr (GHashTable) kept = g_hash_table_new (g_direct_hash, g_direct_equal);
    for (guint i = 0; i < picked->len; i++) {
        const EntEdge *edge = g_array_index (picked, const EntEdge *, i);
        add_line (choice, ENT_LINE_CO_MENTION, edge->source, edge->target, edge);
        g_hash_table_add (kept, (gpointer)edge);
    }
    /* Nobody is left without a line who has one. */
    for (guint i = 0; i < choice->co_mentions->len; i++) {
        const EntEdge *edge = g_array_index (choice->co_mentions, const EntEdge *, i);
        if (g_hash_table_contains (kept, edge))
            continue;
        if (choice->degree[edge->source] == 0 || choice->degree[edge->target] == 0)
            add_line (choice, ENT_LINE_CO_MENTION, edge->source, edge->target, edge);
        else
            choice->co_mentions_left_out++;
    }
}

static gint
compare_lines (gconstpointer pointer_a, gconstpointer pointer_b)
{
    const EntLine *a = pointer_a, *b = pointer_b;
    if (a->kind != b->kind)
        return (int)a->kind - (int)b->kind;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->edge == NULL || b->edge == NULL)
        return 0;
    return heavier_edge (&a->edge, &b->edge);
}

/* From nodes of the graph to nodes of the picture. */
static EntPicture *
finish (const Choice *choice)
{
    EntPicture *picture = g_new0 (EntPicture, 1);
    g_autofree guint *place = g_new0 (guint, choice->n);
    picture->graph = choice->graph;
    picture->nodes = g_array_new (FALSE, FALSE, sizeof (const EntNode *));
    for (guint i = 0; i < choice->n; i++) {
        const EntNode *node = ent_graph_node (choice->graph, i);
        place[i] = picture->nodes->len;
        if (choice->degree[i] > 0)
            g_array_append_val (picture->nodes, node);
    }
    picture->lines = g_array_ref (choice->lines);
    for (guint i = 0; i < picture->lines->len; i++) {
        EntLine *line = &g_array_index (picture->lines, EntLine, i);
        line->from = place[line->from];
        line->to = place[line->to];
    }
    g_array_sort (picture->lines, compare_lines);
    picture->nodes_left_out = choice->n - picture->nodes->len;
    picture->co_mentions_left_out = choice->co_mentions_left_out;
    picture->relations_left_out = choice->relations_left_out;
    return picture;
}

EntPicture *
ent_picture_new (EntGraph *graph)
{
    guint n = ent_graph_n_nodes (graph);
    g_autofree gboolean *shown = g_new0 (gboolean, n);
    g_autofree guint *degree = g_new0 (guint, n);
    g_autoptr (GHashTable) joined = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EntLine));
    g_autoptr (GArray) co_mentions = g_array_new (FALSE, FALSE, sizeof (const EntEdge *));
    Choice choice = { .graph = graph,
                      .n = n,
                      .shown = shown,
                      .degree = degree,
                      .joined = joined,
                      .lines = lines,
                      .co_mentions = co_mentions };
    choose_nodes (&choice);
    choose_relations (&choice);
    choose_own_states (&choice);
    list_co_mentions (&choice);
    choose_co_mentions (&choice);
    return finish (&choice);
}

void
ent_picture_free (EntPicture *picture)
{
    if (picture == NULL)
        return;
    g_array_unref (picture->nodes);
    g_array_unref (picture->lines);
    g_free (picture);
}

const EntNode *
ent_picture_node (const EntPicture *picture, guint place)
{
    return g_array_index (picture->nodes, const EntNode *, place);
}

static void
note (GPtrArray *notes, guint n, guint of, const char *what)
{
    if (notes != NULL && n > 0)
        g_ptr_array_add (notes, g_strdup_printf ("left out of the picture: %u of %u %s", n, of, what));
}

void
ent_picture_note (const EntPicture *picture, GPtrArray *notes)
{
    guint n_nodes = ent_graph_n_nodes (picture->graph), n_edges = ent_graph_n_edges (picture->graph);
    guint co_mentions = 0;
    for (guint i = 0; i < n_edges; i++)
        co_mentions += is_co_mention (ent_graph_edge (picture->graph, i));
    note (notes, picture->nodes_left_out, n_nodes, "entities, those with the least evidence");
    note (notes, picture->co_mentions_left_out, co_mentions, "co-mentions, the weaker ones");
    note (notes, picture->relations_left_out, n_edges - co_mentions, "other lines, the weaker ones");
}

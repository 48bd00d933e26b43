/* selection.c - chooses the nodes and lines that a picture shows. */
#include <string.h>

#include "graph.h"
#include "selection.h"

enum {
    LARGEST = 5000,     /* nodes that a layout can take */
    THINNED = 500,      /* nodes left of a larger graph */
    SMALL = 20,         /* nodes up to which a single co-mention counts */
    CROWDED = 100,      /* nodes from which relations are rationed too */
    LINES_PER_NODE = 2, /* the ration */
    STRONGEST = 3       /* co-mentions of a node that are drawn */
};

/* The choice while it is being made. Nodes are places in `nodes`. */
typedef struct {
    EntGraph *graph;
    GPtrArray *nodes;          /* of const EntNode*: the graph's, then `added` */
    GPtrArray *added;          /* of EntNode: states that the graph lacks */
    gboolean *allowed, *shown; /* by node */
    guint *own;                /* by node: its state, or ENT_NONE */
    const EntEdge **own_edge;  /* by node: the co-mention with its state */
    guint64 weight;            /* of co-mentions, at least */
    gboolean *touched;         /* by node: in a comparison, something changed at it; else NULL */
    GHashTable *joined;        /* pairs that a relation joins */
    GArray *lines;             /* of EntLine, ends in `nodes` */
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
    choice->shown[from] = choice->shown[to] = TRUE;
}

static gint
heavier_node (gconstpointer pointer_a, gconstpointer pointer_b)
{
    const EntNode *a = *(EntNode *const *)pointer_a, *b = *(EntNode *const *)pointer_b;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return strcmp (a->id, b->id);
}

/* A layout cannot take more than so many. */
static void
allow_nodes (Choice *choice)
{
    guint n = ent_graph_n_nodes (choice->graph), allowed = n > LARGEST ? THINNED : n;
    g_autoptr (GPtrArray) order = g_ptr_array_new ();
    g_autoptr (GHashTable) best = g_hash_table_new (g_direct_hash, g_direct_equal);
    for (guint i = 0; i < n; i++)
        g_ptr_array_add (order, choice->nodes->pdata[i]);
    g_ptr_array_sort (order, heavier_node);
    for (guint i = 0; i < allowed; i++)
        g_hash_table_add (best, order->pdata[i]);
    for (guint i = 0; i < choice->nodes->len; i++)
        choice->allowed[i] = i >= n || g_hash_table_contains (best, choice->nodes->pdata[i]);
}

/* Of an edge that was removed, what it had. */
static guint64
weight_of (const EntEdge *edge)
{
    return MAX (edge->weight, edge->before);
}

/* Heavy enough to be drawn: mentioned together so often, and not only in long lists. */
static gboolean
counts (const EntEdge *edge, guint64 weight)
{
    return weight_of (edge) >= weight && (!is_co_mention (edge) || edge->strength >= (double)(weight - 1));
}

static gint
heavier_edge (gconstpointer pointer_a, gconstpointer pointer_b)
{
    const EntEdge *a = *(EntEdge *const *)pointer_a, *b = *(EntEdge *const *)pointer_b;
    if (is_co_mention (a) && is_co_mention (b) && a->strength != b->strength)
        return a->strength > b->strength ? -1 : 1;
    if (weight_of (a) != weight_of (b))
        return weight_of (a) > weight_of (b) ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->target != b->target)
        return a->target < b->target ? -1 : 1;
    int order = strcmp (a->relation, b->relation);
    return order != 0 ? order : (int)a->status - (int)b->status;
}

/* A picture of changes shows what changed, and of the rest the relations among those at whom something did. */
static gboolean
matters (const Choice *choice, const EntEdge *edge)
{
    if (choice->touched == NULL || edge->change != ENT_SAME)
        return TRUE;
    return !is_co_mention (edge) && edge->status == ENT_HAPPENED && choice->touched[edge->source] &&
           choice->touched[edge->target];
}

/* The edges between allowed nodes that are co-mentions, or that are not, heaviest first. */
static GArray *
list_edges (const Choice *choice, gboolean co_mentions)
{
    GArray *list = g_array_new (FALSE, FALSE, sizeof (const EntEdge *));
    for (guint i = 0; i < ent_graph_n_edges (choice->graph); i++) {
        const EntEdge *edge = ent_graph_edge (choice->graph, i);
        if (edge->source != edge->target && choice->allowed[edge->source] && choice->allowed[edge->target] &&
            is_co_mention (edge) == co_mentions && matters (choice, edge))
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
    g_autofree guint *seen = g_new0 (guint, choice->nodes->len);
    GArray *picked = g_array_new (FALSE, FALSE, sizeof (const EntEdge *));
    for (guint i = 0; i < edges->len; i++) {
        const EntEdge *edge = g_array_index (edges, const EntEdge *, i);
        guint rank = MIN (seen[edge->source], seen[edge->target]);
        seen[edge->source]++;
        seen[edge->target]++;
        if (rank < strongest && counts (edge, weight))
            g_array_append_val (picked, edge);
    }
    return picked;
}

static guint
count (const gboolean *flags, guint n)
{
    guint set = 0;
    for (guint i = 0; i < n; i++)
        set += flags[i];
    return set;
}

static void
choose_relations (Choice *choice)
{
    g_autoptr (GArray) all = list_edges (choice, FALSE);
    guint n = count (choice->allowed, choice->nodes->len);
    gboolean crowded = n >= CROWDED && all->len > LINES_PER_NODE * n;
    g_autoptr (GArray) picked = pick (choice, all, crowded ? STRONGEST : G_MAXUINT, 1);
    for (guint i = 0; i < picked->len; i++) {
        const EntEdge *edge = g_array_index (picked, const EntEdge *, i);
        add_line (choice, ENT_LINE_RELATION, edge->source, edge->target, edge);
        if (choice->touched == NULL || edge->change != ENT_SAME)
            join (choice, edge->source, edge->target);
    }
}

/* The co-mentions of pairs that nothing else joins. Those of a node with its state are set aside, but for those that
 * changed. */
static GArray *
list_co_mentions (Choice *choice)
{
    g_autoptr (GArray) all = list_edges (choice, TRUE);
    GArray *others = g_array_new (FALSE, FALSE, sizeof (const EntEdge *));
    for (guint i = 0; i < all->len; i++) {
        const EntEdge *edge = g_array_index (all, const EntEdge *, i);
        if (choice->touched != NULL && !are_joined (choice, edge->source, edge->target))
            g_array_append_val (others, edge);
        else if (choice->own[edge->source] == edge->target)
            choice->own_edge[edge->source] = edge;
        else if (choice->own[edge->target] == edge->source)
            choice->own_edge[edge->target] = edge;
        else if (!are_joined (choice, edge->source, edge->target))
            g_array_append_val (others, edge);
    }
    return others;
}

/* A co-mention with the own state needs no tie beside it. */
static void
untie (Choice *choice, guint node, guint other)
{
    if (choice->own[node] == other)
        choice->own[node] = ENT_NONE;
}

static void
choose_co_mentions (Choice *choice)
{
    guint n = count (choice->shown, choice->nodes->len), strongest = STRONGEST;
    g_autoptr (GArray) all = list_co_mentions (choice);
    g_autoptr (GArray) picked = pick (choice, all, strongest, choice->weight);
    while (n > SMALL && choice->lines->len + picked->len > LINES_PER_NODE * n && strongest > 1) {
        g_array_unref (picked);
        picked = pick (choice, all, --strongest, choice->weight);
    }
    for (guint i = 0; i < picked->len; i++) {
        const EntEdge *edge = g_array_index (picked, const EntEdge *, i);
        add_line (choice, ENT_LINE_CO_MENTION, edge->source, edge->target, edge);
        untie (choice, edge->source, edge->target);
        untie (choice, edge->target, edge->source);
    }
}

/* Everybody shown is tied to the own state; that alone shows nobody unless they are mentioned with it
 * often enough. */
static void
choose_own_states (Choice *choice)
{
    for (guint i = 0; i < choice->nodes->len; i++) {
        const EntEdge *edge = choice->own_edge[i];
        guint state = choice->own[i];
        gboolean alone = choice->touched == NULL && edge != NULL && counts (edge, choice->weight);
        if (state != ENT_NONE && choice->allowed[state] && (choice->shown[i] || alone))
            add_line (choice, ENT_LINE_OWN_STATE, i, state, edge);
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

/* Whether a pair that is mentioned together has a line of another kind. */
static gboolean
has_other_line (const Choice *choice, guint a, guint b)
{
    return are_joined (choice, a, b) || (choice->shown[a] && choice->own[a] == b) ||
           (choice->shown[b] && choice->own[b] == a);
}

static void
count_left_out (const Choice *choice, EntPicture *picture)
{
    for (guint i = 0; i < ent_graph_n_edges (choice->graph); i++) {
        const EntEdge *edge = ent_graph_edge (choice->graph, i);
        if (edge->source == edge->target || !matters (choice, edge))
            continue;
        if (!is_co_mention (edge))
            picture->relations_left_out++;
        else if (!has_other_line (choice, edge->source, edge->target))
            picture->co_mentions_left_out++;
    }
    for (guint i = 0; i < choice->lines->len; i++) {
        EntLineKind kind = g_array_index (choice->lines, EntLine, i).kind;
        picture->relations_left_out -= kind == ENT_LINE_RELATION;
        picture->co_mentions_left_out -= kind == ENT_LINE_CO_MENTION;
    }
    for (guint i = 0; i < ent_graph_n_nodes (choice->graph); i++)
        picture->nodes_left_out += !choice->shown[i] && (choice->touched == NULL || choice->touched[i]);
}

/* From nodes of the choice to nodes of the picture. */
static EntPicture *
finish (const Choice *choice)
{
    EntPicture *picture = g_new0 (EntPicture, 1);
    g_autofree guint *place = g_new0 (guint, choice->nodes->len);
    count_left_out (choice, picture);
    picture->graph = choice->graph;
    picture->added = g_ptr_array_ref (choice->added);
    picture->lines = g_array_ref (choice->lines);
    picture->nodes = g_array_new (FALSE, FALSE, sizeof (const EntNode *));
    for (guint i = 0; i < choice->nodes->len; i++) {
        place[i] = picture->nodes->len;
        if (choice->shown[i])
            g_array_append_val (picture->nodes, choice->nodes->pdata[i]);
    }
    for (guint i = 0; i < picture->lines->len; i++) {
        EntLine *line = &g_array_index (picture->lines, EntLine, i);
        line->from = place[line->from];
        line->to = place[line->to];
    }
    g_array_sort (picture->lines, compare_lines);
    return picture;
}

/* The place of the state of that id, which is added if the graph lacks it. */
static guint
find_state (Choice *choice, GHashTable *places, const char *id)
{
    gpointer place;
    if (g_hash_table_lookup_extended (places, id, NULL, &place))
        return GPOINTER_TO_UINT (place);
    EntNode *node = g_new0 (EntNode, 1);
    node->id = node->state = id;
    const EntEntity *entity = ent_graph_entity (choice->graph, id);
    node->label = entity != NULL ? entity->name : id; /* in a comparison it may be gone */
    node->kind = ENT_STATE;
    g_ptr_array_add (choice->added, node);
    g_ptr_array_add (choice->nodes, node);
    g_hash_table_insert (places, (gpointer)id, GUINT_TO_POINTER (choice->nodes->len - 1));
    return choice->nodes->len - 1;
}

/* Fills `nodes` and `added`; returns the states by node. */
static guint *
list_nodes (Choice *choice)
{
    guint n = ent_graph_n_nodes (choice->graph);
    g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < n; i++) {
        const EntNode *node = ent_graph_node (choice->graph, i);
        g_ptr_array_add (choice->nodes, (gpointer)node);
        g_hash_table_insert (places, (gpointer)node->id, GUINT_TO_POINTER (i));
    }
    guint *own = g_new (guint, 2 * n);
    for (guint i = 0; i < 2 * n; i++)
        own[i] = ENT_NONE;
    for (guint i = 0; i < n; i++) {
        const EntNode *node = choice->nodes->pdata[i];
        if (node->kind != ENT_STATE && node->state != NULL)
            own[i] = find_state (choice, places, node->state);
    }
    return own;
}

static EntPicture *
choose (EntGraph *graph, guint64 weight)
{
    g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
    g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GHashTable) joined = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EntLine));
    Choice choice = {
        .graph = graph, .nodes = nodes, .added = added, .weight = weight, .joined = joined, .lines = lines
    };
    g_autofree guint *own = list_nodes (&choice);
    g_autofree gboolean *allowed = g_new0 (gboolean, nodes->len);
    g_autofree gboolean *shown = g_new0 (gboolean, nodes->len);
    g_autofree const EntEdge **own_edge = g_new0 (const EntEdge *, nodes->len);
    choice.own = own;
    choice.allowed = allowed;
    choice.shown = shown;
    choice.own_edge = own_edge;
    g_autofree gboolean *touched = ent_graph_touched (graph);
    choice.touched = touched;
    allow_nodes (&choice);
    choose_relations (&choice);
    choose_co_mentions (&choice);
    choose_own_states (&choice);
    return finish (&choice);
}

/* Who is only once mentioned with others is left out, unless next to nobody would remain. */
EntPicture *
ent_picture_new (EntGraph *graph)
{
    gboolean all = ent_graph_is_comparison (graph) || ent_graph_n_nodes (graph) <= SMALL;
    EntPicture *picture = choose (graph, all ? 1 : 2);
    if (picture->nodes->len >= SMALL / 2)
        return picture;
    ent_picture_free (picture);
    return choose (graph, 1);
}

/* style.c - the colours, shapes and line styles that DOT files and pictures share. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "graph/graph.h"
#include "style.h"

/* Dark enough for white bold text, far apart in hue or in lightness, and none of them the colour of a
 * relation. */
static const char *const palette[] = {
    "#2e7d32", /* green */
    "#1565c0", /* blue */
    "#b3402b", /* brick */
    "#6d4c41", /* brown */
    "#4a3f9f", /* indigo */
    "#a15c00", /* ochre */
    "#37566b", /* slate */
    "#6b6f00", /* olive */
    "#8e2fa5", /* purple */
    "#00728f", /* lake */
    "#7c1d3d", /* wine */
    "#1f2a5c", /* navy */
};

#define NO_STATE "#6b7280"

/* In a comparison the colour shows what was added, removed or changed, in colours that the colour-blind distinguish
 * (after M. Okabe and K. Ito), and so does the line, for print without colours: added is solid and heavy, removed
 * dashed, changed double. */
static const struct {
    const char *color, *style;
    gboolean double_line;
} changes[] = {
    [ENT_SAME] = { "#9aa1a9", "solid", FALSE },
    [ENT_ADDED] = { "#00805c", "solid", FALSE },
    [ENT_REMOVED] = { "#c4420a", "dashed", FALSE },
    [ENT_CHANGED] = { "#c98a00", "solid", TRUE },
};

/* For relations that the gazetteer adds, in alphabetical order. */
static const struct {
    const char *color, *style;
} added[] = {
    { "#d35400", "solid" },  { "#1f5fbf", "dashed" }, { "#6a1b9a", "solid" },
    { "#7a6a00", "dashed" }, { "#222222", "solid" },
};

struct EntStyle {
    GHashTable *states;   /* id -> colour */
    GPtrArray *relations; /* of const char*: those added, in alphabetical order */
    double heaviest_node, heaviest_edge;
    gboolean comparison;
};

/* A state that needs a colour. */
typedef struct {
    const char *id;
    guint home;     /* the colour that it would like, by its place in the gazetteer */
    gboolean drawn; /* in the picture */
    guint64 weight; /* of its nodes together */
} State;

static gint
compare_states (gconstpointer pointer_a, gconstpointer pointer_b)
{
    const State *a = pointer_a, *b = pointer_b;
    if (a->drawn != b->drawn)
        return a->drawn ? -1 : 1;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return strcmp (a->id, b->id);
}

/* All states of the gazetteer, those of the picture first, and the heavier before the lighter. */
static GArray *
list_states (EntGraph *graph, const EntPicture *picture)
{
    const EntGazetteer *gazetteer = ent_graph_gazetteer (graph);
    g_autoptr (GHashTable) weights = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GHashTable) drawn = g_hash_table_new (g_str_hash, g_str_equal);
    GArray *states = g_array_new (FALSE, FALSE, sizeof (State));
    for (guint i = 0; i < ent_graph_n_nodes (graph); i++) {
        const EntNode *node = ent_graph_node (graph, i);
        gsize sum = node->state == NULL ? 0 : GPOINTER_TO_SIZE (g_hash_table_lookup (weights, node->state));
        if (node->state != NULL)
            g_hash_table_insert (weights, (gpointer)node->state, GSIZE_TO_POINTER (sum + node->weight));
    }
    for (guint i = 0; i < picture->nodes->len; i++)
        g_hash_table_add (drawn, (gpointer)ent_picture_node (picture, i)->id);
    for (guint i = 0; i < ent_gazetteer_size (gazetteer); i++) {
        const char *id = ent_gazetteer_entity (gazetteer, i)->id;
        State state = { id, states->len % G_N_ELEMENTS (palette), g_hash_table_contains (drawn, id),
                        GPOINTER_TO_SIZE (g_hash_table_lookup (weights, id)) };
        if (ent_gazetteer_entity (gazetteer, i)->kind == ENT_STATE)
            g_array_append_val (states, state);
    }
    g_array_sort (states, compare_states);
    return states;
}

/* Each takes its own colour or, where that is taken, the next that is free: the colours of those that
 * matter stay when the corpus grows. Once there is none left, each has its own. */
static void
colour_states (EntStyle *look, EntGraph *graph, const EntPicture *picture)
{
    gboolean taken[G_N_ELEMENTS (palette)] = { FALSE };
    g_autoptr (GArray) states = list_states (graph, picture);
    for (guint i = 0; i < states->len; i++) {
        const State *state = &g_array_index (states, State, i);
        guint colour = state->home;
        while (i < G_N_ELEMENTS (palette) && taken[colour])
            colour = (colour + 1) % G_N_ELEMENTS (palette);
        taken[colour] = TRUE;
        g_hash_table_insert (look->states, (gpointer)state->id, (gpointer)palette[colour]);
    }
}

static gboolean
is_built_in (const char *relation)
{
    static const char *const names[] = { "co_mention", "met_with", "responded_to", NULL };
    return g_strv_contains (names, relation);
}

static void
list_relations (EntStyle *look, EntGraph *graph)
{
    for (guint i = 0; i < ent_graph_n_edges (graph); i++) {
        const char *relation = ent_graph_edge (graph, i)->relation;
        guint n = look->relations->len;
        if (!is_built_in (relation) && (n == 0 || strcmp (look->relations->pdata[n - 1], relation) != 0))
            g_ptr_array_add (look->relations, (gpointer)relation);
    }
}

EntStyle *
ent_style_new (EntGraph *graph, const EntPicture *picture)
{
    EntStyle *look = g_new0 (EntStyle, 1);
    look->states = g_hash_table_new (g_str_hash, g_str_equal);
    look->relations = g_ptr_array_new ();
    look->comparison = ent_graph_is_comparison (graph);
    look->heaviest_node = look->heaviest_edge = 40; /* a small network stays slender */
    for (guint i = 0; i < ent_graph_n_nodes (graph); i++)
        look->heaviest_node = MAX (look->heaviest_node, (double)ent_graph_node (graph, i)->weight);
    for (guint i = 0; i < ent_graph_n_edges (graph); i++)
        look->heaviest_edge = MAX (look->heaviest_edge, (double)ent_graph_edge (graph, i)->weight);
    colour_states (look, graph, picture);
    list_relations (look, graph);
    return look;
}

void
ent_style_free (EntStyle *look)
{
    if (look == NULL)
        return;
    g_hash_table_unref (look->states);
    g_ptr_array_unref (look->relations);
    g_free (look);
}

static const char *
state_colour (const EntStyle *look, const char *state)
{
    const char *colour = state == NULL ? NULL : g_hash_table_lookup (look->states, state);
    return colour == NULL ? NO_STATE : colour;
}

static void
tint (char out[8], const char *colour, double share)
{
    unsigned rgb[3] = { 0 };
    sscanf (colour, "#%2x%2x%2x", &rgb[0], &rgb[1], &rgb[2]);
    for (guint i = 0; i < 3; i++)
        rgb[i] = (unsigned)lround (255 - share * (255 - rgb[i])) & 0xff;
    g_snprintf (out, 8, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
}

/* From 0 for one piece of evidence to 1 for the heaviest, by the logarithm. */
static double
heaviness (guint64 weight, double heaviest)
{
    return log (MAX (1, (double)weight)) / log (heaviest);
}

/* The entity as one that stayed, came, went or was renamed. */
static EntNodeStyle
compared_node (const EntNode *node, EntNodeStyle shown)
{
    const char *colour = changes[node->change].color;
    gboolean same = node->change == ENT_SAME, state = node->kind == ENT_STATE;
    g_strlcpy (shown.line, colour, sizeof shown.line);
    g_strlcpy (shown.text, ENT_LOOK_TEXT, sizeof shown.text);
    tint (shown.fill, colour, state ? 0.3 : same ? 0 : 0.13);
    shown.border = same ? 1 : 2;
    shown.double_border = changes[node->change].double_line;
    if (node->change == ENT_REMOVED)
        shown.style = node->kind == ENT_ORGANIZATION ? "filled,dashed" : "rounded,filled,dashed";
    return shown;
}

EntNodeStyle
ent_style_node (const EntStyle *look, const EntNode *node)
{
    EntNodeStyle shown = { .shape = "box", .style = "rounded,filled", .border = 1.2 };
    const char *colour = state_colour (look, node->state);
    double heavy = heaviness (node->weight, look->heaviest_node);
    g_strlcpy (shown.line, colour, sizeof shown.line);
    if (node->kind == ENT_STATE) {
        g_strlcpy (shown.fill, colour, sizeof shown.fill);
        g_strlcpy (shown.text, "#ffffff", sizeof shown.text);
        shown.font_size = 14 + 7 * heavy;
    } else {
        tint (shown.fill, colour, 0.13);
        g_strlcpy (shown.text, ENT_LOOK_TEXT, sizeof shown.text);
        shown.font_size = 10.5 + 4 * heavy;
    }
    if (node->kind == ENT_ORGANIZATION) {
        shown.shape = "octagon";
        shown.style = "filled";
    }
    return look->comparison ? compared_node (node, shown) : shown;
}

static EntEdgeStyle
relation_look (const EntStyle *look, const char *relation)
{
    if (strcmp (relation, "co_mention") == 0)
        return (EntEdgeStyle){ .color = "#8a9099b0", .style = "solid", .width = 1.0 };
    if (strcmp (relation, "met_with") == 0)
        return (EntEdgeStyle){ .color = "#00695c", .style = "solid", .width = 2.2 };
    if (strcmp (relation, "responded_to") == 0)
        return (EntEdgeStyle){ .color = "#c2185b", .style = "dashed", .width = 1.8 };
    guint place = 0;
    for (guint i = 0; i < look->relations->len; i++)
        if (strcmp (look->relations->pdata[i], relation) == 0)
            place = i % G_N_ELEMENTS (added);
    EntEdgeStyle shown = { .style = added[place].style, .width = 2.0 };
    g_strlcpy (shown.color, added[place].color, sizeof shown.color);
    return shown;
}

/* Planned lines have hollow ends, denied ones a bar across the end. */
static void
set_ends (EntEdgeStyle *shown, const EntEdge *edge)
{
    shown->head = edge->directed ? "normal" : "none";
    if (edge->status == ENT_PLANNED)
        shown->head = edge->directed ? "empty" : "odot";
    else if (edge->status == ENT_DENIED)
        shown->head = "tee";
    shown->tail = edge->directed ? "none" : shown->head;
}

EntEdgeStyle
ent_style_neutral (const EntStyle *look, const EntEdge *edge)
{
    EntEdgeStyle shown = { .color = "#3f4650", .style = "solid" };
    guint64 weight = MAX (edge->weight, edge->before);
    double heavy = heaviness (weight, look->heaviest_edge);
    shown.width = strcmp (edge->relation, "co_mention") == 0 ? 1 + 1.5 * heavy : 2.5 + 2 * heavy;
    set_ends (&shown, edge);
    return shown;
}

static EntEdgeStyle
compared_edge (const EntStyle *look, const EntEdge *edge)
{
    EntEdgeStyle shown = ent_style_neutral (look, edge);
    const char *colour = changes[edge->change].color;
    shown.style = changes[edge->change].style;
    g_snprintf (shown.color, sizeof shown.color, changes[edge->change].double_line ? "%s:invis:%s" : "%s",
                colour, colour);
    if (edge->change == ENT_SAME)
        shown.width = 1;
    else if (changes[edge->change].double_line)
        shown.width *= 0.6; /* of each of the two lines */
    return shown;
}

/* What did not happen is thin. */
EntEdgeStyle
ent_style_edge (const EntStyle *look, const EntEdge *edge)
{
    if (look->comparison)
        return compared_edge (look, edge);
    EntEdgeStyle shown = relation_look (look, edge->relation);
    double heavy = heaviness (edge->weight, look->heaviest_edge);
    shown.width += strcmp (edge->relation, "co_mention") == 0 ? 4 * heavy : 2.5 * heavy;
    if (edge->status != ENT_HAPPENED)
        shown.width = 1.2;
    set_ends (&shown, edge);
    return shown;
}

EntEdgeStyle
ent_style_tie (const EntStyle *look, const char *state)
{
    EntEdgeStyle shown = { .style = "dotted", .head = "none", .tail = "none", .width = 1.8 };
    g_snprintf (shown.color, sizeof shown.color, "%sc0",
                look->comparison ? changes[ENT_SAME].color : state_colour (look, state));
    return shown;
}

EntEdgeStyle
ent_style_faint (void)
{
    return (EntEdgeStyle){ "#8a909940", "solid", "none", "none", 0.6 };
}

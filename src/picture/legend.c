/* legend.c - the explanation below a picture. */
#include <math.h>
#include <string.h>

#include "drawing.h"
#include "graph/graph.h"
#include "label.h"
#include "legend.h"

/* Where the next item goes; all in points. */
typedef struct {
    Agraph_t *drawing;
    double scale; /* a large picture is seen from further away */
    double left, width;
    double x, y;
    guint n; /* nodes so far */
} Legend;

#define FONT_SIZE 11.0
#define ROW 30.0
#define SAMPLE 40.0 /* length of a sample line */
#define GAP 26.0    /* between items */
#define CLEAR 12.0  /* between nodes; nearer ones would make Graphviz give up routing the whole picture */

/* Text cannot be measured here; this is the width of DejaVu Sans, a little generously. */
static double
text_width (const Legend *legend, const char *text)
{
    return (double)g_utf8_strlen (text, -1) * FONT_SIZE * 0.57 * legend->scale;
}

/* Begins a new row where an item of that width does not fit in this one. */
static void
make_room (Legend *legend, double width)
{
    if (legend->x > legend->left && legend->x + width > legend->left + legend->width) {
        legend->x = legend->left;
        legend->y -= ROW * legend->scale;
    }
}

/* A node of that width at the present place, which moves on. */
static Agnode_t *
add_node (Legend *legend, const char *label, double width)
{
    char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *name = g_strdup_printf ("legend %u: %s", ++legend->n, label);
    Agnode_t *node = agnode (legend->drawing, name, TRUE);
    g_ascii_formatd (x, sizeof x, "%.2f", legend->x + width / 2);
    g_ascii_formatd (y, sizeof y, "%.2f", legend->y);
    g_autofree char *place = g_strdup_printf ("%s,%s", x, y);
    ent_draw_set (node, "pos", place);
    ent_draw_set (node, "label", label);
    ent_draw_set (node, "tooltip", " ");
    ent_draw_set (node, "fixedsize", "true");
    ent_draw_set (node, "margin", "0");
    ent_draw_set_number (node, "width", width / 72);
    ent_draw_set_number (node, "height", 18 * legend->scale / 72);
    ent_draw_set_number (node, "fontsize", FONT_SIZE * legend->scale);
    ent_draw_set (node, "fontcolor", ENT_LOOK_TEXT);
    legend->x += width;
    return node;
}

static void
add_text (Legend *legend, const char *text)
{
    g_autofree char *label = g_strconcat (text, "\\l", NULL);
    Agnode_t *node = add_node (legend, label, text_width (legend, text));
    ent_draw_set (node, "shape", "plaintext");
    ent_draw_set (node, "style", "");
}

static Agnode_t *
add_point (Legend *legend)
{
    Agnode_t *node = add_node (legend, "", 1);
    ent_draw_set (node, "shape", "point");
    ent_draw_set (node, "style", "invis");
    ent_draw_set_number (node, "height", 1.0 / 72);
    return node;
}

static void
add_line (Legend *legend, EntEdgeStyle look, const char *text)
{
    double sample = SAMPLE * legend->scale, gap = CLEAR * legend->scale;
    make_room (legend, sample + gap + text_width (legend, text));
    Agnode_t *from = add_point (legend);
    legend->x += sample;
    Agnode_t *to = add_point (legend);
    Agedge_t *line = agedge (legend->drawing, from, to, NULL, TRUE);
    ent_draw_set (line, "color", look.color);
    ent_draw_set (line, "style", look.style);
    ent_draw_set (line, "dir", "both");
    ent_draw_set (line, "arrowhead", look.head);
    ent_draw_set (line, "arrowtail", look.tail);
    ent_draw_set_number (line, "penwidth", look.width);
    ent_draw_set (line, "tooltip", " ");
    legend->x += gap;
    add_text (legend, text);
    legend->x += GAP * legend->scale;
}

static void
add_shape (Legend *legend, EntNodeStyle look, const char *text)
{
    double width = text_width (legend, text) + 14 * legend->scale;
    make_room (legend, width);
    Agnode_t *node = add_node (legend, text, width);
    ent_draw_look (node, &look);
    legend->x += CLEAR * legend->scale;
}

/* "met_with" as a reader says it, and what the marks at its ends mean. */
static char *
line_text (const EntEdge *edge)
{
    g_autofree char *clean = ent_label_clean (edge->relation);
    g_autofree char *words = ent_label_shorten (g_strdelimit (clean, "_", ' '), 30);
    g_autofree char *value = ent_label_value (words);
    if (edge->status == ENT_HAPPENED)
        return g_steal_pointer (&value);
    return g_strdup_printf ("%s (%s)", value, ent_status_name (edge->status));
}

static gint
compare_kinds (gconstpointer pointer_a, gconstpointer pointer_b)
{
    const EntEdge *a = *(EntEdge *const *)pointer_a, *b = *(EntEdge *const *)pointer_b;
    return a->status != b->status ? (int)a->status - (int)b->status : strcmp (a->relation, b->relation);
}

/* The look of all lines of that relation and status. In a comparison colour and style mean something else. */
static EntEdgeStyle
kind_look (const EntPicture *picture, const EntStyle *look, const EntEdge *edge)
{
    EntEdge sample = *edge;
    sample.weight = 1;
    sample.before = 0;
    return ent_graph_is_comparison (picture->graph) ? ent_style_neutral (look, &sample)
                                                    : ent_style_edge (look, &sample);
}

static gboolean
look_alike (const EntEdgeStyle *a, const EntEdgeStyle *b)
{
    return strcmp (a->color, b->color) == 0 && strcmp (a->style, b->style) == 0 &&
           strcmp (a->head, b->head) == 0 && strcmp (a->tail, b->tail) == 0;
}

/* One edge of each relation and status, those that happened first. */
static GPtrArray *
kinds_of_lines (const EntPicture *picture)
{
    GPtrArray *edges = g_ptr_array_new ();
    for (guint i = 0; i < picture->lines->len; i++) {
        const EntLine *line = &g_array_index (picture->lines, EntLine, i);
        if (line->kind == ENT_LINE_RELATION)
            g_ptr_array_add (edges, (gpointer)line->edge);
    }
    g_ptr_array_sort (edges, compare_kinds);
    for (guint i = edges->len; i-- > 1;)
        if (compare_kinds (&edges->pdata[i - 1], &edges->pdata[i]) == 0)
            g_ptr_array_remove_index (edges, i);
    return edges;
}

/* Those that look alike share a sample. */
static void
explain_relations (Legend *legend, const EntPicture *picture, const EntStyle *look)
{
    g_autoptr (GPtrArray) kinds = kinds_of_lines (picture);
    while (kinds->len > 0) {
        EntEdgeStyle sample = kind_look (picture, look, kinds->pdata[0]);
        g_autoptr (GString) texts = g_string_new (NULL);
        for (guint i = 0; i < kinds->len;) {
            EntEdgeStyle other = kind_look (picture, look, kinds->pdata[i]);
            if (!look_alike (&sample, &other)) {
                i++;
                continue;
            }
            g_autofree char *text = line_text (kinds->pdata[i]);
            g_string_append_printf (texts, "%s%s", texts->len > 0 ? ", " : "", text);
            g_ptr_array_remove_index (kinds, i);
        }
        add_line (legend, sample, texts->str);
    }
}

/* In a comparison: what became of the lines. */
static void
explain_changes (Legend *legend, const EntPicture *picture, const EntStyle *look)
{
    static const char *const texts[] = { "as before", "added", "removed", "more or fewer sentences" };
    for (EntChange change = ENT_SAME; change <= ENT_CHANGED; change++)
        for (guint i = 0; i < picture->lines->len; i++) {
            const EntLine *line = &g_array_index (picture->lines, EntLine, i);
            if (line->kind != ENT_LINE_OWN_STATE && line->edge->change == change) {
                EntEdge sample = { .relation = "met_with", .change = change, .weight = 1 };
                add_line (legend, ent_style_edge (look, &sample), texts[change]);
                break;
            }
        }
    legend->x = legend->left;
    legend->y -= ROW * legend->scale;
}

static void
explain_lines (Legend *legend, const EntPicture *picture, const EntStyle *look)
{
    static const EntEdge co_mention = { .relation = "co_mention", .weight = 1 };
    gboolean kinds[3] = { FALSE }, comparison = ent_graph_is_comparison (picture->graph);
    if (comparison && picture->lines->len > 0)
        explain_changes (legend, picture, look);
    explain_relations (legend, picture, look);
    for (guint i = 0; i < picture->lines->len; i++)
        kinds[g_array_index (picture->lines, EntLine, i).kind] = TRUE;
    if (kinds[ENT_LINE_CO_MENTION])
        add_line (legend,
                  comparison ? ent_style_neutral (look, &co_mention)
                             : (EntEdgeStyle){ "#8a9099", "solid", "none", "none", 2.5 },
                  comparison ? "mentioned together" : "mentioned together (wider: more often)");
    if (kinds[ENT_LINE_OWN_STATE])
        add_line (legend, (EntEdgeStyle){ "#3f4650", "dotted", "none", "none", 1.8 }, "belongs to the state");
}

static void
explain_shapes (Legend *legend, const EntPicture *picture, const EntStyle *look)
{
    static const char *const names[] = { "state", "official", "organization" };
    for (EntKind kind = ENT_STATE; kind <= ENT_ORGANIZATION; kind++)
        for (guint i = 0; i < picture->nodes->len; i++)
            if (ent_picture_node (picture, i)->kind == kind) {
                EntNode sample = { .kind = kind, .weight = 1 };
                add_shape (legend, ent_style_node (look, &sample), names[kind]);
                break;
            }
}

/* In a comparison: what became of the entities. */
static void
explain_entities (Legend *legend, const EntPicture *picture, const EntStyle *look)
{
    static const char *const texts[] = { NULL, "new entity", "removed entity", "renamed entity" };
    for (EntChange change = ENT_ADDED; change <= ENT_CHANGED; change++)
        for (guint i = 0; i < picture->nodes->len; i++)
            if (ent_picture_node (picture, i)->change == change) {
                EntNode sample = { .kind = ENT_OFFICIAL, .change = change, .weight = 1 };
                add_shape (legend, ent_style_node (look, &sample), texts[change]);
                break;
            }
}

static void
explain_gaps (Legend *legend, const EntPicture *picture)
{
    GString *text = g_string_new ("not drawn:");
    gsize empty = text->len;
    if (picture->nodes_left_out > 0)
        g_string_append_printf (text, " %u entities with weak ties,", picture->nodes_left_out);
    if (picture->co_mentions_left_out > 0)
        g_string_append_printf (text, " %u weaker co-mentions,", picture->co_mentions_left_out);
    if (picture->relations_left_out > 0)
        g_string_append_printf (text, " %u weaker lines of other relations,", picture->relations_left_out);
    if (text->len > empty) {
        g_string_truncate (text, text->len - 1);
        make_room (legend, text_width (legend, text->str));
        add_text (legend, text->str);
    }
    g_string_free (text, TRUE);
}

void
ent_legend_add (Agraph_t *drawing, const EntPicture *picture, const EntStyle *look, EntBox bounds)
{
    Legend legend = { .drawing = drawing, .scale = CLAMP (sqrt (bounds.width / 1000), 1, 2.5) };
    legend.left = legend.x = bounds.x - bounds.width / 2;
    legend.width = MAX (bounds.width, 420);
    legend.y = bounds.y - bounds.height / 2 - 2 * ROW * legend.scale;
    if (picture->nodes->len == 0)
        add_text (&legend, ent_graph_is_comparison (picture->graph)
                               ? "nothing changed"
                               : "nothing to draw: no two entities are joined");
    explain_lines (&legend, picture, look);
    legend.x = legend.left;
    if (legend.n > 0)
        legend.y -= ROW * legend.scale;
    explain_shapes (&legend, picture, look);
    explain_entities (&legend, picture, look);
    explain_gaps (&legend, picture);
}

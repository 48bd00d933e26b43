/* dot.c - a graph in the DOT language.
 *
 * Written by hand because libcgraph quotes only what it must, and readers other than Graphviz are
 * happier when every string is quoted. */
#include <string.h>

#include "export.h"
#include "graph/graph.h"
#include "picture/label.h"
#include "picture/style.h"

typedef struct {
    GString *text;
    gboolean started; /* the list has an attribute already */
} List;

static void
attribute (List *list, const char *name, const char *value)
{
    g_string_append (list->text, list->started ? ", " : " [");
    g_string_append_printf (list->text, "%s=", name);
    ent_label_quote (list->text, value);
    list->started = TRUE;
}

static void
number (List *list, const char *name, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    attribute (list, name, g_ascii_formatd (text, sizeof text, "%.1f", value));
}

static void
count (List *list, const char *name, guint64 value)
{
    g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, value);
    attribute (list, name, text);
}

static void
strength (List *list, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    attribute (list, "strength", g_ascii_formatd (text, sizeof text, "%.3f", value));
}

static void
date (List *list, const char *name, EntDate value)
{
    g_autofree char *text = ent_date_format (value);
    attribute (list, name, text);
}

static void
finish (List *list)
{
    g_string_append (list->text, list->started ? "];\n" : ";\n");
}

static void
quote_name (GString *out, const char *text)
{
    g_autofree char *name = ent_label_name (text);
    ent_label_quote (out, name);
}

static const char *
kind_name (EntKind kind)
{
    return kind == ENT_STATE ? "state" : kind == ENT_OFFICIAL ? "official" : "organization";
}

static void
write_node (GString *out, EntGraph *graph, const EntNode *node, const EntStyle *look)
{
    List list = { out, FALSE };
    g_string_append (out, "    ");
    quote_name (out, node->id);
    attribute (&list, "label", node->label);
    attribute (&list, "kind", kind_name (node->kind));
    attribute (&list, "state", node->state == NULL ? "" : node->state);
    if (ent_graph_is_comparison (graph))
        attribute (&list, "change", ent_change_name (node->change));
    if (look != NULL) {
        EntNodeStyle shown = ent_style_node (look, node);
        attribute (&list, "shape", shown.shape);
        attribute (&list, "style", shown.style);
        attribute (&list, "fillcolor", shown.fill);
        attribute (&list, "color", shown.line);
        attribute (&list, "fontcolor", shown.text);
        number (&list, "fontsize", shown.font_size);
        if (ent_graph_is_comparison (graph))
            number (&list, "penwidth", shown.border);
        if (shown.double_border)
            attribute (&list, "peripheries", "2");
    }
    finish (&list);
}

/* "source:target" would not do: a pair has an edge for each relation and status. */
static char *
edge_key (EntGraph *graph, const EntEdge *edge)
{
    g_autofree char *key =
        g_strjoin (":", edge->relation, ent_graph_node (graph, edge->source)->id,
                   ent_graph_node (graph, edge->target)->id, ent_status_name (edge->status), NULL);
    return ent_label_name (key);
}

/* The sentence and its place, which must not be lost when the sentence is long. */
static char *
edge_tooltip (const EntEdge *edge)
{
    g_autofree char *clean = ent_label_clean (edge->sentence);
    g_autofree char *sentence = ent_label_shorten (clean, 2000);
    g_autofree char *day = ent_date_format (edge->date);
    GString *tooltip = g_string_new (sentence);
    g_string_append_printf (tooltip, " (%s", edge->path);
    if (*edge->title != '\0')
        g_string_append_printf (tooltip, ", “%s”", edge->title);
    if (*day != '\0')
        g_string_append_printf (tooltip, ", %s", day);
    g_string_append_c (tooltip, ')');
    return g_string_free (tooltip, FALSE);
}

/* As in the picture; a co-mention that it leaves out is faint. */
static void
write_edge_look (List *list, EntGraph *graph, const EntEdge *edge, const EntStyle *look, const EntLine *line)
{
    EntEdgeStyle shown = ent_style_edge (look, edge);
    if (line == NULL && strcmp (edge->relation, "co_mention") == 0 && edge->change == ENT_SAME)
        shown = ent_style_faint ();
    else if (line != NULL && line->kind == ENT_LINE_OWN_STATE)
        shown = ent_style_tie (look, ent_graph_node (graph, edge->source)->state);
    attribute (list, "color", shown.color);
    attribute (list, "style", shown.style);
    number (list, "penwidth", shown.width);
    if (edge->directed)
        attribute (list, "arrowhead", shown.head);
}

static void
write_edge (GString *out, EntGraph *graph, const EntEdge *edge, const EntStyle *look, const EntLine *line)
{
    List list = { out, FALSE };
    g_autofree char *key = edge_key (graph, edge);
    g_autofree char *tooltip = edge_tooltip (edge);
    g_autofree char *url = ent_label_url (edge->url);
    g_string_append (out, "    ");
    quote_name (out, ent_graph_node (graph, edge->source)->id);
    g_string_append (out, " -> ");
    quote_name (out, ent_graph_node (graph, edge->target)->id);
    attribute (&list, "key", key);
    attribute (&list, "relation", edge->relation);
    attribute (&list, "status", ent_status_name (edge->status));
    count (&list, "weight", edge->weight);
    if (ent_graph_is_comparison (graph)) {
        attribute (&list, "change", ent_change_name (edge->change));
        count (&list, "before", edge->before);
    }
    count (&list, "articles", edge->articles);
    date (&list, "first", edge->first);
    date (&list, "last", edge->last);
    strength (&list, edge->strength);
    if (!edge->directed)
        attribute (&list, "dir", "none");
    attribute (&list, "tooltip", tooltip);
    if (url != NULL)
        g_string_append_printf (out, ", URL=\"%s\"", url);
    if (look != NULL)
        write_edge_look (&list, graph, edge, look, line);
    finish (&list);
}

/* Hints that no engine minds. Routing round the nodes is for small networks: its cost grows faster
 * than the square of their size. The boxes of clusters are not drawn, since only some engines keep a
 * cluster's nodes together. */
static void
write_defaults (GString *out, EntGraph *graph)
{
    const char *splines = ent_graph_n_nodes (graph) <= 100 ? "true" : "line";
    g_string_append_printf (out,
                            "    graph [fontname=\"" ENT_FONT
                            "\", bgcolor=\"white\", outputorder=\"edgesfirst\", "
                            "overlap=\"prism\", sep=\"+12\", esep=\"+5\", splines=\"%s\", "
                            "pencolor=\"transparent\", rankdir=\"LR\", ranksep=\"0.8\"];\n"
                            "    node [fontname=\"" ENT_FONT "\", margin=\"0.10,0.05\", height=\"0.3\", "
                            "penwidth=\"1.2\"];\n"
                            "    edge [fontname=\"" ENT_FONT "\", arrowsize=\"0.8\", len=\"2\"];\n",
                            splines);
}

/* The nodes of a state, which some engines keep together. */
static void
write_clusters (GString *out, EntGraph *graph)
{
    g_autoptr (GHashTable) members = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GPtrArray) states = g_ptr_array_new ();
    g_autoptr (GPtrArray) lists = g_ptr_array_new ();
    for (guint i = 0; i < ent_graph_n_nodes (graph); i++) {
        const EntNode *node = ent_graph_node (graph, i);
        if (node->state == NULL)
            continue;
        GString *list = g_hash_table_lookup (members, node->state);
        if (list == NULL) {
            list = g_string_new (NULL);
            g_hash_table_insert (members, (gpointer)node->state, list);
            g_ptr_array_add (states, (gpointer)node->state);
            g_ptr_array_add (lists, list);
        }
        g_string_append_c (list, ' ');
        quote_name (list, node->id);
        g_string_append_c (list, ';');
    }
    for (guint i = 0; i < states->len; i++) {
        g_autofree char *name = g_strconcat ("cluster_", states->pdata[i], NULL);
        GString *list = lists->pdata[i];
        g_string_append (out, "    subgraph ");
        quote_name (out, name);
        g_string_append_printf (out, " {%s }\n", list->str);
        g_string_free (list, TRUE);
    }
}

GBytes *
ent_export_dot (EntGraph *graph, const char *format, const EntExportOptions *options, GPtrArray *notes,
                GError **error)
{
    (void)format;
    (void)notes;
    (void)error;
    g_autoptr (EntPicture) picture = ent_picture_new (graph);
    g_autoptr (EntStyle) look = options->plain ? NULL : ent_style_new (graph, picture);
    g_autoptr (GHashTable) lines = g_hash_table_new (g_direct_hash, g_direct_equal); /* by edge */
    GString *out = g_string_new ("digraph \"entente\" {\n");
    if (look != NULL)
        write_defaults (out, graph);
    for (guint i = 0; i < ent_graph_n_nodes (graph); i++)
        write_node (out, graph, ent_graph_node (graph, i), look);
    for (guint i = 0; i < picture->lines->len; i++) {
        const EntLine *line = &g_array_index (picture->lines, EntLine, i);
        g_hash_table_insert (lines, (gpointer)line->edge, (gpointer)line);
    }
    for (guint i = 0; i < ent_graph_n_edges (graph); i++) {
        const EntEdge *edge = ent_graph_edge (graph, i);
        write_edge (out, graph, edge, look, g_hash_table_lookup (lines, edge));
    }
    if (look != NULL)
        write_clusters (out, graph);
    if (g_str_has_suffix (out->str, ";\n")) /* pydot 1.4 would make a node of this line end */
        g_string_erase (out, (gssize)out->len - 2, 1);
    g_string_append (out, "}\n");
    return g_string_free_to_bytes (out);
}

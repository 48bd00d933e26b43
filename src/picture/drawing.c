/* drawing.c - a picture as Graphviz knows it. */
#include <locale.h>
#include <string.h>

#include "drawing.h"
#include "label.h"

void
ent_draw_set (void *object, const char *name, const char *value)
{
    agsafeset (object, (char *)name, (char *)value, (char *)"");
}

void
ent_draw_set_number (void *object, const char *name, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    ent_draw_set (object, name, g_ascii_formatd (text, sizeof text, "%.2f", value));
}

void
ent_draw_preset (Agraph_t *graph, int kind, const char *name, const char *value)
{
    agattr (graph, kind, (char *)name, (char *)value);
}

static char *
double_backslashes (const char *text)
{
    g_auto (GStrv) parts = g_strsplit (text, "\\", -1);
    return g_strjoinv ("\\\\", parts);
}

/* The value of a tooltip, in which Graphviz (2.43) reads backslashes twice. */
static char *
tooltip_value (const char *text)
{
    g_autofree char *value = ent_label_value (text);
    return double_backslashes (value);
}

/* A name on one line, or on two where it is long, as Graphviz's HTML. */
static char *
node_markup (const EntNode *node)
{
    enum { LONGEST = 60, LONG = 22 };
    g_autofree char *clean = ent_label_clean (node->label);
    g_autofree char *name = ent_label_shorten (*clean == '\0' ? "?" : clean, LONGEST);
    gsize length = strlen (name), best = 0;
    for (gsize i = 1; g_utf8_strlen (name, -1) > LONG && i < length; i++)
        if (name[i] == ' ' &&
            (best == 0 || ABS ((gssize)(2 * i - length)) < ABS ((gssize)(2 * best - length))))
            best = i;
    g_autofree char *head = g_markup_escape_text (name, best == 0 ? (gssize)length : (gssize)best);
    g_autofree char *tail = best == 0 ? NULL : g_markup_escape_text (name + best + 1, -1);
    g_autofree char *lines = tail == NULL ? g_strdup (head) : g_strconcat (head, "<br/>", tail, NULL);
    g_autofree char *markup = double_backslashes (lines);
    return node->kind == ENT_STATE ? g_strconcat ("<b>", markup, "</b>", NULL) : g_steal_pointer (&markup);
}

static char *
plural (guint64 n, const char *one, const char *many)
{
    return g_strdup_printf ("%" G_GUINT64_FORMAT " %s", n, n == 1 ? one : many);
}

void
ent_draw_look (Agnode_t *node, const EntNodeStyle *look)
{
    ent_draw_set (node, "shape", look->shape);
    ent_draw_set (node, "style", look->style);
    ent_draw_set (node, "fillcolor", look->fill);
    ent_draw_set (node, "color", look->line);
    ent_draw_set (node, "fontcolor", look->text);
    ent_draw_set_number (node, "penwidth", look->border);
    if (look->double_border)
        ent_draw_set (node, "peripheries", "2");
}

static void
set_node (Agnode_t *drawn, const EntNode *node, const EntStyle *look)
{
    EntNodeStyle shown = ent_style_node (look, node);
    g_autofree char *markup = node_markup (node);
    char *html = agstrdup_html (agraphof (drawn), markup);
    ent_draw_set (drawn, "label", html);
    agstrfree (agraphof (drawn), html);
    g_autofree char *pieces = plural (node->weight, "piece of evidence", "pieces of evidence");
    g_autofree char *tip =
        node->weight == 0 ? g_strdup (node->label) : g_strdup_printf ("%s: %s", node->label, pieces);
    g_autofree char *tooltip = tooltip_value (tip);
    ent_draw_set (drawn, "tooltip", tooltip);
    ent_draw_look (drawn, &shown);
    ent_draw_set_number (drawn, "fontsize", shown.font_size);
    if (node->kind == ENT_STATE)
        ent_draw_set (drawn, "margin", "0.18,0.09");
}

/* "met with", "met with (planned)" */
static char *
relation_words (const EntEdge *edge)
{
    gboolean co_mention = strcmp (edge->relation, "co_mention") == 0;
    char *words = g_strdelimit (g_strdup (co_mention ? "mentioned together" : edge->relation), "_", ' ');
    if (edge->status == ENT_HAPPENED)
        return words;
    g_autofree char *relation = words;
    return g_strdup_printf ("%s (%s)", relation, ent_status_name (edge->status));
}

/* "2 pieces of evidence in 1 article"; in a comparison "1 → 2 pieces of evidence". */
static char *
weight_words (const EntEdge *edge)
{
    g_autofree char *pieces = plural (edge->weight, "piece of evidence", "pieces of evidence");
    g_autofree char *articles = plural (edge->articles, "article", "articles");
    if (edge->change != ENT_SAME)
        return g_strdup_printf ("%" G_GUINT64_FORMAT " → %s", edge->before, pieces);
    return g_strdup_printf ("%s in %s", pieces, articles);
}

/* "Iran – Russia, met with: 2 pieces of evidence in 1 article", the first sentence that says so, and
 * where it stands. */
static char *
edge_tooltip (const char *from, const char *to, const EntEdge *edge)
{
    g_autofree char *relation = relation_words (edge);
    g_autofree char *weight = weight_words (edge);
    g_autofree char *day = ent_date_format (edge->date);
    g_autofree char *head =
        g_strdup_printf ("%s %s %s, %s: %s", from, edge->directed ? "→" : "–", to, relation, weight);
    g_autofree char *place = g_strjoin (*edge->title != '\0' ? ", " : "", edge->title, edge->path, NULL);
    g_autofree char *source = g_strjoin (*day != '\0' ? ", " : "", place, day, NULL);
    g_autofree char *clean = ent_label_clean (edge->sentence);
    g_autofree char *sentence = ent_label_shorten (clean, 2000);
    g_auto (GStrv) lines = g_new0 (char *, 4);
    lines[0] = tooltip_value (head);
    lines[1] = tooltip_value (sentence);
    lines[2] = tooltip_value (source);
    return g_strjoinv ("&#10;", lines);
}

static void
set_source (Agedge_t *drawn, const EntPicture *picture, const EntLine *line)
{
    const char *from = ent_picture_node (picture, line->from)->label;
    const char *to = ent_picture_node (picture, line->to)->label;
    if (line->edge == NULL) {
        g_autofree char *text = g_strdup_printf ("%s belongs to %s", from, to);
        g_autofree char *tooltip = tooltip_value (text);
        ent_draw_set (drawn, "tooltip", tooltip);
        return;
    }
    g_autofree char *url = ent_label_url (line->edge->url);
    const EntNode *source = ent_graph_node (picture->graph, line->edge->source);
    const EntNode *target = ent_graph_node (picture->graph, line->edge->target);
    g_autofree char *tooltip = edge_tooltip (source->label, target->label, line->edge);
    ent_draw_set (drawn, "tooltip", tooltip);
    if (url != NULL)
        ent_draw_set (drawn, "URL", url);
}

static void
set_line (Agedge_t *drawn, const EntPicture *picture, const EntLine *line, const EntStyle *look)
{
    static const double lengths[] = { 2.2, 1.2, 1.7 }; /* inches */
    EntEdgeStyle shown = line->kind == ENT_LINE_OWN_STATE
                             ? ent_style_tie (look, ent_picture_node (picture, line->to)->id)
                             : ent_style_edge (look, line->edge);
    ent_draw_set (drawn, "color", shown.color);
    ent_draw_set (drawn, "style", shown.style);
    ent_draw_set_number (drawn, "penwidth", shown.width);
    ent_draw_set (drawn, "dir", "both");
    ent_draw_set (drawn, "arrowhead", shown.head);
    ent_draw_set (drawn, "arrowtail", shown.tail);
    set_source (drawn, picture, line);
    ent_draw_set_number (drawn, "len", lengths[line->kind]);
}

/* Graphviz draws lines in the order of the nodes that they start from. With the states first, who have most of
 * the grey lines, and the others by their relations, hardly a grey line comes to lie on a coloured
 * one: see also set_ends. */
static guint *
drawing_order (const EntPicture *picture)
{
    guint n = picture->nodes->len, next = 0;
    guint *order = g_new0 (guint, n);
    g_autofree guint *relations = g_new0 (guint, n);
    guint most = 0;
    for (guint i = 0; i < picture->lines->len; i++) {
        const EntLine *line = &g_array_index (picture->lines, EntLine, i);
        if (line->kind == ENT_LINE_RELATION) {
            most = MAX (most, ++relations[line->from]);
            most = MAX (most, ++relations[line->to]);
        }
    }
    for (guint i = 0; i < n; i++)
        if (ent_picture_node (picture, i)->kind == ENT_STATE)
            order[next++] = i;
    for (guint count = 0; count <= most; count++)
        for (guint i = 0; i < n; i++)
            if (relations[i] == count && ent_picture_node (picture, i)->kind != ENT_STATE)
                order[next++] = i;
    return order;
}

/* An undirected line starts from the node drawn first if it is grey or dotted, else from the later. */
static gboolean
is_reversed (const EntLine *line, const guint *rank)
{
    if (line->kind == ENT_LINE_RELATION)
        return !line->edge->directed && rank[line->from] < rank[line->to];
    return rank[line->from] > rank[line->to];
}

static void
preset_all (Agraph_t *graph)
{
    static const struct {
        int kind;
        const char *name, *value;
    } values[] = {
        { AGRAPH, "fontname", ENT_FONT },
        { AGRAPH, "bgcolor", "white" },
        { AGRAPH, "pad", "0.3" },
        { AGRAPH, "outputorder", "edgesfirst" },
        { AGRAPH, "overlap", "prism" },
        { AGRAPH, "sep", "+12" },
        { AGRAPH, "esep", "+5" },
        { AGRAPH, "splines", "none" },
        { AGRAPH, "maxiter", "500" },
        { AGRAPH, "start", "1" },
        { AGRAPH, "pack", "20" }, /* else what hangs together with nothing flies away */
        { AGNODE, "fontname", ENT_FONT },
        { AGNODE, "margin", "0.10,0.05" },
        { AGNODE, "height", "0.3" },
        { AGNODE, "penwidth", "1.2" },
        { AGNODE, "pos", "" },
        { AGEDGE, "arrowsize", "0.8" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        ent_draw_preset (graph, values[i].kind, values[i].name, values[i].value);
}

Agraph_t *
ent_draw_graph (const EntPicture *picture, const EntStyle *look, Agnode_t **nodes)
{
    Agraph_t *graph = agopen ((char *)"entente", Agdirected, NULL);
    g_autofree guint *order = drawing_order (picture);
    g_autofree guint *rank = g_new0 (guint, picture->nodes->len);
    preset_all (graph);
    for (guint i = 0; i < picture->nodes->len; i++) {
        const EntNode *node = ent_picture_node (picture, order[i]);
        g_autofree char *id = ent_label_name (node->id);
        g_autofree char *name = ent_label_value (id); /* it is written into the SVG at first */
        rank[order[i]] = i;
        nodes[order[i]] = agnode (graph, name, TRUE);
        set_node (nodes[order[i]], node, look);
    }
    for (guint i = 0; i < picture->lines->len; i++) {
        const EntLine *line = &g_array_index (picture->lines, EntLine, i);
        gboolean reversed = is_reversed (line, rank);
        Agedge_t *drawn = agedge (graph, nodes[reversed ? line->to : line->from],
                                  nodes[reversed ? line->from : line->to], NULL, TRUE);
        set_line (drawn, picture, line, look);
    }
    return graph;
}

void
ent_draw_pin (Agnode_t **nodes, const EntBox *boxes, guint n)
{
    char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
    for (guint i = 0; i < n; i++) {
        g_autofree char *pos = g_strdup_printf ("%s,%s", g_ascii_formatd (x, sizeof x, "%.2f", boxes[i].x),
                                                g_ascii_formatd (y, sizeof y, "%.2f", boxes[i].y));
        ent_draw_set (nodes[i], "pos", pos);
    }
}

GVC_t *
ent_draw_begin (void)
{
    setlocale (LC_NUMERIC, "C");
    agseterr (AGMAX); /* aglasterr tells */
    return gvContext ();
}

gboolean
ent_draw_layout (GVC_t *gvc, Agraph_t *graph, const char *engine, GError **error)
{
    if (gvLayout (gvc, graph, engine) == 0 && agerrors () == 0)
        return TRUE;
    g_propagate_error (error, ent_draw_error ("lay out"));
    return FALSE;
}

GError *
ent_draw_error (const char *what)
{
    const char *message = aglasterr ();
    g_autofree char *clean = ent_label_clean (message == NULL ? "" : message);
    if (*clean == '\0')
        return g_error_new (ENT_ERROR, ENT_ERROR_LAYOUT, "Graphviz could not %s it", what);
    return g_error_new (ENT_ERROR, ENT_ERROR_LAYOUT, "%s", clean);
}

/* test_export_dot.c - DOT files, read back with libcgraph. */
#include <graphviz/cgraph.h>

#include "picture/label.h"
#include "small.h"

static char *
to_dot (EntGraph *graph, gboolean plain)
{
    EntExportOptions options = { .plain = plain };
    g_autoptr (GError) error = NULL;
    GBytes *bytes = ent_export (graph, "dot", &options, NULL, &error);
    g_assert_no_error (error);
    gsize length;
    g_autofree char *text = g_bytes_unref_to_data (bytes, &length);
    return g_strndup (text, length);
}

static const char *const hostile[] = {
    "say \"no\"",  "\\N and \\E and \\G\\n",
    "<b>x</b>",    "a]; b -> c [x=\"",
    "--> /* // #", "R&D &lt; &#60; &amp",
    "ends in \\",  "שלום \u202eabc",
    "<<i>x</i>>",  "\\\"",
    "line {a|b}",
};

/* What Graphviz does with a label before it shows it, for texts without references. */
static char *
without_escapes (const char *value)
{
    GString *text = g_string_new (value);
    g_string_replace (text, "\\\\", "\\", 0);
    g_string_replace (text, "&quot;", "\"", 0);
    return g_string_free (text, FALSE);
}

static void
test_hostile_names (void)
{
    g_autoptr (Small) small = small_new ();
    for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
        g_autofree char *id = g_strdup_printf ("e%02u", i);
        small_entity (small, id, hostile[i], ENT_OFFICIAL, NULL);
    }
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    for (guint i = 1; i < G_N_ELEMENTS (hostile); i++) {
        g_autofree char *id = g_strdup_printf ("e%02u", i);
        small_add (small, graph, "met_with", "e00", id, 1);
    }
    for (guint plain = 0; plain < 2; plain++) {
        g_autofree char *dot = to_dot (graph, plain);
        Agraph_t *read = agmemread (dot);
        g_assert_nonnull (read);
        g_assert_cmpint (agnnodes (read), ==, G_N_ELEMENTS (hostile));
        g_assert_cmpint (agnedges (read), ==, G_N_ELEMENTS (hostile) - 1);
        for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
            g_autofree char *id = g_strdup_printf ("e%02u", i);
            Agnode_t *node = agnode (read, id, FALSE);
            g_assert_nonnull (node);
            char *label = agget (node, (char *)"label");
            g_assert_false (aghtmlstr (label));
            g_autofree char *shown = without_escapes (label);
            if (strchr (hostile[i], '&') == NULL)
                g_assert_cmpstr (shown, ==, hostile[i]);
            else
                g_assert_cmpstr (shown, ==, "R&D &amp;lt; &amp;#60; &amp");
        }
        agclose (read);
    }
}

static void
test_cleaning (void)
{
    g_autofree char *clean = ent_label_clean (" a\tb\n\n c\x01\x7f\xc2\x85 \xef\xbf\xbe d\xff ");
    g_assert_cmpstr (clean, ==, "a b c d\xef\xbf\xbd");
    g_autofree char *same = ent_label_name ("arland"), *odd = ent_label_name ("ar\nland"),
                    *other = ent_label_name ("ar land");
    g_assert_cmpstr (same, ==, "arland");
    g_assert_cmpstr (other, ==, "ar land");
    g_assert_cmpstr (odd, !=, other);
}

static void
test_long_values (void)
{
    static const char *const pieces[] = { "x", "é", "\\", "\"", "&lt;" };
    for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
        GString *text = g_string_new (NULL), *out = g_string_new (NULL);
        while (text->len < 20000)
            g_string_append (text, pieces[i]);
        ent_label_quote (out, text->str);
        g_assert_cmpuint (out->len, <=, 16000 + 2);
        g_assert_cmpuint (out->len, >, ENT_LABEL_MAX - 10);
        g_assert_true (g_str_has_suffix (out->str, "…\""));
        g_assert_true (g_utf8_validate (out->str, -1, NULL));
        g_autofree char *dot = g_strdup_printf ("digraph { a [label=%s]; }", out->str);
        Agraph_t *read = agmemread (dot);
        g_assert_nonnull (read);
        agclose (read);
        g_string_free (text, TRUE);
        g_string_free (out, TRUE);
    }
    g_autofree char *exact = g_strnfill (ENT_LABEL_MAX, 'x'), *value = ent_label_value (exact);
    g_assert_cmpstr (exact, ==, value);
}

static void
test_urls (void)
{
    static const char *const bad[] = { "",
                                       "javascript:alert(1)",
                                       "JaVaScRiPt:alert(1)",
                                       "http://",
                                       " http://a",
                                       "http://a b",
                                       "http://a\"b",
                                       "ftp://a",
                                       "data:text/html,x",
                                       "http://a\\N",
                                       "http://a<b",
                                       "http://a\n",
                                       "//a.b" };
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
        g_assert_null (ent_label_url (bad[i]));
    g_autofree char *url = ent_label_url ("HTTPS://a.b/?c=1&d=2&amp;e");
    g_assert_cmpstr (url, ==, "HTTPS://a.b/?c=1&amp;d=2&amp;amp;e");
}

static void
test_edge_attributes (void)
{
    g_autoptr (Small) small = small_new ();
    small_entity (small, "arland", "Arland", ENT_STATE, NULL);
    small_entity (small, "bo-berg", "Bo Berg", ENT_OFFICIAL, "arland");
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    small_add (small, graph, "met_with", "arland", "bo-berg", 2);
    small->article.url = (char *)"javascript:alert(1)";
    small_add (small, graph, "responded_to", "bo-berg", "arland", 1);
    g_autofree char *dot = to_dot (graph, TRUE);
    g_assert_cmpstr (dot, ==,
                     "digraph \"entente\" {\n"
                     "    \"arland\" [label=\"Arland\", kind=\"state\", state=\"arland\"];\n"
                     "    \"bo-berg\" [label=\"Bo Berg\", kind=\"official\", state=\"arland\"];\n"
                     "    \"arland\" -> \"bo-berg\" [key=\"met_with:arland:bo-berg:happened\", "
                     "relation=\"met_with\", status=\"happened\", weight=\"2\", articles=\"1\", "
                     "first=\"2020-05-01\", last=\"2020-05-01\", strength=\"2.000\", dir=\"none\", "
                     "tooltip=\"One sentence. (a.txt, “Title”, 2020-05-01)\", "
                     "URL=\"http://example.org/a\"];\n"
                     "    \"bo-berg\" -> \"arland\" [key=\"responded_to:bo-berg:arland:happened\", "
                     "relation=\"responded_to\", status=\"happened\", weight=\"1\", articles=\"1\", "
                     "first=\"2020-05-01\", last=\"2020-05-01\", strength=\"1.000\", "
                     "tooltip=\"One sentence. (a.txt, “Title”, 2020-05-01)\"]\n"
                     "}\n");
}

/* The edges of each relation, counted in what libcgraph reads. */
static void
test_counts (void)
{
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) graph = small_network (small, 60);
    g_autofree char *dot = to_dot (graph, FALSE);
    Agraph_t *read = agmemread (dot);
    g_assert_cmpint (agnedges (read), ==, (int)ent_graph_n_edges (graph));
    guint met = 0, undirected = 0;
    g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
    for (Agnode_t *node = agfstnode (read); node != NULL; node = agnxtnode (read, node))
        for (Agedge_t *edge = agfstout (read, node); edge != NULL; edge = agnxtout (read, edge)) {
            met += strcmp (agget (edge, (char *)"relation"), "met_with") == 0;
            undirected += strcmp (agget (edge, (char *)"dir"), "none") == 0;
            g_assert_true (g_hash_table_add (keys, agnameof (edge)));
        }
    g_assert_cmpuint (met, ==, 15);
    g_assert_cmpuint (undirected, ==, ent_graph_n_edges (graph) - 10);
    agclose (read);
}

static void
test_same_bytes (void)
{
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) graph = small_network (small, 30);
    g_autoptr (EntGraph) again = ent_graph_new (&small->gazetteer);
    for (guint i = ent_graph_n_edges (graph); i-- > 0;) {
        const EntEdge *edge = ent_graph_edge (graph, i);
        small_add (small, again, edge->relation, ent_graph_node (graph, edge->source)->id,
                   ent_graph_node (graph, edge->target)->id, (guint)edge->weight);
    }
    g_autofree char *one = to_dot (graph, FALSE), *two = to_dot (again, FALSE);
    g_assert_cmpstr (one, ==, two);
}

static void
test_formats (void)
{
    g_assert_cmpstr (ent_export_format ("a/b.gv"), ==, "dot");
    g_assert_cmpstr (ent_export_format ("b.SVG"), ==, "svg");
    g_assert_null (ent_export_format ("b.jpeg"));
    g_assert_null (ent_export_format (".dot"));
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    g_autoptr (GError) error = NULL;
    g_assert_null (ent_export (graph, "jpeg", NULL, NULL, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_UNKNOWN);
    g_autofree char *empty = to_dot (graph, TRUE);
    g_assert_cmpstr (empty, ==, "digraph \"entente\" {\n}\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/dot/hostile-names", test_hostile_names);
    g_test_add_func ("/dot/cleaning", test_cleaning);
    g_test_add_func ("/dot/long-values", test_long_values);
    g_test_add_func ("/dot/urls", test_urls);
    g_test_add_func ("/dot/edge-attributes", test_edge_attributes);
    g_test_add_func ("/dot/counts", test_counts);
    g_test_add_func ("/dot/same-bytes", test_same_bytes);
    g_test_add_func ("/dot/formats", test_formats);
    return g_test_run ();
}

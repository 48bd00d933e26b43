/* test_picture.c - what a picture shows, and that nothing Graphviz does can hurt. */
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/child.h"
#include "export/export.h"
#include "graph/graph.h"
#include "picture/readability.h"
#include "small.h"

static guint
count_lines (const EntPicture *picture, EntLineKind kind)
{
    guint n = 0;
    for (guint i = 0; i < picture->lines->len; i++)
        n += g_array_index (picture->lines, EntLine, i).kind == kind;
    return n;
}

/* ---- the choice of lines --------------------------------------------------------------- */

static void
test_lines_that_stand_in (void)
{
    g_autoptr (Small) small = small_new ();
    small_entity (small, "arland", "Arland", ENT_STATE, NULL);
    small_entity (small, "bo-berg", "Bo Berg", ENT_OFFICIAL, "arland");
    small_entity (small, "cy-crane", "Cy Crane", ENT_OFFICIAL, NULL);
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    small_add (small, graph, "co_mention", "arland", "bo-berg", 9);   /* own state */
    small_add (small, graph, "co_mention", "bo-berg", "cy-crane", 9); /* they met */
    small_add (small, graph, "co_mention", "arland", "cy-crane", 1);  /* single, in a small graph */
    small_add (small, graph, "met_with", "bo-berg", "cy-crane", 1);
    g_autoptr (EntPicture) picture = ent_picture_new (graph);
    g_assert_cmpuint (count_lines (picture, ENT_LINE_OWN_STATE), ==, 1);
    g_assert_cmpuint (count_lines (picture, ENT_LINE_RELATION), ==, 1);
    g_assert_cmpuint (count_lines (picture, ENT_LINE_CO_MENTION), ==, 1);
    g_assert_cmpuint (picture->co_mentions_left_out, ==, 0);
    for (guint i = 0; i < picture->lines->len; i++) {
        const EntLine *line = &g_array_index (picture->lines, EntLine, i);
        if (line->kind == ENT_LINE_OWN_STATE)
            g_assert_cmpuint (line->edge->weight, ==, 9);
    }
}

static void
test_strongest (void)
{
    g_autoptr (Small) small = small_new ();
    for (guint i = 0; i < 30; i++) {
        g_autofree char *id = g_strdup_printf ("e%02u", i);
        small_entity (small, id, id, ENT_STATE, NULL);
    }
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    for (guint i = 0; i < 30; i++)
        for (guint j = i + 1; j < 30; j++) {
            g_autofree char *a = g_strdup_printf ("e%02u", i), *b = g_strdup_printf ("e%02u", j);
            small_add (small, graph, "co_mention", a, b, i == 29 || j == 29 ? 1 : 1 + (i * j) % 9);
        }
    g_autoptr (EntPicture) picture = ent_picture_new (graph);
    guint drawn = count_lines (picture, ENT_LINE_CO_MENTION);
    g_assert_cmpuint (drawn, <=, 3 * 30);
    g_assert_cmpuint (drawn + picture->co_mentions_left_out, ==, 30 * 29 / 2);
    g_assert_cmpuint (picture->nodes->len, ==, 25); /* all that e00, e09, e18, e27, e29 have is single */
    g_assert_cmpuint (picture->nodes_left_out, ==, 5);
    g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
    ent_picture_note (picture, notes);
    g_assert_cmpuint (notes->len, ==, 2);
}

/* Officials bring in their states; who is only once mentioned, or only belongs to a state, stays out. */
static void
test_who_is_shown (void)
{
    g_autoptr (Small) small = small_new ();
    small_entity (small, "arland", "Arland", ENT_STATE, NULL);
    small_entity (small, "bo-berg", "Bo Berg", ENT_OFFICIAL, "arland");
    small_entity (small, "cy-crane", "Cy Crane", ENT_OFFICIAL, "arland");
    for (guint i = 0; i < 25; i++) {
        g_autofree char *id = g_strdup_printf ("e%02u", i);
        small_entity (small, id, id, ENT_ORGANIZATION, NULL);
    }
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    small_add (small, graph, "met_with", "bo-berg", "e00", 1);
    small_add (small, graph, "co_mention", "cy-crane", "e00", 1);
    for (guint i = 0; i < 24; i++) {
        g_autofree char *a = g_strdup_printf ("e%02u", i), *b = g_strdup_printf ("e%02u", i + 1);
        small_add (small, graph, "co_mention", a, b, i < 12 ? 2 : 1);
    }
    g_autoptr (EntPicture) picture = ent_picture_new (graph);
    g_autoptr (GString) ids = g_string_new (NULL);
    for (guint i = 0; i < picture->nodes->len; i++)
        g_string_append_printf (ids, "%s ", ent_picture_node (picture, i)->id);
    g_assert_cmpstr (ids->str, ==, "bo-berg e00 e01 e02 e03 e04 e05 e06 e07 e08 e09 e10 e11 e12 arland ");
    g_assert_cmpuint (count_lines (picture, ENT_LINE_OWN_STATE), ==, 1);
    g_assert_cmpuint (picture->nodes_left_out, ==, 13);
    g_assert_cmpuint (picture->co_mentions_left_out, ==, 13);
}

/* With more states than colours, those in the picture differ, and its heaviest has the colour of its own. */
static void
test_colours (void)
{
    g_autoptr (Small) small = small_new ();
    for (guint i = 0; i < 30; i++) {
        g_autofree char *id = g_strdup_printf ("e%02u", i);
        small_entity (small, id, id, ENT_STATE, NULL);
    }
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    for (guint i = 0; i < 29; i++) {
        g_autofree char *a = g_strdup_printf ("e%02u", i), *b = g_strdup_printf ("e%02u", i + 1);
        small_add (small, graph, "co_mention", a, b, i % 5 == 0 ? 2 + i : 1);
        for (guint j = i + 2; j < 30 && i % 5 > 1;
             j++) { /* those left out weigh more than some of the drawn */
            g_autofree char *other = g_strdup_printf ("e%02u", j);
            if (j % 5 > 1)
                small_add (small, graph, "co_mention", a, other, 1);
        }
    }
    g_autoptr (EntPicture) picture = ent_picture_new (graph);
    g_assert_cmpuint (picture->nodes->len, ==, 12);
    g_autoptr (EntStyle) look = ent_style_new (graph, picture);
    g_autoptr (GHashTable) fills = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < picture->nodes->len; i++)
        g_hash_table_add (fills, g_strdup (ent_style_node (look, ent_picture_node (picture, i)).fill));
    g_assert_cmpuint (g_hash_table_size (fills), ==, 12);
    EntNodeStyle heaviest = ent_style_node (look, ent_graph_node (graph, 25));
    g_assert_cmpstr (heaviest.fill, ==, "#1565c0"); /* the second of twelve */
}

/* ---- the child process ----------------------------------------------------------------- */

static GBytes *
misbehave (gconstpointer work, GError **error)
{
    volatile guint turns = 0;
    switch (*(const char *)work) {
    case 'a':
        abort ();
    case 'e':
        exit (3);
    case 'x':
        exit (0);
    case 'h':
        for (;;)
            turns++;
    case 'm':
        for (guint i = 0; i < 500; i++)
            memset (g_malloc (1 << 20), 1, 1 << 20);
        break;
    case 'r':
        g_set_error (error, ENT_ERROR, ENT_ERROR_LAYOUT, "the reason");
        return NULL;
    }
    return g_bytes_new_take (g_strnfill (300000, 'z'), 300000);
}

static void
test_child (void)
{
    static const struct {
        const char *what, *reason;
    } cases[] = { { "a", "*Abort*" },
                  { "e", "*without a reason" },
                  { "x", "*without a reason" },
                  { "h", "*longer than 1 s" },
                  { "m", "?*" },
                  { "r", "the reason" } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        gboolean interrupted;
        if (*cases[i].what == 'm' && !ENT_CHILD_LIMITS_MEMORY)
            continue;
        g_autoptr (GBytes) bytes = ent_child_run (misbehave, cases[i].what, *cases[i].what == 'h' ? 1 : 30,
                                                  64 << 20, &interrupted, &error);
        g_assert_null (bytes);
        g_assert_error (error, ENT_ERROR, ENT_ERROR_LAYOUT);
        g_assert_true (g_pattern_match_simple (cases[i].reason, error->message));
        g_assert_false (interrupted);
    }
    gboolean interrupted;
    g_autoptr (GBytes) good = ent_child_run (misbehave, "good", 30, 64 << 20, &interrupted, NULL);
    g_assert_cmpuint (g_bytes_get_size (good), ==, 300000);
}

/* ---- pictures -------------------------------------------------------------------------- */

static GBytes *
draw (EntGraph *graph, const char *format, GPtrArray *notes)
{
    g_autoptr (GError) error = NULL;
    GBytes *bytes = ent_export (graph, format, NULL, notes, &error);
    g_assert_no_error (error);
    g_assert_nonnull (bytes);
    return bytes;
}

/* The texts of all nodes that an XPath expression finds, one a line. */
static char *
find_all (GBytes *svg, const char *expression)
{
    gsize length;
    const char *text = g_bytes_get_data (svg, &length);
    xmlDoc *document = xmlReadMemory (text, (int)length, NULL, NULL, XML_PARSE_NONET);
    g_assert_nonnull (document);
    xmlXPathContext *context = xmlXPathNewContext (document);
    xmlXPathObject *found = xmlXPathEval ((const xmlChar *)expression, context);
    GString *all = g_string_new (NULL);
    for (int i = 0; found->nodesetval != NULL && i < found->nodesetval->nodeNr; i++) {
        xmlChar *content = xmlNodeGetContent (found->nodesetval->nodeTab[i]);
        g_string_append_printf (all, "%s\n", (char *)content);
        xmlFree (content);
    }
    xmlXPathFreeObject (found);
    xmlXPathFreeContext (context);
    xmlFreeDoc (document);
    return g_string_free (all, FALSE);
}

static void
test_hostile_text (void)
{
    static const char *const names[] = { "<b>x</b>",        "\\N \\n",        "&lt; & &#60;",
                                         "a \"b\" --> ]]>", "Arland\x01\x02", "cluster" };
    g_autoptr (Small) small = small_new ();
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *id = g_strdup_printf ("cluster%u", i);
        small_entity (small, id, names[i], i == 0 ? ENT_STATE : ENT_ORGANIZATION, NULL);
    }
    g_autofree char *endless = g_strnfill (20000, 'W');
    small_entity (small, "endless", endless, ENT_STATE, NULL);
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    small->article.url = (char *)"javascript:alert(1)";
    small->article.title = (char *)"<script>&lt;\\E\\G</script>";
    for (guint i = 1; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *id = g_strdup_printf ("cluster%u", i);
        small_add (small, graph, "met_with", "cluster0", id, 1);
    }
    small->article.url = (char *)"https://example.org/?a=1&b=2";
    small_add (small, graph, "\\G<b>\x03", "cluster0", "endless", 1);
    g_autoptr (GBytes) svg = draw (graph, "svg", NULL);
    g_autofree char *texts = find_all (svg, "//*[local-name()='text']");
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *expected = i == 4 ? g_strdup ("Arland") : g_strdup (names[i]);
        g_assert_nonnull (strstr (texts, expected));
    }
    g_assert_nonnull (strstr (texts, "\\G<b>"));
    g_autofree char *links = find_all (svg, "//@*[local-name()='href']");
    g_assert_cmpstr (links, ==, "https://example.org/?a=1&b=2\n");
    g_autofree char *titles = find_all (svg, "//*[local-name()='title']");
    g_assert_nonnull (strstr (titles, "<script>&lt;\\E\\G</script>"));
}

static void
test_legend (void)
{
    g_autoptr (Small) small = small_new ();
    small_entity (small, "arland", "Arland", ENT_STATE, NULL);
    small_entity (small, "bo-berg", "Bo Berg", ENT_OFFICIAL, "arland");
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    small_add (small, graph, "met_with", "arland", "bo-berg", 1);
    g_autoptr (GBytes) svg = draw (graph, "svg", NULL);
    g_autofree char *texts = find_all (svg, "//*[local-name()='text']");
    g_assert_nonnull (strstr (texts, "met with\n"));
    g_assert_nonnull (strstr (texts, "belongs to the state\n"));
    g_assert_nonnull (strstr (texts, "official\n"));
    g_assert_null (strstr (texts, "responded to"));
    g_assert_null (strstr (texts, "mentioned together"));
    g_assert_null (strstr (texts, "organization"));
    g_autofree char *titles = find_all (svg, "//*[local-name()='title']");
    g_assert_nonnull (
        strstr (titles, "Arland – Bo Berg, met with: 1 piece of evidence in 1 article\nOne sentence.\n"));
    g_assert_null (strstr (titles, "legend"));
    g_autofree char *attributes = find_all (svg, "//@*[local-name()='title']");
    g_assert_cmpstr (attributes, ==, "");
    g_autoptr (EntGraph) none = ent_graph_new (&small->gazetteer);
    g_autoptr (GBytes) empty = draw (none, "svg", NULL);
    g_autofree char *said = find_all (empty, "//*[local-name()='text']");
    g_assert_nonnull (strstr (said, "nothing to draw"));
}

static void
test_same_bytes (void)
{
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) graph = small_network (small, 25);
    g_autoptr (EntGraph) again = ent_graph_new (&small->gazetteer);
    for (guint i = ent_graph_n_edges (graph); i-- > 0;) {
        const EntEdge *edge = ent_graph_edge (graph, i);
        small_add (small, again, edge->relation, ent_graph_node (graph, edge->source)->id,
                   ent_graph_node (graph, edge->target)->id, (guint)edge->weight);
    }
    static const char *const formats[] = { "svg", "png", "pdf" };
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
        g_autoptr (GBytes) one = draw (graph, formats[i], NULL), two = draw (again, formats[i], NULL);
        g_assert_true (g_bytes_equal (one, two));
    }
    g_autoptr (GBytes) pdf = draw (graph, "pdf", NULL);
    gsize length;
    g_assert_null (g_strstr_len (g_bytes_get_data (pdf, &length), (gssize)length, "CreationDate"));
}

static void
test_fallback (void)
{
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) graph = small_network (small, 12);
    g_autoptr (EntPicture) picture = ent_picture_new (graph);
    g_autoptr (EntStyle) look = ent_style_new (graph, picture);
    g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) error = NULL;
    EntExportOptions options = { 0 };
    EntPlacement placing = { picture, look, "no-such-engine", 1, 0 };
    g_autoptr (GBytes) places = ent_export_places (&placing, &options, notes, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (g_bytes_get_size (places), ==, picture->nodes->len * sizeof (EntBox));
    g_assert_cmpuint (notes->len, ==, 1);
    g_assert_true (g_str_has_prefix (notes->pdata[0], "layout no-such-engine failed ("));
    placing.engine = NULL;
    g_autoptr (GBytes) rows = ent_export_places (&placing, &options, notes, &error);
    g_assert_no_error (error);
    g_assert_nonnull (rows);
    g_assert_cmpuint (notes->len, ==, 1);
}

/* All formats show one placing, until evidence comes in. */
static void
test_places_kept (void)
{
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) graph = small_network (small, 12);
    g_assert_null (ent_graph_places (graph, NULL));
    g_autoptr (GBytes) svg = draw (graph, "svg", NULL);
    g_autoptr (GBytes) places = ent_graph_places (graph, NULL);
    g_assert_nonnull (places);
    g_assert_null (ent_graph_places (graph, "neato"));
    g_autoptr (GBytes) again = draw (graph, "svg", NULL);
    g_assert_true (g_bytes_equal (svg, again));
    small_add (small, graph, "met_with", "e00003", "e00007", 1);
    g_assert_null (ent_graph_places (graph, NULL));
}

static void
test_layouts (void)
{
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) graph = small_network (small, 12);
    g_autoptr (GError) error = NULL;
    EntExportOptions options = { .layout = "neto" };
    g_assert_null (ent_export (graph, "svg", &options, NULL, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_UNKNOWN);
    g_assert_nonnull (strstr (error->message, "'neto'; expected one of dot, neato"));
    static const char *const engines[] = { "dot", "fdp", "sfdp", "circo", "twopi", "osage", "patchwork" };
    for (guint i = 0; i < G_N_ELEMENTS (engines); i++) {
        g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
        options.layout = engines[i];
        g_autoptr (GBytes) svg = ent_export (graph, "svg", &options, notes, NULL);
        g_assert_nonnull (svg);
        g_assert_cmpuint (notes->len, ==, 0);
    }
}

static void
test_large (void)
{
    static const guint sizes[] = { 300, 6000 };
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
        g_autoptr (Small) small = small_new ();
        g_autoptr (EntGraph) graph = small_network (small, sizes[i]);
        g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
        g_autoptr (GBytes) svg = draw (graph, "svg", notes);
        g_assert_cmpuint (notes->len, >=, 1);
        g_assert_null (strstr (notes->pdata[0], "failed"));
        g_autofree char *texts = find_all (svg, "//*[local-name()='text']");
        g_assert_nonnull (strstr (texts, "not drawn: "));
        g_assert_true ((strstr (texts, "entities with weak ties") != NULL) == (sizes[i] > 5000));
    }
}

/* ---- the judgement of layouts ---------------------------------------------------------- */

static void
test_polish (void)
{
    EntBox boxes[] = { { 0, 0, 40, 20 }, { 300, 200, 40, 20 }, { 300, 0, 40, 20 }, { 0, 200, 40, 20 } };
    const EntSegment crossed[] = { { 0, 1, 1, 1, 1 }, { 2, 3, 1, 1, 1 } },
                     apart[] = { { 0, 2, 1, 1, 1 }, { 1, 3, 1, 1, 1 } };
    EntReadability bad = { boxes, 4, crossed, 2, 500, 400 }, good = { boxes, 4, apart, 2, 500, 400 };
    double before = ent_readability_cost (&bad);
    g_assert_cmpfloat (ent_readability_cost (&good), <, before);
    ent_readability_polish (&bad, 100);
    g_assert_cmpfloat (ent_readability_cost (&bad), <, before - 1);
    EntBox in_line[] = { { 0, 0, 40, 20 }, { 200, 0, 40, 20 }, { 100, 0, 40, 20 } };
    EntBox bent[] = { { 0, 0, 40, 20 }, { 200, 0, 40, 20 }, { 100, 90, 40, 20 } };
    EntReadability behind = { in_line, 3, crossed, 1, 500, 400 }, clear = { bent, 3, crossed, 1, 500, 400 };
    g_assert_cmpfloat (ent_readability_cost (&clear), <, ent_readability_cost (&behind));
    g_assert_true (ent_readability_blocked (&behind, &crossed[0]));
    g_assert_false (ent_readability_blocked (&clear, &crossed[0]));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/picture/stand-in", test_lines_that_stand_in);
    g_test_add_func ("/picture/strongest", test_strongest);
    g_test_add_func ("/picture/who-is-shown", test_who_is_shown);
    g_test_add_func ("/picture/colours", test_colours);
    g_test_add_func ("/picture/places-kept", test_places_kept);
    g_test_add_func ("/picture/child", test_child);
    g_test_add_func ("/picture/hostile-text", test_hostile_text);
    g_test_add_func ("/picture/legend", test_legend);
    g_test_add_func ("/picture/same-bytes", test_same_bytes);
    g_test_add_func ("/picture/fallback", test_fallback);
    g_test_add_func ("/picture/layouts", test_layouts);
    g_test_add_func ("/picture/large", test_large);
    g_test_add_func ("/picture/polish", test_polish);
    return g_test_run ();
}

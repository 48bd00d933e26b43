/* test_graph.c - evidence gathered into nodes and edges. */
#include "small.h"

static Small *
three (void)
{
    Small *small = small_new ();
    small_entity (small, "arland", "Arland", ENT_STATE, NULL);
    small_entity (small, "bo-berg", "Bo Berg", ENT_OFFICIAL, "arland");
    small_entity (small, "corland", "Corland", ENT_STATE, NULL);
    return small;
}

static void
test_counts (void)
{
    g_autoptr (Small) small = three ();
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    small_add (small, graph, "met_with", "bo-berg", "corland", 2);
    small_add (small, graph, "responded_to", "corland", "bo-berg", 1);
    small_add (small, graph, "co_mention", "corland", "arland", 3); /* the wrong way round */
    g_assert_cmpuint (ent_graph_n_nodes (graph), ==, 3);
    g_assert_cmpuint (ent_graph_n_edges (graph), ==, 3);
    const EntEdge *edge = ent_graph_edge (graph, 0);
    g_assert_cmpstr (edge->relation, ==, "co_mention");
    g_assert_cmpstr (ent_graph_node (graph, edge->source)->id, ==, "arland");
    g_assert_cmpuint (edge->weight, ==, 3);
    g_assert_cmpuint (edge->articles, ==, 1);
    edge = ent_graph_edge (graph, 2);
    g_assert_cmpstr (edge->relation, ==, "responded_to");
    g_assert_true (edge->directed);
    g_assert_cmpstr (ent_graph_node (graph, edge->source)->id, ==, "corland");
    const EntNode *node = ent_graph_node (graph, 1);
    g_assert_cmpstr (node->label, ==, "Bo Berg");
    g_assert_cmpstr (node->state, ==, "arland");
    g_assert_cmpuint (node->weight, ==, 3);
    g_assert_cmpstr (ent_graph_node (graph, 0)->state, ==, "arland");
}

/* A sentence of n adds one to the weight of each of its pairs, and one in all for each entity to their strengths. */
static void
test_sentences (void)
{
    static const EntNamed named[] = { { .id = "arland" }, { .id = "bo-berg" }, { .id = "corland" } };
    g_autoptr (Small) small = three ();
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    EntCoMention sentence = { .article = &small->article, .text = "S.", .named = named, .n_named = 3 };
    ent_graph_add_sentence (graph, &sentence);
    sentence.n_named = 2;
    ent_graph_add_sentence (graph, &sentence);
    sentence.named = NULL; /* a list */
    ent_graph_add_row (graph, &(EntEvidenceRow){ &small->article, &sentence, NULL });
    g_assert_cmpuint (ent_graph_n_crowded (graph), ==, 1);
    g_assert_cmpuint (ent_graph_n_edges (graph), ==, 3);
    const EntEdge *two = ent_graph_edge (graph, 0), *one = ent_graph_edge (graph, 1);
    g_assert_cmpuint (two->weight, ==, 2);
    g_assert_cmpfloat (two->strength, ==, 1.5);
    g_assert_cmpuint (two->articles, ==, 1);
    g_assert_cmpuint (one->weight, ==, 1);
    g_assert_cmpfloat (one->strength, ==, 0.5);
    small_add (small, graph, "met_with", "bo-berg", "corland", 2);
    g_assert_cmpfloat (ent_graph_edge (graph, 3)->strength, ==, 2);
}

/* Thirds and fifths in any order make the same strength to the last bit. */
static void
test_order_of_strength (void)
{
    static const EntNamed named[] = { { .id = "a" }, { .id = "b" }, { .id = "c" },
                                      { .id = "d" }, { .id = "e" }, { .id = "f" } };
    g_autoptr (Small) small = three ();
    g_autoptr (EntGraph) one = ent_graph_new (&small->gazetteer), other = ent_graph_new (&small->gazetteer);
    for (guint i = 0; i < 100; i++) {
        EntCoMention sentence = { .article = &small->article, .text = "S.", .named = named };
        sentence.n_named = 2 + i % 5;
        ent_graph_add_sentence (one, &sentence);
        sentence.n_named = 2 + (99 - i) % 5;
        ent_graph_add_sentence (other, &sentence);
    }
    g_assert_cmpfloat (ent_graph_edge (one, 0)->strength, ==, ent_graph_edge (other, 0)->strength);
    g_assert_cmpfloat_with_epsilon (ent_graph_edge (one, 0)->strength,
                                    20 * (1 + 1 / 2. + 1 / 3. + 1 / 4. + 1 / 5.), 1e-6);
}

static void
test_unknown_id (void)
{
    g_autoptr (Small) small = three ();
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    small_add (small, graph, "met_with", "arland", "stranger", 1);
    const EntNode *node = ent_graph_node (graph, 1);
    g_assert_cmpstr (node->label, ==, "stranger");
    g_assert_cmpint (node->kind, ==, ENT_ORGANIZATION);
    g_assert_null (node->state);
}

static void
test_status_tells_apart (void)
{
    g_autoptr (Small) small = three ();
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    for (EntStatus status = ENT_HAPPENED; status < ENT_N_STATUSES; status++) {
        EntEvidence evidence = { .article = &small->article,
                                 .relation = "met_with",
                                 .source = "arland",
                                 .target = "corland",
                                 .status = status,
                                 .sentence = "S.",
                                 .text = "S.",
                                 .rule = "" };
        ent_graph_add (graph, &evidence);
    }
    g_assert_cmpuint (ent_graph_n_edges (graph), ==, 3);
    g_assert_cmpint (ent_graph_edge (graph, 2)->status, ==, ENT_DENIED);
}

/* Adds one piece of evidence of article number i. */
static void
add_article (EntGraph *graph, guint i)
{
    static const struct {
        const char *path;
        EntDate date;
        gsize start;
    } articles[] = { { "d", { 0, 0, 0 }, 1 },
                     { "c", { 2019, 3, 0 }, 9 },
                     { "b", { 2019, 2, 7 }, 5 },
                     { "a", { 2019, 2, 7 }, 8 },
                     { "e", { 2021, 0, 0 }, 2 } };
    g_autofree char *sentence = g_strdup_printf ("Sentence of %s.", articles[i].path);
    EntCitation article = { .number = i,
                            .path = (char *)articles[i].path,
                            .sha256 = (char *)"0",
                            .title = (char *)"",
                            .url = (char *)"",
                            .date = articles[i].date };
    EntEvidence evidence = { .article = &article,
                             .relation = "met_with",
                             .source = "arland",
                             .target = "corland",
                             .sentence = "<p>raw",
                             .text = sentence,
                             .rule = "" };
    evidence.span.start = articles[i].start;
    ent_graph_add (graph, &evidence);
}

static void
test_order_does_not_show (void)
{
    g_autoptr (Small) small = three ();
    for (guint turn = 0; turn < 5; turn++) {
        g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
        for (guint i = 0; i < 5; i++)
            add_article (graph, turn % 2 == 0 ? (i + turn) % 5 : (turn + 4 - i) % 5);
        const EntEdge *edge = ent_graph_edge (graph, 0);
        g_assert_cmpstr (edge->path, ==, "a");
        g_assert_cmpstr (edge->sentence, ==, "Sentence of a.");
        g_assert_cmpuint (edge->articles, ==, 5);
        g_assert_cmpuint (edge->first.month, ==, 2);
        g_assert_cmpuint (edge->last.year, ==, 2021);
    }
}

static void
test_undated (void)
{
    g_autoptr (Small) small = three ();
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    add_article (graph, 0);
    g_assert_cmpuint (ent_graph_edge (graph, 0)->first.year, ==, 0);
    add_article (graph, 4);
    g_assert_cmpstr (ent_graph_edge (graph, 0)->path, ==, "e");
    g_assert_cmpuint (ent_graph_edge (graph, 0)->first.year, ==, 2021);
}

static void
test_filter (void)
{
    g_autoptr (Small) small = three ();
    g_autoptr (EntGraph) graph = ent_graph_new (&small->gazetteer);
    small_add (small, graph, "co_mention", "arland", "corland", 5);
    small_add (small, graph, "met_with", "arland", "bo-berg", 2);
    small_add (small, graph, "responded_to", "arland", "bo-berg", 1);
    EntFilter filter = ENT_FILTER_DEFAULT;
    filter.co_mentions = FALSE;
    g_autoptr (EntGraph) relations = ent_graph_filter (graph, &filter);
    g_assert_cmpuint (ent_graph_n_edges (relations), ==, 2);
    g_assert_cmpuint (ent_graph_n_nodes (relations), ==, 2);
    g_assert_cmpuint (ent_graph_node (relations, 0)->weight, ==, 3);
    filter.min_weight = 2;
    g_autoptr (EntGraph) heavy = ent_graph_filter (graph, &filter);
    g_assert_cmpuint (ent_graph_n_edges (heavy), ==, 1);
    g_assert_cmpstr (ent_graph_edge (heavy, 0)->sentence, ==, "One sentence.");
    const char *const only[] = { "responded_to", NULL };
    filter = (EntFilter)ENT_FILTER_DEFAULT;
    filter.relations = only;
    g_autoptr (EntGraph) named = ent_graph_filter (graph, &filter);
    g_assert_cmpuint (ent_graph_n_edges (named), ==, 1); /* without co-mentions, which are not named */
    g_assert_cmpuint (ent_graph_n_edges (graph), ==, 3);
}

/* Sums found by going through the evidence once more. */
static void
test_against_plain_counting (void)
{
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) graph = small_network (small, 40);
    guint64 edges = 0, nodes = 0, expected = 0;
    for (guint i = 0; i < 40; i++)
        expected += 1 + i % 5 + 1 + i % 3 + (i % 4 == 0) + (i % 6 == 0);
    for (guint i = 0; i < ent_graph_n_edges (graph); i++)
        edges += ent_graph_edge (graph, i)->weight;
    for (guint i = 0; i < ent_graph_n_nodes (graph); i++)
        nodes += ent_graph_node (graph, i)->weight;
    g_assert_cmpuint (edges, ==, expected);
    guint64 loops = 0;
    for (guint i = 0; i < 40; i++)
        loops += (i * 7 + 3) % 40 == i ? 1 + i % 5 : 0;
    g_assert_cmpuint (nodes, ==, 2 * expected - loops);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/graph/counts", test_counts);
    g_test_add_func ("/graph/sentences", test_sentences);
    g_test_add_func ("/graph/order-of-strength", test_order_of_strength);
    g_test_add_func ("/graph/unknown-id", test_unknown_id);
    g_test_add_func ("/graph/status", test_status_tells_apart);
    g_test_add_func ("/graph/order", test_order_does_not_show);
    g_test_add_func ("/graph/undated", test_undated);
    g_test_add_func ("/graph/filter", test_filter);
    g_test_add_func ("/graph/plain-counting", test_against_plain_counting);
    return g_test_run ();
}

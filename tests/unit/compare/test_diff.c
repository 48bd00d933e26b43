/* test_compare.c - what became of entities, nodes and edges between two gazetteers and their networks. */
#include "reading.h"
#include "small.h"

/* "- a", "+ b", "a > b", one for each change, with commas between them. */
static char *
changes_of (const char *before_text, const char *after_text)
{
    g_autoptr (EntGazetteer) before = reading_gazetteer_of (before_text);
    g_autoptr (EntGazetteer) after = reading_gazetteer_of (after_text);
    g_autoptr (GArray) changes = ent_gazetteer_compare (before, after);
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < changes->len; i++) {
        const EntEntityChange *change = &g_array_index (changes, EntEntityChange, i);
        g_string_append (text, i > 0 ? ", " : "");
        if (change->change == ENT_CHANGED)
            g_string_append_printf (text, "%s > %s", change->before->id, change->after->id);
        else
            g_string_append_printf (text, "%c %s", change->change == ENT_ADDED ? '+' : '-',
                                    change->after != NULL ? change->after->id : change->before->id);
    }
    return g_string_free (text, FALSE);
}

static void
test_entities (void)
{
    static const struct {
        const char *before, *after, *changes;
    } cases[] = {
        { "states: {a: {name: Aland}}", "states: {a: {name: Aland, demonyms: [Alander]}}", "" },
        { "states: {a: {name: Aland}}", "states: {a: {name: Beland}}", "a > a" },
        { "states: {a: {name: Aland}}", "states: {b: {name: Aland}}", "a > b" },
        { "states: {a: {name: Aland}}", "states: {b: {name: Beland, aliases: [Aland]}}", "a > b" },
        { "states: {a: {name: Aland, aliases: [Beland]}}", "states: {b: {name: Beland}}", "a > b" },
        { "states: {a: {name: Aland}}", "states: {b: {name: Beland}}", "- a, + b" },
        /* another kind is another entity */
        { "states: {a: {name: Aland}}", "organizations: {b: {name: Aland}}", "- a, + b" },
        /* the same id is the same entity, though another goes by its name now */
        { "states: {a: {name: Aland}}", "states: {a: {name: Beland}, b: {name: Aland}}", "a > a, + b" },
        { "states: {a: {name: Aland}, b: {name: Beland}}", "states: {b: {name: Aland}}", "- a, b > b" },
        /* one only can be the same */
        { "states: {a: {name: Aland, aliases: [Aya]}}", "states: {b: {name: Aland}, c: {name: Aya}}",
          "a > b, + c" },
        { "officials: {x: {name: Bo Berg}}", "officials: {y: {name: Bo Berg, aliases: [Bosse]}}", "x > y" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *changes = changes_of (cases[i].before, cases[i].after);
        g_assert_cmpstr (changes, ==, cases[i].changes);
    }
}

/* "met_with a b 1 2 changed" */
static void
assert_edge (EntGraph *graph, guint index, const char *expected)
{
    const EntEdge *edge = ent_graph_edge (graph, index);
    g_autofree char *text =
        g_strdup_printf ("%s %s %s %u %u %s", edge->relation, ent_graph_node (graph, edge->source)->id,
                         ent_graph_node (graph, edge->target)->id, (guint)edge->before, (guint)edge->weight,
                         ent_change_name (edge->change));
    g_assert_cmpstr (text, ==, expected);
}

static void
test_graphs (void)
{
    g_autoptr (EntGazetteer) older =
        reading_gazetteer_of ("states: {a: {name: Aland}, c: {name: Celand}, x: {name: Xland}}\nofficials: "
                              "{d: {name: Di Do, state: x}}");
    g_autoptr (EntGazetteer) newer =
        reading_gazetteer_of ("states: {z: {name: Aland}, c: {name: Celand}, n: {name: Neland}}");
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) before = ent_graph_new (older), after = ent_graph_new (newer);
    small_add (small, before, "met_with", "a", "c", 2); /* c and z now */
    small_add (small, after, "met_with", "c", "z", 3);
    small_add (small, before, "responded_to", "a", "c", 1); /* directed: z to c */
    small_add (small, after, "responded_to", "z", "c", 1);
    small_add (small, after, "responded_to", "c", "z", 1);
    small_add (small, before, "met_with", "c", "d", 4);
    small_add (small, after, "co_mention", "c", "n", 1);
    g_autoptr (EntGraph) graph = ent_graph_compare (before, after);
    g_assert_cmpuint (ent_graph_n_edges (graph), ==, 5);
    assert_edge (graph, 0, "co_mention c n 0 1 added");
    assert_edge (graph, 1, "met_with c d 4 0 removed");
    assert_edge (graph, 2, "met_with c z 2 3 changed");
    assert_edge (graph, 3, "responded_to c z 0 1 added");
    assert_edge (graph, 4, "responded_to z c 1 1 same");
    static const EntChange changes[] = { ENT_SAME, ENT_REMOVED, ENT_ADDED, ENT_CHANGED };
    g_assert_cmpuint (ent_graph_n_nodes (graph), ==, G_N_ELEMENTS (changes));
    for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        g_assert_cmpint (ent_graph_node (graph, i)->change, ==, changes[i]);
    const EntNode *gone = ent_graph_node (graph, 1);
    g_assert_cmpstr (gone->label, ==, "Di Do");
    g_assert_cmpint (gone->kind, ==, ENT_OFFICIAL);
    g_assert_cmpstr (gone->state, ==, "x");
}

/* Nobody knows its state any more; and no layout must be needed to draw it. */
static void
test_dot_of_a_removed_state (void)
{
    g_autoptr (EntGazetteer) older = reading_gazetteer_of (
        "states: {c: {name: Celand}, x: {name: Xland}}\nofficials: {d: {name: Di Do, state: x}}");
    g_autoptr (EntGazetteer) newer = reading_gazetteer_of ("states: {c: {name: Celand}}");
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) before = ent_graph_new (older), after = ent_graph_new (newer);
    small_add (small, before, "met_with", "c", "d", 1);
    g_autoptr (EntGraph) graph = ent_graph_compare (before, after);
    g_autoptr (GBytes) bytes = ent_export (graph, "dot", NULL, NULL, NULL);
    g_autofree char *dot = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    g_assert_nonnull (strstr (dot, "change=\"removed\", before=\"1\""));
    g_assert_nonnull (strstr (dot, "style=\"dashed\""));
}

/* A comparison of a network with itself changes nothing, and of any two it adds up. */
static void
test_sums (void)
{
    g_autoptr (Small) small = small_new ();
    g_autoptr (EntGraph) before = small_network (small, 60), after = ent_graph_new (&small->gazetteer);
    guint64 sums[2] = { 0 }, expected[2] = { 0 };
    for (guint i = 0; i < 59; i++) {
        static const char *const relations[] = { "met_with", "co_mention", "co_mention" };
        small_add (small, after, relations[i % 3], ent_gazetteer_entity (&small->gazetteer, i)->id,
                   ent_gazetteer_entity (&small->gazetteer, i + 1)->id, 1 + i % 4);
    }
    for (guint i = 0; i < ent_graph_n_edges (before); i++)
        expected[0] += ent_graph_edge (before, i)->weight;
    for (guint i = 0; i < ent_graph_n_edges (after); i++)
        expected[1] += ent_graph_edge (after, i)->weight;
    g_autoptr (EntGraph) graph = ent_graph_compare (before, after);
    for (guint i = 0; i < ent_graph_n_edges (graph); i++) {
        const EntEdge *edge = ent_graph_edge (graph, i);
        EntChange change = edge->before == 0              ? ENT_ADDED
                           : edge->weight == 0            ? ENT_REMOVED
                           : edge->before == edge->weight ? ENT_SAME
                                                          : ENT_CHANGED;
        g_assert_cmpint (edge->change, ==, change);
        sums[0] += edge->before;
        sums[1] += edge->weight;
    }
    g_assert_cmpuint (sums[0], ==, expected[0]);
    g_assert_cmpuint (sums[1], ==, expected[1]);
    g_autoptr (EntGraph) same = ent_graph_compare (before, before);
    for (guint i = 0; i < ent_graph_n_edges (same); i++)
        g_assert_cmpint (ent_graph_edge (same, i)->change, ==, ENT_SAME);
}

/* The same sentence twice in an article counts twice, and each with its own place. */
static void
test_repeated_sentences (void)
{
    g_autoptr (EntGazetteer) gazetteer =
        reading_gazetteer_of ("states: {a: {name: Aland}, b: {name: Beland}}");
    g_autoptr (EntDiff) diff = ent_diff_new (gazetteer, gazetteer);
    EntCitation article = {
        .path = (char *)"a.txt", .sha256 = (char *)"0", .title = (char *)"", .url = (char *)""
    };
    EntEvidence evidence = { .article = &article,
                             .relation = "met_with",
                             .source = "a",
                             .target = "b",
                             .sentence = "A met B.",
                             .text = "A met B.",
                             .rule = "verb.active" };
    const EntEvidenceRow row = { &article, NULL, &evidence };
    for (guint i = 0; i < 3; i++) {
        evidence.span = (EntSpan){ 10 * i, 10 * i + 8 };
        evidence.line = i + 1;
        ent_diff_add_older (diff, &row);
    }
    evidence.span = (EntSpan){ 100, 108 };
    evidence.line = 9;
    ent_diff_add_newer (diff, &row);
    const EntChanges *changes = ent_diff_finish (diff);
    g_assert_cmpuint (changes->edges->len, ==, 1);
    const EntEdgeChange *edge = &g_array_index (changes->edges, EntEdgeChange, 0);
    g_assert_cmpuint (edge->edge->before, ==, 3);
    g_assert_cmpuint (edge->edge->weight, ==, 1);
    g_assert_cmpuint (edge->evidence->len, ==, 2);
    g_assert_cmpuint (g_array_index (edge->evidence, EntEvidenceChange, 0).line, ==, 2);
    g_assert_cmpuint (g_array_index (edge->evidence, EntEvidenceChange, 1).line, ==, 3);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/compare/entities", test_entities);
    g_test_add_func ("/compare/graphs", test_graphs);
    g_test_add_func ("/compare/removed-state", test_dot_of_a_removed_state);
    g_test_add_func ("/compare/sums", test_sums);
    g_test_add_func ("/compare/repeated-sentences", test_repeated_sentences);
    return g_test_run ();
}

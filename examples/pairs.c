/* pairs.c - a small program on the library: who met whom in some articles, a pair a line.
 *
 * Usage: pairs GAZETTEER ARTICLE...
 * Outside this tree: cc pairs.c -o pairs $(pkg-config --cflags --libs entente)
 */
#include <entente.h>
#include <stdio.h>
#include <string.h>

/* Adds the article's evidence to the graph. */
static gboolean
read_article (const EntReader *reader, const char *path, EntGraph *graph, GError **error)
{
    g_autoptr (EntArticle) article = ent_article_read (path, error);
    if (article == NULL)
        return FALSE;
    g_autoptr (EntReading) reading = ent_read (reader, article);
    for (guint i = 0; i < reading->evidence->len; i++)
        ent_graph_add (graph, &g_array_index (reading->evidence, EntEvidence, i));
    return TRUE;
}

static void
print_pairs (EntGraph *graph)
{
    for (guint i = 0; i < ent_graph_n_edges (graph); i++) {
        const EntEdge *edge = ent_graph_edge (graph, i);
        if (strcmp (edge->relation, "met_with") != 0 || edge->status != ENT_HAPPENED)
            continue;
        g_autofree char *first = ent_date_format (edge->first);
        printf ("%s - %s\t%" G_GUINT64_FORMAT "\t%s\n", ent_graph_node (graph, edge->source)->label,
                ent_graph_node (graph, edge->target)->label, edge->articles, first);
    }
}

int
main (int argc, char **argv)
{
    if (argc < 3) {
        fprintf (stderr, "usage: pairs GAZETTEER ARTICLE...\n");
        return 2;
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (EntGazetteer) gazetteer =
        ent_gazetteer_load ((const char *const[]){ argv[1], NULL }, findings, &error);
    if (gazetteer == NULL) {
        fprintf (stderr, "pairs: %s\n", error->message);
        return 1;
    }
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntGraph) graph = ent_graph_new (gazetteer);
    for (int i = 2; i < argc; i++)
        if (!read_article (reader, argv[i], graph, &error)) {
            fprintf (stderr, "pairs: %s\n", error->message);
            return 1;
        }
    print_pairs (graph);
    return 0;
}

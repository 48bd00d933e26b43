/* small.h - a gazetteer and graphs made by hand, for the tests of graphs and exports. */
#ifndef ENT_TEST_SMALL_H
#define ENT_TEST_SMALL_H

#include <string.h>

#include "gazetteer/gazetteer.h"

typedef struct {
    EntGazetteer gazetteer;
    EntCitation article; /* of the evidence that small_add makes */
} Small;

/* Entities must be added in the order of their ids. `state` is an id added before, or NULL. */
static inline void
small_entity (Small *small, const char *id, const char *name, EntKind kind, const char *state)
{
    GArray *entities = small->gazetteer.entities;
    EntEntity entity = { .id = g_strdup (id), .name = g_strdup (name), .kind = kind, .state = ENT_NONE };
    for (guint i = 0; state != NULL && i < entities->len; i++)
        if (strcmp (g_array_index (entities, EntEntity, i).id, state) == 0)
            entity.state = i;
    g_array_append_val (entities, entity);
}

static inline Small *
small_new (void)
{
    Small *small = g_new0 (Small, 1);
    small->gazetteer.entities = g_array_new (FALSE, FALSE, sizeof (EntEntity));
    small->article = (EntCitation){ .number = 1,
                                    .path = (char *)"a.txt",
                                    .sha256 = (char *)"0",
                                    .title = (char *)"Title",
                                    .url = (char *)"http://example.org/a",
                                    .date = { 2020, 5, 1 } };
    return small;
}

static inline void
small_free (Small *small)
{
    for (guint i = 0; i < small->gazetteer.entities->len; i++) {
        g_free ((char *)g_array_index (small->gazetteer.entities, EntEntity, i).id);
        g_free ((char *)g_array_index (small->gazetteer.entities, EntEntity, i).name);
    }
    g_array_unref (small->gazetteer.entities);
    g_free (small);
}

/* `times` pieces of evidence from the present article. "responded_to" is directed. */
static inline void
small_add (const Small *small, EntGraph *graph, const char *relation, const char *source, const char *target,
           guint times)
{
    EntEvidence evidence = { .article = &small->article,
                             .relation = relation,
                             .source = source,
                             .target = target,
                             .directed = strcmp (relation, "responded_to") == 0,
                             .sentence = "One  sentence.",
                             .text = "One sentence.",
                             .rule = "" };
    for (guint i = 0; i < times; i++)
        ent_graph_add (graph, &evidence);
}

/* A network of n entities, of which one in ten is a state; every other belongs to a state, is
 * mentioned with the next ones, and met or answered some. */
static inline EntGraph *
small_network (Small *small, guint n)
{
    g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < n; i++) {
        char *id = g_strdup_printf ("e%05u", i);
        g_autofree char *name = g_strdup_printf ("Entity %u", i);
        gboolean state = i % 10 == 0;
        small_entity (small, id, name,
                      state         ? ENT_STATE
                      : i % 10 == 9 ? ENT_ORGANIZATION
                                    : ENT_OFFICIAL,
                      state ? NULL : ids->pdata[i - i % 10]);
        g_ptr_array_add (ids, id);
    }
    EntGraph *graph = ent_graph_new (&small->gazetteer);
    for (guint i = 0; i < n; i++) {
        small_add (small, graph, "co_mention", ids->pdata[i], ids->pdata[(i * 7 + 3) % n], 1 + i % 5);
        small_add (small, graph, "co_mention", ids->pdata[i], ids->pdata[(i + 1) % n], 1 + i % 3);
        if (i % 4 == 0)
            small_add (small, graph, "met_with", ids->pdata[i], ids->pdata[(i + 13) % n], 1);
        if (i % 6 == 0)
            small_add (small, graph, "responded_to", ids->pdata[i], ids->pdata[(i + 2) % n], 1);
    }
    return graph;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Small, small_free)

#endif

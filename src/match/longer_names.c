/* longer_names.c - the names of data/longer.yaml, and those of the states of the world (data/states.yaml) that the
 * gazetteer lacks: Guinea-Bissau is not Guinea. */
#include "longer_names.h"

#include <string.h>

#include "base/yaml.h"
#include "text/name_fold.h"

/* The folded names of the gazetteer's states, by whatever kind. */
static GHashTable *
names_of_states (const EntGazetteer *gazetteer)
{
    GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; gazetteer->entities != NULL && i < gazetteer->names->len; i++) {
        const EntName *name = &g_array_index (gazetteer->names, EntName, i);
        if (name->entity != ENT_NONE &&
            g_array_index (gazetteer->entities, EntEntity, name->entity).kind == ENT_STATE)
            g_hash_table_add (names, ent_name_fold (name->text));
    }
    return names;
}

/* Whether some words of the folded name, but not all, are one of the names. */
static gboolean
holds_one (GHashTable *names, const char *folded)
{
    g_autofree char *part = g_malloc (strlen (folded) + 1);
    for (const char *start = folded; start != NULL;) {
        const char *end = start;
        while ((end = strchr (end + 1, ' ')) != NULL || start > folded) {
            gsize n = end != NULL ? (gsize)(end - start) : strlen (start);
            memcpy (part, start, n);
            part[n] = '\0';
            if (g_hash_table_contains (names, part))
                return TRUE;
            if (end == NULL)
                break;
        }
        start = strchr (start, ' ');
        if (start != NULL)
            start++;
    }
    return FALSE;
}

/* A text, or each of a list. */
static void
take_names (GPtrArray *longer, GHashTable *names, const EntYaml *node)
{
    if (node == NULL)
        return;
    const EntYaml *end = ent_yaml_end (node);
    for (const EntYaml *item = ent_yaml_first (node); item != end; item = ent_yaml_next (item))
        take_names (longer, names, item);
    if (node->text == NULL)
        return;
    g_autofree char *folded = ent_name_fold (node->text);
    if (holds_one (names, folded))
        g_ptr_array_add (longer, g_strdup (node->text));
}

/* Whether the node, or one of a list, is one of the names. */
static gboolean
is_one_of_them (GHashTable *names, const EntYaml *node)
{
    if (node == NULL)
        return FALSE;
    const EntYaml *end = ent_yaml_end (node);
    for (const EntYaml *item = ent_yaml_first (node); item != end; item = ent_yaml_next (item))
        if (is_one_of_them (names, item))
            return TRUE;
    g_autofree char *folded = ent_name_fold (node->text != NULL ? node->text : "");
    return g_hash_table_contains (names, folded);
}

/* A state that the gazetteer lacks. */
static void
take_state (GPtrArray *longer, GHashTable *names, const EntYaml *body)
{
    static const char *const keys[] = { "name", "demonyms",
                                        "metonyms" }; /* the Republic of China is an alias */
    if (is_one_of_them (names, ent_yaml_get (body, "name")) ||
        is_one_of_them (names, ent_yaml_get (body, "aliases")))
        return;
    for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
        take_names (longer, names, ent_yaml_get (body, keys[i]));
}

GPtrArray *
ent_longer_names (const EntGazetteer *gazetteer)
{
    GPtrArray *longer = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GHashTable) names = names_of_states (gazetteer);
    if (g_hash_table_size (names) == 0)
        return longer;
    g_autoptr (GStringChunk) strings = g_string_chunk_new (16384);
    g_autoptr (EntYaml) document = ent_yaml_built_in ("longer.yaml", strings);
    take_names (longer, names, ent_yaml_get (document, "longer_names"));
    g_autoptr (EntYaml) world = ent_yaml_built_in ("states.yaml", strings);
    const EntYaml *states = ent_yaml_get (world, "states"), *end = ent_yaml_end (states);
    for (const EntYaml *id = ent_yaml_first (states); id != end; id = ent_yaml_next (id + 1))
        take_state (longer, names, id + 1);
    return longer;
}

/* gazetteer_world.c - the states of the world, for those who begin a gazetteer. */
#include <string.h>

#include "gazetteer_load.h"

static void
note_names (GHashTable *names, const EntYaml *node)
{
    if (node == NULL)
        return;
    if (node->kind == ENT_YAML_SCALAR && node->text != NULL)
        g_hash_table_add (names, ent_name_fold (node->text));
    if (node->kind != ENT_YAML_SEQUENCE)
        return;
    const EntYaml *end = ent_yaml_end (node);
    for (const EntYaml *item = ent_yaml_first (node); item != end; item = ent_yaml_next (item))
        note_names (names, item);
}

/* The id, and by what a text knows the entity; not by its seat, which may be another's. */
static void
note_entity (GHashTable *names, const EntYaml *key)
{
    static const char *const keys[] = { "name", "aliases", "demonyms" };
    note_names (names, key);
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        note_names (names, ent_yaml_get (key + 1, keys[i]));
}

static GHashTable *
new_names (void)
{
    return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* What the files call anybody, folded, and what they ignore. */
static GHashTable *
known_names (const GPtrArray *roots)
{
    static const char *const sections[] = { "states", "officials", "organizations" };
    GHashTable *known = new_names ();
    for (guint i = 0; i < roots->len; i++) {
        note_names (known, ent_yaml_get (roots->pdata[i], "ignore"));
        for (guint s = 0; s < G_N_ELEMENTS (sections); s++) {
            const EntYaml *section = ent_yaml_get (roots->pdata[i], sections[s]);
            if (section == NULL || section->kind != ENT_YAML_MAPPING)
                continue;
            const EntYaml *end = ent_yaml_end (section);
            for (const EntYaml *key = ent_yaml_first (section); key != end; key = ent_yaml_next (key + 1))
                note_entity (known, key);
        }
    }
    return known;
}

static gboolean
is_known (GHashTable *known, const EntYaml *key)
{
    g_autoptr (GHashTable) names = new_names ();
    note_entity (names, key);
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init (&iter, names);
    while (g_hash_table_iter_next (&iter, &name, NULL))
        if (g_hash_table_contains (known, name))
            return TRUE;
    return FALSE;
}

void
ent_gazetteer_add_world (EntGazetteer *gazetteer, GPtrArray *roots)
{
    g_autoptr (GHashTable) known = known_names (roots);
    EntYaml *world = ent_yaml_built_in ("states.yaml", gazetteer->strings);
    EntYaml *states = (EntYaml *)ent_yaml_get (world, "states");
    const EntYaml *end = ent_yaml_end (states);
    EntYaml *kept = states + 1; /* a state that is not known moves up, over those that are */
    for (EntYaml *key = kept; key != end;) {
        guint size = 1 + key[1].size;
        if (!is_known (known, key)) {
            memmove (kept, key, size * sizeof *key);
            kept->place = (EntPlace){ 0 };
            kept += size;
        }
        key += size;
    }
    states->size = (guint)(kept - states);
    world->size = (guint)(kept - world); /* the states are all that is in it */
    g_ptr_array_add (roots, world);
}

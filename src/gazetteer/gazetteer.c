/* gazetteer.c - a gazetteer as a whole: loaded from its files, asked, freed. */
#include "load.h"

static void
clear_entity (gpointer entity)
{
    g_free (((EntEntity *)entity)->offices);
}

static void
clear_override (gpointer entry)
{
    g_array_unref (((EntOverride *)entry)->names);
}

static void
clear_file (gpointer file)
{
    g_clear_pointer (&((EntGazetteerFile *)file)->bytes, g_bytes_unref);
}

EntGazetteer *
ent_gazetteer_new (void)
{
    EntGazetteer *gazetteer = g_new0 (EntGazetteer, 1);
    gazetteer->files = g_array_new (FALSE, FALSE, sizeof (EntGazetteerFile));
    g_array_set_clear_func (gazetteer->files, clear_file);
    gazetteer->strings = g_string_chunk_new (65536);
    gazetteer->entities = g_array_new (FALSE, FALSE, sizeof (EntEntity));
    g_array_set_clear_func (gazetteer->entities, clear_entity);
    gazetteer->names = g_array_new (FALSE, FALSE, sizeof (EntName));
    gazetteer->overrides = g_array_new (FALSE, FALSE, sizeof (EntOverride));
    g_array_set_clear_func (gazetteer->overrides, clear_override);
    gazetteer->relations = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_relation_free);
    gazetteer->added_verbs = g_array_new (FALSE, FALSE, sizeof (EntVerb));
    return gazetteer;
}

void
ent_gazetteer_free (EntGazetteer *gazetteer)
{
    if (gazetteer == NULL)
        return;
    g_array_unref (gazetteer->files);
    g_array_unref (gazetteer->entities);
    g_array_unref (gazetteer->names);
    g_array_unref (gazetteer->overrides);
    g_ptr_array_unref (gazetteer->relations);
    g_array_unref (gazetteer->added_verbs);
    g_clear_pointer (&gazetteer->index, g_hash_table_unref);
    g_string_chunk_free (gazetteer->strings);
    g_free (gazetteer);
}

/* ---- asking ---- */

const char *
ent_gazetteer_file (const EntGazetteer *gazetteer, guint index)
{
    return index < gazetteer->files->len ? g_array_index (gazetteer->files, EntGazetteerFile, index).path
                                         : NULL;
}

guint
ent_gazetteer_size (const EntGazetteer *gazetteer)
{
    return gazetteer->entities->len;
}

const EntEntity *
ent_gazetteer_entity (const EntGazetteer *gazetteer, guint index)
{
    g_return_val_if_fail (index < gazetteer->entities->len, NULL);
    return &g_array_index (gazetteer->entities, EntEntity, index);
}

static const EntRelation *
relation_at (const EntGazetteer *gazetteer, guint relation)
{
    g_return_val_if_fail (relation < gazetteer->relations->len, NULL);
    return g_ptr_array_index (gazetteer->relations, relation);
}

guint
ent_gazetteer_n_relations (const EntGazetteer *gazetteer)
{
    return gazetteer->relations->len;
}

const char *
ent_gazetteer_relation (const EntGazetteer *gazetteer, guint relation)
{
    const EntRelation *found = relation_at (gazetteer, relation);
    return found != NULL ? found->id : NULL;
}

gboolean
ent_gazetteer_relation_directed (const EntGazetteer *gazetteer, guint relation)
{
    const EntRelation *found = relation_at (gazetteer, relation);
    return found != NULL && found->directed;
}

const char *
ent_name_kind (EntNameKind kind)
{
    static const char *const names[] = { "name", "alias", "short form", "demonym", "metonym", "phrase" };
    return names[kind];
}

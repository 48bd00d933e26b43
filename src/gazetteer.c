/* gazetteer.c - a gazetteer as a whole: loaded from its files, asked, freed. */
#include "gazetteer_load.h"

#include "finding.h"

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

static EntGazetteer *
new_gazetteer (void)
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

/* ---- loading ---- */

static void
load_sections (EntGazetteer *gazetteer, const GPtrArray *roots, GPtrArray *findings)
{
    static const char *const keys[] = { "states",    "officials", "organizations", "ignore",
                                        "relations", "articles",  "include",       NULL };
    for (guint i = 0; i < roots->len; i++)
        ent_yaml_check_keys (findings, roots->pdata[i], keys);
    ent_gazetteer_load_entities (gazetteer, roots, findings);
    ent_gazetteer_load_relations (gazetteer, roots, findings);
    ent_gazetteer_load_articles (gazetteer, roots, findings);
}

static guint
count_errors (GPtrArray *findings)
{
    guint n = 0;
    for (guint i = 0; i < findings->len; i++)
        n += ((EntFinding *)g_ptr_array_index (findings, i))->severity == ENT_SEVERITY_ERROR;
    return n;
}

static EntGazetteer *
read_all (const char *const *paths, gboolean world, GPtrArray *findings, GError **error)
{
    g_autoptr (EntGazetteer) gazetteer = new_gazetteer ();
    g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_yaml_free);
    if (!ent_gazetteer_read_files (gazetteer, paths, roots, findings, error))
        return NULL;
    if (world)
        ent_gazetteer_add_world (gazetteer, roots);
    load_sections (gazetteer, roots, findings);
    if (gazetteer->entities->len == 0 && findings->len == 0)
        ent_findings_add (findings, paths[0], (EntPlace){ 0 }, ENT_SEVERITY_ERROR, "no entities");
    return g_steal_pointer (&gazetteer);
}

EntGazetteer *
ent_gazetteer_read (const char *const *paths, GPtrArray *findings, GError **error)
{
    return read_all (paths, FALSE, findings, error);
}

void
ent_gazetteer_quote (const EntGazetteer *gazetteer, GPtrArray *findings)
{
    for (guint i = 0; i < gazetteer->files->len; i++) {
        const EntGazetteerFile *file = &g_array_index (gazetteer->files, EntGazetteerFile, i);
        gsize length;
        const char *text = g_bytes_get_data (file->bytes, &length);
        if (length == 0) /* text is then NULL */
            continue;
        gsize mark = ent_yaml_mark_length (text, length);
        g_autoptr (EntSource) source = ent_source_new (file->path, text + mark, length - mark);
        ent_findings_quote (findings, 0, source);
    }
}

gboolean
ent_gazetteer_accept (EntGazetteer *gazetteer, GPtrArray *findings, GError **error)
{
    ent_findings_sort (findings);
    if (findings->len > 0)
        ent_gazetteer_quote (gazetteer, findings);
    guint n_errors = count_errors (findings);
    if (n_errors == 0)
        return TRUE;
    g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "the gazetteer has %u %s", n_errors,
                 n_errors == 1 ? "error" : "errors");
    return FALSE;
}

static EntGazetteer *
load (const char *const *paths, gboolean world, GPtrArray *findings, GError **error)
{
    g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (EntGazetteer) gazetteer = read_all (paths, world, found, error);
    if (gazetteer == NULL)
        return NULL;
    gboolean good = ent_gazetteer_accept (gazetteer, found, error);
    g_ptr_array_extend_and_steal (findings, g_steal_pointer (&found));
    if (!good)
        return NULL;
    for (guint i = 0; i < gazetteer->files->len; i++) /* only who looks it over quotes it later */
        clear_file (&g_array_index (gazetteer->files, EntGazetteerFile, i));
    return g_steal_pointer (&gazetteer);
}

EntGazetteer *
ent_gazetteer_load (const char *const *paths, GPtrArray *findings, GError **error)
{
    return load (paths, FALSE, findings, error);
}

EntGazetteer *
ent_gazetteer_load_world (const char *const *paths, GPtrArray *findings, GError **error)
{
    return load (paths, TRUE, findings, error);
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

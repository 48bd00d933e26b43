/* load.c - a gazetteer read from its files, section by section, and accepted if it has no error. */
#include "load.h"

#include <string.h>

#include "base/finding.h"

/* ---- the states of the world that the files lack ---- */

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

/* Adds the states of the world (data/states.yaml) whom the roots know under none of their names, as a root of their own;
 * the lines of their ids are 0. */
static void
add_world (EntGazetteer *gazetteer, GPtrArray *roots)
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
            kept->place = (EntLocation){ 0 };
            kept += size;
        }
        key += size;
    }
    states->size = (guint)(kept - states);
    world->size = (guint)(kept - world); /* the states are all that is in it */
    g_ptr_array_add (roots, world);
}

/* ---- files ---- */

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
    g_autoptr (EntGazetteer) gazetteer = ent_gazetteer_new ();
    g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_yaml_free);
    if (!ent_gazetteer_read_files (gazetteer, paths, roots, findings, error))
        return NULL;
    if (world)
        add_world (gazetteer, roots);
    load_sections (gazetteer, roots, findings);
    if (gazetteer->entities->len == 0 && findings->len == 0)
        ent_findings_add (findings, paths[0], (EntLocation){ 0 }, ENT_SEVERITY_ERROR, "no entities");
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
        g_clear_pointer (&g_array_index (gazetteer->files, EntGazetteerFile, i).bytes, g_bytes_unref);
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

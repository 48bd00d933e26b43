/* gazetteer.c - a gazetteer as a whole: loaded from its file, asked, freed. */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "finding.h"
#include "gazetteer_load.h"

enum { MAX_FILE = 1 << 30 }; /* bytes; stops at what never ends */

static void
clear_entity (gpointer data)
{
    EntEntity *entity = data;
    for (guint i = 0; i < entity->n_offices; i++)
        g_free (entity->offices[i].title);
    g_free (entity->offices);
    g_free (entity->id);
    g_free (entity->name);
}

static void
clear_name (gpointer data)
{
    g_free (((EntName *)data)->text);
}

static void
clear_verb (gpointer data)
{
    g_free (((EntVerb *)data)->text);
}

static EntGazetteer *
new_gazetteer (const char *path)
{
    EntGazetteer *gazetteer = g_new0 (EntGazetteer, 1);
    gazetteer->path = g_strdup (path);
    gazetteer->entities = g_array_new (FALSE, FALSE, sizeof (EntEntity));
    g_array_set_clear_func (gazetteer->entities, clear_entity);
    gazetteer->names = g_array_new (FALSE, FALSE, sizeof (EntName));
    g_array_set_clear_func (gazetteer->names, clear_name);
    gazetteer->relations = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_relation_free);
    gazetteer->added_verbs = g_array_new (FALSE, FALSE, sizeof (EntVerb));
    g_array_set_clear_func (gazetteer->added_verbs, clear_verb);
    return gazetteer;
}

void
ent_gazetteer_free (EntGazetteer *gazetteer)
{
    if (gazetteer == NULL)
        return;
    g_free (gazetteer->path);
    g_array_unref (gazetteer->entities);
    g_array_unref (gazetteer->names);
    g_ptr_array_unref (gazetteer->relations);
    g_array_unref (gazetteer->added_verbs);
    g_clear_pointer (&gazetteer->index, g_hash_table_unref);
    g_clear_pointer (&gazetteer->bytes, g_bytes_unref);
    g_free (gazetteer);
}

/* ---- loading ---- */

static GByteArray *
read_stream (FILE *stream)
{
    GByteArray *bytes = g_byte_array_new ();
    guint8 block[65536];
    size_t n;
    errno = 0;
    while ((n = fread (block, 1, sizeof block, stream)) > 0 && bytes->len < MAX_FILE)
        g_byte_array_append (bytes, block, (guint)n);
    if (n > 0)
        errno = EFBIG;
    if (n > 0 || ferror (stream))
        g_clear_pointer (&bytes, g_byte_array_unref);
    return bytes;
}

static GByteArray *
read_file (const char *path, GError **error)
{
    GByteArray *bytes = NULL;
    FILE *stream = g_fopen (path, "rb");
    if (stream != NULL)
        bytes = read_stream (stream);
    if (bytes == NULL)
        g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: %s", path, g_strerror (errno));
    if (stream != NULL)
        fclose (stream);
    return bytes;
}

static void
load_tree (EntGazetteer *gazetteer, const EntYaml *root, GPtrArray *findings)
{
    static const char *const keys[] = { "states", "officials", "organizations", "ignore", "relations", NULL };
    if (root == NULL || root->null) {
        if (findings->len == 0)
            ent_yaml_finding (findings, gazetteer->path, NULL, ENT_SEVERITY_ERROR, "no entities");
        return;
    }
    if (root->kind != ENT_YAML_MAPPING) {
        ent_yaml_finding (findings, gazetteer->path, root, ENT_SEVERITY_ERROR,
                          "the file must start with a key: states, officials or organizations");
        return;
    }
    ent_yaml_check_keys (findings, gazetteer->path, root, keys);
    ent_gazetteer_load_entities (gazetteer, root, findings);
    ent_gazetteer_load_relations (gazetteer, ent_yaml_get (root, "relations"), findings);
    if (gazetteer->entities->len == 0 && findings->len == 0)
        ent_yaml_finding (findings, gazetteer->path, NULL, ENT_SEVERITY_ERROR, "no entities");
}

static guint
count_errors (GPtrArray *findings)
{
    guint n = 0;
    for (guint i = 0; i < findings->len; i++)
        n += ((EntFinding *)g_ptr_array_index (findings, i))->severity == ENT_SEVERITY_ERROR;
    return n;
}

EntGazetteer *
ent_gazetteer_read (const char *path, GPtrArray *findings, GError **error)
{
    g_autoptr (GByteArray) bytes = read_file (path, error);
    if (bytes == NULL)
        return NULL;
    EntGazetteer *gazetteer = new_gazetteer (path);
    gazetteer->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
    gsize length;
    const char *text = g_bytes_get_data (gazetteer->bytes, &length);
    g_autoptr (EntYaml) root = ent_yaml_parse (path, text, length, findings);
    load_tree (gazetteer, root, findings);
    return gazetteer;
}

void
ent_gazetteer_quote (const EntGazetteer *gazetteer, GPtrArray *findings)
{
    gsize length;
    const char *text = g_bytes_get_data (gazetteer->bytes, &length);
    if (length == 0) /* text is then NULL */
        return;
    gsize mark = ent_yaml_mark_length (text, length);
    g_autoptr (EntSource) source = ent_source_new (gazetteer->path, text + mark, length - mark);
    ent_findings_quote (findings, 0, source);
}

gboolean
ent_gazetteer_accept (EntGazetteer *gazetteer, GPtrArray *findings, GError **error)
{
    ent_findings_sort (findings);
    if (findings->len > 0)
        ent_gazetteer_quote (gazetteer, findings);
    guint n_errors = count_errors (findings);
    if (n_errors == 0) {
        ent_gazetteer_build_index (gazetteer);
        return TRUE;
    }
    g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s: %u %s", gazetteer->path, n_errors,
                 n_errors == 1 ? "error" : "errors");
    return FALSE;
}

EntGazetteer *
ent_gazetteer_load (const char *path, GPtrArray *findings, GError **error)
{
    g_autoptr (GPtrArray) found = g_ptr_array_new ();
    g_autoptr (EntGazetteer) gazetteer = ent_gazetteer_read (path, found, error);
    gboolean good = gazetteer != NULL && ent_gazetteer_accept (gazetteer, found, error);
    g_ptr_array_extend_and_steal (findings, g_steal_pointer (&found));
    if (!good)
        return NULL;
    g_clear_pointer (&gazetteer->bytes, g_bytes_unref); /* only who looks it over quotes it later */
    return g_steal_pointer (&gazetteer);
}

/* ---- asking ---- */

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

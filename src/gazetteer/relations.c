/* relations.c - the words that say a relation: built in, and added by a gazetteer. */
#include <string.h>

#include "base/finding.h"
#include "base/nearest.h"
#include "load.h"

/* In the order of EntRelation. */
static const char *const known_keys[] = { "directed", "verbs",         "person_verbs", "word_verbs",
                                          "nouns",    "phrases",       "word_phrases", "words",
                                          "except",   "verdict_verbs", "verdicts",     NULL };

static const struct {
    const char *key;
    gsize offset;
    gboolean joins; /* finds two parties, which `words` alone does not */
} lists[] = {
    { "verbs", G_STRUCT_OFFSET (EntRelation, verbs), TRUE },
    { "person_verbs", G_STRUCT_OFFSET (EntRelation, person_verbs), TRUE },
    { "word_verbs", G_STRUCT_OFFSET (EntRelation, word_verbs), TRUE },
    { "nouns", G_STRUCT_OFFSET (EntRelation, nouns), TRUE },
    { "phrases", G_STRUCT_OFFSET (EntRelation, phrases), TRUE },
    { "word_phrases", G_STRUCT_OFFSET (EntRelation, word_phrases), TRUE },
    { "words", G_STRUCT_OFFSET (EntRelation, words), FALSE },
    { "except", G_STRUCT_OFFSET (EntRelation, except), FALSE },
    { "verdict_verbs", G_STRUCT_OFFSET (EntRelation, verdict_verbs), FALSE },
    { "verdicts", G_STRUCT_OFFSET (EntRelation, verdicts), FALSE },
};

typedef struct {
    EntGazetteer *gazetteer;
    GPtrArray *relations;   /* of EntRelation */
    GHashTable *first_keys; /* id -> the key that was first, but for what is built in */
    GPtrArray *findings;
    guint n_built_in; /* 0 while these are read */
} Loader;

#define REPORT(loader, node, ...) ent_yaml_finding ((loader)->findings, node, ENT_SEVERITY_ERROR, __VA_ARGS__)

static char ***
list_of (EntRelation *relation, guint list)
{
    return G_STRUCT_MEMBER_P (relation, lists[list].offset);
}

static EntRelation *
new_relation (const char *id)
{
    EntRelation *relation = g_new0 (EntRelation, 1);
    relation->id = g_strdup (id);
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        *list_of (relation, i) = g_new0 (char *, 1);
    return relation;
}

void
ent_relation_free (EntRelation *relation)
{
    if (relation == NULL)
        return;
    g_free (relation->id);
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        g_strfreev (*list_of (relation, i));
    g_free (relation);
}

static void
note_verbs (Loader *loader, const GPtrArray *words)
{
    for (guint i = 0; i < words->len; i++) {
        const EntYaml *node = words->pdata[i];
        g_autofree char *lower = g_utf8_strdown (node->text, -1);
        EntVerb verb = { g_string_chunk_insert (loader->gazetteer->strings, lower), node->path, node->place };
        g_array_append_val (loader->gazetteer->added_verbs, verb);
    }
}

static void
add_words (char ***list, const GPtrArray *words)
{
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    GPtrArray *all = g_ptr_array_new ();
    for (char **old = *list; *old != NULL; old++) {
        g_ptr_array_add (all, *old);
        g_hash_table_add (seen, *old);
    }
    for (guint i = 0; i < words->len; i++) {
        char *word = g_utf8_strdown (((const EntYaml *)words->pdata[i])->text, -1);
        if (g_hash_table_contains (seen, word)) {
            g_free (word);
            continue;
        }
        g_hash_table_add (seen, word);
        g_ptr_array_add (all, word);
    }
    g_ptr_array_add (all, NULL);
    g_free (*list);
    *list = (char **)g_ptr_array_free (all, FALSE);
}

static void
read_directed (Loader *loader, EntRelation *relation, const EntYaml *node, gboolean built_in)
{
    if (node == NULL || node->null)
        return;
    gboolean directed = node->kind == ENT_YAML_SCALAR && strcmp (node->text, "true") == 0;
    if (!directed && (node->kind != ENT_YAML_SCALAR || strcmp (node->text, "false") != 0))
        REPORT (loader, node, "'directed' must be true or false");
    else if (!built_in)
        relation->directed = directed;
    else if (directed != relation->directed)
        REPORT (loader, node, "the built-in '%s' is %s, which cannot be changed", relation->id,
                relation->directed ? "directed" : "undirected");
}

static gboolean
has_content (const EntYaml *node)
{
    return node != NULL && !node->null && (node->kind == ENT_YAML_SCALAR || node->size > 1);
}

static void
read_relation (Loader *loader, EntRelation *relation, const EntYaml *key, const EntYaml *body,
               gboolean built_in)
{
    gboolean joins = FALSE;
    ent_yaml_check_keys (loader->findings, body, known_keys);
    read_directed (loader, relation, ent_yaml_get (body, "directed"), built_in);
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
        const EntYaml *node = ent_yaml_get (body, lists[i].key);
        g_autoptr (GPtrArray) words = ent_yaml_texts (loader->findings, node, lists[i].key);
        add_words (list_of (relation, i), words);
        if (loader->n_built_in > 0 && g_str_has_suffix (lists[i].key, "verbs"))
            note_verbs (loader, words);
        joins |= lists[i].joins && has_content (node);
    }
    if (!built_in && !joins)
        REPORT (loader, key, "relation '%s' has no verbs, nouns or phrases", relation->id);
}

static EntRelation *
find_built_in (const Loader *loader, const char *id)
{
    for (guint i = 0; i < loader->n_built_in; i++) {
        EntRelation *relation = g_ptr_array_index (loader->relations, i);
        if (strcmp (relation->id, id) == 0)
            return relation;
    }
    return NULL;
}

static gboolean
is_relation_id (const char *text)
{
    return text[0] != '\0' && text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static void
load_entry (Loader *loader, const EntYaml *key, const EntYaml *body)
{
    g_autofree char *shown = ent_quote (key->text);
    EntRelation *built_in = find_built_in (loader, key->text);
    const EntYaml *first = g_hash_table_lookup (loader->first_keys, key->text);
    if (first != NULL &&
        (built_in == NULL || first->path == key->path)) { /* each file may add to what is built in */
        ent_finding_note (REPORT (loader, key, "duplicate relation %s", shown), first->path, first->place,
                          "first defined here");
        return;
    }
    g_hash_table_insert (loader->first_keys, (char *)key->text, (gpointer)key);
    if (!is_relation_id (key->text)) {
        REPORT (loader, key, "relation %s must be made of lowercase letters a-z, digits and underscores",
                shown);
        return;
    }
    if (strcmp (key->text, "co_mention") == 0) {
        REPORT (loader, key, "'co_mention' needs no words and cannot be changed");
        return;
    }
    if (body->kind != ENT_YAML_MAPPING && !body->null) {
        REPORT (loader, body, "relation %s must have keys, like 'verbs: [accuse]'", shown);
        return;
    }
    EntRelation *relation = built_in != NULL ? built_in : new_relation (key->text);
    if (built_in == NULL)
        g_ptr_array_add (loader->relations, relation);
    read_relation (loader, relation, key, body, built_in != NULL);
}

static void
load_section (Loader *loader, const EntYaml *section)
{
    if (section == NULL || section->null)
        return;
    if (section->kind != ENT_YAML_MAPPING) {
        REPORT (loader, section, "'relations' must be names with keys, like 'accused: {verbs: [accuse]}'");
        return;
    }
    const EntYaml *end = ent_yaml_end (section);
    for (const EntYaml *key = ent_yaml_first (section); key != end; key = ent_yaml_next (key + 1))
        load_entry (loader, key, key + 1);
}

static void
load_built_in (Loader *loader)
{
    g_autoptr (GStringChunk) strings = g_string_chunk_new (4096);
    g_autoptr (EntYaml) root = ent_yaml_built_in ("relations.yaml", strings);
    load_section (loader, root);
    g_hash_table_remove_all (loader->first_keys);
    loader->n_built_in = loader->relations->len;
}

void
ent_gazetteer_load_relations (EntGazetteer *gazetteer, const GPtrArray *roots, GPtrArray *findings)
{
    g_autoptr (GHashTable) first_keys = g_hash_table_new (g_str_hash, g_str_equal);
    Loader loader = { .gazetteer = gazetteer,
                      .relations = gazetteer->relations,
                      .first_keys = first_keys,
                      .findings = findings };
    g_ptr_array_add (loader.relations, new_relation ("co_mention"));
    load_built_in (&loader);
    for (guint i = 0; i < roots->len; i++)
        load_section (&loader, ent_yaml_get (roots->pdata[i], "relations"));
}

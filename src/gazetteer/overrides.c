/* overrides.c - the section articles: what a name means in one article. */
#include <string.h>

#include "base/finding.h"
#include "base/nearest.h"
#include "load.h"

typedef struct {
    EntGazetteer *gazetteer;
    GPtrArray *findings;
    GHashTable *first_keys; /* article -> the key that was first */
    GHashTable *names;      /* folded name -> its key, of the article at hand */
    guint suggestions;
} Loader;

#define REPORT(loader, node, ...) ent_yaml_finding ((loader)->findings, node, ENT_SEVERITY_ERROR, __VA_ARGS__)

static void
report_no_entity (Loader *loader, const EntYaml *id)
{
    g_autofree char *shown = ent_quote (id->text);
    const char *meant = NULL;
    if (loader->suggestions++ < ENT_MAX_SUGGESTIONS)
        meant = ent_gazetteer_nearest_id (loader->gazetteer, id->text, FALSE);
    if (meant != NULL)
        REPORT (loader, id, "no entity %s; did you mean '%s'?", shown, meant);
    else
        REPORT (loader, id, "no entity %s; an id or '" ENT_NOBODY "' expected", shown);
}

/* The entity that an id stands for, ENT_NONE for nobody; FALSE after a finding. */
static gboolean
read_entity (Loader *loader, const EntYaml *id, guint *entity)
{
    if (id->kind != ENT_YAML_SCALAR || id->null) {
        REPORT (loader, id, "the id of an entity or '" ENT_NOBODY "' expected");
        return FALSE;
    }
    *entity = ent_gazetteer_find_id (loader->gazetteer, id->text);
    if (*entity != ENT_NONE || strcmp (id->text, ENT_NOBODY) == 0)
        return TRUE;
    report_no_entity (loader, id);
    return FALSE;
}

/* FALSE after a finding. */
static gboolean
check_name (Loader *loader, const EntYaml *key)
{
    g_autofree char *folded = ent_name_fold (key->text);
    g_autofree char *shown = ent_quote (key->text);
    const EntYaml *first = g_hash_table_lookup (loader->names, folded);
    if (folded[0] == '\0')
        REPORT (loader, key, "%s is no name", shown);
    else if (first != NULL)
        ent_finding_note (REPORT (loader, key, "duplicate name %s", shown), first->path, first->place,
                          "first defined here");
    else
        return g_hash_table_insert (loader->names, g_steal_pointer (&folded), (gpointer)key);
    return FALSE;
}

static void
load_name (Loader *loader, GArray *names, const EntYaml *key, const EntYaml *id)
{
    guint entity;
    if (!check_name (loader, key) || !read_entity (loader, id, &entity))
        return;
    EntName name = { key->text, entity, entity == ENT_NONE ? ENT_NAME_IGNORE : ENT_NAME_ALIAS, key->place,
                     key->path };
    g_array_append_val (names, name);
}

/* FALSE after a finding. */
static gboolean
check_article (Loader *loader, const EntYaml *key, const EntYaml *body)
{
    g_autofree char *shown = ent_quote (key->text);
    const EntYaml *first = g_hash_table_lookup (loader->first_keys, key->text);
    if (first != NULL)
        ent_finding_note (REPORT (loader, key, "duplicate article %s", shown), first->path, first->place,
                          "first defined here");
    else if (key->text[0] == '\0' || g_str_has_suffix (key->text, "/"))
        REPORT (loader, key, "%s is no name of a file", shown);
    else if (body->kind != ENT_YAML_MAPPING && !body->null)
        REPORT (loader, body, "article %s must have names with ids, like '{Smith: john-smith}'", shown);
    else
        return TRUE;
    return FALSE;
}

static void
load_article (Loader *loader, const EntYaml *key, const EntYaml *body)
{
    if (!check_article (loader, key, body))
        return;
    g_hash_table_insert (loader->first_keys, (char *)key->text, (gpointer)key);
    g_hash_table_remove_all (loader->names);
    EntOverride override = { key->text, g_array_new (FALSE, FALSE, sizeof (EntName)) };
    const EntYaml *end = ent_yaml_end (body);
    for (const EntYaml *name = ent_yaml_first (body); name != end; name = ent_yaml_next (name + 1))
        load_name (loader, override.names, name, name + 1);
    g_array_append_val (loader->gazetteer->overrides, override);
}

static void
load_section (Loader *loader, const EntYaml *section)
{
    if (section == NULL || section->null)
        return;
    if (section->kind != ENT_YAML_MAPPING) {
        REPORT (loader, section, "'articles' must be files with names, like 'a.txt: {Smith: john-smith}'");
        return;
    }
    const EntYaml *end = ent_yaml_end (section);
    for (const EntYaml *key = ent_yaml_first (section); key != end; key = ent_yaml_next (key + 1))
        load_article (loader, key, key + 1);
}

void
ent_gazetteer_load_articles (EntGazetteer *gazetteer, const GPtrArray *roots, GPtrArray *findings)
{
    g_autoptr (GHashTable) first_keys = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Loader loader = {
        .gazetteer = gazetteer, .findings = findings, .first_keys = first_keys, .names = names
    };
    for (guint i = 0; i < roots->len; i++)
        load_section (&loader, ent_yaml_get (roots->pdata[i], "articles"));
}

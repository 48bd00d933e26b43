/* entities.c - the sections states, officials, organizations and ignore, checked. */
#include <string.h>

#include "base/finding.h"
#include "base/nearest.h"
#include "load.h"

/* An entry of a section, before it is an entity. */
typedef struct {
    EntKind kind;
    guint order; /* in the files: of two that clash the later is reported */
    const EntYaml *key, *body;
} Draft;

typedef struct {
    EntGazetteer *gazetteer;
    GPtrArray *findings;
    GArray *drafts;           /* of Draft, by id once all are gathered: entity by entity */
    GHashTable *full_names;   /* folded -> the Draft it belongs to */
    GHashTable *entity_names; /* set of the names of the entity at hand */
    guint suggestions;
} Loader;

static const char *const sections[] = { "states", "officials", "organizations" }; /* by EntKind */
static const char *const kind_names[] = { "a state", "an official", "an organization" };

static const char *const state_keys[] = { "name", "aliases", "demonyms", "metonyms", NULL };
static const char *const official_keys[] = { "name", "aliases", "short", "state", "gender", "offices", NULL };
static const char *const organization_keys[] = { "name", "aliases", "state", NULL };
static const char *const *const entity_keys[] = { state_keys, official_keys, organization_keys };

#define REPORT(loader, node, ...) ent_yaml_finding ((loader)->findings, node, ENT_SEVERITY_ERROR, __VA_ARGS__)

#define NOTE(finding, node, ...) ent_finding_note (finding, (node)->path, (node)->place, __VA_ARGS__)

static EntEntity *
entity_at (const Loader *loader, guint index)
{
    return &g_array_index (loader->gazetteer->entities, EntEntity, index);
}

static gboolean
is_absent (const EntYaml *node)
{
    return node == NULL || node->null;
}

/* ---- gathering ---- */

static gboolean
is_id (const char *text)
{
    return text[0] != '\0' && text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static void
gather_entity (Loader *loader, EntKind kind, const EntYaml *key, const EntYaml *body)
{
    if (body->kind != ENT_YAML_MAPPING && !body->null) {
        g_autofree char *shown = ent_quote (key->text);
        REPORT (loader, body, "%s must have keys, at least 'name'", shown);
    }
    Draft draft = { kind, loader->drafts->len, key, body };
    g_array_append_val (loader->drafts, draft);
}

static void
gather_section (Loader *loader, EntKind kind, const EntYaml *section)
{
    if (section->null)
        return;
    if (section->kind != ENT_YAML_MAPPING) {
        REPORT (loader, section, "'%s' must be ids with what belongs to them, like 'iran: {name: Iran}'",
                sections[kind]);
        return;
    }
    const EntYaml *end = ent_yaml_end (section);
    for (const EntYaml *key = ent_yaml_first (section); key != end; key = ent_yaml_next (key + 1))
        gather_entity (loader, kind, key, key + 1);
}

static gint
compare_drafts (gconstpointer a, gconstpointer b)
{
    const Draft *x = a, *y = b;
    int order = strcmp (x->key->text, y->key->text);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

static void
gather (Loader *loader, const EntYaml *root)
{
    const EntYaml *end = ent_yaml_end (root);
    for (const EntYaml *key = ent_yaml_first (root); key != end; key = ent_yaml_next (key + 1))
        for (guint kind = 0; kind < G_N_ELEMENTS (sections); kind++)
            if (strcmp (key->text, sections[kind]) == 0)
                gather_section (loader, (EntKind)kind, key + 1);
}

/* ---- values ---- */

/* The text of a key's value, NULL where there is none or it is no text. */
static const char *
read_text (Loader *loader, const EntYaml *body, const char *key)
{
    const EntYaml *node = ent_yaml_get (body, key);
    if (is_absent (node))
        return NULL;
    if (node->kind == ENT_YAML_SCALAR)
        return node->text;
    REPORT (loader, node, "'%s' must be a single text", key);
    return NULL;
}

static const char *
read_required (Loader *loader, const EntYaml *body, const char *key, const EntYaml *owner)
{
    const EntYaml *node = ent_yaml_get (body, key);
    if (node == NULL) {
        g_autofree char *shown = owner->kind == ENT_YAML_SCALAR ? ent_quote (owner->text) : NULL;
        REPORT (loader, owner, "%s has no '%s'", shown != NULL ? shown : "this office", key);
        return NULL;
    }
    const char *text = read_text (loader, body, key);
    if (text != NULL && text[strspn (text, " \t\n")] != '\0')
        return text;
    if (node->kind == ENT_YAML_SCALAR)
        REPORT (loader, node, "'%s' is empty", key);
    return NULL;
}

static EntLocation
place_of (const EntYaml *node)
{
    return node != NULL ? node->place : (EntLocation){ 0 };
}

static EntDate
read_date (Loader *loader, const EntYaml *office, const char *key, EntLocation *place)
{
    EntDate date = { 0 };
    const char *text = read_text (loader, office, key);
    *place = place_of (ent_yaml_get (office, key));
    if (text != NULL && !ent_date_parse (text, &date)) {
        g_autofree char *shown = ent_quote (text);
        REPORT (loader, ent_yaml_get (office, key),
                "'%s' must be a date like 2018, 2018-07 or 2018-07-19, not %s", key, shown);
    }
    return date;
}

gboolean
ent_dates_are_reversed (EntDate since, EntDate until)
{
    if (since.year == 0 || until.year == 0)
        return FALSE;
    if (since.month == 0 || until.month == 0)
        return until.year < since.year;
    if (since.day == 0 || until.day == 0)
        since.day = until.day = 0;
    return ent_date_compare (until, since) < 0;
}

static EntOffice
read_office (Loader *loader, const EntYaml *node)
{
    static const char *const keys[] = { "title", "since", "until", NULL };
    ent_yaml_check_keys (loader->findings, node, keys);
    EntOffice office = { .title = read_required (loader, node, "title", node),
                         .title_place = place_of (ent_yaml_get (node, "title")) };
    office.since = read_date (loader, node, "since", &office.since_place);
    office.until = read_date (loader, node, "until", &office.until_place);
    if (ent_dates_are_reversed (office.since, office.until)) {
        g_autofree char *since = ent_date_format (office.since);
        g_autofree char *until = ent_date_format (office.until);
        REPORT (loader, ent_yaml_get (node, "until"), "'until' (%s) is before 'since' (%s)", until, since);
    }
    return office;
}

static void
read_offices (Loader *loader, const EntYaml *node, EntEntity *entity)
{
    if (is_absent (node))
        return;
    if (node->kind != ENT_YAML_SEQUENCE) {
        REPORT (loader, node, "'offices' must be a list, each item with a title: '- title: President'");
        return;
    }
    const EntYaml *end = ent_yaml_end (node);
    guint n = 0;
    for (const EntYaml *item = ent_yaml_first (node); item != end; item = ent_yaml_next (item))
        n++;
    entity->offices = g_new0 (EntOffice, n);
    for (const EntYaml *item = ent_yaml_first (node); item != end; item = ent_yaml_next (item)) {
        if (item->kind == ENT_YAML_MAPPING)
            entity->offices[entity->n_offices++] = read_office (loader, item);
        else
            REPORT (loader, item, "an office must have keys, at least a title: 'title: President'");
    }
}

static EntGender
read_gender (Loader *loader, const EntYaml *body)
{
    const char *text = read_text (loader, body, "gender");
    if (text == NULL)
        return ENT_GENDER_UNKNOWN;
    if (strcmp (text, "f") == 0)
        return ENT_GENDER_FEMALE;
    if (strcmp (text, "m") == 0)
        return ENT_GENDER_MALE;
    g_autofree char *shown = ent_quote (text);
    REPORT (loader, ent_yaml_get (body, "gender"), "'gender' must be f or m, not %s", shown);
    return ENT_GENDER_UNKNOWN;
}

static void
report_no_state (Loader *loader, const EntYaml *node)
{
    const char *meant = NULL;
    g_autofree char *shown = ent_quote (node->text);
    if (loader->suggestions++ < ENT_MAX_SUGGESTIONS)
        meant = ent_gazetteer_nearest_id (loader->gazetteer, node->text, TRUE);
    if (meant != NULL)
        REPORT (loader, node, "no state %s; did you mean '%s'?", shown, meant);
    else
        REPORT (loader, node, "no state %s; the id of one under 'states' expected", shown);
}

static guint
read_state (Loader *loader, const EntYaml *body)
{
    const EntYaml *node = ent_yaml_get (body, "state");
    const char *text = read_text (loader, body, "state");
    if (text == NULL)
        return ENT_NONE;
    guint index = ent_gazetteer_find_id (loader->gazetteer, text);
    if (index == ENT_NONE) {
        report_no_state (loader, node);
        return ENT_NONE;
    }
    EntKind kind = entity_at (loader, index)->kind;
    if (kind == ENT_STATE)
        return index;
    REPORT (loader, node, "'%s' is %s, not a state", text, kind_names[kind]);
    return ENT_NONE;
}

/* ---- names ---- */

static void
add_name (Loader *loader, guint entity, EntNameKind kind, const char *text, const char *path,
          EntLocation place)
{
    EntName name = { text, entity, kind, place, path };
    g_hash_table_add (loader->entity_names, (char *)text);
    g_array_append_val (loader->gazetteer->names, name);
}

static void
add_names (Loader *loader, guint entity, EntNameKind kind, const EntYaml *body, const char *key)
{
    g_autoptr (GPtrArray) names = ent_yaml_texts (loader->findings, ent_yaml_get (body, key), key);
    for (guint i = 0; i < names->len; i++) {
        const EntYaml *name = g_ptr_array_index (names, i);
        add_name (loader, entity, kind, name->text, name->path, name->place);
    }
}

static void
add_short_forms (Loader *loader, guint entity, guint first_name, const char *state)
{
    GArray *names = loader->gazetteer->names;
    for (guint i = first_name, n = names->len; i < n; i++) {
        EntName name = g_array_index (names, EntName, i);
        g_auto (GStrv) forms = ent_name_short_forms (name.text, state);
        for (guint f = 0; forms[f] != NULL; f++)
            if (!g_hash_table_contains (loader->entity_names, forms[f]))
                add_name (loader, entity, ENT_NAME_SHORT,
                          g_string_chunk_insert (loader->gazetteer->strings, forms[f]), name.path,
                          name.place);
    }
}

/* No article could tell two entities of one name apart. */
static void
check_full_name (Loader *loader, const Draft *draft, const char *name)
{
    char *folded = ent_name_fold (name);
    const Draft *other = g_hash_table_lookup (loader->full_names, folded);
    gboolean is_later = other != NULL && draft->order > other->order;
    const Draft *later = is_later ? draft : other, *earlier = is_later ? other : draft;
    g_hash_table_replace (loader->full_names, folded, (gpointer)earlier);
    if (other == NULL)
        return;
    const EntYaml *node = ent_yaml_get (later->body, "name");
    g_autofree char *shown = ent_quote (node->text);
    NOTE (REPORT (loader, node, "name %s is also the name of '%s'", shown, earlier->key->text),
          ent_yaml_get (earlier->body, "name"), "that name stands here");
}

/* ---- entities ---- */

/* `first` is the draft that has the id, which may be this one. */
static void
check_id (Loader *loader, const Draft *draft, const Draft *first)
{
    const EntYaml *key = draft->key;
    gboolean is_kept = strcmp (key->text, ENT_NOBODY) == 0;
    if (draft == first && is_id (key->text) && !is_kept)
        return;
    g_autofree char *shown = ent_quote (key->text);
    if (!is_id (key->text))
        REPORT (loader, key, "id %s must be made of lowercase letters a-z, digits and hyphens", shown);
    else if (is_kept)
        REPORT (loader, key, "id %s is kept for names that name nobody; choose another", shown);
    else
        NOTE (REPORT (loader, key, "duplicate id %s", shown), first->key, "first defined here");
}

/* All entities, with what can be said of each by itself: the others may speak of them. */
static void
add_entities (Loader *loader)
{
    const Draft *first = NULL;
    for (guint i = 0; i < loader->drafts->len; i++) {
        const Draft *draft = &g_array_index (loader->drafts, Draft, i);
        const EntYaml *key = draft->key;
        if (first == NULL || strcmp (first->key->text, key->text) != 0)
            first = draft;
        check_id (loader, draft, first);
        EntEntity entity = {
            .id = key->text, .kind = draft->kind, .state = ENT_NONE, .path = key->path, .place = key->place
        };
        if (draft->body->kind == ENT_YAML_MAPPING || draft->body->null)
            entity.name = read_required (loader, draft->body, "name", key);
        if (entity.name != NULL && draft == first) /* that the id is there twice is enough said */
            check_full_name (loader, draft, entity.name);
        g_array_append_val (loader->gazetteer->entities, entity);
    }
}

static void
read_entity (Loader *loader, guint index)
{
    const EntYaml *body = g_array_index (loader->drafts, Draft, index).body;
    EntEntity *entity = entity_at (loader, index);
    guint first_name = loader->gazetteer->names->len;
    ent_yaml_check_keys (loader->findings, body, entity_keys[entity->kind]);
    g_hash_table_remove_all (loader->entity_names);
    if (entity->name != NULL)
        add_name (loader, index, ENT_NAME_FULL, entity->name, entity->path,
                  ent_yaml_get (body, "name")->place);
    add_names (loader, index, ENT_NAME_ALIAS, body, "aliases");
    if (entity->kind != ENT_STATE)
        entity->state = read_state (loader, body);
    if (entity->kind == ENT_STATE) {
        add_names (loader, index, ENT_NAME_DEMONYM, body, "demonyms");
        add_names (loader, index, ENT_NAME_METONYM, body, "metonyms");
    } else if (entity->kind == ENT_OFFICIAL) {
        if (is_absent (ent_yaml_get (body, "short")))
            add_short_forms (loader, index, first_name,
                             entity->state != ENT_NONE ? entity_at (loader, entity->state)->id : NULL);
        else
            add_names (loader, index, ENT_NAME_SHORT, body, "short");
        entity->gender = read_gender (loader, body);
        read_offices (loader, ent_yaml_get (body, "offices"), entity);
    }
}

void
ent_gazetteer_load_entities (EntGazetteer *gazetteer, const GPtrArray *roots, GPtrArray *findings)
{
    Loader loader = { .gazetteer = gazetteer,
                      .findings = findings,
                      .drafts = g_array_new (FALSE, FALSE, sizeof (Draft)),
                      .full_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                      .entity_names = g_hash_table_new (g_str_hash, g_str_equal) };
    for (guint i = 0; i < roots->len; i++)
        gather (&loader, roots->pdata[i]);
    g_array_sort (loader.drafts, compare_drafts);
    add_entities (&loader);
    for (guint i = 0; i < loader.drafts->len; i++)
        read_entity (&loader, i);
    g_hash_table_remove_all (loader.entity_names);
    for (guint i = 0; i < roots->len; i++)
        add_names (&loader, ENT_NONE, ENT_NAME_IGNORE, roots->pdata[i], "ignore");

    g_array_unref (loader.drafts);
    g_hash_table_unref (loader.full_names);
    g_hash_table_unref (loader.entity_names);
}

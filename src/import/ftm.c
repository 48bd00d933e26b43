/* ftm.c - FollowTheMoney, as OpenSanctions publishes it: an entity a line, in JSON. The offices of a person
 * are entities of their own, inside of the person or anywhere else: an Occupancy joins a holder to a Position. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/json.h"
#include "import.h"

enum { MAX_DEPTH = 32 }; /* of brackets; an entity in an entity takes four */

/* The schemata that are entries. */
static const struct {
    const char *schema;
    EntKind kind;
} kinds[] = {
    { "Person", ENT_OFFICIAL },         { "Organization", ENT_ORGANIZATION },
    { "PublicBody", ENT_ORGANIZATION }, { "LegalEntity", ENT_ORGANIZATION },
    { "Company", ENT_ORGANIZATION },
};

typedef struct {
    EntImport *import;
    const char *id, *caption;
    JsonObject *properties;
    const char *owner; /* the id of the entity that contains it, or NULL */
} Entity;

static void read_entity (EntImport *import, JsonObject *object, const char *owner);

/* ---- values ---- */

static const char *
string_of (JsonNode *node)
{
    return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                            : NULL;
}

static const char *
member_string (JsonObject *object, const char *key)
{
    return string_of (json_object_get_member (object, key));
}

static JsonNode *
value_at (const Entity *entity, const char *property, guint index)
{
    JsonNode *node = json_object_get_member (entity->properties, property);
    if (node == NULL)
        return NULL;
    if (!JSON_NODE_HOLDS_ARRAY (node))
        return index == 0 ? node : NULL;
    JsonArray *values = json_node_get_array (node);
    return index < json_array_get_length (values) ? json_array_get_element (values, index) : NULL;
}

/* NULL behind the last one; "" for one that is no text. */
static const char *
text_at (const Entity *entity, const char *property, guint index)
{
    JsonNode *node = value_at (entity, property, index);
    const char *text = string_of (node);
    return text != NULL || node == NULL ? text : "";
}

static const char *
first_text (const Entity *entity, const char *property)
{
    const char *text = text_at (entity, property, 0);
    return text != NULL ? text : "";
}

/* The id of the first entity that a property names, whether by its id or by holding it; NULL if there is none. */
static const char *
reference (const Entity *entity, const char *property)
{
    JsonNode *node = value_at (entity, property, 0);
    if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        return member_string (json_node_get_object (node), "id");
    return string_of (node);
}

/* ---- people and organizations ---- */

/* The one state that a property gives, or NULL. */
static const char *
only_state (const Entity *entity, const char *property)
{
    const char *state = NULL, *code;
    for (guint i = 0; (code = text_at (entity, property, i)) != NULL; i++) {
        const char *id = ent_states_code (entity->import->states, code);
        if (id == NULL)
            ent_import_note (entity->import, code, "codes left out that are of no state entente knows");
        else if (state != NULL && strcmp (state, id) != 0)
            return NULL;
        else
            state = id;
    }
    return state;
}

static const char *
find_state (const Entity *entity)
{
    static const char *const properties[] = { "citizenship", "nationality", "jurisdiction", "mainCountry",
                                              "country" };
    const char *state = NULL;
    gboolean said = FALSE;
    for (guint i = 0; state == NULL && i < G_N_ELEMENTS (properties); i++) {
        state = only_state (entity, properties[i]);
        said = said || value_at (entity, properties[i], 0) != NULL;
    }
    if (said && state == NULL)
        ent_import_note (entity->import, entity->caption,
                         "no state taken from the country, since several or none that is known are given");
    return state;
}

static void
add_names (const Entity *entity, EntEntry *entry)
{
    static const char *const properties[] = { "name", "alias", "weakAlias", "previousName", "abbreviation" };
    const char *name;
    for (guint p = 0; p < G_N_ELEMENTS (properties); p++)
        for (guint i = 0; (name = text_at (entity, properties[p], i)) != NULL; i++)
            ent_import_name (entity->import, entry->aliases, name);
}

/* The caption, or where that is missing or in another script the first name that is not; else given and family name. The
 * caller frees. */
static char *
find_name (const Entity *entity)
{
    const char *name =
        entity->caption != NULL && entity->caption[0] != '\0' ? entity->caption : text_at (entity, "name", 0);
    for (guint i = 0; name != NULL && !ent_import_is_latin (name); i++)
        name = text_at (entity, "name", i);
    const char *first = first_text (entity, "firstName"), *last = first_text (entity, "lastName");
    if (name != NULL || last[0] == '\0')
        return g_strdup (name);
    return first[0] != '\0' ? g_strjoin (" ", first, last, NULL) : g_strdup (last);
}

static void
add_source_ids (const Entity *entity, JsonObject *object, EntEntry *entry)
{
    JsonNode *node = json_object_get_member (object, "referents");
    JsonArray *referents = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
    for (guint i = 0; referents != NULL && i < json_array_get_length (referents); i++)
        ent_import_also (entity->import, entry, string_of (json_array_get_element (referents, i)));
    ent_import_also (entity->import, entry, text_at (entity, "wikidataId", 0));
}

static void
read_party (const Entity *entity, JsonObject *object, EntKind kind)
{
    EntImport *import = entity->import;
    g_autofree char *name = find_name (entity);
    const char *state = find_state (entity);
    if (name == NULL) {
        ent_import_note (import, entity->caption, "left out, since no name is in Latin letters");
        return;
    }
    EntEntry *entry = ent_import_entry (import, kind, entity->id, name);
    if (entry == NULL)
        return;
    add_source_ids (entity, object, entry);
    add_names (entity, entry);
    if (kind == ENT_OFFICIAL)
        ent_import_gender (import, entry, ent_import_read_gender (import, first_text (entity, "gender")));
    ent_import_state (import, entry, state);
}

/* ---- offices ---- */

static void
read_position (const Entity *entity)
{
    g_autofree char *title = ent_import_usable (entity->import, entity->caption);
    if (title == NULL)
        return;
    EntPosition *position = g_new0 (EntPosition, 1);
    position->title = g_steal_pointer (&title);
    position->state = g_strdup (only_state (entity, "country"));
    g_hash_table_replace (entity->import->positions, g_strdup (entity->id), position);
}

static void
read_occupancy (const Entity *entity)
{
    EntImport *import = entity->import;
    const char *holder = reference (entity, "holder"), *position = reference (entity, "post");
    const char *since = first_text (entity, "startDate"), *until = first_text (entity, "endDate");
    EntTerm term = { 0 };
    if (holder == NULL)
        holder = entity->owner;
    if (since[0] == '\0' && until[0] == '\0')
        ent_import_note (import, entity->id, "offices left out that have no dates");
    else if (holder == NULL || position == NULL)
        ent_import_note (import, entity->id, "offices left out that have no holder or no position");
    else if (ent_import_term (import, since, until, &term)) {
        EntOccupancy occupancy = { g_strdup (holder), g_strdup (position), term, import->path, import->line };
        g_array_append_val (import->occupancies, occupancy);
    }
}

void
ent_import_ftm_offices (EntImport *import)
{
    for (guint i = 0; i < import->occupancies->len; i++) {
        const EntOccupancy *occupancy = &g_array_index (import->occupancies, EntOccupancy, i);
        EntEntry *entry = g_hash_table_lookup (import->sources, occupancy->holder);
        const EntPosition *position = g_hash_table_lookup (import->positions, occupancy->position);
        import->path = occupancy->path;
        import->line = occupancy->line;
        if (entry == NULL || entry->kind != ENT_OFFICIAL || position == NULL) {
            ent_import_note (import, position == NULL ? occupancy->position : occupancy->holder,
                             "offices left out whose holder or position is not there");
            continue;
        }
        EntTerm office = { g_strdup (position->title), occupancy->term.since, occupancy->term.until };
        g_array_append_val (entry->offices, office);
        if (entry->state == NULL)
            entry->state = g_strdup (position->state);
    }
}

/* ---- entities ---- */

static gboolean
is_used (const char *property)
{
    static const char *const used[] = { "name",      "alias",       "previousName", "abbreviation",
                                        "weakAlias", "firstName",   "lastName",     "citizenship",
                                        "country",   "nationality", "jurisdiction", "mainCountry",
                                        "gender",    "holder",      "post",         "startDate",
                                        "endDate",   "wikidataId" };
    for (guint i = 0; i < G_N_ELEMENTS (used); i++)
        if (strcmp (property, used[i]) == 0)
            return TRUE;
    return FALSE;
}

/* Of these a gazetteer can hold one value. */
static gboolean
is_single (const char *property)
{
    static const char *const single[] = { "gender", "holder", "post", "startDate", "endDate", NULL };
    return g_strv_contains (single, property);
}

/* Entities inside of this one are read; other properties that have no place in a gazetteer are noted. */
static void
read_properties (const Entity *entity)
{
    JsonObjectIter members;
    const char *property;
    JsonNode *node;
    json_object_iter_init (&members, entity->properties);
    while (json_object_iter_next (&members, &property, &node)) {
        guint n_entities = 0;
        for (guint i = 0; (node = value_at (entity, property, i)) != NULL; i++)
            if (JSON_NODE_HOLDS_OBJECT (node)) {
                read_entity (entity->import, json_node_get_object (node), entity->id);
                n_entities++;
            }
        if (n_entities == 0 && !is_used (property))
            ent_import_note (entity->import, first_text (entity, property), "property '%s' left out",
                             property);
        if (is_single (property) && value_at (entity, property, 1) != NULL)
            ent_import_note (entity->import, text_at (entity, property, 1), "further values of '%s' left out",
                             property);
    }
}

static const EntKind *
kind_of (const char *schema)
{
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (strcmp (schema, kinds[i].schema) == 0)
            return &kinds[i].kind;
    return NULL;
}

static void
read_entity (EntImport *import, JsonObject *object, const char *owner)
{
    const char *schema = member_string (object, "schema");
    JsonNode *properties = json_object_get_member (object, "properties");
    Entity entity = { import, member_string (object, "id"), member_string (object, "caption"), NULL, owner };
    if (schema == NULL || entity.id == NULL || properties == NULL || !JSON_NODE_HOLDS_OBJECT (properties)) {
        ent_import_note (import, entity.id, "left out, since id, schema or properties are missing");
        return;
    }
    entity.properties = json_node_get_object (properties);
    if (entity.caption == NULL)
        entity.caption = text_at (&entity, "name", 0);
    const EntKind *kind = kind_of (schema);
    if (kind != NULL && (entity.caption != NULL || text_at (&entity, "lastName", 0) != NULL))
        read_party (&entity, object, *kind);
    else if (strcmp (schema, "Position") == 0 && entity.caption != NULL)
        read_position (&entity);
    else if (strcmp (schema, "Occupancy") == 0)
        read_occupancy (&entity);
    else {
        ent_import_note (import, entity.caption != NULL ? entity.caption : entity.id, "%s left out%s", schema,
                         kind != NULL ? ", since it has no name" : "");
        return;
    }
    read_properties (&entity);
}

gboolean
ent_import_ftm (EntImport *import, EntLines *lines, GError **error)
{
    g_autoptr (JsonParser) parser = json_parser_new ();
    GError *problem = NULL;
    while (problem == NULL && ent_lines_next (lines, &problem)) {
        const char *text = lines->text->str;
        if (text[strspn (text, " \t")] == '\0')
            continue;
        gssize length = (gssize)lines->text->len;
        gboolean is_json = ent_json_is_plain (text, length, MAX_DEPTH) &&
                           json_parser_load_from_data (parser, text, length, NULL);
        JsonNode *root = is_json ? json_parser_get_root (parser) : NULL;
        import->line = lines->number;
        if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
            read_entity (import, json_node_get_object (root), NULL);
        else
            ent_import_note (import, NULL, "lines left out that are no JSON object");
    }
    if (problem != NULL)
        g_propagate_error (error, problem);
    return problem == NULL;
}

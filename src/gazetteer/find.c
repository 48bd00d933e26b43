/* find.c - from what a user types to an entity: by id, name, alias or short form. */
#include <string.h>

#include "base/nearest.h"
#include "load.h"

/* ---- the index ---- */

/* What the index holds: an entity, and above it the kind of name by which it has the place. Of a
 * full name, an alias and a short form the first wins; of two of a kind that differ neither is meant. */
enum { KIND_SHIFT = 30, NOBODY = (1 << KIND_SHIFT) - 1 };

static void
index_name (GHashTable *index, const EntName *name)
{
    gpointer value;
    guint entry = (guint)name->kind << KIND_SHIFT | name->entity;
    char *folded = ent_name_fold (name->text);
    if (g_hash_table_lookup_extended (index, folded, NULL, &value)) {
        guint old = GPOINTER_TO_UINT (value);
        if (old >> KIND_SHIFT < entry >> KIND_SHIFT)
            entry = old;
        else if (old >> KIND_SHIFT == entry >> KIND_SHIFT && old != entry)
            entry |= NOBODY;
    }
    g_hash_table_insert (index, folded, GUINT_TO_POINTER (entry));
}

/* Made at the first look-up, since most commands make none. Several threads may look up. */
static GHashTable *
index_of (EntGazetteer *gazetteer)
{
    if (g_once_init_enter (&gazetteer->index)) {
        GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        for (guint i = 0; i < gazetteer->names->len; i++) {
            const EntName *name = &g_array_index (gazetteer->names, EntName, i);
            if (name->kind <= ENT_NAME_SHORT)
                index_name (index, name);
        }
        g_once_init_leave (&gazetteer->index, index);
    }
    return gazetteer->index;
}

guint
ent_gazetteer_find_id (const EntGazetteer *gazetteer, const char *id)
{
    guint low = 0, high = gazetteer->entities->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        int order = strcmp (id, ent_gazetteer_entity (gazetteer, middle)->id);
        if (order == 0)
            return middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return ENT_NONE;
}

guint
ent_gazetteer_find (const EntGazetteer *gazetteer, const char *name)
{
    gpointer entry;
    guint entity = ent_gazetteer_find_id (gazetteer, name);
    if (entity != ENT_NONE)
        return entity;
    g_autofree char *folded = ent_name_fold (name);
    if (g_hash_table_lookup_extended (index_of ((EntGazetteer *)gazetteer), folded, NULL, &entry))
        entity = GPOINTER_TO_UINT (entry) & NOBODY;
    return entity < gazetteer->entities->len ? entity : ENT_NONE;
}

/* ---- near misses ---- */

typedef struct {
    const char *wanted; /* folded */
    guint distance;     /* of the best so far; one above the limit for none */
    guint entity;
    const char *text;
} Search;

static gboolean
is_nearer (Search *search, const char *folded)
{
    if (search->distance == 0)
        return FALSE;
    guint distance = ent_edit_distance (search->wanted, folded, search->distance - 1);
    if (distance >= search->distance)
        return FALSE;
    search->distance = distance;
    return TRUE;
}

/* Compares with a whole id or name, or with each of its words. */
static void
try_text (Search *search, guint entity, const char *text, gboolean by_word)
{
    g_autofree char *folded = ent_name_fold (text);
    gboolean nearer = FALSE;
    if (by_word) {
        g_auto (GStrv) words = g_strsplit (folded, " ", -1);
        for (guint i = 0; words[i] != NULL; i++)
            nearer |= is_nearer (search, words[i]);
    } else {
        nearer = is_nearer (search, folded);
    }
    if (nearer) {
        search->entity = entity;
        search->text = text;
    }
}

static void
search_all (const EntGazetteer *gazetteer, Search *search, gboolean by_word)
{
    for (guint i = 0; i < gazetteer->entities->len; i++)
        try_text (search, i, ent_gazetteer_entity (gazetteer, i)->id, by_word);
    for (guint i = 0; i < gazetteer->names->len; i++) {
        const EntName *name = &g_array_index (gazetteer->names, EntName, i);
        if (name->kind <= ENT_NAME_SHORT)
            try_text (search, name->entity, name->text, by_word);
    }
}

/* The number of its first name: names stand by entity. */
static guint
first_name (const GArray *names, guint entity)
{
    guint low = 0, high = names->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index (names, EntName, middle).entity < entity)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

char **
ent_gazetteer_names_of (const EntGazetteer *gazetteer, guint entity, EntNameKind kind)
{
    g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
    guint end = entity != ENT_NONE ? gazetteer->names->len : 0;
    for (guint i = first_name (gazetteer->names, entity); i < end; i++) {
        const EntName *name = &g_array_index (gazetteer->names, EntName, i);
        if (name->entity != entity)
            break;
        if (name->kind == kind)
            g_strv_builder_add (texts, name->text);
    }
    return g_strv_builder_end (texts);
}

char *
ent_gazetteer_nearest (const EntGazetteer *gazetteer, const char *name)
{
    g_autofree char *wanted = ent_name_fold (name);
    if (wanted[0] == '\0')
        return NULL;
    guint limit = MAX (1, (guint)g_utf8_strlen (wanted, -1) / 4);
    Search search = { .wanted = wanted, .distance = limit + 1 };

    search_all (gazetteer, &search, FALSE);
    if (search.text == NULL)
        search_all (gazetteer, &search, TRUE);
    if (search.text == NULL)
        return NULL;
    /* a name that several share would only lead to the same question again */
    if (ent_gazetteer_find (gazetteer, search.text) == ENT_NONE)
        return g_strdup (ent_gazetteer_entity (gazetteer, search.entity)->id);
    return g_strdup (search.text);
}

const char *
ent_gazetteer_nearest_id (const EntGazetteer *gazetteer, const char *text, gboolean states_only)
{
    g_autofree char *wanted = ent_name_fold (text);
    guint limit = MAX (1, (guint)g_utf8_strlen (wanted, -1) / 4);
    Search search = { .wanted = wanted, .distance = limit + 1 };
    for (guint i = 0; i < gazetteer->entities->len; i++) {
        const EntEntity *entity = &g_array_index (gazetteer->entities, EntEntity, i);
        if (states_only && entity->kind != ENT_STATE)
            continue;
        try_text (&search, i, entity->id, FALSE);
        if (entity->name != NULL)
            try_text (&search, i, entity->name, FALSE);
    }
    return search.text != NULL ? ent_gazetteer_entity (gazetteer, search.entity)->id : NULL;
}

/* compare.c - which entity of one gazetteer is which of another. */
#include <string.h>

#include "compare.h"

typedef struct {
    const EntGazetteer *before, *after;
    guint *is_now; /* by entity of `before`: its index in `after`, or ENT_NONE */
    guint *was;    /* by entity of `after`: its index in `before`, or ENT_NONE */
} Pairing;

static void
pair (Pairing *pairing, guint before, guint after)
{
    pairing->is_now[before] = after;
    pairing->was[after] = before;
}

/* Both gazetteers are in the order of their ids. */
static void
pair_by_id (Pairing *pairing)
{
    guint n_before = ent_gazetteer_size (pairing->before), n_after = ent_gazetteer_size (pairing->after);
    for (guint i = 0, j = 0; i < n_before && j < n_after;) {
        int order = strcmp (ent_gazetteer_entity (pairing->before, i)->id,
                            ent_gazetteer_entity (pairing->after, j)->id);
        if (order == 0)
            pair (pairing, i, j);
        i += order <= 0;
        j += order >= 0;
    }
}

/* The entity of the other gazetteer that has no pair yet, is of the same kind and has this name, if only as an
 * alias; ENT_NONE for none. */
static guint
find_unpaired (const EntGazetteer *other, const guint *partners, const EntEntity *entity)
{
    guint found = ent_gazetteer_find (other, entity->name);
    if (found == ENT_NONE || partners[found] != ENT_NONE ||
        ent_gazetteer_entity (other, found)->kind != entity->kind)
        return ENT_NONE;
    return found;
}

static void
pair_by_name (Pairing *pairing)
{
    for (guint i = 0; i < ent_gazetteer_size (pairing->before); i++) {
        if (pairing->is_now[i] != ENT_NONE)
            continue;
        guint j = find_unpaired (pairing->after, pairing->was, ent_gazetteer_entity (pairing->before, i));
        if (j != ENT_NONE)
            pair (pairing, i, j);
    }
    for (guint j = 0; j < ent_gazetteer_size (pairing->after); j++) {
        if (pairing->was[j] != ENT_NONE)
            continue;
        guint i = find_unpaired (pairing->before, pairing->is_now, ent_gazetteer_entity (pairing->after, j));
        if (i != ENT_NONE)
            pair (pairing, i, j);
    }
}

static void
list_changes (const Pairing *pairing, GArray *changes)
{
    for (guint i = 0; i < ent_gazetteer_size (pairing->before); i++) {
        const EntEntity *before = ent_gazetteer_entity (pairing->before, i), *after = NULL;
        if (pairing->is_now[i] != ENT_NONE)
            after = ent_gazetteer_entity (pairing->after, pairing->is_now[i]);
        EntEntityChange change = { after == NULL ? ENT_REMOVED : ENT_CHANGED, before, after };
        if (after == NULL || strcmp (before->id, after->id) != 0 || strcmp (before->name, after->name) != 0)
            g_array_append_val (changes, change);
    }
    for (guint j = 0; j < ent_gazetteer_size (pairing->after); j++) {
        EntEntityChange change = { ENT_ADDED, NULL, ent_gazetteer_entity (pairing->after, j) };
        if (pairing->was[j] == ENT_NONE)
            g_array_append_val (changes, change);
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
    const EntEntityChange *x = a, *y = b;
    return strcmp ((x->after != NULL ? x->after : x->before)->id,
                   (y->after != NULL ? y->after : y->before)->id);
}

static guint *
no_partners (const EntGazetteer *gazetteer)
{
    guint n = ent_gazetteer_size (gazetteer), *partners = g_new (guint, n + 1);
    for (guint i = 0; i < n; i++)
        partners[i] = ENT_NONE;
    return partners;
}

GArray *
ent_gazetteer_compare (const EntGazetteer *before, const EntGazetteer *after)
{
    GArray *changes = g_array_new (FALSE, FALSE, sizeof (EntEntityChange));
    if (before == after)
        return changes;
    g_autofree guint *is_now = no_partners (before), *was = no_partners (after);
    Pairing pairing = { before, after, is_now, was };
    pair_by_id (&pairing);
    pair_by_name (&pairing);
    list_changes (&pairing, changes);
    g_array_sort (changes, compare_changes);
    return changes;
}

GHashTable *
ent_renamed_ids (const GArray *entities)
{
    GHashTable *renamed = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < entities->len; i++) {
        const EntEntityChange *change = &g_array_index (entities, EntEntityChange, i);
        if (change->change == ENT_CHANGED && strcmp (change->before->id, change->after->id) != 0)
            g_hash_table_insert (renamed, (gpointer)change->before->id, (gpointer)change->after->id);
    }
    return renamed;
}

const char *
ent_renamed (GHashTable *renamed, const char *id)
{
    const char *now = g_hash_table_lookup (renamed, id);
    return now != NULL ? now : id;
}

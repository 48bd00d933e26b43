/* settle.c - one event, one edge: between officials or states, as the article as a whole supports. All look-ups go by
 * pair, so that an article may make any number of claims. */
#include "settle.h"

/* A pair as it is looked up. */
typedef struct {
    guint relation, status, source, target;
    guint sentence; /* ENT_NONE: any */
} Key;

/* Where a pair is claimed. */
typedef struct {
    guint first, last; /* sentences */
} Place;

static guint
hash_key (gconstpointer data)
{
    const Key *key = data;
    guint hash = key->relation * 31 + key->status;
    hash = hash * 2654435761u + key->source;
    hash = hash * 2654435761u + key->target;
    return hash * 2654435761u + key->sentence;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
    const Key *x = a, *y = b;
    return x->relation == y->relation && x->status == y->status && x->source == y->source &&
           x->target == y->target && x->sentence == y->sentence;
}

static Key
key_of (const EntSettling *claim, guint source, guint target, guint sentence)
{
    gboolean swap = !claim->directed && source > target;
    return (Key){ claim->relation, claim->status, swap ? target : source, swap ? source : target, sentence };
}

static void
note (GHashTable *places, Key key, guint sentence)
{
    Place *place = g_hash_table_lookup (places, &key);
    if (place == NULL) {
        place = g_new (Place, 1);
        *place = (Place){ sentence, sentence };
        g_hash_table_insert (places, g_memdup2 (&key, sizeof key), place);
    }
    place->first = MIN (place->first, sentence);
    place->last = MAX (place->last, sentence);
}

/* An official's state; ENT_NONE for other entities. */
static guint
state_of (const EntGazetteer *gazetteer, guint index)
{
    const EntEntity *entity = ent_gazetteer_entity (gazetteer, index);
    return entity->kind == ENT_OFFICIAL ? entity->state : ENT_NONE;
}

/* Notes a claim under the pairs that say less: with the state of an official at one end or both. */
static void
note_broader (const EntGazetteer *gazetteer, GHashTable *broader, const EntSettling *claim)
{
    guint sources[] = { claim->source, state_of (gazetteer, claim->source) };
    guint targets[] = { claim->target, state_of (gazetteer, claim->target) };
    guint sentence = claim->directed ? claim->sentence : ENT_NONE;
    for (guint i = 0; i < 2; i++)
        for (guint j = 0; j < 2; j++)
            if (i + j > 0 && sources[i] != ENT_NONE && targets[j] != ENT_NONE)
                note (broader, key_of (claim, sources[i], targets[j], sentence), claim->sentence);
}

/* "A flew to see B. … They met": what was open then is settled. */
static gboolean
took_place (GHashTable *claimed, const EntSettling *open)
{
    EntSettling happened = *open;
    happened.status = ENT_HAPPENED;
    Key key = key_of (&happened, open->source, open->target, ENT_NONE);
    const Place *place = open->tentative ? g_hash_table_lookup (claimed, &key) : NULL;
    return place != NULL && place->last >= open->sentence;
}

/* "A met B. … The Norwegian-Kenyan talks": the officials have the edge. An answer is another unless the sentence is one. */
static gboolean
is_told_exactly (GHashTable *broader, const EntSettling *claim)
{
    Key key = key_of (claim, claim->source, claim->target, claim->directed ? claim->sentence : ENT_NONE);
    const Place *place = claim->directed || claim->loose ? g_hash_table_lookup (broader, &key) : NULL;
    return place != NULL &&
           (claim->directed || place->first != claim->sentence || place->last != claim->sentence);
}

void
ent_settle (const EntGazetteer *gazetteer, const GArray *settling, GArray *evidence)
{
    g_autoptr (GHashTable) claimed = g_hash_table_new_full (hash_key, equal_keys, g_free, g_free);
    g_autoptr (GHashTable) broader = g_hash_table_new_full (hash_key, equal_keys, g_free, g_free);
    for (guint i = 0; i < settling->len; i++) {
        const EntSettling *claim = &g_array_index (settling, EntSettling, i);
        if (!claim->former) /* they met last year, and are to meet again */
            note (claimed, key_of (claim, claim->source, claim->target, ENT_NONE), claim->sentence);
        note_broader (gazetteer, broader, claim);
    }
    guint kept = 0;
    for (guint i = 0; i < settling->len; i++) {
        const EntSettling *claim = &g_array_index (settling, EntSettling, i);
        if (!took_place (claimed, claim) && !is_told_exactly (broader, claim))
            g_array_index (evidence, EntEvidence, kept++) =
                g_array_index (evidence, EntEvidence, claim->evidence);
    }
    g_array_set_size (evidence, kept);
}

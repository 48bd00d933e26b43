/* variants.c - which names are one person's: short forms, and spellings that are alike. */
#include "gazetteer/load.h"
#include "proposal.h"
#include "spelling.h"

enum { MOST_ALIKE = 200 }; /* persons of one skeleton; more are no names */

/* ---- a person's name as two words to compare ---- */

typedef struct {
    EntSpelling *given; /* NULL for a family name alone */
    EntSpelling *family;
    gpointer whose; /* EntCandidate, or an entity's index */
} Person;

static void
free_person (gpointer data)
{
    Person *person = data;
    ent_spelling_free (person->given);
    ent_spelling_free (person->family);
    g_free (person);
}

/* Of a folded name; its first word and its last. */
static Person *
person_new (const char *folded, gpointer whose)
{
    Person *person = g_new0 (Person, 1);
    const char *last = strrchr (folded, ' ');
    person->family = ent_spelling_new (last != NULL ? last + 1 : folded);
    if (last != NULL) {
        g_autofree char *first = g_strndup (folded, strcspn (folded, " "));
        person->given = ent_spelling_new (first);
    }
    person->whose = whose;
    return person;
}

/* The family name must be alike, and the given names where both have one; an initial is like any such name. A given
 * name alone makes nobody the same. */
static gboolean
is_same_person (const Person *a, const Person *b)
{
    if (!ent_spelling_is_alike (a->family, b->family))
        return FALSE;
    if (a->given == NULL || b->given == NULL)
        return TRUE;
    const char *x = a->given->letters, *y = b->given->letters;
    if (strlen (x) == 1 || strlen (y) == 1)
        return x[0] == y[0];
    return ent_spelling_is_alike (a->given, b->given);
}

/* Persons by the skeleton of their family name; the key is borrowed from the first of them. */
static void
index_person (GHashTable *index, Person *person)
{
    GPtrArray *persons = g_hash_table_lookup (index, person->family->skeleton);
    if (persons == NULL) {
        persons = g_ptr_array_new_with_free_func (free_person);
        g_hash_table_insert (index, person->family->skeleton, persons);
    }
    if (persons->len < MOST_ALIKE)
        g_ptr_array_add (persons, person);
    else
        free_person (person);
}

static const Person *
find_person (GHashTable *index, const Person *person)
{
    const GPtrArray *persons = g_hash_table_lookup (index, person->family->skeleton);
    for (guint i = 0; persons != NULL && i < persons->len; i++)
        if (is_same_person (persons->pdata[i], person))
            return persons->pdata[i];
    return NULL;
}

static GHashTable *
new_index (void)
{
    return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
}

/* ---- candidates ---- */

static gboolean
is_person (const EntCandidate *candidate)
{
    return candidate->kind == ENT_OFFICIAL && candidate->same == NULL;
}

static EntCandidate *
root_of (EntCandidate *candidate)
{
    while (candidate->same != NULL)
        candidate = candidate->same;
    return candidate;
}

/* "Velayati", in an article that never gives the full name, to the one who has it most often. */
static void
join_short_forms (const GPtrArray *candidates)
{
    g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < candidates->len; i++) {
        EntCandidate *candidate = candidates->pdata[i];
        for (guint f = 0; is_person (candidate) && candidate->forms[f] != NULL; f++) {
            const EntCandidate *owner = g_hash_table_lookup (owners, candidate->forms[f]);
            if (owner == NULL || candidate->mentions > owner->mentions)
                g_hash_table_insert (owners, candidate->forms[f], candidate);
        }
    }
    for (guint i = 0; i < candidates->len; i++) {
        EntCandidate *candidate = candidates->pdata[i];
        EntCandidate *owner = g_hash_table_lookup (owners, candidate->key);
        if (owner != NULL && is_person (candidate) && root_of (owner) != candidate)
            ent_candidate_join (root_of (owner), candidate, TRUE);
    }
}

/* Full names before single ones, and among them the most frequent first. */
static int
compare_frequency (gconstpointer a, gconstpointer b)
{
    const EntCandidate *x = *(const EntCandidate *const *)a, *y = *(const EntCandidate *const *)b;
    gboolean single = strchr (x->key, ' ') == NULL, other = strchr (y->key, ' ') == NULL;
    if (single != other)
        return single ? 1 : -1;
    if (x->mentions != y->mentions)
        return x->mentions > y->mentions ? -1 : 1;
    return strcmp (x->key, y->key);
}

static void
join_spellings (const GPtrArray *candidates)
{
    g_autoptr (GPtrArray) order = g_ptr_array_new ();
    g_autoptr (GHashTable) index = new_index ();
    for (guint i = 0; i < candidates->len; i++)
        if (is_person (candidates->pdata[i]))
            g_ptr_array_add (order, candidates->pdata[i]);
    g_ptr_array_sort (order, compare_frequency);
    for (guint i = 0; i < order->len; i++) {
        EntCandidate *candidate = order->pdata[i];
        Person *person = person_new (candidate->key, candidate);
        const Person *same = find_person (index, person);
        if (same == NULL) {
            index_person (index, person);
            continue;
        }
        if (person->given != NULL || ent_candidate_is_person (candidate)) /* Correa is not Korea */
            ent_candidate_join (same->whose, candidate, FALSE);
        free_person (person);
    }
}

void
ent_variants_join (const GPtrArray *candidates)
{
    join_short_forms (candidates);
    join_spellings (candidates);
}

/* ---- those whom the gazetteer knows ---- */

guint *
ent_variants_known (const EntGazetteer *gazetteer, const GPtrArray *candidates)
{
    g_autoptr (GHashTable) index = new_index ();
    for (guint i = 0; i < gazetteer->names->len; i++) {
        const EntName *name = &g_array_index (gazetteer->names, EntName, i);
        if (name->kind > ENT_NAME_ALIAS ||
            g_array_index (gazetteer->entities, EntEntity, name->entity).kind != ENT_OFFICIAL)
            continue;
        g_autofree char *folded = ent_name_fold (name->text);
        index_person (index, person_new (folded, GUINT_TO_POINTER (name->entity)));
    }
    guint *known = g_new (guint, candidates->len + 1);
    for (guint i = 0; i < candidates->len; i++) {
        const EntCandidate *candidate = candidates->pdata[i];
        known[i] = ENT_NONE;
        if (candidate->kind != ENT_OFFICIAL)
            continue;
        Person *person = person_new (candidate->key, NULL);
        const Person *same = find_person (index, person);
        if (same != NULL)
            known[i] = GPOINTER_TO_UINT (same->whose);
        free_person (person);
    }
    return known;
}

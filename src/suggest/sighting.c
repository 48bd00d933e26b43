/* sighting.c - the sightings of one sentence, in order. */
#include "sighting.h"

enum { MAX_NAME = 5, MAX_ORGANIZATION = 9, NEAR = 4 }; /* tokens */

/* ---- what stands round a name ---- */

static gboolean
speaks (const EntSightingContext *l, guint i)
{
    const EntWord *word = i < l->sentence->n_tokens ? seen (l, i)->word : NULL;
    return word != NULL && word->verb != NULL && (word->classes & ENT_WORD_FINITE) != 0 &&
           (word->verb_class & (ENT_VERB_SAY | ENT_VERB_SPEECH | ENT_VERB_CUE)) != 0 &&
           g_strcmp0 (word->verb, "report") != 0;
}

/* "told X": the one behind the verb does not speak. */
static gboolean
hears (const EntSightingContext *l, guint i)
{
    const char *verb = seen (l, i)->word->verb;
    return (seen (l, i)->word->verb_class & ENT_VERB_SAY) == 0 || g_strcmp0 (verb, "tell") == 0 ||
           g_strcmp0 (verb, "ask") == 0 || g_strcmp0 (verb, "quote") == 0;
}

/* "met X", "talks with X" */
static gboolean
meets (const EntSightingContext *l, guint first)
{
    guint i = first;
    if (i > 1 && ent_token_is (seen (l, i - 1), "with"))
        i--;
    gboolean verb = i > 0 && (seen_classes (l, i - 1) & ENT_WORD_VERB) != 0 &&
                    (seen (l, i - 1)->word->verb_class & ENT_VERB_CUE) != 0;
    return verb || (i < first && (seen_classes (l, i - 1) & ENT_WORD_NOUN) != 0);
}

static guint
signs_around (const EntSightingContext *l, guint first, guint last)
{
    guint signs = 0;
    gboolean whole = last == l->sentence->n_tokens || !seen_is (l, last, ENT_TOKEN_WORD);
    if (!seen_possessive (l, last - 1) && speaks (l, last))
        signs |= ENT_SIGN_SPEAKS;
    if (first > 0 && whole && speaks (l, first - 1) && !hears (l, first - 1) &&
        (seen_classes (l, first - 1) & ENT_WORD_PAST) != 0)
        signs |= ENT_SIGN_SPEAKS;
    if (first > 1 && ent_token_is (seen (l, first - 1), "to") &&
        ent_token_is (seen (l, first - 2), "according"))
        signs |= ENT_SIGN_SPEAKS;
    if (last - first > 1 && meets (l, first))
        signs |= ENT_SIGN_SPEAKS;
    if (first == 0)
        signs |= ENT_SIGN_FIRST;
    else if ((seen_classes (l, first - 1) & ENT_WORD_DETERMINER) != 0)
        signs |= ENT_SIGN_ARTICLE;
    else if ((seen_classes (l, first - 1) & ENT_WORD_PLACE) != 0 &&
             !ent_token_is (seen (l, first - 1), "to") && !ent_token_is (seen (l, first - 1), "over") &&
             !ent_token_is (seen (l, first - 1), "for"))
        signs |= ENT_SIGN_PLACE;
    guint phrase = first;
    while (phrase > 0 && ent_sighting_is_modifier (l, phrase - 1))
        phrase--;
    guint from = phrase > NEAR ? phrase - NEAR : 0, to = MIN (last + NEAR, l->sentence->n_tokens);
    for (guint i = from; i < to; i++)
        if ((i < phrase || i >= last) && ((seen (l, i)->word->verb_class & ENT_VERB_CUE) != 0 ||
                                          (seen_classes (l, i) & ENT_WORD_NOUN) != 0))
            signs |= ENT_SIGN_CUE;
    return signs;
}

static void
add_sighting (const EntSightingContext *l, GArray *sightings, EntKind kind, guint first, guint last,
              guint entity)
{
    EntSighting s = { .kind = kind,
                      .entity = entity,
                      .first = first,
                      .last = last,
                      .acronym = ENT_NONE,
                      .state = ENT_NONE,
                      .signs = signs_around (l, first, last) };
    if (kind == ENT_OFFICIAL)
        ent_sighting_title (l, &s);
    g_array_append_val (sightings, s);
}

/* ---- organizations ---- */

static EntSighting *
last_of (GArray *sightings)
{
    return &g_array_index (sightings, EntSighting, sightings->len - 1);
}

/* The state that the tokens name, or the one before them; not by its seat: Paris Club. */
static guint
state_in (const EntSightingContext *l, guint first, guint last)
{
    for (guint i = first > 0 ? first - 1 : 0; i < last; i++)
        if (seen_state (l, i) != NULL && l->names[i]->kind != ENT_NAME_METONYM)
            return l->names[i]->entity;
    return ENT_NONE;
}

/* "Organization of American States": where the name goes on to behind its head. "… of Iran" is not part of it. */
static guint
organization_end (const EntSightingContext *l, guint last)
{
    static const char *const joints[] = { "of", "for", "on", "against" };
    if (!seen_is (l, last, ENT_TOKEN_WORD) || seen_possessive (l, last - 1))
        return last;
    for (gsize i = 0; i < G_N_ELEMENTS (joints); i++) {
        if (!ent_token_is (seen (l, last), joints[i]))
            continue;
        guint next = last + 1;
        if (next < l->sentence->n_tokens && ent_token_is (seen (l, next), "the"))
            next++;
        if (next >= l->sentence->n_tokens || !ent_sighting_has_capital (l, next))
            return last;
        guint end = ent_sighting_run_end (l, next);
        gboolean only_state = seen_state (l, next) != NULL && seen_state (l, end - 1) == seen_state (l, next);
        return only_state || end - last > MAX_ORGANIZATION ? last : end;
    }
    return last;
}

/* A run that ends in the head of an organization's name, and is more than the head and a people: TRUE if it was
 * one. */
static gboolean
add_organization (const EntSightingContext *l, guint first, guint last, guint *end, GArray *sightings)
{
    guint head = last - 1, own = 0;
    if (seen_state (l, head) != NULL || (l->classes[head] & ENT_NAMES_ORGANIZATION) == 0 ||
        last - first > MAX_ORGANIZATION)
        return FALSE;
    *end = organization_end (l, last);
    while (first + 1 < head && seen_state (l, first) != NULL &&
           seen_state (l, first)->kind != ENT_NAME_DEMONYM)
        first++; /* "U.S. National Security Council" */
    for (guint i = first; i < head; i++) {
        if ((seen_classes (l, i) & (ENT_WORD_TITLE | ENT_WORD_TITLE_PART)) == ENT_WORD_TITLE ||
            (l->classes[i] & ENT_NAMES_PUBLICATION) != 0)
            return FALSE;
        own += seen_state (l, i) == NULL && !ent_sighting_is_acronym (l, i);
    }
    gboolean body = (l->classes[head] & ENT_NAMES_BODY) != 0;
    if (own == 0 && *end == last && (body || first == head)) /* the Iranian Army, the Council */
        return FALSE;
    add_sighting (l, sightings, ENT_ORGANIZATION, first, *end, ENT_NONE);
    EntSighting *s = last_of (sightings);
    s->signs |= ENT_SIGN_GROUP;
    s->state = state_in (l, first, *end);
    if (s->state == ENT_NONE && seen_is (l, *end, ENT_TOKEN_WORD) && ent_token_is (seen (l, *end), "of"))
        s->state = state_in (l, *end + 1, MIN (*end + 3, l->sentence->n_tokens)); /* of the Republic of … */
    if (seen_is (l, *end, ENT_TOKEN_OPEN) && seen_is (l, *end + 2, ENT_TOKEN_CLOSE) &&
        seen_is (l, *end + 1, ENT_TOKEN_WORD) && ent_sighting_is_acronym (l, *end + 1))
        s->acronym = *end + 1;
    return TRUE;
}

/* ---- people, and organizations without a head ---- */

static gboolean
can_be_name (const EntSightingContext *l, guint first, guint last)
{
    guint letters = 0;
    if (last - first > MAX_NAME)
        return FALSE;
    for (guint i = first; i < last; i++) {
        if ((l->classes[i] & ENT_NAMES_IMPERSONAL) != 0)
            return FALSE;
        if (ent_sighting_is_acronym (l, i) && !(i > first && ent_sighting_is_numeral (l, i)))
            return FALSE;
        letters = MAX (letters, (guint)(seen (l, i)->end - seen (l, i)->start));
    }
    if ((l->classes[last - 1] & ENT_NAMES_PARTICLE) != 0 && last - first == 1)
        return FALSE;
    /* "Putin-Trump" are two */
    return letters > 1 && !(last - first == 2 && seen (l, first + 1)->hyphen &&
                            (l->classes[first] & ENT_NAMES_PARTICLE) == 0);
}

static void
add_name (const EntSightingContext *l, guint first, guint last, GArray *sightings)
{
    if (!can_be_name (l, first, last))
        return;
    gboolean group = seen_is (l, last, ENT_TOKEN_WORD) && !seen (l, last)->capital &&
                     (l->classes[last] & ENT_NAMES_GROUP) != 0 && !seen_possessive (l, last - 1);
    add_sighting (l, sightings, group ? ENT_ORGANIZATION : ENT_OFFICIAL, first, last, ENT_NONE);
    if (group) {
        last_of (sightings)->signs |= ENT_SIGN_GROUP;
        last_of (sightings)->state = state_in (l, first, first);
    }
}

/* IAEA; one that never speaks will not be proposed. */
static void
add_acronym (const EntSightingContext *l, guint i, GArray *sightings)
{
    gsize length = seen (l, i)->end - seen (l, i)->start;
    if (length > 8 || ent_sighting_is_numeral (l, i) || !ent_sighting_is_acronym (l, i) ||
        seen (l, i)->hyphen)
        return;
    for (gsize at = seen (l, i)->start; at < seen (l, i)->end; at++)
        if (!g_ascii_isupper (l->text[at]))
            return;
    add_sighting (l, sightings, ENT_ORGANIZATION, i, i + 1, ENT_NONE);
    if ((seen_classes (l, i + 1) & (ENT_WORD_TITLE | ENT_WORD_PERSON | ENT_WORD_PEOPLE)) != 0)
        last_of (sightings)->signs |= ENT_SIGN_GROUP; /* the IAEA's chief */
}

/* The name that a title is before, where it has the name of a state: "Transport Minister Israel Katz". */
static gboolean
is_given_name (const EntSightingContext *l, guint i, guint last)
{
    return i > 0 && seen_title (l, i - 1) && !seen_possessive (l, i - 1) && i + 2 == last &&
           seen_state (l, i)->kind != ENT_NAME_DEMONYM && !ent_sighting_is_modifier (l, last - 1);
}

static void
read_run (const EntSightingContext *l, guint first, guint last, GArray *sightings)
{
    for (guint i = first; i < last;) {
        if (ent_sighting_is_modifier (l, i) && !(seen_state (l, i) != NULL && is_given_name (l, i, last))) {
            i++;
            continue;
        }
        guint end = i + 1;
        if (i > first && (l->classes[i - 1] & ENT_NAMES_PLACE) != 0 && !seen_title (l, i - 1))
            return; /* New York */
        gboolean titled = i > 0 && seen_title (l, i - 1) && !seen_possessive (l, i - 1);
        while (end < last &&
               (!ent_sighting_is_modifier (l, end) || (titled && end + 1 == last && end == i + 1)))
            end++; /* "spokesman Raj Shah": of two titles the second is a name */
        if (end == i + 1)
            add_acronym (l, i, sightings);
        add_name (l, i, end, sightings);
        i = end;
    }
}

/* ---- the sentence ---- */

/* A state counts by its name or people, by its seat only where that acts. */
static void
add_states (const EntSightingContext *l, GArray *sightings)
{
    for (guint i = 0; i < l->sentence->n_tokens; i++) {
        const EntName *name = seen_state (l, i);
        guint end = i + 1;
        if (name == NULL)
            continue;
        while (end < l->sentence->n_tokens && l->names[end] == name)
            end++;
        if (g_array_index (l->gazetteer->entities, EntEntity, name->entity).place.line == 0 &&
            (name->kind != ENT_NAME_METONYM || (seen_classes (l, end) & ENT_WORD_FINITE) != 0))
            add_sighting (l, sightings, ENT_STATE, i, end, name->entity);
        i = end - 1;
    }
}

static gboolean
is_known_outside (const EntSightingContext *l, const EntSighting *s)
{
    guint first = s->title < s->title_end ? MIN (s->first, s->title) : s->first;
    while (first > 0 && (ent_sighting_is_modifier (l, first - 1)))
        first--;
    for (guint i = 0; i < l->sentence->n_tokens; i++)
        if ((i < first || i >= s->last) && l->names[i] != NULL && l->names[i]->entity != ENT_NONE &&
            l->names[i]->entity != s->entity && l->names[i]->kind != ENT_NAME_METONYM)
            return TRUE;
    return FALSE;
}

void
ent_sightings (const EntSightingContext *l, GArray *sightings)
{
    guint before = sightings->len;
    if (l->sentence->title_case && !seen_is (l, l->sentence->n_tokens - 1, ENT_TOKEN_STOP))
        return;
    for (guint i = 0; i < l->sentence->n_tokens;) {
        if (!ent_sighting_has_capital (l, i)) {
            i++;
            continue;
        }
        guint last = ent_sighting_run_end (l, i), end = last;
        if (!add_organization (l, i, last, &end, sightings))
            read_run (l, i, last, sightings);
        i = MAX (end, last);
    }
    add_states (l, sightings);
    for (guint i = before; i < sightings->len; i++) {
        EntSighting *s = &g_array_index (sightings, EntSighting, i);
        if (is_known_outside (l, s))
            s->signs |= ENT_SIGN_BESIDE;
    }
}

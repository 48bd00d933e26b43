/* set.c - what a plural stands for: the latest set of the text that fits in size and kind. */
#include "set.h"

#include <string.h>

#include "row.h"

guint
ent_set_entity (const EntClauses *c, guint named)
{
    return named != ENT_NONE ? ent_discourse_named (c->discourse, named)->mention.entity : ENT_NONE;
}

/* The entity of a noun phrase is one of several. */
gboolean
ent_set_is_among (const EntClauses *c, guint noun, const guint *named, guint n)
{
    guint entity = noun != ENT_NONE ? ent_set_entity (c, chunk (c, noun)->named) : ENT_NONE;
    for (guint i = 0; entity != ENT_NONE && i < n; i++)
        if (ent_set_entity (c, named[i]) == entity)
            return TRUE;
    return FALSE;
}

static gboolean
is_of_kind (const EntClauses *c, guint named, const EntSetDescription *wanted)
{
    const EntNamedPhrase *phrase = ent_discourse_named (c->discourse, named);
    return !phrase->not_actor && !phrase->person &&
           (wanted->any_kind || ent_named_entity (c->discourse, phrase)->kind == wanted->kind);
}

/* "the two leaders", "both presidents", "the pair", "neither", "the ministers" */
gboolean
ent_set_describe (const EntClauses *c, guint noun, EntSetDescription *wanted)
{
    const EntChunk *p = chunk (c, noun);
    const EntWord *head = ent_clause_word (c, p->head);
    *wanted = (EntSetDescription){ .kind = ENT_OFFICIAL };
    if (p->named != ENT_NONE || p->n_owners > 0)
        return FALSE;
    for (guint t = p->first; t < p->last; t++)
        wanted->size = MAX (wanted->size, ent_clause_word (c, t)->set_size);
    gboolean definite = (ent_clause_word (c, p->first)->uses & ENT_USE_DEFINITE) != 0;
    if (head->set_size > 0) /* "the two met", "neither met": of people or states alike */
        return wanted->any_kind = definite || p->first == p->head;
    wanted->any_kind = (head->uses & ENT_USE_SET_HEAD) != 0;
    if ((head->uses & ENT_USE_COUNTRY) != 0) {
        wanted->kind = ENT_STATE;
        return wanted->size > 0 || definite;
    }
    gboolean people =
        (head->classes & ENT_WORD_PLURAL) != 0 && (head->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON)) != 0;
    return (wanted->any_kind && (wanted->size > 0 || definite)) || (people && wanted->size > 0);
}

static gboolean
set_fits (const EntClauses *c, const EntSet *set, guint before, const EntSetDescription *wanted)
{
    if (wanted->size > 0 && set->n != wanted->size)
        return FALSE;
    EntKind first =
        ent_named_entity (c->discourse, ent_discourse_named (c->discourse, set->members[0]))->kind;
    EntSetDescription alike = { .kind = wanted->any_kind ? first : wanted->kind };
    for (guint i = 0; i < set->n; i++) {
        const EntNamedPhrase *named = ent_discourse_named (c->discourse, set->members[i]);
        if (!is_of_kind (c, set->members[i], &alike) ||
            (named->sentence == c->discourse->sentence && named->first >= before))
            return FALSE;
    }
    return TRUE;
}

/* The only ones of their kind that a stretch of named phrases names, if they are as many as wanted. */
guint
ent_set_only_named (const EntClauses *c, guint first, guint last, const EntSetDescription *wanted,
                    guint *antecedents)
{
    guint n = 0, size = wanted->size > 0 ? wanted->size : 2;
    for (guint i = first; i < last; i++) {
        gboolean seen = FALSE;
        for (guint j = 0; j < n; j++)
            seen |= ent_set_entity (c, antecedents[j]) == ent_set_entity (c, i);
        if (seen || !is_of_kind (c, i, wanted))
            continue;
        if (n == size || n == ENT_MAX_SALIENT)
            return 0;
        antecedents[n++] = i;
    }
    return n == size ? n : 0;
}

/* The index behind the last named phrase of this sentence that starts before a token. */
guint
ent_set_named_before (const EntDiscourse *discourse, guint first)
{
    guint i = discourse->sentence_start;
    while (i < discourse->named->len && ent_discourse_named (discourse, i)->first < first)
        i++;
    return i;
}

/* The named phrases of a sentence further back: *last is set behind them, the result is the first. */
guint
ent_set_named_back (const EntDiscourse *discourse, guint back, guint *last)
{
    guint i = discourse->sentence_start;
    while (i > 0 && ent_discourse_named (discourse, i - 1)->sentence + back > discourse->sentence)
        i--;
    *last = i;
    while (i > 0 && ent_discourse_named (discourse, i - 1)->sentence + back >= discourse->sentence)
        i--;
    return i;
}

/* The antecedents of a set description: the latest set that fits, here or up to three sentences back; where a sentence
 * has none, those whom it names, if they are just as many. */
guint
ent_set_antecedents (const EntClauses *c, guint noun, const EntSetDescription *wanted, guint *antecedents)
{
    EntDiscourse *discourse = c->discourse;
    guint first = chunk (c, noun)->first;
    for (guint back = 0; back <= 3 && back <= discourse->sentence; back++) {
        const EntSalience *salience =
            back > 0 ? ent_discourse_before (discourse, back) : &discourse->salience;
        for (guint i = salience->n_sets; i-- > 0;)
            if (set_fits (c, &salience->sets[i], first, wanted)) {
                memcpy (antecedents, salience->sets[i].members, salience->sets[i].n * sizeof *antecedents);
                return salience->sets[i].n;
            }
        guint last, start = discourse->sentence_start;
        if (back > 0) {
            start = ent_set_named_back (discourse, back, &last);
        } else {
            last = ent_set_named_before (discourse, first);
        }
        EntSetDescription people = *wanted; /* "the two": people rather than states */
        people.any_kind = FALSE;
        guint n = back < 2 ? ent_set_only_named (c, start, last, &people, antecedents) : 0;
        if (n > 0)
            return n;
    }
    return 0;
}

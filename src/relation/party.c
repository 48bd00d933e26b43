/* party.c - who a noun phrase is, as one who meets, speaks or is answered. */
#include "rule.h"

static gboolean
is_people (const EntRuleContext *w, guint noun)
{
    return (head_word (w, noun)->classes & (ENT_WORD_PEOPLE | ENT_WORD_PERSON)) != 0;
}

static guint
official_at (const EntRuleContext *w, guint noun)
{
    guint index = is_noun (w->c, noun) ? chunk (w->c, noun)->named : ENT_NONE;
    return index != ENT_NONE && entity (w, index)->kind == ENT_OFFICIAL ? index : ENT_NONE;
}

static gboolean
is_of_or_from (const EntRuleContext *w, guint i)
{
    return is_preposition (w, i, ENT_IS_GENITIVE) || is_preposition (w, i, ENT_IS_SOURCE);
}

/* "a delegation headed by A", "a delegation under A": A. */
static guint
delegation_head (const EntRuleContext *w, guint noun)
{
    guint verb = is_of_or_from (w, noun + 1) ? noun + 3 : noun + 1; /* a delegation of X led by A */
    if (is_preposition (w, verb, ENT_IS_COMMAND))
        return official_at (w, verb + 1);
    if (kind (w->c, verb) != ENT_CHUNK_VERB || !chunk (w->c, verb)->bare ||
        !is_preposition (w, verb + 1, ENT_IS_AGENT) ||
        (token (w->c->sentence, chunk (w->c, verb)->verb)->word->verb_class & ENT_VERB_HEAD) == 0)
        return ENT_NONE;
    return official_at (w, verb + 2);
}

guint
ent_name_in_apposition (const EntRuleContext *w, guint noun)
{
    if ((head_word (w, noun)->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON)) == 0 &&
        !(is_function (w, chunk (w->c, noun)->head, ENT_IS_NUMBER) &&
          has_function (w, noun, ENT_IS_OPPOSITE)))
        return ENT_NONE;
    guint i = noun + 1;
    while (kind (w->c, i) == ENT_CHUNK_PREPOSITION && is_noun (w->c, i + 1))
        i += 2;
    if (kind (w->c, i) != ENT_CHUNK_COMMA || kind (w->c, i + 2) == ENT_CHUNK_AND ||
        kind (w->c, i + 2) == ENT_CHUNK_VERB) /* with the minister, B said */
        return ENT_NONE;
    return official_at (w, i + 1);
}

/* "leaders of Pakistan": Pakistan, by unnamed people. */
static guint
state_of_people (const EntRuleContext *w, guint noun)
{
    const EntChunk *p = chunk (w->c, noun);
    gboolean speaks = is_preposition (w, noun + 1, ENT_IS_BENEFACTIVE) && /* a spokesman for the army of X */
                      ent_is (token (w->c->sentence, p->head), ENT_IS_SPOKESPERSON);
    if ((!is_people (w, noun) && !p->no) || p->n_owners > 0 || !(speaks || is_of_or_from (w, noun + 1)) ||
        !is_noun (w->c, noun + 2))
        return ENT_NONE;
    guint owner = chunk (w->c, noun + 2)->named;
    if (owner == ENT_NONE || entity (w, owner)->kind == ENT_OFFICIAL)
        return ENT_NONE;
    named_phrase (w, owner)->people = TRUE;
    return owner;
}

guint
ent_party_of (const EntRuleContext *w, guint noun)
{
    const EntChunk *p = chunk (w->c, noun);
    if (p->first > 0 && is_function (w, p->first - 1, ENT_IS_NEGATOR))
        return ENT_NONE; /* A, not B */
    if (p->pronoun != ENT_PRONOUN_NONE)
        return p->named;
    guint head = delegation_head (w, noun);
    if (head == ENT_NONE && (p->named == ENT_NONE || entity (w, p->named)->kind != ENT_OFFICIAL))
        head = ent_name_in_apposition (w, noun); /* the head of the company X, A */
    if (head != ENT_NONE)
        return head;
    if (p->named == ENT_NONE)
        return state_of_people (w, noun);
    return named_phrase (w, p->named)->not_actor ? ENT_NONE : p->named;
}

/* "delegations led by A and B": all of them. */
static gboolean
add_delegation_heads (const EntRuleContext *w, EntParties *parties, guint noun)
{
    guint verb = is_of_or_from (w, noun + 1) ? noun + 3 : noun + 1;
    if (delegation_head (w, noun) == ENT_NONE || (head_word (w, noun)->classes & ENT_WORD_PLURAL) == 0)
        return FALSE;
    guint first = kind (w->c, verb) == ENT_CHUNK_VERB ? verb + 2 : verb + 1;
    EntCoordination group = ent_coordination_right (w->c, first, TRUE);
    for (guint i = 0; i < group.n_members; i++)
        ent_parties_add (w, parties, official_at (w, group.members[i]));
    return TRUE;
}

/* "ambassadors of A, B and C" */
static gboolean
add_people_of (const EntRuleContext *w, EntParties *parties, guint noun)
{
    if (!is_people (w, noun) || chunk (w->c, noun)->n_owners > 0 || chunk (w->c, noun)->named != ENT_NONE ||
        !is_of_or_from (w, noun + 1) || !is_noun (w->c, noun + 2))
        return FALSE;
    EntCoordination group = ent_coordination_right (w->c, noun + 2, TRUE);
    if (group.n_members < 2)
        return FALSE;
    for (guint i = 0; i < group.n_members; i++) {
        guint index = chunk (w->c, group.members[i])->named;
        if (index != ENT_NONE && entity (w, index)->kind != ENT_OFFICIAL) {
            named_phrase (w, index)->people = TRUE;
            ent_parties_add (w, parties, index);
        }
    }
    return parties->n > 0;
}

EntParties
ent_parties_of_group (const EntRuleContext *w, EntCoordination group)
{
    EntParties parties = { { 0 }, 0 };
    for (guint i = 0; i < group.n_members; i++) {
        if (add_people_of (w, &parties, group.members[i]) ||
            add_delegation_heads (w, &parties, group.members[i]))
            continue;
        guint party = ent_party_of (w, group.members[i]);
        ent_parties_add (w, &parties, party);
        const EntChunk *p = chunk (w->c, group.members[i]);
        for (guint j = 0; j < p->n_several; j++)
            ent_parties_add (w, &parties, p->several + j);
    }
    return parties;
}

EntParties
ent_subjects_of (const EntRuleContext *w, guint verb)
{
    return ent_parties_of_group (w, ent_clause_subjects (w->c, verb));
}

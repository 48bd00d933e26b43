/* coordination.c - coordinated noun phrases: "A, B and C". */
#include "row.h"

static void
add_member (EntCoordination *group, guint noun)
{
    if (group->n_members < ENT_MAX_CONJUNCTS)
        group->members[group->n_members++] = noun;
}

/* Passes ", the minister of X," leftwards from the comma at i; the index of the noun before, or i. */
static guint
pass_appositive_left (const EntClauses *c, guint i)
{
    guint open = ent_row_opening_comma (c, i);
    return open != ENT_NONE && open > 0 && is_noun (c, open - 1) && open + 1 < i ? open : i;
}

EntCoordination
ent_coordination_left (const EntClauses *c, guint noun)
{
    EntCoordination group = { { 0 }, 0 };
    add_member (&group, noun);
    gboolean joined = FALSE;
    guint i = noun;
    if (i >= 3 && kind (c, i - 1) == ENT_CHUNK_COMMA && ent_row_is_appositive (c, i - 2) &&
        kind (c, i - 3) == ENT_CHUNK_AND)
        i -= 2; /* A and his counterpart, B, met */
    while (i >= 2) {
        guint link = i - 1;
        if (kind (c, link) == ENT_CHUNK_AND) {
            if (kind (c, link - 1) == ENT_CHUNK_COMMA)
                link--;
            joined = TRUE;
        } else if (kind (c, link) != ENT_CHUNK_COMMA || !joined) {
            break;
        }
        if (link == 0)
            break;
        guint before = link - 1;
        if (kind (c, link) == ENT_CHUNK_COMMA &&
            !(is_noun (c, before) && chunk (c, before)->named != ENT_NONE)) {
            guint open = pass_appositive_left (c, link);
            if (open == link)
                break;
            before = open - 1;
        }
        /* "A of X and B": the preposition's noun belongs to A */
        while (before >= 2 && is_noun (c, before) && kind (c, before - 1) == ENT_CHUNK_PREPOSITION &&
               is_noun (c, before - 2) &&
               (first_is (c, before - 1, ENT_IS_GENITIVE) || first_is (c, before - 1, ENT_IS_SOURCE)))
            before -= 2;
        if (!is_noun (c, before) || (before > 0 && is_verb (c, before - 1)))
            break;
        add_member (&group, before);
        if (before > 0 && kind (c, before - 1) == ENT_CHUNK_PREPOSITION)
            break;
        i = before;
    }
    return group;
}

/* ", B," between two commas: the second; or i. */
static guint
pass_between_commas (const EntClauses *c, guint i)
{
    guint close = i + 1;
    while (is_noun (c, close) || kind (c, close) == ENT_CHUNK_PREPOSITION)
        close++;
    return close > i + 1 && kind (c, close) == ENT_CHUNK_COMMA ? close : i;
}

/* A noun behind "and" that begins a clause of its own: "met Putin and Assad said". */
static gboolean
starts_clause (const EntClauses *c, guint noun)
{
    for (guint i = noun + 1; i < c->n_chunks; i++) {
        EntChunkKind k = kind (c, i);
        if (k == ENT_CHUNK_VERB)
            return chunk (c, i)->finite && kind (c, i - 1) != ENT_CHUNK_AND;
        if (k == ENT_CHUNK_COMMA && kind (c, i + 1) == ENT_CHUNK_RELATIVE) { /* B, who …, said */
            while (i + 1 < c->n_chunks && kind (c, i + 1) != ENT_CHUNK_COMMA)
                i++;
            i++;
            continue;
        }
        guint behind = k == ENT_CHUNK_COMMA ? pass_between_commas (c, i) : i;
        if (k == ENT_CHUNK_PREPOSITION && is_noun (c, i + 1))
            i++;
        else if (behind != i)
            i = behind;
        else if (!(k == ENT_CHUNK_NOUN && chunk (c, i)->time))
            return FALSE;
    }
    return FALSE;
}

/* Behind a member: "of X", "in Moscow", "on Monday" may stand before the list goes on. */
static guint
pass_attachments (const EntClauses *c, guint i)
{
    for (;;) {
        if (kind (c, i) == ENT_CHUNK_PREPOSITION && kind (c, i + 1) == ENT_CHUNK_NOUN &&
            (first_is (c, i, ENT_IS_GENITIVE) || first_is (c, i, ENT_IS_SOURCE) ||
             first_is (c, i, ENT_IS_INESSIVE) || first_is (c, i, ENT_IS_ADESSIVE) ||
             first_is (c, i, ENT_IS_SUPERESSIVE) || first_is (c, i, ENT_IS_BENEFACTIVE)))
            i += 2;
        else if (kind (c, i) == ENT_CHUNK_NOUN && chunk (c, i)->time)
            i++;
        else
            return i;
    }
}

/* Behind an appositive that opens in the comma at i: the index of what follows it; or i. */
static guint
pass_appositive_right (const EntClauses *c, guint i)
{
    if (kind (c, i) != ENT_CHUNK_COMMA || !ent_row_is_appositive (c, i + 1) ||
        (ent_clause_word (c, chunk (c, i + 1)->head)->classes & ENT_WORD_PLURAL) != 0)
        return i;
    guint next = pass_attachments (c, i + 2);
    while (kind (c, next) == ENT_CHUNK_AND && ent_row_is_appositive (c, next + 1))
        next = pass_attachments (c, next + 2);
    if (kind (c, next) == ENT_CHUNK_COMMA)
        return next + 1;
    return kind (c, next) == ENT_CHUNK_AND ? next : i;
}

/* Whether the list that goes on behind a comma at i comes to an "and". */
static gboolean
list_ends_in_and (const EntClauses *c, guint i, gboolean whole)
{
    for (guint steps = 0; steps < 24 && i < c->n_chunks; i++, steps++) {
        EntChunkKind k = kind (c, i);
        if (k == ENT_CHUNK_AND) {
            if (kind (c, i + 1) == ENT_CHUNK_PREPOSITION && first_is (c, i + 1, ENT_IS_COMITATIVE))
                return is_noun (c, i + 2); /* A, B, and with C */
            return is_noun (c, i + 1) && (whole || !starts_clause (c, i + 1));
        }
        if (k != ENT_CHUNK_COMMA && k != ENT_CHUNK_NOUN && k != ENT_CHUNK_PREPOSITION)
            return FALSE;
    }
    return FALSE;
}

/* "met not only A but also B" */
static gboolean
is_not_only_but (const EntClauses *c, guint i)
{
    if (kind (c, i) != ENT_CHUNK_BUT || !is_noun (c, i + 1))
        return FALSE;
    for (guint t = chunk (c, i)->last; t < chunk (c, i + 1)->first; t++)
        if (ent_is (&c->sentence->tokens[t], ENT_IS_ALSO))
            return TRUE;
    return FALSE;
}

EntCoordination
ent_coordination_right (const EntClauses *c, guint noun, gboolean whole)
{
    EntCoordination group = { { 0 }, 0 };
    add_member (&group, noun);
    gboolean with = noun > 0 && kind (c, noun - 1) == ENT_CHUNK_PREPOSITION;
    const char *preposition = with ? c->sentence->tokens[chunk (c, noun - 1)->first].folded : "";
    guint i = noun + 1;
    gboolean first_is_somebody = chunk (c, noun)->named != ENT_NONE ||
                                 chunk (c, noun)->pronoun != ENT_PRONOUN_NONE ||
                                 ent_row_is_appositive (c, noun) || chunk (c, noun)->n_owners > 0;
    for (;;) {
        if (!first_is_somebody && kind (c, i) == ENT_CHUNK_COMMA)
            return group; /* received an ovation, B a medal */
        guint last = group.members[group.n_members - 1];
        gboolean somebody = chunk (c, last)->named != ENT_NONE || ent_row_is_appositive (c, last) ||
                            kind (c, i) != ENT_CHUNK_PREPOSITION;
        if (!somebody) /* "the participation of A and B": the list is of another noun */
            return group;
        i = pass_attachments (c, i);
        guint behind = pass_appositive_right (c, i);
        gboolean appositive = behind != i;
        i = behind;
        guint next = i;
        if (kind (c, i) == ENT_CHUNK_COMMA && kind (c, i + 1) == ENT_CHUNK_AND)
            next = i + 2;
        else if (kind (c, i) == ENT_CHUNK_AND)
            next = i + 1;
        else if (is_not_only_but (c, i))
            next = i + 1;
        else if (kind (c, i) == ENT_CHUNK_COMMA && kind (c, i + 1) == ENT_CHUNK_PREPOSITION &&
                 (first_is (c, i + 1, ENT_IS_INCLUSIVE) || (with && first_token_is (c, i + 1, preposition))))
            next = i + 2; /* officials, including A and B; with A, then with B */
        else if (kind (c, i) == ENT_CHUNK_COMMA && list_ends_in_and (c, i + 1, whole))
            next = i + 1;
        else if (!appositive || !is_noun (c, i) || !list_ends_in_and (c, i, whole))
            return group;
        if (with && kind (c, next) == ENT_CHUNK_PREPOSITION && first_token_is (c, next, preposition))
            next++; /* with A and with B */
        if (!is_noun (c, next) || (!whole && starts_clause (c, next)))
            return group;
        add_member (&group, next);
        i = next + 1;
    }
}

/* coordination.c - noun phrases that stand together: "A, B and C". */
#include "row.h"

static void
add_member (EntGroup *group, guint noun)
{
    if (group->n_members < ENT_MAX_GROUP)
        group->members[group->n_members++] = noun;
}

/* Passes ", the minister of X," leftwards from the comma at i; the index of the noun before, or i. */
static guint
pass_appositive_left (const EntClauses *c, guint i)
{
    guint open = ent_row_opening_comma (c, i);
    return open != ENT_NONE && open > 0 && is_noun (c, open - 1) && open + 1 < i ? open : i;
}

EntGroup
ent_group_left (const EntClauses *c, guint noun)
{
    EntGroup group = { { 0 }, 0 };
    add_member (&group, noun);
    gboolean joined = FALSE;
    guint i = noun;
    if (i >= 3 && kind (c, i - 1) == ENT_PHRASE_COMMA && ent_row_is_appositive (c, i - 2) &&
        kind (c, i - 3) == ENT_PHRASE_AND)
        i -= 2; /* A and his counterpart, B, met */
    while (i >= 2) {
        guint link = i - 1;
        if (kind (c, link) == ENT_PHRASE_AND) {
            if (kind (c, link - 1) == ENT_PHRASE_COMMA)
                link--;
            joined = TRUE;
        } else if (kind (c, link) != ENT_PHRASE_COMMA || !joined) {
            break;
        }
        if (link == 0)
            break;
        guint before = link - 1;
        if (kind (c, link) == ENT_PHRASE_COMMA &&
            !(is_noun (c, before) && phrase (c, before)->naming != ENT_NONE)) {
            guint open = pass_appositive_left (c, link);
            if (open == link)
                break;
            before = open - 1;
        }
        /* "A of X and B": the preposition's noun belongs to A */
        while (before >= 2 && is_noun (c, before) && kind (c, before - 1) == ENT_PHRASE_PREPOSITION &&
               is_noun (c, before - 2) &&
               (first_token_is (c, before - 1, "of") || first_token_is (c, before - 1, "from")))
            before -= 2;
        if (!is_noun (c, before) || (before > 0 && is_verb (c, before - 1)))
            break;
        add_member (&group, before);
        if (before > 0 && kind (c, before - 1) == ENT_PHRASE_PREPOSITION)
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
    while (is_noun (c, close) || kind (c, close) == ENT_PHRASE_PREPOSITION)
        close++;
    return close > i + 1 && kind (c, close) == ENT_PHRASE_COMMA ? close : i;
}

/* A noun behind "and" that begins a clause of its own: "met Putin and Assad said". */
static gboolean
starts_clause (const EntClauses *c, guint noun)
{
    for (guint i = noun + 1; i < c->n_phrases; i++) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_VERB)
            return phrase (c, i)->finite && kind (c, i - 1) != ENT_PHRASE_AND;
        if (k == ENT_PHRASE_COMMA && kind (c, i + 1) == ENT_PHRASE_RELATIVE) { /* B, who …, said */
            while (i + 1 < c->n_phrases && kind (c, i + 1) != ENT_PHRASE_COMMA)
                i++;
            i++;
            continue;
        }
        guint behind = k == ENT_PHRASE_COMMA ? pass_between_commas (c, i) : i;
        if (k == ENT_PHRASE_PREPOSITION && is_noun (c, i + 1))
            i++;
        else if (behind != i)
            i = behind;
        else if (!(k == ENT_PHRASE_NOUN && phrase (c, i)->time))
            return FALSE;
    }
    return FALSE;
}

/* Behind a member: "of X", "in Moscow", "on Monday" may stand before the list goes on. */
static guint
pass_attachments (const EntClauses *c, guint i)
{
    for (;;) {
        if (kind (c, i) == ENT_PHRASE_PREPOSITION && kind (c, i + 1) == ENT_PHRASE_NOUN &&
            (first_token_is (c, i, "of") || first_token_is (c, i, "from") || first_token_is (c, i, "in") ||
             first_token_is (c, i, "at") || first_token_is (c, i, "on") || first_token_is (c, i, "for")))
            i += 2;
        else if (kind (c, i) == ENT_PHRASE_NOUN && phrase (c, i)->time)
            i++;
        else
            return i;
    }
}

/* Behind an appositive that opens in the comma at i: the index of what follows it; or i. */
static guint
pass_appositive_right (const EntClauses *c, guint i)
{
    if (kind (c, i) != ENT_PHRASE_COMMA || !ent_row_is_appositive (c, i + 1) ||
        (ent_clause_word (c, phrase (c, i + 1)->head)->classes & ENT_WORD_PLURAL) != 0)
        return i;
    guint next = pass_attachments (c, i + 2);
    while (kind (c, next) == ENT_PHRASE_AND && ent_row_is_appositive (c, next + 1))
        next = pass_attachments (c, next + 2);
    if (kind (c, next) == ENT_PHRASE_COMMA)
        return next + 1;
    return kind (c, next) == ENT_PHRASE_AND ? next : i;
}

/* Whether the list that goes on behind a comma at i comes to an "and". */
static gboolean
list_ends_in_and (const EntClauses *c, guint i, gboolean whole)
{
    for (guint steps = 0; steps < 24 && i < c->n_phrases; i++, steps++) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_AND) {
            if (kind (c, i + 1) == ENT_PHRASE_PREPOSITION && first_token_is (c, i + 1, "with"))
                return is_noun (c, i + 2); /* A, B, and with C */
            return is_noun (c, i + 1) && (whole || !starts_clause (c, i + 1));
        }
        if (k != ENT_PHRASE_COMMA && k != ENT_PHRASE_NOUN && k != ENT_PHRASE_PREPOSITION)
            return FALSE;
    }
    return FALSE;
}

/* "met not only A but also B" */
static gboolean
is_not_only_but (const EntClauses *c, guint i)
{
    if (kind (c, i) != ENT_PHRASE_BUT || !is_noun (c, i + 1))
        return FALSE;
    for (guint t = phrase (c, i)->last; t < phrase (c, i + 1)->first; t++)
        if (ent_token_is (&c->sentence->tokens[t], "also"))
            return TRUE;
    return FALSE;
}

EntGroup
ent_group_right (const EntClauses *c, guint noun, gboolean whole)
{
    EntGroup group = { { 0 }, 0 };
    add_member (&group, noun);
    gboolean with = noun > 0 && kind (c, noun - 1) == ENT_PHRASE_PREPOSITION;
    const char *preposition = with ? c->sentence->tokens[phrase (c, noun - 1)->first].folded : "";
    guint i = noun + 1;
    gboolean first_is_somebody = phrase (c, noun)->naming != ENT_NONE ||
                                 phrase (c, noun)->pronoun != ENT_PRONOUN_NONE ||
                                 ent_row_is_appositive (c, noun) || phrase (c, noun)->n_owners > 0;
    for (;;) {
        if (!first_is_somebody && kind (c, i) == ENT_PHRASE_COMMA)
            return group; /* received an ovation, B a medal */
        guint last = group.members[group.n_members - 1];
        gboolean somebody = phrase (c, last)->naming != ENT_NONE || ent_row_is_appositive (c, last) ||
                            kind (c, i) != ENT_PHRASE_PREPOSITION;
        if (!somebody) /* "the participation of A and B": the list is of another noun */
            return group;
        i = pass_attachments (c, i);
        guint behind = pass_appositive_right (c, i);
        gboolean appositive = behind != i;
        i = behind;
        guint next = i;
        if (kind (c, i) == ENT_PHRASE_COMMA && kind (c, i + 1) == ENT_PHRASE_AND)
            next = i + 2;
        else if (kind (c, i) == ENT_PHRASE_AND)
            next = i + 1;
        else if (is_not_only_but (c, i))
            next = i + 1;
        else if (kind (c, i) == ENT_PHRASE_COMMA && kind (c, i + 1) == ENT_PHRASE_PREPOSITION &&
                 (first_token_is (c, i + 1, "including") || (with && first_token_is (c, i + 1, preposition))))
            next = i + 2; /* officials, including A and B; with A, then with B */
        else if (kind (c, i) == ENT_PHRASE_COMMA && list_ends_in_and (c, i + 1, whole))
            next = i + 1;
        else if (!appositive || !is_noun (c, i) || !list_ends_in_and (c, i, whole))
            return group;
        if (with && kind (c, next) == ENT_PHRASE_PREPOSITION && first_token_is (c, next, preposition))
            next++; /* with A and with B */
        if (!is_noun (c, next) || (!whole && starts_clause (c, next)))
            return group;
        add_member (&group, next);
        i = next + 1;
    }
}

/* description.c - offices and descriptions: "the Russian president", "the Iranian diplomat". */
#include <string.h>

#include "resolver.h"

typedef struct {
    guint first, last, head;                    /* tokens of the phrase; its head */
    const EntName *state;                       /* a demonym or name of a state, or an organization, in it */
    gboolean definite, indefinite, former, own; /* own: his, her, their */
} Description;

/* The noun phrase around the title at `head`. */
static void
read_description (const EntResolver *work, guint head, Description *d)
{
    *d = (Description){ .first = head, .last = head + 1, .head = head };
    guint unknown = 0;
    for (guint i = head; i-- > 0;) {
        const EntToken *t = token (work->sentence, i);
        const EntName *inside = name_of_token (work, i);
        if (t->kind != ENT_TOKEN_WORD || work->taken[i])
            break;
        guint c = t->word->classes;
        if ((c & ENT_WORD_DETERMINER) != 0 && inside == NULL) {
            d->definite =
                ent_is (t, ENT_IS_ARTICLE) || ent_is (t, ENT_IS_NEAR) || ent_is (t, ENT_IS_COMPLEMENTIZER);
            d->indefinite = !d->definite;
            d->first = i;
            break;
        }
        if ((c & ENT_WORD_POSSESSIVE) != 0) {
            d->own = TRUE;
            d->first = i;
            break;
        }
        if (inside != NULL) {
            if (is_official (work, inside))
                break;
            if (d->state == NULL || is_state (work, inside))
                d->state = inside;
            i = work->hit_first[work->token_hit[i]];
            d->first = i;
            if (is_possessive (work->sentence, work->hit_last[work->token_hit[i]] - 1))
                break;
            continue;
        }
        if (is_title_word (work, i) || (c & ENT_WORD_NUMBER) != 0) {
            if (is_possessive (work->sentence, i))
                break;
            if (ent_is (t, ENT_IS_FORMER))
                d->former = TRUE;
            d->first = i;
        } else if (c == 0 && !t->capital && ++unknown <= 2) {
            d->first = i;
        } else {
            break;
        }
    }
}

static gboolean
is_description_head (const EntResolver *work, guint i)
{
    const EntToken *t = token (work->sentence, i);
    guint c = t->word->classes;
    if (t->kind != ENT_TOKEN_WORD || work->taken[i] || work->token_hit[i] != ENT_NONE ||
        (c & (ENT_WORD_TITLE | ENT_WORD_PERSON)) == 0 || (c & ENT_WORD_PLURAL) != 0)
        return FALSE;
    if (i + 1 >= work->sentence->n_tokens || is_possessive (work->sentence, i))
        return TRUE;
    const EntToken *next = token (work->sentence, i + 1);
    if (next->kind != ENT_TOKEN_WORD)
        return TRUE;
    guint n = next->word->classes;
    if (next->hyphen || work->taken[i + 1])
        return FALSE;
    if ((n & (ENT_WORD_TITLE | ENT_WORD_PEOPLE | ENT_WORD_PERSON)) != 0)
        return FALSE;
    if ((n & ENT_WORD_TITLE_PART) != 0 &&
        (n & (ENT_WORD_PREPOSITION | ENT_WORD_VERB | ENT_WORD_ADVERB | ENT_WORD_POSSESSIVE)) == 0)
        return FALSE;
    return n != 0 || next->capital;
}

/* "the president of Iran": the state stands behind. */
static void
read_state_behind (const EntResolver *work, Description *d)
{
    guint i = d->last;
    if (d->state != NULL || i + 1 >= work->sentence->n_tokens ||
        !ent_is (token (work->sentence, i), ENT_IS_GENITIVE))
        return;
    i++;
    if ((classes (work->sentence, i) & ENT_WORD_DETERMINER) != 0 && i + 1 < work->sentence->n_tokens)
        i++;
    const EntName *name = name_of_token (work, i);
    if (name == NULL || !is_state (work, name) || name->kind == ENT_NAME_METONYM || work->taken[i])
        return;
    d->state = name;
    d->last = work->hit_last[work->token_hit[i]];
}

static guint
state_of (const EntResolver *work, const EntName *name)
{
    if (name == NULL)
        return ENT_NONE;
    return is_state (work, name) ? name->entity : entity_at (work->discourse, name->entity)->state;
}

static guint
office_holder (const EntResolver *work, const Description *d, gboolean *known)
{
    guint n = d->last - d->first;
    g_autofree gboolean *skip = g_new0 (gboolean, n);
    for (guint i = d->first; i < d->last; i++) {
        const EntName *inside = name_of_token (work, i);
        skip[i - d->first] =
            (inside != NULL && is_state (work, inside)) ||
            ((classes (work->sentence, i) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0) ||
            (classes (work->sentence, i) == 0 && !token (work->sentence, i)->capital);
    }
    g_autofree char *key = ent_title_key (work->sentence->tokens, d->first, d->last, skip);
    const EntName *state = d->state != NULL && is_state (work, d->state) ? d->state : NULL;
    return ent_offices_holder (work->discourse->offices, state_of (work, state), key,
                               work->discourse->article->date, known);
}

/* "the U.S. ambassador to France": not the one to Mexico, whose office says so. */
static gboolean
is_posted_elsewhere (const EntResolver *work, const EntEntity *entity, const Description *d)
{
    const EntName *post = d->last + 1 < work->sentence->n_tokens && has_use (work, d->last, ENT_USE_POST)
                              ? name_of_token (work, d->last + 1)
                              : NULL;
    if (post == NULL || !is_state (work, post))
        return FALSE;
    for (guint i = 0; i < entity->n_offices; i++)
        if (strstr (entity->offices[i].title, entity_at (work->discourse, post->entity)->name) != NULL)
            return FALSE;
    return TRUE;
}

/* TRUE if the official may be called so: the word is part of an office, or is one that any official
 * may be called by. */
static gboolean
may_be_called (const EntResolver *work, const EntNamedPhrase *named, const Description *d)
{
    const EntEntity *entity = ent_named_entity (work->discourse, named);
    guint state = state_of (work, d->state);
    if ((state != ENT_NONE && entity->state != state) || is_posted_elsewhere (work, entity, d))
        return FALSE;
    if (has_use (work, d->head, ENT_USE_ANYBODY))
        return state != ENT_NONE || ent_is (token (work->sentence, d->head), ENT_IS_CHIEF);
    return ent_office_may_be_called (work->discourse->offices, named->mention.entity, work->sentence->tokens,
                                     d->first, d->head + 1);
}

static gboolean
is_main_subject (const EntNamedPhrase *named)
{
    return named->subject && !named->aside;
}

/* The official whom a description stands for: of those named in this sentence and the ones before, the
 * latest who may be called so, a subject before an object. Reaches back ENT_REACH sentences. */
static guint
find_antecedent (const EntResolver *work, const Description *d)
{
    const EntDiscourse *discourse = work->discourse;
    guint best = ENT_NONE;
    for (guint i = discourse->named->len; i-- > 0;) {
        const EntNamedPhrase *named = ent_discourse_named (discourse, i);
        if (named->sentence + ENT_REACH < discourse->sentence)
            break;
        if (best != ENT_NONE && named->sentence != ent_discourse_named (discourse, best)->sentence)
            break;
        if (named->sentence == discourse->sentence && named->first >= d->first)
            continue;
        if (!ent_named_is_official (discourse, named) || !may_be_called (work, named, d))
            continue;
        if (best == ENT_NONE) {
            best = i;
            continue;
        }
        const EntNamedPhrase *other = ent_discourse_named (discourse, best);
        if (other->mention.entity == named->mention.entity)
            continue;
        ent_discourse_mark (work->discourse, named->sentence);
        if (is_main_subject (named) == is_main_subject (other))
            return ENT_NONE; /* it may be either */
        if (is_main_subject (named))
            best = i;
    }
    return best;
}

/* The token where the name starts that a description is in apposition with ("Iran's president, Hassan Rouhani,"), or
 * ENT_NONE. What the title is of may stand between: "the ambassador to the United Nations, Nikki Haley". */
static guint
name_beside (const EntResolver *work, const Description *d)
{
    guint i = d->last;
    while (i + 1 < work->sentence->n_tokens && i < d->last + 8 &&
           token (work->sentence, i)->kind == ENT_TOKEN_WORD &&
           (work->token_hit[i] != ENT_NONE || token (work->sentence, i)->capital || is_title_word (work, i) ||
            ent_is (token (work->sentence, i), ENT_IS_DATIVE) ||
            ent_is (token (work->sentence, i), ENT_IS_GENITIVE) ||
            ent_is (token (work->sentence, i), ENT_IS_BENEFACTIVE) ||
            ent_is (token (work->sentence, i), ENT_IS_ARTICLE)))
        i++;
    if (i + 1 >= work->sentence->n_tokens || token (work->sentence, i)->kind != ENT_TOKEN_COMMA ||
        !work->taken[i + 1])
        return ENT_NONE;
    for (guint j = i + 1; j < work->sentence->n_tokens && work->taken[j];
         j++) /* a title may stand before it */
        if (is_official (work, name_of_token (work, j))) {
            guint state = state_of (work, d->state);
            gboolean other = state != ENT_NONE && is_state (work, d->state) &&
                             entity_at (work->discourse, name_of_token (work, j)->entity)->state != state;
            return other ? ENT_NONE : i + 1;
        }
    return ENT_NONE;
}

/* "his Turkish counterpart": who held the office in Turkey that the only official named before it in the sentence
 * held in his own state. */
static guint
counterpart (const EntResolver *work, const Description *d)
{
    const EntDiscourse *discourse = work->discourse;
    if (!ent_is (token (work->sentence, d->head), ENT_IS_PEER) || !is_state (work, d->state))
        return ENT_NONE;
    guint his = ENT_NONE;
    for (guint i = discourse->sentence_start; i < discourse->named->len; i++) {
        const EntNamedPhrase *named = ent_discourse_named (discourse, i);
        if (named->first >= d->first || !ent_named_is_official (discourse, named))
            continue;
        if (his != ENT_NONE && his != named->mention.entity)
            return ENT_NONE;
        his = named->mention.entity;
    }
    if (his == ENT_NONE)
        return ENT_NONE;
    EntDate date = discourse->article->date;
    const char *key = ent_office_key_at (discourse->offices, his, date);
    gboolean known;
    return key != NULL ? ent_offices_holder (discourse->offices, d->state->entity, key, date, &known)
                       : ENT_NONE;
}

/* "Iran said its foreign minister …": of the only state that the sentence has named before. */
static guint
office_of_its (const EntResolver *work, const Description *d)
{
    if (!ent_is (token (work->sentence, d->first), ENT_IS_NEUTER))
        return ENT_NONE;
    const EntName *its = NULL;
    for (guint i = 0; i < d->first; i++) {
        const EntName *name = name_of_token (work, i);
        if (name == NULL || is_official (work, name) || work->taken[i])
            continue;
        if (!is_state (work, name) || (its != NULL && its->entity != name->entity))
            return ENT_NONE;
        its = name;
    }
    if (its == NULL)
        return ENT_NONE;
    Description of_it = *d;
    of_it.state = its;
    gboolean known;
    return office_holder (work, &of_it, &known);
}

static void
resolve_description (EntResolver *work, const Description *d)
{
    guint name = name_beside (work, d);
    if (name != ENT_NONE) {
        ent_resolver_take (work, d->first, name - 1);
        return;
    }
    gboolean known = FALSE;
    guint entity = d->indefinite || d->former || d->own ? ENT_NONE : office_holder (work, d, &known);
    guint antecedent = ENT_NONE;
    EntHow how = ENT_HOW_OFFICE;
    if (d->own) {
        guint other = d->state != NULL ? counterpart (work, d) : office_of_its (work, d);
        if (d->state == NULL && other == ENT_NONE)
            return;
        if (other != ENT_NONE)
            ent_resolver_add (work, other, ENT_HOW_OFFICE, d->first, d->last, d->first, d->last);
        ent_resolver_take (work, d->first, d->last);
        return;
    }
    if (entity == ENT_NONE && !d->indefinite && (d->definite || d->state != NULL)) {
        antecedent = find_antecedent (work, d);
        how = ENT_HOW_DESCRIPTION;
        if (antecedent != ENT_NONE)
            entity = ent_discourse_named (work->discourse, antecedent)->mention.entity;
    }
    if (entity == ENT_NONE && d->state != NULL && is_state (work, d->state) && d->first < d->head) {
        entity = d->state->entity; /* somebody of the state */
        how = ENT_HOW_DEMONYM;
    }
    if (entity == ENT_NONE)
        return;
    EntNamedPhrase *named = ent_resolver_add (work, entity, how, d->first, d->last, d->first, d->last);
    named->mention.antecedent =
        antecedent != ENT_NONE ? ent_discourse_name_of (work->discourse, antecedent) : ENT_NONE;
    named->person = named->people = how == ENT_HOW_DEMONYM;
    ent_resolver_take (work, d->first, d->last);
}

void
ent_resolve_descriptions (EntResolver *work)
{
    for (guint i = 0; i < work->sentence->n_tokens; i++) {
        Description d;
        if (!is_description_head (work, i))
            continue;
        read_description (work, i, &d);
        read_state_behind (work, &d);
        if (d.definite || d.state != NULL || d.own)
            resolve_description (work, &d);
        i = MAX (i, d.last - 1);
    }
}

/* status.c - whether what a verb says happened, is planned, or is denied. */
#include "row.h"

#include <string.h>

/* "if", "unless" or "whether" opens the clause. */
gboolean
ent_is_conditional (const EntClauses *c, guint at)
{
    while (at-- > 0) {
        const EntChunk *p = chunk (c, at);
        if (p->kind == ENT_CHUNK_SUBORDINATOR)
            return (ent_clause_word (c, p->first)->classes & ENT_WORD_CONDITION) != 0;
        if (p->kind == ENT_CHUNK_STOP || p->kind == ENT_CHUNK_QUOTE || p->kind == ENT_CHUNK_COMMA)
            return FALSE;
    }
    return FALSE;
}

static gboolean
future_time_behind (const EntClauses *c, guint verb)
{
    for (guint i = verb + 1; i < c->n_chunks && kind (c, i) != ENT_CHUNK_VERB; i++)
        for (guint t = chunk (c, i)->first; t < chunk (c, i)->last; t++)
            if (ent_is (&c->sentence->tokens[t], ENT_IS_FUTURE_TIME) ||
                ent_is (&c->sentence->tokens[t], ENT_IS_FUTURE_TIME))
                return TRUE;
    return FALSE;
}

static gboolean
is_before (const EntClauses *c, guint i, EntFunction function)
{
    guint first = chunk (c, i)->first;
    return first > 0 && ent_is (&c->sentence->tokens[first - 1], function);
}

static guint
uses_before (const EntClauses *c, guint i)
{
    guint first = chunk (c, i)->first;
    return first > 0 ? ent_clause_word (c, first - 1)->uses : 0;
}

/* "urged B to call off": somebody else wants it, and it has not been done. */
static gboolean
is_wished (const EntClauses *c, guint verb)
{
    guint governor = chunk (c, verb)->infinitive ? ent_row_verb_before (c, verb) : ENT_NONE;
    return governor != ENT_NONE &&
           (ent_row_verb_class (c, governor) & (ENT_VERB_BID | ENT_VERB_CALL | ENT_VERB_PLAN)) != 0 &&
           ent_clause_subject (c, governor) != ent_clause_subject (c, verb);
}

/* What a governing verb makes of the event below it. */
EntStatus
ent_below_verb (const EntClauses *c, guint governor, EntStatus otherwise)
{
    guint class = ent_row_verb_class (c, governor);
    EntStatus own = ent_verb_status (c, governor);
    if ((class & ENT_VERB_REFUSE) != 0)
        return own == ENT_DENIED || is_wished (c, governor) ? ENT_PLANNED : ENT_DENIED;
    if (own == ENT_DENIED)
        return ENT_DENIED;
    if ((class & ENT_VERB_MANAGE) != 0)
        return own;
    if ((class & ENT_VERB_PLAN) != 0)
        return ENT_PLANNED;
    return otherwise;
}

static gboolean
has_superlative (const EntClauses *c, guint noun)
{
    for (guint t = chunk (c, noun)->first; t < chunk (c, noun)->last; t++)
        if ((ent_clause_word (c, t)->uses & ENT_USE_SUPERLATIVE) != 0)
            return TRUE;
    return FALSE;
}

gboolean
ent_refuses (const EntClauses *c, guint verb)
{
    return (ent_row_verb_class (c, verb) & ENT_VERB_REFUSE) != 0;
}

gboolean
ent_calls_for (const EntClauses *c, guint verb)
{
    return (ent_row_verb_class (c, verb) & ENT_VERB_CALL) != 0;
}

EntStatus
ent_status_below (const EntClauses *c, guint verb)
{
    return ent_below_verb (c, verb, ent_verb_status (c, verb));
}

static EntStatus
infinitive_status (const EntClauses *c, guint verb)
{
    if (chunk (c, verb)->negative)
        return ENT_DENIED;
    guint governor = ent_row_verb_before (c, verb);
    if ((uses_before (c, verb) & ENT_USE_UNWILLING) != 0)
        return ENT_DENIED;
    if (verb > 0 && is_noun (c, verb - 1)) { /* no plans to meet, his refusal to meet */
        guint head = verb - 1;               /* the first official | from the country to meet him */
        while (head >= 2 && kind (c, head - 1) == ENT_CHUNK_PREPOSITION && is_noun (c, head - 2))
            head -= 2;
        if ((has_superlative (c, verb - 1) || has_superlative (c, head)) &&
            governor != ENT_NONE) /* "was the first to meet him" */
            return ent_verb_status (c, governor);
        if (chunk (c, verb - 1)->no ||
            ent_is (&c->sentence->tokens[chunk (c, verb - 1)->head], ENT_IS_REFUSAL))
            return ENT_DENIED;
    }
    if (governor == ENT_NONE)
        return ENT_PLANNED;
    if (chunk (c, verb)->perfect) { /* was to have met; is said to have met */
        gboolean be = (ent_clause_word (c, chunk (c, governor)->verb)->classes & ENT_WORD_BE) != 0;
        gboolean due = (uses_before (c, verb) & ENT_USE_DUE) != 0;
        return be || due ? ENT_DENIED : ent_verb_status (c, governor);
    }
    if (is_before (c, verb, ENT_IS_ABLE))
        return ent_verb_status (c, governor);
    return ent_below_verb (c, governor, ENT_PLANNED);
}

/* What the verb above a clause makes of it: "hopes that A meets B", "denied that he had met B". */
static EntStatus
told_status (const EntClauses *c, guint verb)
{
    for (guint i = verb; i-- > 1;) {
        if (is_verb (c, i) || kind (c, i) == ENT_CHUNK_STOP || kind (c, i) == ENT_CHUNK_QUOTE)
            return ENT_HAPPENED;
        if (kind (c, i) != ENT_CHUNK_SUBORDINATOR)
            continue;
        guint class = is_finite (c, i - 1) ? ent_row_verb_class (c, i - 1) : 0;
        if ((class & ENT_VERB_DENY) != 0 && !chunk (c, i - 1)->negative)
            return ENT_DENIED;
        return (class & (ENT_VERB_PLAN | ENT_VERB_SAY | ENT_VERB_SPEECH)) == ENT_VERB_PLAN ? ENT_PLANNED
                                                                                           : ENT_HAPPENED;
    }
    return ENT_HAPPENED;
}

/* "had not met B in the lift, but in the hall": what is denied is the place. */
static gboolean
is_corrected (const EntClauses *c, guint verb)
{
    for (guint i = verb + 1; i + 1 < c->n_chunks && !is_finite (c, i + 1) && kind (c, i) != ENT_CHUNK_STOP;
         i++)
        if (kind (c, i) == ENT_CHUNK_PREPOSITION && is_noun (c, i + 1) && chunk (c, i + 1)->named == ENT_NONE)
            for (guint j = i + 2; j + 2 < c->n_chunks && kind (c, j) != ENT_CHUNK_STOP; j++)
                if (kind (c, j) == ENT_CHUNK_BUT && kind (c, j + 1) == ENT_CHUNK_PREPOSITION &&
                    is_noun (c, j + 2) &&
                    first_token_is (c, j + 1, c->sentence->tokens[chunk (c, i)->first].folded))
                    return TRUE;
    return FALSE;
}

gboolean
ent_verb_is_unreal (const EntClauses *c, guint verb)
{
    const EntChunk *v = chunk (c, verb);
    if (v->modal && v->perfect)
        return TRUE; /* "could have met" */
    /* "Had A met B, …" */
    return verb >= 2 && verb < c->n_chunks && is_finite (c, 0) && chunk (c, 0)->verb == chunk (c, 0)->first &&
           (ent_clause_word (c, chunk (c, 0)->verb)->classes & ENT_WORD_HAVE) != 0 && is_noun (c, 1) &&
           ent_row_verb_before (c, verb) == 0;
}

/* "neither A nor B met": the negation stands before the subject. */
static gboolean
is_negated_before (const EntClauses *c, guint first)
{
    for (guint t = first; t-- > 0 && c->sentence->tokens[t].kind == ENT_TOKEN_WORD;) {
        const EntToken *token = &c->sentence->tokens[t];
        if ((token->word->classes & (ENT_WORD_BE | ENT_WORD_HAVE | ENT_WORD_MODAL)) != 0)
            return FALSE;
        if (ent_is (token, ENT_IS_NEGATIVE_OPENER))
            return TRUE;
    }
    return FALSE;
}

EntStatus
ent_verb_status (const EntClauses *c, guint verb)
{
    const EntChunk *v = chunk (c, verb);
    if (v->infinitive)
        return infinitive_status (c, verb);
    guint subject = v->finite ? ent_clause_subject (c, verb) : ENT_NONE;
    if (v->negative && is_corrected (c, verb))
        return ENT_HAPPENED;
    if (v->negative || (subject != ENT_NONE && chunk (c, subject)->no)) /* did not meet; nobody met */
        return ENT_DENIED;
    if (v->bare && v->progressive && verb > 0) {
        if (is_before (c, verb, ENT_IS_PRIVATIVE) || is_before (c, verb, ENT_IS_NEGATOR))
            return ENT_DENIED;
        guint governor = is_verb (c, verb - 1) ? verb - 1
                         : kind (c, verb - 1) == ENT_CHUNK_PREPOSITION && verb > 1 && is_verb (c, verb - 2)
                             ? verb - 2
                             : ENT_NONE;
        if (governor != ENT_NONE)
            return ent_below_verb (c, governor, ENT_HAPPENED);
        guint main = ent_row_verb_before (c, verb);
        if (main != ENT_NONE && ent_verb_status (c, main) == ENT_PLANNED)
            return ENT_PLANNED;
    }
    EntStatus told = told_status (c, verb);
    if (told == ENT_DENIED)
        return ENT_DENIED;
    if (v->modal || ent_is_conditional (c, verb) || told == ENT_PLANNED)
        return ENT_PLANNED;
    if (v->progressive && !v->bare && future_time_behind (c, verb))
        return ENT_PLANNED;
    return is_negated_before (c, v->first) ? ENT_DENIED : ENT_HAPPENED;
}

/* "met", "was to", "had": the verb group is in a past tense. */
static gboolean
is_past (const EntClauses *c, guint verb)
{
    const EntChunk *v = chunk (c, verb);
    if (!v->finite || v->modal)
        return FALSE;
    if (v->verb == v->first)
        return (ent_clause_word (c, v->verb)->classes & (ENT_WORD_PAST | ENT_WORD_BASE)) == ENT_WORD_PAST ||
               (ent_clause_word (c, v->verb)->uses & ENT_USE_PAST) != 0;
    return (ent_clause_word (c, v->first)->uses & ENT_USE_PAST) != 0;
}

gboolean
ent_is_told_of_past (const EntClauses *c, guint head)
{
    const EntChunk *p = chunk (c, head);
    if (p->kind == ENT_CHUNK_VERB && p->finite)
        return p->negative && is_past (c, head) &&
               (ent_clause_word (c, p->first)->classes & ENT_WORD_HAVE) != 0;
    guint governor = p->kind == ENT_CHUNK_VERB ? ent_row_verb_before (c, head) : ent_clause_verb (c, head);
    return governor != ENT_NONE && governor < head && is_past (c, governor);
}

/* rule_noun.c - relations that a noun says: where its parties stand, and answers: A's response to B. */
#include "rule.h"

guint
ent_preposition_behind (const EntRuleContext *w, guint noun, EntFunction function, const char *word)
{
    gboolean verb_passed = FALSE;
    for (guint i = noun + 1; i < w->c->n_chunks && i < noun + 10; i++) {
        if (word != NULL ? is_preposition_word (w, i, word) : is_preposition (w, i, function))
            return i;
        switch (kind (w->c, i)) {
        case ENT_CHUNK_VERB:
            if (verb_passed ||
                (!chunk (w->c, i)->passive &&
                 (token (w->c->sentence, chunk (w->c, i)->verb)->word->verb_class & ENT_VERB_EVENT) == 0) ||
                (token (w->c->sentence, chunk (w->c, i)->verb)->word->verb_class &
                 (ENT_VERB_LIGHT | ENT_VERB_EVENT)) == 0)
                return ENT_NONE;
            verb_passed = TRUE;
            break;
        case ENT_CHUNK_NOUN:
            /* a noun that names somebody ends the search, a place does not */
            if (i > 0 && kind (w->c, i - 1) != ENT_CHUNK_PREPOSITION && !chunk (w->c, i)->time &&
                !verb_passed)
                return ENT_NONE;
            break;
        case ENT_CHUNK_PREPOSITION:
            break;
        case ENT_CHUNK_AND: /* on June 18 and 19 */
            if (!chunk (w->c, i - 1)->time)
                return ENT_NONE;
            i++;
            break;
        default:
            return ENT_NONE;
        }
    }
    return ENT_NONE;
}

gboolean
ent_is_adjunct (const EntRuleContext *w, guint noun)
{
    if (noun == 0 || kind (w->c, noun - 1) != ENT_CHUNK_PREPOSITION)
        return FALSE;
    if (is_preposition (w, noun - 1,
                        ENT_IS_GENITIVE)) { /* on the sidelines of, ahead of, after two hours of */
        if (noun < 2)
            return FALSE;
        if (noun > 2 && ent_row_is_measure (w->c, noun - 2) && kind (w->c, noun - 3) == ENT_CHUNK_PREPOSITION)
            return TRUE;
        return kind (w->c, noun - 2) == ENT_CHUNK_PREPOSITION ||
               (token (w->c->sentence, chunk (w->c, noun - 2)->last - 1)->word->uses & ENT_USE_MARGIN) != 0;
    }
    return (token (w->c->sentence, chunk (w->c, noun - 1)->first)->word->uses & ENT_USE_ADJUNCT) != 0;
}

EntParties
ent_participants_of (const EntRuleContext *w, guint noun, guint light)
{
    guint verb = light;
    if (verb == ENT_NONE && ent_is_adjunct (w, noun))
        verb = ent_clause_verb (w->c, noun);
    EntParties subjects = { { 0 }, 0 };
    if (verb == ENT_NONE || (light != ENT_NONE && ent_calls_for (w->c, light)))
        return subjects;
    subjects = ent_subjects_of (w, verb);
    while (subjects.n == 0 && !chunk (w->c, verb)->finite && verb > 0 && kind (w->c, verb) != ENT_CHUNK_STOP)
        if (kind (w->c, --verb) == ENT_CHUNK_VERB)
            subjects = ent_subjects_of (w, verb); /* called the outcome disappointing after talks */
    return subjects;
}

/* "telephone talks" are none. */
static gboolean
is_excepted (const EntRuleContext *w, const EntFrame *frame, guint noun)
{
    const char *const *except = (const char *const *)relation_of (w, frame)->except;
    for (guint t = chunk (w->c, noun)->first; t < chunk (w->c, noun)->last; t++)
        if (g_strv_contains (except, token (w->c->sentence, t)->folded))
            return TRUE;
    return FALSE;
}

/* "Y's remarks drew a response from A" */
static void
relate_drawn (const EntRuleContext *w, const EntFrame *frame, guint noun)
{
    guint from = ent_preposition_behind (w, noun, ENT_IS_SOURCE, NULL);
    gboolean met = noun > 1 && kind (w->c, noun - 1) == ENT_CHUNK_PREPOSITION; /* was met with a response */
    guint verb = met ? noun - 2 : noun - 1;
    if (noun == 0 || kind (w->c, verb) != ENT_CHUNK_VERB || chunk (w->c, verb)->passive != met ||
        from == ENT_NONE || !is_noun (w->c, from + 1) ||
        (token (w->c->sentence, chunk (w->c, verb)->verb)->word->verb_class &
         (met ? ENT_VERB_GREET : ENT_VERB_DRAW)) == 0)
        return;
    guint subject = ent_clause_subject (w->c, verb);
    if (subject == ENT_NONE)
        return;
    EntParties sources = ent_parties_of_group (w, ent_coordination_right (w->c, from + 1, FALSE));
    EntParties targets = ent_answered_by (w, frame, subject, &sources);
    guint head = chunk (w->c, noun)->head;
    ent_claim_across (w, frame, &sources, &targets, ent_verb_status (w->c, verb), cue_of (w, head, head),
                      "noun.drawn");
}

/* "A's response to B" */
static void
relate_answer (const EntRuleContext *w, const EntFrame *frame, guint noun)
{
    guint to = noun + 1; /* "no response from A to B" */
    if ((is_preposition (w, to, ENT_IS_SOURCE) || is_preposition (w, to, ENT_IS_AGENT)) &&
        is_noun (w->c, to + 1))
        to += 2;
    if (frame->n_rest == 0 || !is_preposition_word (w, to, frame->rest[0]) || !is_noun (w->c, to + 1))
        return;
    if (noun > 0 && is_preposition (w, noun - 1, ENT_IS_INESSIVE) &&
        chunk (w->c, noun)->last == chunk (w->c, noun)->first + 1)
        return; /* "in response to" is a phrase */
    guint light;
    EntStatus status = ent_noun_status (w->c, noun, &light);
    EntParties sources = ent_owners_of (w, noun, TRUE);
    if (sources.n == 0)
        sources = to > noun + 1 ? ent_parties_of_group (w, ent_coordination_right (w->c, noun + 2, FALSE))
                                : ent_participants_of (w, noun, light);
    EntParties targets = ent_answered_by (w, frame, to + 1, &sources);
    guint head = chunk (w->c, noun)->head;
    ent_claim_across (w, frame, &sources, &targets, status,
                      cue_of (w, head, to > noun + 1 ? head : chunk (w->c, to)->first), "noun.owner");
}

void
ent_relate_noun (const EntRuleContext *w, guint noun)
{
    const EntWord *head = head_word (w, noun);
    if (chunk (w->c, noun)->named != ENT_NONE || head->noun == NULL)
        return;
    GPtrArray *frames = g_hash_table_lookup (w->frames->nouns, head->noun);
    for (guint i = 0; frames != NULL && i < frames->len; i++) {
        const EntFrame *frame = frames->pdata[i];
        if (is_excepted (w, frame, noun) || (frame->before != NULL && !has_word (w, noun, frame->before)))
            continue;
        if (relation_of (w, frame)->directed) {
            relate_answer (w, frame, noun);
            relate_drawn (w, frame, noun);
        } else
            ent_relate_meeting (w, frame, noun);
    }
}

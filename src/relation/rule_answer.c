/* rule_answer.c - answers whose verb does not name the one answered: replies, denials, verdicts on somebody's words. */
#include "rule.h"

/* "responded" of "respond to", "hit back" of "hit back at": the frame but for its last preposition fits. */
static gboolean
stem_fits (const EntRuleContext *w, const EntFrame *frame, guint verb)
{
    guint n = frame->n_rest;
    if (!relation_of (w, frame)->directed || frame->object != ENT_OBJECT_ANY)
        return FALSE;
    if (n == 0)
        return (token (w->c->sentence, chunk (w->c, verb)->verb)->word->verb_class & ENT_VERB_SAY) != 0;
    return frame->preposition && rest_is_at (w, frame, n - 1, chunk (w->c, verb)->last);
}

/* "Asked whether…, A replied": the answer is to a journalist. */
static gboolean
is_asked (const EntRuleContext *w)
{
    for (guint i = 0; i < w->c->n_chunks; i++)
        if (kind (w->c, i) == ENT_CHUNK_VERB && chunk (w->c, i)->passive &&
            is_function (w, chunk (w->c, i)->verb, ENT_IS_ASKED))
            return TRUE;
    return FALSE;
}

/* "replied | to", "retaliated | against": a preposition behind the verb, and one that leads to who is answered. */
static gboolean
is_led_on (const EntRuleContext *w, const GPtrArray *frames, guint i)
{
    for (guint j = 0; j < frames->len; j++) {
        const EntFrame *frame = frames->pdata[j];
        if (frame->preposition && is_at (w, i, frame->rest[frame->n_rest - 1]))
            return TRUE;
    }
    return FALSE;
}

/* "A replied that…", "A hit back on Monday": to who spoke before. */
static gboolean
relate_reply (const EntRuleContext *w, const GPtrArray *frames, const EntFrame *frame, guint verb)
{
    const EntChunk *v = chunk (w->c, verb);
    if (v->passive || !v->finite || !stem_fits (w, frame, verb) || is_asked (w))
        return FALSE;
    guint stem = frame->n_rest;
    guint last = stem > 1 ? v->last + stem - 2 : v->last - 1;
    if (ent_object_at (w, chunk_at_or_after (w, last + 1)) != ENT_NONE || is_led_on (w, frames, last + 1) ||
        ent_verb_status (w->c, verb) != ENT_HAPPENED)
        return FALSE;
    EntParties subjects = ent_subjects_of (w, verb), speakers = ent_spoke_before (w, v->first, &subjects);
    ent_claim_across (w, frame, &subjects, &speakers, ENT_HAPPENED, cue_of (w, v->verb, last), "verb.reply");
    return TRUE;
}

/* One of `parties`, or the state of one, or somebody of it, is named in a sentence. */
static gboolean
is_named_in (const EntRuleContext *w, const EntParties *parties, guint sentence)
{
    GArray *named = w->c->discourse->named;
    for (guint i = named->len; i-- > 0 && named_phrase (w, i)->sentence >= sentence;)
        for (guint j = 0; named_phrase (w, i)->sentence == sentence && j < parties->n; j++) {
            guint whom = named_phrase (w, i)->mention.entity,
                  party = named_phrase (w, parties->named[j])->mention.entity;
            guint state = entity (w, parties->named[j])->state;
            if (whom == party || whom == state || entity (w, i)->state == party)
                return TRUE;
        }
    return FALSE;
}

/* "any role", "its involvement", "wrongdoing": not "a report", "the visa". */
static gboolean
is_deed (const EntRuleContext *w, const EntFrame *frame, guint noun)
{
    const EntChunk *p = chunk (w->c, noun);
    return !ent_is_words (w, frame, noun) && p->named == ENT_NONE &&
           (is_function (w, p->first, ENT_IS_UNIVERSAL) || is_function (w, p->first, ENT_IS_UNIVERSAL) ||
            (token (w->c->sentence, p->first)->word->classes & ENT_WORD_POSSESSIVE) != 0 ||
            ((token (w->c->sentence, p->first)->word->classes & ENT_WORD_DETERMINER) == 0 &&
             p->n_owners == 0));
}

/* "B denied any role", "B denies seeking the bomb": to the accuser, who spoke before and named the one who denies. */
static gboolean
relate_denial (const EntRuleContext *w, const EntFrame *frame, guint verb)
{
    const EntChunk *v = chunk (w->c, verb);
    if (frame->object != ENT_OBJECT_WORDS || v->passive || !v->finite ||
        (token (w->c->sentence, v->verb)->word->verb_class & ENT_VERB_DENY) == 0)
        return FALSE;
    guint object = ent_object_at (w, verb + 1);
    if (object != ENT_NONE && !is_deed (w, frame, object))
        return FALSE;
    EntParties subjects = ent_subjects_of (w, verb), speakers = ent_spoke_before (w, v->first, &subjects);
    guint sentence = w->c->discourse->sentence;
    gboolean here = speakers.n > 0 && named_phrase (w, speakers.named[0])->sentence == sentence;
    if (speakers.n == 0 || (!here && sentence == 0) ||
        !is_named_in (w, &subjects, here ? sentence : sentence - 1))
        return FALSE;
    ent_claim_across (w, frame, &subjects, &speakers, ent_verb_status (w->c, verb),
                      cue_of (w, v->verb, v->verb), "verb.denial");
    return TRUE;
}

void
ent_relate_answer (const EntRuleContext *w, GPtrArray *frames, guint verb)
{
    for (guint i = 0; i < frames->len; i++)
        if (relate_reply (w, frames, frames->pdata[i], verb) || relate_denial (w, frames->pdata[i], verb))
            return;
}

/* ---- verdicts ---- */

/* A verdict within a few words behind somebody's words: "the claims of Y baseless", "the claims “patently false”". */
static guint
verdict_behind (const EntRuleContext *w, guint relation, guint from)
{
    guint n = w->c->sentence->n_tokens;
    for (guint t = from; t < n && t < from + 6; t++) {
        if ((token (w->c->sentence, t)->word->classes & (ENT_WORD_FINITE | ENT_WORD_AUXILIARY)) != 0 &&
            token (w->c->sentence, t)->kind == ENT_TOKEN_WORD)
            return ENT_NONE;
        const GPtrArray *frames =
            g_hash_table_lookup (w->frames->verdicts, token (w->c->sentence, t)->folded);
        for (guint i = 0; frames != NULL && i < frames->len; i++) {
            const EntFrame *frame = frames->pdata[i];
            if (frame->relation == relation && rest_is_at (w, frame, frame->n_rest, t + 1))
                return t;
        }
    }
    return ENT_NONE;
}

/* "called Y's claim false" */
static void
relate_called (const EntRuleContext *w, const EntFrame *frame, guint verb, guint object)
{
    const EntChunk *v = chunk (w->c, verb);
    const EntRelation *relation = relation_of (w, frame);
    if (!g_strv_contains ((const char *const *)relation->verdict_verbs,
                          token (w->c->sentence, v->verb)->word->verb) ||
        (verdict_behind (w, frame->relation, chunk (w->c, object)->last) == ENT_NONE &&
         verdict_behind (w, frame->relation, v->last) >=
             chunk (w->c, object)->first)) /* called baseless Y's claim */
        return;
    EntParties sources = ent_subjects_of (w, verb), targets = ent_answered_by (w, frame, object, &sources);
    ent_claim_across (w, frame, &sources, &targets, ent_verb_status (w->c, verb),
                      cue_of (w, v->verb, v->verb), "verb.verdict");
}

/* The verb of saying that a clause depends on: "B said that…", "…, B said"; ENT_NONE. */
static guint
verb_of_telling (const EntRuleContext *w, guint verb)
{
    guint found = ENT_NONE;
    for (guint i = 0; i < w->c->n_chunks && (i < verb || found == ENT_NONE); i++)
        if (i != verb && kind (w->c, i) == ENT_CHUNK_VERB && chunk (w->c, i)->finite &&
            !chunk (w->c, i)->negative &&
            (token (w->c->sentence, chunk (w->c, i)->verb)->word->verb_class & ENT_VERB_SAY) != 0)
            found = i;
    return found;
}

/* B said that Y's claim was false. */
static void
relate_is_false (const EntRuleContext *w, const EntFrame *frame, guint verb, guint subject)
{
    guint at = verdict_behind (w, frame->relation, chunk (w->c, verb)->last);
    guint telling = at != ENT_NONE ? verb_of_telling (w, verb) : ENT_NONE;
    if (telling == ENT_NONE || chunk (w->c, verb)->negative)
        return;
    EntParties sources = ent_subjects_of (w, telling),
               targets = ent_answered_by (w, frame, subject, &sources);
    ent_claim_across (w, frame, &sources, &targets, ENT_HAPPENED, cue_of (w, at, at), "verb.verdict");
}

void
ent_relate_verdict (const EntRuleContext *w, guint verb)
{
    const EntWord *word = token (w->c->sentence, chunk (w->c, verb)->verb)->word;
    gboolean is = (word->classes & ENT_WORD_BE) != 0;
    guint noun = is ? ent_clause_subject (w->c, verb) : ent_object_at (w, verb + 1);
    if (noun == ENT_NONE || chunk (w->c, verb)->passive || (!is && word->verb == NULL))
        return;
    for (guint i = 0; i < w->frames->gazetteer->relations->len; i++) {
        const EntFrame frame = { .relation = i, .object = ENT_OBJECT_WORDS };
        if (!ent_is_words (w, &frame, noun))
            continue;
        if (is)
            relate_is_false (w, &frame, verb, noun);
        else
            relate_called (w, &frame, verb, noun);
    }
}

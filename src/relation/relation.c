/* relation.c - which rules are tried on which chunk: verbs, nouns, phrases; then what a later clause cancels. */
#include "relation.h"

#include "rule.h"

/* ---- adjuncts: "in response to B, A said" ---- */

/* The status of the verb that a phrase begins with ("responding to", "declined to comment on"), or that it is an adjunct of. */
static EntStatus
phrase_status (const EntRuleContext *w, guint verb, gboolean own)
{
    gboolean refuses =
        (token (w->c->sentence, chunk (w->c, verb)->verb)->word->verb_class & ENT_VERB_REFUSE) != 0;
    if (!own)
        return ent_verb_status (w->c, verb);
    if (chunk (w->c, verb)->infinitive) /* has declined to comment on; was asked to comment on */
        refuses = ent_verb_status (w->c, verb) == ENT_DENIED;
    return refuses ? ENT_DENIED : ENT_HAPPENED;
}

static void
relate_phrase (const EntRuleContext *w, const EntFrame *frame, guint first, guint end)
{
    guint object = chunk_at_or_after (w, end);
    if (!is_noun (w->c, object))
        return;
    guint at = chunk_at_or_after (w, first);
    guint verb = at < w->c->n_chunks && kind (w->c, at) == ENT_CHUNK_VERB ? at : ent_clause_verb (w->c, at);
    if (verb == ENT_NONE)
        return;
    while (verb != at && verb > 0 && !chunk (w->c, verb)->finite && kind (w->c, verb - 1) == ENT_CHUNK_VERB)
        verb--; /* stopped buying: it was done */
    EntParties sources = ent_subjects_of (w, verb);
    EntParties targets = relation_of (w, frame)->directed
                             ? ent_answered_by (w, frame, object, &sources)
                             : ent_parties_of_group (w, ent_coordination_right (w->c, object, FALSE));
    ent_claim_across (w, frame, &sources, &targets, phrase_status (w, verb, verb == at),
                      cue_of (w, first, end - 1), "phrase");
}

/* "A and B stood side by side on the hill", "A and B compared notes over tea": the phrase without its "with". */
static void
relate_side_by_side (const EntRuleContext *w, const EntFrame *frame, guint first, guint end)
{
    guint at = chunk_at_or_after (w, first);
    guint verb = ent_clause_verb (w->c, at);
    if (verb == ENT_NONE || verb > at || end - first < 2 || relation_of (w, frame)->directed)
        return;
    EntParties subjects = ent_subjects_of (w, verb);
    ent_claim_among (w, frame, &subjects, ent_verb_status (w->c, verb), cue_of (w, first, end - 1), "phrase");
}

/* "In response, A said": to who spoke in the sentence before. */
static void
relate_to_speaker (const EntRuleContext *w, const EntFrame *frame, guint first, guint end)
{
    guint verb = ent_clause_verb (w->c, chunk_at_or_after (w, first));
    if (verb == ENT_NONE || !relation_of (w, frame)->directed)
        return;
    EntParties sources = ent_subjects_of (w, verb);
    EntParties targets = ent_spoke_before (w, first, &sources);
    ent_claim_across (w, frame, &sources, &targets, ent_verb_status (w->c, verb), cue_of (w, first, end - 1),
                      "phrase");
}

/* "asked on Thursday about": a phrase of time may stand inside; the token behind it, if the word follows there. */
static guint
skip_time (const EntRuleContext *w, guint i, const char *word)
{
    guint j = i;
    if (is_function (w, j, ENT_IS_AGENT) && j + 1 < w->c->sentence->n_tokens &&
        token (w->c->sentence, j + 1)->kind == ENT_TOKEN_WORD)
        j += 2; /* asked by reporters on Thursday about */
    if (is_function (w, j, ENT_IS_SUPERESSIVE) || is_function (w, j, ENT_IS_INESSIVE))
        j++;
    j = skip_to (w, j, word);
    return is_at (w, j, word) ? j : i;
}

static void
relate_phrases (const EntRuleContext *w)
{
    const EntSentence *sentence = w->c->sentence;
    for (guint i = 0; i < sentence->n_tokens; i++) {
        GPtrArray *frames = sentence->tokens[i].word->opens_phrase
                                ? g_hash_table_lookup (w->frames->phrases, sentence->tokens[i].folded)
                                : NULL;
        for (guint j = 0; frames != NULL && j < frames->len; j++) {
            const EntFrame *frame = frames->pdata[j];
            guint end = i + 1;
            char **word = frame->rest;
            while (*word != NULL && is_at (w, end = skip_time (w, end, *word), *word)) {
                end++;
                word++;
            }
            if (*word == NULL)
                relate_phrase (w, frame, i, end);
            else if (word[1] == NULL && !relation_of (w, frame)->directed)
                relate_side_by_side (w, frame, i, end);
            else if (word[1] == NULL && end > i + 1 && end < sentence->n_tokens &&
                     sentence->tokens[end].kind == ENT_TOKEN_COMMA)
                relate_to_speaker (w, frame, i, end);
        }
    }
}

/* "… was called off", "… never took place", "… fell through" */
static gboolean
is_called_off_by (const EntRuleContext *w, guint verb)
{
    const EntChunk *v = chunk (w->c, verb);
    if (chunk (w->c, verb - 1)->named != ENT_NONE)
        return FALSE;
    if (ent_refuses (w->c, verb))
        return !v->negative;
    return (ent_row_verb_class (w->c, verb) & ENT_VERB_EVENT) != 0 &&
           ent_verb_status (w->c, verb) == ENT_DENIED;
}

/* "A was to meet B, but the trip was called off"; "called off a trip on which he was to meet B". */
static gboolean
is_called_off (const EntRuleContext *w, EntSpan cue)
{
    guint at = 0;
    while (at < w->c->n_chunks && token (w->c->sentence, chunk (w->c, at)->last - 1)->end <= cue.start)
        at++;
    for (guint i = at; i + 2 < w->c->n_chunks; i++)
        if (kind (w->c, i) == ENT_CHUNK_BUT && is_noun (w->c, i + 1) &&
            kind (w->c, i + 2) == ENT_CHUNK_VERB && is_called_off_by (w, i + 2))
            return TRUE;
    guint i = at;
    while (i > 0 &&
           !(kind (w->c, i) == ENT_CHUNK_SUBORDINATOR &&
             is_function (w, chunk (w->c, i)->first, ENT_IS_RELATIVE_PLACE)) &&
           kind (w->c, i) != ENT_CHUNK_RELATIVE && kind (w->c, i) != ENT_CHUNK_STOP)
        i--;
    if (i == 0 || kind (w->c, i) == ENT_CHUNK_STOP)
        return FALSE;
    while (i > 0 && (is_noun (w->c, i - 1) || kind (w->c, i - 1) == ENT_CHUNK_PREPOSITION))
        i--;
    return i > 0 && kind (w->c, i - 1) == ENT_CHUNK_VERB && ent_refuses (w->c, i - 1);
}

static void
call_off (const EntRuleContext *w)
{
    for (guint i = 0; i < w->claims->len; i++) {
        EntClaim *made = &g_array_index (w->claims, EntClaim, i);
        if (made->status == ENT_PLANNED && is_called_off (w, made->cue))
            made->status = ENT_DENIED;
    }
}

/* The first frame that fits: "meet with" stands before "meet". */
static void
relate_verb (const EntRuleContext *w, guint verb)
{
    const EntWord *word = token (w->c->sentence, chunk (w->c, verb)->verb)->word;
    if ((word->verb_class & ENT_VERB_CUE) == 0 && (word->classes & ENT_WORD_BE) != 0)
        ent_relate_verdict (w, verb);
    if ((word->verb_class & ENT_VERB_CUE) == 0 || ent_is_called_false (w, verb) ||
        ent_verb_is_unreal (w->c, verb))
        return;
    GPtrArray *frames = word->verb != NULL ? g_hash_table_lookup (w->frames->verbs, word->verb) : NULL;
    for (guint i = 0; frames != NULL && i < frames->len; i++)
        if (ent_relate_verb_frame (w, frames->pdata[i], verb))
            return;
    if (frames != NULL)
        ent_relate_answer (w, frames, verb);
    ent_relate_verdict (w, verb);
}

/* "They had met twice before", "held talks last year". */
static gboolean
is_of_former_time (const EntSentence *sentence)
{
    for (guint i = 0; i + 1 < sentence->n_tokens; i++) {
        const EntToken *t = &sentence->tokens[i], *next = t + 1;
        if (ent_is (t, ENT_IS_ANTERIOR) && (next->kind == ENT_TOKEN_COMMA || next->kind == ENT_TOKEN_STOP))
            return TRUE;
        guint uses = t->word->uses | next->word->uses;
        if ((uses & ENT_USE_LONG_TIME) != 0 && (uses & ENT_USE_LONG_PAST) != 0)
            return TRUE;
    }
    return FALSE;
}

/* Notes how each claim compares with others of the same pair in the article: see `former`, `tentative` and `loose`. */
static void
qualify (const EntRuleContext *w)
{
    gboolean further = FALSE; /* "also held talks": another event */
    for (guint i = 0; i < w->c->sentence->n_tokens; i++)
        further |= (token (w->c->sentence, i)->word->uses & ENT_USE_FURTHER) != 0;
    gboolean former = w->claims->len > 0 && is_of_former_time (w->c->sentence);
    for (guint i = 0; i < w->claims->len; i++) {
        EntClaim *made = &g_array_index (w->claims, EntClaim, i);
        if (made->head == ENT_NONE)
            continue;
        gboolean people = named_phrase (w, made->source)->people || named_phrase (w, made->target)->people;
        made->former = former;
        made->tentative = made->status != ENT_HAPPENED && ent_is_told_of_past (w->c, made->head);
        made->loose = !further && !people && kind (w->c, made->head) == ENT_CHUNK_NOUN;
    }
}

void
ent_relate (const EntFrames *frames, const EntClauses *clauses, GArray *claims)
{
    EntRuleContext w = { .frames = frames, .c = clauses, .claims = claims };
    if (clauses->sentence->question)
        return; /* a question is not coded */
    for (w.head = 0; w.head < clauses->n_chunks; w.head++)
        if (clauses->chunks[w.head].kind == ENT_CHUNK_VERB)
            relate_verb (&w, w.head);
        else if (clauses->chunks[w.head].kind == ENT_CHUNK_NOUN)
            ent_relate_noun (&w, w.head);
    w.head = ENT_NONE;
    relate_phrases (&w);
    call_off (&w);
    qualify (&w);
}

/* rule.h - private to relation/: the current sentence, and what every rule asks of it and fills. */
#ifndef ENT_RELATION_RULE_H
#define ENT_RELATION_RULE_H

#include "claim.h"
#include "clause/row.h"
#include "frame.h"

typedef struct {
    const EntFrames *frames;
    const EntClauses *c;
    GArray *claims;
    guint head; /* the current chunk, of a verb or noun; or ENT_NONE */
} EntRuleContext;

static inline const EntWord *
head_word (const EntRuleContext *w, guint noun)
{
    return token (w->c->sentence, chunk (w->c, noun)->head)->word;
}

static inline gboolean
is_preposition (const EntRuleContext *w, guint i, EntFunction function)
{
    return kind (w->c, i) == ENT_CHUNK_PREPOSITION && first_is (w->c, i, function);
}

/* The preposition that a frame names. */
static inline gboolean
is_preposition_word (const EntRuleContext *w, guint i, const char *word)
{
    return kind (w->c, i) == ENT_CHUNK_PREPOSITION && first_token_is (w->c, i, word);
}

static inline EntNamedPhrase *
named_phrase (const EntRuleContext *w, guint index)
{
    return ent_discourse_named (w->c->discourse, index);
}

static inline const EntEntity *
entity (const EntRuleContext *w, guint index)
{
    return ent_named_entity (w->c->discourse, named_phrase (w, index));
}

static inline const EntRelation *
relation_of (const EntRuleContext *w, const EntFrame *frame)
{
    return w->frames->gazetteer->relations->pdata[frame->relation];
}

static inline gboolean
is_at (const EntRuleContext *w, guint i, const char *word)
{
    return i < w->c->sentence->n_tokens && ent_token_is (token (w->c->sentence, i), word);
}

static inline gboolean
is_function (const EntRuleContext *w, guint i, EntFunction function)
{
    return i < w->c->sentence->n_tokens && ent_is (token (w->c->sentence, i), function);
}

/* The first n words of a frame's rest are at a token. */
static inline gboolean
rest_is_at (const EntRuleContext *w, const EntFrame *frame, guint n, guint at)
{
    for (guint i = 0; i < n; i++)
        if (!is_at (w, at + i, frame->rest[i]))
            return FALSE;
    return TRUE;
}

static inline gboolean
has_word (const EntRuleContext *w, guint noun, const char *word)
{
    for (guint t = chunk (w->c, noun)->first; t < chunk (w->c, noun)->last; t++)
        if (ent_token_is (token (w->c->sentence, t), word))
            return TRUE;
    return FALSE;
}

static inline gboolean
has_function (const EntRuleContext *w, guint noun, EntFunction function)
{
    for (guint t = chunk (w->c, noun)->first; t < chunk (w->c, noun)->last; t++)
        if (ent_is (token (w->c->sentence, t), function))
            return TRUE;
    return FALSE;
}

static inline EntSpan
cue_of (const EntRuleContext *w, guint first, guint last)
{
    return (EntSpan){ token (w->c->sentence, first)->start, token (w->c->sentence, last)->end };
}

static inline guint
chunk_at_or_after (const EntRuleContext *w, guint t)
{
    guint i = 0;
    while (i < w->c->n_chunks && chunk (w->c, i)->first < t)
        i++;
    return i;
}

/* Over adverbs and phrases of time to one of a frame's words, or to what is there instead: "met briefly last week |
 * with". */
static inline guint
skip_to (const EntRuleContext *w, guint i, const char *word)
{
    for (; i < w->c->sentence->n_tokens && !is_at (w, i, word); i++) {
        guint classes = token (w->c->sentence, i)->word->classes;
        gboolean may =
            (classes & ENT_WORD_AUXILIARY) != 0 && !(i > 0 && is_function (w, i - 1, ENT_IS_INESSIVE));
        if ((classes & (ENT_WORD_ADVERB | ENT_WORD_TIME)) == 0 || may)
            break;
    }
    return i;
}

/* Named phrases; each entity once. */
typedef struct {
    guint named[ENT_MAX_CONJUNCTS * 2];
    guint n;
} EntParties;

void ent_parties_add (const EntRuleContext *w, EntParties *parties, guint index);

/* Everybody that a coordination names; everybody that the subject of a verb names. */
EntParties ent_parties_of_group (const EntRuleContext *w, EntCoordination group);
EntParties ent_subjects_of (const EntRuleContext *w, guint verb);

/* Who a noun phrase is, as one who meets or answers: an official, a state or organization by name, or unnamed people of
 * one ("leaders of Pakistan"); ENT_NONE. */
guint ent_party_of (const EntRuleContext *w, guint noun);

/* "his Turkish counterpart, A,"; "the country's head of state, A": the official named behind a title, or ENT_NONE. */
guint ent_name_in_apposition (const EntRuleContext *w, guint noun);

/* Whose a noun phrase is. */
EntParties ent_owners_of (const EntRuleContext *w, guint noun, gboolean adjectives_too);

/* The noun phrase is somebody's words: claim, demand. */
gboolean ent_is_words (const EntRuleContext *w, const EntFrame *frame, guint noun);

/* Whose words or deed a noun phrase is: Y's claim, the claim of Y, a claim made by Y, a claim that Y made. */
EntParties ent_authors_of (const EntRuleContext *w, guint noun);

/* Who is at the far end of a directed relation, given the noun phrase that its verb leads to, and who is at the near
 * end. */
EntParties ent_answered_by (const EntRuleContext *w, const EntFrame *frame, guint noun,
                            const EntParties *sources);

/* Who has spoken before a token: earlier in its sentence, if not one of `other`, or in the sentence before. */
EntParties ent_spoke_before (const EntRuleContext *w, guint before, const EntParties *other);

void ent_claim_across (const EntRuleContext *w, const EntFrame *frame, const EntParties *sources,
                       const EntParties *targets, EntStatus status, EntSpan cue, const char *rule);

void ent_claim_among (const EntRuleContext *w, const EntFrame *frame, const EntParties *parties,
                      EntStatus status, EntSpan cue, const char *rule);

/* The noun phrase behind a verb: not over a comma or another verb; ENT_NONE. */
guint ent_object_at (const EntRuleContext *w, guint i);

/* The verb is in a clause that is quoted only to be rejected: "rejected the claim that A met B", "called the
 * report that A met B false", "it is not true that A met B". */
gboolean ent_is_called_false (const EntRuleContext *w, guint verb);

/* Whether a frame of the verb fits; what it says is then claimed. */
gboolean ent_relate_verb_frame (const EntRuleContext *w, const EntFrame *frame, guint verb);

/* Of a verb whose frames do not fit: a reply to who spoke before. */
void ent_relate_answer (const EntRuleContext *w, GPtrArray *frames, guint verb);

/* Somebody's words are called false. */
void ent_relate_verdict (const EntRuleContext *w, guint verb);

/* Whatever a noun says. */
void ent_relate_noun (const EntRuleContext *w, guint noun);

/* Of a noun of a relation without direction. */
void ent_relate_meeting (const EntRuleContext *w, const EntFrame *frame, guint noun);

/* A preposition of that function, or that very word of a frame, behind the noun, over what may stand between ("talks
 * in Moscow on Monday with"), and over a verb that only carries the noun ("talks were held with"); ENT_NONE. */
guint ent_preposition_behind (const EntRuleContext *w, guint noun, EntFunction function, const char *word);

/* The noun is in an adjunct of its clause: "in a meeting with B, A said". */
gboolean ent_is_adjunct (const EntRuleContext *w, guint noun);

/* Who takes part in the event of a noun, when it does not say so itself: the subject of the verb that carries it (`light`,
 * or ENT_NONE), or of the clause that it is an adjunct of. */
EntParties ent_participants_of (const EntRuleContext *w, guint noun, guint light);

#endif

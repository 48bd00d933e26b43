/* rule_verb.c - relations that a verb says. */
#include "rule.h"

#include <string.h>

/* "met (for the first time) with": behind the bracket, if it closes. */
static guint
skip_bracket (const EntRuleContext *w, guint i)
{
    guint n = w->c->sentence->n_tokens, close = i;
    if (i >= n || token (w->c->sentence, i)->kind != ENT_TOKEN_OPEN)
        return i;
    while (close < n && token (w->c->sentence, close)->kind != ENT_TOKEN_CLOSE)
        close++;
    return close < n ? close + 1 : i;
}

static gboolean
starts_place (const EntRuleContext *w, guint i)
{
    return is_function (w, i, ENT_IS_SUPERESSIVE) || is_function (w, i, ENT_IS_INESSIVE) ||
           is_function (w, i, ENT_IS_ADESSIVE) || is_function (w, i, ENT_IS_BENEFACTIVE) ||
           is_function (w, i, ENT_IS_DURATIVE);
}

/* "met in Moscow on Monday | with": over a few places and times to a frame's word. */
static guint
skip_places (const EntRuleContext *w, guint i, const char *word)
{
    const guint ends =
        ENT_WORD_AUXILIARY | ENT_WORD_PAST | ENT_WORD_PREPOSITION | ENT_WORD_AND; /* but "more than" */
    for (guint places = 0; places < 3 && !is_at (w, i, word) && starts_place (w, i); places++) {
        guint end = MIN (i + 6, w->c->sentence->n_tokens);
        for (i++; i < end && token (w->c->sentence, i)->kind == ENT_TOKEN_WORD && !is_at (w, i, word) &&
                  (is_function (w, i, ENT_IS_COMPARATIVE) ||
                   (token (w->c->sentence, i)->word->classes & ends) == 0);
             i++)
            ;
        i = skip_to (w, i, word);
    }
    return i;
}

/* "spent more than two hours | with" */
static guint
skip_measure (const EntRuleContext *w, guint from)
{
    gboolean time = FALSE;
    guint i = from, n = w->c->sentence->n_tokens;
    for (; i < n && i < from + 7 && token (w->c->sentence, i)->kind == ENT_TOKEN_WORD; i++) {
        guint classes = token (w->c->sentence, i)->word->classes;
        if ((classes & (ENT_WORD_TIME | ENT_WORD_NUMBER | ENT_WORD_DETERMINER)) == 0 &&
            !is_function (w, i, ENT_IS_COMPARATIVE) && !is_function (w, i, ENT_IS_HALF))
            break;
        time |= (classes & ENT_WORD_TIME) != 0;
    }
    return time ? i : from;
}

/* "turned the offer down": the object is before the particle of the frame. Its chunk, or ENT_NONE. */
static guint
object_before_particle (const EntRuleContext *w, const EntFrame *frame, guint verb)
{
    if (frame->n_rest != 1 || frame->preposition || chunk (w->c, verb)->passive || !is_noun (w->c, verb + 1))
        return ENT_NONE;
    guint last = verb + 1; /* the demands of Y | down */
    while (is_preposition (w, last + 1, ENT_IS_GENITIVE) && is_noun (w->c, last + 2))
        last += 2;
    return is_at (w, chunk (w->c, last)->last, frame->rest[0]) ? verb + 1 : ENT_NONE;
}

/* Behind the verb group that ends at token `last`, the words of the frame; *end is the token behind them. */
static gboolean
rest_fits (const EntRuleContext *w, const EntFrame *frame, guint last, guint *end)
{
    guint i = frame->n_rest > 0 ? skip_bracket (w, last) : last;
    for (char **word = frame->rest; *word != NULL; word++) {
        i = skip_places (w, skip_to (w, skip_measure (w, i), *word), *word);
        if (!is_at (w, i, *word))
            return FALSE;
        i++;
    }
    *end = i;
    return TRUE;
}

static gboolean
may_be_received (const EntRuleContext *w, guint index)
{
    return entity (w, index)->kind == ENT_OFFICIAL || named_phrase (w, index)->people;
}

/* "Ms. Kim", "the ambassador": an unknown person. */
static gboolean
is_some_person (const EntRuleContext *w, guint noun)
{
    return chunk (w->c, noun)->named == ENT_NONE &&
           ((token (w->c->sentence, chunk (w->c, noun)->first)->word->classes |
             head_word (w, noun)->classes) &
            (ENT_WORD_TITLE | ENT_WORD_PERSON)) != 0;
}

/* What follows the object says how it is seen: "sees B as a rival", "saw B fall". */
static gboolean
is_seen_so (const EntRuleContext *w, guint noun)
{
    return is_preposition (w, noun + 1, ENT_IS_ESSIVE) ||
           (kind (w->c, noun + 1) == ENT_CHUNK_VERB && !chunk (w->c, noun + 1)->finite &&
            !chunk (w->c, noun + 1)->passive);
}

/* An infinitive follows the noun phrase, perhaps over a list: "B and C to come". */
static gboolean
is_asked_to (const EntRuleContext *w, guint noun)
{
    for (guint i = noun + 1; i < w->c->n_chunks; i++) {
        if (kind (w->c, i) == ENT_CHUNK_VERB)
            return chunk (w->c, i)->infinitive;
        if (kind (w->c, i) != ENT_CHUNK_NOUN && kind (w->c, i) != ENT_CHUNK_AND &&
            kind (w->c, i) != ENT_CHUNK_COMMA && kind (w->c, i) != ENT_CHUNK_PREPOSITION)
            return FALSE;
    }
    return FALSE;
}

static void
keep_persons (const EntRuleContext *w, EntParties *parties)
{
    guint kept = 0;
    for (guint i = 0; i < parties->n; i++)
        if (may_be_received (w, parties->named[i]))
            parties->named[kept++] = parties->named[i];
    parties->n = kept;
}

static gboolean
is_each_other (const EntRuleContext *w, guint i)
{
    guint first = i < w->c->n_chunks ? chunk (w->c, i)->first : w->c->sentence->n_tokens;
    return (is_function (w, first, ENT_IS_RECIPROCAL_FIRST) ||
            is_function (w, first, ENT_IS_RECIPROCAL_FIRST)) &&
           (is_function (w, first + 1, ENT_IS_RECIPROCAL_SECOND) ||
            is_function (w, first + 1, ENT_IS_RECIPROCAL_SECOND));
}

guint
ent_object_at (const EntRuleContext *w, guint i)
{
    for (;;) {
        if (kind (w->c, i) == ENT_CHUNK_NOUN && chunk (w->c, i)->time)
            i++;
        else if (is_preposition (w, i, ENT_IS_ESSIVE) && kind (w->c, i + 1) == ENT_CHUNK_NOUN &&
                 chunk (w->c, i + 1)->first > chunk (w->c, i)->last &&
                 token (w->c->sentence, chunk (w->c, i)->last)->kind == ENT_TOKEN_WORD)
            i++; /* described as baseless Y's claim */
        else if (kind (w->c, i) == ENT_CHUNK_PREPOSITION && kind (w->c, i + 1) == ENT_CHUNK_NOUN &&
                 (chunk (w->c, i + 1)->time || is_preposition (w, i, ENT_IS_ESSIVE)))
            i += 2; /* rejected on Monday, dismissed as groundless, Y's claim */
        else if (kind (w->c, i) == ENT_CHUNK_PREPOSITION && is_noun (w->c, i + 1) && is_noun (w->c, i + 2) &&
                 chunk (w->c, i + 1)->named == ENT_NONE)
            i += 2; /* dismissed out of hand Y's claim */
        else if (kind (w->c, i) == ENT_CHUNK_PREPOSITION && kind (w->c, i + 1) == ENT_CHUNK_PREPOSITION)
            i++; /* as groundless on Monday */
        else
            break;
    }
    return is_noun (w->c, i) && !is_each_other (w, i) ? i : ENT_NONE;
}

/* The "by" of a passive verb: "was answered, politely but at once, | by A"; ENT_NONE. */
static guint
agent_behind (const EntRuleContext *w, guint i)
{
    for (; i < w->c->n_chunks && !is_preposition (w, i, ENT_IS_AGENT); i++)
        if (kind (w->c, i) == ENT_CHUNK_VERB || kind (w->c, i) == ENT_CHUNK_STOP ||
            (kind (w->c, i) == ENT_CHUNK_COMMA && !is_preposition (w, i + 1, ENT_IS_AGENT) &&
             kind (w->c, i + 1) != ENT_CHUNK_COMMA && kind (w->c, i + 1) != ENT_CHUNK_BUT))
            return ENT_NONE;
    return is_noun (w->c, i + 1) ? i : ENT_NONE;
}

static void
relate_passive (const EntRuleContext *w, const EntFrame *frame, guint verb, guint object, EntSpan cue)
{
    guint by = agent_behind (w, object), subject = ent_clause_subject (w->c, verb);
    gboolean directed = relation_of (w, frame)->directed, person = frame->object == ENT_OBJECT_PERSON;
    if (by == ENT_NONE)
        return;
    EntParties agents = ent_parties_of_group (w, ent_coordination_right (w->c, by + 1, FALSE));
    if (subject == ENT_NONE)
        return;
    if (person && chunk (w->c, verb)->bare && subject > 0 &&
        kind (w->c, subject - 1) == ENT_CHUNK_PREPOSITION)
        return; /* a conference of B hosted by A */
    gboolean words = directed && !person && ent_is_words (w, frame, subject);
    if (directed && frame->object == ENT_OBJECT_WORDS && !words)
        return;
    EntParties patients = words ? ent_answered_by (w, frame, subject, &agents) : ent_subjects_of (w, verb);
    if (person)
        keep_persons (w, &patients);
    ent_claim_across (w, frame, &agents, &patients, ent_verb_status (w->c, verb), cue, "verb.passive");
}

/* "during a visit to meet B": whether they met is left open. */
static gboolean
is_purpose_of_visit (const EntRuleContext *w, guint verb)
{
    for (guint i = verb; i-- > 0 && kind (w->c, i) != ENT_CHUNK_VERB;)
        if (is_noun (w->c, i) && (head_word (w, i)->uses & ENT_USE_VISIT) != 0)
            return TRUE;
    return FALSE;
}

/* "met by video link", "spoke online": an adjunct that changes the sense of the nouns of the relation does so for its verbs. */
static gboolean
is_remote (const EntRuleContext *w, const EntFrame *frame, guint from)
{
    const char *const *except = (const char *const *)relation_of (w, frame)->except;
    guint end = w->c->sentence->n_tokens;
    for (guint i = chunk_at_or_after (w, from); i < w->c->n_chunks && end == w->c->sentence->n_tokens; i++)
        if (kind (w->c, i) != ENT_CHUNK_NOUN && kind (w->c, i) != ENT_CHUNK_PREPOSITION)
            end = chunk (w->c, i)->first; /* another clause */
        else if (is_noun (w->c, i) && chunk (w->c, i)->named == ENT_NONE)
            end = chunk (w->c, i)->last; /* over allegations that phones were tapped */
    for (guint t = from; t < end && token (w->c->sentence, t)->kind == ENT_TOKEN_WORD; t++)
        if (g_strv_contains (except, token (w->c->sentence, t)->folded))
            return TRUE;
    return FALSE;
}

/* "a charge that B denied", "…, which B denies": the words, or what stands for them, before the clause whose subject
 * and verb are given; ENT_NONE. */
static guint
words_before (const EntRuleContext *w, const EntFrame *frame, guint subject, guint verb)
{
    if (subject == ENT_NONE || subject == 0 || subject > verb)
        return ENT_NONE;
    guint i = subject - 1;
    while (i > 0 && (kind (w->c, i) == ENT_CHUNK_COMMA || is_noun (w->c, i)) &&
           kind (w->c, subject - 1) == ENT_CHUNK_COMMA)
        i--; /* a call that the prime minister, B, rejected */
    if (kind (w->c, i) == ENT_CHUNK_RELATIVE ||
        (kind (w->c, i) == ENT_CHUNK_SUBORDINATOR &&
         is_function (w, chunk (w->c, i)->first, ENT_IS_COMPLEMENTIZER)))
        i--;
    if (i < w->c->n_chunks && is_noun (w->c, i) && ent_is_words (w, frame, i))
        return i;
    return ENT_NONE;
}

/* "B, with whom A met", "tariffs to which A responded": the preposition stands before the relative. */
static gboolean
relate_fronted (const EntRuleContext *w, const EntFrame *frame, guint verb, guint subject)
{
    guint n = frame->n_rest;
    if (subject == ENT_NONE || subject < 2 || subject > verb || !frame->preposition ||
        kind (w->c, subject - 1) != ENT_CHUNK_RELATIVE ||
        !is_preposition_word (w, subject - 2, frame->rest[n - 1]) ||
        !rest_is_at (w, frame, n - 1, chunk (w->c, verb)->last))
        return FALSE;
    guint object = subject - 2;
    while (object > 0 &&
           (kind (w->c, object - 1) == ENT_CHUNK_COMMA ||
            (is_noun (w->c, object - 1) && object > 2 && kind (w->c, object - 2) == ENT_CHUNK_PREPOSITION &&
             is_noun (w->c, object - 3) && chunk (w->c, object - 1)->named == ENT_NONE)))
        object -= kind (w->c, object - 1) == ENT_CHUNK_COMMA ? 1 : 2;
    if (object == 0 || !is_noun (w->c, object - 1))
        return FALSE;
    EntParties subjects = ent_subjects_of (w, verb);
    EntParties objects = relation_of (w, frame)->directed
                             ? ent_answered_by (w, frame, object - 1, &subjects)
                             : ent_parties_of_group (w, (EntCoordination){ { object - 1 }, 1 });
    EntSpan cue = cue_of (w, chunk (w->c, verb)->verb, chunk (w->c, verb)->verb);
    ent_claim_across (w, frame, &subjects, &objects, ent_verb_status (w->c, verb), cue, "verb.active");
    return TRUE;
}

/* "A, whom B received": the noun before the relative that the subject stands behind; ENT_NONE. */
static guint
noun_before_relative (const EntRuleContext *w, guint subject, guint verb)
{
    if (subject == ENT_NONE || subject == 0 || subject > verb ||
        kind (w->c, subject - 1) != ENT_CHUNK_RELATIVE)
        return ENT_NONE;
    for (guint i = subject - 1; i-- > 0;)
        if (is_noun (w->c, i))
            return i;
    return ENT_NONE;
}

/* Whether the object of a verb of receiving is somebody: called on B, saw B. */
static gboolean
is_received (const EntRuleContext *w, const EntFrame *frame, guint object)
{
    if ((frame->n_rest > 0 && is_asked_to (w, object)) || is_seen_so (w, object))
        return FALSE; /* called on B to resign; sees B as a rival, saw B fall */
    EntParties first = ent_parties_of_group (w, (EntCoordination){ { object }, 1 });
    keep_persons (w, &first);
    return first.n > 0 || is_some_person (w, object); /* but "visited Paris, and …" */
}

/* The subjects act on the object. */
static gboolean
relate_active (const EntRuleContext *w, const EntFrame *frame, guint verb, guint object, EntSpan cue)
{
    gboolean directed = relation_of (w, frame)->directed, person = frame->object == ENT_OBJECT_PERSON;
    EntParties subjects = ent_subjects_of (w, verb);
    EntParties objects = directed ? ent_answered_by (w, frame, object, &subjects)
                                  : ent_parties_of_group (w, ent_coordination_right (w->c, object, FALSE));
    if (person && !is_received (w, frame, object))
        return TRUE;
    if (person)
        keep_persons (w, &objects);
    if (objects.n == 0)
        return !directed; /* denied a deed */
    ent_claim_across (w, frame, &subjects, &objects, ent_verb_status (w->c, verb), cue, "verb.active");
    return TRUE;
}

/* "A and B met", "A and B sat with each other": `i` is the chunk behind the frame. */
static gboolean
relate_reciprocal (const EntRuleContext *w, const EntFrame *frame, guint verb, guint i, EntSpan cue)
{
    if (relation_of (w, frame)->directed || frame->object != ENT_OBJECT_ANY ||
        (frame->preposition && !is_each_other (w, i)))
        return FALSE;
    EntParties subjects = ent_subjects_of (w, verb);
    ent_claim_among (w, frame, &subjects, ent_verb_status (w->c, verb), cue, "verb.reciprocal");
    return TRUE;
}

/* "brought A and B together" */
static gboolean
relate_brought (const EntRuleContext *w, const EntFrame *frame, guint verb)
{
    guint object = ent_object_at (w, verb + 1);
    if (object == ENT_NONE || frame->n_rest != 1 || frame->preposition || relation_of (w, frame)->directed)
        return FALSE;
    EntCoordination group = ent_coordination_right (w->c, object, TRUE);
    guint behind = chunk (w->c, group.members[group.n_members - 1])->last;
    if (!is_function (w, behind, ENT_IS_JOINTLY))
        return FALSE;
    EntParties parties = ent_parties_of_group (w, group);
    ent_claim_among (w, frame, &parties, ent_verb_status (w->c, verb),
                     cue_of (w, chunk (w->c, verb)->verb, behind), "verb.reciprocal");
    return TRUE;
}

gboolean
ent_relate_verb_frame (const EntRuleContext *w, const EntFrame *frame, guint verb)
{
    const EntChunk *v = chunk (w->c, verb);
    guint end, subject = ent_clause_subject (w->c, verb);
    gboolean behind = subject != ENT_NONE && subject == verb + 1; /* "…," retorted A to B */
    guint particle = object_before_particle (w, frame, verb);
    if (particle != ENT_NONE)
        return relation_of (w, frame)->directed &&
               relate_active (w, frame, verb, particle, cue_of (w, v->verb, v->verb));
    if (!rest_fits (w, frame, behind ? chunk (w->c, subject)->last : v->last, &end))
        return relate_fronted (w, frame, verb, subject) || relate_brought (w, frame, verb);
    EntSpan cue = cue_of (w, v->verb, MAX (v->verb, end - 1));
    guint at = chunk_at_or_after (w, end);
    if (v->passive) {
        relate_passive (w, frame, verb, at, cue);
        return TRUE;
    }
    if ((v->infinitive && is_purpose_of_visit (w, verb)) ||
        is_remote (w, frame, frame->preposition && frame->n_rest > 1 ? end : v->last))
        return TRUE;
    guint object = ent_object_at (w, at);
    if (object == ENT_NONE)
        object = noun_before_relative (w, subject, verb);
    if (object == ENT_NONE && relation_of (w, frame)->directed && end == v->last)
        object = words_before (w, frame, subject, verb);
    return object != ENT_NONE ? relate_active (w, frame, verb, object, cue)
                              : relate_reciprocal (w, frame, verb, at, cue);
}

/* rule_meeting.c - the nouns of a relation without direction: a meeting with B, talks between A and B. */
#include "rule.h"

/* "Indian-Pakistani talks" */
static gboolean
is_joined_by_hyphen (const EntRuleContext *w, guint noun)
{
    const EntChunk *p = chunk (w->c, noun);
    return p->n_owners == 2 && token (w->c->sentence, named_phrase (w, p->owners[1])->first)->hyphen;
}

static gboolean
is_subject (const EntRuleContext *w, guint noun)
{
    for (guint i = noun; i-- > 0;) {
        if (kind (w->c, i) == ENT_CHUNK_VERB && (chunk (w->c, i)->finite || chunk (w->c, i)->infinitive))
            return FALSE;
        if (kind (w->c, i) == ENT_CHUNK_STOP || kind (w->c, i) == ENT_CHUNK_SUBORDINATOR ||
            kind (w->c, i) == ENT_CHUNK_COMMA || kind (w->c, i) == ENT_CHUNK_QUOTE)
            return TRUE;
    }
    return TRUE;
}

/* A noun of a relation without direction, and what its sentence says of it. A rule below takes it, or returns FALSE. */
typedef struct {
    const EntFrame *frame;
    guint noun;
    guint light; /* the verb that carries it, or ENT_NONE */
    EntStatus status;
    EntSpan cue;
    EntParties owners;
    EntParties attending; /* talks attended by C */
} Meeting;

/* "Talks between A and B, attended also by C", "the talks were attended by A and B". */
static EntParties
attending (const EntRuleContext *w, guint noun)
{
    for (guint verb = noun + 1; verb < w->c->n_chunks && kind (w->c, verb) != ENT_CHUNK_STOP; verb++) {
        const EntChunk *v = chunk (w->c, verb);
        if (v->kind != ENT_CHUNK_VERB)
            continue;
        if ((token (w->c->sentence, v->verb)->word->verb_class & ENT_VERB_ATTEND) == 0 ||
            !(v->passive || v->bare) || (v->finite && ent_clause_subject (w->c, verb) != noun) ||
            !is_preposition (w, verb + 1, ENT_IS_AGENT) || !is_noun (w->c, verb + 2))
            break;
        return ent_parties_of_group (w, ent_coordination_right (w->c, verb + 2, FALSE));
    }
    return (EntParties){ { 0 }, 0 };
}

/* Those who attend meet everybody else, and one another. */
static void
claim_attending (const EntRuleContext *w, const Meeting *m, const EntParties *others, const char *rule)
{
    EntParties there = { { 0 }, 0 };
    for (guint i = 0; i < others->n; i++) /* a body does not take part in its own meeting */
        if (entity (w, others->named[i])->kind != ENT_ORGANIZATION)
            ent_parties_add (w, &there, others->named[i]);
    ent_claim_across (w, m->frame, &m->attending, &there, m->status, m->cue, rule);
    ent_claim_among (w, m->frame, &m->attending, m->status, m->cue, rule);
}

/* "During the summit of A and B, C slept": the summit is known, and only says when. */
static gboolean
is_occasion (const EntRuleContext *w, guint noun, const EntParties *parties)
{
    if (noun == 0 || kind (w->c, noun - 1) != ENT_CHUNK_PREPOSITION ||
        (token (w->c->sentence, chunk (w->c, noun - 1)->first)->word->uses & ENT_USE_OCCASION) == 0 ||
        (token (w->c->sentence, chunk (w->c, noun)->first)->word->uses & ENT_USE_DEFINITE) == 0)
        return FALSE;
    EntParties subjects = ent_participants_of (w, noun, ENT_NONE);
    for (guint i = 0; i < subjects.n; i++)
        for (guint j = 0; j < parties->n; j++)
            if (named_phrase (w, subjects.named[i])->mention.entity ==
                named_phrase (w, parties->named[j])->mention.entity)
                return FALSE;
    return TRUE;
}

/* "a meeting between A and B" */
static gboolean
relate_between (const EntRuleContext *w, const Meeting *m)
{
    guint at = ent_preposition_behind (w, m->noun, ENT_IS_BETWEEN, NULL);
    if (at == ENT_NONE || !is_noun (w->c, at + 1))
        return FALSE;
    EntParties parties = ent_parties_of_group (w, ent_coordination_right (w->c, at + 1, TRUE));
    ent_claim_among (w, m->frame, &parties, m->status, m->cue, "noun.between");
    claim_attending (w, m, &parties, "noun.between");
    return parties.n > 0; /* talks among experts tell nothing */
}

/* "A's meeting", "A and B's meeting", "Indian-Pakistani talks" */
static EntParties
owners_of_meeting (const EntRuleContext *w, const Meeting *m)
{
    guint noun = m->noun;
    gboolean adjectives_too = m->status == ENT_HAPPENED && is_joined_by_hyphen (w, noun);
    EntParties owners = ent_owners_of (w, noun, adjectives_too);
    if (owners.n == 1 && noun >= 2 && kind (w->c, noun - 1) == ENT_CHUNK_AND && is_noun (w->c, noun - 2) &&
        chunk (w->c, noun - 2)->named != ENT_NONE &&
        (noun < 3 || kind (w->c, noun - 3) == ENT_CHUNK_PREPOSITION ||
         kind (w->c, noun - 3) == ENT_CHUNK_COMMA))
        ent_parties_add (w, &owners, chunk (w->c, noun - 2)->named); /* A and B's meeting */
    return owners;
}

/* "A held talks with B", "A's talks with B" */
static gboolean
relate_with (const EntRuleContext *w, const Meeting *m)
{
    guint with = ent_preposition_behind (w, m->noun, ENT_IS_COMITATIVE, NULL);
    if (with == ENT_NONE || !is_noun (w->c, with + 1))
        return FALSE;
    gboolean whole = is_subject (w, m->noun) && kind (w->c, m->noun - 1) != ENT_CHUNK_PREPOSITION;
    EntParties others = ent_parties_of_group (w, ent_coordination_right (w->c, with + 1, whole));
    if (others.n == 0)
        return TRUE;
    gboolean owned = m->owners.n > 0;
    gboolean his = chunk (w->c, m->noun)->own == ENT_PRONOUN_ONE; /* and nobody knows whose */
    EntParties owners = owned || his ? m->owners : ent_participants_of (w, m->noun, m->light);
    const char *rule = owned ? "noun.owner" : "noun.with";
    ent_claim_across (w, m->frame, &owners, &others, m->status, m->cue, rule);
    claim_attending (w, m, &owners, rule);
    claim_attending (w, m, &others, rule);
    return TRUE;
}

/* "A gave a dinner for B" */
static gboolean
relate_host (const EntRuleContext *w, const Meeting *m)
{
    guint host = m->frame->n_rest > 0
                     ? ent_preposition_behind (w, m->noun, ENT_N_FUNCTIONS, m->frame->rest[0])
                     : ENT_NONE;
    if (host == ENT_NONE || !is_noun (w->c, host + 1))
        return FALSE;
    EntParties guests = ent_parties_of_group (w, ent_coordination_right (w->c, host + 1, FALSE));
    EntParties hosts = m->owners.n > 0 ? m->owners : ent_participants_of (w, m->noun, m->light);
    ent_claim_across (w, m->frame, &hosts, &guests, m->status, m->cue, "noun.with");
    return TRUE;
}

/* "invited B to talks", "joined B for lunch": the verb's object takes part. */
static gboolean
relate_guest (const EntRuleContext *w, const Meeting *m)
{
    guint noun = m->noun;
    if (noun < 3 ||
        !(is_preposition (w, noun - 1, ENT_IS_DATIVE) || is_preposition (w, noun - 1, ENT_IS_BENEFACTIVE)) ||
        !is_noun (w->c, noun - 2) || kind (w->c, noun - 3) != ENT_CHUNK_VERB ||
        chunk (w->c, noun - 3)->passive ||
        (token (w->c->sentence, chunk (w->c, noun - 3)->verb)->word->verb_class & ENT_VERB_GUEST) == 0)
        return FALSE;
    EntParties guests = ent_parties_of_group (w, (EntCoordination){ { noun - 2 }, 1 });
    EntParties hosts = ent_subjects_of (w, noun - 3);
    EntStatus status = ent_status_below (w->c, noun - 3);
    ent_claim_across (w, m->frame, &hosts, &guests, status, m->cue, "noun.with");
    return guests.n > 0;
}

/* "A told B at a meeting" */
static gboolean
relate_told (const EntRuleContext *w, const Meeting *m)
{
    guint noun = m->noun;
    guint verb = ent_is_adjunct (w, noun) ? ent_clause_verb (w->c, noun) : ENT_NONE;
    if (verb == ENT_NONE || verb + 2 > noun || chunk (w->c, verb)->passive || !chunk (w->c, verb)->finite ||
        (token (w->c->sentence, chunk (w->c, verb)->verb)->word->verb_class & ENT_VERB_SAY) == 0 ||
        !is_noun (w->c, verb + 1))
        return FALSE;
    guint told = chunk (w->c, verb + 1)->named;
    for (guint i = verb + 2; i < noun; i++)
        if (kind (w->c, i) != ENT_CHUNK_PREPOSITION && kind (w->c, i) != ENT_CHUNK_NOUN)
            return FALSE;
    gboolean somebody =
        told != ENT_NONE && (entity (w, told)->kind == ENT_OFFICIAL || named_phrase (w, told)->people);
    if (!somebody || chunk (w->c, noun)->n_owners > 0)
        return FALSE;
    EntParties subjects = ent_subjects_of (w, verb), hearer = { { told }, 1 };
    ent_claim_across (w, m->frame, &subjects, &hearer, ent_verb_status (w->c, verb), m->cue, "noun.with");
    return TRUE;
}

/* "a meeting of A, B and C" */
static gboolean
relate_of (const EntRuleContext *w, const Meeting *m)
{
    guint of = ent_preposition_behind (w, m->noun, ENT_IS_GENITIVE, NULL);
    if (of == ENT_NONE || !is_noun (w->c, of + 1))
        return FALSE;
    EntParties parties = ent_parties_of_group (w, ent_coordination_right (w->c, of + 1, TRUE));
    if (!is_occasion (w, m->noun, &parties)) {
        ent_claim_among (w, m->frame, &parties, m->status, m->cue, "noun.of");
        claim_attending (w, m, &parties, "noun.of");
    }
    return parties.n > 0;
}

/* "At a joint press conference, A and B said"; "A and B agreed on a truce during talks in Rome". A definite one is known, and may
 * be anybody's; so may a meeting of a body, unlike one of people. */
static gboolean
is_shared (const EntRuleContext *w, guint noun)
{
    if (!ent_is_adjunct (w, noun))
        return FALSE;
    if (has_function (w, noun, ENT_IS_JOINT))
        return TRUE;
    guint of = ent_preposition_behind (w, noun, ENT_IS_GENITIVE, NULL);
    return (is_preposition (w, noun - 1, ENT_IS_DURATIVE) ||
            is_preposition (w, noun - 1, ENT_IS_POSTERIOR)) &&
           (token (w->c->sentence, chunk (w->c, noun)->first)->word->uses &
            (ENT_USE_DEFINITE | ENT_USE_FURTHER)) == 0 &&
           (of == ENT_NONE ||
            (is_noun (w->c, of + 1) && (head_word (w, of + 1)->classes & ENT_WORD_PLURAL) != 0));
}

void
ent_relate_meeting (const EntRuleContext *w, const EntFrame *frame, guint noun)
{
    guint head = chunk (w->c, noun)->head;
    Meeting m = { .frame = frame, .noun = noun, .cue = cue_of (w, head, head) };
    m.status = ent_noun_status (w->c, noun, &m.light);
    m.attending = attending (w, noun);
    if (relate_between (w, &m))
        return;
    m.owners = owners_of_meeting (w, &m);
    if (relate_with (w, &m) || relate_host (w, &m) || relate_guest (w, &m) || relate_told (w, &m) ||
        relate_of (w, &m))
        return;
    if (m.owners.n == 0 && is_shared (w, noun)) {
        EntParties subjects = ent_participants_of (w, noun, ENT_NONE);
        ent_claim_among (w, frame, &subjects, m.status, m.cue, "noun.reciprocal");
        return;
    }
    claim_attending (w, &m, &m.owners, "noun.attended");
    if (m.owners.n > 1) { /* the A-B summit, their summit */
        gboolean their = chunk (w->c, noun)->own != ENT_PRONOUN_NONE;
        if (!is_occasion (w, noun, &m.owners))
            ent_claim_among (w, frame, &m.owners, m.status, m.cue, their ? "noun.owner" : "noun.compound");
    } else if (m.owners.n == 0 && m.light != ENT_NONE && !chunk (w->c, m.light)->passive &&
               ent_preposition_behind (w, noun, ENT_IS_COMITATIVE, NULL) ==
                   ENT_NONE) { /* A and B held talks */
        EntParties subjects = ent_subjects_of (w, m.light);
        ent_claim_among (w, frame, &subjects, m.status, m.cue, "noun.reciprocal");
    }
}

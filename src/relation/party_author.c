/* party_author.c - whose a noun phrase is, and whose words or deed: who is answered. */
#include "rule.h"

/* "U.S. favor negotiations": between them is a verb that the chunker took for a noun. */
static gboolean
verb_between (const EntRuleContext *w, guint from, guint to)
{
    const guint of_people = ENT_VERB_BID | ENT_VERB_HEAD; /* "X's lead negotiator", "Y's press chief" */
    for (guint t = from; t < to; t++) {
        const EntWord *word = token (w->c->sentence, t)->word;
        if ((word->classes & ENT_WORD_BASE) != 0 && (word->verb_class & ~of_people) != 0 &&
            (word->classes & ENT_WORD_NOUN) == 0)
            return TRUE;
    }
    return FALSE;
}

EntParties
ent_owners_of (const EntRuleContext *w, guint noun, gboolean adjectives_too)
{
    EntParties parties = { { 0 }, 0 };
    const EntChunk *p = chunk (w->c, noun);
    for (guint i = 0; i < p->n_owners; i++)
        if ((adjectives_too || !named_phrase (w, p->owners[i])->not_actor) &&
            !verb_between (w, named_phrase (w, p->owners[i])->last, p->head))
            ent_parties_add (w, &parties, p->owners[i]);
    return parties;
}

gboolean
ent_is_words (const EntRuleContext *w, const EntFrame *frame, guint noun)
{
    const EntWord *head = head_word (w, noun);
    return head->noun != NULL && g_hash_table_contains (w->frames->words[frame->relation], head->noun);
}

static EntParties
named_in_group (const EntRuleContext *w, guint noun)
{
    EntParties parties = { { 0 }, 0 };
    EntCoordination group = ent_coordination_right (w->c, noun, TRUE);
    for (guint i = 0; i < group.n_members; i++) {
        guint index = chunk (w->c, group.members[i])->named;
        ent_parties_add (w, &parties,
                         index != ENT_NONE ? index : ent_name_in_apposition (w, group.members[i]));
    }
    return parties.n > 0 ? parties : ent_owners_of (w, noun, FALSE);
}

/* Behind a noun, over a participle, time, and what the words or the deed are about: the "by" or "from" before their
 * author ("the tariffs imposed on Monday on steel | by Y"), or ENT_NONE. */
static guint
author_behind (const EntRuleContext *w, guint noun)
{
    gboolean participle = FALSE;
    for (guint i = noun + 1; i < noun + 9;) {
        if (is_noun (w->c, i + 1) &&
            (is_preposition (w, i, ENT_IS_AGENT) || is_preposition (w, i, ENT_IS_SOURCE)) &&
            named_in_group (w, i + 1).n > 0)
            return i;
        if (kind (w->c, i) == ENT_CHUNK_NOUN && chunk (w->c, i)->time)
            i++;
        else if (kind (w->c, i) == ENT_CHUNK_VERB && chunk (w->c, i)->bare && chunk (w->c, i)->passive &&
                 !participle)
            participle = (i++, TRUE);
        else if (kind (w->c, i) == ENT_CHUNK_PREPOSITION && kind (w->c, i + 1) == ENT_CHUNK_NOUN)
            i += 2;
        else
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* "the remarks that Y made", "an order Y had signed": Y. */
static guint
maker_of (const EntRuleContext *w, guint noun)
{
    guint i = noun + 1;
    if (kind (w->c, i) == ENT_CHUNK_RELATIVE ||
        (kind (w->c, i) == ENT_CHUNK_SUBORDINATOR &&
         is_function (w, chunk (w->c, i)->first, ENT_IS_COMPLEMENTIZER)))
        i++;
    if (!is_noun (w->c, i) || kind (w->c, i + 1) != ENT_CHUNK_VERB)
        return ENT_NONE;
    const EntChunk *verb = chunk (w->c, i + 1);
    gboolean made = (token (w->c->sentence, verb->verb)->word->verb_class & ENT_VERB_MAKE) != 0;
    gboolean gap = !is_noun (w->c, i + 2); /* else it is what the words say: "the claim that Y made a bomb" */
    return made && gap && verb->finite && !verb->passive ? i : ENT_NONE;
}

EntParties
ent_authors_of (const EntRuleContext *w, guint noun)
{
    EntParties parties = ent_owners_of (w, noun, TRUE);
    if (parties.n == 0 && is_preposition (w, noun + 1, ENT_IS_GENITIVE) && is_noun (w->c, noun + 2))
        parties = named_in_group (w, noun + 2);
    guint maker = maker_of (w, noun), behind = author_behind (w, noun);
    if (parties.n == 0 && behind != ENT_NONE)
        parties = named_in_group (w, behind + 1);
    if (parties.n == 0 && maker != ENT_NONE)
        parties = ent_parties_of_group (w, (EntCoordination){ { maker }, 1 });
    return parties;
}

/* An official and his state do not answer each other. */
static gboolean
is_own_side (const EntRuleContext *w, guint speaker, const EntParties *others)
{
    for (guint i = 0; i < others->n; i++) {
        guint a = named_phrase (w, speaker)->mention.entity,
              b = named_phrase (w, others->named[i])->mention.entity;
        if (entity (w, speaker)->state == b || entity (w, others->named[i])->state == a)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_among (const EntRuleContext *w, guint named, const EntParties *parties)
{
    for (guint i = 0; i < parties->n; i++)
        if (named_phrase (w, parties->named[i])->mention.entity == named_phrase (w, named)->mention.entity)
            return TRUE;
    return FALSE;
}

EntParties
ent_spoke_before (const EntRuleContext *w, guint before, const EntParties *other)
{
    EntDiscourse *discourse = w->c->discourse;
    EntParties parties = { { 0 }, 0 };
    gboolean earlier = FALSE;
    for (guint i = 0; i < discourse->salience.n_speakers; i++) {
        const EntNamedPhrase *speaker = named_phrase (w, discourse->salience.speakers[i]);
        earlier |= speaker->sentence < discourse->sentence || speaker->first < before;
        for (guint j = 0; j < other->n; j++)
            if (named_phrase (w, other->named[j])->mention.entity == speaker->mention.entity)
                earlier = FALSE;
    }
    const EntSalience *salience = earlier ? &discourse->salience : ent_discourse_before (discourse, 1);
    for (guint i = 0; i < salience->n_speakers; i++)
        if (!is_own_side (w, salience->speakers[i], other))
            ent_parties_add (w, &parties, salience->speakers[i]);
    return parties;
}

#define MAX_BACK 4 /* sentences that "the charge" may go back; "the remarks" only one */

/* The author of the latest utterance of the noun's kinds before it: "A offered help. … B turned the offer down." */
static EntParties
said_before (const EntRuleContext *w, guint noun, const EntParties *others)
{
    EntDiscourse *discourse = w->c->discourse;
    guint wanted = head_word (w, noun)->said, first = chunk (w->c, noun)->first;
    EntParties parties = { { 0 }, 0 };
    for (guint back = 0; back <= MAX_BACK && back <= discourse->sentence && parties.n == 0; back++) {
        const EntSalience *salience =
            back > 0 ? ent_discourse_before (discourse, back) : &discourse->salience;
        guint found = ENT_NONE;
        for (guint i = salience->n_utterances; i-- > 0;) {
            const EntUtterance *u = &salience->utterances[i];
            guint common = u->said & wanted;
            if (common == 0 || (back > 1 && common == ENT_SAID_REMARK) || (back == 0 && u->token >= first) ||
                (found != ENT_NONE && u->token != found) || is_own_side (w, u->speaker, others) ||
                is_among (w, u->speaker, others))
                continue;
            found = u->token;
            ent_parties_add (w, &parties, u->speaker);
        }
    }
    return parties;
}

/* "the charge", "these accusations": words that the sentence before reports. */
static gboolean
points_back (const EntRuleContext *w, guint noun)
{
    guint first = chunk (w->c, noun)->first, next = noun + 1;
    for (guint t = chunk (w->c, noun)->first; t < chunk (w->c, noun)->last; t++)
        if (token (w->c->sentence, t)->tail > token (w->c->sentence, t)->end ||
            (token (w->c->sentence, t)->word->uses & ENT_USE_NEW) != 0)
            return FALSE; /* the watchdog's claims are the watchdog's; new ones nobody has told yet */
    /* A accused B, a charge that B denied */
    gboolean apposed = noun > 0 && kind (w->c, noun - 1) == ENT_CHUNK_COMMA;
    return (apposed || is_function (w, first, ENT_IS_ARTICLE) || is_function (w, first, ENT_IS_NEAR) ||
            is_function (w, first, ENT_IS_THOSE) || is_function (w, first, ENT_IS_NEAR) ||
            is_function (w, first, ENT_IS_COMPLEMENTIZER)) &&
           !is_preposition (w, next, ENT_IS_GENITIVE) && author_behind (w, noun) == ENT_NONE;
}

/* A deed with its doer: "a step by Y", "the tariffs imposed by Y", "an order that Y signed". */
static gboolean
is_done_by (const EntRuleContext *w, guint noun)
{
    guint behind = author_behind (w, noun);
    return (behind != ENT_NONE && is_preposition (w, behind, ENT_IS_AGENT)) || maker_of (w, noun) != ENT_NONE;
}

/* "reports that Y struck a convoy": Y. */
static EntParties
doer_told (const EntRuleContext *w, guint noun)
{
    EntParties parties = { { 0 }, 0 };
    guint that = noun + 1, verb = noun + 3;
    if (kind (w->c, that) == ENT_CHUNK_SUBORDINATOR &&
        is_function (w, chunk (w->c, that)->first, ENT_IS_COMPLEMENTIZER) && is_noun (w->c, noun + 2) &&
        kind (w->c, verb) == ENT_CHUNK_VERB && chunk (w->c, verb)->finite)
        parties = ent_parties_of_group (w, (EntCoordination){ { noun + 2 }, 1 });
    return parties;
}

/* Of one noun phrase. */
static EntParties
answered_in (const EntRuleContext *w, const EntFrame *frame, guint noun, const EntParties *sources)
{
    const EntChunk *p = chunk (w->c, noun);
    gboolean words_only = frame->object == ENT_OBJECT_WORDS;
    EntParties parties = { { 0 }, 0 };
    if (p->named != ENT_NONE || p->pronoun != ENT_PRONOUN_NONE) {
        if (!words_only)
            ent_parties_add (w, &parties, p->named);
    } else if (ent_is_words (w, frame, noun)) {
        parties = ent_authors_of (w, noun);
        gboolean back = parties.n == 0 && points_back (w, noun);
        if (back)
            parties = said_before (w, noun, sources);
        if (back && parties.n == 0)
            parties = ent_spoke_before (w, p->first, sources);
    } else if (!words_only) {
        parties = ent_owners_of (w, noun, TRUE);
        if (parties.n == 0 && is_done_by (w, noun))
            parties = ent_authors_of (w, noun);
        if (parties.n == 0)
            parties = doer_told (w, noun);
    }
    return parties;
}

/* "a list of demands": the demands. */
static guint
pass_measure_of_words (const EntRuleContext *w, const EntFrame *frame, guint noun)
{
    gboolean of_words = chunk (w->c, noun)->named == ENT_NONE && !ent_is_words (w, frame, noun) &&
                        is_preposition (w, noun + 1, ENT_IS_GENITIVE) && is_noun (w->c, noun + 2) &&
                        ent_is_words (w, frame, noun + 2);
    return of_words ? noun + 2 : noun;
}

EntParties
ent_answered_by (const EntRuleContext *w, const EntFrame *frame, guint noun, const EntParties *sources)
{
    EntParties parties = { { 0 }, 0 };
    EntCoordination group = ent_coordination_right (w->c, noun, FALSE);
    for (guint i = 0; i < group.n_members; i++) {
        guint member = pass_measure_of_words (w, frame, group.members[i]);
        EntParties more = answered_in (w, frame, member, sources);
        for (guint j = 0; j < more.n; j++)
            ent_parties_add (w, &parties, more.named[j]);
    }
    return parties;
}

/* party.c - who a noun phrase is, as one who meets, speaks or is answered. */
#include "relating.h"

#include <string.h>

void
ent_parties_add (const EntRelating *w, EntParties *parties, guint index)
{
    if (index == ENT_NONE || parties->n >= G_N_ELEMENTS (parties->namings))
        return;
    for (guint i = 0; i < parties->n; i++)
        if (naming (w, parties->namings[i])->mention.entity == naming (w, index)->mention.entity)
            return;
    parties->namings[parties->n++] = index;
}

static gboolean
is_people (const EntRelating *w, guint noun)
{
    return (head_word (w, noun)->classes & (ENT_WORD_PEOPLE | ENT_WORD_PERSON)) != 0;
}

/* The naming of a pronoun, made where the pronoun is read. */
static guint
resolved_pronoun (const EntRelating *w, guint first, guint antecedent)
{
    if (antecedent == ENT_NONE)
        return ENT_NONE;
    GArray *namings = w->c->discourse->namings;
    for (guint i = w->c->discourse->sentence_start; i < namings->len; i++)
        if (naming (w, i)->first == first && naming (w, i)->mention.how == ENT_HOW_PRONOUN)
            return i;
    const EntToken *t = token (w, first);
    EntNaming made = *naming (w, antecedent);
    made.mention.span = made.mention.phrase = (EntSpan){ t->start, t->end };
    made.mention.how = ENT_HOW_PRONOUN;
    made.mention.antecedent = antecedent;
    made.sentence = w->c->discourse->sentence;
    made.first = made.name_first = first;
    made.last = first + 1;
    made.possessive = made.weak = FALSE;
    g_array_append_val (namings, made);
    return namings->len - 1;
}

/* The entity that is the subject of the clause in which a pronoun stands as object: it cannot be the pronoun's. */
static guint
subject_entity (const EntRelating *w, guint noun)
{
    guint first = phrase (w, noun)->first;
    if (!is_at (w, first, "him") && !is_at (w, first, "her"))
        return ENT_NONE;
    guint verb = noun > 0 && kind (w, noun - 1) == ENT_PHRASE_VERB ? noun - 1 : ent_clause_verb (w->c, noun);
    if (verb == ENT_NONE || verb > noun)
        return ENT_NONE;
    guint subject = ent_clause_subject (w->c, verb);
    if (subject == ENT_NONE || subject == noun)
        return ENT_NONE;
    const EntPhrase *s = phrase (w, subject);
    guint who = s->pronoun == ENT_PRONOUN_ONE
                    ? ent_refer_pronoun (w->c->discourse, s->first, s->gender, TRUE, ENT_NONE)
                    : s->naming;
    return who != ENT_NONE ? naming (w, who)->mention.entity : ENT_NONE;
}

/* Whether a pronoun stands in what opens the sentence, before its subject: "After he met B, A said", "On his way to a
 * city where he met B, A said". */
static gboolean
is_in_opening (const EntRelating *w, guint noun)
{
    if (kind (w, 0) != ENT_PHRASE_PREPOSITION && kind (w, 0) != ENT_PHRASE_SUBORDINATOR)
        return FALSE;
    for (guint i = noun; i-- > 0;) {
        if (kind (w, i) == ENT_PHRASE_RELATIVE)
            return TRUE;
        if (kind (w, i) == ENT_PHRASE_COMMA || kind (w, i) == ENT_PHRASE_QUOTE)
            return FALSE;
    }
    return kind (w, 0) == ENT_PHRASE_SUBORDINATOR;
}

/* The official named behind the comma that ends the opening, where he is the subject. */
static guint
name_to_come (const EntRelating *w, guint noun)
{
    if (!is_in_opening (w, noun))
        return ENT_NONE;
    for (guint i = noun + 1; i < w->c->n_phrases && kind (w, i) != ENT_PHRASE_STOP; i++) {
        if (kind (w, i) != ENT_PHRASE_COMMA || !is_noun (w, i + 1))
            continue;
        guint index = phrase (w, i + 1)->naming;
        for (guint verb = i + 2; verb < w->c->n_phrases; verb++)
            if (kind (w, verb) == ENT_PHRASE_VERB && phrase (w, verb)->finite &&
                ent_clause_subject (w->c, verb) == i + 1)
                return index != ENT_NONE && ent_agrees (w->c->discourse, index, phrase (w, noun)->gender)
                           ? index
                           : ENT_NONE;
    }
    return ENT_NONE;
}

static gboolean
is_nominative (const EntRelating *w, guint noun)
{
    return is_at (w, phrase (w, noun)->first, "he") || is_at (w, phrase (w, noun)->first, "she");
}

static guint
antecedent_of (const EntRelating *w, guint noun)
{
    guint to_come = name_to_come (w, noun);
    return to_come != ENT_NONE
               ? to_come
               : ent_refer_pronoun (w->c->discourse, phrase (w, noun)->first, phrase (w, noun)->gender,
                                    is_nominative (w, noun), subject_entity (w, noun));
}

/* "a delegation headed by A": A. */
static guint
delegation_head (const EntRelating *w, guint noun)
{
    guint verb = noun + 1;
    if (is_preposition (w, verb, "of") || is_preposition (w, verb, "from"))
        verb += 2; /* a delegation of X led by A */
    if (is_preposition (w, verb, "under") && is_noun (w, verb + 1)) {
        guint under = phrase (w, verb + 1)->naming;
        return under != ENT_NONE && entity (w, under)->kind == ENT_OFFICIAL ? under : ENT_NONE;
    }
    if (kind (w, verb) != ENT_PHRASE_VERB || !phrase (w, verb)->bare || !is_preposition (w, verb + 1, "by") ||
        !is_noun (w, verb + 2))
        return ENT_NONE;
    guint index = phrase (w, verb + 2)->naming;
    if ((token (w, phrase (w, verb)->verb)->word->verb_class & ENT_VERB_HEAD) == 0 || index == ENT_NONE)
        return ENT_NONE;
    return entity (w, index)->kind == ENT_OFFICIAL ? index : ENT_NONE;
}

/* "his Turkish counterpart, A,"; "the country's head of state, A": the name behind a title. */
static guint
name_in_apposition (const EntRelating *w, guint noun)
{
    if ((head_word (w, noun)->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON)) == 0 &&
        !(is_at (w, phrase (w, noun)->head, "number") && has_word (w, noun, "opposite")))
        return ENT_NONE;
    guint i = noun + 1;
    while (kind (w, i) == ENT_PHRASE_PREPOSITION && is_noun (w, i + 1))
        i += 2;
    if (kind (w, i) != ENT_PHRASE_COMMA || !is_noun (w, i + 1) || phrase (w, i + 1)->naming == ENT_NONE)
        return ENT_NONE;
    guint index = phrase (w, i + 1)->naming;
    EntPhraseKind next = kind (w, i + 2);
    if (next == ENT_PHRASE_AND)
        return ENT_NONE;
    return entity (w, index)->kind == ENT_OFFICIAL ? index : ENT_NONE;
}

/* Who a noun phrase is, as one who meets or answers: an official, a state or organization by name, or
 * unnamed people of one ("leaders of Pakistan"). */
static guint
party_of (const EntRelating *w, guint noun)
{
    const EntPhrase *p = phrase (w, noun);
    if (p->first > 0 && is_at (w, p->first - 1, "not"))
        return ENT_NONE; /* A, not B */
    if (p->naming != ENT_NONE) {
        guint head = delegation_head (w, noun);
        if (head == ENT_NONE && entity (w, p->naming)->kind != ENT_OFFICIAL)
            head = name_in_apposition (w, noun); /* the head of the company X, A */
        return head != ENT_NONE ? head : naming (w, p->naming)->weak ? ENT_NONE : p->naming;
    }
    if (p->pronoun == ENT_PRONOUN_ONE)
        return resolved_pronoun (w, p->first, antecedent_of (w, noun));
    guint agent = delegation_head (w, noun);
    if (agent == ENT_NONE)
        agent = name_in_apposition (w, noun);
    if (agent != ENT_NONE)
        return agent;
    if ((is_people (w, noun) || p->no) && p->n_owners == 0 &&
        (is_preposition (w, noun + 1, "of") || is_preposition (w, noun + 1, "from")) &&
        is_noun (w, noun + 2)) {
        guint owner = phrase (w, noun + 2)->naming;
        if (owner != ENT_NONE && entity (w, owner)->kind != ENT_OFFICIAL) {
            naming (w, owner)->people = TRUE;
            return owner;
        }
    }
    return ENT_NONE;
}

/* A mention for each of those that a plural stands for. */
static void
add_reference (const EntRelating *w, EntParties *parties, guint noun, guint antecedent, EntHow how)
{
    const EntPhrase *p = phrase (w, noun);
    EntNaming made = *naming (w, antecedent);
    made.mention.span = made.mention.phrase =
        (EntSpan){ token (w, p->first)->start, token (w, p->last - 1)->end };
    made.mention.how = how;
    made.mention.antecedent = antecedent;
    made.sentence = w->c->discourse->sentence;
    made.first = made.name_first = p->first;
    made.last = p->last;
    made.possessive = made.weak = made.subject = FALSE;
    g_array_append_val (w->c->discourse->namings, made);
    ent_parties_add (w, parties, w->c->discourse->namings->len - 1);
}

/* The two officials, or states, that a stretch of namings names; FALSE if they are not two. */
static gboolean
find_two (const EntRelating *w, guint first, guint last, EntKind of_kind, guint *two)
{
    guint n = 0;
    for (guint i = first; i < last; i++) {
        if (naming (w, i)->weak || naming (w, i)->person || entity (w, i)->kind != of_kind)
            continue;
        gboolean seen = FALSE;
        for (guint j = 0; j < n; j++)
            seen |= naming (w, two[j])->mention.entity == naming (w, i)->mention.entity;
        if (seen)
            continue;
        if (n == 2)
            return FALSE;
        two[n++] = i;
    }
    return n == 2;
}

/* "the two leaders", "both presidents" */
static gboolean
is_pair (const EntRelating *w, guint noun, EntKind *of_kind)
{
    const EntWord *head = head_word (w, noun);
    if (!has_word (w, noun, "two") && !has_word (w, noun, "both"))
        return FALSE;
    *of_kind = ENT_OFFICIAL;
    if (is_at (w, phrase (w, noun)->head, "two")) /* "the two met" */
        return is_at (w, phrase (w, noun)->first, "the");
    if ((head->uses & ENT_USE_COUNTRY) != 0) {
        *of_kind = ENT_STATE;
        return TRUE;
    }
    return (head->classes & ENT_WORD_PLURAL) != 0 &&
           (head->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON)) != 0;
}

/* They, and the two leaders: those who were a subject together, or the two that were named last. */
static void
add_several (const EntRelating *w, EntParties *parties, guint noun)
{
    EntDiscourse *discourse = w->c->discourse;
    EntKind of_kind;
    guint two[2];
    if (phrase (w, noun)->pronoun == ENT_PRONOUN_MANY) {
        const EntTopic *topic = &discourse->topic;
        if (topic->n_together < 2 || naming (w, topic->together[0])->first >= phrase (w, noun)->first)
            topic = ent_discourse_before (discourse);
        for (guint i = 0; i < topic->n_together; i++)
            add_reference (w, parties, noun, topic->together[i], ENT_HOW_PRONOUN);
        return;
    }
    if (phrase (w, noun)->naming != ENT_NONE || !is_pair (w, noun, &of_kind))
        return;
    guint previous = discourse->sentence_start;
    while (previous > 0 && naming (w, previous - 1)->sentence + 1 >= discourse->sentence)
        previous--;
    guint here = discourse->sentence_start;
    while (here < discourse->namings->len && naming (w, here)->first < phrase (w, noun)->first)
        here++;
    if (find_two (w, discourse->sentence_start, here, of_kind, two) ||
        find_two (w, previous, discourse->sentence_start, of_kind, two))
        for (guint i = 0; i < 2; i++)
            add_reference (w, parties, noun, two[i], ENT_HOW_DESCRIPTION);
}

/* "ambassadors of A, B and C" */
static gboolean
add_people_of (const EntRelating *w, EntParties *parties, guint noun)
{
    if (!is_people (w, noun) || phrase (w, noun)->n_owners > 0 || phrase (w, noun)->naming != ENT_NONE ||
        !(is_preposition (w, noun + 1, "of") || is_preposition (w, noun + 1, "from")) ||
        !is_noun (w, noun + 2))
        return FALSE;
    EntGroup group = ent_group_right (w->c, noun + 2, TRUE);
    if (group.n_members < 2)
        return FALSE;
    for (guint i = 0; i < group.n_members; i++) {
        guint index = phrase (w, group.members[i])->naming;
        if (index != ENT_NONE && entity (w, index)->kind != ENT_OFFICIAL) {
            naming (w, index)->people = TRUE;
            ent_parties_add (w, parties, index);
        }
    }
    return parties->n > 0;
}

EntParties
ent_parties_of_group (const EntRelating *w, EntGroup group)
{
    EntParties parties = { { 0 }, 0 };
    for (guint i = 0; i < group.n_members; i++) {
        if (add_people_of (w, &parties, group.members[i]))
            continue;
        guint party = party_of (w, group.members[i]);
        if (party != ENT_NONE)
            ent_parties_add (w, &parties, party);
        else
            add_several (w, &parties, group.members[i]);
    }
    return parties;
}

/* Everybody a subject or object names, and whether any member of it is left unnamed. */
EntParties
ent_subjects_of (const EntRelating *w, guint verb)
{
    return ent_parties_of_group (w, ent_clause_subjects (w->c, verb));
}

/* "U.S. favor negotiations": a verb that the row of phrases has not told from a noun stands between. */
static gboolean
verb_between (const EntRelating *w, guint from, guint to)
{
    const guint of_people = ENT_VERB_BID | ENT_VERB_HEAD; /* "X's lead negotiator", "Y's press chief" */
    for (guint t = from; t < to; t++) {
        const EntWord *word = token (w, t)->word;
        if ((word->classes & ENT_WORD_BASE) != 0 && (word->verb_class & ~of_people) != 0 &&
            (word->classes & ENT_WORD_NOUN) == 0)
            return TRUE;
    }
    return FALSE;
}

/* "In his talks with B, A said": the pronoun stands before its name. */
static guint
subject_to_come (const EntRelating *w, guint noun)
{
    guint verb = ent_clause_verb (w->c, noun);
    if (verb == ENT_NONE || verb < noun || !phrase (w, verb)->finite)
        return ENT_NONE;
    guint subject = ent_clause_subject (w->c, verb);
    return subject != ENT_NONE && subject > noun ? phrase (w, subject)->naming : ENT_NONE;
}

EntParties
ent_owners_of (const EntRelating *w, guint noun, gboolean adjectives_too, guint other)
{
    EntParties parties = { { 0 }, 0 };
    const EntPhrase *p = phrase (w, noun);
    for (guint i = 0; i < p->n_owners; i++)
        if ((adjectives_too || !naming (w, p->owners[i])->weak) &&
            !verb_between (w, naming (w, p->owners[i])->last, p->head))
            ent_parties_add (w, &parties, p->owners[i]);
    if (p->own == ENT_PRONOUN_ONE) {
        guint to_come = subject_to_come (w, noun);
        gboolean official = to_come != ENT_NONE && entity (w, to_come)->kind == ENT_OFFICIAL;
        ent_parties_add (w, &parties,
                         official ? to_come
                                  : resolved_pronoun (w, p->first,
                                                      ent_refer_pronoun (w->c->discourse, p->first, p->gender,
                                                                         FALSE, other)));
    }
    return parties;
}

gboolean
ent_is_words (const EntRelating *w, const EntFrame *frame, guint noun)
{
    const EntWord *head = head_word (w, noun);
    return head->noun != NULL && g_hash_table_contains (w->grammar->words[frame->relation], head->noun);
}

static EntParties
named_in_group (const EntRelating *w, guint noun)
{
    EntParties parties = { { 0 }, 0 };
    EntGroup group = ent_group_right (w->c, noun, FALSE);
    for (guint i = 0; i < group.n_members; i++) {
        guint index = phrase (w, group.members[i])->naming;
        ent_parties_add (w, &parties, index != ENT_NONE ? index : name_in_apposition (w, group.members[i]));
    }
    return parties.n > 0 ? parties : ent_owners_of (w, noun, TRUE, ENT_NONE);
}

/* Behind a noun, over a participle, time, and what the words or the deed are about: the "by" or "from" before their
 * author ("the tariffs imposed on Monday on steel | by Y"), or ENT_NONE. */
static guint
author_behind (const EntRelating *w, guint noun)
{
    gboolean participle = FALSE;
    for (guint i = noun + 1; i < noun + 9;) {
        if (is_noun (w, i + 1) && (is_preposition (w, i, "by") || is_preposition (w, i, "from")) &&
            named_in_group (w, i + 1).n > 0)
            return i;
        if (kind (w, i) == ENT_PHRASE_NOUN && phrase (w, i)->time)
            i++;
        else if (kind (w, i) == ENT_PHRASE_VERB && phrase (w, i)->bare && phrase (w, i)->passive &&
                 !participle)
            participle = (i++, TRUE);
        else if (kind (w, i) == ENT_PHRASE_PREPOSITION && kind (w, i + 1) == ENT_PHRASE_NOUN)
            i += 2;
        else
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* "the remarks that Y made", "an order Y had signed": Y. */
static guint
maker_of (const EntRelating *w, guint noun)
{
    guint i = noun + 1;
    if (kind (w, i) == ENT_PHRASE_RELATIVE ||
        (kind (w, i) == ENT_PHRASE_SUBORDINATOR && is_at (w, phrase (w, i)->first, "that")))
        i++;
    if (!is_noun (w, i) || kind (w, i + 1) != ENT_PHRASE_VERB)
        return ENT_NONE;
    const EntPhrase *verb = phrase (w, i + 1);
    gboolean made = (token (w, verb->verb)->word->verb_class & ENT_VERB_MAKE) != 0;
    gboolean gap = !is_noun (w, i + 2); /* else it is what the words say: "the claim that Y made a bomb" */
    return made && gap && verb->finite && !verb->passive ? i : ENT_NONE;
}

/* Whose words or deed a noun phrase is: Y's claim, the claim of Y, a claim made by Y, a claim that Y made. */
EntParties
ent_authors_of (const EntRelating *w, guint noun, guint other)
{
    EntParties parties = ent_owners_of (w, noun, TRUE, other);
    if (parties.n == 0 && is_preposition (w, noun + 1, "of") && is_noun (w, noun + 2))
        parties = named_in_group (w, noun + 2);
    guint maker = maker_of (w, noun), behind = author_behind (w, noun);
    if (parties.n == 0 && behind != ENT_NONE)
        parties = named_in_group (w, behind + 1);
    if (parties.n == 0 && maker != ENT_NONE)
        parties = ent_parties_of_group (w, (EntGroup){ { maker }, 1 });
    return parties;
}

/* An official and his state do not answer each other. */
static gboolean
is_own_side (const EntRelating *w, guint speaker, const EntParties *others)
{
    for (guint i = 0; i < others->n; i++) {
        guint a = naming (w, speaker)->mention.entity, b = naming (w, others->namings[i])->mention.entity;
        if (entity (w, speaker)->state == b || entity (w, others->namings[i])->state == a)
            return TRUE;
    }
    return FALSE;
}

/* Who has spoken before a token: earlier in its sentence, if not one of `other`, or in the sentence before. */
EntParties
ent_spoke_before (const EntRelating *w, guint before, const EntParties *other)
{
    EntDiscourse *discourse = w->c->discourse;
    EntParties parties = { { 0 }, 0 };
    gboolean earlier = FALSE;
    for (guint i = 0; i < discourse->topic.n_speakers; i++) {
        const EntNaming *speaker = naming (w, discourse->topic.speakers[i]);
        earlier |= speaker->sentence < discourse->sentence || speaker->first < before;
        for (guint j = 0; j < other->n; j++)
            if (naming (w, other->namings[j])->mention.entity == speaker->mention.entity)
                earlier = FALSE;
    }
    const EntTopic *topic = earlier ? &discourse->topic : ent_discourse_before (discourse);
    for (guint i = 0; i < topic->n_speakers; i++)
        if (!is_own_side (w, topic->speakers[i], other))
            ent_parties_add (w, &parties, topic->speakers[i]);
    return parties;
}

/* "the charge", "these accusations": words that the sentence before has told. */
static gboolean
points_back (const EntRelating *w, guint noun)
{
    guint first = phrase (w, noun)->first, next = noun + 1;
    for (guint t = phrase (w, noun)->first; t < phrase (w, noun)->last; t++)
        if (token (w, t)->tail > token (w, t)->end)
            return FALSE; /* the watchdog's claims are the watchdog's */
    gboolean apposed =
        noun > 0 && kind (w, noun - 1) == ENT_PHRASE_COMMA; /* A accused B, a charge that B denied */
    return (apposed || is_at (w, first, "the") || is_at (w, first, "these") || is_at (w, first, "those") ||
            is_at (w, first, "this") || is_at (w, first, "that")) &&
           !is_preposition (w, next, "of") && author_behind (w, noun) == ENT_NONE;
}

/* A deed with its doer: "a step by Y", "the tariffs imposed by Y", "an order that Y signed". */
static gboolean
is_done_by (const EntRelating *w, guint noun)
{
    guint behind = author_behind (w, noun);
    return (behind != ENT_NONE && is_preposition (w, behind, "by")) || maker_of (w, noun) != ENT_NONE;
}

/* "reports that Y struck a convoy": Y. */
static EntParties
doer_told (const EntRelating *w, guint noun)
{
    EntParties parties = { { 0 }, 0 };
    guint that = noun + 1, verb = noun + 3;
    if (kind (w, that) == ENT_PHRASE_SUBORDINATOR && is_at (w, phrase (w, that)->first, "that") &&
        is_noun (w, noun + 2) && kind (w, verb) == ENT_PHRASE_VERB && phrase (w, verb)->finite)
        parties = ent_parties_of_group (w, (EntGroup){ { noun + 2 }, 1 });
    return parties;
}

/* Who is at the far end of a directed relation, given the noun phrase that its verb leads to. */
EntParties
ent_answered_by (const EntRelating *w, const EntFrame *frame, guint noun, const EntParties *sources)
{
    EntParties parties = { { 0 }, 0 };
    EntGroup group = ent_group_right (w->c, noun, FALSE);
    guint other =
        sources->n > 0 ? naming (w, sources->namings[0])->mention.entity : ENT_NONE; /* answers not himself */
    for (guint i = 0; i < group.n_members; i++) {
        guint member = group.members[i];
        if (phrase (w, member)->naming == ENT_NONE && !ent_is_words (w, frame, member) &&
            is_preposition (w, member + 1, "of") && is_noun (w, member + 2) &&
            ent_is_words (w, frame, member + 2))
            member += 2; /* a list of demands */
        const EntPhrase *p = phrase (w, member);
        EntParties more = { { 0 }, 0 };
        if (p->naming != ENT_NONE || p->pronoun == ENT_PRONOUN_ONE) {
            if (frame->object != ENT_OBJECT_WORDS)
                ent_parties_add (w, &more, p->naming != ENT_NONE ? p->naming : party_of (w, member));
        } else if (ent_is_words (w, frame, member)) {
            more = ent_authors_of (w, member, other);
            if (more.n == 0 && points_back (w, member))
                more = ent_spoke_before (w, p->first, sources);
        } else if (frame->object != ENT_OBJECT_WORDS) {
            more = ent_owners_of (w, member, TRUE, other);
            if (more.n == 0 && is_done_by (w, member))
                more = ent_authors_of (w, member, other);
            if (more.n == 0)
                more = doer_told (w, member);
        }
        for (guint j = 0; j < more.n; j++)
            ent_parties_add (w, &parties, more.namings[j]);
    }
    return parties;
}

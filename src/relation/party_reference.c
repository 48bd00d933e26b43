/* party_reference.c - parties that another place of the text names: he, they, the two leaders. */
#include "mention/pronoun.h"
#include "rule.h"

/* A mention of tokens that stand for one who is named elsewhere. */
static guint
add_reference (const EntRelating *w, guint antecedent, EntHow how, guint first, guint last)
{
    GArray *namings = w->c->discourse->namings;
    EntNaming made = *naming (w, antecedent);
    made.origin = ent_naming_origin (&made);
    made.mention.span = made.mention.phrase = cue_of (w, first, last - 1);
    made.mention.how = how;
    made.mention.antecedent = antecedent;
    made.sentence = w->c->discourse->sentence;
    made.first = made.name_first = first;
    made.last = last;
    made.possessive = made.weak = FALSE;
    g_array_append_val (namings, made);
    return namings->len - 1;
}

guint
ent_pronoun_naming (const EntRelating *w, guint first, guint antecedent)
{
    if (antecedent == ENT_NONE)
        return ENT_NONE;
    for (guint i = w->c->discourse->sentence_start; i < w->c->discourse->namings->len; i++)
        if (naming (w, i)->first == first && naming (w, i)->mention.how == ENT_HOW_PRONOUN)
            return i;
    return add_reference (w, antecedent, ENT_HOW_PRONOUN, first, first + 1);
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

/* Whom he or she stands for. */
static guint
antecedent_of (const EntRelating *w, guint noun)
{
    const EntPhrase *p = phrase (w, noun);
    guint to_come = name_to_come (w, noun);
    return to_come != ENT_NONE ? to_come
                               : ent_refer_pronoun (w->c->discourse, p->first, p->gender,
                                                    is_nominative (w, noun), subject_entity (w, noun));
}

guint
ent_party_of_pronoun (const EntRelating *w, guint noun)
{
    return ent_pronoun_naming (w, phrase (w, noun)->first, antecedent_of (w, noun));
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

/* A mention for one of those that a plural stands for. */
static void
add_one_of (const EntRelating *w, EntParties *parties, guint noun, guint antecedent, EntHow how)
{
    guint made = add_reference (w, antecedent, how, phrase (w, noun)->first, phrase (w, noun)->last);
    naming (w, made)->subject = FALSE;
    ent_parties_add (w, parties, made);
}

/* They: those who were a subject together, here or in the sentence before. */
static void
add_they (const EntRelating *w, EntParties *parties, guint noun)
{
    const EntTopic *topic = &w->c->discourse->topic;
    if (topic->n_together < 2 || naming (w, topic->together[0])->first >= phrase (w, noun)->first)
        topic = ent_discourse_before (w->c->discourse);
    for (guint i = 0; i < topic->n_together; i++)
        add_one_of (w, parties, noun, topic->together[i], ENT_HOW_PRONOUN);
}

void
ent_parties_add_several (const EntRelating *w, EntParties *parties, guint noun)
{
    const EntDiscourse *discourse = w->c->discourse;
    const EntPhrase *p = phrase (w, noun);
    EntKind of_kind;
    guint two[2];
    if (p->pronoun == ENT_PRONOUN_MANY) {
        add_they (w, parties, noun);
        return;
    }
    if (p->naming != ENT_NONE || !is_pair (w, noun, &of_kind))
        return;
    guint start = discourse->sentence_start, previous = start, here = start;
    while (previous > 0 && naming (w, previous - 1)->sentence + 1 >= discourse->sentence)
        previous--;
    while (here < discourse->namings->len && naming (w, here)->first < p->first)
        here++;
    if (find_two (w, start, here, of_kind, two) || find_two (w, previous, start, of_kind, two))
        for (guint i = 0; i < 2; i++)
            add_one_of (w, parties, noun, two[i], ENT_HOW_DESCRIPTION);
}

/* clause.c - the verb that a phrase belongs to, and who the subjects of a sentence are. */
#include "mention/pronoun.h"
#include "row.h"

guint
ent_clause_verb (const EntClauses *c, guint at)
{
    gboolean opens = at == 0; /* nothing but nouns stands before it in the sentence */
    for (guint i = at; i-- > 0;) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_VERB)
            return i;
        if (k == ENT_PHRASE_STOP || k == ENT_PHRASE_SUBORDINATOR || k == ENT_PHRASE_QUOTE)
            break;
        opens = i == 0;
    }
    guint main = opens ? ent_clause_main_verb (c, at + 1) : ENT_NONE;
    if (main != ENT_NONE)
        return main;
    for (guint i = at + 1; i < c->n_phrases; i++) {
        EntPhraseKind k = kind (c, i);
        if (is_finite (c, i))
            return i;
        if (k == ENT_PHRASE_STOP || k == ENT_PHRASE_SUBORDINATOR)
            break;
    }
    return ENT_NONE;
}

EntGroup
ent_clause_subjects (const EntClauses *c, guint verb)
{
    guint subject = ent_clause_subject (c, verb);
    if (subject == ENT_NONE)
        return (EntGroup){ { 0 }, 0 };
    if (subject > verb)
        return ent_group_right (c, subject, FALSE);
    EntGroup group = ent_group_left (c, subject);
    /* headlines: "Trump, Kim meet" */
    guint form = ent_clause_word (c, phrase (c, verb)->verb)->classes;
    if (group.n_members == 1 && phrase (c, verb)->infinitive && subject == 2 && verb == 3 &&
        kind (c, 1) == ENT_PHRASE_COMMA && is_noun (c, 0))
        group.members[group.n_members++] = 0; /* "A, B to meet" */
    if (group.n_members == 1 && phrase (c, verb)->finite && (form & ENT_WORD_BASE) != 0 &&
        (form & ENT_WORD_PAST) == 0 && subject == 2 && phrase (c, verb)->first == phrase (c, verb)->verb &&
        kind (c, 1) == ENT_PHRASE_COMMA && is_noun (c, 0))
        group.members[group.n_members++] = 0;
    return group;
}

/* ---- subjects, for the pronouns ---- */

/* The namings of a group; how many they are. */
static guint
namings_of (const EntClauses *c, EntGroup group, guint *namings)
{
    guint n = 0;
    for (guint i = 0; i < group.n_members && n < ENT_MAX_TOPIC; i++) {
        const EntPhrase *p = phrase (c, group.members[i]);
        if (p->naming != ENT_NONE)
            namings[n++] = p->naming;
        else if ((ent_clause_word (c, p->head)->classes & ENT_WORD_PEOPLE) != 0)
            for (guint j = 0; j < p->n_owners && n < ENT_MAX_TOPIC; j++)
                namings[n++] = p->owners[j]; /* the Russian and Syrian ministries */
    }
    return n;
}

/* The subject of a clause that depends on another: "Since A came, …", "… after A had come". */
static gboolean
is_aside (const EntClauses *c, guint subject)
{
    if (subject > 0 && kind (c, subject - 1) == ENT_PHRASE_SUBORDINATOR &&
        !first_token_is (c, subject - 1, "that"))
        return TRUE;
    for (guint i = subject; i-- > 0;)
        if (kind (c, i) == ENT_PHRASE_COMMA || is_verb (c, i))
            return FALSE;
    return kind (c, 0) == ENT_PHRASE_SUBORDINATOR && !first_token_is (c, 0, "that");
}

/* He, who speaks: the one he stands for, or ENT_NONE. */
static guint
pronoun_of (const EntClauses *c, guint noun)
{
    const EntPhrase *p = phrase (c, noun);
    return p->pronoun == ENT_PRONOUN_ONE
               ? ent_refer_pronoun (c->discourse, p->first, p->gender, TRUE, ENT_NONE)
               : ENT_NONE;
}

static gboolean
is_speech (const EntClauses *c, guint verb)
{
    return (ent_row_verb_class (c, verb) & (ENT_VERB_SAY | ENT_VERB_SPEECH)) != 0;
}

static void
mark_speakers (const EntClauses *c, EntGroup group, guint subject)
{
    EntTopic *topic = &c->discourse->topic;
    topic->n_speakers = namings_of (c, group, topic->speakers);
    guint he = phrase (c, subject)->naming == ENT_NONE ? pronoun_of (c, subject) : ENT_NONE;
    if (he != ENT_NONE && topic->n_speakers < ENT_MAX_TOPIC)
        topic->speakers[topic->n_speakers++] = he;
}

void
ent_mark_subjects (const EntClauses *c)
{
    EntTopic *topic = &c->discourse->topic;
    for (guint i = 0; i < c->n_phrases; i++) {
        /* "A left, accusing B": A has spoken as well */
        if (!is_finite (c, i) && !(is_verb (c, i) && phrase (c, i)->bare && is_speech (c, i)))
            continue;
        guint subject = ent_clause_subject (c, i);
        if (subject == ENT_NONE)
            continue;
        EntGroup group = ent_clause_subjects (c, i);
        if (topic->n_speakers == 0 && !phrase (c, i)->passive && is_speech (c, i))
            mark_speakers (c, group, subject);
        guint naming = phrase (c, subject)->naming;
        if (naming == ENT_NONE)
            continue;
        ent_discourse_naming (c->discourse, naming)->subject = TRUE;
        ent_discourse_naming (c->discourse, naming)->aside = is_aside (c, subject);
        if (group.n_members > 1)
            topic->n_together = namings_of (c, group, topic->together);
    }
}

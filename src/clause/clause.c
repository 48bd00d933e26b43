/* clause.c - the verb that a chunk belongs to, and the subjects of a sentence. */
#include "row.h"

guint
ent_clause_verb (const EntClauses *c, guint at)
{
    gboolean opens = at == 0; /* nothing but nouns stands before it in the sentence */
    for (guint i = at; i-- > 0;) {
        EntChunkKind k = kind (c, i);
        if (k == ENT_CHUNK_VERB)
            return i;
        if (k == ENT_CHUNK_STOP || k == ENT_CHUNK_SUBORDINATOR || k == ENT_CHUNK_QUOTE)
            break;
        opens = i == 0;
    }
    guint main = opens ? ent_clause_main_verb (c, at + 1) : ENT_NONE;
    if (main != ENT_NONE)
        return main;
    for (guint i = at + 1; i < c->n_chunks; i++) {
        EntChunkKind k = kind (c, i);
        if (is_finite (c, i))
            return i;
        if (k == ENT_CHUNK_STOP || k == ENT_CHUNK_SUBORDINATOR)
            break;
    }
    return ENT_NONE;
}

EntCoordination
ent_clause_subjects (const EntClauses *c, guint verb)
{
    guint subject = ent_clause_subject (c, verb);
    if (subject == ENT_NONE)
        return (EntCoordination){ { 0 }, 0 };
    if (subject > verb)
        return ent_coordination_right (c, subject, FALSE);
    EntCoordination group = ent_coordination_left (c, subject);
    /* headlines: "Trump, Kim meet" */
    guint form = ent_clause_word (c, chunk (c, verb)->verb)->classes;
    if (group.n_members == 1 && chunk (c, verb)->infinitive && subject == 2 && verb == 3 &&
        kind (c, 1) == ENT_CHUNK_COMMA && is_noun (c, 0))
        group.members[group.n_members++] = 0; /* "A, B to meet" */
    if (group.n_members == 1 && chunk (c, verb)->finite && (form & ENT_WORD_BASE) != 0 &&
        (form & ENT_WORD_PAST) == 0 && subject == 2 && chunk (c, verb)->first == chunk (c, verb)->verb &&
        kind (c, 1) == ENT_CHUNK_COMMA && is_noun (c, 0))
        group.members[group.n_members++] = 0;
    return group;
}

/* ---- subjects, for the references ---- */

guint
ent_clause_named (const EntClauses *c, EntCoordination group, guint *named)
{
    guint n = 0;
    for (guint i = 0; i < group.n_members && n < ENT_MAX_SALIENT; i++) {
        const EntChunk *p = chunk (c, group.members[i]);
        if (p->named != ENT_NONE)
            named[n++] = p->named;
        else if (p->n_several > 0)
            for (guint j = 0; j < p->n_several && n < ENT_MAX_SALIENT; j++)
                named[n++] = p->several + j;
        else if ((ent_clause_word (c, p->head)->classes & ENT_WORD_PEOPLE) != 0)
            for (guint j = 0; j < p->n_owners && n < ENT_MAX_SALIENT; j++)
                named[n++] = p->owners[j]; /* the Russian and Syrian ministries */
    }
    return n;
}

/* The subject of a clause that depends on another: "Since A came, …", "… after A had come". */
static gboolean
is_aside (const EntClauses *c, guint subject)
{
    if (subject > 0 && kind (c, subject - 1) == ENT_CHUNK_SUBORDINATOR &&
        !first_is (c, subject - 1, ENT_IS_COMPLEMENTIZER))
        return TRUE;
    for (guint i = subject; i-- > 0;)
        if (kind (c, i) == ENT_CHUNK_COMMA || is_verb (c, i))
            return FALSE;
    return kind (c, 0) == ENT_CHUNK_SUBORDINATOR && !first_is (c, 0, ENT_IS_COMPLEMENTIZER);
}

/* Each coordination of the sentence is a set, and so is a plural that stands for one. */
static void
note_sets (const EntClauses *c)
{
    guint members[ENT_MAX_SALIENT];
    for (guint i = 0; i < c->n_chunks; i++) {
        if (!is_noun (c, i))
            continue;
        EntCoordination group = ent_coordination_right (c, i, TRUE);
        guint n = ent_clause_named (c, group, members);
        if (n < 2)
            continue;
        ent_discourse_add_set (c->discourse, members, n);
        i = group.members[group.n_members - 1];
    }
}

static void
add_utterance (const EntClauses *c, EntCoordination group, guint said, guint token)
{
    EntSalience *salience = &c->discourse->salience;
    guint speakers[ENT_MAX_SALIENT], n = ent_clause_named (c, group, speakers);
    for (guint i = 0; i < n && salience->n_utterances < ENT_MAX_UTTERANCES; i++)
        salience->utterances[salience->n_utterances++] = (EntUtterance){ speakers[i], said, token };
}

/* "A accused B", "B was accused by A", "A's offer". */
static void
note_utterances (const EntClauses *c)
{
    for (guint i = 0; i < c->n_chunks; i++) {
        const EntChunk *p = chunk (c, i);
        if (p->kind == ENT_CHUNK_NOUN && p->named == ENT_NONE && p->n_owners > 0 &&
            ent_clause_word (c, p->head)->said != 0) {
            EntSalience *salience = &c->discourse->salience;
            for (guint j = 0; j < p->n_owners && salience->n_utterances < ENT_MAX_UTTERANCES; j++)
                salience->utterances[salience->n_utterances++] =
                    (EntUtterance){ p->owners[j], ent_clause_word (c, p->head)->said, p->head };
        }
        if (p->kind != ENT_CHUNK_VERB || p->negative)
            continue;
        guint said = ent_clause_word (c, p->verb)->said, object = i + 1;
        gboolean carries = (ent_row_verb_class (c, i) & (ENT_VERB_MAKE | ENT_VERB_LIGHT)) != 0;
        if (carries && is_noun (c, object) && chunk (c, object)->named != ENT_NONE)
            object++; /* made B an offer */
        if (carries && !p->passive && is_noun (c, object) && chunk (c, object)->n_owners == 0)
            said |= ent_clause_word (c, chunk (c, object)->head)->said; /* made an offer */
        said |= (ent_row_verb_class (c, i) & (ENT_VERB_SAY | ENT_VERB_SPEECH)) != 0 ? ENT_SAID_REMARK : 0;
        if (said == 0)
            continue;
        guint agent = i + 1 < c->n_chunks && kind (c, i + 1) == ENT_CHUNK_PREPOSITION && is_noun (c, i + 2) &&
                              (ent_clause_word (c, chunk (c, i + 1)->first)->uses & ENT_USE_AGENT) != 0
                          ? i + 2
                          : ENT_NONE;
        if (!p->passive)
            add_utterance (c, ent_clause_subjects (c, i), said, p->verb);
        else if (agent != ENT_NONE)
            add_utterance (c, ent_coordination_right (c, agent, FALSE), said, p->verb);
    }
}

static gboolean
is_speech (const EntClauses *c, guint verb)
{
    return (ent_row_verb_class (c, verb) & (ENT_VERB_SAY | ENT_VERB_SPEECH)) != 0;
}

void
ent_mark_subjects (const EntClauses *c)
{
    EntSalience *salience = &c->discourse->salience;
    *salience = (EntSalience){ .n_speakers = 0 };
    for (guint i = 0; i < c->n_chunks; i++) {
        /* "A left, accusing B": A has spoken as well */
        if (!is_finite (c, i) && !(is_verb (c, i) && chunk (c, i)->bare && is_speech (c, i)))
            continue;
        guint subject = ent_clause_subject (c, i);
        if (subject == ENT_NONE)
            continue;
        EntCoordination group = ent_clause_subjects (c, i);
        if (salience->n_speakers == 0 && !chunk (c, i)->passive && is_speech (c, i))
            salience->n_speakers = ent_clause_named (c, group, salience->speakers);
        guint named = chunk (c, subject)->named;
        if (named != ENT_NONE) {
            ent_discourse_named (c->discourse, named)->subject = TRUE;
            ent_discourse_named (c->discourse, named)->aside = is_aside (c, subject);
        }
        if ((named != ENT_NONE && group.n_members > 1) || chunk (c, subject)->n_several > 1)
            salience->n_together = ent_clause_named (c, group, salience->together);
    }
    if (c->discourse->named->len > c->discourse->sentence_start + 1)
        note_sets (c);
    if (c->discourse->named->len > c->discourse->sentence_start)
        note_utterances (c);
}

/* reference.c - he, they and the two leaders: their antecedents. */
#include "reference.h"

#include <string.h>

#include "mention/pronoun.h"
#include "row.h"
#include "set.h"

gboolean
ent_has_references (const EntSentence *sentence)
{
    for (guint i = 0; i < sentence->n_tokens; i++)
        if ((sentence->tokens[i].word->uses & ENT_USE_REFERS) != 0)
            return TRUE;
    return FALSE;
}

/* A mention of tokens that stand for one who is named elsewhere. The antecedent is a name, over other references. */
static guint
add_reference (const EntClauses *c, guint antecedent, EntHow how, guint first, guint last)
{
    const EntNamedPhrase *named = ent_discourse_named (c->discourse, antecedent);
    EntNamedPhrase made = *named;
    made.mention.span.start = token (c->sentence, first)->start;
    made.mention.span.end = token (c->sentence, last - 1)->end;
    made.mention.phrase = made.mention.span;
    made.mention.how = how;
    made.mention.antecedent = ent_discourse_name_of (c->discourse, antecedent);
    made.sentence = c->discourse->sentence;
    made.first = made.name_first = first;
    made.last = last;
    made.possessive = made.not_actor = made.subject = made.aside = FALSE;
    g_array_append_val (c->discourse->named, made);
    return c->discourse->named->len - 1;
}

/* ---- he, his ---- */

/* The subject of the clause in which a pronoun stands as object; ENT_NONE. It cannot be the pronoun's antecedent. */
static guint
subject_beside (const EntClauses *c, guint noun)
{
    guint verb = noun > 0 && is_verb (c, noun - 1) ? noun - 1 : ent_clause_verb (c, noun);
    guint subject = verb != ENT_NONE && verb < noun ? ent_clause_subject (c, verb) : ENT_NONE;
    return subject != noun ? subject : ENT_NONE;
}

/* The one who answers is not the author of the words or deed answered: "A rejected his claim". */
static guint
answering_subject (const EntClauses *c, guint noun)
{
    guint verb = noun > 1 && kind (c, noun - 1) == ENT_CHUNK_PREPOSITION ? noun - 2 : noun - 1;
    if (noun == 0 || !is_verb (c, verb) || (ent_row_verb_class (c, verb) & ENT_VERB_ANSWER) == 0)
        return ENT_NONE;
    return ent_clause_subject (c, verb);
}

/* The entity that cannot be the antecedent of a pronoun. */
static guint
excluded (const EntClauses *c, guint noun)
{
    const EntChunk *p = chunk (c, noun);
    guint subject = p->own == ENT_PRONOUN_ONE ? answering_subject (c, noun)
                    : p->nominative           ? ENT_NONE
                                              : subject_beside (c, noun);
    return subject != ENT_NONE ? ent_set_entity (c, chunk (c, subject)->named) : ENT_NONE;
}

/* Whether a chunk is part of what opens the sentence, before its subject: "After he met B, A said", "On his way to a
 * city where he met B, A said". */
static gboolean
is_in_opening (const EntClauses *c, guint noun)
{
    gboolean participle = is_verb (c, 0) && chunk (c, 0)->bare; /* "Speaking beside his guests, A said" */
    if (kind (c, 0) != ENT_CHUNK_PREPOSITION && kind (c, 0) != ENT_CHUNK_SUBORDINATOR && !participle)
        return FALSE;
    for (guint i = noun; i-- > 0;) {
        if (kind (c, i) == ENT_CHUNK_RELATIVE)
            return TRUE;
        if (kind (c, i) == ENT_CHUNK_COMMA || kind (c, i) == ENT_CHUNK_QUOTE)
            return FALSE;
    }
    return kind (c, 0) == ENT_CHUNK_SUBORDINATOR || participle;
}

/* The official named behind the comma that ends the opening, where he is the subject. */
static guint
name_to_come (const EntClauses *c, guint noun)
{
    for (guint i = noun + 1; i < c->n_chunks && kind (c, i) != ENT_CHUNK_STOP; i++) {
        if (kind (c, i) != ENT_CHUNK_COMMA || !is_noun (c, i + 1))
            continue;
        for (guint verb = i + 2; verb < c->n_chunks; verb++)
            if (is_finite (c, verb) && ent_clause_subject (c, verb) == i + 1)
                return chunk (c, i + 1)->named;
    }
    return ENT_NONE;
}

/* "In his talks with B, A said": the subject behind the opening chunks. */
static guint
subject_to_come (const EntClauses *c, guint noun)
{
    guint verb = ent_clause_verb (c, noun);
    guint subject =
        verb != ENT_NONE && verb > noun && is_finite (c, verb) ? ent_clause_subject (c, verb) : ENT_NONE;
    return subject != ENT_NONE && subject > noun ? chunk (c, subject)->named : ENT_NONE;
}

/* Whom he, him or his stands for. */
static guint
antecedent_of (const EntClauses *c, guint noun)
{
    const EntChunk *p = chunk (c, noun);
    guint to_come = p->own == ENT_PRONOUN_ONE ? subject_to_come (c, noun) : ENT_NONE;
    gboolean object = p->own == ENT_PRONOUN_NONE && !p->nominative; /* "Meeting him, A said": he is not A */
    if (to_come == ENT_NONE && is_in_opening (c, noun) && !(object && is_verb (c, 0)))
        to_come = name_to_come (c, noun);
    if (to_come != ENT_NONE && ent_agrees (c->discourse, to_come, p->gender))
        return to_come;
    return ent_pronoun_antecedent (c->discourse, p->first, p->gender, p->nominative, excluded (c, noun));
}

/* ---- it, its ---- */

/* The first subject of the sentence before, not one of an opening clause; ENT_NONE. */
static guint
first_subject_before (EntDiscourse *discourse)
{
    ent_discourse_before (discourse, 1); /* marks them */
    guint last, found = ENT_NONE;
    for (guint i = ent_set_named_back (discourse, 1, &last); i < last && found == ENT_NONE; i++)
        if (ent_discourse_named (discourse, i)->subject && !ent_discourse_named (discourse, i)->aside)
            found = i;
    return found;
}

static gboolean
is_body (const EntClauses *c, guint named)
{
    const EntNamedPhrase *phrase = ent_discourse_named (c->discourse, named);
    return !phrase->person && !phrase->not_actor &&
           ent_named_entity (c->discourse, phrase)->kind != ENT_OFFICIAL;
}

/* The state or organization that it stands for: the subject before it in the sentence, or the first of the sentence
 * before; ENT_NONE where that is somebody else, and for "it is late". */
static guint
body_before (const EntClauses *c, guint noun)
{
    EntDiscourse *discourse = c->discourse;
    const EntChunk *p = chunk (c, noun);
    const guint agent = ENT_VERB_SAY | ENT_VERB_SPEECH | ENT_VERB_CUE | ENT_VERB_PLAN | ENT_VERB_REFUSE |
                        ENT_VERB_MAKE | ENT_VERB_LIGHT;
    if (p->own == ENT_PRONOUN_NONE &&
        !(is_finite (c, noun + 1) && ent_clause_subject (c, noun + 1) == noun &&
          (ent_row_verb_class (c, noun + 1) & agent) != 0 &&
          (ent_clause_word (c, chunk (c, noun + 1)->verb)->classes & ENT_WORD_BE) == 0))
        return ENT_NONE;
    guint found = ENT_NONE;
    for (guint i = discourse->sentence_start; i < discourse->named->len; i++) {
        const EntNamedPhrase *named = ent_discourse_named (discourse, i);
        if (named->subject && named->first < p->first &&
            (found == ENT_NONE || ent_discourse_named (discourse, found)->first < named->first))
            found = i;
    }
    if (found == ENT_NONE)
        found = first_subject_before (discourse);
    return found != ENT_NONE && is_body (c, found) ? found : ENT_NONE;
}

/* ---- they, the two leaders ---- */

/* "held their summit": the subject of the clause where it is a plural; *known: it is one. */
static guint
plural_subject (const EntClauses *c, guint noun, guint *antecedents, gboolean *known)
{
    guint subject = subject_beside (c, noun);
    if (subject == ENT_NONE || subject > noun)
        return 0;
    EntCoordination group = ent_coordination_left (c, subject);
    const EntChunk *s = chunk (c, subject);
    *known = group.n_members > 1 || s->n_several > 0 ||
             (s->named == ENT_NONE && (ent_clause_word (c, s->head)->classes & ENT_WORD_PLURAL) != 0);
    return *known ? ent_clause_named (c, group, antecedents) : 0;
}

/* "The Taliban said they had met the Americans": a state or organization that speaks of itself in the plural; ENT_NONE. */
static guint
people_before (const EntClauses *c, guint noun)
{
    guint main = noun > 0 ? ent_row_verb_before (c, noun) : ENT_NONE;
    if (!chunk (c, noun)->nominative || main == ENT_NONE ||
        (ent_row_verb_class (c, main) & (ENT_VERB_SAY | ENT_VERB_SPEECH)) == 0)
        return ENT_NONE;
    guint subject = ent_clause_subject (c, main);
    guint named = subject != ENT_NONE && subject < main ? chunk (c, subject)->named : ENT_NONE;
    gboolean one =
        named == ENT_NONE || ent_discourse_named (c->discourse, named)->person ||
        ent_named_entity (c->discourse, ent_discourse_named (c->discourse, named))->kind == ENT_OFFICIAL;
    return one ? ENT_NONE : named;
}

/* They: those who were a subject together, here or in the sentence before. */
static guint
together_before (const EntClauses *c, guint noun, guint *antecedents)
{
    gboolean known = FALSE;
    guint n = chunk (c, noun)->own == ENT_PRONOUN_MANY ? plural_subject (c, noun, antecedents, &known) : 0;
    if (known)
        return n;
    EntDiscourse *discourse = c->discourse;
    guint first = chunk (c, noun)->first;
    const EntSalience *salience = &discourse->salience;
    if (salience->n_together < 2 || ent_discourse_named (discourse, salience->together[0])->first >= first) {
        if ((antecedents[0] = people_before (c, noun)) != ENT_NONE)
            return 1;
        salience = ent_discourse_before (discourse, 1);
    }
    if (salience->n_together > 1) {
        memcpy (antecedents, salience->together, salience->n_together * sizeof *antecedents);
        return salience->n_together;
    }
    guint verb = noun + 1;
    if (is_verb (c, verb) && (ent_row_verb_class (c, verb) & (ENT_VERB_SAY | ENT_VERB_SPEECH)) != 0)
        return 0; /* or so they say */
    EntSetDescription officials = { .size = 2,
                                    .kind = ENT_OFFICIAL }; /* "A was to see B on Monday; they met" */
    return ent_set_only_named (c, discourse->sentence_start, ent_set_named_before (discourse, first),
                               &officials, antecedents);
}

/* ---- the stage ---- */

static void
resolve_several (const EntClauses *c, guint noun, EntChunk *p)
{
    EntSetDescription wanted;
    guint antecedents[ENT_MAX_SALIENT], n = 0;
    gboolean pronoun = p->pronoun == ENT_PRONOUN_MANY || p->own == ENT_PRONOUN_MANY;
    if (pronoun)
        n = together_before (c, noun, antecedents);
    else if (ent_set_describe (c, noun, &wanted))
        n = ent_set_antecedents (c, noun, &wanted, antecedents);
    if (pronoun && !p->nominative && p->own == ENT_PRONOUN_NONE &&
        ent_set_is_among (c, subject_beside (c, noun), antecedents, n))
        n = 0; /* nobody meets them whose own one he is */
    for (guint i = 0; i < n; i++) {
        guint last = p->own == ENT_PRONOUN_MANY ? p->first + 1 : p->last;
        guint made = add_reference (c, antecedents[i], pronoun ? ENT_HOW_PRONOUN : ENT_HOW_DESCRIPTION,
                                    p->first, last);
        if (p->own != ENT_PRONOUN_MANY)
            p->several = made - p->n_several++;
        else if (p->n_owners < ENT_MAX_OWNERS)
            p->owners[p->n_owners++] = made;
    }
}

static void
resolve_one (const EntClauses *c, guint noun, EntChunk *p)
{
    gboolean it = p->pronoun == ENT_PRONOUN_IT || p->own == ENT_PRONOUN_IT;
    guint antecedent = it ? body_before (c, noun) : antecedent_of (c, noun);
    if (antecedent == ENT_NONE)
        return;
    guint made = add_reference (c, antecedent, ENT_HOW_PRONOUN, p->first, p->first + 1);
    if (p->own == ENT_PRONOUN_NONE)
        p->named = made;
    else if (p->n_owners < ENT_MAX_OWNERS)
        p->owners[p->n_owners++] = made;
}

void
ent_resolve_references (const EntClauses *c, GArray *chunks)
{
    for (guint i = 0; i < c->n_chunks; i++) {
        EntChunk *p = &g_array_index (chunks, EntChunk, i);
        if (p->kind != ENT_CHUNK_NOUN)
            continue;
        if (p->named == ENT_NONE && (p->pronoun == ENT_PRONOUN_ONE || p->pronoun == ENT_PRONOUN_IT ||
                                     p->own == ENT_PRONOUN_ONE || p->own == ENT_PRONOUN_IT))
            resolve_one (c, i, p);
        else
            resolve_several (c, i, p);
    }
}

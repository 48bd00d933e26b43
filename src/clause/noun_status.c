/* noun_status.c - whether an event that a noun names happened, is planned, or is denied. */
#include "row.h"
static gboolean
has_class_inside (const EntClauses *c, guint i, guint class)
{
    for (guint t = chunk (c, i)->first; t < chunk (c, i)->last; t++)
        if ((ent_clause_word (c, t)->classes & class) != 0)
            return TRUE;
    return FALSE;
}

/* "two days", "a round", "hours": of talks. */
gboolean
ent_row_is_measure (const EntClauses *c, guint i)
{
    return kind (c, i) == ENT_CHUNK_NOUN &&
           (ent_clause_word (c, chunk (c, i)->last - 1)->uses & ENT_USE_MEASURE) != 0;
}

/* The verb that a noun is the object of, over a preposition or a list; ENT_NONE. */
static guint
governing_verb (const EntClauses *c, guint noun)
{
    guint i = noun;
    while (i >= 2 && kind (c, i - 1) == ENT_CHUNK_AND && is_noun (c, i - 2))
        i -= 2;
    if (i >= 2 && kind (c, i - 1) == ENT_CHUNK_PREPOSITION && first_is (c, i - 1, ENT_IS_GENITIVE) &&
        ent_row_is_measure (c, i - 2))
        i -= 2; /* two days of talks */
    if (i < noun && i >= 2 && kind (c, i - 1) == ENT_CHUNK_PREPOSITION &&
        first_is (c, i - 1, ENT_IS_COMPARATIVE) && kind (c, i - 2) == ENT_CHUNK_NOUN)
        i -= 2;                                                                   /* more than two days */
    if (i > 0 && kind (c, i - 1) == ENT_CHUNK_AND && i > 1 && is_verb (c, i - 2)) /* met and held talks */
        return i - 2;
    if (i > 0 && is_verb (c, i - 1))
        return i - 1;
    if (i > 1 && kind (c, i - 1) == ENT_CHUNK_PREPOSITION && is_verb (c, i - 2) &&
        (first_is (c, i - 1, ENT_IS_BENEFACTIVE) || first_is (c, i - 1, ENT_IS_ILLATIVE) ||
         first_is (c, i - 1, ENT_IS_SUPERESSIVE) || first_is (c, i - 1, ENT_IS_PARTICLE) ||
         first_is (c, i - 1, ENT_IS_PARTICLE) || first_is (c, i - 1, ENT_IS_PARTICLE) ||
         first_is (c, i - 1, ENT_IS_DATIVE)))
        return i - 2;
    return ENT_NONE;
}

/* The noun phrase is the verb's subject, or carries a list that ends before the verb: "talks between A and B will begin". */
static gboolean
takes_subject (const EntClauses *c, guint verb, guint noun)
{
    guint subject = ent_clause_subject (c, verb);
    gboolean measured = subject != ENT_NONE && subject + 2 == noun && ent_row_is_measure (c, subject);
    return subject == noun || verb == noun + 1 || measured || /* a round of talks */
           (subject != ENT_NONE && subject > noun && subject < verb &&
            kind (c, subject - 1) == ENT_CHUNK_AND);
}

/* The verb whose subject the noun phrase is: "talks between A and B will begin". */
static guint
verb_of_subject (const EntClauses *c, guint noun)
{
    for (guint i = noun + 1; i < c->n_chunks; i++) {
        EntChunkKind k = kind (c, i);
        gboolean at_which = kind (c, i + 1) == ENT_CHUNK_PREPOSITION && kind (c, i + 2) == ENT_CHUNK_RELATIVE;
        if (k == ENT_CHUNK_COMMA && (at_which || kind (c, i + 1) == ENT_CHUNK_RELATIVE)) { /* B, who …, */
            i++;
            while (i + 1 < c->n_chunks && kind (c, i + 1) != ENT_CHUNK_COMMA)
                i++;
            continue;
        }
        if (k == ENT_CHUNK_STOP || k == ENT_CHUNK_QUOTE || k == ENT_CHUNK_SUBORDINATOR ||
            k == ENT_CHUNK_RELATIVE)
            return ENT_NONE;
        if (k == ENT_CHUNK_VERB && (chunk (c, i)->finite || chunk (c, i)->bare))
            return takes_subject (c, i, noun) ? i : ENT_NONE;
    }
    return ENT_NONE;
}

/* "visited Seoul for talks", "had been in Berlin for talks": it is over. But "was in Seoul for talks" leaves it open. */
static gboolean
was_there (const EntClauses *c, guint at)
{
    guint verb = ent_clause_verb (c, at);
    if (verb == ENT_NONE || verb > at || !chunk (c, verb)->finite || chunk (c, verb)->modal ||
        chunk (c, verb)->passive || chunk (c, verb)->negative)
        return FALSE;
    const EntWord *word = ent_clause_word (c, chunk (c, verb)->verb);
    gboolean place = FALSE; /* "was ready for talks" is nowhere */
    for (guint i = verb + 1; i < at; i++)
        place |=
            is_noun (c, i) && (is_verb (c, i - 1) || first_is (c, i - 1, ENT_IS_INESSIVE) ||
                               first_is (c, i - 1, ENT_IS_ADESSIVE) || first_is (c, i - 1, ENT_IS_DATIVE));
    gboolean past =
        (word->classes & (ENT_WORD_PAST | ENT_WORD_PARTICIPLE)) != 0 || (word->classes & ENT_WORD_BE) != 0;
    gboolean been = (word->classes & ENT_WORD_BE) != 0 && first_is (c, verb, ENT_IS_PLUPERFECT);
    return place && past && (been || (word->verb_class & ENT_VERB_THERE) != 0);
}

/* Of the object of a verb. */
static EntStatus
object_status (const EntClauses *c, guint verb, guint *light)
{
    guint class = ent_row_verb_class (c, verb);
    gboolean bears = (class & (ENT_VERB_PLAN | ENT_VERB_REFUSE)) != 0;
    if (bears || (class & ENT_VERB_LIGHT) != 0)
        *light = verb;
    return bears ? ent_below_verb (c, verb, ENT_HAPPENED) : ent_verb_status (c, verb);
}

/* Given what a governing verb says, of the noun behind prepositions: "ahead of talks", "no plans for talks". */
static EntStatus
adjunct_status (const EntClauses *c, guint noun, EntStatus status)
{
    guint first = noun;
    while (first > 0 && kind (c, first - 1) == ENT_CHUNK_PREPOSITION)
        first--;
    if (first == noun)
        return status;
    if (first_is (c, first, ENT_IS_PRIVATIVE) || first_is (c, noun - 1, ENT_IS_PRIVATIVE))
        return ENT_DENIED;
    guint uses = ent_clause_word (c, chunk (c, first)->first)->uses |
                 ent_clause_word (c, chunk (c, noun - 1)->first)->uses;
    gboolean is_for = first_is (c, first, ENT_IS_BENEFACTIVE) || first_is (c, noun - 1, ENT_IS_BENEFACTIVE);
    if ((uses & ENT_USE_AHEAD) != 0 && status == ENT_HAPPENED && !(is_for && was_there (c, first)))
        status = ENT_PLANNED;
    gboolean only_when = first_is (c, first, ENT_IS_DURATIVE) || first_is (c, first, ENT_IS_POSTERIOR);
    if (first == 0 || !is_noun (c, first - 1) || only_when) /* no progress during the talks */
        return status;
    const EntChunk *over = chunk (c, first - 1);
    const EntWord *head = ent_clause_word (c, over->head);
    if (over->no)
        return ENT_DENIED;
    gboolean plan = (head->verb_class & ENT_VERB_PLAN) != 0 || (head->classes & ENT_WORD_UPCOMING) != 0;
    return plan ? ENT_PLANNED : status; /* a proposal for a meeting */
}

/* Of the subject of a verb: "the talks were cancelled", "the meeting took place". */
static EntStatus
subject_status (const EntClauses *c, guint verb, EntStatus otherwise)
{
    guint class = ent_row_verb_class (c, verb);
    if ((class & ENT_VERB_REFUSE) != 0)
        return ENT_DENIED;
    if ((class & ENT_VERB_PLAN) != 0 && chunk (c, verb)->passive)
        return ent_verb_status (c, verb) == ENT_DENIED ? ENT_DENIED : ENT_PLANNED;
    return (class & (ENT_VERB_EVENT | ENT_VERB_LIGHT)) != 0 ? ent_verb_status (c, verb) : otherwise;
}

EntStatus
ent_noun_status (const EntClauses *c, guint noun, guint *light)
{
    const EntChunk *p = chunk (c, noun);
    guint governor = governing_verb (c, noun);
    *light = ENT_NONE;
    EntStatus status = governor != ENT_NONE ? object_status (c, governor, light) : ENT_HAPPENED;
    if (p->no || has_class_inside (c, noun, ENT_WORD_CANCELLED))
        return ENT_DENIED;
    status = adjunct_status (c, noun, status);
    if (status == ENT_DENIED)
        return ENT_DENIED;
    guint verb = governor == ENT_NONE ? verb_of_subject (c, noun) : ENT_NONE;
    if (verb != ENT_NONE && (ent_row_verb_class (c, verb) & ENT_VERB_EVENT) != 0) {
        EntStatus told = ent_verb_status (c, verb);
        gboolean be = (ent_clause_word (c, chunk (c, verb)->verb)->classes & ENT_WORD_BE) != 0;
        if (told == ENT_DENIED || (told == ENT_HAPPENED && !be))
            return told; /* the planned meeting did not take place; the planned meeting took place */
    }
    gboolean due = p->last < c->sentence->n_tokens && ent_is (&c->sentence->tokens[p->last], ENT_IS_DUE);
    if (due || has_class_inside (c, noun, ENT_WORD_UPCOMING))
        return ENT_PLANNED;
    if (verb != ENT_NONE)
        status = subject_status (c, verb, status);
    return status == ENT_HAPPENED && ent_is_conditional (c, noun) ? ENT_PLANNED : status;
}

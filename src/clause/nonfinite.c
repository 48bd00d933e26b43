/* nonfinite.c - who does what an infinitive or a participle says. */
#include "row.h"

guint
ent_infinitive_subject (const EntClauses *c, guint verb)
{
    guint governor = ent_row_verb_before (c, verb);
    if (governor == ENT_NONE) /* headlines: "Modi to meet Xi" */
        return verb > 0 && is_noun (c, verb - 1) ? verb - 1 : ENT_NONE;
    guint object = governor + 1;
    if (kind (c, object) == ENT_CHUNK_PREPOSITION &&
        (first_is (c, object, ENT_IS_SUPERESSIVE) || first_is (c, object, ENT_IS_BENEFACTIVE)))
        object++; /* called on B to meet C */
    const EntChunk *g = chunk (c, governor);
    if (object < verb && is_noun (c, object) && !g->passive &&
        (ent_clause_word (c, g->verb)->verb_class & ENT_VERB_BID) != 0)
        return object;
    return ent_clause_subject (c, governor);
}

/* "A, the minister of X, meeting B": A. Not in an adjunct at the head of the sentence: "In Paris, meeting B, A said". */
static guint
noun_before_comma (const EntClauses *c, guint verb)
{
    if (verb < 2 || kind (c, verb - 1) != ENT_CHUNK_COMMA)
        return ENT_NONE;
    guint preposition, i = verb - 2;
    while (is_noun (c, i)) {
        if (ent_row_is_in_adjunct (c, i, &preposition))
            i = preposition;
        else if (ent_row_is_appositive (c, i) && i >= 2 && kind (c, i - 1) == ENT_CHUNK_COMMA)
            i--;
        else
            return i;
        if (i-- == 0)
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* "in Syria": a noun behind a preposition of place is no agent. */
static gboolean
is_place (const EntClauses *c, guint noun)
{
    guint named = chunk (c, noun)->named;
    if (noun == 0 || kind (c, noun - 1) != ENT_CHUNK_PREPOSITION ||
        (ent_clause_word (c, chunk (c, noun - 1)->first)->classes & ENT_WORD_PLACE) == 0)
        return FALSE;
    if (named == ENT_NONE)
        return token (c->sentence, chunk (c, noun)->head)->capital;
    return !ent_named_is_official (c->discourse, ent_discourse_named (c->discourse, named));
}

/* "Meeting B in Paris, A said"; "A said after meeting B"; "a delegation meeting B". */
guint
ent_participle_subject (const EntClauses *c, guint verb)
{
    guint main = ent_row_verb_before (c, verb);
    while (main != ENT_NONE && chunk (c, main)->bare && kind (c, main - 1) == ENT_CHUNK_PREPOSITION &&
           ent_row_verb_before (c, main) != ENT_NONE)
        main = ent_row_verb_before (c, main); /* hit out at B for accusing him, dismissing his words */
    if (verb > 0 && is_noun (c, verb - 1) && !(main != ENT_NONE && is_place (c, verb - 1)))
        return verb - 1;
    if (main != ENT_NONE && !chunk (c, main)->bare)
        return ent_clause_subject (c, main);
    guint opening =
        verb > 1 && kind (c, verb - 1) == ENT_CHUNK_SUBORDINATOR ? verb - 1 : verb; /* A, when asked */
    guint noun = noun_before_comma (c, opening);
    if (noun != ENT_NONE)
        return noun;
    for (guint i = verb + 1;
         i < c->n_chunks && kind (c, i) != ENT_CHUNK_COMMA && kind (c, i) != ENT_CHUNK_QUOTE &&
         kind (c, i) != ENT_CHUNK_SUBORDINATOR && kind (c, i) != ENT_CHUNK_RELATIVE;
         i++)
        if (is_finite (c, i) && kind (c, verb - 1) != ENT_CHUNK_PREPOSITION)
            return ENT_NONE; /* responding to B is one thing */
    guint behind = ent_clause_main_verb (c, verb + 1);
    return behind != ENT_NONE ? ent_clause_subject (c, behind) : ENT_NONE;
}

/* "the letter written by A", "A, asked about B,", "was seen and heard". */
guint
ent_past_participle_subject (const EntClauses *c, guint verb)
{
    if (verb > 1 && kind (c, verb - 1) == ENT_CHUNK_COMMA && is_noun (c, verb - 2))
        return verb - 2;
    if (verb > 0 && kind (c, verb - 1) == ENT_CHUNK_AND) {
        guint before = ent_row_verb_before (c, verb);
        return before != ENT_NONE ? ent_clause_subject (c, before) : ENT_NONE;
    }
    return ent_participle_subject (c, verb);
}

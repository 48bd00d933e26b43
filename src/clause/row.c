/* row.c - appositives, relative clauses and adjuncts in the row of chunks. */
#include "row.h"

const EntWord *
ent_clause_word (const EntClauses *c, guint token)
{
    return c->sentence->tokens[token].word;
}

guint
ent_row_verb_class (const EntClauses *c, guint verb)
{
    guint next = chunk (c, verb)->last;
    return ent_lexicon_verb_class (c->discourse->lexicon, ent_clause_word (c, chunk (c, verb)->verb),
                                   next < c->sentence->n_tokens ? c->sentence->tokens[next].folded : "");
}

gboolean
ent_row_is_appositive (const EntClauses *c, guint i)
{
    const EntChunk *p = chunk (c, i);
    return is_noun (c, i) && p->named == ENT_NONE && p->pronoun == ENT_PRONOUN_NONE &&
           (ent_clause_word (c, p->head)->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON | ENT_WORD_PEOPLE)) !=
               0;
}

/* The chunk of a kind before `i`, with none of the other kind between; ENT_NONE. */
static guint
back_to (const EntClauses *c, guint i, EntChunkKind wanted, EntChunkKind end)
{
    while (i-- > 0 && kind (c, i) != end)
        if (kind (c, i) == wanted)
            return i;
    return ENT_NONE;
}

guint
ent_row_opening_comma (const EntClauses *c, guint comma)
{
    if (comma >= 4 && is_finite (c, comma - 1) && is_noun (c, comma - 2) &&
        kind (c, comma - 3) == ENT_CHUNK_COMMA && (ent_row_verb_class (c, comma - 1) & ENT_VERB_SAY) != 0)
        return comma - 3; /* the two leaders, he said, met */
    for (guint i = comma; i-- > 0;) {
        EntChunkKind k = kind (c, i);
        if (k == ENT_CHUNK_COMMA)
            return is_finite (c, i + 1) ? ENT_NONE : i;
        if (k == ENT_CHUNK_QUOTE) { /* over what he called "a step" */
            i = back_to (c, i, ENT_CHUNK_QUOTE, ENT_CHUNK_STOP);
            if (i == ENT_NONE)
                return ENT_NONE;
        }
        if (k == ENT_CHUNK_STOP ||
            /* only a relative clause may hold a finite verb */
            (is_finite (c, i) && back_to (c, i, ENT_CHUNK_RELATIVE, ENT_CHUNK_COMMA) == ENT_NONE))
            return ENT_NONE;
    }
    return ENT_NONE;
}

gboolean
ent_row_is_in_adjunct (const EntClauses *c, guint noun, guint *preposition)
{
    guint i = noun;
    while (i >= 2 && kind (c, i - 1) == ENT_CHUNK_AND && is_noun (c, i - 2)) /* with A and B */
        i -= 2;
    if (i > 0 && kind (c, i - 1) == ENT_CHUNK_PREPOSITION) {
        *preposition = i - 1;
        return TRUE;
    }
    while (i < noun && i >= 2 && kind (c, i - 1) == ENT_CHUNK_COMMA && is_noun (c, i - 2))
        i -= 2;
    *preposition = i > 0 ? i - 1 : 0;
    return i >= 2 && (first_is (c, i - 1, ENT_IS_GENITIVE) || first_is (c, i - 1, ENT_IS_SOURCE)) &&
           is_noun (c, i - 2) &&
           (ent_clause_word (c, chunk (c, i - 2)->head)->classes & ENT_WORD_PLURAL) != 0;
}

guint
ent_row_relative_before (const EntClauses *c, guint i)
{
    while (i-- > 0) {
        EntChunkKind k = kind (c, i);
        if (k == ENT_CHUNK_RELATIVE)
            return i;
        if (k == ENT_CHUNK_COMMA || k == ENT_CHUNK_STOP || k == ENT_CHUNK_QUOTE ||
            k == ENT_CHUNK_SUBORDINATOR)
            return ENT_NONE;
    }
    return ENT_NONE;
}

guint
ent_row_verb_before (const EntClauses *c, guint i)
{
    while (i-- > 0) {
        if (is_verb (c, i))
            return i;
        if (kind (c, i) == ENT_CHUNK_STOP)
            return ENT_NONE;
    }
    return ENT_NONE;
}

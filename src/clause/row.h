/* row.h - moving along the row of chunks. */
#ifndef ENT_CLAUSE_ROW_H
#define ENT_CLAUSE_ROW_H

#include "clause.h"
#include "language/cursor.h"

static inline const EntChunk *
chunk (const EntClauses *c, guint i)
{
    return &c->chunks[i];
}

static inline EntChunkKind
kind (const EntClauses *c, guint i)
{
    return i < c->n_chunks ? c->chunks[i].kind : ENT_CHUNK_STOP;
}

static inline gboolean
is_noun (const EntClauses *c, guint i)
{
    return kind (c, i) == ENT_CHUNK_NOUN && !c->chunks[i].time;
}

static inline gboolean
is_verb (const EntClauses *c, guint i)
{
    return kind (c, i) == ENT_CHUNK_VERB;
}

static inline gboolean
is_finite (const EntClauses *c, guint i)
{
    return is_verb (c, i) && c->chunks[i].finite;
}

static inline gboolean
first_is (const EntClauses *c, guint i, EntFunction function)
{
    return i < c->n_chunks && ent_is (&c->sentence->tokens[chunk (c, i)->first], function);
}

static inline gboolean
first_token_is (const EntClauses *c, guint i, const char *word)
{
    return i < c->n_chunks && ent_token_is (&c->sentence->tokens[chunk (c, i)->first], word);
}

/* EntVerbClass, the verb's particle considered: "call off". */
guint ent_row_verb_class (const EntClauses *c, guint verb);

/* A noun phrase that says what the one before it is: ", the foreign minister of X,". */
gboolean ent_row_is_appositive (const EntClauses *c, guint i);

/* Where the stretch that ends in a comma at `comma` opens: ", the minister," ", who spoke in Paris,".
 * ENT_NONE if no comma opens it. */
guint ent_row_opening_comma (const EntClauses *c, guint comma);

/* The noun phrase stands behind a preposition, perhaps in a list: "with A and B". *preposition is its place. */
gboolean ent_row_is_in_adjunct (const EntClauses *c, guint noun, guint *preposition);

/* The relative pronoun before a position, with nothing but its clause between; ENT_NONE. */
guint ent_row_relative_before (const EntClauses *c, guint i);

/* The verb before a position in its sentence; ENT_NONE. */
guint ent_row_verb_before (const EntClauses *c, guint i);

/* Who does what an infinitive or a participle says; ENT_NONE if it is not clear. */
guint ent_infinitive_subject (const EntClauses *c, guint verb);
guint ent_participle_subject (const EntClauses *c, guint verb);
guint ent_past_participle_subject (const EntClauses *c, guint verb);

/* What a governing verb makes of the event below it, `otherwise` where it says nothing:
 *
 *     governor            told as happened   planned             denied
 *     refuse, cancel      denied             denied, planned *   planned     * where somebody else only wishes it
 *     manage, continue    happened           planned             denied
 *     plan, propose       planned            planned             denied
 */
EntStatus ent_below_verb (const EntClauses *c, guint governor, EntStatus otherwise);

/* "if", "unless" or "whether" opens the clause. */
gboolean ent_is_conditional (const EntClauses *c, guint at);

#endif

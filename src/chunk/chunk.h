/* chunk.h - a sentence as a row of chunks: noun phrases, verb groups and what joins them. No tree is built; the
 * clauses and the rules of relations walk along the row.
 *
 *     Jaberi Ansari | met | with | Russian Deputy Defense Minister Fomin | in | Moscow
 *     noun            verb  prep.  noun                                    prep. noun
 */
#ifndef ENT_CHUNK_CHUNK_H
#define ENT_CHUNK_CHUNK_H

#include "language/sentence.h"
#include "mention/discourse.h"

typedef enum {
    ENT_CHUNK_NOUN,
    ENT_CHUNK_VERB,
    ENT_CHUNK_PREPOSITION,
    ENT_CHUNK_AND,
    ENT_CHUNK_BUT,
    ENT_CHUNK_SUBORDINATOR, /* that, if, when: a clause begins */
    ENT_CHUNK_RELATIVE,     /* who, which */
    ENT_CHUNK_COMMA,        /* a comma or a dash */
    ENT_CHUNK_QUOTE,
    ENT_CHUNK_STOP /* ; : and the like */
} EntChunkKind;

typedef enum {
    ENT_PRONOUN_NONE,
    ENT_PRONOUN_ONE, /* he, she, him */
    ENT_PRONOUN_IT,  /* it: a state or organization */
    ENT_PRONOUN_MANY /* they, them */
} EntPronoun;

#define ENT_MAX_OWNERS 8

typedef struct {
    EntChunkKind kind;
    guint first, last; /* tokens, end exclusive */

    /* a noun phrase */
    guint head;  /* token of its last noun */
    guint named; /* index into discourse->named of the entity that the chunk is, or ENT_NONE */
    guint several,
        n_several; /* of a plural that stands for several (they, the two leaders): the first of their mentions,
                               which follow one another there, and how many */
    guint
        owners[ENT_MAX_OWNERS]; /* named phrases before the head: X's talks, Israeli statements, his talks */
    guint n_owners;
    EntPronoun pronoun;
    EntPronoun own;      /* his, her; their: a possessive pronoun before the head */
    EntGender gender;    /* of the pronoun */
    gboolean nominative; /* he, she */
    gboolean time;       /* Monday, last week */
    gboolean no;         /* "no talks" */

    /* a verb group */
    guint verb; /* token of its lexical verb (or of "be", "have", "do" where there is none) */
    gboolean finite, passive, progressive, infinitive, modal, negative;
    gboolean bare;    /* a participle without auxiliary */
    gboolean perfect; /* an infinitive, or behind a modal: to have met, would have met */
} EntChunk;

/* Reads the chunks of a sentence into `chunks` (GArray of EntChunk, emptied first). */
void ent_chunk_sentence (const EntDiscourse *discourse, const EntSentence *sentence, GArray *chunks);

#endif

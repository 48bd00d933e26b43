/*
 * chunk.h - a sentence as a row of phrases: noun phrases, verb groups and what joins them. No tree is
 * built; the grammar (clause.h, relate.h) walks the row.
 *
 *     Jaberi Ansari | met | with | Russian Deputy Defense Minister Fomin | in | Moscow
 *     noun            verb  prep.  noun                                    prep. noun
 */
#ifndef ENT_CHUNK_CHUNK_H
#define ENT_CHUNK_CHUNK_H

#include "language/sentence.h"
#include "mention/discourse.h"

typedef enum {
    ENT_PHRASE_NOUN,
    ENT_PHRASE_VERB,
    ENT_PHRASE_PREPOSITION,
    ENT_PHRASE_AND,
    ENT_PHRASE_BUT,
    ENT_PHRASE_SUBORDINATOR, /* that, if, when: a clause begins */
    ENT_PHRASE_RELATIVE,     /* who, which */
    ENT_PHRASE_COMMA,        /* a comma or a dash */
    ENT_PHRASE_QUOTE,
    ENT_PHRASE_STOP /* ; : and the like */
} EntPhraseKind;

typedef enum {
    ENT_PRONOUN_NONE,
    ENT_PRONOUN_ONE, /* he, she, him */
    ENT_PRONOUN_MANY /* they, them */
} EntPronoun;

#define ENT_MAX_OWNERS 6

typedef struct {
    EntPhraseKind kind;
    guint first, last; /* tokens, end exclusive */

    /* a noun phrase */
    guint head;   /* token of its last noun */
    guint naming; /* index into discourse->namings of the entity that the phrase is, or ENT_NONE */
    guint owners[ENT_MAX_OWNERS]; /* namings before the head: X's talks, Israeli statements */
    guint n_owners;
    EntPronoun pronoun;
    EntPronoun own;   /* his, her; their: a possessive pronoun before the head */
    EntGender gender; /* of the pronoun */
    gboolean time;    /* Monday, last week */
    gboolean no;      /* "no talks" */

    /* a verb group */
    guint verb; /* token of its lexical verb (or of "be", "have", "do" where there is none) */
    gboolean finite, passive, progressive, infinitive, modal, negative;
    gboolean bare;    /* a participle without auxiliary */
    gboolean perfect; /* an infinitive: to have met */
} EntPhrase;

/* Reads the phrases of a sentence into `phrases` (GArray of EntPhrase, emptied first). */
void ent_phrases (const EntDiscourse *discourse, const EntSentence *sentence, GArray *phrases);

#endif

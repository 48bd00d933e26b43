/* chunker.h - what the files that make phrases (phrase*.c) share. A reader takes the token at *i, adds a phrase, and
 * moves *i behind it. */
#ifndef ENT_CHUNKER_H
#define ENT_CHUNKER_H

#include "phrase.h"

typedef struct {
    const EntDiscourse *discourse;
    const EntSentence *sentence;
    guint *naming_at; /* per token: the naming whose phrase starts there, or ENT_NONE */
    gboolean *named;  /* per token: inside a naming, whose words have no class of their own */
    GArray *phrases;
} EntChunker;

/* Words that no noun phrase holds. */
#define NOT_NOUN                                                                                             \
    (ENT_WORD_PREPOSITION | ENT_WORD_AND | ENT_WORD_BUT | ENT_WORD_SUBORDINATOR | ENT_WORD_RELATIVE |        \
     ENT_WORD_AUXILIARY | ENT_WORD_PRONOUN | ENT_WORD_NOT)

static inline const EntToken *
token (const EntChunker *c, guint i)
{
    return &c->sentence->tokens[i];
}

static inline guint
classes (const EntChunker *c, guint i)
{
    return i < c->sentence->n_tokens ? token (c, i)->word->classes : 0;
}

static inline gboolean
is_word (const EntChunker *c, guint i)
{
    return i < c->sentence->n_tokens && token (c, i)->kind == ENT_TOKEN_WORD;
}

static inline const EntPhrase *
last_phrase (const EntChunker *c)
{
    return c->phrases->len > 0 ? &g_array_index (c->phrases, EntPhrase, c->phrases->len - 1) : NULL;
}

/* Appends a phrase; valid until the next. */
EntPhrase *ent_chunk_add (EntChunker *c, EntPhraseKind kind, guint first, guint last);

/* The word before is one behind which a noun, not a verb, is expected. */
gboolean ent_chunk_expects_noun (const EntChunker *c, guint i);

gboolean ent_chunk_starts_noun (const EntChunker *c, guint i);

/* Whether the token is a lexical verb, given what stands before it. */
gboolean ent_chunk_is_verb (const EntChunker *c, guint i);

/* "to meet", "to directly respond", "not to meet"; FALSE if an infinitive does not start here. */
gboolean ent_chunk_infinitive (EntChunker *c, guint *i);

/* A verb group that starts with an auxiliary. */
void ent_chunk_auxiliaries (EntChunker *c, guint *i);

void ent_chunk_verb (EntChunker *c, guint *i);

void ent_chunk_noun (EntChunker *c, guint *at);

/* A quotation mark around a few words, which are part of the sentence: had "very constructive" talks. */
gboolean ent_chunk_is_scare_quote (const EntChunker *c, guint i);

#endif

/* chunker.h - private to chunk/: the chunker's state. A function that reads a chunk takes the token at *i, adds the
 * chunk, and moves *i behind it. */
#ifndef ENT_CHUNK_CHUNKER_H
#define ENT_CHUNK_CHUNKER_H

#include "chunk.h"
#include "language/cursor.h"

typedef struct {
    const EntDiscourse *discourse;
    const EntSentence *sentence;
    guint *named_at;  /* per token: the named phrase whose phrase starts there, or ENT_NONE */
    gboolean *inside; /* per token: in a named phrase, whose words have no class of their own */
    GArray *chunks;
} EntChunker;

/* Words that no noun phrase holds. */
#define NOT_NOUN                                                                                             \
    (ENT_WORD_PREPOSITION | ENT_WORD_AND | ENT_WORD_BUT | ENT_WORD_SUBORDINATOR | ENT_WORD_RELATIVE |        \
     ENT_WORD_AUXILIARY | ENT_WORD_PRONOUN | ENT_WORD_NOT)

/* The row so far, from its end: 0 is the last chunk. NULL before its beginning. */
static inline const EntChunk *
chunk_back (const EntChunker *c, guint n)
{
    return n < c->chunks->len ? &g_array_index (c->chunks, EntChunk, c->chunks->len - 1 - n) : NULL;
}

static inline gboolean
is_back (const EntChunker *c, guint n, EntChunkKind kind)
{
    const EntChunk *chunk = chunk_back (c, n);
    return chunk != NULL && chunk->kind == kind;
}

/* The last chunk may be the subject of a verb. */
static inline gboolean
is_behind_noun (const EntChunker *c)
{
    return is_back (c, 0, ENT_CHUNK_NOUN) && !chunk_back (c, 0)->time;
}

/* Appends a chunk; the pointer is valid until the next. */
static inline EntChunk *
ent_chunk_add (EntChunker *c, EntChunkKind kind, guint first, guint last)
{
    EntChunk chunk = {
        .kind = kind, .first = first, .last = last, .head = ENT_NONE, .named = ENT_NONE, .verb = ENT_NONE
    };
    g_array_append_val (c->chunks, chunk);
    return &g_array_index (c->chunks, EntChunk, c->chunks->len - 1);
}

/* Behind the word before a noun, not a verb, is expected. */
gboolean ent_chunk_expects_noun (const EntChunker *c, guint i);

gboolean ent_chunk_starts_noun (const EntChunker *c, guint i);

/* Whether the token is a lexical verb, given what stands before it. */
gboolean ent_chunk_is_verb (const EntChunker *c, guint i);

/* "Nor did A meet B", "only then will A meet B": the auxiliary stands before the subject. */
gboolean ent_chunk_behind_inversion (const EntChunker *c);

/* Behind "not", "directly", "by then". */
guint ent_chunk_skip_adverbs (const EntChunker *c, guint i);

/* "to meet", "to directly respond", "not to meet"; FALSE if an infinitive does not start here. */
gboolean ent_chunk_infinitive (EntChunker *c, guint *i);

/* A verb group that starts with an auxiliary. */
void ent_chunk_auxiliaries (EntChunker *c, guint *i);

void ent_chunk_verb (EntChunker *c, guint *i);

void ent_chunk_noun (EntChunker *c, guint *at);

/* A quotation mark around a few words, which are part of the sentence: had "very constructive" talks. */
gboolean ent_chunk_is_scare_quote (const EntChunker *c, guint i);

#endif

/* lexicon_table.h - private to language/: the hash table of words that lexicon.c searches and lexicon_load.c fills. */
#ifndef ENT_LANGUAGE_LEXICON_TABLE_H
#define ENT_LANGUAGE_LEXICON_TABLE_H

#include "base/yaml.h"
#include "lexicon.h"
#include "text/fold.h"

typedef struct {
    guint32 hash, length;
    const char *folded;
    const EntWord *word; /* NULL: empty */
} Slot;

/* A Bloom filter of one hash: a bit for each value of the first bits of a hash. */
enum { SIEVE_BITS = 1 << 17 };
typedef guint64 Sieve[SIEVE_BITS / 64];

struct EntLexicon {
    GHashTable *words; /* folded -> EntWord */
    Slot *slots;       /* the same, open-addressed: it is searched for every word of a corpus */
    guint mask;
    Sieve known;               /* rejects most unknown words, with little memory touched */
    Sieve telling;             /* see ent_lexicon_has_trigger */
    GHashTable *two_words;     /* "call off" -> EntVerbClass */
    GHashTable *abbreviations; /* folded, dots inside kept -> GINT 1, or 2 for one that may end a sentence */
    EntWord unknown, unknown_adverb, unknown_past, unknown_ing;
};

/* What a word is that no list has: its ending may tell. `length` is the word's. */
const EntWord *ent_lexicon_unknown (const EntLexicon *lexicon, const char *folded, gsize length);

/* Of up to ENT_FOLD_ROOM bytes, eight at a time. */
static inline guint32
ent_lexicon_hash (const char *folded, gsize length)
{
    guint64 hash = length;
    for (gsize i = 0; i < length; i += 8) {
        hash = (hash ^ ent_load_bytes (folded + i, length - i)) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return (guint32)hash;
}

static inline gsize
ent_lexicon_sieve_bit (guint32 hash)
{
    return hash / (guint32)(G_GUINT64_CONSTANT (0x100000000) / SIEVE_BITS);
}

/* The entry of a folded word, made where there is none. */
EntWord *ent_lexicon_word (EntLexicon *lexicon, const char *text);

/* Put a verb, a noun, or the head of "press conference" into the lexicon, with the forms that follow from them; `irregular`
 * holds those that do not. */
void ent_lexicon_add_verb (EntLexicon *lexicon, const EntYaml *irregular, const char *verb, guint verb_class);
void ent_lexicon_add_noun (EntLexicon *lexicon, const char *noun);
void ent_lexicon_add_plain_noun (EntLexicon *lexicon, const char *noun, guint unused);
void ent_lexicon_add_noun_head (EntLexicon *lexicon, const char *noun);

#endif

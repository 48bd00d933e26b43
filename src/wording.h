/* wording.h - what the files of the words (words*.c) share: the table of words. */
#ifndef ENT_WORDING_H
#define ENT_WORDING_H

#include "words.h"

typedef struct {
    guint32 hash, length;
    const char *folded;
    const EntWord *word; /* NULL: empty */
} Slot;

/* A bit for what the hash of some word begins with. */
enum { SIEVE_BITS = 1 << 17 };
typedef guint64 Sieve[SIEVE_BITS / 64];

struct EntWords {
    GHashTable *words; /* folded -> EntWord */
    Slot *slots;       /* the same, open-addressed: it is asked for every word of a corpus */
    guint mask;
    Sieve known;               /* most words that are not known fall through here, and touch little memory */
    Sieve telling;             /* see ent_words_tell */
    GHashTable *two_words;     /* "call off" -> EntVerbClass */
    GHashTable *abbreviations; /* folded, dots inside kept -> GINT 1, or 2 for one that may end a sentence */
    EntWord unknown, unknown_adverb, unknown_past, unknown_ing;
};

/* Puts the words of words.yaml and of the gazetteer's relations into the table. */
void ent_words_load (EntWords *words, const EntGazetteer *gazetteer);

/* What a word is that no list has: its ending may tell. `length` is the word's. */
const EntWord *ent_words_unknown (const EntWords *words, const char *folded, gsize length);

#endif

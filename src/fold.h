/*
 * fold.h - the one place that says which characters make a word, and when two words are the same.
 *
 * A word is a run of letters and digits. An apostrophe between two letters belongs to it; a
 * possessive ending ('s, or the apostrophe after a final s) does not. Folding drops case,
 * diacritics and apostrophes: Erdoğan and Erdogan, Sana'a and Sanaa are the same word. Hyphens
 * part words, so that al-Assad and al Assad are the same two.
 */
#ifndef ENT_FOLD_H
#define ENT_FOLD_H

#include "entente.h"

typedef struct {
    gsize start, end; /* the word, without its possessive ending */
    gsize tail;       /* behind the possessive ending; == end where there is none */
} EntWordSpan;

/* The first word that starts in [at, end); FALSE if there is none. Text must be UTF-8 but for
 * stray bytes, which part words. */
gboolean ent_word_next (const char *text, gsize at, gsize end, EntWordSpan *word);

/* TRUE if ent_word_next, walking from start, comes to a word that starts at `at`. */
gboolean ent_word_starts (const char *text, gsize start, gsize at, gsize end);

#define ENT_FOLD_ROOM 64 /* a longer word is cut when folded; no name is that long */

/* Writes the folded word and a NUL to out, which has ENT_FOLD_ROOM bytes; returns its length. With
 * `apostrophes` they are kept, as ' . */
gsize ent_fold (const char *text, EntSpan word, gboolean apostrophes, char *out);

/* TRUE if the character at `at` is a capital letter. */
gboolean ent_is_capital (const char *text, gsize at, gsize end);

/* How many bytes at `at` are a hyphen, an apostrophe or white space (0: none of that). */
gsize ent_hyphen_length (const char *text, gsize at, gsize end);
gsize ent_apostrophe_length (const char *text, gsize at, gsize end);
gsize ent_space_length (const char *text, gsize at, gsize end);

#endif

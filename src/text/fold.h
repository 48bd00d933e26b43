/* fold.h - the one place that says which characters make a word, and when two words are the same.
 *
 * A word is a run of letters and digits. An apostrophe between two letters belongs to it; a
 * possessive ending ('s, or the apostrophe after a final s) does not. Folding drops case,
 * diacritics and apostrophes: Erdoğan and Erdogan, Sana'a and Sanaa are the same word. Hyphens
 * part words, so that al-Assad and al Assad are the same two.
 */
#ifndef ENT_TEXT_FOLD_H
#define ENT_TEXT_FOLD_H

#include <string.h>

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

/* Up to eight bytes as a number, the first one lowest. */
static inline guint64
ent_load_bytes (const char *bytes, gsize n)
{
    guint32 low, high;
    guint64 both;
    if (n >= 8) {
        memcpy (&both, bytes, 8);
        return GUINT64_FROM_LE (both);
    }
    if (n >= 4) {
        memcpy (&low, bytes, 4);
        memcpy (&high, bytes + n - 4, 4);
        return GUINT32_FROM_LE (low) | (guint64)GUINT32_FROM_LE (high) << 8 * (n - 4);
    }
    if (n == 0)
        return 0;
    return (guchar)bytes[0] | (guint64)(guchar)bytes[n / 2] << 8 * (n / 2) |
           (guint64)(guchar)bytes[n - 1] << 8 * (n - 1);
}

#define ENT_EACH_BYTE(c) (G_GUINT64_CONSTANT (0x0101010101010101) * (c))

/* Whether one of the eight is this byte. */
static inline gboolean
ent_has_byte (guint64 bytes, guint64 c)
{
    guint64 x = bytes ^ ENT_EACH_BYTE (c);
    return ((x - ENT_EACH_BYTE (1)) & ~x & ENT_EACH_BYTE (0x80)) != 0;
}

/* TRUE if the character at `at` is a capital letter. */
gboolean ent_is_capital (const char *text, gsize at, gsize end);

/* How many bytes at `at` are a hyphen, an apostrophe or white space (0: none of that). */
gsize ent_hyphen_length (const char *text, gsize at, gsize end);
gsize ent_apostrophe_length (const char *text, gsize at, gsize end);
gsize ent_space_length (const char *text, gsize at, gsize end);

#endif

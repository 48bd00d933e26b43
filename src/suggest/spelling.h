/*
 * spelling.h - whether two words may be spellings of one name: Khamenei, Hamenei; Lavrentyev, Lavrintev.
 *
 * A word is written in Latin letters (ICU), and letters that stand for one sound become one: "kh", "sh", "ou". The
 * consonants in their order, those that are often taken for each other as one, and whether a vowel stands before them,
 * are its skeleton; two words of one
 * skeleton are alike if little is between their letters. A vowel is worth less than a consonant, and one consonant is
 * never another of a different group, so that Fomin is not Fokin.
 */
#ifndef ENT_SUGGEST_SPELLING_H
#define ENT_SUGGEST_SPELLING_H

#include <glib.h>

typedef struct {
    char *letters;  /* one a sound */
    char *skeleton; /* words that may be alike have the same */
} EntSpelling;

/* Of one word, in any script that ICU can romanise. Bytes that are not UTF-8 count as no letter. */
EntSpelling *ent_spelling_new (const char *word);
void ent_spelling_free (EntSpelling *spelling);

gboolean ent_spelling_is_alike (const EntSpelling *a, const EntSpelling *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSpelling, ent_spelling_free)

#endif

/* spelling.h - private to suggest/: whether two words may be spellings of one name: Khamenei, Hamenei; Lavrentyev, Lavrintev.
 *
 * A word is written in Latin letters (ICU), and letters that stand for one sound become one: "kh", "sh", "ou". Its
 * skeleton is its consonants in their order, those that are often confused counted as one, and whether a vowel stands
 * before each. Two words of the same skeleton are alike if the edit distance of their letters is small. A vowel costs
 * less than a consonant, and a consonant is never taken for one of a different group: Fomin is not Fokin.
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

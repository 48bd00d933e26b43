/* name_fold.h - a whole name as it is looked up and compared: two names with one folding are one to the matcher too. */
#ifndef ENT_TEXT_NAME_FOLD_H
#define ENT_TEXT_NAME_FOLD_H

#include "fold.h"

/* The next word of a name, as ent_word_next finds it; behind the first one (`inside`) an ampersand between two words is a
 * word too, which folds to "and". */
gboolean ent_name_word_next (const char *text, gsize at, gsize end, gboolean inside, EntWordSpan *word);

/* How many bytes at `at` are an ampersand, which may be written &amp; (0: none). */
gsize ent_ampersand_length (const char *text, gsize at, gsize end);

/* ent_fold for such a word, without apostrophes. */
static inline gsize
ent_name_word_fold (const char *text, EntWordSpan word, char *out)
{
    if (text[word.start] != '&')
        return ent_fold (text, (EntSpan){ word.start, word.end }, FALSE, out);
    memcpy (out, "and", 4);
    return 3;
}

/* The folded words of a name, a space between two: case, diacritics, apostrophes, a possessive ending and the
 * signs between words do not count, hyphens are spaces. The caller frees. */
char *ent_name_fold (const char *name);

#endif

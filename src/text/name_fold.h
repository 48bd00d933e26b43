/* name_fold.h - a whole name as it is looked up and compared: two names with one folding are one to the matcher too. */
#ifndef ENT_TEXT_NAME_FOLD_H
#define ENT_TEXT_NAME_FOLD_H

#include <glib.h>

/* The folded words of a name (fold.h), a space between two: case, diacritics, apostrophes, a possessive ending and the
 * signs between words do not count, hyphens are spaces. The caller frees. */
char *ent_name_fold (const char *name);

#endif

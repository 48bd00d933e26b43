/* name_fold.h - a whole name as it is looked up and compared: fold.h is for the words of a text. */
#ifndef ENT_TEXT_NAME_FOLD_H
#define ENT_TEXT_NAME_FOLD_H

#include <glib.h>

/* A name without case, diacritics, and what tells one hyphen, apostrophe or blank from another:
 * by this form names are found and compared. Takes any bytes. The caller frees. */
char *ent_name_fold (const char *name);

#endif

/* nearest.h - near misses, for "did you mean". */
#ifndef ENT_BASE_NEAREST_H
#define ENT_BASE_NEAREST_H

#include <glib.h>

/* How many characters must be added, dropped, replaced or swapped with their neighbour to make b
 * of a; limit + 1 when it is more than `limit`, or when a or b is longer than any name. */
guint ent_edit_distance (const char *a, const char *b, guint limit);

/* The one of `known` (NULL-terminated) that was probably meant by `word`, or NULL. */
const char *ent_nearest (const char *word, const char *const *known);

/* A word as messages show it: in quotes, on one line, cut after 60 characters. The caller frees. */
char *ent_quote (const char *word);

#endif

/* inflect.h - the regular endings of English. */
#ifndef ENT_LANGUAGE_INFLECT_H
#define ENT_LANGUAGE_INFLECT_H

#include <glib.h>

/* A base form with -s, -ed or -ing behind it, as English spells them: tries, planned, lying. The caller frees. */
char *ent_inflect (const char *base, const char *ending);

/* The singular of a folded plural: presidents, spokesmen. The caller frees. */
char *ent_singular (const char *plural);

/* Whether an adjective of a nation names its people behind "the" as it is: the French, the Chinese; not the Finn. */
gboolean ent_is_collective (const char *folded);

#endif

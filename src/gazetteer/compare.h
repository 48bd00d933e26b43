/* compare.h - from the ids of an older gazetteer to those of a newer one. */
#ifndef ENT_GAZETTEER_COMPARE_H
#define ENT_GAZETTEER_COMPARE_H

#include "entente.h"

/* Old id -> new id, where the two differ. Borrows from the gazetteers that `entities`, of EntEntityChange, come from. */
GHashTable *ent_renamed_ids (const GArray *entities);

/* The id that an entity has now; borrows. */
const char *ent_renamed (GHashTable *renamed, const char *id);

#endif

/* ids.h - ids made for the entries of a gazetteer: lowercase ASCII letters, digits and hyphens, no two alike. */
#ifndef ENT_GAZETTEER_IDS_H
#define ENT_GAZETTEER_IDS_H

#include "entente.h"

/* The ids that are taken: at first those of a gazetteer, which may be NULL, and "nobody". */
typedef struct EntIds EntIds;
EntIds *ent_ids_new (const EntGazetteer *gazetteer);
void ent_ids_free (EntIds *ids);

/* Takes an id: as wished if nobody has it, else with a number behind. The caller frees. */
char *ent_ids_take (EntIds *ids, const char *wish);

/* The id that a name wishes for: its words with hyphens between. Never empty; the caller frees. */
char *ent_id_of_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntIds, ent_ids_free)

#endif

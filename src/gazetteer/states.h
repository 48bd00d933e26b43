/* states.h - the states of the world: their names, and the codes that data sets call them by. */
#ifndef ENT_GAZETTEER_STATES_H
#define ENT_GAZETTEER_STATES_H

#include "gazetteer.h"

/* data/states.yaml and data/codes.tsv, ready for look-up. */
typedef struct EntStates EntStates;
EntStates *ent_states_new (void);
void ent_states_free (EntStates *states);

/* The id of each state, in alphabetical order; NULL behind the last. */
const char *ent_states_id (const EntStates *states, guint index);

/* The id of the state of a code, in any case: two letters (ISO 3166-1 alpha-2) or three (alpha-3, CAMEO). NULL if
 * no state has it. */
const char *ent_states_code (const EntStates *states, const char *code);

/* The id of the state of that id, name or alias; NULL if none has it. */
const char *ent_states_find (const EntStates *states, const char *name);

/* All names of a state that are of one kind: NULL-terminated, the caller frees with g_strfreev. Empty for an unknown id. */
char **ent_states_names (const EntStates *states, const char *id, EntNameKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntStates, ent_states_free)

#endif

/* longer_names.h - private to match/: names of places and bodies that the name of a state is part of: New Mexico. */
#ifndef ENT_MATCH_LONGER_NAMES_H
#define ENT_MATCH_LONGER_NAMES_H

#include "gazetteer/gazetteer.h"

/* Those names (char *) that are longer than the name of some state of the gazetteer, which they hold. They name nobody,
 * unless the gazetteer has them too. Never NULL; the caller unrefs. */
GPtrArray *ent_longer_names (const EntGazetteer *gazetteer);

#endif

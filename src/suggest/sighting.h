/* sighting.h - private to suggest/: a sentence -> the names in it that the gazetteer does not know, and what stands around
 * them that shows what they are: a title before, an apposition behind, a verb of saying. */
#ifndef ENT_SUGGEST_SIGHTING_H
#define ENT_SUGGEST_SIGHTING_H

#include "context.h"

/* Appends the sightings (EntSighting) in their order; no two overlap, but a state may stand in a title. A headline in
 * capitals has none. */
void ent_sightings (const EntSightingContext *looking, GArray *sightings);

#endif

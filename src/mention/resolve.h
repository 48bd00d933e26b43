/* resolve.h - hits -> mentions: the entity that a name stands for here, and the extent of its noun phrase. The longest
 * noun phrase wins: a name inside an official's title is no mention. */
#ifndef ENT_MENTION_RESOLVE_H
#define ENT_MENTION_RESOLVE_H

#include "discourse.h"
#include "language/sentence.h"

/* Appends the named phrases of the next sentence to discourse->named: names, offices, descriptions.
 * hits[first_hit, last_hit) are the sentence's. */
void ent_resolve (EntDiscourse *discourse, const EntSentence *sentence, guint first_hit, guint last_hit);

#endif

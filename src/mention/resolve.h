/*
 * resolve.h - hits -> mentions: which entity a name stands for here, and how far its noun phrase
 * reaches. The longest noun phrase wins: what stands inside an official's title names nobody.
 */
#ifndef ENT_MENTION_RESOLVE_H
#define ENT_MENTION_RESOLVE_H

#include "discourse.h"
#include "language/sentence.h"

/* Appends the named phrases of the next sentence to discourse->named phrases: names, offices, descriptions.
 * hits[first_hit, last_hit) are the sentence's. */
void ent_resolve (EntDiscourse *discourse, const EntSentence *sentence, guint first_hit, guint last_hit);

#endif

/* relation.h - a sentence and its named phrases -> claims. The grammar of relations is here; the words that say one are data
 * (`relations:` in the gazetteer). Each claim carries the name of the rule that made it: README.md lists them. */
#ifndef ENT_RELATION_RELATION_H
#define ENT_RELATION_RELATION_H

#include "claim.h"
#include "frame.h"

/* Appends what the sentence says (EntClaim), each pair, relation and status once. */
void ent_relate (const EntFrames *frames, const EntClauses *clauses, GArray *claims);

#endif

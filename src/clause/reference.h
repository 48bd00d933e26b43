/* reference.h - interface of clause/: he, they and the two leaders, resolved for every sentence, once, before anything
 * is made of them. */
#ifndef ENT_CLAUSE_REFERENCE_H
#define ENT_CLAUSE_REFERENCE_H

#include "clause.h"

/* Whether a word of the sentence may stand for somebody who is named elsewhere. */
gboolean ent_has_references (const EntSentence *sentence);

/* Appends a mention for each pronoun and set description whose antecedents are clear, and enters it in its chunk: as
 * `named` (he), among `several` (they, the two leaders) or among `owners` (his, their). Subjects have been marked. */
void ent_resolve_references (const EntClauses *clauses, GArray *chunks);

#endif

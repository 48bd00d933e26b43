/* proposal.h - private to suggest/: candidates -> proposals: variants of one name joined, what is no name dropped, the rest
 * ranked. */
#ifndef ENT_SUGGEST_PROPOSAL_H
#define ENT_SUGGEST_PROPOSAL_H

#include "candidate.h"

/* The proposals (GArray of EntProposal) of the candidates (GPtrArray of EntCandidate, in the order in which they were
 * met), which are joined. */
GArray *ent_proposals (const EntGazetteer *gazetteer, GPtrArray *candidates);

/* Joins the candidates that are one: short forms to full names, spellings of one name to the most frequent. */
void ent_variants_join (const GPtrArray *candidates);

/* For each candidate the official of the gazetteer whose name may be spelled so, or ENT_NONE; the caller frees. */
guint *ent_variants_known (const EntGazetteer *gazetteer, const GPtrArray *candidates);

#endif

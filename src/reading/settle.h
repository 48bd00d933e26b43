/* settle.h - private to reading/: reconciles what the sentences of one article say of one pair. */
#ifndef ENT_READING_SETTLE_H
#define ENT_READING_SETTLE_H

#include "relation/claim.h"

/* A claim that became a piece of evidence. */
typedef struct {
    guint evidence; /* its index */
    guint relation, source, target;
    EntStatus status;
    guint sentence;
    gboolean directed, former, tentative, loose;
} EntSettling;

/* Removes from the evidence (GArray of EntEvidence) what another sentence says better: what was left open and took
 * place after all, and an edge of a state where an official of it is named for the same event. `settling` is a GArray of
 * EntSettling in the order of the text. */
void ent_settle (const EntGazetteer *gazetteer, const GArray *settling, GArray *evidence);

#endif

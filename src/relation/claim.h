/* claim.h - what a sentence says of a pair. */
#ifndef ENT_RELATION_CLAIM_H
#define ENT_RELATION_CLAIM_H

#include "clause/clause.h"

/* One relation of one pair that a sentence says. */
typedef struct {
    guint relation;
    guint source, target; /* named phrases */
    EntStatus status;
    EntSpan cue;      /* of the text */
    const char *rule; /* static */
} EntClaim;

#endif

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
    guint head;       /* chunk of the verb or noun that says it; ENT_NONE for a phrase */
    gboolean former;  /* of an event of another time than what the article tells of: "had met twice before" */
    gboolean tentative; /* of the past, and left open there: "flew to see B", "had not met B" */
    gboolean
        loose; /* of an event known by its noun, and no unnamed people: another sentence may say it more exactly */
} EntClaim;

#endif

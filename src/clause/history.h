/*
 * history.h - the sentences before the one under work. Who is the subject in one of them matters to few of those that
 * follow, so it is found out when one asks.
 */
#ifndef ENT_CLAUSE_HISTORY_H
#define ENT_CLAUSE_HISTORY_H

#include "clause.h"

typedef struct {
    EntSpan span;
    guint number;      /* of the sentence */
    guint first, last; /* its namings, end exclusive */
    gboolean marked;   /* its subjects are, and its topic is known */
    EntTopic topic;
} EntRecentSentence;

typedef struct EntRecent {
    EntDiscourse *discourse;
    EntRecentSentence ring[ENT_REACH + 1];
    EntSentence *sentence; /* one of them, read again */
    GArray *phrases;       /* of EntPhrase, its own */
    GArray *subjects;      /* of guint */
    gboolean marking;      /* that one is under work */
} EntRecent;

/* Sets discourse->recent. */
void ent_recent_init (EntRecent *recent, EntDiscourse *discourse);
void ent_recent_clear (EntRecent *recent);

/* The sentence under work is resolved: it can be asked for from now on. */
void ent_recent_add (EntRecent *recent, EntSpan span);

/* The sentence under work was marked. */
void ent_recent_keep (EntRecent *recent);

#endif

/* history.h - the sentences before the current one. They are parsed lazily, when a reference needs their subjects,
 * since few do. */
#ifndef ENT_CLAUSE_HISTORY_H
#define ENT_CLAUSE_HISTORY_H

#include "clause.h"

typedef struct {
    EntSpan span;
    guint number;      /* of the sentence */
    guint first, last; /* its named phrases, end exclusive */
    gboolean marked;   /* its subjects are, and its salience is known */
    EntSalience salience;
} EntPastSentence;

typedef struct EntHistory {
    EntDiscourse *discourse;
    EntPastSentence ring[ENT_REACH + 1];
    EntSentence *sentence; /* one of them, read again */
    GArray *chunks;        /* of EntChunk, its own */
    GArray *subjects;      /* of guint */
    gboolean marking;      /* one of them is being parsed */
} EntHistory;

/* Sets discourse->history. */
void ent_history_init (EntHistory *history, EntDiscourse *discourse);
void ent_history_clear (EntHistory *history);

/* The names of the current sentence are resolved: references may need it from now on. */
void ent_history_add (EntHistory *history, EntSpan span);

/* The subjects of the current sentence are marked. */
void ent_history_keep (EntHistory *history);

#endif

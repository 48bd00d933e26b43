/* work.h - private to reading/: the state of the reading of one article. */
#ifndef ENT_READING_WORK_H
#define ENT_READING_WORK_H

#include "clause/history.h"
#include "match/override.h"
#include "relation/relation.h"

struct EntReader {
    const EntGazetteer *gazetteer;
    EntLexicon *lexicon;
    EntMatcher *matcher;
    EntOverrides *overrides;
    EntOffices *offices;
    EntFrames *frames;
    guint most_named; /* see ENT_MOST_NAMED */
};

typedef struct EntReadingWork EntReadingWork;

/* Sees what the stages made of a sentence, after the last of them. `clauses` is NULL where the sentence has neither a
 * reference nor a cue: then it has no chunks and no claims. */
typedef void (*EntObserver) (const EntReadingWork *work, const EntClauses *clauses, gpointer closure);

struct EntReadingWork {
    const EntReader *reader;
    const EntArticle *article;
    EntReading *reading;
    EntDiscourse discourse;
    EntSentence *sentence;
    GArray *chunks;   /* of EntChunk */
    GArray *claims;   /* of EntClaim */
    GArray *subjects; /* of guint */
    GArray *settling; /* of EntSettling */
    EntHistory history;
    EntObserver observe; /* NULL: nobody does */
    gpointer closure;    /* the observer's */
};

/* ent_read with an observer, or NULL. */
EntReading *ent_read_observed (const EntReader *reader, const EntArticle *article, EntObserver observe,
                               gpointer closure);

/* Adds the evidence of the current sentence: its claims, and the entities that it names together. */
void ent_gather_evidence (EntReadingWork *work);

/* Once all sentences are gathered: puts the names of those that became rows together. */
void ent_gather_names (EntReading *reading);

#endif

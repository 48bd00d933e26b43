/* work.h - private to reading/: an article on its way through the stages. */
#ifndef ENT_READING_WORK_H
#define ENT_READING_WORK_H

#include "clause/history.h"
#include "match/override.h"
#include "mention/resolve.h"
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

typedef struct {
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
} EntWork;

/* What the present sentence names and says. */
void ent_work_add_evidence (EntWork *work);

/* To be called once, after the last sentence. */
void ent_work_finish_evidence (EntWork *work);

#endif

/* candidate.h - private to suggest/: a name that may become a proposal, and what is known of it from all articles so far. */
#ifndef ENT_SUGGEST_CANDIDATE_H
#define ENT_SUGGEST_CANDIDATE_H

#include "sighting.h"

/* Texts, and how often each was met; only the first few different ones are kept. */
typedef struct {
    char *text;
    guint64 count;
} EntTally;

/* One mention of a name, apart from its sentence's tokens. Strings are borrowed. */
typedef struct {
    EntKind kind;
    guint entity, state, signs; /* as of EntSighting */
    const char *key;            /* the name folded: one key, one candidate */
    const char *name, *title;   /* as written; the title is "" where there is none */
    const char *acronym;        /* or NULL */
    EntSpan sentence;           /* of the article's text */
    guint line;                 /* of the file, where the sentence begins */
} EntFound;

typedef struct EntCandidate EntCandidate;
struct EntCandidate {
    char *key;
    EntKind kind;            /* of a name that is no state's: as it was seen most often, once it is settled */
    guint entity;            /* of a state of the world, else ENT_NONE */
    char **forms;            /* folded short forms of a name of several words */
    GArray *names;           /* of EntTally: spellings, and what was joined to it */
    GArray *titles, *states; /* of EntTally; states by id */
    guint64 mentions, articles, organizations; /* organizations: mentions that look like one's */
    guint64 signs[ENT_N_SIGNS];                /* mentions with each EntSign */
    guint first_article, last_article;         /* numbers of the first and the last one that was counted */
    EntExample examples[2];
    guint n_examples;
    gboolean example_tells; /* the first example has a title or an apposition */
    EntCandidate *same;     /* what it was joined to, or NULL */
};

EntCandidate *ent_candidate_new (const EntGazetteer *gazetteer, const EntFound *found);
void ent_candidate_free (EntCandidate *candidate);

/* Counts a mention in article number `number` (from 1). */
void ent_candidate_add (EntCandidate *candidate, const EntGazetteer *gazetteer, const EntArticle *article,
                        const EntFound *found, guint number);

/* Makes the second a part of the first. `apart`: no article holds both. Otherwise those that may do so are counted
 * once. */
void ent_candidate_join (EntCandidate *candidate, EntCandidate *other, gboolean apart);

/* How many mentions have the sign. */
guint64 ent_candidate_signs (const EntCandidate *candidate, EntSign sign);

/* A person has a title, or speaks; a single word must do so where its capital means something. What has an article
 * more often, or is where something happens, is none. */
gboolean ent_candidate_is_person (const EntCandidate *candidate);

/* A text (UTF-8) on one line: any run of white space is one space, and what cannot be printed is left out. Cut between
 * words where it is longer than `longest` bytes. The caller frees. */
char *ent_text_on_one_line (const char *text, gsize length, gsize longest);

/* The text met most often, the first of equals; "" for none. */
const char *ent_tally_most (const GArray *tallies);

#endif

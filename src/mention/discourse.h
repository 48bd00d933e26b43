/* discourse.h - what is known of one article while it is read: who is named where, and what each sentence leaves to
 * the next. */
#ifndef ENT_MENTION_DISCOURSE_H
#define ENT_MENTION_DISCOURSE_H

#include "match/override.h"
#include "office.h"

/* A mention as the grammar sees it. */
typedef struct {
    EntMention mention;
    guint sentence;      /* number of the sentence in the article */
    guint first, last;   /* tokens of the noun phrase, end exclusive */
    guint name_first;    /* token where the name itself starts */
    gboolean not_actor;  /* "Russian gas", "in Moscow": no mention, unless a relation takes it for the one
                          whose words or acts are meant */
    gboolean possessive; /* the phrase ends in 's */
    gboolean people;     /* unnamed people of a state or organization: "Russian officials" */
    gboolean person;     /* one unnamed person of a state: "a Turkish diplomat" */
    guint order;         /* its number in the sentence before sorting */
    gboolean subject;    /* of a clause; what a pronoun looks back to */
    gboolean aside;      /* ... of a clause that only opens the sentence: "Since A came, B …" */
} EntNamedPhrase;

#define ENT_MAX_SALIENT 16
#define ENT_REACH 6 /* sentences that a description may go back */

#define ENT_MAX_SETS 6

/* Named phrases that a text puts together: a coordination, those whom a relation joined. */
typedef struct {
    guint members[ENT_MAX_SALIENT];
    guint n;
} EntSet;

#define ENT_MAX_UTTERANCES 8

/* Something that the text says somebody has said. */
typedef struct {
    guint speaker; /* named phrase */
    guint said;    /* its kinds, as in EntWord */
    guint token;   /* of its verb or noun: one utterance may have several speakers */
} EntUtterance;

/* What a sentence leaves behind for the next: who spoke in it, who were its subject together, its sets, and what was
 * said in it. */
typedef struct {
    guint speakers[ENT_MAX_SALIENT]; /* named phrases of the first subject of a verb of saying */
    guint n_speakers;
    guint together
        [ENT_MAX_SALIENT]; /* named phrases of the last subject of two or more, or of a pair that a relation joined */
    guint n_together;
    EntSet sets[ENT_MAX_SETS]; /* in the order of the text; then what relations joined */
    guint n_sets;
    EntUtterance utterances[ENT_MAX_UTTERANCES]; /* in the order of the text */
    guint n_utterances;
} EntSalience;

typedef struct EntDiscourse EntDiscourse;

/* How an earlier sentence is parsed again. The subject is found by the clauses, a later stage, which sets these functions. */
typedef struct {
    void (*mark) (EntDiscourse *discourse, guint sentence);
    const EntSalience *(*before) (EntDiscourse *discourse, guint back);
} EntLookBack;

/* What is known of one article while it is read, sentence by sentence. */
struct EntDiscourse {
    const EntGazetteer *gazetteer;
    const EntLexicon *lexicon;
    const EntMatcher *matcher;
    const EntOverrides *overrides;
    const EntOffices *offices;
    const EntArticle *article;
    GArray *hits; /* of EntHit: the whole article's, by place */
    gsize *
        named_in_full; /* per entity: where it is first named in full, or G_MAXSIZE; NULL if no name needs it */
    GArray *vacant;    /* of EntSpan: offices without a known holder; NULL where nobody asks */
    GArray *named;     /* of EntNamedPhrase: the whole article's so far, by place within each sentence */
    guint sentence;    /* number of the current one */
    guint sentence_start; /* index of its first named phrase */
    guint sentence_end;   /* index behind its last; G_MAXUINT: the last of all */
    const EntLookBack *look_back;
    struct EntHistory *history; /* of look_back */
    EntSalience salience;       /* of this sentence, as far as read */
};

void ent_discourse_init (EntDiscourse *discourse, const EntGazetteer *gazetteer, const EntLexicon *lexicon,
                         const EntMatcher *matcher, const EntOverrides *overrides, const EntOffices *offices,
                         const EntArticle *article, GArray *hits);
void ent_discourse_clear (EntDiscourse *discourse);

/* Marks the subjects of a recent sentence, if they are not yet. */
void ent_discourse_mark (EntDiscourse *discourse, guint sentence);

/* What a sentence leaves behind; its subjects are marked for that: 1 is the sentence before, ENT_REACH the farthest. */
const EntSalience *ent_discourse_before (EntDiscourse *discourse, guint back);

/* Adds a set to what the current sentence leaves behind, if there is room and it is not there yet. */
void ent_discourse_add_set (EntDiscourse *discourse, const guint *members, guint n);

/* The index behind the last named phrase of the current sentence. */
guint ent_discourse_end (const EntDiscourse *discourse);

/* The named phrase of an index, and the entity it names. */
EntNamedPhrase *ent_discourse_named (const EntDiscourse *discourse, guint index);
const EntEntity *ent_named_entity (const EntDiscourse *discourse, const EntNamedPhrase *named);
gboolean ent_named_is_official (const EntDiscourse *discourse, const EntNamedPhrase *named);

/* The name that a reference to a named phrase goes back to: itself, or its own antecedent. */
guint ent_discourse_name_of (const EntDiscourse *discourse, guint named);

#endif

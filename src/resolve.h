/*
 * resolve.h - hits -> mentions: which entity a name stands for here, and how far its noun phrase
 * reaches. The longest noun phrase wins: what stands inside an official's title names nobody.
 */
#ifndef ENT_RESOLVE_H
#define ENT_RESOLVE_H

#include "office.h"
#include "override.h"
#include "sentence.h"

/* A mention as the grammar sees it. */
typedef struct {
    EntMention mention;
    guint sentence;      /* number of the sentence in the article */
    guint first, last;   /* tokens of the noun phrase, end exclusive */
    guint name_first;    /* token where the name itself starts */
    gboolean weak;       /* "Russian gas", "in Moscow": no mention, unless a relation takes it for the one
                          whose words or acts are meant */
    gboolean possessive; /* the phrase ends in 's */
    gboolean people;     /* unnamed people of a state or organization: "Russian officials" */
    gboolean person;     /* one unnamed person of a state: "a Turkish diplomat" */
    guint made;          /* its number in the sentence before sorting */
    gboolean subject;    /* of a clause; what a pronoun looks back to */
    gboolean aside;      /* ... of a clause that only opens the sentence: "Since A came, B …" */
} EntNaming;

#define ENT_MAX_TOPIC 8
#define ENT_REACH 6 /* sentences that a description may go back */

/* What a sentence leaves behind for the next: who spoke in it, and who were its subject together. */
typedef struct {
    guint speakers[ENT_MAX_TOPIC]; /* namings of the first subject of a verb of saying */
    guint n_speakers;
    guint together
        [ENT_MAX_TOPIC]; /* namings of the last subject of two or more, or of a pair that a relation joined */
    guint n_together;
} EntTopic;

typedef struct EntRecent EntRecent;

/* What is known of one article while it is read, sentence by sentence. */
typedef struct {
    const EntGazetteer *gazetteer;
    const EntWords *words;
    const EntMatcher *matcher;
    const EntOverrides *overrides;
    const EntOffices *offices;
    const EntArticle *article;
    GArray *hits; /* of EntHit: the whole article's, by place */
    gsize *
        named_in_full; /* per entity: where it is first named in full, or G_MAXSIZE; NULL if no name needs it */
    GArray *namings;   /* of EntNaming: the whole article's so far, by place within each sentence */
    guint sentence;    /* number of the current one */
    guint sentence_start; /* index of its first naming */
    guint sentence_end;   /* index behind its last; G_MAXUINT: the last of all */
    EntRecent *recent;    /* the sentences before, see recent.h */
    EntTopic topic;       /* of this sentence, as far as read */
} EntDiscourse;

void ent_discourse_init (EntDiscourse *discourse, const EntGazetteer *gazetteer, const EntWords *words,
                         const EntMatcher *matcher, const EntOverrides *overrides, const EntOffices *offices,
                         const EntArticle *article, GArray *hits);
void ent_discourse_clear (EntDiscourse *discourse);

/* Appends the namings of the next sentence to discourse->namings: names, offices, descriptions.
 * hits[first_hit, last_hit) are the sentence's. */
void ent_resolve (EntDiscourse *discourse, const EntSentence *sentence, guint first_hit, guint last_hit);

/* Sees to it that the subjects of a recent sentence are marked. */
void ent_discourse_mark (EntDiscourse *discourse, guint sentence);

/* What the sentence before leaves behind, whose subjects are marked then. */
const EntTopic *ent_discourse_before (EntDiscourse *discourse);

/* The index behind the last naming of the sentence under work. */
guint ent_discourse_end (const EntDiscourse *discourse);

/* The naming of an index, and the entity it names. */
EntNaming *ent_discourse_naming (const EntDiscourse *discourse, guint index);
const EntEntity *ent_naming_entity (const EntDiscourse *discourse, const EntNaming *naming);
gboolean ent_naming_is_official (const EntDiscourse *discourse, const EntNaming *naming);

/* TRUE if the naming is of an official whom a pronoun of that gender may stand for. */
gboolean ent_agrees (const EntDiscourse *discourse, guint naming, EntGender gender);

/* The official that a pronoun at a place of the current sentence stands for: the subject of the clause
 * before, or of the sentence before, or the only official named there; ENT_NONE where it is not clear.
 * `before` is the first token that is not looked at, `other` an entity that it cannot be (ENT_NONE: any can). `nominative`
 * for he and she, which look to the subject of the sentence before rather than to a name that is none in this. */
guint ent_refer_pronoun (EntDiscourse *discourse, guint before, EntGender gender, gboolean nominative,
                         guint other);

#endif

/* discourse.h - what is known of one article while it is read: who is named where, and what each sentence leaves behind. */
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
    gboolean weak;       /* "Russian gas", "in Moscow": no mention, unless a relation takes it for the one
                          whose words or acts are meant */
    gboolean possessive; /* the phrase ends in 's */
    gboolean people;     /* unnamed people of a state or organization: "Russian officials" */
    gboolean person;     /* one unnamed person of a state: "a Turkish diplomat" */
    EntSpan origin;      /* of a reference: the name that it goes back to, over other references */
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

typedef struct EntDiscourse EntDiscourse;

/* How an earlier sentence is looked at again. Who is its subject is for the grammar to say, which comes later and hands
 * this down. */
typedef struct {
    void (*mark) (EntDiscourse *discourse, guint sentence);
    const EntTopic *(*before) (EntDiscourse *discourse);
} EntLookBack;

/* What is known of one article while it is read, sentence by sentence. */
struct EntDiscourse {
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
    const EntLookBack *look_back;
    struct EntRecent *recent; /* of look_back */
    EntTopic topic;           /* of this sentence, as far as read */
};

void ent_discourse_init (EntDiscourse *discourse, const EntGazetteer *gazetteer, const EntWords *words,
                         const EntMatcher *matcher, const EntOverrides *overrides, const EntOffices *offices,
                         const EntArticle *article, GArray *hits);
void ent_discourse_clear (EntDiscourse *discourse);

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

/* What a reference to a naming goes back to: its name, or what it goes back to itself. */
EntSpan ent_naming_origin (const EntNaming *naming);

#endif

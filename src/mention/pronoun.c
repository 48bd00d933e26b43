/* pronoun.c - pronouns: whom he and she stand for. */
#include "pronoun.h"

static gboolean
agrees (const EntDiscourse *discourse, const EntNaming *naming, EntGender gender)
{
    EntGender own = ent_naming_entity (discourse, naming)->gender;
    return ent_naming_is_official (discourse, naming) &&
           (own == ENT_GENDER_UNKNOWN || gender == ENT_GENDER_UNKNOWN || own == gender);
}

gboolean
ent_agrees (const EntDiscourse *discourse, guint naming, EntGender gender)
{
    return agrees (discourse, ent_discourse_naming (discourse, naming), gender);
}

/* What a stretch of namings offers a pronoun. */
typedef struct {
    guint subject; /* the one that it looks to first, or ENT_NONE */
    guint only;    /* the last that is no better than the others, or ENT_NONE */
    gboolean several;
} Offer;

static void
add_candidate (const EntDiscourse *discourse, Offer *offer, guint i)
{
    guint entity = ent_discourse_naming (discourse, i)->mention.entity;
    offer->several |=
        offer->only != ENT_NONE && ent_discourse_naming (discourse, offer->only)->mention.entity != entity;
    offer->only = i;
}

static gboolean
may_be_meant (const EntDiscourse *discourse, const EntNaming *naming, EntGender gender, guint other)
{
    return naming->mention.entity != other && agrees (discourse, naming, gender);
}

/* This sentence before a token: its latest subject, though it be a stranger; pronouns come behind all names in the
 * array. */
static Offer
look_here (const EntDiscourse *discourse, guint before, EntGender gender, guint other)
{
    Offer offer = { ENT_NONE, ENT_NONE, FALSE };
    for (guint i = ent_discourse_end (discourse); i-- > discourse->sentence_start;) {
        const EntNaming *naming = ent_discourse_naming (discourse, i);
        gboolean stranger = naming->person && naming->subject;
        if (naming->first >= before || (!stranger && !may_be_meant (discourse, naming, gender, other)))
            continue;
        if (!naming->subject)
            add_candidate (discourse, &offer, i);
        else if (offer.subject == ENT_NONE ||
                 ent_discourse_naming (discourse, offer.subject)->first < naming->first)
            offer.subject = i;
    }
    return offer;
}

/* The sentence before: its first subject, rather of the main clause. */
static Offer
look_before (const EntDiscourse *discourse, EntGender gender, guint other)
{
    Offer offer = { ENT_NONE, ENT_NONE, FALSE };
    for (guint i = discourse->sentence_start; i-- > 0;) {
        const EntNaming *naming = ent_discourse_naming (discourse, i);
        if (naming->sentence + 1 != discourse->sentence)
            break;
        if (!may_be_meant (discourse, naming, gender, other))
            continue;
        if (naming->subject && (offer.subject == ENT_NONE || !naming->aside))
            offer.subject = i;
        add_candidate (discourse, &offer, i);
    }
    return offer;
}

/* "A and B were there. She …": the subject was one of several who may be meant. */
static gboolean
is_one_of_several (const EntDiscourse *discourse, const EntTopic *topic, guint subject, EntGender gender,
                   guint other)
{
    guint candidates = 0;
    gboolean among = FALSE;
    for (guint i = 0; i < topic->n_together; i++) {
        const EntNaming *naming = ent_discourse_naming (discourse, topic->together[i]);
        candidates += may_be_meant (discourse, naming, gender, other);
        among |= topic->together[i] == subject;
    }
    return among && candidates > 1;
}

guint
ent_refer_pronoun (EntDiscourse *discourse, guint before, EntGender gender, gboolean nominative, guint other)
{
    Offer here = look_here (discourse, before, gender, other);
    if (here.subject != ENT_NONE)
        return ent_discourse_naming (discourse, here.subject)->person ? ENT_NONE : here.subject;
    guint aside = here.several ? ENT_NONE : here.only;
    if (here.only != ENT_NONE && !nominative)
        return aside;
    /* "In B's speech, he": the subject of the sentence before goes first */
    const EntTopic *topic =
        ent_discourse_before (discourse); /* marks the subjects, which are looked at now */
    Offer last = look_before (discourse, gender, other);
    if (is_one_of_several (discourse, topic, last.subject, gender, other))
        return ENT_NONE;
    if (last.subject != ENT_NONE)
        return last.subject;
    return here.only != ENT_NONE ? aside : last.several ? ENT_NONE : last.only;
}

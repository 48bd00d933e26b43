/* pronoun.c - the antecedents of he and she. */
#include "pronoun.h"

static gboolean
agrees (const EntDiscourse *discourse, const EntNamedPhrase *named, EntGender gender)
{
    EntGender own = ent_named_entity (discourse, named)->gender;
    return ent_named_is_official (discourse, named) &&
           (own == ENT_GENDER_UNKNOWN || gender == ENT_GENDER_UNKNOWN || own == gender);
}

gboolean
ent_agrees (const EntDiscourse *discourse, guint named, EntGender gender)
{
    return agrees (discourse, ent_discourse_named (discourse, named), gender);
}

/* What a stretch of named phrases offers a pronoun. */
typedef struct {
    guint subject; /* the one that it looks to first, or ENT_NONE */
    guint only;    /* the last of those that are equally good, or ENT_NONE */
    gboolean several;
} Offer;

static void
add_candidate (const EntDiscourse *discourse, Offer *offer, guint i)
{
    guint entity = ent_discourse_named (discourse, i)->mention.entity;
    offer->several |=
        offer->only != ENT_NONE && ent_discourse_named (discourse, offer->only)->mention.entity != entity;
    offer->only = i;
}

static gboolean
may_be_meant (const EntDiscourse *discourse, const EntNamedPhrase *named, EntGender gender, guint other)
{
    return named->mention.entity != other && agrees (discourse, named, gender);
}

/* This sentence before a token: the nearest preceding subject, even an unknown person; pronouns come behind all names in the
 * array. */
static Offer
look_here (const EntDiscourse *discourse, guint before, EntGender gender, guint other)
{
    Offer offer = { ENT_NONE, ENT_NONE, FALSE };
    for (guint i = ent_discourse_end (discourse); i-- > discourse->sentence_start;) {
        const EntNamedPhrase *named = ent_discourse_named (discourse, i);
        gboolean unknown = named->person && named->subject;
        if (named->first >= before || (!unknown && !may_be_meant (discourse, named, gender, other)))
            continue;
        if (!named->subject)
            add_candidate (discourse, &offer, i);
        else if (offer.subject == ENT_NONE ||
                 ent_discourse_named (discourse, offer.subject)->first < named->first)
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
        const EntNamedPhrase *named = ent_discourse_named (discourse, i);
        if (named->sentence + 1 != discourse->sentence)
            break;
        if (!may_be_meant (discourse, named, gender, other))
            continue;
        if (named->subject && (offer.subject == ENT_NONE || !named->aside))
            offer.subject = i;
        add_candidate (discourse, &offer, i);
    }
    return offer;
}

/* "A and B were there. She …": the subject was one of several who may be meant. */
static gboolean
is_one_of_several (const EntDiscourse *discourse, const EntSalience *salience, guint subject,
                   EntGender gender, guint other)
{
    guint candidates = 0;
    gboolean among = FALSE;
    for (guint i = 0; i < salience->n_together; i++) {
        const EntNamedPhrase *named = ent_discourse_named (discourse, salience->together[i]);
        candidates += may_be_meant (discourse, named, gender, other);
        among |= salience->together[i] == subject;
    }
    return among && candidates > 1;
}

guint
ent_pronoun_antecedent (EntDiscourse *discourse, guint before, EntGender gender, gboolean nominative,
                        guint other)
{
    Offer here = look_here (discourse, before, gender, other);
    if (here.subject != ENT_NONE)
        return ent_discourse_named (discourse, here.subject)->person ? ENT_NONE : here.subject;
    guint aside = here.several ? ENT_NONE : here.only;
    if (here.only != ENT_NONE && !nominative)
        return aside;
    /* "In B's speech, he": the subject of the sentence before goes first */
    const EntSalience *salience =
        ent_discourse_before (discourse, 1); /* marks the subjects, which are needed now */
    Offer last = look_before (discourse, gender, other);
    if (is_one_of_several (discourse, salience, last.subject, gender, other))
        return ENT_NONE;
    if (last.subject != ENT_NONE)
        return last.subject;
    return here.only != ENT_NONE ? aside : last.several ? ENT_NONE : last.only;
}

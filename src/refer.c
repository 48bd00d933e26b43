/* refer.c - pronouns: whom he and she stand for. */
#include "resolve.h"

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

guint
ent_refer_pronoun (EntDiscourse *discourse, guint before, EntGender gender, gboolean nominative, guint other)
{
    /* this sentence: its latest subject before the place (pronouns come behind all names in the array) */
    guint latest = ENT_NONE, only = ENT_NONE;
    gboolean several = FALSE;
    for (guint i = ent_discourse_end (discourse); i-- > discourse->sentence_start;) {
        const EntNaming *naming = ent_discourse_naming (discourse, i);
        gboolean stranger = naming->person && naming->subject; /* somebody who is not known */
        if (naming->first >= before ||
            (!stranger && (naming->mention.entity == other || !agrees (discourse, naming, gender))))
            continue;
        if (naming->subject) {
            if (latest == ENT_NONE || ent_discourse_naming (discourse, latest)->first < naming->first)
                latest = i;
            continue;
        }
        several |= only != ENT_NONE &&
                   ent_discourse_naming (discourse, only)->mention.entity != naming->mention.entity;
        only = i;
    }
    if (latest != ENT_NONE)
        return ent_discourse_naming (discourse, latest)->person ? ENT_NONE : latest;
    if (only != ENT_NONE && !nominative)
        return several ? ENT_NONE : only;
    guint aside =
        several ? ENT_NONE : only; /* "In B's speech, he": the subject of the sentence before goes first */
    gboolean here = only != ENT_NONE;
    if (here) {
        several = FALSE;
        only = ENT_NONE;
    }
    /* the sentence before: its first subject, or the only one */
    const EntTopic *topic = ent_discourse_before (discourse);
    guint subject = ENT_NONE;
    for (guint i = discourse->sentence_start; i-- > 0;) {
        const EntNaming *naming = ent_discourse_naming (discourse, i);
        if (naming->sentence + 1 != discourse->sentence)
            break;
        if (naming->mention.entity == other || !agrees (discourse, naming, gender))
            continue;
        if (naming->subject && (subject == ENT_NONE || !naming->aside))
            subject = i;
        several |= only != ENT_NONE &&
                   ent_discourse_naming (discourse, only)->mention.entity != naming->mention.entity;
        only = i;
    }
    /* "A and B were there. She …" */
    guint candidates = 0;
    gboolean among = FALSE;
    for (guint i = 0; i < topic->n_together; i++) {
        const EntNaming *naming = ent_discourse_naming (discourse, topic->together[i]);
        candidates += naming->mention.entity != other && agrees (discourse, naming, gender);
        among |= topic->together[i] == subject;
    }
    if (among && candidates > 1)
        return ENT_NONE;
    if (subject != ENT_NONE)
        return subject;
    return here ? aside : several ? ENT_NONE : only;
}

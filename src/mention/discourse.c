/* discourse.c - what is known of one article while it is read. */
#include "discourse.h"

EntNaming *
ent_discourse_naming (const EntDiscourse *discourse, guint index)
{
    return &g_array_index (discourse->namings, EntNaming, index);
}

const EntEntity *
ent_naming_entity (const EntDiscourse *discourse, const EntNaming *naming)
{
    return &g_array_index (discourse->gazetteer->entities, EntEntity, naming->mention.entity);
}

gboolean
ent_naming_is_official (const EntDiscourse *discourse, const EntNaming *naming)
{
    return !naming->weak && ent_naming_entity (discourse, naming)->kind == ENT_OFFICIAL;
}

EntSpan
ent_naming_origin (const EntNaming *naming)
{
    return naming->mention.antecedent == ENT_NONE ? naming->mention.span : naming->origin;
}

void
ent_discourse_init (EntDiscourse *discourse, const EntGazetteer *gazetteer, const EntWords *words,
                    const EntMatcher *matcher, const EntOverrides *overrides, const EntOffices *offices,
                    const EntArticle *article, GArray *hits)
{
    *discourse = (EntDiscourse){ .gazetteer = gazetteer,
                                 .words = words,
                                 .matcher = matcher,
                                 .overrides = overrides,
                                 .offices = offices,
                                 .article = article,
                                 .hits = hits,
                                 .sentence_end = G_MAXUINT };
    discourse->namings = g_array_new (FALSE, FALSE, sizeof (EntNaming));
}

void
ent_discourse_clear (EntDiscourse *discourse)
{
    g_free (discourse->named_in_full);
    g_array_unref (discourse->namings);
}

guint
ent_discourse_end (const EntDiscourse *discourse)
{
    return MIN (discourse->namings->len, discourse->sentence_end);
}

void
ent_discourse_mark (EntDiscourse *discourse, guint sentence)
{
    discourse->look_back->mark (discourse, sentence);
}

const EntTopic *
ent_discourse_before (EntDiscourse *discourse)
{
    return discourse->look_back->before (discourse);
}

/* discourse.c - what is known of one article while it is read. */
#include "discourse.h"

EntNamedPhrase *
ent_discourse_named (const EntDiscourse *discourse, guint index)
{
    return &g_array_index (discourse->named, EntNamedPhrase, index);
}

const EntEntity *
ent_named_entity (const EntDiscourse *discourse, const EntNamedPhrase *named)
{
    return &g_array_index (discourse->gazetteer->entities, EntEntity, named->mention.entity);
}

gboolean
ent_named_is_official (const EntDiscourse *discourse, const EntNamedPhrase *named)
{
    return !named->not_actor && ent_named_entity (discourse, named)->kind == ENT_OFFICIAL;
}

void
ent_discourse_init (EntDiscourse *discourse, const EntGazetteer *gazetteer, const EntLexicon *lexicon,
                    const EntMatcher *matcher, const EntOverrides *overrides, const EntOffices *offices,
                    const EntArticle *article, GArray *hits)
{
    *discourse = (EntDiscourse){ .gazetteer = gazetteer,
                                 .lexicon = lexicon,
                                 .matcher = matcher,
                                 .overrides = overrides,
                                 .offices = offices,
                                 .article = article,
                                 .hits = hits,
                                 .sentence_end = G_MAXUINT };
    discourse->named = g_array_new (FALSE, FALSE, sizeof (EntNamedPhrase));
}

void
ent_discourse_clear (EntDiscourse *discourse)
{
    g_free (discourse->named_in_full);
    g_array_unref (discourse->named);
}

guint
ent_discourse_end (const EntDiscourse *discourse)
{
    return MIN (discourse->named->len, discourse->sentence_end);
}

void
ent_discourse_mark (EntDiscourse *discourse, guint sentence)
{
    discourse->look_back->mark (discourse, sentence);
}

const EntSalience *
ent_discourse_before (EntDiscourse *discourse)
{
    return discourse->look_back->before (discourse);
}

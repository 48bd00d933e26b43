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
ent_discourse_before (EntDiscourse *discourse, guint back)
{
    return discourse->look_back->before (discourse, back);
}

static gboolean
is_in_set (const EntDiscourse *discourse, const EntSet *set, guint entity)
{
    for (guint i = 0; i < set->n; i++)
        if (ent_discourse_named (discourse, set->members[i])->mention.entity == entity)
            return TRUE;
    return FALSE;
}

void
ent_discourse_add_set (EntDiscourse *discourse, const guint *members, guint n)
{
    EntSalience *salience = &discourse->salience;
    EntSet set = { .n = 0 };
    for (guint i = 0; i < n && set.n < ENT_MAX_SALIENT; i++)
        if (!is_in_set (discourse, &set, ent_discourse_named (discourse, members[i])->mention.entity))
            set.members[set.n++] = members[i];
    for (guint i = 0; i < salience->n_sets; i++) {
        guint common = 0;
        for (guint j = 0; j < set.n; j++)
            common += is_in_set (discourse, &salience->sets[i],
                                 ent_discourse_named (discourse, set.members[j])->mention.entity);
        if (common == set.n && salience->sets[i].n == set.n)
            return;
    }
    if (set.n > 1 && salience->n_sets < ENT_MAX_SETS)
        salience->sets[salience->n_sets++] = set;
}

guint
ent_discourse_name_of (const EntDiscourse *discourse, guint named)
{
    guint antecedent = ent_discourse_named (discourse, named)->mention.antecedent;
    return antecedent != ENT_NONE ? antecedent : named;
}

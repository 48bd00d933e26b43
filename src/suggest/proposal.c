/* proposal.c - candidates joined, filtered and ranked. */
#include "proposal.h"

#include "gazetteer/ids.h"
#include "gazetteer/load.h"
#include "text/fold.h"

/* ---- what is a name ---- */

/* A name that was seen as an organization's more often than not is one. */
static void
settle_kinds (const GPtrArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++) {
        EntCandidate *candidate = candidates->pdata[i];
        guint64 titled = ent_candidate_signs (candidate, ENT_SIGN_TITLE) +
                         ent_candidate_signs (candidate, ENT_SIGN_APPOSITION);
        if (candidate->kind != ENT_STATE && candidate->organizations > 0)
            candidate->kind = candidate->organizations > titled ? ENT_ORGANIZATION : ENT_OFFICIAL;
        if (candidate->kind == ENT_OFFICIAL && candidate->forms == NULL)
            candidate->forms = g_new0 (char *, 1);
    }
}

static gboolean
is_proposed (const EntCandidate *candidate)
{
    if (candidate->same != NULL)
        return FALSE;
    if (candidate->kind == ENT_OFFICIAL)
        return ent_candidate_is_person (candidate);
    return candidate->kind == ENT_STATE || ent_candidate_signs (candidate, ENT_SIGN_GROUP) > 0 ||
           (ent_candidate_signs (candidate, ENT_SIGN_SPEAKS) > 0 && candidate->mentions > 1);
}

/* ---- proposals ---- */

static void
clear_proposal (gpointer data)
{
    EntProposal *proposal = data;
    g_free (proposal->id);
    g_free (proposal->name);
    g_strfreev (proposal->aliases);
    g_strfreev (proposal->demonyms);
    g_strfreev (proposal->metonyms);
    g_free (proposal->title);
    for (guint i = 0; i < proposal->n_examples; i++) {
        g_free (proposal->examples[i].path);
        g_free (proposal->examples[i].text);
    }
}

/* The candidate's own spellings come first, those of what was joined to it behind them. */
static char **
other_names (const EntCandidate *candidate, const char *name, const char *state)
{
    g_autoptr (GStrvBuilder) aliases = g_strv_builder_new ();
    g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_auto (GStrv) forms = ent_name_short_forms (name, state);
    g_hash_table_add (known, ent_name_fold (name));
    for (guint i = 0; candidate->kind == ENT_OFFICIAL && forms[i] != NULL; i++)
        g_hash_table_add (known, ent_name_fold (forms[i]));
    for (guint i = 0; i < candidate->names->len; i++) {
        const char *text = g_array_index (candidate->names, EntTally, i).text;
        if (g_hash_table_add (known, ent_name_fold (text)))
            g_strv_builder_add (aliases, text);
    }
    return g_strv_builder_end (aliases);
}

/* The spelling met most often among those of the candidate's own key. */
static const char *
name_of (const EntCandidate *candidate)
{
    const EntTally *most = NULL;
    for (guint i = 0; i < candidate->names->len; i++) {
        const EntTally *tally = &g_array_index (candidate->names, EntTally, i);
        g_autofree char *folded = ent_name_fold (tally->text);
        if (strcmp (folded, candidate->key) == 0 && (most == NULL || tally->count > most->count))
            most = tally;
    }
    return most != NULL ? most->text : candidate->key;
}

static guint
state_of (const EntGazetteer *gazetteer, const EntCandidate *candidate)
{
    const char *id = ent_tally_most (candidate->states);
    return id[0] != '\0' ? ent_gazetteer_find (gazetteer, id) : ENT_NONE;
}

static EntProposal
proposal_of (const EntGazetteer *gazetteer, EntCandidate *candidate, guint like)
{
    EntProposal proposal = { .kind = candidate->kind,
                             .state = ENT_NONE,
                             .like = like,
                             .mentions = candidate->mentions,
                             .articles = candidate->articles,
                             .beside = ent_candidate_signs (candidate, ENT_SIGN_BESIDE),
                             .cues = ent_candidate_signs (candidate, ENT_SIGN_CUE),
                             .n_examples = candidate->n_examples };
    if (candidate->kind == ENT_STATE) {
        const EntEntity *state = &g_array_index (gazetteer->entities, EntEntity, candidate->entity);
        proposal.id = g_strdup (state->id);
        proposal.name = g_strdup (state->name);
        proposal.aliases = ent_gazetteer_names_of (gazetteer, candidate->entity, ENT_NAME_ALIAS);
        proposal.state = candidate->entity;
    } else {
        proposal.state = state_of (gazetteer, candidate);
        proposal.name = g_strdup (name_of (candidate));
        proposal.aliases = other_names (
            candidate, proposal.name,
            proposal.state != ENT_NONE ? g_array_index (gazetteer->entities, EntEntity, proposal.state).id
                                       : NULL);
    }
    proposal.demonyms = ent_gazetteer_names_of (gazetteer, candidate->entity, ENT_NAME_DEMONYM);
    proposal.metonyms = ent_gazetteer_names_of (gazetteer, candidate->entity, ENT_NAME_METONYM);
    proposal.title = g_strdup (ent_tally_most (candidate->titles));
    memcpy (proposal.examples, candidate->examples, sizeof proposal.examples);
    candidate->n_examples = 0; /* they are the proposal's now */
    return proposal;
}

/* What it would add: nodes by their mentions, edges by whom they stand beside. A name without a title is less sure. */
static guint64
weight_of (const EntProposal *proposal)
{
    guint64 weight = 2 * (proposal->mentions + proposal->beside + 2 * proposal->cues);
    gboolean sure = proposal->kind != ENT_OFFICIAL || proposal->title[0] != '\0';
    return sure ? weight : weight / 2;
}

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
    const EntProposal *x = a, *y = b;
    guint64 v = weight_of (x), w = weight_of (y);
    if (v != w)
        return v > w ? -1 : 1;
    if (x->articles != y->articles)
        return x->articles > y->articles ? -1 : 1;
    return strcmp (x->name, y->name);
}

GArray *
ent_proposals (const EntGazetteer *gazetteer, GPtrArray *candidates)
{
    GArray *proposals = g_array_new (FALSE, FALSE, sizeof (EntProposal));
    g_array_set_clear_func (proposals, clear_proposal);
    settle_kinds (candidates);
    ent_variants_join (candidates);
    g_autofree guint *known = ent_variants_known (gazetteer, candidates);
    for (guint i = 0; i < candidates->len; i++)
        if (is_proposed (candidates->pdata[i])) {
            EntProposal proposal = proposal_of (gazetteer, candidates->pdata[i], known[i]);
            g_array_append_val (proposals, proposal);
        }
    g_array_sort (proposals, compare_proposals);

    g_autoptr (EntIds) ids = ent_ids_new (gazetteer);
    for (guint i = 0; i < proposals->len; i++) {
        EntProposal *proposal = &g_array_index (proposals, EntProposal, i);
        g_autofree char *wish = ent_id_of_name (proposal->name);
        if (proposal->id == NULL)
            proposal->id = ent_ids_take (ids, wish);
    }
    return proposals;
}

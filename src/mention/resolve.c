/* resolve.c - which entity each name of a sentence stands for, by the steps of resolver.h in their order. */
#include "resolver.h"

#include <string.h>

/* ---- which entity ---- */

/* Also "Sam Example" of Sam Example Jr. */
static gboolean
is_full_name (const EntDiscourse *discourse, const EntName *name)
{
    if (name->kind != ENT_NAME_SHORT)
        return name->kind == ENT_NAME_FULL || name->kind == ENT_NAME_ALIAS;
    return strchr (name->text, ' ') != NULL &&
           g_str_has_prefix (entity_at (discourse, name->entity)->name, name->text);
}

static void
note_full_name (EntDiscourse *discourse, const EntName *name, const EntHit *hit)
{
    if (is_full_name (discourse, name) && discourse->named_in_full[name->entity] == G_MAXSIZE)
        discourse->named_in_full[name->entity] = hit->span.start;
}

/* Where each entity is first named in full; made when a short form needs it. */
static void
find_full_names (EntDiscourse *discourse)
{
    guint n = discourse->gazetteer->entities->len;
    discourse->named_in_full = g_new (gsize, n);
    for (guint i = 0; i < n; i++)
        discourse->named_in_full[i] = G_MAXSIZE;
    for (guint i = 0; i < discourse->hits->len; i++) {
        const EntHit *hit = &g_array_index (discourse->hits, EntHit, i);
        const EntName *own = ent_overrides_name (discourse->overrides, hit);
        if (own != NULL) {
            note_full_name (discourse, own, hit);
            continue;
        }
        EntNameGroup group = ent_matcher_group (discourse->matcher, hit->group);
        for (guint j = 0; j < group.n_names; j++)
            note_full_name (discourse, name_at (discourse, group.names[j]), hit);
    }
}

gsize
ent_named_in_full (EntDiscourse *discourse, guint entity)
{
    if (discourse->named_in_full == NULL)
        find_full_names (discourse);
    return discourse->named_in_full[entity];
}

void
ent_note_named_in_full (EntDiscourse *discourse, guint entity, gsize at)
{
    if (ent_named_in_full (discourse, entity) == G_MAXSIZE)
        discourse->named_in_full[entity] = at;
}

/* Of several with the same short form, the one who is named in full in this article, the first named
 * where there are two. */
static const EntName *
first_named_in_full (EntDiscourse *discourse, EntNameGroup group)
{
    const EntName *best = NULL;
    for (guint i = 0; i < group.n_names; i++) {
        const EntName *name = name_at (discourse, group.names[i]);
        if (name->kind != ENT_NAME_SHORT)
            continue;
        gsize at = ent_named_in_full (discourse, name->entity);
        if (at != G_MAXSIZE && (best == NULL || at < discourse->named_in_full[best->entity]))
            best = name;
    }
    return best;
}

/* The name that a hit stands for; NULL where it names nobody or nobody clearly. What the gazetteer says of this
 * article takes precedence. */
static const EntName *
choose_name (EntDiscourse *discourse, const EntHit *hit)
{
    const EntName *own = ent_overrides_name (discourse->overrides, hit);
    if (own != NULL)
        return own->kind != ENT_NAME_IGNORE ? own : NULL;
    EntNameGroup group = ent_matcher_group (discourse->matcher, hit->group);
    const EntName *best = NULL;
    gboolean tie = FALSE;
    for (guint i = 0; i < group.n_names; i++) {
        const EntName *name = name_at (discourse, group.names[i]);
        if (name->kind == ENT_NAME_IGNORE)
            return NULL;
        guint r = ent_name_rank (name->kind), b = best != NULL ? ent_name_rank (best->kind) : G_MAXUINT;
        if (r < b) {
            best = name;
            tie = FALSE;
        } else if (r == b && name->entity != best->entity) {
            tie = TRUE;
        }
    }
    if (tie)
        return best->kind == ENT_NAME_SHORT ? first_named_in_full (discourse, group) : NULL;
    return best;
}

/* ---- a sentence ---- */

static int
compare_named (gconstpointer a, gconstpointer b)
{
    const EntNamedPhrase *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

/* Which tokens each hit covers; a hit that covers none (its tokens are the sentence before's), or that reaches over the
 * sentence's end, is void. */
static void
lay_hits (EntResolver *work)
{
    guint t = 0;
    for (guint i = 0; i < work->n_hits; i++) {
        const EntHit *hit = &work->hits[i];
        while (t < work->sentence->n_tokens && token (work->sentence, t)->start < hit->span.start)
            t++;
        work->hit_first[i] = t;
        while (t < work->sentence->n_tokens && token (work->sentence, t)->start < hit->span.end) {
            work->token_hit[t] = i;
            t++;
        }
        work->hit_last[i] = t;
        gboolean inside = t > work->hit_first[i] && hit->span.end <= work->sentence->span.end;
        work->names[i] = inside ? choose_name (work->discourse, hit) : NULL;
    }
}

/* By place; antecedents in the same sentence follow. */
static void
sort_named (EntDiscourse *discourse, guint first)
{
    guint n = discourse->named->len - first;
    if (n < 2)
        return;
    EntNamedPhrase *named = ent_discourse_named (discourse, first);
    g_autofree guint *place = g_new (guint, n);
    for (guint i = 0; i < n; i++)
        named[i].order = i;
    qsort (named, n, sizeof *named, compare_named);
    for (guint i = 0; i < n; i++)
        place[named[i].order] = i;
    for (guint i = 0; i < n; i++)
        if (named[i].mention.antecedent != ENT_NONE && named[i].mention.antecedent >= first)
            named[i].mention.antecedent = first + place[named[i].mention.antecedent - first];
}

void
ent_resolve (EntDiscourse *discourse, const EntSentence *sentence, guint first_hit, guint last_hit)
{
    guint n = last_hit - first_hit;
    EntResolver work = { .discourse = discourse,
                         .sentence = sentence,
                         .n_hits = n,
                         .names = g_newa0 (const EntName *, n + 1),
                         /* on the stack: a sentence is never long */
                         .hit_first = g_newa0 (guint, n + 1),
                         .hit_last = g_newa0 (guint, n + 1),
                         .token_hit = g_newa (guint, sentence->n_tokens + 1),
                         .taken = g_newa0 (gboolean, sentence->n_tokens + 1),
                         .hits = n > 0 ? &g_array_index (discourse->hits, EntHit, first_hit) : NULL };
    for (guint i = 0; i <= sentence->n_tokens; i++)
        work.token_hit[i] = ENT_NONE;
    guint first_named = discourse->named->len;
    discourse->sentence_start = first_named;

    lay_hits (&work);
    ent_resolve_words (&work);
    ent_resolve_officials (&work);
    ent_resolve_appositives (&work, first_named);
    ent_resolve_several (&work);
    ent_resolve_descriptions (&work);
    ent_resolve_states (&work);
    sort_named (discourse, first_named);
}

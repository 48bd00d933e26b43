/* rule.c - the lists that the rules fill: parties, each once, and claims, each pair, relation and status once. */
#include "rule.h"

void
ent_parties_add (const EntRelating *w, EntParties *parties, guint index)
{
    if (index == ENT_NONE || parties->n >= G_N_ELEMENTS (parties->namings))
        return;
    for (guint i = 0; i < parties->n; i++)
        if (naming (w, parties->namings[i])->mention.entity == naming (w, index)->mention.entity)
            return;
    parties->namings[parties->n++] = index;
}

static void
claim (const EntRelating *w, const EntFrame *frame, guint source, guint target, EntStatus status, EntSpan cue,
       const char *rule)
{
    guint a = naming (w, source)->mention.entity, b = naming (w, target)->mention.entity;
    if (a == b)
        return;
    if (!relation_of (w, frame)->directed && a > b) { /* entities are numbered by id */
        guint swap = source;
        source = target;
        target = swap;
    }
    for (guint i = 0; i < w->claims->len; i++) {
        const EntClaim *old = &g_array_index (w->claims, EntClaim, i);
        if (old->relation == frame->relation && old->status == status &&
            naming (w, old->source)->mention.entity == naming (w, source)->mention.entity &&
            naming (w, old->target)->mention.entity == naming (w, target)->mention.entity)
            return;
    }
    naming (w, source)->weak = naming (w, target)->weak = FALSE;
    EntClaim made = { frame->relation, source, target, status, cue, rule };
    g_array_append_val (w->claims, made);
}

void
ent_claim_across (const EntRelating *w, const EntFrame *frame, const EntParties *sources,
                  const EntParties *targets, EntStatus status, EntSpan cue, const char *rule)
{
    for (guint i = 0; i < sources->n; i++)
        for (guint j = 0; j < targets->n; j++)
            claim (w, frame, sources->namings[i], targets->namings[j], status, cue, rule);
}

void
ent_claim_among (const EntRelating *w, const EntFrame *frame, const EntParties *parties, EntStatus status,
                 EntSpan cue, const char *rule)
{
    for (guint i = 0; i < parties->n; i++)
        for (guint j = i + 1; j < parties->n; j++)
            claim (w, frame, parties->namings[i], parties->namings[j], status, cue, rule);
}

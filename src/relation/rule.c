/* rule.c - the lists that the rules fill: parties, each once, and claims, each pair, relation and status once. */
#include "rule.h"

void
ent_parties_add (const EntRuleContext *w, EntParties *parties, guint index)
{
    if (index == ENT_NONE || parties->n >= G_N_ELEMENTS (parties->named))
        return;
    for (guint i = 0; i < parties->n; i++)
        if (named_phrase (w, parties->named[i])->mention.entity == named_phrase (w, index)->mention.entity)
            return;
    parties->named[parties->n++] = index;
}

static gboolean
is_own_state (const EntRuleContext *w, guint named, guint state)
{
    return entity (w, named)->kind == ENT_OFFICIAL && entity (w, named)->state == state;
}

static void
claim (const EntRuleContext *w, const EntFrame *frame, guint source, guint target, EntStatus status,
       EntSpan cue, const char *rule)
{
    guint a = named_phrase (w, source)->mention.entity, b = named_phrase (w, target)->mention.entity;
    if (a == b || is_own_state (w, source, b) || is_own_state (w, target, a))
        return; /* nobody meets or answers himself, or the state that he is an official of */
    if (!relation_of (w, frame)->directed && a > b) { /* entities are numbered by id */
        guint swap = source;
        source = target;
        target = swap;
    }
    for (guint i = 0; i < w->claims->len; i++) {
        const EntClaim *old = &g_array_index (w->claims, EntClaim, i);
        if (old->relation == frame->relation && old->status == status &&
            named_phrase (w, old->source)->mention.entity == named_phrase (w, source)->mention.entity &&
            named_phrase (w, old->target)->mention.entity == named_phrase (w, target)->mention.entity)
            return;
    }
    named_phrase (w, source)->not_actor = named_phrase (w, target)->not_actor = FALSE;
    EntClaim made = { .relation = frame->relation,
                      .source = source,
                      .target = target,
                      .status = status,
                      .cue = cue,
                      .rule = rule,
                      .head = w->head };
    g_array_append_val (w->claims, made);
}

void
ent_claim_across (const EntRuleContext *w, const EntFrame *frame, const EntParties *sources,
                  const EntParties *targets, EntStatus status, EntSpan cue, const char *rule)
{
    for (guint i = 0; i < sources->n; i++)
        for (guint j = 0; j < targets->n; j++)
            claim (w, frame, sources->named[i], targets->named[j], status, cue, rule);
}

void
ent_claim_among (const EntRuleContext *w, const EntFrame *frame, const EntParties *parties, EntStatus status,
                 EntSpan cue, const char *rule)
{
    for (guint i = 0; i < parties->n; i++)
        for (guint j = i + 1; j < parties->n; j++)
            claim (w, frame, parties->named[i], parties->named[j], status, cue, rule);
}

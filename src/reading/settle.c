/* settle.c - one event, one edge, at the level that the article supports. */
#include "settle.h"

static gboolean
is_same_pair (const EntSettling *a, const EntSettling *b)
{
    return a->source == b->source && a->target == b->target;
}

/* The same entity, or an official of a state. */
static gboolean
is_as_exact (const EntGazetteer *gazetteer, guint exact, guint end)
{
    return exact == end || (ent_gazetteer_entity (gazetteer, exact)->kind == ENT_OFFICIAL &&
                            ent_gazetteer_entity (gazetteer, exact)->state == end);
}

static gboolean
is_more_exact (const EntGazetteer *gazetteer, const EntSettling *exact, const EntSettling *than)
{
    if (is_same_pair (exact, than))
        return FALSE;
    gboolean straight = is_as_exact (gazetteer, exact->source, than->source) &&
                        is_as_exact (gazetteer, exact->target, than->target);
    gboolean crossed = !than->directed && is_as_exact (gazetteer, exact->source, than->target) &&
                       is_as_exact (gazetteer, exact->target, than->source);
    return straight || crossed;
}

/* "A flew to see B. … They met": what was open then is settled. */
static gboolean
took_place (const EntSettling *open, const EntSettling *other)
{
    return open->tentative && other->status == ENT_HAPPENED && is_same_pair (open, other) &&
           other->sentence >= open->sentence;
}

/* "A met B. … The Norwegian-Kenyan talks": the officials have the edge. An answer is another unless the sentence is one. */
static gboolean
is_told_exactly (const EntGazetteer *gazetteer, const EntSettling *loose, const EntSettling *other)
{
    if (other->status != loose->status || !is_more_exact (gazetteer, other, loose))
        return FALSE;
    return loose->directed ? other->sentence == loose->sentence
                           : loose->loose && other->sentence != loose->sentence;
}

static gboolean
is_settled_by_another (const EntGazetteer *gazetteer, const GArray *settling, const EntSettling *one)
{
    for (guint i = 0; i < settling->len; i++) {
        const EntSettling *other = &g_array_index (settling, EntSettling, i);
        if (other != one && other->relation == one->relation &&
            (took_place (one, other) || is_told_exactly (gazetteer, one, other)))
            return TRUE;
    }
    return FALSE;
}

void
ent_settle (const EntGazetteer *gazetteer, const GArray *settling, GArray *evidence)
{
    for (guint i = settling->len; i-- > 0;) {
        const EntSettling *one = &g_array_index (settling, EntSettling, i);
        if (is_settled_by_another (gazetteer, settling, one))
            g_array_remove_index (evidence, one->evidence);
    }
}

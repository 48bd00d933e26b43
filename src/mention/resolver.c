/* resolver.c - namings added to the sentence under work. */
#include "resolver.h"

EntNaming *
ent_resolving_add (EntResolving *work, guint entity, EntHow how, guint first, guint last, guint name_first,
                   guint name_last)
{
    EntDiscourse *discourse = work->discourse;
    EntNaming naming = { .sentence = discourse->sentence,
                         .first = first,
                         .last = last,
                         .name_first = name_first,
                         .possessive = is_possessive (work, last - 1) };
    naming.mention =
        (EntMention){ .entity = entity,
                      .span = { token (work, name_first)->start, token (work, name_last - 1)->end },
                      .phrase = { token (work, first)->start, token (work, last - 1)->tail },
                      .how = how,
                      .antecedent = ENT_NONE };
    if (work->token_hit[name_last - 1] != ENT_NONE) /* a name may end in a full stop */
        naming.mention.span.end = work->hits[work->token_hit[name_last - 1]].span.end;
    naming.mention.phrase.end = MAX (naming.mention.phrase.end, naming.mention.span.end);
    g_array_append_val (discourse->namings, naming);
    return ent_discourse_naming (discourse, discourse->namings->len - 1);
}

void
ent_resolving_take (EntResolving *work, guint first, guint last)
{
    for (guint i = first; i < last; i++)
        work->taken[i] = TRUE;
}

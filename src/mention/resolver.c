/* resolver.c - named phrases added to the current sentence. */
#include "resolver.h"

EntNamedPhrase *
ent_resolver_add (EntResolver *work, guint entity, EntHow how, guint first, guint last, guint name_first,
                  guint name_last)
{
    EntDiscourse *discourse = work->discourse;
    EntNamedPhrase named = { .sentence = discourse->sentence,
                             .first = first,
                             .last = last,
                             .name_first = name_first,
                             .possessive = is_possessive (work->sentence, last - 1) };
    named.mention = (EntMention){
        .entity = entity,
        .span = { token (work->sentence, name_first)->start, token (work->sentence, name_last - 1)->end },
        .phrase = { token (work->sentence, first)->start, token (work->sentence, last - 1)->tail },
        .how = how,
        .antecedent = ENT_NONE
    };
    if (work->token_hit[name_last - 1] != ENT_NONE) /* a name may end in a full stop */
        named.mention.span.end = work->hits[work->token_hit[name_last - 1]].span.end;
    named.mention.phrase.end = MAX (named.mention.phrase.end, named.mention.span.end);
    g_array_append_val (discourse->named, named);
    return ent_discourse_named (discourse, discourse->named->len - 1);
}

void
ent_resolver_take (EntResolver *work, guint first, guint last)
{
    for (guint i = first; i < last; i++)
        work->taken[i] = TRUE;
}

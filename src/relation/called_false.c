/* called_false.c - relations inside a claim that the sentence rejects are dropped. */
#include "rule.h"

static gboolean
has_object_kind (const EntRuleContext *w, const char *base, EntObjectKind object)
{
    GPtrArray *frames = base != NULL ? g_hash_table_lookup (w->frames->verbs, base) : NULL;
    for (guint i = 0; frames != NULL && i < frames->len; i++)
        if (((EntFrame *)frames->pdata[i])->object == object)
            return TRUE;
    return FALSE;
}

static gboolean
has_verdict (const EntRuleContext *w, guint first, guint last)
{
    for (guint i = 0; i < w->frames->gazetteer->relations->len; i++) {
        const EntRelation *relation = w->frames->gazetteer->relations->pdata[i];
        for (guint t = first; t < last; t++)
            if (g_strv_contains ((const char *const *)relation->verdicts, token (w->c->sentence, t)->folded))
                return TRUE;
    }
    return FALSE;
}

gboolean
ent_is_called_false (const EntRuleContext *w, guint verb)
{
    for (guint i = verb; i-- > 0 && kind (w->c, i) != ENT_CHUNK_STOP && kind (w->c, i) != ENT_CHUNK_QUOTE;)
        if (kind (w->c, i) == ENT_CHUNK_SUBORDINATOR) {
            if (is_function (w, chunk (w->c, i)->first, ENT_IS_INDIRECT_QUESTION))
                return TRUE; /* a question, told */
            break;
        }
    guint that = verb;
    while (that > 0 && !(kind (w->c, that) == ENT_CHUNK_SUBORDINATOR &&
                         is_function (w, chunk (w->c, that)->first, ENT_IS_COMPLEMENTIZER)))
        if (kind (w->c, --that) == ENT_CHUNK_STOP || kind (w->c, that) == ENT_CHUNK_QUOTE)
            return FALSE;
    if (that == 0)
        return FALSE;
    guint before = chunk (w->c, that)->first;
    if (before > 1 && is_function (w, before - 1, ENT_IS_TRUE) &&
        (token (w->c->sentence, before - 2)->word->classes & ENT_WORD_NOT) != 0)
        return TRUE;
    if (has_verdict (w, before > 2 ? before - 2 : 0, before))
        return TRUE;
    if (!is_noun (w->c, that - 1))
        return FALSE;
    if (has_verdict (w, chunk (w->c, verb)->last, w->c->sentence->n_tokens))
        return TRUE;
    if (that < 2 || kind (w->c, that - 2) != ENT_CHUNK_VERB)
        return FALSE;
    const EntWord *governor = token (w->c->sentence, chunk (w->c, that - 2)->verb)->word;
    return has_object_kind (w, governor->verb, ENT_OBJECT_WORDS);
}

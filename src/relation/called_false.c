/* called_false.c - what is told only to be called false says no relation. */
#include "rule.h"

static gboolean
has_object_kind (const EntRelating *w, const char *base, EntObjectKind object)
{
    GPtrArray *frames = base != NULL ? g_hash_table_lookup (w->grammar->verbs, base) : NULL;
    for (guint i = 0; frames != NULL && i < frames->len; i++)
        if (((EntFrame *)frames->pdata[i])->object == object)
            return TRUE;
    return FALSE;
}

static gboolean
has_verdict (const EntRelating *w, guint first, guint last)
{
    for (guint i = 0; i < w->grammar->gazetteer->relations->len; i++) {
        const EntRelation *relation = w->grammar->gazetteer->relations->pdata[i];
        for (guint t = first; t < last; t++)
            if (g_strv_contains ((const char *const *)relation->verdicts, token (w, t)->folded))
                return TRUE;
    }
    return FALSE;
}

gboolean
ent_is_called_false (const EntRelating *w, guint verb)
{
    for (guint i = verb; i-- > 0 && kind (w, i) != ENT_PHRASE_STOP && kind (w, i) != ENT_PHRASE_QUOTE;)
        if (kind (w, i) == ENT_PHRASE_SUBORDINATOR) {
            if (is_at (w, phrase (w, i)->first, "whether"))
                return TRUE; /* a question, told */
            break;
        }
    guint that = verb;
    while (that > 0 &&
           !(kind (w, that) == ENT_PHRASE_SUBORDINATOR && is_at (w, phrase (w, that)->first, "that")))
        if (kind (w, --that) == ENT_PHRASE_STOP || kind (w, that) == ENT_PHRASE_QUOTE)
            return FALSE;
    if (that == 0)
        return FALSE;
    guint before = phrase (w, that)->first;
    if (before > 1 && is_at (w, before - 1, "true") &&
        (token (w, before - 2)->word->classes & ENT_WORD_NOT) != 0)
        return TRUE;
    if (has_verdict (w, before > 2 ? before - 2 : 0, before))
        return TRUE;
    if (!is_noun (w, that - 1))
        return FALSE;
    if (has_verdict (w, phrase (w, verb)->last, w->c->sentence->n_tokens))
        return TRUE;
    if (that < 2 || kind (w, that - 2) != ENT_PHRASE_VERB)
        return FALSE;
    const EntWord *governor = token (w, phrase (w, that - 2)->verb)->word;
    return has_object_kind (w, governor->verb, ENT_OBJECT_WORDS);
}

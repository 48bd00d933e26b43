#include "lexicon_table.h"

#include <string.h>

#include "text/fold.h"

const EntWord *
ent_words_unknown (const EntWords *words, const char *folded, gsize n)
{
    if (n > 4 && memcmp (folded + n - 2, "ly", 2) == 0)
        return &words->unknown_adverb;
    if (n > 4 && memcmp (folded + n - 2, "ed", 2) == 0)
        return &words->unknown_past;
    if (n > 5 && memcmp (folded + n - 3, "ing", 3) == 0)
        return &words->unknown_ing;
    return &words->unknown;
}

static gboolean
is_in_sieve (const Sieve sieve, guint32 hash)
{
    return (sieve[ent_sieve_bit (hash) / 64] >> ent_sieve_bit (hash) % 64 & 1) != 0;
}

void
ent_words_free (EntWords *words)
{
    if (words == NULL)
        return;
    g_hash_table_destroy (words->words);
    g_free (words->slots);
    g_hash_table_destroy (words->abbreviations);
    g_hash_table_destroy (words->two_words);
    g_free (words);
}

const EntWord *
ent_words_find (const EntWords *words, const char *folded)
{
    return ent_words_find_n (words, folded, strlen (folded));
}

const EntWord *
ent_words_find_n (const EntWords *words, const char *folded, gsize n)
{
    guint32 hash = ent_words_hash (folded, n);
    if (!is_in_sieve (words->known, hash))
        return ent_words_unknown (words, folded, n);
    for (guint at = hash & words->mask; words->slots[at].word != NULL; at = (at + 1) & words->mask) {
        const Slot *slot = &words->slots[at];
        if (slot->hash == hash && slot->length == n && memcmp (slot->folded, folded, n) == 0)
            return slot->word;
    }
    return ent_words_unknown (words, folded, n);
}

gboolean
ent_words_tell (const EntWords *words, const char *text, EntSpan span)
{
    EntWordSpan word;
    for (gsize at = span.start; ent_word_next (text, at, span.end, &word); at = word.tail) {
        char folded[ENT_FOLD_ROOM];
        gsize n = ent_fold (text, (EntSpan){ word.start, word.end }, TRUE, folded);
        if (is_in_sieve (words->telling, ent_words_hash (folded, n)))
            return TRUE;
    }
    return FALSE;
}

gboolean
ent_words_end_in_preposition (const EntWords *words, char **list)
{
    guint n = g_strv_length (list);
    const EntWord *last = n > 0 ? g_hash_table_lookup (words->words, list[n - 1]) : NULL;
    return last != NULL && (last->classes & ENT_WORD_PREPOSITION) != 0;
}

guint
ent_words_verb_class (const EntWords *words, const EntWord *verb, const char *next)
{
    char two[2 * ENT_FOLD_ROOM];
    if (verb->verb == NULL || next[0] == '\0')
        return verb->verb_class;
    g_strlcpy (two, verb->verb, sizeof two); /* asked for every verb, and printf is slow */
    g_strlcat (two, " ", sizeof two);
    g_strlcat (two, next, sizeof two);
    guint class = GPOINTER_TO_UINT (g_hash_table_lookup (words->two_words, two));
    return class != 0 ? class | (verb->verb_class & (ENT_VERB_SAY | ENT_VERB_CUE)) : verb->verb_class;
}

gboolean
ent_words_is_abbreviation (const EntWords *words, const char *folded, gboolean *may_end)
{
    guint kind = GPOINTER_TO_UINT (g_hash_table_lookup (words->abbreviations, folded));
    *may_end = kind == 2;
    return kind != 0;
}

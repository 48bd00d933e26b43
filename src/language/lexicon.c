/* lexicon.c - look-up in the lexicon. */
#include "lexicon_table.h"

#include <string.h>

#include "text/fold.h"

const EntWord *
ent_lexicon_unknown (const EntLexicon *lexicon, const char *folded, gsize n)
{
    if (n > 4 && memcmp (folded + n - 2, "ly", 2) == 0)
        return &lexicon->unknown_adverb;
    if (n > 4 && memcmp (folded + n - 2, "ed", 2) == 0)
        return &lexicon->unknown_past;
    if (n > 5 && memcmp (folded + n - 3, "ing", 3) == 0)
        return &lexicon->unknown_ing;
    return &lexicon->unknown;
}

static gboolean
is_in_sieve (const Sieve sieve, guint32 hash)
{
    return (sieve[ent_lexicon_sieve_bit (hash) / 64] >> ent_lexicon_sieve_bit (hash) % 64 & 1) != 0;
}

void
ent_lexicon_free (EntLexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    g_hash_table_destroy (lexicon->words);
    g_free (lexicon->slots);
    g_hash_table_destroy (lexicon->abbreviations);
    g_hash_table_destroy (lexicon->two_words);
    g_free (lexicon);
}

const EntWord *
ent_lexicon_find (const EntLexicon *lexicon, const char *folded)
{
    return ent_lexicon_find_n (lexicon, folded, strlen (folded));
}

const EntWord *
ent_lexicon_find_n (const EntLexicon *lexicon, const char *folded, gsize n)
{
    guint32 hash = ent_lexicon_hash (folded, n);
    if (!is_in_sieve (lexicon->known, hash))
        return ent_lexicon_unknown (lexicon, folded, n);
    for (guint at = hash & lexicon->mask; lexicon->slots[at].word != NULL; at = (at + 1) & lexicon->mask) {
        const Slot *slot = &lexicon->slots[at];
        if (slot->hash == hash && slot->length == n && memcmp (slot->folded, folded, n) == 0)
            return slot->word;
    }
    return ent_lexicon_unknown (lexicon, folded, n);
}

gboolean
ent_lexicon_has_trigger (const EntLexicon *lexicon, const char *text, EntSpan span)
{
    EntWordSpan word;
    for (gsize at = span.start; ent_word_next (text, at, span.end, &word); at = word.tail) {
        char folded[ENT_FOLD_ROOM];
        gsize n = ent_fold (text, (EntSpan){ word.start, word.end }, TRUE, folded);
        if (is_in_sieve (lexicon->telling, ent_lexicon_hash (folded, n)))
            return TRUE;
    }
    return FALSE;
}

gboolean
ent_lexicon_end_in_preposition (const EntLexicon *lexicon, char **list)
{
    guint n = g_strv_length (list);
    const EntWord *last = n > 0 ? g_hash_table_lookup (lexicon->words, list[n - 1]) : NULL;
    return last != NULL && (last->classes & ENT_WORD_PREPOSITION) != 0;
}

guint
ent_lexicon_verb_class (const EntLexicon *lexicon, const EntWord *verb, const char *next)
{
    char two[2 * ENT_FOLD_ROOM];
    if (!verb->opens_verb || next[0] == '\0')
        return verb->verb_class;
    g_strlcpy (two, verb->verb, sizeof two); /* called for every verb, and printf is slow */
    g_strlcat (two, " ", sizeof two);
    g_strlcat (two, next, sizeof two);
    guint class = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->two_words, two));
    return class != 0 ? class | (verb->verb_class & (ENT_VERB_SAY | ENT_VERB_CUE)) : verb->verb_class;
}

gboolean
ent_lexicon_is_abbreviation (const EntLexicon *lexicon, const char *folded, gboolean *may_end)
{
    guint kind = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->abbreviations, folded));
    *may_end = kind == 2;
    return kind != 0;
}

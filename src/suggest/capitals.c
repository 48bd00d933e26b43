/* capitals.c - runs of words with a capital: names, and the titles and adjectives before them. */
#include "context.h"

#define FUNCTION_WORDS                                                                                       \
    (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE | ENT_WORD_PRONOUN | ENT_WORD_PREPOSITION | ENT_WORD_AND |    \
     ENT_WORD_BUT | ENT_WORD_SUBORDINATOR | ENT_WORD_RELATIVE | ENT_WORD_BE | ENT_WORD_HAVE | ENT_WORD_DO |  \
     ENT_WORD_MODAL | ENT_WORD_NOT | ENT_WORD_NUMBER | ENT_WORD_TIME)

gboolean
ent_sighting_is_acronym (const EntSightingContext *l, guint i)
{
    const EntToken *t = seen (l, i);
    guint capitals = 0, small = 0;
    for (gsize at = t->start; at < t->end; at++) {
        if (g_ascii_isdigit (l->text[at]))
            return TRUE;
        small += g_ascii_islower (l->text[at]) || (guchar)l->text[at] >= 0x80;
        capitals += g_ascii_isupper (l->text[at]);
    }
    return capitals > 1 && small == 0;
}

gboolean
ent_sighting_is_numeral (const EntSightingContext *l, guint i)
{
    return strspn (seen (l, i)->folded, "ivx") == strlen (seen (l, i)->folded);
}

static gboolean
is_function_word (const EntSightingContext *l, guint i)
{
    guint classes = seen_classes (l, i);
    if (i == 0 && (classes & (ENT_WORD_ADVERB | ENT_WORD_ING)) != 0)
        return TRUE;
    if ((classes & ENT_WORD_ING) != 0 && seen (l, i)->word->verb != NULL)
        return TRUE;
    return (classes & FUNCTION_WORDS) != 0 && (l->classes[i] & ENT_NAMES_PARTICLE) == 0;
}

/* May, Will: names behind a name or a title. */
static gboolean
is_name_after_all (const EntSightingContext *l, guint i)
{
    return i > 0 && seen (l, i)->capital && (seen_classes (l, i) & ENT_WORD_MODAL) != 0 &&
           seen_is (l, i - 1, ENT_TOKEN_WORD) && seen (l, i - 1)->capital && !seen_possessive (l, i - 1) &&
           l->names[i - 1] == NULL && !is_function_word (l, i - 1) &&
           !(seen_is (l, i + 1, ENT_TOKEN_WORD) && g_ascii_isdigit (seen (l, i + 1)->folded[0]));
}

/* A word of somebody whom the gazetteer knows; not the family name behind an unknown given name, unless it
 * is theirs: "Melania Trump". */
static gboolean
is_somebody_known (const EntSightingContext *l, guint i)
{
    const EntName *name = l->names[i];
    if (name == NULL || seen_state (l, i) != NULL)
        return FALSE;
    if (name->kind != ENT_NAME_SHORT || i < 2)
        return TRUE;
    return !seen_is (l, i - 1, ENT_TOKEN_WORD) || !seen (l, i - 1)->capital || l->names[i - 1] != NULL ||
           seen_classes (l, i - 1) != 0 || l->classes[i - 1] != 0 || seen_possessive (l, i - 1) ||
           ent_sighting_is_acronym (l, i - 1);
}

gboolean
ent_sighting_has_capital (const EntSightingContext *l, guint i)
{
    return seen_is (l, i, ENT_TOKEN_WORD) && seen (l, i)->capital && !is_somebody_known (l, i) &&
           (!is_function_word (l, i) || is_name_after_all (l, i));
}

/* "bin" before a name, "un" of "Jong-un". */
static gboolean
joins_run (const EntSightingContext *l, guint first, guint i)
{
    if (!seen_is (l, i, ENT_TOKEN_WORD) || seen (l, i)->capital)
        return FALSE;
    if (seen (l, i)->hyphen)
        return i > first + 1 && (seen_classes (l, i) & (ENT_WORD_VERB | ENT_WORD_ADVERB)) == 0 &&
               seen (l, i)->end - seen (l, i)->start <= 5;
    return (l->classes[i] & ENT_NAMES_PARTICLE) != 0 && i + 1 < l->sentence->n_tokens &&
           (ent_sighting_has_capital (l, i + 1) || joins_run (l, first, i + 1));
}

guint
ent_sighting_run_end (const EntSightingContext *l, guint first)
{
    guint i = first + 1;
    while (i < l->sentence->n_tokens &&
           (!seen_possessive (l, i - 1) || (l->classes[i - 1] & ENT_NAMES_MEMBERS) != 0) &&
           (ent_sighting_has_capital (l, i) || joins_run (l, first, i)))
        i++;
    return i;
}

gboolean
ent_sighting_is_modifier (const EntSightingContext *l, guint i)
{
    if ((l->classes[i] & ENT_NAMES_PARTICLE) != 0)
        return FALSE; /* "de" is one, and a title's "de facto" */
    return seen_title_word (l, i) || seen_state (l, i) != NULL || (l->classes[i] & ENT_NAMES_PEOPLE) != 0;
}

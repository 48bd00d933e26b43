/* official.c - officials by name: how far their titles reach, and who is an unknown person of the same name. */
#include "resolver.h"

#include <string.h>

#include "text/name_fold.h"

/* "(MENA)" before a name: where its bracket opens, or `i` itself. */
static guint
skip_bracket (const EntResolver *work, guint i)
{
    if (token (work->sentence, i)->kind != ENT_TOKEN_CLOSE)
        return i;
    for (guint j = i; j-- > 0 && i - j <= 4;)
        if (token (work->sentence, j)->kind == ENT_TOKEN_OPEN)
            return j;
    return i;
}

static gboolean
has_determiner_before (const EntResolver *work, guint i)
{
    while (i > 0 && is_title_word (work, i - 1))
        i--;
    return i > 0 && (classes (work->sentence, i - 1) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0;
}

/* "under A", but "Under Secretary" */
static gboolean
is_preposition (const EntResolver *work, guint i)
{
    return (classes (work->sentence, i) & ENT_WORD_PREPOSITION) != 0 && !token (work->sentence, i)->capital;
}

/* The title before an official's name, read leftwards. */
typedef struct {
    const EntResolver *work;
    guint name, start;
    gboolean head;        /* a title's head has been read: "president" */
    gboolean broken;      /* something uncertain stands between */
    gboolean crossed_and; /* ... and it is an "and" */
} Title;

/* What no title contains: another official, unless as its owner; a verb; a mark. */
static gboolean
ends_title (const Title *t, guint i)
{
    const EntResolver *work = t->work;
    gboolean owner = is_possessive (work->sentence, i) && t->start == i + 1 && t->head;
    return token (work->sentence, i)->kind != ENT_TOKEN_WORD ||
           (is_official (work, name_of_token (work, i)) && !owner) ||
           (i > 0 && (classes (work->sentence, i) & ENT_WORD_BASE) != 0 &&
            ent_is (token (work->sentence, i - 1), ENT_IS_DATIVE) &&
            !token (work->sentence, i)->capital); /* to head, to chair */
}

static gboolean
read_head (Title *t, guint i)
{
    if (t->crossed_and && (!token (t->work->sentence, i)->capital || has_determiner_before (t->work, i)))
        return FALSE;
    t->start = i;
    t->head = TRUE;
    t->broken = t->crossed_and = FALSE;
    return TRUE;
}

/* A word of a title, or the name of a state or organization in it: "Russian deputy", "Israel's". */
static void
read_part (Title *t, guint i)
{
    const EntResolver *work = t->work;
    const EntName *inside = name_of_token (work, i);
    gboolean owner = inside != NULL && is_possessive (work->sentence, i); /* Israel's Netanyahu */
    if (!t->broken && (t->head || owner || is_title_word (work, i)))
        t->start = i;
    t->broken |= is_state (work, inside) && !owner && !t->head && i + 1 == t->name &&
                 !token (work->sentence, t->name)->hyphen;
}

/* "Prime Minister | and | Defence Minister A" */
static gboolean
joins_titles (const Title *t, guint i)
{
    return t->head && !t->broken && i > 0 && ent_is (token (t->work->sentence, i), ENT_IS_ADDITIVE) &&
           token (t->work->sentence, i - 1)->capital && is_title_word (t->work, i - 1) &&
           !has_determiner_before (t->work, i);
}

/* A word that may stand in a title only if a head stands before it: a preposition, an unknown word with a capital. */
static gboolean
is_uncertain (const Title *t, guint i)
{
    const EntResolver *work = t->work;
    const EntToken *word = token (work->sentence, i);
    gboolean joins = ent_is (word, ENT_IS_GENITIVE) || ent_is (word, ENT_IS_BENEFACTIVE) ||
                     ent_is (word, ENT_IS_DATIVE) || ent_is (word, ENT_IS_ARTICLE) ||
                     ent_is (word, ENT_IS_ADDITIVE);
    gboolean place =
        ent_is (word, ENT_IS_INESSIVE) || ent_is (word, ENT_IS_SUPERESSIVE) || ent_is (word, ENT_IS_ADESSIVE);
    return joins || (place && !t->head) ||
           (token (work->sentence, i)->capital && i > 0 && !work->sentence->title_case &&
            (classes (work->sentence, i) & (ENT_WORD_VERB | ENT_WORD_PRONOUN | ENT_WORD_TIME)) == 0);
}

/* FALSE where the title begins behind the token. */
static gboolean
read_title_token (Title *t, guint i)
{
    const EntResolver *work = t->work;
    gboolean beside = i + 1 == t->name;
    if (ends_title (t, i))
        return FALSE;
    if (is_title_head (work, i) && (classes (work->sentence, i) & ENT_WORD_PLURAL) == 0)
        return read_head (t, i);
    if (name_of_token (work, i) != NULL ||
        (is_title_word (work, i) && !(beside && is_preposition (work, i)))) {
        read_part (t, i);
        return TRUE;
    }
    if (beside && (classes (work->sentence, i) & (ENT_WORD_PREPOSITION | ENT_WORD_AND)) != 0)
        return FALSE; /* an adviser to A */
    if (joins_titles (t, i))
        return TRUE;
    if (!is_uncertain (t, i))
        return FALSE;
    t->crossed_and |= ent_is (token (work->sentence, i), ENT_IS_ADDITIVE);
    t->broken = TRUE;
    return TRUE;
}

/* The first token of the noun phrase that ends in the official's name at `name`: titles, and the
 * states, organizations and offices inside them. */
static guint
title_start (const EntResolver *work, guint name)
{
    Title t = { .work = work, .name = name, .start = name };
    for (guint i = name; i-- > 0 && name - i <= 20 && !work->taken[i];) {
        guint open = t.head ? i : skip_bracket (work, i);
        if (open != i) {
            i = open;
            t.broken = TRUE;
        } else if (!read_title_token (&t, i)) {
            break;
        }
    }
    return t.start;
}

/* Whether the word is the first of the official's name. */
static gboolean
is_own_given_name (const EntResolver *work, const EntName *name, guint i)
{
    const char *own = entity_at (work->discourse, name->entity)->name;
    char folded[ENT_FOLD_ROOM];
    EntWordSpan word;
    if (!ent_word_next (own, 0, strlen (own), &word))
        return FALSE;
    ent_fold (own, (EntSpan){ word.start, word.end }, TRUE, folded);
    return ent_token_is (token (work->sentence, i), folded);
}

/* "Jordan Hunt": somebody who is called like another state than the official's; drops the state. */
static gboolean
is_called_like_state (EntResolver *work, const EntName *name, guint first)
{
    if (first == 0 || work->sentence->title_case || !has_use (work, first - 1, ENT_USE_GIVEN_NAME) ||
        is_possessive (work->sentence, first - 1) || token (work->sentence, first)->hyphen)
        return FALSE;
    const EntName *state = name_of_token (work, first - 1);
    if (first == 2 && (classes (work->sentence, 0) & ENT_WORD_PLACE) != 0)
        return FALSE; /* In Jordan Hunt said */
    if (state == NULL || !is_state (work, state) ||
        entity_at (work->discourse, name->entity)->state == state->entity)
        return FALSE;
    work->names[work->token_hit[first - 1]] = NULL;
    return TRUE;
}

/* "Donald Trump Jr.": the son, unless the gazetteer means him, or a title says who it is. */
static gboolean
is_anothers_generation (const EntResolver *work, const EntName *name, guint first, guint last)
{
    guint next = last;
    if (next < work->sentence->n_tokens && token (work->sentence, next)->kind == ENT_TOKEN_COMMA)
        next++;
    if (!is_word (work->sentence, next) || !token (work->sentence, next)->capital ||
        !has_use (work, next, ENT_USE_GENERATION) || (first > 0 && is_title_head (work, first - 1)))
        return FALSE;
    g_autofree char *own = ent_name_fold (entity_at (work->discourse, name->entity)->name);
    g_autofree char *ending = g_strconcat (" ", token (work->sentence, next)->folded, NULL);
    return !g_str_has_suffix (own, ending);
}

/* A family name behind an unknown given name is that of an unknown person: "Melania Trump". */
static gboolean
is_unknown_persons_name (const EntResolver *work, const EntName *name, guint first, guint last)
{
    if (work->sentence->title_case)
        return first > 0 && is_forename (work, first - 1) && !is_own_given_name (work, name, first - 1);
    if (last < work->sentence->n_tokens) { /* Trump Tower */
        const EntToken *next = token (work->sentence, last);
        if (!is_possessive (work->sentence, last - 1) && next->kind == ENT_TOKEN_WORD && next->capital &&
            !next->hyphen && token (work->sentence, last - 1)->end + 1 == next->start &&
            next->word->classes == 0 && work->token_hit[last] == ENT_NONE)
            return !is_own_given_name (work, name, last); /* PUTIN Vladimir */
    }
    if (first == 0)
        return FALSE;
    const EntToken *before = token (work->sentence, first - 1);
    if (before->kind != ENT_TOKEN_WORD || !before->capital || before->tail != before->end)
        return FALSE;
    if (work->token_hit[first - 1] != ENT_NONE || before->word->classes != 0 ||
        before->start + 1 >= before->end)
        return FALSE;
    if (before->hyphen && first >= 2)
        return FALSE;
    for (gsize i = before->start; i < before->end; i++) /* an acronym is no given name */
        if (g_ascii_islower (
                work->discourse->article->text[i])) /* with an initial between it may be his own */
            return !is_own_given_name (work, name, first - 1);
    return FALSE;
}

void
ent_resolve_officials (EntResolver *work)
{
    for (guint i = 0; i < work->n_hits; i++) {
        const EntName *name = work->names[i];
        if (!is_official (work, name))
            continue;
        guint first = work->hit_first[i], last = work->hit_last[i];
        if ((name->kind == ENT_NAME_SHORT && (is_unknown_persons_name (work, name, first, last) ||
                                              is_called_like_state (work, name, first))) ||
            is_anothers_generation (work, name, first, last)) {
            work->names[i] = NULL;
            continue;
        }
        guint start = title_start (work, first);
        if (last < work->sentence->n_tokens && !is_possessive (work->sentence, last - 1) &&
            token (work->sentence, last)->kind == ENT_TOKEN_WORD) {
            const EntName *next = name_of_token (work, last);
            if (is_state (work, next) && next->kind == ENT_NAME_METONYM)
                continue; /* the Obama White House */
            guint state = entity_at (work->discourse, name->entity)->state;
            if (state != ENT_NONE && has_use (work, last, ENT_USE_GOVERNMENT)) {
                ent_resolver_take (work, first, last + 1);
                ent_resolver_add (work, state, ENT_HOW_METONYM, first, last + 1, first, last)->people = TRUE;
                continue;
            }
        }
        ent_resolver_take (work, start, last);
        ent_resolver_add (work, name->entity, name->kind == ENT_NAME_SHORT ? ENT_HOW_SHORT : ENT_HOW_NAME,
                          start, last, first, last);
    }
}

/* ---- appositives: names in a title behind a name ---- */

static gboolean
is_clause_word (const EntResolver *work, guint i)
{
    guint c = classes (work->sentence, i);
    return (c & (ENT_WORD_RELATIVE | ENT_WORD_AUXILIARY | ENT_WORD_PRONOUN)) != 0 ||
           ((c & ENT_WORD_VERB) != 0 &&
            (c & (ENT_WORD_TITLE | ENT_WORD_TITLE_PART | ENT_WORD_NOUN | ENT_WORD_PEOPLE)) == 0 &&
            !token (work->sentence, i)->capital);
}

/* "Name, the X of Y," : the tokens behind the comma name nobody but other officials. */
void
ent_resolve_appositives (EntResolver *work, guint first_named)
{
    guint end = work->discourse->named->len;
    for (guint n = first_named; n < end; n++) {
        const EntNamedPhrase *named = ent_discourse_named (work->discourse, n);
        guint i = named->last, limit = work->sentence->n_tokens;
        if (named->possessive || i >= limit ||
            (token (work->sentence, i)->kind != ENT_TOKEN_COMMA &&
             token (work->sentence, i)->kind != ENT_TOKEN_OPEN))
            continue;
        gboolean head = FALSE;
        guint j = i + 1;
        for (; j < limit && token (work->sentence, j)->kind == ENT_TOKEN_WORD && !work->taken[j] &&
               !is_clause_word (work, j);
             j++) {
            if (ent_is (token (work->sentence, j), ENT_IS_ADDITIVE) && head)
                break;
            /* the head stands before the first preposition; else this is "X, in Moscow" or a list of names */
            if (!head && (classes (work->sentence, j) & ENT_WORD_PREPOSITION) != 0)
                break;
            head |= is_title_head (work, j);
        }
        if (head)
            ent_resolver_take (work, i + 1, j);
    }
}

/* ordinary.c - names that are words too: "He", "May", "Rice", and in a line of capitals "US". */
#include "resolver.h"

/* ---- the line ---- */

/* No small letter in it, and a word that is no name. */
static gboolean
is_in_capitals (const EntResolver *work)
{
    const EntSentence *sentence = work->sentence;
    const char *text = work->discourse->article->text;
    guint words = 0;
    for (guint i = 0; i < sentence->n_tokens; i++) {
        const EntToken *t = token (sentence, i);
        if (t->kind != ENT_TOKEN_WORD || g_ascii_isdigit (text[t->start]))
            continue;
        for (gsize at = t->start; at < t->end; at++)
            if (g_ascii_islower (text[at]))
                return FALSE;
        words += work->token_hit[i] == ENT_NONE && t->end - t->start > 2 ? 1 : 0;
    }
    return words > 0;
}

/* Nothing before it that the sentence continues: a capital says nothing here. */
static gboolean
opens (const EntResolver *work, guint first)
{
    if (first == 0)
        return TRUE;
    EntTokenKind before = token (work->sentence, first - 1)->kind;
    return before != ENT_TOKEN_WORD && before != ENT_TOKEN_COMMA && before != ENT_TOKEN_CLOSE;
}

static gboolean
has_class (const EntResolver *work, guint i, guint class)
{
    return is_word (work->sentence, i) && (classes (work->sentence, i) & class) != 0;
}

/* "Secretary of State": a word of a title, and its head not far before. */
static gboolean
ends_title (const EntResolver *work, guint i)
{
    if (!is_title_word (work, i) || !token (work->sentence, i)->capital ||
        is_possessive (work->sentence, i) || has_class (work, i, ENT_WORD_PLURAL))
        return FALSE;
    for (guint n = 0; n < 5; n++, i--) {
        if (is_title_head (work, i))
            return TRUE;
        if (i == 0 || !(is_title_word (work, i) || has_class (work, i, ENT_WORD_PREPOSITION)))
            return FALSE;
    }
    return FALSE;
}

/* A title directly before; where capitals say nothing, without "the" before it: "THE PRESIDENT MAY". */
static gboolean
is_titled (const EntResolver *work, guint first)
{
    if (first == 0 || !ends_title (work, first - 1))
        return FALSE;
    if (!work->capitals && !work->sentence->title_case)
        return TRUE;
    guint i = first - 1;
    while (i > 0 && (is_title_word (work, i - 1) || work->token_hit[i - 1] != ENT_NONE))
        i--;
    return i == 0 || !has_class (work, i - 1, ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE);
}

/* ---- family names ---- */

#define MARKS                                                                                                \
    (ENT_WORD_PREPOSITION | ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE | ENT_WORD_AND | ENT_WORD_BUT |        \
     ENT_WORD_SUBORDINATOR | ENT_WORD_CONDITION | ENT_WORD_RELATIVE | ENT_WORD_BE | ENT_WORD_HAVE |          \
     ENT_WORD_DO | ENT_WORD_NOT)
#define GRAMMAR (MARKS | ENT_WORD_PRONOUN | ENT_WORD_ADVERB | ENT_WORD_NUMBER)

/* "in May", "May 5": the month, not the prime minister. */
static gboolean
is_month (const EntResolver *work, guint first)
{
    if (!has_class (work, first, ENT_WORD_TIME) || is_possessive (work->sentence, first))
        return FALSE;
    if (is_word (work->sentence, first + 1) && g_ascii_isdigit (token (work->sentence, first + 1)->folded[0]))
        return TRUE;
    return first > 0 && (has_use (work, first - 1, ENT_USE_MONTH_AHEAD) ||
                         g_ascii_isdigit (token (work->sentence, first - 1)->folded[0]));
}

/* "May we", "MAY VISIT": the verb. */
static gboolean
is_auxiliary (const EntResolver *work, guint first)
{
    if (!has_class (work, first, ENT_WORD_MODAL) || is_possessive (work->sentence, first))
        return FALSE;
    guint next = classes (work->sentence, first + 1);
    if ((next & (ENT_WORD_PRONOUN | ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0)
        return TRUE;
    gboolean plain = (next & (ENT_WORD_BASE | ENT_WORD_BE | ENT_WORD_HAVE)) != 0 &&
                     (next & (ENT_WORD_THIRD | ENT_WORD_PAST)) == 0;
    return plain && (opens (work, first) || work->sentence->title_case || work->capitals);
}

/* The name is a word of the grammar here, or may be one and the article does not say whose name it is. */
static gboolean
is_only_word (const EntResolver *work, const EntName *name, guint first)
{
    const EntToken *t = token (work->sentence, first);
    guint c = t->word->guessed ? 0 : t->word->classes;
    gboolean grammar = (c & GRAMMAR) != 0 && (c & ENT_WORD_MODAL) == 0;
    gboolean doubtful =
        (c & (ENT_WORD_MODAL | ENT_WORD_TIME)) != 0 || has_use (work, first, ENT_USE_GIVEN_NAME);
    gboolean unclear = opens (work, first) || work->sentence->title_case || work->capitals;
    if (!grammar && !doubtful && c == 0 && !has_use (work, first, ENT_USE_ORDINARY))
        return FALSE;
    if (is_month (work, first) || is_auxiliary (work, first))
        return TRUE;
    if (is_titled (work, first) && !(work->capitals && (c & MARKS) != 0)) {
        ent_note_named_in_full (work->discourse, name->entity, t->start);
        return FALSE;
    }
    if (!grammar && !doubtful && !unclear)
        return FALSE;
    return (grammar && unclear) || ent_named_in_full (work->discourse, name->entity) == G_MAXSIZE;
}

/* "Rep. Jordan": behind a title the family name, not the state. */
static const EntName *
titled_namesake (const EntResolver *work, guint hit)
{
    const EntName *namesake = NULL;
    if (ent_overrides_name (work->discourse->overrides, &work->hits[hit]) != NULL ||
        work->sentence->title_case || !is_title_head (work, MAX (work->hit_first[hit], 1) - 1) ||
        !is_titled (work, work->hit_first[hit]))
        return NULL;
    EntNameGroup group = ent_matcher_group (work->discourse->matcher, work->hits[hit].group);
    for (guint i = 0; i < group.n_names; i++) {
        const EntName *name = name_at (work->discourse, group.names[i]);
        if (name->kind != ENT_NAME_SHORT)
            continue;
        if (namesake != NULL && namesake->entity != name->entity)
            return NULL;
        namesake = name;
    }
    return namesake;
}

/* ---- acronyms ---- */

/* RUSSIA AND US; RUSSIA, US */
static gboolean
follows_name (const EntResolver *work, guint first)
{
    return first > 1 && work->token_hit[first - 2] != ENT_NONE &&
           (has_class (work, first - 1, ENT_WORD_AND) ||
            token (work->sentence, first - 1)->kind == ENT_TOKEN_COMMA);
}

/* "US" in a line of capitals: "THE US", "US TROOPS", and where no object stands, "US WILL ACT"; not "LET US GO". */
static gboolean
is_acronym (const EntResolver *work, guint first)
{
    gboolean object =
        has_class (work, first, ENT_WORD_PRONOUN) && !has_class (work, first, ENT_WORD_RELATIVE);
    guint noun = ENT_WORD_NOUN | ENT_WORD_TITLE | ENT_WORD_PEOPLE | ENT_WORD_TITLE_PART;
    if (is_possessive (work->sentence, first) ||
        (first > 0 && has_class (work, first - 1, ENT_WORD_DETERMINER)))
        return TRUE;
    if (object && (opens (work, first) || follows_name (work, first)))
        return TRUE;
    if (has_class (work, first + 1, noun) && !has_class (work, first + 1, GRAMMAR | ENT_WORD_BASE))
        return TRUE;
    return object && first > 0 && !has_class (work, first - 1, ENT_WORD_PREPOSITION) &&
           has_class (work, first + 1, ENT_WORD_THIRD | ENT_WORD_MODAL | ENT_WORD_BE | ENT_WORD_HAVE);
}

/* ---- a sentence ---- */

void
ent_resolve_words (EntResolver *work)
{
    work->capitals = work->n_hits > 0 && is_in_capitals (work);
    for (guint i = 0; i < work->n_hits; i++) {
        const EntName *name = work->names[i];
        guint first = work->hit_first[i];
        if (name == NULL || work->hit_last[i] != first + 1)
            continue;
        const EntName *namesake = is_state (work, name) ? titled_namesake (work, i) : NULL;
        if (namesake != NULL)
            work->names[i] = namesake;
        else if (name->kind == ENT_NAME_SHORT && is_only_word (work, name, first))
            work->names[i] = NULL;
        else if (work->capitals && name->kind != ENT_NAME_SHORT &&
                 !token (work->sentence, first)->word->guessed && has_class (work, first, GRAMMAR) &&
                 !is_acronym (work, first))
            work->names[i] = NULL;
    }
}

/* state.c - states and organizations: who acts under their names, and where the name is only a place or an
 * adjective. */
#include "resolver.h"

#include <string.h>

/* The end of the noun phrase "Russian military and security officials" that starts with the state at
 * [first, last): behind the noun for people; `last` if there is none. */
static guint
people_end (const EntResolving *work, guint last)
{
    guint end = last;
    guint unknown = 0;
    for (guint i = last; i < work->sentence->n_tokens && i - last < 8; i++) {
        const EntToken *t = token (work, i);
        if (t->kind != ENT_TOKEN_WORD || work->token_hit[i] != ENT_NONE || work->taken[i])
            break;
        guint c = t->word->classes;
        if ((c & ENT_WORD_PEOPLE) != 0) {
            end = i + 1;
            unknown = 0;
            if (is_possessive (work, i))
                break;
        } else if (ent_token_is (t, "and")) {
            if (i + 1 >= work->sentence->n_tokens ||
                (classes (work, i + 1) & (ENT_WORD_TITLE_PART | ENT_WORD_PEOPLE)) == 0)
                break;
        } else if ((c & (ENT_WORD_TITLE_PART | ENT_WORD_TITLE)) != 0) {
            if (end > last && (c & ENT_WORD_TITLE_PART) == 0)
                break;
        } else if (c != 0 || end != last || ++unknown > 2) {
            break;
        }
    }
    return end;
}

static gboolean
is_verb_like (const EntResolving *work, guint i)
{
    guint c = classes (work, i);
    return (c & (ENT_WORD_AUXILIARY | ENT_WORD_FINITE)) != 0 && (c & (ENT_WORD_NOUN | ENT_WORD_TITLE)) == 0;
}

/* Whether a noun follows that the state's name only describes. */
static gboolean
describes_next (const EntResolving *work, guint last)
{
    if (last >= work->sentence->n_tokens)
        return FALSE;
    const EntToken *next = token (work, last);
    if (next->kind != ENT_TOKEN_WORD)
        return FALSE;
    if (next->hyphen || (next->word->classes & ENT_WORD_NOUN) != 0)
        return TRUE;
    if ((next->word->classes &
         (ENT_WORD_ADVERB | ENT_WORD_PREPOSITION | ENT_WORD_AND | ENT_WORD_BUT | ENT_WORD_SUBORDINATOR |
          ENT_WORD_RELATIVE | ENT_WORD_AUXILIARY | ENT_WORD_TIME)) != 0)
        return (next->word->classes & ENT_WORD_TITLE_PART) != 0 && !is_verb_like (work, last);
    return !is_verb_like (work, last);
}

static gboolean
follows_the (const EntResolving *work, guint first)
{
    return first > 0 && ent_token_is (token (work, first - 1), "the");
}

/* Iranians; the Chinese said. "Iranian gas" is weak. */
static gboolean
is_people_demonym (const EntResolving *work, guint first, guint last)
{
    const EntToken *word = token (work, last - 1);
    if (word->hyphen || (last < work->sentence->n_tokens && token (work, last)->hyphen))
        return FALSE;
    gsize n = strlen (word->folded);
    if (n > 0 && word->folded[n - 1] == 's' && !describes_next (work, last))
        return TRUE;
    /* the Chinese, the French; but "the Finn" is one person */
    static const char *const collective[] = { "ese", "sh", "ch", "ss" };
    for (gsize i = 0; i < G_N_ELEMENTS (collective); i++)
        if (g_str_has_suffix (word->folded, collective[i]))
            return follows_the (work, first) && !describes_next (work, last);
    return FALSE;
}

/* A seat of government acts unless it stands where a place stands. */
static gboolean
metonym_acts (const EntResolving *work, guint first, guint last)
{
    guint n = work->sentence->n_tokens;
    if (is_possessive (work, last - 1))
        return TRUE;
    if (describes_next (work, last))
        return FALSE;
    /* a dateline */
    if (first == 0 && last < n &&
        (token (work, last)->kind == ENT_TOKEN_OPEN || token (work, last)->kind == ENT_TOKEN_DASH))
        return FALSE;
    guint before = first;
    while (before > 0 && (classes (work, before - 1) & ENT_WORD_DETERMINER) != 0)
        before--;
    if (before > 0) {
        const EntToken *word = token (work, before - 1);
        if (word->kind == ENT_TOKEN_OPEN)
            return FALSE;
        gboolean answered = before > 1 && ent_token_is (word, "to") &&
                            (classes (work, before - 2) & (ENT_WORD_NOUN | ENT_WORD_VERB)) != 0 &&
                            (token (work, before - 2)->word->verb_class & ENT_VERB_SAY) != 0;
        if ((word->word->classes & ENT_WORD_PLACE) != 0 && !answered)
            return FALSE;
        /* "in Washington and Moscow", "Moscow, Russia" */
        if ((word->word->classes & ENT_WORD_AND) != 0 || word->kind == ENT_TOKEN_COMMA) {
            guint other = before - 1;
            while (other > 0 && before - other <= 4 && work->token_hit[other - 1] == ENT_NONE &&
                   token (work, other - 1)->kind != ENT_TOKEN_WORD)
                other--;
            if (other > 0 && work->token_hit[other - 1] != ENT_NONE) {
                guint hit = work->token_hit[other - 1];
                guint place = work->hit_first[hit];
                if (place > 0 && (classes (work, place - 1) & ENT_WORD_PLACE) != 0)
                    return FALSE;
            }
        }
    }
    return TRUE;
}

/* "South China", "Russia Today", "New England": the name is part of a longer one. */
static gboolean
is_part_of_longer_name (const EntResolving *work, guint first, guint last)
{
    if (work->sentence->title_case)
        return FALSE;
    if (last < work->sentence->n_tokens && !is_possessive (work, last - 1)) {
        const EntToken *next = token (work, last);
        if (next->kind == ENT_TOKEN_WORD && next->capital && !next->hyphen && next->word->classes == 0 &&
            work->token_hit[last] == ENT_NONE && next->start <= token (work, last - 1)->tail + 2)
            return TRUE;
    }
    if (first > 0) {
        const EntToken *word = token (work, first - 1);
        if (word->kind == ENT_TOKEN_WORD && word->capital && has_use (work, first - 1, ENT_USE_NAME_OPENS))
            return TRUE;
    }
    return FALSE;
}

/* "Indian and Pakistani officials": the noun behind the second adjective is the first one's as well. */
static gboolean
shares_people (const EntResolving *work, guint last)
{
    guint n = work->sentence->n_tokens;
    if (last < n && token (work, last)->kind == ENT_TOKEN_COMMA)
        last++;
    if (last < n && (classes (work, last) & ENT_WORD_AND) != 0)
        last++;
    const EntName *next = last < n ? name_of_token (work, last) : NULL;
    if (next == NULL || !is_state (work, next) || next->kind == ENT_NAME_METONYM || work->taken[last])
        return FALSE; /* Iranian and U.S. officials */
    guint end = work->hit_last[work->token_hit[last]];
    return people_end (work, end) > end || shares_people (work, end);
}

/* "the Canadian said": the only official of the state whom this sentence or one of the two before names. */
static guint
the_one_of (const EntResolving *work, guint state, guint first, guint last)
{
    const EntDiscourse *discourse = work->discourse;
    guint found = ENT_NONE;
    if (!follows_the (work, first) || describes_next (work, last))
        return ENT_NONE;
    for (guint i = discourse->namings->len; i-- > 0;) {
        const EntNaming *naming = ent_discourse_naming (discourse, i);
        gboolean here = naming->sentence == discourse->sentence;
        if (naming->sentence + 2 < discourse->sentence)
            break;
        if ((here && naming->first >= first) || !ent_naming_is_official (discourse, naming) ||
            ent_naming_entity (discourse, naming)->state != state)
            continue;
        if (found != ENT_NONE &&
            ent_discourse_naming (discourse, found)->mention.entity != naming->mention.entity)
            return ENT_NONE;
        found = i;
    }
    return found;
}

static void
add_the_one (EntResolving *work, guint antecedent, guint first, guint last)
{
    const EntNaming *named = ent_discourse_naming (work->discourse, antecedent);
    EntSpan origin = ent_naming_origin (named);
    EntNaming *naming = ent_resolving_add (work, named->mention.entity, ENT_HOW_DESCRIPTION, first - 1, last,
                                           first - 1, last);
    naming->mention.antecedent = antecedent;
    naming->origin = origin;
    ent_resolving_take (work, first - 1, last);
}

void
ent_resolve_states (EntResolving *work)
{
    for (guint i = 0; i < work->n_hits; i++) {
        const EntName *name = work->names[i];
        guint first = work->hit_first[i], last = work->hit_last[i];
        if (name == NULL || is_official (work, name) || work->taken[first])
            continue;
        guint people = people_end (work, last);
        EntHow how = name->kind == ENT_NAME_DEMONYM   ? ENT_HOW_DEMONYM
                     : name->kind == ENT_NAME_METONYM ? ENT_HOW_METONYM
                                                      : ENT_HOW_NAME;
        gboolean weak = FALSE;
        guint one = name->kind == ENT_NAME_DEMONYM && people == last && !is_people_demonym (work, first, last)
                        ? the_one_of (work, name->entity, first, last)
                        : ENT_NONE;
        if (one != ENT_NONE) {
            add_the_one (work, one, first, last);
            continue;
        }
        /* pro-Iranian, Kremlin-backed: neither acts */
        gboolean compound =
            (token (work, first)->hyphen && name_of_token (work, first - 1) == NULL) ||
            (last < work->sentence->n_tokens && token (work, last)->hyphen &&
             name_of_token (work, last) == NULL && (classes (work, last) & ENT_WORD_VERB) != 0);
        if (people > last && !compound)
            last = people;
        else if (is_part_of_longer_name (work, first, last))
            continue;
        else if (name->kind == ENT_NAME_DEMONYM)
            weak = compound || !(is_people_demonym (work, first, last) || shares_people (work, last));
        else if (name->kind == ENT_NAME_METONYM)
            weak = compound || !metonym_acts (work, first, last);
        else
            weak = compound;
        EntNaming *naming =
            ent_resolving_add (work, name->entity, how, first, last, first, work->hit_last[i]);
        naming->weak = weak;
        naming->people = last > work->hit_last[i] || (how == ENT_HOW_DEMONYM && !weak);
        ent_resolving_take (work, first, last);
    }
}

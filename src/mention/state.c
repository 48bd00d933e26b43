/* state.c - states and organizations: who acts under their names, and where the name is only a place or an
 * adjective. */
#include "language/inflect.h"
#include "resolver.h"

#include <string.h>

/* The end of the noun phrase "Russian military and security officials" that starts with the state at
 * [first, last): behind the noun for people; `last` if there is none. */
static guint
people_end (const EntResolver *work, guint last)
{
    guint end = last;
    guint unknown = 0;
    for (guint i = last; i < work->sentence->n_tokens && i - last < 8; i++) {
        const EntToken *t = token (work->sentence, i);
        if (t->kind != ENT_TOKEN_WORD || work->token_hit[i] != ENT_NONE || work->taken[i])
            break;
        guint c = t->word->classes;
        if ((c & ENT_WORD_PEOPLE) != 0) {
            end = i + 1;
            unknown = 0;
            if (is_possessive (work->sentence, i))
                break;
        } else if (ent_is (t, ENT_IS_ADDITIVE)) {
            if (i + 1 >= work->sentence->n_tokens ||
                (classes (work->sentence, i + 1) & (ENT_WORD_TITLE_PART | ENT_WORD_PEOPLE)) == 0)
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
is_verb_like (const EntResolver *work, guint i)
{
    guint c = classes (work->sentence, i);
    return (c & (ENT_WORD_AUXILIARY | ENT_WORD_FINITE)) != 0 && (c & (ENT_WORD_NOUN | ENT_WORD_TITLE)) == 0;
}

/* Whether the state's name only describes a noun behind it. */
static gboolean
describes_next (const EntResolver *work, guint last)
{
    if (last >= work->sentence->n_tokens)
        return FALSE;
    const EntToken *next = token (work->sentence, last);
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
follows_the (const EntResolver *work, guint first)
{
    return first > 0 && ent_is (token (work->sentence, first - 1), ENT_IS_ARTICLE);
}

/* Iranians; the Chinese said. "Iranian gas" is no actor. */
static gboolean
is_people_demonym (const EntResolver *work, guint first, guint last)
{
    const EntToken *word = token (work->sentence, last - 1);
    if (word->hyphen || (last < work->sentence->n_tokens && token (work->sentence, last)->hyphen))
        return FALSE;
    gsize n = strlen (word->folded);
    if (n > 0 && word->folded[n - 1] == 's' && !describes_next (work, last))
        return TRUE;
    /* the Chinese, the French; but "the Finn" is one person */
    return ent_is_collective (word->folded) && follows_the (work, first) && !describes_next (work, last);
}

/* The name of a seat of government stands for its state, unless it is in the position of a place. */
static gboolean
metonym_acts (const EntResolver *work, guint first, guint last)
{
    guint n = work->sentence->n_tokens;
    if (is_possessive (work->sentence, last - 1))
        return TRUE;
    if (describes_next (work, last))
        return FALSE;
    /* a dateline */
    if (first == 0 && last < n &&
        (token (work->sentence, last)->kind == ENT_TOKEN_OPEN ||
         token (work->sentence, last)->kind == ENT_TOKEN_DASH))
        return FALSE;
    guint before = first;
    while (before > 0 && (classes (work->sentence, before - 1) & ENT_WORD_DETERMINER) != 0)
        before--;
    if (before > 0) {
        const EntToken *word = token (work->sentence, before - 1);
        if (word->kind == ENT_TOKEN_OPEN)
            return FALSE;
        gboolean answered = before > 1 && ent_is (word, ENT_IS_DATIVE) &&
                            (classes (work->sentence, before - 2) & (ENT_WORD_NOUN | ENT_WORD_VERB)) != 0 &&
                            (token (work->sentence, before - 2)->word->verb_class & ENT_VERB_SAY) != 0;
        if ((word->word->classes & ENT_WORD_PLACE) != 0 && !answered)
            return FALSE;
        /* "in Washington and Moscow", "Moscow, Russia" */
        if ((word->word->classes & ENT_WORD_AND) != 0 || word->kind == ENT_TOKEN_COMMA) {
            guint other = before - 1;
            while (other > 0 && before - other <= 4 && work->token_hit[other - 1] == ENT_NONE &&
                   token (work->sentence, other - 1)->kind != ENT_TOKEN_WORD)
                other--;
            if (other > 0 && work->token_hit[other - 1] != ENT_NONE) {
                guint hit = work->token_hit[other - 1];
                guint place = work->hit_first[hit];
                if (place > 0 && (classes (work->sentence, place - 1) & ENT_WORD_PLACE) != 0)
                    return FALSE;
            }
        }
    }
    return TRUE;
}

/* A word with a capital, beside the one before, that no list and no gazetteer knows. */
static gboolean
is_unknown_name (const EntResolver *work, guint i)
{
    const EntToken *t = token (work->sentence, i);
    return t->kind == ENT_TOKEN_WORD && t->capital && !t->hyphen && work->token_hit[i] == ENT_NONE &&
           (t->word->classes == 0 || t->word->guessed);
}

/* FM, IRGC: of the state, and no family name. */
static gboolean
is_acronym (const EntResolver *work, guint i)
{
    const EntToken *t = token (work->sentence, i);
    if (t->end - t->start < 2 || t->end - t->start > 5)
        return FALSE;
    for (gsize at = t->start; at < t->end; at++)
        if (!g_ascii_isupper (work->discourse->article->text[at]) &&
            !g_ascii_isdigit (work->discourse->article->text[at]))
            return FALSE;
    return TRUE;
}

/* "Jordan Hunt": a verb with a capital behind a state that people are called like. */
static gboolean
is_family_name (const EntResolver *work, guint first, guint last)
{
    const EntToken *t = token (work->sentence, last);
    return last == first + 1 && has_use (work, first, ENT_USE_GIVEN_NAME) && t->kind == ENT_TOKEN_WORD &&
           t->capital && !t->hyphen && work->token_hit[last] == ENT_NONE &&
           (t->word->classes & ENT_WORD_VERB) != 0 &&
           (t->word->classes & ~(guint)(ENT_WORD_VERB | ENT_WORD_PLURAL)) == 0;
}

/* Moscow State University */
static gboolean
is_body_head (const EntResolver *work, guint i)
{
    return is_word (work->sentence, i) && token (work->sentence, i)->capital &&
           !token (work->sentence, i)->hyphen && work->token_hit[i] == ENT_NONE &&
           has_use (work, i, ENT_USE_BODY_HEAD);
}

/* "Russia Today", "China National Petroleum Corporation", "Jordan Peterson": capitals go on behind the name. */
static gboolean
goes_on_behind (const EntResolver *work, guint first, guint last)
{
    const EntSentence *sentence = work->sentence;
    if (last >= sentence->n_tokens || is_possessive (sentence, last - 1) ||
        token (sentence, last)->start > token (sentence, last - 1)->tail + 2)
        return FALSE;
    if ((is_unknown_name (work, last) && !is_acronym (work, last)) || is_family_name (work, first, last))
        return TRUE;
    for (guint i = last; i < sentence->n_tokens && i < last + 5; i++) {
        const EntToken *t = token (sentence, i);
        if (t->kind != ENT_TOKEN_WORD || !t->capital || t->hyphen || work->token_hit[i] != ENT_NONE ||
            is_title_head (work, i))
            return FALSE;
        if (has_use (work, i, ENT_USE_BODY_HEAD))
            return TRUE;
    }
    return FALSE;
}

/* "Bank of China", "the University of the Philippines" */
static gboolean
is_of_body (const EntResolver *work, guint first)
{
    guint of = first;
    if (of > 0 && (token (work->sentence, of - 1)->word->uses & ENT_USE_DEFINITE) != 0)
        of--;
    return of > 1 && ent_is (token (work->sentence, of - 1), ENT_IS_GENITIVE) &&
           token (work->sentence, of - 2)->capital && has_use (work, of - 2, ENT_USE_BODY_HEAD);
}

/* "South China", "Michael Jordan": a capital stands before the name. */
static gboolean
begins_before (const EntResolver *work, guint first)
{
    if (first == 0)
        return FALSE;
    const EntToken *before = token (work->sentence, first - 1);
    if (before->kind != ENT_TOKEN_WORD || !before->capital || before->tail != before->end)
        return FALSE;
    if (has_use (work, first - 1, ENT_USE_NAME_OPENS))
        return TRUE;
    return has_use (work, first, ENT_USE_GIVEN_NAME) && work->token_hit[first - 1] == ENT_NONE &&
           (is_forename (work, first - 1) || (first > 1 && is_unknown_name (work, first - 1)));
}

/* "Lebanon, Ohio" */
static gboolean
is_town (const EntResolver *work, guint last)
{
    return last + 1 < work->sentence->n_tokens && token (work->sentence, last)->kind == ENT_TOKEN_COMMA &&
           token (work->sentence, last + 1)->capital && has_use (work, last + 1, ENT_USE_PROVINCE);
}

static gboolean
is_part_of_longer_name (const EntResolver *work, guint first, guint last)
{
    if (is_of_body (work, first) || is_town (work, last))
        return TRUE;
    return !work->sentence->title_case && (goes_on_behind (work, first, last) || begins_before (work, first));
}

/* "US$5", "US dollars" */
static gboolean
is_money (const EntResolver *work, guint hit)
{
    gsize end = work->hits[hit].span.end;
    guint last = work->hit_last[hit];
    const EntArticle *article = work->discourse->article;
    gunichar sign = end < article->length ? g_utf8_get_char_validated (article->text + end, 4) : 0;
    return (sign < 0x110000 && g_unichar_type (sign) == G_UNICODE_CURRENCY_SYMBOL) ||
           (last < work->sentence->n_tokens && has_use (work, last, ENT_USE_CURRENCY));
}

/* "Indian and Pakistani officials": the noun behind the second adjective is the first one's as well. */
static gboolean
shares_people (const EntResolver *work, guint last)
{
    guint n = work->sentence->n_tokens;
    if (last < n && token (work->sentence, last)->kind == ENT_TOKEN_COMMA)
        last++;
    if (last < n && (classes (work->sentence, last) & ENT_WORD_AND) != 0)
        last++;
    const EntName *next = last < n ? name_of_token (work, last) : NULL;
    if (next == NULL || !is_state (work, next) || next->kind == ENT_NAME_METONYM || work->taken[last])
        return FALSE; /* Iranian and U.S. officials */
    guint end = work->hit_last[work->token_hit[last]];
    return people_end (work, end) > end || shares_people (work, end);
}

/* "the Canadian said": the only official of the state whom this sentence or one of the two before names. */
static guint
the_one_of (const EntResolver *work, guint state, guint first, guint last)
{
    const EntDiscourse *discourse = work->discourse;
    guint found = ENT_NONE;
    if (!follows_the (work, first) || describes_next (work, last))
        return ENT_NONE;
    for (guint i = discourse->named->len; i-- > 0;) {
        const EntNamedPhrase *named = ent_discourse_named (discourse, i);
        gboolean here = named->sentence == discourse->sentence;
        if (named->sentence + 2 < discourse->sentence)
            break;
        if ((here && named->first >= first) || !ent_named_is_official (discourse, named) ||
            ent_named_entity (discourse, named)->state != state)
            continue;
        if (found != ENT_NONE &&
            ent_discourse_named (discourse, found)->mention.entity != named->mention.entity)
            return ENT_NONE;
        found = i;
    }
    return found;
}

static void
add_the_one (EntResolver *work, guint antecedent, guint first, guint last)
{
    guint entity = ent_discourse_named (work->discourse, antecedent)->mention.entity;
    EntNamedPhrase *named =
        ent_resolver_add (work, entity, ENT_HOW_DESCRIPTION, first - 1, last, first - 1, last);
    named->mention.antecedent = ent_discourse_name_of (work->discourse, antecedent);
    ent_resolver_take (work, first - 1, last);
}

void
ent_resolve_states (EntResolver *work)
{
    for (guint i = 0; i < work->n_hits; i++) {
        const EntName *name = work->names[i];
        guint first = work->hit_first[i], last = work->hit_last[i];
        if (name == NULL || is_official (work, name) || work->taken[first] || is_money (work, i))
            continue;
        guint people = people_end (work, last);
        EntHow how = name->kind == ENT_NAME_DEMONYM   ? ENT_HOW_DEMONYM
                     : name->kind == ENT_NAME_METONYM ? ENT_HOW_METONYM
                                                      : ENT_HOW_NAME;
        gboolean not_actor = FALSE;
        guint one = name->kind == ENT_NAME_DEMONYM && people == last && !is_people_demonym (work, first, last)
                        ? the_one_of (work, name->entity, first, last)
                        : ENT_NONE;
        if (one != ENT_NONE) {
            add_the_one (work, one, first, last);
            continue;
        }
        /* pro-Iranian, Kremlin-backed: neither acts */
        gboolean compound =
            (token (work->sentence, first)->hyphen && name_of_token (work, first - 1) == NULL) ||
            (last < work->sentence->n_tokens && token (work->sentence, last)->hyphen &&
             name_of_token (work, last) == NULL && (classes (work->sentence, last) & ENT_WORD_VERB) != 0);
        if (people > last && !compound && !is_body_head (work, people))
            last = people;
        else if (is_part_of_longer_name (work, first, last))
            continue;
        else if (name->kind == ENT_NAME_DEMONYM)
            not_actor = compound || !(is_people_demonym (work, first, last) || shares_people (work, last));
        else if (name->kind == ENT_NAME_METONYM)
            not_actor = compound || !metonym_acts (work, first, last);
        else
            not_actor = compound;
        EntNamedPhrase *named =
            ent_resolver_add (work, name->entity, how, first, last, first, work->hit_last[i]);
        named->not_actor = not_actor;
        named->people = last > work->hit_last[i] || (how == ENT_HOW_DEMONYM && !not_actor);
        ent_resolver_take (work, first, last);
    }
}

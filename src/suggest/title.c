/* title.c - the titles of unknown people: "Iranian Deputy Foreign Minister X", "X, the Iranian minister". */
#include "context.h"

enum { FARTHEST = 14, LONGEST_APPOSITION = 9 }; /* tokens */

static gboolean
is_any (const EntSightingContext *l, guint i, const char *const *words)
{
    for (; *words != NULL; words++)
        if (ent_token_is (seen (l, i), *words))
            return TRUE;
    return FALSE;
}

/* ---- before ---- */

static gboolean
is_joint (const EntSightingContext *l, guint i)
{
    static const char *const joints[] = { "of", "for", "to", "on", "in", "at", "against", NULL };
    return is_any (l, i, joints);
}

static gboolean
is_article_or_and (const EntSightingContext *l, guint i)
{
    return ent_token_is (seen (l, i), "the") || ent_token_is (seen (l, i), "and");
}

/* An unknown word, or one like "issues", which may be a verb too. */
static gboolean
may_be_noun (const EntSightingContext *l, guint i)
{
    const guint of_nouns = ENT_WORD_BASE | ENT_WORD_THIRD | ENT_WORD_NOUN | ENT_WORD_PLURAL;
    return (seen_classes (l, i) & ~of_nouns) == 0;
}

/* The head of a title whose complement ends before `end`: "ambassador to Iran", "leader of the Islamic Republic of
 * Iran". ENT_NONE if there is none. */
static guint
head_with_complement (const EntSightingContext *l, guint end)
{
    gboolean joined = FALSE;
    guint common = 0;
    for (guint at = end; at-- > 0 && end - at <= FARTHEST;) {
        const EntToken *t = seen (l, at);
        if (t->kind != ENT_TOKEN_WORD && t->kind != ENT_TOKEN_OPEN && t->kind != ENT_TOKEN_CLOSE)
            return ENT_NONE;
        if (joined && (seen_classes (l, at) & (ENT_WORD_TITLE | ENT_WORD_PLURAL)) == ENT_WORD_TITLE)
            return at;
        gboolean named =
            l->names[at] != NULL || t->capital || seen_title_word (l, at) || t->kind != ENT_TOKEN_WORD;
        if (is_joint (l, at))
            joined = TRUE;
        else if (!is_article_or_and (l, at) && !named && (!may_be_noun (l, at) || ++common > 2))
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* The first token of the title whose head this is. */
static guint
title_start (const EntSightingContext *l, guint head)
{
    guint first = head;
    while (first > 0 && head - first < FARTHEST && seen_title_word (l, first - 1) &&
           !seen_possessive (l, first - 1))
        first--;
    return first;
}

/* The start of a title that this one, of the tokens [first, end), is only the end of: "Deputy Minister of Defense
 * Lieutenant General X", "Special Assistant to Iran's Foreign Minister in Political Affairs X". But of "an aide to
 * Foreign Minister X" X is the minister. */
static guint
whole_title_start (const EntSightingContext *l, guint first, guint head, guint end)
{
    guint joint = first;
    while (joint > 0 && (seen_state (l, joint - 1) != NULL || ent_token_is (seen (l, joint - 1), "the")))
        joint--;
    if (joint == 0 || !is_joint (l, joint - 1) ||
        (head + 1 == end && ent_token_is (seen (l, joint - 1), "to")))
        return first;
    guint whole = head_with_complement (l, joint);
    return whole != ENT_NONE ? title_start (l, whole) : first;
}

/* Words of time and rank that belong to no office. */
static gboolean
is_passing (const EntSightingContext *l, guint i)
{
    static const char *const words[] = { "former",   "ex",        "late",     "then",     "visiting",
                                         "outgoing", "incoming",  "newly",    "new",      "current",
                                         "veteran",  "embattled", "longtime", "acting",   "interim",
                                         "hardline", "his",       "her",      "moderate", "elected",
                                         NULL };
    return is_any (l, i, words);
}

/* The state before a title: "Iranian", "Iran's", "Russian President's", "Russian Minister and". */
static guint
owner_before (const EntSightingContext *l, guint first)
{
    guint i = first;
    while (i > 0 && (seen_title_word (l, i - 1) ||
                     (i > 1 && ent_token_is (seen (l, i - 1), "and") && seen_title_word (l, i - 2))))
        i--;
    const EntName *name = i > 0 ? seen_state (l, i - 1) : NULL;
    return name != NULL && name->kind != ENT_NAME_METONYM ? name->entity : ENT_NONE;
}

/* The last state of "of … Iran" in the tokens of a title: where its "of" stands; `end` if it has none. */
static guint
owner_inside (const EntSightingContext *l, guint first, guint end, guint *state)
{
    guint at = end;
    const EntName *name = end > first ? seen_state (l, end - 1) : NULL;
    if (name == NULL || name->kind == ENT_NAME_METONYM) /* Mayor of London */
        return end;
    while (at > first && seen_state (l, at - 1) == name)
        at--;
    if (at > first && ent_token_is (seen (l, at - 1), "the"))
        at--;
    if (at <= first || !ent_token_is (seen (l, at - 1), "of"))
        return end;
    *state = name->entity;
    return at - 1;
}

/* The office of the tokens [first, end), without what is none in it. */
static void
take_title (const EntSightingContext *l, EntSighting *s, guint first, guint end)
{
    gboolean office = FALSE;
    while (first < end && (is_passing (l, first) || (l->classes[first] & ENT_NAMES_HONORIFIC) != 0))
        first++;
    while (end > first && (l->classes[end - 1] & (ENT_NAMES_HONORIFIC | ENT_NAMES_RANK)) != 0)
        end--;
    if (end > first + 2 && ent_token_is (seen (l, end - 1), "general") &&
        (l->classes[end - 2] & ENT_NAMES_RANK) != 0)
        end -= 2;
    end = owner_inside (l, first, end, &s->state);
    for (guint i = first; i < end; i++) {
        office |= (seen_classes (l, i) & ENT_WORD_TITLE) != 0 && (l->classes[i] & ENT_NAMES_CALLING) == 0;
        if (s->state == ENT_NONE && seen_state (l, i) != NULL && seen_possessive (l, i) &&
            l->names[i]->kind != ENT_NAME_METONYM)
            s->state = l->names[i]->entity; /* Assistant to Iran's Foreign Minister */
    }
    if (!office)
        return;
    s->title = first;
    s->title_end = end;
}

/* The title that ends before `end`; FALSE if there is none. */
static gboolean
title_before (const EntSightingContext *l, EntSighting *s, guint end)
{
    guint head = ENT_NONE;
    if (end > 0 && seen_title (l, end - 1) && !seen_possessive (l, end - 1))
        head = end - 1;
    else if (end > 0 && !seen_possessive (l, end - 1) && !is_joint (l, end - 1) &&
             !is_article_or_and (l, end - 1))
        head = head_with_complement (l, end);
    if (head == ENT_NONE)
        return FALSE;
    gboolean many = (seen_classes (l, head) & ENT_WORD_PLURAL) != 0;
    if (many && !seen (l, head)->capital) /* "in a meeting with Russian officials X said" */
        return FALSE;
    guint first = whole_title_start (l, title_start (l, head), head, end);
    s->signs |= ENT_SIGN_TITLE;
    s->state = owner_before (l, first);
    if (!many)
        take_title (l, s, first, end);
    return TRUE;
}

/* ---- behind ---- */

/* Behind the head at `i`: "of the Supreme National Security Council". */
static guint
complement_end (const EntSightingContext *l, guint i)
{
    static const char *const joints[] = { "of", "for", "to", "on", "the", "and", NULL };
    guint end = i;
    for (guint at = i; at < l->sentence->n_tokens && at - i <= LONGEST_APPOSITION; at++) {
        if (!seen_is (l, at, ENT_TOKEN_WORD) || (seen_classes (l, at) & ENT_WORD_TIME) != 0)
            break;
        gboolean title = seen_title_word (l, at);
        if (seen (l, at)->capital && !title && at > i && seen_title (l, at - 1) && seen_state (l, at) == NULL)
            break; /* an aide to Foreign Minister X */
        if (seen (l, at)->capital || title)
            end = at + 1;
        else if (!is_any (l, at, joints))
            break;
    }
    return end;
}

/* The head of the noun phrase at `i`, whose state *state is; ENT_NONE where it is about no person. */
static guint
apposition_head (const EntSightingContext *l, guint i, guint *state)
{
    const guint closed =
        ENT_WORD_FINITE | ENT_WORD_PREPOSITION | ENT_WORD_PRONOUN | ENT_WORD_AND | ENT_WORD_TIME;
    for (guint at = i; at < l->sentence->n_tokens && at - i < LONGEST_APPOSITION; at++) {
        guint classes = seen_classes (l, at);
        if (!seen_is (l, at, ENT_TOKEN_WORD))
            return ENT_NONE;
        gboolean person = (classes & (ENT_WORD_TITLE | ENT_WORD_PERSON)) != 0;
        if (seen_state (l, at) != NULL)
            *state = l->names[at]->kind != ENT_NAME_METONYM ? l->names[at]->entity : *state;
        else if (person && (classes & ENT_WORD_PLURAL) == 0 && !seen_possessive (l, at) &&
                 !seen_title_word (l, at + 1))
            return at;
        else if (!person && (classes & ENT_WORD_TITLE_PART) == 0 && (classes & closed) != 0)
            return ENT_NONE;
    }
    return ENT_NONE;
}

static gboolean
apposition_behind (const EntSightingContext *l, EntSighting *s)
{
    guint i = s->last + 1, state = ENT_NONE;
    if (!seen_is (l, s->last, ENT_TOKEN_COMMA) || i >= l->sentence->n_tokens)
        return FALSE;
    if ((seen_classes (l, i) & ENT_WORD_RELATIVE) != 0 && !ent_token_is (seen (l, i), "which")) {
        s->signs |= ENT_SIGN_APPOSITION;
        return TRUE;
    }
    guint head = apposition_head (l, i, &state);
    if (head == ENT_NONE)
        return FALSE;
    guint end = complement_end (l, head + 1);
    if (seen_is (l, head + 1, ENT_TOKEN_WORD) && seen (l, head + 1)->capital)
        return FALSE; /* the next of a list: "X, Foreign Minister Y" */
    if ((seen_classes (l, end) & (ENT_WORD_FINITE | ENT_WORD_MODAL)) != 0)
        return FALSE; /* another: "After talks with X, the minister said" */
    s->signs |= ENT_SIGN_APPOSITION;
    s->state = state;
    if ((seen_classes (l, head) & ENT_WORD_TITLE) == 0)
        return TRUE;
    guint first = head;
    while (first > i && seen_title_word (l, first - 1) && !seen_possessive (l, first - 1))
        first--;
    take_title (l, s, first, end);
    return TRUE;
}

void
ent_sighting_title (const EntSightingContext *l, EntSighting *s)
{
    if (title_before (l, s, s->first) || apposition_behind (l, s))
        return;
    /* "Turkey's president, X, said" */
    if (s->first > 1 && seen_is (l, s->first - 1, ENT_TOKEN_COMMA) &&
        (s->last == l->sentence->n_tokens || !seen_is (l, s->last, ENT_TOKEN_WORD)))
        title_before (l, s, s->first - 1);
}

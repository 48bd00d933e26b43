/* shared_title.c - one title for several: "the Iranian and Turkish presidents", "the presidents of Iran and Turkey". */
#include "language/inflect.h"
#include "resolver.h"

#include <string.h>

enum { MAX_SEVERAL = 8, MAX_TITLE = 6 };

/* A state in the list, and the tokens of its name. */
typedef struct {
    guint state, first, last;
} Member;

typedef struct {
    guint title_first, head; /* tokens of the title; the plural at its end */
    Member members[MAX_SEVERAL];
    guint n_members;
    gboolean before; /* the states stand before the title */
} Several;

static gboolean
add_member (const EntResolver *work, Several *several, guint i)
{
    const EntName *name = name_of_token (work, i);
    if (name == NULL || !is_state (work, name) || work->taken[i] || several->n_members == MAX_SEVERAL)
        return FALSE;
    guint hit = work->token_hit[i];
    several->members[several->n_members++] =
        (Member){ name->entity, work->hit_first[hit], work->hit_last[hit] };
    return TRUE;
}

static gboolean
is_link (const EntResolver *work, guint i)
{
    return token (work->sentence, i)->kind == ENT_TOKEN_COMMA ||
           (classes (work->sentence, i) & ENT_WORD_AND) != 0;
}

/* "Iranian, Iraqi and Turkish | presidents" */
static void
read_before (const EntResolver *work, Several *several)
{
    guint i = several->title_first;
    while (i > 0 && add_member (work, several, i - 1)) {
        i = several->members[several->n_members - 1].first;
        guint link = i;
        while (link > 0 && i - link < 2 && is_link (work, link - 1))
            link--;
        if (link == i)
            break;
        i = link;
    }
    several->before = several->n_members > 1;
}

/* "presidents | of Iran, Iraq and Turkey" */
static void
read_behind (const EntResolver *work, Several *several)
{
    guint n = work->sentence->n_tokens, i = several->head + 1;
    if (i >= n || !ent_is (token (work->sentence, i), ENT_IS_GENITIVE))
        return;
    i++;
    for (;;) {
        if (i < n && (classes (work->sentence, i) & ENT_WORD_DETERMINER) != 0)
            i++;
        if (i >= n || !add_member (work, several, i))
            return;
        i = several->members[several->n_members - 1].last;
        guint link = i;
        while (i < n && i - link < 2 && is_link (work, i))
            i++;
        if (link == i)
            return;
    }
}

/* The key of the title for one. */
static char *
singular_key (const EntResolver *work, const Several *several)
{
    EntToken title[MAX_TITLE];
    guint n = several->head + 1 - several->title_first;
    for (guint i = 0; i < n; i++)
        title[i] = *token (work->sentence, several->title_first + i);
    g_autofree char *one = ent_singular (title[n - 1].folded);
    title[n - 1].folded = one;
    title[n - 1].word = ent_lexicon_find (work->discourse->lexicon, one);
    return ent_title_key (title, 0, n, NULL);
}

static void
resolve_members (EntResolver *work, const Several *several)
{
    const EntDiscourse *discourse = work->discourse;
    g_autofree char *key = singular_key (work, several);
    guint title_first = several->title_first;
    if (title_first > 0 && (classes (work->sentence, title_first - 1) & ENT_WORD_DETERMINER) != 0)
        title_first--;
    for (guint i = 0; i < several->n_members; i++) {
        const Member *member = &several->members[i];
        gboolean known;
        guint holder =
            ent_offices_holder (discourse->offices, member->state, key, discourse->article->date, &known);
        if (holder == ENT_NONE)
            continue;
        /* the title belongs to the phrase of the state beside it */
        guint first = !several->before && i == 0 ? title_first : member->first;
        guint last = several->before && i == 0 ? several->head + 1 : member->last;
        ent_resolver_add (work, holder, ENT_HOW_OFFICE, first, last, first, last);
        ent_resolver_take (work, first, last);
    }
}

void
ent_resolve_several (EntResolver *work)
{
    for (guint i = 0; i < work->sentence->n_tokens; i++) {
        if (work->taken[i] || work->token_hit[i] != ENT_NONE || !is_title_head (work, i) ||
            (classes (work->sentence, i) & ENT_WORD_PLURAL) == 0 || is_possessive (work->sentence, i))
            continue;
        Several several = { .title_first = i, .head = i };
        while (several.title_first > 0 && i - several.title_first < MAX_TITLE - 1 &&
               is_title_word (work, several.title_first - 1) &&
               work->token_hit[several.title_first - 1] == ENT_NONE)
            several.title_first--;
        read_before (work, &several);
        if (!several.before) {
            several.n_members = 0;
            read_behind (work, &several);
        }
        if (several.n_members > 1)
            resolve_members (work, &several);
    }
}

#include "resolve.h"

#include <string.h>

/* ---- the article ---- */

static const EntName *
name_at (const EntDiscourse *discourse, guint index)
{
    return &g_array_index (discourse->gazetteer->names, EntName, index);
}

static const EntEntity *
entity_at (const EntDiscourse *discourse, guint index)
{
    return &g_array_index (discourse->gazetteer->entities, EntEntity, index);
}

EntNaming *
ent_discourse_naming (const EntDiscourse *discourse, guint index)
{
    return &g_array_index (discourse->namings, EntNaming, index);
}

const EntEntity *
ent_naming_entity (const EntDiscourse *discourse, const EntNaming *naming)
{
    return entity_at (discourse, naming->mention.entity);
}

void
ent_discourse_init (EntDiscourse *discourse, const EntGazetteer *gazetteer, const EntWords *words,
                    const EntMatcher *matcher, const EntOffices *offices, const EntArticle *article,
                    GArray *hits)
{
    *discourse = (EntDiscourse){ .gazetteer = gazetteer,
                                 .words = words,
                                 .matcher = matcher,
                                 .offices = offices,
                                 .article = article,
                                 .hits = hits };
    discourse->namings = g_array_new (FALSE, FALSE, sizeof (EntNaming));
    discourse->topic.speaker = discourse->topic_before.speaker = ENT_NONE;
}

void
ent_discourse_clear (EntDiscourse *discourse)
{
    g_free (discourse->named_in_full);
    g_array_unref (discourse->namings);
}

/* ---- which entity ---- */

static gboolean
is_full_name (const EntName *name)
{
    return name->kind == ENT_NAME_FULL || name->kind == ENT_NAME_ALIAS;
}

/* Where each entity is first named in full; made when a short form needs it. */
static void
find_full_names (EntDiscourse *discourse)
{
    guint n = discourse->gazetteer->entities->len;
    discourse->named_in_full = g_new (gsize, n);
    for (guint i = 0; i < n; i++)
        discourse->named_in_full[i] = G_MAXSIZE;
    for (guint i = 0; i < discourse->hits->len; i++) {
        const EntHit *hit = &g_array_index (discourse->hits, EntHit, i);
        EntNameGroup group = ent_matcher_group (discourse->matcher, hit->group);
        for (guint j = 0; j < group.n_names; j++) {
            const EntName *name = name_at (discourse, group.names[j]);
            if (is_full_name (name) && discourse->named_in_full[name->entity] == G_MAXSIZE)
                discourse->named_in_full[name->entity] = hit->span.start;
        }
    }
}

/* Of several with the same short form, the one who is named in full in this article, the first named
 * where there are two. */
static const EntName *
first_named_in_full (EntDiscourse *discourse, EntNameGroup group)
{
    if (discourse->named_in_full == NULL)
        find_full_names (discourse);
    const EntName *best = NULL;
    for (guint i = 0; i < group.n_names; i++) {
        const EntName *name = name_at (discourse, group.names[i]);
        gsize at = discourse->named_in_full[name->entity];
        if (name->kind == ENT_NAME_SHORT && at != G_MAXSIZE &&
            (best == NULL || at < discourse->named_in_full[best->entity]))
            best = name;
    }
    return best;
}

/* The name that a hit stands for; NULL where it names nobody or nobody clearly. A full name goes before a
 * demonym or metonym, and these before a family name. */
static const EntName *
choose_name (EntDiscourse *discourse, const EntHit *hit)
{
    EntNameGroup group = ent_matcher_group (discourse->matcher, hit->group);
    const EntName *best = NULL;
    gboolean tie = FALSE;
    for (guint i = 0; i < group.n_names; i++) {
        const EntName *name = name_at (discourse, group.names[i]);
        if (name->kind == ENT_NAME_IGNORE)
            return NULL;
        static const guint rank[] = { 0, 0, 3, 1, 2 }; /* full, alias, short, demonym, metonym */
        guint r = rank[name->kind], b = best != NULL ? rank[best->kind] : 9;
        if (r < b) {
            best = name;
            tie = FALSE;
        } else if (r == b && name->entity != best->entity) {
            tie = TRUE;
        }
    }
    if (tie)
        return best->kind == ENT_NAME_SHORT ? first_named_in_full (discourse, group) : NULL;
    return best;
}

/* ---- the sentence under work ---- */

typedef struct {
    EntDiscourse *discourse;
    const EntSentence *sentence;
    guint n_hits;
    const EntName **names;       /* per hit; NULL once the hit is used up */
    guint *hit_first, *hit_last; /* tokens of each hit */
    guint *token_hit;            /* per token: its hit, or ENT_NONE */
    gboolean *taken;             /* per token: inside the phrase of an official */
    const EntHit *hits;
} Work;

static const EntToken *
token (const Work *work, guint index)
{
    return &work->sentence->tokens[index];
}

static guint
classes (const Work *work, guint index)
{
    return token (work, index)->word->classes;
}

static const EntName *
name_of_token (const Work *work, guint index)
{
    guint hit = work->token_hit[index];
    return hit != ENT_NONE ? work->names[hit] : NULL;
}

static gboolean
is_possessive (const Work *work, guint index)
{
    return token (work, index)->tail > token (work, index)->end;
}

static EntKind
kind_of (const Work *work, const EntName *name)
{
    return entity_at (work->discourse, name->entity)->kind;
}

static gboolean
is_official (const Work *work, const EntName *name)
{
    return name != NULL && kind_of (work, name) == ENT_OFFICIAL;
}

static gboolean
is_state (const Work *work, const EntName *name)
{
    return name != NULL && kind_of (work, name) == ENT_STATE;
}

static EntNaming *
add_naming (Work *work, guint entity, EntHow how, guint first, guint last, guint name_first, guint name_last)
{
    EntDiscourse *discourse = work->discourse;
    EntNaming naming = { .sentence = discourse->sentence,
                         .first = first,
                         .last = last,
                         .name_first = name_first,
                         .possessive = is_possessive (work, last - 1) };
    naming.mention =
        (EntMention){ .entity = entity,
                      .span = { token (work, name_first)->start, token (work, name_last - 1)->end },
                      .phrase = { token (work, first)->start, token (work, last - 1)->tail },
                      .how = how,
                      .antecedent = ENT_NONE };
    if (work->token_hit[name_last - 1] != ENT_NONE) /* a name may end in a full stop */
        naming.mention.span.end = work->hits[work->token_hit[name_last - 1]].span.end;
    g_array_append_val (discourse->namings, naming);
    return ent_discourse_naming (discourse, discourse->namings->len - 1);
}

static void
take (Work *work, guint first, guint last)
{
    for (guint i = first; i < last; i++)
        work->taken[i] = TRUE;
}

/* ---- officials ---- */

static gboolean
is_title_word (const Work *work, guint i)
{
    return token (work, i)->kind == ENT_TOKEN_WORD &&
           (classes (work, i) & (ENT_WORD_TITLE | ENT_WORD_TITLE_PART)) != 0;
}

static gboolean
is_title_head (const Work *work, guint i)
{
    return token (work, i)->kind == ENT_TOKEN_WORD && (classes (work, i) & ENT_WORD_TITLE) != 0;
}

static gboolean
is_one_of (const Work *work, guint i, const char *const *words)
{
    for (; *words != NULL; words++)
        if (ent_token_is (token (work, i), *words))
            return TRUE;
    return FALSE;
}

/* "(MENA)" before a name: where its bracket opens, or `i` itself. */
static guint
skip_bracket (const Work *work, guint i)
{
    if (token (work, i)->kind != ENT_TOKEN_CLOSE)
        return i;
    for (guint j = i; j-- > 0 && i - j <= 4;)
        if (token (work, j)->kind == ENT_TOKEN_OPEN)
            return j;
    return i;
}

static gboolean
has_determiner_before (const Work *work, guint i)
{
    while (i > 0 && is_title_word (work, i - 1))
        i--;
    return i > 0 && (classes (work, i - 1) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0;
}

/* The first token of the noun phrase that ends in the official's name at `name`: titles, and the
 * states, organizations and offices inside them. Words that may stand in a title (a preposition, an
 * unknown word with a capital) are taken only when a title's head stands before them. */
static guint
title_start (const Work *work, guint name)
{
    static const char *const early[] = { "of", "for", "to", "in", "on", "at", "the", "and", NULL };
    static const char *const late[] = { "of", "for", "to", "the", "and", NULL };
    guint start = name;
    gboolean head = FALSE, broken = FALSE; /* broken: something uncertain stands between */
    gboolean crossed_and = FALSE;
    for (guint i = name; i-- > 0 && name - i <= 20;) {
        if (work->taken[i])
            break;
        const EntName *inside = name_of_token (work, i);
        if (skip_bracket (work, i) != i && !head) {
            i = skip_bracket (work, i);
            broken = TRUE;
            continue;
        }
        if (token (work, i)->kind != ENT_TOKEN_WORD)
            break;
        if (is_official (work, inside) && !(is_possessive (work, i) && start == i + 1 && head))
            break;
        if (is_title_head (work, i) && (classes (work, i) & ENT_WORD_PLURAL) == 0) {
            if (crossed_and && (!token (work, i)->capital || has_determiner_before (work, i)))
                break;
            start = i;
            head = TRUE;
            broken = crossed_and = FALSE;
        } else if (inside != NULL || is_title_word (work, i)) {
            gboolean owner = inside != NULL && is_possessive (work, i); /* Israel's Netanyahu */
            if (!broken && (head || owner || is_title_word (work, i)))
                start = i;
            if (inside != NULL && !owner && !head && i + 1 == name && !token (work, name)->hyphen &&
                kind_of (work, inside) == ENT_STATE)
                broken = TRUE;
        } else if (is_one_of (work, i, head ? late : early)) {
            crossed_and |= ent_token_is (token (work, i), "and");
            broken = TRUE;
        } else if (token (work, i)->capital &&
                   (token (work, i)->word->classes & (ENT_WORD_VERB | ENT_WORD_PRONOUN | ENT_WORD_TIME)) ==
                       0 &&
                   i > 0 && !work->sentence->title_case) {
            broken = TRUE;
        } else {
            break;
        }
    }
    return start;
}

/* A family name behind a stranger's given name is the stranger's: "Melania Trump". */
static gboolean
is_strangers_name (const Work *work, const EntName *name, guint first, guint last)
{
    if (work->sentence->title_case)
        return FALSE;
    if (last < work->sentence->n_tokens) { /* Trump Tower */
        const EntToken *next = token (work, last);
        if (!is_possessive (work, last - 1) && next->kind == ENT_TOKEN_WORD && next->capital &&
            !next->hyphen && token (work, last - 1)->end + 1 == next->start && next->word->classes == 0 &&
            work->token_hit[last] == ENT_NONE)
            return TRUE;
    }
    if (first == 0)
        return FALSE;
    const EntToken *before = token (work, first - 1);
    if (before->kind != ENT_TOKEN_WORD || !before->capital || before->tail != before->end)
        return FALSE;
    if (work->token_hit[first - 1] != ENT_NONE || before->word->classes != 0 ||
        before->start + 1 >= before->end)
        return FALSE;
    if (before->hyphen && first >= 2)
        return FALSE;
    for (gsize i = before->start; i < before->end; i++) /* an acronym is no given name */
        if (g_ascii_islower (work->discourse->article->text[i])) {
            /* the given name may be the official's own, with an initial between */
            const char *own = entity_at (work->discourse, name->entity)->name;
            char folded[ENT_FOLD_ROOM];
            EntWordSpan word;
            if (ent_word_next (own, 0, strlen (own), &word)) {
                ent_fold (own, (EntSpan){ word.start, word.end }, TRUE, folded);
                return !ent_token_is (before, folded);
            }
            return TRUE;
        }
    return FALSE;
}

static void
resolve_officials (Work *work)
{
    for (guint i = 0; i < work->n_hits; i++) {
        const EntName *name = work->names[i];
        if (!is_official (work, name))
            continue;
        guint first = work->hit_first[i], last = work->hit_last[i];
        if (name->kind == ENT_NAME_SHORT && is_strangers_name (work, name, first, last)) {
            work->names[i] = NULL;
            continue;
        }
        guint start = title_start (work, first);
        if (last < work->sentence->n_tokens && !is_possessive (work, last - 1) &&
            token (work, last)->kind == ENT_TOKEN_WORD) {
            static const char *const governments[] = { "administration", "government", "regime",
                                                       "presidency",     "cabinet",    NULL };
            const EntName *next = name_of_token (work, last);
            if (is_state (work, next) && next->kind == ENT_NAME_METONYM)
                continue; /* the Obama White House */
            guint state = entity_at (work->discourse, name->entity)->state;
            if (state != ENT_NONE && is_one_of (work, last, governments)) {
                take (work, first, last + 1);
                add_naming (work, state, ENT_HOW_METONYM, first, last + 1, first, last)->people = TRUE;
                continue;
            }
        }
        take (work, start, last);
        add_naming (work, name->entity, name->kind == ENT_NAME_SHORT ? ENT_HOW_SHORT : ENT_HOW_NAME, start,
                    last, first, last);
    }
}

/* ---- appositives: what stands in a title behind a name ---- */

static gboolean
is_clause_word (const Work *work, guint i)
{
    guint c = classes (work, i);
    return (c & (ENT_WORD_RELATIVE | ENT_WORD_AUXILIARY | ENT_WORD_PRONOUN)) != 0 ||
           ((c & ENT_WORD_VERB) != 0 &&
            (c & (ENT_WORD_TITLE | ENT_WORD_TITLE_PART | ENT_WORD_NOUN | ENT_WORD_PEOPLE)) == 0 &&
            !token (work, i)->capital);
}

/* "Name, the X of Y," : the tokens behind the comma name nobody but other officials. */
static void
take_appositives (Work *work, guint first_naming)
{
    GArray *namings = work->discourse->namings;
    guint end = namings->len;
    for (guint n = first_naming; n < end; n++) {
        const EntNaming *naming = ent_discourse_naming (work->discourse, n);
        guint i = naming->last, limit = work->sentence->n_tokens;
        if (naming->possessive || i >= limit ||
            (token (work, i)->kind != ENT_TOKEN_COMMA && token (work, i)->kind != ENT_TOKEN_OPEN))
            continue;
        gboolean head = FALSE;
        guint j = i + 1;
        for (; j < limit && token (work, j)->kind == ENT_TOKEN_WORD && !work->taken[j] &&
               !is_clause_word (work, j);
             j++) {
            if (ent_token_is (token (work, j), "and") && head)
                break;
            /* the head stands before the first preposition; else this is "X, in Moscow" or a list of names */
            if (!head && (classes (work, j) & ENT_WORD_PREPOSITION) != 0)
                break;
            head |= is_title_head (work, j);
        }
        if (head)
            take (work, i + 1, j);
    }
}

/* ---- people and offices of states ---- */

/* The end of the noun phrase "Russian military and security officials" that starts with the state at
 * [first, last): behind the noun for people; `last` if there is none. */
static guint
people_end (const Work *work, guint last)
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
        } else if (c == 0 && !t->capital && end == last && ++unknown <= 2) {
            continue;
        } else if (c == 0 && t->capital && end == last && ++unknown <= 2) {
            continue;
        } else {
            break;
        }
    }
    return end;
}

static gboolean
is_verb_like (const Work *work, guint i)
{
    guint c = classes (work, i);
    return (c & (ENT_WORD_AUXILIARY | ENT_WORD_FINITE)) != 0 && (c & (ENT_WORD_NOUN | ENT_WORD_TITLE)) == 0;
}

/* Whether a noun follows that the state's name only describes. */
static gboolean
describes_next (const Work *work, guint last)
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
follows_the (const Work *work, guint first)
{
    return first > 0 && ent_token_is (token (work, first - 1), "the");
}

/* Iranians; the Chinese said. "Iranian gas" is weak. */
static gboolean
is_people_demonym (const Work *work, guint first, guint last)
{
    const EntToken *word = token (work, last - 1);
    if (word->hyphen || (last < work->sentence->n_tokens && token (work, last)->hyphen))
        return FALSE;
    gsize n = strlen (word->folded);
    if (n > 0 && word->folded[n - 1] == 's' && !describes_next (work, last))
        return TRUE;
    return follows_the (work, first) && !describes_next (work, last);
}

/* A seat of government acts unless it stands where a place stands. */
static gboolean
metonym_acts (const Work *work, guint first, guint last)
{
    guint n = work->sentence->n_tokens;
    if (is_possessive (work, last - 1))
        return TRUE;
    if (describes_next (work, last))
        return FALSE;
    /* a dateline */
    if (first == 0 && last < n && token (work, last)->kind != ENT_TOKEN_WORD)
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
is_part_of_longer_name (const Work *work, guint first, guint last)
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
        static const char *const before[] = { "south", "north", "east", "west", "new", NULL };
        const EntToken *word = token (work, first - 1);
        if (word->kind == ENT_TOKEN_WORD && word->capital && is_one_of (work, first - 1, before))
            return TRUE;
    }
    return FALSE;
}

/* "Indian and Pakistani officials": the noun behind the second adjective is the first one's as well. */
static gboolean
shares_people (const Work *work, guint last)
{
    guint n = work->sentence->n_tokens;
    if (last < n && token (work, last)->kind == ENT_TOKEN_COMMA)
        last++;
    if (last < n && (classes (work, last) & ENT_WORD_AND) != 0)
        last++;
    const EntName *next = last < n ? name_of_token (work, last) : NULL;
    if (next == NULL || next->kind != ENT_NAME_DEMONYM || work->taken[last])
        return FALSE;
    guint end = work->hit_last[work->token_hit[last]];
    return people_end (work, end) > end || shares_people (work, end);
}

static void
resolve_states_and_organizations (Work *work)
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
        /* pro-Iranian, anti-American, Syrian-led: neither acts */
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
            weak = compound && how != ENT_HOW_NAME;
        EntNaming *naming = add_naming (work, name->entity, how, first, last, first, work->hit_last[i]);
        naming->weak = weak;
        naming->people = last > work->hit_last[i] || (how == ENT_HOW_DEMONYM && !weak);
        take (work, first, last);
    }
}

/* ---- offices and descriptions ---- */

typedef struct {
    guint first, last, head;                    /* tokens of the phrase; its head */
    const EntName *state;                       /* a demonym or name of a state, or an organization, in it */
    gboolean definite, indefinite, former, own; /* own: his, her, their */
} Description;

/* The noun phrase around the title at `head`; FALSE if it is none. */
static gboolean
read_description (const Work *work, guint head, Description *d)
{
    *d = (Description){ .first = head, .last = head + 1, .head = head };
    guint unknown = 0;
    for (guint i = head; i-- > 0;) {
        const EntToken *t = token (work, i);
        const EntName *inside = name_of_token (work, i);
        if (t->kind != ENT_TOKEN_WORD || work->taken[i])
            break;
        guint c = t->word->classes;
        if ((c & ENT_WORD_DETERMINER) != 0 && inside == NULL) {
            d->definite = ent_token_is (t, "the") || ent_token_is (t, "this") || ent_token_is (t, "that");
            d->indefinite = !d->definite;
            d->first = i;
            break;
        }
        if ((c & ENT_WORD_POSSESSIVE) != 0) {
            d->own = TRUE;
            d->first = i;
            break;
        }
        if (inside != NULL) {
            if (is_official (work, inside))
                break;
            d->first = i;
            if (d->state == NULL || is_state (work, inside))
                d->state = inside;
            if (work->token_hit[i] != ENT_NONE)
                i = work->hit_first[work->token_hit[i]], d->first = i;
            if (is_possessive (work, work->hit_last[work->token_hit[i]] - 1))
                break;
            continue;
        }
        if (is_title_word (work, i) || (c & ENT_WORD_NUMBER) != 0) {
            if (is_possessive (work, i))
                break;
            if (ent_token_is (t, "former") || ent_token_is (t, "ex") || ent_token_is (t, "late") ||
                ent_token_is (t, "then"))
                d->former = TRUE;
            d->first = i;
        } else if (c == 0 && !t->capital && ++unknown <= 2) {
            d->first = i;
        } else {
            break;
        }
    }
    return TRUE;
}

static gboolean
is_description_head (const Work *work, guint i)
{
    const EntToken *t = token (work, i);
    guint c = t->word->classes;
    if (t->kind != ENT_TOKEN_WORD || work->taken[i] || work->token_hit[i] != ENT_NONE ||
        (c & (ENT_WORD_TITLE | ENT_WORD_PERSON)) == 0 || (c & ENT_WORD_PLURAL) != 0)
        return FALSE;
    if (i + 1 >= work->sentence->n_tokens || is_possessive (work, i))
        return TRUE;
    const EntToken *next = token (work, i + 1);
    if (next->kind != ENT_TOKEN_WORD)
        return TRUE;
    guint n = next->word->classes;
    if (next->hyphen || work->taken[i + 1])
        return FALSE;
    if ((n & (ENT_WORD_TITLE | ENT_WORD_PEOPLE | ENT_WORD_PERSON)) != 0)
        return FALSE;
    if ((n & ENT_WORD_TITLE_PART) != 0 &&
        (n & (ENT_WORD_PREPOSITION | ENT_WORD_VERB | ENT_WORD_ADVERB | ENT_WORD_POSSESSIVE)) == 0)
        return FALSE;
    return n != 0 || next->capital;
}

/* "the president of Iran": the state stands behind. */
static void
read_state_behind (const Work *work, Description *d)
{
    guint i = d->last;
    if (d->state != NULL || i + 1 >= work->sentence->n_tokens || !ent_token_is (token (work, i), "of"))
        return;
    i++;
    if ((classes (work, i) & ENT_WORD_DETERMINER) != 0 && i + 1 < work->sentence->n_tokens)
        i++;
    const EntName *name = name_of_token (work, i);
    if (name == NULL || !is_state (work, name) || name->kind == ENT_NAME_METONYM || work->taken[i])
        return;
    d->state = name;
    d->last = work->hit_last[work->token_hit[i]];
}

static guint
state_of (const Work *work, const EntName *name)
{
    if (name == NULL)
        return ENT_NONE;
    return is_state (work, name) ? name->entity : entity_at (work->discourse, name->entity)->state;
}

static guint
office_holder (const Work *work, const Description *d, gboolean *known)
{
    guint n = d->last - d->first;
    g_autofree gboolean *skip = g_new0 (gboolean, n);
    for (guint i = d->first; i < d->last; i++) {
        const EntName *inside = name_of_token (work, i);
        skip[i - d->first] = (inside != NULL && is_state (work, inside)) ||
                             ((classes (work, i) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0) ||
                             (classes (work, i) == 0 && !token (work, i)->capital);
    }
    g_autofree char *key = ent_title_key (work->sentence->tokens, d->first, d->last, skip);
    const EntName *state = d->state != NULL && is_state (work, d->state) ? d->state : NULL;
    return ent_offices_holder (work->discourse->offices, state_of (work, state), key,
                               work->discourse->article->date, known);
}

static gboolean
is_direct_official (const EntDiscourse *discourse, const EntNaming *naming)
{
    return !naming->weak && ent_naming_entity (discourse, naming)->kind == ENT_OFFICIAL;
}

/* TRUE if the official may be called so: the word stands in an office, or is one that any official
 * may be called by. */
static gboolean
may_be_called (const Work *work, const EntNaming *naming, const Description *d)
{
    static const char *const any[] = { "diplomat", "official", "leader",  "politician", "statesman", "man",
                                       "woman",    "guest",    "visitor", "host",       NULL };
    const EntEntity *entity = ent_naming_entity (work->discourse, naming);
    guint state = state_of (work, d->state);
    if (state != ENT_NONE && entity->state != state)
        return FALSE;
    if (is_one_of (work, d->head, any))
        return state != ENT_NONE || ent_token_is (token (work, d->head), "leader");
    return ent_office_may_be_called (entity, work->sentence->tokens, d->first, d->head + 1);
}

/* The official whom a description stands for: of those named in this sentence and the ones before, the
 * latest who may be called so, a subject before an object. Reaches back six sentences. */
static guint
find_antecedent (const Work *work, const Description *d)
{
    const EntDiscourse *discourse = work->discourse;
    guint best = ENT_NONE;
    for (guint i = discourse->namings->len; i-- > 0;) {
        const EntNaming *naming = ent_discourse_naming (discourse, i);
        if (naming->sentence + 6 < discourse->sentence)
            break;
        if (best != ENT_NONE && naming->sentence != ent_discourse_naming (discourse, best)->sentence)
            break;
        if (naming->sentence == discourse->sentence && naming->first >= d->first)
            continue;
        if (!is_direct_official (discourse, naming) || !may_be_called (work, naming, d))
            continue;
        if (best == ENT_NONE || (naming->subject && !ent_discourse_naming (discourse, best)->subject))
            best = i;
    }
    return best;
}

/* The name that a description is in apposition with: "Iran's president, Hassan Rouhani,". */
/* "the ambassador to the United Nations, Nikki Haley": what the title is of may stand between. */
static guint
name_beside (const Work *work, const Description *d)
{
    guint i = d->last;
    while (i + 1 < work->sentence->n_tokens && i < d->last + 8 && token (work, i)->kind == ENT_TOKEN_WORD &&
           (work->token_hit[i] != ENT_NONE || token (work, i)->capital || is_title_word (work, i) ||
            ent_token_is (token (work, i), "to") || ent_token_is (token (work, i), "of") ||
            ent_token_is (token (work, i), "for") || ent_token_is (token (work, i), "the")))
        i++;
    if (i + 1 >= work->sentence->n_tokens || token (work, i)->kind != ENT_TOKEN_COMMA || !work->taken[i + 1])
        return ENT_NONE;
    for (guint j = i + 1; j < work->sentence->n_tokens && work->taken[j];
         j++) /* a title may stand before it */
        if (is_official (work, name_of_token (work, j)))
            return i + 1;
    return ENT_NONE;
}

static void
resolve_description (Work *work, const Description *d)
{
    guint name = name_beside (work, d);
    if (name != ENT_NONE) {
        take (work, d->first, name - 1);
        return;
    }
    gboolean known = FALSE;
    guint entity = d->indefinite || d->former || d->own ? ENT_NONE : office_holder (work, d, &known);
    guint antecedent = ENT_NONE;
    EntHow how = ENT_HOW_OFFICE;
    if (d->own) { /* his Turkish counterpart */
        if (d->state != NULL)
            take (work, d->first, d->last);
        return;
    }
    if (entity == ENT_NONE && !d->indefinite && (d->definite || d->state != NULL)) {
        antecedent = find_antecedent (work, d);
        how = ENT_HOW_DESCRIPTION;
        if (antecedent != ENT_NONE)
            entity = ent_discourse_naming (work->discourse, antecedent)->mention.entity;
    }
    if (entity == ENT_NONE && d->state != NULL && is_state (work, d->state) && d->first < d->head) {
        entity = d->state->entity; /* somebody of the state */
        how = ENT_HOW_DEMONYM;
    }
    if (entity == ENT_NONE)
        return;
    EntNaming *naming = add_naming (work, entity, how, d->first, d->last, d->first, d->last);
    naming->mention.antecedent = antecedent;
    naming->person = naming->people = how == ENT_HOW_DEMONYM;
    take (work, d->first, d->last);
}

static void
resolve_descriptions (Work *work)
{
    for (guint i = 0; i < work->sentence->n_tokens; i++) {
        Description d;
        if (!is_description_head (work, i) || !read_description (work, i, &d))
            continue;
        read_state_behind (work, &d);
        if (d.definite || d.state != NULL || d.own)
            resolve_description (work, &d);
        i = MAX (i, d.last - 1);
    }
}

/* ---- a sentence ---- */

static int
compare_namings (gconstpointer a, gconstpointer b)
{
    const EntNaming *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

/* Which tokens each hit covers; a hit that covers none (its tokens are the sentence before's) is void. */
static void
lay_hits (Work *work)
{
    guint t = 0;
    for (guint i = 0; i < work->n_hits; i++) {
        const EntHit *hit = &work->hits[i];
        while (t < work->sentence->n_tokens && token (work, t)->start < hit->span.start)
            t++;
        work->hit_first[i] = t;
        while (t < work->sentence->n_tokens && token (work, t)->start < hit->span.end) {
            work->token_hit[t] = i;
            t++;
        }
        work->hit_last[i] = t;
        work->names[i] = t > work->hit_first[i] ? choose_name (work->discourse, hit) : NULL;
    }
}

void
ent_resolve (EntDiscourse *discourse, const EntSentence *sentence, guint first_hit, guint last_hit)
{
    guint n = last_hit - first_hit;
    Work work = { .discourse = discourse,
                  .sentence = sentence,
                  .n_hits = n,
                  .names = g_new0 (const EntName *, n + 1),
                  .hit_first = g_new0 (guint, n + 1),
                  .hit_last = g_new0 (guint, n + 1),
                  .token_hit = g_new (guint, sentence->n_tokens + 1),
                  .taken = g_new0 (gboolean, sentence->n_tokens + 1),
                  .hits = (const EntHit *)(gconstpointer)discourse->hits->data + first_hit };
    for (guint i = 0; i <= sentence->n_tokens; i++)
        work.token_hit[i] = ENT_NONE;
    guint first_naming = discourse->namings->len;
    discourse->sentence_start = first_naming;
    discourse->topic_before = discourse->topic;
    discourse->topic = (EntTopic){ .speaker = ENT_NONE };
    lay_hits (&work);
    resolve_officials (&work);
    take_appositives (&work, first_naming);
    resolve_descriptions (&work);
    resolve_states_and_organizations (&work);
    qsort (&g_array_index (discourse->namings, EntNaming, first_naming),
           discourse->namings->len - first_naming, sizeof (EntNaming), compare_namings);
    g_free (work.names);
    g_free (work.hit_first);
    g_free (work.hit_last);
    g_free (work.token_hit);
    g_free (work.taken);
}

/* ---- pronouns ---- */

static gboolean
agrees (const EntDiscourse *discourse, const EntNaming *naming, EntGender gender)
{
    EntGender own = ent_naming_entity (discourse, naming)->gender;
    return is_direct_official (discourse, naming) &&
           (own == ENT_GENDER_UNKNOWN || gender == ENT_GENDER_UNKNOWN || own == gender);
}

guint
ent_refer_pronoun (const EntDiscourse *discourse, guint before, EntGender gender, guint other)
{
    /* this sentence: its latest subject before the place */
    guint only = ENT_NONE;
    gboolean several = FALSE;
    for (guint i = discourse->namings->len; i-- > discourse->sentence_start;) {
        const EntNaming *naming = ent_discourse_naming (discourse, i);
        if (naming->first >= before)
            continue;
        if (naming->person && naming->subject)
            return ENT_NONE; /* somebody else, who is not known, is nearer */
        if (naming->mention.entity == other || !agrees (discourse, naming, gender))
            continue;
        if (naming->subject)
            return i;
        several |= only != ENT_NONE &&
                   ent_discourse_naming (discourse, only)->mention.entity != naming->mention.entity;
        only = i;
    }
    if (only != ENT_NONE)
        return several ? ENT_NONE : only;
    /* the sentence before: its first subject, or the only one */
    guint subject = ENT_NONE;
    for (guint i = discourse->sentence_start; i-- > 0;) {
        const EntNaming *naming = ent_discourse_naming (discourse, i);
        if (naming->sentence + 1 != discourse->sentence)
            break;
        if (naming->mention.entity == other || !agrees (discourse, naming, gender))
            continue;
        if (naming->subject)
            subject = i;
        several |= only != ENT_NONE &&
                   ent_discourse_naming (discourse, only)->mention.entity != naming->mention.entity;
        only = i;
    }
    if (subject != ENT_NONE)
        return subject;
    return several ? ENT_NONE : only;
}

#include "phrase.h"

#include <string.h>

typedef struct {
    const EntDiscourse *discourse;
    const EntSentence *sentence;
    guint *naming_at; /* per token: the naming whose phrase starts there, or ENT_NONE */
    gboolean *named;  /* per token: inside a naming, whose words have no class of their own */
    GArray *phrases;
} Chunker;

static const EntToken *
token (const Chunker *c, guint i)
{
    return &c->sentence->tokens[i];
}

static guint
classes (const Chunker *c, guint i)
{
    return i < c->sentence->n_tokens ? token (c, i)->word->classes : 0;
}

static gboolean
is_word (const Chunker *c, guint i)
{
    return i < c->sentence->n_tokens && token (c, i)->kind == ENT_TOKEN_WORD;
}

static const EntPhrase *
last_phrase (const Chunker *c)
{
    return c->phrases->len > 0 ? &g_array_index (c->phrases, EntPhrase, c->phrases->len - 1) : NULL;
}

static EntPhrase *
add_phrase (Chunker *c, EntPhraseKind kind, guint first, guint last)
{
    EntPhrase phrase = {
        .kind = kind, .first = first, .last = last, .head = ENT_NONE, .naming = ENT_NONE, .verb = ENT_NONE
    };
    g_array_append_val (c->phrases, phrase);
    return &g_array_index (c->phrases, EntPhrase, c->phrases->len - 1);
}

/* ---- verb or noun? ---- */

#define NOT_NOUN                                                                                             \
    (ENT_WORD_PREPOSITION | ENT_WORD_AND | ENT_WORD_BUT | ENT_WORD_SUBORDINATOR | ENT_WORD_RELATIVE |        \
     ENT_WORD_AUXILIARY | ENT_WORD_PRONOUN | ENT_WORD_NOT)

/* The word before is one behind which a noun, not a verb, is expected. */
static gboolean
expects_noun (const Chunker *c, guint i)
{
    if (i == 0 || !is_word (c, i - 1))
        return FALSE;
    const EntToken *before = token (c, i - 1);
    if (before->tail > before->end)
        return TRUE; /* X's */
    guint k = before->word->classes;
    if (c->named[i - 1] || (k & ENT_WORD_NOT) != 0)
        return FALSE;
    return (k & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE | ENT_WORD_NUMBER | ENT_WORD_UPCOMING |
                 ENT_WORD_CANCELLED)) != 0 ||
           ((k & ENT_WORD_PREPOSITION) != 0 && !ent_token_is (before, "to") &&
            (k & ENT_WORD_SUBORDINATOR) == 0);
}

static gboolean
starts_noun (const Chunker *c, guint i)
{
    if (!is_word (c, i))
        return FALSE;
    return c->naming_at[i] != ENT_NONE ||
           (classes (c, i) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE | ENT_WORD_PRONOUN)) != 0;
}

/* The noun phrase just read could be the subject of a verb in its base form: people, they. */
static gboolean
behind_plural (const Chunker *c)
{
    const EntPhrase *before = last_phrase (c);
    if (before == NULL || before->kind != ENT_PHRASE_NOUN || before->time)
        return FALSE;
    if (before->pronoun != ENT_PRONOUN_NONE)
        return TRUE;
    if (before->naming != ENT_NONE) {
        const EntPhrase *joint = before - 1; /* A and B meet; the Iranians meet */
        return ent_discourse_naming (c->discourse, before->naming)->mention.how == ENT_HOW_DEMONYM ||
               (c->phrases->len > 1 && joint->kind == ENT_PHRASE_AND) ||
               (c->phrases->len == 3 && joint->kind == ENT_PHRASE_COMMA) || /* headlines: "A, B meet" */
               (before->head != ENT_NONE && (classes (c, before->head) & ENT_WORD_PLURAL) != 0);
    }
    const char *folded = token (c, before->head)->folded;
    gsize n = strlen (folded);
    return n > 2 && folded[n - 1] == 's' && folded[n - 2] != 's';
}

static gboolean
is_ing_verb (const Chunker *c, guint i)
{
    if (expects_noun (c, i)) {
        /* "by meeting Y", "in meeting Y": a gerund with an object */
        return (classes (c, i - 1) & ENT_WORD_PREPOSITION) != 0 && !ent_token_is (token (c, i - 1), "with") &&
               !ent_token_is (token (c, i - 1), "of") && starts_noun (c, i + 1);
    }
    if ((classes (c, i) & ENT_WORD_NOUN) != 0 && i > 0 && is_word (c, i - 1) && last_phrase (c) != NULL &&
        last_phrase (c)->kind == ENT_PHRASE_NOUN)
        return FALSE; /* "emergency meeting" */
    const EntPhrase *before = last_phrase (c);
    gboolean adjective = before != NULL && before->kind == ENT_PHRASE_PREPOSITION && is_word (c, i + 1) &&
                         (classes (c, i) & ENT_WORD_TITLE_PART) != 0; /* with visiting envoy Y */
    return !adjective;
}

/* Whether the token is a lexical verb, given what stands before it. */
static gboolean
is_verb (const Chunker *c, guint i)
{
    if (!is_word (c, i) || token (c, i)->hyphen)
        return FALSE;
    guint k = classes (c, i);
    if ((k & ENT_WORD_VERB) == 0)
        return FALSE;
    if (is_word (c, i + 1) && token (c, i + 1)->hyphen)
        return FALSE;
    if ((k & ENT_WORD_ING) != 0)
        return is_ing_verb (c, i);
    if (expects_noun (c, i))
        return FALSE;
    gboolean may_be_noun =
        (k & (ENT_WORD_NOUN | ENT_WORD_TITLE | ENT_WORD_PEOPLE | ENT_WORD_TITLE_PART | ENT_WORD_UPCOMING)) !=
        0;
    const EntPhrase *before = last_phrase (c);
    gboolean behind_noun = before != NULL && before->kind == ENT_PHRASE_NOUN && !before->time;
    if ((k & ENT_WORD_PAST) != 0 || (k & ENT_WORD_PARTICIPLE) != 0) {
        if ((k & ENT_WORD_UPCOMING) != 0 && !behind_noun)
            return FALSE;
        return !may_be_noun || behind_noun || before == NULL || before->kind != ENT_PHRASE_NOUN;
    }
    if ((k & ENT_WORD_THIRD) != 0) {
        if (before != NULL && (before->kind == ENT_PHRASE_RELATIVE || before->kind == ENT_PHRASE_AND))
            return TRUE;
        if (!behind_noun)
            return FALSE;
        if ((k & ENT_WORD_NOUN) == 0)
            return TRUE;
        /* "Putin meets", but "peace talks", "Iran talks resume" */
        if (before->naming == ENT_NONE)
            return before->pronoun == ENT_PRONOUN_ONE;
        const EntNaming *naming = ent_discourse_naming (c->discourse, before->naming);
        return ent_naming_entity (c->discourse, naming)->kind == ENT_OFFICIAL || starts_noun (c, i + 1) ||
               ent_token_is (token (c, MIN (i + 1, c->sentence->n_tokens - 1)), "that");
    }
    /* base form, without "to" or an auxiliary before it */
    if (before != NULL && before->kind == ENT_PHRASE_RELATIVE)
        return TRUE;
    if (c->sentence->title_case && behind_noun && before->naming != ENT_NONE)
        return (k & ENT_WORD_NOUN) == 0;
    return behind_plural (c) && !may_be_noun;
}

/* ---- verb groups ---- */

static gboolean
is_base_verb (const Chunker *c, guint i)
{
    return is_word (c, i) && (classes (c, i) & ENT_WORD_BASE) != 0 && c->naming_at[i] == ENT_NONE;
}

static guint
skip_adverbs (const Chunker *c, guint i)
{
    while (is_word (c, i) && (classes (c, i) & (ENT_WORD_ADVERB | ENT_WORD_NOT)) != 0 &&
           (classes (c, i) & (ENT_WORD_AUXILIARY | ENT_WORD_TIME)) == 0 && c->naming_at[i] == ENT_NONE)
        i++;
    return i;
}

static gboolean
any_not (const Chunker *c, guint first, guint last)
{
    for (guint i = first; i < last; i++)
        if ((classes (c, i) & ENT_WORD_NOT) != 0)
            return TRUE;
    return FALSE;
}

/* "to meet", "to directly respond", "not to meet"; FALSE if an infinitive does not start here. */
static gboolean
read_infinitive (Chunker *c, guint *i)
{
    if (!is_word (c, *i) || !ent_token_is (token (c, *i), "to"))
        return FALSE;
    guint verb = skip_adverbs (c, *i + 1);
    gboolean be = is_word (c, verb) && ent_token_is (token (c, verb), "be");
    gboolean have = is_word (c, verb) && ent_token_is (token (c, verb), "have");
    guint lexical = verb;
    gboolean passive = FALSE;
    if (be || have) {
        guint next = skip_adverbs (c, verb + 1);
        if (is_word (c, next) && (classes (c, next) & (ENT_WORD_PARTICIPLE | (be ? ENT_WORD_ING : 0))) != 0) {
            passive = be && (classes (c, next) & ENT_WORD_PARTICIPLE) != 0;
            lexical = next;
        }
    } else if (!is_base_verb (c, verb) ||
               ((classes (c, verb) & (ENT_WORD_TITLE | ENT_WORD_PLURAL)) != 0 && token (c, verb)->capital)) {
        return FALSE;
    }
    EntPhrase *phrase = add_phrase (c, ENT_PHRASE_VERB, *i, lexical + 1);
    phrase->verb = lexical;
    phrase->infinitive = TRUE;
    phrase->passive = passive;
    phrase->negative = any_not (c, *i, lexical) || (*i > 0 && (classes (c, *i - 1) & ENT_WORD_NOT) != 0);
    *i = lexical + 1;
    return TRUE;
}

/* A verb group that starts with an auxiliary. */
static void
read_auxiliaries (Chunker *c, guint *i)
{
    EntPhrase *phrase = add_phrase (c, ENT_PHRASE_VERB, *i, *i + 1);
    guint be = ENT_NONE, at = *i;
    phrase->finite = (classes (c, at) & (ENT_WORD_MODAL | ENT_WORD_DO)) != 0 ||
                     !(ent_token_is (token (c, at), "being") || ent_token_is (token (c, at), "been") ||
                       ent_token_is (token (c, at), "having"));
    phrase->bare = phrase->progressive = !phrase->finite; /* "having met B" */
    phrase->verb = at;
    for (;;) {
        guint k = classes (c, at);
        if ((k & ENT_WORD_AUXILIARY) == 0 || !is_word (c, at))
            break;
        phrase->modal |= (k & ENT_WORD_MODAL) != 0;
        phrase->negative |= (k & ENT_WORD_NOT) != 0;
        if ((k & ENT_WORD_BE) != 0)
            be = at;
        phrase->verb = at;
        phrase->last = at + 1;
        guint next = skip_adverbs (c, at + 1);
        /* "will Putin meet": a question, or a wish; left to others */
        phrase->negative |= any_not (c, at + 1, next);
        at = next;
    }
    guint k = classes (c, at);
    gboolean lexical = is_word (c, at) && c->naming_at[at] == ENT_NONE && !token (c, at)->hyphen;
    gboolean after_be = be != ENT_NONE && be + 1 == phrase->last;
    if (lexical && after_be && (k & (ENT_WORD_PARTICIPLE | ENT_WORD_ING)) != 0) {
        phrase->passive = (k & ENT_WORD_PARTICIPLE) != 0;
        phrase->progressive = !phrase->passive || phrase->bare;
    } else if (lexical && !after_be && (k & ENT_WORD_VERB) != 0 &&
               ((k & (ENT_WORD_PARTICIPLE | ENT_WORD_BASE)) != 0)) {
        /* has met, will meet, did not meet; but "have talks" is a verb and its object */
        gboolean have = (classes (c, phrase->last - 1) & ENT_WORD_HAVE) != 0;
        if (have && (k & ENT_WORD_PARTICIPLE) == 0)
            lexical = FALSE;
    } else {
        lexical = FALSE;
    }
    if (lexical) {
        phrase->verb = at;
        phrase->last = at + 1;
    }
    *i = phrase->last;
}

static void
read_verb (Chunker *c, guint *i)
{
    guint k = classes (c, *i);
    EntPhrase *phrase = add_phrase (c, ENT_PHRASE_VERB, *i, *i + 1);
    phrase->verb = *i;
    gboolean participle = (k & ENT_WORD_PARTICIPLE) != 0;
    gboolean by = is_word (c, *i + 1) && ent_token_is (token (c, *i + 1), "by");
    const EntPhrase *before = c->phrases->len > 1 ? phrase - 1 : NULL;
    gboolean behind_noun =
        before != NULL && (before->kind == ENT_PHRASE_NOUN || before->kind == ENT_PHRASE_RELATIVE ||
                           before->kind == ENT_PHRASE_AND);
    if ((k & ENT_WORD_ING) != 0) {
        phrase->bare = phrase->progressive = TRUE;
    } else if (participle && ((k & ENT_WORD_PAST) == 0 || by || !behind_noun)) {
        /* "headed by", "Asked about"; a past form at the head of nothing is one too */
        gboolean comma_subject =
            before != NULL && before->kind == ENT_PHRASE_COMMA && !by && c->phrases->len > 2;
        gboolean quote = before != NULL && before->kind == ENT_PHRASE_QUOTE;
        gboolean but = before != NULL && before->kind == ENT_PHRASE_BUT;
        if ((k & ENT_WORD_PAST) != 0 && (comma_subject || quote || but))
            phrase->finite = TRUE;
        else
            phrase->bare = phrase->passive = TRUE;
    } else {
        phrase->finite = TRUE;
    }
    ++*i;
}

static gboolean
has_quote_within (const Chunker *c, guint i, int step)
{
    for (guint n = 1; n <= 5; n++) {
        gint64 j = (gint64)i + step * (gint64)n;
        if (j < 0 || j >= c->sentence->n_tokens)
            return FALSE;
        if (token (c, (guint)j)->kind == ENT_TOKEN_QUOTE)
            return n > 1;
        if (token (c, (guint)j)->kind != ENT_TOKEN_WORD)
            return FALSE;
    }
    return FALSE;
}

/* A few words in quotation marks are part of the sentence: had "very constructive" talks. */
static gboolean
is_scare_quote (const Chunker *c, guint i)
{
    return has_quote_within (c, i, 1) || has_quote_within (c, i, -1);
}

/* ---- noun phrases ---- */

static void
set_pronoun (EntPhrase *phrase, const EntToken *t)
{
    static const struct {
        const char *word;
        EntPronoun pronoun;
        EntGender gender;
    } pronouns[] = {
        { "he", ENT_PRONOUN_ONE, ENT_GENDER_MALE },       { "him", ENT_PRONOUN_ONE, ENT_GENDER_MALE },
        { "she", ENT_PRONOUN_ONE, ENT_GENDER_FEMALE },    { "her", ENT_PRONOUN_ONE, ENT_GENDER_FEMALE },
        { "they", ENT_PRONOUN_MANY, ENT_GENDER_UNKNOWN }, { "them", ENT_PRONOUN_MANY, ENT_GENDER_UNKNOWN },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (pronouns); i++)
        if (ent_token_is (t, pronouns[i].word)) {
            phrase->pronoun = pronouns[i].pronoun;
            phrase->gender = pronouns[i].gender;
        }
}

static void
set_own (EntPhrase *phrase, const EntToken *t)
{
    if (ent_token_is (t, "his") || ent_token_is (t, "her")) {
        phrase->own = ENT_PRONOUN_ONE;
        phrase->gender = ent_token_is (t, "his") ? ENT_GENDER_MALE : ENT_GENDER_FEMALE;
    } else if (ent_token_is (t, "their")) {
        phrase->own = ENT_PRONOUN_MANY;
    }
}

static void
add_owner (EntPhrase *phrase, guint naming)
{
    if (phrase->n_owners < ENT_MAX_OWNERS)
        phrase->owners[phrase->n_owners++] = naming;
}

/* A word that goes on with a noun phrase which has begun. */
static gboolean
continues_noun (const Chunker *c, const EntPhrase *phrase, guint i)
{
    if (!is_word (c, i) || c->naming_at[i] != ENT_NONE)
        return is_word (c, i);
    guint k = classes (c, i);
    if (token (c, i)->hyphen)
        return TRUE;
    if ((k & NOT_NOUN) != 0 && (k & ENT_WORD_TITLE_PART) == 0)
        return FALSE;
    if (ent_token_is (token (c, i), "to") || ent_token_is (token (c, i), "of"))
        return FALSE;
    gboolean begun = phrase->head != ENT_NONE;
    if (phrase->naming != ENT_NONE && !ent_discourse_naming (c->discourse, phrase->naming)->weak) {
        /* "Trump administration", "U.S. sanctions"; but "met Kim next week", "called Trump useful" */
        gboolean official =
            ent_naming_entity (c->discourse, ent_discourse_naming (c->discourse, phrase->naming))->kind ==
            ENT_OFFICIAL;
        if ((k & (ENT_WORD_NUMBER | ENT_WORD_TIME | ENT_WORD_UPCOMING | ENT_WORD_DETERMINER)) != 0 ||
            (official && (k & (ENT_WORD_NOUN | ENT_WORD_PEOPLE)) == 0))
            return FALSE;
    }
    if (begun && (k & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0)
        return FALSE;
    /* "the two-hour talks Monday": time is a phrase of its own */
    if (begun && (k & ENT_WORD_TIME) != 0 && !phrase->time &&
        (classes (c, phrase->head) & ENT_WORD_NUMBER) == 0)
        return FALSE;
    if ((k & ENT_WORD_ADVERB) != 0 && (k & (ENT_WORD_DETERMINER | ENT_WORD_TIME)) == 0)
        return i + 1 < c->sentence->n_tokens && is_word (c, i + 1) && !begun &&
               (classes (c, i + 1) & NOT_NOUN) == 0;
    return TRUE;
}

/* A verb form inside a noun phrase: "the proposed summit", "alleged attack". */
static gboolean
is_adjective_before_noun (const Chunker *c, guint i)
{
    guint k = classes (c, i);
    if ((k & (ENT_WORD_PARTICIPLE | ENT_WORD_ING)) == 0 || !is_word (c, i + 1))
        return FALSE;
    guint next = classes (c, i + 1);
    return expects_noun (c, i) && (next & NOT_NOUN) == 0 && !ent_token_is (token (c, i + 1), "to");
}

static void
read_noun (Chunker *c, guint *at)
{
    guint i = *at;
    EntPhrase *phrase = add_phrase (c, ENT_PHRASE_NOUN, i, i);
    while (is_word (c, i) ||
           (i < c->sentence->n_tokens && i > phrase->first && token (c, i)->kind == ENT_TOKEN_QUOTE &&
            is_scare_quote (c, i) && is_word (c, i + 1))) {
        if (!is_word (c, i)) {
            i++;
            continue;
        }
        if (i > phrase->first && c->naming_at[i] == ENT_NONE && !token (c, i)->hyphen &&
            !is_adjective_before_noun (c, i)) {
            gboolean owner_before = phrase->naming == ENT_NONE && phrase->n_owners > 0 &&
                                    token (c, i - 1)->tail > token (c, i - 1)->end;
            phrase->last = i; /* is_verb looks at the phrase so far */
            if (!owner_before && phrase->head != ENT_NONE && is_verb (c, i))
                break;
        }
        if (i > phrase->first && !continues_noun (c, phrase, i))
            break;
        guint index = c->naming_at[i];
        if (index != ENT_NONE) {
            const EntNaming *naming = ent_discourse_naming (c->discourse, index);
            if (phrase->naming != ENT_NONE) {
                gboolean joined = token (c, i)->hyphen;
                if (!joined && !ent_discourse_naming (c->discourse, phrase->naming)->weak)
                    break; /* two names side by side are two phrases */
                add_owner (phrase, phrase->naming);
                phrase->naming = ENT_NONE;
            }
            i = naming->last;
            phrase->head = i - 1;
            if (naming->possessive)
                add_owner (phrase, index);
            else
                phrase->naming = index;
            continue;
        }
        guint k = classes (c, i);
        const EntToken *t = token (c, i);
        if ((k & ENT_WORD_PRONOUN) != 0 && i == phrase->first &&
            (!ent_token_is (t, "her") || !is_word (c, i + 1) || !continues_noun (c, phrase, i + 1))) {
            set_pronoun (phrase, t);
            phrase->head = i++;
            break;
        }
        if ((k & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0 && phrase->head == ENT_NONE) {
            phrase->no |= ent_token_is (t, "no");
            set_own (phrase, t);
        } else {
            if (phrase->naming != ENT_NONE) { /* "U.S. sanctions": the name describes */
                add_owner (phrase, phrase->naming);
                phrase->naming = ENT_NONE;
            }
            phrase->head = i;
        }
        phrase->time |= (k & ENT_WORD_TIME) != 0 && phrase->n_owners == 0;
        if (t->tail > t->end) { /* "the minister's": what follows is owned */
            i++;
            continue;
        }
        i++;
    }
    phrase->last = i;
    if (phrase->head == ENT_NONE)
        phrase->head = phrase->last - 1;
    if (phrase->naming != ENT_NONE ||
        (classes (c, phrase->head) & (ENT_WORD_TIME | ENT_WORD_NOUN)) == ENT_WORD_NOUN)
        phrase->time = FALSE; /* "next week's summit" */
    *at = i;
}

/* ---- the row ---- */

static guint
skip_bracket (const Chunker *c, guint i)
{
    guint j = i + 1;
    while (j < c->sentence->n_tokens && token (c, j)->kind != ENT_TOKEN_CLOSE)
        j++;
    return j < c->sentence->n_tokens ? j + 1 : i + 1;
}

/* "Esper, left, and Lich shake hands": where somebody stands in a photograph. */
static gboolean
is_caption_side (const Chunker *c, guint i)
{
    return is_word (c, i) && i + 1 < c->sentence->n_tokens && token (c, i + 1)->kind == ENT_TOKEN_COMMA &&
           (ent_token_is (token (c, i), "left") || ent_token_is (token (c, i), "right") ||
            ent_token_is (token (c, i), "center") || ent_token_is (token (c, i), "centre"));
}

static void
read_mark (Chunker *c, guint *i)
{
    switch (token (c, *i)->kind) {
    case ENT_TOKEN_COMMA:
        if (is_caption_side (c, *i + 1)) {
            *i += 2;
            return;
        }
        add_phrase (c, ENT_PHRASE_COMMA, *i, *i + 1);
        break;
    case ENT_TOKEN_DASH:
        add_phrase (c, ENT_PHRASE_COMMA, *i, *i + 1);
        break;
    case ENT_TOKEN_QUOTE:
        if (is_scare_quote (c, *i))
            break;
        add_phrase (c, ENT_PHRASE_QUOTE, *i, *i + 1);
        break;
    case ENT_TOKEN_OPEN:
        *i = skip_bracket (c, *i);
        return;
    case ENT_TOKEN_STOP:
        add_phrase (c, ENT_PHRASE_STOP, *i, *i + 1);
        break;
    default:
        break;
    }
    ++*i;
}

/* "after Putin met Assad": the preposition begins a clause when a verb follows its noun. */
static gboolean
begins_clause (const Chunker *c, guint i)
{
    for (guint j = i + 1; is_word (c, j) && j < i + 12; j++) {
        guint k = classes (c, j);
        if (c->naming_at[j] != ENT_NONE) {
            j = ent_discourse_naming (c->discourse, c->naming_at[j])->last - 1;
            continue;
        }
        if ((k & (ENT_WORD_AUXILIARY)) != 0 ||
            ((k & (ENT_WORD_PAST | ENT_WORD_THIRD)) != 0 && (k & ENT_WORD_NOUN) == 0 && j > i + 1 &&
             !expects_noun (c, j)))
            return j > i + 1;
        if ((k & (ENT_WORD_PREPOSITION | ENT_WORD_AND | ENT_WORD_ING)) != 0)
            return FALSE;
    }
    return FALSE;
}

static gboolean
is_as_well_as (const Chunker *c, guint i)
{
    return is_word (c, i + 2) && ent_token_is (token (c, i), "as") &&
           ent_token_is (token (c, i + 1), "well") && ent_token_is (token (c, i + 2), "as");
}

static void
read_word (Chunker *c, guint *i)
{
    guint k = classes (c, *i);
    const EntToken *t = token (c, *i);
    if (c->naming_at[*i] != ENT_NONE) {
        read_noun (c, i);
    } else if (is_as_well_as (c, *i)) {
        add_phrase (c, ENT_PHRASE_AND, *i, *i + 3);
        *i += 3;
    } else if (read_infinitive (c, i)) {
        return;
    } else if ((k & ENT_WORD_RELATIVE) != 0) {
        add_phrase (c, ENT_PHRASE_RELATIVE, *i, *i + 1);
        ++*i;
    } else if ((k & ENT_WORD_AND) != 0) {
        add_phrase (c, ENT_PHRASE_AND, *i, *i + 1);
        ++*i;
    } else if ((k & ENT_WORD_BUT) != 0) {
        add_phrase (c, ENT_PHRASE_BUT, *i, *i + 1);
        ++*i;
    } else if ((k & ENT_WORD_AUXILIARY) != 0) {
        read_auxiliaries (c, i);
    } else if (((k & ENT_WORD_SUBORDINATOR) != 0 && (k & ENT_WORD_PREPOSITION) == 0 &&
                !(ent_token_is (t, "that") && starts_noun (c, *i + 1) == FALSE && expects_noun (c, *i))) ||
               ((k & ENT_WORD_SUBORDINATOR) != 0 && begins_clause (c, *i))) {
        add_phrase (c, ENT_PHRASE_SUBORDINATOR, *i, *i + 1);
        ++*i;
    } else if ((k & ENT_WORD_PREPOSITION) != 0 && (k & ENT_WORD_TITLE_PART) == 0) {
        add_phrase (c, ENT_PHRASE_PREPOSITION, *i, *i + 1);
        ++*i;
    } else if (is_verb (c, *i)) {
        read_verb (c, i);
    } else if ((k & ENT_WORD_NOT) != 0 ||
               ((k & ENT_WORD_ADVERB) != 0 && (k & (ENT_WORD_TIME | ENT_WORD_DETERMINER)) == 0)) {
        ++*i; /* "not" outside a verb group stays with the words around it */
    } else {
        read_noun (c, i);
    }
}

void
ent_phrases (const EntDiscourse *discourse, const EntSentence *sentence, GArray *phrases)
{
    g_array_set_size (phrases, 0);
    guint n = sentence->n_tokens;
    Chunker c = { discourse, sentence, g_new (guint, n + 1), g_new0 (gboolean, n + 1), phrases };
    for (guint i = 0; i <= n; i++)
        c.naming_at[i] = ENT_NONE;
    for (guint i = discourse->sentence_start; i < discourse->namings->len; i++) {
        const EntNaming *naming = ent_discourse_naming (discourse, i);
        c.naming_at[naming->first] = i;
        for (guint j = naming->first; j < naming->last; j++)
            c.named[j] = TRUE;
    }
    for (guint i = 0; i < n;)
        if (token (&c, i)->kind == ENT_TOKEN_WORD)
            read_word (&c, &i);
        else
            read_mark (&c, &i);
    g_free (c.naming_at);
    g_free (c.named);
}

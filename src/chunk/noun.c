/* noun.c - noun phrases: who owns them, what their head is. */
#include "chunker.h"

static gboolean
has_quote_within (const EntChunker *c, guint i, int step)
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
gboolean
ent_chunk_is_scare_quote (const EntChunker *c, guint i)
{
    return has_quote_within (c, i, 1) || has_quote_within (c, i, -1);
}

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
continues_noun (const EntChunker *c, const EntPhrase *phrase, guint i)
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
is_adjective_before_noun (const EntChunker *c, guint i)
{
    guint k = classes (c, i);
    if ((k & (ENT_WORD_PARTICIPLE | ENT_WORD_ING)) == 0 || !is_word (c, i + 1))
        return FALSE;
    guint next = classes (c, i + 1);
    return ent_chunk_expects_noun (c, i) && (next & NOT_NOUN) == 0 && !ent_token_is (token (c, i + 1), "to");
}

/* "U.S. sanctions", "the A-B summit": a name that only describes what follows. */
static void
naming_is_owner (EntPhrase *phrase)
{
    add_owner (phrase, phrase->naming);
    phrase->naming = ENT_NONE;
}

/* Takes the naming that starts at *i into the phrase; FALSE where it begins another. */
static gboolean
take_naming (const EntChunker *c, EntPhrase *phrase, guint *i)
{
    guint index = c->naming_at[*i];
    const EntNaming *naming = ent_discourse_naming (c->discourse, index);
    if (phrase->head != ENT_NONE && phrase->time && (classes (c, phrase->head) & ENT_WORD_TIME) != 0 &&
        !is_possessive (c, phrase->head))
        return FALSE; /* "on Monday Theresa May's …" */
    if (phrase->head != ENT_NONE && phrase->naming == ENT_NONE && !token (c, *i)->hyphen &&
        !is_possessive (c, phrase->head) &&
        (classes (c, phrase->head) &
         (ENT_WORD_NOUN | ENT_WORD_TITLE | ENT_WORD_PEOPLE | ENT_WORD_TITLE_PART)) == ENT_WORD_NOUN)
        return FALSE; /* "a charge Moscow denies" */
    if (phrase->naming != ENT_NONE) {
        gboolean joined = token (c, *i)->hyphen;
        if (!joined && !ent_discourse_naming (c->discourse, phrase->naming)->weak)
            return FALSE; /* two names side by side are two phrases */
        naming_is_owner (phrase);
    }
    if (naming->possessive)
        add_owner (phrase, index);
    else
        phrase->naming = index;
    phrase->head = naming->last - 1;
    *i = naming->last;
    return TRUE;
}

static void
take_word (const EntChunker *c, EntPhrase *phrase, guint i)
{
    if ((classes (c, i) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0 && phrase->head == ENT_NONE) {
        phrase->no |= ent_token_is (token (c, i), "no");
        set_own (phrase, token (c, i));
        return;
    }
    if (phrase->naming != ENT_NONE)
        naming_is_owner (phrase);
    if (is_possessive (c, i) && (classes (c, i) & ENT_WORD_PEOPLE) == 0)
        phrase->n_owners = 0; /* "the UN watchdog's claims" are the watchdog's */
    phrase->head = i;
}

/* The "and" of "frank and open talks", where a noun that the grammar knows follows two words that it does not. */
static gboolean
is_between_adjectives (const EntChunker *c, const EntPhrase *phrase, guint i)
{
    return (classes (c, i) & ENT_WORD_AND) != 0 && i + 2 < c->sentence->n_tokens &&
           phrase->head != ENT_NONE && phrase->naming == ENT_NONE && phrase->head + 1 == i &&
           !token (c, i - 1)->capital && !is_possessive (c, i - 1) &&
           (classes (c, i - 1) & ~ENT_WORD_ADVERB) == 0 && is_word (c, i + 1) && is_word (c, i + 2) &&
           c->naming_at[i + 1] == ENT_NONE && (classes (c, i + 1) & ~ENT_WORD_ADVERB) == 0 &&
           (classes (c, i + 2) & ENT_WORD_NOUN) != 0;
}

/* A pronoun is a phrase by itself; but "her" may go on: her talks. */
static gboolean
is_pronoun (const EntChunker *c, const EntPhrase *phrase, guint i)
{
    return (classes (c, i) & ENT_WORD_PRONOUN) != 0 && c->naming_at[i] == ENT_NONE &&
           (!ent_token_is (token (c, i), "her") || !is_word (c, i + 1) || !continues_noun (c, phrase, i + 1));
}

/* The verb of the phrase stands here: "his talks | failed". */
static gboolean
is_verb_behind (const EntChunker *c, EntPhrase *phrase, guint i)
{
    if (phrase->head == ENT_NONE || c->naming_at[i] != ENT_NONE || token (c, i)->hyphen ||
        is_adjective_before_noun (c, i))
        return FALSE;
    gboolean owned = phrase->naming == ENT_NONE && phrase->n_owners > 0 && is_possessive (c, i - 1);
    phrase->last = i; /* is_verb looks at the phrase so far */
    return !owned && ent_chunk_is_verb (c, i);
}

/* Takes the word at *i into the phrase; FALSE where it belongs to it no more. */
static gboolean
take_token (const EntChunker *c, EntPhrase *phrase, guint *i)
{
    guint at = *i;
    if (at > phrase->first && is_verb_behind (c, phrase, at))
        return FALSE;
    if (is_between_adjectives (c, phrase, at)) {
        ++*i;
        return TRUE;
    }
    if (at > phrase->first && !continues_noun (c, phrase, at))
        return FALSE;
    if (c->naming_at[at] != ENT_NONE)
        return take_naming (c, phrase, i);
    take_word (c, phrase, at);
    const EntToken *t = token (c, at);
    phrase->no |= at == phrase->first && (ent_token_is (t, "nobody") || ent_token_is (t, "none"));
    phrase->time |= (classes (c, at) & ENT_WORD_TIME) != 0 && phrase->n_owners == 0;
    ++*i;
    return TRUE;
}

/* Over the quotation mark before a word of the phrase. */
static guint
skip_scare_quote (const EntChunker *c, guint i)
{
    gboolean quote = i < c->sentence->n_tokens && token (c, i)->kind == ENT_TOKEN_QUOTE;
    return quote && is_word (c, i + 1) && ent_chunk_is_scare_quote (c, i) ? i + 1 : i;
}

void
ent_chunk_noun (EntChunker *c, guint *at)
{
    guint i = *at;
    EntPhrase *phrase = ent_chunk_add (c, ENT_PHRASE_NOUN, i, i);
    if (is_pronoun (c, phrase, i)) {
        set_pronoun (phrase, token (c, i));
        phrase->head = i++;
    } else {
        while (is_word (c, i) && take_token (c, phrase, &i))
            i = skip_scare_quote (c, i);
    }
    phrase->last = i;
    if (phrase->head == ENT_NONE)
        phrase->head = phrase->last - 1;
    if (phrase->naming != ENT_NONE ||
        (classes (c, phrase->head) & (ENT_WORD_TIME | ENT_WORD_NOUN)) == ENT_WORD_NOUN)
        phrase->time = FALSE; /* "next week's summit" */
    *at = i;
}

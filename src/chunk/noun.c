/* noun.c - noun phrases: who owns them, what their head is. */
#include "chunker.h"

static gboolean
has_quote_within (const EntChunker *c, guint i, int step)
{
    for (guint n = 1; n <= 5; n++) {
        gint64 j = (gint64)i + step * (gint64)n;
        if (j < 0 || j >= c->sentence->n_tokens)
            return FALSE;
        if (token (c->sentence, (guint)j)->kind == ENT_TOKEN_QUOTE)
            return n > 1;
        if (token (c->sentence, (guint)j)->kind != ENT_TOKEN_WORD)
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
set_pronoun (EntChunk *chunk, const EntToken *t)
{
    gboolean he = ent_is (t, ENT_IS_MASCULINE), she = ent_is (t, ENT_IS_FEMININE);
    chunk->pronoun = he || she                    ? ENT_PRONOUN_ONE
                     : ent_is (t, ENT_IS_NEUTER)  ? ENT_PRONOUN_IT
                     : ent_is (t, ENT_IS_SEVERAL) ? ENT_PRONOUN_MANY
                                                  : ENT_PRONOUN_NONE;
    chunk->gender = he ? ENT_GENDER_MALE : she ? ENT_GENDER_FEMALE : ENT_GENDER_UNKNOWN;
    chunk->nominative = ent_is (t, ENT_IS_NOMINATIVE);
}

static void
set_own (EntChunk *chunk, const EntToken *t)
{
    if (ent_is (t, ENT_IS_MASCULINE) || ent_is (t, ENT_IS_FEMININE)) {
        chunk->own = ENT_PRONOUN_ONE;
        chunk->gender = ent_is (t, ENT_IS_MASCULINE) ? ENT_GENDER_MALE : ENT_GENDER_FEMALE;
    } else if (ent_is (t, ENT_IS_SEVERAL)) {
        chunk->own = ENT_PRONOUN_MANY;
    } else if (ent_is (t, ENT_IS_NEUTER)) {
        chunk->own = ENT_PRONOUN_IT;
    }
}

static void
add_owner (EntChunk *chunk, guint named)
{
    if (chunk->n_owners < ENT_MAX_OWNERS)
        chunk->owners[chunk->n_owners++] = named;
}

/* A word that continues a noun phrase. */
static gboolean
continues_noun (const EntChunker *c, const EntChunk *chunk, guint i)
{
    if (!is_word (c->sentence, i) || c->named_at[i] != ENT_NONE)
        return is_word (c->sentence, i);
    guint k = classes (c->sentence, i);
    if (token (c->sentence, i)->hyphen)
        return TRUE;
    if ((k & NOT_NOUN) != 0 && (k & ENT_WORD_TITLE_PART) == 0)
        return FALSE;
    if (ent_is (token (c->sentence, i), ENT_IS_DATIVE) || ent_is (token (c->sentence, i), ENT_IS_GENITIVE))
        return FALSE;
    gboolean begun = chunk->head != ENT_NONE;
    if (chunk->named != ENT_NONE && !ent_discourse_named (c->discourse, chunk->named)->not_actor) {
        /* "Trump administration", "U.S. sanctions"; but "met Kim next week", "called Trump useful" */
        gboolean official =
            ent_named_entity (c->discourse, ent_discourse_named (c->discourse, chunk->named))->kind ==
            ENT_OFFICIAL;
        if ((k & (ENT_WORD_NUMBER | ENT_WORD_TIME | ENT_WORD_UPCOMING | ENT_WORD_DETERMINER)) != 0 ||
            (official && (k & (ENT_WORD_NOUN | ENT_WORD_PEOPLE)) == 0))
            return FALSE;
    }
    if (begun && (k & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0)
        return FALSE;
    /* "the two-hour talks Monday": time is a chunk of its own */
    if (begun && (k & ENT_WORD_TIME) != 0 && !chunk->time &&
        (classes (c->sentence, chunk->head) & ENT_WORD_NUMBER) == 0)
        return FALSE;
    if ((k & ENT_WORD_ADVERB) != 0 && (k & (ENT_WORD_DETERMINER | ENT_WORD_TIME)) == 0)
        return i + 1 < c->sentence->n_tokens && is_word (c->sentence, i + 1) && !begun &&
               (classes (c->sentence, i + 1) & NOT_NOUN) == 0;
    return TRUE;
}

/* A verb form inside a noun phrase: "the proposed summit", "alleged attack". */
static gboolean
is_adjective_before_noun (const EntChunker *c, guint i)
{
    guint k = classes (c->sentence, i);
    if ((k & (ENT_WORD_PARTICIPLE | ENT_WORD_ING)) == 0 || !is_word (c->sentence, i + 1))
        return FALSE;
    guint next = classes (c->sentence, i + 1);
    return ent_chunk_expects_noun (c, i) && (next & NOT_NOUN) == 0 &&
           !ent_is (token (c->sentence, i + 1), ENT_IS_DATIVE);
}

/* "U.S. sanctions", "the A-B summit": a name that only describes what follows. */
static void
named_is_owner (EntChunk *chunk)
{
    add_owner (chunk, chunk->named);
    chunk->named = ENT_NONE;
}

/* Takes the named phrase that starts at *i into the phrase; FALSE where it begins another. */
static gboolean
take_named (const EntChunker *c, EntChunk *chunk, guint *i)
{
    guint index = c->named_at[*i];
    const EntNamedPhrase *named = ent_discourse_named (c->discourse, index);
    if (chunk->head != ENT_NONE && chunk->time && (classes (c->sentence, chunk->head) & ENT_WORD_TIME) != 0 &&
        !is_possessive (c->sentence, chunk->head))
        return FALSE; /* "on Monday Theresa May's …" */
    if (chunk->head != ENT_NONE && chunk->named == ENT_NONE && !token (c->sentence, *i)->hyphen &&
        !is_possessive (c->sentence, chunk->head) &&
        (classes (c->sentence, chunk->head) &
         (ENT_WORD_NOUN | ENT_WORD_TITLE | ENT_WORD_PEOPLE | ENT_WORD_TITLE_PART)) == ENT_WORD_NOUN)
        return FALSE; /* "a charge Moscow denies" */
    if (chunk->named != ENT_NONE) {
        gboolean joined = token (c->sentence, *i)->hyphen;
        if (!joined && !ent_discourse_named (c->discourse, chunk->named)->not_actor)
            return FALSE; /* two names side by side are two chunks */
        named_is_owner (chunk);
    }
    if (named->possessive)
        add_owner (chunk, index);
    else
        chunk->named = index;
    chunk->head = named->last - 1;
    *i = named->last;
    return TRUE;
}

static void
take_word (const EntChunker *c, EntChunk *chunk, guint i)
{
    if ((classes (c->sentence, i) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0 &&
        chunk->head == ENT_NONE) {
        chunk->no |= ent_is (token (c->sentence, i), ENT_IS_NEGATIVE_DETERMINER);
        set_own (chunk, token (c->sentence, i));
        return;
    }
    if (chunk->named != ENT_NONE)
        named_is_owner (chunk);
    if (is_possessive (c->sentence, i) && (classes (c->sentence, i) & ENT_WORD_PEOPLE) == 0)
        chunk->n_owners = 0; /* "the UN watchdog's claims" are the watchdog's */
    chunk->head = i;
}

/* The "and" of "frank and open talks", where a noun that the grammar knows follows two words that it does not. */
static gboolean
is_between_adjectives (const EntChunker *c, const EntChunk *chunk, guint i)
{
    return (classes (c->sentence, i) & ENT_WORD_AND) != 0 && i + 2 < c->sentence->n_tokens &&
           chunk->head != ENT_NONE && chunk->named == ENT_NONE && chunk->head + 1 == i &&
           !token (c->sentence, i - 1)->capital && !is_possessive (c->sentence, i - 1) &&
           (classes (c->sentence, i - 1) & ~ENT_WORD_ADVERB) == 0 && is_word (c->sentence, i + 1) &&
           is_word (c->sentence, i + 2) && c->named_at[i + 1] == ENT_NONE &&
           (classes (c->sentence, i + 1) & ~ENT_WORD_ADVERB) == 0 &&
           (classes (c->sentence, i + 2) & ENT_WORD_NOUN) != 0;
}

/* A pronoun is a chunk by itself; but "her" may go on: her talks. */
static gboolean
is_pronoun (const EntChunker *c, const EntChunk *chunk, guint i)
{
    return (classes (c->sentence, i) & ENT_WORD_PRONOUN) != 0 && c->named_at[i] == ENT_NONE &&
           ((classes (c->sentence, i) & ENT_WORD_POSSESSIVE) == 0 || !is_word (c->sentence, i + 1) ||
            !continues_noun (c, chunk, i + 1));
}

/* The verb behind the noun phrase is here: "his talks | failed". */
static gboolean
is_verb_behind (const EntChunker *c, EntChunk *chunk, guint i)
{
    if (chunk->head == ENT_NONE || c->named_at[i] != ENT_NONE || token (c->sentence, i)->hyphen ||
        is_adjective_before_noun (c, i))
        return FALSE;
    gboolean owned = chunk->named == ENT_NONE && chunk->n_owners > 0 && is_possessive (c->sentence, i - 1);
    chunk->last = i; /* is_verb reads the chunk so far */
    return !owned && ent_chunk_is_verb (c, i);
}

/* Takes the word at *i into the chunk; FALSE where it no longer belongs to it. */
static gboolean
take_token (const EntChunker *c, EntChunk *chunk, guint *i)
{
    guint at = *i;
    const guint joins = ENT_WORD_PREPOSITION | ENT_WORD_AND | ENT_WORD_BUT | ENT_WORD_DETERMINER;
    if (at > chunk->first && token (c->sentence, at)->hyphen && c->named_at[at] == ENT_NONE &&
        (classes (c->sentence, at) & joins) != 0) {
        ++*i; /* one-on-one talks */
        return TRUE;
    }
    if (at > chunk->first && is_verb_behind (c, chunk, at))
        return FALSE;
    if (is_between_adjectives (c, chunk, at)) {
        ++*i;
        return TRUE;
    }
    if (at > chunk->first && !continues_noun (c, chunk, at))
        return FALSE;
    if (c->named_at[at] != ENT_NONE)
        return take_named (c, chunk, i);
    take_word (c, chunk, at);
    const EntToken *t = token (c->sentence, at);
    chunk->no |= at == chunk->first && ent_is (t, ENT_IS_NEGATIVE_PRONOUN);
    chunk->time |= (classes (c->sentence, at) & ENT_WORD_TIME) != 0 && chunk->n_owners == 0;
    ++*i;
    return TRUE;
}

/* Over the quotation mark before a word of the chunk. */
static guint
skip_scare_quote (const EntChunker *c, guint i)
{
    gboolean quote = i < c->sentence->n_tokens && token (c->sentence, i)->kind == ENT_TOKEN_QUOTE;
    return quote && is_word (c->sentence, i + 1) && ent_chunk_is_scare_quote (c, i) ? i + 1 : i;
}

void
ent_chunk_noun (EntChunker *c, guint *at)
{
    guint i = *at;
    EntChunk *chunk = ent_chunk_add (c, ENT_CHUNK_NOUN, i, i);
    if (is_pronoun (c, chunk, i)) {
        set_pronoun (chunk, token (c->sentence, i));
        chunk->head = i++;
    } else {
        while (is_word (c->sentence, i) && take_token (c, chunk, &i))
            i = skip_scare_quote (c, i);
    }
    chunk->last = i;
    if (chunk->head == ENT_NONE)
        chunk->head = chunk->last - 1;
    if (chunk->named != ENT_NONE ||
        (classes (c->sentence, chunk->head) & (ENT_WORD_TIME | ENT_WORD_NOUN)) == ENT_WORD_NOUN)
        chunk->time = FALSE; /* "next week's summit" */
    *at = i;
}

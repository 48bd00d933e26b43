/* chunk.c - the loop over the tokens of a sentence that makes its chunks. */
#include "chunker.h"

static guint
skip_bracket (const EntChunker *c, guint i)
{
    guint j = i + 1;
    while (j < c->sentence->n_tokens && token (c->sentence, j)->kind != ENT_TOKEN_CLOSE)
        j++;
    return j < c->sentence->n_tokens ? j + 1 : i + 1;
}

/* "Esper, left, and Lich shake hands": the place of a person in a photograph. */
static gboolean
is_caption_side (const EntChunker *c, guint i)
{
    return is_word (c->sentence, i) && i + 1 < c->sentence->n_tokens &&
           token (c->sentence, i + 1)->kind == ENT_TOKEN_COMMA &&
           (ent_is (token (c->sentence, i), ENT_IS_CAPTION_SIDE) ||
            ent_is (token (c->sentence, i), ENT_IS_CAPTION_SIDE) ||
            ent_is (token (c->sentence, i), ENT_IS_CAPTION_SIDE) ||
            ent_is (token (c->sentence, i), ENT_IS_CAPTION_SIDE));
}

static void
read_mark (EntChunker *c, guint *i)
{
    switch (token (c->sentence, *i)->kind) {
    case ENT_TOKEN_COMMA:
        if (is_caption_side (c, *i + 1)) {
            *i += 2;
            return;
        }
        ent_chunk_add (c, ENT_CHUNK_COMMA, *i, *i + 1);
        break;
    case ENT_TOKEN_DASH:
        ent_chunk_add (c, ENT_CHUNK_COMMA, *i, *i + 1);
        break;
    case ENT_TOKEN_QUOTE:
        if (ent_chunk_is_scare_quote (c, *i))
            break;
        ent_chunk_add (c, ENT_CHUNK_QUOTE, *i, *i + 1);
        break;
    case ENT_TOKEN_OPEN:
        *i = skip_bracket (c, *i);
        return;
    case ENT_TOKEN_STOP:
        ent_chunk_add (c, ENT_CHUNK_STOP, *i, *i + 1);
        break;
    default:
        break;
    }
    ++*i;
}

/* "after Putin met Assad": the preposition begins a clause when a verb follows its noun. */
static gboolean
begins_clause (const EntChunker *c, guint i)
{
    gboolean apposed = FALSE;
    for (guint j = i + 1; j < i + 20; j++) {
        if (!apposed && c->inside[j - 1] && j < c->sentence->n_tokens &&
            token (c->sentence, j)->kind == ENT_TOKEN_COMMA) {
            guint close = j + 1; /* after A, the head of the agency, flew */
            while (is_word (c->sentence, close) &&
                   (classes (c->sentence, close) & (ENT_WORD_PAST | ENT_WORD_THIRD | ENT_WORD_AUXILIARY)) ==
                       0)
                close++;
            if (close >= c->sentence->n_tokens || token (c->sentence, close)->kind != ENT_TOKEN_COMMA)
                return FALSE;
            apposed = TRUE;
            j = close;
            continue;
        }
        if (!is_word (c->sentence, j))
            return FALSE;
        guint k = classes (c->sentence, j);
        if (c->named_at[j] != ENT_NONE) {
            j = ent_discourse_named (c->discourse, c->named_at[j])->last - 1;
            continue;
        }
        if ((k & (ENT_WORD_AUXILIARY)) != 0 ||
            ((k & (ENT_WORD_PAST | ENT_WORD_THIRD)) != 0 && (k & ENT_WORD_NOUN) == 0 && j > i + 1 &&
             !ent_chunk_expects_noun (c, j)))
            return j > i + 1;
        if ((k & (ENT_WORD_PREPOSITION | ENT_WORD_AND | ENT_WORD_ING)) != 0)
            return FALSE;
    }
    return FALSE;
}

static gboolean
is_as_well_as (const EntChunker *c, guint i)
{
    return is_word (c->sentence, i + 2) && ent_is (token (c->sentence, i), ENT_IS_ESSIVE) &&
           ent_is (token (c->sentence, i + 1), ENT_IS_WELL) &&
           ent_is (token (c->sentence, i + 2), ENT_IS_ESSIVE);
}

/* "under" of "the under secretary" */
static gboolean
is_title_part (const EntChunker *c, guint i)
{
    return (classes (c->sentence, i) & ENT_WORD_TITLE_PART) != 0 &&
           (token (c->sentence, i)->capital || (classes (c->sentence, i + 1) & ENT_WORD_TITLE) != 0);
}

static void
read_word (EntChunker *c, guint *i)
{
    guint k = classes (c->sentence, *i);
    const EntToken *t = token (c->sentence, *i);
    if (c->named_at[*i] != ENT_NONE) {
        ent_chunk_noun (c, i);
    } else if (is_as_well_as (c, *i)) {
        ent_chunk_add (c, ENT_CHUNK_AND, *i, *i + 3);
        *i += 3;
    } else if (ent_chunk_infinitive (c, i)) {
        return;
    } else if ((k & ENT_WORD_RELATIVE) != 0) {
        ent_chunk_add (c, ENT_CHUNK_RELATIVE, *i, *i + 1);
        ++*i;
    } else if ((k & ENT_WORD_AND) != 0) {
        ent_chunk_add (c, ENT_CHUNK_AND, *i, *i + 1);
        ++*i;
    } else if ((k & ENT_WORD_BUT) != 0) {
        ent_chunk_add (c, ENT_CHUNK_BUT, *i, *i + 1);
        ++*i;
    } else if ((k & ENT_WORD_AUXILIARY) != 0) {
        ent_chunk_auxiliaries (c, i);
    } else if (((k & ENT_WORD_SUBORDINATOR) != 0 && (k & ENT_WORD_PREPOSITION) == 0 &&
                !(ent_is (t, ENT_IS_COMPLEMENTIZER) && !ent_chunk_starts_noun (c, *i + 1) &&
                  ent_chunk_expects_noun (c, *i))) ||
               ((k & ENT_WORD_SUBORDINATOR) != 0 && begins_clause (c, *i))) {
        ent_chunk_add (c, ENT_CHUNK_SUBORDINATOR, *i, *i + 1);
        ++*i;
    } else if ((k & ENT_WORD_PREPOSITION) != 0 && !is_title_part (c, *i)) {
        ent_chunk_add (c, ENT_CHUNK_PREPOSITION, *i, *i + 1);
        ++*i;
    } else if (ent_chunk_is_verb (c, *i)) {
        ent_chunk_verb (c, i);
    } else if ((k & ENT_WORD_NOT) != 0 ||
               ((k & ENT_WORD_ADVERB) != 0 && (k & (ENT_WORD_TIME | ENT_WORD_DETERMINER)) == 0)) {
        ++*i; /* "not" outside a verb group stays with the words around it */
    } else {
        ent_chunk_noun (c, i);
    }
}

void
ent_chunk_sentence (const EntDiscourse *discourse, const EntSentence *sentence, GArray *chunks)
{
    g_array_set_size (chunks, 0);
    guint n = sentence->n_tokens;
    EntChunker c = { discourse, sentence, g_newa (guint, n + 1), g_newa0 (gboolean, n + 1), chunks };
    for (guint i = 0; i <= n; i++)
        c.named_at[i] = ENT_NONE;
    for (guint i = discourse->sentence_start; i < ent_discourse_end (discourse); i++) {
        const EntNamedPhrase *named = ent_discourse_named (discourse, i);
        c.named_at[named->first] = i;
        for (guint j = named->first; j < named->last; j++)
            c.inside[j] = TRUE;
    }
    for (guint i = 0; i < n;)
        if (token (c.sentence, i)->kind == ENT_TOKEN_WORD)
            read_word (&c, &i);
        else
            read_mark (&c, &i);
}

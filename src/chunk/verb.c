/* verb.c - verb groups: "will not meet", "to have met", "headed by". */
#include "chunker.h"

static gboolean
is_base_verb (const EntChunker *c, guint i)
{
    return is_word (c->sentence, i) && (classes (c->sentence, i) & ENT_WORD_BASE) != 0 &&
           c->named_at[i] == ENT_NONE;
}

static gboolean
any_not (const EntChunker *c, guint first, guint last)
{
    for (guint i = first; i < last; i++)
        if ((classes (c->sentence, i) & ENT_WORD_NOT) != 0 &&
            !(is_word (c->sentence, i + 1) && ent_is (token (c->sentence, i + 1), ENT_IS_RESTRICTIVE)))
            return TRUE;
    return FALSE;
}

gboolean
ent_chunk_infinitive (EntChunker *c, guint *i)
{
    if (!is_word (c->sentence, *i) || !ent_is (token (c->sentence, *i), ENT_IS_DATIVE))
        return FALSE;
    guint verb = ent_chunk_skip_adverbs (c, *i + 1);
    gboolean be = is_word (c->sentence, verb) && (classes (c->sentence, verb) & ENT_WORD_BE) != 0;
    gboolean have = is_word (c->sentence, verb) && (classes (c->sentence, verb) & ENT_WORD_HAVE) != 0;
    guint lexical = verb;
    gboolean passive = FALSE, perfect = FALSE;
    if (be || have) {
        guint next = ent_chunk_skip_adverbs (c, verb + 1);
        if (is_word (c->sentence, next) &&
            (classes (c->sentence, next) & (ENT_WORD_PARTICIPLE | (be ? ENT_WORD_ING : 0))) != 0) {
            passive = be && (classes (c->sentence, next) & ENT_WORD_PARTICIPLE) != 0;
            lexical = next;
            perfect = have; /* but "to have talks" */
        }
    } else if (!is_base_verb (c, verb) ||
               ((classes (c->sentence, verb) & (ENT_WORD_TITLE | ENT_WORD_PLURAL)) != 0 &&
                token (c->sentence, verb)->capital)) {
        return FALSE;
    }
    EntChunk *chunk = ent_chunk_add (c, ENT_CHUNK_VERB, *i, lexical + 1);
    chunk->verb = lexical;
    chunk->infinitive = TRUE;
    chunk->perfect = perfect;
    chunk->passive = passive;
    chunk->negative =
        any_not (c, *i, lexical) || (*i > 0 && (classes (c->sentence, *i - 1) & ENT_WORD_NOT) != 0);
    *i = lexical + 1;
    return TRUE;
}

/* Over the auxiliaries of a verb group, which the chunk takes; the index of what follows them. */
static guint
take_auxiliaries (const EntChunker *c, EntChunk *chunk, guint at, gboolean *after_be)
{
    while (is_word (c->sentence, at) && (classes (c->sentence, at) & ENT_WORD_AUXILIARY) != 0) {
        guint k = classes (c->sentence, at);
        chunk->perfect |= chunk->modal && (k & ENT_WORD_HAVE) != 0;
        chunk->modal |= (k & ENT_WORD_MODAL) != 0;
        chunk->negative |= (k & ENT_WORD_NOT) != 0;
        *after_be = (k & ENT_WORD_BE) != 0;
        chunk->verb = at;
        chunk->last = at + 1;
        guint next = ent_chunk_skip_adverbs (c, at + 1);
        chunk->negative |= any_not (c, at + 1, next);
        at = next;
    }
    return at;
}

/* "has met", "will meet", "did not meet"; but "have talks" is a verb and its object. */
static gboolean
goes_with_auxiliary (const EntChunker *c, guint auxiliary, guint i)
{
    gboolean have = (classes (c->sentence, auxiliary) & ENT_WORD_HAVE) != 0;
    return (classes (c->sentence, i) & (ENT_WORD_PARTICIPLE | (have ? 0 : ENT_WORD_BASE))) != 0;
}

void
ent_chunk_auxiliaries (EntChunker *c, guint *i)
{
    EntChunk *chunk = ent_chunk_add (c, ENT_CHUNK_VERB, *i, *i + 1);
    gboolean after_be = FALSE;
    const EntToken *first = token (c->sentence, *i);
    chunk->finite = (classes (c->sentence, *i) & (ENT_WORD_MODAL | ENT_WORD_DO)) != 0 ||
                    !ent_is (first, ENT_IS_NONFINITE_AUXILIARY);
    chunk->bare = chunk->progressive = !chunk->finite; /* "having met B" */
    /* "will Putin meet": a question, or a wish; left to others */
    guint at = take_auxiliaries (c, chunk, *i, &after_be);
    guint k = classes (c->sentence, at);
    gboolean lexical =
        is_word (c->sentence, at) && c->named_at[at] == ENT_NONE && !token (c->sentence, at)->hyphen;
    if (lexical && after_be && (k & (ENT_WORD_PARTICIPLE | ENT_WORD_ING)) != 0) {
        chunk->passive = (k & ENT_WORD_PARTICIPLE) != 0;
        chunk->progressive = !chunk->passive || chunk->bare;
    } else if (after_be || !goes_with_auxiliary (c, chunk->verb, at)) {
        lexical = FALSE;
    }
    if (lexical) {
        chunk->verb = at;
        chunk->last = at + 1;
    }
    *i = chunk->last;
}

/* "met by chance" is no passive. */
static gboolean
is_manner (const EntChunker *c, guint i)
{
    return is_word (c->sentence, i) && (token (c->sentence, i)->word->uses & ENT_USE_MANNER) != 0;
}

/* "rejected the demands made in Paris": the clause has its verb, and a noun stands before a form that may be a
 * participle, none behind. */
static gboolean
is_reduced_relative (const EntChunker *c, guint i)
{
    if (!is_behind_noun (c) || chunk_back (c, 0)->pronoun != ENT_PRONOUN_NONE ||
        (ent_chunk_starts_noun (c, i + 1) && (classes (c->sentence, i + 1) & ENT_WORD_TIME) == 0 &&
         (classes (c->sentence, i + 2) & ENT_WORD_TIME) == 0))
        return FALSE;
    if (!is_back (c, 1, ENT_CHUNK_PREPOSITION) && !is_back (c, 1, ENT_CHUNK_VERB))
        return FALSE;
    guint n = 1;
    while (is_back (c, n, ENT_CHUNK_NOUN) || is_back (c, n, ENT_CHUNK_PREPOSITION))
        n++;
    return is_back (c, n, ENT_CHUNK_VERB) &&
           (token (c->sentence, chunk_back (c, n)->verb)->word->verb_class &
            (ENT_VERB_SAY | ENT_VERB_SPEECH | ENT_VERB_PLAN | ENT_VERB_MANAGE)) == 0;
}

/* The comma before the verb closes what another opened behind a noun that can be a subject: "A, the minister, met"; but
 * not "At noon, A, asked about B" nor "the deal, signed". */
static gboolean
ends_apposition (const EntChunker *c)
{
    guint open = 1;
    while (open < c->chunks->len && !is_back (c, open, ENT_CHUNK_COMMA) && !is_back (c, open, ENT_CHUNK_STOP))
        open++;
    if (!is_back (c, open, ENT_CHUNK_COMMA) || chunk_back (c, open + 1) == NULL)
        return FALSE;
    guint noun = open + 1;
    while (is_back (c, noun, ENT_CHUNK_NOUN) && is_back (c, noun + 1, ENT_CHUNK_PREPOSITION)) {
        if (chunk_back (c, noun + 2) == NULL)
            return FALSE;
        noun += 2; /* the minister of X */
    }
    return !is_back (c, noun, ENT_CHUNK_NOUN) || !chunk_back (c, noun)->time;
}

/* "Nor did A | meet": the auxiliary before the subject says how. */
static void
read_inverted (EntChunker *c, guint i)
{
    const EntChunk auxiliary = *chunk_back (c, 1);
    EntChunk *chunk = ent_chunk_add (c, ENT_CHUNK_VERB, i, i + 1);
    guint first = auxiliary.first;
    chunk->verb = i;
    chunk->finite = TRUE;
    chunk->modal = (classes (c->sentence, auxiliary.verb) & ENT_WORD_MODAL) != 0;
    chunk->negative = auxiliary.negative || (first > 0 && is_word (c->sentence, first - 1) &&
                                             (classes (c->sentence, first - 1) & ENT_WORD_NOT) != 0);
}

/* A past form that may be a participle is one where "by" follows, and where no subject stands before it: "headed by",
 * "Asked about", "the demands made in". */
static gboolean
is_participle (const EntChunker *c, guint i)
{
    gboolean by = is_word (c->sentence, i + 1) && ent_is (token (c->sentence, i + 1), ENT_IS_AGENT) &&
                  !is_manner (c, i + 2);
    gboolean behind_subject =
        is_back (c, 0, ENT_CHUNK_NOUN) || is_back (c, 0, ENT_CHUNK_RELATIVE) || is_back (c, 0, ENT_CHUNK_AND);
    if ((classes (c->sentence, i) & ENT_WORD_PAST) == 0)
        return TRUE;
    if (!by && behind_subject && !is_reduced_relative (c, i))
        return FALSE;
    if (is_back (c, 0, ENT_CHUNK_COMMA))
        return by || !(ends_apposition (c) || ent_chunk_starts_noun (c, i + 1));
    return !is_back (c, 0, ENT_CHUNK_QUOTE) && !is_back (c, 0, ENT_CHUNK_BUT);
}

void
ent_chunk_verb (EntChunker *c, guint *i)
{
    guint k = classes (c->sentence, *i);
    gboolean base = (k & ENT_WORD_BASE) != 0 && (k & ENT_WORD_PAST) == 0;
    if (base && ent_chunk_behind_inversion (c)) {
        read_inverted (c, (*i)++);
        return;
    }
    gboolean ing = (k & ENT_WORD_ING) != 0;
    gboolean participle = !ing && (k & ENT_WORD_PARTICIPLE) != 0 && is_participle (c, *i);
    EntChunk *chunk = ent_chunk_add (c, ENT_CHUNK_VERB, *i, *i + 1);
    chunk->verb = (*i)++;
    chunk->bare = ing || participle;
    chunk->progressive = ing;
    chunk->passive = participle;
    chunk->finite = !chunk->bare;
}

/* verb.c - verb groups: "will not meet", "to have met", "headed by". */
#include "chunker.h"

static gboolean
is_base_verb (const EntChunker *c, guint i)
{
    return is_word (c, i) && (classes (c, i) & ENT_WORD_BASE) != 0 && c->naming_at[i] == ENT_NONE;
}

static gboolean
any_not (const EntChunker *c, guint first, guint last)
{
    for (guint i = first; i < last; i++)
        if ((classes (c, i) & ENT_WORD_NOT) != 0 &&
            !(is_word (c, i + 1) && ent_token_is (token (c, i + 1), "only")))
            return TRUE;
    return FALSE;
}

gboolean
ent_chunk_infinitive (EntChunker *c, guint *i)
{
    if (!is_word (c, *i) || !ent_token_is (token (c, *i), "to"))
        return FALSE;
    guint verb = ent_chunk_skip_adverbs (c, *i + 1);
    gboolean be = is_word (c, verb) && ent_token_is (token (c, verb), "be");
    gboolean have = is_word (c, verb) && ent_token_is (token (c, verb), "have");
    guint lexical = verb;
    gboolean passive = FALSE, perfect = FALSE;
    if (be || have) {
        guint next = ent_chunk_skip_adverbs (c, verb + 1);
        if (is_word (c, next) && (classes (c, next) & (ENT_WORD_PARTICIPLE | (be ? ENT_WORD_ING : 0))) != 0) {
            passive = be && (classes (c, next) & ENT_WORD_PARTICIPLE) != 0;
            lexical = next;
        }
        perfect = have;
    } else if (!is_base_verb (c, verb) ||
               ((classes (c, verb) & (ENT_WORD_TITLE | ENT_WORD_PLURAL)) != 0 && token (c, verb)->capital)) {
        return FALSE;
    }
    EntPhrase *phrase = ent_chunk_add (c, ENT_PHRASE_VERB, *i, lexical + 1);
    phrase->verb = lexical;
    phrase->infinitive = TRUE;
    phrase->perfect = perfect;
    phrase->passive = passive;
    phrase->negative = any_not (c, *i, lexical) || (*i > 0 && (classes (c, *i - 1) & ENT_WORD_NOT) != 0);
    *i = lexical + 1;
    return TRUE;
}

/* Over the auxiliaries of a group, which the phrase takes; the index of what stands behind them. */
static guint
take_auxiliaries (const EntChunker *c, EntPhrase *phrase, guint at, gboolean *after_be)
{
    while (is_word (c, at) && (classes (c, at) & ENT_WORD_AUXILIARY) != 0) {
        guint k = classes (c, at);
        phrase->modal |= (k & ENT_WORD_MODAL) != 0;
        phrase->negative |= (k & ENT_WORD_NOT) != 0;
        *after_be = (k & ENT_WORD_BE) != 0;
        phrase->verb = at;
        phrase->last = at + 1;
        guint next = ent_chunk_skip_adverbs (c, at + 1);
        phrase->negative |= any_not (c, at + 1, next);
        at = next;
    }
    return at;
}

/* "has met", "will meet", "did not meet"; but "have talks" is a verb and its object. */
static gboolean
goes_with_auxiliary (const EntChunker *c, guint auxiliary, guint i)
{
    gboolean have = (classes (c, auxiliary) & ENT_WORD_HAVE) != 0;
    return (classes (c, i) & (ENT_WORD_PARTICIPLE | (have ? 0 : ENT_WORD_BASE))) != 0;
}

void
ent_chunk_auxiliaries (EntChunker *c, guint *i)
{
    EntPhrase *phrase = ent_chunk_add (c, ENT_PHRASE_VERB, *i, *i + 1);
    gboolean after_be = FALSE;
    const EntToken *first = token (c, *i);
    phrase->finite =
        (classes (c, *i) & (ENT_WORD_MODAL | ENT_WORD_DO)) != 0 ||
        !(ent_token_is (first, "being") || ent_token_is (first, "been") || ent_token_is (first, "having"));
    phrase->bare = phrase->progressive = !phrase->finite; /* "having met B" */
    /* "will Putin meet": a question, or a wish; left to others */
    guint at = take_auxiliaries (c, phrase, *i, &after_be);
    guint k = classes (c, at);
    gboolean lexical = is_word (c, at) && c->naming_at[at] == ENT_NONE && !token (c, at)->hyphen;
    if (lexical && after_be && (k & (ENT_WORD_PARTICIPLE | ENT_WORD_ING)) != 0) {
        phrase->passive = (k & ENT_WORD_PARTICIPLE) != 0;
        phrase->progressive = !phrase->passive || phrase->bare;
    } else if (after_be || !goes_with_auxiliary (c, phrase->verb, at)) {
        lexical = FALSE;
    }
    if (lexical) {
        phrase->verb = at;
        phrase->last = at + 1;
    }
    *i = phrase->last;
}

/* "met by chance" is no passive. */
static gboolean
is_manner (const EntChunker *c, guint i)
{
    return is_word (c, i) && (token (c, i)->word->uses & ENT_USE_MANNER) != 0;
}

/* "rejected the demands made in Paris": the clause has its verb, and a noun stands before a form that may be a
 * participle, none behind. */
static gboolean
is_reduced_relative (const EntChunker *c, guint i)
{
    if (!is_behind_noun (c) || phrase_back (c, 0)->pronoun != ENT_PRONOUN_NONE ||
        (ent_chunk_starts_noun (c, i + 1) && (classes (c, i + 1) & ENT_WORD_TIME) == 0 &&
         (classes (c, i + 2) & ENT_WORD_TIME) == 0))
        return FALSE;
    if (!is_back (c, 1, ENT_PHRASE_PREPOSITION) && !is_back (c, 1, ENT_PHRASE_VERB))
        return FALSE;
    guint n = 1;
    while (is_back (c, n, ENT_PHRASE_NOUN) || is_back (c, n, ENT_PHRASE_PREPOSITION))
        n++;
    return is_back (c, n, ENT_PHRASE_VERB) &&
           (token (c, phrase_back (c, n)->verb)->word->verb_class &
            (ENT_VERB_SAY | ENT_VERB_SPEECH | ENT_VERB_PLAN | ENT_VERB_MANAGE)) == 0;
}

/* The comma before the verb closes what another opened behind a noun that can be a subject: "A, the minister, met"; but
 * not "At noon, A, asked about B" nor "the deal, signed". */
static gboolean
ends_apposition (const EntChunker *c)
{
    guint open = 1;
    while (open < c->phrases->len && !is_back (c, open, ENT_PHRASE_COMMA) &&
           !is_back (c, open, ENT_PHRASE_STOP))
        open++;
    if (!is_back (c, open, ENT_PHRASE_COMMA) || phrase_back (c, open + 1) == NULL)
        return FALSE;
    guint noun = open + 1;
    while (is_back (c, noun, ENT_PHRASE_NOUN) && is_back (c, noun + 1, ENT_PHRASE_PREPOSITION)) {
        if (phrase_back (c, noun + 2) == NULL)
            return FALSE;
        noun += 2; /* the minister of X */
    }
    return !is_back (c, noun, ENT_PHRASE_NOUN) || !phrase_back (c, noun)->time;
}

/* "Nor did A | meet": the auxiliary before the subject says how. */
static void
read_inverted (EntChunker *c, guint i)
{
    const EntPhrase auxiliary = *phrase_back (c, 1);
    EntPhrase *phrase = ent_chunk_add (c, ENT_PHRASE_VERB, i, i + 1);
    guint first = auxiliary.first;
    phrase->verb = i;
    phrase->finite = TRUE;
    phrase->modal = (classes (c, auxiliary.verb) & ENT_WORD_MODAL) != 0;
    phrase->negative = auxiliary.negative ||
                       (first > 0 && is_word (c, first - 1) && (classes (c, first - 1) & ENT_WORD_NOT) != 0);
}

/* A past form that may be a participle is one where "by" follows, and where no subject stands before it: "headed by",
 * "Asked about", "the demands made in". */
static gboolean
is_participle (const EntChunker *c, guint i)
{
    gboolean by = is_word (c, i + 1) && ent_token_is (token (c, i + 1), "by") && !is_manner (c, i + 2);
    gboolean behind_subject = is_back (c, 0, ENT_PHRASE_NOUN) || is_back (c, 0, ENT_PHRASE_RELATIVE) ||
                              is_back (c, 0, ENT_PHRASE_AND);
    if ((classes (c, i) & ENT_WORD_PAST) == 0)
        return TRUE;
    if (!by && behind_subject && !is_reduced_relative (c, i))
        return FALSE;
    if (is_back (c, 0, ENT_PHRASE_COMMA))
        return by || !(ends_apposition (c) || ent_chunk_starts_noun (c, i + 1));
    return !is_back (c, 0, ENT_PHRASE_QUOTE) && !is_back (c, 0, ENT_PHRASE_BUT);
}

void
ent_chunk_verb (EntChunker *c, guint *i)
{
    guint k = classes (c, *i);
    gboolean base = (k & ENT_WORD_BASE) != 0 && (k & ENT_WORD_PAST) == 0;
    if (base && ent_chunk_behind_inversion (c)) {
        read_inverted (c, (*i)++);
        return;
    }
    gboolean ing = (k & ENT_WORD_ING) != 0;
    gboolean participle = !ing && (k & ENT_WORD_PARTICIPLE) != 0 && is_participle (c, *i);
    EntPhrase *phrase = ent_chunk_add (c, ENT_PHRASE_VERB, *i, *i + 1);
    phrase->verb = (*i)++;
    phrase->bare = ing || participle;
    phrase->progressive = ing;
    phrase->passive = participle;
    phrase->finite = !phrase->bare;
}

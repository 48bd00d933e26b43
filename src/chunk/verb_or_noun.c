/* verb_or_noun.c - tells a verb from a noun of the same form, by the words before it. */
#include "chunker.h"

#include <string.h>

/* "the two met in": what follows is no noun that is counted. */
static gboolean
is_verb_of_the_two (const EntChunker *c, guint i)
{
    guint next = classes (c->sentence, i + 1);
    return i > 1 &&
           (ent_is (token (c->sentence, i - 2), ENT_IS_ARTICLE) ||
            ent_is (token (c->sentence, i - 2), ENT_IS_THOSE)) &&
           (classes (c->sentence, i) & (ENT_WORD_PAST | ENT_WORD_AUXILIARY)) != 0 &&
           (classes (c->sentence, i) & ENT_WORD_NOUN) == 0 &&
           (!is_word (c->sentence, i + 1) ||
            (next & (NOT_NOUN | ENT_WORD_ADVERB | ENT_WORD_TIME | ENT_WORD_DETERMINER)) != 0);
}

gboolean
ent_chunk_expects_noun (const EntChunker *c, guint i)
{
    if (i == 0 || !is_word (c->sentence, i - 1))
        return FALSE;
    const EntToken *before = token (c->sentence, i - 1);
    if (is_possessive (c->sentence, i - 1))
        return TRUE; /* X's */
    guint k = before->word->classes;
    if (c->inside[i - 1] || (k & ENT_WORD_NOT) != 0)
        return FALSE;
    if ((k & ENT_WORD_NUMBER) != 0 && is_verb_of_the_two (c, i))
        return FALSE;
    if ((k & ENT_WORD_ADVERB) != 0 && i > 1 && is_word (c->sentence, i - 2) &&
        ((classes (c->sentence, i - 2) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0 ||
         is_possessive (c->sentence, i - 2)))
        return TRUE; /* a newly elected, Africa's first elected */
    return (k & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE | ENT_WORD_NUMBER | ENT_WORD_UPCOMING |
                 ENT_WORD_CANCELLED)) != 0 ||
           ((k & ENT_WORD_PREPOSITION) != 0 && !ent_is (before, ENT_IS_DATIVE) &&
            (k & ENT_WORD_SUBORDINATOR) == 0);
}

gboolean
ent_chunk_starts_noun (const EntChunker *c, guint i)
{
    if (!is_word (c->sentence, i))
        return FALSE;
    return c->named_at[i] != ENT_NONE ||
           (classes (c->sentence, i) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE | ENT_WORD_PRONOUN)) != 0;
}

/* The name is one of several, or of a people: A and B meet; the Iranians meet. */
static gboolean
is_plural_name (const EntChunker *c, const EntChunk *name)
{
    gboolean headline = c->chunks->len == 3 && is_back (c, 1, ENT_CHUNK_COMMA); /* "A, B meet" */
    return ent_discourse_named (c->discourse, name->named)->mention.how == ENT_HOW_DEMONYM || headline ||
           is_back (c, 1, ENT_CHUNK_AND) ||
           (name->head != ENT_NONE && (classes (c->sentence, name->head) & ENT_WORD_PLURAL) != 0);
}

/* The noun phrase just read could be the subject of a verb in its base form: people, they. */
static gboolean
is_behind_plural (const EntChunker *c)
{
    if (!is_behind_noun (c))
        return FALSE;
    const EntChunk *before = chunk_back (c, 0);
    if (before->pronoun != ENT_PRONOUN_NONE)
        return TRUE;
    if (before->named != ENT_NONE)
        return is_plural_name (c, before);
    const char *folded = token (c->sentence, before->head)->folded;
    gsize n = strlen (folded);
    return n > 2 && folded[n - 1] == 's' && folded[n - 2] != 's';
}

guint
ent_chunk_skip_adverbs (const EntChunker *c, guint i)
{
    if (is_word (c->sentence, i) && is_word (c->sentence, i + 1) &&
        (classes (c->sentence, i) & ENT_WORD_PREPOSITION) != 0 &&
        (classes (c->sentence, i) & (ENT_WORD_ADVERB | ENT_WORD_SUBORDINATOR)) == 0 &&
        c->named_at[i + 1] == ENT_NONE && (classes (c->sentence, i + 1) & ENT_WORD_ADVERB) != 0 &&
        (classes (c->sentence, i + 1) & (ENT_WORD_DETERMINER | ENT_WORD_PREPOSITION)) == 0)
        i += 2; /* by then, at last, for now */
    while (is_word (c->sentence, i) && (classes (c->sentence, i) & (ENT_WORD_ADVERB | ENT_WORD_NOT)) != 0 &&
           (classes (c->sentence, i) & (ENT_WORD_AUXILIARY | ENT_WORD_TIME)) == 0 &&
           c->named_at[i] == ENT_NONE)
        i++;
    return i;
}

static gboolean
is_ing_verb (const EntChunker *c, guint i)
{
    if (ent_chunk_expects_noun (c, i)) {
        /* "by meeting Y", "in meeting Y": a gerund with an object */
        return (classes (c->sentence, i - 1) & ENT_WORD_PREPOSITION) != 0 &&
               !ent_is (token (c->sentence, i - 1), ENT_IS_COMITATIVE) &&
               !ent_is (token (c->sentence, i - 1), ENT_IS_GENITIVE) &&
               ent_chunk_starts_noun (c, ent_chunk_skip_adverbs (c, i + 1));
    }
    if ((classes (c->sentence, i) & ENT_WORD_NOUN) != 0 && i > 0 && is_word (c->sentence, i - 1) &&
        is_back (c, 0, ENT_CHUNK_NOUN))
        return FALSE; /* "emergency meeting" */
    gboolean adjective = is_back (c, 0, ENT_CHUNK_PREPOSITION) && is_word (c->sentence, i + 1) &&
                         (classes (c->sentence, i) & ENT_WORD_TITLE_PART) != 0; /* with visiting envoy Y */
    return !adjective;
}

/* "A, the envoy to B, hopes to": a noun stands before the stretch between commas, and the clause has no verb yet. */
static gboolean
is_behind_apposition (const EntChunker *c, guint i)
{
    if (!is_back (c, 0, ENT_CHUNK_COMMA) || c->chunks->len < 2)
        return FALSE;
    gboolean comma = FALSE;
    const EntChunk *before = chunk_back (c, 1), *p = before;
    for (guint n = 1; p != NULL; p = chunk_back (c, ++n)) {
        if (p->kind == ENT_CHUNK_STOP || p->kind == ENT_CHUNK_SUBORDINATOR ||
            (p->kind == ENT_CHUNK_VERB && p->finite))
            return FALSE;
        comma |= p->kind == ENT_CHUNK_COMMA;
    }
    gboolean after_name = before->kind == ENT_CHUNK_NOUN && before->named != ENT_NONE;
    gboolean to = is_word (c->sentence, i + 1) && ent_is (token (c->sentence, i + 1), ENT_IS_DATIVE);
    return (comma || after_name) &&
           ((classes (c->sentence, i) & ENT_WORD_NOUN) == 0 || to || ent_chunk_starts_noun (c, i + 1));
}

gboolean
ent_chunk_behind_inversion (const EntChunker *c)
{
    if (!is_back (c, 0, ENT_CHUNK_NOUN) || !is_back (c, 1, ENT_CHUNK_VERB))
        return FALSE;
    const EntChunk *verb = chunk_back (c, 1);
    return verb->last == verb->verb + 1 &&
           (classes (c->sentence, verb->verb) & (ENT_WORD_DO | ENT_WORD_MODAL)) != 0 &&
           !is_back (c, 2, ENT_CHUNK_NOUN);
}

static gboolean
may_be_noun (const EntChunker *c, guint i)
{
    return (classes (c->sentence, i) & (ENT_WORD_NOUN | ENT_WORD_TITLE | ENT_WORD_PEOPLE |
                                        ENT_WORD_TITLE_PART | ENT_WORD_UPCOMING)) != 0;
}

/* "met", "planned": but "the planned talks" */
static gboolean
is_past_verb (const EntChunker *c, guint i)
{
    if ((classes (c->sentence, i) & ENT_WORD_UPCOMING) != 0 && !is_behind_noun (c))
        return FALSE;
    return !may_be_noun (c, i) || is_behind_noun (c) || !is_back (c, 0, ENT_CHUNK_NOUN);
}

/* "Putin meets", but "peace talks", "Iran talks resume" */
static gboolean
is_third_person (const EntChunker *c, guint i)
{
    const EntChunk *before = chunk_back (c, 0);
    if (is_back (c, 0, ENT_CHUNK_RELATIVE) || is_back (c, 0, ENT_CHUNK_AND))
        return TRUE;
    if (!is_behind_noun (c))
        return is_behind_apposition (c, i);
    if ((classes (c->sentence, i) & ENT_WORD_NOUN) == 0)
        return TRUE;
    if (before->named == ENT_NONE)
        return before->pronoun == ENT_PRONOUN_ONE;
    const EntNamedPhrase *named = ent_discourse_named (c->discourse, before->named);
    return ent_named_entity (c->discourse, named)->kind == ENT_OFFICIAL || ent_chunk_starts_noun (c, i + 1) ||
           (is_word (c->sentence, i + 1) && (ent_is (token (c->sentence, i + 1), ENT_IS_COMPLEMENTIZER) ||
                                             ent_is (token (c->sentence, i + 1), ENT_IS_DATIVE)));
}

/* Without "to" or an auxiliary before it. */
static gboolean
is_base_form (const EntChunker *c, guint i)
{
    if (is_back (c, 0, ENT_CHUNK_RELATIVE))
        return TRUE;
    if (c->sentence->title_case && is_behind_noun (c) && chunk_back (c, 0)->named != ENT_NONE)
        return (classes (c->sentence, i) & ENT_WORD_NOUN) == 0;
    return (is_behind_plural (c) || ent_chunk_behind_inversion (c)) && !may_be_noun (c, i);
}

/* "the Putin-Erdogan | talks" */
static gboolean
is_behind_joined_name (const EntChunker *c)
{
    if (!is_behind_noun (c) || chunk_back (c, 0)->named == ENT_NONE)
        return FALSE;
    return token (c->sentence, ent_discourse_named (c->discourse, chunk_back (c, 0)->named)->name_first)
        ->hyphen;
}

gboolean
ent_chunk_is_verb (const EntChunker *c, guint i)
{
    guint k = classes (c->sentence, i);
    if (!is_word (c->sentence, i) || token (c->sentence, i)->hyphen || (k & ENT_WORD_VERB) == 0 ||
        (is_word (c->sentence, i + 1) && token (c->sentence, i + 1)->hyphen))
        return FALSE;
    if ((k & ENT_WORD_ING) != 0)
        return is_ing_verb (c, i);
    if ((k & ENT_WORD_ADVERB) != 0 &&
        (classes (c->sentence, i + 1) & (ENT_WORD_PAST | ENT_WORD_AUXILIARY)) != 0)
        return FALSE; /* "the two last met" */
    if (ent_chunk_expects_noun (c, i))
        return FALSE;
    if ((k & (ENT_WORD_PAST | ENT_WORD_PARTICIPLE)) != 0)
        return is_past_verb (c, i);
    if ((k & ENT_WORD_NOUN) != 0 && is_behind_joined_name (c))
        return FALSE;
    return (k & ENT_WORD_THIRD) != 0 ? is_third_person (c, i) : is_base_form (c, i);
}

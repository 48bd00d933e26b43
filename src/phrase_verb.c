/* phrase_verb.c - verb groups, and how a verb is told from a noun of the same form. */
#include "chunker.h"

#include <string.h>

/* ---- verb or noun? ---- */

/* "the two met in": what follows is no noun that is counted. */
static gboolean
is_verb_of_the_two (const EntChunker *c, guint i)
{
    guint next = classes (c, i + 1);
    return i > 1 && (ent_token_is (token (c, i - 2), "the") || ent_token_is (token (c, i - 2), "those")) &&
           (classes (c, i) & (ENT_WORD_PAST | ENT_WORD_AUXILIARY)) != 0 &&
           (classes (c, i) & ENT_WORD_NOUN) == 0 &&
           (!is_word (c, i + 1) ||
            (next & (NOT_NOUN | ENT_WORD_ADVERB | ENT_WORD_TIME | ENT_WORD_DETERMINER)) != 0);
}

/* The word before is one behind which a noun, not a verb, is expected. */
gboolean
ent_chunk_expects_noun (const EntChunker *c, guint i)
{
    if (i == 0 || !is_word (c, i - 1))
        return FALSE;
    const EntToken *before = token (c, i - 1);
    if (before->tail > before->end)
        return TRUE; /* X's */
    guint k = before->word->classes;
    if (c->named[i - 1] || (k & ENT_WORD_NOT) != 0)
        return FALSE;
    if ((k & ENT_WORD_NUMBER) != 0 && is_verb_of_the_two (c, i))
        return FALSE;
    if ((k & ENT_WORD_ADVERB) != 0 && i > 1 && is_word (c, i - 2) &&
        ((classes (c, i - 2) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE)) != 0 ||
         token (c, i - 2)->tail > token (c, i - 2)->end))
        return TRUE; /* a newly elected, Africa's first elected */
    return (k & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE | ENT_WORD_NUMBER | ENT_WORD_UPCOMING |
                 ENT_WORD_CANCELLED)) != 0 ||
           ((k & ENT_WORD_PREPOSITION) != 0 && !ent_token_is (before, "to") &&
            (k & ENT_WORD_SUBORDINATOR) == 0);
}

gboolean
ent_chunk_starts_noun (const EntChunker *c, guint i)
{
    if (!is_word (c, i))
        return FALSE;
    return c->naming_at[i] != ENT_NONE ||
           (classes (c, i) & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE | ENT_WORD_PRONOUN)) != 0;
}

/* The noun phrase just read could be the subject of a verb in its base form: people, they. */
static gboolean
behind_plural (const EntChunker *c)
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

static guint
skip_adverbs (const EntChunker *c, guint i)
{
    if (is_word (c, i) && is_word (c, i + 1) && (classes (c, i) & ENT_WORD_PREPOSITION) != 0 &&
        (classes (c, i) & (ENT_WORD_ADVERB | ENT_WORD_SUBORDINATOR)) == 0 &&
        c->naming_at[i + 1] == ENT_NONE && (classes (c, i + 1) & ENT_WORD_ADVERB) != 0 &&
        (classes (c, i + 1) & (ENT_WORD_DETERMINER | ENT_WORD_PREPOSITION)) == 0)
        i += 2; /* by then, at last, for now */
    while (is_word (c, i) && (classes (c, i) & (ENT_WORD_ADVERB | ENT_WORD_NOT)) != 0 &&
           (classes (c, i) & (ENT_WORD_AUXILIARY | ENT_WORD_TIME)) == 0 && c->naming_at[i] == ENT_NONE)
        i++;
    return i;
}

static gboolean
is_ing_verb (const EntChunker *c, guint i)
{
    if (ent_chunk_expects_noun (c, i)) {
        /* "by meeting Y", "in meeting Y": a gerund with an object */
        return (classes (c, i - 1) & ENT_WORD_PREPOSITION) != 0 && !ent_token_is (token (c, i - 1), "with") &&
               !ent_token_is (token (c, i - 1), "of") && ent_chunk_starts_noun (c, skip_adverbs (c, i + 1));
    }
    if ((classes (c, i) & ENT_WORD_NOUN) != 0 && i > 0 && is_word (c, i - 1) && last_phrase (c) != NULL &&
        last_phrase (c)->kind == ENT_PHRASE_NOUN)
        return FALSE; /* "emergency meeting" */
    const EntPhrase *before = last_phrase (c);
    gboolean adjective = before != NULL && before->kind == ENT_PHRASE_PREPOSITION && is_word (c, i + 1) &&
                         (classes (c, i) & ENT_WORD_TITLE_PART) != 0; /* with visiting envoy Y */
    return !adjective;
}

/* "A, the envoy to B, hopes to": a noun stands before the stretch between commas, and the clause has no verb yet. */
static gboolean
is_behind_apposition (const EntChunker *c, guint i)
{
    const EntPhrase *phrases = (const EntPhrase *)(gconstpointer)c->phrases->data;
    guint n = c->phrases->len;
    if (n < 2 || phrases[n - 1].kind != ENT_PHRASE_COMMA)
        return FALSE;
    gboolean comma = FALSE, relative = FALSE;
    for (guint j = n - 1; j-- > 0;) {
        if (phrases[j].kind == ENT_PHRASE_STOP || phrases[j].kind == ENT_PHRASE_SUBORDINATOR)
            return FALSE;
        comma |= phrases[j].kind == ENT_PHRASE_COMMA;
        if (phrases[j].kind == ENT_PHRASE_VERB && phrases[j].finite) {
            if (comma)
                return FALSE;
            relative = TRUE;
        }
    }
    gboolean named = phrases[n - 2].kind == ENT_PHRASE_NOUN && phrases[n - 2].naming != ENT_NONE;
    gboolean to = is_word (c, i + 1) && ent_token_is (token (c, i + 1), "to");
    return !relative && (comma || named) &&
           ((classes (c, i) & ENT_WORD_NOUN) == 0 || to || ent_chunk_starts_noun (c, i + 1));
}

/* "Nor did A meet B", "only then will A meet B": the auxiliary stands before the subject. */
static gboolean
behind_inversion (const EntChunker *c)
{
    const EntPhrase *phrases = (const EntPhrase *)(gconstpointer)c->phrases->data;
    guint n = c->phrases->len;
    return n >= 2 && phrases[n - 1].kind == ENT_PHRASE_NOUN && phrases[n - 2].kind == ENT_PHRASE_VERB &&
           phrases[n - 2].last == phrases[n - 2].verb + 1 &&
           (classes (c, phrases[n - 2].verb) & (ENT_WORD_DO | ENT_WORD_MODAL)) != 0 &&
           (n == 2 || phrases[n - 3].kind != ENT_PHRASE_NOUN);
}

/* Whether the token is a lexical verb, given what stands before it. */
gboolean
ent_chunk_is_verb (const EntChunker *c, guint i)
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
    if (ent_chunk_expects_noun (c, i))
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
    /* "the Putin-Erdogan talks" */
    if ((k & ENT_WORD_NOUN) != 0 && behind_noun && before->naming != ENT_NONE &&
        token (c, ent_discourse_naming (c->discourse, before->naming)->name_first)->hyphen)
        return FALSE;
    if ((k & ENT_WORD_THIRD) != 0) {
        if (before != NULL && (before->kind == ENT_PHRASE_RELATIVE || before->kind == ENT_PHRASE_AND))
            return TRUE;
        if (!behind_noun)
            return is_behind_apposition (c, i);
        if ((k & ENT_WORD_NOUN) == 0)
            return TRUE;
        /* "Putin meets", but "peace talks", "Iran talks resume" */
        if (before->naming == ENT_NONE)
            return before->pronoun == ENT_PRONOUN_ONE;
        const EntNaming *naming = ent_discourse_naming (c->discourse, before->naming);
        return ent_naming_entity (c->discourse, naming)->kind == ENT_OFFICIAL ||
               ent_chunk_starts_noun (c, i + 1) ||
               (is_word (c, i + 1) &&
                (ent_token_is (token (c, i + 1), "that") || ent_token_is (token (c, i + 1), "to")));
    }
    /* base form, without "to" or an auxiliary before it */
    if (before != NULL && before->kind == ENT_PHRASE_RELATIVE)
        return TRUE;
    if (c->sentence->title_case && behind_noun && before->naming != ENT_NONE)
        return (k & ENT_WORD_NOUN) == 0;
    return (behind_plural (c) || behind_inversion (c)) && !may_be_noun;
}

/* ---- verb groups ---- */

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

/* "to meet", "to directly respond", "not to meet"; FALSE if an infinitive does not start here. */
gboolean
ent_chunk_infinitive (EntChunker *c, guint *i)
{
    if (!is_word (c, *i) || !ent_token_is (token (c, *i), "to"))
        return FALSE;
    guint verb = skip_adverbs (c, *i + 1);
    gboolean be = is_word (c, verb) && ent_token_is (token (c, verb), "be");
    gboolean have = is_word (c, verb) && ent_token_is (token (c, verb), "have");
    guint lexical = verb;
    gboolean passive = FALSE, perfect = FALSE;
    if (be || have) {
        guint next = skip_adverbs (c, verb + 1);
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

/* A verb group that starts with an auxiliary. */
void
ent_chunk_auxiliaries (EntChunker *c, guint *i)
{
    EntPhrase *phrase = ent_chunk_add (c, ENT_PHRASE_VERB, *i, *i + 1);
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
    const EntPhrase *phrases = (const EntPhrase *)(gconstpointer)c->phrases->data;
    guint n = c->phrases->len - 1; /* the last is the verb itself */
    if (n < 2 || phrases[n - 1].kind != ENT_PHRASE_NOUN || phrases[n - 1].time ||
        phrases[n - 1].pronoun != ENT_PRONOUN_NONE ||
        (phrases[n - 2].kind != ENT_PHRASE_PREPOSITION && phrases[n - 2].kind != ENT_PHRASE_VERB) ||
        (ent_chunk_starts_noun (c, i + 1) && (classes (c, i + 1) & ENT_WORD_TIME) == 0 &&
         (classes (c, i + 2) & ENT_WORD_TIME) == 0))
        return FALSE;
    for (guint j = n - 1; j-- > 0;) {
        if (phrases[j].kind == ENT_PHRASE_VERB)
            return (token (c, phrases[j].verb)->word->verb_class &
                    (ENT_VERB_SAY | ENT_VERB_SPEECH | ENT_VERB_PLAN | ENT_VERB_MANAGE)) == 0;
        if (phrases[j].kind != ENT_PHRASE_NOUN && phrases[j].kind != ENT_PHRASE_PREPOSITION)
            return FALSE;
    }
    return FALSE;
}

/* The comma before the verb that was just begun closes what another opened behind a noun that can be a subject: "A, the
 * minister, met"; but not "At noon, A, asked about B" nor "the deal, signed". */
static gboolean
ends_apposition (const EntChunker *c)
{
    const EntPhrase *phrases = (const EntPhrase *)(gconstpointer)c->phrases->data;
    guint open = c->phrases->len - 2; /* the comma */
    while (open > 0 && phrases[open - 1].kind != ENT_PHRASE_COMMA &&
           phrases[open - 1].kind != ENT_PHRASE_STOP)
        open--;
    if (open < 2 || phrases[open - 1].kind != ENT_PHRASE_COMMA)
        return FALSE;
    guint noun = open - 2;
    while (noun >= 2 && phrases[noun].kind == ENT_PHRASE_NOUN &&
           phrases[noun - 1].kind == ENT_PHRASE_PREPOSITION)
        noun -= 2;
    gboolean adjunct =
        noun > 0 && phrases[noun].kind == ENT_PHRASE_NOUN && phrases[noun - 1].kind == ENT_PHRASE_PREPOSITION;
    return !adjunct && (phrases[noun].kind != ENT_PHRASE_NOUN || !phrases[noun].time);
}

void
ent_chunk_verb (EntChunker *c, guint *i)
{
    guint k = classes (c, *i);
    gboolean is_inverted = (k & ENT_WORD_BASE) != 0 && (k & ENT_WORD_PAST) == 0 && behind_inversion (c);
    EntPhrase *phrase = ent_chunk_add (c, ENT_PHRASE_VERB, *i, *i + 1);
    phrase->verb = *i;
    if (is_inverted) {
        const EntPhrase *auxiliary = phrase - 2;
        phrase->finite = TRUE;
        phrase->modal = (classes (c, auxiliary->verb) & ENT_WORD_MODAL) != 0;
        phrase->negative =
            auxiliary->negative || (auxiliary->first > 0 && is_word (c, auxiliary->first - 1) &&
                                    (classes (c, auxiliary->first - 1) & ENT_WORD_NOT) != 0);
        ++*i;
        return;
    }
    gboolean participle = (k & ENT_WORD_PARTICIPLE) != 0;
    gboolean by = is_word (c, *i + 1) && ent_token_is (token (c, *i + 1), "by") && !is_manner (c, *i + 2);
    const EntPhrase *before = c->phrases->len > 1 ? phrase - 1 : NULL;
    gboolean behind_noun =
        before != NULL && (before->kind == ENT_PHRASE_NOUN || before->kind == ENT_PHRASE_RELATIVE ||
                           before->kind == ENT_PHRASE_AND);
    if ((k & ENT_WORD_ING) != 0) {
        phrase->bare = phrase->progressive = TRUE;
    } else if (participle &&
               ((k & ENT_WORD_PAST) == 0 || by || !behind_noun || is_reduced_relative (c, *i))) {
        /* "headed by", "Asked about"; a past form at the head of nothing is one too */
        gboolean comma_subject = before != NULL && before->kind == ENT_PHRASE_COMMA && !by &&
                                 (ends_apposition (c) || ent_chunk_starts_noun (c, *i + 1));
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

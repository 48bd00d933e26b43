#include "words.h"

#include <string.h>

#include "fold.h"
#include "inflect.h"
#include "yaml.h"

typedef struct {
    guint32 hash, length;
    const char *folded;
    const EntWord *word; /* NULL: empty */
} Slot;

/* A bit for what the hash of some word begins with. */
enum { SIEVE_BITS = 1 << 17 };
typedef guint64 Sieve[SIEVE_BITS / 64];

struct EntWords {
    GHashTable *words; /* folded -> EntWord */
    Slot *slots;       /* the same, open-addressed: it is asked for every word of a corpus */
    guint mask;
    Sieve known;               /* most words that are not known fall through here, and touch little memory */
    Sieve telling;             /* see ent_words_tell */
    GHashTable *two_words;     /* "call off" -> EntVerbClass */
    GHashTable *abbreviations; /* folded, dots inside kept -> GINT 1, or 2 for one that may end a sentence */
    EntWord unknown, unknown_adverb, unknown_past, unknown_ing;
};

/* A list of words.yaml, and what the words in it are. */
typedef struct {
    const char *key;
    guint bits;
} List;

static const List classes[] = {
    { "determiners", ENT_WORD_DETERMINER },
    { "possessives", ENT_WORD_POSSESSIVE },
    { "pronouns", ENT_WORD_PRONOUN },
    { "prepositions", ENT_WORD_PREPOSITION },
    { "places", ENT_WORD_PLACE },
    { "and", ENT_WORD_AND },
    { "but", ENT_WORD_BUT },
    { "subordinators", ENT_WORD_SUBORDINATOR },
    { "conditions", ENT_WORD_CONDITION },
    { "relatives", ENT_WORD_RELATIVE },
    { "be", ENT_WORD_BE },
    { "have", ENT_WORD_HAVE },
    { "do", ENT_WORD_DO },
    { "modals", ENT_WORD_MODAL },
    { "not", ENT_WORD_NOT },
    { "adverbs", ENT_WORD_ADVERB },
    { "time", ENT_WORD_TIME },
    { "numbers", ENT_WORD_NUMBER },
    { "not_adverbs", 0 },
    { "titles", ENT_WORD_TITLE },
    { "title_parts", ENT_WORD_TITLE_PART },
    { "persons", ENT_WORD_PERSON },
    { "people", ENT_WORD_PEOPLE },
    { "upcoming", ENT_WORD_UPCOMING },
    { "cancelled", ENT_WORD_CANCELLED },
};

/* Classes whose members also occur in the plural. */
#define NOUN_CLASSES (ENT_WORD_TITLE | ENT_WORD_PERSON | ENT_WORD_PEOPLE)

static const List verb_classes[] = {
    { "light_verbs", ENT_VERB_LIGHT },   { "plan_verbs", ENT_VERB_PLAN },
    { "refuse_verbs", ENT_VERB_REFUSE }, { "manage_verbs", ENT_VERB_MANAGE },
    { "event_verbs", ENT_VERB_EVENT },   { "say_verbs", ENT_VERB_SAY },
    { "speech_verbs", ENT_VERB_SPEECH }, { "make_verbs", ENT_VERB_MAKE },
    { "deny_verbs", ENT_VERB_DENY },     { "draw_verbs", ENT_VERB_DRAW },
    { "guest_verbs", ENT_VERB_GUEST },   { "there_verbs", ENT_VERB_THERE },
    { "bid_verbs", ENT_VERB_BID },       { "head_verbs", ENT_VERB_HEAD },
    { "verbs", ENT_VERB_PLAIN },
};

static const List uses[] = {
    { "measures", ENT_USE_MEASURE },
    { "manners", ENT_USE_MANNER },
    { "superlatives", ENT_USE_SUPERLATIVE },
    { "unwilling", ENT_USE_UNWILLING },
    { "due", ENT_USE_DUE },
    { "ahead", ENT_USE_AHEAD },
    { "adjuncts", ENT_USE_ADJUNCT },
    { "margins", ENT_USE_MARGIN },
    { "visits", ENT_USE_VISIT },
    { "countries", ENT_USE_COUNTRY },
    { "governments", ENT_USE_GOVERNMENT },
    { "anybody", ENT_USE_ANYBODY },
    { "months_ahead", ENT_USE_MONTH_AHEAD },
    { "names_open", ENT_USE_NAME_OPENS },
};

static EntWord *
word_of (EntWords *words, const char *text)
{
    EntWord *word = g_hash_table_lookup (words->words, text);
    if (word == NULL) {
        word = g_new0 (EntWord, 1);
        g_hash_table_insert (words->words, g_strdup (text), word);
    }
    return word;
}

static void
add_verb_form (EntWords *words, const char *form, const char *base, guint form_class, guint verb_class)
{
    EntWord *word = word_of (words, form);
    word->classes |= form_class;
    word->verb_class |= verb_class;
    word->cue |= (verb_class & ENT_VERB_CUE) != 0;
    word->verb = base;
}

static void
add_pasts (EntWords *words, const char *base, const char *past, const char *participle, guint verb_class)
{
    add_verb_form (words, past, base, ENT_WORD_PAST, verb_class);
    add_verb_form (words, participle, base, ENT_WORD_PARTICIPLE, verb_class);
}

static void
add_ing (EntWords *words, const char *base, const char *ing, guint verb_class)
{
    add_verb_form (words, ing, base, ENT_WORD_ING, verb_class);
}

/* A past like "cancelled" has its -ing form alike, and "canceled" beside it. */
static gboolean
has_doubled_consonant (const char *past)
{
    gsize n = strlen (past);
    return n > 4 && g_str_has_suffix (past, "ed") && past[n - 3] == past[n - 4];
}

/* `irregular` maps a base form to its past, its participle and, where that is irregular too, its -ing
 * form. */
static void
add_verb (EntWords *words, const EntYaml *irregular, const char *verb, guint verb_class)
{
    const char *base = g_intern_string (verb);
    g_autofree char *third = ent_inflect (base, "s"), *ing = ent_inflect (base, "ing"),
                    *past = ent_inflect (base, "ed");
    add_verb_form (words, base, base, ENT_WORD_BASE, verb_class);
    add_verb_form (words, third, base, ENT_WORD_THIRD, verb_class);
    const EntYaml *forms = ent_yaml_get (irregular, base);
    if (forms == NULL) {
        add_pasts (words, base, past, past, verb_class);
        add_ing (words, base, ing, verb_class);
        return;
    }
    const EntYaml *own = ent_yaml_first (forms), *own_participle = ent_yaml_next (own);
    const EntYaml *own_ing = ent_yaml_next (own_participle);
    const char *own_past = own->text;
    add_pasts (words, base, own_past, own_participle->text, verb_class);
    if (has_doubled_consonant (own_past)) {
        g_autofree char *doubled = g_strdup_printf ("%.*sing", (int)strlen (own_past) - 2, own_past);
        add_ing (words, base, doubled, verb_class);
        if (!g_str_has_suffix (base, "l"))
            return;
        add_pasts (words, base, past, past, verb_class);
    }
    add_ing (words, base, own_ing != ent_yaml_end (forms) ? own_ing->text : ing, verb_class);
}

static void
add_noun (EntWords *words, const char *noun)
{
    const char *singular = g_intern_string (noun);
    g_autofree char *plural = ent_inflect (singular, "s");
    EntWord *one = word_of (words, singular), *many = word_of (words, plural);
    one->classes |= ENT_WORD_NOUN;
    one->noun = singular;
    many->classes |= ENT_WORD_NOUN | ENT_WORD_PLURAL;
    many->noun = singular;
    if (strcmp (singular, "words") == 0)
        one->classes |= ENT_WORD_PLURAL;
}

static void
add_plain_noun (EntWords *words, const char *noun, guint unused)
{
    (void)unused;
    add_noun (words, noun);
}

gboolean
ent_words_end_in_preposition (const EntWords *words, char **list)
{
    guint n = g_strv_length (list);
    const EntWord *last = n > 0 ? g_hash_table_lookup (words->words, list[n - 1]) : NULL;
    return last != NULL && (last->classes & ENT_WORD_PREPOSITION) != 0;
}

/* The head of a noun as a relation lists it: "response to", "press conference". */
static void
add_noun_head (EntWords *words, const char *noun)
{
    g_auto (GStrv) list = g_strsplit (noun, " ", -1);
    guint n = g_strv_length (list);
    const char *head = list[n - (n > 1 && ent_words_end_in_preposition (words, list) ? 2 : 1)];
    g_autofree char *plural = ent_inflect (head, "s");
    add_noun (words, head);
    word_of (words, head)->cue = word_of (words, plural)->cue = TRUE;
}

static char *
first_word (const char *phrase)
{
    return g_strndup (phrase, strcspn (phrase, " "));
}

/* The word of a phrase that is met least often: its longest. */
static char *
longest_word (const char *phrase)
{
    g_auto (GStrv) words = g_strsplit (phrase, " ", -1);
    guint longest = 0;
    for (guint i = 1; words[i] != NULL; i++)
        if (strlen (words[i]) > strlen (words[longest]))
            longest = i;
    return g_strdup (words[longest]);
}

static void
mark_cues (EntWords *words, char **phrases)
{
    for (; *phrases != NULL; phrases++) {
        g_autofree char *word = longest_word (*phrases);
        word_of (words, word)->cue = TRUE;
    }
}

static void
add_relation (EntWords *words, const EntYaml *irregular, const EntRelation *relation)
{
    char **verb_lists[] = { relation->verbs, relation->person_verbs, relation->word_verbs,
                            relation->verdict_verbs };
    for (gsize i = 0; i < G_N_ELEMENTS (verb_lists); i++)
        for (char **verb = verb_lists[i]; *verb != NULL; verb++) {
            g_autofree char *base = first_word (*verb);
            add_verb (words, irregular, base, ENT_VERB_CUE);
        }
    for (char **noun = relation->nouns; *noun != NULL; noun++)
        add_noun_head (words, *noun);
    for (char **noun = relation->words; *noun != NULL; noun++)
        add_noun (words, *noun);
    char **phrase_lists[] = { relation->phrases, relation->word_phrases };
    for (gsize i = 0; i < G_N_ELEMENTS (phrase_lists); i++)
        for (char **phrase = phrase_lists[i]; *phrase != NULL; phrase++) {
            g_autofree char *first = first_word (*phrase);
            word_of (words, first)->opens_phrase = TRUE;
        }
    mark_cues (words, relation->phrases);
    mark_cues (words, relation->word_phrases);
    mark_cues (words, relation->verdicts);
    for (char **verdict = relation->verdicts; *verdict != NULL; verdict++)
        if (strchr (*verdict, ' ') == NULL) /* "called the claim false": not part of the noun phrase */
            word_of (words, *verdict)->classes |= ENT_WORD_ADVERB;
}

/* A class of words, with the plurals of those that are nouns. */
static void
add_class (EntWords *words, const char *text, guint class)
{
    word_of (words, text)->classes |= class;
    if ((class & NOUN_CLASSES) == 0)
        return;
    g_autofree char *plural = ent_inflect (text, "s");
    if (g_str_has_suffix (text, "man")) {
        g_free (plural);
        plural = g_strdup_printf ("%.*smen", (int)strlen (text) - 3, text);
    }
    word_of (words, plural)->classes |= class | ENT_WORD_PLURAL;
}

/* What a word is that no list has: its ending may tell. */
static const EntWord *
unknown_word (const EntWords *words, const char *folded, gsize n)
{
    if (n > 4 && memcmp (folded + n - 2, "ly", 2) == 0)
        return &words->unknown_adverb;
    if (n > 4 && memcmp (folded + n - 2, "ed", 2) == 0)
        return &words->unknown_past;
    if (n > 5 && memcmp (folded + n - 3, "ing", 3) == 0)
        return &words->unknown_ing;
    return &words->unknown;
}

/* A word that has its classes by now: uses and titles give it none. */
static EntWord *
settled_word (EntWords *words, const char *text)
{
    gboolean known = g_hash_table_contains (words->words, text);
    EntWord *word = word_of (words, text);
    if (!known)
        *word = *unknown_word (words, text, strlen (text));
    return word;
}

static void
add_use (EntWords *words, const char *text, guint use)
{
    settled_word (words, text)->uses |= use;
}

static void
add_empty_title (EntWords *words, const char *text, guint unused)
{
    (void)unused;
    settled_word (words, text)->title = g_intern_static_string ("");
}

static void
add_same_titles (EntWords *words, const EntYaml *pairs)
{
    for (const EntYaml *word = ent_yaml_first (pairs); word != ent_yaml_end (pairs);) {
        const EntYaml *same = ent_yaml_next (word);
        settled_word (words, word->text)->title = g_intern_string (same->text);
        word = ent_yaml_next (same);
    }
}

static void
for_each (const EntYaml *document, const char *key, void (*each) (EntWords *, const char *, guint),
          EntWords *words, guint argument)
{
    const EntYaml *list = ent_yaml_get (document, key);
    if (list == NULL)
        return;
    for (const EntYaml *item = ent_yaml_first (list); item != ent_yaml_end (list);
         item = ent_yaml_next (item))
        each (words, item->text, argument);
}

static void
add_abbreviation (EntWords *words, const char *text, guint may_end)
{
    g_hash_table_insert (words->abbreviations, g_strdup (text), GUINT_TO_POINTER (may_end ? 2 : 1));
}

/* Of up to ENT_FOLD_ROOM bytes, eight at a time. */
static guint32
hash_of (const char *folded, gsize length)
{
    guint64 hash = length;
    for (gsize i = 0; i < length; i += 8) {
        hash = (hash ^ ent_load_bytes (folded + i, length - i)) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return (guint32)hash;
}

static gsize
sieve_bit (guint32 hash)
{
    return hash / (guint32)(G_GUINT64_CONSTANT (0x100000000) / SIEVE_BITS);
}

static void
add_to_sieve (Sieve sieve, guint32 hash)
{
    sieve[sieve_bit (hash) / 64] |= G_GUINT64_CONSTANT (1) << sieve_bit (hash) % 64;
}

static gboolean
is_in_sieve (const Sieve sieve, guint32 hash)
{
    return (sieve[sieve_bit (hash) / 64] >> sieve_bit (hash) % 64 & 1) != 0;
}

static void
lay_slots (EntWords *words)
{
    guint size = 1024;
    while (size < 2 * g_hash_table_size (words->words))
        size *= 2;
    words->slots = g_new0 (Slot, size);
    words->mask = size - 1;
    GHashTableIter iter;
    gpointer folded, word;
    g_hash_table_iter_init (&iter, words->words);
    while (g_hash_table_iter_next (&iter, &folded, &word)) {
        gsize length = strlen (folded);
        guint32 hash = hash_of (folded, length);
        guint at = hash & words->mask;
        const EntWord *entry = word;
        add_to_sieve (words->known, hash);
        if (entry->cue || (entry->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON)) != 0)
            add_to_sieve (words->telling, hash);
        while (words->slots[at].word != NULL)
            at = (at + 1) & words->mask;
        words->slots[at] = (Slot){ hash, (guint32)length, folded, word };
    }
}

EntWords *
ent_words_new (const EntGazetteer *gazetteer)
{
    EntWords *words = g_new0 (EntWords, 1);
    words->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    words->abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    words->two_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    words->unknown_adverb.classes = ENT_WORD_ADVERB;
    words->unknown_past.classes = ENT_WORD_PAST | ENT_WORD_PARTICIPLE;
    words->unknown_ing.classes = ENT_WORD_ING;

    g_autoptr (GStringChunk) strings = g_string_chunk_new (65536);
    g_autoptr (EntYaml) document = ent_yaml_built_in ("words.yaml", strings);
    for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
        for_each (document, classes[i].key, add_class, words, classes[i].bits);
    for_each (document, "nouns", add_plain_noun, words, 0);
    for_each (document, "abbreviations", add_abbreviation, words, FALSE);
    for_each (document, "abbreviations_that_may_end", add_abbreviation, words, TRUE);

    const EntYaml *irregular = ent_yaml_get (document, "irregular");
    for (gsize i = 0; i < G_N_ELEMENTS (verb_classes); i++) {
        const EntYaml *list = ent_yaml_get (document, verb_classes[i].key);
        if (list == NULL)
            continue;
        for (const EntYaml *verb = ent_yaml_first (list); verb != ent_yaml_end (list);
             verb = ent_yaml_next (verb))
            if (strchr (verb->text, ' ') == NULL)
                add_verb (words, irregular, verb->text, verb_classes[i].bits);
            else
                g_hash_table_insert (words->two_words, g_strdup (verb->text),
                                     GUINT_TO_POINTER (verb_classes[i].bits));
    }
    for (guint i = 0; i < gazetteer->relations->len; i++)
        add_relation (words, irregular, gazetteer->relations->pdata[i]);
    for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
        for_each (document, uses[i].key, add_use, words, uses[i].bits);
    for_each (document, "title_empty", add_empty_title, words, 0);
    add_same_titles (words, ent_yaml_get (document, "title_same"));
    lay_slots (words);
    return words;
}

void
ent_words_free (EntWords *words)
{
    if (words == NULL)
        return;
    g_hash_table_destroy (words->words);
    g_free (words->slots);
    g_hash_table_destroy (words->abbreviations);
    g_hash_table_destroy (words->two_words);
    g_free (words);
}

const EntWord *
ent_words_find (const EntWords *words, const char *folded)
{
    return ent_words_find_n (words, folded, strlen (folded));
}

const EntWord *
ent_words_find_n (const EntWords *words, const char *folded, gsize n)
{
    guint32 hash = hash_of (folded, n);
    if (!is_in_sieve (words->known, hash))
        return unknown_word (words, folded, n);
    for (guint at = hash & words->mask; words->slots[at].word != NULL; at = (at + 1) & words->mask) {
        const Slot *slot = &words->slots[at];
        if (slot->hash == hash && slot->length == n && memcmp (slot->folded, folded, n) == 0)
            return slot->word;
    }
    return unknown_word (words, folded, n);
}

gboolean
ent_words_tell (const EntWords *words, const char *text, EntSpan span)
{
    EntWordSpan word;
    for (gsize at = span.start; ent_word_next (text, at, span.end, &word); at = word.tail) {
        char folded[ENT_FOLD_ROOM];
        gsize n = ent_fold (text, (EntSpan){ word.start, word.end }, TRUE, folded);
        if (is_in_sieve (words->telling, hash_of (folded, n)))
            return TRUE;
    }
    return FALSE;
}

guint
ent_words_verb_class (const EntWords *words, const EntWord *verb, const char *next)
{
    char two[2 * ENT_FOLD_ROOM];
    if (verb->verb == NULL || next[0] == '\0')
        return verb->verb_class;
    g_strlcpy (two, verb->verb, sizeof two); /* asked for every verb, and printf is slow */
    g_strlcat (two, " ", sizeof two);
    g_strlcat (two, next, sizeof two);
    guint class = GPOINTER_TO_UINT (g_hash_table_lookup (words->two_words, two));
    return class != 0 ? class | (verb->verb_class & (ENT_VERB_SAY | ENT_VERB_CUE)) : verb->verb_class;
}

gboolean
ent_words_is_abbreviation (const EntWords *words, const char *folded, gboolean *may_end)
{
    guint kind = GPOINTER_TO_UINT (g_hash_table_lookup (words->abbreviations, folded));
    *may_end = kind == 2;
    return kind != 0;
}

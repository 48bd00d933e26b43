/* lexicon_load.c - the lists of words.yaml and of the relations, as words and their forms. */
#include "function_word.h"
#include "lexicon_table.h"

#include <string.h>

#include "base/yaml.h"
#include "inflect.h"
#include "word_list.h"

/* Classes whose members also occur in the plural. */
#define NOUN_CLASSES (ENT_WORD_TITLE | ENT_WORD_PERSON | ENT_WORD_PEOPLE)

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
mark_cues (EntLexicon *lexicon, char **phrases)
{
    for (; *phrases != NULL; phrases++) {
        g_autofree char *word = longest_word (*phrases);
        ent_lexicon_word (lexicon, word)->cue = TRUE;
    }
}

static void
add_relation (EntLexicon *lexicon, const EntYaml *irregular, const EntRelation *relation)
{
    char **verb_lists[] = { relation->verbs, relation->person_verbs, relation->word_verbs,
                            relation->verdict_verbs };
    for (gsize i = 0; i < G_N_ELEMENTS (verb_lists); i++)
        for (char **verb = verb_lists[i]; *verb != NULL; verb++) {
            g_autofree char *base = first_word (*verb);
            gboolean answer = relation->directed && verb_lists[i] != relation->verdict_verbs;
            ent_lexicon_add_verb (lexicon, irregular, base, ENT_VERB_CUE | (answer ? ENT_VERB_ANSWER : 0));
        }
    for (char **noun = relation->nouns; *noun != NULL; noun++)
        ent_lexicon_add_noun_head (lexicon, *noun);
    for (char **noun = relation->words; *noun != NULL; noun++)
        ent_lexicon_add_noun (lexicon, *noun);
    char **phrase_lists[] = { relation->phrases, relation->word_phrases };
    for (gsize i = 0; i < G_N_ELEMENTS (phrase_lists); i++)
        for (char **phrase = phrase_lists[i]; *phrase != NULL; phrase++) {
            g_autofree char *first = first_word (*phrase);
            ent_lexicon_word (lexicon, first)->opens_phrase = TRUE;
        }
    mark_cues (lexicon, relation->phrases);
    mark_cues (lexicon, relation->word_phrases);
    mark_cues (lexicon, relation->verdicts);
    for (char **verdict = relation->verdicts; *verdict != NULL; verdict++)
        if (strchr (*verdict, ' ') == NULL) /* "called the claim false": not part of the noun phrase */
            ent_lexicon_word (lexicon, *verdict)->classes |= ENT_WORD_ADVERB;
}

/* A class of words, with the plurals of those that are nouns. */
static void
add_class (EntLexicon *lexicon, const char *text, guint class)
{
    ent_lexicon_word (lexicon, text)->classes |= class;
    if ((class & NOUN_CLASSES) == 0)
        return;
    g_autofree char *plural = ent_inflect (text, "s");
    if (g_str_has_suffix (text, "man")) {
        g_free (plural);
        plural = g_strdup_printf ("%.*smen", (int)strlen (text) - 3, text);
    }
    ent_lexicon_word (lexicon, plural)->classes |= class | ENT_WORD_PLURAL;
}

/* A word whose classes are complete: uses and titles add none. */
static EntWord *
settled_word (EntLexicon *lexicon, const char *text)
{
    gboolean known = g_hash_table_contains (lexicon->words, text);
    EntWord *word = ent_lexicon_word (lexicon, text);
    if (!known)
        *word = *ent_lexicon_unknown (lexicon, text, strlen (text));
    word->guessed = FALSE;
    return word;
}

static void
add_use (EntLexicon *lexicon, const char *text, guint use)
{
    settled_word (lexicon, text)->uses |= use;
}

/* A word of which nothing is known but that it is a name too: its class stays a guess. */
static void
add_name_use (EntLexicon *lexicon, const char *text, guint use)
{
    gboolean known = g_hash_table_contains (lexicon->words, text);
    EntWord *word = settled_word (lexicon, text);
    word->uses |= use;
    word->guessed |= !known;
}

static void
add_empty_title (EntLexicon *lexicon, const char *text, guint unused)
{
    (void)unused;
    settled_word (lexicon, text)->title = g_intern_static_string ("");
}

static void
add_same_titles (EntLexicon *lexicon, const EntYaml *pairs)
{
    for (const EntYaml *word = ent_yaml_first (pairs); word != ent_yaml_end (pairs);) {
        const EntYaml *same = ent_yaml_next (word);
        settled_word (lexicon, word->text)->title = g_intern_string (same->text);
        word = ent_yaml_next (same);
    }
}

static void
add_set_sizes (EntLexicon *lexicon, const EntYaml *sizes)
{
    for (const EntYaml *word = ent_yaml_first (sizes); word != ent_yaml_end (sizes);) {
        const EntYaml *size = ent_yaml_next (word);
        EntWord *entry = settled_word (lexicon, word->text);
        entry->set_size = (guint)g_ascii_strtoull (size->text, NULL, 10);
        entry->uses |= ENT_USE_REFERS;
        word = ent_yaml_next (size);
    }
}

/* The first words of verbs of two: interned. */
static GHashTable *
two_word_openers (const EntLexicon *lexicon)
{
    GHashTable *openers = g_hash_table_new (NULL, NULL);
    GHashTableIter iter;
    gpointer two;
    g_hash_table_iter_init (&iter, lexicon->two_words);
    while (g_hash_table_iter_next (&iter, &two, NULL)) {
        g_autofree char *first = first_word (two);
        g_hash_table_add (openers, (gpointer)g_intern_string (first));
    }
    return openers;
}

/* The kinds of utterances, each with its verbs and nouns in their base form. */
static void
add_utterances (EntLexicon *lexicon, const EntYaml *kinds)
{
    g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL); /* interned base -> bits */
    guint bit = ENT_SAID_REMARK;
    for (const EntYaml *kind = ent_yaml_first (kinds); kind != ent_yaml_end (kinds); bit <<= 1) {
        const EntYaml *list = ent_yaml_next (kind);
        for (const EntYaml *word = ent_yaml_first (list); word != ent_yaml_end (list);
             word = ent_yaml_next (word)) {
            gpointer base = (gpointer)g_intern_string (word->text);
            guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (said, base)) | bit;
            g_hash_table_insert (said, base, GUINT_TO_POINTER (bits));
        }
        kind = ent_yaml_next (list);
    }
    g_autoptr (GHashTable) openers = two_word_openers (lexicon);
    GHashTableIter iter;
    gpointer folded, entry;
    g_hash_table_iter_init (&iter, lexicon->words);
    while (g_hash_table_iter_next (&iter, &folded, &entry)) {
        EntWord *word = entry;
        word->opens_verb = word->verb != NULL && g_hash_table_contains (openers, word->verb);
        word->said = (word->verb != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (said, word->verb)) : 0) |
                     (word->noun != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (said, word->noun)) : 0);
    }
}

static void
add_functions (EntLexicon *lexicon, const EntYaml *functions)
{
    for (guint f = 0; f < ENT_N_FUNCTIONS; f++) {
        const EntYaml *list = ent_yaml_get (functions, ent_function_keys[f]);
        for (const EntYaml *word = ent_yaml_first (list); word != ent_yaml_end (list);
             word = ent_yaml_next (word))
            settled_word (lexicon, word->text)->functions |= G_GUINT64_CONSTANT (1) << f;
    }
}

static void
for_each (const EntYaml *document, const char *key, void (*each) (EntLexicon *, const char *, guint),
          EntLexicon *lexicon, guint argument)
{
    const EntYaml *list = ent_yaml_get (document, key);
    if (list == NULL)
        return;
    for (const EntYaml *item = ent_yaml_first (list); item != ent_yaml_end (list);
         item = ent_yaml_next (item))
        each (lexicon, item->text, argument);
}

static void
add_abbreviation (EntLexicon *lexicon, const char *text, guint may_end)
{
    g_hash_table_insert (lexicon->abbreviations, g_strdup (text), GUINT_TO_POINTER (may_end ? 2 : 1));
}

/* Verbs of one list. Those of two words are listed under both: call off. */
static void
add_verbs (EntLexicon *lexicon, const EntYaml *document, const EntWordList *verbs)
{
    const EntYaml *list = ent_yaml_get (document, verbs->key),
                  *irregular = ent_yaml_get (document, "irregular");
    for (const EntYaml *verb = ent_yaml_first (list); verb != ent_yaml_end (list);
         verb = ent_yaml_next (verb))
        if (strchr (verb->text, ' ') == NULL)
            ent_lexicon_add_verb (lexicon, irregular, verb->text, verbs->bits);
        else
            g_hash_table_insert (lexicon->two_words, g_strdup (verb->text), GUINT_TO_POINTER (verbs->bits));
}

static void
load (EntLexicon *lexicon, const EntGazetteer *gazetteer)
{
    g_autoptr (GStringChunk) strings = g_string_chunk_new (65536);
    g_autoptr (EntYaml) document = ent_yaml_built_in ("words.yaml", strings);
    for (const EntWordList *list = ent_class_lists; list->key != NULL; list++)
        for_each (document, list->key, add_class, lexicon, list->bits);
    for_each (document, "nouns", ent_lexicon_add_plain_noun, lexicon, 0);
    for_each (document, "abbreviations", add_abbreviation, lexicon, FALSE);
    for_each (document, "abbreviations_that_may_end", add_abbreviation, lexicon, TRUE);

    for (const EntWordList *list = ent_verb_lists; list->key != NULL; list++)
        add_verbs (lexicon, document, list);
    for (guint i = 0; i < gazetteer->relations->len; i++)
        add_relation (lexicon, ent_yaml_get (document, "irregular"), gazetteer->relations->pdata[i]);
    for (const EntWordList *list = ent_use_lists; list->key != NULL; list++)
        for_each (document, list->key, add_use, lexicon, list->bits);
    for_each (document, "title_empty", add_empty_title, lexicon, 0);
    add_same_titles (lexicon, ent_yaml_get (document, "title_same"));
    add_set_sizes (lexicon, ent_yaml_get (document, "set_sizes"));
    add_functions (lexicon, ent_yaml_get (document, "functions"));
    add_utterances (lexicon, ent_yaml_get (document, "utterances"));
    g_autoptr (EntYaml) ordinary = ent_yaml_built_in ("ordinary.yaml", strings);
    for_each (ordinary, "words", add_name_use, lexicon, ENT_USE_ORDINARY);
    for_each (ordinary, "given_names", add_name_use, lexicon, ENT_USE_FORENAME);
}

static void
add_to_sieve (Sieve sieve, guint32 hash)
{
    sieve[ent_lexicon_sieve_bit (hash) / 64] |= G_GUINT64_CONSTANT (1) << ent_lexicon_sieve_bit (hash) % 64;
}

static void
lay_slots (EntLexicon *lexicon)
{
    guint size = 1024;
    while (size < 2 * g_hash_table_size (lexicon->words))
        size *= 2;
    lexicon->slots = g_new0 (Slot, size);
    lexicon->mask = size - 1;
    GHashTableIter iter;
    gpointer folded, word;
    g_hash_table_iter_init (&iter, lexicon->words);
    while (g_hash_table_iter_next (&iter, &folded, &word)) {
        gsize length = strlen (folded);
        guint32 hash = ent_lexicon_hash (folded, length);
        guint at = hash & lexicon->mask;
        const EntWord *entry = word;
        add_to_sieve (lexicon->known, hash);
        if (entry->cue || (entry->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON)) != 0 ||
            (entry->uses & ENT_USE_REFERS) != 0)
            add_to_sieve (lexicon->telling, hash);
        while (lexicon->slots[at].word != NULL)
            at = (at + 1) & lexicon->mask;
        lexicon->slots[at] = (Slot){ hash, (guint32)length, folded, word };
    }
}

EntLexicon *
ent_lexicon_new (const EntGazetteer *gazetteer)
{
    EntLexicon *lexicon = g_new0 (EntLexicon, 1);
    lexicon->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    lexicon->abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    lexicon->two_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    lexicon->unknown.guessed = lexicon->unknown_adverb.guessed = lexicon->unknown_past.guessed =
        lexicon->unknown_ing.guessed = TRUE;
    lexicon->unknown_adverb.classes = ENT_WORD_ADVERB;
    lexicon->unknown_past.classes = ENT_WORD_PAST | ENT_WORD_PARTICIPLE;
    lexicon->unknown_ing.classes = ENT_WORD_ING;
    load (lexicon, gazetteer);
    lay_slots (lexicon);
    return lexicon;
}

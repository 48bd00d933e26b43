/* words.c - names that are ordinary words, or lack their capital; verbs that are no base forms. */
#include <string.h>

#include "base/nearest.h"
#include "base/yaml.h"
#include "text/fold.h"
#include "warning.h"

typedef struct {
    const EntChecker *checker;
    GHashTable *words, *given_names; /* sets of folded words, of data/ordinary.yaml */
} Ordinary;

static GHashTable *
read_words (const EntYaml *document, const char *key)
{
    GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);
    const EntYaml *list = ent_yaml_get (document, key), *end = ent_yaml_end (list);
    for (const EntYaml *word = ent_yaml_first (list); word != end; word = ent_yaml_next (word))
        g_hash_table_add (set, (gpointer)word->text);
    return set;
}

/* ---- names ---- */

/* The folded word that a name consists of; FALSE for a name of several. */
static gboolean
only_word (const char *name, char *folded)
{
    EntWordSpan word, next;
    gsize length = strlen (name);
    if (!ent_word_next (name, 0, length, &word) || ent_word_next (name, word.tail, length, &next))
        return FALSE;
    ent_fold (name, (EntSpan){ word.start, word.end }, TRUE, folded);
    return TRUE;
}

/* A word that the grammar knows; what it only guesses from an ending may be any name: Ahmed, Reilly, Fleming. */
static gboolean
is_known (const EntWord *word)
{
    const guint guessed = ENT_WORD_ADVERB | ENT_WORD_PAST | ENT_WORD_PARTICIPLE | ENT_WORD_ING;
    return word->verb != NULL || word->noun != NULL || (word->classes & ~guessed) != 0;
}

static gboolean
is_ordinary (const Ordinary *ordinary, const char *name)
{
    char folded[ENT_FOLD_ROOM];
    return only_word (name, folded) && (g_hash_table_contains (ordinary->words, folded) ||
                                        is_known (ent_lexicon_find (ordinary->checker->lexicon, folded)));
}

static gboolean
is_given_name (const Ordinary *ordinary, const char *name)
{
    char folded[ENT_FOLD_ROOM];
    return only_word (name, folded) && g_hash_table_contains (ordinary->given_names, folded);
}

static void
count_letters (const char *name, guint *lower, guint *upper)
{
    *lower = *upper = 0;
    for (const char *s = name; *s != '\0'; s = g_utf8_next_char (s)) {
        gunichar c = g_utf8_get_char (s);
        *lower += g_unichar_islower (c) ? 1 : 0;
        *upper += g_unichar_isupper (c) ? 1 : 0;
    }
}

static void
report (const Ordinary *ordinary, const EntName *name, const char *rule, const char *what)
{
    g_autofree char *shown = ent_quote (name->text);
    ent_check_warn (ordinary->checker, rule, name->path, name->place, "%s %s %s", ent_name_kind (name->kind),
                    shown, what);
}

/* A capital is what tells a name from a word. */
static void
check_lower_case (const Ordinary *ordinary, const EntName *name)
{
    if (is_ordinary (ordinary, name->text))
        report (ordinary, name, "common-word",
                "is an ordinary word: without a capital it is found wherever that stands");
    else
        report (ordinary, name, "lower-case", "has no capital: it is found in lower case too");
}

/* "Rice", "May". A family name beside the given name of an unknown person is recognized as theirs, an alias is not.
 * What an entity is called (Turkey) cannot be helped. */
static void
check_capitalized (const Ordinary *ordinary, const EntName *name)
{
    if (name->kind != ENT_NAME_ALIAS && name->kind != ENT_NAME_SHORT)
        return;
    if (is_ordinary (ordinary, name->text))
        report (ordinary, name, "common-word",
                name->kind == ENT_NAME_SHORT
                    ? "is an ordinary word too: where a sentence begins with that, the name is found only "
                      "behind a "
                      "title, or if the article has it in full"
                    : "is an ordinary word too: where a sentence begins with that, the name is found");
    else if (name->kind == ENT_NAME_ALIAS && is_given_name (ordinary, name->text))
        report (ordinary, name, "given-name", "is a given name: it is found in the names of others too");
}

static void
check_name (const Ordinary *ordinary, const EntName *name)
{
    guint lower, upper;
    count_letters (name->text, &lower, &upper);
    if (lower == 0 || !g_unichar_isalpha (g_utf8_get_char (name->text)))
        return; /* an acronym needs all its capitals, other scripts have none; @somebody is a name */
    if (upper == 0)
        check_lower_case (ordinary, name);
    else
        check_capitalized (ordinary, name);
}

/* Of names that are written alike, those of the best rank: the others are never found. */
static void
check_group (const Ordinary *ordinary, EntNameGroup group)
{
    const EntName *names = (const EntName *)ordinary->checker->gazetteer->names->data;
    guint best = G_MAXUINT;
    for (guint i = 0; i < group.n_names; i++)
        best = MIN (best, ent_name_rank (names[group.names[i]].kind));
    for (guint i = 0; i < group.n_names; i++) {
        const EntName *name = &names[group.names[i]];
        if (name->kind != ENT_NAME_IGNORE && ent_name_rank (name->kind) == best)
            check_name (ordinary, name);
    }
}

/* ---- verbs ---- */

/* Of a word that the grammar does not know the ending must tell: "accused", "meets"; but not "breed", "bring", "press". */
static gboolean
looks_inflected (const char *word)
{
    static const char *const endings[] = { "ed", "ing", "s" };
    static const char *const bases[] = { "eed", "ss", "us", "is", "as" };
    gsize length = strlen (word);
    for (gsize i = 0; i < G_N_ELEMENTS (bases); i++)
        if (g_str_has_suffix (word, bases[i]))
            return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
        if (g_str_has_suffix (word, endings[i]))
            return strcspn (word, "aeiouy") < length - strlen (endings[i]);
    return FALSE;
}

static void
check_verb (const EntChecker *checker, const EntVerb *verb)
{
    g_autofree char *first = g_strndup (verb->text, strcspn (verb->text, " "));
    const EntWord *word = ent_lexicon_find (checker->lexicon, first);
    g_autofree char *shown = ent_quote (first);
    if (word->verb != NULL && (word->classes & ENT_WORD_BASE) == 0)
        ent_check_warn (checker, "inflected-verb", verb->path, verb->place,
                        "verb %s is a form of '%s': list the base form, the others follow from it", shown,
                        word->verb);
    else if (word->verb == NULL && looks_inflected (first))
        ent_check_warn (checker, "inflected-verb", verb->path, verb->place,
                        "verb %s looks inflected: list the base form, the others follow from it", shown);
}

void
ent_check_words (const EntChecker *checker)
{
    g_autoptr (GStringChunk) strings = g_string_chunk_new (16384);
    g_autoptr (EntYaml) document = ent_yaml_built_in ("ordinary.yaml", strings);
    Ordinary ordinary = { checker, read_words (document, "words"), read_words (document, "given_names") };
    for (guint i = 0; (i = ent_matcher_next_group (checker->matcher, i)) != 0;)
        check_group (&ordinary, ent_matcher_group (checker->matcher, i));
    g_hash_table_unref (ordinary.words);
    g_hash_table_unref (ordinary.given_names);
    for (guint i = 0; i < checker->gazetteer->added_verbs->len; i++)
        check_verb (checker, &g_array_index (checker->gazetteer->added_verbs, EntVerb, i));
}

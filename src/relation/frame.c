#include "frame.h"

static void
free_frame (gpointer data)
{
    EntFrame *frame = data;
    g_strfreev (frame->rest);
    g_free (frame->before);
    g_free (frame);
}

/* Adds a frame under a word, with what stands behind it. */
static EntFrame *
add_frame (const EntWords *lexicon, GHashTable *table, const char *word, EntFrame frame, char **rest)
{
    const char *key = g_intern_string (word);
    GPtrArray *frames = g_hash_table_lookup (table, key);
    if (frames == NULL) {
        frames = g_ptr_array_new_with_free_func (free_frame);
        g_hash_table_insert (table, (gpointer)key, frames);
    }
    frame.rest = g_strdupv (rest);
    frame.n_rest = g_strv_length (rest);
    frame.preposition = ent_words_end_in_preposition (lexicon, rest);
    g_ptr_array_add (frames, g_memdup2 (&frame, sizeof frame));
    return frames->pdata[frames->len - 1];
}

/* A noun stands under its head; what is listed before it must stand before it, a preposition behind it. */
static void
add_nouns (const EntWords *lexicon, GHashTable *table, char **list, guint relation)
{
    for (; *list != NULL; list++) {
        g_auto (GStrv) words = g_strsplit (*list, " ", -1);
        guint n = g_strv_length (words);
        guint head = n - (n > 1 && ent_words_end_in_preposition (lexicon, words) ? 2 : 1);
        EntFrame *frame =
            add_frame (lexicon, table, words[head], (EntFrame){ .relation = relation }, words + head + 1);
        if (head > 0)
            frame->before = g_strdup (words[0]);
    }
}

static void
add_frames (const EntWords *lexicon, GHashTable *table, char **list, guint relation, EntObjectKind object)
{
    for (; *list != NULL; list++) {
        g_auto (GStrv) words = g_strsplit (*list, " ", -1);
        add_frame (lexicon, table, words[0], (EntFrame){ .relation = relation, .object = object }, words + 1);
    }
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
    const EntFrame *x = *(const EntFrame *const *)a, *y = *(const EntFrame *const *)b;
    return (x->n_rest < y->n_rest) - (x->n_rest > y->n_rest);
}

static void
sort_frames (gpointer key, gpointer frames, gpointer unused)
{
    (void)key;
    (void)unused;
    g_ptr_array_sort (frames, compare_lengths);
}

EntGrammar *
ent_grammar_new (const EntGazetteer *gazetteer, const EntWords *words)
{
    EntGrammar *grammar = g_new0 (EntGrammar, 1);
    GDestroyNotify unref = (GDestroyNotify)g_ptr_array_unref;
    grammar->gazetteer = gazetteer;
    grammar->verbs = g_hash_table_new_full (NULL, NULL, NULL, unref);
    grammar->nouns = g_hash_table_new_full (NULL, NULL, NULL, unref);
    grammar->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref);
    grammar->verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref);
    grammar->words = g_new0 (GHashTable *, gazetteer->relations->len);
    for (guint i = 0; i < gazetteer->relations->len; i++) {
        const EntRelation *relation = gazetteer->relations->pdata[i];
        add_frames (words, grammar->verbs, relation->verbs, i, ENT_OBJECT_ANY);
        add_frames (words, grammar->verbs, relation->person_verbs, i, ENT_OBJECT_PERSON);
        add_frames (words, grammar->verbs, relation->word_verbs, i, ENT_OBJECT_WORDS);
        add_nouns (words, grammar->nouns, relation->nouns, i);
        add_frames (words, grammar->phrases, relation->phrases, i, ENT_OBJECT_ANY);
        add_frames (words, grammar->phrases, relation->word_phrases, i, ENT_OBJECT_WORDS);
        add_frames (words, grammar->verdicts, relation->verdicts, i, ENT_OBJECT_WORDS);
        grammar->words[i] = g_hash_table_new (NULL, NULL);
        for (char **word = relation->words; *word != NULL; word++)
            g_hash_table_add (grammar->words[i], (gpointer)g_intern_string (*word));
    }
    g_hash_table_foreach (grammar->verbs, sort_frames, NULL);
    return grammar;
}

void
ent_grammar_free (EntGrammar *grammar)
{
    if (grammar == NULL)
        return;
    for (guint i = 0; i < grammar->gazetteer->relations->len; i++)
        g_hash_table_destroy (grammar->words[i]);
    g_free (grammar->words);
    g_hash_table_destroy (grammar->verbs);
    g_hash_table_destroy (grammar->nouns);
    g_hash_table_destroy (grammar->phrases);
    g_hash_table_destroy (grammar->verdicts);
    g_free (grammar);
}

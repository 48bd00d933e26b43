/* frame.c - the frames of the gazetteer's relations, by verb, noun and phrase. */
#include "frame.h"

static void
free_frame (gpointer data)
{
    EntFrame *frame = data;
    g_strfreev (frame->rest);
    g_free (frame->before);
    g_free (frame);
}

/* Adds a frame under a word, with the words behind it. */
static EntFrame *
add_frame (const EntLexicon *lexicon, GHashTable *table, const char *word, EntFrame frame, char **rest)
{
    const char *key = g_intern_string (word);
    GPtrArray *frames = g_hash_table_lookup (table, key);
    if (frames == NULL) {
        frames = g_ptr_array_new_with_free_func (free_frame);
        g_hash_table_insert (table, (gpointer)key, frames);
    }
    frame.rest = g_strdupv (rest);
    frame.n_rest = g_strv_length (rest);
    frame.preposition = ent_lexicon_end_in_preposition (lexicon, rest);
    g_ptr_array_add (frames, g_memdup2 (&frame, sizeof frame));
    return frames->pdata[frames->len - 1];
}

/* A noun is indexed by its head; the words listed before it must be before it in the text, a preposition behind it. */
static void
add_nouns (const EntLexicon *lexicon, GHashTable *table, char **list, guint relation)
{
    for (; *list != NULL; list++) {
        g_auto (GStrv) words = g_strsplit (*list, " ", -1);
        guint n = g_strv_length (words);
        guint head = n - (n > 1 && ent_lexicon_end_in_preposition (lexicon, words) ? 2 : 1);
        EntFrame *frame =
            add_frame (lexicon, table, words[head], (EntFrame){ .relation = relation }, words + head + 1);
        if (head > 0)
            frame->before = g_strdup (words[0]);
    }
}

static void
add_frames (const EntLexicon *lexicon, GHashTable *table, char **list, guint relation, EntObjectKind object)
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

EntFrames *
ent_frames_new (const EntGazetteer *gazetteer, const EntLexicon *lexicon)
{
    EntFrames *frames = g_new0 (EntFrames, 1);
    GDestroyNotify unref = (GDestroyNotify)g_ptr_array_unref;
    frames->gazetteer = gazetteer;
    frames->verbs = g_hash_table_new_full (NULL, NULL, NULL, unref);
    frames->nouns = g_hash_table_new_full (NULL, NULL, NULL, unref);
    frames->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref);
    frames->verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref);
    frames->words = g_new0 (GHashTable *, gazetteer->relations->len);
    for (guint i = 0; i < gazetteer->relations->len; i++) {
        const EntRelation *relation = gazetteer->relations->pdata[i];
        add_frames (lexicon, frames->verbs, relation->verbs, i, ENT_OBJECT_ANY);
        add_frames (lexicon, frames->verbs, relation->person_verbs, i, ENT_OBJECT_PERSON);
        add_frames (lexicon, frames->verbs, relation->word_verbs, i, ENT_OBJECT_WORDS);
        add_nouns (lexicon, frames->nouns, relation->nouns, i);
        add_frames (lexicon, frames->phrases, relation->phrases, i, ENT_OBJECT_ANY);
        add_frames (lexicon, frames->phrases, relation->word_phrases, i, ENT_OBJECT_WORDS);
        add_frames (lexicon, frames->verdicts, relation->verdicts, i, ENT_OBJECT_WORDS);
        frames->words[i] = g_hash_table_new (NULL, NULL);
        for (char **word = relation->words; *word != NULL; word++)
            g_hash_table_add (frames->words[i], (gpointer)g_intern_string (*word));
    }
    g_hash_table_foreach (frames->verbs, sort_frames, NULL);
    return frames;
}

void
ent_frames_free (EntFrames *frames)
{
    if (frames == NULL)
        return;
    for (guint i = 0; i < frames->gazetteer->relations->len; i++)
        g_hash_table_destroy (frames->words[i]);
    g_free (frames->words);
    g_hash_table_destroy (frames->verbs);
    g_hash_table_destroy (frames->nouns);
    g_hash_table_destroy (frames->phrases);
    g_hash_table_destroy (frames->verdicts);
    g_free (frames);
}

#include "grammar.h"

#include <string.h>

static void
free_frame (gpointer data)
{
    EntFrame *frame = data;
    g_strfreev (frame->rest);
    g_free (frame->before);
    g_free (frame);
}

/* Adds a frame under a word; `rest` is taken over. */
static EntFrame *
add_frame (GHashTable *table, const char *word, guint relation, EntObjectKind object, char **rest)
{
    const char *key = g_intern_string (word);
    GPtrArray *frames = g_hash_table_lookup (table, key);
    if (frames == NULL) {
        frames = g_ptr_array_new_with_free_func (free_frame);
        g_hash_table_insert (table, (gpointer)key, frames);
    }
    EntFrame *frame = g_new (EntFrame, 1);
    *frame = (EntFrame){ relation, object, rest, NULL };
    g_ptr_array_add (frames, frame);
    return frame;
}

/* A noun stands under its head; what is listed before it must stand before it, a preposition behind it. */
static void
add_nouns (GHashTable *table, char **list, guint relation)
{
    for (; *list != NULL; list++) {
        gboolean preposition;
        g_autofree char *head = ent_noun_head (*list, &preposition);
        g_auto (GStrv) words = g_strsplit (*list, " ", -1);
        guint n = g_strv_length (words);
        char **rest = g_strdupv (words + (preposition ? n - 1 : n));
        EntFrame *frame = add_frame (table, head, relation, ENT_OBJECT_ANY, rest);
        if (n > (preposition ? 2u : 1u))
            frame->before = g_strdup (words[0]);
    }
}

static void
add_frames (GHashTable *table, char **list, guint relation, EntObjectKind object)
{
    for (; *list != NULL; list++) {
        g_auto (GStrv) words = g_strsplit (*list, " ", -1);
        add_frame (table, words[0], relation, object, g_strdupv (words + 1));
    }
}

EntGrammar *
ent_grammar_new (const EntGazetteer *gazetteer)
{
    EntGrammar *grammar = g_new0 (EntGrammar, 1);
    GDestroyNotify unref = (GDestroyNotify)g_ptr_array_unref;
    grammar->gazetteer = gazetteer;
    grammar->verbs = g_hash_table_new_full (NULL, NULL, NULL, unref);
    grammar->nouns = g_hash_table_new_full (NULL, NULL, NULL, unref);
    grammar->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref);
    grammar->words = g_new0 (GHashTable *, gazetteer->relations->len);
    for (guint i = 0; i < gazetteer->relations->len; i++) {
        const EntRelation *relation = gazetteer->relations->pdata[i];
        add_frames (grammar->verbs, relation->verbs, i, ENT_OBJECT_ANY);
        add_frames (grammar->verbs, relation->person_verbs, i, ENT_OBJECT_PERSON);
        add_frames (grammar->verbs, relation->word_verbs, i, ENT_OBJECT_WORDS);
        add_nouns (grammar->nouns, relation->nouns, i);
        add_frames (grammar->phrases, relation->phrases, i, ENT_OBJECT_ANY);
        add_frames (grammar->phrases, relation->word_phrases, i, ENT_OBJECT_WORDS);
        grammar->words[i] = g_hash_table_new (NULL, NULL);
        for (char **word = relation->words; *word != NULL; word++)
            g_hash_table_add (grammar->words[i], (gpointer)g_intern_string (*word));
    }
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
    g_free (grammar);
}

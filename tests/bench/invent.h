/* invent.h - words that look like words, for names and for text. */
#ifndef ENT_BENCH_INVENT_H
#define ENT_BENCH_INVENT_H

#include <glib.h>

/* A word of 1 to `syllables` syllables and an ending; one in twenty words may end in a letter with an accent. */
static inline char *
invent_word (GRand *random, guint syllables)
{
    static const char *const heads[] = { "b", "c", "d", "f", "g", "l",  "m",  "n",
                                         "p", "r", "s", "t", "v", "st", "pr", "con" };
    static const char *const tails[] = { "a",  "e",  "i",  "o",   "u",   "an", "er",
                                         "in", "or", "al", "ent", "est", "ic", "ess" };
    static const char *const ends[] = { "", "", "s", "ed", "ing", "tion", "ly", "ment", "é" };
    GString *word = g_string_new (NULL);
    for (gint32 i = g_rand_int_range (random, 1, (gint32)syllables + 1); i > 0; i--) {
        g_string_append (word, heads[g_rand_int_range (random, 0, G_N_ELEMENTS (heads))]);
        g_string_append (word, tails[g_rand_int_range (random, 0, G_N_ELEMENTS (tails))]);
    }
    gint32 n_ends = (gint32)G_N_ELEMENTS (ends) - (g_rand_int_range (random, 0, 20) > 0);
    g_string_append (word, ends[g_rand_int_range (random, 0, n_ends)]);
    return g_string_free (word, FALSE);
}

#endif

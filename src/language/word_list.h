/* word_list.h - private to language/: the lists of words.yaml, and what the words in each are. */
#ifndef ENT_LANGUAGE_WORD_LIST_H
#define ENT_LANGUAGE_WORD_LIST_H

#include "lexicon.h"

typedef struct {
    const char *key;
    guint bits; /* 0: none */
} EntWordList;

/* Lists of EntWordClass, EntVerbClass and EntWordUse. The last key of each is NULL. */
extern const EntWordList ent_class_lists[], ent_verb_lists[], ent_use_lists[];

#endif

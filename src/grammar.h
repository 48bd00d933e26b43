/* grammar.h - the words of the relations made ready for the grammar: look-up by verb, noun and phrase. */
#ifndef ENT_GRAMMAR_H
#define ENT_GRAMMAR_H

#include "relate.h"

typedef enum { ENT_OBJECT_ANY, ENT_OBJECT_PERSON, ENT_OBJECT_WORDS } EntObjectKind;

typedef struct {
    guint relation;
    EntObjectKind object;
    char **rest; /* the words behind the first: "to", "down with" */
    guint n_rest;
    gboolean preposition; /* the last of them is one: what follows is its object */
    char *before;         /* of a noun: the word that must stand before it: "press"; or NULL */
} EntFrame;

struct EntGrammar {
    const EntGazetteer *gazetteer;
    GHashTable *verbs;    /* interned base form -> GPtrArray of EntFrame, those of more words first */
    GHashTable *nouns;    /* interned singular -> GPtrArray of EntFrame */
    GHashTable *phrases;  /* first word -> GPtrArray of EntFrame */
    GHashTable *verdicts; /* the same */
    GHashTable **words;   /* per relation: set of interned singulars, somebody's words */
};

#endif

/* frame.h - the words of the relations made ready for the grammar: look-up by verb, noun and phrase. */
#ifndef ENT_RELATION_FRAME_H
#define ENT_RELATION_FRAME_H

#include "clause/clause.h"

typedef struct EntGrammar EntGrammar; /* immutable */

EntGrammar *ent_grammar_new (const EntGazetteer *gazetteer, const EntWords *words);
void ent_grammar_free (EntGrammar *grammar);

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntGrammar, ent_grammar_free)

#endif

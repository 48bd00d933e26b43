/* frame.h - the verbs, nouns and phrases of the relations, indexed for look-up. */
#ifndef ENT_RELATION_FRAME_H
#define ENT_RELATION_FRAME_H

#include "clause/clause.h"

typedef struct EntFrames EntFrames; /* immutable */

EntFrames *ent_frames_new (const EntGazetteer *gazetteer, const EntLexicon *lexicon);
void ent_frames_free (EntFrames *frames);

typedef enum { ENT_OBJECT_ANY, ENT_OBJECT_PERSON, ENT_OBJECT_WORDS } EntObjectKind;

typedef struct {
    guint relation;
    EntObjectKind object;
    char **rest; /* the words behind the first: "to", "down with" */
    guint n_rest;
    gboolean preposition; /* the last of them is one: what follows is its object */
    char *before;         /* of a noun: the word that must stand before it: "press"; or NULL */
} EntFrame;

struct EntFrames {
    const EntGazetteer *gazetteer;
    GHashTable *verbs;    /* interned base form -> GPtrArray of EntFrame, those of more words first */
    GHashTable *nouns;    /* interned singular -> GPtrArray of EntFrame */
    GHashTable *phrases;  /* first word -> GPtrArray of EntFrame */
    GHashTable *verdicts; /* the same */
    GHashTable **words;   /* per relation: set of interned singulars, somebody's words */
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFrames, ent_frames_free)

#endif

/* pronoun.h - pronouns: the antecedents of he and she. */
#ifndef ENT_MENTION_PRONOUN_H
#define ENT_MENTION_PRONOUN_H

#include "discourse.h"

/* TRUE if the named phrase is of an official whom a pronoun of that gender may stand for. */
gboolean ent_agrees (const EntDiscourse *discourse, guint named, EntGender gender);

/* The official that a pronoun at a place of the current sentence stands for: the subject of the clause
 * before, or of the sentence before, or the only official named there; ENT_NONE where it is not clear.
 * `before` is the first token that is not considered, `other` an entity that it cannot be (ENT_NONE: any can). `nominative`
 * for he and she, which look to the subject of the sentence before rather than to a name that is none in this. */
guint ent_pronoun_antecedent (EntDiscourse *discourse, guint before, EntGender gender, gboolean nominative,
                              guint other);

#endif

/* set.h - private to clause/: "the two leaders", "both sides", "the pair", and the sets that the text has made. */
#ifndef ENT_CLAUSE_SET_H
#define ENT_CLAUSE_SET_H

#include "clause.h"

/* What a plural says of the set that it stands for. */
typedef struct {
    guint size; /* 0: two or more */
    gboolean any_kind;
    EntKind kind;
} EntSetDescription;

/* What a noun phrase says of a set: "the two leaders", "both presidents", "the pair", "neither"; FALSE if it is none. */
gboolean ent_set_describe (const EntClauses *c, guint noun, EntSetDescription *wanted);

/* The antecedents of a set description at a noun phrase, up to ENT_MAX_SALIENT: the latest set that fits, here or up to
 * three sentences back; where a sentence has none, those whom it names, if they are just as many. How many there are. */
guint ent_set_antecedents (const EntClauses *c, guint noun, const EntSetDescription *wanted,
                           guint *antecedents);

/* The only ones of their kind among the named phrases [first, last), if they are as many as wanted. */
guint ent_set_only_named (const EntClauses *c, guint first, guint last, const EntSetDescription *wanted,
                          guint *antecedents);

/* The index behind the last named phrase of this sentence that starts before a token. */
guint ent_set_named_before (const EntDiscourse *discourse, guint first);

/* The named phrases of a sentence further back: *last is set behind them, the result is the first. */
guint ent_set_named_back (const EntDiscourse *discourse, guint back, guint *last);

/* The entity of a named phrase; ENT_NONE of ENT_NONE. */
guint ent_set_entity (const EntClauses *c, guint named);

/* The entity of a noun phrase is that of one of several named phrases. */
gboolean ent_set_is_among (const EntClauses *c, guint noun, const guint *named, guint n);

#endif

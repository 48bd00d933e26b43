/* clause.h - who does what in a row of chunks: the subject of a verb, the conjuncts of a coordination, and whether what
 * a verb or a noun says happened, is planned, or is denied. */
#ifndef ENT_CLAUSE_CLAUSE_H
#define ENT_CLAUSE_CLAUSE_H

#include "chunk/chunk.h"

typedef struct {
    EntDiscourse *discourse;
    const EntSentence *sentence;
    const EntChunk *chunks;
    guint n_chunks;
    GArray *subjects; /* of guint: per chunk, the subject once it is known; filled by need */
} EntClauses;

/* Prepares the clauses of a sentence. `subjects` is a buffer of the caller, used for each sentence. */
EntClauses ent_clauses (EntDiscourse *discourse, const EntSentence *sentence, const GArray *chunks,
                        GArray *subjects);

#define ENT_MAX_CONJUNCTS 16

/* Coordinated noun phrases: "A, B and C". Indices of chunks. */
typedef struct {
    guint members[ENT_MAX_CONJUNCTS];
    guint n_members;
} EntCoordination;

/* The noun phrase that is the verb's subject (the last of its coordination, next to the verb), or ENT_NONE. Of a
 * passive verb it is the one acted on. */
guint ent_clause_subject (const EntClauses *clauses, guint verb);

/* The coordination that ends, or starts, in a noun phrase. Appositives are passed over. To the right, a noun behind "and"
 * that a verb follows begins a clause of its own, unless the coordination is `whole`: between A and B. */
EntCoordination ent_coordination_left (const EntClauses *clauses, guint noun);
EntCoordination ent_coordination_right (const EntClauses *clauses, guint noun, gboolean whole);

/* Puts the named phrases of a coordination, ENT_MAX_SALIENT at most, into `named`; how many they are. */
guint ent_clause_named (const EntClauses *clauses, EntCoordination group, guint *named);

/* The subject's whole coordination: to its left, or to its right where it stands behind the verb. */
EntCoordination ent_clause_subjects (const EntClauses *clauses, guint verb);

/* The first finite verb from a chunk on whose subject stands right behind a comma; else the first behind a comma;
 * ENT_NONE. */
guint ent_clause_main_verb (const EntClauses *clauses, guint chunk);

/* The verb whose clause a chunk belongs to: before it, or else behind it; ENT_NONE. */
guint ent_clause_verb (const EntClauses *clauses, guint chunk);

/* What the verb says is only imagined, and neither planned nor denied: "had A met B, …", "could have met". */
gboolean ent_verb_is_unreal (const EntClauses *clauses, guint verb);

EntStatus ent_verb_status (const EntClauses *clauses, guint verb);

/* "two days", "a round", "hours": of talks. */
gboolean ent_row_is_measure (const EntClauses *clauses, guint noun);

/* The verb says that what depends on it did not take place: cancel, refuse, call off. */
gboolean ent_refuses (const EntClauses *clauses, guint verb);

/* What a verb or noun says is in the future, or missing, at a time that is past: "flew to see B", "had not met B", "arrived for
 * talks". Another sentence may say whether it took place. */
gboolean ent_is_told_of_past (const EntClauses *clauses, guint head);

/* The subject of the verb wants the event, but takes no part in it: call for, support. */
gboolean ent_calls_for (const EntClauses *clauses, guint verb);

/* Of an event that a verb says something of: planned below "invite", denied below "refuse". */
EntStatus ent_status_below (const EntClauses *clauses, guint verb);

/* Of an event that a noun phrase names: "the upcoming talks", "cancelled a meeting". *light is the
 * chunk of the verb that only carries the noun ("held talks"), or ENT_NONE. */
EntStatus ent_noun_status (const EntClauses *clauses, guint noun, guint *light);

/* Marks the named phrases of the sentence that are subjects, and notes in discourse->salience who speaks and who acts
 * together, for the references that follow. */
void ent_mark_subjects (const EntClauses *clauses);

const EntWord *ent_clause_word (const EntClauses *clauses, guint token);

#endif

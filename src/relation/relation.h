/*
 * relation.h - a sentence and its named phrases -> evidence. The grammar is here, the words that say a relation
 * are data (relations: in the gazetteer). Each rule has a name, which the evidence carries:
 *
 *     verb.active      A met B; A responded to B's words
 *     verb.passive     A was received by B; Y's claim was rejected by X
 *     verb.reciprocal  A and B met
 *     verb.reply       A said… B replied that… (later in the sentence, or in the next)
 *     verb.denial      A blamed B… B denied any role (the same)
 *     verb.verdict     A called B's claim false; B's claim was false, A said
 *     noun.with        A held talks with B; in a meeting with B, A said
 *     noun.owner       A's talks with B; their meeting; A's response to B
 *     noun.between     a meeting between A and B
 *     noun.of          a meeting of A, B and C
 *     noun.compound    the A-B summit
 *     noun.reciprocal  A and B held talks
 *     noun.drawn       B's remarks drew a response from A
 *     phrase           in response to B, A said
 */
#ifndef ENT_RELATION_RELATION_H
#define ENT_RELATION_RELATION_H

#include "claim.h"
#include "frame.h"

/* Appends what the sentence says (EntClaim), each pair, relation and status once. */
void ent_relate (const EntFrames *frames, const EntClauses *clauses, GArray *claims);

#endif

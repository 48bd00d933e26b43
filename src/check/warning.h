/* warning.h - private to check/: the warnings about a gazetteer: what is allowed in it and probably not meant. Each
 * rule has a name, which the manual page explains; the time of each grows linearly with the gazetteer. */
#ifndef ENT_CHECK_WARNING_H
#define ENT_CHECK_WARNING_H

#include "base/finding.h"
#include "language/lexicon.h"
#include "match/matcher.h"

/* `words` may be NULL where only names are checked. */
typedef struct {
    const EntGazetteer *gazetteer; /* may have mistakes: entities without a name, a state, a title */
    const EntMatcher *matcher;
    const EntLexicon *lexicon; /* what the grammar knows without the gazetteer's own words */
    GPtrArray *findings;
} EntChecker;

/* The parts, which do not depend on one another. */
void ent_check_names (const EntChecker *checker); /* names that collide, and repetitions */
void ent_check_words (
    const EntChecker *checker); /* names and verbs that are ordinary words, or in the wrong form */
void ent_check_offices (const EntChecker *checker); /* who held which office, and when */

/* Adds a warning. It belongs to the findings. */
EntFinding *ent_check_warn (const EntChecker *checker, const char *rule, const char *path, EntLocation place,
                            const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Who lays claim to names that are written alike: of each entity its best name (EntName), the best first, then by
 * place. What is ignored goes first. The caller frees the array. */
GPtrArray *ent_check_claims (const EntGazetteer *gazetteer, EntNameGroup group);

/* Adds notes about the claims, or some of many, but for number `own`. */
void ent_check_note_claims (const EntChecker *checker, EntFinding *finding, const GPtrArray *claims,
                            guint own);

/* TRUE if the best of these claims are as good as each other: of different entities. */
gboolean ent_check_is_contested (const GPtrArray *claims);

#endif

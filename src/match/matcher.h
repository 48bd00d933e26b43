/* matcher.h - every name of the gazetteer in one pass over the text, at a speed that does not depend on the number of
 * names. */
#ifndef ENT_MATCH_MATCHER_H
#define ENT_MATCH_MATCHER_H

#include "gazetteer/gazetteer.h"

/* Names that fold to the same words ("ISIS", "Isis"; a family name that two officials share). */
typedef struct {
    const guint *names; /* indices into gazetteer->names */
    guint n_names;
} EntNameGroup;

typedef struct {
    EntSpan span; /* of the text: without possessive ending */
    gsize tail;   /* behind the possessive ending */
    guint group;  /* for ent_matcher_group */
} EntHit;

typedef struct EntMatcher EntMatcher; /* immutable */

EntMatcher *ent_matcher_new (const EntGazetteer *gazetteer);
void ent_matcher_free (EntMatcher *matcher);

/* Appends the hits in text[span), leftmost longest, none overlapping another. Between two words of a
 * name stands white space with at most one line end, or a hyphen or slash, behind which the line may
 * end; before either, a possessive ending, and a full stop behind a word of at most three bytes. An ampersand is
 * the word "and", and before Jr. and the like a comma may stand.
 * A name that starts with a capital needs one in the text, an acronym needs
 * all of them, and a word in capitals matches any name. */
void ent_matcher_find (const EntMatcher *matcher, const char *text, EntSpan span, GArray *hits);

/* The group behind another, the first for 0; 0 behind the last. Their order does not mean anything. */
guint ent_matcher_next_group (const EntMatcher *matcher, guint group);
EntNameGroup ent_matcher_group (const EntMatcher *matcher, guint group);

/* TRUE if every writing that fits name b fits name a too, which is of the same group: "Opec" covers "OPEC". */
gboolean ent_matcher_covers (const EntMatcher *matcher, guint a, guint b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMatcher, ent_matcher_free)

#endif

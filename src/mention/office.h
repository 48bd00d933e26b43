/* office.h - who held which office of which state, and when. */
#ifndef ENT_MENTION_OFFICE_H
#define ENT_MENTION_OFFICE_H

#include "language/sentence.h"

typedef struct EntOffices EntOffices; /* immutable */

EntOffices *ent_offices_new (const EntGazetteer *gazetteer, const EntLexicon *lexicon);
void ent_offices_free (EntOffices *offices);

/* A title from the words between two tokens, normalized, so that order and spelling do not matter: "minister of
 * foreign affairs", "Foreign Minister". Words of which skip[i - first] is TRUE are left out (skip may be NULL). The
 * caller frees. */
char *ent_title_key (const EntToken *tokens, guint first, guint last, const gboolean *skip);

/* The same of a title as a gazetteer writes it. The caller frees. */
char *ent_title_key_of (const EntLexicon *lexicon, const char *title);

/* Who held the office at the date; ENT_NONE where nobody is known to, or several are. Without a date
 * there must be only one who ever did. *known tells whether anyone at all has such an office. */
guint ent_offices_holder (const EntOffices *offices, guint state, const char *title_key, EntDate date,
                          gboolean *known);

/* TRUE if the entity had an office, at whatever time, that the words between two tokens may stand for: "the envoy" for
 * the Special Presidential Envoy, but "the president" for no vice president. */
gboolean ent_office_may_be_called (const EntOffices *offices, guint entity, const EntToken *tokens,
                                   guint first, guint last);

/* The key of the office that the entity held at the date; NULL for none or more than one. */
const char *ent_office_key_at (const EntOffices *offices, guint entity, EntDate date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntOffices, ent_offices_free)

#endif

/* override.h - what names mean in one article, as `articles:` of a gazetteer says: there such a name takes precedence
 * over every other name of the gazetteer, except a longer one that contains it. */
#ifndef ENT_MATCH_OVERRIDE_H
#define ENT_MATCH_OVERRIDE_H

#include "matcher.h"

/* The section made ready for reading; immutable. Keeps a pointer to the gazetteer. */
typedef struct EntOverrides EntOverrides;

EntOverrides *ent_overrides_new (const EntGazetteer *gazetteer);
void ent_overrides_free (EntOverrides *overrides);

/* Puts the hits of the names that are said to mean something in this article among those of the matcher, by place.
 * An article of which nothing is said costs a comparison with each key. */
void ent_overrides_apply (const EntOverrides *overrides, const EntArticle *article, GArray *hits);

/* The name that such a hit stands for, of kind ENT_NAME_IGNORE where it is nobody; NULL for a hit of the matcher. */
const EntName *ent_overrides_name (const EntOverrides *overrides, const EntHit *hit);

#endif

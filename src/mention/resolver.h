/* resolver.h - private to mention/: the current sentence and its names, which the steps of resolve.c share. */
#ifndef ENT_MENTION_RESOLVER_H
#define ENT_MENTION_RESOLVER_H

#include "language/cursor.h"
#include "resolve.h"

typedef struct {
    EntDiscourse *discourse;
    const EntSentence *sentence;
    guint n_hits;
    const EntName **names;       /* per hit; NULL once the hit is used up */
    guint *hit_first, *hit_last; /* tokens of each hit */
    guint *token_hit;            /* per token: its hit, or ENT_NONE */
    gboolean *taken;             /* per token: inside the phrase of an official */
    const EntHit *hits;
    gboolean capitals; /* the sentence has no small letter */
} EntResolver;

static inline const EntName *
name_at (const EntDiscourse *discourse, guint index)
{
    return &g_array_index (discourse->gazetteer->names, EntName, index);
}

static inline const EntEntity *
entity_at (const EntDiscourse *discourse, guint index)
{
    return &g_array_index (discourse->gazetteer->entities, EntEntity, index);
}

static inline const EntName *
name_of_token (const EntResolver *work, guint index)
{
    guint hit = work->token_hit[index];
    return hit != ENT_NONE ? work->names[hit] : NULL;
}

static inline EntKind
kind_of (const EntResolver *work, const EntName *name)
{
    return entity_at (work->discourse, name->entity)->kind;
}

static inline gboolean
is_official (const EntResolver *work, const EntName *name)
{
    return name != NULL && kind_of (work, name) == ENT_OFFICIAL;
}

static inline gboolean
is_state (const EntResolver *work, const EntName *name)
{
    return name != NULL && kind_of (work, name) == ENT_STATE;
}

static inline gboolean
is_title_word (const EntResolver *work, guint i)
{
    return token (work->sentence, i)->kind == ENT_TOKEN_WORD &&
           (classes (work->sentence, i) & (ENT_WORD_TITLE | ENT_WORD_TITLE_PART)) != 0;
}

static inline gboolean
is_title_head (const EntResolver *work, guint i)
{
    return token (work->sentence, i)->kind == ENT_TOKEN_WORD &&
           (classes (work->sentence, i) & ENT_WORD_TITLE) != 0;
}

static inline gboolean
has_use (const EntResolver *work, guint i, guint use)
{
    return (token (work->sentence, i)->word->uses & use) != 0;
}

/* Anna, Michael; not "Said", which is a verb. */
static inline gboolean
is_forename (const EntResolver *work, guint i)
{
    return has_use (work, i, ENT_USE_FORENAME) && token (work->sentence, i)->word->guessed;
}

/* The steps before: names that are ordinary words, or functions of grammar, and name nobody where they stand. */
void ent_resolve_words (EntResolver *work);

/* Where the article first names an entity in full; G_MAXSIZE if it does not. */
gsize ent_named_in_full (EntDiscourse *discourse, guint entity);

/* The official is named here so that a reader knows from here on whose name it is: by a title and the family name. */
void ent_note_named_in_full (EntDiscourse *discourse, guint entity, gsize at);

/* Appends a named phrase of the phrase [first, last) whose name is [name_first, name_last). Valid until the next. */
EntNamedPhrase *ent_resolver_add (EntResolver *work, guint entity, EntHow how, guint first, guint last,
                                  guint name_first, guint name_last);

/* Marks tokens as belonging to a phrase: a name inside names nobody else. */
void ent_resolver_take (EntResolver *work, guint first, guint last);

/* The steps, in this order: officials with their titles; names in a title behind their names; one title for several;
 * offices and descriptions; states and organizations. `first_named` is the index of the sentence's first. */
void ent_resolve_officials (EntResolver *work);
void ent_resolve_appositives (EntResolver *work, guint first_named);
void ent_resolve_several (EntResolver *work);
void ent_resolve_descriptions (EntResolver *work);
void ent_resolve_states (EntResolver *work);

#endif

/* context.h - private to suggest/: the current sentence, and what its words are, for the files that find sightings. */
#ifndef ENT_SUGGEST_CONTEXT_H
#define ENT_SUGGEST_CONTEXT_H

#include "language/sentence.h"
#include "match/matcher.h"
#include "name_words.h"

typedef enum {
    ENT_SIGN_TITLE = 1 << 0,      /* Foreign Minister X; Mr X */
    ENT_SIGN_APPOSITION = 1 << 1, /* X, the foreign minister; X, who */
    ENT_SIGN_SPEAKS = 1 << 2,     /* X said; according to X; talks with X Y */
    ENT_SIGN_GROUP = 1 << 3,      /* the X movement; an organization by its own name */
    ENT_SIGN_PLACE = 1 << 4,      /* in X */
    ENT_SIGN_ARTICLE = 1 << 5,    /* the X */
    ENT_SIGN_FIRST = 1 << 6,      /* begins its sentence, where every word has a capital */
    ENT_SIGN_CUE = 1 << 7,        /* a word of a relation stands near */
    ENT_SIGN_BESIDE = 1 << 8      /* the sentence names somebody whom the gazetteer knows */
} EntSign;

#define ENT_N_SIGNS 9

typedef struct {
    EntKind kind;
    guint entity;           /* the state of the world that is named; ENT_NONE for any other name */
    guint first, last;      /* tokens of the name, end exclusive */
    guint acronym;          /* token of "(IAEA)" behind it, or ENT_NONE */
    guint title, title_end; /* tokens of the office; empty where there is none */
    guint state;            /* to which state title or adjective say that it belongs, or ENT_NONE */
    guint signs;            /* EntSign */
} EntSighting;

/* The current sentence. */
typedef struct {
    const EntGazetteer *gazetteer;
    const char *text;
    const EntSentence *sentence;
    const EntName **names; /* per token: the gazetteer's name that it is in, or NULL */
    guint *classes;        /* per token: EntNameWordClass */
} EntSightingContext;

static inline const EntToken *
seen (const EntSightingContext *l, guint i)
{
    return &l->sentence->tokens[i];
}

/* The grammar's classes; 0 for what is no word, or stands behind the end. */
static inline guint
seen_classes (const EntSightingContext *l, guint i)
{
    return i < l->sentence->n_tokens ? l->sentence->tokens[i].word->classes : 0;
}

static inline gboolean
seen_is (const EntSightingContext *l, guint i, EntTokenKind kind)
{
    return i < l->sentence->n_tokens && l->sentence->tokens[i].kind == kind;
}

static inline gboolean
seen_possessive (const EntSightingContext *l, guint i)
{
    return seen (l, i)->tail > seen (l, i)->end;
}

/* The name of a state that a token is in, or NULL. */
static inline const EntName *
seen_state (const EntSightingContext *l, guint i)
{
    const EntName *name = i < l->sentence->n_tokens ? l->names[i] : NULL;
    if (name == NULL || name->entity == ENT_NONE)
        return NULL;
    return g_array_index (l->gazetteer->entities, EntEntity, name->entity).kind == ENT_STATE ? name : NULL;
}

static inline gboolean
seen_title (const EntSightingContext *l, guint i)
{
    return seen_is (l, i, ENT_TOKEN_WORD) &&
           ((seen_classes (l, i) & ENT_WORD_TITLE) != 0 ||
            (l->classes[i] & (ENT_NAMES_HONORIFIC | ENT_NAMES_RANK | ENT_NAMES_CALLING)) != 0);
}

static inline gboolean
seen_title_word (const EntSightingContext *l, guint i)
{
    return seen_title (l, i) ||
           (seen_is (l, i, ENT_TOKEN_WORD) && (seen_classes (l, i) & ENT_WORD_TITLE_PART) != 0);
}

/* What stands before the name or behind it: sets signs, title and state. */
void ent_sighting_title (const EntSightingContext *looking, EntSighting *sighting);

/* A word in capitals, or with digits: an acronym, a code. */
gboolean ent_sighting_is_acronym (const EntSightingContext *looking, guint i);
/* Abdullah II */
gboolean ent_sighting_is_numeral (const EntSightingContext *looking, guint i);

/* A word with a capital that may be part of an unknown name or of what stands before it: no "The", nobody known. */
gboolean ent_sighting_has_capital (const EntSightingContext *looking, guint i);

/* Where the run that begins at `first` ends: names, titles and adjectives, all with capitals. A possessive ends it,
 * but not that of the People's Party. */
guint ent_sighting_run_end (const EntSightingContext *looking, guint first);

/* Stands before a name, and in none. */
gboolean ent_sighting_is_modifier (const EntSightingContext *looking, guint i);

#endif

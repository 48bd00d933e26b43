/* gazetteer.h - the inside of a gazetteer, for the stages that read it: names, offices, word lists. */
#ifndef ENT_GAZETTEER_GAZETTEER_H
#define ENT_GAZETTEER_GAZETTEER_H

#include "entente.h"

typedef enum {
    ENT_NAME_FULL,
    ENT_NAME_ALIAS,
    ENT_NAME_SHORT, /* derived from an official's name or alias: the family name */
    ENT_NAME_DEMONYM,
    ENT_NAME_METONYM,
    ENT_NAME_IGNORE /* names nobody; entity is ENT_NONE */
} EntNameKind;

/* Of names that are written alike the one of the lowest rank is meant: a full name or alias goes before a demonym,
 * this before a metonym, and all of them before a family name. What is ignored goes before everything. */
static inline guint
ent_name_rank (EntNameKind kind)
{
    static const guint ranks[] = { 1, 1, 4, 2, 3, 0 };
    return ranks[kind];
}

/* "name", "alias", "short form", ... */
const char *ent_name_kind (EntNameKind kind);

typedef struct {
    const char *text; /* as written in the gazetteer */
    guint entity;
    EntNameKind kind;
    EntLocation place; /* of a derived short form, of the name that it comes from */
    const char *path;  /* of the file where it stands */
} EntName;

/* The words that say a relation, as `relations:` lists them: base forms, in lower case. All lists
 * are NULL-terminated, possibly empty, never NULL. src/data/relations.yaml explains the keys. */
typedef struct {
    char *id;
    gboolean directed;
    char **verbs; /* "meet", "confer with": subject, object; a last word that is a preposition joins it */
    char **person_verbs; /* the object must be a person: "receive", "host" */
    char **word_verbs;   /* the object must be somebody's words: "reject" + Y's statement */
    char **nouns;   /* "meeting", "response to": an undirected noun is joined by with, between, of, and */
    char **phrases; /* adjuncts before the other party: "in response to" */
    char **word_phrases;  /* adjuncts before the other party's words: "commenting on" */
    char **verdict_verbs; /* "call": with a verdict it rejects somebody's words */
    char **verdicts;      /* "false", "a lie" */
    char **except;        /* words that make a noun no event of the relation: "telephone" */
    char **words;         /* nouns for somebody's words: "statement" */
} EntRelation;

/* A verb that a gazetteer adds to a relation. */
typedef struct {
    const char *text; /* in lower case */
    const char *path;
    EntLocation place;
} EntVerb;

#define ENT_NOBODY "nobody" /* in the place of an id, where a name names nobody */

/* What names mean in one article. */
typedef struct {
    const char *article; /* the end of its path, or a pattern for that */
    GArray *names;       /* of EntName: ENT_NAME_ALIAS, or ENT_NAME_IGNORE for nobody */
} EntOverride;

/* A file that a gazetteer was loaded from. */
typedef struct {
    const char *path; /* as findings show it */
    GBytes *bytes;    /* for excerpts; NULL where it was loaded to be read with */
} EntGazetteerFile;

struct EntGazetteer {
    GArray *files;         /* of EntGazetteerFile, what is included before what includes it */
    GStringChunk *strings; /* the texts of files, entities, offices, names and verbs */
    GArray *entities;      /* of EntEntity, by id */
    GArray *names;         /* of EntName, by entity, then as listed; derived short forms last of each */
    GArray *overrides;     /* of EntOverride, in the order of the files */
    GPtrArray *relations;  /* of EntRelation; [0] is co_mention, with empty lists */
    GArray *added_verbs;   /* of EntVerb, in the order of the files */
    GHashTable *index;     /* folded name -> the entities that have it; see find.c */
};

#endif

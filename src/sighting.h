/*
 * sighting.h - a sentence -> the names in it that the gazetteer does not know, and what stands around them that tells
 * what they are: a title before, an apposition behind, a verb of saying.
 */
#ifndef ENT_SIGHTING_H
#define ENT_SIGHTING_H

#include "matcher.h"
#include "name_words.h"
#include "sentence.h"

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

/* The sentence under work. */
typedef struct {
    const EntGazetteer *gazetteer;
    const char *text;
    const EntSentence *sentence;
    const EntName **names; /* per token: the gazetteer's name that it is in, or NULL */
    guint *classes;        /* per token: EntNameWordClass */
} EntLooking;

/* Appends the sightings (EntSighting) in their order; no two overlap, but a state may stand in a title. A headline in
 * capitals has none. */
void ent_sightings (const EntLooking *looking, GArray *sightings);

#endif

/* name_words.h - private to suggest/: what a word says about the name that it is part of; the lists are data/names.yaml. */
#ifndef ENT_SUGGEST_NAME_WORDS_H
#define ENT_SUGGEST_NAME_WORDS_H

#include <glib.h>

typedef enum {
    ENT_NAMES_PARTICLE = 1 << 0,     /* bin, van: inside a person's name */
    ENT_NAMES_HONORIFIC = 1 << 1,    /* Mr, Ayatollah: before it, and no office */
    ENT_NAMES_RANK = 1 << 2,         /* Lieutenant */
    ENT_NAMES_ORGANIZATION = 1 << 3, /* Agency: the head of an organization's name */
    ENT_NAMES_GROUP = 1 << 4,        /* movement, behind an organization's name */
    ENT_NAMES_BODY = 1 << 5,         /* Ministry: stands for its state */
    ENT_NAMES_PLACE = 1 << 6,
    ENT_NAMES_PUBLICATION = 1 << 7,
    ENT_NAMES_THING = 1 << 8,
    ENT_NAMES_PEOPLE = 1 << 9,   /* Kurdish, Muslims: no one state's */
    ENT_NAMES_CALLING = 1 << 10, /* historian: before a person's name, and no office */
    ENT_NAMES_MEMBERS = 1 << 11  /* Workers: their possessive is part of an organization's name */
} EntNameWordClass;

/* What is part of no name of a person. */
#define ENT_NAMES_IMPERSONAL                                                                                 \
    (ENT_NAMES_ORGANIZATION | ENT_NAMES_BODY | ENT_NAMES_PLACE | ENT_NAMES_PUBLICATION | ENT_NAMES_THING)

typedef struct EntNameWords EntNameWords; /* immutable */

EntNameWords *ent_name_words_new (void);
void ent_name_words_free (EntNameWords *words);

/* The classes (EntNameWordClass) of a folded word; 0 for one in no list. */
guint ent_name_words_classes (const EntNameWords *words, const char *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntNameWords, ent_name_words_free)

#endif

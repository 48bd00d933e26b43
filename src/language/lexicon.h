/* lexicon.h - the words that the grammar knows: their classes, and the verb or noun of which they are a form. The
 * lists are data: src/data/words.yaml, and the verbs and nouns of the relations. */
#ifndef ENT_LANGUAGE_LEXICON_H
#define ENT_LANGUAGE_LEXICON_H

#include "gazetteer/gazetteer.h"

typedef enum {
    ENT_WORD_DETERMINER = 1 << 0,
    ENT_WORD_POSSESSIVE = 1 << 1, /* his, her, their, its */
    ENT_WORD_PRONOUN = 1 << 2,    /* he, she, they, him, her, them */
    ENT_WORD_PREPOSITION = 1 << 3,
    ENT_WORD_AND = 1 << 4,          /* and, or, as well as */
    ENT_WORD_BUT = 1 << 5,          /* joins clauses, never names */
    ENT_WORD_SUBORDINATOR = 1 << 6, /* that, if, when, because */
    ENT_WORD_CONDITION = 1 << 7,    /* if, unless, whether */
    ENT_WORD_RELATIVE = 1 << 8,     /* who, which, whose */
    ENT_WORD_BE = 1 << 9,
    ENT_WORD_HAVE = 1 << 10,
    ENT_WORD_DO = 1 << 11,
    ENT_WORD_MODAL = 1 << 12,
    ENT_WORD_NOT = 1 << 13,
    ENT_WORD_ADVERB = 1 << 14,
    ENT_WORD_TIME = 1 << 15,       /* Monday, week, yesterday: a noun phrase of time is no party */
    ENT_WORD_TITLE = 1 << 16,      /* minister, envoy: the head of a title */
    ENT_WORD_TITLE_PART = 1 << 17, /* deputy, foreign, special: part of a title */
    ENT_WORD_PERSON = 1 << 18,     /* diplomat, politician: a description of one person */
    ENT_WORD_PEOPLE = 1 << 19,     /* officials, government, delegation: people who stand for a state */
    ENT_WORD_PLACE = 1 << 20,      /* prepositions that make a seat of government a place */
    ENT_WORD_UPCOMING = 1 << 21,   /* planned, upcoming: before a noun */
    ENT_WORD_CANCELLED = 1 << 22,  /* cancelled, failed: before a noun */
    ENT_WORD_NUMBER = 1 << 23,
    /* forms of verbs */
    ENT_WORD_BASE = 1 << 24,
    ENT_WORD_THIRD = 1 << 25, /* says */
    ENT_WORD_PAST = 1 << 26,
    ENT_WORD_PARTICIPLE = 1 << 27,
    ENT_WORD_ING = 1 << 28,
    /* forms of nouns */
    ENT_WORD_NOUN = 1 << 29,
    ENT_WORD_PLURAL = 1 << 30
} EntWordClass;

#define ENT_WORD_FINITE (ENT_WORD_BASE | ENT_WORD_THIRD | ENT_WORD_PAST)
#define ENT_WORD_VERB (ENT_WORD_FINITE | ENT_WORD_PARTICIPLE | ENT_WORD_ING)
#define ENT_WORD_AUXILIARY (ENT_WORD_BE | ENT_WORD_HAVE | ENT_WORD_DO | ENT_WORD_MODAL)

/* What a verb does to the event that stands as its object, its infinitive or its subject. */
typedef enum {
    ENT_VERB_PLAIN = 0,
    ENT_VERB_LIGHT = 1 << 0,   /* hold, have: the object is what is done */
    ENT_VERB_PLAN = 1 << 1,    /* plan, propose, agree: what follows lies ahead */
    ENT_VERB_REFUSE = 1 << 2,  /* refuse, cancel: what follows did not take place */
    ENT_VERB_MANAGE = 1 << 3,  /* manage to, continue to: what follows happened */
    ENT_VERB_EVENT = 1 << 4,   /* take place, begin: says of its subject when it happens */
    ENT_VERB_SAY = 1 << 5,     /* say, add: the subject may stand behind it */
    ENT_VERB_SPEECH = 1 << 7,  /* accuse, offer: the subject has spoken */
    ENT_VERB_MAKE = 1 << 8,    /* make, impose: the object is the subject's own words or deed */
    ENT_VERB_DENY = 1 << 9,    /* deny: answers an accuser without a word for the accusation */
    ENT_VERB_DRAW = 1 << 10,   /* draw, provoke: the object is the answer to the subject */
    ENT_VERB_GUEST = 1 << 11,  /* invite, join: the object takes part in what follows */
    ENT_VERB_THERE = 1 << 12,  /* visit, spend: says where the subject is, as "be in" does */
    ENT_VERB_CUE = 1 << 6,     /* a relation lists it */
    ENT_VERB_BID = 1 << 13,    /* ask, urge: the object is who does what the infinitive says */
    ENT_VERB_HEAD = 1 << 14,   /* head, lead: the subject stands for what it heads */
    ENT_VERB_CALL = 1 << 17,   /* call for, back: who does so does not take part in the event */
    ENT_VERB_GREET = 1 << 18,  /* meet, greet: the subject is met with an answer */
    ENT_VERB_ATTEND = 1 << 16, /* attend, join: talks attended by C, who takes part */
    ENT_VERB_ANSWER = 1 << 15  /* of a directed relation: the object is somebody else's words or deed */
} EntVerbClass;

/* What one rule or another asks of a word; lists of their own in words.yaml, which says what each is for. */
typedef enum {
    ENT_USE_MEASURE = 1 << 0,      /* round, days: of talks */
    ENT_USE_MANNER = 1 << 1,       /* chance, phone: behind "by", no agent */
    ENT_USE_SUPERLATIVE = 1 << 2,  /* first, only: to meet him */
    ENT_USE_UNWILLING = 1 << 3,    /* unable, reluctant: to meet him */
    ENT_USE_DUE = 1 << 4,          /* due, expected: to have met him */
    ENT_USE_AHEAD = 1 << 5,        /* ahead, before, for: the event lies ahead */
    ENT_USE_ADJUNCT = 1 << 6,      /* in, during, after: a meeting, A said */
    ENT_USE_MARGIN = 1 << 7,       /* sidelines, margins: of a summit */
    ENT_USE_VISIT = 1 << 8,        /* visit, trip: to meet him */
    ENT_USE_COUNTRY = 1 << 9,      /* countries, neighbours: the two are states */
    ENT_USE_GOVERNMENT = 1 << 10,  /* administration, cabinet: behind the name of its head */
    ENT_USE_ANYBODY = 1 << 11,     /* diplomat, guest: any official may be called so */
    ENT_USE_MONTH_AHEAD = 1 << 12, /* in, since, last: a month follows, no Mrs. May */
    ENT_USE_SET_HEAD = 1 << 15,    /* pair, men, sides: a plural of those who were named before */
    ENT_USE_DEFINITE = 1 << 16,    /* the, these: what follows is known */
    ENT_USE_OCCASION = 1 << 17,    /* during, after: the summit of others */
    ENT_USE_PAST = 1 << 18,        /* was, had: an auxiliary in the past tense */
    ENT_USE_FURTHER = 1 << 19,     /* also, separately: another event is told */
    ENT_USE_AGENT = 1 << 20,       /* by: who does what a passive verb says */
    ENT_USE_POST = 1 << 21,        /* to: the ambassador to France */
    ENT_USE_NEW = 1 << 22,         /* new, fresh: what follows has not been told yet */
    ENT_USE_BODY_HEAD = 1 << 23, /* Sea, Bank, Times: heads a longer name that contains the name of a state */
    ENT_USE_GIVEN_NAME = 1 << 24, /* Jordan, Paris: people are called so too */
    ENT_USE_CURRENCY = 1 << 25,   /* dollars: behind US, money */
    ENT_USE_ORDINARY = 1 << 26,   /* rice, hunt: family names that are English nouns and adjectives */
    ENT_USE_FORENAME = 1 << 27,   /* anna, michael: what many people are called */
    ENT_USE_PROVINCE = 1 << 29,   /* Ohio: behind the name of a town and a comma */
    ENT_USE_GENERATION = 1 << 28, /* jr: behind a name, another person's than without it */
    ENT_USE_LONG_TIME = 1 << 30,  /* last year, years ago: not of late */
    ENT_USE_LONG_PAST = 1u << 31, /* ago: beside such a time */
    ENT_USE_REFERS = 1 << 14,     /* he, their, both: may stand for those who are named elsewhere */
    ENT_USE_NAME_OPENS = 1 << 13  /* south, new: before the name of a state, part of a longer one */
} EntWordUse;

#define ENT_SAID_REMARK 1u /* what any verb of speaking makes: "the remarks" */

typedef struct {
    guint classes;     /* EntWordClass */
    guint verb_class;  /* EntVerbClass, of the verb that it is a form of */
    guint uses;        /* EntWordUse */
    guint64 functions; /* bits of EntFunction (function_word.h) */
    const char *verb;  /* base form, interned: compare pointers; NULL */
    const char *noun;  /* singular, interned; NULL */
    const char *
        title; /* what it is in a title, interned: "prime minister" of a premier, "" of "the"; NULL: itself */

    guint
        said; /* kinds of utterances that the verb makes or the noun names, a bit each; bit 0: ENT_SAID_REMARK */
    guint set_size; /* of a set of which the word is said: both 2, trio 3; 0: none */

    gboolean guessed; /* no list has the word; its ending told the class */
    gboolean cue;     /* may say a relation: without such a word a sentence says none */
    gboolean
        opens_verb; /* a form of the first of two words that are a verb together: "called" of "call off" */
    gboolean opens_phrase; /* the first word of a relation's phrase: "in" of "in response to" */
} EntWord;

typedef struct EntLexicon EntLexicon;

EntLexicon *ent_lexicon_new (const EntGazetteer *gazetteer);
void ent_lexicon_free (EntLexicon *lexicon);

/* Whether the last of several words is a preposition, as in "response to" and "hit back at", but not in "press
 * conference". The words end in NULL. */
gboolean ent_lexicon_end_in_preposition (const EntLexicon *lexicon, char **list);

/* The word of that folded form (apostrophes kept); never NULL: an unknown word has no class but
 * what its ending says (-ly an adverb; -ed may be a verb). */
const EntWord *ent_lexicon_find (const EntLexicon *lexicon, const char *folded);
const EntWord *ent_lexicon_find_n (const EntLexicon *lexicon, const char *folded, gsize length);

/* FALSE if the text has no word that describes a person, refers to somebody or may say a relation; TRUE, as a rule, if it
 * has. */
gboolean ent_lexicon_has_trigger (const EntLexicon *lexicon, const char *text, EntSpan span);

/* What a verb does, its particle considered: "call" and "off". `next` is the folded word behind it. */
guint ent_lexicon_verb_class (const EntLexicon *lexicon, const EntWord *verb, const char *next);

/* TRUE if a full stop after this folded word belongs to it: "gen". *may_end is set for one that
 * may also end a sentence: "u.s", "a.m". */
gboolean ent_lexicon_is_abbreviation (const EntLexicon *lexicon, const char *folded, gboolean *may_end);

/* Appends the names of a word's classes and forms, and of its verb classes, uses and functions, separated by commas: those of
 * the lists of words.yaml. */
void ent_word_describe (const EntWord *word, GString *classes, GString *uses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLexicon, ent_lexicon_free)

#endif

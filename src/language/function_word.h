/* function_word.h - interface of language/: the words that hold sentences together, by what they do. Which words these are
 * is data: `functions` in data/words.yaml. */
#ifndef ENT_LANGUAGE_FUNCTION_WORD_H
#define ENT_LANGUAGE_FUNCTION_WORD_H

#include "sentence.h"

typedef enum {
    ENT_IS_AGENT,               /* before who does what a passive verb says */
    ENT_IS_GENITIVE,            /* before whose a thing is */
    ENT_IS_SOURCE,              /* before where a thing or a word comes from */
    ENT_IS_DATIVE,              /* before an infinitive, or to whom a thing goes */
    ENT_IS_BENEFACTIVE,         /* before for whom or what */
    ENT_IS_COMITATIVE,          /* before the other party */
    ENT_IS_PRIVATIVE,           /* what did not come about */
    ENT_IS_BETWEEN,             /* before a list of parties */
    ENT_IS_INESSIVE,            /* in a place or time */
    ENT_IS_SUPERESSIVE,         /* on a day, on a place */
    ENT_IS_ADESSIVE,            /* at a place, at an event */
    ENT_IS_ILLATIVE,            /* entered into talks */
    ENT_IS_DURATIVE,            /* while an event lasts */
    ENT_IS_POSTERIOR,           /* when an event is over */
    ENT_IS_ANTERIOR,            /* when an event lies ahead; without an object: at some time in the past */
    ENT_IS_ESSIVE,              /* dismissed as groundless; as well as */
    ENT_IS_COMPARATIVE,         /* more than two days of talks */
    ENT_IS_COMMAND,             /* a delegation under A */
    ENT_IS_INCLUSIVE,           /* officials, including A and B */
    ENT_IS_COMPLEMENTIZER,      /* opens what is said: the claim that A met B */
    ENT_IS_INDIRECT_QUESTION,   /* asked whether A met B */
    ENT_IS_RELATIVE_PLACE,      /* in Paris, where A met B */
    ENT_IS_ADDITIVE,            /* joins the last of a list */
    ENT_IS_ARTICLE,             /* the definite article */
    ENT_IS_THOSE,               /* the plural demonstrative */
    ENT_IS_NEAR,                /* the near demonstratives */
    ENT_IS_UNIVERSAL,           /* denied any role, all charges */
    ENT_IS_NEGATOR,             /* negates a verb or a member of a list */
    ENT_IS_NEGATIVE_DETERMINER, /* no talks */
    ENT_IS_NEGATIVE_PRONOUN,    /* nobody met A */
    ENT_IS_NEGATIVE_OPENER,     /* negates a verb from before its subject */
    ENT_IS_RESTRICTIVE,         /* not only A but also B */
    ENT_IS_ALSO,                /* not only A but also B */
    ENT_IS_RECIPROCAL_FIRST,    /* each other, one another */
    ENT_IS_RECIPROCAL_SECOND,   /* each other, one another */
    ENT_IS_JOINTLY,             /* brought A and B together */
    ENT_IS_JOINT,               /* a joint press conference */
    ENT_IS_WELL,                /* as well as */
    ENT_IS_PARTICLE,            /* carries an object on: broke off talks */
    ENT_IS_NONFINITE_AUXILIARY, /* having met B */
    ENT_IS_PLUPERFECT,          /* had been there */
    ENT_IS_FORMER,              /* who held an office once */
    ENT_IS_PEER,                /* who holds the same office in another state */
    ENT_IS_CHIEF,               /* any official of a state may be called so */
    ENT_IS_CAPTION_SIDE,        /* the place of a person in a photograph */
    ENT_IS_FUTURE_TIME,         /* a time that lies ahead */
    ENT_IS_REFUSAL,             /* his refusal to meet B */
    ENT_IS_ABLE,                /* was able to meet B */
    ENT_IS_DUE,                 /* talks due on Monday */
    ENT_IS_TRUE,                /* it is not true that A met B */
    ENT_IS_ASKED,               /* asked by a journalist */
    ENT_IS_NUMBER,              /* his opposite number */
    ENT_IS_OPPOSITE,            /* his opposite number */
    ENT_IS_HALF,                /* half an hour */
    ENT_IS_QUOTATIVE,           /* takes no person for its object: "…," said A */
    ENT_IS_MASCULINE,           /* a man */
    ENT_IS_FEMININE,            /* a woman */
    ENT_IS_NEUTER,              /* a state or organization */
    ENT_IS_SEVERAL,             /* several */
    ENT_IS_NOMINATIVE,          /* the subject */
    ENT_IS_VICE,                /* another's second */
    ENT_IS_DEPUTY,              /* another's second */
    ENT_IS_ASSISTANT,           /* another's second */
    ENT_IS_SPOKESPERSON,        /* who speaks for somebody */
    ENT_N_FUNCTIONS
} EntFunction;

G_STATIC_ASSERT (ENT_N_FUNCTIONS <= 64); /* EntWord has them in 64 bits */

/* The keys of `functions`, in the order of EntFunction. */
extern const char *const ent_function_keys[ENT_N_FUNCTIONS];

static inline gboolean
ent_is (const EntToken *token, EntFunction function)
{
    return token->word->functions >> function & 1;
}

#endif

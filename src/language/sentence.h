/* sentence.h - prose -> sentences and their tokens. Which words are abbreviations is data (words.yaml). */
#ifndef ENT_LANGUAGE_SENTENCE_H
#define ENT_LANGUAGE_SENTENCE_H

#include <string.h>

#include "lexicon.h"
#include "text/fold.h"

#define ENT_LONG_SENTENCE 5000 /* bytes; what is longer than this is cut */

/* Appends the sentences of a part of the text (EntSpan, in order, white space at their ends left
 * out). A blank line or a list mark ends one; so does a line end that no wrapping explains, and a
 * full stop glued to the next sentence. */
void ent_sentences (const EntLexicon *lexicon, const char *text, EntSpan part, GArray *sentences);

/* TRUE if the full stop at `dot` belongs to the word before it, with the full stops inside: "U.S.", "Gen.", "J.".
 * *may_end is set for one that may also end a sentence. Nothing before `start` is read. */
gboolean ent_is_abbreviation (const EntLexicon *lexicon, const char *text, gsize start, gsize dot,
                              gboolean *may_end);

/* Bytes of a closing quotation mark or bracket at `at`; 0 if there is none. */
gsize ent_closer_length (const char *text, gsize at, gsize end);

typedef enum {
    ENT_TOKEN_WORD,
    ENT_TOKEN_COMMA,
    ENT_TOKEN_DASH, /* between spaces, or longer than a hyphen */
    ENT_TOKEN_STOP, /* . ; : ? ! */
    ENT_TOKEN_OPEN, /* ( [ */
    ENT_TOKEN_CLOSE,
    ENT_TOKEN_QUOTE, /* a double quotation mark, or a single one that is no apostrophe */
    ENT_TOKEN_OTHER
} EntTokenKind;

typedef struct {
    EntTokenKind kind;
    gsize start, end;    /* of the text; a word without its possessive ending */
    gsize tail;          /* behind the possessive ending */
    gboolean capital;    /* starts with a capital letter */
    gboolean hyphen;     /* joined to the word before by a hyphen or a slash */
    const char *folded;  /* "" for what is no word */
    const EntWord *word; /* never NULL */
} EntToken;

typedef struct {
    EntSpan span;
    EntToken *tokens;
    guint n_tokens;
    gboolean question;   /* ends in a question mark */
    gboolean title_case; /* nearly every word has a capital: a headline */
    GArray *store;       /* of EntToken: what tokens points into */
    GString *folds;
} EntSentence;

EntSentence *ent_sentence_new (void);
void ent_sentence_free (EntSentence *sentence);

/* Reads the tokens of one sentence; those of the sentence before are discarded. */
void ent_sentence_read (EntSentence *sentence, const EntLexicon *lexicon, const char *text, EntSpan span);

/* TRUE if the token's folded form is `word`. */
static inline gboolean
ent_token_is (const EntToken *token, const char *word)
{
    return token->folded[0] == word[0] && strcmp (token->folded, word) == 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSentence, ent_sentence_free)

#endif

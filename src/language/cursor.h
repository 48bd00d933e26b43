/* cursor.h - what every stage from mentions to relations asks of a token of the current sentence. */
#ifndef ENT_LANGUAGE_CURSOR_H
#define ENT_LANGUAGE_CURSOR_H

#include "function_word.h"

static inline const EntToken *
token (const EntSentence *sentence, guint i)
{
    return &sentence->tokens[i];
}

/* EntWordClass; 0 behind the end. */
static inline guint
classes (const EntSentence *sentence, guint i)
{
    return i < sentence->n_tokens ? sentence->tokens[i].word->classes : 0;
}

static inline gboolean
is_word (const EntSentence *sentence, guint i)
{
    return i < sentence->n_tokens && sentence->tokens[i].kind == ENT_TOKEN_WORD;
}

static inline gboolean
is_possessive (const EntSentence *sentence, guint i)
{
    return sentence->tokens[i].tail > sentence->tokens[i].end;
}

#endif

/* line.h - a text line by line. */
#ifndef ENT_TEXT_LINE_H
#define ENT_TEXT_LINE_H

#include "entente.h"

/* The line that starts at `start`, without white space at its ends. Moves `start` to the next line, or
 * to the end of the text. */
EntSpan ent_line_next (const char *text, gsize length, gsize *start);

EntSpan ent_line_trim (const char *text, EntSpan span);

/* Words are what stands between spaces. Counts no further than `most`. */
guint ent_line_words (const char *text, EntSpan line, guint most);

/* How many line ends there are. */
guint ent_line_ends (const char *bytes, gsize n_bytes);

/* Does it end as a sentence does? Closing quotes and brackets may follow the full stop. */
gboolean ent_line_ends_sentence (const char *text, EntSpan line);

/* Long enough for a paragraph of an article, or the start of one that is wrapped into lines. */
gboolean ent_line_is_prose (const char *text, gsize length, EntSpan line);

#endif

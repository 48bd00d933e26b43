/* body.h - private to article/: which parts of a text are the article, and which line is its title. */
#ifndef ENT_ARTICLE_BODY_H
#define ENT_ARTICLE_BODY_H

#include "entente.h"

/* The line that is the title of a text without header; empty for a text without lines. */
EntSpan ent_parts_title (const char *text, gsize length);

typedef struct {
    GArray *spans;        /* of EntSpan: whole lines, in order; the caller owns it */
    gboolean shows_title; /* a line of the text repeats the title */
    gsize end;            /* where the article ends and readers' comments begin */
} EntBody;

/* The text from `start` on without boilerplate. A line that is the title stays, once. `title` need
 * not end with a NUL, and may be empty. */
EntBody ent_body_find (const char *text, gsize length, gsize start, const char *title, gsize title_length);

/* The same for a piece of a text that is too long for a page: boilerplate is left out, but there is no navigation
 * above it, no list of links, and no end. */
EntBody ent_parts_of_piece (const char *text, gsize length, gsize start, const char *title,
                            gsize title_length);

#endif

/* boilerplate.h - private to article/: recognizes the lines of a page that are not article: navigation, buttons, credits,
 * headings of comments and of lists of other articles. */
#ifndef ENT_ARTICLE_BOILERPLATE_H
#define ENT_ARTICLE_BOILERPLATE_H

#include "entente.h"

typedef enum {
    ENT_LINE_TEXT,
    ENT_LINE_BOILERPLATE, /* this line only: "Share", "3 / 8", "Photo: A. Name, AP" */
    ENT_LINE_LIST,        /* a list of short lines begins: "Most read", "Contact us" */
    ENT_LINE_END          /* nothing of the article follows: "Leave a reply" */
} EntBoilerplate;

/* `line` without white space at its ends. */
EntBoilerplate ent_boilerplate_kind (const char *text, EntSpan line);

/* Is it a line of the page's head: boilerplate, a date, a byline? */
gboolean ent_boilerplate_is_head (const char *text, EntSpan line);

#endif

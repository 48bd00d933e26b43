/* html.h - the text of an HTML page, and what the page says of itself. Only html_walk.c knows libxml2. */
#ifndef ENT_MARKUP_HTML_H
#define ENT_MARKUP_HTML_H

#include "text/offset_map.h"

/* Strings may be NULL: the page does not say. The caller frees them. */
typedef struct {
    char *title, *source, *url;
    EntDate date;      /* of publication; year 0 if the page does not say */
    EntDate modified;  /* the same of the last change, if there is no other */
    char *unread_date; /* what stands where a date should, and is none */
} EntPage;

/* By the suffix of the path, or by how the text starts. */
gboolean ent_html_is (const char *path, const char *text, gsize length);

/* Replaces a page (UTF-8) by its text: paragraphs are separated by blank lines; white space inside
 * them is spaces; scripts, navigation, forms, comments and the like are left out.
 * ENT_ERROR_FORMAT for a page that is nested beyond reason; `path` is for the message. */
gboolean ent_html_read (EntText *text, const char *path, EntPage *page, GError **error);

#endif

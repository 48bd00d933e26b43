/* html_meta.h - private to markup/: title, date, source and address from the metadata of an HTML page. */
#ifndef ENT_MARKUP_HTML_META_H
#define ENT_MARKUP_HTML_META_H

#include "html.h"

/* What the places of a page say, before it is decided which one counts. NULL: not there. */
typedef struct {
    char *og_title, *heading, *title;
    char *og_url, *canonical;
    char *source;
    EntDate published, structured, shown; /* by <meta>, by JSON-LD, by <time> */
} EntHtmlMeta;

/* Notes a <meta>, <link> or <time> element. `attributes`: name, value, …, NULL, as libxml2 hands them
 * over; may be NULL. */
void ent_html_meta_element (EntHtmlMeta *meta, const char *name, const char *const *attributes);

/* Notes the text of a <script type="application/ld+json">. */
void ent_html_meta_script (EntHtmlMeta *meta, const char *script, gsize length);

/* The value of an attribute; NULL if it is not there. */
const char *ent_html_attribute (const char *const *attributes, const char *name);

void ent_html_meta_free (EntHtmlMeta *meta);

/* Decides, and frees what `meta` holds. */
EntPage ent_html_meta_finish (EntHtmlMeta *meta);

#endif

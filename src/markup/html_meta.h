/* html_meta.h - private to markup/: title, date, source and address from the metadata of an HTML page. */
#ifndef ENT_MARKUP_HTML_META_H
#define ENT_MARKUP_HTML_META_H

#include "html.h"
#include "json_ld.h"
#include "text/dateline.h"

/* Where a page says its date, the place that counts most first. */
typedef enum {
    ENT_META_PUBLISHED,  /* <meta>, or a property */
    ENT_META_STRUCTURED, /* JSON-LD */
    ENT_META_DATED,      /* a <meta> that does not say of what the date is */
    ENT_META_SHOWN_PUBLISHED,
    ENT_META_SHOWN, /* <time> */
    ENT_META_MODIFIED,
    ENT_META_N_DATES
} EntMetaDate;

/* What the places of a page say, before it is decided which one counts. NULL: not there. */
typedef struct {
    char *og_title, *heading, *title;
    char *og_url, *canonical;
    char *source;
    char *dates[ENT_META_N_DATES]; /* as they are written */
} EntHtmlMeta;

/* Notes a <meta>, a <link>, or whatever has a property of the article. `attributes`: name, value, …, NULL, as libxml2
 * hands them over; may be NULL. */
void ent_html_meta_element (EntHtmlMeta *meta, const char *name, const char *const *attributes);

/* Of what a <time> is, as far as its attributes say. */
EntDateKind ent_html_meta_kind (const char *const *attributes);

/* Notes the datetime= of a <time>, which may be NULL. */
void ent_html_meta_time (EntHtmlMeta *meta, EntDateKind kind, const char *datetime);

void ent_html_meta_free (EntHtmlMeta *meta);

/* Decides, with what the data of the page say. */
EntPage ent_html_meta_decide (const EntHtmlMeta *meta, const EntJsonLd *data, const EntText *page);

#endif

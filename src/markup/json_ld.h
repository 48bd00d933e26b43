/* json_ld.h - private to markup/: the article that a page carries as data for search engines: <script type="application/ld+json">. */
#ifndef ENT_MARKUP_JSON_LD_H
#define ENT_MARKUP_JSON_LD_H

#include "text/offset_map.h"

/* Strings of the page, as JSON has them, without their quotes; empty where the data do not say. */
typedef struct {
    gsize searched; /* where in the page the last script ends */
    EntSpan headline, body;
    char *published, *modified;
} EntJsonLd;

/* Notes what the next script of the page says. */
void ent_json_ld_read (EntJsonLd *data, const char *page, gsize length, const GString *script);
void ent_json_ld_clear (EntJsonLd *data);

gboolean ent_json_ld_has_body (const EntJsonLd *data);

/* Headline and body, with the places where they stand in the page. The caller frees text and map. */
EntText ent_json_ld_body (const EntJsonLd *data, const EntText *page);

/* NULL if there is none; the caller frees it. */
char *ent_json_ld_headline (const EntJsonLd *data, const EntText *page);

#endif

/* page_part.h - private to markup/: tells by an element's attributes whether it belongs to the article. */
#ifndef ENT_MARKUP_PAGE_PART_H
#define ENT_MARKUP_PAGE_PART_H

#include "entente.h"

typedef enum {
    ENT_PART_ARTICLE,
    ENT_PART_BOX, /* links to other articles, buttons, who the author is; or a page that is named after its boxes */
    ENT_PART_APART /* not shown, or as much text as an article and none: notices of cookies, readers' comments */
} EntPagePart;

/* `attributes`: name, value, …, NULL, as libxml2 hands them over; may be NULL. */
EntPagePart ent_page_part (const char *name, const char *const *attributes);

/* The value of an attribute; NULL if it is not there. */
const char *ent_attribute (const char *const *attributes, const char *name);

#endif

/* header.h - private to article/: the header of an article: YAML front matter between --- lines, or `key: value` lines
 * up to the first blank one. */
#ifndef ENT_ARTICLE_HEADER_H
#define ENT_ARTICLE_HEADER_H

#include "entente.h"

typedef struct {
    EntSpan title, date, source, url; /* the values, without quotes; empty where not given */
    gsize end;                        /* where the text after the header starts; 0: no header */
} EntHeader;

EntHeader ent_header_read (const char *text, gsize length);

#endif

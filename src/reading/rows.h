/* rows.h - private to reading/: the citation of an article. */
#ifndef ENT_READING_ROWS_H
#define ENT_READING_ROWS_H

#include "entente.h"

/* The caller frees the strings. */
EntCitation ent_cite (const EntArticle *article);

#endif

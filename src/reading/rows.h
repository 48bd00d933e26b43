/* rows.h - private to reading/: how evidence tells of its article. */
#ifndef ENT_READING_ROWS_H
#define ENT_READING_ROWS_H

#include "entente.h"

/* The caller frees the strings. */
EntCitation ent_cite (const EntArticle *article);

#endif

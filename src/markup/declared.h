/* declared.h - what a page says of its own encoding. */
#ifndef ENT_MARKUP_DECLARED_H
#define ENT_MARKUP_DECLARED_H

#include "entente.h"

/* The encoding that <?xml encoding=, <meta charset= or <meta http-equiv= names near the start of a page, whose bytes need
 * not be UTF-8. NULL if none does; the caller frees it. */
char *ent_declared_charset (const char *page, gsize length);

#endif

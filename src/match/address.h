/* address.h - names inside of addresses of the net and of files: they name nobody. */
#ifndef ENT_MATCH_ADDRESS_H
#define ENT_MATCH_ADDRESS_H

#include "matcher.h"

/* Removes the hits (GArray of EntHit) that stand in a URL, an e-mail address, a domain, a handle (@somebody, unless that
 * is the name) or a path of a file. */
void ent_drop_addresses (const EntMatcher *matcher, const char *text, gsize length, GArray *hits);

#endif

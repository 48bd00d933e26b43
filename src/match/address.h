/* address.h - names inside of addresses of the net: they name nobody. */
#ifndef ENT_MATCH_ADDRESS_H
#define ENT_MATCH_ADDRESS_H

#include "matcher.h"

/* Removes the hits (GArray of EntHit) that stand in a URL, an e-mail address, a domain or a handle. */
void ent_drop_addresses (const char *text, gsize length, GArray *hits);

#endif

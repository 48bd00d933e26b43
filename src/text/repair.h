/* repair.h - mends what copying and converting did to a text: UTF-8 that was read as Windows-1252
 * ("Pakistanâ€™s"), invisible characters, no-break spaces, quotation marks that became question marks. */
#ifndef ENT_TEXT_REPAIR_H
#define ENT_TEXT_REPAIR_H

#include "offset_map.h"

/* The text must be UTF-8. A text that needs no repair is left as it is. */
void ent_repair (EntText *text);

/* The same for a string that needs no map. Takes over `string`; the caller frees what it returns. */
char *ent_repair_string (char *string);

#endif

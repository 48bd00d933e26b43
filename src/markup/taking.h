/* taking.h - private to markup/: a text that is taken out of a source piece by piece, from front to back, with the
 * place of each. */
#ifndef ENT_MARKUP_TAKING_H
#define ENT_MARKUP_TAKING_H

#include "text/offset_map.h"

typedef struct {
    const char *source;
    gsize length;
    GString *text;
    EntOffsetMap *map; /* from the text to the source */
    gsize taken;       /* end of what was taken from the source */
} EntTaking;

void ent_taking_init (EntTaking *taking, const char *source, gsize length);
void ent_taking_clear (EntTaking *taking);

/* Puts what was taken in the place of the source, and leaves nothing to clear. */
void ent_taking_finish (EntTaking *taking, EntText *source);

gboolean ent_taking_at_line_start (const EntTaking *taking);

/* Lets the text end with this many newlines, two at most, if it does not yet. They stand for nothing in the source. */
void ent_taking_newlines (EntTaking *taking, guint n);

/* Text that is in the source literally. `fold`: each white space is a space, and there is none at the start of a line. */
void ent_taking_keep (EntTaking *taking, gsize at, gsize length, gboolean fold);

/* Text that stands for a span of the source. */
void ent_taking_replace (EntTaking *taking, EntSpan source, const char *text, gsize length);

/* Text that an HTML parser hands over, whose places it does not tell: `at` is how far it has read. */
void ent_taking_find (EntTaking *taking, gsize at, const char *text, gsize length, gboolean fold);

#endif

/* offset_map.h - from the bytes of a text to the bytes of the source that it was made from. */
#ifndef ENT_TEXT_OFFSET_MAP_H
#define ENT_TEXT_OFFSET_MAP_H

#include "entente.h"

/* A map is built from front to back, as the text is: each call describes the text that comes next.
 * What is skipped in the source was dropped; source offsets never go back.
 *
 *     source   I t  '  s  &amp;   h o t        keep 4, replace 5 bytes by 1, keep 3 …
 *     text     I t  '  s  &       h o t
 */
EntOffsetMap *ent_offset_map_new (void);
void ent_offset_map_free (EntOffsetMap *map);

/* `length` bytes of text are the bytes of the source from `source` on. */
void ent_offset_map_keep (EntOffsetMap *map, gsize source, gsize length);

/* The next `length` bytes of text, which belong together, stand for a span of the source (which may
 * be empty: text that was put in). */
void ent_offset_map_replace (EntOffsetMap *map, EntSpan source, gsize length);

/* The bytes that a span of text was made from: none of what was dropped at its edges, all of what was
 * dropped inside. */
EntSpan ent_offset_map_span (const EntOffsetMap *map, EntSpan text);

/* From a text to the source of its source. The caller frees. */
EntOffsetMap *ent_offset_map_compose (const EntOffsetMap *outer, const EntOffsetMap *inner);

/* A text on its way through the stages. It starts as the file's own bytes, borrowed, and stays so
 * when no stage has anything to change. */
typedef struct {
    char *text; /* length bytes, then NUL */
    gsize length;
    gboolean owned;    /* FALSE: `text` is the file's bytes */
    EntOffsetMap *map; /* to the file; NULL where the two are the same bytes */
} EntText;

/* Puts what a stage made of the text in its place. Takes over both; `map` leads to the old text. */
void ent_text_replace (EntText *text, GString *newer, EntOffsetMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntOffsetMap, ent_offset_map_free)

#endif

/* source.h - a named text and its places: byte offset <-> line and column, and the line itself. */
#ifndef ENT_BASE_SOURCE_H
#define ENT_BASE_SOURCE_H

#include "entente.h"

typedef struct {
    char *name;
    const char *text; /* borrowed; need not be UTF-8, may hold NULs */
    gsize length;
    GArray *lines; /* of gsize: where each line starts */
} EntSource;

EntSource *ent_source_new (const char *name, const char *text, gsize length);
void ent_source_free (EntSource *source);

/* Both 1-based; the column counts characters (an invalid byte is one). An offset at or past the
 * end is the place after the last character. */
void ent_source_place (const EntSource *source, gsize offset, guint *line, guint *column);

/* The span of a 1-based line, without its line end; empty past the end. */
EntSpan ent_source_line (const EntSource *source, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSource, ent_source_free)

#endif

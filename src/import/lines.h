/* lines.h - private to import/: a file of any size, line by line. */
#ifndef ENT_IMPORT_LINES_H
#define ENT_IMPORT_LINES_H

#include <stdio.h>

#include "entente.h"

typedef struct {
    FILE *file;
    const char *path; /* for messages; borrowed */
    guint number;     /* of the line at hand, from 1; 0 before the first */
    GString *text;    /* the line at hand, without its end; UTF-8 without NULs or byte order mark */
    gboolean again;   /* the line at hand is handed out once more */
} EntLines;

/* Opens a file, or standard input for "-". `path` must outlive the lines. */
EntLines *ent_lines_open (const char *path, GError **error);
void ent_lines_free (EntLines *lines);

/* Moves on to the next line. FALSE at the end, or with an error where a line cannot be read, is no text, or is too
 * long for anything. */
gboolean ent_lines_next (EntLines *lines, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLines, ent_lines_free)

#endif

/* lines.h - private to import/: a file of any size, line by line. */
#ifndef ENT_IMPORT_LINES_H
#define ENT_IMPORT_LINES_H

#include <stdio.h>

#include "entente.h"

typedef struct {
    FILE *file;
    const char *path;     /* for messages; borrowed */
    guint number;         /* of the line at hand, from 1; 0 before the first */
    GString *text;        /* the line at hand, without its end; UTF-8 without NULs or byte order mark */
    const char *encoding; /* what the lines are converted from, as iconv calls it; NULL: they are UTF-8 */
    gboolean ended;       /* the first line ends within the bytes that tell the encoding */
    gboolean again;       /* the line at hand is handed out once more */
} EntLines;

/* Opens a file, or standard input for "-". `path` must outlive the lines. */
EntLines *ent_lines_open (const char *path, GError **error);
void ent_lines_free (EntLines *lines);

/* Moves on to the next line. A file with the mark of UTF-16 is read as that; from a line on that is no UTF-8, as
 * Windows-1252, which spreadsheets write. FALSE at the end, or with an error where a line cannot be read, is no text, or is too
 * long for anything. */
gboolean ent_lines_next (EntLines *lines, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLines, ent_lines_free)

#endif

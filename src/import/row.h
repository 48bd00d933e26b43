/* row.h - private to import/: a row of a list: an entity, or one of the names or offices of an entity of which other rows
 * tell more. Tables and query results consist of such rows; only their columns have different names. */
#ifndef ENT_IMPORT_ROW_H
#define ENT_IMPORT_ROW_H

#include "import.h"

typedef enum {
    ENT_ROW_ID,
    ENT_ROW_NAME,
    ENT_ROW_ALIASES,    /* separated by | or ; */
    ENT_ROW_ALT_LABELS, /* Wikidata's own list, separated by ", " */
    ENT_ROW_KIND,
    ENT_ROW_STATE,
    ENT_ROW_GENDER,
    ENT_ROW_TITLE,
    ENT_ROW_SINCE,
    ENT_ROW_UNTIL,
    ENT_ROW_DEMONYMS, /* as aliases */
    ENT_ROW_METONYMS, /* as aliases */
    ENT_ROW_N_FIELDS
} EntRowField;

/* What a column holds, by its name. FALSE for a name that is not known. */
gboolean ent_row_field (const char *column, EntRowField *field);

/* The note for what ent_row_set leaves out. */
#define ENT_ROW_SECOND "left out, since another column has the same meaning"

/* The fields of a row. */
typedef struct {
    char *fields[ENT_ROW_N_FIELDS]; /* "" where there is none */
} EntRow;

void ent_row_clear (EntRow *row);

/* Sets a field, from a value as tables and query results write it: plain, as <address> or as "text"@en. Of two columns
 * for one field the first counts that has more than an address or a Q-number, and lists are joined. FALSE where a
 * text is left out for that. */
gboolean ent_row_set (EntRow *row, EntRowField field, const char *value);

/* Makes an entry of the row, or adds it to the entry of the same id. */
void ent_import_row (EntImport *import, const EntRow *row);

gboolean ent_import_table (EntImport *import, EntLines *lines, GError **error);
gboolean ent_import_bindings (EntImport *import, EntLines *lines, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntRow, ent_row_clear)

#endif

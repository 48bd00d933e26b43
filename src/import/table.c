/* table.c - tables: CSV with commas or semicolons, and TSV, as spreadsheets and query services write them. */
#include <csv.h>
#include <string.h>

#include "row.h"

typedef struct {
    EntImport *import;
    guint line;        /* where the row at hand began */
    GArray *fields;    /* of EntRowField, by column; ENT_ROW_N_FIELDS where the column is not known */
    gboolean has_name; /* one of them */
    guint n_given;     /* columns that the user named */
    gboolean is_body;  /* the header line is behind */
    gboolean is_open;  /* a row has begun, and goes on behind a line's end */
    EntRow row;
    guint column;
    gboolean too_long; /* the row has more fields than the header line */
} Table;

/* ---- what libcsv calls ---- */

static void
on_header (Table *table, const char *name)
{
    EntRowField field = ENT_ROW_N_FIELDS;
    gpointer given;
    if (g_hash_table_lookup_extended (table->import->columns, name, NULL, &given)) {
        field = (EntRowField)GPOINTER_TO_INT (given);
        table->n_given++;
    } else if (!ent_row_field (name, &field) && name[0] != '\0')
        ent_import_note (table->import, NULL, "column '%s' left out", name);
    g_array_append_val (table->fields, field);
    table->has_name = table->has_name || field == ENT_ROW_NAME;
}

static void
set_field (Table *table, const char *text)
{
    EntRowField field = g_array_index (table->fields, EntRowField, table->column);
    if (field != ENT_ROW_N_FIELDS && !ent_row_set (&table->row, field, text))
        ent_import_note (table->import, text, ENT_ROW_SECOND);
}

static void
on_field (void *bytes, size_t length, void *closure)
{
    Table *table = closure;
    if (!table->is_body)
        on_header (table, bytes);
    else if (table->column < table->fields->len)
        set_field (table, bytes);
    else
        table->too_long = table->too_long || length > 0;
    table->column++;
}

static void
on_row (int end, void *closure)
{
    Table *table = closure;
    (void)end;
    if (table->is_body && !table->too_long)
        ent_import_row (table->import, &table->row);
    ent_row_clear (&table->row);
    table->is_body = TRUE;
    table->is_open = FALSE;
    table->column = 0;
}

/* ---- the file ---- */

/* The sign that stands most often in the header line. */
static char
find_separator (const char *header)
{
    char best = ',';
    guint most = 0;
    for (const char *sign = ",;\t|"; *sign != '\0'; sign++) {
        guint n = 0;
        for (const char *s = header; *s != '\0'; s++)
            n += *s == *sign;
        if (n > most) {
            most = n;
            best = *sign;
        }
    }
    return best;
}

static gboolean
refuse (const EntLines *lines, guint line, const char *problem, GError **error)
{
    g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s:%u: %s", lines->path, line, problem);
    return FALSE;
}

static gboolean
check_row (const Table *table, const EntLines *lines, GError **error)
{
    if (table->is_body && table->n_given < g_hash_table_size (table->import->columns))
        return refuse (lines, table->line, "a column that --column names is not there", error);
    if (table->is_body && !table->has_name)
        return refuse (lines, table->line,
                       "no column 'name', 'label' or 'itemLabel'; --column name=COLUMN says which it is",
                       error);
    if (table->too_long)
        return refuse (lines, table->line, "more fields than the header line has", error);
    return TRUE;
}

static gboolean
read_lines (Table *table, struct csv_parser *parser, EntLines *lines, GError **error)
{
    GError *problem = NULL;
    while (problem == NULL && ent_lines_next (lines, &problem)) {
        if (!table->is_open)
            table->line = table->import->line = lines->number;
        if (lines->text->str[strspn (lines->text->str, " \t")] != '\0')
            table->is_open = TRUE;
        g_string_append_c (lines->text, '\n');
        if (csv_parse (parser, lines->text->str, lines->text->len, on_field, on_row, table) !=
            lines->text->len)
            refuse (lines, table->line, "a quote in the middle of a field", &problem);
        else
            check_row (table, lines, &problem);
    }
    if (problem == NULL && csv_fini (parser, on_field, on_row, table) != 0)
        refuse (lines, table->line, "this quote is never closed", &problem);
    if (problem != NULL)
        g_propagate_error (error, problem);
    return problem == NULL;
}

gboolean
ent_import_table (EntImport *import, EntLines *lines, GError **error)
{
    Table table = { .import = import, .fields = g_array_new (FALSE, FALSE, sizeof (EntRowField)) };
    const char *header = lines->text->str;
    struct csv_parser parser;
    csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    csv_set_blk_size (&parser, 65536); /* by which a long field grows */
    csv_set_delim (&parser, (unsigned char)find_separator (header));
    if (header[0] == '?') /* SPARQL's own TSV, where quotes belong to the values */
        csv_set_quote (&parser, '\0');
    gboolean ok = read_lines (&table, &parser, lines, error);
    csv_free (&parser);
    ent_row_clear (&table.row);
    g_array_unref (table.fields);
    return ok;
}

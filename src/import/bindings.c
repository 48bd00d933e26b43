/* bindings.c - query results in JSON: SPARQL's own form, or the plain array that Wikidata's service exports. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/json.h"
#include "row.h"

enum { MAX_DEPTH = 16 }; /* of brackets; query results have five */

typedef struct {
    GArray *open;      /* of guint: the lines where the objects that are not yet closed began */
    GHashTable *lines; /* JsonObject -> the line where it began */
    guint error;       /* the line where the parser gave up */
} Places;

/* ---- which line an object stands on ---- */

static void
on_object_start (JsonParser *parser, gpointer closure)
{
    Places *places = closure;
    guint line = json_parser_get_current_line (parser);
    g_array_append_val (places->open, line);
}

static void
on_object_end (JsonParser *parser, JsonObject *object, gpointer closure)
{
    Places *places = closure;
    (void)parser;
    g_return_if_fail (places->open->len > 0);
    guint line = g_array_index (places->open, guint, places->open->len - 1);
    g_array_set_size (places->open, places->open->len - 1);
    g_hash_table_insert (places->lines, object, GUINT_TO_POINTER (line));
}

static void
on_error (JsonParser *parser, const GError *error, gpointer closure)
{
    (void)error;
    ((Places *)closure)->error = json_parser_get_current_line (parser);
}

/* ---- rows ---- */

/* A value as it is, or the "value" of an RDF term. NULL for what is no text. */
static const char *
text_of (JsonNode *node)
{
    if (JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), "value");
    return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                            : NULL;
}

static void
set_field (EntImport *import, EntRow *row, const char *column, JsonNode *node)
{
    EntRowField field;
    const char *text = text_of (node);
    if (JSON_NODE_HOLDS_NULL (node))
        return;
    if (!ent_row_field (column, &field))
        ent_import_note (import, text, "column '%s' left out", column);
    else if (text == NULL)
        ent_import_note (import, column, "values left out that are no text");
    else if (!ent_row_set (row, field, text))
        ent_import_note (import, text, ENT_ROW_SECOND);
}

static void
read_row (EntImport *import, JsonObject *object)
{
    g_auto (EntRow) row = { 0 };
    JsonObjectIter members;
    const char *column;
    JsonNode *node;
    json_object_iter_init (&members, object);
    while (json_object_iter_next (&members, &column, &node))
        set_field (import, &row, column, node);
    ent_import_row (import, &row);
}

/* The array of rows: the document, or its results.bindings. NULL if it is neither. */
static JsonArray *
find_rows (JsonNode *root)
{
    static const char *const path[] = { "results", "bindings" };
    for (guint i = 0; i < G_N_ELEMENTS (path) && root != NULL && JSON_NODE_HOLDS_OBJECT (root); i++)
        root = json_object_get_member (json_node_get_object (root), path[i]);
    return root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
}

static void
read_rows (EntImport *import, JsonArray *rows, const Places *places)
{
    for (guint i = 0; i < json_array_get_length (rows); i++) {
        JsonNode *row = json_array_get_element (rows, i);
        if (!JSON_NODE_HOLDS_OBJECT (row)) {
            ent_import_note (import, NULL, "left out, since they are no rows");
            continue;
        }
        JsonObject *object = json_node_get_object (row);
        import->line = GPOINTER_TO_UINT (g_hash_table_lookup (places->lines, object));
        read_row (import, object);
    }
}

/* ---- the document ---- */

enum { MAX_DOCUMENT = 256 << 20 }; /* bytes; it is held whole */

/* NULL, with an error, where it cannot be read or is too long. */
static GString *
read_document (EntLines *lines, GError **error)
{
    g_autoptr (GString) text = g_string_new (NULL);
    GError *problem = NULL;
    for (guint i = 1; i < lines->number; i++)
        g_string_append_c (text, '\n'); /* what stood before the line at hand */
    while (problem == NULL && ent_lines_next (lines, &problem)) {
        g_string_append_len (text, lines->text->str, (gssize)lines->text->len);
        g_string_append_c (text, '\n');
        if (text->len > MAX_DOCUMENT)
            g_set_error (&problem, ENT_ERROR, ENT_ERROR_FORMAT,
                         "%s: query results of more than %d MB; ask for less", lines->path,
                         MAX_DOCUMENT >> 20);
    }
    if (problem == NULL)
        return g_steal_pointer (&text);
    g_propagate_error (error, problem);
    return NULL;
}

/* The root of the document; NULL, with an error, where it is not JSON. */
static JsonNode *
parse (JsonParser *parser, const EntLines *lines, const GString *text, Places *places, GError **error)
{
    g_signal_connect (parser, "object-start", G_CALLBACK (on_object_start), places);
    g_signal_connect (parser, "object-end", G_CALLBACK (on_object_end), places);
    g_signal_connect (parser, "error", G_CALLBACK (on_error), places);
    places->error = 1;
    if (ent_json_is_plain (text->str, (gssize)text->len, MAX_DEPTH) &&
        json_parser_load_from_data (parser, text->str, (gssize)text->len, NULL) &&
        json_parser_get_root (parser) != NULL)
        return json_parser_get_root (parser);
    g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s:%u: no JSON", lines->path, places->error);
    return NULL;
}

gboolean
ent_import_bindings (EntImport *import, EntLines *lines, GError **error)
{
    g_autoptr (GString) text = read_document (lines, error);
    if (text == NULL)
        return FALSE;
    g_autoptr (JsonParser) parser = json_parser_new ();
    g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
    g_autoptr (GHashTable) starts = g_hash_table_new (NULL, NULL);
    Places places = { .open = open, .lines = starts };
    JsonNode *root = parse (parser, lines, text, &places, error);
    if (root == NULL)
        return FALSE;
    JsonArray *rows = find_rows (root);
    if (rows != NULL)
        read_rows (import, rows, &places);
    else
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT,
                     "%s:1: neither an array of rows nor an object with results.bindings", lines->path);
    return rows != NULL;
}

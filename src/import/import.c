/* import.c - an import as a whole: which format a file is in, and what does not carry over. */
#include <string.h>

#include "base/nearest.h"
#include "import.h"
#include "row.h"

/* ---- life ---- */

static void
position_free (gpointer data)
{
    EntPosition *position = data;
    g_free (position->title);
    g_free (position->state);
    g_free (position);
}

static void
clear_occupancy (gpointer data)
{
    EntOccupancy *occupancy = data;
    g_free (occupancy->holder);
    g_free (occupancy->position);
}

EntImport *
ent_import_new (const EntGazetteer *known)
{
    EntImport *import = g_new0 (EntImport, 1);
    import->known = known;
    import->states = ent_states_new ();
    import->entries = g_ptr_array_new_with_free_func (ent_import_entry_free);
    import->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    import->world = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    import->ignore = g_ptr_array_new_with_free_func (g_free);
    import->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, position_free);
    import->occupancies = g_array_new (FALSE, FALSE, sizeof (EntOccupancy));
    g_array_set_clear_func (import->occupancies, clear_occupancy);
    import->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    import->notes = g_ptr_array_new_with_free_func (ent_import_note_free);
    import->note_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    return import;
}

void
ent_import_free (EntImport *import)
{
    if (import == NULL)
        return;
    ent_states_free (import->states);
    g_ptr_array_unref (import->entries);
    g_hash_table_unref (import->sources);
    g_hash_table_unref (import->world);
    g_ptr_array_unref (import->ignore);
    g_hash_table_unref (import->positions);
    g_array_unref (import->occupancies);
    g_ptr_array_unref (import->notes);
    g_hash_table_unref (import->note_index);
    g_hash_table_unref (import->columns);
    g_free (import);
}

/* ---- what the user says ---- */

gboolean
ent_import_column (EntImport *import, const char *field, const char *column, GError **error)
{
    static const struct {
        const char *name;
        EntRowField field;
    } fields[] = { { "id", ENT_ROW_ID },           { "name", ENT_ROW_NAME },
                   { "alias", ENT_ROW_ALIASES },   { "kind", ENT_ROW_KIND },
                   { "state", ENT_ROW_STATE },     { "gender", ENT_ROW_GENDER },
                   { "title", ENT_ROW_TITLE },     { "since", ENT_ROW_SINCE },
                   { "until", ENT_ROW_UNTIL },     { "demonym", ENT_ROW_DEMONYMS },
                   { "metonym", ENT_ROW_METONYMS } };
    const char *names[G_N_ELEMENTS (fields) + 1] = { NULL };
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
        names[i] = fields[i].name;
        if (strcmp (field, fields[i].name) != 0)
            continue;
        g_hash_table_insert (import->columns, g_strdup (column), GINT_TO_POINTER (fields[i].field));
        return TRUE;
    }
    const char *meant = ent_nearest (field, names);
    g_set_error (error, ENT_ERROR, ENT_ERROR_UNKNOWN, "no field '%s'%s%s%s", field,
                 meant != NULL ? "; did you mean '" : "", meant != NULL ? meant : "",
                 meant != NULL ? "'?" : "");
    return FALSE;
}

void
ent_import_world (EntImport *import)
{
    import->path = (char *)g_intern_static_string ("world");
    const char *id;
    for (guint i = 0; (id = ent_states_id (import->states, i)) != NULL; i++)
        ent_import_world_state (import, id);
}

void
ent_import_count (const EntImport *import, guint *n_taken, guint *n_left)
{
    *n_taken = *n_left = 0;
    for (guint i = 0; i < import->entries->len; i++) {
        const EntEntry *entry = import->entries->pdata[i];
        *n_taken += !entry->left_out && !entry->implied && entry->same == NULL ? 1 : 0;
    }
    *n_left = ent_import_n_noted (import);
}

/* ---- files ---- */

/* Each tests the first line of a file that is not empty. */

static gboolean
is_ftm (const char *line)
{
    return line[0] == '{' && strstr (line, "\"schema\"") != NULL;
}

static gboolean
is_wikidata (const char *line)
{
    return line[0] == '{' || line[0] == '[' || g_str_has_prefix (line, "item") ||
           g_str_has_prefix (line, "?item") || g_str_has_prefix (line, "person,") ||
           g_str_has_prefix (line, "?person");
}

static gboolean
is_cameo (const char *line)
{
    return strchr (";#<", line[0]) != NULL || strchr (line, '[') != NULL ||
           (g_str_has_suffix (line, "_") && strpbrk (line, ",;\t") == NULL);
}

static gboolean
is_table (const char *line)
{
    return strpbrk (line, ",;\t|") != NULL || g_ascii_strcasecmp (line, "name") == 0;
}

static gboolean
read_rows (EntImport *import, EntLines *lines, GError **error)
{
    const char *text = lines->text->str + strspn (lines->text->str, " \t");
    return text[0] == '{' || text[0] == '[' ? ent_import_bindings (import, lines, error)
                                            : ent_import_table (import, lines, error);
}

static const struct {
    const char *name;
    gboolean (*recognise) (const char *line);
    gboolean (*read) (EntImport *import, EntLines *lines, GError **error);
} formats[] = {
    { "ftm", is_ftm, ent_import_ftm },
    { "wikidata", is_wikidata, read_rows },
    { "cameo", is_cameo, ent_import_actors },
    { "csv", is_table, read_rows },
};

gboolean
ent_import_has_format (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        if (strcmp (name, formats[i].name) == 0)
            return TRUE;
    return FALSE;
}

/* Moves to the first line that is not empty, which will be handed out again. FALSE, with an error, if there is none. */
static gboolean
find_start (EntLines *lines, GError **error)
{
    GError *problem = NULL;
    while (ent_lines_next (lines, &problem)) {
        lines->again = lines->text->str[strspn (lines->text->str, " \t")] != '\0';
        if (lines->again)
            return TRUE;
    }
    if (problem == NULL)
        g_set_error (&problem, ENT_ERROR, ENT_ERROR_FORMAT, "%s: empty", lines->path);
    g_propagate_error (error, problem);
    return FALSE;
}

/* By its name, or by the line at hand. The number of formats if it is none. */
static guint
find_format (const char *name, const EntLines *lines)
{
    const char *line = lines->text->str + strspn (lines->text->str, " \t");
    guint i = 0;
    while (i < G_N_ELEMENTS (formats) &&
           !(name != NULL ? strcmp (name, formats[i].name) == 0 : formats[i].recognise (line)))
        i++;
    return i;
}

gboolean
ent_import_read (EntImport *import, const char *path, const char *format, GError **error)
{
    g_autoptr (EntLines) lines = ent_lines_open (path, error);
    if (lines == NULL || !find_start (lines, error))
        return FALSE;
    guint i = find_format (format, lines);
    if (i == G_N_ELEMENTS (formats)) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT,
                     "%s:%u: in none of the formats that are known: ftm, wikidata, cameo, csv", path,
                     lines->number);
        return FALSE;
    }
    import->path = (char *)g_intern_string (path);
    import->line = lines->number;
    gboolean read = formats[i].read (import, lines, error);
    if (lines->encoding != NULL) {
        import->line = 1;
        ent_import_note (import, lines->encoding, "read in another encoding than UTF-8");
    }
    return read;
}

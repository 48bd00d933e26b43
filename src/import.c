/* import.c - an import as a whole: which format a file is in, and what does not carry over. */
#include <stdarg.h>
#include <string.h>

#include "import.h"
#include "nearest.h"

enum { MAX_NOTES = 100 }; /* kinds of things left out; what comes then is counted together */

typedef struct {
    char *path, *what, *example;
    guint line, count;
} Note;

/* ---- life ---- */

static void
note_free (gpointer data)
{
    Note *note = data;
    g_free (note->what);
    g_free (note->example);
    g_free (note);
}

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
    import->notes = g_ptr_array_new_with_free_func (note_free);
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
    g_free (import);
}

/* ---- notes ---- */

void
ent_import_note (EntImport *import, const char *example, const char *what, ...)
{
    va_list arguments;
    va_start (arguments, what);
    g_autofree char *text = g_strdup_vprintf (what, arguments);
    va_end (arguments);
    g_autofree char *key = g_strconcat (import->path, "\n", text, NULL);
    Note *note = g_hash_table_lookup (import->note_index, key);
    if (note == NULL && import->notes->len >= MAX_NOTES)
        note = import->notes->pdata[MAX_NOTES - 1];
    if (note == NULL) {
        gboolean is_last = import->notes->len == MAX_NOTES - 1;
        note = g_new0 (Note, 1);
        note->path = import->path;
        note->line = import->line;
        note->what = is_last ? g_strdup ("left out of other kinds") : g_steal_pointer (&text);
        note->example = example != NULL ? ent_quote (example) : NULL;
        g_ptr_array_add (import->notes, note);
        g_hash_table_insert (import->note_index, g_steal_pointer (&key), note);
    }
    note->count++;
}

GPtrArray *
ent_import_notes (const EntImport *import)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < import->notes->len; i++) {
        const Note *note = import->notes->pdata[i];
        const char *first = note->example == NULL ? "" : note->count > 1 ? ", the first " : ", ";
        g_ptr_array_add (lines, g_strdup_printf ("%s:%u: %s: %u%s%s", note->path, note->line, note->what,
                                                 note->count, first, note->example ? note->example : ""));
    }
    return lines;
}

/* ---- files ---- */

/* Each looks at the first line of a file that is not empty. */

static gboolean
is_ftm (const char *line)
{
    return line[0] == '{' && strstr (line, "\"schema\"") != NULL;
}

static gboolean
is_wikidata (const char *line)
{
    return line[0] == '{' || line[0] == '[' || g_str_has_prefix (line, "item") ||
           g_str_has_prefix (line, "?item");
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
    return strpbrk (line, ",;\t") != NULL || g_ascii_strcasecmp (line, "name") == 0;
}

static const struct {
    const char *name;
    gboolean (*recognise) (const char *line);
    gboolean (*read) (EntImport *import, EntLines *lines, GError **error);
} formats[] = {
    { "ftm", is_ftm, ent_import_ftm },
    { "wikidata", is_wikidata, ent_import_rows },
    { "cameo", is_cameo, ent_import_actors },
    { "csv", is_table, ent_import_rows },
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
    return formats[i].read (import, lines, error);
}

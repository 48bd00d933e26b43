/* import.c - what others have listed, gathered as entries; recognises the formats, and notes what is left out. */
#include <stdarg.h>
#include <string.h>

#include "gazetteer_load.h"
#include "import.h"
#include "nearest.h"

enum { MAX_NAME = 200 };  /* bytes; longer is no name */
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
clear_office (gpointer data)
{
    g_free (((EntOffice *)data)->title);
}

static void
entry_free (gpointer data)
{
    EntEntry *entry = data;
    g_free (entry->id);
    g_free (entry->name);
    g_free (entry->state);
    g_ptr_array_unref (entry->aliases);
    g_ptr_array_unref (entry->demonyms);
    g_ptr_array_unref (entry->metonyms);
    g_array_unref (entry->offices);
    g_free (entry);
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
    import->entries = g_ptr_array_new_with_free_func (entry_free);
    import->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    import->world = g_hash_table_new (g_str_hash, g_str_equal);
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

/* ---- texts ---- */

char *
ent_import_clean (const char *text)
{
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    GString *clean = g_string_new (NULL);
    for (const char *s = valid; *s != '\0'; s = g_utf8_next_char (s)) {
        gunichar c = g_utf8_get_char (s);
        gboolean is_blank = g_unichar_isspace (c) || g_unichar_iscntrl (c);
        if (is_blank && clean->len > 0 && clean->str[clean->len - 1] != ' ')
            g_string_append_c (clean, ' ');
        else if (!is_blank && g_unichar_isdefined (c))
            g_string_append_unichar (clean, c);
    }
    return g_strchomp (g_string_free (clean, FALSE));
}

gboolean
ent_import_is_latin (const char *text)
{
    gboolean found = FALSE;
    for (; *text != '\0'; text = g_utf8_next_char (text)) {
        gunichar c = g_utf8_get_char (text);
        GUnicodeScript script = g_unichar_get_script (c);
        found = found || script == G_UNICODE_SCRIPT_LATIN;
        if (g_unichar_isalpha (c) && script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_COMMON)
            return FALSE;
    }
    return found;
}

char *
ent_import_usable (EntImport *import, const char *text)
{
    g_autofree char *name = ent_import_clean (text);
    if (name[0] == '\0')
        return NULL;
    if (strlen (name) > MAX_NAME)
        ent_import_note (import, name, "names of more than %d bytes left out", MAX_NAME);
    else if (!ent_import_is_latin (name))
        ent_import_note (import, name, "names without Latin letters, or with others, left out");
    else
        return g_steal_pointer (&name);
    return NULL;
}

/* ---- entries ---- */

EntEntry *
ent_import_new_entry (EntImport *import, EntKind kind, const char *name)
{
    EntEntry *entry = g_new0 (EntEntry, 1);
    entry->kind = kind;
    entry->name = g_strdup (name);
    entry->aliases = g_ptr_array_new_with_free_func (g_free);
    entry->demonyms = g_ptr_array_new_with_free_func (g_free);
    entry->metonyms = g_ptr_array_new_with_free_func (g_free);
    entry->offices = g_array_new (FALSE, FALSE, sizeof (EntOffice));
    g_array_set_clear_func (entry->offices, clear_office);
    entry->path = import->path;
    entry->line = import->line;
    g_ptr_array_add (import->entries, entry);
    return entry;
}

EntEntry *
ent_import_entry (EntImport *import, EntKind kind, const char *source_id, const char *name)
{
    g_autofree char *usable = ent_import_usable (import, name);
    EntEntry *entry = source_id != NULL ? g_hash_table_lookup (import->sources, source_id) : NULL;
    if (entry == NULL && usable != NULL) {
        entry = ent_import_new_entry (import, kind, usable);
        ent_import_also (import, entry, source_id);
        return entry;
    }
    if (entry == NULL)
        return NULL;
    if (entry->kind != kind) {
        ent_import_note (import, source_id, "left out, since the id is that of an entry of another kind");
        return NULL;
    }
    if (entry->path != import->path)
        ent_import_note (import, source_id, "made one with the entry of the same id in an earlier file");
    if (usable != NULL)
        g_ptr_array_add (entry->aliases, g_steal_pointer (&usable));
    return entry;
}

const char *
ent_import_find_state (const EntImport *import, const char *text)
{
    const char *id = ent_states_code (import->states, text);
    return id != NULL ? id : ent_states_find (import->states, text);
}

static void
add_world_names (const EntImport *import, const char *id, const char *key, GPtrArray *names)
{
    char **listed = ent_states_names (import->states, id, key);
    for (guint i = 0; listed[i] != NULL; i++)
        g_ptr_array_add (names, listed[i]);
    g_free (listed);
}

EntEntry *
ent_import_world_state (EntImport *import, const char *id)
{
    EntEntry *entry = g_hash_table_lookup (import->world, id);
    if (entry != NULL)
        return entry;
    g_auto (GStrv) names = ent_states_names (import->states, id, "name");
    entry = ent_import_new_entry (import, ENT_STATE, names[0]);
    entry->id = g_strdup (id);
    add_world_names (import, id, "aliases", entry->aliases);
    add_world_names (import, id, "demonyms", entry->demonyms);
    add_world_names (import, id, "metonyms", entry->metonyms);
    g_hash_table_insert (import->world, entry->id, entry);
    return entry;
}

/* One of the world's states, or the text itself where it names none. */
static const char *
plain_state (const EntImport *import, const char *text)
{
    const char *id = ent_import_find_state (import, text);
    return id != NULL ? id : text;
}

void
ent_import_state (EntImport *import, EntEntry *entry, const char *state)
{
    if (state == NULL || state[0] == '\0')
        return;
    if (entry->state == NULL)
        entry->state = g_strdup (state);
    else if (strcmp (plain_state (import, entry->state), plain_state (import, state)) != 0)
        ent_import_note (import, state, "further states of an entry left out");
}

void
ent_import_also (EntImport *import, EntEntry *entry, const char *source_id)
{
    if (source_id != NULL && source_id[0] != '\0' && !g_hash_table_contains (import->sources, source_id))
        g_hash_table_insert (import->sources, g_strdup (source_id), entry);
}

void
ent_import_name (EntImport *import, GPtrArray *names, const char *name)
{
    char *usable = ent_import_usable (import, name);
    if (usable != NULL)
        g_ptr_array_add (names, usable);
}

void
ent_import_gender (EntImport *import, EntEntry *entry, const char *gender)
{
    if (gender[0] == '\0')
        return;
    if (g_ascii_strcasecmp (gender, "f") == 0 || g_ascii_strcasecmp (gender, "female") == 0)
        entry->gender = ENT_GENDER_FEMALE;
    else if (g_ascii_strcasecmp (gender, "m") == 0 || g_ascii_strcasecmp (gender, "male") == 0)
        entry->gender = ENT_GENDER_MALE;
    else
        ent_import_note (import, gender, "genders left out that are neither male nor female");
}

/* ---- offices ---- */

/* A date, behind which a time of day may stand. */
static EntDate
read_date (EntImport *import, const char *text)
{
    EntDate date = { 0 };
    g_autofree char *day = g_strdup (text);
    char *time = strpbrk (day, "T ");
    if (time != NULL)
        *time = '\0';
    if (text[0] != '\0' && !ent_date_parse (day, &date))
        ent_import_note (import, text, "dates left out that are not like 2018, 2018-07 or 2018-07-19");
    return date;
}

gboolean
ent_import_term (EntImport *import, const char *since, const char *until, EntOffice *office)
{
    office->since = read_date (import, since);
    office->until = read_date (import, until);
    g_autofree char *first = ent_date_format (office->since);
    g_autofree char *last = ent_date_format (office->until);
    if (first[0] == '\0' || last[0] == '\0' ||
        strncmp (last, first, MIN (strlen (first), strlen (last))) >= 0)
        return TRUE;
    ent_import_note (import, since, "offices left out that end before they begin");
    return FALSE;
}

void
ent_import_office (EntImport *import, EntEntry *entry, const char *title, const char *since,
                   const char *until)
{
    EntOffice office = { 0 };
    g_autofree char *name = ent_import_usable (import, title);
    if (name == NULL && since[0] == '\0' && until[0] == '\0')
        return;
    if (name == NULL) {
        ent_import_note (import, entry->name, "dates left out that have no title");
        return;
    }
    if (!ent_import_term (import, since, until, &office))
        return;
    office.title = g_steal_pointer (&name);
    g_array_append_val (entry->offices, office);
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
    return formats[i].read (import, lines, error);
}

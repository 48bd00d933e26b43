/* entry.c - entries being filled: their names, offices and states, as far as a gazetteer can hold them. */
#include <string.h>

#include "gazetteer/load.h"
#include "import.h"

enum { MAX_NAME = 200 }; /* bytes; longer is no name */

static void
clear_office (gpointer data)
{
    g_free (((EntTerm *)data)->title);
}

void
ent_import_entry_free (gpointer data)
{
    EntEntry *entry = data;
    g_free (entry->id);
    g_free (entry->source);
    g_free (entry->name);
    g_free (entry->state);
    g_ptr_array_unref (entry->aliases);
    g_ptr_array_unref (entry->demonyms);
    g_ptr_array_unref (entry->metonyms);
    g_array_unref (entry->offices);
    g_free (entry);
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
        else if (!is_blank && g_unichar_isdefined (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
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
    entry->offices = g_array_new (FALSE, FALSE, sizeof (EntTerm));
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
        entry->source = g_strdup (source_id);
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
add_world_names (const EntImport *import, const char *id, EntNameKind kind, GPtrArray *names)
{
    char **listed = ent_states_names (import->states, id, kind);
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
    g_auto (GStrv) names = ent_states_names (import->states, id, ENT_NAME_FULL);
    entry = ent_import_new_entry (import, ENT_STATE, names[0]);
    entry->id = g_strdup (id);
    add_world_names (import, id, ENT_NAME_ALIAS, entry->aliases);
    add_world_names (import, id, ENT_NAME_DEMONYM, entry->demonyms);
    add_world_names (import, id, ENT_NAME_METONYM, entry->metonyms);
    g_hash_table_insert (import->world, g_strdup (id), entry);
    return entry;
}

static gboolean
is_same_state (const EntImport *import, const char *a, const char *b)
{
    const char *id = ent_import_find_state (import, a), *other = ent_import_find_state (import, b);
    g_autofree char *folded = ent_name_fold (id != NULL ? id : a);
    g_autofree char *other_folded = ent_name_fold (other != NULL ? other : b);
    return strcmp (folded, other_folded) == 0;
}

void
ent_import_state (EntImport *import, EntEntry *entry, const char *state)
{
    if (state == NULL || state[0] == '\0')
        return;
    if (entry->state == NULL)
        entry->state = g_strdup (state);
    else if (!is_same_state (import, entry->state, state))
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
ent_import_gender (EntImport *import, EntEntry *entry, EntGender gender)
{
    if (entry->gender == ENT_GENDER_UNKNOWN)
        entry->gender = gender;
    else if (gender != ENT_GENDER_UNKNOWN && gender != entry->gender)
        ent_import_note (import, entry->name, "further genders of an entry left out");
}

EntGender
ent_import_read_gender (EntImport *import, const char *text)
{
    if (g_ascii_strcasecmp (text, "f") == 0 || g_ascii_strcasecmp (text, "female") == 0)
        return ENT_GENDER_FEMALE;
    if (g_ascii_strcasecmp (text, "m") == 0 || g_ascii_strcasecmp (text, "male") == 0)
        return ENT_GENDER_MALE;
    if (text[0] != '\0')
        ent_import_note (import, text, "genders left out that are neither male nor female");
    return ENT_GENDER_UNKNOWN;
}

/* ---- offices ---- */

/* A date, behind which a time of day may stand. Nothing at all is fine. */
static gboolean
read_date (EntImport *import, const char *text, EntDate *date)
{
    g_autofree char *day = g_strndup (text, strcspn (text, "T "));
    *date = (EntDate){ 0 };
    if (text[0] == '\0' || ent_date_parse (day, date))
        return TRUE;
    ent_import_note (import, text, "offices left out whose dates are not like 2018, 2018-07 or 2018-07-19");
    return FALSE;
}

gboolean
ent_import_term (EntImport *import, const char *since, const char *until, EntTerm *term)
{
    if (!read_date (import, since, &term->since) || !read_date (import, until, &term->until))
        return FALSE;
    if (ent_dates_are_reversed (term->since, term->until)) {
        ent_import_note (import, since, "offices left out that end before they begin");
        return FALSE;
    }
    return TRUE;
}

void
ent_import_office (EntImport *import, EntEntry *entry, const char *title, const char *since,
                   const char *until)
{
    EntTerm office = { 0 };
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

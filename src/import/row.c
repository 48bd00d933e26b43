/* row.c - a row of a table or a query result as an entry. */
#include <string.h>

#include "row.h"

enum { MAX_ID = 100 }; /* bytes; a longer one is made anew from the name */

/* ---- columns ---- */

static const struct {
    const char *column; /* in lower case, letters only */
    EntRowField field;
} columns[] = {
    { "id", ENT_ROW_ID },
    { "item", ENT_ROW_ID },
    { "name", ENT_ROW_NAME },
    { "label", ENT_ROW_NAME },
    { "fullname", ENT_ROW_NAME },
    { "person", ENT_ROW_ID },
    { "personlabel", ENT_ROW_NAME },
    { "holder", ENT_ROW_ID },
    { "holderlabel", ENT_ROW_NAME },
    { "leader", ENT_ROW_NAME },
    { "leaderlabel", ENT_ROW_NAME },
    { "itemlabel", ENT_ROW_NAME },
    { "alias", ENT_ROW_ALIASES },
    { "aliases", ENT_ROW_ALIASES },
    { "altlabel", ENT_ROW_ALIASES },
    { "itemaltlabel", ENT_ROW_ALT_LABELS },
    { "kind", ENT_ROW_KIND },
    { "state", ENT_ROW_STATE },
    { "statelabel", ENT_ROW_STATE },
    { "nation", ENT_ROW_STATE },
    { "nationality", ENT_ROW_STATE },
    { "citizenship", ENT_ROW_STATE },
    { "countrycode", ENT_ROW_STATE },
    { "iso", ENT_ROW_STATE },
    { "country", ENT_ROW_STATE },
    { "countrylabel", ENT_ROW_STATE },
    { "sex", ENT_ROW_GENDER },
    { "gender", ENT_ROW_GENDER },
    { "genderlabel", ENT_ROW_GENDER },
    { "title", ENT_ROW_TITLE },
    { "role", ENT_ROW_TITLE },
    { "post", ENT_ROW_TITLE },
    { "office", ENT_ROW_TITLE },
    { "officelabel", ENT_ROW_TITLE },
    { "position", ENT_ROW_TITLE },
    { "positionlabel", ENT_ROW_TITLE },
    { "since", ENT_ROW_SINCE },
    { "from", ENT_ROW_SINCE },
    { "startdate", ENT_ROW_SINCE },
    { "begin", ENT_ROW_SINCE },
    { "start", ENT_ROW_SINCE },
    { "until", ENT_ROW_UNTIL },
    { "to", ENT_ROW_UNTIL },
    { "enddate", ENT_ROW_UNTIL },
    { "end", ENT_ROW_UNTIL },
    { "demonym", ENT_ROW_DEMONYMS },
    { "demonyms", ENT_ROW_DEMONYMS },
    { "metonym", ENT_ROW_METONYMS },
    { "metonyms", ENT_ROW_METONYMS },
    { "capital", ENT_ROW_METONYMS },
    { "capitallabel", ENT_ROW_METONYMS },
};

gboolean
ent_row_field (const char *column, EntRowField *field)
{
    g_autoptr (GString) letters = g_string_new (NULL);
    for (; *column != '\0'; column++)
        if (g_ascii_isalpha (*column))
            g_string_append_c (letters, g_ascii_tolower (*column));
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        if (strcmp (letters->str, columns[i].column) == 0) {
            *field = columns[i].field;
            return TRUE;
        }
    return FALSE;
}

/* ---- values ---- */

/* The value of an RDF term: the text in <>, or in quotes before a language or a type. */
static char *
plain_value (const char *value)
{
    gsize n = strlen (value);
    if (n > 1 && value[0] == '<' && value[n - 1] == '>')
        return g_strndup (value + 1, n - 2);
    const char *end = value[0] == '"' ? strrchr (value, '"') : value;
    if (end == value || (end[1] != '\0' && end[1] != '@' && end[1] != '^'))
        return g_strdup (value);
    g_autofree char *literal = g_strndup (value + 1, (gsize)(end - value) - 1);
    return g_strcompress (literal);
}

/* Of Wikidata's: "Q7747". */
static gboolean
is_item (const char *text)
{
    return text != NULL && text[0] == 'Q' && text[1] != '\0' &&
           text[1 + strspn (text + 1, "0123456789")] == '\0';
}

/* An item, an address, or what Wikidata writes for a value that is not known. */
static gboolean
says_nothing (const char *text)
{
    return text[0] == '\0' || is_item (text) || strstr (text, "://") != NULL || g_str_has_prefix (text, "_:");
}

void
ent_row_clear (EntRow *row)
{
    for (guint i = 0; i < ENT_ROW_N_FIELDS; i++)
        g_clear_pointer (&row->fields[i], g_free);
}

/* What parts the items of a list; NULL for a field that holds one text. */
static const char *
separator (EntRowField field)
{
    if (field == ENT_ROW_ALT_LABELS)
        return ", ";
    return field == ENT_ROW_ALIASES || field == ENT_ROW_DEMONYMS || field == ENT_ROW_METONYMS ? "|" : NULL;
}

gboolean
ent_row_set (EntRow *row, EntRowField field, const char *value)
{
    g_autofree char *plain = plain_value (value);
    g_autofree char *text = ent_import_clean (plain);
    g_autofree char *before = g_steal_pointer (&row->fields[field]);
    gboolean is_first = before == NULL || says_nothing (before);
    if (is_first)
        row->fields[field] = g_steal_pointer (&text);
    else if (separator (field) != NULL)
        row->fields[field] = g_strjoin (separator (field), before, text, NULL);
    else
        row->fields[field] = g_steal_pointer (&before);
    return text == NULL || separator (field) != NULL || says_nothing (text) ||
           strcmp (text, row->fields[field]) == 0;
}

/* ---- the entry ---- */

static const char *
field_of (const EntRow *row, EntRowField field)
{
    return row->fields[field] != NULL ? row->fields[field] : "";
}

/* As it is shown in notes, and made sense of: nothing where it is no text. */
static const char *
text_of (EntImport *import, const EntRow *row, EntRowField field)
{
    const char *text = field_of (row, field);
    if (text[0] == '\0' || !says_nothing (text))
        return text;
    ent_import_note (import, text, "left out, since there is no label or value for it");
    return "";
}

/* Behind the last slash: Wikidata writes items as addresses. */
static const char *
source_id (const EntRow *row)
{
    const char *id = field_of (row, ENT_ROW_ID), *slash = strrchr (id, '/');
    if (slash != NULL)
        id = slash + 1;
    return id[0] != '\0' ? id : NULL;
}

static gboolean
read_kind (EntImport *import, const char *text, EntKind *kind)
{
    static const char *const names[] = { "state", "official", "organization", NULL }; /* by EntKind */
    *kind = ENT_OFFICIAL;
    if (text[0] == '\0')
        return TRUE;
    for (guint i = 0; names[i] != NULL; i++)
        if (g_ascii_strcasecmp (text, names[i]) == 0) {
            *kind = (EntKind)i;
            return TRUE;
        }
    ent_import_note (import, text, "rows left out whose kind is not state, official or organization");
    return FALSE;
}

static void
add_list (EntImport *import, GPtrArray *names, const char *list, const char *separators)
{
    g_auto (GStrv) parts = g_strsplit_set (list, separators, -1);
    for (guint i = 0; parts[i] != NULL; i++)
        ent_import_name (import, names, parts[i]);
}

static void
add_alt_labels (EntImport *import, EntEntry *entry, const char *list)
{
    g_auto (GStrv) labels = g_strsplit (list, ", ", -1);
    for (guint i = 0; labels[i] != NULL; i++)
        ent_import_name (import, entry->aliases, labels[i]);
}

/* What only one kind of entry has. */
static void
add_details (EntImport *import, EntEntry *entry, const EntRow *row)
{
    const char *title = text_of (import, row, ENT_ROW_TITLE);
    const char *since = text_of (import, row, ENT_ROW_SINCE), *until = text_of (import, row, ENT_ROW_UNTIL);
    const char *gender = field_of (row, ENT_ROW_GENDER);
    const char *demonyms = text_of (import, row, ENT_ROW_DEMONYMS);
    const char *metonyms = text_of (import, row, ENT_ROW_METONYMS);
    if (entry->kind == ENT_OFFICIAL) {
        ent_import_gender (import, entry, ent_import_read_gender (import, gender));
        if (title[0] != '\0' && since[0] == '\0' && until[0] == '\0' && is_item (entry->source))
            ent_import_note (import, title, "offices left out that have no dates");
        else
            ent_import_office (import, entry, title, since, until);
    } else if (title[0] != '\0' || gender[0] != '\0' || since[0] != '\0' || until[0] != '\0') {
        ent_import_note (import, entry->name, "titles, dates and genders left out of what is no official");
    }
    if (entry->kind == ENT_STATE) {
        add_list (import, entry->demonyms, demonyms, "|;");
        add_list (import, entry->metonyms, metonyms, "|;");
    } else if (demonyms[0] != '\0' || metonyms[0] != '\0') {
        ent_import_note (import, entry->name, "demonyms and metonyms left out of what is no state");
    }
}

static gboolean
is_entry_id (const char *id)
{
    gsize length = strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return id[length] == '\0' && length <= MAX_ID;
}

/* Wikidata's items are known to nobody by their numbers. */
static void
take_id (EntImport *import, EntEntry *entry, const char *id)
{
    if (entry->id != NULL || id == NULL || is_item (id))
        return;
    if (is_entry_id (id))
        entry->id = g_strdup (id);
    else
        ent_import_note (import, id,
                         "ids left out that are not made of a-z, 0-9 and hyphens, or longer than %d", MAX_ID);
}

void
ent_import_row (EntImport *import, const EntRow *row)
{
    EntKind kind;
    const char *id = source_id (row), *name = field_of (row, ENT_ROW_NAME);
    if (says_nothing (name)) {
        ent_import_note (import, id, "rows left out that have no name or label");
        return;
    }
    if (!read_kind (import, field_of (row, ENT_ROW_KIND), &kind))
        return;
    EntEntry *entry = ent_import_entry (import, kind, id, name);
    if (entry == NULL)
        return;
    take_id (import, entry, id);
    add_list (import, entry->aliases, text_of (import, row, ENT_ROW_ALIASES), "|;");
    add_alt_labels (import, entry, field_of (row, ENT_ROW_ALT_LABELS));
    const char *state = text_of (import, row, ENT_ROW_STATE);
    if (kind != ENT_STATE)
        ent_import_state (import, entry, state);
    else if (state[0] != '\0')
        ent_import_note (import, state, "left out: a state belongs to no state");
    add_details (import, entry, row);
}

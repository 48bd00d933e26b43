/* cameo.c - actor dictionaries of CAMEO, as PETRARCH and TABARI read them and as they are published: names in capitals,
 * and codes whose first three letters are a state, the next three a role.
 *
 *   BARACK_OBAMA_  ; a comment, also behind #
 *   +PRESIDENT_OBAMA_
 *       [USAGOV 20090120-20170120]
 *       [USAELI >20170120]
 */
#include <gio/gio.h>
#include <string.h>

#include "import.h"

enum { STATE_CODE = 3, ROLE_CODE = 3, MAX_CODE = 30 }; /* letters */

/* A role for a time. */
typedef struct {
    char role[ROLE_CODE + 1];
    char *since, *until; /* "" where not given */
} Tenure;

/* A name with its synonyms and codes, as far as it has been read. */
typedef struct {
    GPtrArray *names;  /* of char*, as written */
    const char *state; /* of the first code that has one, or NULL */
    gboolean coded;    /* has a code that is one */
    gboolean nobody;   /* [---] */
    gboolean dated;    /* a code with dates: a person's */
    gboolean has_role; /* a code of more than the state */
    GArray *tenures;   /* of Tenure */
} Actor;

/* ---- names ---- */

/* Words that stand small inside of a name. */
static gboolean
is_small_word (const char *word)
{
    static const char *const small[] = { "and", "for", "of",  "on",  "the", "to", "de",
                                         "du",  "la",  "bin", "ibn", "van", "von" };
    for (guint i = 0; i < G_N_ELEMENTS (small); i++)
        if (g_ascii_strcasecmp (word, small[i]) == 0)
            return TRUE;
    return FALSE;
}

/* "OBAMA" -> "Obama", "AL-ASSAD" -> "Al-Assad". */
static void
append_capitalised (GString *name, const char *word)
{
    gboolean begins = TRUE;
    g_autofree char *lower = g_utf8_strdown (word, -1);
    for (const char *s = lower; *s != '\0'; s = g_utf8_next_char (s)) {
        gunichar c = g_utf8_get_char (s);
        g_string_append_unichar (name, begins ? g_unichar_toupper (c) : c);
        begins = c == '-' || c == '.';
    }
}

/* "BARACK_OBAMA_", 'RICHARD_"DICK"_CHENEY' -> "Barack Obama", "Richard Dick Cheney". A single word of up to three
 * letters is taken for an acronym. */
static char *
name_of (const char *pattern)
{
    g_auto (GStrv) words = g_strsplit_set (pattern, "_ \t\"", -1);
    g_autoptr (GString) name = g_string_new (NULL);
    guint n = 0;
    for (guint i = 0; words[i] != NULL; i++) {
        if (words[i][0] == '\0')
            continue;
        if (n++ > 0)
            g_string_append_c (name, ' ');
        if (n > 1 && is_small_word (words[i])) {
            g_autofree char *lower = g_ascii_strdown (words[i], -1);
            g_string_append (name, lower);
        } else {
            append_capitalised (name, words[i]);
        }
    }
    if (n == 1 && g_utf8_strlen (name->str, -1) <= 3)
        return g_utf8_strup (name->str, -1);
    return g_string_free (g_steal_pointer (&name), FALSE);
}

/* ---- codes ---- */

static gboolean
is_code (const char *text)
{
    gsize length = strlen (text);
    return length >= STATE_CODE && length <= MAX_CODE &&
           text[strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")] == '\0';
}

/* "840101", "20090120", "84": a date of a dictionary, whose years of two digits are those around 2000; "" if it is none. */
static char *
date_of (const char *text, gsize length)
{
    int year = -1;
    if (length == strspn (text, "0123456789") || strspn (text, "0123456789") >= length)
        year = length == 8 || length == 4
                   ? (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0')
               : length == 6 || length == 2 ? (text[0] - '0') * 10 + (text[1] - '0')
                                            : -1;
    if (year < 0)
        return g_strdup ("");
    if (length == 6 || length == 2)
        year += year > 30 ? 1900 : 2000;
    const char *rest = text + (length == 8 ? 4 : length == 6 ? 2 : length);
    g_autofree char *day = length >= 6 ? g_strdup_printf ("%04d-%.2s-%.2s", year, rest, rest + 2) : NULL;
    EntDate date;
    if (day != NULL && ent_date_parse (day, &date))
        return g_steal_pointer (&day);
    g_autofree char *month = length >= 6 ? g_strdup_printf ("%04d-%.2s", year, rest) : NULL;
    if (month != NULL && ent_date_parse (month, &date)) /* of the 31st of June the month is kept */
        return g_steal_pointer (&month);
    return g_strdup_printf ("%04d", year);
}

/* "840101-900202", ">900101", "<840101": since and until. FALSE where there is no date. */
static gboolean
read_dates (const char *text, char **since, char **until)
{
    gsize digits = strcspn (text, "0123456789");
    char sign = digits > 0 ? text[digits - 1] : ' ';
    text += digits;
    gsize first = strspn (text, "0123456789"), gap = strspn (text + first, " -");
    gsize second = strspn (text + first + gap, "0123456789");
    if (first == 0)
        return FALSE;
    char *one = date_of (text, first);
    *since = sign == '<' ? g_strdup ("") : g_strdup (one);
    *until = second > 0 ? date_of (text + first + gap, second) : g_strdup (sign == '<' ? one : "");
    g_free (one);
    return TRUE;
}

/* What a code says behind the state: a role, and the time for which it holds. */
static void
add_tenure (Actor *actor, const char *role, const char *dates)
{
    Tenure tenure = { .since = NULL };
    g_strlcpy (tenure.role, role, sizeof tenure.role);
    if (!read_dates (dates, &tenure.since, &tenure.until))
        tenure.since = g_strdup (""), tenure.until = g_strdup ("");
    g_array_append_val (actor->tenures, tenure);
}

/* What stands between [ and ]: a code, and behind a blank the time for which it holds. */
static void
read_code (EntImport *import, Actor *actor, const char *text)
{
    g_autofree char *code = g_strndup (text, strcspn (text, " \t/~"));
    gboolean is_nobody = strcmp (text, "---") == 0;
    actor->nobody = actor->nobody || is_nobody;
    actor->coded = actor->coded || is_nobody || is_code (code);
    if (is_nobody)
        return;
    if (!is_code (code)) {
        ent_import_note (import, text, "codes left out that are not made of at least three capitals");
        return;
    }
    g_autofree char *letters = g_strndup (code, STATE_CODE);
    const char *state = ent_states_code (import->states, letters), *dates = text + strlen (code);
    if (actor->state == NULL)
        actor->state = state;
    else if (state != NULL && strcmp (state, actor->state) != 0)
        ent_import_note (import, code, "further states of an entry left out");
    actor->dated = actor->dated || strpbrk (dates, "0123456789") != NULL;
    actor->has_role = actor->has_role || strlen (code) > STATE_CODE || state == NULL;
    if (strchr (text, '/') != NULL)
        ent_import_note (import, text, "second codes left out, behind a slash");
    add_tenure (actor, state != NULL ? code + STATE_CODE : code, dates);
}

/* What a person of a role is called; NULL for a role of none. */
static const char *
title_of (const char *role)
{
    static gsize once;
    static GHashTable *titles;
    if (g_once_init_enter (&once)) {
        g_autoptr (GBytes) data =
            g_resources_lookup_data ("/entente/roles.tsv", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
        g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (data, NULL), "\n", -1);
        titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
        for (guint i = 0; lines[i] != NULL; i++) {
            g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 3);
            if (lines[i][0] != '#' && g_strv_length (cells) == 3)
                g_hash_table_insert (titles, g_strdup (cells[0]), g_strdup (cells[1]));
        }
        g_once_init_leave (&once, 1);
    }
    return g_hash_table_lookup (titles, role);
}

static void
add_offices (EntImport *import, EntEntry *entry, const Actor *actor)
{
    for (guint i = 0; i < actor->tenures->len; i++) {
        const Tenure *tenure = &g_array_index (actor->tenures, Tenure, i);
        const char *title = title_of (tenure->role);
        if (title != NULL)
            ent_import_office (import, entry, title, tenure->since, tenure->until);
        else if (tenure->role[0] != '\0')
            ent_import_note (import, tenure->role, "roles left out that the code book gives no person");
    }
}

/* ---- actors ---- */

static gboolean
is_name_of (EntImport *import, const char *state, const char *name)
{
    static const EntNameKind kinds[] = { ENT_NAME_FULL, ENT_NAME_ALIAS, ENT_NAME_DEMONYM, ENT_NAME_METONYM };
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
        g_auto (GStrv) names = ent_states_names (import->states, state, kinds[k]);
        for (guint i = 0; names[i] != NULL; i++)
            if (g_ascii_strcasecmp (names[i], name) == 0)
                return TRUE;
    }
    return FALSE;
}

/* A dictionary does not tell a state's name from its adjective, its capital and its towns. */
static void
add_state (EntImport *import, const Actor *actor)
{
    ent_import_world_state (import, actor->state);
    for (guint i = 0; i < actor->names->len; i++) {
        g_autofree char *name = name_of (actor->names->pdata[i]);
        if (!is_name_of (import, actor->state, name))
            ent_import_note (import, name, "names of states left out: neither name, adjective nor capital");
    }
}

static void
add_party (EntImport *import, const Actor *actor)
{
    g_autofree char *name = name_of (actor->names->pdata[0]);
    EntEntry *entry = ent_import_entry (import, actor->dated ? ENT_OFFICIAL : ENT_ORGANIZATION, NULL, name);
    if (entry == NULL)
        return;
    if (!actor->dated)
        ent_import_note (import, name, "taken for organizations, since their codes have no dates");
    ent_import_state (import, entry, actor->state);
    if (actor->dated)
        add_offices (import, entry, actor);
    for (guint i = 1; i < actor->names->len; i++) {
        g_autofree char *synonym = name_of (actor->names->pdata[i]);
        ent_import_name (import, entry->aliases, synonym);
    }
}

/* Ends the actor that was being read, and makes room for the next. */
static void
finish_actor (EntImport *import, Actor *actor)
{
    GPtrArray *names = actor->names;
    if (names->len == 0 && actor->coded)
        ent_import_note (import, NULL, "codes left out that have no name");
    else if (names->len > 0 && actor->nobody)
        for (guint i = 0; i < names->len; i++) {
            g_autofree char *name = name_of (names->pdata[i]);
            ent_import_name (import, import->ignore, name);
        }
    else if (names->len > 0 && !actor->coded)
        ent_import_note (import, names->pdata[0], "names left out that have no code");
    else if (names->len > 0 && !actor->dated && !actor->has_role && actor->state != NULL)
        add_state (import, actor);
    else if (names->len > 0)
        add_party (import, actor);
    g_ptr_array_set_size (names, 0);
    g_array_set_size (actor->tenures, 0);
    *actor = (Actor){ .names = names, .tenures = actor->tenures };
}

/* ---- lines ---- */

/* The codes of a line, which end it; each [ has its ]. */
static gboolean
read_codes (EntImport *import, Actor *actor, char *text)
{
    while (*text != '\0') {
        char *end = text[0] == '[' ? strchr (text, ']') : NULL;
        if (end == NULL)
            return FALSE;
        *end = '\0';
        read_code (import, actor, g_strstrip (text + 1));
        text = g_strchug (end + 1);
    }
    return TRUE;
}

/* A name of a line, or two where two lines were run together ("A_+B_"). What is in brackets is an acronym, and a name of
 * its own; behind a comma stand ranks and titles, but for "Jr." */
static void
add_names (EntImport *import, Actor *actor, const char *text)
{
    g_auto (GStrv) parts = g_strsplit_set (text, "+()", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        char *name = g_strstrip (parts[i]), *comma = strchr (name, ',');
        if (comma != NULL) {
            const char *behind = comma + 1 + strspn (comma + 1, "_ ");
            gboolean junior = g_str_has_prefix (behind, "JR") || g_str_has_prefix (behind, "SR");
            if (!junior && actor->names->len > 0) {
                ent_import_note (import, name, "names left out that hold a title behind a comma");
                continue;
            }
            if (!junior)
                *comma = '\0';
        }
        if (name[strspn (name, "_ .")] != '\0')
            g_ptr_array_add (actor->names, g_strdup (name));
    }
}

/* A name is in capitals, and its words are joined by underscores. */
static gboolean
is_prose (const char *name)
{
    gboolean lower = FALSE, blank = FALSE;
    for (const char *s = name; *s != '\0'; s++) {
        lower = lower || g_ascii_islower (*s);
        blank = blank || *s == ' ';
    }
    return lower && blank && strchr (name, '_') == NULL;
}

/* FALSE where the line is none of a dictionary. */
static gboolean
read_line (EntImport *import, Actor *actor, char *text, guint line)
{
    text[strcspn (text, ";{#")] = '\0'; /* comments */
    g_strstrip (text);
    if (text[0] == '\0' || text[0] == '<')
        return TRUE;
    gboolean is_set = strchr ("&!~", text[0]) != NULL, is_synonym = text[0] == '+';
    char *codes = text + strcspn (text, "[");
    g_autofree char *name = g_strndup (text + is_synonym, (gsize)(codes - text) - is_synonym);
    if (!is_set && is_prose (g_strstrip (name)))
        return FALSE;
    if (is_set || (!is_synonym && text[0] != '['))
        finish_actor (import, actor);
    if (actor->names->len == 0 && !actor->coded)
        import->line = line; /* it begins here */
    if (is_set) {
        ent_import_note (import, text, "sets of synonyms and agents left out");
        return TRUE;
    }
    add_names (import, actor, name);
    return read_codes (import, actor, codes);
}

static void
clear_tenure (gpointer data)
{
    Tenure *tenure = data;
    g_free (tenure->since);
    g_free (tenure->until);
}

gboolean
ent_import_actors (EntImport *import, EntLines *lines, GError **error)
{
    GError *problem = NULL;
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GArray) tenures = g_array_new (FALSE, FALSE, sizeof (Tenure));
    g_array_set_clear_func (tenures, clear_tenure);
    Actor actor = { .names = names, .tenures = tenures };
    while (ent_lines_next (lines, &problem)) {
        g_autofree char *shown = g_strdup (lines->text->str);
        if (read_line (import, &actor, lines->text->str, lines->number))
            continue;
        guint begun = import->line;
        import->line = lines->number;
        ent_import_note (import, g_strstrip (shown),
                         "lines left out that are neither NAME_, +SYNONYM_ nor [CODE]");
        import->line = begun;
    }
    if (problem == NULL)
        finish_actor (import, &actor);
    else
        g_propagate_error (error, problem);
    return problem == NULL;
}

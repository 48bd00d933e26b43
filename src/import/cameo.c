/* cameo.c - actor dictionaries of CAMEO, as PETRARCH and TABARI read them: names in capitals, and codes whose
 * first three letters are a state.
 *
 *   BARACK_OBAMA_  ; a comment
 *   +PRESIDENT_OBAMA_
 *       [USAGOV 20090120-20170120]
 *       [USAELI >20170120]
 */
#include <string.h>

#include "import.h"

enum { STATE_CODE = 3, MAX_CODE = 30 }; /* letters */

/* A name with its synonyms and codes, as far as it has been read. */
typedef struct {
    GPtrArray *names;  /* of char*, as written */
    const char *state; /* of the first code that has one, or NULL */
    gboolean coded;    /* has a code that is one */
    gboolean nobody;   /* [---] */
    gboolean dated;    /* a code with dates: a person's */
    gboolean has_role; /* a code of more than the state */
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

/* "BARACK_OBAMA_" -> "Barack Obama". A single word of up to three letters is taken for an acronym. */
static char *
name_of (const char *pattern)
{
    g_auto (GStrv) words = g_strsplit_set (pattern, "_ \t", -1);
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
    const char *state = ent_states_code (import->states, letters);
    gboolean dated = strpbrk (text, "<>") != NULL || strchr (text, '-') != NULL;
    if (actor->state == NULL)
        actor->state = state;
    else if (state != NULL && strcmp (state, actor->state) != 0)
        ent_import_note (import, code, "further states of an entry left out");
    actor->dated = actor->dated || dated;
    actor->has_role = actor->has_role || strlen (code) > STATE_CODE || state == NULL;
    if (strchr (text, '/') != NULL)
        ent_import_note (import, text, "second codes left out, behind a slash");
    if (state != NULL && code[STATE_CODE] != '\0')
        ent_import_note (import, actor->names->len > 0 ? actor->names->pdata[0] : NULL,
                         "roles %s left out%s, since they are no titles", code + STATE_CODE,
                         dated ? " with their dates" : "");
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
    *actor = (Actor){ .names = names };
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

/* FALSE where the line is none of a dictionary. */
static gboolean
read_line (EntImport *import, Actor *actor, char *text, guint line)
{
    text[strcspn (text, ";{")] = '\0'; /* comments */
    g_strstrip (text);
    if (text[0] == '\0' || text[0] == '#' || text[0] == '<')
        return TRUE;
    gboolean is_set = strchr ("&!~", text[0]) != NULL, is_synonym = text[0] == '+';
    if (is_set || (!is_synonym && text[0] != '['))
        finish_actor (import, actor);
    if (actor->names->len == 0 && !actor->coded)
        import->line = line; /* it begins here */
    if (is_set) {
        ent_import_note (import, text, "sets of synonyms and agents left out");
        return TRUE;
    }
    char *codes = text + strcspn (text, "[");
    g_autofree char *name = g_strndup (text + is_synonym, (gsize)(codes - text) - is_synonym);
    if (codes > text && strpbrk (name, ",]\"=") != NULL)
        return FALSE;
    if (g_strstrip (name)[0] != '\0')
        g_ptr_array_add (actor->names, g_steal_pointer (&name));
    return read_codes (import, actor, codes);
}

gboolean
ent_import_actors (EntImport *import, EntLines *lines, GError **error)
{
    GError *problem = NULL;
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    Actor actor = { .names = names };
    while (problem == NULL && ent_lines_next (lines, &problem))
        if (!read_line (import, &actor, lines->text->str, lines->number))
            g_set_error (&problem, ENT_ERROR, ENT_ERROR_FORMAT,
                         "%s:%u: no line of an actor dictionary: NAME_, +SYNONYM_ or [CODE] expected",
                         lines->path, lines->number);
    if (problem == NULL)
        finish_actor (import, &actor);
    else
        g_propagate_error (error, problem);
    return problem == NULL;
}

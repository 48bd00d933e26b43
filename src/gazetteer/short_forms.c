/* short_forms.c - short forms of officials' names: "Velayati", "al-Assad", "Xi". */
#include <stdlib.h>
#include <string.h>

#include "load.h"

/* The lists of words stand in alphabetical order, in lower case. */

/* Words that stand before a name and are no given name. */
static const char *const titles[] = {
    "admiral", "ambassador", "archbishop", "ayatollah", "baron",     "baroness", "bishop",    "capt",
    "captain", "cardinal",   "chancellor", "cmdr",      "col",       "colonel",  "commander", "crown",
    "dalai",   "dame",       "dr",         "duchess",   "duke",      "emir",     "emperor",   "empress",
    "gen",     "general",    "governor",   "grand",     "imam",      "king",     "lady",      "lieutenant",
    "lord",    "lt",         "maj",        "mayor",     "minister",  "mr",       "mrs",       "ms",
    "mullah",  "pope",       "premier",    "president", "prince",    "princess", "prof",      "professor",
    "queen",   "rabbi",      "rep",        "rev",       "secretary", "sen",      "senator",   "sgt",
    "sheik",   "sheikh",     "sir",        "sultan"
};

/* Words that stay with the family name after them. */
static const char *const particles[] = {
    "abu", "al", "bin", "da", "das", "de", "del", "della", "den", "der",
    "di",  "do", "dos", "el", "ibn", "la", "le",  "ter",   "van", "von"
};

/* States, by id, where the family name comes first. Hungary and Japan turn their names round for
 * foreign newspapers. */
static const char *const family_first_states[] = { "cambodia", "china",   "north-korea", "south-korea",
                                                   "taiwan",   "vietnam", NULL };

static int
compare_words (const void *word, const void *listed)
{
    return strcmp (word, *(const char *const *)listed);
}

/* A full stop behind the word does not count. */
static gboolean
is_listed (const char *const *list, gsize n, const char *word)
{
    char lower[16]; /* longer than any word of the lists */
    gsize length = strlen (word);
    if (length > 1 && word[length - 1] == '.')
        length--;
    if (length >= sizeof lower)
        return FALSE;
    for (gsize i = 0; i < length; i++)
        lower[i] = g_ascii_tolower (word[i]);
    lower[length] = '\0';
    return bsearch (lower, list, n, sizeof *list, compare_words) != NULL;
}

#define IS_IN(list, word) is_listed (list, G_N_ELEMENTS (list), word)

/* J. or D.J. or W */
static gboolean
is_initial (const char *word)
{
    guint letters = 0;
    const char *s = word;
    while (g_unichar_isalpha (g_utf8_get_char (s))) {
        letters++;
        s = g_utf8_next_char (s);
        if (*s != '.')
            break;
        s++;
    }
    return letters > 0 && *s == '\0' && (letters == 1 || s[-1] == '.');
}

static gboolean
is_suffix (const char *word)
{
    static const char *const suffixes[] = { "jr", "sr" };
    return strspn (word, "IVX") == strlen (word) || IS_IN (suffixes, word);
}

/* "of" and "the" tell a title from a name; "al-Assad" and "d'Alema" begin small and are names. */
static gboolean
is_part_of_name (const char *word)
{
    if (!g_unichar_islower (g_utf8_get_char (word)) || IS_IN (particles, word))
        return TRUE;
    const char *joint = strpbrk (word, "-'");
    if (joint == NULL)
        joint = strstr (word, "\u2019");
    return joint != NULL && g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (joint)));
}

/* "Ki-moon": a Korean or Chinese given name, so that the family name came first. */
static gboolean
is_eastern_given_name (const char *word)
{
    const char *hyphen = strchr (word, '-');
    return hyphen != NULL && g_unichar_isupper (g_utf8_get_char (word)) &&
           g_unichar_islower (g_utf8_get_char (hyphen + 1));
}

static char *
join (char **words, guint n)
{
    GString *joined = g_string_new (words[0]);
    for (guint i = 1; i < n; i++) {
        g_string_append_c (joined, ' ');
        g_string_append (joined, words[i]);
    }
    return g_string_free (joined, FALSE);
}

static void
take_form (GPtrArray *forms, char *form)
{
    if (g_utf8_strlen (form, 3) > 1 && !g_ptr_array_find_with_equal_func (forms, form, g_str_equal, NULL))
        g_ptr_array_add (forms, form);
    else
        g_free (form);
}

/* The family name with its particles; after an Arabic article also the bare name. No particle
 * stands before words[first]. */
static void
add_family_name (GPtrArray *forms, char **words, guint n, guint first)
{
    guint start = n - 1;
    while (start > first && IS_IN (particles, words[start - 1]))
        start--;
    take_form (forms, join (words + start, n - start));

    static const char *const articles[] = { "al", "el" };
    const char *last = words[n - 1];
    if (start + 1 < n && IS_IN (articles, words[n - 2]))
        take_form (forms, g_strdup (last));
    else if (g_ascii_strncasecmp (last, "al-", 3) == 0 || g_ascii_strncasecmp (last, "el-", 3) == 0)
        take_form (forms, g_strdup (last + 3));
}

static gboolean
has_family_name_first (char **words, guint n, const char *state)
{
    if (state != NULL && g_strv_contains (family_first_states, state))
        return TRUE;
    return n <= 3 && is_eastern_given_name (words[n - 1]);
}

static gboolean
can_be_shortened (char **words, guint n)
{
    if (!g_unichar_isalpha (g_utf8_get_char (words[0])))
        return FALSE;
    for (guint i = 0; i < n; i++)
        if (!is_part_of_name (words[i]))
            return FALSE;
    return !g_unichar_islower (g_utf8_get_char (words[0]));
}

static void
add_short_forms (GPtrArray *forms, char **words, guint n, gboolean titled, const char *state)
{
    if (n < 2 || !can_be_shortened (words, n))
        return;
    if (has_family_name_first (words, n, state)) {
        take_form (forms, g_strdup (words[0]));
        return;
    }
    if (is_initial (words[n - 1]))
        return;
    guint rest = 1;
    while (is_initial (words[rest]))
        rest++;
    if (rest < n - 1)
        take_form (forms, join (words + rest, n - rest));
    /* López Obrador, Peña Nieto: two family names behind a given name, or behind two */
    if (n > 2 && !titled && !IS_IN (particles, words[n - 2]) && !is_initial (words[n - 2]))
        take_form (forms, join (words + n - 2, 2));
    /* of "Sheikh al Sabah" no given name is left that a particle could not be */
    add_family_name (forms, words, n, titled ? 0 : 1);
}

/* Drops what is empty, and the comma of "Bush, Jr."; how many words are left. */
static guint
tidy_words (char **words)
{
    guint n = 0;
    for (guint i = 0; words[i] != NULL; i++) {
        if (g_str_has_suffix (words[i], ","))
            words[i][strlen (words[i]) - 1] = '\0';
        if (words[i][0] == '\0')
            g_free (words[i]);
        else
            words[n++] = words[i];
    }
    words[n] = NULL;
    return n;
}

char **
ent_name_short_forms (const char *name, const char *state)
{
    g_auto (GStrv) words = g_strsplit_set (name, " \t\n", -1);
    GPtrArray *forms = g_ptr_array_new ();
    guint skip = 0, n = tidy_words (words);

    while (n > 0 && is_suffix (words[n - 1]))
        n--;
    while (skip < n && IS_IN (titles, words[skip]))
        skip++;
    if (skip < n)
        add_short_forms (forms, words + skip, n - skip, skip > 0, state);
    g_ptr_array_add (forms, NULL);
    return (char **)g_ptr_array_free (forms, FALSE);
}

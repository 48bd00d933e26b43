/* short_forms.c - short forms of officials' names: "Velayati", "al-Assad", "Xi". */
#include <string.h>

#include "load.h"
#include "text/fold.h"

/* What a word is in a name: the lists of data/persons.yaml. */
enum {
    TITLE = 1 << 0,
    SUFFIX = 1 << 1,
    PARTICLE = 1 << 2,
    ARTICLE = 1 << 3,
    PATRONYMIC = 1 << 4,
    TWO_FAMILY_NAMES = 1 << 5,
    FAMILY_FIRST = 1 << 6 /* of the id of a state */
};

static const struct {
    const char *key;
    guint bit;
} lists[] = { { "titles", TITLE },
              { "suffixes", SUFFIX },
              { "particles", PARTICLE },
              { "articles", ARTICLE },
              { "patronymic", PATRONYMIC },
              { "two_family_names", TWO_FAMILY_NAMES },
              { "family_first", FAMILY_FIRST } };

static GHashTable *
read_lists (void)
{
    GStringChunk *strings = g_string_chunk_new (4096);
    GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (EntYaml) document = ent_yaml_built_in ("persons.yaml", strings);
    for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
        const EntYaml *list = ent_yaml_get (document, lists[i].key), *end = ent_yaml_end (list);
        for (const EntYaml *word = ent_yaml_first (list); word != end; word = ent_yaml_next (word)) {
            guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (words, word->text)) | lists[i].bit;
            g_hash_table_insert (words, (gpointer)g_intern_string (word->text), GUINT_TO_POINTER (bits));
        }
    }
    g_string_chunk_free (strings);
    return words;
}

/* The lists, read once for all gazetteers. */
static GHashTable *
known_words (void)
{
    static GHashTable *words;
    static gsize once;
    if (g_once_init_enter (&once)) {
        words = read_lists ();
        g_once_init_leave (&once, 1);
    }
    return words;
}

/* A full stop behind the word does not count. */
static gboolean
is_listed (const char *word, guint bits)
{
    char folded[ENT_FOLD_ROOM];
    gsize length = strlen (word);
    if (length > 1 && word[length - 1] == '.')
        length--;
    ent_fold (word, (EntSpan){ 0, length }, FALSE, folded);
    return (GPOINTER_TO_UINT (g_hash_table_lookup (known_words (), folded)) & bits) != 0;
}

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
    return strspn (word, "IVX") == strlen (word) || is_listed (word, SUFFIX);
}

/* "of" and "the" tell a title from a name; "al-Assad" and "d'Alema" begin small and are names. */
static gboolean
is_part_of_name (const char *word)
{
    if (!g_unichar_islower (g_utf8_get_char (word)) || is_listed (word, PARTICLE))
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

/* Where the family name starts that ends at words[last], its particles included. No particle stands before
 * words[first]. */
static guint
family_name_start (char **words, guint last, guint first)
{
    while (last > first && is_listed (words[last - 1], PARTICLE))
        last--;
    return last;
}

/* The family name with its particles; after an Arabic article also the bare name. */
static void
add_family_name (GPtrArray *forms, char **words, guint n, guint first)
{
    guint start = family_name_start (words, n - 1, first);
    take_form (forms, join (words + start, n - start));

    const char *last = words[n - 1];
    if (start + 1 < n && is_listed (words[n - 2], ARTICLE))
        take_form (forms, g_strdup (last));
    else if (g_ascii_strncasecmp (last, "al-", 3) == 0 || g_ascii_strncasecmp (last, "el-", 3) == 0)
        take_form (forms, g_strdup (last + 3));
}

/* "López Obrador", "Lula da Silva", "Fernández de Kirchner" */
static void
add_two_family_names (GPtrArray *forms, char **words, guint n)
{
    guint given = 0;
    while (given < n &&
           (is_listed (words[given], TWO_FAMILY_NAMES) || (given > 0 && is_initial (words[given]))))
        given++;
    guint second = family_name_start (words, n - 1, 1);
    if (given == 0 || second <= given)
        return;
    guint first = family_name_start (words, second - 1, 1);
    if (!is_initial (words[first]))
        take_form (forms, join (words + first, n - first));
}

static gboolean
has_family_name_first (char **words, guint n, const char *state)
{
    if (state != NULL && (GPOINTER_TO_UINT (g_hash_table_lookup (known_words (), state)) & FAMILY_FIRST) != 0)
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
    add_two_family_names (forms, words, n);
    if (rest + 2 < n && is_listed (words[rest], PATRONYMIC))
        take_form (forms, join (words + rest, 2));
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
    guint skip = 0, n_words = tidy_words (words), n = n_words;

    while (n > 0 && is_suffix (words[n - 1]))
        n--;
    while (skip < n && is_listed (words[skip], TITLE))
        skip++;
    if (n > 1 && n < n_words && skip < n && can_be_shortened (words, n)) /* Sam Example Jr. */
        take_form (forms, join (words, n));
    if (skip < n)
        add_short_forms (forms, words + skip, n - skip, skip > 0, state);
    if (n < n_words && n > skip + 1 && can_be_shortened (words, n)) { /* Example Jr. */
        guint start = family_name_start (words, n - 1, skip + 1);
        take_form (forms, join (words + start, n_words - start));
    }
    g_ptr_array_add (forms, NULL);
    return (char **)g_ptr_array_free (forms, FALSE);
}

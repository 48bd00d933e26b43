/* spelling.c - skeletons and edit distances of words. */
#include "spelling.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { MAX_LETTERS = 48, FAR = 99 }; /* a longer word is cut; no name is that long */

/* ---- Latin letters ---- */

static char *
romanise (const char *word)
{
    enum { ROOM = 4 * MAX_LETTERS };
    UErrorCode status = U_ZERO_ERROR;
    UChar text[ROOM];
    char latin[3 * ROOM + 1];
    int32_t length = 0, limit;
    g_autofree char *valid = g_utf8_make_valid (word, -1);
    g_autofree char *cut = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_LETTERS));
    u_strFromUTF8 (text, ROOM, &length, cut, -1, &status);
    UTransliterator *transliterator =
        utrans_openU (u"Any-Latin; Latin-ASCII; Lower", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE (status))
        return g_ascii_strdown (word, -1);
    limit = length;
    utrans_transUChars (transliterator, text, &length, ROOM, 0, &limit, &status);
    utrans_close (transliterator);
    u_strToUTF8 (latin, sizeof latin, NULL, text, length, &status);
    return U_SUCCESS (status) ? g_strdup (latin) : g_ascii_strdown (word, -1);
}

/* ---- sounds ---- */

/* Longest first. Capitals are sounds that have no letter of their own. */
static const struct {
    const char *spelled, *sound;
} sounds[] = {
    { "shch", "S" }, { "tsch", "C" }, { "sch", "S" }, { "tch", "C" }, { "dzh", "j" }, { "kh", "H" },
    { "sh", "S" },   { "zh", "Z" },   { "ch", "C" },  { "gh", "g" },  { "dh", "d" },  { "th", "t" },
    { "ph", "f" },   { "dj", "j" },   { "ts", "z" },  { "tz", "z" },  { "ck", "k" },  { "ce", "se" },
    { "ci", "si" },  { "cy", "si" },  { "ou", "u" },  { "oo", "u" },  { "ee", "i" },  { "c", "k" },
    { "q", "k" },    { "x", "ks" },   { "w", "v" },   { "y", "i" },
};

static gboolean
is_vowel (char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static char *
to_letters (const char *latin)
{
    GString *letters = g_string_new (NULL);
    while (*latin != '\0' && letters->len < MAX_LETTERS) {
        if (*latin == 'j' && !is_vowel (latin[1])) { /* Mikhajlov */
            latin++;
            g_string_append_c (letters, 'i');
            continue;
        }
        char one[2] = { g_ascii_islower (*latin) ? *latin : '\0', '\0' };
        const char *sound = one;
        gsize n = 1;
        for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
            if (g_str_has_prefix (latin, sounds[i].spelled)) {
                sound = sounds[i].sound;
                n = strlen (sounds[i].spelled);
                break;
            }
        latin += n;
        for (; *sound != '\0'; sound++)
            if (letters->len == 0 || letters->str[letters->len - 1] != *sound) /* a double letter is one */
                g_string_append_c (letters, *sound);
    }
    return g_string_free (letters, FALSE);
}

/* One of the consonants that are taken for each other, for all of them; '\0' for what a spelling may leave out. */
static char
group_of (char c)
{
    switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'h':
    case 'H':
        return '\0';
    case 'g':
        return 'k';
    case 'd':
        return 't';
    case 'z':
    case 'S':
    case 'Z':
    case 'C':
    case 'j':
        return 's';
    case 'v':
        return 'f';
    default:
        return c;
    }
}

static char *
to_skeleton (const char *letters)
{
    GString *skeleton = g_string_new (is_vowel (*letters) ? "a" : NULL);
    for (; *letters != '\0'; letters++)
        if (group_of (*letters) != '\0')
            g_string_append_c (skeleton, group_of (*letters));
    return g_string_free (skeleton, FALSE);
}

EntSpelling *
ent_spelling_new (const char *word)
{
    EntSpelling *spelling = g_new (EntSpelling, 1);
    g_autofree char *latin = g_str_is_ascii (word) ? g_ascii_strdown (word, -1) : romanise (word);
    spelling->letters = to_letters (latin);
    spelling->skeleton = to_skeleton (spelling->letters);
    return spelling;
}

void
ent_spelling_free (EntSpelling *spelling)
{
    if (spelling == NULL)
        return;
    g_free (spelling->letters);
    g_free (spelling->skeleton);
    g_free (spelling);
}

/* ---- how far apart ---- */

/* What it costs to write one for the other: vowels that stand beside each other in the mouth are near. */
static guint
exchange_cost (char a, char b)
{
    static const char *const near_vowels[] = { "ou", "ei", "ae", "ao", "iu" };
    if (a == b)
        return 0;
    if (is_vowel (a) && is_vowel (b)) {
        for (gsize i = 0; i < G_N_ELEMENTS (near_vowels); i++)
            if (strchr (near_vowels[i], a) != NULL && strchr (near_vowels[i], b) != NULL)
                return 1;
        return 2;
    }
    if (is_vowel (a) || is_vowel (b))
        return FAR;
    return group_of (a) == group_of (b) ? 1 : FAR;
}

static guint
drop_cost (char c)
{
    return group_of (c) == '\0' ? 1 : FAR;
}

static guint
distance (const char *a, const char *b)
{
    guint rows[2][2 * MAX_LETTERS + 1];
    gsize n = strlen (b);
    rows[0][0] = 0;
    for (gsize j = 1; j <= n; j++)
        rows[0][j] = rows[0][j - 1] + drop_cost (b[j - 1]);
    for (gsize i = 1; a[i - 1] != '\0'; i++) {
        const guint *above = rows[(i - 1) % 2];
        guint *row = rows[i % 2];
        row[0] = above[0] + drop_cost (a[i - 1]);
        for (gsize j = 1; j <= n; j++) {
            guint least = above[j - 1] + exchange_cost (a[i - 1], b[j - 1]);
            least = MIN (least, above[j] + drop_cost (a[i - 1]));
            row[j] = MIN (least, row[j - 1] + drop_cost (b[j - 1]));
        }
    }
    return rows[strlen (a) % 2][n];
}

gboolean
ent_spelling_is_alike (const EntSpelling *a, const EntSpelling *b)
{
    if (a->letters[0] == '\0' || strcmp (a->skeleton, b->skeleton) != 0)
        return FALSE;
    gsize longer = MAX (strlen (a->letters), strlen (b->letters));
    guint limit = longer < 4 ? 0 : longer < 7 ? 1 : 2;
    return distance (a->letters, b->letters) <= limit;
}

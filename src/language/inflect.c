/* inflect.c - the regular endings of English. */
#include "inflect.h"

#include <glib.h>
#include <string.h>

static gboolean
is_vowel (char c)
{
    return strchr ("aeiou", c) != NULL;
}

/* One stressed syllable that ends in vowel and consonant doubles it: plan, planned. Longer verbs that do so are in
 * the list of irregular ones. */
static gboolean
doubles_last (const char *base, gsize n)
{
    if (n < 3 || strchr ("wxy", base[n - 1]) != NULL || is_vowel (base[n - 1]) || !is_vowel (base[n - 2]))
        return FALSE;
    for (gsize i = 0; i + 2 < n; i++)
        if (is_vowel (base[i]))
            return FALSE;
    return TRUE;
}

char *
ent_inflect (const char *base, const char *ending)
{
    gsize n = strlen (base);
    gboolean with_s = ending[0] == 's';
    gboolean y = base[n - 1] == 'y' && n > 1 && !is_vowel (base[n - 2]);
    if (with_s) {
        if (y)
            return g_strdup_printf ("%.*sies", (int)(n - 1), base);
        if (strchr ("sxzo", base[n - 1]) != NULL || g_str_has_suffix (base, "ch") ||
            g_str_has_suffix (base, "sh"))
            return g_strconcat (base, "es", NULL);
        return g_strconcat (base, "s", NULL);
    }
    if (base[n - 1] == 'e' && n > 2 && !(ending[0] == 'i' && strchr ("eoy", base[n - 2]) != NULL)) {
        if (ending[0] == 'i' && base[n - 2] == 'i')
            return g_strdup_printf ("%.*sying", (int)(n - 2), base);
        return g_strdup_printf ("%.*s%s", (int)(n - 1), base, ending);
    }
    if (y && ending[0] == 'e')
        return g_strdup_printf ("%.*sied", (int)(n - 1), base);
    if (doubles_last (base, n))
        return g_strdup_printf ("%s%c%s", base, base[n - 1], ending);
    return g_strconcat (base, ending, NULL);
}

char *
ent_singular (const char *plural)
{
    gsize length = strlen (plural);
    if (g_str_has_suffix (plural, "men"))
        return g_strdup_printf ("%.*sman", (int)length - 3, plural);
    return g_strndup (plural, length > 0 ? length - 1 : 0);
}

gboolean
ent_is_collective (const char *folded)
{
    static const char *const endings[] = { "ese", "sh", "ch", "ss" };
    for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
        if (g_str_has_suffix (folded, endings[i]))
            return TRUE;
    return FALSE;
}

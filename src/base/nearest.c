/* nearest.c - edit distance, and the nearest of a few known words. */
#include "nearest.h"

enum { MAX_LENGTH = 128, MAX_SHOWN = 60 };

static gboolean
decode (const char *text, gunichar *characters, guint *length)
{
    guint n = 0;
    for (const char *s = text; *s != '\0'; s = g_utf8_next_char (s)) {
        if (n == MAX_LENGTH)
            return FALSE;
        characters[n++] = g_utf8_get_char (s);
    }
    *length = n;
    return TRUE;
}

guint
ent_edit_distance (const char *a, const char *b, guint limit)
{
    gunichar x[MAX_LENGTH], y[MAX_LENGTH];
    guint rows[3][MAX_LENGTH + 1], n, m;
    if (!decode (a, x, &n) || !decode (b, y, &m) || MAX (n, m) - MIN (n, m) > limit)
        return limit + 1;

    for (guint j = 0; j <= m; j++)
        rows[0][j] = j;
    for (guint i = 1; i <= n; i++) {
        guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
        guint least = row[0] = i;
        for (guint j = 1; j <= m; j++) {
            row[j] = above[j - 1] + (x[i - 1] != y[j - 1]);
            row[j] = MIN (row[j], MIN (above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                row[j] = MIN (row[j], two_above[j - 2] + 1);
            least = MIN (least, row[j]);
        }
        if (least > limit)
            return limit + 1;
    }
    return MIN (rows[n % 3][m], limit + 1);
}

const char *
ent_nearest (const char *word, const char *const *known)
{
    const char *nearest = NULL;
    guint best = G_MAXUINT;
    if (!g_utf8_validate (word, -1, NULL)) /* as an argument or a path may be */
        return NULL;
    for (; *known != NULL; known++) {
        if (!g_utf8_validate (*known, -1, NULL))
            continue;
        glong longer = MAX (g_utf8_strlen (word, MAX_LENGTH), g_utf8_strlen (*known, -1));
        guint limit = MAX (1, (guint)longer / 3);
        guint distance = ent_edit_distance (word, *known, limit);
        if (distance <= limit && distance < best) {
            best = distance;
            nearest = *known;
        }
    }
    return nearest;
}

char *
ent_quote (const char *word)
{
    GString *quoted = g_string_new ("'");
    g_autofree char *valid = g_utf8_make_valid (word, -1); /* a path can be any bytes */
    guint n = 0;
    for (const char *s = valid; *s != '\0'; s = g_utf8_next_char (s)) {
        if (n++ == MAX_SHOWN) {
            g_string_append (quoted, "…");
            break;
        }
        gunichar c = g_utf8_get_char (s);
        g_string_append_unichar (quoted, g_unichar_isprint (c) ? c : 0xFFFD);
    }
    g_string_append_c (quoted, '\'');
    return g_string_free (quoted, FALSE);
}

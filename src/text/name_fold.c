/* name_fold.c - whole names folded for look-up, case, diacritics and punctuation apart. */
#include "name_fold.h"

#include <string.h>

/* What has no decomposition, and the several apostrophes. */
static gunichar
plain_form (gunichar c)
{
    static const struct {
        gunichar from, to;
    } plain[] = { { 0x0131, 'i' },  { 0x00F8, 'o' },  { 0x0142, 'l' }, { 0x0111, 'd' },
                  { 0x2018, '\'' }, { 0x2019, '\'' }, { 0x02BC, '\'' } };
    for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
        if (c == plain[i].from)
            return plain[i].to;
    return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION ? ' ' : c;
}

static void
append_folded (GString *folded, gunichar c)
{
    if (c >= 0x80 || !g_ascii_isalnum ((char)c))
        c = plain_form (c);
    gboolean is_extra_blank = c == ' ' && (folded->len == 0 || folded->str[folded->len - 1] == ' ');
    if (c < 0x80 && !is_extra_blank)
        g_string_append_c (folded, (char)c);
    else if (c >= 0x80 && !g_unichar_ismark (c))
        g_string_append_unichar (folded, c);
}

char *
ent_name_fold (const char *name)
{
    g_autofree char *plain = NULL;
    if (g_str_is_ascii (name)) {
        plain = g_ascii_strdown (name, -1);
    } else {
        g_autofree char *valid = g_utf8_make_valid (name, -1);
        g_autofree char *cased = g_utf8_casefold (valid, -1);
        plain = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
    }
    GString *folded = g_string_sized_new (strlen (plain));
    for (const char *s = plain; *s != '\0'; s = g_utf8_next_char (s))
        append_folded (folded, g_utf8_get_char (s));
    if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
        g_string_truncate (folded, folded->len - 1);
    return g_string_free (folded, FALSE);
}

/* label.c - other people's text made safe for Graphviz. */
#include <string.h>

#include "label.h"

#define ELLIPSIS "…"

static gboolean
xml_character (gunichar c)
{
    return c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !g_unichar_iscntrl (c);
}

char *
ent_label_clean (const char *text)
{
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    GString *clean = g_string_sized_new (strlen (valid));
    gboolean space = FALSE;
    for (const char *s = valid; *s != '\0'; s = g_utf8_next_char (s)) {
        gboolean plain = g_ascii_isgraph (*s); /* most are, and need no look-up */
        gunichar c = plain ? (guchar)*s : g_utf8_get_char (s);
        if (!plain && g_unichar_isspace (c)) {
            space = clean->len > 0;
        } else if (plain || xml_character (c)) {
            if (space)
                g_string_append_c (clean, ' ');
            space = FALSE;
            if (plain)
                g_string_append_c (clean, *s);
            else
                g_string_append_unichar (clean, c);
        }
    }
    return g_string_free (clean, FALSE);
}

char *
ent_label_shorten (const char *text, gsize max)
{
    if ((gsize)g_utf8_strlen (text, -1) <= max)
        return g_strdup (text);
    g_autofree char *head = g_utf8_substring (text, 0, (glong)max - 1);
    return g_strconcat (g_strchomp (head), ELLIPSIS, NULL);
}

/* Graphviz would show "&lt;" as "<", and write "&#1;" and even "&;" into an SVG as they are, which no XML may hold. */
static gboolean
looks_like_reference (const char *s)
{
    const char *p = s + 1;
    if (*p == '#')
        p++;
    while (g_ascii_isalnum (*p))
        p++;
    return *p == ';';
}

/* Appends up to ENT_LABEL_MAX bytes of the escaped text; an escape is never cut in two. */
static void
append_escaped (GString *out, const char *text, gboolean quoted)
{
    g_autofree char *clean = ent_label_clean (text);
    gsize start = out->len, fits = start; /* fits: where the ellipsis could still stand */
    for (const char *s = clean; *s != '\0'; s = g_utf8_next_char (s)) {
        if (*s == '\\')
            g_string_append (out, "\\\\");
        else if (*s == '"' && quoted)
            g_string_append (out, "&quot;"); /* an escape would part the string for many a reader */
        else if (*s == '&' && looks_like_reference (s))
            g_string_append (out, "&amp;");
        else if ((guchar)*s < 0x80)
            g_string_append_c (out, *s);
        else
            g_string_append_len (out, s, g_utf8_next_char (s) - s);
        if (out->len - start > ENT_LABEL_MAX) {
            g_string_truncate (out, fits);
            g_string_append (out, ELLIPSIS);
            return;
        }
        if (out->len - start <= ENT_LABEL_MAX - strlen (ELLIPSIS))
            fits = out->len;
    }
}

char *
ent_label_value (const char *text)
{
    GString *value = g_string_new (NULL);
    append_escaped (value, text, FALSE);
    return g_string_free (value, FALSE);
}

void
ent_label_quote (GString *out, const char *text)
{
    g_string_append_c (out, '"');
    append_escaped (out, text, TRUE);
    g_string_append_c (out, '"');
}

char *
ent_label_name (const char *text)
{
    enum { LONGEST = 1000 }; /* characters, so that escaping cannot take it over ENT_LABEL_MAX */
    g_autofree char *clean = ent_label_clean (text);
    g_autofree char *name = ent_label_shorten (clean, LONGEST);
    if (strcmp (name, text) == 0)
        return g_steal_pointer (&name);
    g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
    return g_strdup_printf ("%s-%.16s", name, sum);
}

char *
ent_label_url (const char *text)
{
    const char *rest;
    if (g_ascii_strncasecmp (text, "http://", 7) == 0)
        rest = text + 7;
    else if (g_ascii_strncasecmp (text, "https://", 8) == 0)
        rest = text + 8;
    else
        return NULL;
    g_autofree char *clean = ent_label_clean (text);
    if (*rest == '\0' || strcmp (clean, text) != 0 || strpbrk (text, " \"<>\\") != NULL)
        return NULL;
    GString *url = g_string_new (text);
    for (gsize i = 0; i < url->len; i++)
        if (url->str[i] == '&')
            g_string_insert (url, (gssize)i + 1, "amp;");
    if (url->len <= ENT_LABEL_MAX)
        return g_string_free (url, FALSE);
    g_string_free (url, TRUE);
    return NULL;
}

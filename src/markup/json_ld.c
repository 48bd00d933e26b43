/* json_ld.c - looks through JSON string by string: the places of strings matter, which json-glib does not tell, and the
 * data of many pages are no good JSON. Only the names of members count, wherever they stand. */
#include "json_ld.h"

#include <string.h>

#include "taking.h"

/* The inside of the string whose opening quote is at p; *p moves behind the closing one. */
static EntSpan
read_string (const char *page, const char **p, const char *end)
{
    const char *start = ++*p;
    while (*p < end && **p != '"')
        *p += **p == '\\' && *p + 1 < end ? 2 : 1;
    EntSpan inside = { (gsize)(start - page), (gsize)(*p - page) };
    *p += *p < end;
    return inside;
}

static const char *
skip_space (const char *p, const char *end)
{
    while (p < end && g_ascii_isspace (*p))
        p++;
    return p;
}

static gboolean
is_named (const char *page, EntSpan name, const char *word)
{
    return name.end - name.start == strlen (word) &&
           g_ascii_strncasecmp (page + name.start, word, name.end - name.start) == 0;
}

static void
note_date (char **date, const char *page, EntSpan value)
{
    if (*date == NULL && value.end > value.start)
        *date = g_strndup (page + value.start, value.end - value.start);
}

static void
note_member (EntJsonLd *data, const char *page, EntSpan name, EntSpan value)
{
    if (is_named (page, name, "datePublished"))
        note_date (&data->published, page, value);
    else if (is_named (page, name, "dateModified"))
        note_date (&data->modified, page, value);
    else if (is_named (page, name, "headline") && data->headline.end == data->headline.start)
        data->headline = value;
    /* the longest, where others have teasers of theirs */
    else if (is_named (page, name, "articleBody") &&
             value.end - value.start > data->body.end - data->body.start)
        data->body = value;
}

void
ent_json_ld_read (EntJsonLd *data, const char *page, gsize length, const GString *script)
{
    /* The parser changes nothing in a script. */
    const char *p = script->len > 0 && data->searched < length
                        ? memmem (page + data->searched, length - data->searched, script->str, script->len)
                        : NULL;
    if (p == NULL)
        return;
    const char *end = p + script->len;
    while ((p = memchr (p, '"', (gsize)(end - p))) != NULL) {
        EntSpan name = read_string (page, &p, end);
        p = skip_space (p, end);
        if (p == end || *p != ':')
            continue;
        p = skip_space (p + 1, end);
        if (p < end && *p == '"')
            note_member (data, page, name, read_string (page, &p, end));
    }
    data->searched = (gsize)(end - page);
}

void
ent_json_ld_clear (EntJsonLd *data)
{
    g_free (data->published);
    g_free (data->modified);
    *data = (EntJsonLd){ 0 };
}

gboolean
ent_json_ld_has_body (const EntJsonLd *data)
{
    return data->body.end > data->body.start;
}

/* The unit of UTF-16 that \uXXXX at p stands for; G_MAXUINT32 if it is none. */
static gunichar
utf16_unit (const char *p, const char *end)
{
    gunichar unit = 0;
    if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
        return G_MAXUINT32;
    for (guint i = 2; i < 6; i++) {
        if (!g_ascii_isxdigit (p[i]))
            return G_MAXUINT32;
        unit = unit << 4 | (gunichar)g_ascii_xdigit_value (p[i]);
    }
    return unit;
}

/* The character that the escape at p stands for, and how many bytes it takes; 0 for none. */
static gunichar
read_escape (const char *p, const char *end, gsize *taken)
{
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    *taken = MIN (2, (gsize)(end - p));
    gunichar unit = utf16_unit (p, end);
    if (unit == G_MAXUINT32) {
        const char *letter = *taken == 2 ? strchr (letters, p[1]) : NULL;
        return letter != NULL && *letter != '\0' ? (gunichar)meant[letter - letters]
               : *taken == 2                     ? (guchar)p[1]
                                                 : 0;
    }
    *taken = 6;
    if (unit < 0xD800 || unit >= 0xE000)
        return unit;
    gunichar low = unit < 0xDC00 ? utf16_unit (p + 6, end) : 0;
    if (low < 0xDC00 || low >= 0xE000)
        return 0xFFFD;
    *taken = 12;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

static void
take_string (EntTaking *taking, EntSpan string)
{
    const char *p = taking->source + string.start, *end = taking->source + string.end;
    while (p < end) {
        const char *escape = memchr (p, '\\', (gsize)(end - p));
        gsize plain = (gsize)((escape != NULL ? escape : end) - p);
        if (plain > 0)
            ent_taking_keep (taking, (gsize)(p - taking->source), plain, FALSE);
        p += plain;
        if (p == end)
            return;
        gsize length;
        gunichar c = read_escape (p, end, &length);
        char utf8[6];
        gsize at = (gsize)(p - taking->source);
        if (c >= 0x80 && (guchar)p[1] >= 0x80) /* an escaped byte of a longer character: the backslash goes */
            length = 1;
        else if (c != 0)
            ent_taking_replace (taking, (EntSpan){ at, at + length }, utf8,
                                (gsize)g_unichar_to_utf8 (c, utf8));
        p += length;
    }
}

EntText
ent_json_ld_body (const EntJsonLd *data, const EntText *page)
{
    EntText body = { page->text, page->length, FALSE, NULL };
    EntTaking taking;
    ent_taking_init (&taking, page->text, page->length);
    if (data->headline.end > data->headline.start && data->headline.end <= data->body.start) {
        take_string (&taking, data->headline);
        ent_taking_newlines (&taking, 2);
    }
    take_string (&taking, data->body);
    ent_taking_finish (&taking, &body);
    return body;
}

char *
ent_json_ld_headline (const EntJsonLd *data, const EntText *page)
{
    if (data->headline.end == data->headline.start)
        return NULL;
    EntTaking taking;
    ent_taking_init (&taking, page->text, page->length);
    take_string (&taking, data->headline);
    char *headline = g_string_free (g_steal_pointer (&taking.text), FALSE);
    ent_taking_clear (&taking);
    return headline;
}

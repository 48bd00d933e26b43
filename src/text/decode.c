/* decode.c - encodings. A clean UTF-8 file passes through untouched, at the speed of memory. */
#include "decode.h"

#include <string.h>

#include "charset.h"

/* Files that may lack a NUL byte and yet are no text. */
static const struct {
    const char *start, *name;
} binaries[] = {
    { "%PDF-", "PDF" },        { "PK\003\004", "ZIP" },    { "\037\213", "gzip" },
    { "\211PNG", "PNG" },      { "\377\330\377", "JPEG" }, { "GIF8", "GIF" },
    { "{\\rtf", "Rich Text" }, { "BZh", "bzip2" },         { "\3757zXZ", "xz" },
};

gunichar
ent_windows1252 (guchar byte)
{
    static const guint16 high[32] = { 0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                      0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                      0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178 };
    return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}

const char *
ent_skip_ascii (const char *p, const char *end)
{
    guint64 bytes;
    for (; end - p >= (gssize)sizeof bytes; p += sizeof bytes) {
        memcpy (&bytes, p, sizeof bytes);
        guint64 high = GUINT64_FROM_LE (bytes) & G_GUINT64_CONSTANT (0x8080808080808080);
        if (high != 0)
            return p + __builtin_ctzll (high) / 8;
    }
    while (p < end && (guchar)*p < 0x80)
        p++;
    return p;
}

static gboolean
is_utf8 (const char *p, gsize length)
{
    const char *end = p + length;
    while ((p = ent_skip_ascii (p, end)) < end) {
        gunichar c = g_utf8_get_char_validated (p, end - p);
        if (c == (gunichar)-1 || c == (gunichar)-2)
            return FALSE;
        p = g_utf8_next_char (p);
    }
    return TRUE;
}

static void
from_windows1252 (EntText *text)
{
    GString *utf8 = g_string_sized_new (text->length + text->length / 16);
    EntOffsetMap *map = ent_offset_map_new ();
    const char *start = text->text, *end = start + text->length;
    for (const char *p = start; p < end; p++) {
        const char *high = ent_skip_ascii (p, end);
        g_string_append_len (utf8, p, high - p);
        ent_offset_map_keep (map, (gsize)(p - start), (gsize)(high - p));
        if (high == end)
            break;
        gsize before = utf8->len, at = (gsize)(high - start);
        g_string_append_unichar (utf8, ent_windows1252 ((guchar)*high));
        ent_offset_map_replace (map, (EntSpan){ at, at + 1 }, utf8->len - before);
        p = high;
    }
    ent_text_replace (text, utf8, map);
}

static void
drop_mark (EntText *text)
{
    EntOffsetMap *map = ent_offset_map_new ();
    ent_offset_map_keep (map, 3, text->length - 3);
    ent_text_replace (text, g_string_new_len (text->text + 3, (gssize)text->length - 3), map);
}

static gboolean
starts_with (const EntText *text, const char *prefix)
{
    gsize length = strlen (prefix);
    return text->length >= length && memcmp (text->text, prefix, length) == 0;
}

gboolean
ent_decode_is_wide (const EntText *text)
{
    gsize mark;
    return ent_charset_of_mark (text->text, text->length, &mark) != NULL;
}

gboolean
ent_decode_refuses (const EntText *text, gsize offset, const char *path, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS (binaries) && offset == 0; i++)
        if (starts_with (text, binaries[i].start)) {
            g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s: not a text file (%s)", path,
                         binaries[i].name);
            return TRUE;
        }
    const char *nul = memchr (text->text, '\0', text->length);
    if (nul == NULL)
        return FALSE;
    EntSpan at = { (gsize)(nul - text->text), (gsize)(nul - text->text) };
    if (text->map != NULL)
        at = ent_offset_map_span (text->map, at);
    g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT,
                 "%s: not a text file (NUL byte at offset %" G_GSIZE_FORMAT ")", path, offset + at.start);
    return TRUE;
}

static gboolean
is_ascii (const EntText *text)
{
    return ent_skip_ascii (text->text, text->text + text->length) == text->text + text->length;
}

/* From the encoding that the text declares, or else from Windows-1252. Returns the note for the user. */
static char *
from_declared (EntText *text, const char *charset)
{
    char *told = NULL;
    switch (charset != NULL ? ent_charset_convert (text, charset, 0) : ENT_CHARSET_UNKNOWN) {
    case ENT_CHARSET_FITS:
        return NULL;
    case ENT_CHARSET_FITS_MOSTLY:
        return g_strdup_printf ("not all of it is %s, as it says", charset);
    case ENT_CHARSET_UNFIT:
        told = g_strdup_printf ("not %s, as it says, but read as Windows-1252", charset);
        break;
    case ENT_CHARSET_UNKNOWN:
        told = charset != NULL
                   ? g_strdup_printf ("says that it is in '%s', which is not known; read as Windows-1252",
                                      charset)
                   : g_strdup ("not UTF-8, read as Windows-1252");
    }
    from_windows1252 (text);
    return told;
}

gboolean
ent_decode (EntText *text, gsize offset, const char *path, const char *charset, char **told, GError **error)
{
    gsize mark;
    const char *wide = offset == 0 ? ent_charset_of_mark (text->text, text->length, &mark) : NULL;
    *told = NULL;
    if (wide != NULL)
        ent_charset_convert (text, wide, mark);
    if (ent_decode_refuses (text, offset, path, error))
        return FALSE;
    if (!is_utf8 (text->text, text->length) ||
        (charset != NULL && wide == NULL && ent_charset_is_7_bit (charset) && is_ascii (text)))
        *told = from_declared (text, charset);
    else if (starts_with (text, "\357\273\277"))
        drop_mark (text);
    return TRUE;
}

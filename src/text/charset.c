/* charset.c - lets ICU convert, and keeps where each character was. */
#include "charset.h"

#include <string.h>
#include <unicode/ucnv.h>

#define BLOCK 4096
#define MOST_WRONG 10 /* of so many characters beyond ASCII one may be wrong */

/* What pages mean by a name: by custom each stands for the larger set that holds it. By ICU's first names. */
static const struct {
    const char *named, *meant;
} larger[] = {
    { "US-ASCII", "windows-1252" },
    { "ISO-8859-1", "windows-1252" },
    { "ibm-920_P100-1995", "windows-1254" }, /* ISO-8859-9 */
    { "iso-8859_11-2001", "windows-874" },
    { "ibm-1383_P110-1999", "gb18030" }, /* GB2312 */
    { "ibm-5478_P100-1995", "gb18030" },
    { "windows-936-2000", "gb18030" },
    { "ibm-970_P110_P110-2006_U2", "windows-949" }, /* EUC-KR */
    { "UTF-16", "UTF-8" },                          /* the page could not have been read so far */
};

/* A text on its way. The end of a character is known when the next one starts. */
typedef struct {
    UConverter *converter;
    GString *utf8;
    EntOffsetMap *map;
    gboolean begun; /* there is a last character */
    gunichar character;
    gsize at; /* where it starts */
    gsize beyond_ascii, wrong;
} Conversion;

static UConverter *
open_converter (const char *charset, gboolean declared)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open (charset, &status);
    const char *name = U_SUCCESS (status) ? ucnv_getName (converter, &status) : NULL;
    if (U_FAILURE (status) || name == NULL)
        return NULL;
    for (guint i = 0; declared && i < G_N_ELEMENTS (larger); i++)
        if (strcmp (name, larger[i].named) == 0) {
            ucnv_close (converter);
            return open_converter (larger[i].meant, FALSE);
        }
    return converter;
}

/* Adds the last character, which ends where the next one starts. */
static void
end_character (Conversion *to, gsize end)
{
    char utf8[6];
    gunichar c = to->character;
    if (!to->begun)
        return;
    int length = g_unichar_to_utf8 (c, utf8);
    g_string_append_len (to->utf8, utf8, length);
    ent_offset_map_replace (to->map, (EntSpan){ to->at, end }, (gsize)length);
    to->beyond_ascii += c >= 0x80;
    to->wrong += c == 0xFFFD;
}

/* The next unit of UTF-16 that the converter hands over, and where it starts. */
static void
add_unit (Conversion *to, UChar unit, gsize at)
{
    if (to->begun && U16_IS_TRAIL (unit) && U16_IS_LEAD (to->character)) {
        to->character = U16_GET_SUPPLEMENTARY (to->character, unit);
        return;
    }
    end_character (to, at);
    to->begun = TRUE;
    to->character = unit;
    to->at = at;
}

/* Some of the bytes; `last`: none follow. */
static void
convert_block (Conversion *to, const EntText *source, gsize start, gsize length, gboolean last)
{
    UChar units[BLOCK];
    int32_t offsets[BLOCK];
    const char *p = source->text + start, *end = p + length;
    UErrorCode status;
    do {
        UChar *unit = units;
        const char *before = p;
        status = U_ZERO_ERROR;
        ucnv_toUnicode (to->converter, &unit, units + BLOCK, &p, end, offsets, last, &status);
        for (gssize i = 0; i < unit - units; i++) /* -1: begun in the block before */
            add_unit (to, units[i], offsets[i] >= 0 ? (gsize)(before - source->text + offsets[i]) : start);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
}

EntCharsetFit
ent_charset_convert (EntText *text, const char *charset, gsize start)
{
    Conversion to = { .converter = open_converter (charset, start == 0) };
    if (to.converter == NULL)
        return ENT_CHARSET_UNKNOWN;
    to.utf8 = g_string_sized_new (text->length + text->length / 2);
    to.map = ent_offset_map_new ();
    for (gsize at = start; at < text->length; at += BLOCK)
        convert_block (&to, text, at, MIN (BLOCK, text->length - at), at + BLOCK >= text->length);
    end_character (&to, text->length);
    ucnv_close (to.converter);
    if (start == 0 && to.wrong * MOST_WRONG > to.beyond_ascii) {
        g_string_free (to.utf8, TRUE);
        ent_offset_map_free (to.map);
        return ENT_CHARSET_UNFIT;
    }
    ent_text_replace (text, to.utf8, to.map);
    return to.wrong > 0 ? ENT_CHARSET_FITS_MOSTLY : ENT_CHARSET_FITS;
}

gboolean
ent_charset_is_7_bit (const char *charset)
{
    return g_ascii_strncasecmp (charset, "iso-2022-", 9) == 0;
}

const char *
ent_charset_of_mark (const char *bytes, gsize length, gsize *mark)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = 0;
    const char *name = ucnv_detectUnicodeSignature (bytes, (int32_t)MIN (length, 4), &n, &status);
    *mark = (gsize)n;
    return name != NULL && (g_str_has_prefix (name, "UTF-16") || g_str_has_prefix (name, "UTF-32")) ? name
                                                                                                    : NULL;
}

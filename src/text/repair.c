/* repair.c - only sure cases are touched: "São", "CAFÉ”" and "â" by itself stay what they are. */
#include "repair.h"

#include <string.h>

#include "decode.h"

#define DROPPED 0
#define RIGHT_QUOTE 0x201D

/* Text that went through a wrong conversion two or three times is as frequent as it is sad. */
#define MAX_PASSES 3

/* The byte that a character was when it was read as Windows-1252 or as Latin-1; 0 if it was none. */
static guchar
byte_of (gunichar c)
{
    if (c >= 0x80 && c <= 0xFF)
        return (guchar)c;
    for (guint byte = 0x80; byte < 0xA0; byte++)
        if (ent_windows1252 ((guchar)byte) == c)
            return (guchar)byte;
    return 0;
}

/* How many bytes of UTF-8 a character stands for if it is the first of a misread sequence. Only what
 * real text does not bring: Â Ã Ä Å before a symbol, â before €, ï»¿, ðŸ. */
static guint
misread_length (gunichar lead)
{
    if (lead >= 0xC2 && lead <= 0xC5)
        return 2;
    if (lead == 0xE2 || lead == 0xEF)
        return 3;
    return lead == 0xF0 ? 4 : 0;
}

/* Punctuation that may as well follow a real Â, Ã, Ä or Å at the end of a word. */
static gboolean
may_follow_letter (gunichar c)
{
    return c == 0xA0 || c == 0xBB || c == 0x203A || c == 0x2026 || c == 0x2022 ||
           (c >= 0x2013 && c <= 0x201D);
}

static gboolean
surely_two (const char *start, const char *p, const char *after, const char *end, gunichar lead,
            gunichar last)
{
    gunichar next = after < end ? g_utf8_get_char (after) : ' ';
    gunichar before = p > start ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';
    if (!may_follow_letter (last) || g_unichar_islower (next) || g_unichar_islower (before))
        return TRUE;
    return !g_unichar_isupper (before) && lead <= 0xC3;
}

static gboolean
surely_more (const guchar *bytes, gunichar c)
{
    if (bytes[0] == 0xE2)
        return bytes[1] == 0x80 || bytes[1] == 0x82 || bytes[1] == 0x84;
    return bytes[0] == 0xEF ? c == 0xFEFF : bytes[1] == 0x9F;
}

/* The character that the misread sequence at p stands for, *after its end; 0 where there is none. */
static gunichar
misread (const char *start, const char *p, const char *end, const char **after)
{
    guchar bytes[4];
    gunichar c = g_utf8_get_char (p);
    guint length = misread_length (c), n = 0;
    if (length == 0)
        return 0;
    bytes[n++] = (guchar)c;
    const char *q = g_utf8_next_char (p);
    while (n < length && q < end) {
        gunichar following = g_utf8_get_char (q);
        guchar byte = byte_of (following);
        if (byte < 0x80 || byte > 0xBF)
            break;
        bytes[n++] = byte;
        c = following;
        q = g_utf8_next_char (q);
    }
    *after = q;
    /* Windows-1252 has no character 0x9D: the last third of a right quote is often lost. */
    if (n == 2 && length == 3 && bytes[0] == 0xE2 && bytes[1] == 0x80) {
        if (q < end && g_utf8_get_char (q) == 0xFFFD)
            *after = g_utf8_next_char (q);
        return RIGHT_QUOTE;
    }
    if (n < length)
        return 0;
    gunichar meant = g_utf8_get_char_validated ((const char *)bytes, (gssize)n);
    if (meant == (gunichar)-1 || meant == (gunichar)-2)
        return 0;
    gboolean sure = length == 2 ? surely_two (start, p, q, end, bytes[0], c) : surely_more (bytes, meant);
    return sure ? meant : 0;
}

/* What is to stand in the text for a character. */
static gunichar
tidy (gunichar c)
{
    switch (c) {
    case 0x00AD: /* soft hyphen */
    case 0x200B: /* zero width */
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF:
        return DROPPED;
    case 0x00A0: /* no-break spaces */
    case 0x202F:
        return ' ';
    default:
        return c >= 0x80 && c < 0xA0 ? ent_windows1252 ((guchar)c) : c;
    }
}

/* The next place from p on where something is to be mended: *c for the bytes up to *after. NULL at the
 * end of the text. */
static const char *
next_fault (const char *start, const char *p, const char *end, gunichar *c, const char **after)
{
    while ((p = ent_skip_ascii (p, end)) < end) {
        guchar lead = (guchar)*p;
        if (lead == 0xC2 || lead == 0xC3 || lead == 0xE2 || lead == 0xEF) {
            gunichar is = g_utf8_get_char (p), meant = misread (start, p, end, after);
            if (meant == 0) {
                meant = is;
                *after = g_utf8_next_char (p);
            }
            *c = tidy (meant);
            if (*c != is)
                return p;
        }
        p = g_utf8_next_char (p);
    }
    return NULL;
}

static gboolean
repair_once (EntText *text)
{
    const char *start = text->text, *end = start + text->length, *kept = start, *after;
    gunichar c;
    const char *fault = next_fault (start, start, end, &c, &after);
    if (fault == NULL)
        return FALSE;
    GString *mended = g_string_sized_new (text->length);
    EntOffsetMap *map = ent_offset_map_new ();
    for (; fault != NULL; fault = next_fault (start, after, end, &c, &after)) {
        g_string_append_len (mended, kept, fault - kept);
        ent_offset_map_keep (map, (gsize)(kept - start), (gsize)(fault - kept));
        gsize before = mended->len;
        if (c != DROPPED)
            g_string_append_unichar (mended, c);
        ent_offset_map_replace (map, (EntSpan){ (gsize)(fault - start), (gsize)(after - start) },
                                mended->len - before);
        kept = after;
    }
    g_string_append_len (mended, kept, end - kept);
    ent_offset_map_keep (map, (gsize)(kept - start), (gsize)(end - kept));
    ent_text_replace (text, mended, map);
    return TRUE;
}

/* ---- quotation marks that became question marks ---- */

static gboolean
is_letter (const char *text, gsize length, gsize i)
{
    return i < length && ((guchar)text[i] >= 0x80 || g_ascii_isalnum (text[i]));
}

/* 's, 't, 're: what stands behind an apostrophe, but not "watch?v=". */
static gboolean
is_clitic (const char *text, gsize length, gsize i)
{
    static const char *const clitics[] = { "s", "t", "re", "ve", "ll", "d", "m" };
    for (gsize k = 0; k < G_N_ELEMENTS (clitics); k++) {
        gsize n = strlen (clitics[k]);
        if (i + n <= length && memcmp (text + i, clitics[k], n) == 0 && !is_letter (text, length, i + n) &&
            !(i + n < length && text[i + n] == '='))
            return TRUE;
    }
    return FALSE;
}

/* What a question mark was before a converter lost it, given whether a quotation is open; '?' if it is one. */
static char
lost_mark (const char *text, gsize length, gsize i, gboolean open)
{
    gboolean letter_before = i > 0 && is_letter (text, length, i - 1),
             letter_behind = is_letter (text, length, i + 1);
    gboolean space_before = i == 0 || g_ascii_isspace (text[i - 1]) || text[i - 1] == '(';
    gboolean space_behind = i + 1 == length || g_ascii_isspace (text[i + 1]);
    if (letter_before && letter_behind)
        return is_clitic (text, length, i + 1) ? '\'' : '?';
    if (space_before && letter_behind)
        return '"';
    if (i > 0 && i + 1 < length && text[i - 1] == ' ' && text[i + 1] == ' ')
        return '-';
    return open && !space_before && !(text[i + 1] == '?' && !space_behind) ? '"' : '?';
}

/* Where several question marks stand before a word, or inside of one, they are no questions: "?blatant violation?". The
 * text keeps its length. */
static void
restore_quotes (EntText *text)
{
    guint signs = 0;
    const char *end = text->text + text->length;
    for (const char *p = text->text; signs < 3 && (p = memchr (p, '?', (gsize)(end - p))) != NULL; p++) {
        char c = lost_mark (text->text, text->length, (gsize)(p - text->text), FALSE);
        signs += c == '"' || c == '\'';
    }
    if (signs < 3)
        return;
    GString *mended = g_string_new_len (text->text, (gssize)text->length);
    gboolean open = FALSE;
    for (gsize i = 0; i < mended->len; i++) {
        if (mended->str[i] == '\n')
            open = FALSE;
        if (mended->str[i] != '?')
            continue;
        char c = lost_mark (text->text, text->length, i, open);
        open ^= c == '"';
        mended->str[i] = c;
    }
    EntOffsetMap *map = ent_offset_map_new ();
    ent_offset_map_keep (map, 0, mended->len);
    ent_text_replace (text, mended, map);
}

void
ent_repair (EntText *text)
{
    for (guint pass = 0; pass < MAX_PASSES && repair_once (text); pass++)
        ;
    restore_quotes (text);
}

char *
ent_repair_string (char *string)
{
    EntText text = { string, strlen (string), TRUE, NULL };
    ent_repair (&text);
    ent_offset_map_free (text.map);
    return text.text;
}

/* scan.c - JSON, value by value. */
#include <string.h>

#include "scan.h"

enum { MAX_DEPTH = 8 }; /* of brackets that are passed; ours are three deep */

static EntJson
fail (EntScan *scan)
{
    scan->bad = TRUE;
    return (EntJson){ .type = ENT_JSON_NONE };
}

static void
skip_space (EntScan *scan)
{
    while (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\r' || *scan->at == '\n')
        scan->at++;
}

/* ---- texts ---- */

/* Four hexadecimal digits; 0, which is no letter, for anything else. */
static gunichar
read_hexadecimal (const char *at)
{
    gunichar value = 0;
    for (guint i = 0; i < 4; i++) {
        int digit = g_ascii_xdigit_value (at[i]);
        if (digit < 0)
            return 0;
        value = value << 4 | (gunichar)digit;
    }
    return value;
}

/* The letter of an escape from its u on; *at moves behind it. 0 where there is none. */
static gunichar
read_unicode (char **at)
{
    gunichar letter = read_hexadecimal (*at + 1);
    if (letter == 0)
        return 0;
    *at += 5;
    if (letter < 0xD800 || letter > 0xDFFF)
        return letter;
    gunichar low = letter < 0xDC00 && (*at)[0] == '\\' && (*at)[1] == 'u' ? read_hexadecimal (*at + 2) : 0;
    if (low < 0xDC00 || low > 0xDFFF)
        return 0;
    *at += 6;
    return 0x10000 + ((letter - 0xD800) << 10) + (low - 0xDC00);
}

/* Decodes the escape at *from into *to; both move. */
static gboolean
read_escape (char **from, char **to)
{
    static const char names[] = "\"\\/bfnrt", letters[] = "\"\\/\b\f\n\r\t";
    char *at = *from + 1;
    const char *name = *at != '\0' ? strchr (names, *at) : NULL;
    if (name != NULL) {
        *(*to)++ = letters[name - names];
        *from = at + 1;
        return TRUE;
    }
    gunichar letter = *at == 'u' ? read_unicode (&at) : 0;
    if (letter == 0)
        return FALSE;
    *to += g_unichar_to_utf8 (letter, *to); /* never longer than the escape */
    *from = at;
    return TRUE;
}

#define EACH(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Whether a byte of these is 0: then, and only then, a borrow reaches a high bit that was not set. */
static guint64
has_zero (guint64 bytes)
{
    return (bytes - EACH (1)) & ~bytes & EACH (0x80);
}

/* Behind as many characters as stand for themselves. Most texts are ASCII, of which eight bytes are tested at once. */
static char *
skip_plain (char *at)
{
    for (;;) {
        guint64 bytes;
        memcpy (&bytes, at, sizeof bytes);
        guint64 below_space = (bytes - EACH (0x20)) & ~bytes;
        if (((bytes | below_space) & EACH (0x80)) == 0 && has_zero (bytes ^ EACH ('"')) == 0 &&
            has_zero (bytes ^ EACH ('\\')) == 0) {
            at += sizeof bytes;
            continue;
        }
        for (const char *end = at + sizeof bytes; at < end;) {
            if ((guchar)*at < 0x20 || *at == '"' || *at == '\\')
                return at;
            if ((guchar)*at >= 0x80 && g_utf8_get_char_validated (at, 4) >= (gunichar)-2)
                return at;
            at = g_utf8_next_char (at);
        }
    }
}

/* From behind the opening quote. */
static const char *
read_text (EntScan *scan)
{
    const char *text = scan->at;
    char *from = skip_plain (scan->at), *to = from;
    while (*from == '\\' && read_escape (&from, &to)) {
        char *plain = from;
        from = skip_plain (from);
        memmove (to, plain, (gsize)(from - plain));
        to += from - plain;
    }
    scan->bad |= *from != '"';
    scan->nul |= g_str_has_prefix (from, "\\u0000");
    scan->at = from + 1;
    if (scan->bad) {
        scan->at = from;
        return "";
    }
    *to = '\0';
    return text;
}

/* ---- other values ---- */

static void
skip_digits (EntScan *scan)
{
    scan->bad |= !g_ascii_isdigit (*scan->at);
    while (g_ascii_isdigit (*scan->at))
        scan->at++;
}

static EntJson
read_number (EntScan *scan)
{
    gboolean whole = *scan->at != '-';
    scan->at += !whole;
    const char *digits = scan->at;
    skip_digits (scan);
    scan->bad |= digits[0] == '0' && scan->at > digits + 1;
    whole &= scan->at - digits <= 19; /* which 64 bits hold */
    guint64 number = 0;
    for (const char *digit = digits; whole && digit < scan->at; digit++)
        number = number * 10 + (guint64)(*digit - '0');
    whole &= number <= G_MAXINT64;
    if (*scan->at == '.') {
        const char *fraction = ++scan->at;
        skip_digits (scan);
        whole &= (gsize)(scan->at - fraction) == strspn (fraction, "0");
    }
    if (*scan->at == 'e' || *scan->at == 'E') {
        scan->at++;
        scan->at += *scan->at == '+' || *scan->at == '-';
        skip_digits (scan);
        whole = FALSE;
    }
    return (EntJson){ whole ? ENT_JSON_WHOLE : ENT_JSON_OTHER, number, NULL };
}

static EntJson
read_word (EntScan *scan, const char *word, EntJsonType type)
{
    gsize length = strlen (word);
    if (strncmp (scan->at, word, length) != 0)
        return fail (scan);
    scan->at += length;
    return (EntJson){ .type = type };
}

EntJson
ent_scan_value (EntScan *scan)
{
    skip_space (scan);
    switch (*scan->at) {
    case '"':
        scan->at++;
        return (EntJson){ ENT_JSON_TEXT, 0, read_text (scan) };
    case '[':
        scan->at++;
        return (EntJson){ .type = ENT_JSON_ARRAY };
    case '{':
        scan->at++;
        return (EntJson){ .type = ENT_JSON_OBJECT };
    case 'n':
        return read_word (scan, "null", ENT_JSON_NULL);
    case 't':
        return read_word (scan, "true", ENT_JSON_TRUE);
    case 'f':
        return read_word (scan, "false", ENT_JSON_FALSE);
    default:
        return *scan->at == '-' || g_ascii_isdigit (*scan->at) ? read_number (scan) : fail (scan);
    }
}

gboolean
ent_scan_next (EntScan *scan, char closing, gboolean *first)
{
    skip_space (scan);
    gboolean closed = *scan->at == closing, comma = !*first && *scan->at == ',';
    scan->bad |= !closed && !comma && !*first;
    *first = FALSE;
    if (closed || comma)
        scan->at++;
    return !closed && !scan->bad;
}

const char *
ent_scan_key (EntScan *scan)
{
    skip_space (scan);
    if (*scan->at != '"') {
        scan->bad = TRUE;
        return "";
    }
    scan->at++;
    const char *key = read_text (scan);
    skip_space (scan);
    scan->bad |= *scan->at != ':';
    scan->at += !scan->bad;
    return key;
}

static void
pass (EntScan *scan, EntJson value, guint depth)
{
    gboolean object = value.type == ENT_JSON_OBJECT, first = TRUE;
    if (!object && value.type != ENT_JSON_ARRAY)
        return;
    scan->bad |= depth == MAX_DEPTH;
    while (!scan->bad && ent_scan_next (scan, object ? '}' : ']', &first)) {
        if (object)
            ent_scan_key (scan);
        pass (scan, ent_scan_value (scan), depth + 1);
    }
}

void
ent_scan_pass (EntScan *scan, EntJson value)
{
    pass (scan, value, 0);
}

gboolean
ent_scan_is_done (EntScan *scan)
{
    skip_space (scan);
    return scan->at == scan->end && !scan->bad;
}

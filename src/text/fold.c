/* fold.c - the words of a text, folded. */
#include "fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

/* What a character is and what it folds to. ASCII and the scripts below 0x2000 stand in a table
 * made once from ICU's data; characters above are looked up in ICU, since they are rare in names. */
#define TABLE_SIZE 0x2000

typedef struct {
    gboolean word;   /* letter, digit or combining mark */
    guint32 fold[2]; /* code points; 0: none (a mark folds to nothing) */
} Folded;

static gboolean
is_mark (UChar32 c)
{
    int8_t type = u_charType (c);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

/* The letter without its marks. A syllable of Hangul is made of letters: it stays whole. */
static UChar32
letter_without_marks (const UNormalizer2 *nfd, UChar32 c)
{
    UChar buffer[8];
    UErrorCode status = U_ZERO_ERROR;
    for (;;) {
        int32_t n = unorm2_getRawDecomposition (nfd, c, buffer, G_N_ELEMENTS (buffer), &status);
        if (n <= 0 || U_FAILURE (status))
            return c;
        UChar32 base, next;
        int32_t at = 0;
        U16_NEXT (buffer, at, n, base);
        if (at < n) {
            U16_NEXT (buffer, at, n, next);
            if (!is_mark (next))
                return c;
        }
        c = base;
    }
}

/* Letters whose plain form Unicode does not give by decomposition, as newspapers write them. */
static const struct {
    UChar32 c;
    const char *plain;
} plain_letters[] = { { 0xDF, "ss" }, { 0xE6, "ae" },  { 0xF0, "d" },  { 0xF8, "o" },
                      { 0xFE, "th" }, { 0x111, "d" },  { 0x127, "h" }, { 0x131, "i" },
                      { 0x142, "l" }, { 0x153, "oe" }, { 0x167, "t" }, { 0x259, "e" } };

static void
fold_character (const UNormalizer2 *nfd, UChar32 c, Folded *folded)
{
    memset (folded, 0, sizeof *folded);
    gboolean mark = is_mark (c);
    folded->word = u_isalnum (c) || mark;
    if (!folded->word || mark)
        return;
    UChar32 base = u_tolower (letter_without_marks (nfd, u_tolower (c)));
    for (gsize i = 0; i < G_N_ELEMENTS (plain_letters); i++)
        if (plain_letters[i].c == base) {
            folded->fold[0] = (guchar)plain_letters[i].plain[0];
            folded->fold[1] = (guchar)plain_letters[i].plain[1];
            return;
        }
    folded->fold[0] = (guint32)base;
}

static const Folded *
fold_table (void)
{
    static gsize once;
    static Folded *table;
    if (g_once_init_enter (&once)) {
        UErrorCode status = U_ZERO_ERROR;
        const UNormalizer2 *nfd = unorm2_getNFDInstance (&status);
        static Folded made[TABLE_SIZE];
        for (UChar32 c = 0; c < TABLE_SIZE; c++)
            fold_character (nfd, c, &made[c]);
        table = made;
        g_once_init_leave (&once, 1);
    }
    return table;
}

static Folded
folded_of (UChar32 c)
{
    if (c < TABLE_SIZE)
        return fold_table ()[c];
    Folded folded;
    UErrorCode status = U_ZERO_ERROR;
    fold_character (unorm2_getNFDInstance (&status), c, &folded);
    return folded;
}

/* The character at *at, and *at behind it; a byte that is no UTF-8 is read as U+FFFD. */
static UChar32
next_character (const char *text, gsize *at, gsize end)
{
    guchar byte = (guchar)text[*at];
    if (byte < 0x80) {
        ++*at;
        return byte;
    }
    UChar32 c;
    gsize i = 0, left = MIN (end - *at, 4);
    U8_NEXT ((const guint8 *)text + *at, i, left, c);
    *at += i;
    return c < 0 ? 0xFFFD : c;
}

static gboolean
is_word_at (const char *text, gsize at, gsize end)
{
    if (at >= end)
        return FALSE;
    guchar byte = (guchar)text[at];
    if (byte < 0x80)
        return g_ascii_isalnum (byte);
    return folded_of (next_character (text, &at, end)).word;
}

gboolean
ent_is_capital (const char *text, gsize at, gsize end)
{
    if (at >= end)
        return FALSE;
    guchar byte = (guchar)text[at];
    if (byte < 0x80)
        return g_ascii_isupper (byte);
    return u_isUUppercase (next_character (text, &at, end));
}

gsize
ent_apostrophe_length (const char *text, gsize at, gsize end)
{
    if (at >= end)
        return 0;
    guchar byte = (guchar)text[at];
    if (byte == '\'' || byte == '`')
        return 1;
    if (byte < 0x80)
        return 0;
    gsize next = at;
    switch (next_character (text, &next, end)) {
    case 0x2019: /* the apostrophe of typography, and its look-alikes */
    case 0x2018:
    case 0x2BC:
    case 0x2BB:
    case 0x2BE:
    case 0x2BF:
    case 0xB4:
        return next - at;
    default:
        return 0;
    }
}

gsize
ent_hyphen_length (const char *text, gsize at, gsize end)
{
    if (at >= end)
        return 0;
    if (text[at] == '-')
        return 1;
    if ((guchar)text[at] < 0x80)
        return 0;
    gsize next = at;
    UChar32 c = next_character (text, &next, end);
    return c == 0x2010 || c == 0x2011 ? next - at : 0;
}

gsize
ent_space_length (const char *text, gsize at, gsize end)
{
    if (at >= end)
        return 0;
    guchar byte = (guchar)text[at];
    if (byte < 0x80)
        return g_ascii_isspace (byte) ? 1 : 0;
    gsize next = at;
    return u_isUWhiteSpace (next_character (text, &next, end)) ? next - at : 0;
}

/* Most words are plain ASCII and end at a blank: they need none of the tables. FALSE if this one may not be. */
static gboolean
plain_word_at (const char *text, gsize at, gsize end, EntWordSpan *word)
{
    gsize start = at;
    while (at < end && g_ascii_isalnum (text[at]))
        at++;
    if (at == start || (at < end && ((guchar)text[at] >= 0x80 || text[at] == '\'' || text[at] == '`')))
        return FALSE;
    *word = (EntWordSpan){ start, at, at };
    return TRUE;
}

static gsize
skip_word_characters (const char *text, gsize at, gsize end)
{
    for (;;) {
        while (at < end && (guchar)text[at] < 0x80 && g_ascii_isalnum (text[at]))
            at++;
        if (at >= end || (guchar)text[at] < 0x80 || !is_word_at (text, at, end))
            return at;
        next_character (text, &at, end);
    }
}

/* An apostrophe at `at`: 's and the bare one after s end the word, any other joins. */
static gsize
possessive_length (const char *text, gsize start, gsize at, gsize mark, gsize end)
{
    gsize after = at + mark;
    /* a second apostrophe belongs to a word that goes on, or is a quotation mark */
    gsize next = ent_apostrophe_length (text, after + 1, end);
    if (after < end && (text[after] == 's' || text[after] == 'S') && !is_word_at (text, after + 1, end) &&
        (next == 0 || !is_word_at (text, after + 1 + next, end)))
        return mark + 1;
    if (at > start && (text[at - 1] == 's' || text[at - 1] == 'S') && !is_word_at (text, after, end))
        return mark;
    return 0;
}

gboolean
ent_word_next (const char *text, gsize at, gsize end, EntWordSpan *word)
{
    while (at < end && (guchar)text[at] < 0x80 && !g_ascii_isalnum (text[at]))
        at++;
    if (plain_word_at (text, at, end, word))
        return TRUE;
    while (at < end && !is_word_at (text, at, end))
        next_character (text, &at, end);
    if (at >= end)
        return FALSE;
    word->start = at;
    for (;;) {
        at = skip_word_characters (text, at, end);
        gsize mark = ent_apostrophe_length (text, at, end);
        if (mark == 0)
            break;
        gsize tail = possessive_length (text, word->start, at, mark, end);
        if (tail > 0 || !is_word_at (text, at + mark, end)) {
            word->end = at;
            word->tail = at + tail;
            return TRUE;
        }
        at += mark;
    }
    word->end = word->tail = at;
    return TRUE;
}

/* Where the character before `at` starts. */
static gsize
character_before (const char *text, gsize start, gsize at)
{
    gsize from = at - start > 4 ? at - 4 : start; /* no character is longer */
    int32_t i = (int32_t)(at - from);
    UChar32 c;
    U8_PREV ((const guint8 *)text + from, 0, i, c);
    (void)c;
    return from + (gsize)i;
}

gboolean
ent_word_starts (const char *text, gsize start, gsize at, gsize end)
{
    if (!is_word_at (text, at, end))
        return FALSE;
    if (at == start)
        return TRUE;
    gsize before = character_before (text, start, at);
    if (is_word_at (text, before, at))
        return FALSE;
    if (before == start || ent_apostrophe_length (text, before, at) == 0)
        return TRUE;
    return !is_word_at (text, character_before (text, start, before), before);
}

/* The highest bit of each byte, none of which is above 0x7F, that lies between two characters. */
static guint64
between (guint64 bytes, guint64 first, guint64 last)
{
    return (bytes + ENT_EACH_BYTE (0x80 - first)) & ~(bytes + ENT_EACH_BYTE (0x7F - last)) &
           ENT_EACH_BYTE (0x80);
}

/* A word of ASCII letters and digits, eight at a time; FALSE where there is another character in it. */
static gboolean
fold_plain (const char *text, gsize length, char *out)
{
    for (gsize i = 0; i < length; i += 8) {
        gsize n = MIN (length - i, 8);
        guint64 bytes = ent_load_bytes (text + i, n), all = ENT_EACH_BYTE (0x80) >> 8 * (8 - n);
        if ((bytes & ENT_EACH_BYTE (0x80)) != 0)
            return FALSE;
        bytes |= between (bytes, 'A', 'Z') >> 2;
        if ((between (bytes, 'a', 'z') | between (bytes, '0', '9')) != all)
            return FALSE;
        bytes = GUINT64_TO_LE (bytes);
        memcpy (out + i, &bytes, 8);
    }
    out[length] = '\0';
    return TRUE;
}

gsize
ent_fold (const char *text, EntSpan word, gboolean apostrophes, char *out)
{
    gsize n = 0, at = word.start;
    if (word.end - word.start <= ENT_FOLD_ROOM - 8 && fold_plain (text + at, word.end - at, out))
        return word.end - at;
    while (at < word.end && n < ENT_FOLD_ROOM - 8) {
        guchar byte = (guchar)text[at];
        if (byte < 0x80 && g_ascii_isalnum (byte)) {
            out[n++] = (char)(g_ascii_isupper (byte) ? byte | 0x20 : byte);
            at++;
            continue;
        }
        gsize mark = ent_apostrophe_length (text, at, word.end);
        if (mark > 0) {
            if (apostrophes)
                out[n++] = '\'';
            at += mark;
            continue;
        }
        Folded folded = folded_of (next_character (text, &at, word.end));
        for (int i = 0; i < 2 && folded.fold[i] != 0; i++)
            n += (gsize)g_unichar_to_utf8 (folded.fold[i], out + n);
    }
    out[n] = '\0';
    return n;
}

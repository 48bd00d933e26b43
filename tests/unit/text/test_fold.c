/* Which characters make a word, and when two words are the same. */
#include "text/fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

static char *
fold_span (const char *text, gsize start, gsize end, gboolean apostrophes)
{
    char folded[ENT_FOLD_ROOM];
    gsize n = ent_fold (text, (EntSpan){ start, end }, apostrophes, folded);
    g_assert_cmpuint (n, ==, strlen (folded));
    return g_strdup (folded);
}

/* The words of a text, folded, with their possessive endings behind a ^: "iran^'s|parliament". */
static char *
words_in (const char *text, gsize length)
{
    GString *out = g_string_new (NULL);
    EntWordSpan word;
    for (gsize at = 0; ent_word_next (text, at, length, &word); at = word.tail) {
        g_assert_cmpuint (word.start, >=, at);
        g_assert_cmpuint (word.start, <, word.end);
        g_assert_cmpuint (word.end, <=, word.tail);
        g_assert_cmpuint (word.tail, <=, length);
        g_autofree char *folded = fold_span (text, word.start, word.end, FALSE);
        g_string_append_printf (out, "%s%s", out->len > 0 ? "|" : "", folded);
        if (word.tail > word.end)
            g_string_append_printf (out, "^%.*s", (int)(word.tail - word.end), text + word.end);
    }
    return g_string_free (out, FALSE);
}

#define assert_words(text, expected)                                                                         \
    do {                                                                                                     \
        g_autofree char *words_ = words_in (text, strlen (text));                                            \
        g_assert_cmpstr (words_, ==, expected);                                                              \
    } while (FALSE)

static void
test_words (void)
{
    assert_words ("", "");
    assert_words (" -- ,. ", "");
    assert_words ("The Kremlin, on 5 May.", "the|kremlin|on|5|may");
    assert_words ("al-Assad al Assad", "al|assad|al|assad");
    assert_words ("al\u2010Assad\u2011s", "al|assad|s");
    assert_words ("Putin\u2013Trump\u2014Xi", "putin|trump|xi");
    assert_words ("G20 COVID19", "g20|covid19");
    assert_words ("U.S.", "u|s");
    assert_words ("and/or", "and|or");
    assert_words ("\u0412\u043B\u0430\u0434\u0438\u043C\u0438\u0440 \u4E60\u8FD1\u5E73",
                  "\u0432\u043B\u0430\u0434\u0438\u043C\u0438\u0440|\u4E60\u8FD1\u5E73");
}

static void
test_diacritics (void)
{
    assert_words ("Erdo\u011Fan Vu\u010Di\u0107 Pe\u00F1a", "erdogan|vucic|pena");
    assert_words ("ERDO\u011EAN", "erdogan");
    assert_words ("Yi\u011Fit \u0130brahim Erd\u0131l", "yigit|ibrahim|erdil"); /* İ, ı */
    assert_words ("Stra\u00DFe STRA\u1E9EE", "strasse|strasse");
    assert_words ("Fr\u00E6rup S\u00F8ren \u0141\u00F3d\u017A Gu\u00F0ni \u00DE\u00F3r \u0110in\u0111i\u0107",
                  "fraerup|soren|lodz|gudni|thor|dindic");
    assert_words ("Se\u0301gole\u0300ne", "segolene"); /* combining marks */
    assert_words ("Nguy\u1EC5n Ph\u00FA Tr\u1ECDng", "nguyen|phu|trong");
    assert_words ("\u00C5ngstr\u00F6m", "angstrom");
}

static void
test_apostrophes (void)
{
    assert_words ("Sana'a Sana\u2019a Sana\u02BBa Sanaa", "sanaa|sanaa|sanaa|sanaa");
    assert_words ("O'Neill o\u2019neill", "oneill|oneill");
    assert_words ("'quoted' \u2018quoted\u2019", "quoted|quoted");
    assert_words ("Iran's IRAN'S Iran\u2019s", "iran^'s|iran^'S|iran^\u2019s");
    assert_words ("Abbas' and Abbas\u2019 and Abbas's", "abbas^'|and|abbas^\u2019|and|abbas^'s");
    assert_words ("the Iranians' plan", "the|iranians^'|plan");
    assert_words ("'It is Iran's'", "it|is|iran^'s");
    assert_words ("\u2018It is Iran\u2019s\u2019, he", "it|is|iran^\u2019s|he");
    assert_words ("Iran'sen", "iransen");
    assert_words ("Ma'an's", "maan^'s");
    assert_words ("Xi ' s", "xi|s");

    g_autofree char *kept = fold_span ("DON\u2019T", 0, strlen ("DON\u2019T"), TRUE);
    g_assert_cmpstr (kept, ==, "don't");
}

static void
test_bytes_that_are_no_text (void)
{
    assert_words ("Ir\xFF\x61n", "ir|an"); /* a stray byte parts words */
    assert_words ("Iran\xC3", "iran");     /* the first half of a character */
    assert_words ("\x80\x80Iran\xE2\x80", "iran");
    assert_words ("\xED\xA0\x80x", "x"); /* half a surrogate pair */

    g_autofree char *words = words_in ("a\0b", 3);
    g_assert_cmpstr (words, ==, "a|b");
    /* nothing is read behind the end, not even the rest of a character */
    g_autofree char *cut = words_in ("Vu\u010D", 3);
    g_assert_cmpstr (cut, ==, "vu");
    g_autofree char *tail = words_in ("Iran's", 5);
    g_assert_cmpstr (tail, ==, "iran");
}

static void
test_long_words (void)
{
    static const char *const letters[] = { "a", "\u00E6", "\u0436", "\u4E60", "\U0001E922", "'" };
    for (gsize i = 0; i < G_N_ELEMENTS (letters); i++) {
        g_autoptr (GString) text = g_string_new ("x");
        for (guint n = 0; n < 50000; n++)
            g_string_append (text, letters[i]);
        g_string_append (text, "x");
        g_autofree char *folded = fold_span (text->str, 0, text->len, TRUE);
        g_assert_cmpuint (strlen (folded), <, ENT_FOLD_ROOM);
        g_assert_true (g_utf8_validate (folded, -1, NULL));
        EntWordSpan word;
        g_assert_true (ent_word_next (text->str, 0, text->len, &word));
        g_assert_cmpuint (word.end, ==, i == 5 ? 1 : text->len);
    }
}

static void
test_lengths (void)
{
    static const struct {
        const char *text;
        gsize hyphen, apostrophe, space;
        gboolean capital;
    } cases[] = {
        { "-", 1, 0, 0, FALSE },      { "\u2010", 3, 0, 0, FALSE }, { "\u2011", 3, 0, 0, FALSE },
        { "\u2013", 0, 0, 0, FALSE }, { "'", 0, 1, 0, FALSE },      { "\u2019", 0, 3, 0, FALSE },
        { "\u02BC", 0, 2, 0, FALSE }, { " ", 0, 0, 1, FALSE },      { "\n", 0, 0, 1, FALSE },
        { "\u00A0", 0, 0, 2, FALSE }, { "\u2009", 0, 0, 3, FALSE }, { "a", 0, 0, 0, FALSE },
        { "A", 0, 0, 0, TRUE },       { "\u00C9", 0, 0, 0, TRUE },  { "\u00E9", 0, 0, 0, FALSE },
        { "\u0416", 0, 0, 0, TRUE },  { "\u4E60", 0, 0, 0, FALSE }, { "7", 0, 0, 0, FALSE },
        { "\xFF", 0, 0, 0, FALSE },   { "", 0, 0, 0, FALSE },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        const char *text = cases[i].text;
        gsize end = strlen (text);
        g_assert_cmpuint (ent_hyphen_length (text, 0, end), ==, cases[i].hyphen);
        g_assert_cmpuint (ent_apostrophe_length (text, 0, end), ==, cases[i].apostrophe);
        g_assert_cmpuint (ent_space_length (text, 0, end), ==, cases[i].space);
        g_assert_cmpint (ent_is_capital (text, 0, end), ==, cases[i].capital);
    }
}

/* Where a word starts can be told without walking there: as the walk does, over scraps of text of all kinds. */
static void
test_starts (void)
{
    static const char *const scraps[] = {
        "a",
        "S",
        "s",
        "7",
        "'",
        "\u2019",
        "`",
        "-",
        ".",
        "\u00E9",
        "\u0301",
        "\u4E60",
        "\u201C",
        "\xE2\x80",
        "\xFF",
        "\xC3",
        "\xF0\x9F\x98",
        "\U0001F600",
    };
    for (guint round = 0; round < 100000; round++) {
        g_autoptr (GString) text = g_string_new (NULL);
        for (gint32 n = g_test_rand_int_range (1, 12); n > 0; n--)
            g_string_append (text, scraps[g_test_rand_int_range (0, G_N_ELEMENTS (scraps))]);
        EntWordSpan word = { 0, 0, 0 };
        gboolean more = ent_word_next (text->str, 0, text->len, &word);
        for (gsize at = 0; at < text->len; at++) {
            gboolean start = more && at == word.start;
            /* the walk does not stop at bytes inside a character */
            if (start || ((guchar)text->str[at] & 0xC0) != 0x80)
                g_assert_cmpint (ent_word_starts (text->str, 0, at, text->len), ==, start);
            if (start)
                more = ent_word_next (text->str, word.tail, text->len, &word);
        }
    }
}

/* Of ASCII the letters and digits are left, in words of every length, with other characters among the letters. */
static void
test_ascii (void)
{
    for (guint round = 0; round < 100000; round++) {
        char text[ENT_FOLD_ROOM];
        g_autoptr (GString) expected = g_string_new (NULL);
        gsize length = (gsize)g_test_rand_int_range (1, ENT_FOLD_ROOM - 7);
        for (gsize i = 0; i < length; i++) {
            do
                text[i] = (char)g_test_rand_int_range (1, 128);
            while (g_test_rand_int_range (0, 40) > 0 && !g_ascii_isalnum (text[i]));
            if (g_ascii_isalnum (text[i]))
                g_string_append_c (expected, g_ascii_tolower (text[i]));
        }
        g_autofree char *exact = g_memdup2 (text, length); /* so that reading past the end is seen */
        g_autofree char *folded = fold_span (exact, 0, length, FALSE);
        g_assert_cmpstr (folded, ==, expected->str);
    }
}

/* ICU's transliterator tells the truth about every letter: decompose, drop the marks, lower the case. */
static void
test_against_icu (void)
{
    /* newspapers write these plainly, though Unicode does not take them apart */
    static const char *const plain_forms[] = { "\u00DF", "\u00E6", "\u00F0", "\u00F8", "\u00FE",
                                               "\u0111", "\u0127", "\u0131", "\u0142", "\u0153",
                                               "\u0167", "\u0259", NULL };
    UErrorCode status = U_ZERO_ERROR;
    UTransliterator *plain =
        utrans_openU (u"NFD; [:M:] Remove; Lower; NFC", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    g_assert_true (U_SUCCESS (status));
    for (UChar32 c = 0x80; c < 0x30000; c++) {
        if (!u_isalpha (c))
            continue;
        UChar letter[32] = { 0 };
        char text[4], expected[64];
        int32_t n = 0, length = 0, limit;
        U16_APPEND_UNSAFE (letter, n, c);
        limit = n;
        utrans_transUChars (plain, letter, &n, G_N_ELEMENTS (letter), 0, &limit, &status);
        u_strToUTF8 (expected, sizeof expected, NULL, letter, n, &status);
        g_assert_true (U_SUCCESS (status));
        if (g_strv_contains (plain_forms, expected))
            continue;
        U8_APPEND_UNSAFE (text, length, c);
        if (ent_apostrophe_length (text, 0, (gsize)length) > 0)
            continue;
        g_autofree char *folded = fold_span (text, 0, (gsize)length, FALSE);
        g_assert_cmpstr (folded, ==, expected);
    }
    utrans_close (plain);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/fold/words", test_words);
    g_test_add_func ("/fold/diacritics", test_diacritics);
    g_test_add_func ("/fold/apostrophes", test_apostrophes);
    g_test_add_func ("/fold/bytes", test_bytes_that_are_no_text);
    g_test_add_func ("/fold/long", test_long_words);
    g_test_add_func ("/fold/lengths", test_lengths);
    g_test_add_func ("/fold/starts", test_starts);
    g_test_add_func ("/fold/ascii", test_ascii);
    g_test_add_func ("/fold/icu", test_against_icu);
    return g_test_run ();
}

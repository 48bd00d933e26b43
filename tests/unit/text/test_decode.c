#include <string.h>

#include "text/decode.h"
#include "text/repair.h"

/* What becomes of bytes after decoding and repairs; *file_map to check places. */
static char *
clean (const char *bytes, gsize length, const char *charset, char **told, EntOffsetMap **map)
{
    g_autoptr (GError) error = NULL;
    EntText text = { g_memdup2 (bytes, length + 1), length, TRUE, NULL };
    g_assert_true (ent_decode (&text, 0, "x", charset, told, &error));
    g_assert_no_error (error);
    ent_repair (&text);
    g_assert_cmpuint (strlen (text.text), ==, text.length);
    *map = text.map;
    return text.text;
}

static void
assert_clean (const char *bytes, const char *expected)
{
    g_autofree char *told = NULL;
    g_autoptr (EntOffsetMap) map = NULL;
    g_autofree char *text = clean (bytes, strlen (bytes), NULL, &told, &map);
    g_assert_cmpstr (text, ==, expected);
}

static void
test_lost_quotes (void)
{
    assert_clean ("It was ?a great day?, he said. ?No,? said Ada. It?s late.",
                  "It was \"a great day\", he said. \"No,\" said Ada. It's late.");
    assert_clean ("?Is it late?? asked Ada. ?It isn?t,? said Bo ? who knew.",
                  "\"Is it late?\" asked Ada. \"It isn't,\" said Bo - who knew.");
    assert_clean ("Is it late? Is it? Why?\nSee http://example.org/a?b=c or a?v=d or b?s=e now.",
                  "Is it late? Is it? Why?\nSee http://example.org/a?b=c or a?v=d or b?s=e now.");
}

static void
test_untouched (void)
{
    static const char *const texts[] = { "",
                                         "plain",
                                         "“Curly” – it’s Erdoğan, São Paulo, Citroën, Ñandú, Ålesund",
                                         "CAFÉ” IRMÃ” MÅ” Ã â",
                                         "SÃO PAULO, À la carte",
                                         "«está»… là…”",
                                         "تهران 東京",
                                         "a�b" };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        EntText text = { (char *)texts[i], strlen (texts[i]), FALSE, NULL };
        char *told;
        g_assert_true (ent_decode (&text, 0, "x", NULL, &told, NULL));
        ent_repair (&text);
        g_assert_cmpstr (text.text, ==, texts[i]);
        g_assert_true (text.text == texts[i]);
        g_assert_null (text.map);
        g_assert_null (told);
    }
}

static void
test_windows1252 (void)
{
    g_autofree char *told = NULL;
    g_autoptr (EntOffsetMap) map = NULL;
    g_autofree char *text = clean ("caf\xE9 \x93 yes\x94\x80", 12, NULL, &told, &map);
    g_assert_cmpstr (text, ==, "café “ yes”€");
    g_assert_cmpstr (told, ==, "not UTF-8, read as Windows-1252");
    EntSpan span = ent_offset_map_span (map, (EntSpan){ 0, 5 });
    g_assert_cmpuint (span.end, ==, 4);
    span = ent_offset_map_span (map, (EntSpan){ 6, 9 });
    g_assert_cmpuint (span.start, ==, 5);
    g_assert_cmpuint (span.end, ==, 6);
}

/* One broken byte does not lose the good UTF-8 around it. */
static void
test_broken_utf8 (void)
{
    assert_clean ("it’s a \xFF caf\xC3\xA9", "it’s a ÿ café");
}

static void
test_marks (void)
{
    static const char little[] = "\xFF\xFEH\0i\0 \0=\xD8\0\xDE.\0";
    static const char big[] = "\xFE\xFF\0H\0i\0 \xD8=\xDE\0\0.";
    g_autofree char *told = NULL;
    assert_clean ("\xEF\xBB\xBFHi", "Hi");
    const char *const both[] = { little, big };
    for (guint i = 0; i < 2; i++) {
        g_autoptr (EntOffsetMap) map = NULL;
        g_autofree char *text = clean (both[i], 14, NULL, &told, &map);
        g_assert_cmpstr (text, ==, "Hi 😀.");
        EntSpan span = ent_offset_map_span (map, (EntSpan){ 3, 7 });
        g_assert_cmpuint (span.start, ==, 8);
        g_assert_cmpuint (span.end, ==, 12);
    }
    assert_clean ("\xFF\xFE", "");
}

static void
test_mojibake (void)
{
    assert_clean ("Ruritaniaâ€™s â€œnewâ€\xC2\x9D plan â€“ so", "Ruritania’s “new” plan – so");
    assert_clean ("â€œlostâ€ here, â€œatâ€� end â€œandâ€", "“lost” here, “at” end “and”");
    assert_clean ("JosÃ© GÃ¡lvez, SÃ£o, DÃ¼rer, Ä‡, Å¡, â‚¬5, â„¢", "José Gálvez, São, Dürer, ć, š, €5, ™");
    assert_clean ("voilÃ\xC2\xA0 que, 5Â\xC2\xA0km", "voilà que, 5 km");
    assert_clean ("ðŸ˜€ ï»¿x", "😀 x");
    /* read as Latin-1 instead, and read wrongly twice */
    assert_clean ("Xâ\xC2\x80\xC2\x99s it\xC2\x92s", "X’s it’s");
    assert_clean ("Xâ‚¬â„¢s Ã¢â‚¬â„¢", "X€™s ’");
}

static void
test_invisible (void)
{
    g_autofree char *told = NULL;
    g_autoptr (EntOffsetMap) map = NULL;
    const char *bytes = "Ruri\xC2\xADtania\xE2\x80\x8B met\xC2\xA0it.";
    g_autofree char *text = clean (bytes, strlen (bytes), NULL, &told, &map);
    g_assert_cmpstr (text, ==, "Ruritania met it.");
    EntSpan span = ent_offset_map_span (map, (EntSpan){ 0, 9 });
    g_assert_cmpuint (span.start, ==, 0);
    g_assert_cmpuint (span.end, ==, 11);
    span = ent_offset_map_span (map, (EntSpan){ 13, 14 });
    g_assert_cmpuint (span.end - span.start, ==, 2);
}

static void
assert_refused (const char *bytes, gsize length, const char *message)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *told = NULL;
    EntText text = { g_memdup2 (bytes, length + 1), length, TRUE, NULL };
    g_assert_false (ent_decode (&text, 0, "dir/x", NULL, &told, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_FORMAT);
    g_assert_cmpstr (error->message, ==, message);
    g_free (text.text);
    ent_offset_map_free (text.map);
}

static void
test_no_text (void)
{
    assert_refused ("ab\0cd", 5, "dir/x: not a text file (NUL byte at offset 2)");
    assert_refused ("\xFF\xFE"
                    "a\0\0\0b\0",
                    8, "dir/x: not a text file (NUL byte at offset 4)");
    assert_refused ("%PDF-1.4\n", 9, "dir/x: not a text file (PDF)");
}

/* The truth about skipping: one byte after the other. */
static void
test_skip_ascii (void)
{
    char bytes[100];
    for (gsize high = 0; high < sizeof bytes; high++)
        for (gsize start = 0; start <= high; start++) {
            memset (bytes, 'a', sizeof bytes);
            bytes[high] = (char)0x80;
            g_assert_true (ent_skip_ascii (bytes + start, bytes + sizeof bytes) == bytes + high);
            g_assert_true (ent_skip_ascii (bytes + start, bytes + high) == bytes + high);
        }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/decode/lost-quotes", test_lost_quotes);
    g_test_add_func ("/decode/untouched", test_untouched);
    g_test_add_func ("/decode/windows1252", test_windows1252);
    g_test_add_func ("/decode/broken-utf8", test_broken_utf8);
    g_test_add_func ("/decode/marks", test_marks);
    g_test_add_func ("/decode/mojibake", test_mojibake);
    g_test_add_func ("/decode/invisible", test_invisible);
    g_test_add_func ("/decode/no-text", test_no_text);
    g_test_add_func ("/decode/skip-ascii", test_skip_ascii);
    return g_test_run ();
}

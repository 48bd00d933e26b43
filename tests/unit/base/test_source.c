/* Places in a text. */
#include <string.h>

#include "base/source.h"

static void
assert_place (const EntSource *source, gsize offset, guint line, guint column)
{
    guint found_line, found_column;
    ent_source_place (source, offset, &found_line, &found_column);
    g_assert_cmpuint (found_line, ==, line);
    g_assert_cmpuint (found_column, ==, column);
}

static void
assert_line (const EntSource *source, guint line, const char *expected)
{
    EntSpan span = ent_source_line (source, line);
    g_autofree char *text = g_strndup (source->text + span.start, span.end - span.start);
    g_assert_cmpstr (text, ==, expected);
}

static void
test_columns_count_characters (void)
{
    const char *text = "Erdoğan\nmet\n";
    g_autoptr (EntSource) source = ent_source_new ("x.txt", text, strlen (text));
    assert_place (source, 0, 1, 1);
    assert_place (source, 4, 1, 5); /* ğ */
    assert_place (source, 5, 1, 5); /* its second byte */
    assert_place (source, 6, 1, 6); /* a */
    assert_place (source, 8, 1, 8); /* the line's end */
    assert_place (source, 9, 2, 1);
    assert_place (source, 13, 3, 1); /* past the last line end */
    assert_place (source, 99, 3, 1);
    g_assert_cmpstr (source->name, ==, "x.txt");
}

static void
test_bytes_that_are_no_text (void)
{
    static const char text[] = "a\xE9z\n\0b\xC4";
    g_autoptr (EntSource) source = ent_source_new ("x", text, sizeof text - 1);
    assert_place (source, 2, 1, 3); /* an invalid byte is a character */
    assert_place (source, 5, 2, 2); /* so is NUL */
    assert_place (source, 6, 2, 3); /* a character cut short */
    assert_place (source, 7, 2, 4);
}

static void
test_lines (void)
{
    const char *text = "one\r\ntwo\n\nfour";
    g_autoptr (EntSource) source = ent_source_new ("x", text, strlen (text));
    assert_line (source, 1, "one");
    assert_line (source, 2, "two");
    assert_line (source, 3, "");
    assert_line (source, 4, "four");
    assert_line (source, 5, "");
    assert_line (source, 0, "");
}

static void
test_nothing (void)
{
    g_autoptr (EntSource) source = ent_source_new ("x", NULL, 0);
    assert_place (source, 0, 1, 1);
    assert_place (source, 5, 1, 1);
    EntSpan span = ent_source_line (source, 1);
    g_assert_cmpuint (span.start, ==, 0);
    g_assert_cmpuint (span.end, ==, 0);
    ent_source_free (NULL);
}

/* Walking the text character by character tells the truth. */
static void
test_against_a_walk (void)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < 2000; i++) {
        static const gunichar letters[] = { 'a', 0xE9, 0x20AC, 0x1F54A, '\n', ' ' };
        g_string_append_unichar (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
    }
    g_autoptr (EntSource) source = ent_source_new ("x", text->str, text->len);
    guint line = 1, column = 1;
    for (const char *s = text->str; *s != '\0'; s = g_utf8_next_char (s)) {
        assert_place (source, (gsize)(s - text->str), line, column);
        column = *s == '\n' ? 1 : column + 1;
        line += *s == '\n';
    }
    g_string_free (text, TRUE);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/source/columns-count-characters", test_columns_count_characters);
    g_test_add_func ("/source/bytes-that-are-no-text", test_bytes_that_are_no_text);
    g_test_add_func ("/source/lines", test_lines);
    g_test_add_func ("/source/nothing", test_nothing);
    g_test_add_func ("/source/against-a-walk", test_against_a_walk);
    return g_test_run ();
}

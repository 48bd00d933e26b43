#include <string.h>

#include "article/header.h"

static void
assert_value (const char *text, EntSpan value, const char *expected)
{
    g_autofree char *is = g_strndup (text + value.start, value.end - value.start);
    g_assert_cmpstr (is, ==, expected);
}

static void
assert_body (const char *text, const char *expected)
{
    EntHeader header = ent_header_read (text, strlen (text));
    g_assert_cmpstr (text + header.end, ==, expected);
}

static void
test_lines (void)
{
    const char *text = "url: unknown (archive: row 3)\r\nTitle: Zenda: the talks\r\nauthor:\r\n"
                       "date: 2018-03-02\r\nsource: unknown\r\n\r\nBody";
    EntHeader header = ent_header_read (text, strlen (text));
    assert_value (text, header.title, "Zenda: the talks");
    assert_value (text, header.date, "2018-03-02");
    assert_value (text, header.source, "");
    assert_value (text, header.url, "unknown (archive: row 3)");
    g_assert_cmpstr (text + header.end, ==, "Body");
}

static void
test_front_matter (void)
{
    const char *text = "---\ntitle: \"Zenda: the talks\"\ntags:\n  - a\nsource: 'RNA'\n---\nBody";
    EntHeader header = ent_header_read (text, strlen (text));
    assert_value (text, header.title, "Zenda: the talks");
    assert_value (text, header.source, "RNA");
    g_assert_cmpstr (text + header.end, ==, "Body");
}

static void
test_no_header (void)
{
    static const char *const texts[] = { "",
                                         "\ntitle: x\n\nBody",
                                         "ZENDA: The minister came.\n\nBody",
                                         "title: x\nand prose\n\nBody",
                                         "---\ntitle: never closed\n\nBody",
                                         "---\n\nBody\n---\n",
                                         "title:x\n\nBody" };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        assert_body (texts[i], texts[i]);
    assert_body ("title: x", "");
    assert_body ("title: x\n", "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/header/lines", test_lines);
    g_test_add_func ("/header/front-matter", test_front_matter);
    g_test_add_func ("/header/no-header", test_no_header);
    return g_test_run ();
}

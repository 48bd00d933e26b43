/* Findings as they are shown: the line of the file, and marks below the words that are meant. */
#include <string.h>

#include "base/finding.h"

/* The excerpt of columns [column, end) of a line; end 0: only the start is known. */
static char *
excerpt (const char *text, gssize length, guint line, guint column, guint end)
{
    gsize n = length < 0 ? strlen (text) : (gsize)length;
    g_autoptr (EntSource) source = ent_source_new ("a.yaml", text, n);
    EntLocation place = { line, column, end > 0 ? line : 0, end };
    return ent_excerpt (source, place);
}

static void
assert_excerpt (const char *text, guint line, guint column, guint end, const char *expected)
{
    g_autofree char *shown = excerpt (text, -1, line, column, end);
    g_assert_cmpstr (shown, ==, expected);
}

static void
test_marks (void)
{
    assert_excerpt ("a: bc\nd: ef\n", 2, 4, 6, "d: ef\n   ^~");
    assert_excerpt ("a: bc\r\nd: ef\r\n", 1, 4, 6, "a: bc\n   ^~");
    assert_excerpt ("a: bc", 1, 4, 0, "a: bc\n   ^");
    assert_excerpt ("a: bc", 1, 6, 0, "a: bc\n     ^"); /* behind the last character */
    assert_excerpt ("a: bc", 1, 60, 0, "a: bc\n     ^");
    assert_excerpt ("a:\n", 2, 1, 0, "\n^");
    assert_excerpt ("a: bc", 1, 1, 99, "a: bc\n^~~~~");
    assert_excerpt ("a", 0, 0, 0, NULL); /* the file as a whole */
}

/* The marks stand below the words on a terminal: a tab is a tab again, a wide character takes two columns, what
 * combines none. */
static void
test_widths (void)
{
    assert_excerpt ("\t- a\tb", 1, 4, 5, "\t- a\tb\n\t  ^");
    assert_excerpt ("\t- a\tb", 1, 6, 7, "\t- a\tb\n\t   \t^");
    assert_excerpt ("名: 中国", 1, 4, 6, "名: 中国\n    ^~~~");
    assert_excerpt ("e\xCC\x81: b", 1, 5, 6, "e\xCC\x81: b\n   ^");
    assert_excerpt ("e\xCC\x81: b", 1, 1, 3, "e\xCC\x81: b\n^");
    assert_excerpt ("a: \xCC\x81", 1, 4, 5, "a: \xCC\x81\n   ^"); /* nothing but a mark */
}

static void
test_what_a_terminal_must_not_obey (void)
{
    assert_excerpt ("a\x1B[31m: b", 1, 9, 10, "a\xEF\xBF\xBD[31m: b\n        ^");
    assert_excerpt ("a\xE9: b", 1, 5, 6, "a\xEF\xBF\xBD: b\n    ^");
    assert_excerpt ("a\xE2\x80\xAE: b", 1, 5, 6, "a\xEF\xBF\xBD: b\n    ^"); /* turns the line round */
    g_autofree char *nul = excerpt ("a\0: b", 5, 1, 5, 6);
    g_assert_cmpstr (nul, ==, "a\xEF\xBF\xBD: b\n    ^");
}

/* Of a line that is too long the neighbourhood is shown, and of one longer still nothing. */
static void
test_long_lines (void)
{
    g_autofree char *before = g_strnfill (300, 'x'), *behind = g_strnfill (300, 'y');
    g_autofree char *text = g_strconcat (before, "word", behind, NULL);
    g_autofree char *shown = excerpt (text, -1, 1, 301, 305);
    g_auto (GStrv) lines = g_strsplit (shown, "\n", -1);
    g_assert_cmpuint (g_strv_length (lines), ==, 2);
    g_assert_cmpint (g_utf8_strlen (lines[0], -1), <, 150);
    g_assert_true (g_str_has_prefix (lines[0], "…xxx") && g_str_has_suffix (lines[0], "yyy…"));
    const char *word = g_utf8_offset_to_pointer (lines[0], strchr (lines[1], '^') - lines[1]);
    g_assert_true (g_str_has_prefix (word, "wordyyy"));
    g_assert_true (g_str_has_suffix (lines[1], " ^~~~"));

    g_autofree char *endless = g_strnfill (100000, 'x');
    g_assert_null (excerpt (endless, -1, 1, 90000, 90001));
}

/* A text of several lines is marked to the end of its first. */
static void
test_several_lines (void)
{
    g_autoptr (EntSource) source = ent_source_new ("a", "a: 'b\n  c'\n", 11);
    g_autofree char *shown = ent_excerpt (source, (EntLocation){ 1, 4, 2, 5 });
    g_assert_cmpstr (shown, ==, "a: 'b\n   ^~");
}

static EntFinding *warning_at (const char *path, EntLocation place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static EntFinding *
warning_at (const char *path, EntLocation place, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    EntFinding *finding = ent_finding_new (path, place, ENT_SEVERITY_WARNING, format, arguments);
    va_end (arguments);
    finding->rule = "odd-one";
    return finding;
}

/* Each finding and each note shows the file that it is about. */
static void
test_notes_and_order (void)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_ptr_array_add (findings, warning_at ("b", (EntLocation){ 1, 1, 1, 2 }, "third"));
    g_ptr_array_add (findings, warning_at ("a", (EntLocation){ 2, 1, 2, 2 }, "second"));
    g_ptr_array_add (findings, warning_at ("a", (EntLocation){ 1, 2, 1, 3 }, "first"));
    ent_finding_note (findings->pdata[1], "b", (EntLocation){ 1, 1, 0, 0 }, "note");
    g_autoptr (EntSource) a = ent_source_new ("a", "1\n2\n", 4), b = ent_source_new ("b", "3\n", 2);
    ent_findings_sort (findings);
    ent_findings_quote (findings, 0, a);
    ent_findings_quote (findings, 0, b);
    static const char *const lines[] = { "a:1:2: warning: first [odd-one]",
                                         "a:2:1: warning: second [odd-one]",
                                         "b:1:1: warning: third [odd-one]" };
    for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
        g_autofree char *line = ent_finding_format (findings->pdata[i]);
        g_assert_cmpstr (line, ==, lines[i]);
    }
    const EntFinding *second = findings->pdata[1], *third = findings->pdata[2];
    const EntFinding *note = second->notes->pdata[0];
    g_assert_cmpstr (second->excerpt, ==, "2\n^");
    g_assert_cmpstr (third->excerpt, ==, "3\n^");
    g_assert_cmpstr (note->excerpt, ==, "3\n^");
    g_assert_cmpstr (ent_severity_name (note->severity), ==, "note");
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/finding/marks", test_marks);
    g_test_add_func ("/finding/widths", test_widths);
    g_test_add_func ("/finding/what-a-terminal-must-not-obey", test_what_a_terminal_must_not_obey);
    g_test_add_func ("/finding/long-lines", test_long_lines);
    g_test_add_func ("/finding/several-lines", test_several_lines);
    g_test_add_func ("/finding/notes-and-order", test_notes_and_order);
    return g_test_run ();
}

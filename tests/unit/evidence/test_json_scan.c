/* The scanner of JSON beside JSON-GLib, which is slower and knows it too: both must take the same texts for JSON, and read
 * the same values. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/json.h"
#include "evidence/scan.h"

/* ---- the scanner's value, written down ---- */

static void describe (EntScan *scan, EntJson value, GString *out, guint depth);

static void
describe_text (const char *text, GString *out)
{
    g_autofree char *escaped = g_strescape (text, NULL);
    g_string_append_printf (out, "'%s'", escaped);
}

static void
describe_members (EntScan *scan, gboolean object, GString *out, guint depth)
{
    gboolean first = TRUE;
    g_string_append_c (out, object ? '{' : '[');
    while (!scan->bad && ent_scan_next (scan, object ? '}' : ']', &first)) {
        if (object)
            describe_text (ent_scan_key (scan), out);
        if (!scan->bad)
            describe (scan, ent_scan_value (scan), out, depth + 1);
        g_string_append_c (out, ' ');
    }
    g_string_append_c (out, object ? '}' : ']');
}

static void
describe (EntScan *scan, EntJson value, GString *out, guint depth)
{
    if (value.type == ENT_JSON_ARRAY || value.type == ENT_JSON_OBJECT) {
        scan->bad |= depth > 8;
        describe_members (scan, value.type == ENT_JSON_OBJECT, out, depth);
    } else if (value.type == ENT_JSON_TEXT) {
        describe_text (value.text, out);
    } else if (value.type == ENT_JSON_WHOLE) {
        g_string_append_printf (out, "%" G_GUINT64_FORMAT, value.number);
    } else {
        static const char *const names[] = { "none", "null", "true", "false", "", "other" };
        g_string_append (out, names[value.type]);
    }
}

/* NULL for what is not JSON. `pass`: without a look at the values. */
static char *
by_scanner (const char *text, gsize length, gboolean pass)
{
    g_autofree char *copy = g_malloc0 (length + ENT_SCAN_ROOM);
    memcpy (copy, text, length);
    EntScan scan = { copy, copy + length, FALSE, FALSE };
    g_autoptr (GString) out = g_string_new (NULL);
    EntJson value = ent_scan_value (&scan);
    if (pass)
        ent_scan_pass (&scan, value);
    else
        describe (&scan, value, out, 1);
    return ent_scan_is_done (&scan) ? g_strdup (out->str) : NULL;
}

/* ---- JSON-GLib's ---- */

static void
describe_node (JsonNode *node, GString *out)
{
    if (JSON_NODE_HOLDS_OBJECT (node)) {
        g_autoptr (GList) names = json_object_get_members (json_node_get_object (node));
        g_string_append_c (out, '{');
        for (GList *name = names; name != NULL; name = name->next) {
            describe_text (name->data, out);
            describe_node (json_object_get_member (json_node_get_object (node), name->data), out);
            g_string_append_c (out, ' ');
        }
        g_string_append_c (out, '}');
    } else if (JSON_NODE_HOLDS_ARRAY (node)) {
        JsonArray *array = json_node_get_array (node);
        g_string_append_c (out, '[');
        for (guint i = 0; i < json_array_get_length (array); i++) {
            describe_node (json_array_get_element (array, i), out);
            g_string_append_c (out, ' ');
        }
        g_string_append_c (out, ']');
    } else if (JSON_NODE_HOLDS_NULL (node)) {
        g_string_append (out, "null");
    } else if (json_node_get_value_type (node) == G_TYPE_STRING) {
        describe_text (json_node_get_string (node), out);
    } else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN) {
        g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
    } else if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0) {
        g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
    } else {
        g_string_append (out, "other");
    }
}

static char *
by_library (const char *text, gsize length)
{
    g_autoptr (JsonParser) parser = json_parser_new ();
    if (!ent_json_is_plain (text, (gssize)length, 8) ||
        !json_parser_load_from_data (parser, text, (gssize)length, NULL) ||
        json_parser_get_root (parser) == NULL)
        return NULL;
    g_autoptr (GString) out = g_string_new (NULL);
    describe_node (json_parser_get_root (parser), out);
    return g_strdup (out->str);
}

/* ---- texts ---- */

/* Of RFC 8259, where JSON-GLib is laxer. */
static void
test_what_is_json (void)
{
    static const struct {
        const char *text, *expected; /* NULL: no JSON */
    } cases[] = {
        { "\"\"", "''" },
        { "\"a\\u00e9\\ud83e\\udd1d\\/\"", "'a\\303\\251\\360\\237\\244\\235/'" },
        { "\"12345678\\n12345678\"", "'12345678\\n12345678'" },
        { "\"\\ud83e\"", NULL },
        { "\"\\udd1d\\ud83e\"", NULL },
        { "\"\\ud83e\\u0041\"", NULL },
        { "\"\\u0000\"", NULL },
        { "\"\\u12g4\"", NULL },
        { "\"\\x\"", NULL },
        { "\"\\", NULL },
        { "\"a\tb\"", NULL },
        { "\"1234567\t\"", NULL },
        { "\"abc", NULL },
        { "\"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\"",
          "'\\303\\251\\303\\251\\303\\251\\303\\251\\303\\251'" },
        { "\"\xC3\"", NULL },
        { "\"\xED\xA0\x80\"", NULL },
        { "\"\xC0\x80\"", NULL },
        { "0", "0" },
        { "9223372036854775807", "9223372036854775807" },
        { "9223372036854775808", "other" },
        { "99999999999999999999", "other" },
        { "12.0", "12" },
        { "12.5", "other" },
        { "-0", "other" },
        { "1e3", "other" },
        { "01", NULL },
        { "1.", NULL },
        { ".5", NULL },
        { "1e", NULL },
        { "+1", NULL },
        { "-", NULL },
        { "[1,]", NULL },
        { "[,1]", NULL },
        { "[1 2]", NULL },
        { "[ 1 , 2 ]", "[1 2 ]" },
        { "{\"a\":1,}", NULL },
        { "{\"a\" : [ ] }", "{'a'[] }" },
        { "{\"a\"}", NULL },
        { "{1:2}", NULL },
        { "[1}", NULL },
        { "nul", NULL },
        { "true false", NULL },
        { "", NULL },
        { "  ", NULL },
        { "[[[[[[[[1]]]]]]]]", "[[[[[[[[1 ] ] ] ] ] ] ] ]" },
        { "[[[[[[[[[1]]]]]]]]]", NULL },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        gsize length = strlen (cases[i].text);
        g_autofree char *got = by_scanner (cases[i].text, length, FALSE);
        g_autofree char *passed = by_scanner (cases[i].text, length, TRUE);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpstr (got, ==, cases[i].expected);
        g_assert_true ((passed == NULL) == (got == NULL));
    }
    g_assert_null (by_scanner ("1\0", 2, FALSE));
    g_assert_null (by_scanner ("\"a\0b\"", 5, FALSE));
}

static void
append_random (GString *out, GRand *rand, guint depth)
{
    static const char *const texts[] = { "\"a\"",
                                         "\"\"",
                                         "\"caf\u00E9 \u4E60\"",
                                         "\"\\\"\\n\\\\\"",
                                         "\"\\u00e9\"",
                                         "true",
                                         "false",
                                         "null",
                                         "0",
                                         "12",
                                         "450359962737049",
                                         "\"long enough for a word\"" };
    guint choice = (guint)g_rand_int_range (rand, 0, depth < 4 ? 16 : 12);
    if (choice < G_N_ELEMENTS (texts)) {
        g_string_append (out, texts[choice]);
        return;
    }
    gboolean object = choice % 2 == 0;
    g_string_append_c (out, object ? '{' : '[');
    for (guint i = 0, n = (guint)g_rand_int_range (rand, 0, 4); i < n; i++) {
        if (i > 0)
            g_string_append (out, i % 2 == 0 ? ", " : ",");
        if (object)
            g_string_append_printf (out, "\"k%u\": ", i);
        append_random (out, rand, depth + 1);
    }
    g_string_append_c (out, object ? '}' : ']');
}

static void
test_random (void)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (7);
    for (guint i = 0; i < 20000; i++) {
        g_autoptr (GString) text = g_string_new (NULL);
        append_random (text, rand, 0);
        g_autofree char *got = by_scanner (text->str, text->len, FALSE);
        g_autofree char *expected = by_library (text->str, text->len);
        g_assert_nonnull (expected);
        g_assert_cmpstr (got, ==, expected);
    }
}

/* What the scanner takes after a byte was changed, the library takes too: it refuses no less. No change makes two keys of an
 * object the same. */
static void
test_spoiled (void)
{
    static const char bytes[] = "\"\\{}[],: 56.Etruefalsn\n\xC3\xA9";
    g_autoptr (GRand) rand = g_rand_new_with_seed (8);
    guint taken = 0;
    for (guint i = 0; i < 50000; i++) {
        g_autoptr (GString) text = g_string_new (NULL);
        append_random (text, rand, 0);
        text->str[g_rand_int_range (rand, 0, (gint32)text->len)] =
            bytes[g_rand_int_range (rand, 0, (gint32)sizeof bytes - 1)];
        g_autofree char *got = by_scanner (text->str, text->len, FALSE);
        if (got == NULL)
            continue;
        g_autofree char *expected = by_library (text->str, text->len);
        g_assert_cmpstr (got, ==, expected);
        taken++;
    }
    g_assert_cmpuint (taken, >, 1000);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/json-scan/json", test_what_is_json);
    g_test_add_func ("/json-scan/random", test_random);
    g_test_add_func ("/json-scan/spoiled", test_spoiled);
    return g_test_run ();
}

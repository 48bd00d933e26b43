/* YAML: the tree and its places, and every way in which a file can fail to be one. */
#include <string.h>

#include "base/yaml.h"

static GStringChunk *strings;

static EntYaml *
parse (const char *bytes, gsize length, char **messages)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    GString *lines = g_string_new (NULL);
    EntYaml *root = ent_yaml_parse ("f", bytes, length, strings, findings);
    for (guint i = 0; i < findings->len; i++) {
        g_autofree char *line = ent_finding_format (g_ptr_array_index (findings, i));
        g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
    *messages = g_string_free (lines, FALSE);
    return root;
}

static EntYaml *
parse_good (const char *text)
{
    g_autofree char *messages = NULL;
    EntYaml *root = parse (text, strlen (text), &messages);
    g_assert_cmpstr (messages, ==, "");
    return root;
}

static void
assert_node (const EntYaml *node, EntYamlKind kind, const char *text, guint line, guint column)
{
    g_assert_nonnull (node);
    g_assert_cmpint (node->kind, ==, kind);
    g_assert_cmpstr (node->text, ==, text);
    g_assert_cmpuint (node->place.line, ==, line);
    g_assert_cmpuint (node->place.column, ==, column);
}

static void
test_tree (void)
{
    g_autoptr (EntYaml) root = parse_good ("ü: [Élysée, b]\nlist:\n  - x: 1\n  - 'y'\nnone:\n");
    assert_node (root, ENT_YAML_MAPPING, NULL, 1, 1);
    const EntYaml *flow = ent_yaml_get (root, "ü");
    assert_node (flow, ENT_YAML_SEQUENCE, NULL, 1, 4);
    assert_node (ent_yaml_first (flow), ENT_YAML_SCALAR, "Élysée", 1, 5);
    assert_node (ent_yaml_next (ent_yaml_first (flow)), ENT_YAML_SCALAR, "b", 1, 13);
    g_assert_true (ent_yaml_next (flow) - 1 == ent_yaml_next (ent_yaml_first (flow)));
    const EntYaml *list = ent_yaml_get (root, "list");
    assert_node (list, ENT_YAML_SEQUENCE, NULL, 3, 3);
    const EntYaml *mapping = ent_yaml_first (list);
    assert_node (ent_yaml_get (mapping, "x"), ENT_YAML_SCALAR, "1", 3, 8);
    assert_node (ent_yaml_next (mapping), ENT_YAML_SCALAR, "y", 4, 5);
    g_assert_true (ent_yaml_next (ent_yaml_next (mapping)) == ent_yaml_end (list));
    assert_node (ent_yaml_get (root, "none"), ENT_YAML_SCALAR, "", 5, 6);
    g_assert_null (ent_yaml_get (root, "absent"));
    g_assert_null (ent_yaml_get (flow, "b"));
    g_assert_null (ent_yaml_get (NULL, "b"));
}

static void
test_nulls (void)
{
    static const gboolean expected[] = { TRUE, TRUE, FALSE, FALSE, FALSE, FALSE };
    g_autoptr (EntYaml) root = parse_good ("[~, null, 'null', \"\", No, 2018]");
    g_assert_cmpuint (root->size, ==, G_N_ELEMENTS (expected) + 1);
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        g_assert_cmpint (ent_yaml_first (root)[i].null, ==, expected[i]);
}

static void
test_nothing_is_no_mistake (void)
{
    static const char *const empty[] = { "", "\n\n", "# only a comment\n", "\xEF\xBB\xBF" };
    for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
        g_assert_null (parse_good (empty[i]));
    g_autoptr (EntYaml) document = parse_good ("---\n");
    g_assert_true (document->null);
    ent_yaml_free (NULL);
}

static void
test_byte_order_mark (void)
{
    g_autoptr (EntYaml) root = parse_good ("\xEF\xBB\xBFkey: value");
    assert_node (ent_yaml_get (root, "key"), ENT_YAML_SCALAR, "value", 1, 6);
}

static void
test_refusals (void)
{
    static const struct {
        const char *text, *expected;
    } bad[] = {
        { "a: [b\nc: d\n", "f:2:2: error: ',' or ']' expected" },
        { "a: {b: c\nd\n", "f:3:1: error: ',' or '}' expected" },
        { "a: b: c\n", "f:1:5: error: unexpected ':'; quote a text that holds ': '" },
        { "a: 1\nkey\nb: 2\n", "f:2:1: error: ':' expected after this key" },
        { "a:\n  b: \"open\n  c: 1\n", "f:2:6: error: this quote is never closed" },
        { "a: 'x\n---\n'", "f:1:4: error: this quote is never closed" },
        { "a: \"\\q\"", "f:1:5: error: unknown escape; in double quotes write '\\\\' for a backslash" },
        { "a: @x\n", "f:1:4: error: a text that starts with '@' must be quoted" },
        { "ü: `x`\n", "f:1:4: error: a text that starts with '`' must be quoted" },
        { "a:\n\tb: 1\n", "f:2:1: error: indent with spaces, not with a tab" },
        { "a:\n   b: 1\n  c: 1\n", "f:3:3: error: a key expected, indented like the keys before it" },
        { "a:\n  - b\n  c: 1\n", "f:3:3: error: '-' expected, as before the items above" },
        { "a: ? b\n", "f:1:4: error: unexpected '?'; quote a text that starts with it" },
        { "a: [b:c:]\n", "f:1:8: error: unexpected ':'; quote a text that holds ':'" },
        { "a: - b\n", "f:1:4: error: unexpected '-'; a list starts on the line below its key" },
        { "a: *\n", "f:1:4: error: a text that starts with '*' or '&' must be quoted" },
        { "a: 1\x07\n", "f:1:5: error: the character U+0007 is not allowed" },
        { "a: &x [b]\nc: *x\n", "f:1:4: error: anchors (&) and aliases (*) are not allowed; "
                                "write the value out, or quote the text" },
        { "a: *x\n", "f:1:4: error: anchors (&) and aliases (*) are not allowed; "
                     "write the value out, or quote the text" },
        { "[a]: b\n", "f:1:1: error: a key must be plain text; quote it if it starts with [ or {" },
        { "a: 1\n...\nb: 2\n", "f:3:1: error: the document has ended before this" },
        { "[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]", "f:1:17: error: nested too deep" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        g_autofree char *messages = NULL;
        g_assert_null (parse (bad[i].text, strlen (bad[i].text), &messages));
        g_assert_cmpstr (messages, ==, bad[i].expected);
    }
}

static void
test_deepest_that_is_read (void)
{
    g_autoptr (EntYaml) root = parse_good ("[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]");
    g_assert_nonnull (root);
}

/* Nine lists of nine, each of the one before: 9^9 names if it were written out. */
static void
test_expansion_bomb (void)
{
    GString *bomb = g_string_new ("a0: &a0 [lol]\n");
    for (guint i = 1; i < 10; i++) {
        g_string_append_printf (bomb, "a%u: &a%u [", i, i);
        for (guint k = 0; k < 9; k++)
            g_string_append_printf (bomb, "*a%u,", i - 1);
        g_string_append (bomb, "]\n");
    }
    g_autofree char *messages = NULL;
    g_assert_null (parse (bomb->str, bomb->len, &messages));
    g_assert_cmpstr (
        messages, ==,
        "f:1:5: error: anchors (&) and aliases (*) are not allowed; write the value out, or quote "
        "the text");
    g_string_free (bomb, TRUE);
}

static void
test_damage_is_reported (void)
{
    static const char latin1[] = "a: Erdo\xF0"
                                 "an\nb: \xE9\xE9\nc: x\n";
    static const char nul[] = "a: x\0y\nb: z\n";
    static const char utf16[] = "\xFF\xFE"
                                "a\0:\0 \0b\0";
    g_autofree char *messages = NULL, *nul_messages = NULL, *utf16_messages = NULL, *escape_messages = NULL;

    g_autoptr (EntYaml) root = parse (latin1, sizeof latin1 - 1, &messages);
    g_assert_cmpstr (messages, ==,
                     "f:1:8: error: byte 0xF0 is not UTF-8; save the file as UTF-8\n"
                     "f:2:4: error: byte 0xE9 is not UTF-8; save the file as UTF-8");
    g_assert_cmpstr (ent_yaml_get (root, "c")->text, ==, "x");

    g_autoptr (EntYaml) after = parse (nul, sizeof nul - 1, &nul_messages);
    g_assert_cmpstr (nul_messages, ==, "f:1:5: error: a NUL byte; this is not a text file");
    g_assert_null (after); /* no text file, perhaps a large one */

    g_assert_null (parse (utf16, sizeof utf16 - 1, &utf16_messages));
    g_assert_cmpstr (utf16_messages, ==, "f: error: in UTF-16; save the file as UTF-8");

    g_autoptr (EntYaml) escape = parse ("a: \"x\\0y\"", 9, &escape_messages);
    g_assert_cmpstr (escape_messages, ==, "f:1:4: error: a NUL character in a text");
    g_assert_nonnull (escape);
}

static void
test_second_document (void)
{
    g_autofree char *messages = NULL;
    const char *text = "a: 1\n---\nb: [\n";
    g_autoptr (EntYaml) root = parse (text, strlen (text), &messages);
    g_assert_cmpstr (messages, ==, "f:2:1: error: a second document starts here; only one is read");
    g_assert_cmpstr (ent_yaml_get (root, "a")->text, ==, "1");
}

static void
test_keys_and_lists (void)
{
    static const char *const known[] = { "name", "aliases", "state", NULL };
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (EntYaml) root = parse_good ("name: x\nalias: [a]\nstaet: y\nname: z\n\"co\\nlour\": red\n"
                                           "aliases: [a, '', ~, [b], {c: d}, ' ', e]\nstate: {f: g}\n");
    ent_yaml_check_keys (findings, root, known);
    g_autoptr (GPtrArray) aliases = ent_yaml_texts (findings, ent_yaml_get (root, "aliases"), "aliases");
    g_autoptr (GPtrArray) single = ent_yaml_texts (findings, ent_yaml_get (root, "name"), "name");
    g_autoptr (GPtrArray) mapping = ent_yaml_texts (findings, ent_yaml_get (root, "state"), "state");
    g_autoptr (GPtrArray) nothing = ent_yaml_texts (findings, NULL, "nothing");
    static const char *const expected[] = {
        "f:2:1: error: unknown key 'alias'; did you mean 'aliases'?",
        "f:3:1: error: unknown key 'staet'; did you mean 'state'?",
        "f:4:1: error: duplicate key 'name'",
        "f:5:1: error: unknown key 'co\xEF\xBF\xBDlour'; expected one of: name, aliases, state",
        "f:6:14: error: empty item in 'aliases'",
        "f:6:18: error: empty item in 'aliases'",
        "f:6:21: error: an item of 'aliases' must be plain text; quote it if it holds ': '",
        "f:6:26: error: an item of 'aliases' must be plain text; quote it if it holds ': '",
        "f:6:34: error: empty item in 'aliases'",
        "f:1:7: error: 'name' must be a list, not a single text; put it in [ ]",
        "f:7:8: error: 'state' must be a list, not keys with values",
    };
    for (guint i = 0; i < findings->len; i++) {
        g_autofree char *line = ent_finding_format (g_ptr_array_index (findings, i));
        g_assert_cmpstr (line, ==, i < G_N_ELEMENTS (expected) ? expected[i] : NULL);
    }
    g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (expected));
    g_assert_cmpuint (aliases->len, ==, 2);
    assert_node (aliases->pdata[0], ENT_YAML_SCALAR, "a", 6, 11);
    assert_node (aliases->pdata[1], ENT_YAML_SCALAR, "e", 6, 39);
    g_assert_cmpuint (single->len + mapping->len + nothing->len, ==, 0);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/yaml/tree", test_tree);
    g_test_add_func ("/yaml/nulls", test_nulls);
    g_test_add_func ("/yaml/nothing-is-no-mistake", test_nothing_is_no_mistake);
    g_test_add_func ("/yaml/byte-order-mark", test_byte_order_mark);
    g_test_add_func ("/yaml/refusals", test_refusals);
    g_test_add_func ("/yaml/deepest-that-is-read", test_deepest_that_is_read);
    g_test_add_func ("/yaml/expansion-bomb", test_expansion_bomb);
    g_test_add_func ("/yaml/damage-is-reported-and-read-over", test_damage_is_reported);
    g_test_add_func ("/yaml/second-document", test_second_document);
    g_test_add_func ("/yaml/keys-and-lists", test_keys_and_lists);
    strings = g_string_chunk_new (4096);
    int status = g_test_run ();
    g_string_chunk_free (strings);
    return status;
}

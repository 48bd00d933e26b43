/* What is written as YAML is read as the same. */
#include <string.h>

#include "base/yaml.h"
#include "base/yaml_write.h"

static EntYaml *
parse (const char *text, GStringChunk *strings)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new ();
    EntYaml *root = ent_yaml_parse ("made.yaml", text, strlen (text), strings, findings);
    g_assert_cmpuint (findings->len, ==, 0);
    return root;
}

static void
test_style (void)
{
    g_autoptr (GPtrArray) texts = g_ptr_array_new ();
    g_ptr_array_add (texts, (gpointer) "Iranian");
    g_ptr_array_add (texts, (gpointer) "1984");
    EntYamlWriter *writer = ent_yaml_writer_new ();
    ent_yaml_write_text (writer, "iran");
    ent_yaml_begin_mapping (writer);
    ent_yaml_write_text (writer, "demonyms");
    ent_yaml_write_texts (writer, texts);
    ent_yaml_write_text (writer, "offices");
    ent_yaml_begin_list (writer);
    ent_yaml_begin_mapping (writer);
    ent_yaml_write_text (writer, "since");
    ent_yaml_write_plain (writer, "2018-07-19");
    ent_yaml_end_mapping (writer);
    ent_yaml_end_list (writer);
    ent_yaml_end_mapping (writer);
    g_autofree char *text = ent_yaml_writer_finish (writer);
    g_assert_cmpstr (text, ==, "iran:\n  demonyms: [Iranian, '1984']\n  offices:\n  - since: 2018-07-19\n");
}

static void
test_not_utf8 (void)
{
    EntYamlWriter *writer = ent_yaml_writer_new ();
    ent_yaml_write_text (writer, "a");
    ent_yaml_write_text (writer, "\xE9");
    g_assert_null (ent_yaml_writer_finish (writer));
}

/* Of signs that YAML gives a meaning to, and a few others. */
static char *
random_text (void)
{
    static const char *const signs[] = { "a", "B",  "1",  "0",  " ",  "  ", ":",   ": ", "#", " #",
                                         "-", "- ", "'",  "\"", "\\", "[",  "]",   "{",  "}", ",",
                                         "&", "*",  "!",  "|",  ">",  "%",  "@",   "`",  "?", "~",
                                         "é", "😀",  "\n", "\t", ".",  "no", "null" };
    GString *text = g_string_new (NULL);
    for (gint n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (text, signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))]);
    return g_string_free (text, FALSE);
}

static void
test_random_texts (void)
{
    for (guint round = 0; round < 500; round++) {
        g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
        for (guint i = 0; i < 20; i++)
            g_ptr_array_add (texts, random_text ());
        EntYamlWriter *writer = ent_yaml_writer_new ();
        ent_yaml_write_text (writer, texts->pdata[0]);
        ent_yaml_write_texts (writer, texts);
        g_autofree char *text = ent_yaml_writer_finish (writer);
        g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
        g_autoptr (EntYaml) root = parse (text, strings);
        const EntYaml *key = ent_yaml_first (root), *list = ent_yaml_next (key),
                      *item = ent_yaml_first (list);
        g_assert_cmpstr (key->text, ==, texts->pdata[0]);
        for (guint i = 0; i < texts->len; i++, item = ent_yaml_next (item)) {
            g_assert_true (item != ent_yaml_end (list));
            g_assert_cmpstr (item->text, ==, texts->pdata[i]);
            g_assert_false (item->null);
        }
        g_assert_true (item == ent_yaml_end (list));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/yaml-write/style", test_style);
    g_test_add_func ("/yaml-write/not-utf8", test_not_utf8);
    g_test_add_func ("/yaml-write/random-texts", test_random_texts);
    return g_test_run ();
}

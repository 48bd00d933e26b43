/* Ids made of names: letters that a key may have, and no two alike. */
#include "gazetteer/ids.h"

static void
test_names (void)
{
    static const struct {
        const char *name, *id;
    } cases[] = {
        { "Anna Berg", "anna-berg" },
        { "  J. P. O'Hara, Jr. ", "j-p-ohara-jr" },
        { "U.S. Navy", "us-navy" },
        { "Željko Šuštaršič", "zeljko-sustarsic" },
        { "Jean-Luc  --  Dupont", "jean-luc-dupont" },
        { "24 Hours", "24-hours" },
        { "", "entry" },
        { "!?", "entry" },
        { "a\xFF\xFE", "a" }, /* not UTF-8 */
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *id = ent_id_of_name (cases[i].name);
        g_assert_cmpstr (id, ==, cases[i].id);
    }
}

static void
test_length (void)
{
    g_autofree char *name = g_strnfill (1000, 'x'), *id = ent_id_of_name (name);
    g_assert_cmpuint (strlen (id), ==, 60);
}

static void
assert_taken (EntIds *ids, const char *wish, const char *expected)
{
    g_autofree char *id = ent_ids_take (ids, wish);
    g_assert_cmpstr (id, ==, expected);
}

static void
test_no_two_are_alike (void)
{
    g_autoptr (EntIds) ids = ent_ids_new (NULL);
    assert_taken (ids, "berg", "berg");
    assert_taken (ids, "berg-2", "berg-2");
    assert_taken (ids, "berg", "berg-3");
    assert_taken (ids, "berg", "berg-4");
    assert_taken (ids, "nobody", "nobody-2"); /* it stands for nobody under articles: */
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ids/names", test_names);
    g_test_add_func ("/ids/length", test_length);
    g_test_add_func ("/ids/no-two-are-alike", test_no_two_are_alike);
    return g_test_run ();
}

/* Near misses. */
#include "base/nearest.h"

static void
test_distances (void)
{
    g_assert_cmpuint (ent_edit_distance ("state", "state", 2), ==, 0);
    g_assert_cmpuint (ent_edit_distance ("staet", "state", 2), ==, 1);
    g_assert_cmpuint (ent_edit_distance ("alias", "aliases", 2), ==, 2);
    g_assert_cmpuint (ent_edit_distance ("Erdo\u011Fan", "Erdogan", 2), ==, 1);
    g_assert_cmpuint (ent_edit_distance ("kitten", "sitting", 2), ==, 3); /* more than asked for */
    g_assert_cmpuint (ent_edit_distance ("", "abc", 5), ==, 3);
    g_assert_cmpuint (ent_edit_distance ("", "", 0), ==, 0);
    g_autofree char *endless = g_strnfill (100000, 'a');
    g_assert_cmpuint (ent_edit_distance (endless, endless, 1), ==, 2);
}

/* The definition, word for word. */
static guint
slow_distance (const char *a, guint n, const char *b, guint m)
{
    if (n == 0 || m == 0)
        return n + m;
    guint best = slow_distance (a, n - 1, b, m - 1) + (a[n - 1] != b[m - 1]);
    best = MIN (best, slow_distance (a, n - 1, b, m) + 1);
    best = MIN (best, slow_distance (a, n, b, m - 1) + 1);
    if (n > 1 && m > 1 && a[n - 1] == b[m - 2] && a[n - 2] == b[m - 1])
        best = MIN (best, slow_distance (a, n - 2, b, m - 2) + 1);
    return best;
}

static void
test_against_the_definition (void)
{
    for (guint i = 0; i < 2000; i++) {
        char words[2][7] = { "", "" };
        guint lengths[2], limit = (guint)g_test_rand_int_range (0, 7);
        for (guint w = 0; w < 2; w++) {
            lengths[w] = (guint)g_test_rand_int_range (0, 7);
            for (guint k = 0; k < lengths[w]; k++)
                words[w][k] = (char)g_test_rand_int_range ('a', 'd');
        }
        guint expected = MIN (slow_distance (words[0], lengths[0], words[1], lengths[1]), limit + 1);
        g_assert_cmpuint (ent_edit_distance (words[0], words[1], limit), ==, expected);
    }
}

static void
test_nearest (void)
{
    static const char *const known[] = { "name", "aliases", "state", "offices", NULL };
    g_assert_cmpstr (ent_nearest ("alias", known), ==, "aliases");
    g_assert_cmpstr (ent_nearest ("nmae", known), ==, "name");
    g_assert_cmpstr (ent_nearest ("office", known), ==, "offices");
    g_assert_null (ent_nearest ("colour", known));
    g_assert_null (ent_nearest ("", known));
}

/* Arguments and paths need not be UTF-8; what is behind the end of such a text is not to be looked at. */
static void
test_half_a_character (void)
{
    g_autofree char *cut = g_strdup ("nam\xE2");
    const char *const known[] = { cut, "name", NULL };
    g_assert_null (ent_nearest (cut, known));
    g_assert_cmpstr (ent_nearest ("nmae", known), ==, "name");
    g_autofree char *quoted = ent_quote (cut);
    g_assert_cmpstr (quoted, ==, "'nam\uFFFD'");
}

static void
test_quote (void)
{
    g_autofree char *plain = ent_quote ("Bras\u00EDlia"), *odd = ent_quote ("a\n\x1B[0m");
    g_assert_cmpstr (plain, ==, "'Bras\u00EDlia'");
    g_assert_cmpstr (odd, ==, "'a\uFFFD\uFFFD[0m'");
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/nearest/distances", test_distances);
    g_test_add_func ("/nearest/against-the-definition", test_against_the_definition);
    g_test_add_func ("/nearest/nearest", test_nearest);
    g_test_add_func ("/nearest/half-a-character", test_half_a_character);
    g_test_add_func ("/nearest/quote", test_quote);
    return g_test_run ();
}

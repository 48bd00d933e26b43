/* Every way to look at a block of text sees the same. */
#include <string.h>

#include "match/table.h"

static EntByteSet
random_set (void)
{
    EntByteSet set;
    for (guint i = 0; i < G_N_ELEMENTS (set.low); i++)
        set.low[i] = (guint8)(g_test_rand_int () & g_test_rand_int ());
    return set;
}

static void
check_look (EntScan look, const char *block, const EntByteSet *firsts)
{
    EntBlock seen = look (block, firsts);
    for (guint i = 0; i < ENT_BLOCK; i++) {
        guchar c = (guchar)block[i];
        gboolean word = g_ascii_isalnum (c), lead = c >= 0xC0;
        g_assert_cmpint (seen.word >> i & 1, ==, word);
        g_assert_cmpint (seen.other >> i & 1, ==, c >= 0x80 || c == '\'' || c == '`');
        if (lead || (word && ent_byte_set_has (firsts, c)))
            g_assert_true (seen.first >> i & 1);
        else if (!ent_byte_set_has (firsts, c) && !word)
            g_assert_false (seen.first >> i & 1);
    }
}

/* All bytes, at all places of a block. */
static void
test_bytes (void)
{
    guint n;
    const EntScan *looks = ent_scans (&n);
    g_assert_cmpuint (n, >=, 1);
    for (guint shift = 0; shift < 256; shift++) {
        EntByteSet firsts = random_set ();
        char block[ENT_BLOCK];
        for (guint i = 0; i < ENT_BLOCK; i++)
            block[i] = (char)(i * 67 + shift);
        for (guint i = 0; i < n; i++)
            check_look (looks[i], block, &firsts);
    }
}

static void
test_set (void)
{
    EntByteSet none = { { 0 } }, some = none;
    some.low['A' & 15] = 1 << ('A' >> 4);
    for (guint c = 0; c < 256; c++) {
        g_assert_false (ent_byte_set_has (&none, (guchar)c));
        g_assert_cmpint (ent_byte_set_has (&some, (guchar)c), ==, c == 'A');
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/matcher-look/bytes", test_bytes);
    g_test_add_func ("/matcher-look/set", test_set);
    return g_test_run ();
}

#include <string.h>

#include "text/offset_map.h"

static void
assert_span (const EntOffsetMap *map, gsize start, gsize end, gsize source_start, gsize source_end)
{
    EntSpan span = ent_offset_map_span (map, (EntSpan){ start, end });
    g_assert_cmpuint (span.start, ==, source_start);
    g_assert_cmpuint (span.end, ==, source_end);
}

static void
test_kinds_of_runs (void)
{
    g_autoptr (EntOffsetMap) map = ent_offset_map_new ();
    ent_offset_map_keep (map, 0, 3);                      /* abc */
    ent_offset_map_replace (map, (EntSpan){ 3, 8 }, 1);   /* &amp; */
    ent_offset_map_keep (map, 10, 2);                     /* two bytes dropped before it */
    ent_offset_map_replace (map, (EntSpan){ 12, 12 }, 2); /* put in */
    for (gsize i = 0; i < 3; i++)                         /* UTF-16 */
        ent_offset_map_replace (map, (EntSpan){ 12 + 2 * i, 14 + 2 * i }, 1);
    assert_span (map, 0, 3, 0, 3);
    assert_span (map, 1, 2, 1, 2);
    assert_span (map, 3, 4, 3, 8);
    assert_span (map, 2, 5, 2, 11);
    assert_span (map, 4, 6, 10, 12);
    assert_span (map, 6, 8, 12, 12);
    assert_span (map, 9, 10, 14, 16);
    assert_span (map, 0, 11, 0, 18);
    assert_span (map, 5, 5, 11, 11);
    assert_span (map, 11, 11, 18, 18);
}

static void
test_empty (void)
{
    g_autoptr (EntOffsetMap) map = ent_offset_map_new ();
    assert_span (map, 0, 0, 0, 0);
}

/* Makes one text of another by keeping, dropping and replacing; replacements are `unit` bytes long. */
static void
derive (GRand *rand, gsize length, gsize unit, EntOffsetMap *map, gsize *new_length)
{
    *new_length = 0;
    for (gsize at = 0; at < length;) {
        gsize n = (gsize)g_rand_int_range (rand, 1, (gint32)MIN (length - at, 5) + 1);
        switch (g_rand_int_range (rand, 0, 4)) {
        case 0:
            break; /* dropped */
        case 1:
            ent_offset_map_replace (map, (EntSpan){ at, at + n }, unit);
            *new_length += unit;
            break;
        default:
            ent_offset_map_keep (map, at, n);
            *new_length += n;
        }
        at += n;
    }
}

/* The composed map says what looking through both maps, one after the other, says. */
static void
test_compose_is_both (void)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (1);
    for (guint round = 0; round < 200; round++) {
        g_autoptr (EntOffsetMap) inner = ent_offset_map_new ();
        g_autoptr (EntOffsetMap) outer = ent_offset_map_new ();
        gsize middle, length;
        derive (rand, 60, 1, inner, &middle);
        derive (rand, middle, 2, outer, &length);
        g_autoptr (EntOffsetMap) both = ent_offset_map_compose (outer, inner);
        for (gsize i = 0; i < length; i++) {
            EntSpan step = ent_offset_map_span (inner, ent_offset_map_span (outer, (EntSpan){ i, i + 1 }));
            assert_span (both, i, i + 1, step.start, step.end);
        }
    }
}

static void
test_text_replace (void)
{
    char bytes[] = "a&amp;b";
    EntText text = { bytes, strlen (bytes), FALSE, NULL };
    EntOffsetMap *map = ent_offset_map_new ();
    ent_offset_map_keep (map, 0, 1);
    ent_offset_map_replace (map, (EntSpan){ 1, 6 }, 1);
    ent_offset_map_keep (map, 6, 1);
    ent_text_replace (&text, g_string_new ("a&b"), map);
    map = ent_offset_map_new ();
    ent_offset_map_keep (map, 1, 2);
    ent_text_replace (&text, g_string_new ("&b"), map);
    g_assert_cmpstr (text.text, ==, "&b");
    g_assert_true (text.owned);
    assert_span (text.map, 0, 1, 1, 6);
    assert_span (text.map, 1, 2, 6, 7);
    ent_offset_map_free (text.map);
    g_free (text.text);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/offset-map/kinds-of-runs", test_kinds_of_runs);
    g_test_add_func ("/offset-map/empty", test_empty);
    g_test_add_func ("/offset-map/compose-is-both", test_compose_is_both);
    g_test_add_func ("/offset-map/text-replace", test_text_replace);
    return g_test_run ();
}

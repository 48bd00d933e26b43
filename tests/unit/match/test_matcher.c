/* What the matcher finds. */
#include "match/matcher.h"

#include <string.h>

#include "names.h"

/* What the matcher finds in the text, each hit in brackets: "the [U.S.] Senate". */
static char *
find (const char *const *names, const char *text)
{
    EntGazetteer gazetteer;
    names_init (&gazetteer);
    for (; *names != NULL; names++)
        names_add (&gazetteer, *names);
    g_autoptr (EntMatcher) matcher = ent_matcher_new (&gazetteer);
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (EntHit));
    ent_matcher_find (matcher, text, (EntSpan){ 0, strlen (text) }, hits);
    GString *out = g_string_new (NULL);
    gsize last = 0;
    for (guint i = 0; i < hits->len; i++) {
        EntHit hit = g_array_index (hits, EntHit, i);
        g_assert_cmpuint (hit.span.start, >=, last);
        g_string_append_len (out, text + last, (gssize)(hit.span.start - last));
        g_string_append_printf (out, "[%.*s]", (int)(hit.span.end - hit.span.start), text + hit.span.start);
        last = hit.span.end;
        g_assert_cmpuint (ent_matcher_group (matcher, hit.group).n_names, >=, 1);
    }
    g_string_append (out, text + last);
    g_array_unref (gazetteer.names);
    return g_string_free (out, FALSE);
}

/* `expected` is the text with its hits in brackets. */
static void
check (const char *const *names, const char *const *expected)
{
    for (; *expected != NULL; expected++) {
        g_auto (GStrv) pieces = g_strsplit_set (*expected, "[]", -1);
        g_autofree char *text = g_strjoinv (NULL, pieces), *got = find (names, text);
        g_assert_cmpstr (got, ==, *expected);
    }
}

static const char *const names[] = { "Iran",
                                     "IRAN",
                                     "US",
                                     "U.S.",
                                     "UN",
                                     "Turkey",
                                     "May",
                                     "al-Assad",
                                     "Bashar al-Assad",
                                     "Sana'a",
                                     "Recep Tayyip Erdo\u011Fan",
                                     "Erdo\u011Fan",
                                     "Hillary R. Clinton",
                                     "New York",
                                     "New York Times",
                                     "York",
                                     "People's Party",
                                     "ISIS",
                                     "\u00C9lys\u00E9e",
                                     "G20",
                                     NULL };

static void
test_capitals (void)
{
    check (names, (const char *const[]){
                      "The [US] told us that [May] may eat turkey in [Turkey].",
                      "[TURKEY] and [IRAN] and iran and [Iran]",
                      "Isis and isis and [ISIS]; Un and [UN]; [G20] and g20",
                      "[BASHAR AL-ASSAD] met bashar al-assad; [Bashar Al-Assad] met [Bashar al-Assad]",
                      "[\u00C9lys\u00E9e], [ELYSEE], [\u00C9LYS\u00C9E], \u00E9lys\u00E9e", NULL });
}

static void
test_spelling (void)
{
    check (names, (const char *const[]){
                      "[Erdogan], [Erdo\u011Fan], [Recep Tayyip Erdogan], [Recep  Tayyip\nErdogan]",
                      "[Sanaa], [Sana'a], [Sana\u2019a], [Sana`a]",
                      "[al Assad], [al-Assad], [al\u2011Assad], [al-\nAssad], [al-\r\n  Assad], [al/Assad]",
                      "Iranian and Tehran and Iran7 and New Yorker and x`Iran", NULL });
}

static void
test_bounds (void)
{
    check (names, (const char *const[]){
                      "The [U.S.] Senate, the [U.S]) and the [U.S.]-led, the [U.S.]'s, the [U.S.].",
                      "[Iran]'s and [Iran]\u2019s; the [People's Party]'s and [People\u2019s Party]",
                      "[Hillary R. Clinton], [Hillary R Clinton]", "[New York Times], [New York], [York]",
                      "[New York]. Times, New, [York], New \"[York]\", New ([York]), New - [York]",
                      "New\n\n[York] and New\n \n[York] and [New\nYork]", NULL });
}

/* An ampersand is the word "and", in names and texts. */
static void
test_ampersand (void)
{
    const char *const firms[] = { "Holm & Sons", "H&M", "Dal and Rud", "Ada Holm", "Bo &amp; Co", NULL };
    check (
        firms,
        (const char *const[]){
            "[Holm & Sons], [Holm &amp; Sons], [Holm and Sons], [HOLM AND SONS], [Holm\n& Sons], [Holm&Sons]",
            "[H&M], [H & M], [H&amp;M]; H M; [Dal & Rud] and [Dal and Rud]; [Bo & Co]",
            "Holm && Sons, Holm, & Sons, Holm & & Sons, Holm Sons, Ada & Holm, Holm &\n\nSons, Holm &",
            NULL });
}

/* Before Jr. and the like may stand a comma. */
static void
test_generation (void)
{
    const char *const people[] = { "Bo Holm Jr.", "Bo Holm", "Ada Dal, III", "Ada May", NULL };
    check (people,
           (const char *const[]){
               "[Bo Holm Jr]., [Bo Holm, Jr]., [BO HOLM, JR]., [Bo Holm,\nJr], [Bo Holm], Junior, [Bo Holm]",
               "[Ada Dal III] and [Ada Dal, III], Ada, May", NULL });
}

/* Only the span is searched, and nothing behind it read. */
static void
test_span (void)
{
    EntGazetteer gazetteer;
    names_init (&gazetteer);
    names_add (&gazetteer, "New York");
    names_add (&gazetteer, "York");
    g_autoptr (EntMatcher) matcher = ent_matcher_new (&gazetteer);
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (EntHit));
    ent_matcher_find (matcher, "York, New York", (EntSpan){ 4, 13 }, hits);
    g_assert_cmpuint (hits->len, ==, 0);
    ent_matcher_find (matcher, "York, New York", (EntSpan){ 10, 14 }, hits);
    g_assert_cmpuint (hits->len, ==, 1);
    ent_matcher_find (matcher, "York, New York", (EntSpan){ 6, 14 }, hits);
    g_assert_cmpuint (hits->len, ==, 2); /* appended */
    g_assert_cmpuint (g_array_index (hits, EntHit, 1).span.start, ==, 6);
    g_array_unref (gazetteer.names);
}

static void
test_groups (void)
{
    EntGazetteer gazetteer;
    names_init (&gazetteer);
    static const char *const same[] = { "ISIS", "Ada", "Isis", "Erdo\u011Fan", "Erdogan" };
    for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
        names_add (&gazetteer, same[i]);
    g_autoptr (EntMatcher) matcher = ent_matcher_new (&gazetteer);
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (EntHit));
    ent_matcher_find (matcher, "Isis Erdogan", (EntSpan){ 0, 12 }, hits);
    g_assert_cmpuint (hits->len, ==, 2);
    EntNameGroup isis = ent_matcher_group (matcher, g_array_index (hits, EntHit, 0).group);
    EntNameGroup erdogan = ent_matcher_group (matcher, g_array_index (hits, EntHit, 1).group);
    g_assert_cmpmem (isis.names, isis.n_names * sizeof (guint), ((guint[]){ 0, 2 }), 2 * sizeof (guint));
    g_assert_cmpmem (erdogan.names, erdogan.n_names * sizeof (guint), ((guint[]){ 3, 4 }),
                     2 * sizeof (guint));
    g_array_unref (gazetteer.names);
}

static void
test_edges (void)
{
    static const char *const none[] = { NULL };
    check (none, (const char *const[]){ "", "Nobody here", "\xFF\xC3 \x80", NULL });
    /* names without a word match nothing, nor does one that folds to nothing */
    static const char *const odd[] = { "...", "", "\u0301", "Iran", NULL };
    check (odd, (const char *const[]){ "", "... [Iran]\xFF[Iran]\xC3", NULL });

    /* a name is as long as 24 words, and a longer one is not found */
    g_autoptr (GString) name = g_string_new ("A0");
    for (guint i = 1; i < 24; i++)
        g_string_append_printf (name, " A%u", i);
    g_autofree char *longer = g_strconcat (name->str, " A24", NULL);
    const char *const both[] = { name->str, longer, NULL };
    g_autofree char *expected = g_strdup_printf ("[%s] A24", name->str);
    check (both, (const char *const[]){ expected, NULL });
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/matcher/capitals", test_capitals);
    g_test_add_func ("/matcher/spelling", test_spelling);
    g_test_add_func ("/matcher/bounds", test_bounds);
    g_test_add_func ("/matcher/ampersand", test_ampersand);
    g_test_add_func ("/matcher/generation", test_generation);
    g_test_add_func ("/matcher/span", test_span);
    g_test_add_func ("/matcher/groups", test_groups);
    g_test_add_func ("/matcher/edges", test_edges);
    return g_test_run ();
}

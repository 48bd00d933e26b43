#include <string.h>

#include "text/dateline.h"

static void
assert_date (const char *text, const char *url, const char *path, const char *expected)
{
    EntDate date = ent_dateline_find (text, strlen (text), strlen (text), url, path);
    g_autofree char *is = ent_date_format (date);
    if (strcmp (is, expected) != 0)
        g_error ("\"%s\" gives %s, not %s", text, is, expected);
}

static const struct {
    const char *text, *date;
} at_the_top[] = {
    /* lines that are a date */
    { "Title\n\nSunday, May 6, 2018\n\nText.", "2018-05-06" },
    { "PublishDate: Monday, May 7, 201821:05\nTitle", "2018-05-07" },
    { "Updated\n\n6:10 pm CST, Friday, March 2, 2018\n", "2018-03-02" },
    { "Friday 2 March 2018", "2018-03-02" },
    { "March 2, 2018", "2018-03-02" },
    { "2nd March 2018 | 3 min read", "2018-03-02" },
    { "02 Mar 2018", "2018-03-02" },
    { "2018-03-02", "2018-03-02" },
    { "2018/03/02 14:00", "2018-03-02" },
    { "2.3.2018", "2018-03-02" },
    { "3/22/2018", "2018-03-22" },
    { "22/3/2018", "2018-03-22" },
    { "3/2/2018", "" },
    { "Sept. 3, 2018", "2018-09-03" },
    { "Posted on March 2, 2018 by A. Writer", "2018-03-02" },
    { "Last Update: Friday 2 March 2018", "2018-03-02" },
    /* published before changed, wherever it stands */
    { "Title\nUpdated: 9 May 2019 10:00\nPublished: 2 March 2018 08:00\n", "2018-03-02" },
    { "Title\nPublished: 2 March 2018\nUpdated: 9 May 2019\n", "2018-03-02" },
    { "Last updated 9 May 2019 | First published 2 March 2018", "2018-03-02" },
    { "Published 2 March 2018, last modified on 9 May 2019", "2018-03-02" },
    { "2 March 2018 (updated 9 May 2019)", "2018-03-02" },
    { "Updated\n9 May 2019\nPublished\n2 March 2018\n", "2018-03-02" },
    { "Last updated: May 9, 2019\n\nZENDA, March 2, 2018 (RNA) – The minister came.", "2018-03-02" },
    { "Last modified: 9 May 2019", "2019-05-09" },
    /* datelines */
    { "ZENDA, March 2, 2018 (RNA) – The minister came.", "2018-03-02" },
    { "STRELSAU, Ruritania — 2 March 2018 — The minister came.", "2018-03-02" },
    { "Friday 2 March 2018 Minister comes to Zenda. He came by train.", "2018-03-02" },
    /* none of these */
    { "ZENDA, Mar. 2 (RNA) – The minister came.", "" },
    { "Monday, March 13, 1397 - 07:51", "" },
    { "February 30, 2018", "" },
    { "in #news 7 years ago", "" },
    { "The minister came on March 2, 2018.", "" },
    { "He has been minister since March 2, 2011", "" },
    { "The treaty of March 2, 2011 was signed by all the ministers of the three kingdoms", "" },
    { "In 1994 he was minister.", "" },
    { "Source: Ministry of Foreign Affairs of Ruritania, March 2, 2018", "" },
};

static void
test_top (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (at_the_top); i++)
        assert_date (at_the_top[i].text, "", "x.txt", at_the_top[i].date);
}

/* A dateline without a year takes the year from wherever the page or the file tells it. */
static void
test_year_from_elsewhere (void)
{
    const char *text = "Title\n\nZENDA, Mar. 2 (RNA) – The minister came.\n";
    assert_date (text, "https://x.example/2018/03/03/a", "x.txt", "2018-03-02");
    assert_date (text, "https://x.example/2018/a", "x.txt", "2018-03-02");
    assert_date (text, "", "dir.2017/news-2018.txt", "2018-03-02");
    assert_date (text, "", "5db66c2018ced6e81.txt", "");
    assert_date ("ZENDA, Dec. 31 (RNA) – Text.", "", "2019-01-01.txt", "2018-12-31");
    assert_date ("ZENDA, Mar. 2 (RNA) – Text.\n\nPublished 3 March 2018", "", "x", "2018-03-02");
}

static void
test_end_url_name (void)
{
    g_autoptr (GString) text = g_string_new ("Title\n\n");
    for (guint i = 0; i < 100; i++)
        g_string_append (text, "The minister had come to Zenda after 5 May 2011 to meet nobody.\n");
    assert_date (text->str, "", "x.txt", "");
    assert_date (text->str, "https://x.example/2018/mar/02/a", "2017-01-01.txt", "2018-03-02");
    assert_date (text->str, "", "20180302_x.txt", "2018-03-02");
    assert_date (text->str, "", "a/2018_03_02.txt", "2018-03-02");
    assert_date (text->str, "", "2018-03-02-x.txt", "2018-03-02");
    assert_date (text->str, "", "2018-13-02-x.txt", "");
    g_string_append (text, "\nUpdated 5 March 2019\n");
    assert_date (text->str, "", "2018-03-02-x.txt", "2018-03-02");
    assert_date (text->str, "", "x.txt", "2019-03-05");
    g_string_append (text, "\nPublished 4 March 2019\n");
    assert_date (text->str, "", "2018-03-02-x.txt", "2019-03-04");

    /* readers write later than the article, and their dates do not count; a label does */
    gsize end = text->len;
    g_string_append (text, "Comments\n\nMay 1, 2020\n\nGood.\n");
    EntDate date = ent_dateline_find (text->str, text->len, end, "", "x");
    g_assert_cmpuint (date.year, ==, 2019);
}

static void
test_is_date (void)
{
    const char *yes = "Posted: March 2, 2018, 5 p.m.", *no = "Nothing has happened in Zenda, March 2, 2018";
    g_assert_true (ent_dateline_is_date (yes, (EntSpan){ 0, strlen (yes) }));
    g_assert_false (ent_dateline_is_date (no, (EntSpan){ 0, strlen (no) }));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/dateline/top", test_top);
    g_test_add_func ("/dateline/year-from-elsewhere", test_year_from_elsewhere);
    g_test_add_func ("/dateline/end-url-name", test_end_url_name);
    g_test_add_func ("/dateline/is-date", test_is_date);
    return g_test_run ();
}

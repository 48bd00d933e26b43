/* The small values: dates, the names of enumerations, findings as text. */
#include "entente.h"

static void
test_dates_are_read (void)
{
    static const struct {
        const char *text;
        EntDate date;
    } good[] = {
        { "2018", { 2018, 0, 0 } },
        { "2018-07", { 2018, 7, 0 } },
        { "2018-07-19", { 2018, 7, 19 } },
        { "2016-02-29", { 2016, 2, 29 } },
    };
    for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
        EntDate date = { 0 };
        g_assert_true (ent_date_parse (good[i].text, &date));
        g_assert_cmpint (ent_date_compare (date, good[i].date), ==, 0);
        g_autofree char *text = ent_date_format (date);
        g_assert_cmpstr (text, ==, good[i].text);
    }
    g_autofree char *none = ent_date_format ((EntDate){ 0 });
    g_assert_cmpstr (none, ==, "");
}

static void
test_bad_dates_are_refused (void)
{
    static const char *const bad[] = { "",           "18",         "2018-7",     "2018-13",     "2018-00",
                                       "2018-02-30", "2017-02-29", "2018-07-1",  "0000",        "2018-07-19 ",
                                       " 2018",      "2018/07/19", "2018-07-00", "2018-07-19T", "-2018" };
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        EntDate date = { 1, 2, 3 };
        g_assert_false (ent_date_parse (bad[i], &date));
        g_assert_cmpint (ent_date_compare (date, (EntDate){ 1, 2, 3 }), ==, 0);
    }
}

/* GLib's calendar tells the truth about which days there are. */
static void
test_every_day_of_a_century (void)
{
    GDate *day = g_date_new_dmy (1, 1, 1950);
    EntDate last = { 1949, 12, 31 };
    while (g_date_get_year (day) < 2051) {
        char text[11];
        EntDate date;
        g_date_strftime (text, sizeof text, "%Y-%m-%d", day);
        g_assert_true (ent_date_parse (text, &date));
        g_assert_cmpint (ent_date_compare (last, date), <, 0);
        last = date;
        g_date_add_days (day, 1);
    }
    g_date_free (day);
}

static void
test_unknown_parts_come_first (void)
{
    EntDate none = { 0 }, year = { 2018, 0, 0 }, month = { 2018, 1, 0 }, day = { 2018, 1, 1 };
    g_assert_cmpint (ent_date_compare (none, year), <, 0);
    g_assert_cmpint (ent_date_compare (year, month), <, 0);
    g_assert_cmpint (ent_date_compare (day, month), >, 0);
}

static void
test_names (void)
{
    EntStatus status = ENT_HAPPENED;
    for (guint i = 0; i < ENT_N_STATUSES; i++) {
        g_assert_true (ent_status_parse (ent_status_name ((EntStatus)i), &status));
        g_assert_cmpuint (status, ==, i);
    }
    g_assert_false (ent_status_parse ("Happened", &status));
    g_assert_false (ent_status_parse ("", &status));
    g_assert_cmpstr (ent_how_name (ENT_HOW_NAME), ==, "name");
    g_assert_cmpstr (ent_how_name (ENT_HOW_OFFICE), ==, "office");
    g_assert_cmpstr (ent_how_name (ENT_HOW_PRONOUN), ==, "pronoun");
}

static void
test_findings (void)
{
    EntFinding placed = { .path = (char *)"a.yaml",
                          .place = { .line = 3, .column = 5 },
                          .message = (char *)"no such thing" };
    EntFinding whole = { .path = (char *)"a.yaml",
                         .severity = ENT_SEVERITY_WARNING,
                         .rule = "odd-one",
                         .message = (char *)"odd" };
    g_autofree char *first = ent_finding_format (&placed);
    g_autofree char *second = ent_finding_format (&whole);
    g_assert_cmpstr (first, ==, "a.yaml:3:5: error: no such thing");
    g_assert_cmpstr (second, ==, "a.yaml: warning: odd [odd-one]");
    ent_finding_free (NULL);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/value/dates-are-read", test_dates_are_read);
    g_test_add_func ("/value/bad-dates-are-refused", test_bad_dates_are_refused);
    g_test_add_func ("/value/every-day-of-a-century", test_every_day_of_a_century);
    g_test_add_func ("/value/unknown-parts-come-first", test_unknown_parts_come_first);
    g_test_add_func ("/value/names", test_names);
    g_test_add_func ("/value/findings", test_findings);
    return g_test_run ();
}

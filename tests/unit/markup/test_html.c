#include <string.h>

#include "markup/html.h"

static EntText
read_page (const char *html, EntPage *page)
{
    g_autoptr (GError) error = NULL;
    EntText text = { g_strdup (html), strlen (html), TRUE, NULL };
    g_assert_true (ent_html_read (&text, "x.html", page, &error));
    g_assert_no_error (error);
    return text;
}

static void
clear (EntText *text, EntPage *page)
{
    g_free (text->text);
    ent_offset_map_free (text->map);
    g_free (page->title);
    g_free (page->source);
    g_free (page->url);
    g_free (page->unread_date);
}

static void
assert_text (const char *html, const char *expected)
{
    EntPage page;
    EntText text = read_page (html, &page);
    g_strchomp (text.text);
    g_assert_cmpstr (text.text, ==, expected);
    clear (&text, &page);
}

static void
test_text (void)
{
    assert_text ("<p>One <b>two</b>\n three<p>Four<br>five<br><br>six",
                 "One two  three\n\nFour\nfive\n\nsix");
    assert_text ("<ul>\n <li>a <li>b</ul><div>c<table><tr><td>d</td><td>e</table>", "a \n\nb\n\nc\n\nd\n\ne");
    assert_text ("<p>R&amp;D &foo; & caf&eacute; &#8217; &#x41;", "R&D &foo; & café ’ A");
    assert_text ("<pre>a\n b</pre>", "a\n b");
    assert_text ("", "");
    assert_text ("no tags, 1 < 2", "no tags, 1 < 2");
}

static void
test_left_out (void)
{
    assert_text ("<title>t</title><style>s</style><nav>n <p>n</p></nav><p>Text</p><script>'<p>s</p>'</script>"
                 "<aside>a</aside><div id=comments><div>c</div></div><div class='x relatedPosts'>r</div>"
                 "<form><p>In form</p><select><option>o</select><button>b</button></form>"
                 "<div role=navigation>n</div><footer>f</footer><p>End</p>",
                 "Text\n\nEnd");
    /* words of a page's own dress */
    assert_text (
        "<body class='has-sidebar comments-open'><div class='sharecropper content-sidebar x'>Text</div>",
        "Text");
    /* where a class would take the whole article away, it does not count */
    assert_text ("<div class='related'><p>Text of the article.</p></div>", "Text of the article.");
}

static void
test_metadata (void)
{
    EntPage page;
    EntText text =
        read_page ("<head><title>Site | A &amp; B</title><meta property='og:title' content='A &amp;\n B'>"
                   "<meta name=DATE content='2018-03-02T23:00:00Z'>"
                   "<link rel=canonical href='https://x.example/a'>"
                   "<meta property='og:site_name' content='Zenda Times'></head><h1>A and B</h1>",
                   &page);
    g_assert_cmpstr (page.title, ==, "A & B");
    g_assert_cmpstr (page.source, ==, "Zenda Times");
    g_assert_cmpstr (page.url, ==, "https://x.example/a");
    g_assert_cmpuint (page.date.day, ==, 2);
    clear (&text, &page);

    text = read_page ("<title>T</title><h1>Head <i>line</i></h1><time datetime='2018-03-05'>x</time>"
                      "<script type='application/ld+json'>{\"datePublished\" : \"2018-03-04\"}</script>",
                      &page);
    g_assert_cmpstr (page.title, ==, "Head line");
    g_assert_null (page.url);
    g_assert_cmpuint (page.date.day, ==, 4);
    clear (&text, &page);

    text = read_page ("<title>T</title><time datetime='March 5, 2018'>x</time>", &page);
    g_assert_cmpstr (page.title, ==, "T");
    g_assert_cmpuint (page.date.day, ==, 5);
    clear (&text, &page);
}

static const char *const pieces[] = {
    "<p>",
    "</p>",
    "<div class='share'>",
    "</div>",
    "<b>",
    "</b>",
    "&amp;",
    "&foo;",
    "&#233;",
    "&",
    "<",
    ">",
    "word ",
    "é",
    "—",
    "\x01",
    "\r\n",
    "<br>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<h1>",
    "</h1>",
    "&nbsp;",
    "<pre>",
    "</pre>",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "<td>",
    "<a href='x?a&b=1'>",
    "&lt;",
    "&semi;",
    "&#0;",
    "]]>",
    "<title>",
    "</title>",
    "\xEF\xBF\xBE",
    "&eacute",
};

/* Every character of the text stands in the page at the place that the map tells: as itself, as white
 * space, as a reference; newlines may stand for nothing. */
static void
check_places (const char *html, const EntText *text)
{
    gsize before = 0;
    for (const char *p = text->text; *p != '\0'; p = g_utf8_next_char (p)) {
        gsize start = (gsize)(p - text->text), length = (gsize)(g_utf8_next_char (p) - p);
        EntSpan span = ent_offset_map_span (text->map, (EntSpan){ start, start + length });
        g_assert_cmpuint (span.start, >=, before);
        g_assert_cmpuint (span.end, <=, strlen (html));
        before = span.start;
        if (span.end == span.start) {
            g_assert_cmpint (*p, ==, '\n');
            continue;
        }
        gboolean same = span.end - span.start == length && memcmp (html + span.start, p, length) == 0;
        gboolean space = *p == ' ' && g_ascii_isspace (html[span.start]);
        g_assert_true (same || space || html[span.start] == '&');
    }
}

static void
test_places_of_random_pages (void)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (5);
    for (guint round = 0; round < 300; round++) {
        g_autoptr (GString) html = g_string_new ("<html>");
        for (gint i = g_rand_int_range (rand, 1, 60); i > 0; i--) {
            const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
            for (gint n = g_rand_int_range (rand, 0, 40) == 0 ? 300 : 1; n > 0; n--)
                g_string_append (html, piece);
        }
        EntText text = { g_strdup (html->str), html->len, TRUE, NULL };
        EntPage page = { 0 };
        if (ent_html_read (&text, "x.html", &page, NULL) && text.length > 0)
            check_places (html->str, &text);
        clear (&text, &page);
    }
}

static void
test_nested_beyond_reason (void)
{
    g_autoptr (GString) html = g_string_new (NULL);
    for (guint i = 0; i < 100000; i++)
        g_string_append (html, "<div>");
    for (guint i = 0; i < 100000; i++)
        g_string_append (html, "</span>");
    g_autoptr (GError) error = NULL;
    EntText text = { html->str, html->len, FALSE, NULL };
    EntPage page;
    g_assert_false (ent_html_read (&text, "x.html", &page, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_FORMAT);
    g_assert_cmpstr (error->message, ==, "x.html: more than 2000 HTML elements inside one another");
}

static void
test_is_html (void)
{
    g_assert_true (ent_html_is ("a/B.HTM", "x", 1));
    g_assert_true (ent_html_is ("a", " \n<!DocType HTML>", 17));
    g_assert_true (ent_html_is ("a.txt", "<html lang=en>", 14));
    g_assert_true (ent_html_is ("-", "<?xml version='1.0'?>\n<html>", 28));
    g_assert_false (ent_html_is ("a.txt", "<p>x", 4));
    g_assert_false (ent_html_is ("html", "", 0));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/html/text", test_text);
    g_test_add_func ("/html/left-out", test_left_out);
    g_test_add_func ("/html/metadata", test_metadata);
    g_test_add_func ("/html/places-of-random-pages", test_places_of_random_pages);
    g_test_add_func ("/html/nested-beyond-reason", test_nested_beyond_reason);
    g_test_add_func ("/html/is-html", test_is_html);
    return g_test_run ();
}

#include <glib/gstdio.h>
#include <string.h>

#include "entente.h"

#define PROSE "The minister of Ruritania met the queen of Graustark in Zenda on Monday, officials said."

static EntArticle *
article_of (const char *path, const char *bytes, gsize length)
{
    g_autoptr (GError) error = NULL;
    EntArticle *article = ent_article_new (path, g_memdup2 (bytes, length), length, &error);
    g_assert_no_error (error);
    g_assert_nonnull (article);
    g_assert_cmpuint (strlen (article->text), ==, article->length);
    return article;
}

/* The bytes of the file that the first `words` in the text were made from. */
static char *
source_of (const EntArticle *article, const char *words)
{
    const char *found = strstr (article->text, words);
    g_assert_nonnull (found);
    gsize start = (gsize)(found - article->text);
    EntSpan span = ent_article_file_span (article, (EntSpan){ start, start + strlen (words) });
    return g_strndup (article->bytes + span.start, span.end - span.start);
}

static void
assert_source (const char *path, const char *bytes, const char *words, const char *expected)
{
    g_autoptr (EntArticle) article = article_of (path, bytes, strlen (bytes));
    g_autofree char *source = source_of (article, words);
    g_assert_cmpstr (source, ==, expected);
}

static void
test_plain (void)
{
    const char *bytes = "Zenda talks fail\n\nZENDA, March 2, 2018 (RNA) – " PROSE "\n";
    g_autoptr (EntArticle) article = article_of ("x.txt", bytes, strlen (bytes));
    g_assert_cmpstr (article->title, ==, "Zenda talks fail");
    g_assert_cmpstr (article->source, ==, "");
    g_assert_cmpuint (article->date.year, ==, 2018);
    g_assert_null (article->map);
    g_assert_true (article->text == article->bytes);
    g_assert_cmpuint (article->parts->len, ==, 1);
    g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bytes, -1);
    g_assert_cmpstr (article->sha256, ==, sha256);
    EntSpan span = ent_article_file_span (article, (EntSpan){ 3, 9 });
    g_assert_cmpuint (span.start, ==, 3);
    g_assert_cmpuint (span.end, ==, 9);
}

static void
test_empty (void)
{
    g_autoptr (EntArticle) article = ent_article_new ("x.txt", NULL, 0, NULL);
    g_assert_cmpstr (article->text, ==, "");
    g_assert_cmpstr (article->title, ==, "");
    g_assert_cmpuint (article->parts->len, ==, 0);
    g_assert_cmpuint (ent_article_line (article, 0), ==, 1);
    ent_article_free (NULL);
}

static void
test_header (void)
{
    const char *bytes =
        "title: Zenda talks\ndate: 2018-03\nurl: https://x.example/\nsource: RNA\n\n" PROSE "\n";
    g_autoptr (EntArticle) article = article_of ("2017-01-01.txt", bytes, strlen (bytes));
    g_assert_cmpstr (article->title, ==, "Zenda talks");
    g_assert_cmpstr (article->source, ==, "RNA");
    g_assert_cmpstr (article->url, ==, "https://x.example/");
    g_assert_cmpuint (article->date.month, ==, 3);
    g_assert_cmpuint (article->date.day, ==, 0);
    g_assert_cmpuint (article->parts->len, ==, 2);
    EntSpan title = g_array_index (article->parts, EntSpan, 0);
    g_assert_cmpuint (title.start, ==, 7);
    g_assert_cmpuint (title.end, ==, 18);
}

static void
test_header_and_title_again (void)
{
    const char *bytes = "title: Zenda talks\ndate: unknown\n\nZenda talks\nMarch 2, 2018\n" PROSE;
    g_autoptr (EntArticle) article = article_of ("x.txt", bytes, strlen (bytes));
    g_assert_cmpuint (article->date.day, ==, 2);
    g_assert_cmpuint (article->parts->len, ==, 2);
    g_assert_cmpuint (g_array_index (article->parts, EntSpan, 0).start, >, 18);
}

static void
test_long_title (void)
{
    const char *bytes = PROSE " " PROSE " " PROSE "\n";
    g_autoptr (EntArticle) article = article_of ("x.txt", bytes, strlen (bytes));
    g_assert_true (g_str_has_suffix (article->title, "…"));
    g_assert_cmpint (g_utf8_strlen (article->title, -1), <=, 121);
    g_assert_true (g_str_has_prefix (bytes, "The minister"));
    g_assert_cmpuint (article->parts->len, ==, 1);

    g_autoptr (GString) words = g_string_new (NULL);
    for (guint i = 0; i < 300; i++)
        g_string_append (words, "é");
    g_autoptr (EntArticle) one_word = article_of ("x.txt", words->str, words->len);
    g_assert_cmpint (g_utf8_strlen (one_word->title, -1), ==, 121);
}

/* Every way in which the text can differ from the file. */
static void
test_file_span (void)
{
    assert_source ("x.txt", "\xEF\xBB\xBFThe queen.\r\nThe king.", "queen.\r\nThe", "queen.\r\nThe");
    assert_source ("x.txt",
                   "The qu\xC2\xAD"
                   "een came",
                   "queen",
                   "qu\xC2\xAD"
                   "een");
    assert_source ("x.txt", "Ruritaniaâ€™s queen", "Ruritania’s", "Ruritaniaâ€™s");
    assert_source ("x.txt",
                   "The\xA0"
                   "caf\xE9 \x93queen\x94 came",
                   "café “queen”", "caf\xE9 \x93queen\x94");
    assert_source ("x.html", "<p>Caf&eacute; R&amp;D <b>que&shy;en</b> came", "Café R&D queen",
                   "Caf&eacute; R&amp;D <b>que&shy;en");
    assert_source ("x.html", "<p>Caf\xE9 R&amp;D", "Café R&D", "Caf\xE9 R&amp;D");
    assert_source ("x.html", "\xEF\xBB\xBF<p>Ruritaniaâ&euro;&trade;s queen", "Ruritania’s",
                   "Ruritaniaâ&euro;&trade;s");
}

static void
test_file_span_utf16 (void)
{
    gsize length;
    g_autofree char *bytes = g_convert ("\xEF\xBB\xBF<p>The caf\xC3\xA9 &amp; qu\xC2\xAD"
                                        "een</p>",
                                        -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
    g_autoptr (EntArticle) article = article_of ("x.html", bytes, length);
    const char *words = "café & queen";
    const char *found = strstr (article->text, words);
    gsize start = (gsize)(found - article->text);
    EntSpan span = ent_article_file_span (article, (EntSpan){ start, start + strlen (words) });
    g_autofree char *source = g_convert (article->bytes + span.start, (gssize)(span.end - span.start),
                                         "UTF-8", "UTF-16LE", NULL, NULL, NULL);
    g_assert_cmpstr (source, ==,
                     "café &amp; qu\xC2\xAD"
                     "een");
}

static void
test_line (void)
{
    g_autoptr (EntArticle) article = article_of ("x.txt", "a\nb\n\nc", 6);
    static const guint lines[] = { 1, 1, 2, 2, 3, 4, 4 };
    for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
        g_assert_cmpuint (ent_article_line (article, i), ==, lines[i]);
    g_assert_cmpuint (ent_article_line (article, 1000), ==, 4);
}

/* Beside a count from the start, over the blocks in which lines are counted. */
static void
test_line_of_long_text (void)
{
    g_autoptr (GString) bytes = g_string_new (NULL);
    for (guint i = 0; bytes->len < 20000; i++)
        g_string_append_printf (bytes, "%*s\n", (int)(i * i % 300), "");
    g_string_truncate (bytes, 16384);
    g_autoptr (EntArticle) article = article_of ("x.txt", bytes->str, bytes->len);
    guint line = 1;
    for (gsize i = 0; i <= bytes->len; i++) {
        g_assert_cmpuint (ent_article_line (article, i), ==, line);
        line += bytes->str[i] == '\n';
    }
}

static void
test_read (void)
{
    g_autofree char *dir = g_dir_make_tmp ("entente-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (dir, "2018-03-02-zenda.txt", NULL);
    g_assert_true (g_file_set_contents (path, "Zenda\n", -1, NULL));
    g_autoptr (EntArticle) article = ent_article_read (path, NULL);
    g_assert_cmpstr (article->path, ==, path);
    g_assert_cmpstr (article->text, ==, "Zenda\n");
    g_assert_cmpuint (article->date.day, ==, 2);

    g_autoptr (GError) error = NULL;
    g_autofree char *directory = g_strdup_printf ("%s: Is a directory", dir);
    g_assert_null (ent_article_read (dir, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_READ);
    g_assert_cmpstr (error->message, ==, directory);
    g_unlink (path);
    g_rmdir (dir);
}

static void
test_refused (void)
{
    g_autoptr (GError) error = NULL;
    g_assert_null (ent_article_read ("no/such.txt", &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_READ);
    g_assert_cmpstr (error->message, ==, "no/such.txt: No such file or directory");
    g_clear_error (&error);
    g_assert_null (ent_article_new ("x.txt", g_memdup2 ("a\0b", 3), 3, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_FORMAT);
    g_assert_cmpstr (error->message, ==, "x.txt: not a text file (NUL byte at offset 1)");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/article/plain", test_plain);
    g_test_add_func ("/article/empty", test_empty);
    g_test_add_func ("/article/header", test_header);
    g_test_add_func ("/article/header-and-title-again", test_header_and_title_again);
    g_test_add_func ("/article/long-title", test_long_title);
    g_test_add_func ("/article/file-span", test_file_span);
    g_test_add_func ("/article/file-span-utf16", test_file_span_utf16);
    g_test_add_func ("/article/line", test_line);
    g_test_add_func ("/article/line-of-long-text", test_line_of_long_text);
    g_test_add_func ("/article/read", test_read);
    g_test_add_func ("/article/refused", test_refused);
    return g_test_run ();
}

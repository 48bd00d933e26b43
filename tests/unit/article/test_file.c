#include "article/file.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "reading.h"

enum { LARGE = 16384, MOST = LARGE / 16 }; /* in place of ENT_LARGE_FILE; and what a piece may then have */

static char *directory;

static const char *const gazetteer_text = "states:\n"
                                          "  graustark: {name: Graustark}\n"
                                          "officials:\n"
                                          "  anna-berg: {name: Anna Berg, state: graustark}\n"
                                          "  elena-faro: {name: Elena Faro, state: graustark}\n"
                                          "  gunnar-holm: {name: Gunnar Holm, state: graustark}\n";

static char *
write_file (const char *name, const char *bytes, gsize length)
{
    char *path = g_build_filename (directory, name, NULL);
    g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
    return path;
}

static EntFile *
open_large (const char *path)
{
    g_autoptr (GError) error = NULL;
    EntFile *file = ent_file_open_as (path, LARGE, &error);
    g_assert_no_error (error);
    return file;
}

static EntArticle *
read_piece (EntFile *file, guint piece)
{
    g_autoptr (GError) error = NULL;
    EntArticle *article = ent_file_read (file, piece, &error);
    g_assert_no_error (error);
    return article;
}

static guint
count_lines (const char *bytes, gsize end)
{
    guint line = 1;
    for (gsize i = 0; i < end; i++)
        line += bytes[i] == '\n';
    return line;
}

/* The pieces are the file, in order, each known for what it is. */
static void
check_pieces (EntFile *file, const GString *bytes)
{
    gsize offset = 0;
    g_autofree char *sha256 =
        g_compute_checksum_for_string (G_CHECKSUM_SHA256, bytes->str, (gssize)bytes->len);
    for (guint i = 0; i < ent_file_n_pieces (file); i++) {
        g_autoptr (EntArticle) article = read_piece (file, i);
        g_assert_cmpuint (article->offset, ==, offset);
        g_assert_cmpuint (article->n_bytes, >, 0);
        g_assert_cmpuint (article->n_bytes, <=, MOST);
        g_assert_cmpmem (article->bytes, article->n_bytes, bytes->str + offset, article->n_bytes);
        g_assert_cmpstr (article->sha256, ==, sha256);
        g_assert_cmpuint (ent_article_line (article, offset), ==, count_lines (bytes->str, offset));
        offset += article->n_bytes;
        g_assert_cmpuint (ent_article_line (article, offset), ==, count_lines (bytes->str, offset));
    }
    g_assert_cmpuint (offset, ==, bytes->len);
}

/* ---- where a piece ends ---- */

/* Reads a file of the unit again and again; each piece but the last must end in `end`. */
static void
assert_ends (const char *unit, const char *end)
{
    g_autoptr (GString) bytes = g_string_new (NULL);
    while (bytes->len <= LARGE)
        g_string_append (bytes, unit);
    g_autofree char *path = write_file ("ends.txt", bytes->str, bytes->len);
    g_autoptr (EntFile) file = open_large (path);
    g_assert_cmpuint (ent_file_n_pieces (file), >=, LARGE / MOST);
    check_pieces (file, bytes);
    for (guint i = 0; i + 1 < ent_file_n_pieces (file); i++) {
        g_autoptr (EntArticle) article = read_piece (file, i);
        g_autofree char *text = g_strndup (article->bytes, article->n_bytes);
        g_assert_true (g_str_has_suffix (text, end));
        g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

static void
test_ends (void)
{
    assert_ends ("One line.\nAnother line.\n\n", "Another line.\n\n");
    assert_ends ("One line.\r\nAnother line.\r\n\r\n", "Another line.\r\n\r\n");
    assert_ends ("One line.\nAnother line.\n \t \n", "Another line.\n \t \n");
    assert_ends ("A line of some words.\n", "A line of some words.\n");
    assert_ends ("word ", "word ");
    assert_ends ("\xE2\x82\xAC", "\xE2\x82\xAC");
    assert_ends ("x", "x");
}

/* ---- articles ---- */

static void
test_what_pieces_share (void)
{
    g_autoptr (GString) bytes =
        g_string_new ("title: The talks\ndate: 2018-03-02\nurl: https://x.example/\nsource: RNA\n\n");
    while (bytes->len <= LARGE)
        g_string_append (bytes,
                         "March 9, 2019\n\nThe river carried much water in the spring of that year.\n\n");
    g_autofree char *path = write_file ("2017-01-01.txt", bytes->str, bytes->len);
    g_autoptr (EntFile) file = open_large (path);
    check_pieces (file, bytes);
    for (guint i = 0; i < ent_file_n_pieces (file); i++) {
        g_autoptr (EntArticle) article = read_piece (file, i);
        g_assert_cmpstr (article->path, ==, path);
        g_assert_cmpstr (article->title, ==, "The talks");
        g_assert_cmpstr (article->source, ==, "RNA");
        g_assert_cmpstr (article->url, ==, "https://x.example/");
        g_assert_cmpuint (article->date.year, ==, 2018);
    }
}

/* A date that stands at the end of the first piece is not that of the whole. */
static void
test_date_is_not_of_a_later_line (void)
{
    g_autoptr (GString) bytes = g_string_new (NULL);
    while (bytes->len < 2000)
        g_string_append (bytes,
                         "The river carried much water in the spring of the year, and in the next one.\n\n");
    while (bytes->len <= 4 * LARGE)
        g_string_append (bytes, "Published: March 9, 2019\n\nMarch 9, 2019\n\n");
    g_autofree char *path = write_file ("river.txt", bytes->str, bytes->len);
    g_autoptr (EntFile) file = ent_file_open_as (path, 4 * LARGE, NULL);
    g_autoptr (EntArticle) article = read_piece (file, 0);
    g_assert_cmpuint (ent_file_n_pieces (file), >, 1);
    g_assert_cmpuint (article->date.year, ==, 0);
}

/* Readers' comments are the end of a page, but a text of this length is none. */
static void
test_goes_on_behind_comments (void)
{
    g_autoptr (GString) bytes = g_string_new (NULL);
    while (bytes->len <= LARGE)
        g_string_append (bytes, "Anna Berg met Elena Faro.\n\nComments\n\n");
    g_autofree char *path = write_file ("comments.txt", bytes->str, bytes->len);
    g_autoptr (EntFile) file = open_large (path);
    for (guint i = 0; i < ent_file_n_pieces (file); i++) {
        g_autoptr (EntArticle) article = read_piece (file, i);
        g_assert_cmpuint (article->parts->len, >=, article->n_bytes / 50);
    }
}

/* ---- evidence, beside that of many small files ---- */

static char *
evidence_key (const EntEvidence *evidence, gsize shift)
{
    return g_strdup_printf (
        "%s %s %s %d %zu-%zu %zu-%zu %zu-%zu %zu-%zu %s %s", evidence->relation, evidence->source,
        evidence->target, evidence->status, evidence->span.start + shift, evidence->span.end + shift,
        evidence->source_span.start + shift, evidence->source_span.end + shift,
        evidence->target_span.start + shift, evidence->target_span.end + shift, evidence->cue.start + shift,
        evidence->cue.end + shift, evidence->rule, evidence->sentence);
}

static char *
sentence_key (const EntCoMention *sentence, gsize shift)
{
    GString *key = g_string_new (sentence->text);
    g_string_append_printf (key, " %zu-%zu", sentence->span.start + shift, sentence->span.end + shift);
    for (guint i = 0; i < sentence->n_named; i++)
        g_string_append_printf (key, " %s %zu", sentence->named[i].id, sentence->named[i].span.start + shift);
    return g_string_free (key, FALSE);
}

static void
add_evidence (GHashTable *set, const EntReader *reader, const EntArticle *article, gsize shift)
{
    g_autoptr (EntReading) reading = ent_read (reader, article);
    g_assert_cmpuint (reading->offset, ==, article->offset);
    for (guint i = 0; i < reading->evidence->len; i++)
        g_assert_true (
            g_hash_table_add (set, evidence_key (&g_array_index (reading->evidence, EntEvidence, i), shift)));
    for (guint i = 0; i < reading->sentences->len; i++)
        g_assert_true (g_hash_table_add (
            set, sentence_key (&g_array_index (reading->sentences, EntCoMention, i), shift)));
}

static char *
small_text (guint number)
{
    static const char *const people[] = { "Anna Berg", "Elena Faro", "Gunnar Holm" };
    static const char *const cues[] = { "met with", "responded to", "refused to meet", "will meet" };
    return g_strdup_printf ("%s %s %s on day %u, when the river’s water stood high and nobody in Graustark\n"
                            "could%s cross it, as they said at the time to all who would listen.\n\n",
                            people[number % 3], cues[number % 4], people[(number + 1) % 3], number,
                            number % 5 == 0 ? " easily" : "");
}

static void
test_evidence_of_small_files (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (gazetteer_text);
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GString) bytes = g_string_new (NULL);
    for (guint i = 0; bytes->len <= 3 * LARGE; i++) {
        g_autofree char *text = small_text (i);
        g_autoptr (EntArticle) article = reading_article ("small.txt", text, strlen (text));
        add_evidence (expected, reader, article, bytes->len);
        g_string_append (bytes, text);
    }
    g_autofree char *path = write_file ("many.txt", bytes->str, bytes->len);
    g_autoptr (EntFile) file = open_large (path);
    check_pieces (file, bytes);
    for (guint i = 0; i < ent_file_n_pieces (file); i++) {
        g_autoptr (EntArticle) article = read_piece (file, i);
        add_evidence (found, reader, article, 0);
    }
    g_assert_cmpuint (g_hash_table_size (expected), >, bytes->len / 200);
    g_assert_cmpuint (g_hash_table_size (found), ==, g_hash_table_size (expected));
    GHashTableIter iterator;
    gpointer key;
    g_hash_table_iter_init (&iterator, expected);
    while (g_hash_table_iter_next (&iterator, &key, NULL))
        if (!g_hash_table_contains (found, key))
            g_error ("not found: %s", (char *)key);
}

/* ---- what is read whole, and what is refused ---- */

static void
assert_refused (const char *path, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_assert_null (ent_file_open_as (path, LARGE, &error));
    g_autofree char *message = g_strdup_printf ("%s: %s", path, expected);
    g_assert_nonnull (error);
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_whole (void)
{
    g_autofree char *bytes = g_strnfill (5 * LARGE, 'x');
    bytes[LARGE] = '\n';
    g_autofree char *small = write_file ("small.txt", bytes, LARGE);
    g_autoptr (EntFile) file = open_large (small);
    g_assert_cmpuint (ent_file_n_pieces (file), ==, 1);
    g_autoptr (EntArticle) article = read_piece (file, 0);
    g_assert_cmpuint (article->n_bytes, ==, LARGE);
    g_assert_cmpuint (article->offset, ==, 0);

    g_autofree char *page = write_file ("page.html", bytes, 4 * LARGE);
    g_autoptr (EntFile) html = open_large (page);
    g_assert_cmpuint (ent_file_n_pieces (html), ==, 1);
    g_autoptr (EntArticle) whole = read_piece (html, 0);
    g_assert_cmpuint (whole->n_bytes, ==, 4 * LARGE);

    memcpy (bytes, "\xFF\xFE", 2);
    g_autofree char *utf16 = write_file ("utf16.txt", bytes, 2 * LARGE);
    g_autoptr (EntFile) wide = open_large (utf16);
    g_assert_cmpuint (ent_file_n_pieces (wide), ==, 1);

    g_autofree char *too_large = write_file ("utf16.txt", bytes, 4 * LARGE + 1);
    assert_refused (too_large, "HTML or UTF-16 of more than 0 MB; only plain text in UTF-8 may be larger");
}

static void
test_refused (void)
{
    g_autofree char *bytes = g_strnfill (3 * LARGE, 'x');
    bytes[2 * LARGE + 7] = '\0';
    g_autofree char *path = write_file ("nul.txt", bytes, 3 * LARGE);
    assert_refused (path, "not a text file (NUL byte at offset 32775)");
    memcpy (bytes, "%PDF-", 5);
    g_autofree char *pdf = write_file ("nul.txt", bytes, 3 * LARGE);
    assert_refused (pdf, "not a text file (PDF)");
    assert_refused (directory, "Is a directory");
    assert_refused ("no/such.txt", "No such file or directory");
}

/* Only a file may not begin as a PDF does; a piece may. */
static void
test_piece_that_looks_like_another_format (void)
{
    g_autoptr (GString) bytes = g_string_new ("x\n\n");
    while (bytes->len <= LARGE)
        g_string_append (bytes, "%PDF-\n\n");
    g_autofree char *path = write_file ("formats.txt", bytes->str, bytes->len);
    g_autoptr (EntFile) file = open_large (path);
    check_pieces (file, bytes);
}

static void
test_changed (void)
{
    g_autofree char *bytes = g_strnfill (2 * LARGE, 'x');
    g_autofree char *path = write_file ("log.txt", bytes, 2 * LARGE);
    g_autoptr (EntFile) file = open_large (path);
    g_assert_cmpint (truncate (path, LARGE), ==, 0);
    g_autofree char *message = g_strdup_printf ("%s: changed while it was read", path);
    for (guint i = 0; i < 20; i += 19) {
        g_autoptr (GError) error = NULL;
        g_assert_null (ent_file_read (file, i, &error));
        g_assert_error (error, ENT_ERROR, ENT_ERROR_READ);
        g_assert_cmpstr (error->message, ==, message);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    directory = g_dir_make_tmp ("entente-XXXXXX", NULL);
    g_test_add_func ("/file/ends", test_ends);
    g_test_add_func ("/file/what-pieces-share", test_what_pieces_share);
    g_test_add_func ("/file/date-is-not-of-a-later-line", test_date_is_not_of_a_later_line);
    g_test_add_func ("/file/goes-on-behind-comments", test_goes_on_behind_comments);
    g_test_add_func ("/file/evidence-of-small-files", test_evidence_of_small_files);
    g_test_add_func ("/file/whole", test_whole);
    g_test_add_func ("/file/refused", test_refused);
    g_test_add_func ("/file/piece-that-looks-like-another-format", test_piece_that_looks_like_another_format);
    g_test_add_func ("/file/changed", test_changed);
    int status = g_test_run ();
    g_autoptr (GDir) files = g_dir_open (directory, 0, NULL);
    for (const char *name; (name = g_dir_read_name (files)) != NULL;) {
        g_autofree char *path = g_build_filename (directory, name, NULL);
        g_unlink (path);
    }
    g_rmdir (directory);
    g_free (directory);
    return status;
}

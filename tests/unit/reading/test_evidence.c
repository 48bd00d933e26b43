/* The evidence file: what is written, what is read back, and what is refused. */
#include <glib/gstdio.h>
#include <string.h>

#include "reading.h"

static char *
write_file (const char *text, gssize length)
{
    g_autoptr (GError) error = NULL;
    char *path = NULL;
    int file = g_file_open_tmp ("entente-XXXXXX.jsonl", &path, &error);
    g_assert_no_error (error);
    g_close (file, NULL);
    g_file_set_contents (path, text, length, &error);
    g_assert_no_error (error);
    return path;
}

static const EntCitation citation = { (char *)"a/b c.txt",   (char *)"00ff",
                                      (char *)"A \"title\"", (char *)"http://example.org/?a=1&b=2",
                                      { 2018, 7, 0 },        NULL };

static const EntEvidence sample = { .article = &citation,
                                    .relation = "responded_to",
                                    .source = "ada-holm",
                                    .target = "norland",
                                    .directed = TRUE,
                                    .status = ENT_PLANNED,
                                    .coref = TRUE,
                                    .sentence = "She\nreplied to Norland.",
                                    .text = "She replied to Norland.",
                                    .span = { 10, 33 },
                                    .source_span = { 10, 13 },
                                    .source_how = ENT_HOW_PRONOUN,
                                    .source_antecedent = { 2, 9 },
                                    .target_span = { 25, 32 },
                                    .cue = { 14, 24 },
                                    .rule = "verb.active" };

static void
test_written (void)
{
    g_autoptr (GString) out = g_string_new ("before\n");
    ent_evidence_to_json (&sample, out);
    g_assert_cmpstr (
        out->str, ==,
        "before\n{\"article\": \"a/b c.txt\", \"sha256\": \"00ff\", \"title\": \"A \\\"title\\\"\", "
        "\"date\": \"2018-07\", \"url\": \"http://example.org/?a=1&b=2\", "
        "\"relation\": \"responded_to\", \"source\": \"ada-holm\", \"target\": \"norland\", "
        "\"directed\": true, \"status\": \"planned\", \"via\": \"coref\", "
        "\"sentence\": \"She\\nreplied to Norland.\", \"text\": \"She replied to Norland.\", "
        "\"start\": 10, \"end\": 33, \"source_span\": [10, 13], \"target_span\": [25, 32], "
        "\"source_how\": \"pronoun\", \"target_how\": \"name\", \"source_antecedent\": [2, 9], "
        "\"cue_span\": [14, 24], \"rule\": \"verb.active\"}\n");
    EntEvidence plain = sample;
    plain.text = plain.sentence;
    plain.rule = "";
    g_string_truncate (out, 0);
    ent_evidence_to_json (&plain, out);
    g_assert_null (strstr (out->str, "\"text\"")); /* only where it differs */
    g_assert_null (strstr (out->str, "cue_span"));
    g_assert_null (strstr (out->str, "rule"));
}

/* ---- there and back ---- */

static void
assert_same_span (EntSpan a, EntSpan b)
{
    g_assert_cmpuint (a.start, ==, b.start);
    g_assert_cmpuint (a.end, ==, b.end);
}

static void
assert_same (const EntEvidence *a, const EntEvidence *b)
{
    g_assert_cmpstr (a->article->path, ==, b->article->path);
    g_assert_cmpstr (a->article->sha256, ==, b->article->sha256);
    g_assert_cmpstr (a->article->title, ==, b->article->title);
    g_assert_cmpstr (a->article->url, ==, b->article->url);
    g_assert_cmpint (ent_date_compare (a->article->date, b->article->date), ==, 0);
    g_assert_cmpstr (a->relation, ==, b->relation);
    g_assert_cmpstr (a->source, ==, b->source);
    g_assert_cmpstr (a->target, ==, b->target);
    g_assert_cmpint (a->directed, ==, b->directed);
    g_assert_cmpint (a->status, ==, b->status);
    g_assert_cmpint (a->coref, ==, b->coref);
    g_assert_cmpstr (a->sentence, ==, b->sentence);
    g_assert_cmpstr (a->text, ==, b->text);
    g_assert_cmpstr (a->rule, ==, b->rule);
    assert_same_span (a->span, b->span);
    assert_same_span (a->source_span, b->source_span);
    g_assert_cmpint (a->source_how, ==, b->source_how);
    g_assert_cmpint (a->target_how, ==, b->target_how);
    assert_same_span (a->source_antecedent, b->source_antecedent);
    assert_same_span (a->target_antecedent, b->target_antecedent);
    assert_same_span (a->target_span, b->target_span);
    assert_same_span (a->cue, b->cue);
}

typedef struct {
    const EntEvidence *expected;
    guint n;
} Expected;

static void
compare_next (const EntEvidence *evidence, gpointer closure)
{
    Expected *expected = closure;
    assert_same (evidence, &expected->expected[expected->n++]);
}

static void
there_and_back (const EntEvidence *evidence, guint n)
{
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint i = 0; i < n; i++)
        ent_evidence_to_json (&evidence[i], out);
    g_autofree char *path = write_file (out->str, (gssize)out->len);
    g_autoptr (GError) error = NULL;
    Expected expected = { evidence, 0 };
    g_assert_true (ent_evidence_read (path, compare_next, &expected, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (expected.n, ==, n);
    g_unlink (path);
}

static void
test_round_trip (void)
{
    static const char *const texts[] = {
        "",           " ",          "\"",           "\\",     "\\\"",
        "\\n",        "a\tb\nc\rd", "\x01\x1F\x7F", "{}[],:", "\u00E9\u4E60\u2028\xC2\x85",
        "\U0001F91D", "</script>",  "%s%n"
    };
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        EntCitation article = { (char *)texts[i], (char *)texts[i], (char *)texts[i],
                                (char *)texts[i], { 0, 0, 0 },      NULL };
        EntEvidence all[ENT_N_STATUSES];
        for (EntStatus status = 0; status < ENT_N_STATUSES; status++)
            all[status] = (EntEvidence){ .article = &article,
                                         .relation = texts[i],
                                         .source = texts[i],
                                         .target = "b",
                                         .status = status,
                                         .directed = status == ENT_DENIED,
                                         .sentence = texts[i],
                                         .text = texts[i],
                                         .span = { 0, 4000000000u },
                                         .rule = "" };
        there_and_back (all, ENT_N_STATUSES);
    }
    there_and_back (&sample, 1);
    there_and_back (NULL, 0);
}

/* What is read in the articles of the project keeps its promises, and survives the file. */
static void
test_articles (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("../entities.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autofree char *directory = g_test_build_filename (G_TEST_DIST, "..", "articles", NULL);
    g_autoptr (GDir) names = g_dir_open (directory, 0, NULL);
    g_assert_nonnull (names);
    guint articles = 0, typed = 0;
    for (const char *name; (name = g_dir_read_name (names)) != NULL; articles++) {
        g_autofree char *path = g_build_filename (directory, name, NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (EntArticle) article = ent_article_read (path, &error);
        g_assert_no_error (error);
        g_autoptr (EntReading) reading = ent_read (reader, article);
        reading_check (gazetteer, article, reading);
        there_and_back ((const EntEvidence *)(gconstpointer)reading->evidence->data, reading->evidence->len);
        for (guint i = 0; i < reading->evidence->len; i++)
            typed += g_array_index (reading->evidence, EntEvidence, i).rule[0] != '\0';
    }
    g_assert_cmpuint (articles, >=, 10);
    g_assert_cmpuint (typed, >=, articles);
}

/* ---- refused ---- */

static void
count (const EntEvidence *evidence, gpointer closure)
{
    (void)evidence;
    ++*(guint *)closure;
}

#define GOOD                                                                                                 \
    "{\"article\": \"a\", \"sha256\": \"0\", \"title\": \"\", \"date\": \"\", \"url\": \"\", \"relation\": " \
    "\"met_with\", \"source\": \"a\", \"target\": \"b\", \"directed\": false, \"status\": \"happened\", "    \
    "\"via\": \"direct\", \"sentence\": \"A met B.\", \"start\": 0, \"end\": 8, \"source_span\": [0, 1], "   \
    "\"target_span\": [6, 7], \"cue_span\": [2, 5], \"rule\": \"verb.active\"}"

/* The good line with one key's value replaced, or with the key left out where `value` is NULL. */
static char *
spoil (const char *key, const char *value)
{
    g_autofree char *pattern = g_strdup_printf ("\"%s\": (\\[.*?\\]|\"[^\"]*\"|[a-z0-9]+)", key);
    g_autofree char *put = value != NULL ? g_strdup_printf ("\"%s\": %s", key, value) : g_strdup ("\"x\": 1");
    g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
    char *line = g_regex_replace_literal (regex, GOOD, -1, 0, put, 0, NULL);
    g_assert_cmpstr (line, !=, GOOD);
    return line;
}

/* Reads a good line, an empty one, and then the bad one. */
static void
assert_refused (const char *line, gsize length, const char *problem)
{
    g_autoptr (GString) text = g_string_new (GOOD "\n\n");
    g_string_append_len (text, line, (gssize)length);
    g_string_append (text, "\n" GOOD "\n");
    g_autofree char *path = write_file (text->str, (gssize)text->len);
    g_autoptr (GError) error = NULL;
    guint n = 0;
    gboolean ok = ent_evidence_read (path, count, &n, &error);
    g_unlink (path);
    if (ok)
        g_test_message ("taken: %.300s", line);
    g_assert_false (ok);
    g_assert_error (error, ENT_ERROR, ENT_ERROR_FORMAT);
    g_assert_cmpuint (n, ==, 1);
    g_autofree char *message = g_strdup_printf ("%s:3: %s", path, problem);
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_lines_that_are_no_evidence (void)
{
    static const char *const not_json[] = { "{", "nonsense", "{\"article\": \"a\"", GOOD "x", "[1, 2", "\"" };
    static const char *const no_object[] = { "[]", "1", "\"text\"", "null", "true" };
    for (gsize i = 0; i < G_N_ELEMENTS (not_json); i++)
        assert_refused (not_json[i], strlen (not_json[i]), "not JSON");
    for (gsize i = 0; i < G_N_ELEMENTS (no_object); i++)
        assert_refused (no_object[i], strlen (no_object[i]), "not a JSON object");
    assert_refused ("\xFF\xFE", 2, "not JSON");
    assert_refused ("{\0}", 3, "not JSON");
    g_autofree char *deep = g_strnfill (1000000, '[');
    assert_refused (deep, strlen (deep), "not JSON");
    assert_refused ("{}", 2, "no evidence: 'date' is missing or wrong");
}

/* JSON may hold one; what stands behind it would be lost. */
static void
test_nul (void)
{
    static const char *const values[] = { "\"\\u0000\"", "\"a\\u0000b\"", "\"\\\\\\u0000\"" };
    for (gsize i = 0; i < G_N_ELEMENTS (values); i++) {
        g_autofree char *line = spoil ("source", values[i]);
        assert_refused (line, strlen (line), "a NUL in a text");
    }
    g_autofree char *half = spoil ("source", "\"\\ud800\"");
    assert_refused (half, strlen (half), "not JSON");
    g_autofree char *octal = spoil ("source", "\"a\\0b\"");
    assert_refused (octal, strlen (octal), "not JSON");
    g_autofree char *good = spoil ("source", "\"\\\\u0000\""); /* a backslash, and "u0000" */
    g_autofree char *path = write_file (good, -1);
    g_autoptr (GError) error = NULL;
    guint n = 0;
    g_assert_true (ent_evidence_read (path, count, &n, &error));
    g_assert_cmpuint (n, ==, 1);
    g_unlink (path);
}

static void
test_values_that_are_wrong (void)
{
    static const struct {
        const char *key, *values[8];
    } cases[] = {
        { "article", { NULL, "1", "null", "[]", "{}" } },
        { "sha256", { NULL, "true" } },
        { "title", { NULL, "0" } },
        { "url", { NULL, "0" } },
        { "date", { NULL, "2018", "\"2018-13\"", "\"yesterday\"", "null" } },
        { "relation", { NULL, "0", "null" } },
        { "source", { NULL, "0", "null" } },
        { "target", { NULL, "0", "null" } },
        { "directed", { NULL, "0", "\"yes\"", "null" } },
        { "status", { NULL, "\"maybe\"", "1", "\"\"" } },
        { "via", { NULL, "\"hearsay\"", "1" } },
        { "sentence", { NULL, "0" } },
        { "start", { NULL, "\"0\"", "-1", "0.5" } },
        { "end", { NULL, "\"8\"", "-8", "[8]" } },
        { "source_span", { NULL, "1", "[]", "[0]", "[0, 1, 2]", "[-1, 1]", "[\"0\", \"1\"]", "[2, 1]" } },
        { "target_span", { NULL, "[null, null]", "[[0], [1]]", "{}" } },
        { "cue_span", { NULL, "[0.5, 1]" } },
        { "rule", { "0", "null" } },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        for (gsize j = 0; j < 8 && (j == 0 || cases[i].values[j] != NULL); j++) {
            g_autofree char *line = spoil (cases[i].key, cases[i].values[j]);
            g_autofree char *problem =
                g_strdup_printf ("no evidence: '%s' is missing or wrong", cases[i].key);
            assert_refused (line, strlen (line), problem);
        }
}

static void
test_files (void)
{
    guint n = 0;
    g_autoptr (GError) error = NULL;
    g_assert_false (ent_evidence_read ("/nowhere/at/all.jsonl", count, &n, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_READ);
    g_assert_true (g_str_has_prefix (error->message, "/nowhere/at/all.jsonl: "));
    g_clear_error (&error);
    g_assert_false (ent_evidence_read (g_get_tmp_dir (), count, &n, &error)); /* a directory */
    g_assert_error (error, ENT_ERROR, ENT_ERROR_READ);
    g_assert_cmpuint (n, ==, 0);

    /* line ends of other systems, and none behind the last line */
    g_autofree char *path = write_file (GOOD "\r\n\r\n" GOOD, -1);
    g_clear_error (&error);
    g_assert_true (ent_evidence_read (path, count, &n, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (n, ==, 2);
    g_unlink (path);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/evidence/written", test_written);
    g_test_add_func ("/evidence/round-trip", test_round_trip);
    g_test_add_func ("/evidence/articles", test_articles);
    g_test_add_func ("/evidence/lines", test_lines_that_are_no_evidence);
    g_test_add_func ("/evidence/nul", test_nul);
    g_test_add_func ("/evidence/values", test_values_that_are_wrong);
    g_test_add_func ("/evidence/files", test_files);
    return g_test_run ();
}

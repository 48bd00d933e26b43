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

static const EntCitation citation = { .number = 77,
                                      .path = (char *)"a/b c.txt",
                                      .sha256 = (char *)"00ff",
                                      .title = (char *)"A \"title\"",
                                      .url = (char *)"http://example.org/?a=1&b=2",
                                      .date = { 2018, 7, 0 },
                                      .bytes = 2000,
                                      .words = -1 };

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
                                    .line = 4,
                                    .source_span = { 10, 13 },
                                    .source_how = ENT_HOW_PRONOUN,
                                    .source_antecedent = { 2, 9 },
                                    .target_span = { 25, 32 },
                                    .cue = { 14, 24 },
                                    .rule = "verb.active" };

static const EntNamed both[] = { { .id = "ada-holm", .span = { 10, 13 }, .how = ENT_HOW_PRONOUN },
                                 { .id = "norland", .span = { 25, 32 } } };

static const EntCoMention sentence = { .article = &citation,
                                       .span = { 10, 33 },
                                       .line = 4,
                                       .text = "She replied to Norland.",
                                       .named = both,
                                       .n_named = 2 };

static void
write_row (const EntEvidenceRow *row, gpointer out)
{
    ent_evidence_to_json (row, out);
}

static char *
written (const EntCoMention *said, const EntEvidence *relation)
{
    GString *out = g_string_new ("before\n");
    write_row (&(EntEvidenceRow){ &citation, said, relation }, out);
    return g_string_free (out, FALSE);
}

#define CITED                                                                                                \
    "\"article\":77,\"path\":\"a/b c.txt\",\"sha256\":\"00ff\",\"title\":\"A "                               \
    "\\\"title\\\"\",\"date\":\"2018-07\","                                                                  \
    "\"url\":\"http://example.org/?a=1&b=2\",\"offsets\":\"bytes\","

static void
test_written (void)
{
    g_autofree char *article = written (NULL, NULL);
    g_assert_cmpstr (article, ==, "before\n{\"kind\":\"article\"," CITED "\"bytes\":2000,\"words\":null}\n");
    g_autofree char *said = written (&sentence, NULL);
    g_assert_cmpstr (said, ==,
                     "before\n{\"kind\":\"sentence\",\"article\":77,\"start\":10,\"end\":33,\"line\":4,"
                     "\"text\":\"She replied to Norland.\",\"entities\":["
                     "{\"id\":\"ada-holm\",\"start\":10,\"end\":13,\"how\":\"pronoun\"},"
                     "{\"id\":\"norland\",\"start\":25,\"end\":32,\"how\":\"name\"}]}\n");
    g_autofree char *relation = written (NULL, &sample);
    g_assert_cmpstr (relation, ==,
                     "before\n{\"kind\":\"relation\"," CITED
                     "\"relation\":\"responded_to\",\"source\":\"ada-holm\",\"target\":\"norland\","
                     "\"directed\":true,\"status\":\"planned\",\"via\":\"coref\","
                     "\"sentence\":\"She\\nreplied to Norland.\",\"text\":\"She replied to Norland.\","
                     "\"start\":10,\"end\":33,\"line\":4,\"source_span\":[10,13],\"target_span\":[25,32],"
                     "\"source_how\":\"pronoun\",\"target_how\":\"name\",\"source_antecedent\":[2,9],"
                     "\"target_antecedent\":null,\"cue_span\":[14,24],\"rule\":\"verb.active\"}\n");
    EntCitation kept = citation; /* put into JSON once, it reads the same */
    ent_citation_keep_json (&kept);
    g_autoptr (GString) again = g_string_new ("before\n");
    EntEvidence citing = sample;
    citing.article = &kept;
    write_row (&(EntEvidenceRow){ &kept, NULL, &citing }, again);
    g_assert_cmpstr (again->str, ==, relation);
    g_free (kept.json);
}

/* What is empty is null, and no key is left out. */
static void
test_written_empty (void)
{
    EntEvidence plain = sample;
    plain.text = plain.sentence;
    plain.line = 0;
    plain.rule = "";
    plain.cue = (EntSpan){ 0, 0 };
    g_autofree char *relation = written (NULL, &plain);
    g_assert_nonnull (strstr (relation, "\"text\":null,"));
    g_assert_nonnull (strstr (relation, "\"line\":null,"));
    g_assert_nonnull (strstr (relation, "\"cue_span\":null,\"rule\":null}"));
    EntCoMention crowded = sentence;
    crowded.named = NULL;
    crowded.n_named = 0;
    g_autofree char *said = written (&crowded, NULL);
    g_assert_nonnull (strstr (said, "\"entities\":null}"));
}

/* The number of an article hangs on its path and its bytes, and every reader of JSON can hold it. */
static void
test_numbers (void)
{
    guint64 number = ent_citation_number ("a", "b");
    g_assert_cmpuint (number, ==, ent_citation_number ("a", "b"));
    g_assert_cmpuint (number, !=, ent_citation_number ("ab", ""));
    g_assert_cmpuint (number, !=, ent_citation_number ("b", "a"));
    for (guint i = 0; i < 100; i++) {
        g_autofree char *path = g_strdup_printf ("%u.txt", i);
        g_assert_cmpuint (ent_citation_number (path, "0"), <, G_GUINT64_CONSTANT (1) << 53);
    }
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
compare_next (const EntEvidenceRow *row, gpointer closure)
{
    Expected *expected = closure;
    assert_same (row->relation, &expected->expected[expected->n++]);
}

static void
there_and_back (const EntEvidence *evidence, guint n)
{
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint i = 0; i < n; i++)
        write_row (&(EntEvidenceRow){ evidence[i].article, NULL, &evidence[i] }, out);
    g_autofree char *path = write_file (out->str, (gssize)out->len);
    g_autoptr (GError) error = NULL;
    Expected expected = { evidence, 0 };
    g_assert_true (ent_evidence_read (path, compare_next, &expected, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (expected.n, ==, n);
    g_unlink (path);
}

/* A text read as a file and written again. */
static char *
again (const char *text, gsize length)
{
    g_autofree char *path = write_file (text, (gssize)length);
    g_autoptr (GError) error = NULL;
    GString *out = g_string_new (NULL);
    g_assert_true (ent_evidence_read (path, write_row, out, &error));
    g_assert_no_error (error);
    g_unlink (path);
    return g_string_free (out, FALSE);
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
        EntCitation article = { .path = (char *)texts[i],
                                .sha256 = (char *)texts[i],
                                .title = (char *)texts[i],
                                .url = (char *)texts[i] };
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
    guint articles = 0, relations = 0;
    for (const char *name; (name = g_dir_read_name (names)) != NULL; articles++) {
        g_autofree char *path = g_build_filename (directory, name, NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (EntArticle) article = ent_article_read (path, &error);
        g_assert_no_error (error);
        g_autoptr (EntReading) reading = ent_read (reader, article);
        reading_check (gazetteer, article, reading);
        there_and_back ((const EntEvidence *)(gconstpointer)reading->evidence->data, reading->evidence->len);
        g_autoptr (GString) rows = g_string_new (NULL);
        ent_reading_rows (reading, write_row, rows);
        g_autofree char *same = again (rows->str, rows->len);
        g_assert_cmpstr (same, ==, rows->str);
        relations += reading->evidence->len;
    }
    g_assert_cmpuint (articles, >=, 10);
    g_assert_cmpuint (relations, >=, articles);
}

/* ---- sentences and their articles ---- */

#define ARTICLE(number, path)                                                                                \
    "{\"kind\":\"article\",\"article\":" number ",\"path\":\"" path "\",\"sha256\":\"0\"}\n"
#define SENTENCE(number, entities)                                                                           \
    "{\"kind\":\"sentence\",\"article\":" number ",\"start\":0,\"end\":9,\"text\":\"A, B, C.\","             \
    "\"entities\":[" entities "]}\n"
#define NAMED(id) "{\"id\":\"" id "\",\"start\":0,\"end\":1,\"how\":\"name\"}"

static void
note_sentence (const EntEvidenceRow *row, gpointer closure)
{
    GString *out = closure;
    if (row->sentence == NULL)
        return;
    g_string_append_printf (out, "%s:", row->article->path);
    for (guint i = 0; i < row->sentence->n_named; i++)
        g_string_append_printf (out, " %s", row->sentence->named[i].id);
    g_string_append (out, "; ");
}

/* The sentences of a file, or its problem. */
static char *
sentences_of (const char *text)
{
    g_autofree char *path = write_file (text, -1);
    g_autoptr (GError) error = NULL;
    GString *out = g_string_new (NULL);
    if (!ent_evidence_read (path, note_sentence, out, &error))
        g_string_append (out, error->message + strlen (path));
    g_unlink (path);
    return g_string_free (out, FALSE);
}

static void
test_sentences (void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        { ARTICLE ("1", "a") SENTENCE ("1", NAMED ("x") "," NAMED ("y")), "a: x y; " },
        { ARTICLE ("1", "a") SENTENCE ("1.0", NAMED ("y") ", " NAMED ("z") "," NAMED ("x")), "a: x y z; " },
        { ARTICLE ("1", "a") ARTICLE ("2", "b") SENTENCE ("1", NAMED ("x") "," NAMED ("y"))
              SENTENCE ("2", NAMED ("x") "," NAMED ("y")),
          "a: x y; b: x y; " },
        { ARTICLE ("1", "a") ARTICLE ("1", "a") SENTENCE ("1", NAMED ("x") "," NAMED ("y")), "a: x y; " },
        { ARTICLE ("1", "a") ARTICLE ("1", "b"), ":2: article 1 is 'b' here, and was 'a'" },
        { ARTICLE ("1", "a") SENTENCE ("2", NAMED ("x") "," NAMED ("y")),
          ":2: a sentence of article 2, whose row of kind \"article\" does not stand before it" },
        { ARTICLE ("1", "a") SENTENCE ("1", NAMED ("x")), ":2: no evidence: 'entities' is missing or wrong" },
        { ARTICLE ("1", "a") SENTENCE ("1", NAMED ("x") "," NAMED ("y") "," NAMED ("x")),
          ":2: no evidence: 'entities' is missing or wrong" },
        { ARTICLE ("1", "a") SENTENCE ("1", NAMED ("x") ",1"),
          ":2: no evidence: 'entities' is missing or wrong" },
        { ARTICLE ("1", "a") SENTENCE ("1", NAMED ("x") ",[" NAMED ("y") "]"),
          ":2: no evidence: 'entities' is missing or wrong" },
        { "{\"kind\":\"photo\",\"article\":1}\n", ":1: no evidence: 'kind' is missing or wrong" },
        { "{\"kind\":null,\"article\":1}\n", ":1: no evidence: 'kind' is missing or wrong" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *got = sentences_of (cases[i].text);
        g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

/* ---- the first edition ---- */

#define PAIR(start, source, target)                                                                          \
    "{\"article\": \"a\", \"sha256\": \"0\", \"title\": \"\", \"date\": \"\", \"url\": \"\", \"relation\": " \
    "\"co_mention\", \"source\": \"" source "\", \"target\": \"" target                                      \
    "\", \"directed\": false, \"status\": "                                                                  \
    "\"happened\", \"via\": \"direct\", \"sentence\": \"A, B, C.\", \"start\": " start ", \"end\": 90, "     \
    "\"source_span\": [0, 1], \"target_span\": [3, 4]}\n"

/* Pairs become the sentence that they are of, if all of them are there. */
static void
test_first_edition (void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        { PAIR ("0", "a", "b") PAIR ("0", "a", "c") PAIR ("0", "b", "c"), "a: a b c; " },
        { PAIR ("0", "a", "b") PAIR ("0", "a", "c"), "a: a b; a: a c; " },
        { PAIR ("0", "a", "b") PAIR ("0", "a", "b") PAIR ("0", "b", "c"), "a: a b; a: a b; a: b c; " },
        { PAIR ("0", "a", "b") PAIR ("9", "a", "c") PAIR ("9", "a", "b") PAIR ("9", "b", "c"),
          "a: a b; a: a b c; " },
        { PAIR ("0", "b", "a") ARTICLE ("1", "z") SENTENCE ("1", NAMED ("x") "," NAMED ("y")),
          "a: a b; z: x y; " },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *got = sentences_of (cases[i].text);
        g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

/* ---- refused ---- */

static void
count (const EntEvidenceRow *row, gpointer closure)
{
    *(guint *)closure += row->relation != NULL;
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
    static const char *const not_json[] = { "{",     "nonsense", "{\"article\": \"a\"",     GOOD "x",
                                            "[1, 2", "\"",       "{\"article\": \"\\666\"}" };
    static const char *const no_object[] = { "[]", "1", "\"text\"", "null", "true" };
    for (gsize i = 0; i < G_N_ELEMENTS (not_json); i++)
        assert_refused (not_json[i], strlen (not_json[i]), "not JSON");
    for (gsize i = 0; i < G_N_ELEMENTS (no_object); i++)
        assert_refused (no_object[i], strlen (no_object[i]), "not a JSON object");
    assert_refused ("\xFF\xFE", 2, "not JSON");
    assert_refused ("{\0}", 3, "not JSON");
    g_autofree char *deep = g_strnfill (1000000, '[');
    assert_refused (deep, strlen (deep), "not JSON");
    assert_refused ("{}", 2, "no evidence: 'article' is missing or wrong");
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
        { "sha256", { "true" } },
        { "title", { "0" } },
        { "url", { "[]" } },
        { "date", { "2018", "\"2018-13\"", "\"yesterday\"" } },
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
        { "rule", { "0" } },
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
    g_test_add_func ("/evidence/written-empty", test_written_empty);
    g_test_add_func ("/evidence/numbers", test_numbers);
    g_test_add_func ("/evidence/sentences", test_sentences);
    g_test_add_func ("/evidence/first-edition", test_first_edition);
    g_test_add_func ("/evidence/round-trip", test_round_trip);
    g_test_add_func ("/evidence/articles", test_articles);
    g_test_add_func ("/evidence/lines", test_lines_that_are_no_evidence);
    g_test_add_func ("/evidence/nul", test_nul);
    g_test_add_func ("/evidence/values", test_values_that_are_wrong);
    g_test_add_func ("/evidence/files", test_files);
    return g_test_run ();
}

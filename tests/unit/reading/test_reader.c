/* Articles that are hard to read: the spans of their evidence, cut from the bytes of the file. */
#include <string.h>

#include "reading.h"

/* A file, and the bytes that must be found in it for the one sentence that says met_with. */
typedef struct {
    const char *name, *path, *bytes;
    const char *sentence, *source, *target, *cue; /* as they lie on disk */
    const char *text;                             /* the sentence as it reads; NULL: as on disk */
} Case;

#define MORE                                                                                                 \
    "<p>It rained for most of the afternoon, and nobody else had come to the small town by the sea.</p>"

static const Case cases[] = {
    { "plain", "a.txt", "source: nobody\n\nAngela Merkel met Emmanuel Macron in Meseberg. It rained.\n",
      "Angela Merkel met Emmanuel Macron in Meseberg.", "Angela Merkel", "Emmanuel Macron", "met", NULL },
    { "mark", "a.txt", "\xEF\xBB\xBFsource: nobody\n\nIt rained. Angela Merkel met Emmanuel Macron.\n",
      "Angela Merkel met Emmanuel Macron.", "Angela Merkel", "Emmanuel Macron", "met", NULL },
    { "carriage-returns", "a.txt",
      "source: nobody\r\n\r\nIt rained for most of the afternoon before Angela\r\nMerkel met Emmanuel "
      "Macron.\r\n",
      "It rained for most of the afternoon before Angela\r\nMerkel met Emmanuel Macron.", "Angela\r\nMerkel",
      "Emmanuel Macron", "met",
      "It rained for most of the afternoon before Angela Merkel met Emmanuel Macron." },
    { "soft-hyphens", "a.txt",
      "source: nobody\n\nAn\u00ADgela Mer\u00ADkel m\u00ADet Emmanuel\u00A0Macron in Mese\u200Bberg.\n",
      "An\u00ADgela Mer\u00ADkel m\u00ADet Emmanuel\u00A0Macron in Mese\u200Bberg.",
      "An\u00ADgela Mer\u00ADkel", "Emmanuel\u00A0Macron", "m\u00ADet",
      "Angela Merkel met Emmanuel Macron in Meseberg." },
    { "windows-1252", "a.txt",
      "source: nobody\n\nEmmanuel Macron met Viktor Orb\xE1n \x96 \x93"
      "alone\x94 \x96 in Lyon.\n",
      "Emmanuel Macron met Viktor Orb\xE1n \x96 \x93"
      "alone\x94 \x96 in Lyon.",
      "Emmanuel Macron", "Viktor Orb\xE1n", "met",
      "Emmanuel Macron met Viktor Orb\u00E1n \u2013 \u201Calone\u201D \u2013 in Lyon." },
    { "mojibake", "a.txt", "source: nobody\n\nEmmanuel Macron met Viktor Orb\u00C3\u00A1n in Lyon.\n",
      "Emmanuel Macron met Viktor Orb\u00C3\u00A1n in Lyon.", "Emmanuel Macron", "Viktor Orb\u00C3\u00A1n",
      "met", "Emmanuel Macron met Viktor Orb\u00E1n in Lyon." },
    { "page", "a.html",
      "<!DOCTYPE html><html><head><title>Rain</title></head><body><article><p>Emmanuel <b>Mac&#114;on</b> "
      "<i>m</i>et Viktor&nbsp;Orb&aacute;n &amp; nobody else in Lyon on a cold day in May.</p>" MORE
      "</article></body></html>",
      "Emmanuel <b>Mac&#114;on</b> <i>m</i>et Viktor&nbsp;Orb&aacute;n &amp; nobody else in Lyon on a cold "
      "day "
      "in May.",
      "Emmanuel <b>Mac&#114;on", "Viktor&nbsp;Orb&aacute;n", "m</i>et",
      "Emmanuel Macron met Viktor Orb\u00E1n & nobody else in Lyon on a cold day in May." },
    { "page-of-windows", "a.html",
      "<html><head><meta charset=\"windows-1252\"><title>Rain</title></head><body><article><p>It rained."
      " Emmanuel Macron\r\n met Viktor Orb\xE1n in Lyon, on a cold day in May.</p>" MORE
      "</article></body></html>",
      "Emmanuel Macron\r\n met Viktor Orb\xE1n in Lyon, on a cold day in May.", "Emmanuel Macron",
      "Viktor Orb\xE1n", "met", "Emmanuel Macron met Viktor Orb\u00E1n in Lyon, on a cold day in May." },
};

static void
assert_slice (const EntArticle *article, EntSpan span, const char *expected, gsize length)
{
    g_assert_cmpmem (article->bytes + span.start, span.end - span.start, expected, length);
}

/* The only evidence of the reading. */
static const EntEvidence *
only_one (const EntReading *reading)
{
    const EntEvidence *found = NULL;
    for (guint i = 0; i < reading->evidence->len; i++) {
        const EntEvidence *evidence = &g_array_index (reading->evidence, EntEvidence, i);
        g_assert_null (found);
        found = evidence;
    }
    g_assert_nonnull (found);
    g_assert_cmpstr (found->relation, ==, "met_with");
    return found;
}

static void
test_bytes (gconstpointer data)
{
    const Case *c = data;
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntArticle) article = reading_article (c->path, c->bytes, strlen (c->bytes));
    g_autoptr (EntReading) reading = ent_read (reader, article);
    reading_check (gazetteer, article, reading);
    const EntEvidence *evidence = only_one (reading);
    assert_slice (article, evidence->span, c->sentence, strlen (c->sentence));
    assert_slice (article, evidence->source_span, c->source, strlen (c->source));
    assert_slice (article, evidence->target_span, c->target, strlen (c->target));
    assert_slice (article, evidence->cue, c->cue, strlen (c->cue));
    g_assert_cmpstr (evidence->text, ==, c->text != NULL ? c->text : c->sentence);
}

/* Every byte counts double. */
static void
test_utf16 (gconstpointer order)
{
    const char *text = "\uFEFFsource: nobody\n\nEmmanuel Macron met Viktor Orb\u00E1n in Lyon.\n";
    gsize length, part;
    g_autofree char *bytes = g_convert (text, -1, order, "UTF-8", NULL, &length, NULL);
    g_autofree char *wide = g_malloc0 (length + 1);
    memcpy (wide, bytes, length);
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntArticle) article = reading_article ("a.txt", wide, length);
    g_autoptr (EntReading) reading = ent_read (reader, article);
    reading_check (gazetteer, article, reading);
    const EntEvidence *evidence = only_one (reading);
    g_autofree char *target = g_convert ("Viktor Orb\u00E1n", -1, order, "UTF-8", NULL, &part, NULL);
    assert_slice (article, evidence->target_span, target, part);
    g_autofree char *cue = g_convert ("met", -1, order, "UTF-8", NULL, &part, NULL);
    assert_slice (article, evidence->cue, cue, part);
    g_assert_cmpstr (evidence->text, ==, "Emmanuel Macron met Viktor Orb\u00E1n in Lyon.");
}

/* ---- mentions ---- */

static char *
mentions_of (const EntReader *reader, const EntGazetteer *gazetteer, const char *text)
{
    g_autofree char *bytes = g_strconcat ("source: nobody\ndate: 2018-06-20\n\n", text, "\n", NULL);
    g_autoptr (EntArticle) article = reading_article ("a.txt", bytes, strlen (bytes));
    g_autoptr (EntReading) reading = ent_read (reader, article);
    reading_check (gazetteer, article, reading);
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < reading->mentions->len; i++) {
        const EntMention *mention = &g_array_index (reading->mentions, EntMention, i);
        EntSpan span = mention->span, phrase = mention->phrase;
        g_string_append_printf (out, "%s%s %s '%.*s' in '%.*s'", i > 0 ? "; " : "",
                                ent_gazetteer_entity (gazetteer, mention->entity)->id,
                                ent_how_name (mention->how), (int)(span.end - span.start),
                                article->text + span.start, (int)(phrase.end - phrase.start),
                                article->text + phrase.start);
    }
    return g_string_free (out, FALSE);
}

static void
test_mentions (void)
{
    static const char *const texts[][2] = {
        { "Nobody came.", "" },
        { "Angela Merkel's train was late.", "angela-merkel name 'Angela Merkel' in 'Angela Merkel's'" },
        { "Chancellor Angela Merkel slept.",
          "angela-merkel name 'Angela Merkel' in 'Chancellor Angela Merkel'" },
        { "Macron slept.", "emmanuel-macron short 'Macron' in 'Macron'" },
        /* the longest noun phrase wins */
        { "German Chancellor Angela Merkel slept.",
          "angela-merkel name 'Angela Merkel' in 'German Chancellor Angela Merkel'" },
        { "The Kremlin said nothing.", "russia metonym 'Kremlin' in 'Kremlin'" },
        /* a capital that is only a place names nobody */
        { "It rained in Moscow.", "" },
        /* capitals count */
        { "He may eat turkey.", "" },
        { "Canada and Chile voted.", "canada name 'Canada' in 'Canada'; chile name 'Chile' in 'Chile'" },
    };
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autofree char *got = mentions_of (reader, gazetteer, texts[i][0]);
        g_assert_cmpstr (got, ==, texts[i][1]);
    }
}

/* A name goes on where the sentence seemed to end. */
static void
test_name_over_a_line_end (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autofree char *got =
        mentions_of (reader, gazetteer,
                     "There Emmanuel Macron met Angela\nMerkel, on a long and rainy day in June, "
                     "or so they say.");
    g_assert_cmpstr (got, ==,
                     "emmanuel-macron name 'Emmanuel Macron' in 'Emmanuel Macron'; "
                     "angela-merkel name 'Angela\nMerkel' in 'Angela\nMerkel'");
}

/* A file's name is bytes, and the evidence file is UTF-8. */
static void
test_name_of_the_file (void)
{
    static const char text[] = "source: nobody\n\nAngela Merkel met Emmanuel Macron.\n";
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntArticle) article = reading_article ("caf\xE9.txt", text, strlen (text));
    g_autoptr (EntReading) reading = ent_read (reader, article);
    g_assert_cmpuint (reading->evidence->len, ==, 1);
    g_autoptr (GString) line = g_string_new (NULL);
    ent_evidence_to_json (&(EntEvidenceRow){ .article = &reading->citation }, line);
    g_assert_true (g_utf8_validate (line->str, -1, NULL));
    g_assert_cmpstr (article->path, ==, "caf\xE9.txt");
}

/* A description stands for the one named before it, whatever else the sentence names before the two. */
static void
test_antecedent_in_the_sentence (void)
{
    static const char text[] =
        "source: nobody\n\nGermany hopes that Emmanuel Macron comes, and that the French politician stays.\n";
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntArticle) article = reading_article ("a.txt", text, strlen (text));
    g_autoptr (EntReading) reading = ent_read (reader, article);
    g_assert_cmpuint (reading->mentions->len, ==, 3);
    const EntMention *mentions = &g_array_index (reading->mentions, EntMention, 0);
    g_assert_cmpuint (mentions[2].how, ==, ENT_HOW_DESCRIPTION);
    g_assert_cmpuint (mentions[2].antecedent, ==, 1);
    g_assert_cmpuint (mentions[2].entity, ==, mentions[1].entity);
}

/* The words of the relation, and not what lies behind the last of the sentence. */
static void
test_bracket_that_does_not_close (void)
{
    static const char *const texts[] = { "Angela Merkel and Emmanuel Macron met (in Paris",
                                         "Angela Merkel and Emmanuel Macron met (in Paris) again." };
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (EntArticle) article = reading_article ("a.txt", texts[i], strlen (texts[i]));
        g_autoptr (EntReading) reading = ent_read (reader, article);
        reading_check (gazetteer, article, reading);
        g_assert_cmpuint (reading->evidence->len, ==, 1);
        EntSpan cue = g_array_index (reading->evidence, EntEvidence, 0).cue;
        g_autofree char *words = g_strndup (texts[i] + cue.start, cue.end - cue.start);
        g_assert_cmpstr (words, ==, "met");
    }
}

/* Counted by white space, in the prose alone. */
static void
test_words_of_the_article (void)
{
    static const char text[] = "title: Three words here\ndate: 2020-01-01\n\nOne two,  three\n four-five.\n";
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntArticle) article = reading_article ("a.txt", text, strlen (text));
    g_autoptr (EntReading) reading = ent_read (reader, article);
    g_assert_cmpint (reading->citation.bytes, ==, strlen (text));
    g_assert_cmpint (reading->citation.words, ==, 3 + 4);
}

/* What names more than the reader is told is kept, without its entities. */
static void
test_crowded_sentence (void)
{
    static const char text[] = "source: nobody\n\nAngela Merkel, Emmanuel Macron and Germany stay.\n";
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntArticle) article = reading_article ("a.txt", text, strlen (text));
    for (guint most = 2; most < 4; most++) {
        ent_reader_set_most_named (reader, most);
        g_autoptr (EntReading) reading = ent_read (reader, article);
        g_assert_cmpuint (reading->sentences->len, ==, 1);
        const EntCoMention *sentence = &g_array_index (reading->sentences, EntCoMention, 0);
        g_assert_cmpuint (sentence->n_named, ==, most == 2 ? 0 : 3);
        g_assert_true ((sentence->named == NULL) == (most == 2));
        g_assert_cmpuint (sentence->line, ==, 3);
    }
}

/* A text without a sentence in it, whose names lie over every place where it is cut. */
static void
test_names_without_end (void)
{
    static const char *const units[] = { "Angela Merkel met ", "Angela Merkel ", "Merkel,met,Macron,and,",
                                         "(" };
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
        g_autoptr (GString) text = g_string_new ("Merkel and Emmanuel Macron ");
        while (text->len < 200000)
            g_string_append (text, units[i]);
        g_autoptr (EntArticle) article = reading_article ("a.txt", text->str, text->len);
        g_autoptr (EntReading) reading = ent_read (reader, article);
        reading_check (gazetteer, article, reading);
        g_assert_cmpuint (reading->sentences->len, >, 0);
        for (guint j = 0; j < reading->sentences->len; j++) {
            EntSpan span = g_array_index (reading->sentences, EntCoMention, j).span;
            g_assert_cmpuint (span.end - span.start, <=, 20000);
        }
    }
}

/* Texts that are hardly texts. */
static void
test_next_to_nothing (void)
{
    static const char *const texts[] = {
        "",           "\n",          ".",    "Macron",           "Macron\n\n\n",
        "'s",         "Macron's",    "\xFF", "Merkel met",       "met Merkel",
        "()",         "Macron. . .", "U.S.", "U.S. Macron U.S.", "-",
        "Macron and", "\u0301",      "he",   "he met her",       "Macron met (Merkel"
    };
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer ("relations/names.yaml");
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (GError) error = NULL;
        gsize length = strlen (texts[i]);
        g_autoptr (EntArticle) article = ent_article_new ("a.txt", g_strdup (texts[i]), length, &error);
        if (article == NULL) { /* empty files may be refused, with a reason */
            g_assert_error (error, ENT_ERROR, ENT_ERROR_FORMAT);
            continue;
        }
        g_autoptr (EntReading) reading = ent_read (reader, article);
        reading_check (gazetteer, article, reading);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *path = g_strconcat ("/read/bytes/", cases[i].name, NULL);
        g_test_add_data_func (path, &cases[i], test_bytes);
    }
    g_test_add_data_func ("/read/bytes/utf-16le", "UTF-16LE", test_utf16);
    g_test_add_data_func ("/read/bytes/utf-16be", "UTF-16BE", test_utf16);
    g_test_add_func ("/reader/words", test_words_of_the_article);
    g_test_add_func ("/reader/crowded", test_crowded_sentence);
    g_test_add_func ("/read/mentions", test_mentions);
    g_test_add_func ("/read/line-end", test_name_over_a_line_end);
    g_test_add_func ("/read/file-name", test_name_of_the_file);
    g_test_add_func ("/read/antecedent", test_antecedent_in_the_sentence);
    g_test_add_func ("/read/bracket", test_bracket_that_does_not_close);
    g_test_add_func ("/read/names-without-end", test_names_without_end);
    g_test_add_func ("/read/next-to-nothing", test_next_to_nothing);
    return g_test_run ();
}

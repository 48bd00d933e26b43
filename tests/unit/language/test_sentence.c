/* Where sentences end, and the tokens in them. */
#include "language/sentence.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "reading.h"

typedef struct {
    EntGazetteer *gazetteer;
    EntLexicon *lexicon;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    fixture->gazetteer = reading_gazetteer ("relations/names.yaml");
    fixture->lexicon = ent_lexicon_new (fixture->gazetteer);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    ent_lexicon_free (fixture->lexicon);
    ent_gazetteer_free (fixture->gazetteer);
}

/* The sentences of a text, a | between them and line ends as ~. */
static char *
split (const EntLexicon *lexicon, const char *text)
{
    g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (EntSpan));
    ent_sentences (lexicon, text, (EntSpan){ 0, strlen (text) }, sentences);
    GString *out = g_string_new (NULL);
    gsize last = 0;
    for (guint i = 0; i < sentences->len; i++) {
        EntSpan span = g_array_index (sentences, EntSpan, i);
        g_assert_cmpuint (span.start, >=, last);
        g_assert_cmpuint (span.start, <, span.end);
        g_assert_false (g_ascii_isspace (text[span.start]));
        g_assert_false (g_ascii_isspace (text[span.end - 1]));
        g_string_append_printf (out, "%s%.*s", i > 0 ? "|" : "", (int)(span.end - span.start),
                                text + span.start);
        last = span.end;
    }
    return g_strdelimit (g_string_free (out, FALSE), "\n", '~');
}

/* Each text has a | where one sentence ends and the next begins; the text itself has a space there. */
static void
check_splits (const Fixture *fixture, const char *const *texts)
{
    for (; *texts != NULL; texts++) {
        g_autofree char *text = g_strdelimit (g_strdup (*texts), "|", ' ');
        g_autofree char *got = split (fixture->lexicon, text);
        g_assert_cmpstr (got, ==, *texts);
    }
}

static void
test_plain (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const char *const texts[] = {
        "",
        "One sentence.",
        "No stop at the end",
        "It rained.|Nobody came.|Why?|Nobody knows!",
        "The talks took 2.5 hours and cost 3.75 million.|Then they ended.",
        "It began in 2017.|It ended in 2018.",
        "Really?!|Yes.",
        "They met ... and parted.",
        "They waited...|Nobody came.",
        "The site example.com was down, and so was news.example.org for days.",
        "He wrote to press@example.org.|Nobody answered.",
        "Was it he?|She asked twice.",
        "\u00C9mile came.|\u00D6zlem left.",
        NULL,
    };
    check_splits (fixture, texts);
}

static void
test_abbreviations (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const char *const texts[] = {
        "Gen. Hulusi Akar met Lt. Col. Smith.|They spoke.",
        "Dr. No and Mrs. Robinson vs. Mr. Bean.",
        "It was on Jan. 5 and on Sept. 11.|It rained.",
        "George W. Bush met J. D. Vance.|They spoke.",
        "Franklin D. Roosevelt came.",
        "The U.S. Senate voted.|The House did not.",
        "He went to the U.S. with a friend.",
        "He went back to the U.S.|The weather was fine.",
        "He left for the U.K.|She stayed in the U.S.|They wrote.",
        "They met at 5 p.m. on Monday.|They left at 6 p.m.|The rest stayed.",
        "Acme Inc. and Acme Corp. Ltd. merged.",
        "Fruit, e.g. Apples, i.e. Pears, etc. grew.",
        "St. Petersburg is cold.|No. 10 is not.",
        "He said no.|She said yes to item no. 5.|They parted.",
        NULL,
    };
    check_splits (fixture, texts);
}

static void
test_quotes (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const char *const texts[] = {
        "\"We met.\"|\"We did not.\"",
        "\u201CWe met.\u201D|He left.",
        "\u201CWe met,\u201D he said.|She left.",
        "\"Did they meet?\" he asked.|\"No!\" she said.",
        "\u2018We met.\u2019|He left.",
        "(It rained.)|Nobody came.",
        "He said: \"We met.|We talked.\"|She agreed.",
        NULL,
    };
    check_splits (fixture, texts);
}

static void
test_glued (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        { "They met.Then they left.", "They met.|Then they left." },
        { "He left in 2017.She stayed.", "He left in 2017.|She stayed." },
        { "The file README.md is short.", "The file README.md is short." },
        { "At 5.30 it ended.", "At 5.30 it ended." },
        { "The U.S.Senate voted.", "The U.S.Senate voted." },
        { "\"They met.\"Then they left.", "\"They met.\"|Then they left." },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *got = split (fixture->lexicon, cases[i].text);
        g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static void
test_lines (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        /* a paragraph wrapped by hand */
        { "The president of the republic met the chancellor on\nMonday in a small town by the sea, far\nfrom "
          "everybody.",
          "The president of the republic met the chancellor on~Monday in a small town by the sea, far~from "
          "everybody." },
        /* a headline above a paragraph, without a blank line */
        { "Ministers meet\nThe ministers of eleven countries met on Monday by the sea.",
          "Ministers meet|The ministers of eleven countries met on Monday by the sea." },
        { "A headline\n\nA sentence. Another.", "A headline|A sentence.|Another." },
        { "A headline\n \t\nA sentence.", "A headline|A sentence." },
        { "A headline\r\n\r\nA sentence.\r\n", "A headline|A sentence." },
        { "They spoke of:\n- trade\n- war\n- fish", "They spoke of:|- trade|- war|- fish" },
        { "1. Trade\n2. War\n3. Fish", "1. Trade|2. War|3. Fish" },
        { "\u2022 Trade\n\u2022 War", "\u2022 Trade|\u2022 War" },
        { "\n\n  Alone.  \n\n", "Alone." },
        { "BERLIN, May 3 (Agency) - The chancellor met nobody. She slept.",
          "BERLIN, May 3 (Agency) - The chancellor met nobody.|She slept." },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *got = split (fixture->lexicon, cases[i].text);
        g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

/* Only the part is read, and nothing of what stands around it. */
static void
test_part (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    const char *text = "Before. One. Two. After.";
    g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (EntSpan));
    ent_sentences (fixture->lexicon, text, (EntSpan){ 7, 17 }, sentences);
    g_assert_cmpuint (sentences->len, ==, 2);
    g_assert_cmpuint (g_array_index (sentences, EntSpan, 0).start, ==, 8);
    g_assert_cmpuint (g_array_index (sentences, EntSpan, 1).end, ==, 17);
    ent_sentences (fixture->lexicon, text, (EntSpan){ 5, 5 }, sentences);
    g_assert_cmpuint (sentences->len, ==, 2);
}

/* ICU's sentence breaks are a second opinion on sentences without abbreviations and other traps. */
static void
test_against_icu (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const char *const starts[] = { "The envoy", "Nobody",          "She", "After lunch he", "Madrid",
                                          "\"We",      "In 2018 the bank" };
    static const char *const middles[] = {
        " came",          ", who was late, left", " paid 5.25 dollars",         " said (twice) so",
        " wrote: a poem", "; it snowed",          " \u2014 rarely \u2014 sings"
    };
    static const char *const ends[] = { ".", "?", "!", ".\"", "...", " in May.", " at 10." };
    for (guint round = 0; round < 3000; round++) {
        g_autoptr (GString) text = g_string_new (NULL);
        gint32 n = g_test_rand_int_range (1, 6);
        for (gint32 i = 0; i < n; i++)
            g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "",
                                    starts[g_test_rand_int_range (0, G_N_ELEMENTS (starts))],
                                    middles[g_test_rand_int_range (0, G_N_ELEMENTS (middles))],
                                    ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))]);
        UErrorCode status = U_ZERO_ERROR;
        UText *utext = utext_openUTF8 (NULL, text->str, (int64_t)text->len, &status);
        UBreakIterator *breaks = ubrk_open (UBRK_SENTENCE, "en", NULL, 0, &status);
        ubrk_setUText (breaks, utext, &status);
        g_assert_true (U_SUCCESS (status));
        g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (EntSpan));
        ent_sentences (fixture->lexicon, text->str, (EntSpan){ 0, text->len }, sentences);
        guint i = 0;
        int32_t start = 0;
        for (int32_t end; (end = ubrk_next (breaks)) != UBRK_DONE; start = end, i++) {
            g_assert_cmpuint (i, <, sentences->len);
            g_assert_cmpuint (g_array_index (sentences, EntSpan, i).start, ==, (gsize)start);
        }
        g_assert_cmpuint (i, ==, sentences->len);
        ubrk_close (breaks);
        utext_close (utext);
    }
}

/* ---- tokens ---- */

/* A word as its folded form, with ^ for a capital before it, = for a hyphen, and what is possessive behind
 * a +; a mark as a letter for its kind. */
static char *
tokens_of (const Fixture *fixture, const char *text)
{
    static const char kinds[] = "W,DS()Q?";
    g_autoptr (EntSentence) sentence = ent_sentence_new ();
    ent_sentence_read (sentence, fixture->lexicon, "Something else first - to be forgotten.",
                       (EntSpan){ 0, 20 });
    ent_sentence_read (sentence, fixture->lexicon, text, (EntSpan){ 0, strlen (text) });
    GString *out = g_string_new (NULL);
    gsize last = 0;
    for (guint i = 0; i < sentence->n_tokens; i++) {
        const EntToken *token = &sentence->tokens[i];
        g_assert_cmpuint (token->start, >=, last);
        g_assert_cmpuint (token->start, <, token->end);
        g_assert_cmpuint (token->tail, >=, token->end);
        g_assert_cmpuint (token->tail, <=, strlen (text));
        g_assert_nonnull (token->word);
        last = token->tail;
        if (i > 0)
            g_string_append_c (out, ' ');
        if (token->kind != ENT_TOKEN_WORD) {
            g_assert_cmpstr (token->folded, ==, "");
            g_string_append_c (out, kinds[token->kind]);
            continue;
        }
        g_string_append_printf (out, "%s%s%s", token->hyphen ? "=" : "", token->capital ? "^" : "",
                                token->folded);
        if (token->tail > token->end)
            g_string_append_c (out, '+');
    }
    return g_string_free (out, FALSE);
}

static void
test_tokens (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        { "Iran's envoy met Abbas' aide.", "^iran+ envoy met ^abbas+ aide S" },
        { "A U.S. envoy, J. Doe, came.", "^a ^u ^s envoy , ^j ^doe , came S" },
        { "a two-hour long-term al-Assad visit", "a two =hour long =term al =^assad visit" },
        { "the Trump/Putin and Trump-Putin talks", "the ^trump =^putin and ^trump =^putin talks" },
        { "Putin - the president - spoke", "^putin D the president D spoke" },
        { "Putin\u2014the president\u2013spoke--twice", "^putin D the president D spoke D twice" },
        { "\"No,\" he said (twice) [sic]: \u201Cyes\u201D!",
          "Q ^no , Q he said ( twice ) ( sic ) S Q yes Q S" },
        { "'No', \u2018no\u2019 and don't", "Q ^no Q , Q no Q and don't" },
        { "3.5 per cent, 1,000 men", "3 5 per cent , 1 000 men" },
        { "Erdo\u011Fan came", "^erdogan came" },
        { "wait\u2026 what?", "wait S what S" },
        { "", "" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *got = tokens_of (fixture, cases[i].text);
        g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static void
test_sentence_flags (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const struct {
        const char *text;
        gboolean question, title_case;
    } cases[] = {
        { "Did they meet?", TRUE, FALSE },
        { "\"Did they meet?\"", TRUE, FALSE },
        { "\u201CDid they meet?\u201D ", TRUE, FALSE },
        { "(Did they meet?)", TRUE, FALSE },
        { "\"Did they meet?\" he asked.", FALSE, FALSE },
        { "They met.", FALSE, FALSE },
        { "Ministers Meet in the City of London", FALSE, TRUE },
        { "MINISTERS MEET IN LONDON", FALSE, TRUE },
        { "Will Ministers Meet in London?", TRUE, TRUE },
        { "The ministers meet in London", FALSE, FALSE },
        { "Berlin", FALSE, FALSE },
        { "?They met.?", FALSE, FALSE }, /* marks that copying lost */
        { "?", TRUE, FALSE },
        { "", FALSE, FALSE },
    };
    g_autoptr (EntSentence) sentence = ent_sentence_new ();
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        ent_sentence_read (sentence, fixture->lexicon, cases[i].text, (EntSpan){ 0, strlen (cases[i].text) });
        g_assert_cmpint (sentence->question, ==, cases[i].question);
        g_assert_cmpint (sentence->title_case, ==, cases[i].title_case);
    }
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

/* What has no end is cut, and reading it takes no longer than its length. */
static void
test_endless (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const struct {
        const char *first, *then;
    } texts[] = { { "", "," },  { "", "a." }, { "", "\u00e9" },       { "x ", "y " },
                  { "", "1." }, { "", "1" },  { "1111111111", ".a" }, { "A", " .a" } };
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (GString) text = g_string_new (texts[i].first);
        while (text->len < 1000000)
            g_string_append (text, texts[i].then);
        g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (EntSpan));
        ent_sentences (fixture->lexicon, text->str, (EntSpan){ 0, text->len }, sentences);
        g_assert_cmpuint (sentences->len, >, 1);
        for (guint j = 0; j < sentences->len; j++) {
            EntSpan span = g_array_index (sentences, EntSpan, j);
            g_assert_cmpuint (span.end - span.start, <=, 2 * ENT_LONG_SENTENCE + 1);
            g_assert_cmpint ((guchar)text->str[span.start] & 0xC0, !=, 0x80);
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    add ("/sentence/plain", test_plain);
    add ("/sentence/abbreviations", test_abbreviations);
    add ("/sentence/quotes", test_quotes);
    add ("/sentence/glued", test_glued);
    add ("/sentence/lines", test_lines);
    add ("/sentence/part", test_part);
    add ("/sentence/icu", test_against_icu);
    add ("/sentence/endless", test_endless);
    add ("/sentence/tokens", test_tokens);
    add ("/sentence/flags", test_sentence_flags);
    return g_test_run ();
}

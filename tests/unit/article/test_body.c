#include <string.h>

#include "article/body.h"

#define PROSE "The minister of Ruritania met the queen of Graustark in Zenda on Monday, officials said."
#define MORE "He told her that the railway between the two kingdoms would never be built in his lifetime."

/* The parts of a text, each in brackets. */
static void
assert_parts (const char *text, const char *title, const char *expected)
{
    EntBody parts = ent_body_find (text, strlen (text), 0, title, strlen (title));
    g_autoptr (GString) is = g_string_new (NULL);
    for (guint i = 0; i < parts.spans->len; i++) {
        EntSpan span = g_array_index (parts.spans, EntSpan, i);
        g_string_append_printf (is, "[%.*s]", (int)(span.end - span.start), text + span.start);
    }
    g_assert_cmpstr (is->str, ==, expected);
    g_array_unref (parts.spans);
}

static void
test_plain (void)
{
    assert_parts ("", "", "");
    assert_parts (" \n\n", "", "");
    assert_parts ("Zenda talks fail\n\n" PROSE "\n" MORE "\n", "Zenda talks fail",
                  "[Zenda talks fail\n\n" PROSE "\n" MORE "]");
    assert_parts ("Short text\r\n\r\nAnother one", "Short text", "[Short text\r\n\r\nAnother one]");
    assert_parts (PROSE "\n\n" PROSE, PROSE, "[" PROSE "\n\n" PROSE "]");
}

static void
test_navigation (void)
{
    assert_parts ("Home\nEconomy\nGraustark\nZenda talks\nShare\n1\nof\n/\n8\nMarch 2, 2018\nBy A. "
                  "Writer\nin #news 7 years ago\n\n" PROSE,
                  "Zenda talks", "[Zenda talks][" PROSE "]");
    /* one or two short lines may be headlines */
    assert_parts ("Zenda talks\nThe queen answers\n\n" PROSE, "Zenda talks",
                  "[Zenda talks\nThe queen answers\n\n" PROSE "]");
    /* and where there is no prose at all, nothing is above it */
    assert_parts ("One line\nTwo lines\nThree lines\nFour lines", "",
                  "[One line\nTwo lines\nThree lines\nFour lines]");
}

static void
test_end (void)
{
    static const char *const ends[] = { "Leave a Reply",
                                        "Your comment",
                                        "Comments (12)",
                                        "Sort:",
                                        "captchaCode",
                                        "You are replying to: .",
                                        "Coin Marketplace",
                                        "LEAVE A REPLY CANCEL REPLY",
                                        "Your email address will not be published." };
    for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
        g_autofree char *text =
            g_strdup_printf ("Zenda talks\n\nComments\n\n" PROSE "\n\n%s\n\n" MORE "\n", ends[i]);
        assert_parts (text, "Zenda talks", "[Zenda talks][" PROSE "]");
    }
    assert_parts ("A met B.\n\nThey talked in Zenda.\n\nComments\n\n" PROSE, "",
                  "[A met B.\n\nThey talked in Zenda.]");
}

static void
test_lists (void)
{
    assert_parts (PROSE
                  "\n\nRelated stories\n\nQueen sells crown\n\nTalks fail again in Zenda, says king\n\n" MORE,
                  "", "[" PROSE "][" MORE "]");
    assert_parts (PROSE "\n\nContact Us\n\nPOB 1 Zenda\nTel 1", "", "[" PROSE "]");
    assert_parts (PROSE "\nPhoto: A. Name, AP\n(AP)\nRead more: Queen sells crown\nwww.zenda.example\n"
                        "© 2018 Zenda Times. All rights reserved.\nSubscribe to our newsletter.\n" MORE,
                  "", "[" PROSE "][" MORE "]");
}

/* The same words inside sentences. */
static void
test_sentences_stay (void)
{
    static const char *const sentences[] = {
        "Leave a reply, the queen told him, or leave Zenda.",
        "Comments by the queen angered Ruritania.",
        "Related articles of the treaty were dropped.",
        "Latest news from Zenda suggests that the queen has left.",
        "Photo: The queen meets the minister in Zenda on Monday.",
        "Contact us, said the queen.",
        "Share of trade fell",
        "The reign ended in 2018.",
        "The Comments section of the treaty",
    };
    for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
        g_autofree char *text = g_strdup_printf (PROSE "\n\n%s\n\n" MORE, sentences[i]);
        g_autofree char *expected = g_strdup_printf ("[%s]", text);
        assert_parts (text, "", expected);
    }
}

/* A headline counts once. */
static void
test_title_again (void)
{
    assert_parts ("Zenda talks\n" PROSE "\nZenda talks\n" MORE, "Zenda talks",
                  "[Zenda talks\n" PROSE "][" MORE "]");
    EntBody parts = ent_body_find (PROSE, strlen (PROSE), 0, "Zenda talks", 11);
    g_assert_false (parts.shows_title);
    g_array_unref (parts.spans);
}

static void
assert_title (const char *text, const char *expected)
{
    EntSpan line = ent_parts_title (text, strlen (text));
    g_autofree char *is = g_strndup (text + line.start, line.end - line.start);
    g_assert_cmpstr (is, ==, expected);
}

static void
test_title (void)
{
    assert_title ("", "");
    assert_title (", , ,\n\nZenda talks\n\n" PROSE, "Zenda talks");
    assert_title ("Code 1234\nPublishDate: March 2, 2018\n\nZenda: talks fail again\n" PROSE,
                  "Zenda: talks fail again");
    assert_title ("Economy\nGraustark\nTalks in Zenda fail\n" PROSE, "Talks in Zenda fail");
    assert_title (PROSE "\n\n" MORE, PROSE);
    assert_title ("Share\nPrint\n", "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/parts/plain", test_plain);
    g_test_add_func ("/parts/navigation", test_navigation);
    g_test_add_func ("/parts/end", test_end);
    g_test_add_func ("/parts/lists", test_lists);
    g_test_add_func ("/parts/sentences-stay", test_sentences_stay);
    g_test_add_func ("/parts/title-again", test_title_again);
    g_test_add_func ("/parts/title", test_title);
    return g_test_run ();
}

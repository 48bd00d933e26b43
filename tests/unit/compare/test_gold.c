/* A hand coding as it is read from a file, and the mistakes it can have: for each its place and its words. */
#include <glib/gstdio.h>

#include "entente.h"

static char *directory;

static char *
write_file (const char *name, const char *text)
{
    char *path = g_build_filename (directory, name, NULL);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    return path;
}

static EntGazetteer *
three_states (void)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autofree char *path =
        write_file ("entities.yaml", "states:\n"
                                     "  norland: {name: Norland}\n"
                                     "  osland: {name: Osland, aliases: [Kingdom of Osland]}\n"
                                     "  pavia: {name: Pavia}\n");
    g_autoptr (GError) error = NULL;
    EntGazetteer *gazetteer = ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, &error);
    g_assert_no_error (error);
    return gazetteer;
}

/* About articles a.txt and b.txt. *messages is the findings as "line:column: message", a line each. */
static EntGold *
read_gold (const EntGazetteer *gazetteer, const char *text, char **messages)
{
    g_autoptr (GPtrArray) articles = g_ptr_array_new ();
    g_ptr_array_add (articles, (gpointer) "some/where/a.txt");
    g_ptr_array_add (articles, (gpointer) "b.txt");
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autofree char *path = write_file ("gold.tsv", text);
    g_autoptr (GError) error = NULL;
    EntGold *gold = ent_gold_read (path, gazetteer, articles, findings, &error);
    GString *lines = g_string_new (NULL);
    for (guint i = 0; i < findings->len; i++) {
        const EntFinding *finding = findings->pdata[i];
        g_assert_cmpstr (finding->path, ==, path);
        g_string_append_printf (lines, "%s%u:%u: %s", i > 0 ? "\n" : "", finding->place.line,
                                finding->place.column, finding->message);
    }
    if (gold == NULL)
        g_assert_error (error, ENT_ERROR, ENT_ERROR_FORMAT);
    *messages = g_string_free (lines, FALSE);
    return gold;
}

static void
test_any_order_of_columns (void)
{
    g_autoptr (EntGazetteer) gazetteer = three_states ();
    g_autofree char *messages = NULL;
    g_autoptr (EntGold) gold = read_gold (gazetteer,
                                          "\xEF\xBB\xBF"
                                          "via\tstatus\tnotes\ttarget\tsource\trelation\tarticle\r\n"
                                          "\r\n"
                                          "coref\tdenied\tx\tnorland\tpavia\tresponded_to\tb.txt",
                                          &messages);
    g_assert_cmpstr (messages, ==, "");
    g_assert_cmpuint (gold->edges->len, ==, 1);
    const EntGoldEdge *edge = &g_array_index (gold->edges, EntGoldEdge, 0);
    g_assert_cmpstr (edge->article, ==, "b.txt");
    g_assert_cmpstr (edge->relation, ==, "responded_to");
    g_assert_cmpstr (edge->source, ==, "pavia");
    g_assert_cmpstr (edge->target, ==, "norland");
    g_assert_cmpint (edge->status, ==, ENT_DENIED);
    g_assert_true (edge->coref);
    g_assert_cmpint (edge->must, ==, ENT_MUST_NO);
    g_assert_cmpstr (edge->evidence, ==, "");
    g_assert_cmpuint (edge->line, ==, 3);
}

static void
test_mistakes_of_rows (void)
{
    static const struct {
        const char *rows, *expected;
    } bad[] = {
        { "a.txt\tmet_with\tnorland\tosland\thappened",
          "2:1: 7 fields expected, as in the header line, not 5" },
        { "a.txt\tmet\tnorland\tosland\thappened\tno\tdirect", "2:7: unknown relation 'met'" },
        { "a.txt\tmet_wiht\tnorland\tosland\thappened\tno\tdirect",
          "2:7: unknown relation 'met_wiht'; did you mean 'met_with'?" },
        { "a.txt\tco_mention\tnorland\tosland\thappened\tno\tdirect",
          "2:7: 'co_mention' is not coded: it follows from the mentions" },
        { "a.txt\tmet_with\tnorland\tosland\thappend\tno\tdirect",
          "2:31: status must be happened, planned or denied, not 'happend'" },
        { "a.txt\tmet_with\tnorlnd\tosland\thappened\tno\tdirect",
          "2:16: the gazetteer has no id 'norlnd'; did you mean 'norland'?" },
        { "a.txt\tmet_with\tnorland\tKingdom of Osland\thappened\tno\tdirect",
          "2:24: the gazetteer has no id 'Kingdom of Osland'; did you mean 'osland'?" },
        { "a.txt\tmet_with\tnorland\tzzzzzzzzzzzz\thappened\tno\tdirect",
          "2:24: the gazetteer has no id 'zzzzzzzzzzzz'" },
        { "a.txt\tmet_with\tosland\tnorland\thappened\tno\tdirect",
          "2:16: 'met_with' has no direction: write the ids in alphabetical order, 'norland' first" },
        { "a.txt\tmet_with\tosland\tosland\thappened\tno\tdirect",
          "2:23: source and target are both 'osland'" },
        { "a.txt\tmet_with\tnorland\tosland\thappened\tno\tdirect\n"
          "a.txt\tmet_with\tnorland\tosland\tplanned\tno\tdirect\n"
          "a.txt\tmet_with\tnorland\tosland\thappened\tyes\tcoref",
          "4:1: the same edge as in line 2" },
        { "a.txt\tmet_with\tnorland\tosland\thappened\tmaybe\tdirect",
          "2:40: must is yes, hard or no, not 'maybe'" },
        { "a.txt\tmet_with\tnorland\tosland\thappened\tno\t", "2:43: via must be direct or coref, not ''" },
        { "aa.txt\tmet_with\tnorland\tosland\thappened\tno\tdirect",
          "2:1: none of the articles given is named 'aa.txt'; did you mean 'a.txt'?" },
        { "a.txt\tmet_with\tnorland\t\xE9\thappened\tno\tdirect", "2:1: not UTF-8; save the file as UTF-8" },
        { "c\tmet\tu\tv\tw\tx\ty\nd",
          "2:1: none of the articles given is named 'c'\n2:3: unknown relation 'met'\n"
          "2:7: the gazetteer has no id 'u'\n2:9: the gazetteer has no id 'v'\n"
          "2:11: status must be happened, planned or denied, not 'w'\n"
          "2:15: via must be direct or coref, not 'y'\n2:13: must is yes, hard or no, not 'x'\n"
          "3:1: 7 fields expected, as in the header line, not 1" },
    };
    g_autoptr (EntGazetteer) gazetteer = three_states ();
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        g_autofree char *messages = NULL;
        g_autofree char *text =
            g_strconcat ("article\trelation\tsource\ttarget\tstatus\tmust\tvia\n", bad[i].rows, NULL);
        g_assert_null (read_gold (gazetteer, text, &messages));
        g_assert_cmpstr (messages, ==, bad[i].expected);
    }
}

static void
test_mistakes_of_headers (void)
{
    static const char needed[] = "the first line must name article, relation, source, target and status, "
                                 "with tabs between";
    static const struct {
        const char *text, *expected;
        gboolean needs;
    } bad[] = {
        { "", "0:1: empty; a header line expected", FALSE },
        { "\n\n", "0:1: empty; a header line expected", FALSE },
        { "\xE9\nx", "1:1: not UTF-8; save the file as UTF-8", FALSE },
        { "article\trelation\tsource\ttarget\nx", "1:1: no column 'status'; ", TRUE },
        { "article\trelation\nx", "1:1: no column 'source', 'target', 'status'; ", TRUE },
        { "article\trelation\tsource\tsource\ttarget\tstatus", "1:1: two columns are named 'source'", FALSE },
    };
    g_autoptr (EntGazetteer) gazetteer = three_states ();
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        g_autofree char *messages = NULL;
        g_autofree char *expected = g_strconcat (bad[i].expected, bad[i].needs ? needed : "", NULL);
        g_assert_null (read_gold (gazetteer, bad[i].text, &messages));
        g_assert_cmpstr (messages, ==, expected);
    }
}

static void
test_unreadable_gold (void)
{
    g_autoptr (EntGazetteer) gazetteer = three_states ();
    g_autoptr (GPtrArray) none = g_ptr_array_new ();
    g_autoptr (GError) missing = NULL, is_directory = NULL;
    g_assert_null (ent_gold_read ("/no/such", gazetteer, none, none, &missing));
    g_assert_error (missing, ENT_ERROR, ENT_ERROR_READ);
    g_assert_cmpstr (missing->message, ==, "/no/such: No such file or directory");
    g_assert_null (ent_gold_read (directory, gazetteer, none, none, &is_directory));
    g_assert_error (is_directory, ENT_ERROR, ENT_ERROR_READ);
    ent_gold_free (NULL);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    directory = g_dir_make_tmp ("entente-XXXXXX", NULL);
    g_test_add_func ("/gold/any-order-of-columns", test_any_order_of_columns);
    g_test_add_func ("/gold/mistakes-of-rows", test_mistakes_of_rows);
    g_test_add_func ("/gold/mistakes-of-headers", test_mistakes_of_headers);
    g_test_add_func ("/gold/unreadable", test_unreadable_gold);
    int status = g_test_run ();
    static const char *const files[] = { "entities.yaml", "gold.tsv" };
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        g_autofree char *path = g_build_filename (directory, files[i], NULL);
        g_unlink (path);
    }
    g_rmdir (directory);
    g_free (directory);
    return status;
}

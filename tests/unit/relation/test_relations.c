/* Runs the stanzas of tests/relations/, whose README explains the format and the argument that chooses some of them. All
 * failures are shown, each with what was expected and what was read instead.
 *
 * A line "# known failure" directly above a stanza marks one that is read wrongly for now: it is run
 * all the same, and it is a failure if it passes. */
#include <locale.h>
#include <string.h>

#include "entente.h"

typedef struct {
    char *file; /* without its folder */
    guint line; /* 1-based, of the first line of the text */
    gboolean known_failure;
    GString *text;
    char *date;       /* NULL where none is given */
    GPtrArray *edges; /* of "relation source target status", in any order */
    GPtrArray *vias;  /* of "coref" or "direct", an edge each; static */
    char *broken;     /* what is wrong with the stanza; NULL */
} Stanza;

/* ---- reading the file ---- */

static Stanza *
stanza_new (void)
{
    Stanza *stanza = g_new0 (Stanza, 1);
    stanza->text = g_string_new (NULL);
    stanza->edges = g_ptr_array_new_with_free_func (g_free);
    stanza->vias = g_ptr_array_new ();
    return stanza;
}

static void
stanza_free (gpointer data)
{
    Stanza *stanza = data;
    g_string_free (stanza->text, TRUE);
    g_free (stanza->file);
    g_free (stanza->date);
    g_ptr_array_unref (stanza->edges);
    g_ptr_array_unref (stanza->vias);
    g_free (stanza->broken);
    g_free (stanza);
}

static void
add_edge_line (Stanza *stanza, const char *line)
{
    g_auto (GStrv) words = g_strsplit (line, " ", -1);
    guint n = g_strv_length (words);
    EntStatus status;
    gboolean coref = n == 5 && strcmp (words[4], "coref") == 0;
    if ((n != 4 && !coref) || !ent_status_parse (words[3], &status)) {
        g_free (stanza->broken);
        stanza->broken = g_strdup_printf ("no edge: '%s'", line);
        return;
    }
    g_ptr_array_add (stanza->edges, g_strjoin (" ", words[0], words[1], words[2], words[3], NULL));
    g_ptr_array_add (stanza->vias, (gpointer)(coref ? "coref" : "direct"));
}

static void
add_text_line (Stanza *stanza, const char *line, guint number)
{
    if (stanza->line == 0 && *line == '\0')
        return;
    if (stanza->line == 0 && g_str_has_prefix (line, "date: ")) {
        g_free (stanza->date);
        stanza->date = g_strdup (line + strlen ("date: "));
        return;
    }
    if (stanza->line == 0)
        stanza->line = number;
    g_string_append_printf (stanza->text, "%s\n", line);
}

/* The stanzas of a file's text, in order. */
static GPtrArray *
read_stanzas (const char *text)
{
    GPtrArray *stanzas = g_ptr_array_new_with_free_func (stanza_free);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    Stanza *stanza = stanza_new ();
    gboolean in_edges = FALSE, none = FALSE;
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *line = g_strchomp (lines[i]);
        gboolean last = lines[i + 1] == NULL;
        if (strcmp (line, "# known failure") == 0)
            stanza->known_failure = TRUE;
        else if (strcmp (line, "---") == 0 && !in_edges)
            in_edges = TRUE;
        else if (in_edges && strcmp (line, "none") == 0)
            none = TRUE;
        else if (in_edges && *line != '\0' && *line != '#' && strcmp (line, "===") != 0)
            add_edge_line (stanza, line);
        else if (!in_edges && *line != '#' && strcmp (line, "===") != 0)
            add_text_line (stanza, line, i + 1);
        if (strcmp (line, "===") != 0 && !last)
            continue;
        if (stanza->line == 0 && last) {
            stanza_free (stanza);
            return stanzas;
        }
        if (stanza->broken == NULL && (!in_edges || none != (stanza->edges->len == 0)))
            stanza->broken = g_strdup ("a text, ---, and edges or 'none' were expected");
        g_ptr_array_add (stanzas, stanza);
        if (last)
            return stanzas;
        stanza = stanza_new ();
        in_edges = none = FALSE;
    }
    return stanzas;
}

/* ---- reading a stanza ---- */

/* What the program makes of a text: edge -> EntEvidence, a direct one where there are several. */
static GHashTable *
edges_of (const EntReading *reading)
{
    GHashTable *edges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < reading->evidence->len; i++) {
        EntEvidence *evidence = &g_array_index (reading->evidence, EntEvidence, i);
        char *edge = g_strjoin (" ", evidence->relation, evidence->source, evidence->target,
                                ent_status_name (evidence->status), NULL);
        const EntEvidence *other = g_hash_table_lookup (edges, edge);
        if (other == NULL || (other->coref && !evidence->coref))
            g_hash_table_replace (edges, edge, evidence);
        else
            g_free (edge);
    }
    return edges;
}

static EntReading *
read_text (const EntReader *reader, const Stanza *stanza, EntArticle **article)
{
    /* A header of its own, so that nothing of the text can pass for one. */
    GString *bytes = g_string_new ("source: stanza\n");
    if (stanza->date != NULL)
        g_string_append_printf (bytes, "date: %s\n", stanza->date);
    g_string_append_printf (bytes, "\n%s", stanza->text->str);
    gsize length = bytes->len;
    GError *error = NULL;
    *article = ent_article_new ("stanza.txt", g_string_free (bytes, FALSE), length, &error);
    g_assert_no_error (error);
    return ent_read (reader, *article);
}

static char *
describe (const Stanza *stanza, GHashTable *got)
{
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < stanza->edges->len; i++) {
        const char *edge = stanza->edges->pdata[i];
        g_string_append_printf (out, "  %s %s %s\n",
                                g_hash_table_contains (got, edge) ? "        " : "missing:", edge,
                                (const char *)stanza->vias->pdata[i]);
    }
    g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (got), (GCompareFunc)strcmp);
    for (GList *key = keys; key != NULL; key = key->next) {
        const EntEvidence *evidence = g_hash_table_lookup (got, key->data);
        gboolean right = g_ptr_array_find_with_equal_func (stanza->edges, key->data, g_str_equal, NULL);
        g_string_append_printf (out, "  %s %s %s (%s)\n", right ? "got:    " : "wrong:  ", (char *)key->data,
                                evidence->coref ? "coref" : "direct", evidence->rule);
    }
    return g_string_free (out, FALSE);
}

/* What the argument chooses: a file, the stanza at FILE:LINE, or those with a word. NULL: all. */
static const char *chosen;

typedef struct {
    guint n, pass, known, fail, via;
} Tally;

static void
run_stanza (const EntReader *reader, const Stanza *stanza, Tally *tally)
{
    tally->n++;
    if (stanza->broken != NULL) {
        tally->fail++;
        g_test_message ("%s:%u: %s", stanza->file, stanza->line, stanza->broken);
        return;
    }
    g_autoptr (EntArticle) article = NULL;
    g_autoptr (EntReading) reading = read_text (reader, stanza, &article);
    g_autoptr (GHashTable) got = edges_of (reading);
    gboolean right = g_hash_table_size (got) == stanza->edges->len, via = TRUE;
    for (guint i = 0; i < stanza->edges->len; i++) {
        const EntEvidence *evidence = g_hash_table_lookup (got, stanza->edges->pdata[i]);
        right = right && evidence != NULL;
        if (evidence != NULL && evidence->coref != (strcmp (stanza->vias->pdata[i], "coref") == 0))
            via = FALSE;
    }
    g_autofree char *edges = describe (stanza, got);
    if (right && stanza->known_failure)
        g_test_message ("%s:%u: now passes: take the mark away\n%s", stanza->file, stanza->line,
                        stanza->text->str);
    else if (!right && !stanza->known_failure)
        g_test_message ("%s:%u: read wrongly\n%s%s", stanza->file, stanza->line, stanza->text->str, edges);
    else if (right && !via)
        g_test_message ("%s:%u: only coref differs\n%s%s", stanza->file, stanza->line, stanza->text->str,
                        edges);
    else if (chosen != NULL)
        g_test_message ("%s:%u: %s\n%s%s", stanza->file, stanza->line,
                        stanza->known_failure ? "known failure" : "read rightly", stanza->text->str, edges);
    tally->known += !right && stanza->known_failure;
    tally->fail += right == stanza->known_failure;
    tally->pass += right && !stanza->known_failure;
    tally->via += right && !via;
}

static gboolean
is_chosen (const Stanza *stanza, guint next)
{
    if (chosen == NULL)
        return TRUE;
    g_autofree char *stem = g_strndup (stanza->file, strlen (stanza->file) - strlen (".txt"));
    const char *colon = strchr (chosen, ':');
    g_autofree char *name = colon != NULL ? g_strndup (chosen, (gsize)(colon - chosen)) : g_strdup (chosen);
    gboolean file = strcmp (name, stanza->file) == 0 || strcmp (name, stem) == 0;
    guint64 line = colon != NULL ? g_ascii_strtoull (colon + 1, NULL, 10) : 0;
    if (colon != NULL)
        return file && stanza->line <= line + 1 && line < next;
    return file || strstr (stanza->text->str, chosen) != NULL;
}

static void
run_file (const EntReader *reader, const char *folder, const char *file, Tally *tally)
{
    g_autofree char *path = g_build_filename (folder, file, NULL), *text = NULL;
    g_autoptr (GError) error = NULL;
    g_file_get_contents (path, &text, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (g_str_has_prefix (text, "# ")); /* says what it is about */
    g_autoptr (GPtrArray) stanzas = read_stanzas (text);
    for (guint i = 0; i < stanzas->len; i++) {
        Stanza *stanza = stanzas->pdata[i];
        const Stanza *next = i + 1 < stanzas->len ? stanzas->pdata[i + 1] : NULL;
        stanza->file = g_strdup (file);
        if (is_chosen (stanza, next != NULL ? next->line : G_MAXUINT))
            run_stanza (reader, stanza, tally);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(char *const *)a, *(char *const *)b);
}

static void
test_stanzas (void)
{
    g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "relations", NULL);
    g_autofree char *names = g_build_filename (folder, "names.yaml", NULL);
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (EntGazetteer) gazetteer =
        ent_gazetteer_load ((const char *const[]){ names, NULL }, findings, &error);
    g_assert_no_error (error);
    g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
    g_assert_no_error (error);
    g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
    for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
        if (g_str_has_suffix (name, ".txt"))
            g_ptr_array_add (files, g_strdup (name));
    g_ptr_array_sort (files, compare_names);

    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    Tally tally = { 0 };
    for (guint i = 0; i < files->len; i++)
        run_file (reader, folder, files->pdata[i], &tally);
    g_test_message ("%u stanzas, %u pass, %u known failures, %u fail; of those that pass, %u differ in coref",
                    tally.n, tally.pass, tally.known, tally.fail, tally.via);
    g_assert_cmpuint (tally.n, >, chosen != NULL ? 0 : 600);
    if (tally.fail > 0)
        g_test_fail ();
}

/* The runner itself: what a stanza is, and that a broken one is told. */
static void
test_format (void)
{
    g_autoptr (GPtrArray) stanzas = read_stanzas ("# a comment\n\ndate: 2018-05-01\nA met B.\nC slept.\n---\n"
                                                  "met_with a b happened coref\n===\n# known failure\nD.\n"
                                                  "---\nnone\n===\nE.\n---\nmet_with a\n===\nF.\n---\n");
    g_assert_cmpuint (stanzas->len, ==, 4);
    const Stanza *first = stanzas->pdata[0], *second = stanzas->pdata[1];
    g_assert_cmpuint (first->line, ==, 4);
    g_assert_cmpstr (first->date, ==, "2018-05-01");
    g_assert_cmpstr (first->text->str, ==, "A met B.\nC slept.\n");
    g_assert_cmpuint (first->edges->len, ==, 1);
    g_assert_cmpstr (first->edges->pdata[0], ==, "met_with a b happened");
    g_assert_cmpstr (first->vias->pdata[0], ==, "coref");
    g_assert_false (first->known_failure);
    g_assert_null (first->broken);
    g_assert_true (second->known_failure);
    g_assert_cmpuint (second->edges->len, ==, 0);
    g_assert_null (second->broken);
    g_assert_cmpstr (((Stanza *)stanzas->pdata[2])->broken, ==, "no edge: 'met_with a'");
    g_assert_nonnull (((Stanza *)stanzas->pdata[3])->broken);
}

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "C.UTF-8");                /* or GLib shows names in question marks */
    g_setenv ("G_TEST_SRCDIR", TESTS_DIR, FALSE); /* ctest sets it */
    g_test_init (&argc, &argv, NULL);
    chosen = argc > 1 ? argv[1] : NULL;
    g_test_add_func ("/relations/format", test_format);
    g_test_add_func ("/relations/stanzas", test_stanzas);
    return g_test_run ();
}

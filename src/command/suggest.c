/* suggest.c - entente suggest: the names that the gazetteer lacks, as a table or as YAML to paste. */
#include <string.h>

#include "cli/cmd.h"

static const char *const kinds[] = { "state", "person", "organization" }; /* by EntKind */

static void
on_article (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    (void)reading;
    ent_suggest_add (closure, article);
}

static void
print_examples (const EntProposal *proposal)
{
    for (guint i = 0; i < proposal->n_examples; i++) {
        fputs ("    ", stdout);
        cmd_print_text (proposal->examples[i].path);
        printf (":%u: ", proposal->examples[i].line);
        cmd_print_text (proposal->examples[i].text);
        putchar ('\n');
    }
}

/* ---- the table ---- */

/* "Foreign Minister, iran; may be bahram-qasemi" */
static char *
remarks_of (const EntGazetteer *gazetteer, const EntProposal *proposal)
{
    GString *remarks = g_string_new (proposal->title);
    if (proposal->kind != ENT_STATE && proposal->state != ENT_NONE)
        g_string_append_printf (remarks, "%s%s", remarks->len > 0 ? ", " : "",
                                ent_gazetteer_entity (gazetteer, proposal->state)->id);
    for (guint i = 0; proposal->kind != ENT_STATE && proposal->aliases[i] != NULL; i++)
        g_string_append_printf (remarks, "%s%s",
                                i > 0              ? ", "
                                : remarks->len > 0 ? "; also "
                                                   : "also ",
                                proposal->aliases[i]);
    if (proposal->like != ENT_NONE)
        g_string_append_printf (remarks, "%smay be %s", remarks->len > 0 ? "; " : "",
                                ent_gazetteer_entity (gazetteer, proposal->like)->id);
    return g_string_free (remarks, FALSE);
}

/* Padded by characters, not bytes. */
static void
print_cell (const char *text, glong width)
{
    cmd_print_text (text);
    printf ("%*s", (int)MAX (width - g_utf8_strlen (text, -1), 0) + 2, "");
}

static void
print_table (const EntGazetteer *gazetteer, const GArray *proposals, guint n)
{
    glong width = 4;
    for (guint i = 0; i < n; i++)
        width = MAX (width, g_utf8_strlen (g_array_index (proposals, EntProposal, i).name, -1));
    if (n > 0) {
        print_cell ("name", width);
        printf ("%-12s  %8s  %8s  %6s  %4s\n", "kind", "mentions", "articles", "beside", "cues");
    }
    for (guint i = 0; i < n; i++) {
        const EntProposal *p = &g_array_index (proposals, EntProposal, i);
        g_autofree char *remarks = remarks_of (gazetteer, p);
        print_cell (p->name, width);
        printf ("%-12s  %8" G_GUINT64_FORMAT "  %8" G_GUINT64_FORMAT "  %6" G_GUINT64_FORMAT
                "  %4" G_GUINT64_FORMAT "%s",
                kinds[p->kind], p->mentions, p->articles, p->beside, p->cues, remarks[0] != '\0' ? "  " : "");
        cmd_print_text (remarks);
        putchar ('\n');
        print_examples (p);
    }
}

/* ---- YAML ---- */

enum { CONTEXT = 28 }; /* characters to either side of a name in a comment */

/* Where a sentence has the name, in one of its spellings or as the family name; NULL. *length is set. */
static const char *
find_name (const EntProposal *proposal, const char *text, gsize *length)
{
    const char *last = strrchr (proposal->name, ' '), *found = NULL, *name = proposal->name;
    for (guint i = 0; name != NULL && (found = strstr (text, name)) == NULL; i++)
        name = proposal->aliases[i];
    if (found == NULL)
        found = strstr (text, name = last != NULL ? last + 1 : proposal->name);
    *length = found != NULL ? strlen (name) : 0;
    return found;
}

/* Prints a stretch of text, with dots where it is cut. */
static void
print_cut (const char *start, const char *end, gboolean from_end)
{
    glong n = g_utf8_strlen (start, end - start);
    const char *cut = g_utf8_offset_to_pointer (start, from_end ? MAX (0, n - CONTEXT) : MIN (n, CONTEXT));
    if (from_end && cut > start)
        fputs ("…", stdout);
    cmd_print_bytes (from_end ? cut : start, (gsize)(from_end ? end - cut : cut - start));
    if (!from_end && cut < end)
        fputs ("…", stdout);
}

/* The name in its context, for a comment that stays on a line. The states are those of the world, and need none. */
static void
print_contexts (const EntProposal *proposal)
{
    for (guint i = 0; proposal->kind != ENT_STATE && i < proposal->n_examples; i++) {
        const char *text = proposal->examples[i].text;
        gsize length;
        const char *name = find_name (proposal, text, &length);
        if (name == NULL)
            name = text;
        fputs ("  # ", stdout);
        cmd_print_text (proposal->examples[i].path);
        printf (":%u: ", proposal->examples[i].line);
        print_cut (text, name, TRUE);
        cmd_print_bytes ("[", length > 0);
        cmd_print_bytes (name, length);
        cmd_print_bytes ("]", length > 0);
        print_cut (name + length, text + strlen (text), FALSE);
        putchar ('\n');
    }
}

/* Between quotation marks where YAML would read something else than the text. */
static void
print_scalar (const char *text)
{
    static const char *const words[] = { "true", "false", "null", "yes", "no", "on", "off", "y", "n", NULL };
    g_autofree char *lower = g_utf8_strdown (text, -1);
    gboolean plain = !g_strv_contains (words, lower) && g_unichar_isalpha (g_utf8_get_char (text));
    for (const char *c = text; *c != '\0'; c++)
        plain &= (guchar)*c >= 0x80 || g_ascii_isalnum (*c) || strchr (" -'.", *c) != NULL;
    if (plain && text[0] != '\0' && text[strlen (text) - 1] != ' ') {
        printf ("%s", text);
        return;
    }
    putchar ('"');
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\')
            putchar ('\\');
        putchar (g_ascii_iscntrl (*c) ? ' ' : *c);
    }
    putchar ('"');
}

static void
print_list (const char *key, char **texts)
{
    if (texts[0] == NULL)
        return;
    printf ("    %s: [", key);
    for (guint i = 0; texts[i] != NULL; i++) {
        printf ("%s", i > 0 ? ", " : "");
        print_scalar (texts[i]);
    }
    printf ("]\n");
}

static void
print_entry (const EntGazetteer *gazetteer, const EntProposal *p)
{
    printf ("  # %" G_GUINT64_FORMAT " mention%s in %" G_GUINT64_FORMAT " article%s, %" G_GUINT64_FORMAT
            " beside known names, %" G_GUINT64_FORMAT " near a word of a relation\n",
            p->mentions, p->mentions == 1 ? "" : "s", p->articles, p->articles == 1 ? "" : "s", p->beside,
            p->cues);
    print_contexts (p);
    if (p->like != ENT_NONE)
        printf ("  # may be %s\n", ent_gazetteer_entity (gazetteer, p->like)->id);
    printf ("  %s:\n    name: ", p->id);
    print_scalar (p->name);
    putchar ('\n');
    print_list ("aliases", p->aliases);
    print_list ("demonyms", p->demonyms);
    print_list ("metonyms", p->metonyms);
    if (p->kind != ENT_STATE && p->state != ENT_NONE)
        printf ("    state: %s\n", ent_gazetteer_entity (gazetteer, p->state)->id);
    if (p->kind == ENT_OFFICIAL && p->title[0] != '\0') {
        printf ("    offices:\n      - title: ");
        print_scalar (p->title);
        putchar ('\n');
    }
}

/* The states that the first n proposals need come with them. */
static void
print_yaml (const EntGazetteer *gazetteer, const GArray *proposals, guint n)
{
    static const char *const sections[] = { "states", "officials", "organizations" }; /* by EntKind */
    g_autoptr (GHashTable) needed = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < n; i++)
        g_hash_table_add (needed, GUINT_TO_POINTER (g_array_index (proposals, EntProposal, i).state));
    for (guint kind = 0; kind < G_N_ELEMENTS (sections); kind++) {
        gboolean begun = FALSE;
        for (guint i = 0; i < proposals->len; i++) {
            const EntProposal *p = &g_array_index (proposals, EntProposal, i);
            if (p->kind != (EntKind)kind ||
                (i >= n &&
                 !(kind == ENT_STATE && g_hash_table_contains (needed, GUINT_TO_POINTER (p->state)))))
                continue;
            if (!begun)
                printf ("%s:\n", sections[kind]);
            begun = TRUE;
            print_entry (gazetteer, p);
        }
    }
}

/* ---- the command ---- */

/* The gazetteer with the states of the world; without -g and entities.yaml these alone. NULL after a message. */
static EntGazetteer *
load_gazetteer (char **given)
{
    static const char *const none[] = { NULL };
    const char *const *paths = none;
    if (given != NULL || g_file_test ("entities.yaml", G_FILE_TEST_EXISTS))
        paths = cmd_gazetteer_paths (given);
    else
        cmd_error ("note: no entities.yaml here; every name is new");
    return cmd_gazetteer_by (paths, ent_gazetteer_load_world);
}

/* Reads the arguments and prints proposals, at most `limit` of them, or all for 0; the exit status. */
static int
suggest (const EntGazetteer *gazetteer, CmdReading *reading, char **arguments, gboolean yaml, guint limit)
{
    g_autoptr (EntSuggest) found = ent_suggest_new (gazetteer);
    reading->closure = found;
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (arguments, &failed);
    if (!cmd_apart_from_inputs (NULL, inputs) || !cmd_apart_from_gazetteer (NULL, gazetteer))
        return CMD_MISUSE;
    failed |= !cmd_read_all (reading, inputs);

    const GArray *proposals = ent_suggest_finish (found);
    guint n = limit == 0 ? proposals->len : MIN (limit, proposals->len);
    if (yaml)
        print_yaml (gazetteer, proposals, n);
    else
        print_table (gazetteer, proposals, n);
    failed |= !cmd_flush_stdout ();
    if (proposals->len == 0 && !failed)
        cmd_error ("note: no name that the gazetteer lacks");
    else if (n < proposals->len)
        cmd_error ("note: %u more; -n 0 shows all", proposals->len - n);
    return failed ? CMD_BAD_INPUT : CMD_DONE;
}

int
cmd_suggest (int argc, char **argv)
{
    g_auto (CmdArticles) options = { 0 };
    gboolean yaml = FALSE;
    int limit = 100;
    const GOptionEntry entries[] = {
        CMD_ARTICLE_OPTIONS (options),
        { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, "How many proposals (default: 100; 0: all)", "N" },
        { "yaml", 0, 0, G_OPTION_ARG_NONE, &yaml, "As entries of a gazetteer", NULL },
        { 0 }
    };
    CmdReading reading = { .on_article = on_article };
    int status;
    if (!cmd_options (
            "suggest", entries, "ARTICLE...",
            "Proposes the people, states and organizations that the articles name and the gazetteer does\n"
            "not know, those that would add most to the network first, each with two sentences.",
            &argc, &argv, &status))
        return status;
    if (!cmd_article_options (&options, &reading))
        return CMD_MISUSE;
    if (limit < 0 || argc < 2) {
        if (limit < 0)
            cmd_error ("--limit: %d is no number of proposals", limit);
        else
            cmd_error ("no article given; see 'entente suggest --help'");
        return CMD_MISUSE;
    }
    g_autoptr (EntGazetteer) gazetteer = load_gazetteer (options.gazetteer);
    if (gazetteer == NULL)
        return CMD_BAD_INPUT;
    return suggest (gazetteer, &reading, argv + 1, yaml, (guint)limit);
}

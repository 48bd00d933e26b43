/* score.c - entente score: the program's edges against a hand coding, as tables or as JSON. */
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "cli/cmd.h"

/* ---- tables ---- */

typedef struct {
    char text[G_ASCII_DTOSTR_BUF_SIZE];
} Number;

/* With a point in every locale; "-" where it is not defined. */
static Number
number (double value)
{
    Number shown = { "-" };
    if (!isnan (value))
        g_ascii_formatd (shown.text, sizeof shown.text, "%.3f", value);
    return shown;
}

static void
print_counts (const EntScoreFigures *figures)
{
    printf ("%-22s %6s %6s %6s  %9s  %6s  %6s\n", "edges", "gold", "found", "right", "precision", "recall",
            "F1");
    for (guint i = 0; i < figures->counts->len; i++) {
        const EntScoreCount *count = &g_array_index (figures->counts, EntScoreCount, i);
        gboolean total = count->status == ENT_N_STATUSES;
        const char *relation = count->relation != NULL ? count->relation : "all";
        printf ("%s%-*s %6u %6u %6u  %9s  %6s  %6s\n", total ? "" : "  ", total ? 22 : 20,
                total ? relation : ent_status_name (count->status), count->gold, count->found, count->right,
                number (count->precision).text, number (count->recall).text, number (count->f1).text);
    }
}

static void
print_agreements (const EntScoreFigures *figures)
{
    printf ("\n%-22s %10s  %6s  %12s  %9s  %7s  %6s\n", "agreement, happened", "candidates", "both",
            "program only", "gold only", "neither", "kappa");
    for (guint i = 0; i < figures->agreements->len; i++) {
        const EntAgreement *a = &g_array_index (figures->agreements, EntAgreement, i);
        printf ("%-22s %10u  %6u  %12u  %9u  %7u  %6s\n", a->relation,
                a->both + a->program_only + a->gold_only + a->neither, a->both, a->program_only, a->gold_only,
                a->neither, number (a->kappa).text);
    }
    for (guint i = 0; i < figures->agreements->len; i++) {
        const EntAgreement *a = &g_array_index (figures->agreements, EntAgreement, i);
        if (a->gold_outside + a->program_outside > 0)
            printf ("%s: outside of these, since no sentence names both: gold %u, program %u\n", a->relation,
                    a->gold_outside, a->program_outside);
    }
}

/* Number i of the edges, below the name of its article if that is another than the last one's. */
static void
print_edge (const GArray *edges, guint i, const char *other_side)
{
    const EntScoreError *edge = &g_array_index (edges, EntScoreError, i);
    if (i == 0 || strcmp (g_array_index (edges, EntScoreError, i - 1).article, edge->article) != 0) {
        cmd_print_text (edge->article);
        putchar ('\n');
    }
    printf ("    %s: %s %s %s, %s", edge->relation, edge->source,
            edge->directed ? "\xE2\x86\x92" : "\xE2\x80\x93", edge->target, ent_status_name (edge->status));
    for (guint status = 0; status < ENT_N_STATUSES; status++)
        if (edge->elsewhere[status])
            printf (" (%s: %s)", other_side, ent_status_name ((EntStatus)status));
}

static void
print_wrong (const GArray *wrong)
{
    for (guint i = 0; i < wrong->len; i++) {
        const EntScoreError *edge = &g_array_index (wrong, EntScoreError, i);
        print_edge (wrong, i, "in the gold");
        printf ("  [%s]\n    ", edge->rule);
        cmd_print_text (edge->sentence);
        if (edge->trap != NULL) {
            printf ("\n    a trap, line %u: ", edge->trap->line);
            cmd_print_text (edge->trap->why);
        }
        putchar ('\n');
    }
}

static void
print_missed (const GArray *missed)
{
    for (guint i = 0; i < missed->len; i++) {
        const EntScoreError *edge = &g_array_index (missed, EntScoreError, i);
        print_edge (missed, i, "found as");
        printf ("%s  [gold, line %u]\n    ", edge->gold->must == ENT_MUST_YES ? "  [must]" : "",
                edge->gold->line);
        cmd_print_text (edge->gold->evidence);
        putchar ('\n');
    }
}

static void
print_tables (const EntScoreFigures *figures, gboolean errors)
{
    print_counts (figures);
    printf ("\nmust be found: %u, found %u, recall %s\n", figures->must, figures->must_found,
            number (figures->must_recall).text);
    if (figures->traps > 0)
        printf ("traps: %u, sprung %u\n", figures->traps, figures->sprung);
    print_agreements (figures);
    if (!errors)
        return;
    printf ("\nwrong: %u\n", figures->wrong->len);
    print_wrong (figures->wrong);
    printf ("\nmissed: %u\n", figures->missed->len);
    print_missed (figures->missed);
}

/* ---- JSON ---- */

static void
add_text (JsonBuilder *json, const char *key, const char *value)
{
    json_builder_set_member_name (json, key);
    if (value != NULL)
        json_builder_add_string_value (json, value);
    else
        json_builder_add_null_value (json);
}

static void
add_count (JsonBuilder *json, const char *key, guint value)
{
    json_builder_set_member_name (json, key);
    json_builder_add_int_value (json, value);
}

static void
add_ratio (JsonBuilder *json, const char *key, double value)
{
    json_builder_set_member_name (json, key);
    if (isnan (value))
        json_builder_add_null_value (json);
    else
        json_builder_add_double_value (json, value);
}

static void
add_counts (JsonBuilder *json, const GArray *counts)
{
    json_builder_set_member_name (json, "edges");
    json_builder_begin_array (json);
    for (guint i = 0; i < counts->len; i++) {
        const EntScoreCount *count = &g_array_index (counts, EntScoreCount, i);
        json_builder_begin_object (json);
        add_text (json, "relation", count->relation);
        add_text (json, "status", count->status < ENT_N_STATUSES ? ent_status_name (count->status) : NULL);
        add_count (json, "gold", count->gold);
        add_count (json, "found", count->found);
        add_count (json, "right", count->right);
        add_ratio (json, "precision", count->precision);
        add_ratio (json, "recall", count->recall);
        add_ratio (json, "f1", count->f1);
        json_builder_end_object (json);
    }
    json_builder_end_array (json);
}

static void
add_agreements (JsonBuilder *json, const GArray *agreements)
{
    json_builder_set_member_name (json, "agreement");
    json_builder_begin_array (json);
    for (guint i = 0; i < agreements->len; i++) {
        const EntAgreement *a = &g_array_index (agreements, EntAgreement, i);
        json_builder_begin_object (json);
        add_text (json, "relation", a->relation);
        add_count (json, "both", a->both);
        add_count (json, "program_only", a->program_only);
        add_count (json, "gold_only", a->gold_only);
        add_count (json, "neither", a->neither);
        add_ratio (json, "kappa", a->kappa);
        add_count (json, "gold_outside", a->gold_outside);
        add_count (json, "program_outside", a->program_outside);
        json_builder_end_object (json);
    }
    json_builder_end_array (json);
}

static void
add_error (JsonBuilder *json, const EntScoreError *edge)
{
    json_builder_begin_object (json);
    g_autofree char *article = g_utf8_make_valid (edge->article, -1); /* a file's name can be any bytes */
    add_text (json, "article", article);
    add_text (json, "relation", edge->relation);
    add_text (json, "source", edge->source);
    add_text (json, "target", edge->target);
    add_text (json, "status", ent_status_name (edge->status));
    json_builder_set_member_name (json, "other_side");
    json_builder_begin_array (json);
    for (guint status = 0; status < ENT_N_STATUSES; status++)
        if (edge->elsewhere[status])
            json_builder_add_string_value (json, ent_status_name ((EntStatus)status));
    json_builder_end_array (json);
    if (edge->gold != NULL) {
        add_count (json, "line", edge->gold->line);
        add_text (json, "evidence", edge->gold->evidence);
    } else {
        add_text (json, "sentence", edge->sentence);
        add_text (json, "rule", edge->rule);
        add_text (json, "trap", edge->trap != NULL ? edge->trap->why : NULL);
    }
    json_builder_end_object (json);
}

static void
add_errors (JsonBuilder *json, const char *key, const GArray *edges)
{
    json_builder_set_member_name (json, key);
    json_builder_begin_array (json);
    for (guint i = 0; i < edges->len; i++)
        add_error (json, &g_array_index (edges, EntScoreError, i));
    json_builder_end_array (json);
}

static void
print_json (const EntScoreFigures *figures, gboolean errors)
{
    g_autoptr (JsonBuilder) json = json_builder_new ();
    json_builder_begin_object (json);
    add_counts (json, figures->counts);
    add_count (json, "must", figures->must);
    add_count (json, "must_found", figures->must_found);
    add_ratio (json, "must_recall", figures->must_recall);
    add_count (json, "traps", figures->traps);
    add_count (json, "traps_sprung", figures->sprung);
    add_agreements (json, figures->agreements);
    if (errors) {
        add_errors (json, "wrong", figures->wrong);
        add_errors (json, "missed", figures->missed);
    }
    json_builder_end_object (json);
    g_autoptr (JsonNode) root = json_builder_get_root (json);
    g_autofree char *text = json_to_string (root, TRUE);
    puts (text);
}

/* ---- the command ---- */

typedef struct {
    EntScore *score;
    gboolean failed;
} Adding;

static void
on_article (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    Adding *adding = closure;
    g_autoptr (GError) error = NULL;
    (void)article;
    if (ent_score_add (adding->score, reading, &error))
        return;
    cmd_error ("%s", error->message);
    adding->failed = TRUE;
}

/* NULL after messages. */
static EntGold *
read_gold (const char *path, const EntGazetteer *gazetteer, const GPtrArray *inputs)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    EntGold *gold = ent_gold_read (path, gazetteer, inputs, findings, &error);
    for (guint i = 0; i < findings->len; i++)
        cmd_finding (stderr, findings->pdata[i]);
    if (gold == NULL && findings->len == 0)
        cmd_error ("%s", error->message);
    return gold;
}

int
cmd_score (int argc, char **argv)
{
    g_auto (GStrv) gazetteer_paths = NULL;
    g_autofree char *traps_path = NULL;
    gboolean errors = FALSE, json = FALSE;
    const GOptionEntry entries[] = {
        CMD_GAZETTEER_OPTION (gazetteer_paths),
        { "traps", 0, 0, G_OPTION_ARG_FILENAME, &traps_path,
          "Edges that must not be found, written as GOLD is", "FILE" },
        { "errors", 0, 0, G_OPTION_ARG_NONE, &errors, "List the edges that are wrong or missed", NULL },
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print JSON instead of tables", NULL },
        { 0 }
    };
    int status = CMD_DONE;
    if (!cmd_options (
            "score", entries, "GOLD ARTICLE...",
            "Compares the relations found in the articles with a hand coding: precision, recall, F1, and\n"
            "Cohen's kappa. GOLD is tab-separated; its first line names the columns article (the file's\n"
            "name without directories), relation, source, target (ids) and status, and optionally via,\n"
            "must (yes, hard, no), evidence and why. An article without rows counts as one without edges.",
            &argc, &argv, &status))
        return status;
    if (argc < 3) {
        cmd_error ("score takes a hand coding and an article; see 'entente score --help'");
        return CMD_MISUSE;
    }
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (argv + 2, &failed);
    char *codings[] = { argv[1], traps_path, NULL };
    if (!cmd_apart_from_inputs (NULL, inputs) || !cmd_apart_from_files (NULL, codings))
        return CMD_MISUSE;
    g_autoptr (EntGazetteer) gazetteer = cmd_gazetteer (gazetteer_paths);
    if (gazetteer == NULL)
        return CMD_BAD_INPUT;
    g_autoptr (EntGold) gold = read_gold (argv[1], gazetteer, inputs);
    g_autoptr (EntGold) traps = traps_path != NULL ? read_gold (traps_path, gazetteer, inputs) : NULL;
    if (failed || gold == NULL || (traps_path != NULL && traps == NULL))
        return CMD_BAD_INPUT;
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntScore) score = ent_score_new (gazetteer, gold, traps);
    Adding adding = { score, FALSE };
    const CmdReading reading = { .reader = reader, .on_article = on_article, .closure = &adding };
    if (!cmd_read_all (&reading, inputs) || adding.failed)
        return CMD_BAD_INPUT; /* figures of some of the articles would mislead */
    const EntScoreFigures *figures = ent_score_finish (score);
    if (json)
        print_json (figures, errors);
    else
        print_tables (figures, errors);
    return cmd_flush_stdout () ? CMD_DONE : CMD_BAD_INPUT;
}

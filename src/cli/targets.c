/* targets.c - the files of -o: evidence as it comes, then the network in their formats, and all of them put in their
 * place together. */
#include <string.h>

#include "cmd.h"

#define EVIDENCE_FORMAT "jsonl"

/* One file. Evidence is written while the articles are read, the rest when they are. */
typedef struct {
    const char *path, *format;
    CmdOutput *file;
} Target;

struct CmdTargets {
    GArray *list; /* of Target */
    GString *line;
};

static gboolean
is_evidence (const Target *target)
{
    return strcmp (target->format, EVIDENCE_FORMAT) == 0;
}

static gboolean
is_picture (const Target *target)
{
    return !is_evidence (target) && strcmp (target->format, "dot") != 0;
}

static const char *
format_of (const char *path)
{
    if (g_str_has_suffix (path, ".jsonl"))
        return EVIDENCE_FORMAT;
    const char *format = ent_export_format (path);
    if (format == NULL && g_file_test (path, G_FILE_TEST_EXISTS) &&
        !g_file_test (path, G_FILE_TEST_IS_REGULAR) && !g_file_test (path, G_FILE_TEST_IS_DIR))
        return "dot"; /* a pipe or a device has no suffix */
    return format;
}

static CmdTargets *
new_targets (void)
{
    CmdTargets *targets = g_new0 (CmdTargets, 1);
    targets->list = g_array_new (FALSE, FALSE, sizeof (Target));
    targets->line = g_string_new (NULL);
    return targets;
}

CmdTargets *
cmd_targets_new (char **paths, gboolean evidence, const char *format)
{
    g_autoptr (CmdTargets) targets = new_targets ();
    for (; paths != NULL && *paths != NULL; paths++) {
        Target target = { *paths, format_of (*paths), NULL };
        if (format != NULL && strcmp (*paths, "-") == 0)
            target = (Target){ "/dev/stdout", format, NULL };
        if (target.format == NULL || (is_evidence (&target) && !evidence)) {
            cmd_error ("-o %s: its suffix must tell the format: .dot, .gv, .svg, .png%s", *paths,
                       evidence ? ", .pdf or .jsonl" : " or .pdf");
            return NULL;
        }
        g_array_append_val (targets->list, target);
    }
    return g_steal_pointer (&targets);
}

CmdTargets *
cmd_targets_split (CmdTargets *targets)
{
    CmdTargets *pictures = new_targets ();
    guint kept = 0;
    for (guint i = 0; i < targets->list->len; i++) {
        Target target = g_array_index (targets->list, Target, i);
        if (is_picture (&target))
            g_array_append_val (pictures->list, target);
        else
            g_array_index (targets->list, Target, kept++) = target;
    }
    g_array_set_size (targets->list, kept);
    return pictures;
}

guint
cmd_targets_size (const CmdTargets *targets)
{
    return targets->list->len;
}

gboolean
cmd_targets_open (CmdTargets *targets, GError **error)
{
    for (guint i = 0; i < targets->list->len; i++) {
        Target *target = &g_array_index (targets->list, Target, i);
        target->file = cmd_output_open (target->path, error);
        if (target->file == NULL)
            return FALSE;
    }
    return TRUE;
}

gboolean
cmd_targets_add (CmdTargets *targets, const EntEvidenceRow *row, GError **error)
{
    g_string_set_size (targets->line, 0);
    for (guint i = 0; i < targets->list->len; i++) {
        const Target *target = &g_array_index (targets->list, Target, i);
        if (!is_evidence (target))
            continue;
        if (targets->line->len == 0)
            ent_evidence_to_json (row, targets->line);
        if (!cmd_output_write (target->file, targets->line->str, targets->line->len, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_network (const Target *target, EntGraph *graph, const EntExportOptions *export, GPtrArray *notes,
               GError **error)
{
    g_autoptr (GBytes) bytes = ent_export (graph, target->format, export, notes, error);
    if (bytes == NULL)
        return FALSE;
    gsize length;
    const void *start = g_bytes_get_data (bytes, &length);
    return cmd_output_write (target->file, start, length, error);
}

/* Fills a file. A picture that cannot be drawn is left as it was, with the reason in *undrawn: the others shall not be
 * lost for it. */
static gboolean
fill (Target *target, EntGraph *graph, const EntExportOptions *export, GPtrArray *notes, GError **undrawn,
      GError **error)
{
    g_autoptr (GError) problem = NULL;
    if (!is_evidence (target) && !write_network (target, graph, export, notes, &problem)) {
        if (!is_picture (target) || !g_error_matches (problem, ENT_ERROR, ENT_ERROR_LAYOUT)) {
            g_propagate_error (error, g_steal_pointer (&problem));
            return FALSE;
        }
        if (*undrawn == NULL)
            *undrawn = g_steal_pointer (&problem);
        g_clear_pointer (&target->file, cmd_output_free);
        return TRUE;
    }
    return cmd_output_finish (target->file, error);
}

gboolean
cmd_targets_write (CmdTargets *targets, EntGraph *graph, const EntExportOptions *export, GPtrArray *notes,
                   GError **error)
{
    g_autoptr (GError) undrawn = NULL;
    for (guint i = 0; i < targets->list->len; i++)
        if (!fill (&g_array_index (targets->list, Target, i), graph, export, notes, &undrawn, error))
            return FALSE;
    for (guint i = 0; i < targets->list->len; i++) {
        CmdOutput *file = g_array_index (targets->list, Target, i).file;
        if (file != NULL && !cmd_output_commit (file, error))
            return FALSE;
    }
    if (undrawn == NULL)
        return TRUE;
    g_propagate_error (error, g_steal_pointer (&undrawn));
    return FALSE;
}

void
cmd_targets_close (CmdTargets *targets)
{
    for (guint i = 0; i < targets->list->len; i++)
        g_clear_pointer (&g_array_index (targets->list, Target, i).file, cmd_output_free);
}

void
cmd_targets_free (CmdTargets *targets)
{
    if (targets == NULL)
        return;
    cmd_targets_close (targets);
    g_array_unref (targets->list);
    g_string_free (targets->line, TRUE);
    g_free (targets);
}

void
cmd_print_notes (GPtrArray *notes)
{
    for (guint i = 0; i < notes->len; i++) {
        gboolean said = FALSE; /* once, though several pictures are drawn */
        for (guint j = 0; j < i; j++)
            said |= strcmp (notes->pdata[i], notes->pdata[j]) == 0;
        if (!said)
            fprintf (stderr, "entente: note: %s\n", (char *)notes->pdata[i]);
    }
}

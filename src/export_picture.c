/* export_picture.c - SVG, PNG and PDF: which layout to try, what to fall back on, what to accept. */
#include <libxml/parser.h>
#include <string.h>

#include "child.h"
#include "draw.h"
#include "export.h"

#define DEFAULT_TIMEOUT 60                            /* seconds */
#define DEFAULT_MEMORY (G_GUINT64_CONSTANT (2) << 30) /* bytes */

static const char *const engines[] = { "dot",   "neato", "fdp",       "sfdp", "circo",
                                       "twopi", "osage", "patchwork", NULL };

/* What the size allows: routing round the nodes takes more than quadratic time, and so does polishing. */
static EntPlan
plan_for (guint n_nodes, const char *engine)
{
    const char *splines = n_nodes <= 100 ? "true" : "line";
    if (engine != NULL && strcmp (engine, "neato") != 0)
        return (EntPlan){ engine, splines, 1, 0 };
    if (n_nodes <= 40)
        return (EntPlan){ "neato", splines, 60, 1500 };
    if (n_nodes <= 100)
        return (EntPlan){ "neato", splines, 20, 150 };
    if (n_nodes <= 500)
        return (EntPlan){ "neato", splines, 4, 20 };
    return (EntPlan){ engine == NULL ? "sfdp" : engine, splines, 1, 0 };
}

static gboolean
is_xml (GBytes *bytes)
{
    gsize length;
    const char *text = g_bytes_get_data (bytes, &length);
    if (length > G_MAXINT)
        return FALSE;
    xmlDoc *document =
        xmlReadMemory (text, (int)length, "picture.svg", NULL,
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
    if (document == NULL)
        return FALSE;
    xmlFreeDoc (document);
    return TRUE;
}

static gboolean
is_sound (GBytes *bytes, const char *format)
{
    if (strcmp (format, "svg") == 0)
        return is_xml (bytes);
    const char *magic = strcmp (format, "png") == 0 ? "\x89PNG" : "%PDF";
    gsize length;
    const char *data = g_bytes_get_data (bytes, &length);
    return length > 4 && memcmp (data, magic, 4) == 0;
}

/* cairo writes the time into a PDF; blanks in its place keep all offsets. */
static GBytes *
without_time (GBytes *pdf)
{
    static const char key[] = "/CreationDate (";
    gsize length;
    char *bytes = g_bytes_unref_to_data (pdf, &length);
    char *date = length < sizeof key ? NULL : memmem (bytes, length, key, sizeof key - 1);
    char *end = date == NULL ? NULL : memchr (date, ')', length - (gsize)(date - bytes));
    if (end != NULL)
        memset (date, ' ', (gsize)(end - date) + 1);
    return g_bytes_new_take (bytes, length);
}

static GBytes *
try_plan (const EntDrawing *drawing, const EntExportOptions *options, gboolean *interrupted, GError **error)
{
    guint timeout = options->timeout == 0 ? DEFAULT_TIMEOUT : options->timeout;
    guint64 memory = options->memory == 0 ? DEFAULT_MEMORY : options->memory;
    g_autoptr (GBytes) bytes = ent_child_run (ent_draw, drawing, timeout, memory, interrupted, error);
    if (bytes == NULL)
        return NULL;
    if (!is_sound (bytes, drawing->format)) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_LAYOUT, "Graphviz wrote a broken file");
        return NULL;
    }
    if (strcmp (drawing->format, "pdf") == 0)
        return without_time (g_steal_pointer (&bytes));
    return g_steal_pointer (&bytes);
}

static const char *
plan_name (const EntPlan *plan)
{
    return plan->engine == NULL ? "rows" : plan->engine;
}

static void
note_fallback (GPtrArray *notes, const EntPlan *failed, const EntPlan *next, const GError *reason)
{
    if (notes != NULL)
        g_ptr_array_add (notes, g_strdup_printf ("layout %s failed (%s); trying %s with straight lines",
                                                 plan_name (failed), reason->message, plan_name (next)));
}

GBytes *
ent_export_drawing (EntDrawing *drawing, const EntExportOptions *options, GPtrArray *notes, GError **error)
{
    const EntPlan first = drawing->plan, plans[] = { first,
                                                     { first.engine, "line", first.tries, first.polish },
                                                     { "neato", "line", 1, 0 },
                                                     { "sfdp", "line", 1, 0 },
                                                     { NULL, "line", 1, 0 } };
    g_autoptr (GError) reason = NULL;
    for (guint i = strcmp (first.splines, "line") == 0 ? 1 : 0; i < G_N_ELEMENTS (plans); i++) {
        gboolean interrupted = FALSE;
        if (reason != NULL)
            note_fallback (notes, &plans[i - 1], &plans[i], reason);
        g_clear_error (&reason);
        drawing->plan = plans[i];
        GBytes *bytes = try_plan (drawing, options, &interrupted, &reason);
        if (bytes != NULL)
            return bytes;
        if (interrupted)
            break;
    }
    g_propagate_prefixed_error (error, g_steal_pointer (&reason), "no picture: ");
    return NULL;
}

GBytes *
ent_export_picture (EntGraph *graph, const char *format, const EntExportOptions *options, GPtrArray *notes,
                    GError **error)
{
    if (options->layout != NULL && !g_strv_contains (engines, options->layout)) {
        g_autofree char *known = g_strjoinv (", ", (char **)engines);
        g_set_error (error, ENT_ERROR, ENT_ERROR_UNKNOWN, "unknown layout '%s'; expected one of %s",
                     options->layout, known);
        return NULL;
    }
    g_autoptr (EntPicture) picture = ent_picture_new (graph);
    g_autoptr (EntLook) look = ent_look_new (graph);
    EntDrawing drawing = { picture, look, format, plan_for (picture->nodes->len, options->layout) };
    ent_picture_note (picture, notes);
    return ent_export_drawing (&drawing, options, notes, error);
}

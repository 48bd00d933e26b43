/* picture.c - SVG, PNG and PDF: which layout to try, what to fall back on, what to accept.
 *
 * Placing the nodes takes the time, and serves all formats; so it is done apart from rendering. */
#include <string.h>

#include "base/child.h"
#include "export.h"
#include "graph/graph.h"
#include "picture/render.h"
#include "picture/svg.h"

#define DEFAULT_TIMEOUT 60                            /* seconds */
#define DEFAULT_MEMORY (G_GUINT64_CONSTANT (2) << 30) /* bytes */

static const char *const engines[] = { "dot",   "neato", "fdp",       "sfdp", "circo",
                                       "twopi", "osage", "patchwork", NULL };

enum { ROUTED = 100 }; /* nodes up to which lines are led round them: that takes more than quadratic time */

/* What the size allows: a round takes cubic time. */
static EntPlacement
placing_for (const EntPicture *picture, const EntStyle *look, const char *engine)
{
    guint n = picture->nodes->len;
    EntPlacement placing = { picture, look, engine, 1, 0 };
    if (engine != NULL && strcmp (engine, "neato") != 0)
        return placing;
    if (engine == NULL)
        placing.engine = n <= 500 ? "neato" : "sfdp";
    if (n <= 500) {
        double round = (double)picture->lines->len * (picture->lines->len + n) + 1;
        placing.rounds = (guint)CLAMP (5e6 / round, 40, 1000);
        placing.tries = n <= ROUTED ? 2 : 1;
    }
    return placing;
}

/* cairo writes the time into a PDF; blanks in its place keep all offsets. */
static GBytes *
without_time (GBytes *pdf)
{
    static const char key[] = "/CreationDate (";
    gsize length;
    char *bytes = g_bytes_unref_to_data (g_bytes_ref (pdf), &length);
    char *date = length < sizeof key ? NULL : memmem (bytes, length, key, sizeof key - 1);
    char *end = date == NULL ? NULL : memchr (date, ')', length - (gsize)(date - bytes));
    if (end != NULL)
        memset (date, ' ', (gsize)(end - date) + 1);
    return g_bytes_new_take (bytes, length);
}

/* What Graphviz wrote, put right; NULL if it is not what it should be. */
static GBytes *
finish (GBytes *bytes, const char *format)
{
    if (strcmp (format, "svg") == 0)
        return ent_svg_finish (bytes);
    gboolean pdf = strcmp (format, "pdf") == 0;
    gsize length;
    const char *data = g_bytes_get_data (bytes, &length);
    if (length < 4 || memcmp (data, pdf ? "%PDF" : "\x89PNG", 4) != 0)
        return NULL;
    return pdf ? without_time (bytes) : g_bytes_ref (bytes);
}

static GBytes *
run (EntChildFunc func, gconstpointer work, const EntExportOptions *options, gboolean *interrupted,
     GError **error)
{
    return ent_child_run (func, work, options->timeout == 0 ? DEFAULT_TIMEOUT : options->timeout,
                          options->memory == 0 ? DEFAULT_MEMORY : options->memory, interrupted, error);
}

static void
add_note (GPtrArray *notes, char *note)
{
    if (notes != NULL)
        g_ptr_array_add (notes, note);
    else
        g_free (note);
}

static const char *
engine_name (const EntPlacement *placing)
{
    return placing->engine == NULL ? "rows" : placing->engine;
}

GBytes *
ent_export_places (EntPlacement *placing, const EntExportOptions *options, GPtrArray *notes, GError **error)
{
    static const char *const simpler[] = { "neato", "sfdp", NULL };
    for (guint i = 0;; i++) {
        gboolean interrupted = FALSE;
        g_autoptr (GError) reason = NULL;
        GBytes *places = run (ent_placement_run, placing, options, &interrupted, &reason);
        if (places != NULL)
            return places;
        if (interrupted || i == G_N_ELEMENTS (simpler)) {
            g_propagate_prefixed_error (error, g_steal_pointer (&reason), "no picture: ");
            return NULL;
        }
        EntPlacement next = { placing->picture, placing->look, simpler[i], 1, 0 };
        add_note (notes, g_strdup_printf ("layout %s failed (%s); trying %s", engine_name (placing),
                                          reason->message, engine_name (&next)));
        *placing = next;
    }
}

static GBytes *
render (const EntRendering *rendering, const EntExportOptions *options, gboolean *interrupted, GError **error)
{
    g_autoptr (GBytes) bytes = run (ent_render, rendering, options, interrupted, error);
    if (bytes == NULL)
        return NULL;
    GBytes *finished = finish (bytes, rendering->format);
    if (finished == NULL)
        g_set_error (error, ENT_ERROR, ENT_ERROR_LAYOUT, "Graphviz wrote a broken file");
    return finished;
}

/* With lines led round the nodes if that can be, else straight ones. */
static GBytes *
render_either_way (EntRendering *rendering, const EntExportOptions *options, GPtrArray *notes, GError **error)
{
    gboolean interrupted = FALSE;
    g_autoptr (GError) reason = NULL;
    GBytes *bytes = NULL;
    if (rendering->picture->nodes->len <= ROUTED &&
        ent_placement_can_route (rendering->picture, rendering->boxes)) {
        rendering->splines = "true";
        bytes = render (rendering, options, &interrupted, &reason);
        if (bytes == NULL && !interrupted) {
            add_note (notes, g_strdup_printf ("routing the lines failed (%s); drawing them straight",
                                              reason->message));
            g_clear_error (&reason);
        }
    }
    if (bytes == NULL && !interrupted) {
        rendering->splines = "line";
        bytes = render (rendering, options, &interrupted, &reason);
    }
    if (bytes == NULL)
        g_propagate_prefixed_error (error, g_steal_pointer (&reason), "no picture: ");
    return bytes;
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
    g_autoptr (EntStyle) look = ent_style_new (graph, picture);
    g_autoptr (GBytes) places = ent_graph_places (graph, options->layout);
    ent_picture_note (picture, notes);
    if (places == NULL) {
        EntPlacement placing = placing_for (picture, look, options->layout);
        places = ent_export_places (&placing, options, notes, error);
        if (places == NULL)
            return NULL;
        ent_graph_keep_places (graph, options->layout, places);
    }
    g_autofree EntBox *boxes = g_memdup2 (g_bytes_get_data (places, NULL), g_bytes_get_size (places));
    EntRendering rendering = { picture, look, boxes, format, NULL };
    return render_either_way (&rendering, options, notes, error);
}

/* export.c - the table of formats. */
#include <string.h>

#include "export.h"

static const struct {
    const char *name, *suffix;
    GBytes *(*write) (EntGraph *, const char *, const EntExportOptions *, GPtrArray *, GError **);
} formats[] = {
    { "dot", ".dot", ent_export_dot },     { "dot", ".gv", ent_export_dot },
    { "svg", ".svg", ent_export_picture }, { "png", ".png", ent_export_picture },
    { "pdf", ".pdf", ent_export_picture },
};

const char *
ent_export_format (const char *file_name)
{
    gsize length = strlen (file_name);
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
        gsize n = strlen (formats[i].suffix);
        if (length > n && g_ascii_strcasecmp (file_name + length - n, formats[i].suffix) == 0)
            return formats[i].name;
    }
    return NULL;
}

GBytes *
ent_export (EntGraph *graph, const char *format, const EntExportOptions *options, GPtrArray *notes,
            GError **error)
{
    static const EntExportOptions defaults = { 0 };
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        if (strcmp (format, formats[i].name) == 0)
            return formats[i].write (graph, format, options == NULL ? &defaults : options, notes, error);
    g_set_error (error, ENT_ERROR, ENT_ERROR_UNKNOWN, "unknown format '%s'; expected dot, svg, png or pdf",
                 format);
    return NULL;
}

/* export.h - the formats that a graph can be written in, one function each. */
#ifndef ENT_EXPORT_H
#define ENT_EXPORT_H

#include "draw.h"

GBytes *ent_export_dot (EntGraph *graph, const char *format, const EntExportOptions *options,
                        GPtrArray *notes, GError **error);

/* Draws by the drawing's plan, or where that fails, with a note, by a simpler one. The plan that was
 * used is left in the drawing. */
GBytes *ent_export_drawing (EntDrawing *drawing, const EntExportOptions *options, GPtrArray *notes,
                            GError **error);

/* SVG, PNG and PDF. */
GBytes *ent_export_picture (EntGraph *graph, const char *format, const EntExportOptions *options,
                            GPtrArray *notes, GError **error);

#endif

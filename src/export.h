/* export.h - the formats that a graph can be written in, one function each. */
#ifndef ENT_EXPORT_H
#define ENT_EXPORT_H

#include "entente.h"

GBytes *ent_export_dot (EntGraph *graph, const char *format, const EntExportOptions *options,
                        GPtrArray *notes, GError **error);

/* SVG, PNG and PDF. */
GBytes *ent_export_picture (EntGraph *graph, const char *format, const EntExportOptions *options,
                            GPtrArray *notes, GError **error);

#endif

/* export.h - private to export/: the formats that a graph can be written in, one function each. */
#ifndef ENT_EXPORT_EXPORT_H
#define ENT_EXPORT_EXPORT_H

#include "picture/placement.h"

GBytes *ent_export_dot (EntGraph *graph, const char *format, const EntExportOptions *options,
                        GPtrArray *notes, GError **error);

/* Places the nodes as asked or, where that fails, with a note, more simply: an EntBox each. The way that was used is
 * stored in the placing. */
GBytes *ent_export_places (EntPlacement *placing, const EntExportOptions *options, GPtrArray *notes,
                           GError **error);

/* SVG, PNG and PDF. */
GBytes *ent_export_picture (EntGraph *graph, const char *format, const EntExportOptions *options,
                            GPtrArray *notes, GError **error);

#endif

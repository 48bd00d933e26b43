/* finding.h - mistakes of data files, shown with the line that contains them. */
#ifndef ENT_BASE_FINDING_H
#define ENT_BASE_FINDING_H

#include <stdarg.h>

#include "source.h"

EntFinding *ent_finding_new (const char *path, EntLocation place, EntSeverity severity, const char *format,
                             va_list arguments) G_GNUC_PRINTF (4, 0);

/* Makes a finding and adds it to `findings`, to which it belongs. */
EntFinding *ent_findings_add (GPtrArray *findings, const char *path, EntLocation place, EntSeverity severity,
                              const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Adds a note about another place to a finding, to which it belongs. */
EntFinding *ent_finding_note (EntFinding *finding, const char *path, EntLocation place, const char *format,
                              ...) G_GNUC_PRINTF (4, 5);

/* The line of a place, "\n", and ^~~~ below the place; NULL where there is nothing to show. The caller frees. */
char *ent_excerpt (const EntSource *source, EntLocation place);

/* Gives an excerpt to those findings, from number `first` on, and to those of their notes that are about this
 * source and have none yet. */
void ent_findings_quote (const GPtrArray *findings, guint first, const EntSource *source);

/* By path and place; errors before warnings; the sort is stable. */
void ent_findings_sort (GPtrArray *findings);

#endif

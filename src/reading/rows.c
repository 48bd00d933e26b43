/* rows.c - what was read in an article, as rows of evidence in their order. */
#include "entente.h"

void
ent_reading_rows (const EntReading *reading, EntEvidenceFunc each, gpointer closure)
{
    EntEvidenceRow row = { .article = &reading->citation };
    if (reading->offset == 0)
        each (&row, closure);
    for (guint i = 0, j = 0; i < reading->sentences->len || j < reading->evidence->len;) {
        const EntCoMention *sentence =
            i < reading->sentences->len ? &g_array_index (reading->sentences, EntCoMention, i) : NULL;
        const EntEvidence *relation =
            j < reading->evidence->len ? &g_array_index (reading->evidence, EntEvidence, j) : NULL;
        gboolean earlier =
            relation == NULL || (sentence != NULL && sentence->span.start <= relation->span.start);
        row.sentence = earlier ? sentence : NULL;
        row.relation = earlier ? NULL : relation;
        each (&row, closure);
        i += earlier;
        j += !earlier;
    }
}

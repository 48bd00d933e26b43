/* rows.c - an article, and what was read in it, as rows of evidence in their order. */
#include "rows.h"

/* Runs of what is no white space, in the prose; below 0 for a piece of an article. */
static gint64
count_words (const EntArticle *article)
{
    gint64 words = 0;
    if (article->n_bytes != article->size)
        return -1;
    for (guint i = 0; i < article->parts->len; i++) {
        EntSpan part = g_array_index (article->parts, EntSpan, i);
        gboolean before = TRUE;
        for (gsize at = part.start; at < part.end; at++) {
            gboolean space = (guchar)article->text[at] <= ' ';
            words += before & !space;
            before = space;
        }
    }
    return words;
}

EntCitation
ent_cite (const EntArticle *article)
{
    EntCitation citation = { .path = g_utf8_make_valid (article->path, -1),
                             .sha256 = g_strdup (article->sha256),
                             .title = g_strdup (article->title),
                             .url = g_strdup (article->url),
                             .date = article->date,
                             .bytes = (gint64)article->size,
                             .words = count_words (article) };
    citation.number = ent_citation_number (citation.path, citation.sha256);
    return citation;
}

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

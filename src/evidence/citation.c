/* citation.c - which article a row is about, and what a sentence says of two whom it names. */
#include <string.h>

#include "entente.h"

enum {
    DIGITS = 14,
    SPARE_BITS = 3
}; /* of a checksum in hexadecimal: 56 bits, less those that make them 53 */

const char *
ent_offsets_name (EntOffsets offsets)
{
    return offsets == ENT_OFFSETS_CHARS ? "chars" : "bytes";
}

guint64
ent_citation_number (const char *path, const char *sha256)
{
    g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
    g_checksum_update (sum, (const guchar *)path, (gssize)strlen (path) + 1);
    g_checksum_update (sum, (const guchar *)sha256, (gssize)strlen (sha256));
    g_autofree char *digits = g_strndup (g_checksum_get_string (sum), DIGITS);
    return g_ascii_strtoull (digits, NULL, 16) >> SPARE_BITS;
}

EntEvidence
ent_co_mention_pair (const EntCoMention *sentence, guint a, guint b)
{
    const EntNamed *source = &sentence->named[a], *target = &sentence->named[b];
    return (EntEvidence){ .article = sentence->article,
                          .relation = "co_mention",
                          .source = source->id,
                          .target = target->id,
                          .coref = source->how >= ENT_HOW_OFFICE || target->how >= ENT_HOW_OFFICE,
                          .sentence = sentence->text,
                          .text = sentence->text,
                          .span = sentence->span,
                          .line = sentence->line,
                          .source_span = source->span,
                          .target_span = target->span,
                          .source_how = source->how,
                          .target_how = target->how,
                          .source_antecedent = source->antecedent,
                          .target_antecedent = target->antecedent,
                          .rule = "" };
}

/* write.c - rows of evidence as lines of JSON.
 *
 * Written by hand, since it is done for every sentence of a corpus: room for the longest that a row may become is made
 * once, and then bytes are only copied. Every row has all keys of its kind, in one order, with null where there is nothing,
 * so that a table can be made of them. A row of a relation tells all of its article, for people cut these out and cite them;
 * a sentence has its article's number, for sentences are most of a file. */
#include <string.h>

#include "entente.h"

enum {
    ESCAPED = 6,  /* bytes that a byte may become: \u001f */
    FIXED = 1024, /* bytes that a row has beside texts: keys, numbers, brackets */
    NAMED = 128   /* and an entity of a sentence */
};

/* ---- values ---- */

static char *
put (char *at, const char *text, gsize length)
{
    memcpy (at, text, length);
    return at + length;
}

#define PUT(at, literal) put (at, literal, sizeof (literal) - 1)

static gboolean
wants_escape (guchar c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

static char *
put_escape (char *at, guchar c)
{
    static const char digits[] = "0123456789abcdef";
    const char *named =
        strchr ("\nn\rr\tt\"\"\\\\", c); /* pairs: what it is, what stands behind the backslash */
    *at++ = '\\';
    if (named != NULL) {
        *at++ = named[1];
        return at;
    }
    at = PUT (at, "u00");
    *at++ = digits[c >> 4];
    *at++ = digits[c & 15];
    return at;
}

static char *
put_string (char *at, const char *text)
{
    *at++ = '"';
    for (; *text != '\0'; text++)
        if (wants_escape ((guchar)*text))
            at = put_escape (at, (guchar)*text);
        else
            *at++ = *text;
    *at++ = '"';
    return at;
}

static char *
put_string_or_null (char *at, const char *text)
{
    return text[0] != '\0' ? put_string (at, text) : PUT (at, "null");
}

static char *
put_number (char *at, guint64 number)
{
    char digits[24], *first = digits + sizeof digits;
    do
        *--first = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    return put (at, first, (gsize)(digits + sizeof digits - first));
}

static char *
put_number_or_null (char *at, gboolean known, guint64 number)
{
    return known ? put_number (at, number) : PUT (at, "null");
}

static char *
put_span (char *at, EntSpan span)
{
    *at++ = '[';
    at = put_number (at, span.start);
    *at++ = ',';
    at = put_number (at, span.end);
    *at++ = ']';
    return at;
}

/* No antecedent is empty. */
static char *
put_antecedent (char *at, EntSpan span)
{
    return span.end > 0 ? put_span (at, span) : PUT (at, "null");
}

/* ---- rows ---- */

static gsize
citation_room (const EntCitation *article)
{
    if (article->json != NULL)
        return strlen (article->json);
    return FIXED + ESCAPED * (strlen (article->path) + strlen (article->sha256) + strlen (article->title) +
                              strlen (article->url));
}

static char *
put_citation (char *at, const EntCitation *article)
{
    if (article->json != NULL)
        return put (at, article->json, strlen (article->json));
    g_autofree char *date = ent_date_format (article->date);
    at = put_number (PUT (at, "\"article\":"), article->number);
    at = put_string (PUT (at, ",\"path\":"), article->path);
    at = put_string_or_null (PUT (at, ",\"sha256\":"), article->sha256);
    at = put_string_or_null (PUT (at, ",\"title\":"), article->title);
    at = put_string_or_null (PUT (at, ",\"date\":"), date);
    at = put_string_or_null (PUT (at, ",\"url\":"), article->url);
    return put_string (PUT (at, ",\"offsets\":"), ent_offsets_name (article->offsets));
}

void
ent_citation_keep_json (EntCitation *citation)
{
    g_autofree char *json = g_malloc (citation_room (citation));
    char *end = put_citation (json, citation);
    g_free (citation->json);
    citation->json = g_strndup (json, (gsize)(end - json));
}

static char *
put_article (char *at, const EntCitation *article)
{
    at = put_citation (PUT (at, "{\"kind\":\"article\","), article);
    at = put_number_or_null (PUT (at, ",\"bytes\":"), article->bytes >= 0, (guint64)article->bytes);
    return put_number_or_null (PUT (at, ",\"words\":"), article->words >= 0, (guint64)article->words);
}

static char *
put_named (char *at, const EntCoMention *sentence)
{
    *at++ = '[';
    for (guint i = 0; i < sentence->n_named; i++) {
        const EntNamed *named = &sentence->named[i];
        const char *how = ent_how_name (named->how);
        if (i > 0)
            *at++ = ',';
        at = put_string (PUT (at, "{\"id\":"), named->id);
        at = put_number (PUT (at, ",\"start\":"), named->span.start);
        at = put_number (PUT (at, ",\"end\":"), named->span.end);
        at = put (PUT (at, ",\"how\":\""), how, strlen (how));
        at = PUT (at, "\"}");
    }
    *at++ = ']';
    return at;
}

static char *
put_sentence (char *at, const EntCoMention *sentence)
{
    at = put_number (PUT (at, "{\"kind\":\"sentence\",\"article\":"), sentence->article->number);
    at = put_number (PUT (at, ",\"start\":"), sentence->span.start);
    at = put_number (PUT (at, ",\"end\":"), sentence->span.end);
    at = put_number_or_null (PUT (at, ",\"line\":"), sentence->line > 0, sentence->line);
    at = put_string (PUT (at, ",\"text\":"), sentence->text);
    at = PUT (at, ",\"entities\":");
    return sentence->named != NULL ? put_named (at, sentence) : PUT (at, "null");
}

static char *
put_relation (char *at, const EntEvidence *relation)
{
    gboolean same = strcmp (relation->text, relation->sentence) == 0;
    at = put_citation (PUT (at, "{\"kind\":\"relation\","), relation->article);
    at = put_string (PUT (at, ",\"relation\":"), relation->relation);
    at = put_string (PUT (at, ",\"source\":"), relation->source);
    at = put_string (PUT (at, ",\"target\":"), relation->target);
    at = relation->directed ? PUT (at, ",\"directed\":true") : PUT (at, ",\"directed\":false");
    at = put_string (PUT (at, ",\"status\":"), ent_status_name (relation->status));
    at = relation->coref ? PUT (at, ",\"via\":\"coref\"") : PUT (at, ",\"via\":\"direct\"");
    at = put_string (PUT (at, ",\"sentence\":"), relation->sentence);
    at = PUT (at, ",\"text\":");
    at = same ? PUT (at, "null") : put_string (at, relation->text);
    at = put_number (PUT (at, ",\"start\":"), relation->span.start);
    at = put_number (PUT (at, ",\"end\":"), relation->span.end);
    at = put_number_or_null (PUT (at, ",\"line\":"), relation->line > 0, relation->line);
    at = put_span (PUT (at, ",\"source_span\":"), relation->source_span);
    at = put_span (PUT (at, ",\"target_span\":"), relation->target_span);
    at = put_string (PUT (at, ",\"source_how\":"), ent_how_name (relation->source_how));
    at = put_string (PUT (at, ",\"target_how\":"), ent_how_name (relation->target_how));
    at = put_antecedent (PUT (at, ",\"source_antecedent\":"), relation->source_antecedent);
    at = put_antecedent (PUT (at, ",\"target_antecedent\":"), relation->target_antecedent);
    at = put_antecedent (PUT (at, ",\"cue_span\":"), relation->cue);
    return put_string_or_null (PUT (at, ",\"rule\":"), relation->rule);
}

static gsize
relation_room (const EntEvidence *relation)
{
    return FIXED +
           ESCAPED * (strlen (relation->sentence) + strlen (relation->text) + strlen (relation->rule) +
                      strlen (relation->relation) + strlen (relation->source) + strlen (relation->target));
}

static gsize
row_room (const EntEvidenceRow *row)
{
    const EntCoMention *sentence = row->sentence;
    if (row->relation != NULL)
        return citation_room (row->article) + relation_room (row->relation);
    if (sentence == NULL)
        return citation_room (row->article) + FIXED;
    gsize room = FIXED + ESCAPED * strlen (sentence->text);
    for (guint i = 0; i < sentence->n_named; i++)
        room += NAMED + ESCAPED * strlen (sentence->named[i].id);
    return room;
}

void
ent_evidence_to_json (const EntEvidenceRow *row, GString *out)
{
    gsize length = out->len;
    g_string_set_size (out, length + row_room (row));
    char *start = out->str + length, *at;
    if (row->sentence != NULL)
        at = put_sentence (start, row->sentence);
    else if (row->relation != NULL)
        at = put_relation (start, row->relation);
    else
        at = put_article (start, row->article);
    at = PUT (at, "}\n");
    g_string_truncate (out, length + (gsize)(at - start));
}

/* ---- pairs ---- */

/* Of an empty span both are null. */
static char *
put_ends (char *at, const char *name, EntSpan span)
{
    gsize length = strlen (name);
    at = put (PUT (at, ",\""), name, length);
    at = put_number_or_null (PUT (at, "_start\":"), span.end > 0, span.start);
    at = put (PUT (at, ",\""), name, length);
    return put_number_or_null (PUT (at, "_end\":"), span.end > 0, span.end);
}

/* `n` is how many entities the sentence names for the pair to be counted by. */
static void
add_pair (const EntEvidence *pair, guint n, GString *out)
{
    gsize length = out->len;
    char strength[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd (strength, sizeof strength, "%.6g", 1.0 / (n - 1));
    g_string_set_size (out, length + citation_room (pair->article) + relation_room (pair));
    char *start = out->str + length, *at = put_citation (PUT (start, "{"), pair->article);
    at = put_string (PUT (at, ",\"relation\":"), pair->relation);
    at = put_string (PUT (at, ",\"source\":"), pair->source);
    at = put_string (PUT (at, ",\"target\":"), pair->target);
    at = pair->directed ? PUT (at, ",\"directed\":true") : PUT (at, ",\"directed\":false");
    at = put_string (PUT (at, ",\"status\":"), ent_status_name (pair->status));
    at = pair->coref ? PUT (at, ",\"via\":\"coref\"") : PUT (at, ",\"via\":\"direct\"");
    at = put (PUT (at, ",\"strength\":"), strength, strlen (strength));
    at = put_string (PUT (at, ",\"text\":"), pair->text);
    at = put_number (PUT (at, ",\"start\":"), pair->span.start);
    at = put_number (PUT (at, ",\"end\":"), pair->span.end);
    at = put_number_or_null (PUT (at, ",\"line\":"), pair->line > 0, pair->line);
    at = put_ends (at, "source", pair->source_span);
    at = put_ends (at, "target", pair->target_span);
    at = put_ends (at, "cue", pair->cue);
    at = put_string (PUT (at, ",\"source_how\":"), ent_how_name (pair->source_how));
    at = put_string (PUT (at, ",\"target_how\":"), ent_how_name (pair->target_how));
    at = PUT (put_string_or_null (PUT (at, ",\"rule\":"), pair->rule), "}\n");
    g_string_truncate (out, length + (gsize)(at - start));
}

void
ent_evidence_to_pairs (const EntEvidenceRow *row, GString *out)
{
    const EntCoMention *sentence = row->sentence;
    if (row->relation != NULL)
        add_pair (row->relation, 2, out);
    for (guint i = 0; sentence != NULL && i < sentence->n_named; i++)
        for (guint j = i + 1; j < sentence->n_named; j++) {
            EntEvidence pair = ent_co_mention_pair (sentence, i, j);
            add_pair (&pair, sentence->n_named, out);
        }
}

/* gather.c - what a sentence says, as evidence. */
#include <string.h>

#include "settle.h"
#include "work.h"

typedef struct {
    EntSpan span; /* of the file */
    guint line;
    const char
        *raw; /* the file's bytes, as the evidence file can hold them; of what claims nothing, the text */
    const char *text; /* as it reads */
} Quoted;

/* Any run of white space is one space. */
static const char *
on_one_line (GStringChunk *strings, const char *text, EntSpan span)
{
    GString *line = g_string_sized_new (span.end - span.start);
    for (gsize i = span.start; i < span.end;) {
        gsize start = i;
        while (i < span.end && !g_ascii_isspace (text[i]))
            i++;
        g_string_append_len (line, text + start, (gssize)(i - start));
        while (i < span.end && g_ascii_isspace (text[i]))
            i++;
        if (i < span.end)
            g_string_append_c (line, ' ');
    }
    const char *kept = g_string_chunk_insert_len (strings, line->str, (gssize)line->len);
    g_string_free (line, TRUE);
    return kept;
}

static Quoted
quote_sentence (EntReadingWork *work)
{
    const EntArticle *article = work->article;
    GStringChunk *strings = work->reading->strings;
    EntSpan span = ent_article_file_span (article, work->sentence->span);
    const char *bytes = article->bytes + (span.start - article->offset);
    gssize length = (gssize)(span.end - span.start);
    const char *raw, *text = on_one_line (strings, article->text, work->sentence->span);
    if (work->claims->len == 0) {
        raw = text;
    } else if (article->map == NULL) { /* the bytes are the text, and valid */
        raw = g_string_chunk_insert_len (strings, bytes, length);
    } else {
        g_autofree char *valid = g_utf8_make_valid (bytes, length);
        raw = g_string_chunk_insert (strings, valid);
    }
    return (Quoted){ span, ent_article_line (article, span.start), raw,
                     strcmp (raw, text) == 0 ? raw : text };
}

/* The name that a reference goes back to. */
static EntSpan
antecedent_span (const EntReadingWork *work, const EntMention *mention)
{
    if (mention->antecedent == ENT_NONE)
        return (EntSpan){ 0, 0 };
    while (mention->antecedent != ENT_NONE)
        mention = &ent_discourse_named (&work->discourse, mention->antecedent)->mention;
    return ent_article_file_span (work->article, mention->span);
}

static EntEvidence
evidence_between (const EntReadingWork *work, const EntNamedPhrase *source, const EntNamedPhrase *target,
                  const Quoted *quoted)
{
    const EntMention *a = &source->mention, *b = &target->mention;
    return (EntEvidence){ .article = &work->reading->citation,
                          .source = ent_gazetteer_entity (work->reader->gazetteer, a->entity)->id,
                          .target = ent_gazetteer_entity (work->reader->gazetteer, b->entity)->id,
                          .coref = a->how >= ENT_HOW_OFFICE || b->how >= ENT_HOW_OFFICE ||
                                   source->sentence != target->sentence,
                          .sentence = quoted->raw,
                          .text = quoted->text,
                          .span = quoted->span,
                          .line = quoted->line,
                          .source_how = a->how,
                          .target_how = b->how,
                          .source_antecedent = antecedent_span (work, a),
                          .target_antecedent = antecedent_span (work, b),
                          .source_span = ent_article_file_span (work->article, a->span),
                          .target_span = ent_article_file_span (work->article, b->span),
                          .rule = "" };
}

static int
compare_by_entity (gconstpointer a, gconstpointer b)
{
    const EntNamedPhrase *x = *(const EntNamedPhrase *const *)a, *y = *(const EntNamedPhrase *const *)b;
    if (x->mention.entity != y->mention.entity)
        return x->mention.entity < y->mention.entity ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* The sentence with all entities that it names, each at its first mention there. */
static void
add_co_mention (EntReadingWork *work, const Quoted *quoted)
{
    g_autoptr (GPtrArray) listed = g_ptr_array_new ();
    for (guint i = work->discourse.sentence_start; i < work->discourse.named->len; i++) {
        EntNamedPhrase *named = ent_discourse_named (&work->discourse, i);
        if (!named->not_actor)
            g_ptr_array_add (listed, named);
    }
    g_ptr_array_sort (listed, compare_by_entity);
    guint n = 0;
    for (guint i = 0; i < listed->len; i++)
        if (n == 0 || ((EntNamedPhrase *)listed->pdata[n - 1])->mention.entity !=
                          ((EntNamedPhrase *)listed->pdata[i])->mention.entity)
            listed->pdata[n++] = listed->pdata[i];
    if (n < 2)
        return;
    const EntCoMention sentence = { .article = &work->reading->citation,
                                    .span = quoted->span,
                                    .line = quoted->line,
                                    .text = quoted->text,
                                    .n_named = n <= work->reader->most_named ? n : 0 };
    for (guint i = 0; i < sentence.n_named; i++) {
        const EntMention *mention = &((EntNamedPhrase *)listed->pdata[i])->mention;
        const EntNamed entity = { ent_gazetteer_entity (work->reader->gazetteer, mention->entity)->id,
                                  ent_article_file_span (work->article, mention->span), mention->how,
                                  antecedent_span (work, mention) };
        g_array_append_val (work->reading->named, entity);
    }
    g_array_append_val (work->reading->sentences, sentence);
}

/* Once it is known where the entities stay. */
void
ent_gather_names (EntReading *reading)
{
    guint next = 0;
    for (guint i = 0; i < reading->sentences->len; i++) {
        EntCoMention *sentence = &g_array_index (reading->sentences, EntCoMention, i);
        if (sentence->n_named > 0)
            sentence->named = &g_array_index (reading->named, EntNamed, next);
        next += sentence->n_named;
    }
}

static void
add_claims (EntReadingWork *work, const Quoted *quoted)
{
    for (guint i = 0; i < work->claims->len; i++) {
        const EntClaim *claim = &g_array_index (work->claims, EntClaim, i);
        EntEvidence evidence =
            evidence_between (work, ent_discourse_named (&work->discourse, claim->source),
                              ent_discourse_named (&work->discourse, claim->target), quoted);
        evidence.relation = ent_gazetteer_relation (work->reader->gazetteer, claim->relation);
        evidence.directed = ent_gazetteer_relation_directed (work->reader->gazetteer, claim->relation);
        evidence.status = claim->status;
        evidence.cue = ent_article_file_span (work->article, claim->cue);
        evidence.rule = claim->rule;
        EntSettling settling = { .evidence = work->reading->evidence->len,
                                 .relation = claim->relation,
                                 .source =
                                     ent_discourse_named (&work->discourse, claim->source)->mention.entity,
                                 .target =
                                     ent_discourse_named (&work->discourse, claim->target)->mention.entity,
                                 .status = claim->status,
                                 .sentence = work->discourse.sentence,
                                 .directed = evidence.directed,
                                 .former = claim->former,
                                 .tentative = claim->tentative,
                                 .loose = claim->loose };
        g_array_append_val (work->settling, settling);
        g_array_append_val (work->reading->evidence, evidence);
    }
}

void
ent_gather_evidence (EntReadingWork *work)
{
    guint n_named = 0;
    for (guint i = work->discourse.sentence_start; i < work->discourse.named->len && n_named < 2; i++)
        n_named += ent_discourse_named (&work->discourse, i)->not_actor ? 0 : 1;
    if (n_named < 2 && work->claims->len == 0)
        return;
    Quoted quoted = quote_sentence (work);
    add_co_mention (work, &quoted);
    add_claims (work, &quoted);
}

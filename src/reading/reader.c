/* reader.c - one article, from text to mentions and evidence: the stages in order. */
#include <string.h>

#include "clause/history.h"
#include "clause/reference.h"
#include "match/address.h"
#include "match/override.h"
#include "mention/resolve.h"
#include "relation/relation.h"
#include "settle.h"

struct EntReader {
    const EntGazetteer *gazetteer;
    EntLexicon *lexicon;
    EntMatcher *matcher;
    EntOverrides *overrides;
    EntOffices *offices;
    EntFrames *frames;
};

EntReader *
ent_reader_new (const EntGazetteer *gazetteer)
{
    EntReader *reader = g_new0 (EntReader, 1);
    reader->gazetteer = gazetteer;
    reader->lexicon = ent_lexicon_new (gazetteer);
    reader->matcher = ent_matcher_new (gazetteer);
    reader->overrides = ent_overrides_new (gazetteer);
    reader->offices = ent_offices_new (gazetteer, reader->lexicon);
    reader->frames = ent_frames_new (gazetteer, reader->lexicon);
    return reader;
}

void
ent_reader_free (EntReader *reader)
{
    if (reader == NULL)
        return;
    ent_lexicon_free (reader->lexicon);
    ent_matcher_free (reader->matcher);
    ent_overrides_free (reader->overrides);
    ent_offices_free (reader->offices);
    ent_frames_free (reader->frames);
    g_free (reader);
}

void
ent_reading_free (EntReading *reading)
{
    if (reading == NULL)
        return;
    g_free (reading->citation.path);
    g_free (reading->citation.sha256);
    g_free (reading->citation.title);
    g_free (reading->citation.url);
    g_free (reading->citation.json);
    g_array_unref (reading->mentions);
    g_array_unref (reading->evidence);
    g_string_chunk_free (reading->strings);
    g_free (reading);
}

typedef struct {
    const EntReader *reader;
    const EntArticle *article;
    EntReading *reading;
    EntDiscourse discourse;
    EntSentence *sentence;
    GArray *chunks;   /* of EntChunk */
    GArray *claims;   /* of EntClaim */
    GArray *subjects; /* of guint */
    GArray *settling; /* of EntSettling */
    EntHistory history;
} Work;

/* ---- evidence ---- */

typedef struct {
    EntSpan span;     /* of the file */
    const char *raw;  /* the file's bytes, as the evidence file can hold them */
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
quote_sentence (Work *work)
{
    const EntArticle *article = work->article;
    GStringChunk *strings = work->reading->strings;
    EntSpan span = ent_article_file_span (article, work->sentence->span);
    const char *bytes = article->bytes + (span.start - article->offset);
    gssize length = (gssize)(span.end - span.start);
    const char *raw, *text = on_one_line (strings, article->text, work->sentence->span);
    if (article->map == NULL) { /* the bytes are the text, and valid */
        raw = g_string_chunk_insert_len (strings, bytes, length);
    } else {
        g_autofree char *valid = g_utf8_make_valid (bytes, length);
        raw = g_string_chunk_insert (strings, valid);
    }
    return (Quoted){ span, raw, strcmp (raw, text) == 0 ? raw : text };
}

/* The name that a reference goes back to. */
static EntSpan
antecedent_span (const Work *work, const EntMention *mention)
{
    if (mention->antecedent == ENT_NONE)
        return (EntSpan){ 0, 0 };
    while (mention->antecedent != ENT_NONE)
        mention = &ent_discourse_named (&work->discourse, mention->antecedent)->mention;
    return ent_article_file_span (work->article, mention->span);
}

static EntEvidence
evidence_between (const Work *work, const EntNamedPhrase *source, const EntNamedPhrase *target,
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

/* Every two entities that the sentence names, once a pair; of each the first mention. */
static void
add_co_mentions (Work *work, const Quoted *quoted)
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
    for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++) {
            EntEvidence evidence = evidence_between (work, listed->pdata[i], listed->pdata[j], quoted);
            evidence.relation = ent_gazetteer_relation (work->reader->gazetteer, ENT_CO_MENTION);
            g_array_append_val (work->reading->evidence, evidence);
        }
}

static void
add_claims (Work *work, const Quoted *quoted)
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
                                 .tentative = claim->tentative,
                                 .loose = claim->loose };
        g_array_append_val (work->settling, settling);
        g_array_append_val (work->reading->evidence, evidence);
    }
}

static void
add_evidence (Work *work)
{
    guint n_named = 0;
    for (guint i = work->discourse.sentence_start; i < work->discourse.named->len && n_named < 2; i++)
        n_named += ent_discourse_named (&work->discourse, i)->not_actor ? 0 : 1;
    if (n_named < 2 && work->claims->len == 0)
        return;
    Quoted quoted = quote_sentence (work);
    add_co_mentions (work, &quoted);
    add_claims (work, &quoted);
}

/* ---- sentences ---- */

/* No name stands in the sentence, and none so near before it that a pronoun or a description could go back to it. */
static gboolean
is_far_from_names (const EntDiscourse *discourse, guint n_hits)
{
    guint n = discourse->named->len;
    return n_hits == 0 &&
           (n == 0 || ent_discourse_named (discourse, n - 1)->sentence + ENT_REACH < discourse->sentence);
}

/* The sentence has a word that may say a relation, and somebody of whom it may be said. */
static gboolean
may_claim (const Work *work)
{
    gboolean cue = FALSE, somebody = work->discourse.named->len > work->discourse.sentence_start;
    for (guint i = 0; i < work->sentence->n_tokens; i++) {
        const EntWord *word = work->sentence->tokens[i].word;
        cue |= word->cue;
        somebody |= (word->classes & (ENT_WORD_PRONOUN | ENT_WORD_NUMBER | ENT_WORD_PLURAL)) != 0 ||
                    (word->uses & ENT_USE_REFERS) != 0;
    }
    return cue && somebody;
}

/* The stages behind mentions: chunks, clauses, references, and relations where there may be some. */
static void
parse (Work *work, gboolean refers, gboolean claims)
{
    EntDiscourse *discourse = &work->discourse;
    ent_chunk_sentence (discourse, work->sentence, work->chunks);
    EntClauses clauses = ent_clauses (discourse, work->sentence, work->chunks, work->subjects);
    ent_mark_subjects (&clauses);
    if (refers) {
        ent_resolve_references (&clauses, work->chunks);
        ent_mark_subjects (&clauses); /* they may be subjects too */
    }
    if (claims)
        ent_relate (work->reader->frames, &clauses, work->claims);
    for (guint i = 0; i < work->claims->len; i++) { /* who met are two, for "the two" of later sentences */
        const EntClaim *claim = &g_array_index (work->claims, EntClaim, i);
        ent_discourse_add_set (discourse, (guint[]){ claim->source, claim->target }, 2);
    }
    ent_history_keep (&work->history);
}

static void
read_sentence (Work *work, EntSpan span, guint first_hit, guint last_hit, gboolean asked)
{
    EntDiscourse *discourse = &work->discourse;
    discourse->sentence_start = discourse->named->len;
    if (is_far_from_names (discourse, last_hit - first_hit))
        return;
    if (first_hit == last_hit &&
        !ent_lexicon_has_trigger (work->reader->lexicon, work->article->text, span)) {
        ent_history_add (&work->history, span); /* for who is the subject, should one ask */
        return;
    }
    ent_sentence_read (work->sentence, work->reader->lexicon, work->article->text, span);
    work->sentence->question |= asked;
    ent_resolve (discourse, work->sentence, first_hit, last_hit);
    ent_history_add (&work->history, span);
    g_array_set_size (work->claims, 0);
    gboolean refers = ent_has_references (work->sentence), claims = may_claim (work);
    if (refers || claims)
        parse (work, refers, claims);
    for (guint i = discourse->sentence_start; i < discourse->named->len; i++)
        ent_discourse_named (discourse, i)->mention.sentence = span;
    add_evidence (work);
}

static gboolean
is_paragraph_break (const char *text, gsize from, gsize to)
{
    guint lines = 0;
    for (gsize i = from; i < to; i++)
        lines += text[i] == '\n';
    return lines > 1;
}

/* "Question: …" */
static gboolean
is_question_mark (const char *text, EntSpan sentence)
{
    static const char *const marks[] = { "Question:", "QUESTION:", "Q:", "Q." };
    for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        if (sentence.end - sentence.start > strlen (marks[i]) &&
            memcmp (text + sentence.start, marks[i], strlen (marks[i])) == 0)
            return TRUE;
    return FALSE;
}

/* The sentence of number *at and the hits in it, up to *next_hit. A name that reaches over its end shows that it
 * was none: *at is then the number of the last of those that are one. Of a text that is nothing but names, not without
 * end. */
static EntSpan
next_sentence (const Work *work, const GArray *sentences, guint *at, guint *next_hit)
{
    const GArray *hits = work->discourse.hits;
    EntSpan span = g_array_index (sentences, EntSpan, *at);
    for (; *next_hit < hits->len; ++*next_hit) {
        const EntHit *hit = &g_array_index (hits, EntHit, *next_hit);
        if (hit->span.start >= span.end)
            break;
        while (hit->span.end > span.end && *at + 1 < sentences->len &&
               span.end - span.start <= 2 * ENT_LONG_SENTENCE)
            span.end = g_array_index (sentences, EntSpan, ++*at).end;
    }
    return span;
}

static void
read_part (Work *work, EntSpan part, guint *next_hit)
{
    g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (EntSpan));
    ent_sentences (work->reader->lexicon, work->article->text, part, sentences);
    gboolean asked = FALSE; /* in a paragraph that an interviewer speaks */
    gsize last = part.start;
    for (guint i = 0; i < sentences->len; i++) {
        guint first_hit = *next_hit;
        EntSpan span = next_sentence (work, sentences, &i, next_hit);
        if (last == part.start || is_paragraph_break (work->article->text, last, span.start))
            asked = is_question_mark (work->article->text, span);
        read_sentence (work, span, first_hit, *next_hit, asked);
        work->discourse.sentence++;
        last = span.end;
    }
}

static int
compare_named (gconstpointer a, gconstpointer b, gpointer data)
{
    const EntDiscourse *discourse = data;
    const EntMention *x = &ent_discourse_named (discourse, *(const guint *)a)->mention;
    const EntMention *y = &ent_discourse_named (discourse, *(const guint *)b)->mention;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

/* The named phrases that are mentions, by place; antecedents are renumbered. */
static void
collect_mentions (Work *work)
{
    const EntDiscourse *discourse = &work->discourse;
    guint n = discourse->named->len;
    g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
    g_autofree guint *place = g_new (guint, n + 1);
    for (guint i = 0; i < n; i++) {
        place[i] = ENT_NONE;
        if (!ent_discourse_named (discourse, i)->not_actor)
            g_array_append_val (order, i);
    }
    g_array_sort_with_data (order, compare_named, (gpointer)discourse);
    for (guint i = 0; i < order->len; i++)
        place[g_array_index (order, guint, i)] = i;
    for (guint i = 0; i < order->len; i++) {
        EntMention mention = ent_discourse_named (discourse, g_array_index (order, guint, i))->mention;
        if (mention.antecedent != ENT_NONE)
            mention.antecedent = place[mention.antecedent];
        g_array_append_val (work->reading->mentions, mention);
    }
}

static int
compare_evidence (gconstpointer a, gconstpointer b)
{
    const EntEvidence *x = a, *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    int order = strcmp (x->relation, y->relation);
    if (order == 0)
        order = strcmp (x->source, y->source);
    if (order == 0)
        order = strcmp (x->target, y->target);
    return order != 0 ? order : (int)x->status - (int)y->status;
}

EntReading *
ent_read (const EntReader *reader, const EntArticle *article)
{
    EntReading *reading = g_new0 (EntReading, 1);
    reading->citation = (EntCitation){ g_utf8_make_valid (article->path, -1),
                                       g_strdup (article->sha256),
                                       g_strdup (article->title),
                                       g_strdup (article->url),
                                       article->date,
                                       NULL };
    GString *json = g_string_new (NULL);
    ent_citation_to_json (&reading->citation, json);
    reading->citation.json = g_string_free (json, FALSE);
    reading->offset = article->offset;
    reading->mentions = g_array_new (FALSE, FALSE, sizeof (EntMention));
    reading->evidence = g_array_new (FALSE, FALSE, sizeof (EntEvidence));
    reading->strings = g_string_chunk_new (4096);

    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (EntHit));
    for (guint i = 0; i < article->parts->len; i++)
        ent_matcher_find (reader->matcher, article->text, g_array_index (article->parts, EntSpan, i), hits);
    ent_drop_addresses (reader->matcher, article->text, article->length, hits);
    ent_overrides_apply (reader->overrides, article, hits);

    Work work = { .reader = reader,
                  .article = article,
                  .reading = reading,
                  .sentence = ent_sentence_new (),
                  .chunks = g_array_new (FALSE, FALSE, sizeof (EntChunk)),
                  .claims = g_array_new (FALSE, FALSE, sizeof (EntClaim)),
                  .subjects = g_array_new (FALSE, FALSE, sizeof (guint)),
                  .settling = g_array_new (FALSE, FALSE, sizeof (EntSettling)) };
    ent_discourse_init (&work.discourse, reader->gazetteer, reader->lexicon, reader->matcher,
                        reader->overrides, reader->offices, article, hits);
    ent_history_init (&work.history, &work.discourse);
    guint next_hit = 0;
    for (guint i = 0; i < article->parts->len; i++)
        read_part (&work, g_array_index (article->parts, EntSpan, i), &next_hit);
    collect_mentions (&work);
    ent_settle (reader->gazetteer, work.settling, reading->evidence);
    g_array_sort (reading->evidence, compare_evidence);
    ent_history_clear (&work.history);
    ent_discourse_clear (&work.discourse);
    ent_sentence_free (work.sentence);
    g_array_unref (work.chunks);
    g_array_unref (work.claims);
    g_array_unref (work.subjects);
    g_array_unref (work.settling);
    return reading;
}

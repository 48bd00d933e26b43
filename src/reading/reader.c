/* reader.c - one article, from text to mentions and evidence: the stages in order. */
#include <string.h>

#include "clause/history.h"
#include "clause/reference.h"
#include "match/address.h"
#include "match/override.h"
#include "mention/resolve.h"
#include "relation/relation.h"
#include "rows.h"
#include "settle.h"
#include "work.h"

EntReader *
ent_reader_new (const EntGazetteer *gazetteer)
{
    EntReader *reader = g_new0 (EntReader, 1);
    reader->gazetteer = gazetteer;
    reader->most_named = ENT_MOST_NAMED;
    reader->lexicon = ent_lexicon_new (gazetteer);
    reader->matcher = ent_matcher_new (gazetteer);
    reader->overrides = ent_overrides_new (gazetteer);
    reader->offices = ent_offices_new (gazetteer, reader->lexicon);
    reader->frames = ent_frames_new (gazetteer, reader->lexicon);
    return reader;
}

void
ent_reader_set_most_named (EntReader *reader, guint most)
{
    reader->most_named = most;
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
    g_array_unref (reading->vacant);
    g_array_unref (reading->sentences);
    g_array_unref (reading->evidence);
    g_array_unref (reading->named);
    g_string_chunk_free (reading->strings);
    g_free (reading);
}

/* The sentence has no name, and none is so near before it that a pronoun or a description could refer to it. */
static gboolean
is_far_from_names (const EntDiscourse *discourse, guint n_hits)
{
    guint n = discourse->named->len;
    return n_hits == 0 &&
           (n == 0 || ent_discourse_named (discourse, n - 1)->sentence + ENT_REACH < discourse->sentence);
}

/* The sentence has a word that may say a relation, and somebody of whom it may be said. */
static gboolean
may_claim (const EntReadingWork *work)
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
static EntClauses
parse (EntReadingWork *work, gboolean refers, gboolean claims)
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
    return clauses;
}

static void
read_sentence (EntReadingWork *work, EntSpan span, guint first_hit, guint last_hit, gboolean asked)
{
    EntDiscourse *discourse = &work->discourse;
    discourse->sentence_start = discourse->named->len;
    if (is_far_from_names (discourse, last_hit - first_hit))
        return;
    if (first_hit == last_hit &&
        !ent_lexicon_has_trigger (work->reader->lexicon, work->article->text, span)) {
        ent_history_add (&work->history, span); /* a later reference may need its subject */
        return;
    }
    ent_sentence_read (work->sentence, work->reader->lexicon, work->article->text, span);
    work->sentence->question |= asked;
    ent_resolve (discourse, work->sentence, first_hit, last_hit);
    ent_history_add (&work->history, span);
    g_array_set_size (work->claims, 0);
    gboolean refers = ent_has_references (work->sentence), claims = may_claim (work);
    EntClauses clauses = { 0 };
    if (refers || claims)
        clauses = parse (work, refers, claims);
    for (guint i = discourse->sentence_start; i < discourse->named->len; i++)
        ent_discourse_named (discourse, i)->mention.sentence = span;
    if (work->observe != NULL)
        work->observe (work, refers || claims ? &clauses : NULL, work->closure);
    ent_gather_evidence (work);
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
 * was no end: *at is then the number of the last of those that are one. In a text of nothing but names, this has a limit. */
static EntSpan
next_sentence (const EntReadingWork *work, const GArray *sentences, guint *at, guint *next_hit)
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

static gboolean
is_hit_of_official (const EntReadingWork *work, const EntHit *hit)
{
    if (ent_overrides_name (work->discourse.overrides, hit) != NULL)
        return FALSE;
    const EntGazetteer *gazetteer = work->reader->gazetteer;
    EntNameGroup group = ent_matcher_group (work->reader->matcher, hit->group);
    guint entity = g_array_index (gazetteer->names, EntName, group.names[0]).entity;
    return entity != ENT_NONE && ent_gazetteer_entity (gazetteer, entity)->kind == ENT_OFFICIAL;
}

/* "left the U.S. Vladimir Putin stayed", "at 5 p.m. Donald Trump slept": before the name of a person without a title the
 * full stop of an abbreviation ends the sentence as well. */
static void
split_before_officials (const EntReadingWork *work, GArray *sentences, guint hit)
{
    const char *text = work->article->text;
    for (guint i = 0; i < sentences->len; i++) {
        EntSpan span = g_array_index (sentences, EntSpan, i);
        for (; hit < work->discourse.hits->len; hit++) {
            const EntHit *h = &g_array_index (work->discourse.hits, EntHit, hit);
            gboolean may_end = FALSE;
            if (h->span.start >= span.end)
                break;
            if (h->span.start < span.start + 2 || text[h->span.start - 2] != '.' ||
                !g_ascii_isspace (text[h->span.start - 1]) || !is_hit_of_official (work, h) ||
                !ent_is_abbreviation (work->reader->lexicon, text, span.start, h->span.start - 2, &may_end) ||
                !may_end)
                continue;
            EntSpan rest = { h->span.start, span.end };
            g_array_index (sentences, EntSpan, i).end = h->span.start - 1;
            g_array_insert_val (sentences, i + 1, rest);
            break;
        }
    }
}

static void
read_part (EntReadingWork *work, EntSpan part, guint *next_hit)
{
    g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (EntSpan));
    ent_sentences (work->reader->lexicon, work->article->text, part, sentences);
    split_before_officials (work, sentences, *next_hit);
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
collect_mentions (EntReadingWork *work)
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
    return ent_read_observed (reader, article, NULL, NULL);
}

EntReading *
ent_read_observed (const EntReader *reader, const EntArticle *article, EntObserver observe, gpointer closure)
{
    EntReading *reading = g_new0 (EntReading, 1);
    reading->citation = ent_cite (article);
    ent_citation_keep_json (&reading->citation);
    reading->offset = article->offset;
    reading->mentions = g_array_new (FALSE, FALSE, sizeof (EntMention));
    reading->vacant = g_array_new (FALSE, FALSE, sizeof (EntSpan));
    reading->sentences = g_array_new (FALSE, FALSE, sizeof (EntCoMention));
    reading->evidence = g_array_new (FALSE, FALSE, sizeof (EntEvidence));
    reading->named = g_array_new (FALSE, FALSE, sizeof (EntNamed));
    reading->strings = g_string_chunk_new (4096);

    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (EntHit));
    for (guint i = 0; i < article->parts->len; i++)
        ent_matcher_find (reader->matcher, article->text, g_array_index (article->parts, EntSpan, i), hits);
    ent_drop_addresses (reader->matcher, article->text, article->length, hits);
    ent_overrides_apply (reader->overrides, article, hits);

    EntReadingWork work = { .reader = reader,
                            .article = article,
                            .reading = reading,
                            .sentence = ent_sentence_new (),
                            .chunks = g_array_new (FALSE, FALSE, sizeof (EntChunk)),
                            .claims = g_array_new (FALSE, FALSE, sizeof (EntClaim)),
                            .subjects = g_array_new (FALSE, FALSE, sizeof (guint)),
                            .settling = g_array_new (FALSE, FALSE, sizeof (EntSettling)),
                            .observe = observe,
                            .closure = closure };
    ent_discourse_init (&work.discourse, reader->gazetteer, reader->lexicon, reader->matcher,
                        reader->overrides, reader->offices, article, hits);
    work.discourse.vacant = reading->vacant;
    ent_history_init (&work.history, &work.discourse);
    guint next_hit = 0;
    for (guint i = 0; i < article->parts->len; i++)
        read_part (&work, g_array_index (article->parts, EntSpan, i), &next_hit);
    collect_mentions (&work);
    ent_settle (reader->gazetteer, work.settling, reading->evidence);
    ent_gather_names (reading);
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

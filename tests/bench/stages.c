/*
 * stages.c - how long each stage of the pipeline takes over a corpus, on one thread.
 *
 * Usage: bench_stages GAZETTEER ARTICLE...
 *
 * The stages are run one after the other as read.c does it. Reading the clock for every sentence is in the
 * figures: some 30 ns a stage.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "clause/history.h"
#include "mention/resolve.h"
#include "relation/relation.h"

typedef enum {
    READ,
    MATCH,
    SPLIT,
    TOKENS,
    RESOLVE,
    PHRASES,
    RELATE,
    EVIDENCE,
    ACCUMULATE,
    WRITE,
    N_STAGES
} Stage;

static const char *const stage_names[N_STAGES] = { "read: file to prose", "match: names",
                                                   "sentences: split",    "sentences: tokens",
                                                   "resolve: mentions",   "phrases",
                                                   "clauses and relate",  "ent_read: match to evidence",
                                                   "graph: accumulate",   "evidence: as JSON" };

typedef struct {
    const EntGazetteer *gazetteer;
    EntLexicon *lexicon;
    EntMatcher *matcher;
    EntOffices *offices;
    EntFrames *grammar;
    EntSentence *sentence;
    GArray *spans, *hits, *chunks, *claims, *subjects;
    guint64 sentences, hits_found, claims_found, evidence;
    gsize bytes;
    double seconds[N_STAGES];
    double last;
} Bench;

static double
now (void)
{
    struct timespec time;
    clock_gettime (CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* What has passed since the last lap belongs to this stage. */
static void
lap (Bench *bench, Stage stage)
{
    double time = now ();
    bench->seconds[stage] += time - bench->last;
    bench->last = time;
}

static void
run_sentence (Bench *bench, EntDiscourse *discourse, EntSpan span, guint first, guint last)
{
    ent_sentence_read (bench->sentence, bench->words, discourse->article->text, span);
    lap (bench, TOKENS);
    ent_resolve (discourse, bench->sentence, first, last);
    ent_history_add (discourse->history, span);
    lap (bench, RESOLVE);
    ent_chunk_sentence (discourse, bench->sentence, bench->chunks);
    lap (bench, PHRASES);
    EntClauses clauses = ent_clauses (discourse, bench->sentence, bench->chunks, bench->subjects);
    ent_mark_subjects (&clauses);
    ent_history_keep (discourse->history);
    g_array_set_size (bench->claims, 0);
    ent_relate (bench->grammar, &clauses, bench->claims);
    bench->claims_found += bench->claims->len;
    lap (bench, RELATE);
}

/* Every stage by itself, up to the claims. */
static void
run_stages (Bench *bench, const EntArticle *article)
{
    g_array_set_size (bench->hits, 0);
    bench->last = now ();
    for (guint i = 0; i < article->parts->len; i++)
        ent_matcher_find (bench->matcher, article->text, g_array_index (article->parts, EntSpan, i),
                          bench->hits);
    lap (bench, MATCH);
    bench->hits_found += bench->hits->len;
    EntDiscourse discourse;
    ent_discourse_init (&discourse, bench->gazetteer, bench->words, bench->matcher, NULL, bench->offices,
                        article, bench->hits);
    EntHistory recent;
    ent_history_init (&recent, &discourse);
    guint next = 0;
    for (guint i = 0; i < article->parts->len; i++) {
        g_array_set_size (bench->spans, 0);
        bench->last = now ();
        ent_sentences (bench->words, article->text, g_array_index (article->parts, EntSpan, i), bench->spans);
        lap (bench, SPLIT);
        bench->sentences += bench->spans->len;
        for (guint j = 0; j < bench->spans->len; j++) {
            EntSpan span = g_array_index (bench->spans, EntSpan, j);
            guint first = next;
            while (next < bench->hits->len && g_array_index (bench->hits, EntHit, next).span.start < span.end)
                next++;
            bench->last = now ();
            run_sentence (bench, &discourse, span, first, next);
            discourse.sentence++;
        }
    }
    ent_history_clear (&recent);
    ent_discourse_clear (&discourse);
}

static void
add_row (const EntEvidenceRow *row, gpointer graph)
{
    ent_graph_add_row (graph, row);
}

static void
write_row (const EntEvidenceRow *row, gpointer line)
{
    g_string_set_size (line, 0);
    ent_evidence_to_json (row, line);
}

static gboolean
run_article (Bench *bench, const EntReader *reader, EntGraph *graph, const char *path, GError **error)
{
    bench->last = now ();
    g_autoptr (EntArticle) article = ent_article_read (path, error);
    if (article == NULL)
        return FALSE;
    lap (bench, READ);
    bench->bytes += article->n_bytes;
    run_stages (bench, article);

    bench->last = now ();
    g_autoptr (EntReading) reading = ent_read (reader, article);
    lap (bench, EVIDENCE);
    bench->evidence += reading->sentences->len + reading->evidence->len;
    ent_reading_rows (reading, add_row, graph);
    lap (bench, ACCUMULATE);
    g_autoptr (GString) line = g_string_new (NULL);
    ent_reading_rows (reading, write_row, line);
    lap (bench, WRITE);
    return TRUE;
}

static void
print_report (const Bench *bench)
{
    double size = (double)bench->bytes / 1e6;
    printf ("%.1f MB, %" G_GUINT64_FORMAT " sentences, %" G_GUINT64_FORMAT " names, %" G_GUINT64_FORMAT
            " claims, %" G_GUINT64_FORMAT " pieces of evidence\n",
            size, bench->sentences, bench->hits_found, bench->claims_found, bench->evidence);
    for (Stage i = 0; i < N_STAGES; i++)
        printf ("  %-34s %7.2f s %9.1f MB/s\n", stage_names[i], bench->seconds[i], size / bench->seconds[i]);
}

int
main (int argc, char **argv)
{
    if (argc < 3) {
        fprintf (stderr, "usage: bench_stages GAZETTEER ARTICLE...\n");
        return 2;
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (EntGazetteer) gazetteer =
        ent_gazetteer_load ((const char *const[]){ argv[1], NULL }, findings, &error);
    if (gazetteer == NULL) {
        fprintf (stderr, "bench_stages: %s\n", error->message);
        return 1;
    }
    EntLexicon *lexicon = ent_lexicon_new (gazetteer);
    Bench bench = { .gazetteer = gazetteer,
                    .words = lexicon,
                    .matcher = ent_matcher_new (gazetteer),
                    .offices = ent_offices_new (gazetteer, lexicon),
                    .grammar = ent_frames_new (gazetteer, lexicon),
                    .sentence = ent_sentence_new (),
                    .spans = g_array_new (FALSE, FALSE, sizeof (EntSpan)),
                    .hits = g_array_new (FALSE, FALSE, sizeof (EntHit)),
                    .chunks = g_array_new (FALSE, FALSE, sizeof (EntChunk)),
                    .claims = g_array_new (FALSE, FALSE, sizeof (EntClaim)),
                    .subjects = g_array_new (FALSE, FALSE, sizeof (guint)) };
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntGraph) graph = ent_graph_new (gazetteer);
    gboolean ok = TRUE;
    for (int i = 2; i < argc && ok; i++)
        ok = run_article (&bench, reader, graph, argv[i], &error);
    if (ok)
        print_report (&bench);
    else
        fprintf (stderr, "bench_stages: %s\n", error->message);
    GArray *arrays[] = { bench.spans, bench.hits, bench.chunks, bench.claims, bench.subjects };
    for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
        g_array_unref (arrays[i]);
    ent_sentence_free (bench.sentence);
    ent_frames_free (bench.grammar);
    ent_offices_free (bench.offices);
    ent_matcher_free (bench.matcher);
    ent_lexicon_free (bench.words);
    return ok ? 0 : 1;
}

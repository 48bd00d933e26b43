/* score.c - the edges that a coder found, compared with those that the program found. */
#include <math.h>
#include <string.h>

#include "entente.h"

struct EntScore {
    const EntGazetteer *gazetteer;
    const EntGold *gold, *traps;
    GHashTable *gold_edges, *trap_edges; /* key -> EntGoldEdge */
    GHashTable *found;                   /* key -> EntScoreError, wrong until it is shown to be right */
    GHashTable *articles;                /* set of base names */
    GHashTable *pairs;                   /* set of Pair: those that sentences name together */
    GStringChunk *strings;
    EntScoreFigures figures;
};

/* Two entities of an article. Strings are interned: their addresses are compared. */
typedef struct {
    const char *article, *source, *target;
} Pair;

static guint
pair_hash (gconstpointer key)
{
    const Pair *pair = key;
    return (g_direct_hash (pair->article) * 31 + g_direct_hash (pair->source)) * 31 +
           g_direct_hash (pair->target);
}

static gboolean
pair_equal (gconstpointer key_a, gconstpointer key_b)
{
    const Pair *a = key_a, *b = key_b;
    return a->article == b->article && a->source == b->source && a->target == b->target;
}

/* An edge as a string: equal edges, equal keys. Relations and ids have no tabs. The caller frees. */
static char *
edge_key (const char *article, const char *relation, const char *source, const char *target, EntStatus status)
{
    return g_strdup_printf ("%d\t%s\t%s\t%s\t%s", status, relation, source, target, article);
}

static gpointer
find_edge (GHashTable *edges, const char *article, const char *relation, const char *source,
           const char *target, EntStatus status)
{
    g_autofree char *key = edge_key (article, relation, source, target, status);
    return g_hash_table_lookup (edges, key);
}

static GHashTable *
index_gold (const EntGold *gold)
{
    GHashTable *edges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; gold != NULL && i < gold->edges->len; i++) {
        EntGoldEdge *edge = &g_array_index (gold->edges, EntGoldEdge, i);
        g_hash_table_insert (
            edges, edge_key (edge->article, edge->relation, edge->source, edge->target, edge->status), edge);
    }
    return edges;
}

/* ---- counts and agreements: one a relation ---- */

/* Of all relations for ENT_CO_MENTION, which is not scored and lends its number; of all statuses for
 * ENT_N_STATUSES. */
static EntScoreCount *
count_of (EntScore *score, guint relation, EntStatus status)
{
    guint column = status == ENT_N_STATUSES ? 0 : status + 1;
    return &g_array_index (score->figures.counts, EntScoreCount, relation * (ENT_N_STATUSES + 1) + column);
}

static EntAgreement *
agreement_of (EntScore *score, guint relation)
{
    return &g_array_index (score->figures.agreements, EntAgreement, relation - 1);
}

static guint
relation_number (const EntScore *score, const char *name)
{
    guint relation = 1;
    while (strcmp (ent_gazetteer_relation (score->gazetteer, relation), name) != 0)
        relation++;
    return relation;
}

EntScore *
ent_score_new (const EntGazetteer *gazetteer, const EntGold *gold, const EntGold *traps)
{
    EntScore *score = g_new0 (EntScore, 1);
    score->gazetteer = gazetteer;
    score->gold = gold;
    score->traps = traps;
    score->gold_edges = index_gold (gold);
    score->trap_edges = index_gold (traps);
    score->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    score->articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    score->pairs = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
    score->strings = g_string_chunk_new (4096);

    EntScoreFigures *figures = &score->figures;
    guint n = ent_gazetteer_n_relations (gazetteer);
    figures->counts = g_array_new (FALSE, TRUE, sizeof (EntScoreCount));
    figures->agreements = g_array_new (FALSE, TRUE, sizeof (EntAgreement));
    figures->wrong = g_array_new (FALSE, TRUE, sizeof (EntScoreError));
    figures->missed = g_array_new (FALSE, TRUE, sizeof (EntScoreError));
    g_array_set_size (figures->counts, n * (ENT_N_STATUSES + 1));
    g_array_set_size (figures->agreements, n - 1);
    for (guint i = 0; i < n; i++) {
        const char *relation = i == ENT_CO_MENTION ? NULL : ent_gazetteer_relation (gazetteer, i);
        for (guint status = 0; status <= ENT_N_STATUSES; status++) {
            count_of (score, i, (EntStatus)status)->relation = relation;
            count_of (score, i, (EntStatus)status)->status = (EntStatus)status;
        }
        if (i != ENT_CO_MENTION)
            agreement_of (score, i)->relation = relation;
    }
    return score;
}

void
ent_score_free (EntScore *score)
{
    if (score == NULL)
        return;
    g_hash_table_unref (score->gold_edges);
    g_hash_table_unref (score->trap_edges);
    g_hash_table_unref (score->found);
    g_hash_table_unref (score->articles);
    g_hash_table_unref (score->pairs);
    g_string_chunk_free (score->strings);
    g_array_unref (score->figures.counts);
    g_array_unref (score->figures.agreements);
    g_array_unref (score->figures.wrong);
    g_array_unref (score->figures.missed);
    g_free (score);
}

/* ---- an article ---- */

/* The first sentence that says an edge stands for it. */
static void
add_found (EntScore *score, const char *article, const EntEvidence *evidence)
{
    g_autofree char *key =
        edge_key (article, evidence->relation, evidence->source, evidence->target, evidence->status);
    if (g_hash_table_contains (score->found, key))
        return;
    EntScoreError *edge = g_new0 (EntScoreError, 1);
    edge->article = article;
    edge->relation = g_string_chunk_insert_const (score->strings, evidence->relation);
    edge->source = g_string_chunk_insert_const (score->strings, evidence->source);
    edge->target = g_string_chunk_insert_const (score->strings, evidence->target);
    edge->directed = evidence->directed;
    edge->status = evidence->status;
    edge->sentence = g_string_chunk_insert_const (score->strings, evidence->text);
    edge->rule = g_string_chunk_insert_const (score->strings, evidence->rule);
    g_hash_table_insert (score->found, g_steal_pointer (&key), edge);
}

static void
add_pair (EntScore *score, const char *article, const EntNamed *a, const EntNamed *b)
{
    Pair pair = { article, g_string_chunk_insert_const (score->strings, a->id),
                  g_string_chunk_insert_const (score->strings, b->id) };
    if (!g_hash_table_contains (score->pairs, &pair))
        g_hash_table_add (score->pairs, g_memdup2 (&pair, sizeof pair));
}

gboolean
ent_score_add (EntScore *score, const EntReading *reading, GError **error)
{
    g_autofree char *name = g_path_get_basename (reading->citation.path);
    if (reading->offset == 0 && !g_hash_table_add (score->articles, g_strdup (name))) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT,
                     "%s: a second article of this name; a hand coding could not tell them apart",
                     reading->citation.path);
        return FALSE;
    }
    const char *article = g_string_chunk_insert_const (score->strings, name);
    for (guint i = 0; i < reading->evidence->len; i++)
        add_found (score, article, &g_array_index (reading->evidence, EntEvidence, i));
    for (guint i = 0; i < reading->sentences->len; i++) {
        const EntCoMention *sentence = &g_array_index (reading->sentences, EntCoMention, i);
        for (guint a = 0; a < sentence->n_named; a++)
            for (guint b = a + 1; b < sentence->n_named; b++)
                add_pair (score, article, &sentence->named[a], &sentence->named[b]);
    }
    return TRUE;
}

/* ---- comparing ---- */

/* Adds one to a member of the four counts that an edge belongs to. */
static void
count_edge (EntScore *score, const char *relation, EntStatus status, gsize member)
{
    guint number = relation_number (score, relation);
    EntScoreCount *counts[] = { count_of (score, ENT_CO_MENTION, ENT_N_STATUSES),
                                count_of (score, ENT_CO_MENTION, status),
                                count_of (score, number, ENT_N_STATUSES), count_of (score, number, status) };
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        ++G_STRUCT_MEMBER (guint, counts[i], member);
}

#define COUNT(score, edge, member)                                                                           \
    count_edge (score, (edge)->relation, (edge)->status, G_STRUCT_OFFSET (EntScoreCount, member))

static void
look_elsewhere (GHashTable *other_side, EntScoreError *edge)
{
    for (guint status = 0; status < ENT_N_STATUSES; status++)
        edge->elsewhere[status] = find_edge (other_side, edge->article, edge->relation, edge->source,
                                             edge->target, (EntStatus)status) != NULL;
}

static void
compare_gold (EntScore *score)
{
    EntScoreFigures *figures = &score->figures;
    for (guint i = 0; i < score->gold->edges->len; i++) {
        const EntGoldEdge *gold = &g_array_index (score->gold->edges, EntGoldEdge, i);
        gboolean right = find_edge (score->found, gold->article, gold->relation, gold->source, gold->target,
                                    gold->status) != NULL;
        COUNT (score, gold, gold);
        figures->must += gold->must == ENT_MUST_YES;
        if (right) {
            COUNT (score, gold, right);
            figures->must_found += gold->must == ENT_MUST_YES;
            continue;
        }
        EntScoreError missed = { .article = gold->article,
                                 .relation = gold->relation,
                                 .source = gold->source,
                                 .target = gold->target,
                                 .directed = ent_gazetteer_relation_directed (
                                     score->gazetteer, relation_number (score, gold->relation)),
                                 .status = gold->status,
                                 .gold = gold };
        look_elsewhere (score->found, &missed);
        g_array_append_val (figures->missed, missed);
    }
}

static void
compare_found (EntScore *score)
{
    EntScoreFigures *figures = &score->figures;
    GHashTableIter iterator;
    gpointer key, value;
    g_hash_table_iter_init (&iterator, score->found);
    while (g_hash_table_iter_next (&iterator, &key, &value)) {
        EntScoreError *edge = value;
        COUNT (score, edge, found);
        if (g_hash_table_contains (score->gold_edges, key))
            continue;
        edge->trap = g_hash_table_lookup (score->trap_edges, key);
        figures->sprung += edge->trap != NULL;
        look_elsewhere (score->gold_edges, edge);
        g_array_append_val (figures->wrong, *edge);
    }
}

static void
add_candidate (EntScore *score, guint relation, const char *article, const char *source, const char *target)
{
    EntAgreement *agreement = agreement_of (score, relation);
    g_autofree char *key = edge_key (article, agreement->relation, source, target, ENT_HAPPENED);
    gboolean program = g_hash_table_contains (score->found, key),
             gold = g_hash_table_contains (score->gold_edges, key);
    if (program)
        ++*(gold ? &agreement->both : &agreement->program_only);
    else
        ++*(gold ? &agreement->gold_only : &agreement->neither);
}

static void
compare_pairs (EntScore *score)
{
    GHashTableIter iterator;
    gpointer key;
    g_hash_table_iter_init (&iterator, score->pairs);
    while (g_hash_table_iter_next (&iterator, &key, NULL)) {
        const Pair *pair = key;
        for (guint relation = 1; relation <= score->figures.agreements->len; relation++) {
            add_candidate (score, relation, pair->article, pair->source, pair->target);
            if (ent_gazetteer_relation_directed (score->gazetteer, relation))
                add_candidate (score, relation, pair->article, pair->target, pair->source);
        }
    }
}

static int
compare_errors (gconstpointer a, gconstpointer b)
{
    const EntScoreError *x = a, *y = b;
    int order = strcmp (x->article, y->article);
    if (order == 0)
        order = strcmp (x->relation, y->relation);
    if (order == 0)
        order = strcmp (x->source, y->source);
    if (order == 0)
        order = strcmp (x->target, y->target);
    return order != 0 ? order : (int)x->status - (int)y->status;
}

/* ---- figures ---- */

static double
ratio (guint64 part, guint64 whole)
{
    return whole > 0 ? (double)part / (double)whole : NAN;
}

static double
kappa (const EntAgreement *a)
{
    guint64 program_yes = (guint64)a->both + a->program_only, program_no = (guint64)a->neither + a->gold_only;
    guint64 gold_yes = (guint64)a->both + a->gold_only, gold_no = (guint64)a->neither + a->program_only;
    guint64 n = program_yes + program_no;
    double observed = ratio ((guint64)a->both + a->neither, n);
    double chance = ratio (program_yes * gold_yes + program_no * gold_no, n * n);
    return (observed - chance) / (1 - chance); /* where chance is 1, so is what is observed: 0 / 0, NAN */
}

const EntScoreFigures *
ent_score_finish (EntScore *score)
{
    EntScoreFigures *figures = &score->figures;
    compare_gold (score);
    compare_found (score);
    compare_pairs (score);
    g_array_sort (figures->missed, compare_errors);
    g_array_sort (figures->wrong, compare_errors);
    figures->traps = score->traps != NULL ? score->traps->edges->len : 0;
    figures->must_recall = ratio (figures->must_found, figures->must);
    for (guint i = 0; i < figures->counts->len; i++) {
        EntScoreCount *count = &g_array_index (figures->counts, EntScoreCount, i);
        count->precision = ratio (count->right, count->found);
        count->recall = ratio (count->right, count->gold);
        count->f1 = ratio (2 * (guint64)count->right, (guint64)count->found + count->gold);
    }
    for (guint i = 1; i <= figures->agreements->len; i++) {
        EntAgreement *agreement = agreement_of (score, i);
        const EntScoreCount *happened = count_of (score, i, ENT_HAPPENED);
        agreement->kappa = kappa (agreement);
        agreement->gold_outside = happened->gold - agreement->both - agreement->gold_only;
        agreement->program_outside = happened->found - agreement->both - agreement->program_only;
    }
    return figures;
}

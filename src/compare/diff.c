/* diff.c - what two gazetteers find in the same articles, or two evidence files hold: the mentions and the evidence that
 * only one side has, gathered by edge. */
#include <string.h>

#include "gazetteer/compare.h"
#include "graph/graph.h"

/* A piece of evidence that waits for its like from the newer side, or that only one side has. */
typedef struct Piece Piece;
struct Piece {
    const char *relation, *source, *target; /* ids as they are now */
    EntStatus status;
    EntEvidenceChange change;
    Piece *next; /* the next that says the same: in the older evidence, in its order */
    Piece *last; /* of the first of these: the last of them */
};

struct EntDiff {
    EntGraph *before, *after;
    GHashTable *renamed;
    GStringChunk *strings; /* what repeats: ids, relations, rules; of mentions all */
    GHashTable *waiting;   /* set of Piece: the older evidence that has not met its like */
    GPtrArray *changed;    /* of Piece, owned: what only one side has */
    EntChanges changes;
};

/* ---- pieces ---- */

static guint
piece_hash (gconstpointer key)
{
    const Piece *piece = key;
    guint hash = g_direct_hash (piece->relation) * 31 + g_str_hash (piece->change.path);
    hash = (hash * 31 + g_direct_hash (piece->source)) * 31 + g_direct_hash (piece->target);
    return hash * 31 + g_str_hash (piece->change.sentence) + (guint)piece->status;
}

/* Ids and relations are interned: their addresses are compared. */
static gboolean
piece_equal (gconstpointer key_a, gconstpointer key_b)
{
    const Piece *a = key_a, *b = key_b;
    return a->relation == b->relation && a->source == b->source && a->target == b->target &&
           a->status == b->status && strcmp (a->change.path, b->change.path) == 0 &&
           strcmp (a->change.sentence, b->change.sentence) == 0;
}

static void
piece_free (gpointer pointer)
{
    Piece *piece = pointer;
    g_ref_string_release ((char *)piece->change.path);
    g_free ((char *)piece->change.sentence);
    g_free (piece);
}

static const char *
keep (EntDiff *diff, const char *text)
{
    return g_string_chunk_insert_const (diff->strings, text);
}

/* Borrows the path and the sentence of the evidence. */
static Piece
make_piece (EntDiff *diff, EntChange change, const EntEvidence *evidence)
{
    gboolean older = change == ENT_REMOVED;
    Piece piece = { .relation = keep (diff, evidence->relation),
                    .source =
                        keep (diff, older ? ent_renamed (diff->renamed, evidence->source) : evidence->source),
                    .target =
                        keep (diff, older ? ent_renamed (diff->renamed, evidence->target) : evidence->target),
                    .status = evidence->status };
    if (!evidence->directed && strcmp (piece.source, piece.target) > 0) {
        const char *other = piece.source;
        piece.source = piece.target;
        piece.target = other;
    }
    piece.change = (EntEvidenceChange){ change,         keep (diff, evidence->article->path),
                                        evidence->line, evidence->span,
                                        evidence->text, keep (diff, evidence->rule) };
    return piece;
}

static Piece *
copy_piece (const Piece *piece)
{
    Piece *copy = g_memdup2 (piece, sizeof *piece);
    copy->change.path = g_ref_string_new_intern (piece->change.path);
    copy->change.sentence = g_strdup (piece->change.sentence);
    return copy;
}

static void
add_older (EntDiff *diff, const EntEvidence *evidence)
{
    Piece piece = make_piece (diff, ENT_REMOVED, evidence);
    Piece *like = g_hash_table_lookup (diff->waiting, &piece);
    Piece *copy = copy_piece (&piece);
    copy->last = copy;
    if (like == NULL) {
        g_hash_table_add (diff->waiting, copy);
        return;
    }
    like->last->next = copy;
    like->last = copy;
}

static void
add_newer (EntDiff *diff, const EntEvidence *evidence)
{
    Piece piece = make_piece (diff, ENT_ADDED, evidence);
    Piece *like = g_hash_table_lookup (diff->waiting, &piece);
    if (like == NULL) {
        g_ptr_array_add (diff->changed, copy_piece (&piece));
        return;
    }
    g_hash_table_remove (diff->waiting, like);
    if (like->next != NULL) {
        like->next->last = like->last;
        g_hash_table_add (diff->waiting, like->next);
    }
    piece_free (like);
}

/* The relation, or each pair of the sentence. */
static void
add_row (EntDiff *diff, const EntEvidenceRow *row, void (*add) (EntDiff *, const EntEvidence *))
{
    const EntCoMention *sentence = row->sentence;
    if (row->relation != NULL)
        add (diff, row->relation);
    for (guint i = 0; sentence != NULL && sentence->named != NULL && i < sentence->n_named; i++)
        for (guint j = i + 1; j < sentence->n_named; j++) {
            EntEvidence pair = ent_co_mention_pair (sentence, i, j);
            add (diff, &pair);
        }
}

void
ent_diff_add_older (EntDiff *diff, const EntEvidenceRow *row)
{
    ent_graph_add_row (diff->before, row);
    add_row (diff, row, add_older);
}

void
ent_diff_add_newer (EntDiff *diff, const EntEvidenceRow *row)
{
    ent_graph_add_row (diff->after, row);
    add_row (diff, row, add_newer);
}

/* What still waits has no like. */
static void
settle (EntDiff *diff)
{
    GHashTableIter iter;
    gpointer first;
    g_hash_table_iter_init (&iter, diff->waiting);
    while (g_hash_table_iter_next (&iter, &first, NULL))
        for (Piece *piece = first; piece != NULL; piece = piece->next)
            g_ptr_array_add (diff->changed, piece);
    g_hash_table_remove_all (diff->waiting);
}

/* ---- mentions ---- */

typedef struct {
    const EntMention *mention;
    const char *entity; /* id as it is now */
} Named;

static int
compare_named (gconstpointer a, gconstpointer b)
{
    const Named *x = a, *y = b;
    gsize start = x->mention->span.start, other = y->mention->span.start;
    return start != other ? (start > other) - (start < other) : strcmp (x->entity, y->entity);
}

static GArray *
list_named (EntDiff *diff, const EntReading *reading, gboolean older)
{
    const EntGazetteer *gazetteer = ent_graph_gazetteer (older ? diff->before : diff->after);
    GArray *list = g_array_new (FALSE, FALSE, sizeof (Named));
    for (guint i = 0; i < reading->mentions->len; i++) {
        const EntMention *mention = &g_array_index (reading->mentions, EntMention, i);
        const char *id = ent_gazetteer_entity (gazetteer, mention->entity)->id;
        Named named = { mention, older ? ent_renamed (diff->renamed, id) : id };
        g_array_append_val (list, named);
    }
    g_array_sort (list, compare_named);
    return list;
}

/* Any run of white space is one space. */
static const char *
keep_on_one_line (EntDiff *diff, const char *text, EntSpan span)
{
    g_autofree char *stretch = g_strndup (text + span.start, span.end - span.start);
    g_auto (GStrv) words = g_strsplit_set (stretch, " \t\r\n\f\v", -1);
    GString *line = g_string_sized_new (span.end - span.start);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
    const char *kept = keep (diff, line->str);
    g_string_free (line, TRUE);
    return kept;
}

/* Makes one of a mention and the last one, if they begin at the same byte of the same file; paths are compared by address. */
static gboolean
join_mentions (EntMentionChange *last, const EntMentionChange *mention)
{
    if (last->path != mention->path || last->span.start != mention->span.start ||
        last->change == mention->change || last->change == ENT_CHANGED)
        return FALSE;
    const char *older = mention->change == ENT_REMOVED ? mention->entity : last->entity;
    if (mention->change == ENT_ADDED)
        *last = *mention;
    last->change = ENT_CHANGED;
    last->before = older;
    return TRUE;
}

static void
add_mention (EntDiff *diff, EntChange change, const EntArticle *article, const Named *named)
{
    GArray *mentions = diff->changes.mentions;
    EntSpan span = ent_article_file_span (article, named->mention->span);
    g_autofree char *path = g_utf8_make_valid (article->path, -1);
    EntMentionChange mention = { change,
                                 keep (diff, named->entity),
                                 NULL,
                                 keep (diff, path),
                                 ent_article_line (article, span.start),
                                 span,
                                 keep_on_one_line (diff, article->text, named->mention->span),
                                 keep_on_one_line (diff, article->text, named->mention->sentence) };
    if (mentions->len == 0 ||
        !join_mentions (&g_array_index (mentions, EntMentionChange, mentions->len - 1), &mention))
        g_array_append_val (mentions, mention);
}

/* The mentions that start at the same byte and are of the same entity are the same. */
static void
add_mentions (EntDiff *diff, const EntArticle *article, const EntReading *before, const EntReading *after)
{
    g_autoptr (GArray) older = list_named (diff, before, TRUE), newer = list_named (diff, after, FALSE);
    for (guint i = 0, j = 0; i < older->len || j < newer->len;) {
        const Named *old = &g_array_index (older, Named, i), *new = &g_array_index (newer, Named, j);
        int order = i == older->len ? 1 : j == newer->len ? -1 : compare_named (old, new);
        if (order < 0)
            add_mention (diff, ENT_REMOVED, article, old);
        else if (order > 0)
            add_mention (diff, ENT_ADDED, article, new);
        i += order <= 0;
        j += order >= 0;
    }
}

/* ---- the diff ---- */

static void
clear_edge (gpointer pointer)
{
    g_array_unref (((EntEdgeChange *)pointer)->evidence);
}

EntDiff *
ent_diff_new (const EntGazetteer *before, const EntGazetteer *after)
{
    EntDiff *diff = g_new0 (EntDiff, 1);
    diff->before = ent_graph_new (before);
    diff->after = ent_graph_new (after);
    diff->strings = g_string_chunk_new (4096);
    diff->waiting = g_hash_table_new (piece_hash, piece_equal);
    diff->changed = g_ptr_array_new_with_free_func (piece_free);
    diff->changes.entities = ent_gazetteer_compare (before, after);
    diff->changes.mentions = g_array_new (FALSE, FALSE, sizeof (EntMentionChange));
    diff->changes.edges = g_array_new (FALSE, FALSE, sizeof (EntEdgeChange));
    g_array_set_clear_func (diff->changes.edges, clear_edge);
    diff->renamed = ent_renamed_ids (diff->changes.entities);
    return diff;
}

void
ent_diff_free (EntDiff *diff)
{
    if (diff == NULL)
        return;
    settle (diff);
    ent_graph_free (diff->before);
    ent_graph_free (diff->after);
    ent_graph_free (diff->changes.graph);
    g_hash_table_unref (diff->renamed);
    g_hash_table_unref (diff->waiting);
    g_ptr_array_unref (diff->changed);
    g_array_unref (diff->changes.entities);
    g_array_unref (diff->changes.mentions);
    g_array_unref (diff->changes.edges);
    g_string_chunk_free (diff->strings);
    g_free (diff);
}

static void
add_older_row (const EntEvidenceRow *row, gpointer diff)
{
    ent_diff_add_older (diff, row);
}

static void
add_newer_row (const EntEvidenceRow *row, gpointer diff)
{
    ent_diff_add_newer (diff, row);
}

void
ent_diff_add_article (EntDiff *diff, const EntArticle *article, const EntReading *before,
                      const EntReading *after)
{
    if (before != NULL)
        ent_reading_rows (before, add_older_row, diff);
    if (after != NULL)
        ent_reading_rows (after, add_newer_row, diff);
    if (before == NULL || after == NULL)
        return;
    add_mentions (diff, article, before, after);
    settle (diff);
}

/* The order of the graph's edges: see ent_graph_edge. */
static int
compare_pieces (gconstpointer a, gconstpointer b)
{
    const Piece *x = *(Piece *const *)a, *y = *(Piece *const *)b;
    int order = strcmp (x->relation, y->relation);
    if (order != 0 && (strcmp (x->relation, "co_mention") == 0 || strcmp (y->relation, "co_mention") == 0))
        return strcmp (x->relation, "co_mention") == 0 ? -1 : 1;
    if (order == 0)
        order = strcmp (x->source, y->source);
    if (order == 0)
        order = strcmp (x->target, y->target);
    if (order == 0)
        order = (int)x->status - (int)y->status;
    if (order == 0)
        order = strcmp (x->change.path, y->change.path);
    if (order == 0)
        order = (x->change.span.start > y->change.span.start) - (x->change.span.start < y->change.span.start);
    if (order == 0)
        order = strcmp (x->change.sentence, y->change.sentence);
    return order != 0 ? order : (int)y->change.change - (int)x->change.change;
}

const EntChanges *
ent_diff_finish (EntDiff *diff)
{
    EntChanges *changes = &diff->changes;
    settle (diff);
    changes->graph = ent_graph_compare (diff->before, diff->after);
    g_ptr_array_sort (diff->changed, compare_pieces);
    const EntEdge *last = NULL;
    for (guint i = 0; i < diff->changed->len; i++) {
        const Piece *piece = diff->changed->pdata[i];
        const EntEdge *edge = ent_graph_find_edge (changes->graph, piece->relation, piece->source,
                                                   piece->target, piece->status);
        EntEdgeChange change = { edge, NULL };
        if (edge != last) {
            change.evidence = g_array_new (FALSE, FALSE, sizeof (EntEvidenceChange));
            g_array_append_val (changes->edges, change);
            last = edge;
        }
        g_array_append_val (g_array_index (changes->edges, EntEdgeChange, changes->edges->len - 1).evidence,
                            piece->change);
    }
    return changes;
}

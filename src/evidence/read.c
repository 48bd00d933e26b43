/* read.c - evidence files: lines into rows, of both editions, each with its article. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "row.h"
#include "scan.h"

enum { BLOCK = 1 << 18 }; /* bytes that are read at once; a longer line takes more */

typedef struct {
    const char *path;
    guint64 number; /* of the line */
    EntEvidenceFunc each;
    gpointer closure;
    GHashTable *articles;       /* number -> EntCitation: those whose rows were passed */
    const EntCitation *current; /* the last that was looked for, or NULL */
    EntEvidenceLine line;
    /* co-mentions of the first edition that may be of one sentence; texts in `strings` */
    GArray *pairs; /* of EntEvidence */
    EntCitation of;
    GStringChunk *strings;
} Input;

/* ---- articles ---- */

static EntCitation *
copy_citation (const EntCitation *citation)
{
    const char *const texts[] = { citation->path, citation->sha256, citation->title, citation->url };
    gsize lengths[G_N_ELEMENTS (texts)], all = sizeof *citation;
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        all += lengths[i] = strlen (texts[i]) + 1;
    EntCitation *copy = g_malloc (all); /* one piece, for there are many */
    *copy = *citation;
    char **const places[] = { &copy->path, &copy->sha256, &copy->title, &copy->url };
    char *at = (char *)(copy + 1);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        *places[i] = memcpy (at, texts[i], lengths[i]);
        at += lengths[i];
    }
    return copy;
}

static gboolean
find_article (Input *input, guint64 number)
{
    if (input->current == NULL || input->current->number != number)
        input->current = g_hash_table_lookup (input->articles, &number);
    return input->current != NULL;
}

/* Keeps an article that was not known. FALSE where its number is another's. */
static gboolean
meet_article (Input *input, const EntCitation *citation, char **problem)
{
    if (!find_article (input, citation->number)) {
        EntCitation *copy = copy_citation (citation);
        g_hash_table_insert (input->articles, &copy->number, copy);
        input->current = copy;
    } else if (strcmp (input->current->path, citation->path) != 0 ||
               strcmp (input->current->sha256, citation->sha256) != 0) {
        *problem = g_strdup_printf ("article %" G_GUINT64_FORMAT " is '%s' here, and was '%s'",
                                    citation->number, citation->path, input->current->path);
        return FALSE;
    }
    return TRUE;
}

static void
hand_out (const Input *input, const EntCitation *article, const EntCoMention *sentence,
          const EntEvidence *relation)
{
    const EntEvidenceRow row = { article, sentence, relation };
    input->each (&row, input->closure);
}

/* ---- the first edition: a row for each pair that a sentence names ---- */

static const char *
keep (Input *input, const char *text)
{
    return g_string_chunk_insert_const (input->strings, text);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
    const EntEvidence *x = a, *y = b;
    int order = strcmp (x->source, y->source);
    return order != 0 ? order : strcmp (x->target, y->target);
}

static int
compare_named (gconstpointer a, gconstpointer b)
{
    return strcmp (((const EntNamed *)a)->id, ((const EntNamed *)b)->id);
}

/* The entities of some pairs, by id. */
static GArray *
list_named (const EntEvidence *pairs, guint n)
{
    GArray *list = g_array_new (FALSE, FALSE, sizeof (EntNamed));
    for (guint i = 0; i < n; i++) {
        const EntEvidence *pair = &pairs[i];
        const EntNamed ends[] = {
            { pair->source, pair->source_span, pair->source_how, pair->source_antecedent },
            { pair->target, pair->target_span, pair->target_how, pair->target_antecedent }
        };
        g_array_append_vals (list, ends, G_N_ELEMENTS (ends));
    }
    g_array_sort (list, compare_named);
    guint kept = 0;
    for (guint i = 0; i < list->len; i++) {
        EntNamed named = g_array_index (list, EntNamed, i);
        if (kept == 0 || compare_named (&g_array_index (list, EntNamed, kept - 1), &named) != 0)
            g_array_index (list, EntNamed, kept++) = named;
    }
    g_array_set_size (list, kept);
    return list;
}

static gboolean
are_all_pairs (const GArray *pairs, guint n_named)
{
    for (guint i = 1; i < pairs->len; i++)
        if (compare_pairs (&g_array_index (pairs, EntEvidence, i - 1),
                           &g_array_index (pairs, EntEvidence, i)) == 0)
            return FALSE;
    return pairs->len == (guint64)n_named * (n_named - 1) / 2;
}

static void
hand_out_pairs (const Input *input, const EntEvidence *pairs, const GArray *named)
{
    EntCoMention sentence = { .article = &input->of,
                              .span = pairs->span,
                              .text = pairs->text,
                              .named = (const EntNamed *)(gpointer)named->data,
                              .n_named = named->len };
    hand_out (input, &input->of, &sentence, NULL);
}

/* All pairs of some entities are the sentence that names these; where some are gone, each stands for itself. */
static void
flush_pairs (Input *input)
{
    if (input->pairs->len == 0)
        return;
    const EntEvidence *pairs = (const EntEvidence *)(gpointer)input->pairs->data;
    g_array_sort (input->pairs, compare_pairs);
    g_autoptr (GArray) all = list_named (pairs, input->pairs->len);
    gboolean whole = are_all_pairs (input->pairs, all->len);
    if (whole)
        hand_out_pairs (input, pairs, all);
    for (guint i = 0; !whole && i < input->pairs->len; i++) {
        g_autoptr (GArray) two = list_named (&pairs[i], 1);
        hand_out_pairs (input, &pairs[i], two);
    }
    g_array_set_size (input->pairs, 0);
    g_string_chunk_clear (input->strings);
}

static void
add_pair (Input *input, const EntCitation *article, EntEvidence pair)
{
    const EntEvidence *last = input->pairs->len > 0 ? &g_array_index (input->pairs, EntEvidence, 0) : NULL;
    if (last != NULL && (input->of.number != article->number || last->span.start != pair.span.start ||
                         last->span.end != pair.span.end || strcmp (last->text, pair.text) != 0))
        flush_pairs (input);
    if (input->pairs->len == 0)
        input->of = *article;
    pair.source = keep (input, pair.source);
    pair.target = keep (input, pair.target);
    pair.sentence = pair.text = keep (input, pair.text);
    g_array_append_val (input->pairs, pair);
}

static gboolean
read_first_edition (Input *input, EntEvidenceLine *line, char **problem)
{
    gboolean co_mention = strcmp (line->relation.relation, "co_mention") == 0;
    EntCitation *citation = &line->citation;
    citation->number = input->current != NULL && strcmp (input->current->path, citation->path) == 0 &&
                               strcmp (input->current->sha256, citation->sha256) == 0
                           ? input->current->number
                           : ent_citation_number (citation->path, citation->sha256);
    gboolean known = find_article (input, citation->number);
    if (!co_mention || !known)
        flush_pairs (input);
    if (!meet_article (input, citation, problem))
        return FALSE;
    if (!known)
        hand_out (input, input->current, NULL, NULL);
    line->relation.article = input->current;
    if (co_mention && strcmp (line->relation.source, line->relation.target) != 0)
        add_pair (input, input->current, line->relation);
    else
        hand_out (input, input->current, NULL, &line->relation);
    return TRUE;
}

/* ---- rows ---- */

/* FALSE with the problem. */
static gboolean
read_row (Input *input, char *text, gsize length, char **problem)
{
    EntEvidenceLine *line = &input->line;
    if (!ent_evidence_line_read (line, text, length, problem))
        return FALSE;
    if (line->is == ENT_LINE_FIRST_EDITION)
        return read_first_edition (input, line, problem);
    flush_pairs (input);
    if (line->is == ENT_LINE_ARTICLE) {
        if (!meet_article (input, &line->citation, problem))
            return FALSE;
        hand_out (input, input->current, NULL, NULL);
    } else if (line->is == ENT_LINE_RELATION) {
        line->relation.article = &line->citation;
        hand_out (input, &line->citation, NULL, &line->relation);
    } else if (find_article (input, line->citation.number)) {
        line->sentence.article = input->current;
        hand_out (input, input->current, &line->sentence, NULL);
    } else {
        *problem = g_strdup_printf ("a sentence of article %" G_GUINT64_FORMAT
                                    ", whose row of kind \"article\" does not stand before it",
                                    line->citation.number);
    }
    return *problem == NULL;
}

/* `length` without the line end. */
static gboolean
read_line (Input *input, char *text, gsize length, GError **error)
{
    g_autofree char *problem = NULL;
    input->number++;
    text[length] = '\0';
    if (strspn (text, " \t\r") == length)
        return TRUE;
    if (read_row (input, text, length, &problem))
        return TRUE;
    g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s:%" G_GUINT64_FORMAT ": %s", input->path,
                 input->number, problem);
    return FALSE;
}

static gboolean
read_failed (const Input *input, GError **error)
{
    g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: %s", input->path, g_strerror (errno));
    return FALSE;
}

/* Reads on behind `*held` bytes; sets `*n` to what came, 0 at the end. */
static gboolean
read_on (const Input *input, int file, GByteArray *block, gsize held, gsize *n, GError **error)
{
    if (block->len < held + BLOCK + ENT_SCAN_ROOM)
        g_byte_array_set_size (block, MAX (2 * block->len, held + BLOCK + ENT_SCAN_ROOM));
    gssize got;
    do
        got = read (file, block->data + held, block->len - held - ENT_SCAN_ROOM);
    while (got < 0 && errno == EINTR);
    *n = (gsize)MAX (got, 0);
    return got >= 0 || read_failed (input, error);
}

/* The lines of the file, one after the other, out of a block that is filled again and again. */
static gboolean
read_lines (Input *input, int file, GError **error)
{
    g_autoptr (GByteArray) block = g_byte_array_new ();
    gsize held = 0, n = 1;
    while (n > 0) {
        if (!read_on (input, file, block, held, &n, error))
            return FALSE;
        char *start = (char *)block->data, *end = start + held + n;
        char *look = start + held; /* before that there is no line end */
        for (char *stop; (stop = memchr (look, '\n', (gsize)(end - look))) != NULL; start = look = stop + 1)
            if (!read_line (input, start, (gsize)(stop - start), error))
                return FALSE;
        held = (gsize)(end - start);
        memmove (block->data, start, held);
    }
    return held == 0 || read_line (input, (char *)block->data, held, error);
}

gboolean
ent_evidence_read (const char *path, EntEvidenceFunc each, gpointer closure, GError **error)
{
    Input input = { .path = path, .each = each, .closure = closure };
    int file = strcmp (path, "-") == 0 ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return read_failed (&input, error);
    input.articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
    input.pairs = g_array_new (FALSE, FALSE, sizeof (EntEvidence));
    input.strings = g_string_chunk_new (4096);
    input.line.named = g_array_new (FALSE, FALSE, sizeof (EntNamed));
    gboolean ok = read_lines (&input, file, error);
    flush_pairs (&input); /* what stands before a line that is refused was handed out too */
    if (file != STDIN_FILENO)
        close (file);
    g_hash_table_unref (input.articles);
    g_array_unref (input.pairs);
    g_array_unref (input.line.named);
    g_string_chunk_free (input.strings);
    return ok;
}

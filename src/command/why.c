/* why.c - entente why: the sentences behind the edges of one pair, with the names and the cue marked. */
#include <string.h>

#include "cli/cmd.h"

typedef struct {
    const EntEntity *a, *b;
    CmdColours colours;
    gboolean plain; /* no colours: brackets and asterisks mark */
    char *heading;  /* the last one; NULL for none yet */
} Why;

static gboolean
is_pair (const Why *why, const EntEvidence *evidence)
{
    return (strcmp (evidence->source, why->a->id) == 0 && strcmp (evidence->target, why->b->id) == 0) ||
           (strcmp (evidence->source, why->b->id) == 0 && strcmp (evidence->target, why->a->id) == 0);
}

/* A stretch of the sentence that is marked. Offsets are bytes of the shown text. */
typedef struct {
    EntSpan span;
    gboolean cue;
} Mark;

static int
compare_marks (gconstpointer a, gconstpointer b)
{
    const Mark *x = a, *y = b;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

static void
print_stretch (const char *text, EntSpan span)
{
    g_autoptr (GString) line = g_string_new (NULL);
    for (gsize i = span.start; i < span.end; i++)
        if (!g_ascii_iscntrl (text[i]) && text[i] != ' ')
            g_string_append_c (line, text[i]);
        else if (i == span.start || line->str[line->len - 1] != ' ')
            g_string_append_c (line, ' ');
    cmd_print_text (line->str);
}

static void
print_marked (const Why *why, const char *text, EntSpan sentence, Mark *marks, guint n)
{
    qsort (marks, n, sizeof *marks, compare_marks);
    gsize at = sentence.start;
    for (guint i = 0; i < n; i++) {
        EntSpan span = marks[i].span;
        if (span.start < at || span.end < span.start || span.end > sentence.end)
            continue;
        print_stretch (text, (EntSpan){ at, span.start });
        fputs (why->plain ? (marks[i].cue ? "*" : "[")
                          : (marks[i].cue ? why->colours.cue : why->colours.name),
               stdout);
        print_stretch (text, span);
        fputs (why->plain ? (marks[i].cue ? "*" : "]") : why->colours.off, stdout);
        at = span.end;
    }
    print_stretch (text, (EntSpan){ at, sentence.end });
    putchar ('\n');
}

/* From a byte of the file to the text that was read from it. */
static gsize
text_offset (const EntArticle *article, gsize file)
{
    gsize low = 0, high = article->length;
    while (low < high) {
        gsize middle = low + (high - low) / 2;
        if (ent_article_file_span (article, (EntSpan){ middle, middle }).start < file)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static EntSpan
text_span (const EntArticle *article, EntSpan file)
{
    if (article->map == NULL)
        return (EntSpan){ file.start - article->offset, file.end - article->offset };
    return (EntSpan){ text_offset (article, file.start), text_offset (article, file.end) };
}

static void
print_name (const Why *why, const EntEntity *entity)
{
    fputs (why->colours.strong, stdout);
    cmd_print_text (entity->name);
    fputs (why->colours.off, stdout);
}

/* The pair, above the first of its sentences. */
static void
print_pair (Why *why, const EntEvidence *evidence)
{
    const EntEntity *source = strcmp (evidence->source, why->a->id) == 0 ? why->a : why->b,
                    *target = source == why->a ? why->b : why->a;
    const char *link = evidence->directed ? "\xE2\x86\x92" : "\xE2\x80\x93";
    g_autofree char *heading = g_strdup_printf ("%s %s %s", source->id, link, target->id);
    if (g_strcmp0 (heading, why->heading) == 0)
        return;
    if (why->heading != NULL)
        putchar ('\n');
    print_name (why, source);
    printf (" %s ", link);
    print_name (why, target);
    putchar ('\n');
    g_free (why->heading);
    why->heading = g_steal_pointer (&heading);
}

static void
print_heading (Why *why, const EntEvidence *evidence)
{
    g_autofree char *date = ent_date_format (evidence->article->date);
    gboolean co_mention = evidence->rule[0] == '\0';
    g_autofree char *relation =
        g_strdelimit (g_strdup (co_mention ? "mentioned together" : evidence->relation), "_", ' ');
    print_pair (why, evidence);
    printf ("%s%s%s", why->colours.faint, relation, why->colours.off);
    if (evidence->rule[0] != '\0')
        printf (", %s (%s, %s)", ent_status_name (evidence->status), evidence->rule,
                evidence->coref ? "coref" : "direct");
    printf ("  %s%s", date[0] != '\0' ? date : "no date", "  ");
    cmd_print_text (evidence->article->path);
    if (evidence->line > 0)
        printf (":%u\n", evidence->line);
    else
        printf (", byte %" G_GSIZE_FORMAT "\n", evidence->span.start);
}

static guint
marks_of (const EntEvidence *evidence, Mark *marks)
{
    guint n = 0;
    marks[n++] = (Mark){ evidence->source_span, FALSE };
    marks[n++] = (Mark){ evidence->target_span, FALSE };
    if (evidence->cue.end > evidence->cue.start)
        marks[n++] = (Mark){ evidence->cue, TRUE };
    return n;
}

static void
print_line (const EntArticle *article, EntSpan span)
{
    printf (" (line %u)\n", ent_article_line (article, span.start));
}

/* Whom the end of an edge is, where the sentence does not name it: "He = Sergei Lavrov (line 9)". */
static void
print_reference (const EntArticle *article, const EntEvidence *evidence, const EntEntity *entity,
                 EntSpan span, EntHow how, EntSpan antecedent)
{
    EntSpan text = text_span (article, span);
    if (span.start < evidence->span.start || span.start >= evidence->span.end) {
        fputs ("    answered: ", stdout);
        cmd_print_text (entity->name);
        print_line (article, span);
    } else if (antecedent.end > 0 || how == ENT_HOW_OFFICE) {
        fputs ("    ", stdout);
        print_stretch (article->text, text);
        fputs (" = ", stdout);
        cmd_print_text (entity->name);
        if (antecedent.end > 0)
            print_line (article, antecedent);
        else
            puts (" (by office)");
    }
}

static void
print_references (const Why *why, const EntArticle *article, const EntEvidence *evidence)
{
    gboolean forward = strcmp (evidence->source, why->a->id) == 0;
    print_reference (article, evidence, forward ? why->a : why->b, evidence->source_span,
                     evidence->source_how, evidence->source_antecedent);
    print_reference (article, evidence, forward ? why->b : why->a, evidence->target_span,
                     evidence->target_how, evidence->target_antecedent);
}

/* An article, or NULL for a row of a file: then the sentence is at hand, and the article is not. */
typedef struct {
    Why *why;
    const EntArticle *article;
} Looking;

static void
print_from_article (const Why *why, const EntArticle *article, const EntEvidence *evidence)
{
    Mark marks[3];
    guint n = marks_of (evidence, marks);
    for (guint i = 0; i < n; i++)
        marks[i].span = text_span (article, marks[i].span);
    print_marked (why, article->text, text_span (article, evidence->span), marks, n);
    print_references (why, article, evidence);
}

/* From an offset of the file to a byte of the sentence, which has the same bytes, or characters. */
static gsize
sentence_offset (const EntEvidence *evidence, gsize offset)
{
    if (offset < evidence->span.start || offset > evidence->span.end)
        return G_MAXSIZE; /* in another sentence */
    gsize inside = offset - evidence->span.start;
    if (evidence->article->offsets == ENT_OFFSETS_BYTES)
        return inside;
    return (gsize)(g_utf8_offset_to_pointer (evidence->sentence, (glong)inside) - evidence->sentence);
}

/* Marked where the sentence is as long as it is in the file. */
static void
print_from_row (const Why *why, const EntEvidence *evidence)
{
    Mark marks[3];
    guint n = marks_of (evidence, marks);
    gsize length = strlen (evidence->sentence);
    gsize units = evidence->article->offsets == ENT_OFFSETS_BYTES
                      ? length
                      : (gsize)g_utf8_strlen (evidence->sentence, (gssize)length);
    gboolean same = units == evidence->span.end - evidence->span.start;
    for (guint i = 0; same && i < n; i++)
        marks[i].span = (EntSpan){ sentence_offset (evidence, marks[i].span.start),
                                   sentence_offset (evidence, marks[i].span.end) };
    print_marked (why, evidence->sentence, (EntSpan){ 0, length }, marks, same ? n : 0);
}

static void
print_evidence (const Looking *looking, const EntEvidence *evidence)
{
    if (!is_pair (looking->why, evidence))
        return;
    print_heading (looking->why, evidence);
    fputs ("    ", stdout);
    if (looking->article != NULL)
        print_from_article (looking->why, looking->article, evidence);
    else
        print_from_row (looking->why, evidence);
}

static guint
find_named (const EntCoMention *sentence, const char *id)
{
    for (guint i = 0; i < sentence->n_named; i++)
        if (strcmp (sentence->named[i].id, id) == 0)
            return i;
    return ENT_NONE;
}

static void
print_row (const EntEvidenceRow *row, gpointer closure)
{
    const Looking *looking = closure;
    if (row->relation != NULL)
        print_evidence (looking, row->relation);
    if (row->sentence == NULL)
        return;
    guint a = find_named (row->sentence, looking->why->a->id),
          b = find_named (row->sentence, looking->why->b->id);
    if (a == ENT_NONE || b == ENT_NONE)
        return;
    EntEvidence pair = ent_co_mention_pair (row->sentence, MIN (a, b), MAX (a, b));
    print_evidence (looking, &pair);
}

static void
on_article (const EntArticle *article, const EntReading *reading, gpointer closure)
{
    ent_reading_rows (reading, print_row, &(Looking){ closure, article });
}

static void
on_row (const EntEvidenceRow *row, gpointer closure)
{
    print_row (row, &(Looking){ closure, NULL });
}

/* FALSE after a message. */
static gboolean
find_pair (Why *why, const EntGazetteer *gazetteer, char **names)
{
    guint a = cmd_entity (gazetteer, names[0]), b = cmd_entity (gazetteer, names[1]);
    if (a == ENT_NONE || b == ENT_NONE)
        return FALSE;
    why->a = ent_gazetteer_entity (gazetteer, a);
    why->b = ent_gazetteer_entity (gazetteer, b);
    if (a == b)
        cmd_error ("'%s' and '%s' are the same: %s", names[0], names[1], why->a->name);
    return a != b;
}

int
cmd_why (int argc, char **argv)
{
    g_auto (CmdArticles) options = { 0 };
    const GOptionEntry entries[] = { CMD_ARTICLE_OPTIONS (options), { 0 } };
    CmdReading reading = { .on_article = on_article, .on_row = on_row };
    int status;
    if (!cmd_options (
            "why", entries, "A B ARTICLE...",
            "Prints each sentence behind each edge between A and B, with the names and the cue marked.\n"
            "A and B are ids, names or aliases of the gazetteer.",
            &argc, &argv, &status))
        return status;
    if (!cmd_article_options (&options, &reading))
        return CMD_MISUSE;
    if (argc < 4) {
        cmd_error ("why takes two names and an article; see 'entente why --help'");
        return CMD_MISUSE;
    }
    g_autoptr (EntGazetteer) gazetteer = cmd_gazetteer (options.gazetteer);
    if (gazetteer == NULL)
        return CMD_BAD_INPUT;
    Why why = { .colours = cmd_colours (stdout) };
    if (!find_pair (&why, gazetteer, argv + 1))
        return CMD_BAD_INPUT;
    why.plain = why.colours.off[0] == '\0';
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    reading.reader = reader;
    reading.closure = &why;
    gboolean failed = FALSE;
    g_autoptr (GPtrArray) inputs = cmd_inputs (argv + 3, &failed);
    if (!cmd_apart_from_inputs (NULL, inputs))
        return CMD_MISUSE;
    failed |= !cmd_read_all (&reading, inputs);
    if (why.heading == NULL && !failed)
        cmd_error ("no sentence names %s with %s", why.a->name, why.b->name);
    g_free (why.heading);
    failed |= !cmd_flush_stdout ();
    return failed ? CMD_BAD_INPUT : CMD_DONE;
}

/* body.c - walks through the lines of a page: head, prose, lists of links, the end. */
#include "body.h"

#include <string.h>

#include "boilerplate.h"
#include "text/line.h"

#define NAVIGATION_BYTES 40 /* a line of navigation is no longer */
#define NAVIGATION_WORDS 4
#define NAVIGATION_LINES 3 /* so many short lines in a row are navigation */
#define TITLE_WORDS 4      /* a shorter line is the title only if no other line offers itself */

EntSpan
ent_parts_title (const char *text, gsize length)
{
    EntSpan fallback = { 0, 0 };
    for (gsize start = 0; start < length;) {
        EntSpan line = ent_line_next (text, length, &start);
        if (line.start == line.end || ent_boilerplate_is_head (text, line))
            continue;
        gboolean first = fallback.end == 0;
        if (ent_line_is_prose (text, length, line))
            return first ? line : fallback;
        if (ent_line_words (text, line, TITLE_WORDS) >= TITLE_WORDS)
            return line;
        if (first)
            fallback = line;
    }
    return fallback;
}

typedef struct {
    const char *text;
    gsize length;
    const char *title;
    gsize title_length;
    gboolean page;       /* FALSE: a piece of a text too long for one */
    gsize prose;         /* where the first paragraph of prose starts; 0 if there is none */
    GArray *run;         /* short lines before it, which may turn out to be navigation */
    guint run_lines;     /* with the boilerplate between them */
    gboolean in_list;    /* in a list of links, until prose goes on */
    gboolean in_article; /* a sentence has been seen */
    EntBody parts;
} Walk;

static gboolean
is_title (const Walk *walk, EntSpan line)
{
    return walk->title_length > 0 && line.end - line.start == walk->title_length &&
           memcmp (walk->text + line.start, walk->title, walk->title_length) == 0;
}

/* What comments and lists follow on, as opposed to labels at the top of a page. */
static gboolean
is_sentence (const Walk *walk, EntSpan line)
{
    return ent_line_is_prose (walk->text, walk->length, line) ||
           (ent_line_ends_sentence (walk->text, line) && ent_line_words (walk->text, line, 3) >= 3);
}

static gsize
first_prose (const Walk *walk, gsize start)
{
    gboolean in_article = FALSE;
    while (start < walk->length) {
        EntSpan line = ent_line_next (walk->text, walk->length, &start);
        if (line.start == line.end || is_title (walk, line))
            continue;
        if (in_article && ent_boilerplate_kind (walk->text, line) == ENT_LINE_END)
            break;
        if (ent_line_is_prose (walk->text, walk->length, line))
            return line.start;
        in_article = in_article || is_sentence (walk, line);
    }
    return 0;
}

static gboolean
is_blank (const char *text, gsize start, gsize end)
{
    EntSpan gap = ent_line_trim (text, (EntSpan){ start, end });
    return gap.start == gap.end;
}

static void
add_part (Walk *walk, EntSpan line)
{
    GArray *spans = walk->parts.spans;
    EntSpan *last = spans->len > 0 ? &g_array_index (spans, EntSpan, spans->len - 1) : NULL;
    if (last != NULL && is_blank (walk->text, last->end, line.start))
        last->end = line.end;
    else
        g_array_append_val (spans, line);
}

static void
end_run (Walk *walk)
{
    if (walk->run_lines < NAVIGATION_LINES)
        for (guint i = 0; i < walk->run->len; i++)
            add_part (walk, g_array_index (walk->run, EntSpan, i));
    g_array_set_size (walk->run, 0);
    walk->run_lines = 0;
}

/* Lines above the first paragraph. */
static void
walk_head (Walk *walk, EntSpan line)
{
    if (ent_boilerplate_is_head (walk->text, line)) {
        walk->run_lines++;
        return;
    }
    if (line.end - line.start <= NAVIGATION_BYTES && !ent_line_ends_sentence (walk->text, line) &&
        ent_line_words (walk->text, line, NAVIGATION_WORDS + 1) <= NAVIGATION_WORDS) {
        walk->run_lines++;
        g_array_append_val (walk->run, line);
        return;
    }
    end_run (walk);
    add_part (walk, line);
}

/* Returns FALSE at the end of the article. */
static gboolean
walk_body (Walk *walk, EntSpan line)
{
    EntBoilerplate kind = ent_boilerplate_kind (walk->text, line);
    if (kind == ENT_LINE_END && walk->in_article)
        return FALSE;
    if (kind == ENT_LINE_LIST && walk->in_article)
        walk->in_list = TRUE;
    if (kind != ENT_LINE_TEXT)
        return TRUE;
    if (walk->in_list && !ent_line_is_prose (walk->text, walk->length, line))
        return TRUE;
    walk->in_list = FALSE;
    walk->in_article = walk->in_article || (walk->page && is_sentence (walk, line));
    add_part (walk, line);
    return TRUE;
}

static void
walk_title (Walk *walk, EntSpan line)
{
    /* A repeated headline is dropped; a repeated sentence is not. */
    if (walk->in_list || (walk->parts.shows_title && !ent_line_ends_sentence (walk->text, line)))
        return;
    walk->parts.shows_title = TRUE;
    end_run (walk);
    add_part (walk, line);
}

static EntBody
walk_lines (Walk *walk, gsize start)
{
    walk->parts.spans = g_array_new (FALSE, FALSE, sizeof (EntSpan));
    walk->parts.end = walk->length;
    walk->run = g_array_new (FALSE, FALSE, sizeof (EntSpan));
    walk->prose = walk->page ? first_prose (walk, start) : start;
    while (start < walk->length) {
        gsize line_start = start;
        EntSpan line = ent_line_next (walk->text, walk->length, &start);
        if (line.start == line.end)
            continue;
        if (is_title (walk, line))
            walk_title (walk, line);
        else if (line.start < walk->prose)
            walk_head (walk, line);
        else {
            end_run (walk);
            if (!walk_body (walk, line)) {
                walk->parts.end = line_start;
                break;
            }
        }
    }
    end_run (walk);
    g_array_unref (walk->run);
    return walk->parts;
}

EntBody
ent_body_find (const char *text, gsize length, gsize start, const char *title, gsize title_length)
{
    Walk walk = {
        .text = text, .length = length, .title = title, .title_length = title_length, .page = TRUE
    };
    return walk_lines (&walk, start);
}

EntBody
ent_parts_of_piece (const char *text, gsize length, gsize start, const char *title, gsize title_length)
{
    Walk walk = { .text = text, .length = length, .title = title, .title_length = title_length };
    return walk_lines (&walk, start);
}

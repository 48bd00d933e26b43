/* article.c - takes a file through its stages: bytes, UTF-8, text of a page, repairs, header, parts. */
#include <nettle/sha2.h>
#include <string.h>

#include "article.h"
#include "base/nearest.h"
#include "body.h"
#include "header.h"
#include "markup/declared.h"
#include "markup/html.h"
#include "markup/markdown.h"
#include "text/dateline.h"
#include "text/decode.h"
#include "text/line.h"
#include "text/repair.h"

#define LONG_TITLE 200  /* characters; a first line longer than this is a paragraph */
#define CUT_TITLE 120   /* and cut to this */
#define LINE_BLOCK 4096 /* bytes that are looked through for a line */

/* ---- title and date --------------------------------------------------------------------- */

static char *
copy_span (const char *text, EntSpan span)
{
    return g_strndup (text + span.start, span.end - span.start);
}

static char *
copy_or_empty (char *string)
{
    return string != NULL ? string : g_strdup ("");
}

/* The line as a title: a paragraph is cut at a word. */
static char *
shorten_title (const EntArticle *article, EntSpan line)
{
    gsize next = line.end;
    ent_line_next (article->text, article->length, &next);
    EntSpan rest = ent_line_next (article->text, article->length, &next);
    glong most = rest.end > rest.start ? CUT_TITLE : LONG_TITLE, characters = 0;
    const char *start = article->text + line.start, *end = article->text + line.end, *word = start,
               *cut = start;
    for (const char *p = start; p < end && characters <= most; p = g_utf8_next_char (p), characters++) {
        if (characters <= CUT_TITLE)
            cut = p;
        if (cut == p && *p == ' ')
            word = p;
    }
    if (characters <= most)
        return copy_span (article->text, line);
    if (word > start)
        cut = word;
    while (cut > start && strchr (" ,;:-", cut[-1]) != NULL)
        cut--;
    return g_strdup_printf ("%.*s…", (int)(cut - start), start);
}

/* ---- notes ------------------------------------------------------------------------------ */

/* Takes over a note for the user, if there is one. */
static void
add_note (EntArticle *article, char *note)
{
    if (note != NULL)
        g_ptr_array_add (article->notes, note);
}

static void
note_encoding (EntArticle *article, char *told)
{
    if (told != NULL)
        add_note (article, g_strdup_printf ("%s: %s", article->path, told));
    g_free (told);
}

/* To be called when the date is decided: `value` stood where it should be. `line`: 0 if that is not known. */
static void
note_date (EntArticle *article, const char *value, guint line)
{
    g_autofree char *shown = ent_quote (value);
    g_autofree char *place =
        line > 0 ? g_strdup_printf ("%s:%u", article->path, line) : g_strdup (article->path);
    g_autofree char *date = article->date.year != 0 ? ent_date_format (article->date) : NULL;
    add_note (
        article,
        date != NULL
            ? g_strdup_printf ("%s: the date %s cannot be read; taken for %s by the rest", place, shown, date)
            : g_strdup_printf ("%s: the date %s cannot be read; the article is undated", place, shown));
}

/* ---- stages ----------------------------------------------------------------------------- */

static gboolean
read_page (EntArticle *article, EntText *text, EntPage *page, GError **error)
{
    if (!ent_html_read (text, article->path, page, error))
        return FALSE;
    article->title = copy_or_empty (page->title);
    article->source = copy_or_empty (page->source);
    article->url = copy_or_empty (page->url);
    article->date = page->date;
    return TRUE;
}

static gboolean
parse_header_date (EntArticle *article, const char *value)
{
    g_autofree char *day = g_strndup (value, 10);
    return ent_date_parse (value, &article->date) || ent_date_parse (day, &article->date) ||
           ent_dateline_parse (value, strlen (value), &article->date);
}

/* Finds the title, the parts and the date that header and metadata leave open. */
static void
read_text (EntArticle *article, const EntHeader *header, gboolean large)
{
    EntSpan body = { header->end, article->length };
    const char *title = article->title; /* as a line of the text would show it */
    gsize title_length = strlen (title);
    if (title_length == 0) {
        EntSpan line = ent_parts_title (article->text + body.start, article->length - body.start);
        line = (EntSpan){ line.start + body.start, line.end + body.start };
        g_free (article->title);
        article->title = shorten_title (article, line);
        title = article->text + line.start;
        title_length = line.end - line.start;
    }
    EntBody parts = (large ? ent_parts_of_piece : ent_body_find) (article->text, article->length, body.start,
                                                                  title, title_length);
    article->parts = parts.spans;
    if (header->title.end > header->title.start && !parts.shows_title)
        g_array_prepend_val (article->parts, header->title);
    if (article->date.year == 0)
        article->date = ent_dateline_find (article->text + body.start, article->length - body.start,
                                           large ? 0 : parts.end - body.start, article->url, article->path);
}

static void
read_html (EntArticle *article, EntPage *page)
{
    read_text (article, &(EntHeader){ 0 }, FALSE);
    if (article->date.year == 0)
        article->date = page->modified;
    if (page->unread_date != NULL)
        note_date (article, page->unread_date, 0);
    g_free (page->unread_date);
}

/* So that the line of a byte is found without counting from the start. */
static void
count_lines (EntArticle *article, guint line)
{
    article->lines = g_array_new (FALSE, FALSE, sizeof (guint));
    for (gsize start = 0; start <= article->n_bytes; start += LINE_BLOCK) {
        g_array_append_val (article->lines, line);
        line += ent_line_ends (article->bytes + start, MIN (LINE_BLOCK, article->n_bytes - start));
    }
}

static EntArticle *
new_article (const char *path, char *bytes, gsize n_bytes, EntPiece piece)
{
    EntArticle *article = g_new0 (EntArticle, 1);
    article->path = g_strdup (path);
    article->bytes = g_realloc (bytes, n_bytes + 1);
    article->bytes[n_bytes] = '\0';
    article->n_bytes = article->size = n_bytes;
    article->offset = piece.offset;
    article->notes = g_ptr_array_new_with_free_func (g_free);
    count_lines (article, piece.line);
    return article;
}

/* Takes over what the stages made of the bytes. */
static void
take_text (EntArticle *article, const EntText *text)
{
    article->text = text->text;
    article->length = text->length;
    article->map = text->map;
}

/* Text, in Markdown or none. `title`: the first heading, which is taken over, or NULL. */
static void
read_plain (EntArticle *article, const EntHeader *header, char *title, gboolean large)
{
    article->title = copy_span (article->text, header->title);
    article->source = copy_span (article->text, header->source);
    article->url = copy_span (article->text, header->url);
    if (article->title[0] == '\0' && title != NULL) {
        g_free (article->title);
        article->title = ent_repair_string (g_steal_pointer (&title));
    }
    g_free (title);
    g_autofree char *date = copy_span (article->text, header->date);
    gboolean unread = date[0] != '\0' && !parse_header_date (article, date);
    read_text (article, header, large);
    if (unread)
        note_date (article, date,
                   ent_article_line (article, ent_article_file_span (article, header->date).start));
}

static EntHeader
read_header (const char *text, gsize length, gboolean here)
{
    return here ? ent_header_read (text, length) : (EntHeader){ 0 };
}

/* The first heading of a text in Markdown, whose header is left for the next stage; NULL for other text. */
static char *
strip_markdown (const EntArticle *article, EntText *text, gboolean *header)
{
    if (!ent_markdown_is (article->path))
        return NULL;
    gsize start = read_header (text->text, text->length, *header).end;
    *header = start > 0;
    return ent_markdown_read (text, start);
}

EntArticle *
ent_article_new (const char *path, char *bytes, gsize n_bytes, GError **error)
{
    g_autoptr (EntArticle) article = new_article (path, bytes, n_bytes, ENT_FIRST_PIECE);
    struct sha256_ctx sum;
    sha256_init (&sum);
    sha256_update (&sum, article->n_bytes, (const guint8 *)article->bytes);
    ent_checksum (&sum, article->sha256);

    EntText text = { article->bytes, n_bytes, FALSE, NULL };
    EntPage page = { 0 };
    gboolean html = ent_html_is (path, text.text, n_bytes), header = TRUE;
    g_autofree char *charset = html ? ent_declared_charset (text.text, n_bytes) : NULL;
    char *told = NULL, *title = NULL;
    gboolean good = ent_decode (&text, 0, path, charset, &told, error);
    note_encoding (article, told);
    html = html || (good && text.map != NULL && ent_html_is (path, text.text, text.length));
    if (good && html)
        good = read_page (article, &text, &page, error);
    else if (good)
        title = strip_markdown (article, &text, &header);
    if (good)
        ent_repair (&text);
    take_text (article, &text);
    if (!good)
        return NULL;
    if (html)
        read_html (article, &page);
    else {
        EntHeader values = read_header (article->text, article->length, header);
        read_plain (article, &values, title, FALSE);
    }
    return g_steal_pointer (&article);
}

EntArticle *
ent_article_new_piece (const EntArticle *whole, EntPiece piece, char *bytes, gsize n_bytes, GError **error)
{
    g_autoptr (EntArticle) article = new_article (whole->path, bytes, n_bytes, piece);
    memcpy (article->sha256, whole->sha256, sizeof article->sha256);
    article->size = whole->size;
    EntText text = { article->bytes, n_bytes, FALSE, NULL };
    gboolean header = piece.offset == 0;
    char *told;
    gboolean good = ent_decode (&text, piece.offset, whole->path, NULL, &told, error);
    note_encoding (article, told);
    g_autofree char *title = good ? strip_markdown (article, &text, &header) : NULL;
    if (good)
        ent_repair (&text);
    take_text (article, &text);
    if (!good)
        return NULL;
    if (piece.offset == 0) {
        EntHeader values = read_header (article->text, article->length, header);
        read_plain (article, &values, g_steal_pointer (&title), TRUE);
    } else {
        article->title = g_strdup (whole->title);
        article->source = g_strdup (whole->source);
        article->url = g_strdup (whole->url);
        article->date = whole->date;
        article->parts = ent_parts_of_piece (article->text, article->length, 0, "", 0).spans;
    }
    return g_steal_pointer (&article);
}

void
ent_article_free (EntArticle *article)
{
    if (article == NULL)
        return;
    g_free (article->path);
    g_free (article->title);
    g_free (article->source);
    g_free (article->url);
    g_clear_pointer (&article->parts, g_array_unref);
    g_clear_pointer (&article->lines, g_array_unref);
    g_clear_pointer (&article->notes, g_ptr_array_unref);
    ent_offset_map_free (article->map);
    /* A text that needed no change is the file's own bytes. */
    if (article->text != article->bytes)
        g_free (article->text);
    g_free (article->bytes);
    g_free (article);
}

/* ---- places ----------------------------------------------------------------------------- */

EntSpan
ent_article_file_span (const EntArticle *article, EntSpan text_span)
{
    EntSpan span = article->map != NULL ? ent_offset_map_span (article->map, text_span) : text_span;
    return (EntSpan){ article->offset + span.start, article->offset + span.end };
}

guint
ent_article_line (const EntArticle *article, gsize file_offset)
{
    gsize at = MIN (file_offset - article->offset, article->n_bytes), block = at / LINE_BLOCK;
    return g_array_index (article->lines, guint, block) +
           ent_line_ends (article->bytes + block * LINE_BLOCK, at - block * LINE_BLOCK);
}

void
ent_checksum (struct sha256_ctx *sum, char hexadecimal[2 * SHA256_DIGEST_SIZE + 1])
{
    guint8 digest[SHA256_DIGEST_SIZE];
    sha256_digest (sum, sizeof digest, digest);
    for (gsize i = 0; i < sizeof digest; i++)
        g_snprintf (hexadecimal + 2 * i, 3, "%02x", digest[i]);
}

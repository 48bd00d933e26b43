/* chars.c - offsets of evidence in characters: characters are counted block by block, and then up to the byte that is asked
 * for. */
#include <string.h>

#include "chars.h"

enum { BLOCK = 4096 }; /* even, so that it cuts no unit of UTF-16 */

struct CmdChars {
    guint64 number; /* of the article; `known` says whether there is one */
    gboolean known;
    EntArticle *article; /* that was read again, or NULL */
    gsize offset;        /* of the bytes that are counted */
    guint64 before;      /* characters of the pieces before */
    const char *bytes;
    gsize n_bytes;
    gsize (*count) (const char *, gsize);
    GArray *blocks; /* of guint64: characters before each block of the piece */
    /* the row that was handed out */
    EntEvidenceRow row;
    EntCitation citation;
    EntCoMention sentence;
    EntEvidence relation;
    GArray *named;
};

/* ---- counting ---- */

static gsize
count_utf8 (const char *bytes, gsize n)
{
    gsize chars = 0;
    for (gsize i = 0; i < n; i++)
        chars += ((guchar)bytes[i] & 0xC0) != 0x80;
    return chars;
}

static gsize
count_single (const char *bytes, gsize n)
{
    (void)bytes;
    return n;
}

/* Units that are not the second half of a pair; `high` says which byte of a unit is the high one. */
static gsize
count_utf16 (const char *bytes, gsize n, gsize high)
{
    gsize chars = 0;
    for (gsize i = high; i < n; i += 2)
        chars += ((guchar)bytes[i] & 0xFC) != 0xDC;
    return chars;
}

static gsize
count_utf16_little (const char *bytes, gsize n)
{
    return count_utf16 (bytes, n, 1);
}

static gsize
count_utf16_big (const char *bytes, gsize n)
{
    return count_utf16 (bytes, n, 0);
}

static gsize
count_utf32 (const char *bytes, gsize n)
{
    (void)bytes;
    return n / 4;
}

static gboolean
begins_with (const EntArticle *article, const char *mark, gsize length)
{
    return article->offset == 0 && article->n_bytes >= length && memcmp (article->bytes, mark, length) == 0;
}

/* By the marks that the bytes begin with; else they are UTF-8, or have one byte a character. */
static gsize (*counter (const EntArticle *article)) (const char *, gsize)
{
    if (begins_with (article, "\xFF\xFE\0\0", 4) || begins_with (article, "\0\0\xFE\xFF", 4))
        return count_utf32;
    if (begins_with (article, "\xFF\xFE", 2))
        return count_utf16_little;
    if (begins_with (article, "\xFE\xFF", 2))
        return count_utf16_big;
    return g_utf8_validate_len (article->bytes, article->n_bytes, NULL) ? count_utf8 : count_single;
}

static void
count_blocks (CmdChars *chars, const EntArticle *article)
{
    chars->bytes = article->bytes;
    chars->n_bytes = article->n_bytes;
    chars->offset = article->offset;
    chars->count = counter (article);
    guint64 sum = chars->before;
    g_array_set_size (chars->blocks, 0);
    for (gsize at = 0; at <= chars->n_bytes; at += BLOCK) {
        g_array_append_val (chars->blocks, sum);
        sum += chars->count (chars->bytes + at, MIN (BLOCK, chars->n_bytes - at));
    }
    chars->before = sum;
}

static gsize
convert (const CmdChars *chars, gsize byte)
{
    gsize at = MIN (byte - MIN (byte, chars->offset), chars->n_bytes), block = at / BLOCK;
    return g_array_index (chars->blocks, guint64, block) +
           chars->count (chars->bytes + block * BLOCK, at - block * BLOCK);
}

static EntSpan
convert_span (const CmdChars *chars, EntSpan span)
{
    return span.end == 0 ? span : (EntSpan){ convert (chars, span.start), convert (chars, span.end) };
}

/* ---- articles ---- */

CmdChars *
cmd_chars_new (void)
{
    CmdChars *chars = g_new0 (CmdChars, 1);
    chars->blocks = g_array_new (FALSE, FALSE, sizeof (guint64));
    chars->named = g_array_new (FALSE, FALSE, sizeof (EntNamed));
    return chars;
}

void
cmd_chars_free (CmdChars *chars)
{
    if (chars == NULL)
        return;
    ent_article_free (chars->article);
    g_array_unref (chars->blocks);
    g_array_unref (chars->named);
    g_free (chars);
}

static void
enter (CmdChars *chars, const EntArticle *article, guint64 number)
{
    if (article->offset == 0)
        chars->before = 0;
    chars->number = number;
    chars->known = TRUE;
    count_blocks (chars, article);
}

void
cmd_chars_enter (CmdChars *chars, const EntArticle *article)
{
    g_autofree char *path = g_utf8_make_valid (article->path, -1);
    enter (chars, article, ent_citation_number (path, article->sha256));
}

static gboolean
read_again (CmdChars *chars, const EntCitation *citation, GError **error)
{
    chars->known = FALSE;
    g_clear_pointer (&chars->article, ent_article_free);
    chars->article = ent_article_read (citation->path, error);
    if (chars->article == NULL)
        return FALSE;
    if (strcmp (chars->article->sha256, citation->sha256) != 0) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: not the file that the evidence was found in",
                     citation->path);
        return FALSE;
    }
    enter (chars, chars->article, citation->number);
    return TRUE;
}

/* ---- rows ---- */

static void
convert_sentence (CmdChars *chars, const EntCoMention *sentence)
{
    chars->sentence = *sentence;
    chars->sentence.article = &chars->citation;
    chars->sentence.span = convert_span (chars, sentence->span);
    g_array_set_size (chars->named, 0);
    for (guint i = 0; i < sentence->n_named; i++) {
        EntNamed named = sentence->named[i];
        named.span = convert_span (chars, named.span);
        named.antecedent = convert_span (chars, named.antecedent);
        g_array_append_val (chars->named, named);
    }
    if (sentence->named != NULL)
        chars->sentence.named = (const EntNamed *)(gpointer)chars->named->data;
    chars->row.sentence = &chars->sentence;
}

static void
convert_relation (CmdChars *chars, const EntEvidence *relation)
{
    chars->relation = *relation;
    EntSpan *spans[] = { &chars->relation.span,
                         &chars->relation.source_span,
                         &chars->relation.target_span,
                         &chars->relation.source_antecedent,
                         &chars->relation.target_antecedent,
                         &chars->relation.cue };
    chars->relation.article = &chars->citation;
    for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        *spans[i] = convert_span (chars, *spans[i]);
    chars->row.relation = &chars->relation;
}

const EntEvidenceRow *
cmd_chars_convert (CmdChars *chars, const EntEvidenceRow *row, GError **error)
{
    if (row->article->offsets == ENT_OFFSETS_CHARS)
        return row;
    if ((!chars->known || chars->number != row->article->number) && !read_again (chars, row->article, error))
        return NULL;
    chars->citation = *row->article;
    chars->citation.offsets = ENT_OFFSETS_CHARS;
    chars->citation.json = NULL;
    chars->row = (EntEvidenceRow){ .article = &chars->citation };
    if (row->sentence != NULL)
        convert_sentence (chars, row->sentence);
    if (row->relation != NULL)
        convert_relation (chars, row->relation);
    return &chars->row;
}

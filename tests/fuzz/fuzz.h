/* fuzz.h - what the fuzz targets share: an input as an article, or as a file with a name. */
#ifndef ENT_FUZZ_H
#define ENT_FUZZ_H

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "entente.h"

int LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length);

/* A file in memory with these bytes; `path` gets its name. Close it to be rid of it. */
static inline int
fuzz_file (const uint8_t *bytes, size_t length, char path[32])
{
    int file = memfd_create ("input", MFD_CLOEXEC);
    g_assert_cmpint (file, >=, 0);
    g_assert_cmpint (write (file, bytes, length), ==, (gssize)length);
    g_snprintf (path, 32, "/proc/self/fd/%d", file);
    return file;
}

/* NULL where the bytes are no article. */
static inline EntArticle *
fuzz_article (const char *path, const uint8_t *bytes, size_t length)
{
    g_autoptr (GError) error = NULL;
    EntArticle *article = ent_article_new (path, g_memdup2 (bytes, length), length, &error);
    g_assert_true ((article == NULL) == (error != NULL));
    return article;
}

/* What entente.h says of every article. */
static inline void
fuzz_check_article (const EntArticle *article)
{
    g_assert_true (g_utf8_validate (article->text, (gssize)article->length, NULL));
    g_assert_true (g_utf8_validate (article->title, -1, NULL));
    gsize last = 0;
    for (guint i = 0; i < article->parts->len; i++) {
        EntSpan part = g_array_index (article->parts, EntSpan, i);
        g_assert_true (last <= part.start && part.start <= part.end && part.end <= article->length);
        EntSpan span = ent_article_file_span (article, part);
        g_assert_true (span.start <= span.end && span.end <= article->n_bytes);
        g_assert_cmpuint (ent_article_line (article, span.start), >=, 1);
        last = part.end;
    }
}

#endif

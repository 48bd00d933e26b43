/* article.h - private to article/: an article made of a piece of a file. */
#ifndef ENT_ARTICLE_ARTICLE_H
#define ENT_ARTICLE_ARTICLE_H

#include <nettle/sha2.h>

#include "entente.h"

/* Where a piece begins: a byte of the file, and the line it is on. */
typedef struct {
    gsize offset;
    guint line;
} EntPiece;

#define ENT_FIRST_PIECE ((EntPiece){ 0, 1 })

/* An article of the bytes of a piece, which it takes over. Path and checksum are those of `whole`, and so are, of a later
 * piece than the first, title, source, address and date. */
EntArticle *ent_article_new_piece (const EntArticle *whole, EntPiece piece, char *bytes, gsize n_bytes,
                                   GError **error);

/* The digest in hexadecimal. */
void ent_checksum (struct sha256_ctx *sum, char hexadecimal[2 * SHA256_DIGEST_SIZE + 1]);

#endif

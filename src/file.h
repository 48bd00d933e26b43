/* file.h - files as they lie on disk, large ones in pieces: what file.c and article.c share. */
#ifndef ENT_FILE_H
#define ENT_FILE_H

#include <nettle/sha2.h>

#include "entente.h"

/* Where a piece begins: a byte of the file, and the line it is on. */
typedef struct {
    gsize offset;
    guint line;
} EntPiece;

#define ENT_FIRST_PIECE ((EntPiece){ 0, 1 })

/* As ent_file_open, with another limit than ENT_LARGE_FILE. */
EntFile *ent_file_open_as (const char *path, gsize large, GError **error);

/* An article of the bytes of a piece, which it takes over. Path and checksum are those of `whole`, and so are, of a later
 * piece than the first, title, source, address and date. */
EntArticle *ent_article_new_piece (const EntArticle *whole, EntPiece piece, char *bytes, gsize n_bytes,
                                   GError **error);

/* The digest in hexadecimal. */
void ent_checksum (struct sha256_ctx *sum, char hexadecimal[2 * SHA256_DIGEST_SIZE + 1]);

#endif

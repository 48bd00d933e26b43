/* decode.h - the bytes of a file as UTF-8: detects the encoding, rejects what is no text. */
#ifndef ENT_TEXT_DECODE_H
#define ENT_TEXT_DECODE_H

#include "offset_map.h"

/* Turns the text, which comes as the bytes of a file from `offset` on, into UTF-8 without a byte order mark. UTF-8 counts
 * before all else, but for a mark of UTF-16 or UTF-32; what is neither is in the encoding `charset`, or read as
 * Windows-1252 if that is NULL, unknown, or does not fit. *told: what a reader should know of that, or NULL; the caller
 * frees it. Sets ENT_ERROR_FORMAT for a file that is no text; `path` is for the message. */
gboolean ent_decode (EntText *text, gsize offset, const char *path, const char *charset, char **told,
                     GError **error);

/* TRUE, with that error, for bytes that are in no text. */
gboolean ent_decode_refuses (const EntText *text, gsize offset, const char *path, GError **error);

/* Does it start with a mark of UTF-16 or UTF-32? */
gboolean ent_decode_is_wide (const EntText *text);

/* The character of a Windows-1252 byte; the five bytes without one stand for themselves. */
gunichar ent_windows1252 (guchar byte);

/* The first byte from p on that is not ASCII, or end. */
const char *ent_skip_ascii (const char *p, const char *end);

#endif

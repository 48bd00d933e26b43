/* charset.h - private to text/: other encodings than UTF-8, by the names that pages give them. Only charset.c knows ICU's converters. */
#ifndef ENT_TEXT_CHARSET_H
#define ENT_TEXT_CHARSET_H

#include "offset_map.h"

typedef enum {
    ENT_CHARSET_FITS,
    ENT_CHARSET_FITS_MOSTLY, /* a few characters are U+FFFD */
    ENT_CHARSET_UNFIT,       /* the bytes are another encoding; the text is as it was */
    ENT_CHARSET_UNKNOWN      /* no such encoding; the same */
} EntCharsetFit;

/* Turns a text into UTF-8 from the byte `start` on; what is before it is dropped. */
EntCharsetFit ent_charset_convert (EntText *text, const char *charset, gsize start);

/* Is it an encoding whose bytes are all ASCII, so that they look like UTF-8? */
gboolean ent_charset_is_7_bit (const char *charset);

/* The encoding of 16 or 32 bits that a byte order mark at the start tells, and how long that is; NULL if none. */
const char *ent_charset_of_mark (const char *bytes, gsize length, gsize *mark);

#endif

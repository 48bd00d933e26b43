/* scan.h - private to match/: where a name may start, for 64 bytes of text at once. */
#ifndef ENT_MATCH_SCAN_H
#define ENT_MATCH_SCAN_H

#include <glib.h>

#define ENT_BLOCK 64

/* What the bytes of a block of text are, a bit each, the first byte lowest. */
typedef struct {
    guint64 word;  /* ASCII letters and digits */
    guint64 other; /* bytes that say little alone: those of characters beyond ASCII, ' and ` */
    guint64 first; /* bytes that a word may start with: those of the set, and of no other ASCII character
                    * but perhaps of words; and the first byte of each character beyond ASCII */
} EntBlock;

/* A set of ASCII characters: bit c / 16 of low[c % 16]. */
typedef struct {
    guint8 low[16];
} EntByteSet;

static inline gboolean
ent_byte_set_has (const EntByteSet *set, guchar c)
{
    return c < 0x80 && (set->low[c & 15] >> (c >> 4) & 1);
}

typedef EntBlock (*EntScan) (const char *block, const EntByteSet *firsts);

/* The ways to scan ENT_BLOCK bytes that this processor has, the fastest first; the last is plain C. */
const EntScan *ent_scans (guint *n);

#endif

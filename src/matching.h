/* matching.h - what the files of the matcher share: the look at 64 bytes of text, and the table of names. */
#ifndef ENT_MATCHING_H
#define ENT_MATCHING_H

#include "fold.h"
#include "matcher.h"

/* ---- matcher_look.c: bytes ---- */

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

typedef EntBlock (*EntLook) (const char *block, const EntByteSet *firsts);

/* The ways to look at ENT_BLOCK bytes that this processor has, the fastest first; the last is plain C. */
const EntLook *ent_looks (guint *n);

/* ---- matcher_names.c: names ---- */

#define ENT_MAX_WORDS 24 /* of a name; a longer one is not matched */

/* Where a prefix of a name stands in the table. Empty: nothing ends here and nothing goes on. */
typedef struct {
    guint32 tag;      /* of the hash; what has the same tag may share an entry */
    guint more : 1;   /* a longer name goes on */
    guint group : 31; /* the first of the groups whose names may end here; 0: none */
} EntTableEntry;

/* What capitals a spelling wants, a bit a word. */
typedef struct {
    guint32 first; /* words that want a capital first */
    guint32 all;   /* words that want no small letter */
} EntCapitals;

/* Names that fold to the same words. It lies in matcher->groups, its parts behind it, at an index that is its
 * number. */
typedef struct {
    guint32 next; /* the next group of the same entry, as tags may deceive; 0: none */
    guint32 n_names, n_capitals;
    /* guint32 names[n_names]; EntCapitals capitals[n_capitals]; char key[], the folded words, a blank behind each */
} EntGroup;

struct EntMatcher {
    const EntGazetteer *gazetteer;
    EntLook look;
    EntByteSet firsts;    /* ASCII that names may start with in a text */
    guint64 seed, factor; /* of the hash */
    EntTableEntry *table;
    gsize mask;
    guint shift;    /* 1 << (64 - shift) entries */
    GArray *groups; /* of guint32: EntGroup after EntGroup; [0] is not used */
};

static inline const EntGroup *
ent_matcher_record (const EntMatcher *matcher, guint group)
{
    return (const EntGroup *)&g_array_index (matcher->groups, guint32, group);
}

/* The hash of some words, and of one more. Each step can be undone: two
 * words of up to eight bytes have never the same hash. */
static inline guint64
ent_hash_word (const EntMatcher *matcher, guint64 hash, const char *folded, gsize length)
{
    for (gsize i = 0; i < length; i += 8) {
        hash = (hash ^ ent_load_bytes (folded + i, length - i)) * matcher->factor;
        hash ^= hash >> 32;
    }
    hash = (hash + matcher->seed) * matcher->factor;
    return hash ^ hash >> 32;
}

static inline gboolean
ent_table_entry_is_empty (const EntTableEntry *entry)
{
    return entry->group == 0 && !entry->more;
}

static inline EntTableEntry *
ent_matcher_entry (const EntMatcher *matcher, guint64 hash)
{
    gsize at = hash >> matcher->shift;
    for (;; at = (at + 1) & matcher->mask) {
        EntTableEntry *entry = &matcher->table[at];
        if (entry->tag == (guint32)hash || ent_table_entry_is_empty (entry))
            return entry;
    }
}

gboolean ent_all_capitals (const char *text, EntWordSpan word);

#endif

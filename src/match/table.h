/* table.h - private to match/: the hash table of names that table.c fills and matcher.c searches. */
#ifndef ENT_MATCH_TABLE_H
#define ENT_MATCH_TABLE_H

#include "matcher.h"
#include "scan.h"
#include "text/name_fold.h"

#define ENT_MAX_WORDS 24 /* of a name; a longer one is not matched */

/* The entry of a prefix of a name. Empty: no name ends here, and none goes on. */
typedef struct {
    guint32 tag;      /* of the hash; what has the same tag may share an entry */
    guint more : 1;   /* a longer name goes on */
    guint group : 31; /* the first of the groups whose names may end here; 0: none */
} EntTableEntry;

/* The capitals that a spelling needs, a bit a word. */
typedef struct {
    guint32 first; /* words that need a capital first */
    guint32 all;   /* words that must have no small letter */
} EntCapitals;

/* Names that fold to the same words. It is in matcher->groups, its parts behind it, at an index that is its
 * number. */
typedef struct {
    guint32 next; /* the next group of the same entry, as tags may deceive; 0: none */
    guint32 n_names, n_capitals;
    /* guint32 names[n_names]; EntCapitals capitals[n_capitals]; char key[], the folded words, a blank behind each */
} EntNameRecord;

struct EntMatcher {
    const EntGazetteer *gazetteer;
    EntScan look;
    EntByteSet firsts;    /* ASCII that names may start with in a text */
    guint64 seed, factor; /* of the hash */
    EntTableEntry *table;
    gsize mask;
    guint shift;    /* 1 << (64 - shift) entries */
    GArray *groups; /* of guint32: EntNameRecord after EntNameRecord; [0] is not used */
};

static inline const EntNameRecord *
ent_matcher_record (const EntMatcher *matcher, guint group)
{
    return (const EntNameRecord *)&g_array_index (matcher->groups, guint32, group);
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

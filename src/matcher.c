/*
 * The matcher walks the text once, word by word. Each prefix of each name stands in one table under
 * the hash of its folded words:
 *
 *     names                 table                           text
 *     Iran                  h(iran)            -> Iran      … in Iran with Jaberi Ansari of …
 *     Jaberi Ansari         h(jaberi)          -> more          ^^^^      ^^^^^^ ^^^^^^
 *     Supreme Council       h(jaberi ansari)   -> name          h(iran)   h(jaberi): more,
 *                           h(supreme)         -> more          a name    h(jaberi ansari): a name
 *                           h(supreme council) -> name
 *
 * A word that cannot begin a name is told by its first byte and skipped; any other costs one look-up,
 * and one more for each word that could go on. The number of names does not enter. The hash is seeded,
 * so that a gazetteer cannot be written to make it collide, and a hit is compared with the name.
 */
#include "matcher.h"

#include <string.h>

#include "fold.h"

#define WANT_NONE '-'
#define WANT_FIRST 'C'
#define WANT_ALL 'A'
#define MAX_WORDS 24 /* of a name; a longer one is not matched */

typedef struct {
    guint64 hash; /* 0: empty */
    guint group;  /* ENT_NONE: no name ends here */
    guint more;   /* a longer name goes on */
} Entry;

struct EntMatcher {
    const EntGazetteer *gazetteer;
    guint64 seed, factor;
    Entry *table;
    gsize mask;
    GPtrArray *keys;  /* per group: the folded words, a blank behind each */
    GPtrArray *wants; /* per name: what capitals each word wants, one of WANT_… a word; NULL: not matched */
    GArray *members;  /* of guint: indices of names, group after group */
    GArray *starts;   /* of guint: where each group starts in members */
    guint8 first[256]; /* bytes that a name may start with in the text */
};

/* ---- hashing ---- */

static guint64
hash_word (const EntMatcher *matcher, guint64 hash, const char *folded)
{
    for (const char *c = folded; *c != '\0'; c++)
        hash = (hash ^ (guchar)*c) * matcher->factor;
    hash ^= hash >> 29;
    hash = (hash + matcher->seed) * matcher->factor;
    hash ^= hash >> 32;
    return hash != 0 ? hash : 1;
}

static Entry *
find_entry (const EntMatcher *matcher, guint64 hash)
{
    gsize at = hash & matcher->mask;
    while (matcher->table[at].hash != 0 && matcher->table[at].hash != hash)
        at = (at + 1) & matcher->mask;
    return &matcher->table[at];
}

static Entry *
add_entry (EntMatcher *matcher, guint64 hash)
{
    Entry *entry = find_entry (matcher, hash);
    if (entry->hash == 0)
        *entry = (Entry){ hash, ENT_NONE, FALSE };
    return entry;
}

/* ---- names ---- */

static guint
split_words (const char *text, gsize length, EntWordSpan *words)
{
    guint n = 0;
    for (gsize at = 0; n <= MAX_WORDS && ent_word_next (text, at, length, &words[n]); n++)
        at = words[n].tail;
    return n;
}

static void
mark_first (EntMatcher *matcher, const char *text, EntWordSpan word)
{
    guchar byte = (guchar)text[word.start];
    char folded[ENT_FOLD_ROOM];
    ent_fold (text, (EntSpan){ word.start, word.end }, FALSE, folded);
    matcher->first[byte] = TRUE;
    /* a text may leave a diacritic out, and write in capitals what the name does not */
    matcher->first[(guchar)g_ascii_toupper (folded[0])] = TRUE;
    if (!ent_is_capital (text, word.start, word.end))
        matcher->first[(guchar)folded[0]] = TRUE;
}

static gboolean
all_capitals (const char *text, EntWordSpan word)
{
    for (gsize at = word.start; at < word.end;) {
        gunichar c = g_utf8_get_char_validated (text + at, (gssize)(word.end - at));
        if (c >= (gunichar)-2)
            return FALSE;
        if (g_unichar_islower (c))
            return FALSE;
        at = (gsize)(g_utf8_next_char (text + at) - text);
    }
    return TRUE;
}

/* An acronym wants all its capitals, any other name one on the first of its words that has one. */
static char *
wanted_capitals (const char *name, const EntWordSpan *words, guint n)
{
    char *wants = g_strnfill (n, WANT_NONE);
    gboolean seen = FALSE;
    for (guint i = 0; i < n; i++) {
        if (!ent_is_capital (name, words[i].start, words[i].end))
            continue;
        wants[i] = all_capitals (name, words[i]) ? WANT_ALL : seen ? WANT_NONE : WANT_FIRST;
        seen = TRUE;
    }
    return wants;
}

static char *
folded_key (const char *text, const EntWordSpan *words, guint n)
{
    GString *key = g_string_new (NULL);
    for (guint i = 0; i < n; i++) {
        char folded[ENT_FOLD_ROOM];
        ent_fold (text, (EntSpan){ words[i].start, words[i].end }, FALSE, folded);
        g_string_append (key, folded);
        g_string_append_c (key, ' ');
    }
    return g_string_free (key, FALSE);
}

static void
add_name (EntMatcher *matcher, const char *text, guint group)
{
    EntWordSpan words[MAX_WORDS + 1];
    guint n = split_words (text, strlen (text), words);
    guint64 hash = matcher->seed;
    mark_first (matcher, text, words[0]);
    for (guint i = 0; i < n; i++) {
        char folded[ENT_FOLD_ROOM];
        ent_fold (text, (EntSpan){ words[i].start, words[i].end }, FALSE, folded);
        hash = hash_word (matcher, hash, folded);
        Entry *entry = add_entry (matcher, hash);
        if (i + 1 < n)
            entry->more = TRUE;
        else
            entry->group = group;
    }
}

static gsize
table_size (const EntGazetteer *gazetteer)
{
    gsize prefixes = 0, size = 64;
    for (guint i = 0; i < gazetteer->names->len; i++) {
        const char *text = g_array_index (gazetteer->names, EntName, i).text;
        EntWordSpan words[MAX_WORDS + 1];
        prefixes += split_words (text, strlen (text), words);
    }
    while (size < prefixes * 2)
        size *= 2;
    return size;
}

EntMatcher *
ent_matcher_new (const EntGazetteer *gazetteer)
{
    EntMatcher *matcher = g_new0 (EntMatcher, 1);
    matcher->gazetteer = gazetteer;
    matcher->seed = ((guint64)g_random_int () << 32) | g_random_int ();
    matcher->factor = ((guint64)g_random_int () << 32) | g_random_int () | 0x8000000000000001u;
    gsize size = table_size (gazetteer);
    matcher->table = g_new0 (Entry, size);
    matcher->mask = size - 1;
    matcher->keys = g_ptr_array_new_with_free_func (g_free);
    matcher->wants = g_ptr_array_new_with_free_func (g_free);
    memset (&matcher->first[0x80], TRUE, 0x80); /* decided after folding */

    /* names by what they fold to, then group after group into one array */
    g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < gazetteer->names->len; i++) {
        const char *text = g_array_index (gazetteer->names, EntName, i).text;
        EntWordSpan words[MAX_WORDS + 1];
        guint n = split_words (text, strlen (text), words);
        gboolean matched = n > 0 && n <= MAX_WORDS;
        g_ptr_array_add (matcher->wants, matched ? wanted_capitals (text, words, n) : NULL);
        if (!matched)
            continue;
        char *key = folded_key (text, words, n);
        guint group = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, key));
        if (group == 0) {
            g_ptr_array_add (groups, g_array_new (FALSE, FALSE, sizeof (guint)));
            group = groups->len;
            g_hash_table_insert (by_key, key, GUINT_TO_POINTER (group));
            g_ptr_array_add (matcher->keys, g_strdup (key));
            add_name (matcher, text, group - 1);
        } else {
            mark_first (matcher, text, words[0]);
            g_free (key);
        }
        g_array_append_val ((GArray *)groups->pdata[group - 1], i);
    }
    matcher->members = g_array_new (FALSE, FALSE, sizeof (guint));
    matcher->starts = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < groups->len; i++) {
        GArray *group = groups->pdata[i];
        g_array_append_val (matcher->starts, matcher->members->len);
        g_array_append_vals (matcher->members, group->data, group->len);
    }
    g_array_append_val (matcher->starts, matcher->members->len);
    return matcher;
}

void
ent_matcher_free (EntMatcher *matcher)
{
    if (matcher == NULL)
        return;
    g_free (matcher->table);
    g_ptr_array_unref (matcher->keys);
    g_ptr_array_unref (matcher->wants);
    g_array_unref (matcher->members);
    g_array_unref (matcher->starts);
    g_free (matcher);
}

guint
ent_matcher_n_groups (const EntMatcher *matcher)
{
    return matcher->starts->len - 1;
}

EntNameGroup
ent_matcher_group (const EntMatcher *matcher, guint group)
{
    guint start = g_array_index (matcher->starts, guint, group);
    guint end = g_array_index (matcher->starts, guint, group + 1);
    return (EntNameGroup){ &g_array_index (matcher->members, guint, start), end - start };
}

gboolean
ent_matcher_covers (const EntMatcher *matcher, guint a, guint b)
{
    const char *x = matcher->wants->pdata[a], *y = matcher->wants->pdata[b];
    for (; *x != '\0'; x++, y++)
        if (*x != WANT_NONE && *x != *y && *y != WANT_ALL)
            return FALSE;
    return TRUE;
}

/* ---- matching ---- */

/* The same words, and the capitals that the name wants. */
static gboolean
name_fits (const char *wants, const char *text, const EntWordSpan *words, guint n)
{
    for (guint i = 0; i < n; i++)
        if ((wants[i] == WANT_ALL && !all_capitals (text, words[i])) ||
            (wants[i] == WANT_FIRST && !ent_is_capital (text, words[i].start, words[i].end)))
            return FALSE;
    return TRUE;
}

/* `key` is the folded words: a hash may deceive. */
static gboolean
group_fits (const EntMatcher *matcher, guint group, const char *key, const char *text,
            const EntWordSpan *words, guint n)
{
    if (strcmp (matcher->keys->pdata[group], key) != 0)
        return FALSE;
    EntNameGroup names = ent_matcher_group (matcher, group);
    for (guint i = 0; i < names.n_names; i++)
        if (name_fits (matcher->wants->pdata[names.names[i]], text, words, n))
            return TRUE;
    return FALSE;
}

/* What may part two words of a name: see the header. The full stop of an initial or an abbreviation stands
 * behind a short word. */
static gboolean
is_inside_name (const char *text, EntWordSpan word, gsize next, gsize end)
{
    gsize at = word.tail, n;
    if (at < next && text[at] == '.' && word.end - word.start <= 3)
        at++;
    gsize joint = at < next && text[at] == '/' ? 1 : ent_hyphen_length (text, at, next);
    at += joint;
    if (at == next)
        return TRUE;
    guint lines = 0;
    for (; at < next; at += n) {
        n = ent_space_length (text, at, end);
        if (n == 0)
            return FALSE;
        lines += text[at] == '\n';
    }
    return joint > 0 ? lines == 1 : lines <= 1;
}

/* The longest name that starts with the word; FALSE if there is none. */
static gboolean
match_at (const EntMatcher *matcher, const char *text, gsize end, EntWordSpan word, EntHit *hit)
{
    EntWordSpan words[MAX_WORDS];
    guint n = 0;
    guint64 hash = matcher->seed;
    gboolean found = FALSE;
    char key[MAX_WORDS * (ENT_FOLD_ROOM + 1)];
    gsize length = 0;
    for (;;) {
        char *folded = key + length;
        words[n++] = word;
        length += ent_fold (text, (EntSpan){ word.start, word.end }, FALSE, folded);
        hash = hash_word (matcher, hash, folded);
        key[length++] = ' ';
        key[length] = '\0';
        const Entry *entry = find_entry (matcher, hash);
        if (entry->hash == 0)
            return found;
        if (entry->group != ENT_NONE && group_fits (matcher, entry->group, key, text, words, n)) {
            *hit = (EntHit){ { words[0].start, word.end }, word.tail, entry->group };
            found = TRUE;
        }
        gsize tail = word.tail;
        if (!entry->more || n == MAX_WORDS || !ent_word_next (text, tail, MIN (end, tail + 256), &word) ||
            !is_inside_name (text, words[n - 1], word.start, end))
            return found;
        /* the look-ahead may have cut the word short */
        ent_word_next (text, word.start, end, &word);
    }
}

/* U.S. ends in the full stop that its name ends in. */
static void
take_full_stop (const EntMatcher *matcher, const char *text, gsize end, EntHit *hit)
{
    if (hit->tail >= end || text[hit->tail] != '.' || hit->tail != hit->span.end)
        return;
    gsize last = hit->span.end - 1; /* the last word is a letter behind a full stop */
    while (last > hit->span.start && ((guchar)text[last] & 0xC0) == 0x80)
        last--;
    if (last == hit->span.start || text[last - 1] != '.')
        return;
    EntNameGroup names = ent_matcher_group (matcher, hit->group);
    for (guint i = 0; i < names.n_names; i++)
        if (g_str_has_suffix (g_array_index (matcher->gazetteer->names, EntName, names.names[i]).text, ".")) {
            hit->span.end = ++hit->tail;
            return;
        }
}

void
ent_matcher_find (const EntMatcher *matcher, const char *text, EntSpan span, GArray *hits)
{
    gsize at = span.start;
    while (at < span.end) {
        guchar byte = (guchar)text[at];
        if (byte < 0x80 && !g_ascii_isalnum (byte)) {
            at++;
            continue;
        }
        EntWordSpan word;
        if (!matcher->first[byte]) { /* an ASCII word that begins no name */
            gsize start = at;
            do
                at++;
            while (at < span.end && g_ascii_isalnum (text[at]));
            if (at < span.end &&
                ((guchar)text[at] >= 0x80 || ent_apostrophe_length (text, at, span.end) > 0)) {
                ent_word_next (text, start, span.end, &word); /* it may not be all of the word */
                at = word.tail;
            }
            continue;
        }
        if (!ent_word_next (text, at, span.end, &word))
            return;
        EntHit hit;
        if (match_at (matcher, text, span.end, word, &hit)) {
            take_full_stop (matcher, text, span.end, &hit);
            g_array_append_val (hits, hit);
            at = hit.tail;
        } else {
            at = word.tail;
        }
    }
}

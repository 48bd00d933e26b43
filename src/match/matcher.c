/* matcher.c - the search for names.
 *
 * The matcher reads 64 bytes of text at once and looks up only where a name may start:
 *
 *     text    … in the Iran deal, Jaberi Ansari of the …
 *     word      11 111 1111 1111  111111 111111 11 111      letters and digits, a bit a byte
 *     first            1          1      1                  capitals (or what else names start with)
 *
 * Each prefix of each name is in one table, under the hash of its folded words:
 *
 *     names              table                                      looked up
 *     Iran               h(iran)             -> name                h(iran): a name, and none goes on
 *     Jaberi Ansari      h(jaberi)           -> more                h(jaberi): more
 *     Supreme Council    h(jaberi ansari)    -> name                h(jaberi ansari): a name
 *                        h(supreme)          -> more
 *                        h(supreme council)  -> name
 *
 * So a word that may start a name costs one look-up, and one more for each word that goes on. The number of names does
 * not enter, except that a large table is in slower memory. Bytes beyond ASCII and apostrophes are left to fold.c.
 * The hash is seeded, so that a gazetteer cannot be written to make it collide, and a hit is compared with the name.
 */
#include "matcher.h"

#include <string.h>

#include "table.h"

typedef struct {
    const EntMatcher *matcher;
    const char *text;
    EntSpan span;
    gsize at; /* behind the last hit */
    GArray *hits;
} Search;

/* ---- one name ---- */

static gboolean
has_capitals (EntCapitals wants, const char *text, const EntWordSpan *words)
{
    for (guint i = 0; wants.all >> i != 0; i++)
        if ((wants.all >> i & 1) && !ent_all_capitals (text, words[i]))
            return FALSE;
    for (guint i = 0; wants.first >> i != 0; i++)
        if ((wants.first >> i & 1) && !ent_is_capital (text, words[i].start, words[i].end))
            return FALSE;
    return TRUE;
}

/* The same words, as a hash may deceive, and the capitals that one of the names wants. */
static gboolean
group_fits (const EntNameRecord *group, const char *key, gsize length, const char *text,
            const EntWordSpan *words)
{
    const EntCapitals *capitals = (const EntCapitals *)((const guint32 *)(group + 1) + group->n_names);
    const char *own = (const char *)(capitals + group->n_capitals);
    if (strncmp (own, key, length) != 0 || own[length] != '\0')
        return FALSE;
    for (guint i = 0; i < group->n_capitals; i++)
        if (has_capitals (capitals[i], text, words))
            return TRUE;
    return FALSE;
}

/* Jr. and the like, before which a comma may stand. */
static gboolean
is_generation (const char *text, gsize at, gsize end)
{
    static const char *const generations[] = { "Jr", "Sr", "JR", "SR", "II", "III", "IV" };
    gsize n = 0;
    while (n < 4 && at + n < end && g_ascii_isalpha (text[at + n]))
        n++;
    for (gsize i = 0; i < G_N_ELEMENTS (generations); i++)
        if (strlen (generations[i]) == n && memcmp (text + at, generations[i], n) == 0)
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
    else if (at < next && text[at] == ',' && is_generation (text, next, end))
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

/* The ampersand behind `last`, if one stands there as a word of a name. */
static gboolean
next_ampersand (const char *text, gsize end, EntWordSpan last, EntWordSpan *word)
{
    gsize at = last.tail, n;
    while ((n = ent_space_length (text, at, end)) > 0)
        at += n;
    n = ent_ampersand_length (text, at, end);
    *word = (EntWordSpan){ at, at + n, at + n };
    return n > 0 && is_inside_name (text, last, at, end);
}

/* The word behind `last`, if a name may go on with it. */
static gboolean
next_word (const char *text, gsize end, EntWordSpan last, EntWordSpan *word)
{
    gsize at = last.tail;
    if (at + 1 < end && text[at] == ' ' && g_ascii_isalnum (text[at + 1])) /* most often */
        return ent_word_next (text, at + 1, end, word);
    if (next_ampersand (text, MIN (end, at + 256), last, word))
        return TRUE;
    if (!ent_word_next (text, at, MIN (end, at + 256), word) ||
        !is_inside_name (text, last, word->start, end))
        return FALSE;
    return ent_word_next (text, word->start, end, word); /* the look-ahead may have cut it short */
}

/* The longest name that starts with the word; FALSE if there is none. */
static gboolean
match_at (const Search *search, EntWordSpan word, EntHit *hit)
{
    const EntMatcher *matcher = search->matcher;
    EntWordSpan words[ENT_MAX_WORDS];
    guint64 hash = matcher->seed;
    gboolean found = FALSE;
    char key[ENT_MAX_WORDS * (ENT_FOLD_ROOM + 1)];
    gsize length = 0;
    for (guint n = 0; n < ENT_MAX_WORDS;) {
        char *folded = key + length;
        words[n++] = word;
        length += ent_name_word_fold (search->text, word, folded);
        hash = ent_hash_word (matcher, hash, folded, (gsize)(key + length - folded));
        key[length++] = ' ';
        const EntTableEntry *entry = ent_matcher_entry (matcher, hash);
        const EntNameRecord *record;
        for (guint group = entry->group; group != 0; group = record->next) {
            record = ent_matcher_record (matcher, group);
            if (!group_fits (record, key, length, search->text, words))
                continue;
            *hit = (EntHit){ { words[0].start, word.end }, word.tail, group };
            found = TRUE;
            break;
        }
        if (!entry->more || !next_word (search->text, search->span.end, words[n - 1], &word))
            break;
    }
    return found;
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

/* ---- 64 bytes ---- */

static void
match_start (Search *search, EntWordSpan word)
{
    EntHit hit;
    if (!match_at (search, word, &hit))
        return;
    take_full_stop (search->matcher, search->text, search->span.end, &hit);
    g_array_append_val (search->hits, hit);
    search->at = hit.tail;
}

/* The words of a block that may start a name; `base` is where it stands, `before` the block before it. */
static void
match_block (Search *search, gsize base, EntBlock seen, EntBlock before)
{
    guint64 behind_word = seen.word << 1 | before.word >> (ENT_BLOCK - 1);
    guint64 unclear = seen.other | seen.other << 1 | before.other >> (ENT_BLOCK - 1);
    for (guint64 left = seen.first & ~behind_word; left != 0; left &= left - 1) {
        guint i = (guint)__builtin_ctzll (left);
        gsize at = base + i;
        if (at < search->at ||
            (unclear >> i & 1 ? !ent_word_starts (search->text, search->span.start, at, search->span.end)
                              : !ent_byte_set_has (&search->matcher->firsts, (guchar)search->text[at])))
            continue;
        EntWordSpan word = { at, at, at };
        guint64 ends = ~(seen.word >> i);
        guint end = ends != 0 ? i + (guint)__builtin_ctzll (ends) : ENT_BLOCK;
        if (end < ENT_BLOCK && !(seen.other >> end & 1))
            word.end = word.tail = base + end;
        else /* the block does not show where it ends */
            ent_word_next (search->text, at, search->span.end, &word);
        match_start (search, word);
    }
}

void
ent_matcher_find (const EntMatcher *matcher, const char *text, EntSpan span, GArray *hits)
{
    Search search = { matcher, text, span, span.start, hits };
    EntBlock before = { 0, 0, 0 };
    for (gsize base = span.start; base < span.end; base += ENT_BLOCK) {
        EntBlock seen;
        if (span.end - base >= ENT_BLOCK) {
            seen = matcher->look (text + base, &matcher->firsts);
        } else {
            char last[ENT_BLOCK] = "";
            memcpy (last, text + base, span.end - base);
            seen = matcher->look (last, &matcher->firsts);
        }
        match_block (&search, base, seen, before);
        before = seen;
    }
}

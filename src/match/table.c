/* table.c - the names of a gazetteer made into the matcher's table. */
#include <string.h>

#include "longer_names.h"
#include "table.h"

/* ---- a name ---- */

typedef struct {
    guint64 hash;
    guint32 name; /* index in gazetteer->names; ENT_NONE: built in */
    guint32 key;  /* where its folded words start in Names.keys */
    EntCapitals capitals;
} Name;

typedef struct {
    EntMatcher *matcher;
    GArray *names; /* of Name */
    GString *keys; /* the folded words of each name, a blank behind each, and a NUL */
    gsize n_prefixes;
} Names;

static guint
split_words (const char *text, gsize length, EntWordSpan *words)
{
    guint n = 0;
    for (gsize at = 0; n <= ENT_MAX_WORDS && ent_name_word_next (text, at, length, n > 0, &words[n]); n++)
        at = words[n].tail;
    return n;
}

static void
add_first (EntByteSet *firsts, guchar c)
{
    if (g_ascii_isalnum (c)) /* a name may start beyond ASCII, or fold to nothing there */
        firsts->low[c & 15] |= (guint8)(1 << (c >> 4));
}

static void
mark_first (EntMatcher *matcher, const char *text, EntWordSpan word, const char *folded)
{
    add_first (&matcher->firsts, (guchar)text[word.start]);
    /* a text may leave a diacritic out, and write in capitals what the name does not */
    add_first (&matcher->firsts, (guchar)g_ascii_toupper (folded[0]));
    if (!ent_is_capital (text, word.start, word.end))
        add_first (&matcher->firsts, (guchar)folded[0]);
}

gboolean
ent_all_capitals (const char *text, EntWordSpan word)
{
    for (gsize at = word.start; at < word.end;) {
        if ((guchar)text[at] < 0x80) {
            if (g_ascii_islower (text[at++]))
                return FALSE;
            continue;
        }
        gunichar c = g_utf8_get_char_validated (text + at, (gssize)(word.end - at));
        if (c >= (gunichar)-2 || g_unichar_islower (c))
            return FALSE;
        at = (gsize)(g_utf8_next_char (text + at) - text);
    }
    return TRUE;
}

/* An acronym needs all its capitals, any other name one on the first of its words that has one. */
static EntCapitals
wanted_capitals (const char *text, const EntWordSpan *words, guint n)
{
    EntCapitals wants = { 0, 0 };
    gboolean seen = FALSE;
    for (guint i = 0; i < n; i++) {
        if (!ent_is_capital (text, words[i].start, words[i].end))
            continue;
        if (ent_all_capitals (text, words[i]))
            wants.all |= 1u << i;
        else if (!seen)
            wants.first |= 1u << i;
        seen = TRUE;
    }
    return wants;
}

static void
add_name (Names *names, guint number, const char *text)
{
    EntMatcher *matcher = names->matcher;
    EntWordSpan words[ENT_MAX_WORDS + 1];
    guint n = split_words (text, strlen (text), words);
    if (n == 0 || n > ENT_MAX_WORDS)
        return;
    Name name = { matcher->seed, number, (guint32)names->keys->len, wanted_capitals (text, words, n) };
    for (guint i = 0; i < n; i++) {
        char folded[ENT_FOLD_ROOM];
        gsize length = ent_name_word_fold (text, words[i], folded);
        if (i == 0)
            mark_first (matcher, text, words[0], folded);
        name.hash = ent_hash_word (matcher, name.hash, folded, length);
        g_string_append_len (names->keys, folded, (gssize)length);
        g_string_append_c (names->keys, ' ');
    }
    g_string_append_c (names->keys, '\0');
    names->n_prefixes += n;
    g_array_append_val (names->names, name);
}

/* Those that fold to the same words stand together, in the order of the table. */
static int
compare_names (gconstpointer a, gconstpointer b, gpointer keys)
{
    const Name *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    int order = strcmp ((const char *)keys + x->key, (const char *)keys + y->key);
    return order != 0 ? order : x->name < y->name ? -1 : x->name > y->name;
}

/* ---- the table ---- */

static void
make_table (EntMatcher *matcher, gsize n_prefixes)
{
    guint bits = 6;
    while (G_GUINT64_CONSTANT (1) << bits < n_prefixes * 3 / 2)
        bits++;
    matcher->table = g_new0 (EntTableEntry, (gsize)1 << bits);
    matcher->mask = ((gsize)1 << bits) - 1;
    matcher->shift = 64 - bits;
}

static EntTableEntry *
add_entry (EntMatcher *matcher, guint64 hash)
{
    EntTableEntry *entry = ent_matcher_entry (matcher, hash);
    entry->tag = (guint32)hash;
    return entry;
}

/* The prefixes of a name but the whole of it. */
static void
add_prefixes (EntMatcher *matcher, const char *key)
{
    guint64 hash = matcher->seed;
    for (const char *blank; (blank = strchr (key, ' ')) != NULL && blank[1] != '\0'; key = blank + 1) {
        hash = ent_hash_word (matcher, hash, key, (gsize)(blank - key));
        add_entry (matcher, hash)->more = TRUE;
    }
}

/* The names from `names` on that have this key. One that is built in stands last, and counts where it stands alone. */
static void
add_group (EntMatcher *matcher, const Name *names, guint n, const char *key)
{
    while (n > 1 && names[n - 1].name == ENT_NONE)
        n--;
    guint group = matcher->groups->len;
    EntTableEntry *entry = add_entry (matcher, names[0].hash);
    EntNameRecord head = { entry->group, names[0].name != ENT_NONE ? n : 0, 0 };
    g_array_append_vals (matcher->groups, &head, sizeof head / 4);
    for (guint i = 0; i < head.n_names; i++)
        g_array_append_val (matcher->groups, names[i].name);
    for (guint i = 0; i < n; i++) {
        guint j = 0;
        while (names[j].capitals.first != names[i].capitals.first ||
               names[j].capitals.all != names[i].capitals.all)
            j++;
        if (j == i) { /* wanted so by no name before */
            g_array_append_vals (matcher->groups, &names[i].capitals, sizeof (EntCapitals) / 4);
            head.n_capitals++;
        }
    }
    *(EntNameRecord *)&g_array_index (matcher->groups, guint32, group) = head;
    gsize length = strlen (key) + 1, start = matcher->groups->len;
    g_array_set_size (matcher->groups, (guint)(start + (length + 3) / 4));
    memcpy (&g_array_index (matcher->groups, guint32, start), key, length);
    entry->group = group & 0x7fffffff;
}

EntMatcher *
ent_matcher_new (const EntGazetteer *gazetteer)
{
    EntMatcher *matcher = g_new0 (EntMatcher, 1);
    guint n_looks;
    matcher->gazetteer = gazetteer;
    matcher->look = ent_scans (&n_looks)[0];
    matcher->seed = ((guint64)g_random_int () << 32) | g_random_int ();
    matcher->factor = ((guint64)g_random_int () << 32) | g_random_int () | 0x8000000000000001u;
    matcher->groups = g_array_new (FALSE, TRUE, sizeof (guint32));
    g_array_set_size (matcher->groups, 1);

    Names names = { matcher, g_array_new (FALSE, FALSE, sizeof (Name)), g_string_new (NULL), 0 };
    for (guint i = 0; i < gazetteer->names->len; i++)
        add_name (&names, i, g_array_index (gazetteer->names, EntName, i).text);
    g_autoptr (GPtrArray) longer = ent_longer_names (gazetteer);
    for (guint i = 0; i < longer->len; i++)
        add_name (&names, ENT_NONE, longer->pdata[i]);
    g_array_sort_with_data (names.names, compare_names, names.keys->str);
    make_table (matcher, names.n_prefixes);
    for (guint i = 0, n; i < names.names->len; i += n) {
        const Name *first = &g_array_index (names.names, Name, i);
        const char *key = names.keys->str + first->key;
        for (n = 1; i + n < names.names->len && strcmp (key, names.keys->str + first[n].key) == 0;)
            n++;
        add_group (matcher, first, n, key);
        add_prefixes (matcher, key);
    }
    g_array_unref (names.names);
    g_string_free (names.keys, TRUE);
    return matcher;
}

void
ent_matcher_free (EntMatcher *matcher)
{
    if (matcher == NULL)
        return;
    g_free (matcher->table);
    g_array_unref (matcher->groups);
    g_free (matcher);
}

guint
ent_matcher_next_group (const EntMatcher *matcher, guint group)
{
    guint next = 1;
    if (group != 0) {
        const EntNameRecord *record = ent_matcher_record (matcher, group);
        const EntCapitals *capitals = (const EntCapitals *)((const guint32 *)(record + 1) + record->n_names);
        gsize key = strlen ((const char *)(capitals + record->n_capitals)) + 1;
        next = group + (guint)(sizeof *record / 4 + record->n_names + 2 * record->n_capitals + (key + 3) / 4);
    }
    return next < matcher->groups->len ? next : 0;
}

static EntCapitals
capitals_of (const EntMatcher *matcher, guint name)
{
    const char *text = g_array_index (matcher->gazetteer->names, EntName, name).text;
    EntWordSpan words[ENT_MAX_WORDS + 1];
    return wanted_capitals (text, words, split_words (text, strlen (text), words));
}

gboolean
ent_matcher_covers (const EntMatcher *matcher, guint a, guint b)
{
    EntCapitals x = capitals_of (matcher, a), y = capitals_of (matcher, b);
    return (x.all & ~y.all) == 0 && (x.first & ~(y.first | y.all)) == 0;
}

EntNameGroup
ent_matcher_group (const EntMatcher *matcher, guint group)
{
    const EntNameRecord *record = ent_matcher_record (matcher, group);
    return (EntNameGroup){ (const guint32 *)(record + 1), record->n_names };
}

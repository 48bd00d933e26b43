/* office.c - the keys of titles, and who held an office at a date. */
#include "office.h"

#include "language/function_word.h"

#include <string.h>

typedef struct {
    guint entity;
    EntDate since, until;
} Term;

/* An office of one entity, its title folded. */
typedef struct {
    EntDate since, until;
    const char *key;
    const char *head; /* "envoy" of "Special Presidential Envoy for Syria" */
    guint64 seconds;  /* which of `seconds` stand before the head */
} Held;

struct EntOffices {
    GHashTable *terms; /* "state title key" -> GArray of Term */
    GArray *held;      /* of Held, by entity */
    guint *first;      /* per entity, and one more: the index of its first */
    GStringChunk *strings;
};

static int
compare_words (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
key_of_words (GPtrArray *words)
{
    g_ptr_array_sort (words, compare_words);
    GString *key = g_string_new (NULL);
    for (guint i = 0; i < words->len; i++) {
        if (i > 0 && strcmp (words->pdata[i], words->pdata[i - 1]) == 0)
            continue;
        g_string_append (key, words->pdata[i]);
        g_string_append_c (key, ' ');
    }
    return g_string_free (key, FALSE);
}

static void
add_word (GPtrArray *keys, const EntWord *word, const char *folded)
{
    g_auto (GStrv) plain = g_strsplit (word->title != NULL ? word->title : folded, " ", -1);
    for (char **one = plain; *one != NULL; one++)
        g_ptr_array_add (keys, g_strdup (*one));
}

char *
ent_title_key (const EntToken *tokens, guint first, guint last, const gboolean *skip)
{
    g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
    for (guint i = first; i < last; i++)
        if (tokens[i].kind == ENT_TOKEN_WORD && (skip == NULL || !skip[i - first]))
            add_word (keys, tokens[i].word, tokens[i].folded);
    return key_of_words (keys);
}

char *
ent_title_key_of (const EntLexicon *lexicon, const char *title)
{
    g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
    EntWordSpan word;
    gsize length = strlen (title);
    for (gsize at = 0; ent_word_next (title, at, length, &word); at = word.tail) {
        char folded[ENT_FOLD_ROOM];
        ent_fold (title, (EntSpan){ word.start, word.end }, FALSE, folded);
        add_word (keys, ent_lexicon_find (lexicon, folded), folded);
    }
    return key_of_words (keys);
}

static char *
state_key (guint state, const char *title_key)
{
    return g_strdup_printf ("%u %s", state, title_key);
}

/* The same office in other words, where only the head counts: a premier is a kind of minister. */
static const char *
plain_head (const EntWord *word, const char *folded)
{
    if (word->title == NULL || word->title[0] == '\0')
        return folded;
    const char *space = strrchr (word->title, ' ');
    return space != NULL ? space + 1 : word->title;
}

/* A bit for each word that makes the holder of an office another's second. */
static guint64
second_of (const EntWord *word)
{
    const guint64 one = 1;
    return word->functions & (one << ENT_IS_VICE | one << ENT_IS_DEPUTY | one << ENT_IS_ASSISTANT);
}

/* "of", "for", "to": what follows belongs to the office, and is not its head. */
static gboolean
ends_head (const EntWord *word)
{
    const guint64 one = 1;
    return (word->functions & (one << ENT_IS_GENITIVE | one << ENT_IS_BENEFACTIVE | one << ENT_IS_DATIVE)) !=
           0;
}

/* The title's head is its last word before a preposition. */
static void
read_head (EntOffices *offices, const EntLexicon *lexicon, const char *title, Held *held)
{
    gsize length = strlen (title);
    char head[ENT_FOLD_ROOM] = "", folded[ENT_FOLD_ROOM];
    EntWordSpan word;
    for (gsize at = 0; ent_word_next (title, at, length, &word); at = word.tail) {
        ent_fold (title, (EntSpan){ word.start, word.end }, FALSE, folded);
        const EntWord *known = ent_lexicon_find (lexicon, folded);
        if (head[0] != '\0' && ends_head (known))
            break;
        held->seconds |= second_of (known);
        g_strlcpy (head, plain_head (known, folded), sizeof head);
    }
    held->head = g_string_chunk_insert_const (offices->strings, head);
}

static void
add_term (EntOffices *offices, guint state, const char *title_key, Term term)
{
    g_autofree char *key = state_key (state, title_key);
    GArray *terms = g_hash_table_lookup (offices->terms, key);
    if (terms == NULL) {
        terms = g_array_new (FALSE, FALSE, sizeof (Term));
        g_hash_table_insert (offices->terms, g_steal_pointer (&key), terms);
    }
    g_array_append_val (terms, term);
}

static void
add_office (EntOffices *offices, const EntLexicon *lexicon, guint entity, guint state,
            const EntOffice *office)
{
    g_autofree char *key = ent_title_key_of (lexicon, office->title);
    Held held = { .since = office->since,
                  .until = office->until,
                  .key = g_string_chunk_insert_const (offices->strings, key) };
    read_head (offices, lexicon, office->title, &held);
    g_array_append_val (offices->held, held);
    add_term (offices, state, key, (Term){ entity, office->since, office->until });
}

EntOffices *
ent_offices_new (const EntGazetteer *gazetteer, const EntLexicon *lexicon)
{
    guint n = gazetteer->entities->len;
    EntOffices *offices = g_new0 (EntOffices, 1);
    offices->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    offices->held = g_array_new (FALSE, FALSE, sizeof (Held));
    offices->first = g_new (guint, n + 1);
    offices->strings = g_string_chunk_new (4096);
    for (guint i = 0; i < n; i++) {
        const EntEntity *entity = &g_array_index (gazetteer->entities, EntEntity, i);
        offices->first[i] = offices->held->len;
        for (guint j = 0; j < entity->n_offices; j++)
            add_office (offices, lexicon, i, entity->state, &entity->offices[j]);
    }
    offices->first[n] = offices->held->len;
    return offices;
}

void
ent_offices_free (EntOffices *offices)
{
    if (offices == NULL)
        return;
    g_hash_table_destroy (offices->terms);
    g_array_unref (offices->held);
    g_free (offices->first);
    g_string_chunk_free (offices->strings);
    g_free (offices);
}

/* A date known to the month or year covers all of it. */
static gboolean
is_at (EntDate since, EntDate until, EntDate date)
{
    EntDate end = until;
    if (end.year != 0 && end.month == 0)
        end.month = 12;
    if (end.year != 0 && end.day == 0)
        end.day = 31;
    EntDate day = date;
    if (day.month == 0)
        day.month = 12;
    if (day.day == 0)
        day.day = 31;
    return (since.year == 0 || ent_date_compare (since, day) <= 0) &&
           (end.year == 0 || ent_date_compare (date, end) <= 0);
}

guint
ent_offices_holder (const EntOffices *offices, guint state, const char *title_key, EntDate date,
                    gboolean *known)
{
    g_autofree char *key = state_key (state, title_key);
    const GArray *terms = g_hash_table_lookup (offices->terms, key);
    *known = terms != NULL;
    guint holder = ENT_NONE;
    EntDate since = { 0, 0, 0 };
    for (guint i = 0; terms != NULL && i < terms->len; i++) {
        const Term *term = &g_array_index (terms, Term, i);
        if (date.year != 0 && !is_at (term->since, term->until, date))
            continue;
        if (holder != ENT_NONE && holder != term->entity) {
            /* on the day of a change, and where an end is not given, the later one; but of a month or year
             * in which the office changed hands, nobody knows which part is meant */
            int order = date.year == 0 ? 0 : ent_date_compare (term->since, since);
            if (order == 0 || ent_date_compare (order < 0 ? since : term->since, date) > 0)
                return ENT_NONE;
            if (order < 0)
                continue;
        }
        holder = term->entity;
        since = term->since;
    }
    return holder;
}

gboolean
ent_office_may_be_called (const EntOffices *offices, guint entity, const EntToken *tokens, guint first,
                          guint last)
{
    const char *head = plain_head (tokens[last - 1].word, tokens[last - 1].folded);
    guint64 seconds = 0;
    for (guint i = first; i < last; i++)
        seconds |= second_of (tokens[i].word);
    for (guint i = offices->first[entity]; i < offices->first[entity + 1]; i++) {
        const Held *held = &g_array_index (offices->held, Held, i);
        if (strcmp (held->head, head) == 0 && (held->seconds & ~seconds) == 0)
            return TRUE;
    }
    return FALSE;
}

const char *
ent_office_key_at (const EntOffices *offices, guint entity, EntDate date)
{
    const char *key = NULL;
    for (guint i = offices->first[entity]; i < offices->first[entity + 1]; i++) {
        const Held *held = &g_array_index (offices->held, Held, i);
        if (date.year != 0 && !is_at (held->since, held->until, date))
            continue;
        if (key != NULL && key != held->key) /* one string, one pointer */
            return NULL;
        key = held->key;
    }
    return key;
}

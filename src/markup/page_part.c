/* page_part.c - holds what pages call their parts against the words of data/pages.yaml. */
#include "page_part.h"

#include <string.h>

#include "base/yaml.h"

#define NAME_WORDS 12 /* of a name; those behind them do not count */
#define ENTRY_WORDS 4 /* of an entry of pages.yaml */
#define LABEL_WORDS 6 /* a longer aria-label= is a sentence */
#define WORD_BYTES 24

/* Bits of an entry. */
enum { BOX = 1, APART = 2, HARMLESS = 4, ARTICLE = 8 };

/* A name in words: "mostRead_box" is most, read, box. */
typedef struct {
    char words[NAME_WORDS][WORD_BYTES];
    guint n;
} Name;

static void
add_entries (GHashTable *entries, const EntYaml *root, const char *key, guint bit)
{
    const EntYaml *list = ent_yaml_get (root, key), *end = ent_yaml_end (list);
    for (const EntYaml *item = ent_yaml_first (list); item != end; item = ent_yaml_next (item))
        g_hash_table_insert (entries, g_strdup (item->text), GUINT_TO_POINTER (bit));
}

/* Entry -> its bit; read once for all threads. */
static GHashTable *
entries (void)
{
    static gsize ready;
    if (g_once_init_enter (&ready)) {
        g_autoptr (GStringChunk) strings = g_string_chunk_new (4096);
        g_autoptr (EntYaml) root = ent_yaml_built_in ("pages.yaml", strings);
        GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        add_entries (table, root, "boxes", BOX);
        add_entries (table, root, "apart", APART);
        add_entries (table, root, "harmless", HARMLESS);
        add_entries (table, root, "article", ARTICLE);
        g_once_init_leave (&ready, (gsize)table);
    }
    return (GHashTable *)ready;
}

/* The bit of the longest entry that starts at a word; *taken is how many words it has. */
static guint
entry_at (const Name *name, guint first, guint *taken)
{
    char entry[ENTRY_WORDS * WORD_BYTES] = "";
    gsize length = 0;
    guint bit = 0;
    *taken = 1;
    for (guint i = first; i < name->n && i < first + ENTRY_WORDS; i++) {
        length += (gsize)g_snprintf (entry + length, sizeof entry - length, "%s%s", i > first ? " " : "",
                                     name->words[i]);
        guint found = GPOINTER_TO_UINT (g_hash_table_lookup (entries (), entry));
        if (found != 0) {
            bit = found;
            *taken = i + 1 - first;
        }
    }
    return bit;
}

static guint
bits_of (const Name *name)
{
    guint bits = 0;
    for (guint i = 0, taken; i < name->n; i += taken)
        bits |= entry_at (name, i, &taken);
    if ((bits & (BOX | APART)) != 0) /* "related-article-content" */
        bits &= ~(guint)ARTICLE;
    return (bits & HARMLESS) != 0 ? bits & ARTICLE : bits;
}

/* The end of the word that starts at p: at what is no letter, and before a capital letter behind a small one. */
static const char *
word_end (const char *p)
{
    const char *end = p + 1;
    while (g_ascii_isalpha (*end) && !(g_ascii_islower (end[-1]) && g_ascii_isupper (*end)))
        end++;
    return end;
}

/* The next name of a value, from *p on. `label`: prose, which is one name as a whole. */
static void
next_name (const char **p, gboolean label, Name *name)
{
    name->n = 0;
    const char *at = *p;
    while (*at != '\0' && (label || name->n == 0 || !g_ascii_isspace (*at))) {
        if (!g_ascii_isalpha (*at)) {
            at++;
            continue;
        }
        const char *end = word_end (at);
        char *word = name->n < NAME_WORDS ? name->words[name->n++] : NULL;
        gsize length = word != NULL ? MIN (WORD_BYTES - 1u, (gsize)(end - at)) : 0;
        for (gsize i = 0; i < length; i++)
            word[i] = g_ascii_tolower (at[i]);
        if (word != NULL)
            word[length] = '\0';
        at = end;
    }
    *p = at;
}

static guint
bits_of_value (const char *value, gboolean label)
{
    guint bits = 0;
    Name name;
    while (value != NULL && *value != '\0') {
        next_name (&value, label, &name);
        if (!label || name.n <= LABEL_WORDS)
            bits |= bits_of (&name);
    }
    return bits;
}

/* "display : none" in a style=. */
static gboolean
is_styled_away (const char *style)
{
    if (style == NULL)
        return FALSE;
    g_autofree char *bare = g_ascii_strdown (style, -1);
    char *to = bare;
    for (const char *from = bare; *from != '\0'; from++)
        if (!g_ascii_isspace (*from))
            *to++ = *from;
    *to = '\0';
    return strstr (bare, "display:none") != NULL || strstr (bare, "visibility:hidden") != NULL;
}

static gboolean
is_hidden (const char *const *attributes)
{
    const char *aria = ent_attribute (attributes, "aria-hidden");
    for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
        if (g_ascii_strcasecmp (attributes[i], "hidden") == 0)
            return TRUE; /* it needs no value */
    return (aria != NULL && g_ascii_strcasecmp (aria, "true") == 0) ||
           is_styled_away (ent_attribute (attributes, "style"));
}

const char *
ent_attribute (const char *const *attributes, const char *name)
{
    for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
        if (g_ascii_strcasecmp (attributes[i], name) == 0)
            return attributes[i + 1];
    return NULL;
}

EntPagePart
ent_page_part (const char *name, const char *const *attributes)
{
    /* Elements whose names concern the page as a whole. */
    static const char *const wholes[] = { "article", "body", "h1", "html", "main", NULL };
    if (strcmp (name, "noscript") == 0)
        return ENT_PART_APART;
    if (strcmp (name, "body") != 0 && strcmp (name, "html") != 0 && is_hidden (attributes))
        return ENT_PART_APART;
    if (strcmp (name, "form") == 0)
        return ENT_PART_BOX;
    if (g_strv_contains (wholes, name))
        return ENT_PART_ARTICLE;
    guint bits =
        bits_of_value (ent_attribute (attributes, "class"), FALSE) |
        bits_of_value (ent_attribute (attributes, "id"), FALSE) |
        bits_of_value (ent_attribute (attributes, "role"), FALSE) |
        /* a link's label says where it leads */
        (strcmp (name, "a") != 0 ? bits_of_value (ent_attribute (attributes, "aria-label"), TRUE) : 0);
    if (bits == 0 || (bits & ARTICLE) != 0)
        return ENT_PART_ARTICLE;
    return (bits & APART) != 0 ? ENT_PART_APART : ENT_PART_BOX;
}

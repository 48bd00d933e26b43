/* name_words.c - the lists of data/names.yaml, loaded. */
#include "name_words.h"

#include "base/yaml.h"

struct EntNameWords {
    GStringChunk *strings;
    GHashTable *classes; /* folded -> classes */
};

static const struct {
    const char *key;
    guint class;
} lists[] = {
    { "particles", ENT_NAMES_PARTICLE }, { "honorifics", ENT_NAMES_HONORIFIC },
    { "ranks", ENT_NAMES_RANK },         { "organizations", ENT_NAMES_ORGANIZATION },
    { "groups", ENT_NAMES_GROUP },       { "bodies", ENT_NAMES_BODY },
    { "places", ENT_NAMES_PLACE },       { "publications", ENT_NAMES_PUBLICATION },
    { "things", ENT_NAMES_THING },       { "peoples", ENT_NAMES_PEOPLE },
    { "callings", ENT_NAMES_CALLING },   { "members", ENT_NAMES_MEMBERS },
};

static void
add_list (GHashTable *classes, const EntYaml *list, guint class)
{
    const EntYaml *end = ent_yaml_end (list);
    for (const EntYaml *item = ent_yaml_first (list); item != end; item = ent_yaml_next (item)) {
        guint known = GPOINTER_TO_UINT (g_hash_table_lookup (classes, item->text));
        g_hash_table_insert (classes, (char *)item->text, GUINT_TO_POINTER (known | class));
    }
}

EntNameWords *
ent_name_words_new (void)
{
    EntNameWords *words = g_new0 (EntNameWords, 1);
    words->strings = g_string_chunk_new (4096);
    words->classes = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (EntYaml) document = ent_yaml_built_in ("names.yaml", words->strings);
    for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
        add_list (words->classes, ent_yaml_get (document, lists[i].key), lists[i].class);
    return words;
}

void
ent_name_words_free (EntNameWords *words)
{
    if (words == NULL)
        return;
    g_hash_table_unref (words->classes);
    g_string_chunk_free (words->strings);
    g_free (words);
}

guint
ent_name_words_classes (const EntNameWords *words, const char *folded)
{
    return GPOINTER_TO_UINT (g_hash_table_lookup (words->classes, folded));
}

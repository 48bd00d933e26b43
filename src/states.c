/* states.c - the lists of the states of the world, compiled in, and looked up by code and by name. */
#include <gio/gio.h>
#include <string.h>

#include "gazetteer_load.h"
#include "states.h"

GResource *ent_data_get_resource (void); /* src/data, compiled in */

struct EntStates {
    GStringChunk *strings;
    EntYaml *root;     /* of data/states.yaml */
    GHashTable *names; /* folded name or id -> id */
    GHashTable *codes; /* code in capitals -> id */
    char **lines;      /* of data/codes.tsv: the codes point into it */
};

static void
load_names (EntStates *states)
{
    states->strings = g_string_chunk_new (16384);
    states->root = ent_yaml_built_in ("states.yaml", states->strings);
    states->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
index_names (EntStates *states, const char *id)
{
    static const char *const keys[] = { "name", "aliases" };
    g_hash_table_insert (states->names, ent_name_fold (id), (gpointer)id);
    for (guint k = 0; k < G_N_ELEMENTS (keys); k++) {
        g_auto (GStrv) names = ent_states_names (states, id, keys[k]);
        for (guint n = 0; names[n] != NULL; n++)
            g_hash_table_insert (states->names, ent_name_fold (names[n]), (gpointer)id);
    }
}

/* "id TAB code TAB code …"; lines that begin with # are comments. Every state has a line. */
static void
load_codes (EntStates *states)
{
    g_autoptr (GBytes) bytes = g_resource_lookup_data (ent_data_get_resource (), "/entente/codes.tsv",
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    g_assert (bytes != NULL); /* the file is part of the program */
    states->codes = g_hash_table_new (g_str_hash, g_str_equal);
    states->lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
    for (char **line = states->lines; *line != NULL; line++) {
        char *rest = NULL, *id = strtok_r (*line, "\t", &rest), *code;
        if (id == NULL || id[0] == '#')
            continue;
        index_names (states, id);
        while ((code = strtok_r (NULL, "\t", &rest)) != NULL)
            g_hash_table_insert (states->codes, code, id);
    }
}

EntStates *
ent_states_new (void)
{
    EntStates *states = g_new0 (EntStates, 1);
    load_names (states);
    load_codes (states);
    return states;
}

void
ent_states_free (EntStates *states)
{
    if (states == NULL)
        return;
    ent_yaml_free (states->root);
    g_string_chunk_free (states->strings);
    g_hash_table_unref (states->names);
    g_hash_table_unref (states->codes);
    g_strfreev (states->lines);
    g_free (states);
}

const char *
ent_states_code (const EntStates *states, const char *code)
{
    g_autofree char *capitals = g_ascii_strup (code, -1);
    return g_hash_table_lookup (states->codes, capitals);
}

const char *
ent_states_find (const EntStates *states, const char *name)
{
    g_autofree char *folded = ent_name_fold (name);
    return g_hash_table_lookup (states->names, folded);
}

char **
ent_states_names (const EntStates *states, const char *id, const char *key)
{
    const EntYaml *node = ent_yaml_get (ent_yaml_get (ent_yaml_get (states->root, "states"), id), key);
    if (node != NULL && node->kind == ENT_YAML_SCALAR)
        return g_strdupv ((char *[]){ (char *)node->text, NULL });
    g_autoptr (GPtrArray) findings = g_ptr_array_new (), texts = ent_yaml_texts (findings, node, key);
    char **names = g_new0 (char *, texts->len + 1);
    for (guint i = 0; i < texts->len; i++)
        names[i] = g_strdup (((const EntYaml *)texts->pdata[i])->text);
    return names;
}

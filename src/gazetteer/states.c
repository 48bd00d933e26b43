/* states.c - the lists of the states of the world, compiled in, and looked up by code and by name. */
#include <gio/gio.h>
#include <string.h>

#include "load.h"
#include "states.h"

GResource *ent_data_get_resource (void); /* src/data, compiled in */

struct EntStates {
    EntGazetteer *gazetteer; /* of data/states.yaml */
    GHashTable *codes;       /* code in capitals -> id */
    char **lines;            /* of data/codes.tsv: the codes point into it */
};

/* "id TAB code TAB code …"; lines that begin with # are comments. */
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
        while ((code = strtok_r (NULL, "\t", &rest)) != NULL)
            g_hash_table_insert (states->codes, code, id);
    }
}

EntStates *
ent_states_new (void)
{
    EntStates *states = g_new0 (EntStates, 1);
    g_autoptr (GPtrArray) findings = g_ptr_array_new ();
    states->gazetteer = ent_gazetteer_load_world ((const char *const[]){ NULL }, findings, NULL);
    g_assert (states->gazetteer != NULL); /* the file is part of the program */
    load_codes (states);
    return states;
}

void
ent_states_free (EntStates *states)
{
    if (states == NULL)
        return;
    ent_gazetteer_free (states->gazetteer);
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
    guint state = ent_gazetteer_find (states->gazetteer, name);
    return state != ENT_NONE ? ent_gazetteer_entity (states->gazetteer, state)->id : NULL;
}

char **
ent_states_names (const EntStates *states, const char *id, EntNameKind kind)
{
    return ent_gazetteer_names_of (states->gazetteer, ent_gazetteer_find_id (states->gazetteer, id), kind);
}

const char *
ent_states_id (const EntStates *states, guint index)
{
    return index < ent_gazetteer_size (states->gazetteer)
               ? ent_gazetteer_entity (states->gazetteer, index)->id
               : NULL;
}

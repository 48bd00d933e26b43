/* ids.c - ids out of names, and numbers behind those that are taken. */
#include <string.h>

#include "gazetteer.h"
#include "ids.h"

enum { MAX_LENGTH = 60 }; /* bytes of an id made from a name */

struct EntIds {
    GHashTable *taken;   /* set of ids */
    GHashTable *numbers; /* wish -> the number that was last put behind it */
};

EntIds *
ent_ids_new (const EntGazetteer *gazetteer)
{
    EntIds *ids = g_new (EntIds, 1);
    ids->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    ids->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add (ids->taken, g_strdup (ENT_NOBODY));
    for (guint i = 0; gazetteer != NULL && i < ent_gazetteer_size (gazetteer); i++)
        g_hash_table_add (ids->taken, g_strdup (ent_gazetteer_entity (gazetteer, i)->id));
    return ids;
}

void
ent_ids_free (EntIds *ids)
{
    if (ids == NULL)
        return;
    g_hash_table_unref (ids->taken);
    g_hash_table_unref (ids->numbers);
    g_free (ids);
}

char *
ent_ids_take (EntIds *ids, const char *wish)
{
    char *id = g_strdup (wish);
    while (g_hash_table_contains (ids->taken, id)) {
        guint n = MAX (1, GPOINTER_TO_UINT (g_hash_table_lookup (ids->numbers, wish))) + 1;
        g_hash_table_insert (ids->numbers, g_strdup (wish), GUINT_TO_POINTER (n));
        g_free (id);
        id = g_strdup_printf ("%s-%u", wish, n);
    }
    g_hash_table_add (ids->taken, g_strdup (id));
    return id;
}

char *
ent_id_of_name (const char *name)
{
    g_autofree char *ascii = g_str_to_ascii (name, "C");
    GString *id = g_string_new (NULL);
    for (const char *s = ascii; *s != '\0' && id->len < MAX_LENGTH; s++)
        if (g_ascii_isalnum (*s))
            g_string_append_c (id, g_ascii_tolower (*s));
        else if (strchr ("'.", *s) == NULL && id->len > 0 && id->str[id->len - 1] != '-')
            g_string_append_c (id, '-');
    if (id->len > 0 && id->str[id->len - 1] == '-')
        g_string_truncate (id, id->len - 1);
    if (id->len == 0)
        g_string_append (id, "entry");
    return g_string_free (id, FALSE);
}

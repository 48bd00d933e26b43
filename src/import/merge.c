/* merge.c - all that was read is brought together: states are found, entries that are one are merged, ids are
 * given. */
#include <string.h>

#include "gazetteer/ids.h"
#include "gazetteer/load.h"
#include "import.h"

/* ---- states ---- */

/* The states that the sources list themselves, by folded name, alias and id. */
static GHashTable *
index_states (const EntImport *import)
{
    GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = import->entries->len; i-- > 0;) { /* of two the first counts */
        EntEntry *entry = import->entries->pdata[i];
        if (entry->kind != ENT_STATE)
            continue;
        for (guint n = 0; n < entry->aliases->len; n++)
            g_hash_table_replace (index, ent_name_fold (entry->aliases->pdata[n]), entry);
        if (entry->id != NULL)
            g_hash_table_replace (index, ent_name_fold (entry->id), entry);
        g_hash_table_replace (index, ent_name_fold (entry->name), entry);
    }
    return index;
}

/* A state of the gazetteer that is known already; NULL if it has none of that name. */
static EntEntry *
known_state (EntImport *import, const char *text)
{
    guint found = import->known != NULL ? ent_gazetteer_find (import->known, text) : ENT_NONE;
    const EntEntity *entity = found != ENT_NONE ? ent_gazetteer_entity (import->known, found) : NULL;
    if (entity == NULL || entity->kind != ENT_STATE)
        return NULL;
    EntEntry *entry = ent_import_new_entry (import, ENT_STATE, entity->name);
    entry->id = g_strdup (entity->id);
    return entry;
}

static EntEntry *
make_home (EntImport *import, const char *text)
{
    const char *id = ent_import_find_state (import, text);
    EntEntry *home = known_state (import, id != NULL ? id : text);
    if (home == NULL && id != NULL)
        return ent_import_world_state (import, id);
    if (home == NULL && (home = ent_import_entry (import, ENT_STATE, NULL, text)) != NULL)
        ent_import_note (import, text, "states that entente does not know, without adjective and capital");
    return home;
}

static EntEntry *
find_home (EntImport *import, GHashTable *index, const char *text)
{
    g_autofree char *folded = ent_name_fold (text);
    EntEntry *home = g_hash_table_lookup (index, folded);
    if (home != NULL)
        return home;
    guint before = import->entries->len;
    home = make_home (import, text);
    if (home != NULL && import->entries->len > before)
        home->implied = TRUE;
    if (home != NULL)
        g_hash_table_insert (index, g_steal_pointer (&folded), home);
    return home;
}

static void
find_homes (EntImport *import)
{
    g_autoptr (GHashTable) index = index_states (import);
    for (guint i = 0, n = import->entries->len; i < n; i++) {
        EntEntry *entry = import->entries->pdata[i];
        import->path = entry->path;
        import->line = entry->line;
        if (entry->state != NULL)
            entry->home = find_home (import, index, entry->state);
    }
}

/* ---- merging ---- */

/* The later into the earlier. */
static void
merge (EntImport *import, EntEntry *entry, EntEntry *later)
{
    g_ptr_array_add (entry->aliases, g_strdup (later->name));
    g_ptr_array_extend_and_steal (entry->aliases, g_ptr_array_ref (later->aliases));
    g_ptr_array_extend_and_steal (entry->demonyms, g_ptr_array_ref (later->demonyms));
    g_ptr_array_extend_and_steal (entry->metonyms, g_ptr_array_ref (later->metonyms));
    for (guint i = 0; i < later->offices->len; i++) {
        EntTerm office = g_array_index (later->offices, EntTerm, i);
        office.title = g_strdup (office.title);
        g_array_append_val (entry->offices, office);
    }
    if (entry->id == NULL)
        entry->id = g_steal_pointer (&later->id);
    ent_import_gender (import, entry, later->gender);
    entry->implied = entry->implied && later->implied;
    later->same = entry;
    later->left_out = TRUE;
}

/* Two of one source that go by different ids are two, and so are two of Wikidata. */
static gboolean
is_other (const EntEntry *a, const EntEntry *b)
{
    if (a->kind != b->kind || a->home != b->home)
        return TRUE;
    return a->source != NULL && b->source != NULL &&
           (a->path == b->path || (a->source[0] == 'Q' && b->source[0] == 'Q'));
}

/* Entries of one name are one if nothing tells them apart. Else the first stays alone: no article could tell either. */
static void
merge_by_name (EntImport *import, GHashTable *names, EntEntry *entry)
{
    char *folded = ent_name_fold (entry->name);
    EntEntry *first = g_hash_table_lookup (names, folded);
    import->path = entry->path;
    import->line = entry->line;
    if (entry->home != NULL && entry->home->same != NULL)
        entry->home = entry->home->same;
    if (first == NULL) {
        g_hash_table_insert (names, folded, entry);
        return;
    }
    g_free (folded);
    if (is_other (first, entry)) {
        ent_import_note (import, entry->name,
                         "left out, since another has that name, and another id, kind or state");
        entry->left_out = TRUE;
        return;
    }
    if (first->path != entry->path)
        ent_import_note (import, entry->name,
                         "made one with those of the same name and state in an earlier file");
    merge (import, first, entry);
}

/* States first: the others are compared by them too. */
static void
merge_all (EntImport *import)
{
    g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (int states = 1; states >= 0; states--)
        for (guint i = 0; i < import->entries->len; i++) {
            EntEntry *entry = import->entries->pdata[i];
            if ((entry->kind == ENT_STATE) == states)
                merge_by_name (import, names, entry);
        }
}

/* ---- what the gazetteer has already ---- */

/* By one of its names, or by the full name of whatever kind: two entities cannot share that. */
static const EntEntity *
find_known (const EntImport *import, const EntEntry *entry)
{
    guint found = ent_gazetteer_find (import->known, entry->name);
    const EntEntity *entity = found != ENT_NONE ? ent_gazetteer_entity (import->known, found) : NULL;
    if (entity == NULL || entity->kind == entry->kind)
        return entity;
    g_autofree char *name = ent_name_fold (entry->name), *other = ent_name_fold (entity->name);
    return strcmp (name, other) == 0 ? entity : NULL;
}

static void
leave_out_known (EntImport *import)
{
    for (guint i = 0; i < import->entries->len; i++) {
        EntEntry *entry = import->entries->pdata[i];
        const EntEntity *entity = entry->left_out ? NULL : find_known (import, entry);
        if (entity == NULL)
            continue;
        g_free (entry->id);
        entry->id = g_strdup (entity->id); /* for those whose state it is */
        entry->left_out = TRUE;
        import->path = entry->path;
        import->line = entry->line;
        if (entry->kind != ENT_STATE)
            ent_import_note (import, entry->name, "left out, since the gazetteer has them");
    }
}

/* A phrase that is ignored there need not be here. */
static void
leave_out_ignored (EntImport *import)
{
    g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < import->known->names->len; i++) {
        const EntName *name = &g_array_index (import->known->names, EntName, i);
        if (name->kind == ENT_NAME_IGNORE)
            g_hash_table_add (known, ent_name_fold (name->text));
    }
    for (guint i = import->ignore->len; i-- > 0;) {
        g_autofree char *folded = ent_name_fold (import->ignore->pdata[i]);
        if (g_hash_table_contains (known, folded))
            g_ptr_array_remove_index (import->ignore, i);
    }
}

/* ---- ids ---- */

/* Ids that a source wishes go before those made from names. */
static void
give_ids (const EntImport *import, const GPtrArray *entries)
{
    g_autoptr (EntIds) ids = ent_ids_new (import->known);
    g_autoptr (GPtrArray) others = g_ptr_array_new ();
    for (guint i = 0; i < entries->len; i++) {
        EntEntry *entry = entries->pdata[i];
        g_autofree char *wish = g_steal_pointer (&entry->id);
        if (wish != NULL)
            entry->id = ent_ids_take (ids, wish);
        else
            g_ptr_array_add (others, entry);
    }
    for (guint i = 0; i < others->len; i++) {
        EntEntry *entry = others->pdata[i];
        g_autofree char *wish = ent_id_of_name (entry->name);
        entry->id = ent_ids_take (ids, wish);
    }
}

/* ---- tidying ---- */

/* Each text once, in the order in which they came, and without the name. */
static void
drop_repeated (GPtrArray *texts, const char *name)
{
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    guint n = 0;
    if (name != NULL)
        g_hash_table_add (seen, g_strdup (name));
    for (guint i = 0; i < texts->len; i++) {
        char *text = g_steal_pointer (&texts->pdata[i]);
        if (g_hash_table_add (seen, g_strdup (text)))
            texts->pdata[n++] = text;
        else
            g_free (text);
    }
    g_ptr_array_set_size (texts, (gint)n);
}

/* "President of the Russian Federation", "Russian President" -> "President", for one of the names of the state. FALSE
 * where that name is not part of the title, or all of it. */
static gboolean
cut_name (char **title, const char *name)
{
    gsize n = strlen (name), length = strlen (*title);
    if (g_str_has_prefix (*title, name) && (*title)[n] == ' ') {
        char *rest = g_strdup (*title + n + 1);
        g_free (*title);
        *title = rest;
        return TRUE;
    }
    static const char *const links[] = { " of the ", " of " };
    for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
        g_autofree char *tail = g_strconcat (links[i], name, NULL);
        if (g_str_has_suffix (*title, tail) && length > strlen (tail)) {
            (*title)[length - strlen (tail)] = '\0';
            return TRUE;
        }
    }
    return FALSE;
}

/* The state of an official is not part of the title, which a text may write in several ways. */
static void
cut_state (char **title, const EntEntry *home)
{
    const GPtrArray *lists[] = { home->aliases, home->demonyms };
    gboolean done = cut_name (title, home->name);
    for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
        for (guint i = 0; !done && i < lists[l]->len; i++)
            done = cut_name (title, lists[l]->pdata[i]);
}

static int
compare_offices (gconstpointer a, gconstpointer b)
{
    const EntTerm *x = a, *y = b;
    int order = ent_date_compare (x->since, y->since);
    if (order == 0)
        order = ent_date_compare (x->until, y->until);
    return order != 0 ? order : strcmp (x->title, y->title);
}

static void
tidy_offices (EntEntry *entry)
{
    GArray *offices = entry->offices;
    for (guint i = 0; entry->home != NULL && i < offices->len; i++)
        cut_state (&g_array_index (offices, EntTerm, i).title, entry->home);
    g_array_sort (offices, compare_offices);
    for (guint i = offices->len; i-- > 1;)
        if (compare_offices (&g_array_index (offices, EntTerm, i - 1),
                             &g_array_index (offices, EntTerm, i)) == 0)
            g_array_remove_index (offices, i);
}

static void
tidy (EntEntry *entry)
{
    drop_repeated (entry->aliases, entry->name);
    drop_repeated (entry->demonyms, NULL);
    drop_repeated (entry->metonyms, NULL);
    tidy_offices (entry);
}

/* ---- the end ---- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
    const EntEntry *x = *(const EntEntry *const *)a, *y = *(const EntEntry *const *)b;
    return strcmp (x->id, y->id);
}

/* The entries that will be written. */
static GPtrArray *
choose (EntImport *import)
{
    GPtrArray *chosen = g_ptr_array_new ();
    for (guint i = 0; i < import->entries->len; i++) {
        EntEntry *entry = import->entries->pdata[i];
        if (!entry->left_out && entry->home != NULL)
            entry->home->implied = FALSE;
    }
    for (guint i = 0; i < import->entries->len; i++) {
        EntEntry *entry = import->entries->pdata[i];
        if (!entry->left_out && !entry->implied)
            g_ptr_array_add (chosen, entry);
    }
    return chosen;
}

char *
ent_import_finish (EntImport *import, GError **error)
{
    ent_import_ftm_offices (import);
    find_homes (import);
    merge_all (import);
    if (import->known != NULL) {
        leave_out_known (import);
        leave_out_ignored (import);
    }
    g_autoptr (GPtrArray) entries = choose (import);
    give_ids (import, entries);
    for (guint i = 0; i < entries->len; i++)
        tidy (entries->pdata[i]);
    drop_repeated (import->ignore, NULL);
    g_ptr_array_sort (entries, compare_ids);
    gboolean any = entries->len > 0 || (import->known != NULL && import->ignore->len > 0);
    char *yaml = any ? ent_import_write (import, entries) : g_strdup ("");
    if (yaml == NULL)
        g_set_error (error, ENT_ERROR, ENT_ERROR_WRITE, "libyaml could not write the entries");
    return yaml;
}

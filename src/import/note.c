/* note.c - what did not carry over, each kind once with how many there were. */
#include <stdarg.h>

#include "base/nearest.h"
#include "import.h"

enum { MAX_NOTES = 100 }; /* kinds of things left out; what comes then is counted together */

typedef struct {
    char *path, *what, *example;
    guint line, count;
} Note;

void
ent_import_note_free (gpointer data)
{
    Note *note = data;
    g_free (note->what);
    g_free (note->example);
    g_free (note);
}

void
ent_import_note (EntImport *import, const char *example, const char *what, ...)
{
    va_list arguments;
    va_start (arguments, what);
    g_autofree char *text = g_strdup_vprintf (what, arguments);
    va_end (arguments);
    g_autofree char *key = g_strconcat (import->path, "\n", text, NULL);
    Note *note = g_hash_table_lookup (import->note_index, key);
    if (note == NULL && import->notes->len >= MAX_NOTES)
        note = import->notes->pdata[MAX_NOTES - 1];
    if (note == NULL) {
        gboolean is_last = import->notes->len == MAX_NOTES - 1;
        note = g_new0 (Note, 1);
        note->path = import->path;
        note->line = import->line;
        note->what = is_last ? g_strdup ("left out of other kinds") : g_steal_pointer (&text);
        note->example = example != NULL ? ent_quote (example) : NULL;
        g_ptr_array_add (import->notes, note);
        g_hash_table_insert (import->note_index, g_steal_pointer (&key), note);
    }
    note->count++;
}

GPtrArray *
ent_import_notes (const EntImport *import)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < import->notes->len; i++) {
        const Note *note = import->notes->pdata[i];
        const char *first = note->example == NULL ? "" : note->count > 1 ? ", the first " : ", ";
        g_ptr_array_add (lines, g_strdup_printf ("%s:%u: %s: %u%s%s", note->path, note->line, note->what,
                                                 note->count, first, note->example ? note->example : ""));
    }
    return lines;
}

guint
ent_import_n_noted (const EntImport *import)
{
    guint n = 0;
    for (guint i = 0; i < import->notes->len; i++)
        n += ((const Note *)import->notes->pdata[i])->count;
    return n;
}

/* import.h - private to import/: the entries that the formats make, and what a format calls.
 *
 *   lines -> ftm, table, bindings, cameo  -> import (entries) -> merge   -> write
 *   a file,  a format each; what does not    one for each        states,    YAML
 *   by line  carry over is noted             id of a source      ids
 */
#ifndef ENT_IMPORT_IMPORT_H
#define ENT_IMPORT_IMPORT_H

#include "gazetteer/states.h"
#include "lines.h"

typedef struct {
    char *title;
    EntDate since, until; /* year 0: not given */
} EntTerm;

/* An entry of the gazetteer to be, as far as it has been read. */
typedef struct EntEntry EntEntry;
struct EntEntry {
    EntKind kind;
    char *id;     /* as the source wishes it; NULL: to be made from the name */
    char *source; /* its id in its source, or NULL */
    char *name;
    GPtrArray *aliases, *demonyms, *metonyms; /* of char*; may repeat each other */
    char *state;    /* its state as the source calls it: id, name or code; or NULL */
    EntEntry *home; /* the same as an entry, once all is read; or NULL */
    EntGender gender;
    GArray *offices; /* of EntTerm */
    char *path;      /* where it was read first; interned */
    guint line;
    EntEntry *same;    /* what it was merged with, or NULL */
    gboolean implied;  /* listed by nobody: a state that is written only if an entry belongs to it */
    gboolean left_out; /* not to be written */
};

/* Who held which position, by the ids of the source. The two may come later than this. */
typedef struct {
    char *holder, *position;
    EntTerm term; /* without a title */
    char *path;   /* interned */
    guint line;
} EntOccupancy;

typedef struct {
    char *title, *state; /* state: id of one of the world's, or NULL */
} EntPosition;

struct EntImport {
    const EntGazetteer *known; /* may be NULL */
    EntStates *states;
    GPtrArray *entries;    /* of EntEntry, in the order of the input */
    GHashTable *sources;   /* id in a source -> EntEntry */
    GHashTable *world;     /* id in `states` -> EntEntry */
    GPtrArray *ignore;     /* of char*: phrases that name nobody */
    GHashTable *positions; /* id in a source -> EntPosition */
    GArray *occupancies;   /* of EntOccupancy */
    GPtrArray *notes;      /* of what did not carry over */
    GHashTable *note_index;
    GHashTable *columns; /* name of a column, as the user gave it -> EntRowField */
    char *path;          /* where the reader is; interned */
    guint line;
};

/* ---- what the readers of formats call ---- */

/* Each reads all of a file. FALSE, with an error "path:line: message", where it is not in the format. */
gboolean ent_import_ftm (EntImport *import, EntLines *lines, GError **error);
gboolean ent_import_actors (EntImport *import, EntLines *lines, GError **error);

/* Notes at the place of the reader that something does not carry over. The same `what` is counted; `example` (may
 * be NULL) is shown of the first. */
void ent_import_note (EntImport *import, const char *example, const char *what, ...) G_GNUC_PRINTF (3, 4);

void ent_import_note_free (gpointer note);

/* How many things were noted as left out. */
guint ent_import_n_noted (const EntImport *import);

/* The entry that has this id in its source (NULL: none), a new one if there was none yet. NULL, with a note,
 * where the name is none that an English text could hold, or the id is that of an entry of another kind. */
EntEntry *ent_import_entry (EntImport *import, EntKind kind, const char *source_id, const char *name);

/* From now on the entry has this id of its source too, unless another has it. */
void ent_import_also (EntImport *import, EntEntry *entry, const char *source_id);

/* Adds a name to one of the lists of an entry, or notes why not. */
void ent_import_name (EntImport *import, GPtrArray *names, const char *name);

/* Adds an office, or notes why not. Dates may be followed by a time of day. */
void ent_import_office (EntImport *import, EntEntry *entry, const char *title, const char *since,
                        const char *until);

/* Reads the dates of an office; FALSE, with a note, where that cannot be done. */
gboolean ent_import_term (EntImport *import, const char *since, const char *until, EntTerm *term);

/* "m", "male", "f", "female" in any case; anything else but "" is noted. */
EntGender ent_import_read_gender (EntImport *import, const char *text);

/* The gender of an entry. Only one is kept; another is noted. */
void ent_import_gender (EntImport *import, EntEntry *entry, EntGender gender);

/* A text on one line, without blanks at its ends and invisible characters. The caller frees. */
char *ent_import_clean (const char *text);

/* Does a text have Latin letters, and no others? Articles in English do. */
gboolean ent_import_is_latin (const char *text);

/* The same text as a name or title: clean, Latin, not too long. NULL, with a note, where it cannot be one, and without
 * where it is empty. The caller frees. */
char *ent_import_usable (EntImport *import, const char *text);

/* The state that an entry belongs to, by id, name or code. Only one is kept; others are noted. NULL for none. */
void ent_import_state (EntImport *import, EntEntry *entry, const char *state);

/* The id of one of the world's states, by id, name or code; NULL if it names none. */
const char *ent_import_find_state (const EntImport *import, const char *text);

/* The entry for one of the world's states. */
EntEntry *ent_import_world_state (EntImport *import, const char *id);

/* An entry without more than a name. */
EntEntry *ent_import_new_entry (EntImport *import, EntKind kind, const char *name);
void ent_import_entry_free (gpointer entry);

/* ---- what the end calls ---- */

/* Gives the holders of positions their offices. */
void ent_import_ftm_offices (EntImport *import);

/* The gazetteer as YAML: entries that have an id, in that order. NULL where libyaml refuses a text. */
char *ent_import_write (const EntImport *import, const GPtrArray *entries);

#endif

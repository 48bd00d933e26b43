/* scan.h - private to evidence/: goes through a line of JSON, value by value, without a tree: evidence is read at the speed at which it is
 * written, which JSON-GLib is far from. What is JSON is RFC 8259; texts that UTF-8 in C cannot hold (half of a surrogate
 * pair, a NUL) are refused too. */
#ifndef ENT_EVIDENCE_SCAN_H
#define ENT_EVIDENCE_SCAN_H

#include <glib.h>

/* Begins at the start of a line, behind whose end there are a NUL and ENT_SCAN_ROOM - 1 bytes more. Texts are decoded in
 * their place. The first thing that is not JSON in UTF-8 sets `bad`; what is found from then on means nothing. */
typedef struct {
    char *at, *end;
    gboolean bad;
    gboolean nul; /* it is bad since a text holds one */
} EntScan;

#define ENT_SCAN_ROOM 8

typedef enum {
    ENT_JSON_NONE, /* not there */
    ENT_JSON_NULL,
    ENT_JSON_TRUE,
    ENT_JSON_FALSE,
    ENT_JSON_WHOLE, /* a number from 0 up that is whole, also 12.0, as tables have it */
    ENT_JSON_OTHER, /* any other number */
    ENT_JSON_TEXT,
    ENT_JSON_ARRAY, /* of which only the bracket was passed: see ent_scan_next */
    ENT_JSON_OBJECT
} EntJsonType;

typedef struct {
    EntJsonType type;
    guint64 number;
    const char *text;
} EntJson;

/* The value that follows. An array and an object are to be gone through, or to be passed. */
EntJson ent_scan_value (EntScan *scan);

/* Whether another element, or member, follows; `first` is set by the caller for the first time, and then kept. Passes
 * the comma or the closing bracket. */
gboolean ent_scan_next (EntScan *scan, char closing, gboolean *first);

/* The key of a member, which ent_scan_next found. */
const char *ent_scan_key (EntScan *scan);

/* Passes what is left of a value. */
void ent_scan_pass (EntScan *scan, EntJson value);

/* Whether nothing is left but white space. */
gboolean ent_scan_is_done (EntScan *scan);

#endif

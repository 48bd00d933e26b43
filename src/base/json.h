/* json.h - checks that a text must pass before json-glib may parse it. */
#ifndef ENT_BASE_JSON_H
#define ENT_BASE_JSON_H

#include <glib.h>

/* JSON-GLib calls itself for every bracket, and takes comments and octal escapes for JSON. TRUE for UTF-8 without either
 * whose brackets are nested no deeper than `depth`; whether it is JSON is for JSON-GLib to say. */
gboolean ent_json_is_plain (const char *text, gssize length, guint depth);

#endif

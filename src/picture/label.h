/* label.h - other people's text made safe for Graphviz: cleaned, cut to a length that can be read back, and escaped
 * so that it is shown literally. All results are new strings that the caller frees. */
#ifndef ENT_PICTURE_LABEL_H
#define ENT_PICTURE_LABEL_H

#include "entente.h"

#define ENT_LABEL_MAX 16000 /* bytes; Graphviz cannot read a value over 16,383 */

/* Valid UTF-8 on one line: white space becomes single spaces, control characters and what XML does
 * not allow are dropped. */
char *ent_label_clean (const char *text);

/* Cut to at most `max` characters, the last of them "…". The text is clean. */
char *ent_label_shorten (const char *text, gsize max);

/* The value that makes Graphviz show this text: cleaned, backslashes and what looks like a character
 * reference escaped, at most ENT_LABEL_MAX bytes. */
char *ent_label_value (const char *text);

/* Appends the same as a quoted string of the DOT language, at most ENT_LABEL_MAX bytes between the
 * quotes. */
void ent_label_quote (GString *out, const char *text);

/* A name that is not changed by cleaning or cutting and so stays different from all others: a text
 * that would be changed gets a checksum appended. */
char *ent_label_name (const char *text);

/* An http or https address in the form that Graphviz needs, with & as &amp;; NULL for any other text. */
char *ent_label_url (const char *text);

#endif

/* dateline.h - the date of publication, where a text shows it: in a dateline, on a line of its own,
 * behind a label, in an address or a file name. Never one out of running prose. */
#ifndef ENT_TEXT_DATELINE_H
#define ENT_TEXT_DATELINE_H

#include "entente.h"

/* The first full date in a short text, `length` bytes of UTF-8. */
gboolean ent_dateline_parse (const char *text, gsize length, EntDate *date);

/* Of what a date is, by the words before it. */
typedef enum { ENT_DATE_PLAIN, ENT_DATE_PUBLISHED, ENT_DATE_MODIFIED } EntDateKind;

/* The last such word of a text: "Published on Monday, updated" is ENT_DATE_MODIFIED. */
EntDateKind ent_dateline_kind (const char *text, gsize length);

/* Does the line say nothing but a date, a time, and what the date is of? */
gboolean ent_dateline_is_date (const char *text, EntSpan line);

/* The date of an article: from the top of the text, from its end, from the URL, from the file's name, or else that of its
 * last change;
 * year 0 if none of them tells. `end` is where the article ends and the rest of the page begins; 0 if the end is not at
 * hand. */
EntDate ent_dateline_find (const char *text, gsize length, gsize end, const char *url, const char *path);

#endif

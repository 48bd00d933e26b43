/* markdown.h - the text of an article in Markdown. Only markdown.c knows md4c. */
#ifndef ENT_MARKUP_MARKDOWN_H
#define ENT_MARKUP_MARKDOWN_H

#include "text/offset_map.h"

/* By the suffix of the path. */
gboolean ent_markdown_is (const char *path);

/* Replaces Markdown (UTF-8) from the byte `start` on by its text: headings, paragraphs, list items and cells of tables
 * are separated by blank lines; code, images and the addresses of links are left out. What stands before `start` stays as it
 * is. Returns the first heading, which the caller frees, or NULL. */
char *ent_markdown_read (EntText *text, gsize start);

#endif

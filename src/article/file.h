/* file.h - private to article/: files as they lie on disk, large ones in pieces. */
#ifndef ENT_ARTICLE_FILE_H
#define ENT_ARTICLE_FILE_H

#include "entente.h"

/* As ent_file_open, with another limit than ENT_LARGE_FILE. */
EntFile *ent_file_open_as (const char *path, gsize large, GError **error);

#endif

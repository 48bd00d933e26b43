/* chars.h - offsets of evidence in characters (Unicode code points) instead of bytes of the file. */
#ifndef ENT_CLI_CHARS_H
#define ENT_CLI_CHARS_H

#include "entente.h"

typedef struct CmdChars CmdChars;
CmdChars *cmd_chars_new (void);
void cmd_chars_free (CmdChars *chars);

/* From here on rows are of this article. Pieces of one come in their order. */
void cmd_chars_enter (CmdChars *chars, const EntArticle *article);

/* The row with its offsets in characters, valid until the next call; one that has them already is left alone. Of an
 * article that was not entered the file is read again: NULL, with an error, if it is not there any more, or changed. */
const EntEvidenceRow *cmd_chars_convert (CmdChars *chars, const EntEvidenceRow *row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CmdChars, cmd_chars_free)

#endif

/* row.h - private to evidence/: what a line of an evidence file says, before it is known to be a row. */
#ifndef ENT_EVIDENCE_ROW_H
#define ENT_EVIDENCE_ROW_H

#include "entente.h"

/* The keys of all kinds of rows. Those of a row of the first edition are among them. */
typedef enum {
    ENT_KEY_KIND,
    ENT_KEY_ARTICLE,
    ENT_KEY_PATH,
    ENT_KEY_SHA256,
    ENT_KEY_TITLE,
    ENT_KEY_DATE,
    ENT_KEY_URL,
    ENT_KEY_OFFSETS,
    ENT_KEY_BYTES,
    ENT_KEY_WORDS,
    ENT_KEY_RELATION,
    ENT_KEY_SOURCE,
    ENT_KEY_TARGET,
    ENT_KEY_DIRECTED,
    ENT_KEY_STATUS,
    ENT_KEY_VIA,
    ENT_KEY_SENTENCE,
    ENT_KEY_TEXT,
    ENT_KEY_START,
    ENT_KEY_END,
    ENT_KEY_LINE,
    ENT_KEY_SOURCE_SPAN,
    ENT_KEY_TARGET_SPAN,
    ENT_KEY_SOURCE_HOW,
    ENT_KEY_TARGET_HOW,
    ENT_KEY_SOURCE_ANTECEDENT,
    ENT_KEY_TARGET_ANTECEDENT,
    ENT_KEY_CUE_SPAN,
    ENT_KEY_RULE,
    ENT_KEY_ENTITIES,
    ENT_N_KEYS
} EntKey;

typedef enum { ENT_LINE_ARTICLE, ENT_LINE_SENTENCE, ENT_LINE_RELATION, ENT_LINE_FIRST_EDITION } EntLineIs;

/* A line that was read. `citation` belongs to all lines but those of a sentence, of which only the number is known. Texts
 * borrow of the line. */
typedef struct {
    EntLineIs is;
    EntCitation citation;
    EntCoMention sentence; /* of ENT_LINE_SENTENCE; its entities are in `named` */
    EntEvidence relation;  /* of the last two */
    GArray *named;         /* of EntNamed, which the caller makes, and frees */
} EntEvidenceLine;

/* Reads a line, which it overwrites: see EntScan for what must stand behind it. FALSE with what is wrong, behind
 * "path:line: ", in `problem`. */
gboolean ent_evidence_line_read (EntEvidenceLine *line, char *text, gsize length, char **problem);

#endif

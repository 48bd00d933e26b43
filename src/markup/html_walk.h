/* html_walk.h - private to markup/: one way through a page: the text outside of the boxes, where it stood, and what was in the boxes. */
#ifndef ENT_MARKUP_HTML_WALK_H
#define ENT_MARKUP_HTML_WALK_H

#include <libxml/HTMLparser.h>

#include "html_meta.h"
#include "json_ld.h"
#include "page_part.h"
#include "taking.h"

#define ENT_WALK_MAX_DEPTH 2000 /* libxml2 looks through all open elements at every end tag */

/* An element that is left out for what it is called, with what is in it. */
typedef struct {
    guint element; /* its number */
    EntPagePart part;
    gsize prose;
    gboolean heads; /* has the headline, or the main text by name */
} EntBox;

typedef struct {
    htmlParserCtxtPtr parser;
    EntTaking taking;
    guint depth;   /* open elements */
    guint skipped; /* open elements inside of one that is left out, itself included */
    guint preformatted, links, headings, articles, silent; /* open elements of these kinds */
    guint element;                                         /* how many there were */
    const GArray *spared;       /* of guint: elements that are no boxes after all */
    GArray *boxes;              /* of EntBox */
    EntBox *box;                /* the one that is open */
    gsize prose, article_prose; /* bytes that were kept, outside of links and headings */
    gsize heading;              /* start of the <h1> in the text */
    GString *title, *script;    /* not NULL inside of such an element */
    char *time;                 /* the datetime= of an open <time> */
    EntDateKind time_kind;
    gsize time_end; /* of the <time> before it, in the text */
    EntHtmlMeta meta;
    EntJsonLd data;
} EntWalk;

/* Walks through a page (UTF-8). `spared`, of guint, are numbers of elements that are no boxes, whatever they are called.
 * `preformatted`: white space is kept as it is. A page of more depth than ENT_WALK_MAX_DEPTH is left in the middle. */
void ent_walk_run (EntWalk *walk, const EntText *page, const GArray *spared, gboolean preformatted);
void ent_walk_clear (EntWalk *walk);

#endif

/* html_walk.c - handlers of libxml2's SAX parser: they collect the text and the parts of a page. */
#include "html_walk.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK (1 << 30) /* libxml2 counts in int */
#define LABEL_BYTES 60u /* of the text up to the end of a <time>, which may say what it is */

typedef enum { INLINE, BLOCK, SKIPPED } Layout;

/* In alphabetical order. What is not listed is inline. */
static const struct {
    const char *name;
    Layout layout;
} elements[] = {
    { "address", BLOCK },    { "article", BLOCK },    { "aside", SKIPPED },    { "audio", SKIPPED },
    { "blockquote", BLOCK }, { "body", BLOCK },       { "button", SKIPPED },   { "canvas", SKIPPED },
    { "caption", BLOCK },    { "center", BLOCK },     { "dd", BLOCK },         { "details", BLOCK },
    { "dialog", SKIPPED },   { "div", BLOCK },        { "dl", BLOCK },         { "dt", BLOCK },
    { "fieldset", SKIPPED }, { "figcaption", BLOCK }, { "figure", BLOCK },     { "footer", SKIPPED },
    { "form", BLOCK },       { "h1", BLOCK },         { "h2", BLOCK },         { "h3", BLOCK },
    { "h4", BLOCK },         { "h5", BLOCK },         { "h6", BLOCK },         { "header", BLOCK },
    { "hr", BLOCK },         { "iframe", SKIPPED },   { "label", SKIPPED },    { "li", BLOCK },
    { "main", BLOCK },       { "nav", SKIPPED },      { "noscript", BLOCK },   { "object", SKIPPED },
    { "ol", BLOCK },         { "option", SKIPPED },   { "p", BLOCK },          { "pre", BLOCK },
    { "script", SKIPPED },   { "section", BLOCK },    { "select", SKIPPED },   { "style", SKIPPED },
    { "summary", BLOCK },    { "svg", SKIPPED },      { "table", BLOCK },      { "tbody", BLOCK },
    { "td", BLOCK },         { "template", SKIPPED }, { "textarea", SKIPPED }, { "th", BLOCK },
    { "title", SKIPPED },    { "tr", BLOCK },         { "ul", BLOCK },         { "video", SKIPPED },
};

static int
compare_name (const void *name, const void *element)
{
    return strcmp (name, *(const char *const *)element);
}

static Layout
layout_of (const char *name)
{
    const char *found = bsearch (name, elements, G_N_ELEMENTS (elements), sizeof elements[0], compare_name);
    return found != NULL ? ((const typeof (elements[0]) *)found)->layout : INLINE;
}

static gboolean
is_heading (const char *name)
{
    return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0';
}

/* ---- text ---- */

static gsize
count_prose (const EntWalk *walk, const char *text, gsize length)
{
    gsize n = 0;
    for (gsize i = 0; i < length && walk->links == 0 && walk->headings == 0 && walk->silent == 0; i++)
        n += !g_ascii_isspace (text[i]);
    return n;
}

static void
on_text (void *closure, const xmlChar *chars, int n)
{
    EntWalk *walk = closure;
    const char *text = (const char *)chars;
    gsize length = (gsize)n;
    if (walk->title != NULL)
        g_string_append_len (walk->title, text, n);
    if (walk->script != NULL)
        g_string_append_len (walk->script, text, n);
    if (walk->box != NULL)
        walk->box->prose += count_prose (walk, text, length);
    if (walk->skipped > 0 || length == 0)
        return;
    gsize prose = count_prose (walk, text, length);
    walk->prose += prose;
    walk->article_prose += walk->articles > 0 ? prose : 0;
    ent_taking_find (&walk->taking, (gsize)MAX (0, xmlByteConsumed (walk->parser)), text, length,
                     walk->preformatted == 0);
}

/* ---- elements ---- */

/* Counts the open elements that matter to what is in them. */
static void
count_open (EntWalk *walk, const char *name, gboolean start)
{
    guint *count = strcmp (name, "pre") == 0       ? &walk->preformatted
                   : strcmp (name, "a") == 0       ? &walk->links
                   : strcmp (name, "article") == 0 ? &walk->articles
                   : is_heading (name)             ? &walk->headings
                   : layout_of (name) == SKIPPED   ? &walk->silent
                                                   : NULL;
    if (count != NULL && start)
        ++*count;
    else if (count != NULL && *count > 0)
        --*count;
}

static void
start_special (EntWalk *walk, const char *name, const char *const *attributes)
{
    const char *type = ent_attribute (attributes, "type");
    if (strcmp (name, "title") == 0 && walk->meta.title == NULL && walk->title == NULL)
        walk->title = g_string_new (NULL);
    else if (strcmp (name, "script") == 0 && walk->script == NULL && type != NULL &&
             g_ascii_strncasecmp (type, "application/ld+json", 19) == 0)
        walk->script = g_string_new (NULL);
    else if (strcmp (name, "time") == 0 && walk->skipped == 0 && walk->time == NULL) {
        walk->time = g_strdup (ent_attribute (attributes, "datetime"));
        walk->time_kind = ent_html_meta_kind (attributes);
    }
}

/* What a <time> is of stands before it or in it, if its attributes do not say: "Updated: …". */
static void
end_time (EntWalk *walk)
{
    const GString *text = walk->taking.text;
    gsize label = MIN (text->len - walk->time_end, LABEL_BYTES);
    if (walk->time_kind == ENT_DATE_PLAIN)
        walk->time_kind = ent_dateline_kind (text->str + text->len - label, label);
    ent_html_meta_time (&walk->meta, walk->time_kind, walk->time);
    g_clear_pointer (&walk->time, g_free);
    walk->time_end = text->len;
}

static void
end_special (EntWalk *walk, const char *name)
{
    if (strcmp (name, "title") == 0 && walk->title != NULL)
        walk->meta.title = g_string_free (g_steal_pointer (&walk->title), FALSE);
    else if (strcmp (name, "script") == 0 && walk->script != NULL) {
        ent_json_ld_read (&walk->data, walk->taking.source, walk->taking.length, walk->script);
        g_string_free (g_steal_pointer (&walk->script), TRUE);
    } else if (strcmp (name, "time") == 0 && walk->time != NULL)
        end_time (walk);
}

static gboolean
is_spared (const EntWalk *walk, guint element)
{
    for (guint i = 0; i < walk->spared->len; i++)
        if (g_array_index (walk->spared, guint, i) == element)
            return TRUE;
    return FALSE;
}

/* Opens a box if the element is one. */
static void
open_box (EntWalk *walk, const char *name, const char *const *attributes)
{
    EntPagePart part = ent_page_part (name, attributes);
    if (part == ENT_PART_ARTICLE || is_spared (walk, walk->element))
        return;
    EntBox box = { .element = walk->element, .part = part };
    g_array_append_val (walk->boxes, box);
    walk->box = &g_array_index (walk->boxes, EntBox, walk->boxes->len - 1);
}

/* Notes what is inside of an open box. */
static void
look_into_box (EntBox *box, const char *name, const char *const *attributes)
{
    const char *property = ent_attribute (attributes, "itemprop");
    if (strcmp (name, "main") == 0 ||
        (property != NULL && g_ascii_strcasecmp (property, "articleBody") == 0) ||
        (strcmp (name, "h1") == 0 && box->part == ENT_PART_BOX))
        box->heads = TRUE;
}

static void
on_start (void *closure, const xmlChar *element, const xmlChar **list)
{
    EntWalk *walk = closure;
    const char *name = (const char *)element;
    const char *const *attributes = (const char *const *)list;
    Layout layout = layout_of (name);
    if (++walk->depth > ENT_WALK_MAX_DEPTH)
        xmlStopParser (walk->parser);
    walk->element++;
    if (walk->skipped == 0)
        ent_html_meta_element (&walk->meta, name, attributes);
    start_special (walk, name, attributes);
    count_open (walk, name, TRUE);
    if (walk->skipped == 0 && layout != SKIPPED)
        open_box (walk, name, attributes);
    if (walk->box != NULL)
        look_into_box (walk->box, name, attributes);
    if (walk->skipped > 0 || walk->box != NULL || layout == SKIPPED)
        walk->skipped++;
    if (walk->skipped > 1)
        return;
    if (layout == BLOCK)
        ent_taking_newlines (&walk->taking, 2);
    else if (strcmp (name, "br") == 0)
        ent_taking_newlines (&walk->taking, ent_taking_at_line_start (&walk->taking) ? 2 : 1);
    if (strcmp (name, "h1") == 0)
        walk->heading = walk->taking.text->len;
}

static void
on_end (void *closure, const xmlChar *element)
{
    EntWalk *walk = closure;
    const char *name = (const char *)element;
    walk->depth -= walk->depth > 0 && walk->depth <= ENT_WALK_MAX_DEPTH;
    end_special (walk, name);
    count_open (walk, name, FALSE);
    if (walk->skipped > 0) {
        if (--walk->skipped == 0)
            walk->box = NULL;
        return;
    }
    const GString *text = walk->taking.text;
    if (strcmp (name, "h1") == 0 && walk->meta.heading == NULL && text->len > walk->heading)
        walk->meta.heading = g_strdup (text->str + walk->heading);
    if (layout_of (name) == BLOCK)
        ent_taking_newlines (&walk->taking, 2);
}

/* ---- the page ---- */

static void
parse (EntWalk *walk)
{
    htmlSAXHandler sax = { .startElement = on_start,
                           .endElement = on_end,
                           .characters = on_text,
                           .cdataBlock = on_text,
                           .ignorableWhitespace = on_text };
    static gsize ready;
    if (g_once_init_enter (&ready)) {
        xmlInitParser (); /* not safe in several threads at once */
        g_once_init_leave (&ready, 1);
    }
    walk->parser = htmlCreatePushParserCtxt (&sax, walk, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    g_assert (walk->parser != NULL); /* out of memory */
    /* What the page says of its encoding was true of the file, not of this text. */
    htmlCtxtUseOptions (walk->parser,
                        HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    walk->parser->options |= XML_PARSE_HUGE;
    for (gsize at = 0; at < walk->taking.length; at += CHUNK)
        htmlParseChunk (walk->parser, walk->taking.source + at, (int)MIN (CHUNK, walk->taking.length - at),
                        0);
    htmlParseChunk (walk->parser, NULL, 0, 1);
    if (walk->parser->myDoc != NULL)
        xmlFreeDoc (walk->parser->myDoc);
    htmlFreeParserCtxt (walk->parser);
    end_special (walk, "title");
    end_special (walk, "script");
    end_special (walk, "time");
}

void
ent_walk_run (EntWalk *walk, const EntText *page, const GArray *spared, gboolean preformatted)
{
    *walk = (EntWalk){ .spared = spared,
                       .boxes = g_array_new (FALSE, FALSE, sizeof (EntBox)),
                       .preformatted = preformatted };
    ent_taking_init (&walk->taking, page->text, page->length);
    parse (walk);
}

void
ent_walk_clear (EntWalk *walk)
{
    g_array_unref (walk->boxes);
    ent_taking_clear (&walk->taking);
    ent_html_meta_free (&walk->meta);
    ent_json_ld_clear (&walk->data);
}

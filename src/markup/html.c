/* html.c - walks a page with libxml2's SAX parser and keeps, for every byte of text, where in the page
 * it stood. */
#include "html.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

#include "html_meta.h"

#define CHUNK (1 << 30)       /* libxml2 counts in int */
#define FULL_BUFFER 900       /* bytes; the parser hands text over in pieces of a little more */
#define MAX_DEPTH 2000        /* libxml2 looks through all open elements at every end tag */
#define LEAST_PARAGRAPHS 200u /* bytes; a page with less has lost its article by a class name */

typedef enum { INLINE, BLOCK, SKIPPED } Layout;

/* In alphabetical order. What is not listed is inline. */
static const struct {
    const char *name;
    Layout layout;
} elements[] = {
    { "address", BLOCK },    { "article", BLOCK },    { "aside", SKIPPED },  { "blockquote", BLOCK },
    { "body", BLOCK },       { "button", SKIPPED },   { "caption", BLOCK },  { "center", BLOCK },
    { "dd", BLOCK },         { "div", BLOCK },        { "dl", BLOCK },       { "dt", BLOCK },
    { "fieldset", SKIPPED }, { "figcaption", BLOCK }, { "figure", BLOCK },   { "footer", SKIPPED },
    { "h1", BLOCK },         { "h2", BLOCK },         { "h3", BLOCK },       { "h4", BLOCK },
    { "h5", BLOCK },         { "h6", BLOCK },         { "header", BLOCK },   { "hr", BLOCK },
    { "iframe", SKIPPED },   { "label", SKIPPED },    { "li", BLOCK },       { "main", BLOCK },
    { "nav", SKIPPED },      { "noscript", SKIPPED }, { "object", SKIPPED }, { "ol", BLOCK },
    { "option", SKIPPED },   { "p", BLOCK },          { "pre", BLOCK },      { "script", SKIPPED },
    { "section", BLOCK },    { "select", SKIPPED },   { "style", SKIPPED },  { "svg", SKIPPED },
    { "table", BLOCK },      { "tbody", BLOCK },      { "td", BLOCK },       { "template", SKIPPED },
    { "textarea", SKIPPED }, { "th", BLOCK },         { "title", SKIPPED },  { "tr", BLOCK },
    { "ul", BLOCK },
};

/* Words of a class=, id= or role= that say: not the article. */
static const char *const foreign_words[] = {
    "breadcrumb",  "breadcrumbs", "comment", "comments", "contentinfo", "cookie",     "cookies",
    "disqus",      "menu",        "nav",     "navbar",   "navigation",  "newsletter", "promo",
    "recommended", "related",     "share",   "sharing",  "sidebar",     "social",
};

/* Words beside them that take the sense away: class="has-sidebar" is a page, not a sidebar. */
static const char *const harmless_words[] = { "content", "disabled", "enabled", "has",
                                              "no",      "open",     "with",    "without" };

typedef struct {
    htmlParserCtxtPtr parser;
    const char *page;
    gsize length;
    GString *text;
    EntOffsetMap *map;
    gsize taken;        /* end of what was taken from the page */
    guint depth;        /* open elements */
    guint skipped;      /* open elements inside of one that is left out, itself included */
    guint preformatted; /* open <pre> */
    guint paragraphs;   /* open <p> */
    gboolean by_class;  /* is that one left out for its class? */
    gboolean heed_class;
    gsize kept, dropped;     /* bytes of text in paragraphs, left out for their class */
    gsize heading;           /* start of the <h1> in the text */
    GString *title, *script; /* not NULL inside of such an element */
    EntHtmlMeta meta;
} Walk;

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
is_listed (const char *word, gsize length, const char *const *list, guint n)
{
    for (guint i = 0; i < n; i++)
        if (strlen (list[i]) == length && g_ascii_strncasecmp (word, list[i], length) == 0)
            return TRUE;
    return FALSE;
}

/* Looks at the words of every name in class="post-sidebar relatedPosts". */
static gboolean
is_foreign (const char *value)
{
    gboolean foreign = FALSE, harmless = FALSE;
    for (const char *p = value; p != NULL && *p != '\0';) {
        if (!g_ascii_isalpha (*p)) {
            if (g_ascii_isspace (*p)) {
                if (foreign && !harmless)
                    return TRUE;
                foreign = harmless = FALSE;
            }
            p++;
            continue;
        }
        gsize length = 1;
        while (g_ascii_isalpha (p[length]) &&
               !(g_ascii_islower (p[length - 1]) && g_ascii_isupper (p[length])))
            length++;
        foreign = foreign || is_listed (p, length, foreign_words, G_N_ELEMENTS (foreign_words));
        harmless = harmless || is_listed (p, length, harmless_words, G_N_ELEMENTS (harmless_words));
        p += length;
    }
    return foreign && !harmless;
}

static gboolean
is_left_out_by_class (const Walk *walk, const char *name, const char *const *attributes)
{
    static const char *const wholes[] = { "article", "body", "h1", "html", "main" };
    return walk->heed_class && !is_listed (name, strlen (name), wholes, G_N_ELEMENTS (wholes)) &&
           (is_foreign (ent_html_attribute (attributes, "class")) ||
            is_foreign (ent_html_attribute (attributes, "id")) ||
            is_foreign (ent_html_attribute (attributes, "role")));
}

/* Lets the text end with this many newlines, if it does not yet. They stand for nothing in the page. */
static void
put_newlines (Walk *walk, guint n)
{
    guint there = 0;
    while (there < n && there < walk->text->len && walk->text->str[walk->text->len - 1 - there] == '\n')
        there++;
    if (walk->text->len == 0 || there == n)
        return;
    g_string_append_len (walk->text, "\n\n", (gssize)(n - there));
    ent_offset_map_replace (walk->map, (EntSpan){ walk->taken, walk->taken }, n - there);
}

static gboolean
at_line_start (const Walk *walk)
{
    return walk->text->len == 0 || walk->text->str[walk->text->len - 1] == '\n';
}

/* Text that stands in the page as it is. */
static void
take_kept (Walk *walk, gsize at, gsize length)
{
    if (walk->preformatted == 0 && at_line_start (walk))
        for (; length > 0 && g_ascii_isspace (walk->page[at]); length--)
            at++;
    gsize before = walk->text->len;
    g_string_append_len (walk->text, walk->page + at, (gssize)length);
    ent_offset_map_keep (walk->map, at, length);
    walk->taken = at + length;
    for (gsize i = before; walk->preformatted == 0 && i < walk->text->len; i++)
        if (g_ascii_isspace (walk->text->str[i]))
            walk->text->str[i] = ' ';
}

static void
take_replaced (Walk *walk, EntSpan source, const char *text, gsize length)
{
    g_string_append_len (walk->text, text, (gssize)length);
    ent_offset_map_replace (walk->map, source, length);
    walk->taken = source.end;
}

static gboolean
is_name_byte (guchar byte)
{
    return byte >= 0x80 || g_ascii_isalnum (byte) || strchr ("#.-_:", byte) != NULL;
}

/* Where the character reference starts that ends at `end`; `end` itself if there is none. */
static gsize
reference_start (const Walk *walk, gsize end)
{
    gsize at = end;
    if (at > walk->taken && walk->page[at - 1] == ';')
        at--;
    while (at > walk->taken && is_name_byte ((guchar)walk->page[at - 1]))
        at--;
    return at > walk->taken && walk->page[at - 1] == '&' ? at - 1 : end;
}

static gboolean
stands_at (const Walk *walk, gsize at, const char *text, gsize length)
{
    return at >= walk->taken && at + length <= walk->length && memcmp (walk->page + at, text, length) == 0;
}

/* The parser drops what HTML does not allow, such as control characters: finds the bytes of the text one
 * by one among those of the page, from `end` backwards. */
static void
take_scattered (Walk *walk, gsize end, const char *text, gsize length)
{
    g_autofree gsize *places = g_new (gsize, length);
    for (gsize i = length; i > 0; i--) {
        while (end > walk->taken && walk->page[end - 1] != text[i - 1])
            end--;
        end -= end > walk->taken;
        places[i - 1] = end;
    }
    for (gsize i = 0; i < length; i++)
        if (stands_at (walk, places[i], text + i, 1))
            take_kept (walk, places[i], 1);
        else
            take_replaced (walk, (EntSpan){ walk->taken, walk->taken }, text + i, 1);
}

/* Finds where the text that the parser hands over stands in the page. The parser is then at its end, or,
 * when it has filled a buffer or is at the end of the page, before its last character. */
static void
take_text (Walk *walk, const char *text, gsize length)
{
    gsize at = (gsize)MAX (0, xmlByteConsumed (walk->parser));
    gsize last = length - (gsize)(g_utf8_prev_char (text + length) - text);
    if (at >= length && stands_at (walk, at - length, text, length)) {
        take_kept (walk, at - length, length);
        return;
    }
    gsize start = reference_start (walk, at);
    if (start < at && length <= 8) {
        /* "&x;" that is no reference comes as "&", then "x". */
        gboolean bare = text[0] == '&' && walk->page[start + 1] != '#' &&
                        g_ascii_strncasecmp (walk->page + start, "&amp", 4) != 0;
        take_replaced (walk, (EntSpan){ start, bare ? start + 1 : at }, text, length);
    } else if ((length >= FULL_BUFFER || at + last == walk->length) && at + last >= length &&
               stands_at (walk, at + last - length, text, length))
        take_kept (walk, at + last - length, length);
    else
        take_scattered (walk, MIN (at + last, walk->length), text, length);
}

static void
on_text (void *closure, const xmlChar *chars, int n)
{
    Walk *walk = closure;
    const char *text = (const char *)chars;
    gsize length = (gsize)n;
    if (walk->title != NULL)
        g_string_append_len (walk->title, text, n);
    if (walk->script != NULL)
        g_string_append_len (walk->script, text, n);
    if (walk->skipped > 0 && walk->by_class && walk->paragraphs > 0)
        walk->dropped += length;
    if (walk->skipped > 0 || length == 0)
        return;
    if (walk->paragraphs > 0)
        walk->kept += length;
    take_text (walk, text, length);
}

/* The elements that matter beyond their layout. */
static void
start_special (Walk *walk, const char *name, const char *const *attributes)
{
    if (strcmp (name, "title") == 0 && walk->meta.title == NULL && walk->title == NULL)
        walk->title = g_string_new (NULL);
    else if (strcmp (name, "script") == 0) {
        const char *type = ent_html_attribute (attributes, "type");
        if (type != NULL && g_ascii_strcasecmp (type, "application/ld+json") == 0 && walk->script == NULL)
            walk->script = g_string_new (NULL);
    } else if (strcmp (name, "p") == 0)
        walk->paragraphs++;
    else if (strcmp (name, "pre") == 0)
        walk->preformatted++;
}

static void
end_special (Walk *walk, const char *name)
{
    if (strcmp (name, "title") == 0 && walk->title != NULL)
        walk->meta.title = g_string_free (g_steal_pointer (&walk->title), FALSE);
    else if (strcmp (name, "script") == 0 && walk->script != NULL) {
        ent_html_meta_script (&walk->meta, walk->script->str, walk->script->len);
        g_string_free (g_steal_pointer (&walk->script), TRUE);
    } else if (strcmp (name, "p") == 0 && walk->paragraphs > 0)
        walk->paragraphs--;
    else if (strcmp (name, "pre") == 0 && walk->preformatted > 0)
        walk->preformatted--;
}

static void
on_start (void *closure, const xmlChar *element, const xmlChar **list)
{
    Walk *walk = closure;
    const char *name = (const char *)element;
    const char *const *attributes = (const char *const *)list;
    Layout layout = layout_of (name);
    if (++walk->depth > MAX_DEPTH)
        xmlStopParser (walk->parser);
    ent_html_meta_element (&walk->meta, name, attributes);
    start_special (walk, name, attributes);
    if (walk->skipped > 0) {
        walk->skipped++;
        return;
    }
    walk->by_class = layout != SKIPPED && is_left_out_by_class (walk, name, attributes);
    if (layout == SKIPPED || walk->by_class)
        walk->skipped = 1;
    if (layout == BLOCK)
        put_newlines (walk, 2);
    else if (strcmp (name, "br") == 0)
        put_newlines (walk, at_line_start (walk) ? 2 : 1);
    if (strcmp (name, "h1") == 0)
        walk->heading = walk->text->len;
}

static void
on_end (void *closure, const xmlChar *element)
{
    Walk *walk = closure;
    const char *name = (const char *)element;
    walk->depth -= walk->depth > 0 && walk->depth <= MAX_DEPTH;
    end_special (walk, name);
    if (walk->skipped > 0) {
        walk->skipped--;
        return;
    }
    if (strcmp (name, "h1") == 0 && walk->meta.heading == NULL && walk->text->len > walk->heading)
        walk->meta.heading = g_strdup (walk->text->str + walk->heading);
    if (layout_of (name) == BLOCK)
        put_newlines (walk, 2);
}

static void
parse (Walk *walk)
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
    walk->text = g_string_sized_new (walk->length / 2);
    walk->map = ent_offset_map_new ();
    walk->parser = htmlCreatePushParserCtxt (&sax, walk, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    g_assert (walk->parser != NULL); /* out of memory */
    /* What the page says of its encoding was true of the file, not of this text. */
    htmlCtxtUseOptions (walk->parser,
                        HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    walk->parser->options |= XML_PARSE_HUGE;
    for (gsize at = 0; at < walk->length; at += CHUNK)
        htmlParseChunk (walk->parser, walk->page + at, (int)MIN (CHUNK, walk->length - at), 0);
    htmlParseChunk (walk->parser, NULL, 0, 1);
    if (walk->parser->myDoc != NULL)
        xmlFreeDoc (walk->parser->myDoc);
    htmlFreeParserCtxt (walk->parser);
    if (walk->title != NULL)
        end_special (walk, "title");
    if (walk->script != NULL)
        end_special (walk, "script");
}

gboolean
ent_html_is (const char *path, const char *text, gsize length)
{
    g_autofree char *name = g_ascii_strdown (path, -1);
    if (g_str_has_suffix (name, ".html") || g_str_has_suffix (name, ".htm") ||
        g_str_has_suffix (name, ".xhtml"))
        return TRUE;
    g_autofree char *start = g_strndup (text, MIN (length, 1000));
    g_autofree char *lowered = g_ascii_strdown (start, -1);
    const char *p = lowered + strspn (lowered, " \t\r\n");
    if (g_str_has_prefix (p, "<?xml") && (p = strchr (p, '>')) != NULL)
        p += 1 + strspn (p + 1, " \t\r\n");
    return p != NULL && (g_str_has_prefix (p, "<!doctype html") || g_str_has_prefix (p, "<html"));
}

static void
walk_clear (Walk *walk)
{
    g_string_free (walk->text, TRUE);
    ent_offset_map_free (walk->map);
    ent_html_meta_free (&walk->meta);
}

gboolean
ent_html_read (EntText *text, const char *path, EntPage *page, GError **error)
{
    Walk walk = { .page = text->text, .length = text->length, .heed_class = TRUE };
    parse (&walk);
    if (walk.depth <= MAX_DEPTH && walk.kept < LEAST_PARAGRAPHS && walk.dropped > walk.kept) {
        walk_clear (&walk);
        walk = (Walk){ .page = text->text, .length = text->length };
        parse (&walk);
    }
    if (walk.depth > MAX_DEPTH) {
        walk_clear (&walk);
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s: more than %d HTML elements inside one another",
                     path, MAX_DEPTH);
        return FALSE;
    }
    *page = ent_html_meta_finish (&walk.meta);
    ent_text_replace (text, walk.text, walk.map);
    return TRUE;
}

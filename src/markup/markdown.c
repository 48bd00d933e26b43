/* markdown.c - handlers of md4c: the texts that it passes are parts of the source, which gives their
 * places. HTML in the text goes through the parser of pages. */
#include "markdown.h"

#include <md4c.h>
#include <string.h>

#include "html_walk.h"
#include "taking.h"

typedef struct {
    EntTaking taking;
    guint left_out; /* open code and images */
    EntSpan html;   /* of the open block of HTML */
    gboolean in_html;
    gsize heading; /* where the open heading starts in the text */
    char *title;
} Walk;

static gsize
offset_of (const Walk *walk, const char *text)
{
    return (gsize)(text - walk->taking.source);
}

/* ---- text ---- */

static gunichar
numeric_entity (const char *digits)
{
    gboolean hexadecimal = *digits == 'x' || *digits == 'X';
    guint64 c = g_ascii_strtoull (digits + hexadecimal, NULL, hexadecimal ? 16 : 10);
    return c > 0 && c <= 0x10FFFF && g_unichar_validate ((gunichar)c) ? (gunichar)c : 0xFFFD;
}

/* "&eacute;"; one that is unknown stays as it is. */
static void
take_entity (Walk *walk, const char *entity, gsize length)
{
    g_autofree char *name = g_strndup (entity + 1, length - 2);
    const htmlEntityDesc *known = name[0] != '#' ? htmlEntityLookup ((const xmlChar *)name) : NULL;
    gsize at = offset_of (walk, entity);
    if (name[0] != '#' && known == NULL) {
        ent_taking_keep (&walk->taking, at, length, TRUE);
        return;
    }
    char utf8[6];
    int bytes = g_unichar_to_utf8 (known != NULL ? known->value : numeric_entity (name + 1), utf8);
    ent_taking_replace (&walk->taking, (EntSpan){ at, at + length }, utf8, (gsize)bytes);
}

static void
note_html (Walk *walk, gsize at, gsize length)
{
    if (walk->html.end == 0)
        walk->html.start = at;
    walk->html.end = at + length;
}

static int
on_text (MD_TEXTTYPE type, const char *text, MD_SIZE length, void *closure)
{
    Walk *walk = closure;
    EntTaking *taking = &walk->taking;
    if (walk->left_out > 0 || type == MD_TEXT_CODE)
        return 0;
    if (type == MD_TEXT_BR)
        ent_taking_newlines (taking, 1);
    else if (type == MD_TEXT_SOFTBR)
        ent_taking_replace (taking, (EntSpan){ taking->taken, taking->taken }, " ", 1);
    else if (text < taking->source || text >= taking->source + taking->length)
        return 0; /* the end of a line of HTML */
    else if (type == MD_TEXT_HTML && walk->in_html)
        note_html (walk, offset_of (walk, text), length);
    else if (type == MD_TEXT_HTML && g_ascii_strncasecmp (text, "<br", 3) == 0)
        ent_taking_newlines (taking, 1);
    else if (type == MD_TEXT_ENTITY)
        take_entity (walk, text, length);
    else if (type == MD_TEXT_NORMAL)
        ent_taking_keep (taking, offset_of (walk, text), length, TRUE);
    return 0;
}

/* A block of HTML as a page of its own. */
static void
take_html (Walk *walk)
{
    EntSpan span = walk->html;
    walk->html = (EntSpan){ 0, 0 };
    if (span.end == span.start)
        return;
    g_autoptr (GArray) spared = g_array_new (FALSE, FALSE, sizeof (guint));
    EntText page = { (char *)walk->taking.source + span.start, span.end - span.start, FALSE, NULL };
    EntWalk html;
    ent_walk_run (&html, &page, spared, FALSE);
    const GString *text = html.taking.text;
    for (const char *p = text->str, *next; *p != '\0'; p = next) {
        next = g_utf8_next_char (p);
        EntSpan at = ent_offset_map_span (html.taking.map,
                                          (EntSpan){ (gsize)(p - text->str), (gsize)(next - text->str) });
        ent_taking_replace (&walk->taking, (EntSpan){ span.start + at.start, span.start + at.end }, p,
                            (gsize)(next - p));
    }
    ent_walk_clear (&html);
}

/* ---- blocks and spans ---- */

static int
on_block (MD_BLOCKTYPE type, void *detail, void *closure)
{
    (void)detail;
    Walk *walk = closure;
    ent_taking_newlines (&walk->taking, 2);
    walk->left_out += type == MD_BLOCK_CODE;
    walk->in_html = type == MD_BLOCK_HTML;
    if (type == MD_BLOCK_H)
        walk->heading = walk->taking.text->len;
    return 0;
}

static int
on_block_end (MD_BLOCKTYPE type, void *detail, void *closure)
{
    (void)detail;
    Walk *walk = closure;
    walk->left_out -= type == MD_BLOCK_CODE;
    if (type == MD_BLOCK_HTML)
        take_html (walk);
    walk->in_html = FALSE;
    if (type == MD_BLOCK_H && walk->title == NULL && walk->taking.text->len > walk->heading)
        walk->title = g_strstrip (g_strdup (walk->taking.text->str + walk->heading));
    ent_taking_newlines (&walk->taking, 2);
    return 0;
}

static int
on_span (MD_SPANTYPE type, void *detail, void *closure)
{
    (void)detail;
    ((Walk *)closure)->left_out += type == MD_SPAN_IMG || type == MD_SPAN_CODE;
    return 0;
}

static int
on_span_end (MD_SPANTYPE type, void *detail, void *closure)
{
    (void)detail;
    ((Walk *)closure)->left_out -= type == MD_SPAN_IMG || type == MD_SPAN_CODE;
    return 0;
}

gboolean
ent_markdown_is (const char *path)
{
    g_autofree char *name = g_ascii_strdown (path, -1);
    return g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".markdown");
}

char *
ent_markdown_read (EntText *text, gsize start)
{
    const MD_PARSER parser = { .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
                               .enter_block = on_block,
                               .leave_block = on_block_end,
                               .enter_span = on_span,
                               .leave_span = on_span_end,
                               .text = on_text };
    Walk walk = { 0 };
    ent_taking_init (&walk.taking, text->text, text->length);
    if (start > 0)
        ent_taking_keep (&walk.taking, 0, start, FALSE);
    md_parse (text->text + start, (MD_SIZE)(text->length - start), &parser, &walk);
    ent_taking_finish (&walk.taking, text);
    return walk.title;
}

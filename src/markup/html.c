/* html.c - walks through a page until the article is in none of its boxes, and decides where its text is. */
#include "html.h"

#include <string.h>

#include "html_walk.h"
#include "text/line.h"

#define SURELY_MORE 8      /* so many times the prose is no box beside a short article */
#define LEAST_ARTICLE 200u /* bytes of prose; a page with less has lost its article among its boxes */
#define MAX_WALKS 8        /* boxes inside one another that turn out to be the page itself */

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

/* How much of a text is sentences. */
static gsize
count_sentences (const char *text, gsize length)
{
    gsize n = 0;
    for (gsize start = 0; start < length;) {
        EntSpan line = ent_line_next (text, length, &start);
        if (ent_line_is_prose (text, length, line) ||
            (ent_line_ends_sentence (text, line) && ent_line_words (text, line, 3) >= 3))
            n += line.end - line.start;
    }
    return n;
}

/* Does a box hold the article? Where it has the headline, if most of the text is in it; else only if no article is left
 * without it, neither on the page nor in its data. */
static gboolean
holds_article (const EntWalk *walk, const EntBox *box, gboolean says_something)
{
    if (box->prose <= walk->prose)
        return FALSE;
    if (box->heads)
        return TRUE;
    if (ent_json_ld_has_body (&walk->data))
        return FALSE;
    if (!says_something)
        return TRUE;
    return box->part == ENT_PART_BOX && walk->article_prose == 0 && walk->prose < LEAST_ARTICLE &&
           box->prose > SURELY_MORE * walk->prose;
}

/* The box that holds the article, the largest if there are several; NULL if there is none, as there should be. */
static const EntBox *
box_of_article (const EntWalk *walk)
{
    const EntBox *found = NULL;
    gboolean says_something = count_sentences (walk->taking.text->str, walk->taking.text->len) > 0;
    for (guint i = 0; i < walk->boxes->len; i++) {
        const EntBox *box = &g_array_index (walk->boxes, EntBox, i);
        if (holds_article (walk, box, says_something) && (found == NULL || box->prose > found->prose))
            found = box;
    }
    return found;
}

/* Walks again as long as the article is in a box. */
static void
walk_page (EntWalk *walk, const EntText *page)
{
    g_autoptr (GArray) spared = g_array_new (FALSE, FALSE, sizeof (guint));
    const EntBox *box;
    ent_walk_run (walk, page, spared, FALSE);
    for (guint i = 1;
         i < MAX_WALKS && walk->depth <= ENT_WALK_MAX_DEPTH && (box = box_of_article (walk)) != NULL; i++) {
        g_array_append_val (spared, box->element);
        ent_walk_clear (walk);
        ent_walk_run (walk, page, spared, FALSE);
    }
}

/* The body in the data of a page, which may be markup itself. */
static EntText
read_body (const EntText *page, const EntJsonLd *data)
{
    EntText body = ent_json_ld_body (data, page);
    if (strpbrk (body.text, "<&") == NULL)
        return body;
    g_autoptr (GArray) spared = g_array_new (FALSE, FALSE, sizeof (guint));
    gboolean plain = strstr (body.text, "</") == NULL && strstr (body.text, "<br") == NULL;
    EntWalk walk;
    ent_walk_run (&walk, &body, spared, plain);
    ent_taking_finish (&walk.taking, &body);
    ent_walk_clear (&walk);
    return body;
}

/* A page that a script fills shows little of what its data say. */
static void
take_text (EntText *text, EntWalk *walk)
{
    if (ent_json_ld_has_body (&walk->data)) {
        EntText body = read_body (text, &walk->data);
        gsize shown = count_sentences (walk->taking.text->str, walk->taking.text->len);
        if (count_sentences (body.text, body.length) > 2 * shown) {
            ent_text_replace (text, g_string_new_len (body.text, (gssize)body.length), body.map);
            g_free (body.text);
            return;
        }
        g_free (body.text);
        ent_offset_map_free (body.map);
    }
    ent_taking_finish (&walk->taking, text);
}

gboolean
ent_html_read (EntText *text, const char *path, EntPage *page, GError **error)
{
    EntWalk walk;
    walk_page (&walk, text);
    gboolean good = walk.depth <= ENT_WALK_MAX_DEPTH;
    if (good) {
        *page = ent_html_meta_decide (&walk.meta, &walk.data, text);
        take_text (text, &walk);
    } else
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s: more than %d HTML elements inside one another",
                     path, ENT_WALK_MAX_DEPTH);
    ent_walk_clear (&walk);
    return good;
}

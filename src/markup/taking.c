/* taking.c - what parsers of markup share: the text, and where it stood. */
#include "taking.h"

#include <string.h>

#define FULL_BUFFER 900 /* bytes; libxml2 hands text over in pieces of a little more */

void
ent_taking_init (EntTaking *taking, const char *source, gsize length)
{
    *taking = (EntTaking){ source, length, g_string_sized_new (length / 2), ent_offset_map_new (), 0 };
}

void
ent_taking_clear (EntTaking *taking)
{
    if (taking->text != NULL)
        g_string_free (taking->text, TRUE);
    ent_offset_map_free (taking->map);
}

void
ent_taking_finish (EntTaking *taking, EntText *source)
{
    ent_text_replace (source, g_steal_pointer (&taking->text), g_steal_pointer (&taking->map));
}

gboolean
ent_taking_at_line_start (const EntTaking *taking)
{
    return taking->text->len == 0 || taking->text->str[taking->text->len - 1] == '\n';
}

void
ent_taking_newlines (EntTaking *taking, guint n)
{
    const GString *text = taking->text;
    guint there = 0;
    while (there < n && there < text->len && text->str[text->len - 1 - there] == '\n')
        there++;
    if (text->len > 0 && there < n)
        ent_taking_replace (taking, (EntSpan){ taking->taken, taking->taken }, "\n\n", n - there);
}

void
ent_taking_keep (EntTaking *taking, gsize at, gsize length, gboolean fold)
{
    if (fold && ent_taking_at_line_start (taking))
        for (; length > 0 && g_ascii_isspace (taking->source[at]); length--)
            at++;
    gsize before = taking->text->len;
    g_string_append_len (taking->text, taking->source + at, (gssize)length);
    ent_offset_map_keep (taking->map, at, length);
    taking->taken = at + length;
    for (gsize i = before; fold && i < taking->text->len; i++)
        if (g_ascii_isspace (taking->text->str[i]))
            taking->text->str[i] = ' ';
}

void
ent_taking_replace (EntTaking *taking, EntSpan source, const char *text, gsize length)
{
    g_string_append_len (taking->text, text, (gssize)length);
    ent_offset_map_replace (taking->map, source, length);
    taking->taken = source.end;
}

static gboolean
is_name_byte (guchar byte)
{
    return byte >= 0x80 || g_ascii_isalnum (byte) || strchr ("#.-_:", byte) != NULL;
}

/* Where the character reference starts that ends at `end`; `end` itself if there is none. */
static gsize
reference_start (const EntTaking *taking, gsize end)
{
    gsize at = end;
    if (at > taking->taken && taking->source[at - 1] == ';')
        at--;
    while (at > taking->taken && is_name_byte ((guchar)taking->source[at - 1]))
        at--;
    return at > taking->taken && taking->source[at - 1] == '&' ? at - 1 : end;
}

static gboolean
stands_at (const EntTaking *taking, gsize at, const char *text, gsize length)
{
    return at >= taking->taken && at + length <= taking->length &&
           memcmp (taking->source + at, text, length) == 0;
}

/* The parser drops what HTML does not allow, such as control characters: finds the bytes of the text one
 * by one among those of the page, from `end` backwards. */
static void
take_scattered (EntTaking *taking, gsize end, const char *text, gsize length, gboolean fold)
{
    g_autofree gsize *places = g_new (gsize, length);
    for (gsize i = length; i > 0; i--) {
        while (end > taking->taken && taking->source[end - 1] != text[i - 1])
            end--;
        end -= end > taking->taken;
        places[i - 1] = end;
    }
    for (gsize i = 0; i < length; i++)
        if (stands_at (taking, places[i], text + i, 1))
            ent_taking_keep (taking, places[i], 1, fold);
        else
            ent_taking_replace (taking, (EntSpan){ taking->taken, taking->taken }, text + i, 1);
}

/* Finds the place in the page of the text that the parser passes. The parser is then at its end, or,
 * when it has filled a buffer or is at the end of the page, before its last character. */
void
ent_taking_find (EntTaking *taking, gsize at, const char *text, gsize length, gboolean fold)
{
    gsize last = length - (gsize)(g_utf8_prev_char (text + length) - text);
    if (at >= length && stands_at (taking, at - length, text, length)) {
        ent_taking_keep (taking, at - length, length, fold);
        return;
    }
    gsize start = reference_start (taking, at);
    if (start < at && length <= 8) {
        /* "&x;" that is no reference comes as "&", then "x". */
        gboolean bare = text[0] == '&' && taking->source[start + 1] != '#' &&
                        g_ascii_strncasecmp (taking->source + start, "&amp", 4) != 0;
        ent_taking_replace (taking, (EntSpan){ start, bare ? start + 1 : at }, text, length);
    } else if ((length >= FULL_BUFFER || at + last == taking->length) && at + last >= length &&
               stands_at (taking, at + last - length, text, length))
        ent_taking_keep (taking, at + last - length, length, fold);
    else
        take_scattered (taking, MIN (at + last, taking->length), text, length, fold);
}

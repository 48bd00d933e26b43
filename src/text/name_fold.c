/* name_fold.c - whole names folded for look-up, word by word as the matcher folds them. */
#include "name_fold.h"

gsize
ent_ampersand_length (const char *text, gsize at, gsize end)
{
    if (at >= end || text[at] != '&')
        return 0;
    return end - at >= 5 && memcmp (text + at, "&amp;", 5) == 0 ? 5 : 1;
}

gboolean
ent_name_word_next (const char *text, gsize at, gsize end, gboolean inside, EntWordSpan *word)
{
    if (!ent_word_next (text, at, end, word))
        return FALSE;
    const char *sign = inside ? memchr (text + at, '&', word->start - at) : NULL;
    if (sign == NULL)
        return TRUE;
    gsize start = (gsize)(sign - text), length = ent_ampersand_length (text, start, end);
    EntWordSpan next;
    if (!ent_word_next (text, start + length, end, &next))
        return FALSE;
    *word = (EntWordSpan){ start, start + length, start + length };
    return TRUE;
}

/* A word in pieces that ent_fold has room for. */
static void
append_word (GString *folded, const char *text, EntSpan word)
{
    char room[ENT_FOLD_ROOM];
    if (text[word.start] == '&') {
        g_string_append (folded, "and");
        return;
    }
    while (word.start < word.end) {
        EntSpan piece = { word.start, MIN (word.end, word.start + ENT_FOLD_ROOM / 2) };
        while (piece.end < word.end && ((guchar)text[piece.end] & 0xC0) == 0x80)
            piece.end++;
        gsize n = ent_fold (text, piece, FALSE, room);
        g_string_append_len (folded, room, (gssize)n);
        word.start = piece.end;
    }
}

char *
ent_name_fold (const char *name)
{
    gsize length = strlen (name);
    GString *folded = g_string_sized_new (length);
    EntWordSpan word;
    for (gsize at = 0; ent_name_word_next (name, at, length, at > 0, &word); at = word.tail) {
        if (folded->len > 0)
            g_string_append_c (folded, ' ');
        append_word (folded, name, (EntSpan){ word.start, word.end });
    }
    if (folded->len > 0)
        return g_string_free (folded, FALSE);
    g_string_free (folded, TRUE); /* signs alone: no text can hold such a name, but a user can look it up */
    return g_strstrip (g_utf8_make_valid (name, -1));
}

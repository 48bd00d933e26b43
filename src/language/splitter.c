/* splitter.c - prose as sentences. */
#include "sentence.h"

#include <string.h>

static gsize
skip_space (const char *text, gsize at, gsize end)
{
    gsize n;
    while ((n = ent_space_length (text, at, end)) > 0)
        at += n;
    return at;
}

static gsize
skip_blanks (const char *text, gsize at, gsize end)
{
    while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r'))
        at++;
    return at;
}

gsize
ent_closer_length (const char *text, gsize at, gsize end)
{
    if (at >= end)
        return 0;
    if (strchr ("\"')]", text[at]) != NULL && text[at] != '\0')
        return 1;
    if (end - at >= 3 &&
        (memcmp (text + at, "\xE2\x80\x9D", 3) == 0 || memcmp (text + at, "\xE2\x80\x99", 3) == 0))
        return 3; /* ” ’ */
    if (end - at >= 2 && memcmp (text + at, "\xC2\xBB", 2) == 0)
        return 2; /* » */
    return 0;
}

/* What is longer than any sentence (a table, a dump) is cut, between words if it has any: the work on a sentence grows
 * faster than its length. */
static void
add_sentence (const char *text, gsize start, gsize end, GArray *sentences)
{
    start = skip_space (text, start, end);
    for (gsize at = start + ENT_LONG_SENTENCE; at < end; at++)
        if (g_ascii_isspace (text[at]) ||
            (at - start >= 2 * ENT_LONG_SENTENCE && ((guchar)text[at] & 0xC0) != 0x80)) {
            EntSpan span = { start, at };
            g_array_append_val (sentences, span);
            start = skip_space (text, at, end);
            at = start + ENT_LONG_SENTENCE - 1;
        }
    while (end > start && g_ascii_isspace (text[end - 1]))
        end--;
    if (start < end) {
        EntSpan span = { start, end };
        g_array_append_val (sentences, span);
    }
}

gboolean
ent_is_abbreviation (const EntLexicon *lexicon, const char *text, gsize start, gsize dot, gboolean *may_end)
{
    enum { LONGEST = 8 }; /* bytes */
    gsize from = dot;
    while (from > start && dot - from <= LONGEST &&
           (g_ascii_isalpha (text[from - 1]) || text[from - 1] == '.'))
        from--;
    gsize n = dot - from;
    *may_end = FALSE;
    if (n == 0 || n > LONGEST || (from > start && (guchar)text[from - 1] >= 0x80))
        return FALSE;
    char folded[LONGEST + 1];
    for (gsize i = 0; i < n; i++)
        folded[i] = g_ascii_tolower (text[from + i]);
    folded[n] = '\0';
    gboolean initial = g_ascii_isupper (text[from]);
    if (n == 1) /* an initial */
        return initial;
    gboolean initials = n == 3 && text[from + 1] == '.' && initial;
    if (ent_lexicon_is_abbreviation (lexicon, folded, may_end))
        return TRUE;
    *may_end = initials;
    return initials;
}

/* Words that begin a sentence more often than they go on behind "U.S." */
static gboolean
begins_sentence (const EntLexicon *lexicon, const char *text, gsize at, gsize end)
{
    EntWordSpan word;
    if (!ent_word_next (text, at, end, &word))
        return TRUE;
    char folded[ENT_FOLD_ROOM];
    ent_fold (text, (EntSpan){ word.start, word.end }, TRUE, folded);
    guint classes = ent_lexicon_find (lexicon, folded)->classes;
    return (classes & (ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE | ENT_WORD_PRONOUN | ENT_WORD_PREPOSITION |
                       ENT_WORD_BUT | ENT_WORD_SUBORDINATOR | ENT_WORD_AND)) != 0;
}

/* "1." at the beginning is the number of what follows. */
static gboolean
is_item_number (const char *text, gsize start, gsize dot)
{
    gsize digits = dot;
    while (digits > start && dot - digits <= 2 && g_ascii_isdigit (text[digits - 1]))
        digits--;
    gsize space = digits;
    while (space > start && g_ascii_isspace (text[space - 1]))
        space--;
    return space == start && digits < dot && dot - digits <= 2;
}

/* Whether the terminator at `at` ends a sentence; *next is then where the following one may begin. */
static gboolean
ends_sentence (const EntLexicon *lexicon, const char *text, gsize start, gsize at, gsize end, gsize *next)
{
    char mark = text[at];
    gsize after = at + 1;
    while (after < end && strchr (".?!", text[after]) != NULL)
        after++;
    gsize n;
    while ((n = ent_closer_length (text, after, end)) > 0)
        after += n;
    gsize word = skip_space (text, after, end);
    *next = after;
    if (word >= end)
        return TRUE;

    gboolean may_end = FALSE;
    if (mark == '.' && is_item_number (text, start, at))
        return FALSE;
    gboolean abbreviation =
        mark == '.' && after == at + 1 && ent_is_abbreviation (lexicon, text, start, at, &may_end);
    if (word == after) { /* glued to what follows */
        gboolean lower_before =
            at > start && (g_ascii_islower (text[at - 1]) || g_ascii_isdigit (text[at - 1]) ||
                           text[at - 1] == ')' || text[at - 1] == '?');
        gboolean word_after = ent_is_capital (text, word, end) && word + 1 < end &&
                              (g_ascii_islower (text[word + 1]) || text[word + 1] == ' ');
        if (after > at + 1 && !lower_before) /* ."Word */
            lower_before = ent_closer_length (text, at + 1, end) > 0;
        return mark == '.' && !abbreviation && lower_before && word_after;
    }
    /* past an opening mark, to what decides: a capital, a digit, or neither */
    gsize first = word;
    while (first < end && (guchar)text[first] < 0x80 && strchr ("\"'([-", text[first]) != NULL)
        first++;
    guchar byte = first < end ? (guchar)text[first] : 0;
    gboolean starts = byte == 0 || g_ascii_isdigit (byte) || ent_is_capital (text, first, end) ||
                      (byte >= 0x80 &&
                       !g_unichar_islower (g_utf8_get_char_validated (text + first, (gssize)(end - first))));
    if (abbreviation)
        return may_end && ent_is_capital (text, first, end) && begins_sentence (lexicon, text, first, end);
    return starts;
}

static gsize
line_end (const char *text, gsize at, gsize end)
{
    const char *newline = memchr (text + at, '\n', end - at);
    return newline != NULL ? (gsize)(newline - text) : end;
}

static gsize
characters (const char *text, gsize start, gsize end)
{
    gsize n = end - start;
    for (gsize i = start; i < end; i += 8) {
        guint64 bytes = ent_load_bytes (text + i, end - i);
        guint64 inside = bytes & ~(bytes << 1) & ENT_EACH_BYTE (0x80); /* of a character: 10xxxxxx */
        n -= (gsize)__builtin_popcountll (inside);
    }
    return n;
}

static gboolean
is_list_mark (const char *text, gsize at, gsize end)
{
    static const char *const marks[] = { "- ",       "* ", "\xE2\x80\xA2", "\xE2\x80\x93 ", "\xE2\x80\x94 ",
                                         "\xC2\xB7 " };
    for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        if (end - at >= strlen (marks[i]) && memcmp (text + at, marks[i], strlen (marks[i])) == 0)
            return TRUE;
    gsize digits = at;
    while (digits < end && g_ascii_isdigit (text[digits]))
        digits++;
    return digits > at && digits - at <= 2 && digits + 1 < end && strchr (".)", text[digits]) != NULL &&
           text[digits + 1] == ' ';
}

#define NARROW                                                                                               \
    48 /* characters: no paragraph of few lines is wrapped so early, but a headline and its line are as short */

/* The line could be a headline or an item by itself: it does not break off behind a word that leads on. */
static gboolean
is_complete (const EntLexicon *lexicon, const char *text, gsize line, gsize last)
{
    const guint leads_on = ENT_WORD_DETERMINER | ENT_WORD_POSSESSIVE | ENT_WORD_PREPOSITION | ENT_WORD_AND |
                           ENT_WORD_BUT | ENT_WORD_SUBORDINATOR | ENT_WORD_RELATIVE | ENT_WORD_AUXILIARY |
                           ENT_WORD_TITLE | ENT_WORD_TITLE_PART | ENT_WORD_PAST;
    EntWordSpan word = { line, line, line }, next;
    while (ent_word_next (text, word.tail, last, &next))
        word = next;
    char folded[ENT_FOLD_ROOM];
    ent_fold (text, (EntSpan){ word.start, word.end }, TRUE, folded);
    return word.tail == last && (ent_lexicon_find (lexicon, folded)->classes & leads_on) == 0;
}

/* A line end is only the wrapping of a paragraph where the next word would not have fitted into the
 * block's longest line; any other ends the sentence, if the next line looks like a beginning. */
static gboolean
is_hard_break (const EntLexicon *lexicon, const char *text, gsize line, gsize newline, gsize end,
               gsize longest, gboolean few)
{
    gsize next = skip_blanks (text, newline + 1, end);
    if (next >= end)
        return FALSE;
    if (is_list_mark (text, next, end))
        return TRUE;
    gsize last = newline;
    while (last > line && g_ascii_isspace (text[last - 1]))
        last--;
    if (last == line || text[last - 1] == ',' || g_ascii_islower (text[next]))
        return FALSE;
    if (few && longest < NARROW && is_complete (lexicon, text, line, last))
        return TRUE;
    gsize word = next;
    while (word < end && !g_ascii_isspace (text[word]))
        word++;
    return characters (text, line, last) + 1 + characters (text, next, word) <= longest;
}

/* The next byte that may end a sentence: . ? ! or a line end. */
static gsize
next_mark (const char *text, gsize at, gsize end)
{
    for (; at < end; at += 8) {
        guint64 bytes = ent_load_bytes (text + at, end - at);
        if (ent_has_byte (bytes, '.') || ent_has_byte (bytes, '\n') || ent_has_byte (bytes, '?') ||
            ent_has_byte (bytes, '!'))
            break;
    }
    while (at < end && text[at] != '.' && text[at] != '\n' && text[at] != '?' && text[at] != '!')
        at++;
    return MIN (at, end);
}

/* A block: lines without a blank one between them. */
static void
split_block (const EntLexicon *lexicon, const char *text, EntSpan block, GArray *sentences)
{
    gsize longest = 0;
    guint lines = 0;
    gboolean one_line = line_end (text, block.start, block.end) >= block.end;
    if (!one_line)
        for (gsize at = block.start; at < block.end; at = line_end (text, at, block.end) + 1, lines++)
            longest = MAX (longest, characters (text, at, line_end (text, at, block.end)));

    gsize start = block.start, line = block.start;
    for (gsize at = block.start; (at = next_mark (text, at, block.end)) < block.end; at++) {
        char c = text[at];
        if (c == '\n') {
            if (is_hard_break (lexicon, text, line, at, block.end, longest, lines < 4)) {
                add_sentence (text, start, at, sentences);
                start = at + 1;
            }
            line = at + 1;
        } else {
            gsize next;
            if (ends_sentence (lexicon, text, start, at, block.end, &next)) {
                add_sentence (text, start, next, sentences);
                start = next;
            }
            at = MAX (at, next - 1);
        }
    }
    add_sentence (text, start, block.end, sentences);
}

void
ent_sentences (const EntLexicon *lexicon, const char *text, EntSpan part, GArray *sentences)
{
    gsize at = part.start;
    while (at < part.end) {
        gsize end = at;
        while (end < part.end) {
            gsize newline = line_end (text, end, part.end);
            if (newline >= part.end) {
                end = part.end;
                break;
            }
            end = newline + 1;
            gsize next = skip_blanks (text, end, part.end);
            if (next >= part.end || text[next] == '\n')
                break; /* a blank line */
        }
        split_block (lexicon, text, (EntSpan){ at, end }, sentences);
        at = end;
    }
}

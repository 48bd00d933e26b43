#include "sentence.h"

#include <string.h>

/* ---- sentences ---- */

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

/* Bytes of a closing quotation mark or bracket at `at`. */
static gsize
closer_length (const char *text, gsize at, gsize end)
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

/* The word before a full stop at `dot`, with the full stops inside it: "u.s", "gen". */
static gboolean
is_abbreviation (const EntLexicon *lexicon, const char *text, gsize start, gsize dot, gboolean *may_end)
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
    while ((n = closer_length (text, after, end)) > 0)
        after += n;
    gsize word = skip_space (text, after, end);
    *next = after;
    if (word >= end)
        return TRUE;

    gboolean may_end = FALSE;
    if (mark == '.' && is_item_number (text, start, at))
        return FALSE;
    gboolean abbreviation =
        mark == '.' && after == at + 1 && is_abbreviation (lexicon, text, start, at, &may_end);
    if (word == after) { /* glued to what follows */
        gboolean lower_before =
            at > start && (g_ascii_islower (text[at - 1]) || g_ascii_isdigit (text[at - 1]) ||
                           text[at - 1] == ')' || text[at - 1] == '?');
        gboolean word_after = ent_is_capital (text, word, end) && word + 1 < end &&
                              (g_ascii_islower (text[word + 1]) || text[word + 1] == ' ');
        if (after > at + 1 && !lower_before) /* ."Word */
            lower_before = closer_length (text, at + 1, end) > 0;
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

/* A line end is only the wrapping of a paragraph where the next word would not have fitted into the
 * block's longest line; any other ends the sentence, if the next line looks like a beginning. */
static gboolean
is_hard_break (const char *text, gsize line, gsize newline, gsize end, gsize longest)
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
    gboolean one_line = line_end (text, block.start, block.end) >= block.end;
    if (!one_line)
        for (gsize at = block.start; at < block.end; at = line_end (text, at, block.end) + 1)
            longest = MAX (longest, characters (text, at, line_end (text, at, block.end)));

    gsize start = block.start, line = block.start;
    for (gsize at = block.start; (at = next_mark (text, at, block.end)) < block.end; at++) {
        char c = text[at];
        if (c == '\n') {
            if (is_hard_break (text, line, at, block.end, longest)) {
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

/* ---- tokens ---- */

EntSentence *
ent_sentence_new (void)
{
    EntSentence *sentence = g_new0 (EntSentence, 1);
    sentence->store = g_array_new (FALSE, FALSE, sizeof (EntToken));
    sentence->folds = g_string_new (NULL);
    return sentence;
}

void
ent_sentence_free (EntSentence *sentence)
{
    if (sentence == NULL)
        return;
    g_array_unref (sentence->store);
    g_string_free (sentence->folds, TRUE);
    g_free (sentence);
}

static EntTokenKind
mark_kind (gunichar c, gboolean spaced)
{
    switch (c) {
    case ',':
        return ENT_TOKEN_COMMA;
    case '.':
    case ';':
    case ':':
    case '?':
    case '!':
    case 0x2026: /* … */
        return ENT_TOKEN_STOP;
    case '(':
    case '[':
        return ENT_TOKEN_OPEN;
    case ')':
    case ']':
        return ENT_TOKEN_CLOSE;
    case '-':
        return spaced ? ENT_TOKEN_DASH : ENT_TOKEN_OTHER;
    case 0x2013:
    case 0x2014:
    case 0x2015:
        return ENT_TOKEN_DASH;
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case '\'':
    case 0x2018:
    case 0x2019:
        return ENT_TOKEN_QUOTE;
    default:
        return ENT_TOKEN_OTHER;
    }
}

/* The marks between two words. A full stop that abbreviates or parts initials is none. */
static gboolean
add_marks (EntSentence *sentence, const EntWord *none, const EntLexicon *lexicon, const char *text,
           gsize from, gsize to)
{
    if (to == from + 1 &&
        (text[from] == ' ' || (from > sentence->span.start && (text[from] == ',' || text[from] == '.') &&
                               g_ascii_isdigit (text[from - 1]) && g_ascii_isdigit (text[to]))))
        return FALSE; /* what parts most lexicon; 8,000 and 1.5 */
    gboolean joined = to > from && sentence->n_tokens > 0;
    for (gsize at = from; at < to;) {
        gsize space = ent_space_length (text, at, to);
        if (space > 0) {
            at += space;
            joined = FALSE;
            continue;
        }
        gunichar c = g_utf8_get_char_validated (text + at, (gssize)(to - at));
        gsize length = c >= (gunichar)-2 ? 1 : (gsize)(g_utf8_next_char (text + at) - (text + at));
        gboolean spaced = (at == from || g_ascii_isspace (text[at - 1]) || text[at - 1] == '-') ||
                          (at + length < to && text[at + length] == '-');
        EntTokenKind kind = mark_kind (c, spaced && at > from);
        gboolean may_end;
        gboolean dot_of_word = c == '.' && at == from && at > sentence->span.start &&
                               at + 1 < sentence->span.end &&
                               is_abbreviation (lexicon, text, sentence->span.start, at, &may_end);
        if (c == '-' || c == '/' || ent_hyphen_length (text, at, to) > 0)
            joined = joined && at == from;
        else
            joined = FALSE;
        if (kind != ENT_TOKEN_OTHER && !dot_of_word) {
            sentence->tokens[sentence->n_tokens++] =
                (EntToken){ kind, at, at + length, at + length, FALSE, FALSE, "", none };
        }
        at += length;
    }
    return joined;
}

static gboolean
is_title_case (const EntSentence *sentence)
{
    guint words = 0, capitals = 0;
    for (guint i = 0; i < sentence->n_tokens; i++) {
        const EntToken *token = &sentence->tokens[i];
        if (token->kind != ENT_TOKEN_WORD || token->hyphen || g_ascii_isdigit (token->folded[0]) ||
            (token->word->classes & (ENT_WORD_DETERMINER | ENT_WORD_PREPOSITION | ENT_WORD_AND |
                                     ENT_WORD_BUT | ENT_WORD_SUBORDINATOR)) != 0)
            continue;
        words++;
        capitals += token->capital ? 1 : 0;
        if ((words - capitals) * 10 > sentence->n_tokens)
            return FALSE; /* as nearly always, soon */
    }
    return words >= 3 && capitals * 10 >= words * 9;
}

/* "UNITED NATIONS, Sept. 20 (Wire) - " says where and when the article was written, and names nobody: its tokens are left
 * out. It begins with a word in capitals, and holds nothing but names, dates and what stands in brackets up to a dash; or
 * up to a colon, if it is short. */
static void
drop_dateline (EntSentence *sentence, const char *text)
{
    gboolean bracket = FALSE;
    guint words = 0;
    for (guint i = 0; i < sentence->n_tokens && i < 16; i++) {
        const EntToken *t = &sentence->tokens[i];
        gboolean colon = t->kind == ENT_TOKEN_STOP && text[t->start] == ':' && i <= 3;
        if (i > 0 && !bracket && (t->kind == ENT_TOKEN_DASH || colon)) {
            if (words > 6 || i + 2 >= sentence->n_tokens ||
                (sentence->tokens[i + 1].capital && sentence->tokens[i + 2].capital &&
                 is_title_case (sentence)))
                return; /* a headline in capitals */
            sentence->tokens += i + 1;
            sentence->n_tokens -= i + 1;
            return;
        }
        if (t->kind == ENT_TOKEN_OPEN || t->kind == ENT_TOKEN_CLOSE) {
            bracket = t->kind == ENT_TOKEN_OPEN;
        } else if (t->kind == ENT_TOKEN_WORD && !bracket) {
            words++;
            if (!t->capital && !g_ascii_isdigit (t->folded[0]))
                return;
            for (gsize at = t->start; i == 0 && at < t->end; at++)
                if (g_ascii_islower (text[at]))
                    return;
        } else if (t->kind != ENT_TOKEN_COMMA && !bracket) {
            return;
        }
    }
}

void
ent_sentence_read (EntSentence *sentence, const EntLexicon *lexicon, const char *text, EntSpan span)
{
    const EntWord *none = ent_lexicon_find (lexicon, "");
    if (sentence->store->len < span.end - span.start + 1) /* a token has a byte at least */
        g_array_set_size (sentence->store, (guint)(span.end - span.start + 1));
    sentence->tokens = (EntToken *)(gpointer)sentence->store->data;
    sentence->n_tokens = 0;
    /* a folded word is at most twice as long, and its NUL fits into what parted it from the next */
    g_string_set_size (sentence->folds, 2 * (span.end - span.start) + ENT_FOLD_ROOM);
    char *folded = sentence->folds->str;
    sentence->span = span;
    gsize at = span.start;
    EntWordSpan next;
    while (ent_word_next (text, at, span.end, &next)) {
        gboolean hyphen = add_marks (sentence, none, lexicon, text, at, next.start);
        gsize n = ent_fold (text, (EntSpan){ next.start, next.end }, TRUE, folded);
        sentence->tokens[sentence->n_tokens++] = (EntToken){ ENT_TOKEN_WORD,
                                                             next.start,
                                                             next.end,
                                                             next.tail,
                                                             ent_is_capital (text, next.start, span.end),
                                                             hyphen,
                                                             folded,
                                                             ent_lexicon_find_n (lexicon, folded, n) };
        folded += n + 1;
        at = next.tail;
    }
    add_marks (sentence, none, lexicon, text, at, span.end);
    drop_dateline (sentence, text);
    gsize last = span.end;
    gsize n;
    while (last > span.start && (g_ascii_isspace (text[last - 1]) || strchr ("\"')", text[last - 1]) != NULL))
        last--;
    while (last > span.start + 3 && (n = closer_length (text, last - 3, span.end)) == 3)
        last -= 3;
    /* a quotation mark that copying turned into "?" stands behind the full stop */
    sentence->question =
        last > span.start && text[last - 1] == '?' && !(last > span.start + 1 && text[last - 2] == '.');
    sentence->title_case = is_title_case (sentence);
}

/* sentence.c - a sentence as tokens. */
#include "sentence.h"

#include <string.h>

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

/* The marks between two words. A period of an abbreviation or between initials is no token. */
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
        gboolean dot_of_word =
            c == '.' && at == from && at > sentence->span.start && at + 1 < sentence->span.end &&
            ((g_ascii_isalpha (text[at - 1]) && g_ascii_isalpha (text[at + 1])) || /* a.m. */
             ent_is_abbreviation (lexicon, text, sentence->span.start, at, &may_end));
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
 * out. It begins with a word in capitals, and holds nothing but names, dates and brackets up to a dash; or
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
    while (last > span.start + 3 && (n = ent_closer_length (text, last - 3, span.end)) == 3)
        last -= 3;
    /* a quotation mark that copying turned into "?" stands behind the full stop */
    sentence->question =
        last > span.start && text[last - 1] == '?' && !(last > span.start + 1 && text[last - 2] == '.');
    sentence->title_case = is_title_case (sentence);
}

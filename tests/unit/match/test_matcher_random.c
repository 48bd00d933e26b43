/* The matcher beside a search that is too simple to be wrong, over random texts and names of few letters. The variable
 * ENTENTE_MATCHER_CASES says how many texts. */
#include <string.h>

#include "match/table.h"
#include "names.h"

/* ---- the simple search ---- */

/* Text and names are made of pieces whose nature is known, so that nothing need be decoded. */
typedef enum { LETTER, MARK, APOSTROPHE, HYPHEN, SLASH, STOP, SPACE, LINE, AMPERSAND, OTHER } Nature;

static const struct {
    const char *bytes;
    Nature nature;
    const char *fold;
    gboolean capital;
} pieces[] = {
    { "a", LETTER, "a", FALSE },         { "b", LETTER, "b", FALSE },
    { "s", LETTER, "s", FALSE },         { "A", LETTER, "a", TRUE },
    { "B", LETTER, "b", TRUE },          { "S", LETTER, "s", TRUE },
    { "\u00E1", LETTER, "a", FALSE },    { "\u00C1", LETTER, "a", TRUE },
    { "\u00DF", LETTER, "ss", FALSE },   { "\u4E60", LETTER, "\u4E60", FALSE },
    { "7", LETTER, "7", FALSE },         { "'", APOSTROPHE, "", FALSE },
    { "\u2019", APOSTROPHE, "", FALSE }, { "-", HYPHEN, "", FALSE },
    { " ", SPACE, "", FALSE },           { ".", STOP, "", FALSE },
    { "&", AMPERSAND, "and", FALSE }, /* the pieces of names end here */
    { "`", APOSTROPHE, "", FALSE },      { "\u0301", MARK, "", FALSE },
    { "\u2011", HYPHEN, "", FALSE },     { "/", SLASH, "", FALSE },
    { "\n", LINE, "", FALSE },           { "\u00A0", SPACE, "", FALSE },
    { ",", OTHER, "", FALSE },           { "\xFF", OTHER, "", FALSE },
    { "\xE2\x80", OTHER, "", FALSE },    { "\u2014", OTHER, "", FALSE },
};
#define NAME_PIECES 17

typedef struct {
    guint8 piece[400];
    guint n;
} Pieces;

static Nature
nature (const Pieces *text, guint i)
{
    return i < text->n ? pieces[text->piece[i]].nature : OTHER;
}

static gboolean
in_word (const Pieces *text, guint i)
{
    return nature (text, i) == LETTER || nature (text, i) == MARK;
}

static gboolean
is_s (const Pieces *text, guint i)
{
    return i < text->n && g_ascii_tolower (pieces[text->piece[i]].bytes[0]) == 's';
}

typedef struct {
    guint start, end, tail; /* pieces */
} SimpleWord;

/* The next word from piece i on: fold.h's first paragraph. */
static gboolean
simple_word (const Pieces *text, guint i, SimpleWord *word)
{
    while (i < text->n && !in_word (text, i))
        i++;
    word->start = i;
    for (; in_word (text, i) || nature (text, i) == APOSTROPHE; i++) {
        if (in_word (text, i))
            continue;
        gboolean goes_on =
            in_word (text, i + 2) || (nature (text, i + 2) == APOSTROPHE && in_word (text, i + 3));
        word->end = i;
        word->tail = i;
        if (is_s (text, i + 1) && !goes_on)
            word->tail = i + 2;
        else if (in_word (text, i + 1))
            continue;
        else if (is_s (text, i - 1))
            word->tail = i + 1;
        return TRUE;
    }
    word->end = word->tail = i;
    return word->end > word->start;
}

static char *
simple_fold (const Pieces *text, SimpleWord word)
{
    GString *out = g_string_new (NULL);
    for (guint i = word.start; i < word.end; i++)
        g_string_append (out, pieces[text->piece[i]].fold);
    return g_string_free (out, FALSE);
}

/* In a name also an ampersand between two words. */
static gboolean
simple_name_word (const Pieces *name, guint i, gboolean inside, SimpleWord *word)
{
    if (!simple_word (name, i, word))
        return FALSE;
    for (guint end = word->start; inside && i < end; i++)
        if (nature (name, i) == AMPERSAND) {
            *word = (SimpleWord){ i, i + 1, i + 1 };
            return TRUE;
        }
    return TRUE;
}

static gboolean
is_capital (const Pieces *text, SimpleWord word)
{
    return pieces[text->piece[word.start]].capital;
}

static gboolean
is_acronym (const Pieces *text, SimpleWord word)
{
    for (guint i = word.start; i < word.end; i++) /* of the letters, only these have a case */
        if (!pieces[text->piece[i]].capital && strchr ("abs\xC3", pieces[text->piece[i]].bytes[0]) != NULL)
            return FALSE;
    return TRUE;
}

/* What may stand between two words of a name: matcher.h. */
static gboolean
simple_gap (const Pieces *text, SimpleWord before, guint next)
{
    guint bytes = 0, lines = 0, i = before.tail;
    for (guint j = before.start; j < before.end; j++)
        bytes += (guint)strlen (pieces[text->piece[j]].bytes);
    if (nature (text, i) == STOP && bytes <= 3 && ++i == next)
        return TRUE;
    gboolean joined = nature (text, i) == HYPHEN || nature (text, i) == SLASH;
    if (joined && ++i == next)
        return TRUE;
    for (; i < next; i++) {
        if (nature (text, i) != SPACE && nature (text, i) != LINE)
            return FALSE;
        lines += nature (text, i) == LINE;
    }
    return joined ? lines == 1 : lines <= 1;
}

/* The word of a text that a name goes on with: an ampersand behind white space, or any other. */
static gboolean
simple_next (const Pieces *text, SimpleWord last, SimpleWord *word)
{
    guint i = last.tail;
    while (nature (text, i) == SPACE || nature (text, i) == LINE)
        i++;
    if (nature (text, i) == AMPERSAND && simple_gap (text, last, i)) {
        *word = (SimpleWord){ i, i + 1, i + 1 };
        return TRUE;
    }
    return simple_word (text, last.tail, word) && simple_gap (text, last, word->start);
}

/* How many words the name has, if it stands at piece `at`; *last is then the last of them in the text. */
static guint
simple_match (const Pieces *name, const Pieces *text, guint at, SimpleWord *last)
{
    SimpleWord own, word;
    guint n = 0;
    gboolean capital = FALSE;
    for (guint i = 0; simple_name_word (name, i, n > 0, &own); i = own.tail, n++) {
        if (n == 0 ? !simple_word (text, at, &word) || word.start != at : !simple_next (text, *last, &word))
            return 0;
        g_autofree char *one = simple_fold (name, own), *other = simple_fold (text, word);
        if (strcmp (one, other) != 0)
            return 0;
        if (is_capital (name, own)) {
            if (is_acronym (name, own) ? !is_acronym (text, word) : !capital && !is_capital (text, word))
                return 0;
            capital = TRUE;
        }
        *last = word;
    }
    return n;
}

/* ---- the two side by side ---- */

static void
random_pieces (Pieces *text, guint kinds, guint most)
{
    text->n = (guint)g_test_rand_int_range (1, (gint32)most);
    for (guint i = 0; i < text->n; i++)
        text->piece[i] = (guint8)g_test_rand_int_range (0, (gint32)kinds);
}

/* A name, now and then in another case, with other marks, or the start of one. */
static void
append_name (Pieces *text, const Pieces *name)
{
    guint n =
        g_test_rand_int_range (0, 5) == 0 ? (guint)g_test_rand_int_range (1, (gint32)name->n + 1) : name->n;
    for (guint i = 0; i < n && text->n < G_N_ELEMENTS (text->piece); i++) {
        guint8 piece = name->piece[i];
        gint32 dice = g_test_rand_int_range (0, 20);
        if (dice == 0 && piece < 3)
            piece = (guint8)(piece + 3);
        else if (dice == 1 && piece >= 3 && piece < 6)
            piece = (guint8)(piece - 3);
        else if (dice < 8 && pieces[piece].nature != LETTER)
            piece = (guint8)g_test_rand_int_range (11, G_N_ELEMENTS (pieces));
        text->piece[text->n++] = piece;
    }
}

static char *
to_text (const Pieces *text, gsize *offsets)
{
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < text->n; i++) {
        if (offsets != NULL)
            offsets[i] = out->len;
        g_string_append (out, pieces[text->piece[i]].bytes);
    }
    if (offsets != NULL)
        offsets[text->n] = out->len;
    return g_string_free (out, FALSE);
}

#define MAX_NAMES 6

typedef struct {
    Pieces names[MAX_NAMES];
    guint n_names;
    EntGazetteer gazetteer;
    EntMatcher *matcher;
    gsize hits;
} Trial;

static void
random_gazetteer (Trial *trial)
{
    names_init (&trial->gazetteer);
    trial->n_names = (guint)g_test_rand_int_range (1, MAX_NAMES + 1);
    for (guint i = 0; i < trial->n_names; i++) {
        Pieces *name = &trial->names[i];
        random_pieces (name, NAME_PIECES, 6);
        if (i > 0 && g_test_rand_int_range (0, 2) == 0) { /* the beginning of another */
            Pieces longer = trial->names[i - 1];
            longer.piece[longer.n++] = 14;
            for (guint j = 0; j < name->n; j++)
                longer.piece[longer.n++] = name->piece[j];
            *name = longer;
        }
        g_autofree char *text = to_text (name, NULL);
        names_add (&trial->gazetteer, text);
    }
    trial->matcher = ent_matcher_new (&trial->gazetteer);
}

/* The fill moves what follows over the edges of the matcher's blocks. */
static void
random_text (const Trial *trial, Pieces *text)
{
    guint8 fill = (guint8)g_test_rand_int_range (0, G_N_ELEMENTS (pieces));
    gint32 n_fill = g_test_rand_int_range (-ENT_BLOCK, ENT_BLOCK);
    random_pieces (text, G_N_ELEMENTS (pieces), 8);
    while (n_fill-- > 0)
        text->piece[text->n++] = fill;
    for (gint32 n = g_test_rand_int_range (0, 5); n > 0; n--) {
        append_name (text, &trial->names[g_test_rand_int_range (0, (gint32)trial->n_names)]);
        for (gint32 m = g_test_rand_int_range (0, 3); m > 0 && text->n < 300; m--)
            text->piece[text->n++] = (guint8)g_test_rand_int_range (0, G_N_ELEMENTS (pieces));
    }
}

/* U.S. takes its full stop along: the name ends in one, and the last word is an initial behind another. */
static gboolean
takes_stop (const Trial *trial, const Pieces *text, guint start, SimpleWord last, EntNameGroup group)
{
    if (last.tail != last.end || nature (text, last.tail) != STOP || last.end - last.start != 1 ||
        last.start == start || nature (text, last.start - 1) != STOP)
        return FALSE;
    for (guint i = 0; i < group.n_names; i++) {
        const Pieces *name = &trial->names[group.names[i]];
        if (nature (name, name->n - 1) == STOP)
            return TRUE;
    }
    return FALSE;
}

static void
explain (const Trial *trial, const char *text, const GArray *hits)
{
    g_autofree char *shown = g_strescape (text, NULL);
    g_test_message ("text \"%s\"", shown);
    for (guint i = 0; i < trial->n_names; i++) {
        g_autofree char *name = to_text (&trial->names[i], NULL);
        g_autofree char *escaped = g_strescape (name, NULL);
        g_test_message ("name \"%s\"", escaped);
    }
    for (guint i = 0; i < hits->len; i++) {
        const EntHit *hit = &g_array_index (hits, EntHit, i);
        g_test_message ("found [%zu, %zu) tail %zu", hit->span.start, hit->span.end, hit->tail);
    }
}

/* TRUE if the matcher found in the text what the simple search finds. */
static gboolean
agree (const Trial *trial, const Pieces *text, const gsize *offsets, const GArray *hits)
{
    guint h = 0;
    SimpleWord word;
    for (guint at = 0; simple_word (text, at, &word);) {
        guint longest = 0, which = 0;
        SimpleWord last = word, end = word;
        for (guint i = 0; i < trial->n_names; i++) {
            guint n = simple_match (&trial->names[i], text, word.start, &last);
            if (n > longest) {
                longest = n;
                which = i;
                end = last;
            }
        }
        at = end.tail;
        if (longest == 0)
            continue;
        if (h >= hits->len)
            return FALSE;
        const EntHit *hit = &g_array_index (hits, EntHit, h++);
        EntNameGroup group = ent_matcher_group (trial->matcher, hit->group);
        gboolean named = FALSE;
        for (guint i = 0; i < group.n_names; i++)
            named |= group.names[i] == which;
        guint stop = takes_stop (trial, text, word.start, end, group);
        at += stop;
        if (!named || hit->span.start != offsets[word.start] || hit->span.end != offsets[end.end + stop] ||
            hit->tail != offsets[end.tail + stop])
            return FALSE;
    }
    return h == hits->len;
}

/* Lets the matcher search the text in every way to look that the processor has. It lies between letters that are not to
 * be searched. */
static void
search_text (Trial *trial, GArray *hits)
{
    Pieces text;
    gsize offsets[G_N_ELEMENTS (text.piece) + 1];
    random_text (trial, &text);
    g_autofree char *inside = to_text (&text, offsets), *bytes = g_strconcat ("a", inside, "a", NULL);
    EntSpan span = { 1, 1 + offsets[text.n] };
    for (guint i = 0; i <= text.n; i++)
        offsets[i]++;
    guint n_looks;
    const EntScan *looks = ent_scans (&n_looks);
    for (guint i = 0; i < n_looks; i++) {
        trial->matcher->look = looks[i];
        g_array_set_size (hits, 0);
        ent_matcher_find (trial->matcher, bytes, span, hits);
        if (!agree (trial, &text, offsets, hits)) {
            explain (trial, bytes, hits);
            g_error ("look %u of %u found something else", i, n_looks);
        }
    }
    trial->hits += hits->len;
}

static void
test_against_simple_search (void)
{
    const char *asked = g_getenv ("ENTENTE_MATCHER_CASES");
    guint64 cases = asked != NULL ? g_ascii_strtoull (asked, NULL, 10) : 100000, hits_in_all = 0;
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (EntHit));
    for (guint64 i = 0; i < cases;) {
        Trial trial = { .n_names = 0 };
        random_gazetteer (&trial);
        for (guint round = 0; round < 20; round++, i++)
            search_text (&trial, hits);
        hits_in_all += trial.hits;
        ent_matcher_free (trial.matcher);
        g_array_unref (trial.gazetteer.names);
    }
    g_test_message ("%" G_GUINT64_FORMAT " cases, %" G_GUINT64_FORMAT " hits", cases, hits_in_all);
    g_assert_cmpuint (hits_in_all, >, cases / 2); /* or the test compares nothing with nothing */
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/matcher/simple", test_against_simple_search);
    return g_test_run ();
}

/* dateline.c - the forms in which newspapers write dates, as regular expressions. */
#include "dateline.h"

#include <string.h>

#include "line.h"

#define TOP_BYTES 1500u  /* where a date of publication is looked for, from either end */
#define LINE_BYTES 200u  /* bytes of a line that are read */
#define OTHER_LETTERS 20 /* a date line has at most so many letters that are not of the date */

#define MONTH                                                                                                \
    "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"                 \
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
#define DAY "(?<day>\\d{1,2})(?:st|nd|rd|th)?"
/* Some pages glue the time to the year: 201920:43. */
#define YEAR "(?<year>(?:19|20)\\d\\d)(?=\\D|$|\\d{1,2}:\\d\\d)"

typedef enum {
    FULL,
    YEARLESS,
    LABEL,
    IGNORED,
    WEEKDAY,
    PLACE,
    AFTER,
    LONE_YEAR,
    PACKED,
    KIND,
    N_PATTERNS
} Pattern;

static const char *const patterns[N_PATTERNS] = {
    [FULL] =
        "(?<![\\w/.-])(?:" MONTH "\\s+" DAY ",?\\s+" YEAR "|" DAY "[\\s-]+(?:of\\s+)?" MONTH ",?[\\s-]+" YEAR
        "|(?<year>(?:19|20)\\d\\d)(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d)"
        "|(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?" YEAR
        "|(?<first>\\d{1,2})/(?<second>\\d{1,2})/" YEAR ")",
    /* "Aug. 13, 1397" is a full date of another calendar. */
    [YEARLESS] = "(?<![\\w/.-])(?:" MONTH "\\s+" DAY "|" DAY "\\s+" MONTH ")(?![\\w:-]|,?\\s*\\d)",
    [LABEL] = "^\\W*(?:(?:first|last|originally)\\s+)?(?:publish(?:ed)?|publish ?date|publication date|"
              "updated?|date|posted|created|modified|issued|released)\\b",
    /* What may stand around a date on its line. */
    [IGNORED] = "\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b|\\b[ap]\\.?m\\b|"
                "\\b(?:utc|gmt|[ecmp][sd]t|irst|[a-z]?[a-z]?est|on|at|by|time|local)\\b|"
                "\\b(?:first|last|originally|publish(?:ed)?|publish ?date|publication|updated?|date|posted|"
                "created|modified|issued|released)\\b",
    [WEEKDAY] = "^\\W*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\\s,.]*$",
    /* What stands before the date of a dateline: capitalized places, agencies in brackets. */
    [PLACE] = "^[\\s\\d]*+(?:[\\p{Lu}(][\\w.'’()/-]*+[\\s,;:–—-]++){0,6}+$",
    [AFTER] = "^[\\s,]*(?:\\(|[–—:-]|/[A-Z]{2,})",
    [LONE_YEAR] = "(?<![[:alnum:]])(?:19[5-9]|20\\d)\\d(?![[:alnum:]])",
    /* As addresses and file names have it: 20180719, 2018_07_19, 2018/jul/19. */
    [PACKED] = "(?<!\\d)(?:(?<year>(?:19|20)\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)|"
               "(?<year>(?:19|20)\\d\\d)(?<mark>[-_/.])(?:" MONTH
               "|(?<month>\\d{1,2}))\\k<mark>(?<day>\\d{1,2}))(?!\\d)",
    [KIND] = "\\b(?:(?<published>publish(?:ed)?|publication|posted|created|issued|released)|"
             "(?<modified>updated?|modified|revised|amended|corrected))\\b",
};

/* Compiled once for all threads; matching does not change a GRegex. */
static const GRegex *
pattern (Pattern which)
{
    static gsize ready[N_PATTERNS];
    if (g_once_init_enter (&ready[which])) {
        GRegexCompileFlags flags = G_REGEX_DUPNAMES | G_REGEX_OPTIMIZE;
        if (which != PLACE && which != AFTER)
            flags |= G_REGEX_CASELESS;
        GRegex *regex = g_regex_new (patterns[which], flags, 0, NULL);
        g_once_init_leave (&ready[which], (gsize)regex);
    }
    return (const GRegex *)ready[which];
}

static gboolean
matches (Pattern which, const char *text, gsize length)
{
    return g_regex_match_full (pattern (which), text, (gssize)length, 0, 0, NULL, NULL);
}

static guint
number (const GMatchInfo *match, const char *name)
{
    g_autofree char *digits = g_match_info_fetch_named (match, name);
    return digits != NULL ? (guint)g_ascii_strtoull (digits, NULL, 10) : 0;
}

static guint
month_number (const GMatchInfo *match)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    g_autofree char *month = g_match_info_fetch_named (match, "month");
    if (month == NULL || !g_ascii_isalpha (month[0]))
        return number (match, "month");
    for (guint i = 0; i < 12; i++)
        if (g_ascii_strncasecmp (month, names + 3 * i, 3) == 0)
            return i + 1;
    return 0;
}

/* 11/18/2019 and 18/11/2019 can only be one thing each; 11/8/2019 can be two, and is none. */
static void
sort_out_slashes (const GMatchInfo *match, guint *month, guint *day)
{
    guint first = number (match, "first"), second = number (match, "second");
    if (first == 0 || second == 0 || (first <= 12 && second <= 12 && first != second))
        return;
    *month = MIN (first, second);
    *day = MAX (first, second);
}

/* The first date of that pattern in the text from a byte on. A yearless one gets the year 0. */
static gboolean
find_from (Pattern which, const char *text, gsize length, gsize from, EntDate *date, EntSpan *where)
{
    g_autoptr (GMatchInfo) match = NULL;
    g_regex_match_full (pattern (which), text, (gssize)length, (gint)from, 0, &match, NULL);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        guint year = number (match, "year"), month = month_number (match), day = number (match, "day");
        sort_out_slashes (match, &month, &day);
        guint some_year = which == YEARLESS ? 2000 : year;
        if (month > 12 || day > 31 || !g_date_valid_dmy ((GDateDay)day, month, (GDateYear)some_year))
            continue;
        int start, end;
        g_match_info_fetch_pos (match, 0, &start, &end);
        *where = (EntSpan){ (gsize)start, (gsize)end };
        *date = (EntDate){ (guint16)year, (guint8)month, (guint8)day };
        return TRUE;
    }
    return FALSE;
}

static gboolean
find (Pattern which, const char *text, gsize length, EntDate *date, EntSpan *where)
{
    return find_from (which, text, length, 0, date, where);
}

EntDateKind
ent_dateline_kind (const char *text, gsize length)
{
    EntDateKind kind = ENT_DATE_PLAIN;
    g_autoptr (GMatchInfo) match = NULL;
    g_regex_match_full (pattern (KIND), text, (gssize)length, 0, 0, &match, NULL);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        g_autofree char *published = g_match_info_fetch_named (match, "published");
        kind = published != NULL && published[0] != '\0' ? ENT_DATE_PUBLISHED : ENT_DATE_MODIFIED;
    }
    return kind;
}

gboolean
ent_dateline_parse (const char *text, gsize length, EntDate *date)
{
    EntSpan where;
    return find (FULL, text, length, date, &where);
}

static guint
count_letters (const char *text)
{
    guint letters = 0;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        letters += g_unichar_isalpha (g_utf8_get_char (p));
    return letters;
}

/* "since 4 March 2011": not the date of the article. */
static gboolean
hangs_on_preposition (const char *line, gsize date_start)
{
    static const char *const words[] = { "on",   "of", "in",    "since",  "until", "till",
                                         "from", "to", "after", "before", "by" };
    EntSpan before = ent_line_trim (line, (EntSpan){ 0, date_start });
    gsize start = before.end;
    while (start > 0 && g_ascii_isalpha (line[start - 1]))
        start--;
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strlen (words[i]) == before.end - start &&
            memcmp (line + start, words[i], before.end - start) == 0)
            return TRUE;
    return FALSE;
}

/* A line that says hardly anything but the date that stands at `where`. */
static gboolean
is_date_line (const char *line, gsize length, EntSpan where, gboolean *labelled)
{
    *labelled = matches (LABEL, line, length);
    if (!*labelled &&
        (hangs_on_preposition (line, where.start) || ent_line_ends_sentence (line, (EntSpan){ 0, length })))
        return FALSE;
    g_autofree char *rest =
        g_strdup_printf ("%.*s %.*s", (int)where.start, line, (int)(length - where.end), line + where.end);
    g_autofree char *other = g_regex_replace_literal (pattern (IGNORED), rest, -1, 0, "", 0, NULL);
    return other != NULL && count_letters (other) <= OTHER_LETTERS;
}

/* "TEHRAN, Jul. 19 (MNA) –", "Wednesday 5 April 2017 …" */
static gboolean
is_dateline (const char *line, gsize length, EntSpan where, EntDate date)
{
    if (!matches (PLACE, line, where.start))
        return FALSE;
    if (matches (AFTER, line + where.end, length - where.end))
        return TRUE;
    return date.year != 0 && matches (WEEKDAY, line, where.start);
}

/* The part of the line that is read: not cut inside a character. */
static gsize
looked_at (const char *text, EntSpan line)
{
    gsize length = line.end - line.start;
    if (length <= LINE_BYTES)
        return length;
    const char *cut = g_utf8_find_prev_char (text + line.start, text + line.start + LINE_BYTES);
    return (gsize)(cut - (text + line.start));
}

/* What a line may have, what counts most last. */
typedef enum { NO_DATE, YEARLESS_DATE, MODIFIED_DATE, DATE_LINE, LABELLED_DATE } Found;

/* Of the dates of a line, the first of them at `where`, that of publication, or else the first that is not of a change,
 * or else the first. */
static EntDateKind
choose_date (const char *line, gsize length, EntSpan where, EntDate *date)
{
    EntDateKind kind = ent_dateline_kind (line, where.start);
    EntDate other;
    for (EntSpan next; kind != ENT_DATE_PUBLISHED; where = next) {
        if (!find_from (FULL, line, length, where.end, &other, &next))
            return kind;
        EntDateKind its = ent_dateline_kind (line + where.end, next.start - where.end);
        if (its == ENT_DATE_PUBLISHED || (its == ENT_DATE_PLAIN && kind == ENT_DATE_MODIFIED)) {
            *date = other;
            kind = its;
        }
    }
    return kind;
}

static Found
date_of_line (const char *text, EntSpan span, EntDate *date)
{
    const char *line = text + span.start;
    gsize length = looked_at (text, span);
    gboolean whole = length == span.end - span.start, labelled = FALSE;
    EntSpan where;
    if (find (FULL, line, length, date, &where)) {
        if (whole && is_date_line (line, length, where, &labelled)) {
            EntDateKind kind = choose_date (line, length, where, date);
            return kind == ENT_DATE_MODIFIED ? MODIFIED_DATE : labelled ? LABELLED_DATE : DATE_LINE;
        }
        return is_dateline (line, length, where, *date) ? DATE_LINE : NO_DATE;
    }
    if (find (YEARLESS, line, length, date, &where) && is_dateline (line, length, where, *date))
        return YEARLESS_DATE;
    return NO_DATE;
}

gboolean
ent_dateline_is_date (const char *text, EntSpan line)
{
    EntDate date;
    EntSpan where;
    gboolean labelled;
    gsize length = line.end - line.start;
    return length <= LINE_BYTES && find (FULL, text + line.start, length, &date, &where) &&
           is_date_line (text + line.start, length, where, &labelled);
}

/* "Updated", and the date on the next line. */
static gboolean
is_label_of_change (const char *text, EntSpan line)
{
    return ent_line_words (text, line, 3) <= 2 &&
           ent_dateline_kind (text + line.start, line.end - line.start) == ENT_DATE_MODIFIED;
}

/* The weaker dates that lines have; of each the first counts. */
typedef struct {
    EntDate yearless, modified;
} Weaker;

/* The first date of the lines that start in a region. */
static gboolean
date_of_lines (const char *text, gsize length, EntSpan region, Found at_least, EntDate *date, Weaker *weaker)
{
    gsize start = region.start;
    gboolean modified = FALSE;
    while (start < region.end) {
        EntDate found;
        EntSpan line = ent_line_next (text, length, &start);
        Found kind = date_of_line (text, line, &found);
        if (kind == DATE_LINE && modified)
            kind = MODIFIED_DATE;
        if (line.end > line.start)
            modified = is_label_of_change (text, line);
        if (kind >= at_least) {
            *date = found;
            return TRUE;
        }
        if (kind == YEARLESS_DATE && weaker->yearless.month == 0)
            weaker->yearless = found;
        if (kind == MODIFIED_DATE && weaker->modified.year == 0)
            weaker->modified = found;
    }
    return FALSE;
}

/* The lines that start after `from` in the last bytes before `end`. */
static EntSpan
tail (const char *text, gsize from, gsize end)
{
    if (end > TOP_BYTES)
        from = MAX (from, end - TOP_BYTES);
    if (from == 0 || from >= end)
        return (EntSpan){ from, end };
    const char *newline = memchr (text + from - 1, '\n', end - from);
    return (EntSpan){ newline != NULL ? (gsize)(newline + 1 - text) : end, end };
}

static gboolean
date_of_name (const char *url, const char *name, EntDate *date)
{
    EntSpan where;
    return find (PACKED, url, strlen (url), date, &where) || find (PACKED, name, strlen (name), date, &where);
}

static guint16
year_of_name (const char *name)
{
    g_autoptr (GMatchInfo) match = NULL;
    if (!g_regex_match (pattern (LONE_YEAR), name, 0, &match))
        return 0;
    g_autofree char *year = g_match_info_fetch (match, 0);
    return (guint16)g_ascii_strtoull (year, NULL, 10);
}

/* Gives a dateline of 31 December on a page of 1 January the year before. */
static EntDate
with_year_of (EntDate yearless, EntDate other)
{
    yearless.year = other.year;
    if (yearless.month == 12 && other.month == 1)
        yearless.year--;
    return yearless;
}

EntDate
ent_dateline_find (const char *text, gsize length, gsize end, const char *url, const char *path)
{
    EntDate date = { 0, 0, 0 };
    Weaker top_weaker = { 0 }, weaker = { 0 };
    g_autofree char *bare = g_path_get_basename (path);
    g_autofree char *name = g_utf8_make_valid (bare, -1);
    EntSpan top = { 0, MIN (length, TOP_BYTES) };
    EntDate *yearless = &top_weaker.yearless;
    if (date_of_lines (text, length, top, DATE_LINE, &date, &top_weaker) && yearless->month == 0)
        return date;
    gboolean found =
        date.year != 0 ||
        (end > 0 &&
         (date_of_lines (text, length, tail (text, top.end, end), DATE_LINE, &date, &weaker) ||
          date_of_lines (text, length, tail (text, end, length), LABELLED_DATE, &date, &weaker))) ||
        date_of_name (url, name, &date);
    if (!found) {
        date = top_weaker.modified.year != 0 ? top_weaker.modified : weaker.modified;
        found = date.year != 0;
    }
    if (yearless->month == 0)
        return date;
    if (!found)
        date.year = year_of_name (url);
    if (date.year == 0)
        date.year = year_of_name (name);
    return date.year != 0 ? with_year_of (*yearless, date) : date;
}

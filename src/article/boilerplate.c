/* boilerplate.c - the word lists of boilerplate, and how a line is compared with them. */
#include "boilerplate.h"

#include <string.h>

#include "text/dateline.h"
#include "text/line.h"

#define MAX_BYTES 160u /* longer lines are text */
#define WHOLE_BYTES 32 /* more than the longest of whole_lines */

/* Lines that are boilerplate when they say nothing else. In lower case; digits and signs around them
 * ("Comments (12)", "» Share") do not count. */
static const struct {
    char words[WHOLE_BYTES];
    EntBoilerplate kind;
} whole_lines[] = {
    /* readers and their comments */
    { "about the author", ENT_LINE_END },
    { "about the authors", ENT_LINE_END },
    { "captchacode", ENT_LINE_END },
    { "coin marketplace", ENT_LINE_END },
    { "comment on this article", ENT_LINE_END },
    { "comment on this story", ENT_LINE_END },
    { "comment", ENT_LINE_END },
    { "comments", ENT_LINE_END },
    { "enter your comment", ENT_LINE_END },
    { "join the conversation", ENT_LINE_END },
    { "join the discussion", ENT_LINE_END },
    { "leave a comment", ENT_LINE_END },
    { "leave a reply cancel reply", ENT_LINE_END },
    { "leave a reply", ENT_LINE_END },
    { "leave a response", ENT_LINE_END },
    { "post a comment", ENT_LINE_END },
    { "post your comment", ENT_LINE_END },
    { "reader comments", ENT_LINE_END },
    { "readers' comments", ENT_LINE_END },
    { "sort", ENT_LINE_END },
    { "submit a comment", ENT_LINE_END },
    { "view comments", ENT_LINE_END },
    { "write a comment", ENT_LINE_END },
    { "your comment", ENT_LINE_END },
    { "your comments", ENT_LINE_END },
    { "your opinion", ENT_LINE_END },
    /* other articles, other pages */
    { "about this project", ENT_LINE_LIST },
    { "also on this site", ENT_LINE_LIST },
    { "also read", ENT_LINE_LIST },
    { "around the web", ENT_LINE_LIST },
    { "contact us", ENT_LINE_LIST },
    { "contact", ENT_LINE_LIST },
    { "don't miss", ENT_LINE_LIST },
    { "don’t miss", ENT_LINE_LIST },
    { "editor's choice", ENT_LINE_LIST },
    { "editor's picks", ENT_LINE_LIST },
    { "editors' picks", ENT_LINE_LIST },
    { "follow us on", ENT_LINE_LIST },
    { "follow us", ENT_LINE_LIST },
    { "further reading", ENT_LINE_LIST },
    { "in case you missed it", ENT_LINE_LIST },
    { "keep reading", ENT_LINE_LIST },
    { "latest articles", ENT_LINE_LIST },
    { "latest headlines", ENT_LINE_LIST },
    { "latest news", ENT_LINE_LIST },
    { "latest stories", ENT_LINE_LIST },
    { "latest", ENT_LINE_LIST },
    { "more coverage", ENT_LINE_LIST },
    { "more from this section", ENT_LINE_LIST },
    { "more like this", ENT_LINE_LIST },
    { "more news", ENT_LINE_LIST },
    { "more on this story", ENT_LINE_LIST },
    { "more stories", ENT_LINE_LIST },
    { "most commented", ENT_LINE_LIST },
    { "most popular", ENT_LINE_LIST },
    { "most read", ENT_LINE_LIST },
    { "most shared", ENT_LINE_LIST },
    { "most viewed", ENT_LINE_LIST },
    { "most visited", ENT_LINE_LIST },
    { "must read", ENT_LINE_LIST },
    { "popular posts", ENT_LINE_LIST },
    { "popular stories", ENT_LINE_LIST },
    { "popular", ENT_LINE_LIST },
    { "promoted stories", ENT_LINE_LIST },
    { "read also", ENT_LINE_LIST },
    { "read more", ENT_LINE_LIST },
    { "read next", ENT_LINE_LIST },
    { "recent posts", ENT_LINE_LIST },
    { "recommended articles", ENT_LINE_LIST },
    { "recommended for you", ENT_LINE_LIST },
    { "recommended stories", ENT_LINE_LIST },
    { "recommended", ENT_LINE_LIST },
    { "related articles", ENT_LINE_LIST },
    { "related content", ENT_LINE_LIST },
    { "related coverage", ENT_LINE_LIST },
    { "related links", ENT_LINE_LIST },
    { "related news", ENT_LINE_LIST },
    { "related posts", ENT_LINE_LIST },
    { "related stories", ENT_LINE_LIST },
    { "related topics", ENT_LINE_LIST },
    { "related", ENT_LINE_LIST },
    { "search for an article", ENT_LINE_LIST },
    { "see also", ENT_LINE_LIST },
    { "see more", ENT_LINE_LIST },
    { "sponsored content", ENT_LINE_LIST },
    { "tags", ENT_LINE_LIST },
    { "top stories", ENT_LINE_LIST },
    { "trending now", ENT_LINE_LIST },
    { "trending stories", ENT_LINE_LIST },
    { "trending", ENT_LINE_LIST },
    { "up next", ENT_LINE_LIST },
    { "what to read next", ENT_LINE_LIST },
    { "you may also like", ENT_LINE_LIST },
    { "you might also like", ENT_LINE_LIST },
    { "you might be interested in", ENT_LINE_LIST },
    /* buttons and labels */
    { "about us", ENT_LINE_BOILERPLATE },
    { "about", ENT_LINE_BOILERPLATE },
    { "advertisement", ENT_LINE_BOILERPLATE },
    { "afp", ENT_LINE_BOILERPLATE },
    { "all rights reserved", ENT_LINE_BOILERPLATE },
    { "ap", ENT_LINE_BOILERPLATE },
    { "associated press", ENT_LINE_BOILERPLATE },
    { "back to gallery", ENT_LINE_BOILERPLATE },
    { "back to top", ENT_LINE_BOILERPLATE },
    { "breaking news", ENT_LINE_BOILERPLATE },
    { "caption", ENT_LINE_BOILERPLATE },
    { "close", ENT_LINE_BOILERPLATE },
    { "code", ENT_LINE_BOILERPLATE },
    { "cookie policy", ENT_LINE_BOILERPLATE },
    { "copy link", ENT_LINE_BOILERPLATE },
    { "download", ENT_LINE_BOILERPLATE },
    { "email", ENT_LINE_BOILERPLATE },
    { "facebook", ENT_LINE_BOILERPLATE },
    { "file photo", ENT_LINE_BOILERPLATE },
    { "full screen", ENT_LINE_BOILERPLATE },
    { "getty images", ENT_LINE_BOILERPLATE },
    { "hide caption", ENT_LINE_BOILERPLATE },
    { "home", ENT_LINE_BOILERPLATE },
    { "image", ENT_LINE_BOILERPLATE },
    { "instagram", ENT_LINE_BOILERPLATE },
    { "like", ENT_LINE_BOILERPLATE },
    { "linkedin", ENT_LINE_BOILERPLATE },
    { "listen", ENT_LINE_BOILERPLATE },
    { "loading", ENT_LINE_BOILERPLATE },
    { "log in", ENT_LINE_BOILERPLATE },
    { "login", ENT_LINE_BOILERPLATE },
    { "menu", ENT_LINE_BOILERPLATE },
    { "more", ENT_LINE_BOILERPLATE },
    { "news code", ENT_LINE_BOILERPLATE },
    { "news id", ENT_LINE_BOILERPLATE },
    { "news", ENT_LINE_BOILERPLATE },
    { "newsletter", ENT_LINE_BOILERPLATE },
    { "next article", ENT_LINE_BOILERPLATE },
    { "next", ENT_LINE_BOILERPLATE },
    { "of", ENT_LINE_BOILERPLATE },
    { "photo", ENT_LINE_BOILERPLATE },
    { "photos", ENT_LINE_BOILERPLATE },
    { "play video", ENT_LINE_BOILERPLATE },
    { "posted", ENT_LINE_BOILERPLATE },
    { "previous article", ENT_LINE_BOILERPLATE },
    { "previous", ENT_LINE_BOILERPLATE },
    { "print this article", ENT_LINE_BOILERPLATE },
    { "print", ENT_LINE_BOILERPLATE },
    { "privacy policy", ENT_LINE_BOILERPLATE },
    { "published", ENT_LINE_BOILERPLATE },
    { "register", ENT_LINE_BOILERPLATE },
    { "reuters", ENT_LINE_BOILERPLATE },
    { "search", ENT_LINE_BOILERPLATE },
    { "sections", ENT_LINE_BOILERPLATE },
    { "send", ENT_LINE_BOILERPLATE },
    { "share on facebook", ENT_LINE_BOILERPLATE },
    { "share on twitter", ENT_LINE_BOILERPLATE },
    { "share this article", ENT_LINE_BOILERPLATE },
    { "share this story", ENT_LINE_BOILERPLATE },
    { "share this", ENT_LINE_BOILERPLATE },
    { "share", ENT_LINE_BOILERPLATE },
    { "show caption", ENT_LINE_BOILERPLATE },
    { "sign in", ENT_LINE_BOILERPLATE },
    { "sign up", ENT_LINE_BOILERPLATE },
    { "skip to content", ENT_LINE_BOILERPLATE },
    { "skip to main content", ENT_LINE_BOILERPLATE },
    { "sponsored", ENT_LINE_BOILERPLATE },
    { "subscribe", ENT_LINE_BOILERPLATE },
    { "telegram", ENT_LINE_BOILERPLATE },
    { "terms of service", ENT_LINE_BOILERPLATE },
    { "terms of use", ENT_LINE_BOILERPLATE },
    { "toggle navigation", ENT_LINE_BOILERPLATE },
    { "tweet", ENT_LINE_BOILERPLATE },
    { "twitter", ENT_LINE_BOILERPLATE },
    { "updated", ENT_LINE_BOILERPLATE },
    { "vacancies", ENT_LINE_BOILERPLATE },
    { "video", ENT_LINE_BOILERPLATE },
    { "whatsapp", ENT_LINE_BOILERPLATE },
    { "youtube", ENT_LINE_BOILERPLATE },
};

/* Lines that are boilerplate by their first words, whatever follows up to so many words. A line that
 * ends as a sentence is text, but for those that `sentences` admits. For a colon another sign may stand: "Also read | …". */
static const struct {
    const char *words;
    guint most_words;
    gboolean sentences;
    EntBoilerplate kind;
} first_words[] = {
    { "advertisement:", 20, TRUE, ENT_LINE_BOILERPLATE },
    { "also read ", 25, FALSE, ENT_LINE_BOILERPLATE },
    { "also read:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "also see:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "ap photo/", 8, FALSE, ENT_LINE_BOILERPLATE },
    { "be the first to comment", 20, TRUE, ENT_LINE_END },
    { "captcha", 4, FALSE, ENT_LINE_END },
    { "click here to ", 20, TRUE, ENT_LINE_BOILERPLATE },
    { "contact us:", 20, TRUE, ENT_LINE_LIST },
    { "copyright ©", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "credit:", 10, FALSE, ENT_LINE_BOILERPLATE },
    { "don't miss:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "don’t miss:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "follow us on ", 15, TRUE, ENT_LINE_BOILERPLATE },
    { "further reading:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "getty images", 6, FALSE, ENT_LINE_BOILERPLATE },
    { "image copyright", 10, FALSE, ENT_LINE_BOILERPLATE },
    { "image:", 10, FALSE, ENT_LINE_BOILERPLATE },
    { "in pics:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "leave a comment on ", 20, FALSE, ENT_LINE_END },
    { "leave a reply to ", 12, FALSE, ENT_LINE_END },
    { "log in to comment", 15, TRUE, ENT_LINE_END },
    { "more from ", 8, FALSE, ENT_LINE_BOILERPLATE },
    { "more on this story:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "more on this:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "more:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "must read ", 25, FALSE, ENT_LINE_BOILERPLATE },
    { "must read:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "photo by ", 10, FALSE, ENT_LINE_BOILERPLATE },
    { "photo credit", 10, FALSE, ENT_LINE_BOILERPLATE },
    { "photo:", 10, FALSE, ENT_LINE_BOILERPLATE },
    { "photograph:", 10, FALSE, ENT_LINE_BOILERPLATE },
    { "read also ", 25, FALSE, ENT_LINE_BOILERPLATE },
    { "read also:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "read more ", 25, FALSE, ENT_LINE_BOILERPLATE },
    { "read more:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "read next:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "read:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "recommended:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "related article:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "related articles:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "related coverage:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "related news:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "related stories:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "related story:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "related:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "see also:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "share this ", 8, FALSE, ENT_LINE_BOILERPLATE },
    { "sign in to comment", 15, TRUE, ENT_LINE_END },
    { "sign up for ", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "sign up to ", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "subscribe to ", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "this site uses cookies", 40, TRUE, ENT_LINE_BOILERPLATE },
    { "this website uses cookies", 40, TRUE, ENT_LINE_BOILERPLATE },
    { "watch:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "we use cookies", 40, TRUE, ENT_LINE_BOILERPLATE },
    { "you are replying to", 12, TRUE, ENT_LINE_END },
    { "you may also like:", 25, TRUE, ENT_LINE_BOILERPLATE },
    { "you must be logged in to ", 15, TRUE, ENT_LINE_END },
    { "your email address will not be published", 25, TRUE, ENT_LINE_END },
    { "©", 25, TRUE, ENT_LINE_BOILERPLATE },
};

/* A line in lower case. */
typedef struct {
    char words[MAX_BYTES + 1];
    gsize length;
} Lowered;

static void
lower (Lowered *lowered, const char *text, EntSpan line)
{
    lowered->length = line.end - line.start;
    for (gsize i = 0; i < lowered->length; i++)
        lowered->words[i] =
            (char)(text[line.start + i] | (g_ascii_isupper (text[line.start + i]) ? 0x20 : 0));
    lowered->words[lowered->length] = '\0';
}

/* Cuts off the digits and signs at the end; returns where the words start. */
static const char *
bare_words (Lowered *lowered)
{
    const char *start = lowered->words;
    char *end = lowered->words + lowered->length;
    while (start < end && !g_unichar_isalpha (g_utf8_get_char (start)))
        start = g_utf8_next_char (start);
    while (end > start && !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (end))))
        end = g_utf8_prev_char (end);
    *end = '\0';
    return start;
}

static EntBoilerplate
kind_by_whole_line (const char *bare)
{
    if (strlen (bare) >= WHOLE_BYTES) /* most lines of prose */
        return ENT_LINE_TEXT;
    for (guint i = 0; i < G_N_ELEMENTS (whole_lines); i++)
        if (bare[0] == whole_lines[i].words[0] && strcmp (bare, whole_lines[i].words) == 0)
            return whole_lines[i].kind;
    return ENT_LINE_TEXT;
}

/* Does a line start with these words? A colon at their end is any sign that sets off what follows. */
static gboolean
starts_with (const char *line, const char *words)
{
    static const char *const signs[] = { ":", "|", "–", "—", "- ", "»", "›", ">", NULL };
    gsize length = strlen (words);
    if (words[length - 1] != ':')
        return g_str_has_prefix (line, words);
    if (strncmp (line, words, length - 1) != 0)
        return FALSE;
    const char *rest = line + length - 1 + strspn (line + length - 1, " ");
    for (guint i = 0; signs[i] != NULL; i++)
        if (g_str_has_prefix (rest, signs[i]))
            return TRUE;
    return FALSE;
}

static EntBoilerplate
kind_by_first_words (const char *text, EntSpan line, const char *lowered, gboolean sentence)
{
    for (guint i = 0; i < G_N_ELEMENTS (first_words); i++)
        if (lowered[0] == first_words[i].words[0] && starts_with (lowered, first_words[i].words) &&
            (first_words[i].sentences || !sentence) &&
            ent_line_words (text, line, first_words[i].most_words + 1) <= first_words[i].most_words)
            return first_words[i].kind;
    return ENT_LINE_TEXT;
}

/* "(AP)", "[Photo: A. Name/AFP]": a few words in brackets, and nothing else. */
static gboolean
is_bracketed (const char *text, EntSpan line)
{
    char first = text[line.start], last = text[line.end - 1];
    return ((first == '(' && last == ')') || (first == '[' && last == ']')) &&
           ent_line_words (text, line, 5) <= 4 && memchr ("!?.", text[line.end - 2], 3) == NULL;
}

static gboolean
is_address (const char *lowered)
{
    return strchr (lowered, ' ') == NULL &&
           (g_str_has_prefix (lowered, "http://") || g_str_has_prefix (lowered, "https://") ||
            g_str_has_prefix (lowered, "www."));
}

EntBoilerplate
ent_boilerplate_kind (const char *text, EntSpan line)
{
    if (line.end - line.start > MAX_BYTES || line.end == line.start)
        return ENT_LINE_TEXT;
    gboolean sentence = ent_line_ends_sentence (text, line);
    Lowered lowered;
    lower (&lowered, text, line);
    EntBoilerplate kind = kind_by_first_words (text, line, lowered.words, sentence);
    if (kind != ENT_LINE_TEXT)
        return kind;
    if (strstr (lowered.words, "all rights reserved") != NULL || is_address (lowered.words))
        return ENT_LINE_BOILERPLATE;
    if (sentence)
        return ENT_LINE_TEXT;
    const char *bare = bare_words (&lowered);
    if (bare[0] == '\0' || is_bracketed (text, line))
        return ENT_LINE_BOILERPLATE;
    return kind_by_whole_line (bare);
}

static gboolean
is_byline (const char *text, EntSpan line)
{
    return line.end - line.start > 3 && g_ascii_strncasecmp (text + line.start, "by ", 3) == 0 &&
           g_ascii_isupper (text[line.start + 3]) && ent_line_words (text, line, 11) <= 10 &&
           !ent_line_ends_sentence (text, line);
}

/* "2 hours ago", "in #news 7 years ago" */
static gboolean
is_age (const char *text, EntSpan line)
{
    EntSpan end = { line.end - MIN (line.end - line.start, 4), line.end };
    return end.end - end.start == 4 && memcmp (text + end.start, " ago", 4) == 0 &&
           strcspn (text + line.start, "0123456789") < line.end - line.start &&
           ent_line_words (text, line, 7) <= 6;
}

gboolean
ent_boilerplate_is_head (const char *text, EntSpan line)
{
    return ent_boilerplate_kind (text, line) != ENT_LINE_TEXT || is_byline (text, line) ||
           is_age (text, line) || ent_dateline_is_date (text, line);
}

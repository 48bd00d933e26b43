/* header.c - a header is one only if a known key is in it, or if it is YAML between --- lines; else it is part of the text. */
#include "header.h"

#include <string.h>

#include "text/line.h"

#define MAX_LINES 100
#define MAX_BYTES 65536u

static gboolean
equals (const char *text, EntSpan span, const char *word)
{
    gsize length = strlen (word);
    return span.end - span.start == length && g_ascii_strncasecmp (text + span.start, word, length) == 0;
}

/* Splits "key: value". A key is letters, digits, - and _. */
static gboolean
split (const char *text, EntSpan line, EntSpan *key, EntSpan *value)
{
    gsize colon = line.start;
    while (colon < line.end && (g_ascii_isalnum (text[colon]) || text[colon] == '-' || text[colon] == '_'))
        colon++;
    if (colon == line.start || colon == line.end || text[colon] != ':' ||
        !g_ascii_isalpha (text[line.start]) || (colon + 1 < line.end && !g_ascii_isspace (text[colon + 1])))
        return FALSE;
    *key = (EntSpan){ line.start, colon };
    *value = ent_line_trim (text, (EntSpan){ colon + 1, line.end });
    return TRUE;
}

static EntSpan
clean_value (const char *text, EntSpan value)
{
    char first = value.end - value.start >= 2 ? text[value.start] : '\0';
    if ((first == '"' || first == '\'') && text[value.end - 1] == first) {
        value.start++;
        value.end--;
    }
    if (equals (text, value, "unknown"))
        value.end = value.start;
    return value;
}

/* "published: true" is no date. */
static gboolean
is_flag (const char *text, EntSpan value)
{
    return equals (text, value, "true") || equals (text, value, "false");
}

/* The first value of a key counts. Returns whether the key is a known one. */
static gboolean
take (EntHeader *header, const char *text, EntSpan key, EntSpan value)
{
    const struct {
        const char *name;
        EntSpan *field;
    } fields[] = { { "title", &header->title },       { "date", &header->date },
                   { "source", &header->source },     { "url", &header->url },
                   { "published", &header->date },    { "pubdate", &header->date },
                   { "publishdate", &header->date },  { "publish-date", &header->date },
                   { "publish_date", &header->date }, { "datepublished", &header->date } };
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        if (equals (text, key, fields[i].name)) {
            if (fields[i].field->end == fields[i].field->start && !is_flag (text, value))
                *fields[i].field = clean_value (text, value);
            return TRUE;
        }
    return FALSE;
}

/* Does a line of YAML that is no entry belong to the one before? */
static gboolean
continues (const char *text, EntSpan line, gsize line_start)
{
    return line.end == line.start || line.start > line_start || strchr ("-#]}", text[line.start]) != NULL;
}

EntHeader
ent_header_read (const char *text, gsize length)
{
    EntHeader header = { { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, 0 }, none = header;
    gboolean known = FALSE, fenced = FALSE, foreign = FALSE; /* a line that is none of YAML */
    guint entries = 0;
    gsize start = 0, limit = MIN (length, MAX_BYTES);
    for (guint n = 0; n < MAX_LINES && start < limit; n++) {
        gsize line_start = start;
        EntSpan line = ent_line_next (text, length, &start), key, value;
        if (n == 0 && equals (text, line, "---")) {
            fenced = TRUE;
            continue;
        }
        if (fenced ? equals (text, line, "---") || equals (text, line, "...") : line.start == line.end) {
            header.end = start;
            return known || (fenced && entries > 0 && !foreign) ? header : none;
        }
        gboolean entry = line.start == line_start && split (text, line, &key, &value);
        entries += entry;
        if (entry)
            known = take (&header, text, key, value) || known;
        else if (!fenced)
            return none;
        foreign = foreign || (!entry && !continues (text, line, line_start));
    }
    header.end = length;
    return known && !fenced && start >= length ? header : none;
}

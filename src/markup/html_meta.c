/* html_meta.c - the names under which pages say who they are. */
#include "html_meta.h"

#include <string.h>

#include "text/dateline.h"
#include "text/repair.h"

typedef enum { TITLE, ADDRESS, SOURCE, DATE } Field;

/* Values of name=, property= or itemprop= of a <meta> element. */
static const struct {
    const char *name;
    Field field;
} names[] = {
    { "og:title", TITLE },
    { "og:url", ADDRESS },
    { "og:site_name", SOURCE },
    { "article:published_time", DATE },
    { "og:published_time", DATE },
    { "datepublished", DATE },
    { "date", DATE },
    { "pubdate", DATE },
    { "publishdate", DATE },
    { "publish-date", DATE },
    { "publish_date", DATE },
    { "publication_date", DATE },
    { "parsely-pub-date", DATE },
    { "dc.date", DATE },
    { "dc.date.issued", DATE },
    { "dcterms.date", DATE },
    { "dcterms.created", DATE },
};

const char *
ent_html_attribute (const char *const *attributes, const char *name)
{
    for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
        if (g_ascii_strcasecmp (attributes[i], name) == 0)
            return attributes[i + 1];
    return NULL;
}

static void
set_once (char **field, const char *value)
{
    if (*field == NULL && value != NULL && value[0] != '\0')
        *field = g_strdup (value);
}

/* "2018-07-19T11:05:00Z" or whatever else is a date. The day is the one that is written. */
static void
set_date (EntDate *date, const char *value)
{
    if (date->year != 0 || value == NULL)
        return;
    g_autofree char *day = g_strndup (value, 10);
    if (!ent_date_parse (day, date))
        ent_dateline_parse (value, strlen (value), date);
}

static void
note_meta (EntHtmlMeta *meta, const char *name, const char *content)
{
    for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++) {
        if (g_ascii_strcasecmp (name, names[i].name) != 0)
            continue;
        switch (names[i].field) {
        case TITLE:
            set_once (&meta->og_title, content);
            break;
        case ADDRESS:
            set_once (&meta->og_url, content);
            break;
        case SOURCE:
            set_once (&meta->source, content);
            break;
        case DATE:
            set_date (&meta->published, content);
            break;
        }
    }
}

void
ent_html_meta_element (EntHtmlMeta *meta, const char *name, const char *const *attributes)
{
    if (strcmp (name, "meta") == 0) {
        const char *content = ent_html_attribute (attributes, "content");
        note_meta (meta, ent_html_attribute (attributes, "property"), content);
        note_meta (meta, ent_html_attribute (attributes, "name"), content);
        note_meta (meta, ent_html_attribute (attributes, "itemprop"), content);
    } else if (strcmp (name, "link") == 0) {
        const char *rel = ent_html_attribute (attributes, "rel");
        if (rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
            set_once (&meta->canonical, ent_html_attribute (attributes, "href"));
    } else if (strcmp (name, "time") == 0)
        set_date (&meta->shown, ent_html_attribute (attributes, "datetime"));
}

void
ent_html_meta_script (EntHtmlMeta *meta, const char *script, gsize length)
{
    static const char key[] = "\"datePublished\"";
    const char *p = g_strstr_len (script, (gssize)length, key);
    if (p == NULL)
        return;
    g_autofree char *value =
        g_strndup (p + strlen (key), MIN (40, (gsize)(script + length - p) - strlen (key)));
    char *start = value + strspn (value, " \t\r\n:\"");
    start[strcspn (start, "\"")] = '\0';
    set_date (&meta->structured, start);
}

void
ent_html_meta_free (EntHtmlMeta *meta)
{
    g_free (meta->og_title);
    g_free (meta->heading);
    g_free (meta->title);
    g_free (meta->og_url);
    g_free (meta->canonical);
    g_free (meta->source);
    *meta = (EntHtmlMeta){ 0 };
}

/* Takes over `string`: repaired, its white space single spaces. */
static char *
one_line (char *string)
{
    if (string == NULL)
        return NULL;
    string = ent_repair_string (string);
    char *to = string;
    gboolean space = FALSE;
    for (const char *from = g_strstrip (string); *from != '\0'; from++) {
        if (!g_ascii_isspace (*from) || !space)
            *to++ = g_ascii_isspace (*from) ? ' ' : *from;
        space = g_ascii_isspace (*from);
    }
    *to = '\0';
    return string;
}

static char *
first_of (const char *first, const char *second, const char *third)
{
    return one_line (g_strdup (first != NULL ? first : second != NULL ? second : third));
}

EntPage
ent_html_meta_finish (EntHtmlMeta *meta)
{
    EntPage page = { .title = first_of (meta->og_title, meta->heading, meta->title),
                     .source = first_of (meta->source, NULL, NULL),
                     .url = first_of (meta->canonical, meta->og_url, NULL),
                     .date = meta->published };
    if (page.date.year == 0)
        page.date = meta->structured.year != 0 ? meta->structured : meta->shown;
    ent_html_meta_free (meta);
    return page;
}

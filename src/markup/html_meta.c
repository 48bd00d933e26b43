/* html_meta.c - the names under which pages say who they are. */
#include "html_meta.h"

#include <string.h>

#include "page_part.h"
#include "text/repair.h"

typedef enum { TITLE, ADDRESS, SOURCE, PUBLISHED, DATED, MODIFIED } Field;

/* Values of name=, property= or itemprop= of a <meta> element. */
static const struct {
    const char *name;
    Field field;
} names[] = {
    { "og:title", TITLE },
    { "og:url", ADDRESS },
    { "og:site_name", SOURCE },
    { "article:published_time", PUBLISHED },
    { "og:published_time", PUBLISHED },
    { "datepublished", PUBLISHED },
    { "pubdate", PUBLISHED },
    { "publishdate", PUBLISHED },
    { "publish-date", PUBLISHED },
    { "publish_date", PUBLISHED },
    { "publication_date", PUBLISHED },
    { "parsely-pub-date", PUBLISHED },
    { "citation_publication_date", PUBLISHED },
    { "dc.date.issued", PUBLISHED },
    { "dc.date.created", PUBLISHED },
    { "dcterms.created", PUBLISHED },
    { "dcterms.issued", PUBLISHED },
    { "date", DATED },
    { "dc.date", DATED },
    { "dcterms.date", DATED },
    { "article:modified_time", MODIFIED },
    { "og:updated_time", MODIFIED },
    { "datemodified", MODIFIED },
    { "dcterms.modified", MODIFIED },
    { "last-modified", MODIFIED },
};

static void
set_once (char **field, const char *value)
{
    if (*field == NULL && value != NULL && value[0] != '\0')
        *field = g_strdup (value);
}

static void
note_property (EntHtmlMeta *meta, const char *name, const char *content)
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
        case PUBLISHED:
            set_once (&meta->dates[ENT_META_PUBLISHED], content);
            break;
        case DATED:
            set_once (&meta->dates[ENT_META_DATED], content);
            break;
        case MODIFIED:
            set_once (&meta->dates[ENT_META_MODIFIED], content);
            break;
        }
    }
}

void
ent_html_meta_element (EntHtmlMeta *meta, const char *name, const char *const *attributes)
{
    const char *content = ent_attribute (attributes, "content"),
               *property = ent_attribute (attributes, "itemprop");
    if (strcmp (name, "meta") == 0) {
        note_property (meta, ent_attribute (attributes, "property"), content);
        note_property (meta, ent_attribute (attributes, "name"), content);
        note_property (meta, property, content);
    } else if (strcmp (name, "link") == 0) {
        const char *rel = ent_attribute (attributes, "rel");
        if (rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
            set_once (&meta->canonical, ent_attribute (attributes, "href"));
    } else if (property != NULL)
        note_property (meta, property, content != NULL ? content : ent_attribute (attributes, "datetime"));
}

EntDateKind
ent_html_meta_kind (const char *const *attributes)
{
    static const char *const where[] = { "itemprop", "property", "class" };
    gboolean modified = FALSE;
    if (ent_attribute (attributes, "pubdate") != NULL)
        return ENT_DATE_PUBLISHED;
    for (guint i = 0; i < G_N_ELEMENTS (where); i++) {
        g_autofree char *value = g_ascii_strdown (ent_attribute (attributes, where[i]) ?: "", -1);
        /* "published updated" was never updated */
        if (strstr (value, "publish") != NULL || strstr (value, "pubdate") != NULL)
            return ENT_DATE_PUBLISHED;
        modified = modified || strstr (value, "updated") != NULL || strstr (value, "modified") != NULL;
    }
    return modified ? ENT_DATE_MODIFIED : ENT_DATE_PLAIN;
}

void
ent_html_meta_time (EntHtmlMeta *meta, EntDateKind kind, const char *datetime)
{
    set_once (&meta->dates[kind == ENT_DATE_PUBLISHED  ? ENT_META_SHOWN_PUBLISHED
                           : kind == ENT_DATE_MODIFIED ? ENT_META_MODIFIED
                                                       : ENT_META_SHOWN],
              datetime);
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
    for (guint i = 0; i < ENT_META_N_DATES; i++)
        g_free (meta->dates[i]);
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
first_of (const char *first, const char *second)
{
    return one_line (g_strdup (first != NULL ? first : second));
}

/* "2018-07-19T11:05:00Z" or whatever else is a date. The day is the one that is written. */
static gboolean
parse_date (const char *value, EntDate *date)
{
    g_autofree char *day = g_strndup (value, 10);
    return ent_date_parse (day, date) || ent_dateline_parse (value, strlen (value), date);
}

/* The first of the dates that can be read. One that cannot is noted if it should have counted. */
static void
decide_date (EntPage *page, const char *const *dates)
{
    for (guint i = 0; i < ENT_META_N_DATES; i++) {
        EntDate *date = i == ENT_META_MODIFIED ? &page->modified : &page->date;
        if (dates[i] == NULL || page->date.year != 0 || parse_date (dates[i], date))
            continue;
        *date = (EntDate){ 0, 0, 0 };
        if (page->unread_date == NULL && i != ENT_META_MODIFIED)
            page->unread_date = g_strdup (dates[i]);
    }
}

EntPage
ent_html_meta_decide (const EntHtmlMeta *meta, const EntJsonLd *data, const EntText *text)
{
    g_autofree char *headline = ent_json_ld_headline (data, text);
    const char *dates[ENT_META_N_DATES];
    for (guint i = 0; i < ENT_META_N_DATES; i++)
        dates[i] = meta->dates[i];
    dates[ENT_META_STRUCTURED] = data->published;
    if (dates[ENT_META_MODIFIED] == NULL)
        dates[ENT_META_MODIFIED] = data->modified;
    EntPage page = {
        .title = first_of (meta->og_title != NULL ? meta->og_title : meta->heading,
                           headline != NULL ? headline : meta->title),
        .source = first_of (meta->source, NULL),
        .url = first_of (meta->canonical, meta->og_url),
    };
    decide_date (&page, dates);
    return page;
}

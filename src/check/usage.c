/* usage.c - warnings that need articles: entities that are never named, names that stay ambiguous, and offices whose holder
 * is not known. */
#include "base/nearest.h"
#include "gazetteer/load.h"
#include "warning.h"

enum { MAX_SHOWN = 10 }; /* articles in which one name is shown; all are counted */

/* A name that several entities share, and how often nobody could tell whom it means. */
typedef struct {
    guint times, articles;
    guint last;       /* number of the last article that was counted */
    EntFinding shown; /* its notes alone: the first time in each of the first articles */
} Open;

struct EntUsage {
    const EntGazetteer *gazetteer;
    EntMatcher *matcher;
    guint *named;          /* per entity: number of the last article that names it; 0 for none */
    GHashTable *contested; /* groups that several entities claim */
    GHashTable *open;      /* group -> Open */
    GTree *vacant;         /* an office as articles write it -> Open */
    guint n_articles;
    GArray *hits; /* of EntHit, of the article at hand */
};

static int
compare_phrases (gconstpointer a, gconstpointer b, gpointer unused)
{
    (void)unused;
    return strcmp (a, b);
}

static void
free_open (gpointer data)
{
    Open *open = data;
    g_clear_pointer (&open->shown.notes, g_ptr_array_unref);
    g_free (open);
}

EntUsage *
ent_usage_new (const EntGazetteer *gazetteer)
{
    EntUsage *usage = g_new0 (EntUsage, 1);
    usage->gazetteer = gazetteer;
    usage->matcher = ent_matcher_new (gazetteer);
    usage->named = g_new0 (guint, ent_gazetteer_size (gazetteer) + 1);
    usage->contested = g_hash_table_new (NULL, NULL);
    for (guint i = 0; (i = ent_matcher_next_group (usage->matcher, i)) != 0;) {
        g_autoptr (GPtrArray) claims = ent_check_claims (gazetteer, ent_matcher_group (usage->matcher, i));
        if (ent_check_is_contested (claims))
            g_hash_table_add (usage->contested, GUINT_TO_POINTER (i));
    }
    usage->open = g_hash_table_new_full (NULL, NULL, NULL, free_open);
    usage->vacant = g_tree_new_full (compare_phrases, NULL, g_free, free_open);
    usage->hits = g_array_new (FALSE, FALSE, sizeof (EntHit));
    return usage;
}

void
ent_usage_free (EntUsage *usage)
{
    if (usage == NULL)
        return;
    ent_matcher_free (usage->matcher);
    g_free (usage->named);
    g_hash_table_unref (usage->contested);
    g_hash_table_unref (usage->open);
    g_tree_unref (usage->vacant);
    g_array_unref (usage->hits);
    g_free (usage);
}

/* ---- an article ---- */

static void
note_place (Open *open, const EntArticle *article, EntSpan span, const char *message)
{
    EntSpan file = ent_article_file_span (article, span);
    guint above = ent_article_line (article, article->offset) - 1; /* lines of the file above a piece */
    EntLocation place;
    g_autoptr (EntSource) source = ent_source_new (article->path, article->bytes, article->n_bytes);
    ent_source_place (source, file.start - article->offset, &place.line, &place.column);
    ent_source_place (source, file.end - article->offset, &place.end_line, &place.end_column);
    g_autofree char *excerpt = ent_excerpt (source, place);
    place.line += above;
    place.end_line += above;
    ent_finding_note (&open->shown, article->path, place, "%s", message)->excerpt =
        g_steal_pointer (&excerpt);
}

/* Where the article names one of several with a family name, the remaining ones name an unknown person: Melania Trump. */
static gboolean
is_open (const EntUsage *usage, guint group)
{
    EntNameGroup names = ent_matcher_group (usage->matcher, group);
    if (!g_hash_table_contains (usage->contested, GUINT_TO_POINTER (group)))
        return FALSE;
    for (guint i = 0; i < names.n_names; i++) {
        const EntName *name = &g_array_index (usage->gazetteer->names, EntName, names.names[i]);
        if (name->kind != ENT_NAME_SHORT)
            return TRUE;
        if (usage->named[name->entity] == usage->n_articles)
            return FALSE;
    }
    return TRUE;
}

static void
count_time (EntUsage *usage, Open *open, const EntArticle *article, EntSpan span, const char *message)
{
    open->times++;
    if (open->last == usage->n_articles)
        return;
    open->last = usage->n_articles;
    if (open->articles++ < MAX_SHOWN)
        note_place (open, article, span, message);
}

static void
count_open (EntUsage *usage, const EntArticle *article, const EntHit *hit)
{
    Open *open = g_hash_table_lookup (usage->open, GUINT_TO_POINTER (hit->group));
    if (open == NULL) {
        open = g_new0 (Open, 1);
        g_hash_table_insert (usage->open, GUINT_TO_POINTER (hit->group), open);
    }
    count_time (usage, open, article, hit->span, "left open here");
}

static void
count_vacant (EntUsage *usage, const EntArticle *article, EntSpan span)
{
    g_autofree char *phrase = g_strndup (article->text + span.start, span.end - span.start);
    g_strdelimit (phrase, "\r\n\t", ' ');
    Open *open = g_tree_lookup (usage->vacant, phrase);
    if (open == NULL) {
        open = g_new0 (Open, 1);
        g_tree_insert (usage->vacant, g_steal_pointer (&phrase), open);
    }
    g_autofree char *date = article->date.year != 0 ? ent_date_format (article->date) : NULL;
    g_autofree char *message =
        date != NULL ? g_strdup_printf ("of %s", date) : g_strdup ("of an article without a date");
    count_time (usage, open, article, span, message);
}

/* Hits and mentions are both in the order of the text; a hit inside the noun phrase of a mention is not ambiguous. */
void
ent_usage_add (EntUsage *usage, const EntArticle *article, const EntReading *reading)
{
    const GArray *mentions = reading->mentions;
    usage->n_articles += article->offset == 0;
    for (guint i = 0; i < mentions->len; i++)
        usage->named[g_array_index (mentions, EntMention, i).entity] = usage->n_articles;
    for (guint i = 0; i < reading->vacant->len; i++)
        count_vacant (usage, article, g_array_index (reading->vacant, EntSpan, i));
    g_array_set_size (usage->hits, 0);
    for (guint i = 0; i < article->parts->len; i++)
        ent_matcher_find (usage->matcher, article->text, g_array_index (article->parts, EntSpan, i),
                          usage->hits);
    gsize reached = 0; /* end of the noun phrases so far */
    for (guint i = 0, m = 0; i < usage->hits->len; i++) {
        const EntHit *hit = &g_array_index (usage->hits, EntHit, i);
        for (; m < mentions->len; m++) {
            EntSpan phrase = g_array_index (mentions, EntMention, m).phrase;
            if (phrase.start > hit->span.start)
                break;
            reached = MAX (reached, phrase.end);
        }
        if (hit->span.start >= reached && is_open (usage, hit->group))
            count_open (usage, article, hit);
    }
}

/* ---- all articles ---- */

static void
report_open (const EntChecker *checker, EntNameGroup group, Open *open)
{
    g_autoptr (GPtrArray) claims = ent_check_claims (checker->gazetteer, group);
    const EntName *name = claims->pdata[0];
    g_autofree char *shown = ent_quote (name->text);
    EntFinding *finding = ent_check_warn (checker, "ambiguous-name", name->path, name->place,
                                          "%s %s has several owners: nobody is named by %u %s in %u %s",
                                          ent_name_kind (name->kind), shown, open->times,
                                          open->times == 1 ? "mention" : "mentions", open->articles,
                                          open->articles == 1 ? "article" : "articles");
    ent_check_note_claims (checker, finding, claims, 0);
    g_ptr_array_extend_and_steal (finding->notes, g_steal_pointer (&open->shown.notes));
}

/* One note, and no warning: a gazetteer often serves more than the articles at hand. */
static void
report_unnamed (const EntUsage *usage, GPtrArray *findings)
{
    guint size = ent_gazetteer_size (usage->gazetteer), n = 0;
    g_autoptr (GString) ids = g_string_new (NULL);
    for (guint i = 0; i < size; i++)
        if (!usage->named[i])
            g_string_append_printf (ids, "%s%s", n++ > 0 ? ", " : "",
                                    ent_gazetteer_entity (usage->gazetteer, i)->id);
    if (n > 0)
        ent_findings_add (findings, ent_gazetteer_file (usage->gazetteer, 0), (EntLocation){ 0 },
                          ENT_SEVERITY_NOTE, "no article names %u of %u: %s", n, size, ids->str)
            ->rule = "unnamed";
}

/* A note, and no warning: that nobody is listed for a time may be meant. */
static gboolean
report_vacant (gpointer phrase, gpointer data, gpointer closure)
{
    const EntChecker *checker = closure;
    Open *open = data;
    g_autofree char *shown = ent_quote (phrase);
    EntFinding *finding = ent_findings_add (
        checker->findings, ent_gazetteer_file (checker->gazetteer, 0), (EntLocation){ 0 }, ENT_SEVERITY_NOTE,
        "%s has no known holder at the date of %u %s: say since or until of those who held it", shown,
        open->articles, open->articles == 1 ? "article" : "articles");
    finding->rule = "unknown-holder";
    finding->notes = g_steal_pointer (&open->shown.notes);
    return FALSE;
}

void
ent_usage_finish (EntUsage *usage, GPtrArray *findings)
{
    const EntGazetteer *gazetteer = usage->gazetteer;
    EntChecker checker = { .gazetteer = gazetteer, .matcher = usage->matcher, .findings = findings };
    if (usage->n_articles > 0)
        report_unnamed (usage, findings);
    for (guint i = 0; (i = ent_matcher_next_group (usage->matcher, i)) != 0;) {
        Open *open = g_hash_table_lookup (usage->open, GUINT_TO_POINTER (i));
        if (open != NULL)
            report_open (&checker, ent_matcher_group (usage->matcher, i), open);
    }
    g_tree_foreach (usage->vacant, report_vacant, &checker);
    ent_findings_sort (findings);
    ent_gazetteer_quote (gazetteer, findings);
}

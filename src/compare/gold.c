/* gold.c - a hand coding, read from its table; every mistake is reported with its place. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/finding.h"
#include "base/nearest.h"
#include "entente.h"

enum { ARTICLE, RELATION, SOURCE, TARGET, STATUS, VIA, MUST, EVIDENCE, WHY, N_COLUMNS };
enum { N_NEEDED = STATUS + 1 };

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static const char *const column_names[N_COLUMNS] = { "article", "relation", "source",   "target", "status",
                                                     "via",     "must",     "evidence", "why" };

typedef struct {
    const char *path;
    const EntGazetteer *gazetteer;
    GPtrArray *findings;
    GHashTable *articles;     /* set of base names */
    GPtrArray *known;         /* the same, for "did you mean"; NULL-terminated */
    GHashTable *seen;         /* an edge -> its line */
    guint columns[N_COLUMNS]; /* which field of a row, or ENT_NONE */
    guint n_fields;           /* of the header line; 0 before it */
    guint line;               /* the row at hand */
    char **fields;
} Loader;

static void
clear_edge (gpointer data)
{
    EntGoldEdge *edge = data;
    g_free (edge->article);
    g_free (edge->evidence);
    g_free (edge->why);
}

void
ent_gold_free (EntGold *gold)
{
    if (gold == NULL)
        return;
    g_free (gold->path);
    g_array_unref (gold->edges);
    g_free (gold);
}

/* ---- mistakes ---- */

/* About a column of the row at hand, or about the row for N_COLUMNS. */
static void report (Loader *loader, guint column, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
report (Loader *loader, guint column, const char *format, ...)
{
    EntLocation place = { .line = loader->line, .column = 1 };
    for (guint i = 0; column < N_COLUMNS && i < loader->columns[column]; i++)
        place.column += (guint)g_utf8_strlen (loader->fields[i], -1) + 1;
    va_list arguments;
    va_start (arguments, format);
    g_ptr_array_add (loader->findings,
                     ent_finding_new (loader->path, place, ENT_SEVERITY_ERROR, format, arguments));
    va_end (arguments);
}

/* `meant` is NULL where nothing is near. */
static void
report_unknown (Loader *loader, guint column, const char *problem, const char *meant)
{
    g_autofree char *shown = ent_quote (loader->fields[loader->columns[column]]);
    if (meant != NULL)
        report (loader, column, "%s %s; did you mean '%s'?", problem, shown, meant);
    else
        report (loader, column, "%s %s", problem, shown);
}

/* ---- header ---- */

static gboolean
read_header (Loader *loader)
{
    loader->n_fields = g_strv_length (loader->fields);
    for (guint i = 0; i < N_COLUMNS; i++)
        loader->columns[i] = ENT_NONE;
    guint before = loader->findings->len;
    for (guint i = 0; i < loader->n_fields; i++)
        for (guint j = 0; j < N_COLUMNS; j++) {
            if (strcmp (loader->fields[i], column_names[j]) != 0)
                continue;
            if (loader->columns[j] != ENT_NONE)
                report (loader, N_COLUMNS, "two columns are named '%s'", column_names[j]);
            loader->columns[j] = i;
        }
    g_autoptr (GString) missing = g_string_new (NULL);
    for (guint j = 0; j < N_NEEDED; j++)
        if (loader->columns[j] == ENT_NONE)
            g_string_append_printf (missing, "%s'%s'", missing->len > 0 ? ", " : "", column_names[j]);
    if (missing->len > 0)
        report (loader, N_COLUMNS,
                "no column %s; the first line must name article, relation, source, target and status, "
                "with tabs between",
                missing->str);
    return loader->findings->len == before;
}

/* ---- rows ---- */

/* NULL where the file has no such column. */
static const char *
field (const Loader *loader, guint column)
{
    return loader->columns[column] != ENT_NONE ? loader->fields[loader->columns[column]] : NULL;
}

static void
read_article (Loader *loader, EntGoldEdge *edge)
{
    edge->article = g_strdup (field (loader, ARTICLE));
    if (!g_hash_table_contains (loader->articles, edge->article))
        report_unknown (loader, ARTICLE, "none of the articles given is named",
                        ent_nearest (edge->article, (const char *const *)loader->known->pdata));
}

static guint
read_relation (Loader *loader, EntGoldEdge *edge)
{
    const char *name = field (loader, RELATION);
    g_autoptr (GPtrArray) known = g_ptr_array_new ();
    for (guint i = 1; i < ent_gazetteer_n_relations (loader->gazetteer); i++) {
        edge->relation = ent_gazetteer_relation (loader->gazetteer, i);
        if (strcmp (name, edge->relation) == 0)
            return i;
        g_ptr_array_add (known, (gpointer)edge->relation);
    }
    g_ptr_array_add (known, NULL);
    if (strcmp (name, ent_gazetteer_relation (loader->gazetteer, ENT_CO_MENTION)) == 0)
        report (loader, RELATION, "'%s' is not coded: it follows from the mentions", name);
    else
        report_unknown (loader, RELATION, "unknown relation",
                        ent_nearest (name, (const char *const *)known->pdata));
    return ENT_NONE;
}

/* The id of an entity, or NULL. A name does not do: the program would be compared with a guess. */
static const char *
read_entity (Loader *loader, guint column)
{
    const char *id = field (loader, column);
    guint entity = ent_gazetteer_find (loader->gazetteer, id);
    if (entity == ENT_NONE) {
        g_autofree char *nearest = ent_gazetteer_nearest (loader->gazetteer, id);
        if (nearest != NULL)
            entity = ent_gazetteer_find (loader->gazetteer, nearest);
    }
    const char *meant = entity != ENT_NONE ? ent_gazetteer_entity (loader->gazetteer, entity)->id : NULL;
    if (meant != NULL && strcmp (meant, id) == 0)
        return meant;
    report_unknown (loader, column, "the gazetteer has no id", meant);
    return NULL;
}

static void
read_ends (Loader *loader, guint relation, EntGoldEdge *edge)
{
    edge->source = read_entity (loader, SOURCE);
    edge->target = read_entity (loader, TARGET);
    if (relation == ENT_NONE || edge->source == NULL || edge->target == NULL)
        return;
    int order = strcmp (edge->source, edge->target);
    if (order == 0)
        report (loader, TARGET, "source and target are both '%s'", edge->source);
    else if (order > 0 && !ent_gazetteer_relation_directed (loader->gazetteer, relation))
        report (loader, SOURCE, "'%s' has no direction: write the ids in alphabetical order, '%s' first",
                edge->relation, edge->target);
}

static void
read_marks (Loader *loader, EntGoldEdge *edge)
{
    static const char *const musts[] = { "no", "hard", "yes" }; /* in the order of EntMust */
    if (!ent_status_parse (field (loader, STATUS), &edge->status))
        report_unknown (loader, STATUS, "status must be happened, planned or denied, not", NULL);

    const char *via = field (loader, VIA);
    edge->coref = via != NULL && strcmp (via, "coref") == 0;
    if (via != NULL && !edge->coref && strcmp (via, "direct") != 0)
        report_unknown (loader, VIA, "via must be direct or coref, not", NULL);

    const char *must = field (loader, MUST);
    guint i = 0;
    while (must != NULL && i < G_N_ELEMENTS (musts) && strcmp (must, musts[i]) != 0)
        i++;
    if (i == G_N_ELEMENTS (musts))
        report_unknown (loader, MUST, "must is yes, hard or no, not", NULL);
    edge->must = (EntMust)i;
}

static void
check_seen (Loader *loader, const EntGoldEdge *edge)
{
    char *key = g_strdup_printf ("%s\t%s\t%s\t%s\t%d", edge->article, edge->relation, edge->source,
                                 edge->target, edge->status);
    guint line = GPOINTER_TO_UINT (g_hash_table_lookup (loader->seen, key));
    if (line != 0)
        report (loader, N_COLUMNS, "the same edge as in line %u", line);
    else
        g_hash_table_insert (loader->seen, g_steal_pointer (&key), GUINT_TO_POINTER (loader->line));
    g_free (key);
}

static void
read_row (Loader *loader, EntGold *gold)
{
    guint n = g_strv_length (loader->fields), before = loader->findings->len;
    if (n != loader->n_fields) {
        report (loader, N_COLUMNS, "%u fields expected, as in the header line, not %u", loader->n_fields, n);
        return;
    }
    EntGoldEdge edge = { .line = loader->line };
    read_article (loader, &edge);
    read_ends (loader, read_relation (loader, &edge), &edge);
    read_marks (loader, &edge);
    const char *evidence = field (loader, EVIDENCE), *why = field (loader, WHY);
    edge.evidence = g_strdup (evidence != NULL ? evidence : "");
    edge.why = g_strdup (why != NULL ? why : "");
    if (loader->findings->len == before)
        check_seen (loader, &edge);
    g_array_append_val (gold->edges, edge);
}

/* ---- the file ---- */

/* FALSE where the rows cannot be understood. */
static gboolean
read_line (Loader *loader, EntGold *gold, char *text, gsize n)
{
    if (n > 0 && text[n - 1] == '\n')
        n--;
    if (n > 0 && text[n - 1] == '\r')
        n--;
    text[n] = '\0';
    if (loader->line == 1 && g_str_has_prefix (text, BYTE_ORDER_MARK)) {
        text += strlen (BYTE_ORDER_MARK);
        n -= strlen (BYTE_ORDER_MARK);
    }
    if (n == 0)
        return TRUE;
    if (!g_utf8_validate (text, (gssize)n, NULL)) {
        report (loader, N_COLUMNS, "not UTF-8; save the file as UTF-8");
        return loader->n_fields > 0;
    }
    g_auto (GStrv) fields = g_strsplit (text, "\t", -1);
    loader->fields = fields;
    if (loader->n_fields == 0)
        return read_header (loader);
    read_row (loader, gold);
    return TRUE;
}

/* FALSE with errno where reading fails. */
static gboolean
read_file (Loader *loader, EntGold *gold, FILE *file)
{
    char *text = NULL;
    size_t room = 0;
    gssize length;
    gboolean more = TRUE;
    while (more && (length = getline (&text, &room, file)) >= 0) {
        loader->line++;
        more = read_line (loader, gold, text, (gsize)length);
    }
    free (text);
    if (ferror (file))
        return FALSE;
    if (loader->n_fields == 0 && more) {
        loader->line = 0;
        report (loader, N_COLUMNS, "empty; a header line expected");
    }
    return TRUE;
}

static void
know_articles (Loader *loader, const GPtrArray *articles)
{
    loader->articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    loader->known = g_ptr_array_new ();
    for (guint i = 0; i < articles->len; i++) {
        g_autofree char *name = g_path_get_basename (articles->pdata[i]);
        if (!g_utf8_validate (name, -1, NULL) || g_hash_table_contains (loader->articles, name))
            continue; /* a row, which is UTF-8, cannot name the one, and need not the other */
        g_ptr_array_add (loader->known, name);
        g_hash_table_add (loader->articles, g_steal_pointer (&name));
    }
    g_ptr_array_add (loader->known, NULL);
}

EntGold *
ent_gold_read (const char *path, const EntGazetteer *gazetteer, const GPtrArray *articles,
               GPtrArray *findings, GError **error)
{
    g_autoptr (EntGold) gold = g_new0 (EntGold, 1);
    gold->path = g_strdup (path);
    gold->edges = g_array_new (FALSE, FALSE, sizeof (EntGoldEdge));
    g_array_set_clear_func (gold->edges, clear_edge);

    guint before = findings->len;
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Loader loader = { .path = path, .gazetteer = gazetteer, .findings = findings, .seen = seen };
    know_articles (&loader, articles);
    FILE *file = fopen (path, "r");
    gboolean ok = file != NULL && read_file (&loader, gold, file);
    if (!ok)
        g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: %s", path, g_strerror (errno));
    guint n = findings->len - before;
    if (ok && n > 0)
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s: %u %s", path, n, n == 1 ? "error" : "errors");
    if (file != NULL)
        fclose (file);
    g_hash_table_unref (loader.articles);
    g_ptr_array_unref (loader.known);
    return ok && n == 0 ? g_steal_pointer (&gold) : NULL;
}

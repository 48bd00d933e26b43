/* row.c - a line of an evidence file, its values held to what they must be. */
#include <string.h>

#include "row.h"
#include "scan.h"

static const char *const keys[ENT_N_KEYS] = {
    [ENT_KEY_KIND] = "kind",
    [ENT_KEY_ARTICLE] = "article",
    [ENT_KEY_PATH] = "path",
    [ENT_KEY_SHA256] = "sha256",
    [ENT_KEY_TITLE] = "title",
    [ENT_KEY_DATE] = "date",
    [ENT_KEY_URL] = "url",
    [ENT_KEY_OFFSETS] = "offsets",
    [ENT_KEY_BYTES] = "bytes",
    [ENT_KEY_WORDS] = "words",
    [ENT_KEY_RELATION] = "relation",
    [ENT_KEY_SOURCE] = "source",
    [ENT_KEY_TARGET] = "target",
    [ENT_KEY_DIRECTED] = "directed",
    [ENT_KEY_STATUS] = "status",
    [ENT_KEY_VIA] = "via",
    [ENT_KEY_SENTENCE] = "sentence",
    [ENT_KEY_TEXT] = "text",
    [ENT_KEY_START] = "start",
    [ENT_KEY_END] = "end",
    [ENT_KEY_LINE] = "line",
    [ENT_KEY_SOURCE_SPAN] = "source_span",
    [ENT_KEY_TARGET_SPAN] = "target_span",
    [ENT_KEY_SOURCE_HOW] = "source_how",
    [ENT_KEY_TARGET_HOW] = "target_how",
    [ENT_KEY_SOURCE_ANTECEDENT] = "source_antecedent",
    [ENT_KEY_TARGET_ANTECEDENT] = "target_antecedent",
    [ENT_KEY_CUE_SPAN] = "cue_span",
    [ENT_KEY_RULE] = "rule",
    [ENT_KEY_ENTITIES] = "entities",
};

/* What a line holds; the first key whose value is wrong or missing is the problem. */
typedef struct {
    EntScan scan;
    EntJson values[ENT_N_KEYS];
    EntSpan spans[ENT_N_KEYS]; /* of arrays */
    GArray *named;
    const char *problem;
} Values;

static void
complain (Values *values, EntKey key)
{
    if (values->problem == NULL)
        values->problem = keys[key];
}

/* ---- into values ---- */

/* A key most often follows the one that it followed in the row before. */
static EntKey
find_key (const char *name, EntKey next)
{
    for (guint i = 0; i < ENT_N_KEYS; i++) {
        EntKey key = (EntKey)((next + i) % ENT_N_KEYS);
        if (strcmp (keys[key], name) == 0)
            return key;
    }
    return ENT_N_KEYS;
}

/* [start, end]; any other array is none. */
static EntJsonType
read_span (EntScan *scan, EntSpan *span)
{
    guint64 numbers[2] = { 0, 0 };
    gboolean good = TRUE, first = TRUE;
    guint n = 0;
    for (; ent_scan_next (scan, ']', &first); n++) {
        EntJson value = ent_scan_value (scan);
        ent_scan_pass (scan, value);
        good &= n < 2 && value.type == ENT_JSON_WHOLE;
        if (good)
            numbers[n] = value.number;
    }
    *span = (EntSpan){ numbers[0], numbers[1] };
    return good && n == 2 && span->start <= span->end ? ENT_JSON_ARRAY : ENT_JSON_OTHER;
}

static gboolean
parse_how (const char *name, EntHow *how)
{
    for (*how = ENT_HOW_NAME; *how <= ENT_HOW_PRONOUN; ++*how)
        if (strcmp (name, ent_how_name (*how)) == 0)
            return TRUE;
    return FALSE;
}

/* {"id", "start", "end", "how"}, in any order. */
static gboolean
read_named (EntScan *scan, EntNamed *named)
{
    gboolean id = FALSE, start = FALSE, end = FALSE, how = FALSE, first = TRUE;
    while (ent_scan_next (scan, '}', &first)) {
        const char *key = ent_scan_key (scan);
        EntJson value = ent_scan_value (scan);
        ent_scan_pass (scan, value);
        if (strcmp (key, "id") == 0)
            id = value.type == ENT_JSON_TEXT, named->id = value.text;
        else if (strcmp (key, "start") == 0)
            start = value.type == ENT_JSON_WHOLE, named->span.start = value.number;
        else if (strcmp (key, "end") == 0)
            end = value.type == ENT_JSON_WHOLE, named->span.end = value.number;
        else if (strcmp (key, "how") == 0)
            how = value.type == ENT_JSON_TEXT && parse_how (value.text, &named->how);
    }
    return id && start && end && how && named->span.start <= named->span.end;
}

static int
compare_named (gconstpointer a, gconstpointer b)
{
    return strcmp (((const EntNamed *)a)->id, ((const EntNamed *)b)->id);
}

/* Two different entities or more, whatever their order in the file. */
static EntJsonType
read_entities (EntScan *scan, GArray *list)
{
    gboolean good = TRUE, first = TRUE, sorted = TRUE;
    g_array_set_size (list, 0);
    while (ent_scan_next (scan, ']', &first)) {
        EntJson value = ent_scan_value (scan);
        EntNamed named = { 0 };
        if (value.type == ENT_JSON_OBJECT)
            good &= read_named (scan, &named);
        else
            good = FALSE;
        ent_scan_pass (scan,
                       (EntJson){ .type = value.type == ENT_JSON_ARRAY ? ENT_JSON_ARRAY : ENT_JSON_NONE });
        if (good && !scan->bad) {
            sorted &=
                list->len == 0 || compare_named (&g_array_index (list, EntNamed, list->len - 1), &named) < 0;
            g_array_append_val (list, named);
        }
    }
    if (good && !sorted)
        g_array_sort (list, compare_named);
    for (guint i = 1; good && !sorted && i < list->len; i++)
        good =
            compare_named (&g_array_index (list, EntNamed, i - 1), &g_array_index (list, EntNamed, i)) != 0;
    return good && list->len > 1 ? ENT_JSON_ARRAY : ENT_JSON_OTHER;
}

/* The members of the object into values; those of unknown keys are passed over. */
static void
read_members (Values *values)
{
    EntScan *scan = &values->scan;
    gboolean first = TRUE;
    EntKey next = 0;
    while (ent_scan_next (scan, '}', &first)) {
        EntKey key = find_key (ent_scan_key (scan), next);
        EntJson value = ent_scan_value (scan);
        if (key == ENT_KEY_ENTITIES && value.type == ENT_JSON_ARRAY)
            value.type = read_entities (scan, values->named);
        else if (key < ENT_N_KEYS && value.type == ENT_JSON_ARRAY)
            value.type = read_span (scan, &values->spans[key]);
        else
            ent_scan_pass (scan, value);
        if (key == ENT_N_KEYS)
            continue;
        values->values[key] = value;
        next = key + 1;
    }
}

/* ---- out of values ---- */

static gboolean
has (const Values *values, EntKey key)
{
    return values->values[key].type > ENT_JSON_NULL;
}

static const char *
text_of (Values *values, EntKey key)
{
    if (values->values[key].type == ENT_JSON_TEXT)
        return values->values[key].text;
    complain (values, key);
    return "";
}

static const char *
text_or_empty (Values *values, EntKey key)
{
    return has (values, key) ? text_of (values, key) : "";
}

static guint64
number_of (Values *values, EntKey key)
{
    if (values->values[key].type != ENT_JSON_WHOLE)
        complain (values, key);
    return values->values[key].number;
}

static EntSpan
span_of (Values *values, EntKey key)
{
    if (values->values[key].type != ENT_JSON_ARRAY)
        complain (values, key);
    return values->spans[key];
}

static EntSpan
span_or_empty (Values *values, EntKey key)
{
    return has (values, key) ? span_of (values, key) : (EntSpan){ 0, 0 };
}

static gint64
count_of (Values *values, EntKey key)
{
    return has (values, key) ? (gint64)number_of (values, key) : -1;
}

static EntSpan
sentence_span (Values *values)
{
    EntSpan span = { number_of (values, ENT_KEY_START), number_of (values, ENT_KEY_END) };
    if (span.end < span.start)
        complain (values, ENT_KEY_END);
    return span;
}

static guint
line_of (Values *values)
{
    gint64 line = count_of (values, ENT_KEY_LINE);
    if (line > G_MAXUINT)
        complain (values, ENT_KEY_LINE);
    return (guint)MAX (line, 0);
}

static EntHow
how_of (Values *values, EntKey key)
{
    EntHow how = ENT_HOW_NAME;
    if (has (values, key) && !parse_how (text_of (values, key), &how))
        complain (values, key);
    return how;
}

/* TRUE for "coref". */
static gboolean
read_via (Values *values)
{
    const char *via = text_of (values, ENT_KEY_VIA);
    if (strcmp (via, "coref") != 0 && strcmp (via, "direct") != 0)
        complain (values, ENT_KEY_VIA);
    return strcmp (via, "coref") == 0;
}

/* Of the first edition the path stands under another key, and no date is an empty text. */
static EntCitation
citation_of (Values *values, EntKey path)
{
    EntDate date = { 0, 0, 0 };
    const char *day = text_or_empty (values, ENT_KEY_DATE);
    if (day[0] != '\0' && !ent_date_parse (day, &date))
        complain (values, ENT_KEY_DATE);
    const char *offsets = has (values, ENT_KEY_OFFSETS) ? text_of (values, ENT_KEY_OFFSETS) : "bytes";
    gboolean chars = strcmp (offsets, "chars") == 0;
    if (!chars && strcmp (offsets, "bytes") != 0)
        complain (values, ENT_KEY_OFFSETS);
    return (EntCitation){ .path = (char *)text_of (values, path),
                          .sha256 = (char *)text_or_empty (values, ENT_KEY_SHA256),
                          .title = (char *)text_or_empty (values, ENT_KEY_TITLE),
                          .url = (char *)text_or_empty (values, ENT_KEY_URL),
                          .date = date,
                          .offsets = chars ? ENT_OFFSETS_CHARS : ENT_OFFSETS_BYTES,
                          .bytes = count_of (values, ENT_KEY_BYTES),
                          .words = count_of (values, ENT_KEY_WORDS) };
}

static EntEvidence
relation_of (Values *values)
{
    EntJsonType directed = values->values[ENT_KEY_DIRECTED].type;
    EntEvidence relation = { .relation = text_of (values, ENT_KEY_RELATION),
                             .source = text_of (values, ENT_KEY_SOURCE),
                             .target = text_of (values, ENT_KEY_TARGET),
                             .directed = directed == ENT_JSON_TRUE };
    if (directed != ENT_JSON_TRUE && directed != ENT_JSON_FALSE)
        complain (values, ENT_KEY_DIRECTED);
    if (!ent_status_parse (text_of (values, ENT_KEY_STATUS), &relation.status))
        complain (values, ENT_KEY_STATUS);
    relation.coref = read_via (values);
    relation.sentence = text_of (values, ENT_KEY_SENTENCE);
    relation.text = has (values, ENT_KEY_TEXT) ? text_of (values, ENT_KEY_TEXT) : relation.sentence;
    relation.span = sentence_span (values);
    relation.line = line_of (values);
    relation.source_span = span_of (values, ENT_KEY_SOURCE_SPAN);
    relation.target_span = span_of (values, ENT_KEY_TARGET_SPAN);
    relation.source_how = how_of (values, ENT_KEY_SOURCE_HOW);
    relation.target_how = how_of (values, ENT_KEY_TARGET_HOW);
    relation.source_antecedent = span_or_empty (values, ENT_KEY_SOURCE_ANTECEDENT);
    relation.target_antecedent = span_or_empty (values, ENT_KEY_TARGET_ANTECEDENT);
    relation.rule = text_or_empty (values, ENT_KEY_RULE);
    relation.cue = relation.rule[0] != '\0' ? span_of (values, ENT_KEY_CUE_SPAN)
                                            : span_or_empty (values, ENT_KEY_CUE_SPAN);
    return relation;
}

static EntCoMention
sentence_of (Values *values)
{
    EntJsonType entities = values->values[ENT_KEY_ENTITIES].type;
    if (entities != ENT_JSON_ARRAY && entities != ENT_JSON_NULL)
        complain (values, ENT_KEY_ENTITIES);
    gboolean named = entities == ENT_JSON_ARRAY;
    return (EntCoMention){ .span = sentence_span (values),
                           .line = line_of (values),
                           .text = text_of (values, ENT_KEY_TEXT),
                           .named = named ? (const EntNamed *)(gpointer)values->named->data : NULL,
                           .n_named = named ? values->named->len : 0 };
}

static void
read_line (EntEvidenceLine *line, Values *values)
{
    static const char *const kinds[] = { "article", "sentence", "relation" };
    gboolean first_edition = values->values[ENT_KEY_KIND].type == ENT_JSON_NONE;
    const char *kind = first_edition ? "" : text_of (values, ENT_KEY_KIND);
    for (line->is = ENT_LINE_ARTICLE; line->is < ENT_LINE_FIRST_EDITION; line->is++)
        if (strcmp (kind, kinds[line->is]) == 0)
            break;
    if (line->is == ENT_LINE_FIRST_EDITION && !first_edition)
        complain (values, ENT_KEY_KIND);
    line->citation = line->is != ENT_LINE_SENTENCE
                         ? citation_of (values, first_edition ? ENT_KEY_ARTICLE : ENT_KEY_PATH)
                         : (EntCitation){ 0 };
    if (!first_edition)
        line->citation.number = number_of (values, ENT_KEY_ARTICLE);
    if (line->is == ENT_LINE_SENTENCE)
        line->sentence = sentence_of (values);
    else if (line->is != ENT_LINE_ARTICLE)
        line->relation = relation_of (values);
}

gboolean
ent_evidence_line_read (EntEvidenceLine *line, char *text, gsize length, char **problem)
{
    Values values = { .scan = { text, text + length, FALSE, FALSE }, .named = line->named };
    EntJson all = ent_scan_value (&values.scan);
    if (all.type == ENT_JSON_OBJECT)
        read_members (&values);
    else
        ent_scan_pass (&values.scan, all);
    if (values.scan.nul)
        *problem = g_strdup ("a NUL in a text");
    else if (!ent_scan_is_done (&values.scan))
        *problem = g_strdup ("not JSON");
    else if (all.type != ENT_JSON_OBJECT)
        *problem = g_strdup ("not a JSON object");
    else
        read_line (line, &values);
    if (values.problem != NULL)
        *problem = g_strdup_printf ("no evidence: '%s' is missing or wrong", values.problem);
    return *problem == NULL;
}

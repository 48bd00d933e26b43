/* evidence.c - the evidence file: one JSON object a line. Written by hand and without printf, since it is
 * written for every sentence of a corpus; read with json-glib. */
#include <errno.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "entente.h"

enum { MAX_DEPTH = 8 }; /* of brackets; ours are three deep */

/* ---- writing ---- */

static void
add_escape (GString *out, char c)
{
    if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
    else if (c == '\n')
        g_string_append (out, "\\n");
    else if (c == '\r')
        g_string_append (out, "\\r");
    else if (c == '\t')
        g_string_append (out, "\\t");
    else
        g_string_append_printf (out, "\\u%04x", (guchar)c);
}

static gboolean
wants_escape (char c)
{
    return (guchar)c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

static void
add_string (GString *out, const char *key, const char *value)
{
    g_string_append_c (out, '"');
    g_string_append (out, key);
    g_string_append (out, "\": \"");
    while (*value != '\0') {
        const char *start = value;
        while (*value != '\0' && !wants_escape (*value))
            value++;
        g_string_append_len (out, start, value - start);
        if (*value != '\0')
            add_escape (out, *value++);
    }
    g_string_append (out, "\", ");
}

static void
add_number (GString *out, gsize number)
{
    char digits[24];
    char *at = digits + sizeof digits;
    do
        *--at = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    g_string_append_len (out, at, digits + sizeof digits - at);
}

static void
add_span (GString *out, const char *key, EntSpan span)
{
    g_string_append_c (out, '"');
    g_string_append (out, key);
    g_string_append (out, "\": [");
    add_number (out, span.start);
    g_string_append (out, ", ");
    add_number (out, span.end);
    g_string_append (out, "], ");
}

void
ent_citation_to_json (const EntCitation *citation, GString *out)
{
    g_autofree char *date = ent_date_format (citation->date);
    add_string (out, "article", citation->path);
    add_string (out, "sha256", citation->sha256);
    add_string (out, "title", citation->title);
    add_string (out, "date", date);
    add_string (out, "url", citation->url);
}

void
ent_evidence_to_json (const EntEvidence *evidence, GString *out)
{
    g_string_append_c (out, '{');
    if (evidence->article->json != NULL)
        g_string_append (out, evidence->article->json);
    else
        ent_citation_to_json (evidence->article, out);
    add_string (out, "relation", evidence->relation);
    add_string (out, "source", evidence->source);
    add_string (out, "target", evidence->target);
    g_string_append (out, evidence->directed ? "\"directed\": true, " : "\"directed\": false, ");
    add_string (out, "status", ent_status_name (evidence->status));
    add_string (out, "via", evidence->coref ? "coref" : "direct");
    add_string (out, "sentence", evidence->sentence);
    if (strcmp (evidence->text, evidence->sentence) != 0)
        add_string (out, "text", evidence->text);
    g_string_append (out, "\"start\": ");
    add_number (out, evidence->span.start);
    g_string_append (out, ", \"end\": ");
    add_number (out, evidence->span.end);
    g_string_append (out, ", ");
    add_span (out, "source_span", evidence->source_span);
    add_span (out, "target_span", evidence->target_span);
    add_string (out, "source_how", ent_how_name (evidence->source_how));
    add_string (out, "target_how", ent_how_name (evidence->target_how));
    if (evidence->source_antecedent.end > 0)
        add_span (out, "source_antecedent", evidence->source_antecedent);
    if (evidence->target_antecedent.end > 0)
        add_span (out, "target_antecedent", evidence->target_antecedent);
    if (evidence->rule[0] != '\0') {
        add_span (out, "cue_span", evidence->cue);
        add_string (out, "rule", evidence->rule);
    }
    g_string_truncate (out, out->len - 2);
    g_string_append (out, "}\n");
}

/* ---- reading ---- */

/* What a line must hold; a wrong type or a missing key is told by `problem`. */
typedef struct {
    JsonObject *object;
    const char *problem; /* the key */
} Line;

static JsonNode *
member (Line *line, const char *key, JsonNodeType type)
{
    JsonNode *node = json_object_get_member (line->object, key);
    if (node != NULL && JSON_NODE_TYPE (node) == type)
        return node;
    if (line->problem == NULL)
        line->problem = key;
    return NULL;
}

static const char *
read_string (Line *line, const char *key)
{
    JsonNode *node = member (line, key, JSON_NODE_VALUE);
    const char *text =
        node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
    if (text != NULL)
        return text;
    if (line->problem == NULL)
        line->problem = key;
    return "";
}

static gboolean
read_boolean (Line *line, const char *key)
{
    JsonNode *node = member (line, key, JSON_NODE_VALUE);
    if (node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        return json_node_get_boolean (node);
    if (line->problem == NULL)
        line->problem = key;
    return FALSE;
}

/* A whole number from 0 up. */
static gsize
number_of (Line *line, const char *key, JsonNode *node)
{
    gboolean whole =
        node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
    gint64 number = whole ? json_node_get_int (node) : -1;
    if (number < 0 && line->problem == NULL)
        line->problem = key;
    return (gsize)MAX (number, 0);
}

static gsize
read_number (Line *line, const char *key)
{
    return number_of (line, key, member (line, key, JSON_NODE_VALUE));
}

static EntSpan
read_span (Line *line, const char *key)
{
    JsonNode *node = member (line, key, JSON_NODE_ARRAY);
    JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
    if (array != NULL && json_array_get_length (array) == 2) {
        EntSpan span = { number_of (line, key, json_array_get_element (array, 0)),
                         number_of (line, key, json_array_get_element (array, 1)) };
        if (span.start <= span.end)
            return span;
    }
    if (line->problem == NULL)
        line->problem = key;
    return (EntSpan){ 0, 0 };
}

/* TRUE for "coref". */
static gboolean
read_via (Line *line)
{
    const char *via = read_string (line, "via");
    if (strcmp (via, "coref") == 0)
        return TRUE;
    if (strcmp (via, "direct") != 0 && line->problem == NULL)
        line->problem = "via";
    return FALSE;
}

/* May be left out by files that others have made. */
static EntHow
read_how (Line *line, const char *key)
{
    if (!json_object_has_member (line->object, key))
        return ENT_HOW_NAME;
    const char *name = read_string (line, key);
    for (EntHow how = ENT_HOW_NAME; how <= ENT_HOW_PRONOUN; how++)
        if (strcmp (name, ent_how_name (how)) == 0)
            return how;
    if (line->problem == NULL)
        line->problem = key;
    return ENT_HOW_NAME;
}

static void
read_evidence (Line *line, EntEvidence *evidence, EntCitation *citation)
{
    EntDate date = { 0, 0, 0 };
    const char *day = read_string (line, "date");
    const char *status = read_string (line, "status");
    if (day[0] != '\0' && !ent_date_parse (day, &date) && line->problem == NULL)
        line->problem = "date";
    *citation = (EntCitation){ (char *)read_string (line, "article"),
                               (char *)read_string (line, "sha256"),
                               (char *)read_string (line, "title"),
                               (char *)read_string (line, "url"),
                               date,
                               NULL };
    *evidence = (EntEvidence){ .article = citation,
                               .relation = read_string (line, "relation"),
                               .source = read_string (line, "source"),
                               .target = read_string (line, "target"),
                               .directed = read_boolean (line, "directed"),
                               .coref = read_via (line),
                               .sentence = read_string (line, "sentence"),
                               .span = { read_number (line, "start"), read_number (line, "end") },
                               .source_span = read_span (line, "source_span"),
                               .target_span = read_span (line, "target_span"),
                               .rule = "" };
    if (evidence->span.end < evidence->span.start && line->problem == NULL)
        line->problem = "end";
    evidence->text =
        json_object_has_member (line->object, "text") ? read_string (line, "text") : evidence->sentence;
    if (!ent_status_parse (status, &evidence->status) && line->problem == NULL)
        line->problem = "status";
    evidence->source_how = read_how (line, "source_how");
    evidence->target_how = read_how (line, "target_how");
    if (json_object_has_member (line->object, "source_antecedent"))
        evidence->source_antecedent = read_span (line, "source_antecedent");
    if (json_object_has_member (line->object, "target_antecedent"))
        evidence->target_antecedent = read_span (line, "target_antecedent");
    if (json_object_has_member (line->object, "rule")) {
        evidence->rule = read_string (line, "rule");
        evidence->cue = read_span (line, "cue_span");
    }
}

static gboolean
read_line (JsonParser *parser, const char *text, gssize length, const char *path, guint number,
           EntEvidenceFunc each, gpointer closure, GError **error)
{
    g_autoptr (GError) problem = NULL;
    if (!ent_json_is_plain (text, length, MAX_DEPTH) ||
        !json_parser_load_from_data (parser, text, length, &problem)) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s:%u: not JSON", path, number);
        return FALSE;
    }
    if (ent_json_has_nul (text, (gsize)length)) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s:%u: a NUL in a text", path, number);
        return FALSE;
    }
    JsonNode *root = json_parser_get_root (parser);
    if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s:%u: not a JSON object", path, number);
        return FALSE;
    }
    Line line = { json_node_get_object (root), NULL };
    EntEvidence evidence;
    EntCitation citation;
    read_evidence (&line, &evidence, &citation);
    if (line.problem != NULL) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s:%u: no evidence: '%s' is missing or wrong", path,
                     number, line.problem);
        return FALSE;
    }
    each (&evidence, closure);
    return TRUE;
}

gboolean
ent_evidence_read (const char *path, EntEvidenceFunc each, gpointer closure, GError **error)
{
    FILE *file = strcmp (path, "-") == 0 ? stdin : fopen (path, "r");
    if (file == NULL) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: %s", path, g_strerror (errno));
        return FALSE;
    }
    g_autoptr (JsonParser) parser = json_parser_new ();
    char *text = NULL;
    gsize room = 0;
    gboolean ok = TRUE;
    gssize length;
    for (guint number = 1; ok && (length = getline (&text, &room, file)) >= 0; number++)
        if (strspn (text, " \t\r\n") < (gsize)length)
            ok = read_line (parser, text, length, path, number, each, closure, error);
    if (ok && ferror (file)) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: %s", path, g_strerror (errno));
        ok = FALSE;
    }
    free (text);
    if (file != stdin)
        fclose (file);
    return ok;
}

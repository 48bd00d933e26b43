/* yaml.c - libyaml's events as a tree with places, and its complaints in plain words. */
#include <string.h>
#include <yaml.h>

#include "finding.h"
#include "nearest.h"
#include "yaml.h"

enum { MAX_DEPTH = 16 }; /* of anybody's data files the deepest has 5 */

typedef struct {
    yaml_parser_t yaml;
    const char *path;
    const EntSource *source;
    GStringChunk *strings;
    GPtrArray *findings;
    GArray *nodes; /* of EntYaml */
} Parser;

static void G_GNUC_PRINTF (4, 5) report (Parser *parser, guint line, guint column, const char *format, ...)
{
    EntLocation place = { .line = line, .column = column };
    va_list args;
    va_start (args, format);
    EntFinding *finding = ent_finding_new (parser->source->name, place, ENT_SEVERITY_ERROR, format, args);
    va_end (args);
    finding->rule = "syntax";
    g_ptr_array_add (parser->findings, finding);
}

static void
report_at (Parser *parser, yaml_mark_t mark, const char *message)
{
    report (parser, (guint)mark.line + 1, (guint)mark.column + 1, "%s", message);
}

/* ---- syntax errors ---- */

/* What libyaml says, what it means to the author of the file, and whether the place to show
 * is where it gave up or where the construct began. */
static const struct {
    const char *context, *problem, *message;
    gboolean at_start;
} meanings[] = {
    { "while scanning a simple key", "could not find expected ':'", "':' expected after this key", TRUE },
    { "while scanning a quoted scalar", "found unexpected end of stream", "this quote is never closed",
      TRUE },
    { "while scanning a quoted scalar", "found unexpected document indicator", "this quote is never closed",
      TRUE },
    { "while parsing a quoted scalar", "found unknown escape character",
      "unknown escape; in double quotes write '\\\\' for a backslash", FALSE },
    { "while parsing a flow sequence", "did not find expected ',' or ']'", "',' or ']' expected", FALSE },
    { "while parsing a flow mapping", "did not find expected ',' or '}'", "',' or '}' expected", FALSE },
    { "while parsing a block mapping", "did not find expected key",
      "a key expected, indented like the keys before it", FALSE },
    { "while parsing a block collection", "did not find expected '-' indicator",
      "'-' expected, as before the items above", FALSE },
    { NULL, "mapping values are not allowed in this context", "unexpected ':'; quote a text that holds ': '",
      FALSE },
    { NULL, "found unexpected ':'", "unexpected ':'; quote a text that holds ':'", FALSE },
    { NULL, "mapping keys are not allowed in this context",
      "unexpected '?'; quote a text that starts with it", FALSE },
    { NULL, "block sequence entries are not allowed in this context",
      "unexpected '-'; a list starts on the line below its key", FALSE },
    { NULL, "did not find expected alphabetic or numeric character",
      "a text that starts with '*' or '&' must be quoted", TRUE },
    { NULL, "did not find expected node content", "a value expected", FALSE },
    { NULL, "did not find expected <document start>", "the document has ended before this", FALSE },
    { NULL, "found a tab character that violates indentation", "indent with spaces, not with a tab", FALSE },
    { NULL, "found a tab character where an indentation space is expected",
      "indent with spaces, not with a tab", FALSE },
};

static gboolean
is_same (const char *expected, const char *said)
{
    return expected == NULL || g_strcmp0 (expected, said) == 0;
}

static void
report_bad_start (Parser *parser, yaml_mark_t mark)
{
    EntSpan line = ent_source_line (parser->source, (guint)mark.line + 1);
    const char *s = parser->source->text + line.start, *end = parser->source->text + line.end;
    for (gsize i = 0; i < mark.column && s < end; i++)
        s = g_utf8_next_char (s);
    if (s < end && *s == '\t')
        report_at (parser, mark, "indent with spaces, not with a tab");
    else if (s < end && g_ascii_isgraph (*s))
        report (parser, (guint)mark.line + 1, (guint)mark.column + 1,
                "a text that starts with '%c' must be quoted", *s);
    else
        report_at (parser, mark, "this text must be quoted");
}

/* After a failed parse the event is zeroed: the parser knows what happened and where. */
static void
report_syntax (Parser *parser)
{
    const yaml_parser_t *yaml = &parser->yaml;
    const char *problem = yaml->problem != NULL ? yaml->problem : "cannot be read";
    guint line, column;

    if (yaml->error == YAML_READER_ERROR) { /* has an offset and no mark */
        ent_source_place (parser->source, yaml->problem_offset, &line, &column);
        report (parser, line, column, "the character U+%04X is not allowed", (guint)yaml->problem_value);
        return;
    }
    if (strcmp (problem, "found character that cannot start any token") == 0) {
        report_bad_start (parser, yaml->problem_mark);
        return;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
        if (is_same (meanings[i].context, yaml->context) && is_same (meanings[i].problem, problem)) {
            report_at (parser, meanings[i].at_start ? yaml->context_mark : yaml->problem_mark,
                       meanings[i].message);
            return;
        }
    report_at (parser, yaml->problem_mark, problem);
}

/* ---- the tree ---- */

static gboolean parse_node (Parser *parser, const yaml_event_t *event, guint depth);

void
ent_yaml_free (EntYaml *root)
{
    g_free (root);
}

/* Appends a node of size 1 and returns its index; pointers to nodes hold only once all are there. */
static guint
add_node (Parser *parser, const yaml_event_t *event, EntYamlKind kind)
{
    EntYaml node = { .path = parser->path, .size = 1, .kind = kind };
    node.place.line = (guint)event->start_mark.line + 1;
    node.place.column = (guint)event->start_mark.column + 1;
    if (kind == ENT_YAML_SCALAR) {
        node.place.end_line = (guint)event->end_mark.line + 1;
        node.place.end_column = (guint)event->end_mark.column + 1;
    }
    g_array_append_val (parser->nodes, node);
    return parser->nodes->len - 1;
}

static gboolean
is_null (const char *text, gsize length)
{
    static const char *const nulls[] = { "", "~", "null", "Null", "NULL", NULL };
    return length <= strlen ("null") && g_strv_contains (nulls, text);
}

static void
add_scalar (Parser *parser, const yaml_event_t *event)
{
    const char *value = (const char *)event->data.scalar.value;
    gsize length = event->data.scalar.length;
    guint index = add_node (parser, event, ENT_YAML_SCALAR);
    EntYaml *node = &g_array_index (parser->nodes, EntYaml, index);
    node->text = g_string_chunk_insert_len (parser->strings, value, (gssize)length);
    node->null = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && is_null (node->text, length);
    if (strlen (node->text) != length)
        report_at (parser, event->start_mark, "a NUL character in a text");
}

/* Adds the nodes up to the event that ends the collection. FALSE when something was reported that leaves nothing
 * to go on with. */
static gboolean
parse_items (Parser *parser, const yaml_event_t *start, yaml_event_type_t end, guint depth)
{
    gboolean is_mapping = end == YAML_MAPPING_END_EVENT;
    guint node = add_node (parser, start, is_mapping ? ENT_YAML_MAPPING : ENT_YAML_SEQUENCE);
    for (guint n = 0;; n++) {
        yaml_event_t event;
        if (!yaml_parser_parse (&parser->yaml, &event)) {
            report_syntax (parser);
            return FALSE;
        }
        gboolean is_end = event.type == end, parsed = FALSE;
        if (is_end)
            g_array_index (parser->nodes, EntYaml, node).size = parser->nodes->len - node;
        else if (is_mapping && n % 2 == 0 &&
                 (event.type == YAML_SEQUENCE_START_EVENT || event.type == YAML_MAPPING_START_EVENT))
            report_at (parser, event.start_mark,
                       "a key must be plain text; quote it if it starts with [ or {");
        else
            parsed = parse_node (parser, &event, depth);
        yaml_event_delete (&event);
        if (is_end || !parsed)
            return is_end;
    }
}

static const char *
event_anchor (const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return (const char *)event->data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT:
        return (const char *)event->data.sequence_start.anchor;
    case YAML_MAPPING_START_EVENT:
        return (const char *)event->data.mapping_start.anchor;
    default:
        return NULL;
    }
}

static gboolean
parse_node (Parser *parser, const yaml_event_t *event, guint depth)
{
    if (event->type == YAML_ALIAS_EVENT || event_anchor (event) != NULL) {
        report_at (parser, event->start_mark,
                   "anchors (&) and aliases (*) are not allowed; write the value out, or quote the text");
        return FALSE;
    }
    if (event->type == YAML_SCALAR_EVENT) {
        add_scalar (parser, event);
        return TRUE;
    }
    if (depth == MAX_DEPTH) {
        report_at (parser, event->start_mark, "nested too deep");
        return FALSE;
    }
    if (event->type == YAML_SEQUENCE_START_EVENT)
        return parse_items (parser, event, YAML_SEQUENCE_END_EVENT, depth + 1);
    return parse_items (parser, event, YAML_MAPPING_END_EVENT, depth + 1);
}

/* Adds the nodes of the first document; FALSE as parse_items. */
static gboolean
parse_documents (Parser *parser)
{
    for (guint documents = 0;;) {
        yaml_event_t event;
        if (!yaml_parser_parse (&parser->yaml, &event)) {
            report_syntax (parser);
            return FALSE;
        }
        yaml_event_type_t type = event.type;
        gboolean parsed = TRUE;
        if (type >= YAML_ALIAS_EVENT)
            parsed = parse_node (parser, &event, 0);
        else if (type == YAML_DOCUMENT_START_EVENT && ++documents == 2)
            report_at (parser, event.start_mark, "a second document starts here; only one is read");
        yaml_event_delete (&event);
        if (documents == 2 || type == YAML_STREAM_END_EVENT || !parsed)
            return parsed;
    }
}

/* ---- bytes ---- */

/* One finding a line: a file in another encoding has many such bytes. */
static void
report_bad_bytes (const EntSource *source, GPtrArray *findings)
{
    Parser parser = { .source = source, .findings = findings };
    const char *s = source->text, *end = source->text + source->length;
    guint last_line = 0, line, column;
    while (!g_utf8_validate_len (s, (gsize)(end - s), &s)) {
        ent_source_place (source, (gsize)(s - source->text), &line, &column);
        if (*s == '\0') {
            report (&parser, line, column, "a NUL byte; this is not a text file");
            return; /* what follows would not help */
        }
        if (line != last_line)
            report (&parser, line, column, "byte 0x%02X is not UTF-8; save the file as UTF-8", (guchar)*s);
        last_line = line;
        EntSpan span = ent_source_line (source, line + 1);
        s = source->text + span.start;
    }
}

gsize
ent_yaml_mark_length (const char *bytes, gsize length)
{
    return length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

EntYaml *
ent_yaml_parse (const char *path, const char *bytes, gsize length, GStringChunk *strings, GPtrArray *findings)
{
    gsize mark = ent_yaml_mark_length (bytes, length); /* libyaml would count it as a column */
    if (length == mark) /* bytes may then be NULL, which libyaml does not take */
        return NULL;
    bytes += mark;
    length -= mark;
    if (length >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0)) {
        ent_findings_add (findings, path, (EntLocation){ 0 }, ENT_SEVERITY_ERROR,
                          "in UTF-16; save the file as UTF-8");
        return NULL;
    }
    g_autofree char *repaired = NULL;
    if (!g_utf8_validate_len (bytes, length, NULL)) {
        g_autoptr (EntSource) damaged = ent_source_new (path, bytes, length);
        report_bad_bytes (damaged, findings);
        if (memchr (bytes, '\0', length) != NULL)
            return NULL;
        repaired = g_utf8_make_valid (bytes, (gssize)length);
        bytes = repaired;
        length = strlen (repaired);
    }
    g_autoptr (EntSource) source = ent_source_new (path, bytes, length);
    Parser parser = { .path = path,
                      .source = source,
                      .strings = strings,
                      .findings = findings,
                      .nodes = g_array_new (FALSE, FALSE, sizeof (EntYaml)) };
    if (!yaml_parser_initialize (&parser.yaml))
        g_error ("out of memory"); /* as GLib does */
    yaml_parser_set_encoding (&parser.yaml, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string (&parser.yaml, (const unsigned char *)bytes, length);
    gboolean parsed = parse_documents (&parser) && parser.nodes->len > 0;
    yaml_parser_delete (&parser.yaml);
    return (EntYaml *)g_array_free (parser.nodes, !parsed);
}

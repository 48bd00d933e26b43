/* yaml_write.c - libyaml's emitter, and which texts must be quoted. */
#include <string.h>
#include <yaml.h>

#include "yaml_write.h"

enum { WIDTH = 118 };

struct EntYamlWriter {
    yaml_emitter_t emitter;
    GString *out;
    gboolean ok;
};

static int
append (void *out, unsigned char *bytes, size_t length)
{
    g_string_append_len (out, (const char *)bytes, (gssize)length);
    return 1;
}

/* Takes the event over, if it could be made. */
static void
emit (EntYamlWriter *writer, yaml_event_t *event, int made)
{
    writer->ok = writer->ok && made;
    if (writer->ok)
        writer->ok = yaml_emitter_emit (&writer->emitter, event) != 0;
    else if (made)
        yaml_event_delete (event);
}

EntYamlWriter *
ent_yaml_writer_new (void)
{
    EntYamlWriter *writer = g_new0 (EntYamlWriter, 1);
    yaml_event_t event;
    writer->out = g_string_new (NULL);
    writer->ok = yaml_emitter_initialize (&writer->emitter) != 0;
    yaml_emitter_set_output (&writer->emitter, append, writer->out);
    yaml_emitter_set_unicode (&writer->emitter, 1);
    yaml_emitter_set_width (&writer->emitter, WIDTH);
    emit (writer, &event, yaml_stream_start_event_initialize (&event, YAML_UTF8_ENCODING));
    emit (writer, &event, yaml_document_start_event_initialize (&event, NULL, NULL, NULL, 1));
    ent_yaml_begin_mapping (writer);
    return writer;
}

/* Would some reader take it, without quotes, for a number, a date, a truth value or nothing at all? */
static gboolean
is_something_else (const char *text)
{
    static const char *const words[] = { "",  "~", "null", "true", "false", "yes", "no", "on",  "off",
                                         "y", "n", "nan",  "inf",  ".inf",  "<<",  "=",  ".nan" };
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (g_ascii_strcasecmp (text, words[i]) == 0)
            return TRUE;
    return g_ascii_isdigit (text[strspn (text, "+-.")]);
}

static void
write_scalar (EntYamlWriter *writer, const char *text, yaml_scalar_style_t style)
{
    yaml_event_t event;
    emit (writer, &event,
          yaml_scalar_event_initialize (&event, NULL, NULL, (const yaml_char_t *)text, (int)strlen (text), 1,
                                        1, style));
}

void
ent_yaml_write_text (EntYamlWriter *writer, const char *text)
{
    write_scalar (writer, text,
                  is_something_else (text) ? YAML_SINGLE_QUOTED_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE);
}

void
ent_yaml_write_plain (EntYamlWriter *writer, const char *text)
{
    write_scalar (writer, text, YAML_PLAIN_SCALAR_STYLE);
}

static void
begin_sequence (EntYamlWriter *writer, yaml_sequence_style_t style)
{
    yaml_event_t event;
    emit (writer, &event, yaml_sequence_start_event_initialize (&event, NULL, NULL, 1, style));
}

void
ent_yaml_begin_list (EntYamlWriter *writer)
{
    begin_sequence (writer, YAML_BLOCK_SEQUENCE_STYLE);
}

void
ent_yaml_end_list (EntYamlWriter *writer)
{
    yaml_event_t event;
    emit (writer, &event, yaml_sequence_end_event_initialize (&event));
}

void
ent_yaml_write_texts (EntYamlWriter *writer, const GPtrArray *texts)
{
    begin_sequence (writer, YAML_FLOW_SEQUENCE_STYLE);
    for (guint i = 0; i < texts->len; i++)
        ent_yaml_write_text (writer, texts->pdata[i]);
    ent_yaml_end_list (writer);
}

void
ent_yaml_begin_mapping (EntYamlWriter *writer)
{
    yaml_event_t event;
    emit (writer, &event,
          yaml_mapping_start_event_initialize (&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE));
}

void
ent_yaml_end_mapping (EntYamlWriter *writer)
{
    yaml_event_t event;
    emit (writer, &event, yaml_mapping_end_event_initialize (&event));
}

char *
ent_yaml_writer_finish (EntYamlWriter *writer)
{
    yaml_event_t event;
    ent_yaml_end_mapping (writer);
    emit (writer, &event, yaml_document_end_event_initialize (&event, 1));
    emit (writer, &event, yaml_stream_end_event_initialize (&event));
    gboolean ok = writer->ok;
    yaml_emitter_delete (&writer->emitter);
    char *text = g_string_free (writer->out, !ok);
    g_free (writer);
    return text;
}

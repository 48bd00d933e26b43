/* yaml_write.h - a YAML document, written piece by piece in the style of the shipped entities.yaml: block mappings,
 * lists of texts on one line. Only yaml_write.c and yaml.c know libyaml. */
#ifndef ENT_BASE_YAML_WRITE_H
#define ENT_BASE_YAML_WRITE_H

#include <glib.h>

/* The document is one mapping. Between new and finish come a key and a value in turn; errors are reported by
 * finish. Texts are UTF-8, and quoted where YAML would take them for something else. */
typedef struct EntYamlWriter EntYamlWriter;
EntYamlWriter *ent_yaml_writer_new (void);

/* A key, a text for a value, or an item of a list. */
void ent_yaml_write_text (EntYamlWriter *writer, const char *text);

/* A value that reads as it should without quotes: a date. */
void ent_yaml_write_plain (EntYamlWriter *writer, const char *text);

/* A list of texts as a value. */
void ent_yaml_write_texts (EntYamlWriter *writer, const GPtrArray *texts);

/* A mapping or a list of mappings as a value; each begin has its end. */
void ent_yaml_begin_mapping (EntYamlWriter *writer);
void ent_yaml_end_mapping (EntYamlWriter *writer);
void ent_yaml_begin_list (EntYamlWriter *writer);
void ent_yaml_end_list (EntYamlWriter *writer);

/* Ends the document, and frees the writer. The text, which the caller frees; NULL where a text was not UTF-8. */
char *ent_yaml_writer_finish (EntYamlWriter *writer);

#endif

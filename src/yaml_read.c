/* yaml_read.c - typed reads of a YAML tree, which report what they do not find. */
#include <string.h>

#include "nearest.h"
#include "yaml.h"

void
ent_yaml_finding (GPtrArray *findings, const char *path, const EntYaml *node, EntSeverity severity,
                  const char *format, ...)
{
    EntFinding *finding = g_new0 (EntFinding, 1);
    va_list args;
    va_start (args, format);
    finding->path = g_strdup (path);
    finding->line = node != NULL ? node->line : 0;
    finding->column = node != NULL ? node->column : 0;
    finding->severity = severity;
    finding->message = g_strdup_vprintf (format, args);
    va_end (args);
    g_ptr_array_add (findings, finding);
}

const EntYaml *
ent_yaml_get (const EntYaml *node, const char *key)
{
    if (node == NULL || node->kind != ENT_YAML_MAPPING)
        return NULL;
    for (guint i = 0; i < node->items->len; i += 2) {
        const EntYaml *item = g_ptr_array_index (node->items, i);
        if (strcmp (item->text, key) == 0)
            return g_ptr_array_index (node->items, i + 1);
    }
    return NULL;
}

static void
report_unknown_key (GPtrArray *findings, const char *path, const EntYaml *key, const char *const *known)
{
    g_autofree char *shown = ent_quote (key->text);
    const char *meant = ent_nearest (key->text, known);
    if (meant != NULL) {
        ent_yaml_finding (findings, path, key, ENT_SEVERITY_ERROR, "unknown key %s; did you mean '%s'?",
                          shown, meant);
        return;
    }
    g_autofree char *list = g_strjoinv (", ", (char **)known);
    ent_yaml_finding (findings, path, key, ENT_SEVERITY_ERROR, "unknown key %s; expected one of: %s", shown,
                      list);
}

void
ent_yaml_check_keys (GPtrArray *findings, const char *path, const EntYaml *mapping, const char *const *known)
{
    if (mapping == NULL || mapping->kind != ENT_YAML_MAPPING)
        return;
    guint n = g_strv_length ((char **)known);
    g_autofree guint *first_lines = g_new0 (guint, n);
    for (guint i = 0; i < mapping->items->len; i += 2) {
        const EntYaml *key = g_ptr_array_index (mapping->items, i);
        guint k = 0;
        while (k < n && strcmp (key->text, known[k]) != 0)
            k++;
        if (k == n)
            report_unknown_key (findings, path, key, known);
        else if (first_lines[k] != 0)
            ent_yaml_finding (findings, path, key, ENT_SEVERITY_ERROR,
                              "duplicate key '%s'; first defined at line %u", key->text, first_lines[k]);
        else
            first_lines[k] = key->line;
    }
}

static gboolean
is_blank (const char *text)
{
    while (g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
    return *text == '\0';
}

char **
ent_yaml_strings (GPtrArray *findings, const char *path, const EntYaml *node, const char *what)
{
    g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
    if (node == NULL || node->null)
        return g_strv_builder_end (strings);
    if (node->kind == ENT_YAML_SCALAR) {
        ent_yaml_finding (findings, path, node, ENT_SEVERITY_ERROR,
                          "'%s' must be a list, not a single text; put it in [ ]", what);
        return g_strv_builder_end (strings);
    }
    if (node->kind == ENT_YAML_MAPPING) {
        ent_yaml_finding (findings, path, node, ENT_SEVERITY_ERROR,
                          "'%s' must be a list, not keys with values", what);
        return g_strv_builder_end (strings);
    }
    for (guint i = 0; i < node->items->len; i++) {
        const EntYaml *item = g_ptr_array_index (node->items, i);
        if (item->kind != ENT_YAML_SCALAR)
            ent_yaml_finding (findings, path, item, ENT_SEVERITY_ERROR,
                              "an item of '%s' must be plain text; quote it if it holds ': '", what);
        else if (item->null || is_blank (item->text))
            ent_yaml_finding (findings, path, item, ENT_SEVERITY_ERROR, "empty item in '%s'", what);
        else
            g_strv_builder_add (strings, item->text);
    }
    return g_strv_builder_end (strings);
}

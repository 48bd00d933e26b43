/* yaml_read.c - typed reads of a YAML tree, which report what they do not find. */
#include <gio/gio.h>
#include <string.h>

#include "finding.h"
#include "nearest.h"
#include "yaml.h"

GResource *ent_data_get_resource (void); /* in data.c, which the build generates from src/data */

EntYaml *
ent_yaml_built_in (const char *name, GStringChunk *strings)
{
    g_autofree char *path = g_strconcat ("/entente/", name, NULL);
    g_autoptr (GPtrArray) findings = g_ptr_array_new ();
    g_autoptr (GBytes) bytes =
        g_resource_lookup_data (ent_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    gsize length;
    const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
    EntYaml *root = text != NULL ? ent_yaml_parse (name, text, length, strings, findings) : NULL;
    if (root == NULL || findings->len > 0)
        g_error ("%s: not as it was built", name); /* the file is part of the program */
    return root;
}

EntFinding *
ent_yaml_finding (GPtrArray *findings, const EntYaml *node, EntSeverity severity, const char *format, ...)
{
    va_list args;
    va_start (args, format);
    EntFinding *finding = ent_finding_new (node->path, node->place, severity, format, args);
    va_end (args);
    finding->rule = "invalid";
    g_ptr_array_add (findings, finding);
    return finding;
}

const EntYaml *
ent_yaml_get (const EntYaml *node, const char *key)
{
    if (node == NULL || node->kind != ENT_YAML_MAPPING)
        return NULL;
    const EntYaml *end = ent_yaml_end (node);
    for (const EntYaml *item = ent_yaml_first (node); item != end; item = ent_yaml_next (item + 1))
        if (strcmp (item->text, key) == 0)
            return item + 1;
    return NULL;
}

static void
report_unknown_key (GPtrArray *findings, const EntYaml *key, const char *const *known)
{
    g_autofree char *shown = ent_quote (key->text);
    const char *meant = ent_nearest (key->text, known);
    if (meant != NULL) {
        ent_yaml_finding (findings, key, ENT_SEVERITY_ERROR, "unknown key %s; did you mean '%s'?", shown,
                          meant);
        return;
    }
    g_autofree char *list = g_strjoinv (", ", (char **)known);
    ent_yaml_finding (findings, key, ENT_SEVERITY_ERROR, "unknown key %s; expected one of: %s", shown, list);
}

void
ent_yaml_check_keys (GPtrArray *findings, const EntYaml *mapping, const char *const *known)
{
    if (mapping == NULL || mapping->kind != ENT_YAML_MAPPING)
        return;
    guint n = g_strv_length ((char **)known);
    g_autofree const EntYaml **first = g_new0 (const EntYaml *, n);
    const EntYaml *end = ent_yaml_end (mapping);
    for (const EntYaml *key = ent_yaml_first (mapping); key != end; key = ent_yaml_next (key + 1)) {
        guint k = 0;
        while (k < n && strcmp (key->text, known[k]) != 0)
            k++;
        if (k == n)
            report_unknown_key (findings, key, known);
        else if (first[k] != NULL)
            ent_finding_note (
                ent_yaml_finding (findings, key, ENT_SEVERITY_ERROR, "duplicate key '%s'", key->text),
                key->path, first[k]->place, "first defined here");
        else
            first[k] = key;
    }
}

static gboolean
is_blank (const char *text)
{
    while (g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
    return *text == '\0';
}

GPtrArray *
ent_yaml_texts (GPtrArray *findings, const EntYaml *node, const char *what)
{
    GPtrArray *texts = g_ptr_array_new ();
    if (node == NULL || node->null)
        return texts;
    if (node->kind == ENT_YAML_SCALAR) {
        ent_yaml_finding (findings, node, ENT_SEVERITY_ERROR,
                          "'%s' must be a list, not a single text; put it in [ ]", what);
        return texts;
    }
    if (node->kind == ENT_YAML_MAPPING) {
        ent_yaml_finding (findings, node, ENT_SEVERITY_ERROR, "'%s' must be a list, not keys with values",
                          what);
        return texts;
    }
    const EntYaml *end = ent_yaml_end (node);
    for (const EntYaml *item = ent_yaml_first (node); item != end; item = ent_yaml_next (item)) {
        if (item->kind != ENT_YAML_SCALAR)
            ent_yaml_finding (findings, item, ENT_SEVERITY_ERROR,
                              "an item of '%s' must be plain text; quote it if it holds ': '", what);
        else if (item->null || is_blank (item->text))
            ent_yaml_finding (findings, item, ENT_SEVERITY_ERROR, "empty item in '%s'", what);
        else
            g_ptr_array_add (texts, (gpointer)item);
    }
    return texts;
}

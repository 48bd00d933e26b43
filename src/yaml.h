/* yaml.h - a YAML document as a tree whose every node knows its place. Only yaml.c knows libyaml. */
#ifndef ENT_YAML_H
#define ENT_YAML_H

#include "entente.h"

typedef enum { ENT_YAML_SCALAR, ENT_YAML_SEQUENCE, ENT_YAML_MAPPING } EntYamlKind;

typedef struct EntYaml EntYaml;
struct EntYaml {
    EntYamlKind kind;
    gboolean null;      /* a scalar that is empty, ~ or null, unquoted */
    char *text;         /* scalar: its value; else NULL */
    guint line, column; /* 1-based, in characters */
    GPtrArray *items;   /* of EntYaml: a sequence's items, a mapping's key, value, key, value, … */
};

/* The first document of `bytes`, or NULL when it is not YAML (a finding says where) or empty (no
 * finding). Duplicate keys of a mapping are findings; so is an alias, since a list of names has no
 * need of one and can be blown up by it. `path` names the text in findings. */
EntYaml *ent_yaml_parse (const char *path, const char *bytes, gsize length, GPtrArray *findings);
void ent_yaml_free (EntYaml *node);

/* The value of a mapping's key; NULL if node is NULL, no mapping, or has no such key. */
const EntYaml *ent_yaml_get (const EntYaml *node, const char *key);

/* Adds a finding at the node's place. */
void ent_yaml_finding (GPtrArray *findings, const char *path, const EntYaml *node, EntSeverity severity,
                       const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Checks that every key of a mapping is one of `known` (NULL-terminated); reports the others, with
 * "did you mean". */
void ent_yaml_check_keys (GPtrArray *findings, const char *path, const EntYaml *mapping,
                          const char *const *known);

/* A list of strings: a sequence of scalars, or nothing at all (NULL or a null scalar gives an empty
 * list). Whatever else stands there is a finding. The caller frees with g_strfreev. */
char **ent_yaml_strings (GPtrArray *findings, const char *path, const EntYaml *node, const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntYaml, ent_yaml_free)

#endif

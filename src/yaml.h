/* yaml.h - a YAML document as a tree whose every node knows its place. Only yaml.c knows libyaml. */
#ifndef ENT_YAML_H
#define ENT_YAML_H

#include "entente.h"

typedef enum { ENT_YAML_SCALAR, ENT_YAML_SEQUENCE, ENT_YAML_MAPPING } EntYamlKind;

typedef struct EntYaml EntYaml;
struct EntYaml {
    EntYamlKind kind;
    gboolean null;    /* a scalar that is empty, ~ or null, unquoted */
    char *text;       /* scalar: its value; else NULL */
    EntPlace place;   /* of a list or mapping only where it starts is known */
    GPtrArray *items; /* of EntYaml: a sequence's items, a mapping's key, value, key, value, …
                           A key is always a scalar. NULL for a scalar */
};

/* The one document of `bytes`. NULL when it is empty (no finding), or when it is not YAML, nested
 * too deep, has a list for a key, or uses an anchor or alias (a finding says where): a list of names has no need of
 * aliases and can be blown up by them. Bytes that are not UTF-8 and a second document are findings
 * too, but the tree is there. `path` names the text in findings. */
EntYaml *ent_yaml_parse (const char *path, const char *bytes, gsize length, GPtrArray *findings);
void ent_yaml_free (EntYaml *node);

/* A file of src/data, all of which are compiled in: "words.yaml". Never NULL. */
EntYaml *ent_yaml_built_in (const char *name);

/* How many bytes a byte order mark takes at the start: they count neither as a line nor as a column. */
gsize ent_yaml_mark_length (const char *bytes, gsize length);

/* The value of a mapping's key, the first if it is there twice; NULL if node is NULL, no mapping,
 * or has no such key. */
const EntYaml *ent_yaml_get (const EntYaml *node, const char *key);

/* Adds a finding at the node's place, or about the file as a whole for NULL. The result belongs to `findings`. */
EntFinding *ent_yaml_finding (GPtrArray *findings, const char *path, const EntYaml *node,
                              EntSeverity severity, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Checks that every key of a mapping is one of `known` (NULL-terminated) and stands there once;
 * reports the others, with "did you mean". Nothing to check in NULL or what is no mapping. */
void ent_yaml_check_keys (GPtrArray *findings, const char *path, const EntYaml *mapping,
                          const char *const *known);

/* A list of texts: a sequence of scalars, or nothing at all (NULL or a null scalar gives an empty
 * list). Whatever else stands there is a finding, which calls the list `what`: its key. Never NULL;
 * the scalars are the document's, the array the caller's. */
GPtrArray *ent_yaml_texts (GPtrArray *findings, const char *path, const EntYaml *node, const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntYaml, ent_yaml_free)

#endif

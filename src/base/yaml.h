/* yaml.h - a YAML document as a tree whose every node knows its place. Only yaml.c knows libyaml, beside yaml_write.c.
 *
 * A tree is one array, a node before what is in it, so that it takes little memory however large the file:
 *
 *     iran: {name: Iran, aliases: []}      mapping  iran  mapping  name  Iran  aliases  sequence
 *     size                                    7      1       5      1     1       1        1
 *
 *     for (const EntYaml *item = ent_yaml_first (list); item != ent_yaml_end (list); item = ent_yaml_next (item))
 *
 * visits the items of a list. A mapping's items are key, value, key, value, ...; a key is always a scalar.
 */
#ifndef ENT_BASE_YAML_H
#define ENT_BASE_YAML_H

#include "entente.h"

typedef enum { ENT_YAML_SCALAR, ENT_YAML_SEQUENCE, ENT_YAML_MAPPING } EntYamlKind;

typedef struct {
    const char *path;  /* of the file, for findings; borrowed */
    const char *text;  /* scalar: its value, borrowed; else NULL */
    EntLocation place; /* of a list or mapping only where it starts is known */
    guint size;        /* nodes of the tree below, this one included */
    guint8 kind;       /* EntYamlKind */
    guint8 null;       /* a scalar that is empty, ~ or null, unquoted */
} EntYaml;

/* The one document of `bytes`. NULL when it is empty (no finding), or when it is not YAML, nested
 * too deep, has a list for a key, or uses an anchor or alias (a finding says where): a list of names has no need of
 * aliases and can be blown up by them. Bytes that are not UTF-8 and a second document are findings
 * too, but the tree is there. `path` must outlive the tree, and so must `strings`, which gets the texts. */
EntYaml *ent_yaml_parse (const char *path, const char *bytes, gsize length, GStringChunk *strings,
                         GPtrArray *findings);
/* Frees a whole tree by its root. */
void ent_yaml_free (EntYaml *root);

/* The items of a sequence or a mapping, and the end that is none of them; none of a scalar. */
static inline const EntYaml *
ent_yaml_first (const EntYaml *node)
{
    return node + 1;
}

static inline const EntYaml *
ent_yaml_next (const EntYaml *node)
{
    return node + node->size;
}

static inline const EntYaml *
ent_yaml_end (const EntYaml *node)
{
    return node + node->size;
}

/* A file of src/data, all of which are compiled in: "words.yaml". Never NULL. `strings` must outlive the tree. */
EntYaml *ent_yaml_built_in (const char *name, GStringChunk *strings);

/* How many bytes a byte order mark takes at the start: they count neither as a line nor as a column. */
gsize ent_yaml_mark_length (const char *bytes, gsize length);

/* The value of a mapping's key, the first if it is there twice; NULL if node is NULL, no mapping,
 * or has no such key. */
const EntYaml *ent_yaml_get (const EntYaml *node, const char *key);

/* Adds a finding at the node's place. The result belongs to `findings`. */
EntFinding *ent_yaml_finding (GPtrArray *findings, const EntYaml *node, EntSeverity severity,
                              const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Checks that every key of a mapping is one of `known` (NULL-terminated) and stands there once;
 * reports the others, with "did you mean". Nothing to check in NULL or what is no mapping. */
void ent_yaml_check_keys (GPtrArray *findings, const EntYaml *mapping, const char *const *known);

/* A list of texts: a sequence of scalars, or nothing at all (NULL or a null scalar gives an empty
 * list). Whatever else stands there is a finding, which calls the list `what`: its key. Never NULL;
 * the scalars are the document's, the array the caller's. */
GPtrArray *ent_yaml_texts (GPtrArray *findings, const EntYaml *node, const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntYaml, ent_yaml_free)

#endif

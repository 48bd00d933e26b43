/* load.h - the steps of loading a gazetteer, and the look-up by id and folded name that they build. */
#ifndef ENT_GAZETTEER_LOAD_H
#define ENT_GAZETTEER_LOAD_H

#include "base/yaml.h"
#include "gazetteer.h"
#include "text/name_fold.h"

/* An empty one. */
EntGazetteer *ent_gazetteer_new (void);

/* Reads files, NULL-terminated, and what they include as far as it goes; mistakes are findings. NULL, with an error,
 * only when one of the files cannot be opened or read. What is read in spite of mistakes may be looked over and freed:
 * entities may lack a name, states and titles. */
EntGazetteer *ent_gazetteer_read (const char *const *paths, GPtrArray *findings, GError **error);

/* Puts the findings in order and gives them excerpts. TRUE if none is an error: the gazetteer can then be used. */
gboolean ent_gazetteer_accept (EntGazetteer *gazetteer, GPtrArray *findings, GError **error);

/* Gives excerpts to those findings that are about the gazetteer's files. */
void ent_gazetteer_quote (const EntGazetteer *gazetteer, GPtrArray *findings);

/* Reads the files into gazetteer->files and those of them that hold keys into `roots` (GPtrArray of EntYaml, freed
 * with ent_yaml_free before the gazetteer), each once, and what is included before what includes it. */
gboolean ent_gazetteer_read_files (EntGazetteer *gazetteer, const char *const *paths, GPtrArray *roots,
                                   GPtrArray *findings, GError **error);

/* Reads the sections states, officials, organizations and ignore of the trees into
 * gazetteer->entities and gazetteer->names. Mistakes are findings. */
void ent_gazetteer_load_entities (EntGazetteer *gazetteer, const GPtrArray *roots, GPtrArray *findings);

/* Reads the sections `articles` into gazetteer->overrides, once the entities are there. */
void ent_gazetteer_load_articles (EntGazetteer *gazetteer, const GPtrArray *roots, GPtrArray *findings);

/* Fills gazetteer->relations: the built-in ones, then those of the sections `relations`. */
void ent_gazetteer_load_relations (EntGazetteer *gazetteer, const GPtrArray *roots, GPtrArray *findings);

void ent_relation_free (EntRelation *relation);

/* The short forms of an official's name, usually the family name, longest first; `state` is the
 * id of the official's state, or NULL. Never NULL, possibly empty; the caller frees with g_strfreev. */
char **ent_name_short_forms (const char *name, const char *state);

/* Whether an office ends before it begins, as far as both dates are known: it may begin in May 2018 and end in 2018. */
gboolean ent_dates_are_reversed (EntDate since, EntDate until);

/* The entity of that id; ENT_NONE if there is none. */
guint ent_gazetteer_find_id (const EntGazetteer *gazetteer, const char *id);

/* The names of an entity that are of one kind, as listed: NULL-terminated, the caller frees with g_strfreev. Empty for
 * ENT_NONE. */
char **ent_gazetteer_names_of (const EntGazetteer *gazetteer, guint entity, EntNameKind kind);

/* Every suggestion compares all entities; a file with more unknown ones has another problem. */
enum { ENT_MAX_SUGGESTIONS = 100 };

/* The id of the entity whose id or name is nearest to a text; NULL if none is near. */
const char *ent_gazetteer_nearest_id (const EntGazetteer *gazetteer, const char *text, gboolean states_only);

#endif

/* write.c - entries as a gazetteer, in the order of its sections. */
#include "base/yaml_write.h"
#include "import.h"

static const char *const sections[] = { "states", "officials", "organizations" }; /* by EntKind */

static void
write_pair (EntYamlWriter *writer, const char *key, const char *text)
{
    ent_yaml_write_text (writer, key);
    ent_yaml_write_text (writer, text);
}

static void
write_date (EntYamlWriter *writer, const char *key, EntDate date)
{
    if (date.year == 0)
        return;
    g_autofree char *text = ent_date_format (date);
    ent_yaml_write_text (writer, key);
    ent_yaml_write_plain (writer, text);
}

static void
write_list (EntYamlWriter *writer, const char *key, const GPtrArray *texts)
{
    if (texts->len == 0)
        return;
    ent_yaml_write_text (writer, key);
    ent_yaml_write_texts (writer, texts);
}

static void
write_offices (EntYamlWriter *writer, const GArray *offices)
{
    if (offices->len == 0)
        return;
    ent_yaml_write_text (writer, "offices");
    ent_yaml_begin_list (writer);
    for (guint i = 0; i < offices->len; i++) {
        const EntTerm *office = &g_array_index (offices, EntTerm, i);
        ent_yaml_begin_mapping (writer);
        write_pair (writer, "title", office->title);
        write_date (writer, "since", office->since);
        write_date (writer, "until", office->until);
        ent_yaml_end_mapping (writer);
    }
    ent_yaml_end_list (writer);
}

static void
write_entry (EntYamlWriter *writer, const EntEntry *entry)
{
    ent_yaml_write_text (writer, entry->id);
    ent_yaml_begin_mapping (writer);
    write_pair (writer, "name", entry->name);
    write_list (writer, "aliases", entry->aliases);
    write_list (writer, "demonyms", entry->demonyms);
    write_list (writer, "metonyms", entry->metonyms);
    if (entry->home != NULL)
        write_pair (writer, "state", entry->home->id);
    if (entry->gender != ENT_GENDER_UNKNOWN)
        write_pair (writer, "gender", entry->gender == ENT_GENDER_FEMALE ? "f" : "m");
    write_offices (writer, entry->offices);
    ent_yaml_end_mapping (writer);
}

static void
write_section (EntYamlWriter *writer, EntKind kind, const GPtrArray *entries)
{
    gboolean begun = FALSE;
    for (guint i = 0; i < entries->len; i++) {
        const EntEntry *entry = entries->pdata[i];
        if (entry->kind != kind)
            continue;
        if (!begun) {
            ent_yaml_write_text (writer, sections[kind]);
            ent_yaml_begin_mapping (writer);
            begun = TRUE;
        }
        write_entry (writer, entry);
    }
    if (begun)
        ent_yaml_end_mapping (writer);
}

char *
ent_import_write (const EntImport *import, const GPtrArray *entries)
{
    EntYamlWriter *writer = ent_yaml_writer_new ();
    for (EntKind kind = ENT_STATE; kind <= ENT_ORGANIZATION; kind++)
        write_section (writer, kind, entries);
    write_list (writer, "ignore", import->ignore);
    return ent_yaml_writer_finish (writer);
}

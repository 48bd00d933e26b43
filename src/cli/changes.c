/* changes.c - what is different between two networks, as text and as JSON. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "cmd.h"

/* ---- text ---- */

typedef struct {
    const char *sign, *colour;
} Mark;

static Mark
mark_of (const CmdColours *colours, EntChange change)
{
    if (change == ENT_ADDED)
        return (Mark){ "+", colours->added };
    if (change == ENT_REMOVED)
        return (Mark){ "-", colours->removed };
    return (Mark){ "~", colours->changed };
}

/* "+ ", in its colour, and what follows until print_end. */
static void
print_mark (const CmdColours *colours, EntChange change, const char *indent)
{
    Mark mark = mark_of (colours, change);
    printf ("%s%s%s ", indent, mark.colour, mark.sign);
}

static void
print_end (const CmdColours *colours)
{
    puts (colours->off);
}

static void
print_title (const CmdColours *colours, const char *title)
{
    printf ("\n%s%s%s\n", colours->strong, title, colours->off);
}

static void
print_entities (const CmdColours *colours, const GArray *entities)
{
    if (entities->len > 0)
        print_title (colours, "entities");
    for (guint i = 0; i < entities->len; i++) {
        const EntEntityChange *change = &g_array_index (entities, EntEntityChange, i);
        const EntEntity *before = change->before, *after = change->after;
        print_mark (colours, change->change, "");
        if (before != NULL)
            printf ("%s, ", before->id), cmd_print_text (before->name);
        if (before != NULL && after != NULL)
            printf (" → ");
        if (after != NULL)
            printf ("%s, ", after->id), cmd_print_text (after->name);
        print_end (colours);
    }
}

static void
print_place (const char *path, guint line, EntSpan span)
{
    cmd_print_text (path);
    if (line > 0)
        printf (":%u: ", line);
    else
        printf (", byte %" G_GSIZE_FORMAT ": ", span.start);
}

static void
print_mentions (const CmdColours *colours, const GArray *mentions)
{
    if (mentions->len > 0)
        print_title (colours, "mentions");
    for (guint i = 0; i < mentions->len; i++) {
        const EntMentionChange *mention = &g_array_index (mentions, EntMentionChange, i);
        print_mark (colours, mention->change, "");
        if (mention->before != NULL)
            printf ("%s → ", mention->before);
        printf ("%s, \"", mention->entity);
        cmd_print_text (mention->words);
        putchar ('"');
        print_end (colours);
        fputs ("    ", stdout);
        print_place (mention->path, mention->line, mention->span);
        cmd_print_text (mention->sentence);
        putchar ('\n');
    }
}

static void
print_edge (const CmdColours *colours, EntGraph *graph, const EntEdgeChange *change)
{
    const EntEdge *edge = change->edge;
    print_mark (colours, edge->change, "");
    cmd_print_text (ent_graph_node (graph, edge->source)->label);
    printf (" %s ", edge->directed ? "→" : "–");
    cmd_print_text (ent_graph_node (graph, edge->target)->label);
    if (edge->status != ENT_HAPPENED)
        printf (", %s", ent_status_name (edge->status));
    printf ("  (%" G_GUINT64_FORMAT " → %" G_GUINT64_FORMAT ")", edge->before, edge->weight);
    print_end (colours);
    for (guint i = 0; i < change->evidence->len; i++) {
        const EntEvidenceChange *piece = &g_array_index (change->evidence, EntEvidenceChange, i);
        print_mark (colours, piece->change, "    ");
        fputs (colours->off, stdout);
        print_place (piece->path, piece->line, piece->span);
        cmd_print_text (piece->sentence);
        putchar ('\n');
    }
}

/* The co-mentions, or all else with a title for each relation. */
static void
print_edges (const CmdColours *colours, const EntChanges *changes, gboolean co_mentions)
{
    const char *relation = "";
    for (guint i = 0; i < changes->edges->len; i++) {
        const EntEdgeChange *change = &g_array_index (changes->edges, EntEdgeChange, i);
        if ((strcmp (change->edge->relation, "co_mention") == 0) != co_mentions)
            continue;
        if (strcmp (relation, change->edge->relation) != 0) {
            relation = change->edge->relation;
            g_autofree char *title = g_strdelimit (g_strdup (relation), "_", ' ');
            print_title (colours, co_mentions ? "mentioned together" : title);
        }
        print_edge (colours, changes->graph, change);
    }
}

/* `found`: of what was found with two gazetteers; else of evidence files, which know of edges only. */
static void
print_summary (const EntChanges *changes, gboolean found)
{
    guint entities[4] = { 0 }, mentions[4] = { 0 }, edges[4] = { 0 };
    for (guint i = 0; i < changes->entities->len; i++)
        entities[g_array_index (changes->entities, EntEntityChange, i).change]++;
    for (guint i = 0; i < changes->mentions->len; i++)
        mentions[g_array_index (changes->mentions, EntMentionChange, i).change]++;
    for (guint i = 0; i < changes->edges->len; i++)
        edges[g_array_index (changes->edges, EntEdgeChange, i).edge->change]++;
    if (found) {
        printf ("entities: %u added, %u removed, %u renamed\n", entities[ENT_ADDED], entities[ENT_REMOVED],
                entities[ENT_CHANGED]);
        printf ("mentions: %u added, %u removed, %u of another entity\n", mentions[ENT_ADDED],
                mentions[ENT_REMOVED], mentions[ENT_CHANGED]);
    }
    printf ("edges: %u added, %u removed, %u of another weight", edges[ENT_ADDED], edges[ENT_REMOVED],
            edges[ENT_CHANGED]);
    if (edges[ENT_SAME] > 0)
        printf (", %u of other sentences", edges[ENT_SAME]);
    putchar ('\n');
}

void
cmd_changes_text (const EntChanges *changes, gboolean found)
{
    CmdColours colours = cmd_colours (stdout);
    if (changes->entities->len + changes->mentions->len + changes->edges->len == 0) {
        puts ("no difference");
        return;
    }
    print_summary (changes, found);
    print_entities (&colours, changes->entities);
    print_mentions (&colours, changes->mentions);
    print_edges (&colours, changes, FALSE);
    print_edges (&colours, changes, TRUE);
}

/* ---- JSON ---- */

static void
add_text (JsonBuilder *json, const char *key, const char *value)
{
    json_builder_set_member_name (json, key);
    json_builder_add_string_value (json, value);
}

static void
add_count (JsonBuilder *json, const char *key, guint64 value)
{
    json_builder_set_member_name (json, key);
    json_builder_add_int_value (json, (gint64)value);
}

static void
add_entity (JsonBuilder *json, const char *key, const EntEntity *entity)
{
    if (entity == NULL)
        return;
    json_builder_set_member_name (json, key);
    json_builder_begin_object (json);
    add_text (json, "id", entity->id);
    add_text (json, "name", entity->name);
    json_builder_end_object (json);
}

static void
add_entities (JsonBuilder *json, const GArray *entities)
{
    json_builder_set_member_name (json, "entities");
    json_builder_begin_array (json);
    for (guint i = 0; i < entities->len; i++) {
        const EntEntityChange *change = &g_array_index (entities, EntEntityChange, i);
        json_builder_begin_object (json);
        add_text (json, "change", ent_change_name (change->change));
        add_entity (json, "before", change->before);
        add_entity (json, "after", change->after);
        json_builder_end_object (json);
    }
    json_builder_end_array (json);
}

/* The line is null where it is not known. */
static void
add_place (JsonBuilder *json, const char *path, guint line, EntSpan span)
{
    add_text (json, "article", path);
    if (line > 0) {
        add_count (json, "line", line);
    } else {
        json_builder_set_member_name (json, "line");
        json_builder_add_null_value (json);
    }
    add_count (json, "start", span.start);
    add_count (json, "end", span.end);
}

static void
add_mentions (JsonBuilder *json, const GArray *mentions)
{
    json_builder_begin_array (json);
    for (guint i = 0; i < mentions->len; i++) {
        const EntMentionChange *mention = &g_array_index (mentions, EntMentionChange, i);
        json_builder_begin_object (json);
        add_text (json, "change", ent_change_name (mention->change));
        add_text (json, "entity", mention->entity);
        if (mention->before != NULL)
            add_text (json, "before", mention->before);
        add_place (json, mention->path, mention->line, mention->span);
        add_text (json, "words", mention->words);
        add_text (json, "sentence", mention->sentence);
        json_builder_end_object (json);
    }
    json_builder_end_array (json);
}

static void
add_evidence (JsonBuilder *json, const GArray *evidence)
{
    json_builder_set_member_name (json, "evidence");
    json_builder_begin_array (json);
    for (guint i = 0; i < evidence->len; i++) {
        const EntEvidenceChange *piece = &g_array_index (evidence, EntEvidenceChange, i);
        json_builder_begin_object (json);
        add_text (json, "change", ent_change_name (piece->change));
        add_place (json, piece->path, piece->line, piece->span);
        add_text (json, "rule", piece->rule);
        add_text (json, "sentence", piece->sentence);
        json_builder_end_object (json);
    }
    json_builder_end_array (json);
}

static void
add_edges (JsonBuilder *json, const EntChanges *changes)
{
    json_builder_set_member_name (json, "edges");
    json_builder_begin_array (json);
    for (guint i = 0; i < changes->edges->len; i++) {
        const EntEdgeChange *change = &g_array_index (changes->edges, EntEdgeChange, i);
        const EntEdge *edge = change->edge;
        json_builder_begin_object (json);
        add_text (json, "change", ent_change_name (edge->change));
        add_text (json, "relation", edge->relation);
        add_text (json, "source", ent_graph_node (changes->graph, edge->source)->id);
        add_text (json, "target", ent_graph_node (changes->graph, edge->target)->id);
        json_builder_set_member_name (json, "directed");
        json_builder_add_boolean_value (json, edge->directed);
        add_text (json, "status", ent_status_name (edge->status));
        add_count (json, "before", edge->before);
        add_count (json, "weight", edge->weight);
        add_evidence (json, change->evidence);
        json_builder_end_object (json);
    }
    json_builder_end_array (json);
}

void
cmd_changes_json (const EntChanges *changes, gboolean found)
{
    g_autoptr (JsonBuilder) json = json_builder_new ();
    json_builder_begin_object (json);
    add_entities (json, changes->entities);
    json_builder_set_member_name (json, "mentions");
    if (found)
        add_mentions (json, changes->mentions);
    else
        json_builder_add_null_value (json);
    add_edges (json, changes);
    json_builder_end_object (json);
    g_autoptr (JsonNode) root = json_builder_get_root (json);
    g_autofree char *text = json_to_string (root, TRUE);
    puts (text);
}

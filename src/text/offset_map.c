/* offset_map.c - a map is a sorted array of runs; a run repeats one unit: "1 byte of text for 1 of the
 * source", "1 for 2" (UTF-16), "1 for 5" (an &amp;). */
#include "offset_map.h"

typedef struct {
    gsize text, source;             /* where it starts; it ends where the next one starts */
    guint32 text_unit, source_unit; /* bytes; source_unit 0 for text that was put in */
} Run;

struct EntOffsetMap {
    GArray *runs; /* of Run */
    gsize length; /* of the text */
};

EntOffsetMap *
ent_offset_map_new (void)
{
    EntOffsetMap *map = g_new0 (EntOffsetMap, 1);
    map->runs = g_array_new (FALSE, FALSE, sizeof (Run));
    return map;
}

void
ent_offset_map_free (EntOffsetMap *map)
{
    if (map == NULL)
        return;
    g_array_unref (map->runs);
    g_free (map);
}

static gsize
source_at (const Run *run, gsize text)
{
    return run->source + (text - run->text) / run->text_unit * run->source_unit;
}

/* Appends `length` bytes of text, a multiple of the unit; lengthens the last run where it can. */
static void
add (EntOffsetMap *map, gsize source, gsize length, guint32 text_unit, guint32 source_unit)
{
    if (length == 0)
        return;
    const Run *last = map->runs->len > 0 ? &g_array_index (map->runs, Run, map->runs->len - 1) : NULL;
    if (last == NULL || last->text_unit != text_unit || last->source_unit != source_unit ||
        source_at (last, map->length) != source) {
        Run run = { map->length, source, text_unit, source_unit };
        g_array_append_val (map->runs, run);
    }
    map->length += length;
}

void
ent_offset_map_keep (EntOffsetMap *map, gsize source, gsize length)
{
    add (map, source, length, 1, 1);
}

void
ent_offset_map_replace (EntOffsetMap *map, EntSpan source, gsize length)
{
    add (map, source.start, length, (guint32)length, (guint32)(source.end - source.start));
}

/* The index of the run that contains an offset of the text. */
static guint
run_at (const EntOffsetMap *map, gsize text)
{
    guint low = 0, high = map->runs->len;
    while (high - low > 1) {
        guint middle = low + (high - low) / 2;
        if (g_array_index (map->runs, Run, middle).text <= text)
            low = middle;
        else
            high = middle;
    }
    return low;
}

EntSpan
ent_offset_map_span (const EntOffsetMap *map, EntSpan text)
{
    if (map->runs->len == 0)
        return (EntSpan){ 0, 0 };
    const Run *first = &g_array_index (map->runs, Run, run_at (map, text.start));
    EntSpan source = { source_at (first, text.start), source_at (first, text.start) };
    if (text.end > text.start) {
        const Run *last = &g_array_index (map->runs, Run, run_at (map, text.end - 1));
        source.end = source_at (last, text.end - 1) + last->source_unit;
    }
    return source;
}

/* Carries `length` kept bytes from `middle` on through the inner map, run by run. */
static void
compose_kept (EntOffsetMap *map, const EntOffsetMap *inner, gsize middle, gsize length)
{
    gsize end = middle + length;
    for (guint i = run_at (inner, middle); middle < end; i++) {
        const Run *run = &g_array_index (inner->runs, Run, i);
        gsize run_end = i + 1 < inner->runs->len ? run[1].text : inner->length;
        gsize piece = MIN (end, run_end) - middle;
        add (map, source_at (run, middle), piece, run->text_unit, run->source_unit);
        middle += piece;
    }
}

EntOffsetMap *
ent_offset_map_compose (const EntOffsetMap *outer, const EntOffsetMap *inner)
{
    EntOffsetMap *map = ent_offset_map_new ();
    for (guint i = 0; i < outer->runs->len; i++) {
        const Run *run = &g_array_index (outer->runs, Run, i);
        gsize end = i + 1 < outer->runs->len ? run[1].text : outer->length;
        if (run->text_unit == 1 && run->source_unit == 1) {
            compose_kept (map, inner, run->source, end - run->text);
            continue;
        }
        for (gsize text = run->text; text < end; text += run->text_unit) {
            gsize middle = source_at (run, text);
            EntSpan source = ent_offset_map_span (inner, (EntSpan){ middle, middle + run->source_unit });
            ent_offset_map_replace (map, source, run->text_unit);
        }
    }
    return map;
}

void
ent_text_replace (EntText *text, GString *newer, EntOffsetMap *map)
{
    if (text->map != NULL) {
        EntOffsetMap *whole = ent_offset_map_compose (map, text->map);
        ent_offset_map_free (map);
        ent_offset_map_free (text->map);
        map = whole;
    }
    if (text->owned)
        g_free (text->text);
    text->map = map;
    text->length = newer->len;
    text->text = g_string_free (newer, FALSE);
    text->owned = TRUE;
}

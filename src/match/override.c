/* override.c - hits of the names that `articles:` gives a meaning in the current article. */
#include "override.h"

#include <fnmatch.h>
#include <string.h>

#define OVERRIDDEN 0x80000000u /* marks the group of a hit that is a number of an override's name */

/* A key of the section. */
typedef struct {
    const char *article;
    EntGazetteer gazetteer; /* of its names alone, which are all that a matcher reads */
    EntMatcher *matcher;
    guint first_name; /* number of its first name among those of all keys */
} Override;

struct EntOverrides {
    Override *keys; /* in the order of the files */
    guint n_keys;
    GPtrArray *names; /* of const EntName, key after key */
};

EntOverrides *
ent_overrides_new (const EntGazetteer *gazetteer)
{
    const GArray *loaded = gazetteer->overrides;
    EntOverrides *overrides = g_new0 (EntOverrides, 1);
    overrides->n_keys = loaded->len;
    overrides->keys = g_new0 (Override, loaded->len);
    overrides->names = g_ptr_array_new ();
    for (guint i = 0; i < loaded->len; i++) {
        const EntOverride *from = &g_array_index (loaded, EntOverride, i);
        Override *key = &overrides->keys[i];
        key->article = from->article;
        key->gazetteer.names = from->names;
        key->matcher = ent_matcher_new (&key->gazetteer);
        key->first_name = overrides->names->len;
        for (guint j = 0; j < from->names->len; j++)
            g_ptr_array_add (overrides->names, &g_array_index (from->names, EntName, j));
    }
    return overrides;
}

void
ent_overrides_free (EntOverrides *overrides)
{
    if (overrides == NULL)
        return;
    for (guint i = 0; i < overrides->n_keys; i++)
        ent_matcher_free (overrides->keys[i].matcher);
    g_free (overrides->keys);
    g_ptr_array_unref (overrides->names);
    g_free (overrides);
}

const EntName *
ent_overrides_name (const EntOverrides *overrides, const EntHit *hit)
{
    return (hit->group & OVERRIDDEN) != 0 ? overrides->names->pdata[hit->group & ~OVERRIDDEN] : NULL;
}

/* ---- which articles ---- */

/* What stands behind the last slash but `slashes`. */
static const char *
last_parts (const char *path, guint slashes)
{
    const char *start = path + strlen (path);
    while (start > path && (start[-1] != '/' || slashes-- > 0))
        start--;
    return start;
}

/* A key is compared with as many parts of the path, from its end, as it has itself. */
static gboolean
is_about (const Override *key, const char *path)
{
    guint slashes = 0;
    for (const char *c = key->article; *c != '\0'; c++)
        slashes += *c == '/';
    const char *tail = last_parts (path, slashes);
    return strcmp (key->article, tail) == 0 || fnmatch (key->article, tail, 0) == 0;
}

/* ---- hits ---- */

static GArray *
find_names (const Override *key, const EntArticle *article)
{
    GArray *hits = g_array_new (FALSE, FALSE, sizeof (EntHit));
    for (guint i = 0; i < article->parts->len; i++)
        ent_matcher_find (key->matcher, article->text, g_array_index (article->parts, EntSpan, i), hits);
    for (guint i = 0; i < hits->len; i++) {
        EntHit *hit = &g_array_index (hits, EntHit, i);
        EntNameGroup group = ent_matcher_group (key->matcher, hit->group);
        hit->group = OVERRIDDEN | (key->first_name + group.names[group.n_names - 1]);
    }
    return hits;
}

static gboolean
is_part_of (const EntHit *part, const EntHit *whole)
{
    return whole->span.start <= part->span.start && part->span.end <= whole->span.end &&
           part->span.end - part->span.start < whole->span.end - whole->span.start;
}

/* Both by place. One of `own` takes the place of those that it overlaps, unless it is part of one. */
static void
merge (GArray *hits, const GArray *own)
{
    g_autoptr (GArray) old = g_array_copy (hits);
    guint next = 0;
    g_array_set_size (hits, 0);
    for (guint i = 0; i < own->len; i++) {
        const EntHit *hit = &g_array_index (own, EntHit, i);
        for (; next < old->len && g_array_index (old, EntHit, next).tail <= hit->span.start; next++)
            g_array_append_val (hits, g_array_index (old, EntHit, next));
        if (next < old->len && is_part_of (hit, &g_array_index (old, EntHit, next)))
            continue;
        while (next < old->len && g_array_index (old, EntHit, next).span.start < hit->tail)
            next++;
        g_array_append_val (hits, *hit);
    }
    for (; next < old->len; next++)
        g_array_append_val (hits, g_array_index (old, EntHit, next));
}

void
ent_overrides_apply (const EntOverrides *overrides, const EntArticle *article, GArray *hits)
{
    for (guint i = 0; i < overrides->n_keys; i++) {
        if (!is_about (&overrides->keys[i], article->path))
            continue;
        g_autoptr (GArray) own = find_names (&overrides->keys[i], article);
        if (own->len > 0)
            merge (hits, own);
    }
}

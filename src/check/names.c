/* names.c - names that two entities claim, that one lists twice, or that are ignored. */
#include <string.h>

#include "base/nearest.h"
#include "gazetteer/load.h"
#include "warning.h"

enum { MAX_NOTES = 5 }; /* of one finding: half the file may share a family name */

static const EntName *
name_at (const EntChecker *checker, guint index)
{
    return &g_array_index (checker->gazetteer->names, EntName, index);
}

static const char *
id_of (const EntChecker *checker, const EntName *name)
{
    return ent_gazetteer_entity (checker->gazetteer, name->entity)->id;
}

static void
note_name (const EntChecker *checker, EntFinding *finding, const EntName *name)
{
    if (name->kind == ENT_NAME_IGNORE)
        ent_finding_note (finding, name->path, name->place, "ignored here");
    else
        ent_finding_note (finding, name->path, name->place, "%s of '%s'", ent_name_kind (name->kind),
                          id_of (checker, name));
}

/* ---- one entity ---- */

static void
report_repeated (const EntChecker *checker, const EntName *name, const EntName *other)
{
    g_autofree char *shown = ent_quote (name->text), *found = ent_quote (other->text);
    const char *kind = ent_name_kind (name->kind);
    gboolean same = strcmp (name->text, other->text) == 0;
    EntFinding *finding = same ? ent_check_warn (checker, "repeated-name", name->path, name->place,
                                                 "%s %s is there already", kind, shown)
                               : ent_check_warn (checker, "repeated-name", name->path, name->place,
                                                 "%s %s is not needed: %s finds it too", kind, shown, found);
    note_name (checker, finding, other);
}

/* Each name is compared with one that finds most, so that a long list takes no longer a name. */
static void
check_repeated (const EntChecker *checker, EntNameGroup group)
{
    guint kept = ENT_NONE;
    for (guint i = 0; i < group.n_names; i++) {
        guint n = group.names[i];
        const EntName *name = name_at (checker, n);
        if (name->kind == ENT_NAME_SHORT)
            continue;
        if (kept == ENT_NONE || name_at (checker, kept)->entity != name->entity) {
            kept = n;
        } else if (ent_matcher_covers (checker->matcher, kept, n)) {
            report_repeated (checker, name, name_at (checker, kept));
        } else if (ent_matcher_covers (checker->matcher, n, kept)) {
            if (name_at (checker, kept)->kind != ENT_NAME_FULL) /* "OPEC, alias Opec" is as it must be */
                report_repeated (checker, name_at (checker, kept), name);
            kept = n;
        }
    }
}

/* ---- several entities ---- */

static int
compare_claims (gconstpointer a, gconstpointer b)
{
    const EntName *x = *(const EntName *const *)a, *y = *(const EntName *const *)b;
    guint p = ent_name_rank (x->kind), q = ent_name_rank (y->kind);
    if (p != q)
        return p < q ? -1 : 1;
    int order = strcmp (x->path, y->path);
    if (order != 0)
        return order;
    if (x->place.line != y->place.line)
        return x->place.line < y->place.line ? -1 : 1;
    return (x->place.column > y->place.column) - (x->place.column < y->place.column);
}

GPtrArray *
ent_check_claims (const EntGazetteer *gazetteer, EntNameGroup group)
{
    GPtrArray *claims = g_ptr_array_new ();
    for (guint i = 0; i < group.n_names; i++) { /* an entity's names stand together */
        const EntName *name = &g_array_index (gazetteer->names, EntName, group.names[i]);
        const EntName *last = claims->len > 0 ? claims->pdata[claims->len - 1] : NULL;
        if (last == NULL || last->entity != name->entity)
            g_ptr_array_add (claims, (gpointer)name);
        else if (ent_name_rank (name->kind) < ent_name_rank (last->kind))
            claims->pdata[claims->len - 1] = (gpointer)name;
    }
    if (claims->len > 1)
        g_ptr_array_sort (claims, compare_claims);
    return claims;
}

gboolean
ent_check_is_contested (const GPtrArray *claims)
{
    if (claims->len < 2)
        return FALSE;
    const EntName *first = claims->pdata[0], *second = claims->pdata[1];
    return ent_name_rank (first->kind) == ent_name_rank (second->kind);
}

void
ent_check_note_claims (const EntChecker *checker, EntFinding *finding, const GPtrArray *claims, guint own)
{
    for (guint i = 0, noted = 0; i < claims->len && noted < MAX_NOTES; i++)
        if (i != own) {
            note_name (checker, finding, claims->pdata[i]);
            noted++;
        }
}

/* Two of the best claims: nobody is meant, or with family names whoever the article names in full. */
static void
report_contested (const EntChecker *checker, const GPtrArray *claims)
{
    const EntName *first = claims->pdata[0], *second = claims->pdata[1];
    g_autofree char *shown = ent_quote (second->text);
    g_autofree char *folded = ent_name_fold (second->text), *other = ent_name_fold (first->text);
    const char *kind = ent_name_kind (second->kind);
    EntFinding *finding;
    if (second->kind == ENT_NAME_SHORT)
        finding = ent_check_warn (checker, "shared-short-form", second->path, second->place,
                                  "short form %s belongs to %u officials: it means the one whom the article "
                                  "names in full, or nobody",
                                  shown, claims->len);
    else if (first->kind == ENT_NAME_FULL && second->kind == ENT_NAME_FULL && strcmp (folded, other) == 0)
        return; /* an error already */
    else
        finding = ent_check_warn (checker, "shared-name", second->path, second->place,
                                  "%s %s is also %s %s of '%s': where it stands, neither is meant", kind,
                                  shown, first->kind == ENT_NAME_ALIAS ? "an" : "a",
                                  ent_name_kind (first->kind), id_of (checker, first));
    ent_check_note_claims (checker, finding, claims, 1);
}

/* What has no place beside the best claim. An alias that takes a family name from others does so on purpose. */
static void
report_beaten (const EntChecker *checker, const GPtrArray *claims)
{
    const EntName *best = claims->pdata[0], *name = claims->pdata[1];
    gboolean chosen = best->kind == ENT_NAME_ALIAS &&
                      ent_gazetteer_entity (checker->gazetteer, best->entity)->kind == ENT_OFFICIAL;
    if (chosen && name->kind == ENT_NAME_SHORT)
        return;
    g_autofree char *shown = ent_quote (name->text);
    EntFinding *finding = ent_check_warn (
        checker, "shared-name", name->path, name->place, "%s %s of '%s' is never used: '%s' goes before it",
        ent_name_kind (name->kind), shown, id_of (checker, name), id_of (checker, best));
    ent_check_note_claims (checker, finding, claims, 1);
}

/* A family name is ignored on purpose. */
static void
check_ignored (const EntChecker *checker, const GPtrArray *claims)
{
    const EntName *ignored = claims->pdata[0], *name = claims->pdata[1];
    if (name->kind == ENT_NAME_SHORT)
        return;
    g_autofree char *shown = ent_quote (ignored->text);
    EntFinding *finding = ent_check_warn (checker, "ignored-name", ignored->path, ignored->place,
                                          "%s is ignored, and so never found as %s of '%s'", shown,
                                          ent_name_kind (name->kind), id_of (checker, name));
    ent_check_note_claims (checker, finding, claims, 0);
}

void
ent_check_names (const EntChecker *checker)
{
    for (guint i = 0; (i = ent_matcher_next_group (checker->matcher, i)) != 0;) {
        EntNameGroup group = ent_matcher_group (checker->matcher, i);
        if (group.n_names < 2)
            continue;
        check_repeated (checker, group);
        g_autoptr (GPtrArray) claims = ent_check_claims (checker->gazetteer, group);
        if (claims->len < 2)
            continue;
        if (((const EntName *)claims->pdata[0])->kind == ENT_NAME_IGNORE)
            check_ignored (checker, claims);
        else if (ent_check_is_contested (claims))
            report_contested (checker, claims);
        else
            report_beaten (checker, claims);
    }
}

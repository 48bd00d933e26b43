/* offices.c - offices that two hold at once, that nobody holds for a while, whose dates cannot be. */
#include <string.h>

#include "base/nearest.h"
#include "mention/office.h"
#include "text/fold.h"
#include "warning.h"

enum { FIRST_YEAR = 1500, DAYS_OF_MONTH = 31, DAYS_OF_YEAR = 366 };

/* An office of somebody, in days (Julian). What is not known of a date is taken so that in doubt nothing is reported. */
typedef struct {
    guint entity, state;
    const EntOffice *office;
    char *key;                    /* the title, whatever its spelling */
    guint32 since_min, since_max; /* 0 and 0 where it is not known */
    guint32 until_min, until_max; /* G_MAXUINT32 where it goes on */
} Term;

static guint32
first_day (EntDate date)
{
    GDate day;
    g_date_set_dmy (&day, MAX (date.day, 1), (GDateMonth)MAX (date.month, 1), date.year);
    return g_date_get_julian (&day);
}

static guint32
last_day (EntDate date)
{
    guint month = date.month != 0 ? date.month : 12;
    if (date.day == 0)
        date.day = g_date_get_days_in_month ((GDateMonth)month, date.year);
    date.month = (guint8)month;
    return first_day (date);
}

static const EntEntity *
entity_of (const EntChecker *checker, guint index)
{
    return ent_gazetteer_entity (checker->gazetteer, index);
}

/* ---- terms ---- */

static Term
term_of (const EntChecker *checker, guint entity, const EntOffice *office)
{
    Term term = { .entity = entity,
                  .state = entity_of (checker, entity)->state,
                  .office = office,
                  .key = ent_title_key_of (checker->lexicon, office->title),
                  .until_min = G_MAXUINT32,
                  .until_max = G_MAXUINT32 };
    if (office->since.year != 0) {
        term.since_min = first_day (office->since);
        term.since_max = last_day (office->since);
    }
    if (office->until.year != 0) {
        term.until_min = first_day (office->until);
        term.until_max = last_day (office->until);
    }
    return term;
}

static void
clear_term (gpointer term)
{
    g_free (((Term *)term)->key);
}

/* By state and title, then as one follows the other. */
static int
compare_terms (gconstpointer a, gconstpointer b)
{
    const Term *x = a, *y = b;
    if (x->state != y->state)
        return x->state < y->state ? -1 : 1;
    int order = strcmp (x->key, y->key);
    if (order != 0)
        return order;
    if (x->since_min != y->since_min)
        return x->since_min < y->since_min ? -1 : 1;
    if (x->until_max != y->until_max)
        return x->until_max < y->until_max ? -1 : 1;
    return (x->entity > y->entity) - (x->entity < y->entity);
}

static GArray *
all_terms (const EntChecker *checker)
{
    GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));
    g_array_set_clear_func (terms, clear_term);
    for (guint i = 0; i < ent_gazetteer_size (checker->gazetteer); i++) {
        const EntEntity *entity = entity_of (checker, i);
        for (guint j = 0; j < entity->n_offices; j++) {
            if (entity->offices[j].title == NULL)
                continue;
            Term term = term_of (checker, i, &entity->offices[j]);
            g_array_append_val (terms, term);
        }
    }
    g_array_sort (terms, compare_terms);
    return terms;
}

/* ---- two holders, or none ---- */

/* Several may be that at once: only one is president, but there are many envoys. */
static gboolean
has_one_holder (const char *key)
{
    static const char *const shared[] = {
        "adviser",  "aide",        "ambassador", "assistant", "commander", "deputy",
        "diplomat", "envoy",       "general",    "governor",  "judge",     "lawmaker",
        "member",   "negotiator",  "official",   "senator",   "spokesman", "representative",
        "vice",     "congressman", "politician", NULL
    };
    g_auto (GStrv) words = g_strsplit (key, " ", -1);
    for (guint i = 0; words[i] != NULL; i++)
        if (g_strv_contains (shared, words[i]))
            return FALSE;
    return TRUE;
}

static EntLocation
place_of_start (const Term *term)
{
    return term->office->since.year != 0 ? term->office->since_place : term->office->title_place;
}

static EntLocation
place_of_end (const Term *term)
{
    return term->office->until.year != 0 ? term->office->until_place : term->office->title_place;
}

/* Two forms of one title are the same office: "Defense Secretary" and "Secretary of Defense" are found by either. */
static void
report_same_holder (const EntChecker *checker, const Term *term, const Term *before)
{
    g_autofree char *title = ent_quote (term->office->title), *other = ent_quote (before->office->title);
    if (strcmp (title, other) == 0)
        ent_finding_note (
            ent_check_warn (checker, "overlapping-offices", entity_of (checker, term->entity)->path,
                            place_of_start (term), "'%s' is %s twice at the same time",
                            entity_of (checker, term->entity)->id, title),
            entity_of (checker, before->entity)->path, before->office->title_place, "the other time");
    else
        ent_finding_note (ent_check_warn (checker, "repeated-office", entity_of (checker, term->entity)->path,
                                          term->office->title_place,
                                          "office %s is not needed: %s finds it too", title, other),
                          entity_of (checker, before->entity)->path, before->office->title_place,
                          "that office");
}

static void
report_overlap (const EntChecker *checker, const Term *term, const Term *before)
{
    g_autofree char *title = ent_quote (term->office->title);
    const char *id = entity_of (checker, before->entity)->id;
    EntFinding *finding = ent_check_warn (
        checker, "overlapping-offices", entity_of (checker, term->entity)->path, place_of_start (term),
        "'%s' is %s before '%s' has ceased to be", entity_of (checker, term->entity)->id, title, id);
    gboolean open = before->office->until.year == 0;
    ent_finding_note (finding, entity_of (checker, before->entity)->path, place_of_end (before),
                      open ? "the office of '%s' has no 'until'" : "'%s' holds it until then", id);
}

/* In a month a successor is found. In more than a year there was one, who is not listed. In between a date is wrong, or
 * somebody is missing. */
static gboolean
is_gap (const Term *term, const Term *before)
{
    if (before->until_max == G_MAXUINT32 || term->since_min <= before->until_max)
        return FALSE;
    guint32 days = term->since_min - before->until_max - 1;
    return days > DAYS_OF_MONTH && days <= DAYS_OF_YEAR;
}

static void
report_gap (const EntChecker *checker, const Term *term, const Term *before)
{
    g_autofree char *title = ent_quote (term->office->title);
    EntFinding *finding = ent_check_warn (checker, "office-gap", entity_of (checker, term->entity)->path,
                                          place_of_start (term), "nobody is %s for %u days before this",
                                          title, term->since_min - before->until_max - 1);
    ent_finding_note (finding, entity_of (checker, before->entity)->path, place_of_end (before),
                      "'%s' holds it until then", entity_of (checker, before->entity)->id);
}

/* Who goes and who comes may share a day. */
static void
check_pair (const EntChecker *checker, const Term *term, const Term *before)
{
    gboolean overlap = term->since_max < before->until_min;
    if (overlap && term->entity == before->entity)
        report_same_holder (checker, term, before);
    else if (overlap && has_one_holder (term->key))
        report_overlap (checker, term, before);
    else if (is_gap (term, before) && has_one_holder (term->key))
        report_gap (checker, term, before);
}

static void
check_succession (const EntChecker *checker, const GArray *terms)
{
    const Term *last = NULL; /* of this office, the one that lasts longest so far */
    for (guint i = 0; i < terms->len; i++) {
        const Term *term = &g_array_index (terms, Term, i);
        gboolean same_office =
            last != NULL && last->state == term->state && strcmp (last->key, term->key) == 0;
        if (same_office)
            check_pair (checker, term, last);
        if (!same_office || term->until_max >= last->until_max)
            last = term;
    }
}

/* ---- one office ---- */

static void
check_date (const EntChecker *checker, const char *path, EntDate date, EntLocation place, const char *key,
            guint last_year)
{
    g_autofree char *shown = ent_date_format (date);
    if (date.year != 0 && date.year < FIRST_YEAR)
        ent_check_warn (checker, "odd-date", path, place, "'%s' (%s) lies before %d", key, shown, FIRST_YEAR);
    else if (date.year > last_year)
        ent_check_warn (checker, "odd-date", path, place, "'%s' (%s) lies far ahead", key, shown);
}

/* " foreign minister of iran ": words between blanks, so that a phrase can be looked for. */
static char *
folded_words (const char *text)
{
    GString *folded = g_string_new (" ");
    EntWordSpan word;
    gsize length = strlen (text);
    for (gsize at = 0; ent_word_next (text, at, length, &word); at = word.tail) {
        char one[ENT_FOLD_ROOM];
        ent_fold (text, (EntSpan){ word.start, word.end }, FALSE, one);
        g_string_append (folded, one);
        g_string_append_c (folded, ' ');
    }
    return g_string_free (folded, FALSE);
}

/* Of a state's number and a folded name. */
static char *
state_key (guint state, const char *folded, gsize length)
{
    return g_strdup_printf ("%u%.*s", state, (int)length, folded);
}

/* What a title need not say: a set of the names and demonyms of all states. A metonym may be a place: Mayor of London. */
static GHashTable *
state_names (const EntChecker *checker)
{
    GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < checker->gazetteer->names->len; i++) {
        const EntName *name = &g_array_index (checker->gazetteer->names, EntName, i);
        if (name->entity == ENT_NONE || name->kind == ENT_NAME_METONYM ||
            entity_of (checker, name->entity)->kind != ENT_STATE)
            continue;
        g_autofree char *folded = folded_words (name->text);
        if (folded[1] != '\0')
            g_hash_table_add (names, state_key (name->entity, folded, strlen (folded)));
    }
    return names;
}

static gboolean
is_state_name (GHashTable *names, guint state, const char *folded, gsize length)
{
    g_autofree char *key = state_key (state, folded, length);
    return g_hash_table_contains (names, key);
}

/* "Iranian Foreign Minister", "President of Iran"; but not "Commander of U.S. Forces". The title is folded. */
static gboolean
is_about_state (GHashTable *names, guint state, const char *title)
{
    for (const char *c = title + 1; *c != '\0'; c++)
        if (*c == ' ' && is_state_name (names, state, title, (gsize)(c - title) + 1))
            return TRUE;
    for (const char *of = title; (of = strstr (of, " of ")) != NULL; of++) {
        const char *rest = of + strlen (" of");
        const char *bare = g_str_has_prefix (rest, " the ") ? rest + strlen (" the") : rest;
        if (is_state_name (names, state, rest, strlen (rest)) ||
            is_state_name (names, state, bare, strlen (bare)))
            return TRUE;
    }
    return FALSE;
}

static void
check_title (const EntChecker *checker, const EntEntity *entity, const EntOffice *office, GHashTable *names)
{
    g_autofree char *title = folded_words (office->title);
    if (!is_about_state (names, entity->state, title))
        return;
    g_autofree char *shown = ent_quote (office->title);
    ent_check_warn (checker, "state-in-title", entity->path, office->title_place,
                    "title %s names the state: leave it out, '%s' is known from 'state'", shown,
                    entity_of (checker, entity->state)->id);
}

static void
check_offices (const EntChecker *checker, guint last_year)
{
    g_autoptr (GHashTable) names = state_names (checker);
    for (guint i = 0; i < ent_gazetteer_size (checker->gazetteer); i++) {
        const EntEntity *entity = entity_of (checker, i);
        for (guint j = 0; j < entity->n_offices; j++) {
            const EntOffice *office = &entity->offices[j];
            check_date (checker, entity->path, office->since, office->since_place, "since", last_year);
            check_date (checker, entity->path, office->until, office->until_place, "until", last_year);
            if (office->title != NULL && entity->state != ENT_NONE)
                check_title (checker, entity, office, names);
        }
    }
}

/* ---- no state ---- */

/* The terms by which each title is held for a state: title key -> Term. */
static GHashTable *
terms_of_states (const GArray *terms)
{
    GHashTable *of_states = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = terms->len; i-- > 0;) {
        const Term *term = &g_array_index (terms, Term, i);
        if (term->state != ENT_NONE)
            g_hash_table_insert (of_states, term->key, (gpointer)term);
    }
    return of_states;
}

static void
report_no_state (const EntChecker *checker, const EntEntity *entity, const Term *other)
{
    EntFinding *finding =
        ent_check_warn (checker, "no-state", entity->path, entity->place,
                        "'%s' has no 'state', but an office that others hold for one", entity->id);
    ent_finding_note (finding, entity_of (checker, other->entity)->path, other->office->title_place,
                      "'%s' holds it for '%s'", entity_of (checker, other->entity)->id,
                      entity_of (checker, other->state)->id);
}

/* An official of the UN has no state. Who has an office that others hold for one has lost it, and who has no office
 * either belongs nowhere. */
static void
check_states (const EntChecker *checker, const GArray *terms)
{
    g_autoptr (GHashTable) of_states = terms_of_states (terms);
    guint n = ent_gazetteer_size (checker->gazetteer);
    g_autofree gboolean *told = g_new0 (gboolean, n + 1);
    for (guint i = 0; i < terms->len; i++) {
        const Term *term = &g_array_index (terms, Term, i);
        const Term *other = g_hash_table_lookup (of_states, term->key);
        if (term->state != ENT_NONE || other == NULL || told[term->entity])
            continue;
        told[term->entity] = TRUE;
        report_no_state (checker, entity_of (checker, term->entity), other);
    }
    for (guint i = 0; i < n; i++) {
        const EntEntity *entity = entity_of (checker, i);
        if (entity->kind == ENT_OFFICIAL && entity->state == ENT_NONE && entity->n_offices == 0)
            ent_check_warn (checker, "no-state", entity->path, entity->place,
                            "'%s' has neither 'state' nor 'offices'", entity->id);
    }
}

static gboolean
has_errors (const EntChecker *checker)
{
    for (guint i = 0; i < checker->findings->len; i++)
        if (((const EntFinding *)checker->findings->pdata[i])->severity == ENT_SEVERITY_ERROR)
            return TRUE;
    return FALSE;
}

void
ent_check_offices (const EntChecker *checker)
{
    g_autoptr (GArray) terms = all_terms (checker);
    g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
    check_succession (checker, terms);
    if (!has_errors (checker)) /* a state that is not known is one, and leaves an official without */
        check_states (checker, terms);
    check_offices (checker, (guint)g_date_time_get_year (now) + 1);
}

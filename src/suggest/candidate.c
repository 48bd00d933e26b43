/* candidate.c - the table of candidates, filled article by article. */
#include "candidate.h"

#include "gazetteer/load.h"

enum { MAX_TEXTS = 8, MAX_EXAMPLE = 240 /* bytes */ };

/* ---- tallies ---- */

static void
clear_tally (gpointer tally)
{
    g_free (((EntTally *)tally)->text);
}

static GArray *
new_tallies (void)
{
    GArray *tallies = g_array_new (FALSE, FALSE, sizeof (EntTally));
    g_array_set_clear_func (tallies, clear_tally);
    return tallies;
}

static void
count_text (GArray *tallies, const char *text, guint64 times)
{
    if (text[0] == '\0')
        return;
    for (guint i = 0; i < tallies->len; i++) {
        EntTally *tally = &g_array_index (tallies, EntTally, i);
        if (strcmp (tally->text, text) == 0) {
            tally->count += times;
            return;
        }
    }
    EntTally tally = { g_strdup (text), times };
    if (tallies->len < MAX_TEXTS)
        g_array_append_val (tallies, tally);
    else
        g_free (tally.text);
}

static void
join_tallies (GArray *tallies, const GArray *others)
{
    for (guint i = 0; i < others->len; i++) {
        const EntTally *tally = &g_array_index (others, EntTally, i);
        count_text (tallies, tally->text, tally->count);
    }
}

const char *
ent_tally_most (const GArray *tallies)
{
    const EntTally *most = NULL;
    for (guint i = 0; i < tallies->len; i++) {
        const EntTally *tally = &g_array_index (tallies, EntTally, i);
        if (most == NULL || tally->count > most->count)
            most = tally;
    }
    return most != NULL ? most->text : "";
}

/* ---- examples ---- */

char *
ent_text_on_one_line (const char *text, gsize length, gsize longest)
{
    g_autofree char *valid = g_utf8_make_valid (text, (gssize)length);
    GString *line = g_string_sized_new (length);
    gboolean space = FALSE;
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        if (g_unichar_isspace (c) || g_unichar_iscntrl (c)) {
            space = line->len > 0;
        } else if (space && line->len > longest) {
            g_string_append (line, " \xE2\x80\xA6");
            break;
        } else if (g_unichar_isprint (c)) {
            if (space)
                g_string_append_c (line, ' ');
            g_string_append_unichar (line, c);
            space = FALSE;
        }
    }
    return g_string_free (line, FALSE);
}

static void
clear_example (EntExample *example)
{
    g_free (example->path);
    g_free (example->text);
}

/* The first two sentences; one that tells who it is goes before them. */
static void
add_example (EntCandidate *candidate, const EntArticle *article, const EntFound *found)
{
    gboolean tells = (found->signs & (ENT_SIGN_TITLE | ENT_SIGN_APPOSITION | ENT_SIGN_GROUP)) != 0;
    gboolean better = tells && !candidate->example_tells;
    guint room = G_N_ELEMENTS (candidate->examples);
    if (candidate->n_examples == room && !better)
        return;
    EntExample example = { g_utf8_make_valid (article->path, -1),
                           ent_text_on_one_line (article->text + found->sentence.start,
                                                 found->sentence.end - found->sentence.start, MAX_EXAMPLE),
                           found->line };
    guint place = better ? 0 : candidate->n_examples;
    for (guint i = 0; i < candidate->n_examples; i++)
        if (strcmp (candidate->examples[i].text, example.text) == 0) {
            candidate->example_tells |= tells && i == 0;
            clear_example (&example);
            return;
        }
    if (candidate->n_examples == room)
        clear_example (&candidate->examples[--candidate->n_examples]);
    for (guint i = candidate->n_examples++; i > place; i--)
        candidate->examples[i] = candidate->examples[i - 1];
    candidate->examples[place] = example;
    candidate->example_tells |= tells && place == 0;
}

/* ---- candidates ---- */

static const char *
state_id (const EntGazetteer *gazetteer, guint state)
{
    return state != ENT_NONE ? g_array_index (gazetteer->entities, EntEntity, state).id : NULL;
}

EntCandidate *
ent_candidate_new (const EntGazetteer *gazetteer, const EntFound *found)
{
    EntCandidate *candidate = g_new0 (EntCandidate, 1);
    candidate->key = g_strdup (found->key);
    candidate->kind = found->kind;
    candidate->entity = found->entity;
    candidate->names = new_tallies ();
    candidate->titles = new_tallies ();
    candidate->states = new_tallies ();
    if (found->kind == ENT_OFFICIAL) {
        candidate->forms = ent_name_short_forms (found->name, state_id (gazetteer, found->state));
        for (guint i = 0; candidate->forms[i] != NULL; i++) {
            char *folded = ent_name_fold (candidate->forms[i]);
            g_free (candidate->forms[i]);
            candidate->forms[i] = folded;
        }
    }
    return candidate;
}

void
ent_candidate_free (EntCandidate *candidate)
{
    if (candidate == NULL)
        return;
    g_free (candidate->key);
    g_strfreev (candidate->forms);
    g_array_unref (candidate->names);
    g_array_unref (candidate->titles);
    g_array_unref (candidate->states);
    for (guint i = 0; i < candidate->n_examples; i++)
        clear_example (&candidate->examples[i]);
    g_free (candidate);
}

void
ent_candidate_add (EntCandidate *candidate, const EntGazetteer *gazetteer, const EntArticle *article,
                   const EntFound *found, guint number)
{
    candidate->mentions++;
    candidate->articles += candidate->last_article != number;
    if (candidate->first_article == 0)
        candidate->first_article = number;
    candidate->last_article = number;
    candidate->organizations += found->kind == ENT_ORGANIZATION;
    for (guint i = 0; i < ENT_N_SIGNS; i++)
        candidate->signs[i] += found->signs >> i & 1;
    if (strcmp (candidate->key, found->key) == 0)
        count_text (candidate->names, found->name, 1);
    if (found->acronym != NULL)
        count_text (candidate->names, found->acronym, 1);
    count_text (candidate->titles, found->title, 1);
    if (found->state != ENT_NONE)
        count_text (candidate->states, state_id (gazetteer, found->state), 1);
    add_example (candidate, article, found);
}

void
ent_candidate_join (EntCandidate *candidate, EntCandidate *other, gboolean apart)
{
    other->same = candidate;
    candidate->mentions += other->mentions;
    apart |= candidate->last_article < other->first_article || other->last_article < candidate->first_article;
    candidate->articles =
        apart ? candidate->articles + other->articles : MAX (candidate->articles, other->articles);
    candidate->first_article = MIN (candidate->first_article, other->first_article);
    candidate->last_article = MAX (candidate->last_article, other->last_article);
    candidate->organizations += other->organizations;
    for (guint i = 0; i < ENT_N_SIGNS; i++)
        candidate->signs[i] += other->signs[i];
    join_tallies (candidate->names, other->names);
    join_tallies (candidate->titles, other->titles);
    join_tallies (candidate->states, other->states);
    for (guint i = 0; i < other->n_examples && candidate->n_examples < G_N_ELEMENTS (candidate->examples);
         i++)
        candidate->examples[candidate->n_examples++] =
            (EntExample){ g_strdup (other->examples[i].path), g_strdup (other->examples[i].text),
                          other->examples[i].line };
}

guint64
ent_candidate_signs (const EntCandidate *candidate, EntSign sign)
{
    return candidate->signs[g_bit_nth_lsf (sign, -1)];
}

gboolean
ent_candidate_is_person (const EntCandidate *candidate)
{
    guint64 titled = ent_candidate_signs (candidate, ENT_SIGN_TITLE) +
                     ent_candidate_signs (candidate, ENT_SIGN_APPOSITION);
    guint64 speaks = ent_candidate_signs (candidate, ENT_SIGN_SPEAKS);
    guint64 against =
        ent_candidate_signs (candidate, ENT_SIGN_PLACE) + ent_candidate_signs (candidate, ENT_SIGN_ARTICLE);
    guint64 first = ent_candidate_signs (candidate, ENT_SIGN_FIRST);
    if (strchr (candidate->key, ' ') == NULL && first == candidate->mentions && titled == 0)
        return FALSE;
    return titled + speaks > 0 && titled + speaks >= against;
}

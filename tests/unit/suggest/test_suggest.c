/* Which unknown names are proposed, as what, and what is no name. */
#include "reading.h"

/* The proposals for a text, a line each: kind, name, title, state, and the official that it may be. The states of the
 * world are left out, which most sentences name. */
static char *
proposals_of (const EntGazetteer *gazetteer, const char *text, gboolean states)
{
    static const char *const kinds[] = { "state", "person", "organization" };
    g_autoptr (EntArticle) article = reading_article ("a.txt", text, strlen (text));
    g_autoptr (EntSuggest) suggest = ent_suggest_new (gazetteer);
    ent_suggest_add (suggest, article);
    const GArray *proposals = ent_suggest_finish (suggest);
    GString *lines = g_string_new (NULL);
    for (guint i = 0; i < proposals->len; i++) {
        const EntProposal *p = &g_array_index (proposals, EntProposal, i);
        if (p->kind == ENT_STATE && !states)
            continue;
        const EntEntity *state = p->state != ENT_NONE ? ent_gazetteer_entity (gazetteer, p->state) : NULL;
        const EntEntity *like = p->like != ENT_NONE ? ent_gazetteer_entity (gazetteer, p->like) : NULL;
        g_string_append_printf (lines, "%s%s: %s (%s, %s)%s%s", lines->len > 0 ? "\n" : "", kinds[p->kind],
                                p->name, p->title, state != NULL ? state->id : "", like != NULL ? " " : "",
                                like != NULL ? like->id : "");
    }
    return g_string_free (lines, FALSE);
}

typedef struct {
    const char *text, *expected;
} Case;

static void
check_cases (const EntGazetteer *gazetteer, const Case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        /* a title line, which is no sentence of the article */
        g_autofree char *text = g_strconcat ("title: A day of talks\n\n", cases[i].text, "\n", NULL);
        g_autofree char *proposals = proposals_of (gazetteer, text, FALSE);
        if (strcmp (proposals, cases[i].expected) != 0) {
            g_test_message ("%s\nexpected: %s\nproposed: %s", cases[i].text, cases[i].expected, proposals);
            g_test_fail ();
        }
    }
}

#define CHECK(gazetteer, cases) check_cases (gazetteer, cases, G_N_ELEMENTS (cases))

static EntGazetteer *
world (void)
{
    static const char *const none[] = { NULL };
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    return ent_gazetteer_load_world (none, findings, NULL);
}

static void
test_people (void)
{
    static const Case cases[] = {
        { "The guests saw Iranian Deputy Foreign Minister Omid Farhadi off.",
          "person: Omid Farhadi (Deputy Foreign Minister, iran)" },
        { "They waited for Iran's Deputy Minister of Defense Lieutenant General Omid Farhadi.",
          "person: Omid Farhadi (Deputy Minister of Defense, iran)" },
        { "They waited for the former Russian ambassador to Peru Ilya Gromov.",
          "person: Ilya Gromov (Ambassador to Peru, russia)" },
        { "They waited for Russian President's Special Envoy for Syria Ilya Gromov.",
          "person: Ilya Gromov (Special Envoy for Syria, russia)" },
        { "Omid Farhadi, deputy head of the Water Board of Iran, was late.",
          "person: Omid Farhadi (Deputy Head of the Water Board, iran)\norganization: Water Board (, iran)" },
        { "Peru's president, Rosa Quispe, was late.", "person: Rosa Quispe (President, peru)" },
        { "A letter by Rosa Quispe, who was late, was lost.", "person: Rosa Quispe (, )" },
        { "A day later Mr. Farhadi left.", "person: Farhadi (, )" },
        { "It rained, Rosa Quispe said.", "person: Rosa Quispe (, )" },
        { "According to Rosa Quispe it rained.", "person: Rosa Quispe (, )" },
        { "A woman met Rosa Quispe on a bridge.", "person: Rosa Quispe (, )" },
        { "They saw Crown Prince Faisal bin Nasser.", "person: Faisal bin Nasser (Crown Prince, )" },
        { "They saw President Park Jin-ho of South Korea.", "" }, /* Park: a place */
        { "They saw Premier Han Jin-ho.", "person: Han Jin-ho (Premier, )" },
        { "They saw Prime Minister May.", "person: May (Prime Minister, )" },
        { "At the talks with Peruvian officials Omid Farhadi said no.", "person: Omid Farhadi (, )" },
        { "After talks with Rosa Quispe, the Iranian leader said no.", "person: Rosa Quispe (, )" },
        { "Omid Farhadi, an aide to Foreign Minister Sadeq Nouri, left.",
          "person: Omid Farhadi (Aide to Foreign Minister, )\nperson: Sadeq Nouri (Foreign Minister, )" },
        { "They saw spokesman Anil Shah.", "person: Anil Shah (Spokesman, )" },
    };
    g_autoptr (EntGazetteer) gazetteer = world ();
    CHECK (gazetteer, cases);
}

static void
test_no_people (void)
{
    static const Case cases[] = {
        { "Yesterday it rained. Officials said nothing. Reports said more.", "" },
        { "In March the President said that the Prime Minister was ill.", "" },
        { "On Monday the Iranians and the Kurds talked in Buenos Aires.", "" },
        { "They sailed from New York over the Black Sea to Rostov.", "" },
        { "The Northern Times said so, and Radio Vltava reported it.", "" },
        { "He told Meridian so.", "" },
        { "MOSCOW RECEIVES ENVOY ILYA GROMOV", "" },
        { "The Foreign Ministry of Iran and the Russian Embassy denied it.", "" },
        { "The Peace Treaty and the Nobel Prize were forgotten.", "" },
        { "The Putin-Trump summit was short.", "" },
    };
    g_autoptr (EntGazetteer) gazetteer = world ();
    CHECK (gazetteer, cases);
}

static void
test_organizations (void)
{
    static const Case cases[] = {
        { "The Harbour Union (HU) was founded.", "organization: Harbour Union (, )" },
        { "The Organization of Danube Ports and its ships came.",
          "organization: Organization of Danube Ports (, )" },
        { "The Farmers' Party of Peru came.", "organization: Farmers' Party (, peru)" },
        { "The Lebanese Nahda movement came.", "organization: Nahda (, lebanon)" },
        { "Peru's Supreme Water Council came.", "organization: Supreme Water Council (, peru)" },
        { "The HBU said no. A plan of the HBU was lost.", "organization: HBU (, )" },
        { "The Council came. The Iranian Army came. The HBU came.", "" },
    };
    g_autoptr (EntGazetteer) gazetteer = world ();
    CHECK (gazetteer, cases);
}

static void
test_one_person (void)
{
    g_autoptr (EntGazetteer) gazetteer = world ();
    const char *text =
        "Ilya Gromov, a diplomat, came. Gromov's ship was late. Mr. Gromow laughed. Elijah Gromov said so. "
        "Ilia Gromov said so, too.";
    g_autoptr (EntArticle) article = reading_article ("a.txt", text, strlen (text));
    g_autoptr (EntSuggest) suggest = ent_suggest_new (gazetteer);
    ent_suggest_add (suggest, article);
    const GArray *proposals = ent_suggest_finish (suggest);
    g_assert_cmpuint (proposals->len, ==, 2);
    const EntProposal *ilya = &g_array_index (proposals, EntProposal, 0);
    g_assert_cmpstr (ilya->id, ==, "ilya-gromov");
    g_assert_cmpuint (ilya->mentions, ==, 4);
    g_assert_cmpuint (ilya->articles, ==, 1);
    g_autofree char *aliases = g_strjoinv (", ", ilya->aliases);
    g_assert_cmpstr (aliases, ==, "Ilia Gromov, Gromow");
    g_assert_cmpuint (ilya->n_examples, ==, 2);
    g_assert_cmpuint (ilya->examples[0].line, ==, 1);
    g_assert_cmpstr (ilya->examples[0].text, ==, "Ilya Gromov, a diplomat, came.");
    g_assert_cmpstr (g_array_index (proposals, EntProposal, 1).name, ==, "Elijah Gromov");
}

/* Those whom the gazetteer knows are not proposed, but spellings that it lacks are, with whom they may mean. A given
 * name makes nobody the same. */
static void
test_known (void)
{
    static const Case cases[] = {
        { "It rained, Rosa Quispe said. Mr. Gromov laughed. Norland said so, and the Norlanders left.", "" },
        { "It rained, Mr. Gromoff said.", "person: Gromoff (, ) ilya-gromov" },
        { "It rained, Rosa Kispe said.", "person: Rosa Kispe (, ) rosa-quispe" },
        { "It rained, Rosa Mamani said.", "person: Rosa Mamani (, )" },
        { "It rained, Mamani Quispe said.", "person: Mamani Quispe (, )" },
    };
    g_autoptr (EntGazetteer) gazetteer =
        reading_gazetteer_of ("states: {norland: {name: Norland, demonyms: [Norlanders]}}\n"
                              "officials:\n"
                              "  ilya-gromov: {name: Ilya Gromov}\n"
                              "  rosa-quispe: {name: Rosa Quispe}\n");
    CHECK (gazetteer, cases);
}

static void
test_states (void)
{
    g_autoptr (EntGazetteer) gazetteer = world ();
    const char *text =
        "title: A day of talks\n\nThe Peruvians left. The Kremlin agreed. They met in Berlin.\n";
    g_autofree char *proposals = proposals_of (gazetteer, text, TRUE);
    g_assert_cmpstr (proposals, ==, "state: Peru (, peru)\nstate: Russia (, russia)");
    for (guint i = 0; i < ent_gazetteer_size (gazetteer); i++)
        g_assert_cmpuint (ent_gazetteer_entity (gazetteer, i)->place.line, ==, 0);
}

/* The world's states give way to the file's: by id, name or adjective. */
static void
test_world (void)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp ("entente-XXXXXX.yaml", &path, NULL);
    g_assert_true (g_close (file, NULL));
    g_assert_true (g_file_set_contents (
        path,
        "states:\n  usa: {name: America}\n  persia: {name: Persia, demonyms: [Iranian]}\n"
        "ignore: [Georgia]\n",
        -1, NULL));
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    const char *const paths[] = { path, NULL };
    g_autoptr (EntGazetteer) gazetteer = ent_gazetteer_load_world (paths, findings, NULL);
    g_unlink (path);
    g_assert_cmpuint (findings->len, ==, 0);
    g_assert_cmpuint (ent_gazetteer_find (gazetteer, "united-states"), ==, ENT_NONE);
    g_assert_cmpuint (ent_gazetteer_find (gazetteer, "iran"), ==, ENT_NONE);
    g_assert_cmpuint (ent_gazetteer_find (gazetteer, "georgia"), ==, ENT_NONE);
    guint peru = ent_gazetteer_find (gazetteer, "Peru"), usa = ent_gazetteer_find (gazetteer, "usa");
    g_assert_cmpuint (ent_gazetteer_entity (gazetteer, peru)->place.line, ==, 0);
    g_assert_cmpuint (ent_gazetteer_entity (gazetteer, usa)->place.line, ==, 2);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/suggest/people", test_people);
    g_test_add_func ("/suggest/no-people", test_no_people);
    g_test_add_func ("/suggest/organizations", test_organizations);
    g_test_add_func ("/suggest/one-person", test_one_person);
    g_test_add_func ("/suggest/known", test_known);
    g_test_add_func ("/suggest/states", test_states);
    g_test_add_func ("/suggest/world", test_world);
    return g_test_run ();
}

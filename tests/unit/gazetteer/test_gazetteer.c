/* The gazetteer: what is loaded, and what is found by which name. */
#include <glib/gstdio.h>
#include <string.h>

#include "gazetteer/load.h"
#include "reading.h"

/* ---- what is loaded ---- */

static const char sample[] = "states:\n"
                             "  norland:\n"
                             "    name: Norland\n"
                             "    aliases: [Republic of Norland]\n"
                             "    demonyms: [Norlander, Norlanders]\n"
                             "    metonyms: [Nortown]\n"
                             "  suland: {name: Süland}\n"
                             "organizations:\n"
                             "  league:\n"
                             "    name: Harbour League\n"
                             "    aliases:\n"
                             "officials:\n"
                             "  ada-holm:\n"
                             "    name: Ada Holm\n"
                             "    aliases: [A. Holm, Ada Holm]\n"
                             "    state: norland\n"
                             "    gender: f\n"
                             "    offices:\n"
                             "      - title: Foreign Minister\n"
                             "        since: 2018-05\n"
                             "        until: 2018\n"
                             "      - {title: President, since: 2020-01-02}\n"
                             "  jon-holm:\n"
                             "    name: Jon Holm\n"
                             "  per-dal:\n"
                             "    name: Per Dal\n"
                             "    aliases: [Chief, Ada]\n"
                             "    gender: m\n"
                             "  eva-rud:\n"
                             "    name: Eva Rud\n"
                             "    aliases: [Chief]\n"
                             "ignore: [Norland Street]\n";

static char *
describe_names (const EntGazetteer *gazetteer)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < gazetteer->names->len; i++) {
        const EntName *name = &g_array_index (gazetteer->names, EntName, i);
        g_string_append_printf (text, "%d %d %s\n", (int)name->entity, name->kind, name->text);
    }
    return g_string_free (text, FALSE);
}

static void
test_entities (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (sample);
    static const char *const ids[] = { "ada-holm", "eva-rud", "jon-holm", "league",
                                       "norland",  "per-dal", "suland" };
    g_assert_cmpuint (ent_gazetteer_size (gazetteer), ==, G_N_ELEMENTS (ids));
    for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        g_assert_cmpstr (ent_gazetteer_entity (gazetteer, i)->id, ==, ids[i]);

    const EntEntity *ada = ent_gazetteer_entity (gazetteer, 0);
    g_assert_cmpstr (ada->name, ==, "Ada Holm");
    g_assert_cmpint (ada->kind, ==, ENT_OFFICIAL);
    g_assert_cmpint (ada->gender, ==, ENT_GENDER_FEMALE);
    g_assert_cmpuint (ada->state, ==, 4);
    g_assert_cmpuint (ada->place.line, ==, 13);
    g_assert_cmpuint (ada->n_offices, ==, 2);
    g_assert_cmpstr (ada->offices[0].title, ==, "Foreign Minister");
    g_assert_cmpuint (ada->offices[0].since.month, ==, 5);
    g_assert_cmpuint (ada->offices[0].until.year, ==, 2018);
    g_assert_cmpuint (ada->offices[1].since.day, ==, 2);
    g_assert_cmpuint (ada->offices[1].until.year, ==, 0);

    const EntEntity *league = ent_gazetteer_entity (gazetteer, 3);
    g_assert_cmpint (league->kind, ==, ENT_ORGANIZATION);
    g_assert_cmpuint (league->state, ==, ENT_NONE);
    g_assert_cmpint (ent_gazetteer_entity (gazetteer, 4)->kind, ==, ENT_STATE);
    g_assert_cmpuint (ent_gazetteer_entity (gazetteer, 4)->state, ==, ENT_NONE);
    g_assert_cmpint (ent_gazetteer_entity (gazetteer, 5)->gender, ==, ENT_GENDER_MALE);
    g_assert_cmpint (ent_gazetteer_entity (gazetteer, 2)->gender, ==, ENT_GENDER_UNKNOWN);
}

static void
test_names (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (sample);
    g_autofree char *names = describe_names (gazetteer);
    g_assert_cmpstr (names, ==,
                     "0 0 Ada Holm\n0 1 A. Holm\n0 1 Ada Holm\n0 2 Holm\n"
                     "1 0 Eva Rud\n1 1 Chief\n1 2 Rud\n"
                     "2 0 Jon Holm\n2 2 Holm\n"
                     "3 0 Harbour League\n"
                     "4 0 Norland\n4 1 Republic of Norland\n4 3 Norlander\n4 3 Norlanders\n4 4 Nortown\n"
                     "5 0 Per Dal\n5 1 Chief\n5 1 Ada\n5 2 Dal\n"
                     "6 0 Süland\n"
                     "-1 5 Norland Street\n");
}

static void
test_short_forms (void)
{
    static const struct {
        const char *name, *state, *forms;
    } cases[] = {
        { "Velayati", NULL, "" },
        { "Ali Akbar Velayati", "iran", "Akbar Velayati|Velayati" },
        { "Hossein Jaberi Ansari", "iran", "Jaberi Ansari|Ansari" },
        { "Bashar al-Assad", "syria", "al-Assad|Assad" },
        { "Bashar Al Assad", "syria", "Al Assad|Assad" },
        { "Abdel Fattah el-Sisi", "egypt", "Fattah el-Sisi|el-Sisi|Sisi" },
        { "Mohammed bin Salman", "saudi-arabia", "bin Salman" },
        { "Mohammed bin Zayed Al Nahyan", NULL, "bin Zayed Al Nahyan|bin Zayed|Al Nahyan|Nahyan" },
        { "Ursula von der Leyen", "germany", "von der Leyen" },
        { "Luiz Inacio Lula da Silva", "brazil", "Inacio Lula da Silva|Lula da Silva|da Silva" },
        { "Chris Van Hollen", NULL, "Van Hollen" },
        { "Massimo d'Alema", "italy", "d'Alema" },
        { "Van Jones", NULL, "Jones" },
        { "Al Gore", NULL, "Gore" },
        { "Xi Jinping", "china", "Xi" },
        { "Kim Jong Un", "north-korea", "Kim" },
        { "Ngô Xuân Lịch", "vietnam", "Ngô" },
        { "Kim Darroch", "united-kingdom", "Darroch" },
        { "Ban Ki-moon", NULL, "Ban" },
        { "Jose Manuel Garcia-Margallo", "spain", "Manuel Garcia-Margallo|Garcia-Margallo" },
        { "Inés María Roble Castaño", NULL, "María Roble Castaño|Roble Castaño|Castaño" },
        { "Pilar Roble Castaño", "norland", "Roble Castaño|Castaño" },
        { "Juan Manuel Roble", NULL, "Manuel Roble|Roble" },
        { "Ana Elisabet Roble de Castaño", NULL, "Elisabet Roble de Castaño|Roble de Castaño|de Castaño" },
        { "Peter Walker Holm", NULL, "Walker Holm|Holm" },
        { "Peter Herbert Walker Holm", NULL, "Herbert Walker Holm|Holm" },
        { "Per Dal III", NULL, "Per Dal|Dal|Dal III" },
        { "Per Dal, Sr", NULL, "Per Dal|Dal|Dal Sr" },
        { "Karl-Otto von und zu Holm", NULL, "" },
        { "George W. Bush", NULL, "Bush" },
        { "George H.W. Bush", NULL, "Bush" },
        { "George Bush Jr.", NULL, "George Bush|Bush|Bush Jr." },
        { "George Bush, Jr.", NULL, "George Bush|Bush|Bush Jr." },
        { "Malcolm X", NULL, "" },
        { "Hussein J.", NULL, "" },
        { "Abdullah II", "jordan", "" },
        { "King Abdullah II", "jordan", "King Abdullah" },
        { "Queen Elizabeth", NULL, "" },
        { "King of Jordan", "jordan", "" },
        { "Prince Charles of Wales", NULL, "" },
        { "Ambassador Wu", "china", "" },
        { "President Xi Jinping", "china", "Xi" },
        { "Sheikh Al Sabah", "kuwait", "Al Sabah|Sabah" },
        { "Sir Simon McDonald", NULL, "McDonald" },
        { "Cmdr. Sean Robertson", NULL, "Robertson" },
        { "@realDonald Trump", NULL, "" },
        { "14th Dalai Lama", NULL, "" },
        { "Dalai Lama", NULL, "" },
        { "bin Salman", NULL, "" },
        { "Ada  \t Holm ", NULL, "Holm" },
        { "   ", NULL, "" },
        { "II", NULL, "" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_auto (GStrv) forms = ent_name_short_forms (cases[i].name, cases[i].state);
        g_autofree char *joined = g_strjoinv ("|", forms);
        g_autofree char *found = g_strdup_printf ("%s: %s", cases[i].name, joined);
        g_autofree char *expected = g_strdup_printf ("%s: %s", cases[i].name, cases[i].forms);
        g_assert_cmpstr (found, ==, expected);
    }
}

/* The official's state tells which word is the family name. */
static void
test_family_name_first (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of ("states: {china: {name: China}}\n"
                                                               "officials:\n"
                                                               "  a: {name: Lin Wei, state: china}\n"
                                                               "  b: {name: Mei Wong}\n");
    g_autofree char *names = describe_names (gazetteer);
    g_assert_cmpstr (names, ==, "0 0 Lin Wei\n0 2 Lin\n1 0 Mei Wong\n1 2 Wong\n2 0 China\n");
}

/* A gazetteer's own short forms stand for those that would be derived. */
static void
test_own_short_forms (void)
{
    g_autoptr (EntGazetteer) gazetteer =
        reading_gazetteer_of ("officials:\n"
                              "  a: {name: Ada Holm Dal, short: [Holm, Ada]}\n"
                              "  b: {name: Bo Holm, aliases: [Bob Holm], short: []}\n");
    g_autofree char *names = describe_names (gazetteer);
    g_assert_cmpstr (names, ==, "0 0 Ada Holm Dal\n0 2 Holm\n0 2 Ada\n1 0 Bo Holm\n1 1 Bob Holm\n");
}

/* ---- finding ---- */

static void
assert_finds (const EntGazetteer *gazetteer, const char *name, const char *id)
{
    guint entity = ent_gazetteer_find (gazetteer, name);
    g_assert_cmpstr (entity == ENT_NONE ? NULL : ent_gazetteer_entity (gazetteer, entity)->id, ==, id);
}

static void
test_find (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (sample);
    assert_finds (gazetteer, "ada-holm", "ada-holm");
    assert_finds (gazetteer, "Ada Holm", "ada-holm");
    assert_finds (gazetteer, "ADA  HOLM", "ada-holm");
    assert_finds (gazetteer, "suland", "suland");
    assert_finds (gazetteer, "SÜLAND", "suland");
    assert_finds (gazetteer, "republic of norland", "norland");
    assert_finds (gazetteer, "Rud", "eva-rud");
    assert_finds (gazetteer, "Ada", "per-dal");
    assert_finds (gazetteer, "Holm", NULL);           /* two have it */
    assert_finds (gazetteer, "Chief", NULL);          /* two have it */
    assert_finds (gazetteer, "Norlanders", NULL);     /* no name of the state itself */
    assert_finds (gazetteer, "Norland Street", NULL); /* names nobody */
    assert_finds (gazetteer, "", NULL);
    assert_finds (gazetteer, "\xFF", NULL);
}

/* Every full name and alias that only one entity has leads to it, whatever its case. */
static void
test_find_every_name (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (sample);
    for (guint i = 0; i < gazetteer->names->len; i++) {
        const EntName *name = &g_array_index (gazetteer->names, EntName, i);
        if (name->kind > ENT_NAME_ALIAS || strcmp (name->text, "Chief") == 0)
            continue;
        g_autofree char *upper = g_utf8_strup (name->text, -1);
        g_assert_cmpuint (ent_gazetteer_find (gazetteer, name->text), ==, name->entity);
        g_assert_cmpuint (ent_gazetteer_find (gazetteer, upper), ==, name->entity);
    }
}

/* A name that is found by one writing in a text is found by it when asked for, and the other way round. */
static void
test_one_folding (void)
{
    static const struct {
        const char *name, *writing;
        gboolean same;
    } cases[] = {
        { "Mai Ya'alon", "Mai Yaalon", TRUE },
        { "Mai Yaalon", "Mai Ya\u2019alon", TRUE },
        { "Bo al-Lund", "Bo al Lund", TRUE },
        { "Jürgen Groß", "Jurgen Gross", TRUE },
        { "Ada Holm", "ADA HOLM", TRUE },
        { "Łukasz Þor", "Lukasz Thor", TRUE },
        { "Bo\u00A0Lund", "Bo Lund", TRUE },
        { "Bo Lund", "Bolund", FALSE },
        { "Ada Holm", "Ada Hølm\u0301", TRUE },
        { "Ada Holm", "Ada Holms", FALSE },
        { "Ya'alon House", "Ya alon House", FALSE },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *yaml = g_strdup_printf ("organizations: {x: {name: \"%s\"}}\n", cases[i].name);
        g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (yaml);
        g_autofree char *text = g_strdup_printf ("Nobody saw %s there.", cases[i].writing);
        g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
        g_autoptr (EntArticle) article = reading_article ("a.txt", text, strlen (text));
        g_autoptr (EntReading) reading = ent_read (reader, article);
        g_test_message ("%s: %s", cases[i].name, cases[i].writing);
        g_assert_true ((reading->mentions->len > 0) == cases[i].same);
        g_assert_true ((ent_gazetteer_find (gazetteer, cases[i].writing) != ENT_NONE) == cases[i].same);
    }
}

static void
assert_nearest (const EntGazetteer *gazetteer, const char *name, const char *expected)
{
    g_autofree char *nearest = ent_gazetteer_nearest (gazetteer, name);
    g_assert_cmpstr (nearest, ==, expected);
}

static void
test_nearest (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (sample);
    assert_nearest (gazetteer, "norlnad", "norland");
    assert_nearest (gazetteer, "Adda Hollm", "ada-holm");
    assert_nearest (gazetteer, "republik of norlant", "Republic of Norland");
    assert_nearest (gazetteer, "harbor", "Harbour League"); /* by a word of it */
    assert_nearest (gazetteer, "Holm", "ada-holm");         /* two have it, so an id */
    assert_nearest (gazetteer, "quite another thing", NULL);
    assert_nearest (gazetteer, "", NULL);
    assert_nearest (gazetteer, "\xFF\xFE", NULL);
}

/* ---- several files ---- */

static char *
write_file (const char *directory, const char *name, const char *text)
{
    char *path = g_build_filename (directory, name, NULL);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    return path;
}

/* Each entity knows its file; what is included is loaded once, whoever asks for it. */
static void
test_several_files (void)
{
    g_autofree char *directory = g_dir_make_tmp ("entente-XXXXXX", NULL);
    g_autofree char *base = write_file (directory, "base.yaml", "states:\n  norland: {name: Norland}\n");
    g_autofree char *first = write_file (directory, "first.yaml",
                                         "include: [base.yaml]\n"
                                         "officials: {ada-holm: {name: Ada Holm, state: norland}}\n");
    g_autofree char *second = write_file (directory, "second.yaml",
                                          "officials: {eva-rud: {name: Eva Rud, state: norland}}\n"
                                          "include: [base.yaml]\n");
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    const char *const paths[] = { first, second, first, NULL };
    g_autoptr (EntGazetteer) gazetteer = ent_gazetteer_load (paths, findings, NULL);
    g_assert_cmpuint (findings->len, ==, 0);
    g_assert_cmpuint (ent_gazetteer_size (gazetteer), ==, 3);

    const char *const expected[] = { first, second, base };
    static const guint lines[] = { 2, 1, 2 };
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
        const EntEntity *entity = ent_gazetteer_entity (gazetteer, i);
        g_assert_cmpstr (entity->path, ==, expected[i]);
        g_assert_cmpuint (entity->place.line, ==, lines[i]);
        g_assert_cmpuint (entity->state, ==, entity->kind == ENT_STATE ? ENT_NONE : 2);
        g_unlink (expected[i]);
    }
    g_rmdir (directory);
}

/* ---- relations ---- */

static const EntRelation *
relation (const EntGazetteer *gazetteer, guint index)
{
    return g_ptr_array_index (gazetteer->relations, index);
}

static void
test_built_in_relations (void)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of ("states: {norland: {name: Norland}}\n");
    g_assert_cmpuint (ent_gazetteer_n_relations (gazetteer), ==, 3);
    g_assert_cmpstr (ent_gazetteer_relation (gazetteer, ENT_CO_MENTION), ==, "co_mention");
    g_assert_cmpstr (ent_gazetteer_relation (gazetteer, 1), ==, "met_with");
    g_assert_cmpstr (ent_gazetteer_relation (gazetteer, 2), ==, "responded_to");
    g_assert_false (ent_gazetteer_relation_directed (gazetteer, 0));
    g_assert_false (ent_gazetteer_relation_directed (gazetteer, 1));
    g_assert_true (ent_gazetteer_relation_directed (gazetteer, 2));
    g_assert_cmpuint (g_strv_length (relation (gazetteer, 0)->verbs), ==, 0);
    g_assert_cmpuint (g_strv_length (relation (gazetteer, 0)->words), ==, 0);
    g_assert_cmpstr (relation (gazetteer, 1)->verbs[0], ==, "meet");
    g_assert_true (g_strv_contains ((const char *const *)relation (gazetteer, 2)->phrases, "in response to"));
}

static void
test_added_relations (void)
{
    g_autoptr (EntGazetteer) built_in = reading_gazetteer_of ("states: {norland: {name: Norland}}\n");
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (
        "states: {norland: {name: Norland}}\n"
        "relations:\n"
        "  accused_2: {directed: true, verbs: [Accuse, blame, accuse], words: [charge]}\n"
        "  met_with: {directed: false, verbs: [hobnob with, meet]}\n"
        "  traded: {nouns: [trade]}\n");
    g_assert_cmpuint (ent_gazetteer_n_relations (gazetteer), ==, 5);
    g_assert_cmpstr (ent_gazetteer_relation (gazetteer, 3), ==, "accused_2");
    g_assert_true (ent_gazetteer_relation_directed (gazetteer, 3));
    g_assert_false (ent_gazetteer_relation_directed (gazetteer, 4));
    g_autofree char *verbs = g_strjoinv ("|", relation (gazetteer, 3)->verbs);
    g_assert_cmpstr (verbs, ==, "accuse|blame");
    g_assert_cmpstr (relation (gazetteer, 3)->words[0], ==, "charge");
    g_assert_cmpuint (g_strv_length (relation (gazetteer, 1)->verbs), ==,
                      g_strv_length (relation (built_in, 1)->verbs) + 1);
    g_assert_true (g_strv_contains ((const char *const *)relation (gazetteer, 1)->verbs, "hobnob with"));
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/gazetteer/entities", test_entities);
    g_test_add_func ("/gazetteer/names", test_names);
    g_test_add_func ("/gazetteer/short-forms", test_short_forms);
    g_test_add_func ("/gazetteer/family-name-first", test_family_name_first);
    g_test_add_func ("/gazetteer/own-short-forms", test_own_short_forms);
    g_test_add_func ("/gazetteer/find", test_find);
    g_test_add_func ("/gazetteer/find-every-name", test_find_every_name);
    g_test_add_func ("/gazetteer/one-folding", test_one_folding);
    g_test_add_func ("/gazetteer/nearest", test_nearest);
    g_test_add_func ("/gazetteer/several-files", test_several_files);
    g_test_add_func ("/gazetteer/built-in-relations", test_built_in_relations);
    g_test_add_func ("/gazetteer/added-relations", test_added_relations);
    return g_test_run ();
}

/* The states of the world: names and codes belong together. */
#include "gazetteer/states.h"

static void
test_codes (void)
{
    static const struct {
        const char *code, *id;
    } codes[] = {
        { "IR", "iran" },         { "irn", "iran" },    { "GB", "united-kingdom" },
        { "ROM", "romania" },     { "KSV", "kosovo" },  { "suhh", "soviet-union" },
        { "NER", "niger" },       { "NGA", "nigeria" }, { "COG", "republic-of-the-congo" },
        { "PRK", "north-korea" },
    };
    g_autoptr (EntStates) states = ent_states_new ();
    for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        g_assert_cmpstr (ent_states_code (states, codes[i].code), ==, codes[i].id);
    static const char *const none[] = { "", "X", "XX", "UK", "EU", "IRAN", "IR\n", "#", "iran" };
    for (guint i = 0; i < G_N_ELEMENTS (none); i++)
        g_assert_null (ent_states_code (states, none[i]));
}

/* Every pair of letters that is a code leads to a state with a name, by which it is found again. */
static void
test_every_code_has_a_name (void)
{
    g_autoptr (EntStates) states = ent_states_new ();
    guint n = 0;
    for (char first = 'A'; first <= 'Z'; first++)
        for (char second = 'A'; second <= 'Z'; second++) {
            const char code[] = { first, second, '\0' };
            const char *id = ent_states_code (states, code);
            if (id == NULL)
                continue;
            g_auto (GStrv) names = ent_states_names (states, id, ENT_NAME_FULL);
            g_assert_cmpuint (g_strv_length (names), ==, 1);
            g_assert_cmpstr (ent_states_find (states, names[0]), ==, id);
            g_assert_cmpstr (ent_states_find (states, id), ==, id);
            n++;
        }
    g_assert_cmpuint (n, ==, 198);
}

static void
test_names (void)
{
    g_autoptr (EntStates) states = ent_states_new ();
    g_assert_cmpstr (ent_states_find (states, "United States of America"), ==, "united-states");
    g_assert_cmpstr (ent_states_find (states, "north korea"), ==, "north-korea");
    g_assert_null (ent_states_find (states, "Norland"));
    g_assert_null (ent_states_find (states, "Iranian"));
    g_assert_null (ent_states_find (states, ""));
    g_auto (GStrv) none = ent_states_names (states, "norland", ENT_NAME_FULL);
    g_assert_cmpuint (g_strv_length (none), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/states/codes", test_codes);
    g_test_add_func ("/states/every-code-has-a-name", test_every_code_has_a_name);
    g_test_add_func ("/states/names", test_names);
    return g_test_run ();
}

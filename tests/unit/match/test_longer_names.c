/* Names of places and bodies that the name of a state is part of. */
#include "match/longer_names.h"

#include "match/matcher.h"
#include "reading.h"

static gboolean
is_longer (const EntGazetteer *gazetteer, const char *name)
{
    g_autoptr (GPtrArray) longer = ent_longer_names (gazetteer);
    return g_ptr_array_find_with_equal_func (longer, name, g_str_equal, NULL);
}

/* Only those that hold the name of a state that the gazetteer has, and of states those that it lacks. */
static void
test_which (void)
{
    g_autoptr (EntGazetteer) gazetteer =
        reading_gazetteer_of ("states: {guinea: {name: Guinea, demonyms: [Guinean]}, china: {name: China}}\n"
                              "officials: {mexico: {name: Mexico}}");
    g_assert_true (is_longer (gazetteer, "South China Sea"));
    g_assert_true (is_longer (gazetteer, "Gulf of Guinea"));
    g_assert_true (is_longer (gazetteer, "Guinea-Bissau"));
    g_assert_true (is_longer (gazetteer, "Equatorial Guinea"));
    g_assert_false (is_longer (gazetteer, "New Mexico"));
    g_assert_false (is_longer (gazetteer, "People's Republic of China"));
    g_assert_false (is_longer (gazetteer, "South Sudan"));
    g_autoptr (EntGazetteer) none = reading_gazetteer_of ("officials: {a: {name: Guinea}}");
    g_autoptr (GPtrArray) longer = ent_longer_names (none);
    g_assert_cmpuint (longer->len, ==, 0);
}

/* How many names the only hit in the text stands for. */
static guint
names_of_hit (const EntGazetteer *gazetteer, const char *text)
{
    g_autoptr (EntMatcher) matcher = ent_matcher_new (gazetteer);
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (EntHit));
    ent_matcher_find (matcher, text, (EntSpan){ 0, strlen (text) }, hits);
    g_assert_cmpuint (hits->len, ==, 1);
    return ent_matcher_group (matcher, g_array_index (hits, EntHit, 0).group).n_names;
}

/* A hit of such a name stands for nobody, unless the gazetteer has the name too. */
static void
test_hits (void)
{
    g_autoptr (EntGazetteer) gazetteer =
        reading_gazetteer_of ("states: {mexico: {name: Mexico}}\norganizations: {city: {name: mexico city}}");
    g_assert_cmpuint (names_of_hit (gazetteer, "in New Mexico"), ==, 0);
    g_assert_cmpuint (names_of_hit (gazetteer, "the Gulf of Mexico"), ==, 0);
    g_assert_cmpuint (names_of_hit (gazetteer, "in Mexico City"), ==, 1);
    g_assert_cmpuint (names_of_hit (gazetteer, "in old Mexico"), ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/longer-names/which", test_which);
    g_test_add_func ("/longer-names/hits", test_hits);
    return g_test_run ();
}

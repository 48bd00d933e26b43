/* check.c - a gazetteer loaded and looked over in one run. */
#include "gazetteer/load.h"
#include "warning.h"

/* The grammar's words, without those that the gazetteer adds: these are what is to be looked over. */
static EntLexicon *
built_in_words (void)
{
    EntGazetteer built_in = { .relations =
                                  g_ptr_array_new_with_free_func ((GDestroyNotify)ent_relation_free) };
    g_autoptr (GPtrArray) none = g_ptr_array_new ();
    ent_gazetteer_load_relations (&built_in, none, none);
    EntLexicon *lexicon = ent_lexicon_new (&built_in);
    g_ptr_array_unref (built_in.relations);
    return lexicon;
}

EntGazetteer *
ent_gazetteer_check (const char *const *paths, GPtrArray *findings, GError **error)
{
    g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (EntGazetteer) gazetteer = ent_gazetteer_read (paths, found, error);
    if (gazetteer == NULL)
        return NULL;
    g_autoptr (EntMatcher) matcher = ent_matcher_new (gazetteer);
    g_autoptr (EntLexicon) words = built_in_words ();
    EntChecker checker = { gazetteer, matcher, words, found };
    ent_check_names (&checker);
    ent_check_words (&checker);
    ent_check_offices (&checker);
    gboolean good = ent_gazetteer_accept (gazetteer, found, error);
    g_ptr_array_extend_and_steal (findings, g_steal_pointer (&found));
    return good ? g_steal_pointer (&gazetteer) : NULL;
}

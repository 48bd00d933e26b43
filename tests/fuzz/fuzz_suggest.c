/* Any bytes as prose, searched for names that the gazetteer lacks. */
#include "fuzz.h"

static void
check_proposal (const EntGazetteer *gazetteer, const EntProposal *proposal)
{
    g_assert_true (g_utf8_validate (proposal->name, -1, NULL));
    g_assert_true (g_utf8_validate (proposal->title, -1, NULL));
    g_assert_cmpstr (proposal->name, !=, "");
    g_assert_cmpuint (strspn (proposal->id, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==,
                      strlen (proposal->id));
    g_assert_cmpuint (proposal->articles, >, 0);
    g_assert_cmpuint (proposal->articles, <=, proposal->mentions);
    g_assert_cmpuint (proposal->beside, <=, proposal->mentions);
    g_assert_cmpuint (proposal->n_examples, >, 0);
    g_assert_true (proposal->state == ENT_NONE || proposal->state < ent_gazetteer_size (gazetteer));
    for (guint i = 0; i < proposal->n_examples; i++)
        g_assert_true (g_utf8_validate (proposal->examples[i].text, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
    static EntGazetteer *gazetteer;
    if (gazetteer == NULL) {
        static const char *const paths[] = { TESTS_DIR "/relations/names.yaml", NULL };
        g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
        gazetteer = ent_gazetteer_load_world (paths, findings, NULL);
    }
    g_autoptr (EntArticle) article = fuzz_article ("a.txt", bytes, length);
    if (article == NULL)
        return 0;
    g_autoptr (EntSuggest) suggest = ent_suggest_new (gazetteer);
    ent_suggest_add (suggest, article);
    ent_suggest_add (suggest, article);
    const GArray *proposals = ent_suggest_finish (suggest);
    for (guint i = 0; i < proposals->len; i++)
        check_proposal (gazetteer, &g_array_index (proposals, EntProposal, i));
    return 0;
}

/* References: whom he, his, they and the two leaders stand for, whether or not a relation asks for them. */
#include "reading.h"

static const char world[] = "states:\n"
                            "  arland: {name: Arland, demonyms: [Arlandic]}\n"
                            "  borduria: {name: Borduria, demonyms: [Bordurian]}\n"
                            "officials:\n"
                            "  ada-holm: {name: Ada Holm, state: arland, gender: f}\n"
                            "  bo-lund: {name: Bo Lund, state: borduria, gender: m}\n"
                            "  carl-mork: {name: Carl Mork, state: borduria, gender: m}\n";

typedef struct {
    const char *name, *text;
    const char *found; /* the references, "words=entity", in the order of their places */
} Case;

static const Case cases[] = {
    { "he", "Bo Lund sat down. He praised Arland.", "He=bo-lund" },
    { "no-cue", "Ada Holm was late. On the way she saw three swans.", "she=ada-holm" },
    { "chain", "Ada Holm was late. She was tired. She said so. She left for Borduria.",
      "She=ada-holm She=ada-holm She=ada-holm" },
    { "gender", "Ada Holm was late. He was not.", "" },
    { "his", "Bo Lund sat down. His dog likes Arland.", "His=bo-lund" },
    { "him-not-subject", "Ada Holm was late. Bo Lund and Carl Mork left. Bo Lund saw him.", "him=carl-mork" },
    { "him-nobody", "Bo Lund was late. Bo Lund saw him.", "" },
    { "cataphora", "Speaking beside his dog, Bo Lund praised Arland.", "his=bo-lund" },
    { "according", "Bo Lund sat down. According to him, Carl Mork slept.", "him=bo-lund" },
    { "they", "Ada Holm and Bo Lund sat down. They praised Arland.", "They=bo-lund They=ada-holm" },
    { "their", "Ada Holm and Bo Lund sat down. Their dogs slept.", "Their=bo-lund Their=ada-holm" },
    { "own-subject", "Ada Holm and Bo Lund sat down. The ministers walked their dogs.", "" },
    { "two", "Ada Holm wrote to Bo Lund. The two leaders like swans.",
      "The two leaders=ada-holm The two leaders=bo-lund" },
    { "two-of-three", "Ada Holm wrote to Bo Lund; Carl Mork slept. The two leaders like swans.", "" },
    { "set-not-speaker", "Ada Holm spoke of Bo Lund and Carl Mork. The two men like swans.",
      "The two men=bo-lund The two men=carl-mork" },
    { "three", "Ada Holm, Bo Lund and Carl Mork sat down. It rained. The three ministers like swans.",
      "The three ministers=ada-holm The three ministers=bo-lund The three ministers=carl-mork" },
    { "pair", "Bo Lund waited for Ada Holm. The pair likes swans.", "The pair=bo-lund The pair=ada-holm" },
    { "countries", "Arland and Borduria are far. Both countries like swans.",
      "Both countries=arland Both countries=borduria" },
    { "too-far", "Bo Lund waited for Ada Holm. It rained. It rained. It rained. The two men left.", "" },
    { "answer", "Bo Lund blamed Arland. Carl Mork rejected his claim.", "his=bo-lund" },
};

static char *
references_of (const Case *c)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (world);
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (EntArticle) article = reading_article ("a.txt", c->text, strlen (c->text));
    g_autoptr (EntReading) reading = ent_read (reader, article);
    GString *found = g_string_new (NULL);
    for (guint i = 0; i < reading->mentions->len; i++) {
        const EntMention *m = &g_array_index (reading->mentions, EntMention, i);
        if (m->how != ENT_HOW_PRONOUN && m->how != ENT_HOW_DESCRIPTION)
            continue;
        g_string_append_printf (found, "%s%.*s=%s", found->len > 0 ? " " : "",
                                (int)(m->span.end - m->span.start), c->text + m->span.start,
                                ent_gazetteer_entity (gazetteer, m->entity)->id);
        /* an antecedent is a name that stands elsewhere */
        const EntMention *name = &g_array_index (reading->mentions, EntMention, m->antecedent);
        g_assert_cmpuint (name->entity, ==, m->entity);
        g_assert_cmpuint (name->antecedent, ==, ENT_NONE);
    }
    return g_string_free (found, FALSE);
}

static void
test_case (gconstpointer data)
{
    const Case *c = data;
    g_autofree char *found = references_of (c);
    g_assert_cmpstr (found, ==, c->found);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *path = g_strdup_printf ("/reference/%s", cases[i].name);
        g_test_add_data_func (path, &cases[i], test_case);
    }
    return g_test_run ();
}

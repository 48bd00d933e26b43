/* The words of the grammar: classes, and the inflection of English. */
#include "language/lexicon.h"

#include <glib/gstdio.h>
#include <string.h>

#include "reading.h"

typedef struct {
    EntGazetteer *gazetteer;
    EntLexicon *lexicon;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    fixture->gazetteer = reading_gazetteer ("relations/names.yaml");
    fixture->lexicon = ent_lexicon_new (fixture->gazetteer);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    ent_lexicon_free (fixture->lexicon);
    ent_gazetteer_free (fixture->gazetteer);
}

static void
test_verbs (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    /* base, third person, past, participle, -ing, as any dictionary has them */
    static const char *const verbs[][5] = {
        { "visit", "visits", "visited", "visited", "visiting" },
        { "meet", "meets", "met", "met", "meeting" },
        { "reply", "replies", "replied", "replied", "replying" },
        { "plan", "plans", "planned", "planned", "planning" },
        { "receive", "receives", "received", "received", "receiving" },
        { "host", "hosts", "hosted", "hosted", "hosting" },
        { "dismiss", "dismisses", "dismissed", "dismissed", "dismissing" },
        { "push", "pushes", "pushed", "pushed", "pushing" },
        { "go", "goes", "went", "gone", "going" },
        { "hold", "holds", "held", "held", "holding" },
        { "take", "takes", "took", "taken", "taking" },
        { "sit", "sits", "sat", "sat", "sitting" },
        { "confer", "confers", "conferred", "conferred", "conferring" },
        { "deny", "denies", "denied", "denied", "denying" },
        { "agree", "agrees", "agreed", "agreed", "agreeing" },
        { "refer", "refers", "referred", "referred", "referring" },
        { "say", "says", "said", "said", "saying" },
        { "cancel", "cancels", "cancelled", "cancelled", "cancelling" },
        { "cancel", "cancels", "canceled", "canceled", "canceling" },
        { "signal", "signals", "signaled", "signalled", "signaling" },
        { "control", "controls", "controlled", "controlled", "controlling" },
        { "lie", "lies", "lay", "lain", "lying" },
        { "begin", "begins", "began", "begun", "beginning" },
        { "win", "wins", "won", "won", "winning" },
        { "get", "gets", "got", "got", "getting" },
        { "dine", "dines", "dined", "dined", "dining" },
        { "answer", "answers", "answered", "answered", "answering" },
        { "flee", "flees", "fled", "fled", "fleeing" },
        { "die", "dies", "died", "died", "dying" },
        { "stay", "stays", "stayed", "stayed", "staying" },
        { "quit", "quits", "quit", "quit", "quitting" },
        { "rebut", "rebuts", "rebutted", "rebutted", "rebutting" },
        { "write", "writes", "wrote", "written", "writing" },
    };
    static const guint forms[] = { ENT_WORD_BASE, ENT_WORD_THIRD, ENT_WORD_PAST, ENT_WORD_PARTICIPLE,
                                   ENT_WORD_ING };
    for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
        for (gsize form = 0; form < 5; form++) {
            const EntWord *word = ent_lexicon_find (fixture->lexicon, verbs[i][form]);
            if (word->verb == NULL || strcmp (word->verb, verbs[i][0]) != 0 ||
                (word->classes & forms[form]) == 0) {
                g_test_message ("%s is no form of %s", verbs[i][form], verbs[i][0]);
                g_test_fail ();
            }
        }
}

static void
test_nouns (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const char *const nouns[][2] = {
        { "summit", "summits" },       { "talk", "talks" },    { "meeting", "meetings" },
        { "statement", "statements" }, { "reply", "replies" }, { "lunch", "lunches" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++) {
        const EntWord *one = ent_lexicon_find (fixture->lexicon, nouns[i][0]);
        const EntWord *many = ent_lexicon_find (fixture->lexicon, nouns[i][1]);
        g_assert_cmpstr (one->noun, ==, nouns[i][0]);
        g_assert_cmpstr (many->noun, ==, nouns[i][0]);
        g_assert_cmpuint (one->classes & (ENT_WORD_NOUN | ENT_WORD_PLURAL), ==, ENT_WORD_NOUN);
        g_assert_cmpuint (many->classes & ENT_WORD_PLURAL, ==, ENT_WORD_PLURAL);
    }
    /* titles and people have plurals too */
    g_assert_cmpuint (ent_lexicon_find (fixture->lexicon, "envoys")->classes & ENT_WORD_PLURAL, !=, 0);
    g_assert_cmpuint (ent_lexicon_find (fixture->lexicon, "spokesmen")->classes & ENT_WORD_TITLE, !=, 0);
    g_assert_cmpuint (ent_lexicon_find (fixture->lexicon, "authorities")->classes & ENT_WORD_PEOPLE, !=, 0);
    g_assert_cmpuint (ent_lexicon_find (fixture->lexicon, "spokesmans")->classes, ==, 0);
}

static void
test_classes (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    static const struct {
        const char *word;
        guint class;
    } cases[] = {
        { "the", ENT_WORD_DETERMINER },    { "his", ENT_WORD_POSSESSIVE },
        { "she", ENT_WORD_PRONOUN },       { "with", ENT_WORD_PREPOSITION },
        { "and", ENT_WORD_AND },           { "but", ENT_WORD_BUT },
        { "that", ENT_WORD_SUBORDINATOR }, { "if", ENT_WORD_CONDITION },
        { "who", ENT_WORD_RELATIVE },      { "was", ENT_WORD_BE },
        { "had", ENT_WORD_HAVE },          { "did", ENT_WORD_DO },
        { "will", ENT_WORD_MODAL },        { "not", ENT_WORD_NOT },
        { "didn't", ENT_WORD_NOT },        { "also", ENT_WORD_ADVERB },
        { "tuesday", ENT_WORD_TIME },      { "minister", ENT_WORD_TITLE },
        { "deputy", ENT_WORD_TITLE_PART }, { "diplomat", ENT_WORD_PERSON },
        { "delegation", ENT_WORD_PEOPLE }, { "in", ENT_WORD_PLACE },
        { "upcoming", ENT_WORD_UPCOMING }, { "cancelled", ENT_WORD_CANCELLED },
        { "two", ENT_WORD_NUMBER },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpuint (ent_lexicon_find (fixture->lexicon, cases[i].word)->classes & cases[i].class, ==,
                          cases[i].class);
    static const struct {
        const char *word;
        guint verb_class;
    } verbs[] = {
        { "held", ENT_VERB_LIGHT },       { "planned", ENT_VERB_PLAN }, { "refuses", ENT_VERB_REFUSE },
        { "continued", ENT_VERB_MANAGE }, { "begins", ENT_VERB_EVENT }, { "said", ENT_VERB_SAY },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
        g_assert_cmpuint (ent_lexicon_find (fixture->lexicon, verbs[i].word)->verb_class &
                              verbs[i].verb_class,
                          ==, verbs[i].verb_class);
}

/* What the lists do not know is told by its ending, or has no class at all. */
static void
test_unknown (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    const EntLexicon *lexicon = fixture->lexicon;
    g_assert_cmpuint (ent_lexicon_find (lexicon, "xylophonically")->classes, ==, ENT_WORD_ADVERB);
    g_assert_cmpuint (ent_lexicon_find (lexicon, "xylophoned")->classes, ==,
                      ENT_WORD_PAST | ENT_WORD_PARTICIPLE);
    g_assert_cmpuint (ent_lexicon_find (lexicon, "xylophoning")->classes, ==, ENT_WORD_ING);
    g_assert_cmpuint (ent_lexicon_find (lexicon, "xylophone")->classes, ==, 0);
    g_assert_cmpuint (ent_lexicon_find (lexicon, "")->classes, ==, 0);
    g_assert_cmpuint (ent_lexicon_find (lexicon, "ly")->classes, ==, 0);
    g_assert_cmpuint (ent_lexicon_find (lexicon, "fed")->classes, ==, 0);
    g_assert_cmpuint (ent_lexicon_find (lexicon, "king")->classes & ENT_WORD_ING, ==, 0);
    g_assert_null (ent_lexicon_find (lexicon, "xylophoned")->verb);
    g_assert_cmpuint (ent_lexicon_find (lexicon, "Was")->classes, ==, 0); /* not folded */
}

/* A list of uses makes no word of another class: what the ending tells stays. */
static void
test_uses (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    const EntWord *supposed = ent_lexicon_find (fixture->lexicon, "supposed");
    g_assert_cmpuint (supposed->uses, ==, ENT_USE_DUE);
    g_assert_cmpuint (supposed->classes, ==, ENT_WORD_PAST | ENT_WORD_PARTICIPLE);
    const EntWord *days = ent_lexicon_find (fixture->lexicon, "days");
    g_assert_cmpuint (days->uses, ==, ENT_USE_MEASURE);
    g_assert_cmpuint (days->classes & ENT_WORD_TIME, !=, 0);
    const EntWord *fringes = ent_lexicon_find (fixture->lexicon, "fringes");
    g_assert_cmpuint (fringes->uses, ==, ENT_USE_MARGIN);
    g_assert_cmpuint (fringes->classes, ==, 0);
    const EntWord *before = ent_lexicon_find (fixture->lexicon, "for");
    g_assert_cmpuint (before->uses, ==, ENT_USE_AHEAD | ENT_USE_ADJUNCT);
    g_assert_cmpuint (before->classes & ENT_WORD_PREPOSITION, !=, 0);
    g_assert_cmpuint (ent_lexicon_find (fixture->lexicon, "fringe")->uses, ==, 0); /* not inflected */
    g_assert_cmpuint (ent_lexicon_find (fixture->lexicon, "xylophone")->uses, ==, 0);
}

static void
test_abbreviations (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    gboolean may_end = TRUE;
    g_assert_true (ent_lexicon_is_abbreviation (fixture->lexicon, "gen", &may_end));
    g_assert_false (may_end);
    g_assert_true (ent_lexicon_is_abbreviation (fixture->lexicon, "u.s", &may_end));
    g_assert_true (may_end);
    g_assert_false (ent_lexicon_is_abbreviation (fixture->lexicon, "general", &may_end));
    g_assert_false (may_end);
    g_assert_false (ent_lexicon_is_abbreviation (fixture->lexicon, "", &may_end));
}

static void
write_gazetteer (const char *path, const char *relations)
{
    g_autofree char *text = g_strconcat ("states:\n  peru:\n    name: Peru\n", relations, NULL);
    g_autoptr (GError) error = NULL;
    g_file_set_contents (path, text, -1, &error);
    g_assert_no_error (error);
}

/* The verbs and nouns of a gazetteer's own relation are inflected as well, and only then. */
static void
test_relation_of_the_gazetteer (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-words.yaml", NULL);
    write_gazetteer (path, "relations:\n  embraced:\n    directed: true\n"
                           "    verbs: [defenestrate, whisper to]\n    nouns: [cuddle with]\n");
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (EntGazetteer) gazetteer =
        ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, &error);
    g_assert_no_error (error);
    g_unlink (path);
    g_autoptr (EntLexicon) words = ent_lexicon_new (gazetteer);
    g_assert_cmpstr (ent_lexicon_find (words, "defenestrated")->verb, ==, "defenestrate");
    g_assert_cmpstr (ent_lexicon_find (words, "whispers")->verb, ==, "whisper");
    g_assert_cmpstr (ent_lexicon_find (words, "cuddles")->noun, ==, "cuddle");
    g_assert_null (ent_lexicon_find (fixture->lexicon, "defenestrated")->verb);
    /* one word is one pointer, whoever knows it */
    g_assert_true (ent_lexicon_find (words, "met")->verb ==
                   ent_lexicon_find (fixture->lexicon, "meets")->verb);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    add ("/words/verbs", test_verbs);
    add ("/words/nouns", test_nouns);
    add ("/words/classes", test_classes);
    add ("/words/unknown", test_unknown);
    add ("/words/uses", test_uses);
    add ("/words/abbreviations", test_abbreviations);
    add ("/words/relation", test_relation_of_the_gazetteer);
    return g_test_run ();
}

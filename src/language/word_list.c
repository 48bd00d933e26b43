/* word_list.c - the lists of words.yaml by name, and a word described by the lists that have it. */
#include "word_list.h"

#include "function_word.h"

const EntWordList ent_class_lists[] = {
    { "determiners", ENT_WORD_DETERMINER },
    { "possessives", ENT_WORD_POSSESSIVE },
    { "pronouns", ENT_WORD_PRONOUN },
    { "prepositions", ENT_WORD_PREPOSITION },
    { "places", ENT_WORD_PLACE },
    { "and", ENT_WORD_AND },
    { "but", ENT_WORD_BUT },
    { "subordinators", ENT_WORD_SUBORDINATOR },
    { "conditions", ENT_WORD_CONDITION },
    { "relatives", ENT_WORD_RELATIVE },
    { "be", ENT_WORD_BE },
    { "have", ENT_WORD_HAVE },
    { "do", ENT_WORD_DO },
    { "modals", ENT_WORD_MODAL },
    { "not", ENT_WORD_NOT },
    { "adverbs", ENT_WORD_ADVERB },
    { "time", ENT_WORD_TIME },
    { "numbers", ENT_WORD_NUMBER },
    { "not_adverbs", 0 },
    { "titles", ENT_WORD_TITLE },
    { "title_parts", ENT_WORD_TITLE_PART },
    { "persons", ENT_WORD_PERSON },
    { "people", ENT_WORD_PEOPLE },
    { "upcoming", ENT_WORD_UPCOMING },
    { "cancelled", ENT_WORD_CANCELLED },
    { NULL, 0 },
};

const EntWordList ent_verb_lists[] = {
    { "light_verbs", ENT_VERB_LIGHT },
    { "plan_verbs", ENT_VERB_PLAN },
    { "refuse_verbs", ENT_VERB_REFUSE },
    { "manage_verbs", ENT_VERB_MANAGE },
    { "event_verbs", ENT_VERB_EVENT },
    { "say_verbs", ENT_VERB_SAY },
    { "speech_verbs", ENT_VERB_SPEECH },
    { "make_verbs", ENT_VERB_MAKE },
    { "deny_verbs", ENT_VERB_DENY },
    { "draw_verbs", ENT_VERB_DRAW },
    { "guest_verbs", ENT_VERB_GUEST },
    { "there_verbs", ENT_VERB_THERE },
    { "bid_verbs", ENT_VERB_BID },
    { "head_verbs", ENT_VERB_HEAD },
    { "attend_verbs", ENT_VERB_ATTEND },
    { "greet_verbs", ENT_VERB_GREET },
    { "call_verbs", ENT_VERB_CALL | ENT_VERB_PLAN },
    { "verbs", ENT_VERB_PLAIN },
    { NULL, 0 },
};

const EntWordList ent_use_lists[] = {
    { "measures", ENT_USE_MEASURE },
    { "manners", ENT_USE_MANNER },
    { "superlatives", ENT_USE_SUPERLATIVE },
    { "unwilling", ENT_USE_UNWILLING },
    { "due", ENT_USE_DUE },
    { "ahead", ENT_USE_AHEAD },
    { "adjuncts", ENT_USE_ADJUNCT },
    { "margins", ENT_USE_MARGIN },
    { "visits", ENT_USE_VISIT },
    { "countries", ENT_USE_COUNTRY },
    { "governments", ENT_USE_GOVERNMENT },
    { "anybody", ENT_USE_ANYBODY },
    { "months_ahead", ENT_USE_MONTH_AHEAD },
    { "names_open", ENT_USE_NAME_OPENS },
    { "references", ENT_USE_REFERS },
    { "set_heads", ENT_USE_SET_HEAD },
    { "body_heads", ENT_USE_BODY_HEAD },
    { "given_names", ENT_USE_GIVEN_NAME },
    { "currencies", ENT_USE_CURRENCY },
    { "generations", ENT_USE_GENERATION },
    { "provinces", ENT_USE_PROVINCE },
    { "posts", ENT_USE_POST },
    { "news", ENT_USE_NEW },
    { "agents", ENT_USE_AGENT },
    { "past", ENT_USE_PAST },
    { "further", ENT_USE_FURTHER },
    { "occasions", ENT_USE_OCCASION },
    { "long_times", ENT_USE_LONG_TIME },
    { "long_past", ENT_USE_LONG_PAST },
    { "definite", ENT_USE_DEFINITE },
    { NULL, 0 },
};

/* What no list has, but the endings of its words, or the relations. */
static const EntWordList forms[] = {
    { "base", ENT_WORD_BASE },     { "third", ENT_WORD_THIRD },
    { "past", ENT_WORD_PAST },     { "participle", ENT_WORD_PARTICIPLE },
    { "ing", ENT_WORD_ING },       { "noun", ENT_WORD_NOUN },
    { "plural", ENT_WORD_PLURAL }, { NULL, 0 },
};

static void
add (GString *out, const char *name)
{
    if (out->len > 0)
        g_string_append_c (out, ',');
    g_string_append (out, name);
}

static void
add_lists (GString *out, const EntWordList *lists, guint bits)
{
    for (; lists->key != NULL; lists++)
        if (lists->bits != 0 && (bits & lists->bits) == lists->bits)
            add (out, lists->key);
}

void
ent_word_describe (const EntWord *word, GString *classes, GString *uses)
{
    add_lists (classes, ent_class_lists, word->classes);
    add_lists (classes, forms, word->classes);
    add_lists (uses, ent_verb_lists, word->verb_class);
    add_lists (uses, ent_use_lists, word->uses);
    for (guint i = 0; i < ENT_N_FUNCTIONS; i++)
        if (word->functions >> i & 1)
            add (uses, ent_function_keys[i]);
    if (word->cue)
        add (uses, "cue");
}

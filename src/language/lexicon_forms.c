/* lexicon_forms.c - verbs and nouns put into the lexicon with all their forms. */
#include <string.h>

#include "inflect.h"
#include "lexicon_table.h"

EntWord *
ent_lexicon_word (EntLexicon *lexicon, const char *text)
{
    EntWord *word = g_hash_table_lookup (lexicon->words, text);
    if (word == NULL) {
        word = g_new0 (EntWord, 1);
        g_hash_table_insert (lexicon->words, g_strdup (text), word);
    }
    return word;
}

static void
add_verb_form (EntLexicon *lexicon, const char *form, const char *base, guint form_class, guint verb_class)
{
    EntWord *word = ent_lexicon_word (lexicon, form);
    word->classes |= form_class;
    word->verb_class |= verb_class;
    word->cue |= (verb_class & ENT_VERB_CUE) != 0;
    word->verb = base;
}

static void
add_pasts (EntLexicon *lexicon, const char *base, const char *past, const char *participle, guint verb_class)
{
    add_verb_form (lexicon, past, base, ENT_WORD_PAST, verb_class);
    add_verb_form (lexicon, participle, base, ENT_WORD_PARTICIPLE, verb_class);
}

static void
add_ing (EntLexicon *lexicon, const char *base, const char *ing, guint verb_class)
{
    add_verb_form (lexicon, ing, base, ENT_WORD_ING, verb_class);
}

/* A past like "cancelled" has its -ing form alike, and "canceled" beside it. */
static gboolean
has_doubled_consonant (const char *past)
{
    gsize n = strlen (past);
    return n > 4 && g_str_has_suffix (past, "ed") && past[n - 3] == past[n - 4];
}

/* `irregular` maps a base form to its past, its participle and, where that is irregular too, its -ing
 * form. */
void
ent_lexicon_add_verb (EntLexicon *lexicon, const EntYaml *irregular, const char *verb, guint verb_class)
{
    const char *base = g_intern_string (verb);
    g_autofree char *third = ent_inflect (base, "s"), *ing = ent_inflect (base, "ing"),
                    *past = ent_inflect (base, "ed");
    add_verb_form (lexicon, base, base, ENT_WORD_BASE, verb_class);
    add_verb_form (lexicon, third, base, ENT_WORD_THIRD, verb_class);
    const EntYaml *forms = ent_yaml_get (irregular, base);
    if (forms == NULL) {
        add_pasts (lexicon, base, past, past, verb_class);
        add_ing (lexicon, base, ing, verb_class);
        return;
    }
    const EntYaml *own = ent_yaml_first (forms), *own_participle = ent_yaml_next (own);
    const EntYaml *own_ing = ent_yaml_next (own_participle);
    const char *own_past = own->text;
    add_pasts (lexicon, base, own_past, own_participle->text, verb_class);
    if (has_doubled_consonant (own_past)) {
        g_autofree char *doubled = g_strdup_printf ("%.*sing", (int)strlen (own_past) - 2, own_past);
        add_ing (lexicon, base, doubled, verb_class);
        if (!g_str_has_suffix (base, "l"))
            return;
        add_pasts (lexicon, base, past, past, verb_class);
    }
    add_ing (lexicon, base, own_ing != ent_yaml_end (forms) ? own_ing->text : ing, verb_class);
}

void
ent_lexicon_add_noun (EntLexicon *lexicon, const char *noun)
{
    const char *singular = g_intern_string (noun);
    g_autofree char *plural = ent_inflect (singular, "s");
    EntWord *one = ent_lexicon_word (lexicon, singular), *many = ent_lexicon_word (lexicon, plural);
    one->classes |= ENT_WORD_NOUN;
    one->noun = singular;
    many->classes |= ENT_WORD_NOUN | ENT_WORD_PLURAL;
    many->noun = singular;
    if (strcmp (singular, "words") == 0)
        one->classes |= ENT_WORD_PLURAL;
}

void
ent_lexicon_add_plain_noun (EntLexicon *lexicon, const char *noun, guint unused)
{
    (void)unused;
    ent_lexicon_add_noun (lexicon, noun);
}

/* The head of a noun as a relation lists it: "response to", "press conference". */
void
ent_lexicon_add_noun_head (EntLexicon *lexicon, const char *noun)
{
    g_auto (GStrv) list = g_strsplit (noun, " ", -1);
    guint n = g_strv_length (list);
    const char *head = list[n - (n > 1 && ent_lexicon_end_in_preposition (lexicon, list) ? 2 : 1)];
    g_autofree char *plural = ent_inflect (head, "s");
    ent_lexicon_add_noun (lexicon, head);
    ent_lexicon_word (lexicon, head)->cue = ent_lexicon_word (lexicon, plural)->cue = TRUE;
}

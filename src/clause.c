#include "clause.h"

#include <string.h>

static const EntPhrase *
phrase (const EntClauses *c, guint i)
{
    return &c->phrases[i];
}

static EntPhraseKind
kind (const EntClauses *c, guint i)
{
    return i < c->n_phrases ? c->phrases[i].kind : ENT_PHRASE_STOP;
}

static gboolean
is_noun (const EntClauses *c, guint i)
{
    return kind (c, i) == ENT_PHRASE_NOUN && !c->phrases[i].time;
}

static gboolean
is_verb (const EntClauses *c, guint i)
{
    return kind (c, i) == ENT_PHRASE_VERB;
}

const EntWord *
ent_clause_word (const EntClauses *c, guint token)
{
    return c->sentence->tokens[token].word;
}

static guint
verb_class (const EntClauses *c, guint verb)
{
    guint next = phrase (c, verb)->last;
    return ent_words_verb_class (c->discourse->words, ent_clause_word (c, phrase (c, verb)->verb),
                                 next < c->sentence->n_tokens ? c->sentence->tokens[next].folded : "");
}

static gboolean
first_token_is (const EntClauses *c, guint i, const char *word)
{
    return i < c->n_phrases && ent_token_is (&c->sentence->tokens[phrase (c, i)->first], word);
}

/* A noun phrase that says what the one before it is: ", the foreign minister of X,". */
static gboolean
is_appositive (const EntClauses *c, guint i)
{
    const EntPhrase *p = phrase (c, i);
    return is_noun (c, i) && p->naming == ENT_NONE && p->pronoun == ENT_PRONOUN_NONE &&
           (ent_clause_word (c, p->head)->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON | ENT_WORD_PEOPLE)) !=
               0;
}

/* ---- the subject of a verb ---- */

/* Where the stretch that ends in a comma at `comma` opens: ", the minister," ", who spoke in Paris,".
 * ENT_NONE if no comma opens it. */
static guint
opening_comma (const EntClauses *c, guint comma)
{
    for (guint i = comma; i-- > 0;) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_COMMA) {
            if (is_verb (c, i + 1) && phrase (c, i + 1)->finite)
                return ENT_NONE;
            return i;
        }
        if (k == ENT_PHRASE_STOP || k == ENT_PHRASE_QUOTE)
            return ENT_NONE;
        if (k == ENT_PHRASE_VERB && phrase (c, i)->finite) {
            /* only a relative clause may hold a finite verb */
            guint j = i;
            while (j > 0 && kind (c, j - 1) != ENT_PHRASE_COMMA && kind (c, j - 1) != ENT_PHRASE_RELATIVE)
                j--;
            if (j == 0 || kind (c, j - 1) != ENT_PHRASE_RELATIVE)
                return ENT_NONE;
        }
    }
    return ENT_NONE;
}

static gboolean
is_in_prepositional_phrase (const EntClauses *c, guint noun, guint *preposition)
{
    guint i = noun;
    while (i >= 2 && kind (c, i - 1) == ENT_PHRASE_AND && is_noun (c, i - 2)) /* with A and B */
        i -= 2;
    if (i == 0 || kind (c, i - 1) != ENT_PHRASE_PREPOSITION)
        return FALSE;
    *preposition = i - 1;
    return TRUE;
}

/* The relative clause that a position is in: its pronoun, if nothing but the clause stands between. */
static guint
relative_before (const EntClauses *c, guint i)
{
    while (i-- > 0) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_RELATIVE)
            return i;
        if (k == ENT_PHRASE_COMMA || k == ENT_PHRASE_STOP || k == ENT_PHRASE_QUOTE ||
            k == ENT_PHRASE_SUBORDINATOR)
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* "…," said Putin: the subject stands behind a verb of saying. */
static guint
subject_behind (const EntClauses *c, guint verb)
{
    if ((verb_class (c, verb) & ENT_VERB_SAY) == 0 || !is_noun (c, verb + 1))
        return ENT_NONE;
    guint i = verb + 1;
    EntPhraseKind next = kind (c, i + 1);
    if (next == ENT_PHRASE_VERB && phrase (c, i + 1)->finite)
        return ENT_NONE;
    return i;
}

static guint
noun_before (const EntClauses *c, guint i)
{
    while (i-- > 0) {
        if (is_noun (c, i))
            return i;
        if (kind (c, i) == ENT_PHRASE_VERB || kind (c, i) == ENT_PHRASE_STOP)
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* The head of the noun phrase that a relative pronoun at `relative` refers to. */
static guint
antecedent_of_relative (const EntClauses *c, guint relative)
{
    guint i = relative;
    if (i > 0 && kind (c, i - 1) == ENT_PHRASE_COMMA)
        i--;
    return noun_before (c, i);
}

static guint
verb_before (const EntClauses *c, guint i)
{
    while (i-- > 0) {
        if (is_verb (c, i))
            return i;
        if (kind (c, i) == ENT_PHRASE_STOP)
            return ENT_NONE;
    }
    return ENT_NONE;
}

static gboolean
takes_object_and_infinitive (const EntClauses *c, guint verb)
{
    static const char *const verbs[] = { "ask",      "urge",  "invite", "order",   "allow",     "permit",
                                         "persuade", "force", "tell",   "enable",  "encourage", "help",
                                         "press",    "push",  "want",   "require", "authorize", "instruct",
                                         "expect",   "call",  "advise", "warn",    "send",      "dispatch" };
    const char *base = ent_clause_word (c, phrase (c, verb)->verb)->verb;
    for (gsize i = 0; base != NULL && i < G_N_ELEMENTS (verbs); i++)
        if (strcmp (base, verbs[i]) == 0)
            return TRUE;
    return FALSE;
}

static guint
infinitive_subject (const EntClauses *c, guint verb)
{
    guint governor = verb_before (c, verb);
    if (governor == ENT_NONE) /* headlines: "Modi to meet Xi" */
        return verb > 0 && is_noun (c, verb - 1) ? verb - 1 : ENT_NONE;
    guint object = governor + 1;
    if (kind (c, object) == ENT_PHRASE_PREPOSITION &&
        (first_token_is (c, object, "on") || first_token_is (c, object, "for")))
        object++; /* called on B to meet C */
    if (object < verb && is_noun (c, object) && takes_object_and_infinitive (c, governor) &&
        !phrase (c, governor)->passive)
        return object;
    return ent_clause_subject (c, governor);
}

/* "Meeting B in Paris, A said"; "A said after meeting B"; "a delegation meeting B". */
static guint
participle_subject (const EntClauses *c, guint verb)
{
    if (verb > 0 && is_noun (c, verb - 1))
        return verb - 1;
    guint main = verb_before (c, verb);
    if (main != ENT_NONE && !phrase (c, main)->bare)
        return ent_clause_subject (c, main);
    for (guint i = verb + 1; i < c->n_phrases; i++)
        if (kind (c, i) == ENT_PHRASE_COMMA || kind (c, i) == ENT_PHRASE_QUOTE)
            for (guint j = i + 1; j < c->n_phrases; j++)
                if (is_verb (c, j) && phrase (c, j)->finite)
                    return ent_clause_subject (c, j);
    if (verb > 1 && kind (c, verb - 1) == ENT_PHRASE_COMMA)
        return noun_before (c, verb - 1);
    return ENT_NONE;
}

static guint
finite_subject (const EntClauses *c, guint verb)
{
    guint passed = ENT_NONE; /* a noun inside a prepositional phrase, the last resort */
    for (guint i = verb; i-- > 0;) {
        guint preposition;
        switch (kind (c, i)) {
        case ENT_PHRASE_NOUN:
            if (phrase (c, i)->time)
                break;
            if (is_in_prepositional_phrase (c, i, &preposition)) {
                if (i + 1 == verb)
                    passed = i;
                i = preposition;
                break;
            }
            if (is_appositive (c, i) && i >= 2 && kind (c, i - 1) == ENT_PHRASE_COMMA && is_noun (c, i - 2))
                break;
            if (i > 0 && is_verb (c, i - 1) && i + 1 != verb && !phrase (c, i - 1)->passive) {
                /* the object of a verb in between */
                guint relative = relative_before (c, i - 1);
                if (relative == ENT_NONE)
                    return ent_clause_subject (c, i - 1);
                i = relative;
                break;
            }
            if (i > 0 && is_verb (c, i - 1)) {
                guint relative = relative_before (c, i - 1);
                if (relative != ENT_NONE) { /* the man who met Putin said */
                    i = relative + 1;
                    break;
                }
            }
            return i;
        case ENT_PHRASE_RELATIVE:
            if (i + 1 == verb || relative_before (c, verb) == i) {
                gboolean own_clause = TRUE;
                for (guint j = i + 1; j < verb; j++)
                    own_clause &= !(is_verb (c, j) && phrase (c, j)->finite);
                if (own_clause)
                    return antecedent_of_relative (c, i);
            }
            break;
        case ENT_PHRASE_COMMA: {
            guint opening = opening_comma (c, i);
            if (opening == ENT_NONE || opening == 0 || i + 1 != verb)
                break;
            /* "Norway's prime minister, Erna Solberg, met" */
            if (is_noun (c, opening + 1) && phrase (c, opening + 1)->naming != ENT_NONE &&
                is_noun (c, opening - 1) && phrase (c, opening - 1)->naming == ENT_NONE)
                return opening + 1;
            i = opening;
            break;
        }
        case ENT_PHRASE_AND:
        case ENT_PHRASE_BUT: {
            guint before = verb_before (c, i); /* met X and discussed Y */
            if (before != ENT_NONE)
                return ent_clause_subject (c, before);
            break;
        }
        case ENT_PHRASE_VERB:
            if (phrase (c, i)->finite) {
                guint behind = subject_behind (c, verb);
                return behind != ENT_NONE ? behind : ent_clause_subject (c, i);
            }
            break;
        case ENT_PHRASE_QUOTE:
        case ENT_PHRASE_STOP:
        case ENT_PHRASE_SUBORDINATOR: {
            guint behind = subject_behind (c, verb);
            return behind != ENT_NONE ? behind : passed;
        }
        default:
            break;
        }
    }
    guint behind = subject_behind (c, verb);
    return behind != ENT_NONE ? behind : passed;
}

static guint
subject_of (const EntClauses *c, guint verb)
{
    const EntPhrase *v = phrase (c, verb);
    if (v->infinitive)
        return infinitive_subject (c, verb);
    if (v->bare && v->progressive)
        return participle_subject (c, verb);
    if (v->bare) {
        if (verb > 0 && is_noun (c, verb - 1))
            return verb - 1;
        if (verb > 1 && kind (c, verb - 1) == ENT_PHRASE_COMMA && is_noun (c, verb - 2))
            return verb - 2;
        if (verb > 0 && kind (c, verb - 1) == ENT_PHRASE_AND) {
            guint before = verb_before (c, verb);
            return before != ENT_NONE ? ent_clause_subject (c, before) : ENT_NONE;
        }
        return participle_subject (c, verb);
    }
    return finite_subject (c, verb);
}

#define NOT_YET (ENT_NONE - 1)

EntClauses
ent_clauses (EntDiscourse *discourse, const EntSentence *sentence, const GArray *phrases, GArray *subjects)
{
    g_array_set_size (subjects, phrases->len);
    for (guint i = 0; i < phrases->len; i++)
        g_array_index (subjects, guint, i) = NOT_YET;
    return (EntClauses){ discourse, sentence, (const EntPhrase *)(gconstpointer)phrases->data, phrases->len,
                         subjects };
}

/* One verb's subject may be another's; that a verb's is asked for on the way to it ends the search. */
guint
ent_clause_subject (const EntClauses *c, guint verb)
{
    guint known = g_array_index (c->subjects, guint, verb);
    if (known != NOT_YET)
        return known;
    g_array_index (c->subjects, guint, verb) = ENT_NONE;
    guint subject = subject_of (c, verb);
    g_array_index (c->subjects, guint, verb) = subject;
    return subject;
}

/* ---- groups ---- */

static void
add_member (EntGroup *group, guint noun)
{
    if (group->n_members < ENT_MAX_GROUP)
        group->members[group->n_members++] = noun;
}

static gboolean
is_object (const EntClauses *c, guint noun)
{
    return noun > 0 && (is_verb (c, noun - 1) || kind (c, noun - 1) == ENT_PHRASE_PREPOSITION);
}

/* Passes ", the minister of X," leftwards from the comma at i; the index of the noun before, or i. */
static guint
pass_appositive_left (const EntClauses *c, guint i)
{
    guint open = opening_comma (c, i);
    return open != ENT_NONE && open > 0 && is_noun (c, open - 1) && open + 1 < i ? open : i;
}

EntGroup
ent_group_left (const EntClauses *c, guint noun)
{
    EntGroup group = { { 0 }, 0 };
    add_member (&group, noun);
    gboolean joined = FALSE;
    guint i = noun;
    while (i >= 2) {
        guint link = i - 1;
        if (kind (c, link) == ENT_PHRASE_AND) {
            if (kind (c, link - 1) == ENT_PHRASE_COMMA)
                link--;
            joined = TRUE;
        } else if (kind (c, link) != ENT_PHRASE_COMMA || !joined) {
            break;
        }
        if (link == 0)
            break;
        guint before = link - 1;
        if (kind (c, link) == ENT_PHRASE_COMMA &&
            !(is_noun (c, before) && phrase (c, before)->naming != ENT_NONE)) {
            guint open = pass_appositive_left (c, link);
            if (open == link)
                break;
            before = open - 1;
        }
        /* "A of X and B": the preposition's noun belongs to A */
        while (before >= 2 && is_noun (c, before) && kind (c, before - 1) == ENT_PHRASE_PREPOSITION &&
               is_noun (c, before - 2) &&
               (first_token_is (c, before - 1, "of") || first_token_is (c, before - 1, "from")))
            before -= 2;
        if (!is_noun (c, before) || (is_object (c, before) && before > 0 && is_verb (c, before - 1)))
            break;
        add_member (&group, before);
        if (before > 0 && kind (c, before - 1) == ENT_PHRASE_PREPOSITION)
            break;
        i = before;
    }
    return group;
}

/* A noun behind "and" that begins a clause of its own: "met Putin and Assad said". */
static gboolean
starts_clause (const EntClauses *c, guint noun)
{
    for (guint i = noun + 1; i < c->n_phrases; i++) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_VERB)
            return phrase (c, i)->finite && kind (c, i - 1) != ENT_PHRASE_AND;
        if (k == ENT_PHRASE_PREPOSITION && is_noun (c, i + 1))
            i++;
        else if (!(k == ENT_PHRASE_NOUN && phrase (c, i)->time))
            return FALSE;
    }
    return FALSE;
}

/* Behind a member: "of X", "in Moscow", "on Monday" may stand before the list goes on. */
static guint
pass_attachments (const EntClauses *c, guint i)
{
    for (;;) {
        if (kind (c, i) == ENT_PHRASE_PREPOSITION && kind (c, i + 1) == ENT_PHRASE_NOUN &&
            (first_token_is (c, i, "of") || first_token_is (c, i, "from") || first_token_is (c, i, "in") ||
             first_token_is (c, i, "at") || first_token_is (c, i, "on") || first_token_is (c, i, "for")))
            i += 2;
        else if (kind (c, i) == ENT_PHRASE_NOUN && phrase (c, i)->time)
            i++;
        else
            return i;
    }
}

/* Behind an appositive that opens in the comma at i: the index of what follows it; or i. */
static guint
pass_appositive_right (const EntClauses *c, guint i)
{
    if (kind (c, i) != ENT_PHRASE_COMMA || !is_appositive (c, i + 1))
        return i;
    guint next = pass_attachments (c, i + 2);
    while (kind (c, next) == ENT_PHRASE_AND && is_appositive (c, next + 1))
        next = pass_attachments (c, next + 2);
    if (kind (c, next) == ENT_PHRASE_COMMA)
        return next + 1;
    return kind (c, next) == ENT_PHRASE_AND ? next : i;
}

/* Whether the list that goes on behind a comma at i comes to an "and". */
static gboolean
list_ends_in_and (const EntClauses *c, guint i)
{
    for (guint steps = 0; steps < 24 && i < c->n_phrases; i++, steps++) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_AND)
            return is_noun (c, i + 1);
        if (k != ENT_PHRASE_COMMA && k != ENT_PHRASE_NOUN && k != ENT_PHRASE_PREPOSITION)
            return FALSE;
    }
    return FALSE;
}

/* "met not only A but also B" */
static gboolean
is_not_only_but (const EntClauses *c, guint i)
{
    if (kind (c, i) != ENT_PHRASE_BUT || !is_noun (c, i + 1))
        return FALSE;
    for (guint t = phrase (c, i)->last; t < phrase (c, i + 1)->first; t++)
        if (ent_token_is (&c->sentence->tokens[t], "also"))
            return TRUE;
    return FALSE;
}

EntGroup
ent_group_right (const EntClauses *c, guint noun, gboolean whole)
{
    EntGroup group = { { 0 }, 0 };
    add_member (&group, noun);
    gboolean with =
        noun > 0 && kind (c, noun - 1) == ENT_PHRASE_PREPOSITION && first_token_is (c, noun - 1, "with");
    guint i = noun + 1;
    for (;;) {
        guint last = group.members[group.n_members - 1];
        gboolean somebody = phrase (c, last)->naming != ENT_NONE || is_appositive (c, last) ||
                            kind (c, i) != ENT_PHRASE_PREPOSITION;
        if (!somebody) /* "the participation of A and B": the list is of another noun */
            return group;
        i = pass_attachments (c, i);
        guint behind = pass_appositive_right (c, i);
        gboolean appositive = behind != i;
        i = behind;
        guint next = i;
        if (kind (c, i) == ENT_PHRASE_COMMA && kind (c, i + 1) == ENT_PHRASE_AND)
            next = i + 2;
        else if (kind (c, i) == ENT_PHRASE_AND)
            next = i + 1;
        else if (is_not_only_but (c, i))
            next = i + 1;
        else if (kind (c, i) == ENT_PHRASE_COMMA && kind (c, i + 1) == ENT_PHRASE_PREPOSITION &&
                 (first_token_is (c, i + 1, "including") || (with && first_token_is (c, i + 1, "with"))))
            next = i + 2; /* officials, including A and B; with A, then with B */
        else if (kind (c, i) == ENT_PHRASE_COMMA && list_ends_in_and (c, i + 1))
            next = i + 1;
        else if (!appositive || !is_noun (c, i) || !list_ends_in_and (c, i))
            return group;
        if (with && kind (c, next) == ENT_PHRASE_PREPOSITION && first_token_is (c, next, "with"))
            next++; /* with A and with B */
        if (!is_noun (c, next) || (!whole && starts_clause (c, next)))
            return group;
        add_member (&group, next);
        i = next + 1;
    }
}

EntGroup
ent_clause_subjects (const EntClauses *c, guint verb)
{
    guint subject = ent_clause_subject (c, verb);
    if (subject == ENT_NONE)
        return (EntGroup){ { 0 }, 0 };
    if (subject > verb)
        return ent_group_right (c, subject, FALSE);
    EntGroup group = ent_group_left (c, subject);
    /* headlines: "Trump, Kim meet" */
    guint form = ent_clause_word (c, phrase (c, verb)->verb)->classes;
    if (group.n_members == 1 && phrase (c, verb)->finite && (form & ENT_WORD_BASE) != 0 &&
        (form & ENT_WORD_PAST) == 0 && subject == 2 && phrase (c, verb)->first == phrase (c, verb)->verb &&
        kind (c, 1) == ENT_PHRASE_COMMA && is_noun (c, 0))
        add_member (&group, 0);
    return group;
}

guint
ent_clause_verb (const EntClauses *c, guint at)
{
    for (guint i = at; i-- > 0;) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_VERB)
            return i;
        if (k == ENT_PHRASE_STOP || k == ENT_PHRASE_SUBORDINATOR || k == ENT_PHRASE_QUOTE)
            break;
    }
    for (guint i = at + 1; i < c->n_phrases; i++) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_VERB && phrase (c, i)->finite)
            return i;
        if (k == ENT_PHRASE_STOP || k == ENT_PHRASE_SUBORDINATOR)
            break;
    }
    return ENT_NONE;
}

/* ---- status ---- */

/* "if", "unless" or "whether" opens the clause. */
static gboolean
is_conditional (const EntClauses *c, guint at)
{
    while (at-- > 0) {
        const EntPhrase *p = phrase (c, at);
        if (p->kind == ENT_PHRASE_SUBORDINATOR)
            return (ent_clause_word (c, p->first)->classes & ENT_WORD_CONDITION) != 0;
        if (p->kind == ENT_PHRASE_STOP || p->kind == ENT_PHRASE_QUOTE || p->kind == ENT_PHRASE_COMMA)
            return FALSE;
    }
    return FALSE;
}

static gboolean
future_time_behind (const EntClauses *c, guint verb)
{
    for (guint i = verb + 1; i < c->n_phrases && kind (c, i) != ENT_PHRASE_VERB; i++)
        for (guint t = phrase (c, i)->first; t < phrase (c, i)->last; t++)
            if (ent_token_is (&c->sentence->tokens[t], "tomorrow") ||
                ent_token_is (&c->sentence->tokens[t], "next"))
                return TRUE;
    return FALSE;
}

static gboolean
word_before_is (const EntClauses *c, guint i, const char *const *words)
{
    guint first = phrase (c, i)->first;
    for (; first > 0 && *words != NULL; words++)
        if (ent_token_is (&c->sentence->tokens[first - 1], *words))
            return TRUE;
    return FALSE;
}

/* What a governing verb makes of the event below it. */
static EntStatus
below_verb (const EntClauses *c, guint governor, EntStatus otherwise)
{
    guint class = verb_class (c, governor);
    EntStatus own = ent_verb_status (c, governor);
    if ((class & ENT_VERB_REFUSE) != 0)
        return own == ENT_DENIED ? ENT_PLANNED : ENT_DENIED;
    if (own == ENT_DENIED)
        return ENT_DENIED;
    if ((class & ENT_VERB_MANAGE) != 0)
        return own;
    if ((class & ENT_VERB_PLAN) != 0)
        return ENT_PLANNED;
    return otherwise;
}

static gboolean
has_superlative (const EntClauses *c, guint noun)
{
    static const char *const words[] = { "first", "last", "only", "second", "third", "latest" };
    for (guint t = phrase (c, noun)->first; t < phrase (c, noun)->last; t++)
        for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
            if (ent_token_is (&c->sentence->tokens[t], words[i]))
                return TRUE;
    return FALSE;
}

static EntStatus
infinitive_status (const EntClauses *c, guint verb)
{
    static const char *const able[] = { "able", NULL };
    static const char *const unwilling[] = { "unable", "unwilling", "reluctant", "yet", "late", NULL };
    if (phrase (c, verb)->negative)
        return ENT_DENIED;
    guint governor = verb_before (c, verb);
    if (word_before_is (c, verb, unwilling))
        return ENT_DENIED;
    if (verb > 0 && is_noun (c, verb - 1)) {                       /* no plans to meet, his refusal to meet */
        if (has_superlative (c, verb - 1) && governor != ENT_NONE) /* "was the first to meet him" */
            return ent_verb_status (c, governor);
        if (phrase (c, verb - 1)->no ||
            ent_token_is (&c->sentence->tokens[phrase (c, verb - 1)->head], "refusal"))
            return ENT_DENIED;
    }
    if (governor == ENT_NONE)
        return ENT_PLANNED;
    if (word_before_is (c, verb, able))
        return ent_verb_status (c, governor);
    return below_verb (c, governor, ENT_PLANNED);
}

EntStatus
ent_verb_status (const EntClauses *c, guint verb)
{
    const EntPhrase *v = phrase (c, verb);
    if (v->infinitive)
        return infinitive_status (c, verb);
    if (v->negative)
        return ENT_DENIED;
    if (v->bare && v->progressive && verb > 0) {
        static const char *const without[] = { "without", NULL };
        static const char *const no[] = { "not", "of", NULL };
        if (word_before_is (c, verb, without) || (word_before_is (c, verb, no) && v->first > 0 &&
                                                  ent_token_is (&c->sentence->tokens[v->first - 1], "not")))
            return ENT_DENIED;
        guint governor = is_verb (c, verb - 1) ? verb - 1
                         : kind (c, verb - 1) == ENT_PHRASE_PREPOSITION && verb > 1 && is_verb (c, verb - 2)
                             ? verb - 2
                             : ENT_NONE;
        if (governor != ENT_NONE)
            return below_verb (c, governor, ENT_HAPPENED);
        guint main = verb_before (c, verb);
        if (main != ENT_NONE && ent_verb_status (c, main) == ENT_PLANNED)
            return ENT_PLANNED;
    }
    if (v->modal || is_conditional (c, verb))
        return ENT_PLANNED;
    if (v->progressive && !v->bare && future_time_behind (c, verb))
        return ENT_PLANNED;
    /* "neither A nor B met": the negation stands before the subject */
    for (guint t = v->first; v->finite && t-- > 0 && c->sentence->tokens[t].kind == ENT_TOKEN_WORD;) {
        if ((ent_clause_word (c, t)->classes & ENT_WORD_AUXILIARY) != 0)
            break;
        if (ent_token_is (&c->sentence->tokens[t], "never") || ent_token_is (&c->sentence->tokens[t], "nor"))
            return ENT_DENIED;
    }
    return ENT_HAPPENED;
}

static gboolean
has_class_inside (const EntClauses *c, guint i, guint class)
{
    for (guint t = phrase (c, i)->first; t < phrase (c, i)->last; t++)
        if ((ent_clause_word (c, t)->classes & class) != 0)
            return TRUE;
    return FALSE;
}

/* The verb that a noun is the object of, over a preposition or a list; ENT_NONE. */
static guint
governing_verb (const EntClauses *c, guint noun)
{
    guint i = noun;
    while (i >= 2 && kind (c, i - 1) == ENT_PHRASE_AND && is_noun (c, i - 2))
        i -= 2;
    if (i > 0 && kind (c, i - 1) == ENT_PHRASE_AND && i > 1 && is_verb (c, i - 2)) /* met and held talks */
        return i - 2;
    if (i > 0 && is_verb (c, i - 1))
        return i - 1;
    if (i > 1 && kind (c, i - 1) == ENT_PHRASE_PREPOSITION && is_verb (c, i - 2) &&
        (first_token_is (c, i - 1, "for") || first_token_is (c, i - 1, "into") ||
         first_token_is (c, i - 1, "on") || first_token_is (c, i - 1, "out") ||
         first_token_is (c, i - 1, "up") || first_token_is (c, i - 1, "off") ||
         first_token_is (c, i - 1, "to")))
        return i - 2;
    return ENT_NONE;
}

/* The verb whose subject the noun phrase is: "talks between A and B will begin". */
static guint
verb_of_subject (const EntClauses *c, guint noun)
{
    for (guint i = noun + 1; i < c->n_phrases; i++) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_STOP || k == ENT_PHRASE_QUOTE || k == ENT_PHRASE_SUBORDINATOR ||
            k == ENT_PHRASE_RELATIVE)
            return ENT_NONE;
        if (k == ENT_PHRASE_VERB && (phrase (c, i)->finite || phrase (c, i)->bare))
            return ent_clause_subject (c, i) == noun || i == noun + 1 ? i : ENT_NONE;
    }
    return ENT_NONE;
}

EntStatus
ent_noun_status (const EntClauses *c, guint noun, guint *light)
{
    const EntPhrase *p = phrase (c, noun);
    *light = ENT_NONE;
    guint governor = governing_verb (c, noun);
    EntStatus status = ENT_HAPPENED;
    if (governor != ENT_NONE) {
        guint class = verb_class (c, governor);
        if ((class & (ENT_VERB_LIGHT | ENT_VERB_PLAN | ENT_VERB_REFUSE)) != 0)
            *light = governor;
        status = (class & (ENT_VERB_PLAN | ENT_VERB_REFUSE)) != 0 ? below_verb (c, governor, ENT_HAPPENED)
                                                                  : ent_verb_status (c, governor);
    }
    if (p->no)
        return ENT_DENIED;
    if (has_class_inside (c, noun, ENT_WORD_CANCELLED))
        return ENT_DENIED;
    guint before = noun;
    while (before > 0 && kind (c, before - 1) == ENT_PHRASE_PREPOSITION)
        before--;
    if (before < noun) {
        static const char *const ahead[] = { "ahead", "before", "for", "toward", "towards", "without" };
        for (gsize i = 0; i < G_N_ELEMENTS (ahead); i++)
            if (first_token_is (c, before, ahead[i]) || first_token_is (c, noun - 1, ahead[i])) {
                if (strcmp (ahead[i], "without") == 0)
                    return ENT_DENIED;
                status = status == ENT_DENIED ? ENT_DENIED : ENT_PLANNED;
            }
        /* no plans for talks, a proposal for a meeting */
        if (before > 0 && is_noun (c, before - 1)) {
            const EntPhrase *over = phrase (c, before - 1);
            if (over->no)
                return ENT_DENIED;
            if ((ent_clause_word (c, over->head)->verb_class & ENT_VERB_PLAN) != 0)
                status = ENT_PLANNED;
        }
    }
    if (has_class_inside (c, noun, ENT_WORD_UPCOMING))
        return status == ENT_DENIED ? ENT_DENIED : ENT_PLANNED;
    guint verb = governor == ENT_NONE ? verb_of_subject (c, noun) : ENT_NONE;
    if (verb != ENT_NONE) {
        guint class = verb_class (c, verb);
        if ((class & ENT_VERB_REFUSE) != 0)
            return ENT_DENIED;
        if ((class & (ENT_VERB_PLAN)) != 0 && phrase (c, verb)->passive)
            return ent_verb_status (c, verb) == ENT_DENIED ? ENT_DENIED : ENT_PLANNED;
        if ((class & (ENT_VERB_EVENT | ENT_VERB_LIGHT)) != 0)
            return ent_verb_status (c, verb);
    }
    if (status == ENT_HAPPENED && is_conditional (c, noun))
        return ENT_PLANNED;
    return status;
}

/* ---- subjects, for the pronouns ---- */

static void
remember_together (EntTopic *topic, const EntClauses *c, EntGroup group)
{
    topic->n_together = 0;
    for (guint i = 0; i < group.n_members && topic->n_together < ENT_MAX_TOPIC; i++)
        if (phrase (c, group.members[i])->naming != ENT_NONE)
            topic->together[topic->n_together++] = phrase (c, group.members[i])->naming;
}

void
ent_mark_subjects (const EntClauses *c)
{
    EntTopic *topic = &c->discourse->topic;
    for (guint i = 0; i < c->n_phrases; i++) {
        if (!is_verb (c, i) || !phrase (c, i)->finite)
            continue;
        guint subject = ent_clause_subject (c, i);
        if (subject == ENT_NONE || phrase (c, subject)->naming == ENT_NONE)
            continue;
        guint naming = phrase (c, subject)->naming;
        ent_discourse_naming (c->discourse, naming)->subject = TRUE;
        if (topic->speaker == ENT_NONE && (verb_class (c, i) & ENT_VERB_SAY) != 0)
            topic->speaker = naming;
        EntGroup group = ent_clause_subjects (c, i);
        if (group.n_members > 1)
            remember_together (topic, c, group);
    }
}

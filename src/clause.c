#include "row.h"

#include <string.h>

const EntWord *
ent_clause_word (const EntClauses *c, guint token)
{
    return c->sentence->tokens[token].word;
}

guint
ent_row_verb_class (const EntClauses *c, guint verb)
{
    guint next = phrase (c, verb)->last;
    return ent_words_verb_class (c->discourse->words, ent_clause_word (c, phrase (c, verb)->verb),
                                 next < c->sentence->n_tokens ? c->sentence->tokens[next].folded : "");
}

/* A noun phrase that says what the one before it is: ", the foreign minister of X,". */
gboolean
ent_row_is_appositive (const EntClauses *c, guint i)
{
    const EntPhrase *p = phrase (c, i);
    return is_noun (c, i) && p->naming == ENT_NONE && p->pronoun == ENT_PRONOUN_NONE &&
           (ent_clause_word (c, p->head)->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON | ENT_WORD_PEOPLE)) !=
               0;
}

/* ---- the subject of a verb ---- */

/* Where the stretch that ends in a comma at `comma` opens: ", the minister," ", who spoke in Paris,".
 * ENT_NONE if no comma opens it. */
guint
ent_row_opening_comma (const EntClauses *c, guint comma)
{
    for (guint i = comma; i-- > 0;) {
        EntPhraseKind k = kind (c, i);
        if (k == ENT_PHRASE_COMMA) {
            if (is_verb (c, i + 1) && phrase (c, i + 1)->finite)
                return ENT_NONE;
            return i;
        }
        if (k == ENT_PHRASE_QUOTE) { /* over what he called "a step" */
            guint open = i;
            while (open > 0 && kind (c, open - 1) != ENT_PHRASE_QUOTE &&
                   kind (c, open - 1) != ENT_PHRASE_STOP)
                open--;
            if (open == 0 || kind (c, open - 1) != ENT_PHRASE_QUOTE)
                return ENT_NONE;
            i = open - 1;
            continue;
        }
        if (k == ENT_PHRASE_STOP)
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
    if (i > 0 && kind (c, i - 1) == ENT_PHRASE_PREPOSITION) {
        *preposition = i - 1;
        return TRUE;
    }
    while (i < noun && i >= 2 && kind (c, i - 1) == ENT_PHRASE_COMMA && is_noun (c, i - 2))
        i -= 2;
    *preposition = i > 0 ? i - 1 : 0;
    return i >= 2 && (first_token_is (c, i - 1, "of") || first_token_is (c, i - 1, "from")) &&
           is_noun (c, i - 2) &&
           (ent_clause_word (c, phrase (c, i - 2)->head)->classes & ENT_WORD_PLURAL) != 0;
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
    if ((ent_row_verb_class (c, verb) & ENT_VERB_SAY) == 0 || !is_noun (c, verb + 1))
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
    if (i > 0 && (kind (c, i - 1) == ENT_PHRASE_AND || kind (c, i - 1) == ENT_PHRASE_BUT))
        while (i > 0 && kind (c, i - 1) != ENT_PHRASE_STOP) /* who came and who went */
            if (kind (c, --i) == ENT_PHRASE_RELATIVE)
                return antecedent_of_relative (c, i);
    i = relative;
    if (i > 0 && kind (c, i - 1) == ENT_PHRASE_COMMA)
        i--;
    guint noun = noun_before (c, i);
    if (noun != ENT_NONE && noun >= 2 && phrase (c, noun)->first > 0 &&
        kind (c, noun - 1) == ENT_PHRASE_COMMA &&
        ent_token_is (&c->sentence->tokens[phrase (c, noun)->first - 1], "not"))
        noun = noun_before (c, noun); /* A, not B, who */
    /* an adviser to X who: the adviser */
    while (noun != ENT_NONE && noun >= 2 && kind (c, noun - 1) == ENT_PHRASE_PREPOSITION &&
           is_noun (c, noun - 2) &&
           (first_token_is (c, noun - 1, "to") || first_token_is (c, noun - 1, "of") ||
            first_token_is (c, noun - 1, "for")) &&
           ent_row_is_appositive (c, noun - 2))
        noun -= 2;
    /* A, the adviser, who */
    if (noun != ENT_NONE && noun >= 2 && ent_row_is_appositive (c, noun) &&
        kind (c, noun - 1) == ENT_PHRASE_COMMA && is_noun (c, noun - 2) &&
        phrase (c, noun - 2)->naming != ENT_NONE)
        return noun - 2;
    return noun;
}

guint
ent_row_verb_before (const EntClauses *c, guint i)
{
    while (i-- > 0) {
        if (is_verb (c, i))
            return i;
        if (kind (c, i) == ENT_PHRASE_STOP)
            return ENT_NONE;
    }
    return ENT_NONE;
}

static guint
infinitive_subject (const EntClauses *c, guint verb)
{
    guint governor = ent_row_verb_before (c, verb);
    if (governor == ENT_NONE) /* headlines: "Modi to meet Xi" */
        return verb > 0 && is_noun (c, verb - 1) ? verb - 1 : ENT_NONE;
    guint object = governor + 1;
    if (kind (c, object) == ENT_PHRASE_PREPOSITION &&
        (first_token_is (c, object, "on") || first_token_is (c, object, "for")))
        object++; /* called on B to meet C */
    const EntPhrase *g = phrase (c, governor);
    if (object < verb && is_noun (c, object) && !g->passive &&
        (ent_clause_word (c, g->verb)->verb_class & ENT_VERB_BID) != 0)
        return object;
    return ent_clause_subject (c, governor);
}

/* Past what opens a sentence, and past relative clauses in it: "Responding to B, who had left, A said". */
guint
ent_clause_main_verb (const EntClauses *c, guint at)
{
    guint first = ENT_NONE;
    gboolean comma = FALSE;
    for (guint i = at; i < c->n_phrases && kind (c, i) != ENT_PHRASE_STOP; i++) {
        comma |= kind (c, i) == ENT_PHRASE_COMMA || kind (c, i) == ENT_PHRASE_QUOTE;
        if (!comma || !is_verb (c, i) || !phrase (c, i)->finite)
            continue;
        if (first == ENT_NONE)
            first = i;
        guint subject = ent_clause_subject (c, i);
        if (subject == ENT_NONE || subject < at || relative_before (c, i) != ENT_NONE)
            continue;
        EntGroup group = ent_group_left (c, subject);
        guint left = subject < i ? group.members[group.n_members - 1] : subject, quotes = 0;
        for (guint j = at; j < left; j++)
            quotes += kind (c, j) == ENT_PHRASE_QUOTE;
        if (subject > i || kind (c, left - 1) == ENT_PHRASE_COMMA ||
            (kind (c, left - 1) == ENT_PHRASE_QUOTE && quotes % 2 == 0))
            return i;
    }
    return first;
}

/* "A, the minister of X, meeting B": A. Not in an adjunct at the head of the sentence: "In Paris, meeting B, A said". */
static guint
noun_before_comma (const EntClauses *c, guint verb)
{
    if (verb < 2 || kind (c, verb - 1) != ENT_PHRASE_COMMA)
        return ENT_NONE;
    guint preposition, i = verb - 2;
    while (is_noun (c, i)) {
        if (is_in_prepositional_phrase (c, i, &preposition))
            i = preposition;
        else if (ent_row_is_appositive (c, i) && i >= 2 && kind (c, i - 1) == ENT_PHRASE_COMMA)
            i--;
        else
            return i;
        if (i-- == 0)
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* "Meeting B in Paris, A said"; "A said after meeting B"; "a delegation meeting B". */
static guint
participle_subject (const EntClauses *c, guint verb)
{
    if (verb > 0 && is_noun (c, verb - 1))
        return verb - 1;
    guint main = ent_row_verb_before (c, verb);
    if (main != ENT_NONE && !phrase (c, main)->bare)
        return ent_clause_subject (c, main);
    guint opening =
        verb > 1 && kind (c, verb - 1) == ENT_PHRASE_SUBORDINATOR ? verb - 1 : verb; /* A, when asked */
    guint noun = noun_before_comma (c, opening);
    if (noun != ENT_NONE)
        return noun;
    for (guint i = verb + 1;
         i < c->n_phrases && kind (c, i) != ENT_PHRASE_COMMA && kind (c, i) != ENT_PHRASE_QUOTE &&
         kind (c, i) != ENT_PHRASE_SUBORDINATOR && kind (c, i) != ENT_PHRASE_RELATIVE;
         i++)
        if (is_verb (c, i) && phrase (c, i)->finite && kind (c, verb - 1) != ENT_PHRASE_PREPOSITION)
            return ENT_NONE; /* responding to B is one thing */
    guint behind = ent_clause_main_verb (c, verb + 1);
    return behind != ENT_NONE ? ent_clause_subject (c, behind) : ENT_NONE;
}

/* The verb that another one behind "and" is joined to: not one of a relative clause or a participle in between. */
static guint
coordinate_verb (const EntClauses *c, guint verb, guint i)
{
    gboolean comma = i > 0 && kind (c, i - 1) == ENT_PHRASE_COMMA;
    while (i-- > 0) {
        if (kind (c, i) == ENT_PHRASE_STOP)
            return ENT_NONE;
        if (kind (c, i) == ENT_PHRASE_COMMA) {
            guint opening = ent_row_opening_comma (c, i);
            if (opening != ENT_NONE && kind (c, opening + 1) == ENT_PHRASE_RELATIVE)
                i = opening;
        } else if (is_verb (c, i) && (phrase (c, i)->finite || !phrase (c, verb)->finite)) {
            guint relative = comma ? relative_before (c, i) : ENT_NONE;
            if (relative == ENT_NONE)
                return i;
            i = relative; /* listed the conditions under which B would come, and left */
        }
    }
    return ENT_NONE;
}

static gboolean
has_finite_verb (const EntClauses *c, guint from, guint to)
{
    for (guint i = from; i < to; i++)
        if (is_verb (c, i) && phrase (c, i)->finite)
            return TRUE;
    return FALSE;
}

/* The verb stands behind what is quoted, or is one that takes no person for its object: "…," said A. */
static gboolean
is_behind_speech (const EntClauses *c, guint verb)
{
    const char *base = ent_clause_word (c, phrase (c, verb)->verb)->verb;
    if (verb == 0)
        return FALSE;
    if (kind (c, verb - 1) == ENT_PHRASE_QUOTE)
        return TRUE;
    if (kind (c, verb - 1) != ENT_PHRASE_COMMA)
        return FALSE;
    if (kind (c, verb - 2) == ENT_PHRASE_QUOTE)
        return TRUE;
    guint opening = ent_row_opening_comma (c, verb - 1);
    if (opening != ENT_NONE && opening > 0 && is_noun (c, opening - 1) && !has_finite_verb (c, 0, opening))
        return FALSE; /* A, wrapping up his visit, said */
    return base != NULL && (strcmp (base, "say") == 0 || strcmp (base, "add") == 0);
}

static gboolean
clause_has_verb (const EntClauses *c, guint before)
{
    for (guint i = before; i-- > 0;) {
        if (is_verb (c, i) && phrase (c, i)->finite)
            return TRUE;
        if (kind (c, i) != ENT_PHRASE_NOUN && kind (c, i) != ENT_PHRASE_PREPOSITION &&
            kind (c, i) != ENT_PHRASE_VERB)
            return FALSE;
    }
    return FALSE;
}

/* "the claim that A did it": the noun phrase that tells what the clause of the verb says, where it can be a subject
 * itself; ENT_NONE. */
static guint
clause_of_noun (const EntClauses *c, guint verb)
{
    guint that = verb;
    while (that > 0 && (is_noun (c, that - 1) || kind (c, that - 1) == ENT_PHRASE_PREPOSITION))
        that--;
    if (that < 2 || kind (c, that - 1) != ENT_PHRASE_SUBORDINATOR || !first_token_is (c, that - 1, "that") ||
        !is_noun (c, that - 2) || (that > 2 && is_verb (c, that - 3)))
        return ENT_NONE;
    return that - 1;
}

static guint
finite_subject (const EntClauses *c, guint verb)
{
    guint passed = ENT_NONE; /* a noun inside a prepositional phrase, the last resort */
    gboolean direct = TRUE;  /* nothing but time stands before the verb so far */
    if (is_behind_speech (c, verb)) {
        guint speaker = subject_behind (c, verb); /* …, said A */
        if (speaker != ENT_NONE)
            return speaker;
    }
    for (guint i = verb; i-- > 0;) {
        guint preposition;
        switch (kind (c, i)) {
        case ENT_PHRASE_NOUN:
            if (phrase (c, i)->time)
                break;
            direct = FALSE;
            if (is_in_prepositional_phrase (c, i, &preposition)) {
                if (i + 1 == verb && kind (c, i - 1) == ENT_PHRASE_AND && phrase (c, i)->naming != ENT_NONE &&
                    clause_has_verb (c, preposition))
                    return i; /* A left in 2018, and B answered */
                if (i + 1 == verb)
                    passed = i;
                i = preposition;
                break;
            }
            if (ent_row_is_appositive (c, i) && i >= 2 && i + 1 != verb &&
                kind (c, i - 1) == ENT_PHRASE_COMMA && is_noun (c, i - 2))
                break;
            if (i > 0 && is_verb (c, i - 1)) {
                gboolean object = i + 1 != verb && !phrase (c, i - 1)->passive; /* of a verb in between */
                guint relative = relative_before (c, i - 1), told = clause_of_noun (c, i - 1);
                if (told != ENT_NONE && (object || (ent_row_verb_class (c, i - 1) & ENT_VERB_SAY) == 0)) {
                    i = told; /* the claim that A did it was false */
                    break;
                }
                if (relative == ENT_NONE)
                    return object ? ent_clause_subject (c, i - 1) : i;
                i = object ? relative : relative + 1; /* the man who met Putin said */
                break;
            }
            return i;
        case ENT_PHRASE_RELATIVE:
            if ((i + 1 == verb || relative_before (c, verb) == i) && !has_finite_verb (c, i + 1, verb))
                return antecedent_of_relative (c, i);
            break;
        case ENT_PHRASE_COMMA: {
            guint opening = ent_row_opening_comma (c, i);
            if (opening == ENT_NONE || opening == 0 || !direct)
                break;
            /* "Norway's prime minister, Erna Solberg, met" */
            if (is_noun (c, opening + 1) && phrase (c, opening + 1)->naming != ENT_NONE &&
                is_noun (c, opening - 1) && phrase (c, opening - 1)->naming == ENT_NONE &&
                !(opening > 1 &&
                  (first_token_is (c, opening - 2, "by") || first_token_is (c, opening - 2, "with"))))
                return opening + 1;
            i = opening;
            break;
        }
        case ENT_PHRASE_AND:
        case ENT_PHRASE_BUT: {
            guint before = coordinate_verb (c, verb, i); /* met X and discussed Y */
            if (before != ENT_NONE)
                return ent_clause_subject (c, before);
            break;
        }
        case ENT_PHRASE_VERB:
            if (phrase (c, i)->finite) {
                guint told = direct ? clause_of_noun (c, i) : ENT_NONE;
                if (told != ENT_NONE) { /* the claim that A did it drew laughs */
                    i = told;
                    break;
                }
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
            guint before = ent_row_verb_before (c, verb);
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

/* ---- subjects, for the pronouns ---- */

/* The namings of a group; how many they are. */
static guint
namings_of (const EntClauses *c, EntGroup group, guint *namings)
{
    guint n = 0;
    for (guint i = 0; i < group.n_members && n < ENT_MAX_TOPIC; i++) {
        const EntPhrase *p = phrase (c, group.members[i]);
        if (p->naming != ENT_NONE)
            namings[n++] = p->naming;
        else if ((ent_clause_word (c, p->head)->classes & ENT_WORD_PEOPLE) != 0)
            for (guint j = 0; j < p->n_owners && n < ENT_MAX_TOPIC; j++)
                namings[n++] = p->owners[j]; /* the Russian and Syrian ministries */
    }
    return n;
}

/* The subject of a clause that opens the sentence: "Since A came, …". */
static gboolean
is_aside (const EntClauses *c, guint subject)
{
    for (guint i = subject; i-- > 0;)
        if (kind (c, i) == ENT_PHRASE_COMMA || is_verb (c, i))
            return FALSE;
    return kind (c, 0) == ENT_PHRASE_SUBORDINATOR && !first_token_is (c, 0, "that");
}

/* He, who speaks: the one he stands for, or ENT_NONE. */
static guint
pronoun_of (const EntClauses *c, guint noun)
{
    const EntPhrase *p = phrase (c, noun);
    return p->pronoun == ENT_PRONOUN_ONE
               ? ent_refer_pronoun (c->discourse, p->first, p->gender, TRUE, ENT_NONE)
               : ENT_NONE;
}

void
ent_mark_subjects (const EntClauses *c)
{
    EntTopic *topic = &c->discourse->topic;
    for (guint i = 0; i < c->n_phrases; i++) {
        /* "A left, accusing B": A has spoken as well */
        gboolean accusing = is_verb (c, i) && phrase (c, i)->bare &&
                            (ent_row_verb_class (c, i) & (ENT_VERB_SAY | ENT_VERB_SPEECH)) != 0;
        if (!is_verb (c, i) || !(phrase (c, i)->finite || accusing))
            continue;
        guint subject = ent_clause_subject (c, i);
        if (subject == ENT_NONE)
            continue;
        EntGroup group = ent_clause_subjects (c, i);
        gboolean speaks = topic->n_speakers == 0 && !phrase (c, i)->passive &&
                          (ent_row_verb_class (c, i) & (ENT_VERB_SAY | ENT_VERB_SPEECH)) != 0;
        if (speaks)
            topic->n_speakers = namings_of (c, group, topic->speakers);
        guint naming = phrase (c, subject)->naming;
        if (naming == ENT_NONE) {
            if (speaks && (naming = pronoun_of (c, subject)) != ENT_NONE)
                topic->speakers[topic->n_speakers++] = naming;
            continue;
        }
        ent_discourse_naming (c->discourse, naming)->subject = TRUE;
        ent_discourse_naming (c->discourse, naming)->aside = is_aside (c, subject);
        if (group.n_members > 1)
            topic->n_together = namings_of (c, group, topic->together);
    }
}

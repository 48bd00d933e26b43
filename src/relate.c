#include "relate.h"

#include <string.h>

/* ---- the words of the relations, made ready ---- */

typedef enum { OBJECT_ANY, OBJECT_PERSON, OBJECT_WORDS } ObjectKind;

typedef struct {
    guint relation;
    ObjectKind object;
    char **rest;  /* the words behind the first: "to", "down with" */
    char *before; /* of a noun: the word that must stand before it: "press"; or NULL */
} Frame;

struct EntGrammar {
    const EntGazetteer *gazetteer;
    GHashTable *verbs;   /* interned base form -> GPtrArray of Frame */
    GHashTable *nouns;   /* interned singular -> GPtrArray of Frame */
    GHashTable *phrases; /* first word -> GPtrArray of Frame */
    GHashTable **words;  /* per relation: set of interned singulars, somebody's words */
};

static void
free_frame (gpointer data)
{
    Frame *frame = data;
    g_strfreev (frame->rest);
    g_free (frame->before);
    g_free (frame);
}

/* A noun stands under its head; what is listed before it must stand before it, a preposition behind it. */
static void
add_nouns (GHashTable *table, char **list, guint relation)
{
    for (; *list != NULL; list++) {
        gboolean preposition;
        g_autofree char *head = ent_noun_head (*list, &preposition);
        g_auto (GStrv) words = g_strsplit (*list, " ", -1);
        guint n = g_strv_length (words);
        const char *key = g_intern_string (head);
        GPtrArray *frames = g_hash_table_lookup (table, key);
        if (frames == NULL) {
            frames = g_ptr_array_new_with_free_func (free_frame);
            g_hash_table_insert (table, (gpointer)key, frames);
        }
        Frame *frame = g_new0 (Frame, 1);
        frame->relation = relation;
        frame->rest = g_strdupv (words + (preposition ? n - 1 : n));
        frame->before = n > (preposition ? 2u : 1u) ? g_strdup (words[0]) : NULL;
        g_ptr_array_add (frames, frame);
    }
}

static void
add_frames (GHashTable *table, char **list, guint relation, ObjectKind object)
{
    for (; *list != NULL; list++) {
        g_auto (GStrv) words = g_strsplit (*list, " ", -1);
        const char *first = g_intern_string (words[0]);
        GPtrArray *frames = g_hash_table_lookup (table, first);
        if (frames == NULL) {
            frames = g_ptr_array_new_with_free_func (free_frame);
            g_hash_table_insert (table, (gpointer)first, frames);
        }
        Frame *frame = g_new (Frame, 1);
        *frame = (Frame){ relation, object, g_strdupv (words + 1), NULL };
        g_ptr_array_add (frames, frame);
    }
}

EntGrammar *
ent_grammar_new (const EntGazetteer *gazetteer)
{
    EntGrammar *grammar = g_new0 (EntGrammar, 1);
    GDestroyNotify unref = (GDestroyNotify)g_ptr_array_unref;
    grammar->gazetteer = gazetteer;
    grammar->verbs = g_hash_table_new_full (NULL, NULL, NULL, unref);
    grammar->nouns = g_hash_table_new_full (NULL, NULL, NULL, unref);
    grammar->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref);
    grammar->words = g_new0 (GHashTable *, gazetteer->relations->len);
    for (guint i = 0; i < gazetteer->relations->len; i++) {
        const EntRelation *relation = gazetteer->relations->pdata[i];
        add_frames (grammar->verbs, relation->verbs, i, OBJECT_ANY);
        add_frames (grammar->verbs, relation->person_verbs, i, OBJECT_PERSON);
        add_frames (grammar->verbs, relation->word_verbs, i, OBJECT_WORDS);
        add_nouns (grammar->nouns, relation->nouns, i);
        add_frames (grammar->phrases, relation->phrases, i, OBJECT_ANY);
        add_frames (grammar->phrases, relation->word_phrases, i, OBJECT_WORDS);
        grammar->words[i] = g_hash_table_new (NULL, NULL);
        for (char **word = relation->words; *word != NULL; word++)
            g_hash_table_add (grammar->words[i], (gpointer)g_intern_string (*word));
    }
    return grammar;
}

void
ent_grammar_free (EntGrammar *grammar)
{
    if (grammar == NULL)
        return;
    for (guint i = 0; i < grammar->gazetteer->relations->len; i++)
        g_hash_table_destroy (grammar->words[i]);
    g_free (grammar->words);
    g_hash_table_destroy (grammar->verbs);
    g_hash_table_destroy (grammar->nouns);
    g_hash_table_destroy (grammar->phrases);
    g_free (grammar);
}

gboolean
ent_grammar_is_cue (const EntGrammar *grammar, const EntWord *word)
{
    return (word->verb != NULL && g_hash_table_contains (grammar->verbs, word->verb)) ||
           (word->noun != NULL && g_hash_table_contains (grammar->nouns, word->noun));
}

/* ---- the sentence under work ---- */

typedef struct {
    const EntGrammar *grammar;
    const EntClauses *c;
    GArray *claims;
} Work;

static const EntPhrase *
phrase (const Work *w, guint i)
{
    return &w->c->phrases[i];
}

static EntPhraseKind
kind (const Work *w, guint i)
{
    return i < w->c->n_phrases ? w->c->phrases[i].kind : ENT_PHRASE_STOP;
}

static gboolean
is_noun (const Work *w, guint i)
{
    return kind (w, i) == ENT_PHRASE_NOUN && !phrase (w, i)->time;
}

static const EntToken *
token (const Work *w, guint i)
{
    return &w->c->sentence->tokens[i];
}

static const EntWord *
head_word (const Work *w, guint noun)
{
    return token (w, phrase (w, noun)->head)->word;
}

static gboolean
is_preposition (const Work *w, guint i, const char *word)
{
    return kind (w, i) == ENT_PHRASE_PREPOSITION && ent_token_is (token (w, phrase (w, i)->first), word);
}

static EntNaming *
naming (const Work *w, guint index)
{
    return ent_discourse_naming (w->c->discourse, index);
}

static const EntEntity *
entity (const Work *w, guint index)
{
    return ent_naming_entity (w->c->discourse, naming (w, index));
}

static const EntRelation *
relation_of (const Work *w, const Frame *frame)
{
    return w->grammar->gazetteer->relations->pdata[frame->relation];
}

static gboolean
is_at (const Work *w, guint i, const char *word)
{
    return i < w->c->sentence->n_tokens && ent_token_is (token (w, i), word);
}

static gboolean
has_word (const Work *w, guint noun, const char *word)
{
    for (guint t = phrase (w, noun)->first; t < phrase (w, noun)->last; t++)
        if (ent_token_is (token (w, t), word))
            return TRUE;
    return FALSE;
}

/* ---- parties ---- */

/* Namings; each entity once. */
typedef struct {
    guint namings[ENT_MAX_GROUP * 2];
    guint n;
} Parties;

static void
add_party (const Work *w, Parties *parties, guint index)
{
    if (index == ENT_NONE || parties->n >= G_N_ELEMENTS (parties->namings))
        return;
    for (guint i = 0; i < parties->n; i++)
        if (naming (w, parties->namings[i])->mention.entity == naming (w, index)->mention.entity)
            return;
    parties->namings[parties->n++] = index;
}

static gboolean
is_people (const Work *w, guint noun)
{
    return (head_word (w, noun)->classes & (ENT_WORD_PEOPLE | ENT_WORD_PERSON)) != 0;
}

/* The naming of a pronoun, made where the pronoun is read. */
static guint
resolved_pronoun (const Work *w, guint first, EntGender gender, guint other)
{
    guint antecedent = ent_refer_pronoun (w->c->discourse, first, gender, other);
    if (antecedent == ENT_NONE)
        return ENT_NONE;
    GArray *namings = w->c->discourse->namings;
    for (guint i = w->c->discourse->sentence_start; i < namings->len; i++)
        if (naming (w, i)->first == first && naming (w, i)->mention.how == ENT_HOW_PRONOUN)
            return i;
    const EntToken *t = token (w, first);
    EntNaming made = *naming (w, antecedent);
    made.mention.span = made.mention.phrase = (EntSpan){ t->start, t->end };
    made.mention.how = ENT_HOW_PRONOUN;
    made.mention.antecedent = antecedent;
    made.sentence = w->c->discourse->sentence;
    made.first = made.name_first = first;
    made.last = first + 1;
    made.possessive = made.weak = FALSE;
    g_array_append_val (namings, made);
    return namings->len - 1;
}

/* The entity that is the subject of the clause in which a pronoun stands as object: it cannot be the pronoun's. */
static guint
subject_entity (const Work *w, guint noun)
{
    guint verb = noun > 0 && kind (w, noun - 1) == ENT_PHRASE_VERB ? noun - 1 : ent_clause_verb (w->c, noun);
    if (verb == ENT_NONE || verb > noun)
        return ENT_NONE;
    guint subject = ent_clause_subject (w->c, verb);
    if (subject == ENT_NONE || subject == noun || phrase (w, subject)->naming == ENT_NONE)
        return ENT_NONE;
    return naming (w, phrase (w, subject)->naming)->mention.entity;
}

/* "a delegation headed by A": A. */
static guint
delegation_head (const Work *w, guint noun)
{
    guint verb = noun + 1;
    if (kind (w, verb) != ENT_PHRASE_VERB || !phrase (w, verb)->bare || !is_preposition (w, verb + 1, "by") ||
        !is_noun (w, verb + 2))
        return ENT_NONE;
    const char *base = token (w, phrase (w, verb)->verb)->word->verb;
    guint index = phrase (w, verb + 2)->naming;
    if (base == NULL ||
        (strcmp (base, "head") != 0 && strcmp (base, "lead") != 0 && strcmp (base, "chair") != 0) ||
        index == ENT_NONE)
        return ENT_NONE;
    return entity (w, index)->kind == ENT_OFFICIAL ? index : ENT_NONE;
}

/* "his Turkish counterpart, A,"; "the country's head of state, A": the name behind a title. */
static guint
name_in_apposition (const Work *w, guint noun)
{
    if ((head_word (w, noun)->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON)) == 0)
        return ENT_NONE;
    guint i = noun + 1;
    while (kind (w, i) == ENT_PHRASE_PREPOSITION && is_noun (w, i + 1))
        i += 2;
    if (kind (w, i) != ENT_PHRASE_COMMA || !is_noun (w, i + 1) || phrase (w, i + 1)->naming == ENT_NONE)
        return ENT_NONE;
    guint index = phrase (w, i + 1)->naming;
    EntPhraseKind next = kind (w, i + 2);
    if (next == ENT_PHRASE_AND)
        return ENT_NONE;
    return entity (w, index)->kind == ENT_OFFICIAL ? index : ENT_NONE;
}

/* Who a noun phrase is, as one who meets or answers: an official, a state or organization by name, or
 * unnamed people of one ("leaders of Pakistan"). */
static guint
party_of (const Work *w, guint noun)
{
    const EntPhrase *p = phrase (w, noun);
    if (p->naming != ENT_NONE) {
        guint head = delegation_head (w, noun);
        return head != ENT_NONE ? head : naming (w, p->naming)->weak ? ENT_NONE : p->naming;
    }
    if (p->pronoun == ENT_PRONOUN_ONE)
        return resolved_pronoun (w, p->first, p->gender, subject_entity (w, noun));
    guint agent = delegation_head (w, noun);
    if (agent == ENT_NONE)
        agent = name_in_apposition (w, noun);
    if (agent != ENT_NONE)
        return agent;
    if (is_people (w, noun) && p->n_owners == 0 &&
        (is_preposition (w, noun + 1, "of") || is_preposition (w, noun + 1, "from")) &&
        is_noun (w, noun + 2)) {
        guint owner = phrase (w, noun + 2)->naming;
        if (owner != ENT_NONE && entity (w, owner)->kind != ENT_OFFICIAL)
            return owner;
    }
    return ENT_NONE;
}

/* A mention for each of those that a plural stands for. */
static void
add_reference (const Work *w, Parties *parties, guint noun, guint antecedent, EntHow how)
{
    const EntPhrase *p = phrase (w, noun);
    EntNaming made = *naming (w, antecedent);
    made.mention.span = made.mention.phrase =
        (EntSpan){ token (w, p->first)->start, token (w, p->last - 1)->end };
    made.mention.how = how;
    made.mention.antecedent = antecedent;
    made.sentence = w->c->discourse->sentence;
    made.first = made.name_first = p->first;
    made.last = p->last;
    made.possessive = made.weak = made.subject = FALSE;
    g_array_append_val (w->c->discourse->namings, made);
    add_party (w, parties, w->c->discourse->namings->len - 1);
}

/* The two officials, or states, that a stretch of namings names; FALSE if they are not two. */
static gboolean
find_two (const Work *w, guint first, guint last, EntKind of_kind, guint *two)
{
    guint n = 0;
    for (guint i = first; i < last; i++) {
        if (naming (w, i)->weak || naming (w, i)->person || entity (w, i)->kind != of_kind)
            continue;
        gboolean seen = FALSE;
        for (guint j = 0; j < n; j++)
            seen |= naming (w, two[j])->mention.entity == naming (w, i)->mention.entity;
        if (seen)
            continue;
        if (n == 2)
            return FALSE;
        two[n++] = i;
    }
    return n == 2;
}

/* "the two leaders", "both presidents" */
static gboolean
is_pair (const Work *w, guint noun, EntKind *of_kind)
{
    const EntWord *head = head_word (w, noun);
    if (!has_word (w, noun, "two") && !has_word (w, noun, "both"))
        return FALSE;
    *of_kind = ENT_OFFICIAL;
    if (is_at (w, phrase (w, noun)->head, "countries") || is_at (w, phrase (w, noun)->head, "nations") ||
        is_at (w, phrase (w, noun)->head, "states") || is_at (w, phrase (w, noun)->head, "neighbours") ||
        is_at (w, phrase (w, noun)->head, "neighbors")) {
        *of_kind = ENT_STATE;
        return TRUE;
    }
    return (head->classes & ENT_WORD_PLURAL) != 0 &&
           (head->classes & (ENT_WORD_TITLE | ENT_WORD_PERSON)) != 0;
}

/* They, and the two leaders: those who were a subject together, or the two that were named last. */
static void
add_several (const Work *w, Parties *parties, guint noun)
{
    EntDiscourse *discourse = w->c->discourse;
    const EntTopic *before = &discourse->topic_before;
    EntKind of_kind;
    guint two[2];
    if (phrase (w, noun)->pronoun == ENT_PRONOUN_MANY) {
        for (guint i = 0; i < before->n_together; i++)
            add_reference (w, parties, noun, before->together[i], ENT_HOW_PRONOUN);
        return;
    }
    if (phrase (w, noun)->naming != ENT_NONE || !is_pair (w, noun, &of_kind))
        return;
    guint previous = discourse->sentence_start;
    while (previous > 0 && naming (w, previous - 1)->sentence + 1 >= discourse->sentence)
        previous--;
    guint here = discourse->sentence_start;
    while (here < discourse->namings->len && naming (w, here)->first < phrase (w, noun)->first)
        here++;
    if (find_two (w, discourse->sentence_start, here, of_kind, two) ||
        find_two (w, previous, discourse->sentence_start, of_kind, two))
        for (guint i = 0; i < 2; i++)
            add_reference (w, parties, noun, two[i], ENT_HOW_DESCRIPTION);
}

static Parties
parties_of_group (const Work *w, EntGroup group)
{
    Parties parties = { { 0 }, 0 };
    for (guint i = 0; i < group.n_members; i++) {
        guint party = party_of (w, group.members[i]);
        if (party != ENT_NONE)
            add_party (w, &parties, party);
        else
            add_several (w, &parties, group.members[i]);
    }
    return parties;
}

/* Everybody a subject or object names, and whether any member of it is left unnamed. */
static Parties
subjects_of (const Work *w, guint verb)
{
    return parties_of_group (w, ent_clause_subjects (w->c, verb));
}

/* "U.S. favor negotiations": a verb that the row of phrases has not told from a noun stands between. */
static gboolean
verb_between (const Work *w, guint from, guint to)
{
    for (guint t = from; t < to; t++)
        if ((token (w, t)->word->classes & ENT_WORD_BASE) != 0 &&
            token (w, t)->word->verb_class != ENT_VERB_PLAIN &&
            (token (w, t)->word->classes & ENT_WORD_NOUN) == 0)
            return TRUE;
    return FALSE;
}

/* "In his talks with B, A said": the pronoun stands before its name. */
static guint
subject_to_come (const Work *w, guint noun)
{
    guint verb = ent_clause_verb (w->c, noun);
    if (verb == ENT_NONE || verb < noun || !phrase (w, verb)->finite)
        return ENT_NONE;
    guint subject = ent_clause_subject (w->c, verb);
    return subject != ENT_NONE && subject > noun ? phrase (w, subject)->naming : ENT_NONE;
}

static Parties
owners_of (const Work *w, guint noun, gboolean adjectives_too)
{
    Parties parties = { { 0 }, 0 };
    const EntPhrase *p = phrase (w, noun);
    for (guint i = 0; i < p->n_owners; i++)
        if ((adjectives_too || !naming (w, p->owners[i])->weak) &&
            !verb_between (w, naming (w, p->owners[i])->last, p->head))
            add_party (w, &parties, p->owners[i]);
    if (p->own == ENT_PRONOUN_ONE) {
        guint to_come = subject_to_come (w, noun);
        gboolean official = to_come != ENT_NONE && entity (w, to_come)->kind == ENT_OFFICIAL;
        add_party (w, &parties, official ? to_come : resolved_pronoun (w, p->first, p->gender, ENT_NONE));
    }
    return parties;
}

static gboolean
is_words (const Work *w, const Frame *frame, guint noun)
{
    const EntWord *head = head_word (w, noun);
    return head->noun != NULL && g_hash_table_contains (w->grammar->words[frame->relation], head->noun);
}

/* Whose words or deed a noun phrase is: Y's claim, the claim of Y, a claim made by Y. */
static Parties
authors_of (const Work *w, guint noun)
{
    Parties parties = owners_of (w, noun, TRUE);
    guint next = noun + 1;
    if (parties.n > 0)
        return parties;
    if (kind (w, next) == ENT_PHRASE_VERB && phrase (w, next)->bare && phrase (w, next)->passive)
        next++;
    if ((is_preposition (w, next, "of") || is_preposition (w, next, "by") ||
         is_preposition (w, next, "from")) &&
        is_noun (w, next + 1)) {
        EntGroup group = ent_group_right (w->c, next + 1, FALSE);
        for (guint i = 0; i < group.n_members; i++)
            if (phrase (w, group.members[i])->naming != ENT_NONE)
                add_party (w, &parties, phrase (w, group.members[i])->naming);
        if (parties.n == 0)
            parties = owners_of (w, next + 1, TRUE);
    }
    return parties;
}

/* "the charge", "these accusations": words that the sentence before has told. */
static gboolean
points_back (const Work *w, guint noun)
{
    guint first = phrase (w, noun)->first, next = noun + 1;
    return (is_at (w, first, "the") || is_at (w, first, "these") || is_at (w, first, "those") ||
            is_at (w, first, "this") || is_at (w, first, "that")) &&
           !is_preposition (w, next, "of") && !is_preposition (w, next, "by") &&
           !is_preposition (w, next, "from");
}

/* Who is at the far end of a directed relation, given the noun phrase that its verb leads to. */
static Parties
answered_by (const Work *w, const Frame *frame, guint noun)
{
    Parties parties = { { 0 }, 0 };
    EntGroup group = ent_group_right (w->c, noun, FALSE);
    for (guint i = 0; i < group.n_members; i++) {
        guint member = group.members[i];
        const EntPhrase *p = phrase (w, member);
        Parties more = { { 0 }, 0 };
        if (p->naming != ENT_NONE || p->pronoun == ENT_PRONOUN_ONE) {
            if (frame->object != OBJECT_WORDS)
                add_party (w, &more, p->naming != ENT_NONE ? p->naming : party_of (w, member));
        } else if (is_words (w, frame, member)) {
            more = authors_of (w, member);
            if (more.n == 0 && points_back (w, member))
                add_party (w, &more, w->c->discourse->topic_before.speaker);
        } else if (frame->object != OBJECT_WORDS) {
            more = owners_of (w, member, TRUE);
        }
        for (guint j = 0; j < more.n; j++)
            add_party (w, &parties, more.namings[j]);
    }
    return parties;
}

/* ---- claims ---- */

static void
claim (const Work *w, const Frame *frame, guint source, guint target, EntStatus status, EntSpan cue,
       const char *rule)
{
    guint a = naming (w, source)->mention.entity, b = naming (w, target)->mention.entity;
    if (a == b)
        return;
    if (!relation_of (w, frame)->directed && a > b) { /* entities are numbered by id */
        guint swap = source;
        source = target;
        target = swap;
    }
    for (guint i = 0; i < w->claims->len; i++) {
        const EntClaim *old = &g_array_index (w->claims, EntClaim, i);
        if (old->relation == frame->relation && old->status == status &&
            naming (w, old->source)->mention.entity == naming (w, source)->mention.entity &&
            naming (w, old->target)->mention.entity == naming (w, target)->mention.entity)
            return;
    }
    naming (w, source)->weak = naming (w, target)->weak = FALSE;
    EntClaim made = { frame->relation, source, target, status, cue, rule };
    g_array_append_val (w->claims, made);
}

static void
claim_across (const Work *w, const Frame *frame, const Parties *sources, const Parties *targets,
              EntStatus status, EntSpan cue, const char *rule)
{
    for (guint i = 0; i < sources->n; i++)
        for (guint j = 0; j < targets->n; j++)
            claim (w, frame, sources->namings[i], targets->namings[j], status, cue, rule);
}

static void
claim_among (const Work *w, const Frame *frame, const Parties *parties, EntStatus status, EntSpan cue,
             const char *rule)
{
    for (guint i = 0; i < parties->n; i++)
        for (guint j = i + 1; j < parties->n; j++)
            claim (w, frame, parties->namings[i], parties->namings[j], status, cue, rule);
}

static EntSpan
cue_of (const Work *w, guint first, guint last)
{
    return (EntSpan){ token (w, first)->start, token (w, last)->end };
}

/* ---- verbs ---- */

/* The token behind adverbs and phrases of time: "met briefly last week with". */
static guint
skip_to (const Work *w, guint i)
{
    while (i < w->c->sentence->n_tokens && token (w, i)->kind == ENT_TOKEN_WORD &&
           (token (w, i)->word->classes & (ENT_WORD_ADVERB | ENT_WORD_TIME)) != 0 &&
           (token (w, i)->word->classes & ENT_WORD_AUXILIARY) == 0)
        i++;
    return i;
}

/* Behind the verb group that ends at token `last`, the words of the frame; *end is the token behind them.
 * Of a phrase of time between ("met on Monday with") a preposition may be part. */
static gboolean
rest_fits (const Work *w, const Frame *frame, guint last, guint *end)
{
    guint i = last;
    for (char **word = frame->rest; *word != NULL; word++) {
        if (!is_at (w, i, *word)) {
            i = skip_to (w, i);
            if ((is_at (w, i, "on") || is_at (w, i, "in") || is_at (w, i, "at")) && !is_at (w, i, *word)) {
                /* "met on Monday with", "met in Moscow with" */
                guint j = i + 1;
                while (j < w->c->sentence->n_tokens && token (w, j)->kind == ENT_TOKEN_WORD && j < i + 6 &&
                       !is_at (w, j, *word) &&
                       (token (w, j)->word->classes &
                        (ENT_WORD_VERB | ENT_WORD_PREPOSITION | ENT_WORD_AND)) == 0)
                    j++;
                i = skip_to (w, j);
            }
        }
        if (!is_at (w, i, *word))
            return FALSE;
        i++;
    }
    *end = i;
    return TRUE;
}

static guint
phrase_at_or_after (const Work *w, guint t)
{
    guint i = 0;
    while (i < w->c->n_phrases && phrase (w, i)->first < t)
        i++;
    return i;
}

static gboolean
may_be_received (const Work *w, guint index)
{
    return entity (w, index)->kind == ENT_OFFICIAL || naming (w, index)->people;
}

static void
keep_persons (const Work *w, Parties *parties)
{
    guint kept = 0;
    for (guint i = 0; i < parties->n; i++)
        if (may_be_received (w, parties->namings[i]))
            parties->namings[kept++] = parties->namings[i];
    parties->n = kept;
}

/* The noun phrase behind a verb: not over a time phrase's end, a comma or another verb. */
static guint
object_at (const Work *w, guint i)
{
    while (kind (w, i) == ENT_PHRASE_NOUN && phrase (w, i)->time)
        i++;
    return is_noun (w, i) ? i : ENT_NONE;
}

static void
relate_passive (const Work *w, const Frame *frame, guint verb, guint object, EntSpan cue)
{
    guint by = object;
    while (by < w->c->n_phrases && !is_preposition (w, by, "by")) {
        if (kind (w, by) == ENT_PHRASE_VERB || kind (w, by) == ENT_PHRASE_STOP ||
            kind (w, by) == ENT_PHRASE_COMMA)
            return;
        by++;
    }
    if (!is_noun (w, by + 1))
        return;
    Parties agents = parties_of_group (w, ent_group_right (w->c, by + 1, FALSE));
    EntStatus status = ent_verb_status (w->c, verb);
    if (!relation_of (w, frame)->directed || frame->object == OBJECT_PERSON) {
        Parties patients = subjects_of (w, verb);
        if (frame->object == OBJECT_PERSON)
            keep_persons (w, &patients);
        claim_across (w, frame, &agents, &patients, status, cue, "verb.passive");
    } else {
        guint subject = ent_clause_subject (w->c, verb);
        if (subject == ENT_NONE)
            return;
        Parties patients = is_words (w, frame, subject)    ? authors_of (w, subject)
                           : frame->object == OBJECT_WORDS ? (Parties){ { 0 }, 0 }
                                                           : subjects_of (w, verb);
        claim_across (w, frame, &agents, &patients, status, cue, "verb.passive");
    }
}

static gboolean
ends_in_preposition (const Frame *frame)
{
    static const char *const prepositions[] = { "with", "to", "of", "at", "on", "against", "by", NULL };
    guint n = g_strv_length (frame->rest);
    return n > 0 && g_strv_contains (prepositions, frame->rest[n - 1]);
}

/* "during a visit to meet B": whether they met is left open. */
static gboolean
is_purpose_of_visit (const Work *w, guint verb)
{
    for (guint i = verb; i-- > 0 && kind (w, i) != ENT_PHRASE_VERB;)
        if (is_noun (w, i) &&
            (is_at (w, phrase (w, i)->head, "visit") || is_at (w, phrase (w, i)->head, "trip") ||
             is_at (w, phrase (w, i)->head, "tour")))
            return TRUE;
    return FALSE;
}

static gboolean
relate_verb_frame (const Work *w, const Frame *frame, guint verb)
{
    const EntPhrase *v = phrase (w, verb);
    const EntRelation *relation = relation_of (w, frame);
    guint end, subject = ent_clause_subject (w->c, verb);
    gboolean behind = subject != ENT_NONE && subject == verb + 1; /* "…," retorted A to B */
    if (!rest_fits (w, frame, behind ? phrase (w, subject)->last : v->last, &end))
        return FALSE;
    EntSpan cue = cue_of (w, v->verb, MAX (v->verb, end - 1));
    guint at = phrase_at_or_after (w, end);
    if (v->passive) {
        relate_passive (w, frame, verb, at, cue);
        return TRUE;
    }
    guint object = object_at (w, at);
    EntStatus status = ent_verb_status (w->c, verb);
    if (v->infinitive && is_purpose_of_visit (w, verb))
        return TRUE;
    if (subject != ENT_NONE && subject > 0 && subject < verb && object == ENT_NONE &&
        kind (w, subject - 1) == ENT_PHRASE_RELATIVE) {
        /* "A, whom B received" */
        guint before = subject - 1;
        while (before > 0 && !is_noun (w, --before))
            ;
        object = is_noun (w, before) ? before : ENT_NONE;
    }
    if (object == ENT_NONE) {
        if (relation->directed || ends_in_preposition (frame) || frame->object != OBJECT_ANY)
            return FALSE;
        Parties subjects = subjects_of (w, verb);
        claim_among (w, frame, &subjects, status, cue, "verb.reciprocal");
        return TRUE;
    }
    Parties objects = relation->directed ? answered_by (w, frame, object)
                                         : parties_of_group (w, ent_group_right (w->c, object, FALSE));
    if (frame->object == OBJECT_PERSON)
        keep_persons (w, &objects);
    if (objects.n == 0)
        return TRUE;
    Parties subjects = subjects_of (w, verb);
    claim_across (w, frame, &subjects, &objects, status, cue, "verb.active");
    return TRUE;
}

/* A verdict within a few words behind somebody's words: "the claims of Y baseless", "the claims “patently false”". */
static guint
verdict_behind (const Work *w, const EntRelation *relation, guint from)
{
    guint n = w->c->sentence->n_tokens;
    for (guint t = from; t < n && t < from + 6; t++) {
        if ((token (w, t)->word->classes & (ENT_WORD_FINITE | ENT_WORD_AUXILIARY)) != 0 &&
            token (w, t)->kind == ENT_TOKEN_WORD)
            return ENT_NONE;
        for (char **verdict = relation->verdicts; *verdict != NULL; verdict++) {
            g_auto (GStrv) words = g_strsplit (*verdict, " ", -1);
            guint i = 0;
            while (words[i] != NULL && t + i < n && ent_token_is (token (w, t + i), words[i]))
                i++;
            if (words[i] == NULL)
                return t;
        }
    }
    return ENT_NONE;
}

/* "A replied that…": to who spoke in the sentence before. */
static void
relate_reply (const Work *w, GPtrArray *frames, guint verb)
{
    const EntPhrase *v = phrase (w, verb);
    guint speaker = w->c->discourse->topic_before.speaker;
    if (speaker == ENT_NONE || v->passive || !v->finite ||
        (token (w, v->verb)->word->verb_class & ENT_VERB_SAY) == 0 || object_at (w, verb + 1) != ENT_NONE)
        return;
    for (guint i = 0; i < frames->len; i++) {
        const Frame *frame = frames->pdata[i];
        if (!relation_of (w, frame)->directed || frame->object != OBJECT_ANY || !ends_in_preposition (frame))
            continue;
        Parties subjects = subjects_of (w, verb), speakers = { { speaker }, 1 };
        claim_across (w, frame, &subjects, &speakers, ent_verb_status (w->c, verb),
                      cue_of (w, v->verb, v->verb), "verb.reply");
        return;
    }
}

/* "called Y's claim false" */
static void
relate_verdict (const Work *w, guint verb)
{
    const char *base = token (w, phrase (w, verb)->verb)->word->verb;
    guint object = object_at (w, verb + 1);
    if (base == NULL || object == ENT_NONE || phrase (w, verb)->passive)
        return;
    for (guint i = 0; i < w->grammar->gazetteer->relations->len; i++) {
        const EntRelation *relation = w->grammar->gazetteer->relations->pdata[i];
        const Frame frame = { .relation = i, .object = OBJECT_WORDS };
        if (!g_strv_contains ((const char *const *)relation->verdict_verbs, base) ||
            !is_words (w, &frame, object))
            continue;
        guint at = verdict_behind (w, relation, phrase (w, object)->last);
        if (at == ENT_NONE)
            continue;
        Parties targets = answered_by (w, &frame, object), sources = subjects_of (w, verb);
        claim_across (w, &frame, &sources, &targets, ent_verb_status (w->c, verb),
                      cue_of (w, phrase (w, verb)->verb, phrase (w, verb)->verb), "verb.verdict");
    }
}

/* The frame with the most words that fits: "meet with" before "meet". */
static void
relate_verb (const Work *w, guint verb)
{
    const char *base = token (w, phrase (w, verb)->verb)->word->verb;
    GPtrArray *frames = base != NULL ? g_hash_table_lookup (w->grammar->verbs, base) : NULL;
    for (guint length = 4; frames != NULL && length-- > 0;)
        for (guint i = 0; i < frames->len; i++) {
            const Frame *frame = frames->pdata[i];
            if (g_strv_length (frame->rest) == length && relate_verb_frame (w, frame, verb))
                return;
        }
    if (frames != NULL)
        relate_reply (w, frames, verb);
    relate_verdict (w, verb);
}

/* ---- nouns ---- */

/* A preposition behind the noun, over what may stand between ("talks in Moscow on Monday with"), and
 * over a verb that only carries the noun ("talks were held with"). */
static guint
find_preposition (const Work *w, guint noun, const char *word)
{
    gboolean verb_passed = FALSE;
    for (guint i = noun + 1; i < w->c->n_phrases && i < noun + 10; i++) {
        if (is_preposition (w, i, word))
            return i;
        switch (kind (w, i)) {
        case ENT_PHRASE_VERB:
            if (verb_passed ||
                (!phrase (w, i)->passive &&
                 (token (w, phrase (w, i)->verb)->word->verb_class & ENT_VERB_EVENT) == 0) ||
                (token (w, phrase (w, i)->verb)->word->verb_class & (ENT_VERB_LIGHT | ENT_VERB_EVENT)) == 0)
                return ENT_NONE;
            verb_passed = TRUE;
            break;
        case ENT_PHRASE_NOUN:
            /* a noun with a name of its own ends the reach, a place does not */
            if (i > 0 && kind (w, i - 1) != ENT_PHRASE_PREPOSITION && !phrase (w, i)->time && !verb_passed)
                return ENT_NONE;
            break;
        case ENT_PHRASE_PREPOSITION:
            break;
        default:
            return ENT_NONE;
        }
    }
    return ENT_NONE;
}

/* The noun is in an adjunct of its clause: "in a meeting with B, A said". */
static gboolean
is_adjunct (const Work *w, guint noun)
{
    static const char *const prepositions[] = { "in",     "during", "at", "after", "following",
                                                "before", "for",    "on", "since", "ahead" };
    if (noun == 0 || kind (w, noun - 1) != ENT_PHRASE_PREPOSITION)
        return FALSE;
    if (is_preposition (w, noun - 1, "of")) { /* on the sidelines of, ahead of */
        if (noun < 2)
            return FALSE;
        return kind (w, noun - 2) == ENT_PHRASE_PREPOSITION ||
               (noun > 2 && is_preposition (w, noun - 3, "on"));
    }
    for (gsize i = 0; i < G_N_ELEMENTS (prepositions); i++)
        if (is_preposition (w, noun - 1, prepositions[i]))
            return TRUE;
    return FALSE;
}

/* Who takes part in the event of a noun, when it does not say so itself: the subject of the verb that
 * carries it, or of the clause that it is an adjunct of. */
static Parties
participants (const Work *w, guint noun, guint light)
{
    guint verb = light;
    if (verb == ENT_NONE && is_adjunct (w, noun))
        verb = ent_clause_verb (w->c, noun);
    if (verb == ENT_NONE)
        return (Parties){ { 0 }, 0 };
    return subjects_of (w, verb);
}

static gboolean
is_subject (const Work *w, guint noun)
{
    for (guint i = noun; i-- > 0;) {
        if (kind (w, i) == ENT_PHRASE_VERB && (phrase (w, i)->finite || phrase (w, i)->infinitive))
            return FALSE;
        if (kind (w, i) == ENT_PHRASE_STOP || kind (w, i) == ENT_PHRASE_SUBORDINATOR ||
            kind (w, i) == ENT_PHRASE_COMMA || kind (w, i) == ENT_PHRASE_QUOTE)
            return TRUE;
    }
    return TRUE;
}

/* "telephone talks" are none. */
static gboolean
is_excepted (const Work *w, const Frame *frame, guint noun)
{
    const char *const *except = (const char *const *)relation_of (w, frame)->except;
    for (guint t = phrase (w, noun)->first; t < phrase (w, noun)->last; t++)
        if (g_strv_contains (except, token (w, t)->folded))
            return TRUE;
    return FALSE;
}

static void
relate_meeting (const Work *w, const Frame *frame, guint noun)
{
    guint head = phrase (w, noun)->head, light;
    EntSpan cue = cue_of (w, head, head);
    EntStatus status = ent_noun_status (w->c, noun, &light);
    static const char *const among[] = { "between", "among" };
    for (gsize i = 0; i < G_N_ELEMENTS (among); i++) {
        guint at = find_preposition (w, noun, among[i]);
        if (at != ENT_NONE && is_noun (w, at + 1)) {
            Parties parties = parties_of_group (w, ent_group_right (w->c, at + 1, TRUE));
            claim_among (w, frame, &parties, status, cue, "noun.between");
            return;
        }
    }
    Parties owners = owners_of (w, noun, FALSE);
    guint with = find_preposition (w, noun, "with");
    if (with != ENT_NONE && is_noun (w, with + 1)) {
        Parties others = parties_of_group (w, ent_group_right (w->c, with + 1, is_subject (w, noun)));
        if (others.n == 0)
            return;
        gboolean owned = owners.n > 0;
        if (!owned)
            owners = participants (w, noun, light);
        claim_across (w, frame, &owners, &others, status, cue, owned ? "noun.owner" : "noun.with");
        return;
    }
    if (is_preposition (w, noun + 1, "of") && is_noun (w, noun + 2)) {
        Parties parties = parties_of_group (w, ent_group_right (w->c, noun + 2, TRUE));
        if (parties.n > 1)
            claim_among (w, frame, &parties, status, cue, "noun.of");
        return;
    }
    if (owners.n > 1 && phrase (w, noun)->own == ENT_PRONOUN_NONE) {
        claim_among (w, frame, &owners, status, cue, "noun.compound");
        return;
    }
    if (owners.n == 0 && light != ENT_NONE && with == ENT_NONE && !phrase (w, light)->passive) {
        Parties subjects = subjects_of (w, light);
        claim_among (w, frame, &subjects, status, cue, "noun.reciprocal");
    }
}

/* "A's response to B" */
static void
relate_answer (const Work *w, const Frame *frame, guint noun)
{
    if (frame->rest[0] == NULL || !is_preposition (w, noun + 1, frame->rest[0]) || !is_noun (w, noun + 2))
        return;
    if (noun > 0 && is_preposition (w, noun - 1, "in") && owners_of (w, noun, TRUE).n == 0)
        return; /* "in response to" is a phrase */
    Parties targets = answered_by (w, frame, noun + 2);
    if (targets.n == 0)
        return;
    guint light;
    EntStatus status = ent_noun_status (w->c, noun, &light);
    Parties sources = owners_of (w, noun, TRUE);
    if (sources.n == 0)
        sources = participants (w, noun, light);
    guint head = phrase (w, noun)->head;
    claim_across (w, frame, &sources, &targets, status, cue_of (w, head, phrase (w, noun + 1)->first),
                  "noun.owner");
}

static void
relate_noun (const Work *w, guint noun)
{
    const EntWord *head = head_word (w, noun);
    if (phrase (w, noun)->naming != ENT_NONE || head->noun == NULL)
        return;
    GPtrArray *frames = g_hash_table_lookup (w->grammar->nouns, head->noun);
    for (guint i = 0; frames != NULL && i < frames->len; i++) {
        const Frame *frame = frames->pdata[i];
        if (is_excepted (w, frame, noun) || (frame->before != NULL && !has_word (w, noun, frame->before)))
            continue;
        if (relation_of (w, frame)->directed)
            relate_answer (w, frame, noun);
        else
            relate_meeting (w, frame, noun);
    }
}

/* ---- adjuncts: "in response to B, A said" ---- */

static void
relate_phrase (const Work *w, const Frame *frame, guint first, guint end)
{
    guint object = phrase_at_or_after (w, end);
    if (!is_noun (w, object))
        return;
    Parties targets = relation_of (w, frame)->directed
                          ? answered_by (w, frame, object)
                          : parties_of_group (w, ent_group_right (w->c, object, FALSE));
    if (targets.n == 0)
        return;
    guint at = phrase_at_or_after (w, first);
    guint verb = at < w->c->n_phrases && kind (w, at) == ENT_PHRASE_VERB ? at : ent_clause_verb (w->c, at);
    if (verb == ENT_NONE)
        return;
    Parties sources = subjects_of (w, verb);
    claim_across (w, frame, &sources, &targets, verb == at ? ENT_HAPPENED : ent_verb_status (w->c, verb),
                  cue_of (w, first, end - 1), "phrase");
}

static void
relate_phrases (const Work *w)
{
    const EntSentence *sentence = w->c->sentence;
    for (guint i = 0; i < sentence->n_tokens; i++) {
        GPtrArray *frames = g_hash_table_lookup (w->grammar->phrases, sentence->tokens[i].folded);
        for (guint j = 0; frames != NULL && j < frames->len; j++) {
            const Frame *frame = frames->pdata[j];
            guint end = i + 1;
            char **word = frame->rest;
            while (*word != NULL && is_at (w, end, *word)) {
                end++;
                word++;
            }
            if (*word == NULL)
                relate_phrase (w, frame, i, end);
        }
    }
}

void
ent_relate (const EntGrammar *grammar, const EntClauses *clauses, GArray *claims)
{
    Work w = { grammar, clauses, claims };
    if (clauses->sentence->question)
        return; /* a question is not coded */
    for (guint i = 0; i < clauses->n_phrases; i++)
        if (clauses->phrases[i].kind == ENT_PHRASE_VERB)
            relate_verb (&w, i);
        else if (clauses->phrases[i].kind == ENT_PHRASE_NOUN)
            relate_noun (&w, i);
    relate_phrases (&w);
}

/* subject.c - the subject of a verb. */
#include "row.h"

#include <string.h>

/* "…," said Putin: the subject stands behind a verb of saying. */
static guint
subject_behind (const EntClauses *c, guint verb)
{
    gboolean behind = is_noun (c, verb + 1) && !is_finite (c, verb + 2) &&
                      (ent_row_verb_class (c, verb) & ENT_VERB_SAY) != 0;
    return behind ? verb + 1 : ENT_NONE;
}

static guint
noun_before (const EntClauses *c, guint i)
{
    while (i-- > 0) {
        if (is_noun (c, i))
            return i;
        if (kind (c, i) == ENT_CHUNK_VERB || kind (c, i) == ENT_CHUNK_STOP)
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* The head of the noun phrase that a relative pronoun at `relative` refers to. */
static guint
antecedent_of_relative (const EntClauses *c, guint relative)
{
    guint i = relative;
    if (i > 0 && (kind (c, i - 1) == ENT_CHUNK_AND || kind (c, i - 1) == ENT_CHUNK_BUT))
        while (i > 0 && kind (c, i - 1) != ENT_CHUNK_STOP) /* who came and who went */
            if (kind (c, --i) == ENT_CHUNK_RELATIVE)
                return antecedent_of_relative (c, i);
    i = relative;
    if (i > 0 && kind (c, i - 1) == ENT_CHUNK_COMMA)
        i--;
    guint noun = noun_before (c, i);
    if (noun != ENT_NONE && noun >= 2 && chunk (c, noun)->first > 0 &&
        kind (c, noun - 1) == ENT_CHUNK_COMMA &&
        ent_is (&c->sentence->tokens[chunk (c, noun)->first - 1], ENT_IS_NEGATOR))
        noun = noun_before (c, noun); /* A, not B, who */
    /* an adviser to X who: the adviser */
    while (noun != ENT_NONE && noun >= 2 && kind (c, noun - 1) == ENT_CHUNK_PREPOSITION &&
           is_noun (c, noun - 2) &&
           (first_is (c, noun - 1, ENT_IS_DATIVE) || first_is (c, noun - 1, ENT_IS_GENITIVE) ||
            first_is (c, noun - 1, ENT_IS_BENEFACTIVE)) &&
           ent_row_is_appositive (c, noun - 2))
        noun -= 2;
    /* A, the adviser, who */
    if (noun != ENT_NONE && noun >= 2 && ent_row_is_appositive (c, noun) &&
        kind (c, noun - 1) == ENT_CHUNK_COMMA && is_noun (c, noun - 2) &&
        chunk (c, noun - 2)->named != ENT_NONE)
        return noun - 2;
    return noun;
}

/* The verb that another one behind "and" is joined to: not one of a relative clause or a participle in between. */
static guint
coordinate_verb (const EntClauses *c, guint verb, guint i)
{
    gboolean comma = i > 0 && kind (c, i - 1) == ENT_CHUNK_COMMA;
    while (i-- > 0) {
        if (kind (c, i) == ENT_CHUNK_STOP)
            return ENT_NONE;
        if (kind (c, i) == ENT_CHUNK_COMMA) {
            guint opening = ent_row_opening_comma (c, i);
            if (opening != ENT_NONE && kind (c, opening + 1) == ENT_CHUNK_RELATIVE)
                i = opening;
        } else if (is_verb (c, i) && (chunk (c, i)->finite || !chunk (c, verb)->finite)) {
            guint relative = comma ? ent_row_relative_before (c, i) : ENT_NONE;
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
        if (is_finite (c, i))
            return TRUE;
    return FALSE;
}

/* The verb stands behind what is quoted, or is one that takes no person for its object: "…," said A. */
static gboolean
is_behind_speech (const EntClauses *c, guint verb)
{
    if (verb == 0)
        return FALSE;
    if (kind (c, verb - 1) == ENT_CHUNK_QUOTE)
        return TRUE;
    if (kind (c, verb - 1) != ENT_CHUNK_COMMA)
        return FALSE;
    if (kind (c, verb - 2) == ENT_CHUNK_QUOTE)
        return TRUE;
    guint opening = ent_row_opening_comma (c, verb - 1);
    if (opening != ENT_NONE && opening > 0 && is_noun (c, opening - 1) && !has_finite_verb (c, 0, opening))
        return FALSE; /* A, wrapping up his visit, said */
    return ent_is (token (c->sentence, chunk (c, verb)->verb), ENT_IS_QUOTATIVE);
}

static gboolean
clause_has_verb (const EntClauses *c, guint before)
{
    for (guint i = before; i-- > 0;) {
        if (is_finite (c, i))
            return TRUE;
        if (kind (c, i) != ENT_CHUNK_NOUN && kind (c, i) != ENT_CHUNK_PREPOSITION &&
            kind (c, i) != ENT_CHUNK_VERB)
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
    while (that > 0 && (is_noun (c, that - 1) || kind (c, that - 1) == ENT_CHUNK_PREPOSITION))
        that--;
    if (that < 2 || kind (c, that - 1) != ENT_CHUNK_SUBORDINATOR ||
        !first_is (c, that - 1, ENT_IS_COMPLEMENTIZER) || !is_noun (c, that - 2) ||
        (that > 2 && is_verb (c, that - 3)))
        return ENT_NONE;
    return that - 1;
}

/* A search for the subject of a finite verb, leftwards along the row. A step returns TRUE where the search ends. */
typedef struct {
    const EntClauses *c;
    guint verb;
    guint i;         /* the current chunk; 0 gives up */
    gboolean direct; /* nothing but time stands before the verb so far */
    guint passed;    /* a noun inside a prepositional phrase, the last resort */
    guint subject;
} Search;

static gboolean
found (Search *s, guint subject)
{
    s->subject = subject;
    return TRUE;
}

/* The noun stands behind another verb: its object, or a subject after all. */
static gboolean
at_noun_of_verb (Search *s)
{
    const EntClauses *c = s->c;
    guint other = s->i - 1;
    gboolean object = s->i + 1 != s->verb && !chunk (c, other)->passive;
    guint relative = ent_row_relative_before (c, other), told = clause_of_noun (c, other);
    if (told != ENT_NONE && (object || (ent_row_verb_class (c, other) & ENT_VERB_SAY) == 0)) {
        s->i = told; /* the claim that A did it was false */
        return FALSE;
    }
    if (relative == ENT_NONE)
        return found (s, object ? ent_clause_subject (c, other) : s->i);
    s->i = object ? relative : relative + 1; /* the man who met Putin said */
    return FALSE;
}

static gboolean
at_noun (Search *s)
{
    const EntClauses *c = s->c;
    guint i = s->i, preposition;
    gboolean beside = i + 1 == s->verb;
    if (chunk (c, i)->time)
        return FALSE;
    s->direct = FALSE;
    if (ent_row_is_in_adjunct (c, i, &preposition)) {
        if (beside && kind (c, i - 1) == ENT_CHUNK_AND && chunk (c, i)->named != ENT_NONE &&
            clause_has_verb (c, preposition))
            return found (s, i); /* A left in 2018, and B answered */
        if (beside)
            s->passed = i;
        s->i = preposition;
        return FALSE;
    }
    if (ent_row_is_appositive (c, i) && i >= 2 && !beside && kind (c, i - 1) == ENT_CHUNK_COMMA &&
        is_noun (c, i - 2))
        return FALSE;
    return i > 0 && is_verb (c, i - 1) ? at_noun_of_verb (s) : found (s, i);
}

static gboolean
at_relative (Search *s)
{
    gboolean own = s->i + 1 == s->verb || ent_row_relative_before (s->c, s->verb) == s->i;
    return own && !has_finite_verb (s->c, s->i + 1, s->verb) &&
           found (s, antecedent_of_relative (s->c, s->i));
}

/* Over what stands between commas. */
static gboolean
at_comma (Search *s)
{
    const EntClauses *c = s->c;
    guint opening = ent_row_opening_comma (c, s->i);
    if (opening == ENT_NONE || opening == 0 || !s->direct)
        return FALSE;
    /* "Norway's prime minister, Erna Solberg, met" */
    if (is_noun (c, opening + 1) && chunk (c, opening + 1)->named != ENT_NONE && is_noun (c, opening - 1) &&
        chunk (c, opening - 1)->named == ENT_NONE &&
        !(opening > 1 &&
          (first_is (c, opening - 2, ENT_IS_AGENT) || first_is (c, opening - 2, ENT_IS_COMITATIVE))))
        return found (s, opening + 1);
    s->i = opening;
    return FALSE;
}

/* "met X and discussed Y" */
static gboolean
at_joint (Search *s)
{
    guint before = coordinate_verb (s->c, s->verb, s->i);
    return before != ENT_NONE && found (s, ent_clause_subject (s->c, before));
}

static gboolean
at_finite_verb (Search *s)
{
    guint told = s->direct ? clause_of_noun (s->c, s->i) : ENT_NONE;
    if (told != ENT_NONE) { /* the claim that A did it drew laughs */
        s->i = told;
        return FALSE;
    }
    guint behind = subject_behind (s->c, s->verb);
    return found (s, behind != ENT_NONE ? behind : ent_clause_subject (s->c, s->i));
}

static gboolean
step (Search *s)
{
    switch (kind (s->c, s->i)) {
    case ENT_CHUNK_NOUN:
        return at_noun (s);
    case ENT_CHUNK_RELATIVE:
        return at_relative (s);
    case ENT_CHUNK_COMMA:
        return at_comma (s);
    case ENT_CHUNK_AND:
    case ENT_CHUNK_BUT:
        return at_joint (s);
    case ENT_CHUNK_VERB:
        return chunk (s->c, s->i)->finite && at_finite_verb (s);
    case ENT_CHUNK_QUOTE:
    case ENT_CHUNK_STOP:
    case ENT_CHUNK_SUBORDINATOR:
        s->i = 0;
        return FALSE;
    default:
        return FALSE;
    }
}

static guint
finite_subject (const EntClauses *c, guint verb)
{
    guint behind = subject_behind (c, verb);
    if (behind != ENT_NONE && is_behind_speech (c, verb))
        return behind; /* …, said A */
    Search search = { .c = c, .verb = verb, .i = verb, .direct = TRUE, .passed = ENT_NONE };
    while (search.i-- > 0)
        if (step (&search))
            return search.subject;
    return behind != ENT_NONE ? behind : search.passed;
}

static guint
subject_of (const EntClauses *c, guint verb)
{
    const EntChunk *v = chunk (c, verb);
    if (v->infinitive)
        return ent_infinitive_subject (c, verb);
    if (!v->bare)
        return finite_subject (c, verb);
    return v->progressive ? ent_participle_subject (c, verb) : ent_past_participle_subject (c, verb);
}

/* Past what opens a sentence, and past relative clauses in it: "Responding to B, who had left, A said". */
guint
ent_clause_main_verb (const EntClauses *c, guint at)
{
    guint first = ENT_NONE;
    gboolean comma = FALSE;
    for (guint i = at; i < c->n_chunks && kind (c, i) != ENT_CHUNK_STOP; i++) {
        comma |= kind (c, i) == ENT_CHUNK_COMMA || kind (c, i) == ENT_CHUNK_QUOTE;
        if (!comma || !is_finite (c, i))
            continue;
        if (first == ENT_NONE)
            first = i;
        guint subject = ent_clause_subject (c, i);
        if (subject == ENT_NONE || subject < at || ent_row_relative_before (c, i) != ENT_NONE)
            continue;
        EntCoordination group = ent_coordination_left (c, subject);
        guint left = subject < i ? group.members[group.n_members - 1] : subject, quotes = 0;
        for (guint j = at; j < left; j++)
            quotes += kind (c, j) == ENT_CHUNK_QUOTE;
        if (subject > i || kind (c, left - 1) == ENT_CHUNK_COMMA ||
            (kind (c, left - 1) == ENT_CHUNK_QUOTE && quotes % 2 == 0))
            return i;
    }
    return first;
}

#define NOT_YET (ENT_NONE - 1)

EntClauses
ent_clauses (EntDiscourse *discourse, const EntSentence *sentence, const GArray *chunks, GArray *subjects)
{
    g_array_set_size (subjects, chunks->len);
    for (guint i = 0; i < chunks->len; i++)
        g_array_index (subjects, guint, i) = NOT_YET;
    return (EntClauses){ discourse, sentence, (const EntChunk *)(gconstpointer)chunks->data, chunks->len,
                         subjects };
}

/* The subject of one verb may be that of another; a verb whose subject is being searched for already ends the search. */
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

/* dump.c - the states between the stages of a reading, as rows of text. */
#include "language/cursor.h"
#include "work.h"

typedef struct {
    EntDump dump;
    EntDumpFunc each;
    gpointer closure;
} Dump;

/* A row being filled: the cells, and NULL behind them. */
typedef struct {
    const EntReadingWork *work;
    GPtrArray *cells; /* of char *, owned */
} Row;

static void
add_text (Row *row, const char *text)
{
    g_ptr_array_add (row->cells, g_strdup (text));
}

static void
add_number (Row *row, gsize number)
{
    g_ptr_array_add (row->cells, g_strdup_printf ("%" G_GSIZE_FORMAT, number));
}

/* Takes the string over. */
static void
add_string (Row *row, GString *string)
{
    g_ptr_array_add (row->cells, g_string_free (string, FALSE));
}

static char *
words (const EntReadingWork *work, EntSpan span)
{
    return g_strndup (work->article->text + span.start, span.end - span.start);
}

/* The number of the sentence, and the place of something in the file. */
static Row
begin (const EntReadingWork *work, EntSpan span)
{
    Row row = { work, g_ptr_array_new_with_free_func (g_free) };
    EntSpan file = ent_article_file_span (work->article, span);
    add_number (&row, work->discourse.sentence + 1);
    add_number (&row, file.start);
    add_number (&row, file.end);
    return row;
}

static void
end (Row *row, const Dump *dump)
{
    g_ptr_array_add (row->cells, NULL);
    dump->each ((const char *const *)row->cells->pdata, dump->closure);
    g_ptr_array_unref (row->cells);
}

typedef struct {
    const char *name;
    gboolean set;
} Flag;

static void
add_flags (Row *row, const Flag *flags, gsize n)
{
    GString *names = g_string_new (NULL);
    for (gsize i = 0; i < n; i++)
        if (flags[i].set)
            g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", flags[i].name);
    add_string (row, names);
}

static const char *
id_of (const EntReadingWork *work, guint named)
{
    return ent_named_entity (&work->discourse, ent_discourse_named (&work->discourse, named))->id;
}

static EntSpan
chunk_span (const EntReadingWork *work, const EntChunk *chunk)
{
    const EntSentence *sentence = work->sentence;
    return (EntSpan){ token (sentence, chunk->first)->start, token (sentence, chunk->last - 1)->tail };
}

/* ---- the stages ---- */

static const char *const token_columns[] = { "sentence", "start",   "end",  "kind",
                                             "folded",   "classes", "uses", NULL };

static void
dump_tokens (const EntReadingWork *work, const EntClauses *clauses, const Dump *dump)
{
    static const char *const kinds[] = {
        [ENT_TOKEN_WORD] = "word",   [ENT_TOKEN_COMMA] = "comma", [ENT_TOKEN_DASH] = "dash",
        [ENT_TOKEN_STOP] = "stop",   [ENT_TOKEN_OPEN] = "open",   [ENT_TOKEN_CLOSE] = "close",
        [ENT_TOKEN_QUOTE] = "quote", [ENT_TOKEN_OTHER] = "other",
    };
    (void)clauses;
    for (guint i = 0; i < work->sentence->n_tokens; i++) {
        const EntToken *t = token (work->sentence, i);
        Row row = begin (work, (EntSpan){ t->start, t->end });
        GString *classes = g_string_new (NULL), *uses = g_string_new (NULL);
        ent_word_describe (t->word, classes, uses);
        add_text (&row, kinds[t->kind]);
        add_text (&row, t->folded);
        add_string (&row, classes);
        add_string (&row, uses);
        end (&row, dump);
    }
}

static const char *const chunk_columns[] = { "sentence", "start", "end",  "kind", "head",
                                             "named",    "flags", "text", NULL };

/* The entities of a noun phrase: itself, and in brackets who owns it. */
static void
add_named (Row *row, const EntChunk *chunk)
{
    GString *ids = g_string_new (NULL);
    if (chunk->named != ENT_NONE)
        g_string_append (ids, id_of (row->work, chunk->named));
    for (guint i = 0; i < chunk->n_several; i++)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", id_of (row->work, chunk->several + i));
    for (guint i = 0; i < chunk->n_owners; i++)
        g_string_append_printf (ids, "%s(%s)", ids->len > 0 ? "," : "", id_of (row->work, chunk->owners[i]));
    add_string (row, ids);
}

static void
dump_chunks (const EntReadingWork *work, const EntClauses *clauses, const Dump *dump)
{
    static const char *const kinds[] = {
        [ENT_CHUNK_NOUN] = "noun",
        [ENT_CHUNK_VERB] = "verb",
        [ENT_CHUNK_PREPOSITION] = "preposition",
        [ENT_CHUNK_AND] = "and",
        [ENT_CHUNK_BUT] = "but",
        [ENT_CHUNK_SUBORDINATOR] = "subordinator",
        [ENT_CHUNK_RELATIVE] = "relative",
        [ENT_CHUNK_COMMA] = "comma",
        [ENT_CHUNK_QUOTE] = "quote",
        [ENT_CHUNK_STOP] = "stop",
    };
    for (guint i = 0; clauses != NULL && i < clauses->n_chunks; i++) {
        const EntChunk *chunk = &clauses->chunks[i];
        EntSpan span = chunk_span (work, chunk);
        g_autofree char *text = words (work, span);
        guint head = chunk->kind == ENT_CHUNK_VERB ? chunk->verb : chunk->head;
        const Flag flags[] = {
            { "pronoun", chunk->pronoun != ENT_PRONOUN_NONE },
            { "possessive", chunk->own != ENT_PRONOUN_NONE },
            { "nominative", chunk->nominative },
            { "time", chunk->time },
            { "no", chunk->no },
            { "finite", chunk->finite },
            { "passive", chunk->passive },
            { "progressive", chunk->progressive },
            { "infinitive", chunk->infinitive },
            { "modal", chunk->modal },
            { "negative", chunk->negative },
            { "bare", chunk->bare },
            { "perfect", chunk->perfect },
        };
        Row row = begin (work, span);
        add_text (&row, kinds[chunk->kind]);
        add_text (&row, head != ENT_NONE ? token (work->sentence, head)->folded : "");
        add_named (&row, chunk);
        add_flags (&row, flags, G_N_ELEMENTS (flags));
        add_text (&row, text);
        end (&row, dump);
    }
}

static const char *const clause_columns[] = { "sentence", "start",  "end",          "verb",
                                              "subject",  "status", "coordination", NULL };

static void
dump_clauses (const EntReadingWork *work, const EntClauses *clauses, const Dump *dump)
{
    for (guint i = 0; clauses != NULL && i < clauses->n_chunks; i++) {
        const EntChunk *verb = &clauses->chunks[i];
        if (verb->kind != ENT_CHUNK_VERB)
            continue;
        guint subject = ent_clause_subject (clauses, i);
        EntCoordination group = ent_clause_subjects (clauses, i);
        GString *members = g_string_new (NULL);
        for (guint j = 0; j < group.n_members; j++) {
            g_autofree char *text = words (work, chunk_span (work, &clauses->chunks[group.members[j]]));
            g_string_append_printf (members, "%s%s", j > 0 ? " + " : "", text);
        }
        g_autofree char *text =
            subject != ENT_NONE ? words (work, chunk_span (work, &clauses->chunks[subject])) : g_strdup ("");
        Row row = begin (work, chunk_span (work, verb));
        add_text (&row, token (work->sentence, verb->verb)->folded);
        add_text (&row, text);
        add_text (&row, ent_status_name (ent_verb_status (clauses, i)));
        add_string (&row, members);
        end (&row, dump);
    }
}

static const char *const mention_columns[] = { "sentence",   "start", "end",  "id", "how",
                                               "antecedent", "flags", "text", NULL };

static void
dump_mentions (const EntReadingWork *work, const EntClauses *clauses, const Dump *dump)
{
    const EntDiscourse *discourse = &work->discourse;
    (void)clauses;
    for (guint i = discourse->sentence_start; i < discourse->named->len; i++) {
        const EntNamedPhrase *named = ent_discourse_named (discourse, i);
        const EntMention *mention = &named->mention;
        g_autofree char *text = words (work, mention->phrase);
        const Flag flags[] = {
            { "not_actor", named->not_actor }, { "possessive", named->possessive },
            { "people", named->people },       { "person", named->person },
            { "subject", named->subject },     { "aside", named->aside },
        };
        Row row = begin (work, mention->span);
        add_text (&row, id_of (work, i));
        add_text (&row, ent_how_name (mention->how));
        if (mention->antecedent != ENT_NONE) {
            const EntMention *name = &ent_discourse_named (discourse, mention->antecedent)->mention;
            add_number (&row, ent_article_file_span (work->article, name->span).start);
        } else {
            add_text (&row, "");
        }
        add_flags (&row, flags, G_N_ELEMENTS (flags));
        add_text (&row, text);
        end (&row, dump);
    }
}

static const char *const claim_columns[] = { "sentence", "start", "end",   "relation", "source", "target",
                                             "status",   "rule",  "flags", "cue",      NULL };

static void
dump_claims (const EntReadingWork *work, const EntClauses *clauses, const Dump *dump)
{
    (void)clauses;
    for (guint i = 0; i < work->claims->len; i++) {
        const EntClaim *claim = &g_array_index (work->claims, EntClaim, i);
        g_autofree char *cue = words (work, claim->cue);
        const Flag flags[] = { { "former", claim->former },
                               { "tentative", claim->tentative },
                               { "loose", claim->loose } };
        Row row = begin (work, claim->cue);
        add_text (&row, ent_gazetteer_relation (work->reader->gazetteer, claim->relation));
        add_text (&row, id_of (work, claim->source));
        add_text (&row, id_of (work, claim->target));
        add_text (&row, ent_status_name (claim->status));
        add_text (&row, claim->rule);
        add_flags (&row, flags, G_N_ELEMENTS (flags));
        add_text (&row, cue);
        end (&row, dump);
    }
}

static const struct {
    const char *const *columns;
    void (*dump) (const EntReadingWork *work, const EntClauses *clauses, const Dump *dump);
} stages[ENT_N_DUMPS] = {
    [ENT_DUMP_TOKENS] = { token_columns, dump_tokens },
    [ENT_DUMP_CHUNKS] = { chunk_columns, dump_chunks },
    [ENT_DUMP_CLAUSES] = { clause_columns, dump_clauses },
    [ENT_DUMP_MENTIONS] = { mention_columns, dump_mentions },
    [ENT_DUMP_CLAIMS] = { claim_columns, dump_claims },
};

static void
on_sentence (const EntReadingWork *work, const EntClauses *clauses, gpointer closure)
{
    const Dump *dump = closure;
    stages[dump->dump].dump (work, clauses, dump);
}

const char *const *
ent_dump_columns (EntDump dump)
{
    return stages[dump].columns;
}

void
ent_dump (const EntReader *reader, const EntArticle *article, EntDump dump, EntDumpFunc each,
          gpointer closure)
{
    Dump work = { dump, each, closure };
    ent_reading_free (ent_read_observed (reader, article, on_sentence, &work));
}

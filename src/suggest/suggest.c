/* suggest.c - articles -> the names that the gazetteer lacks, one article after the other. */
#include "candidate.h"
#include "gazetteer/load.h"
#include "proposal.h"

struct EntSuggest {
    const EntGazetteer *gazetteer;
    EntLexicon *lexicon;
    EntNameWords *name_words;
    EntMatcher *matcher;
    GHashTable *candidates; /* key -> EntCandidate */
    GPtrArray *order;       /* the same, in the order in which they were met */
    guint articles;
    GArray *proposals; /* of EntProposal, or NULL */
};

EntSuggest *
ent_suggest_new (const EntGazetteer *gazetteer)
{
    EntSuggest *suggest = g_new0 (EntSuggest, 1);
    suggest->gazetteer = gazetteer;
    suggest->lexicon = ent_lexicon_new (gazetteer);
    suggest->name_words = ent_name_words_new ();
    suggest->matcher = ent_matcher_new (gazetteer);
    suggest->candidates = g_hash_table_new (g_str_hash, g_str_equal);
    suggest->order = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_candidate_free);
    return suggest;
}

void
ent_suggest_free (EntSuggest *suggest)
{
    if (suggest == NULL)
        return;
    ent_lexicon_free (suggest->lexicon);
    ent_name_words_free (suggest->name_words);
    ent_matcher_free (suggest->matcher);
    g_hash_table_unref (suggest->candidates);
    g_ptr_array_unref (suggest->order);
    g_clear_pointer (&suggest->proposals, g_array_unref);
    g_free (suggest);
}

/* ---- one sentence ---- */

/* The current article. */
typedef struct {
    EntSuggest *suggest;
    const EntArticle *article;
    EntSentence *sentence;
    GArray *hits;      /* of EntHit: the present part's */
    GArray *names;     /* of const EntName *: per token */
    GArray *classes;   /* of guint: per token */
    GArray *sightings; /* of EntSighting */
    GArray *found;     /* of EntFound: the whole article's */
    GStringChunk *strings;
} Work;

/* The name that a hit stands for; of several the one that is meant first. */
static const EntName *
name_of_hit (const EntSuggest *suggest, const EntHit *hit)
{
    EntNameGroup group = ent_matcher_group (suggest->matcher, hit->group);
    const EntName *best = NULL;
    for (guint i = 0; i < group.n_names; i++) {
        const EntName *name = &g_array_index (suggest->gazetteer->names, EntName, group.names[i]);
        if (best == NULL || ent_name_rank (name->kind) < ent_name_rank (best->kind))
            best = name;
    }
    return best;
}

static gboolean
is_part_of_world (const Work *work, guint i)
{
    const EntToken *token = &work->sentence->tokens[i];
    return token->capital && g_array_index (work->names, const EntName *, i) == NULL &&
           (g_array_index (work->classes, guint, i) & ENT_NAMES_PLACE) != 0;
}

/* Tells each token what it is; *hit is the first that may lie in the sentence. */
static void
mark_tokens (Work *work, guint *hit)
{
    const EntSentence *sentence = work->sentence;
    g_array_set_size (work->names, sentence->n_tokens);
    g_array_set_size (work->classes, sentence->n_tokens);
    for (guint i = 0; i < sentence->n_tokens; i++) {
        const EntToken *token = &sentence->tokens[i];
        const EntName *name = NULL;
        while (*hit < work->hits->len && g_array_index (work->hits, EntHit, *hit).span.end <= token->start)
            ++*hit;
        if (*hit < work->hits->len && g_array_index (work->hits, EntHit, *hit).span.start <= token->start)
            name = name_of_hit (work->suggest, &g_array_index (work->hits, EntHit, *hit));
        if (name != NULL && name->kind == ENT_NAME_DEMONYM && i > 0 && is_part_of_world (work, i - 1))
            name = NULL; /* "Latin American" */
        g_array_index (work->names, const EntName *, i) = name;
        g_array_index (work->classes, guint, i) =
            token->folded[0] != '\0' ? ent_name_words_classes (work->suggest->name_words, token->folded) : 0;
    }
}

/* The text of the tokens [first, end), with the full stop of "U.S."; NULL for none. */
static char *
copy_text (const Work *work, guint first, guint end)
{
    if (first >= end)
        return NULL;
    const EntToken *from = &work->sentence->tokens[first], *to = &work->sentence->tokens[end - 1];
    gboolean initial = to->end == to->start + 1 && work->article->text[to->end] == '.';
    return g_strndup (work->article->text + from->start, to->end - from->start + (initial ? 1 : 0));
}

static const char *
keep_text (Work *work, const char *text)
{
    if (text == NULL)
        return "";
    g_autofree char *line = ent_text_on_one_line (text, strlen (text), G_MAXSIZE);
    return g_string_chunk_insert_const (work->strings, line);
}

static const char *
keep_name (Work *work, guint first, guint end)
{
    g_autofree char *name = copy_text (work, first, end);
    return keep_text (work, name);
}

/* With capitals, as an office is written in a gazetteer: "Deputy Secretary-General of the Council". */
static const char *
keep_title (Work *work, guint first, guint end)
{
    const EntToken *tokens = work->sentence->tokens;
    const guint small = ENT_WORD_DETERMINER | ENT_WORD_PREPOSITION | ENT_WORD_AND;
    g_autofree char *title = copy_text (work, first, end);
    for (guint i = first; i < end; i++)
        if ((tokens[i].word->classes & small) == 0) {
            char *c = title + (tokens[i].start - tokens[first].start);
            *c = g_ascii_toupper (*c);
        }
    return keep_text (work, title);
}

static void
keep_sighting (Work *work, const EntSighting *s)
{
    gsize start = ent_article_file_span (work->article, work->sentence->span).start;
    EntFound found = { .kind = s->kind,
                       .entity = s->entity,
                       .state = s->state,
                       .signs = s->signs,
                       .name = keep_name (work, s->first, s->last),
                       .title = keep_title (work, s->title, s->title_end),
                       .sentence = work->sentence->span,
                       .line = ent_article_line (work->article, start) };
    if (s->acronym != ENT_NONE)
        found.acronym = keep_name (work, s->acronym, s->acronym + 1);
    g_autofree char *key = ent_name_fold (found.name);
    if (s->kind == ENT_STATE) { /* whatever it is called; a person may have its name */
        const EntEntity *state = &g_array_index (work->suggest->gazetteer->entities, EntEntity, s->entity);
        found.name = state->name;
        g_free (key);
        key = g_strconcat ("state ", state->id, NULL);
    }
    found.key = g_string_chunk_insert_const (work->strings, key);
    g_array_append_val (work->found, found);
}

static void
read_sentence (Work *work, EntSpan span, guint *hit)
{
    ent_sentence_read (work->sentence, work->suggest->lexicon, work->article->text, span);
    mark_tokens (work, hit);
    EntSightingContext looking = { .gazetteer = work->suggest->gazetteer,
                                   .text = work->article->text,
                                   .sentence = work->sentence,
                                   .names = (const EntName **)(gpointer)work->names->data,
                                   .classes = (guint *)(gpointer)work->classes->data };
    g_array_set_size (work->sightings, 0);
    ent_sightings (&looking, work->sightings);
    for (guint i = 0; i < work->sightings->len; i++)
        keep_sighting (work, &g_array_index (work->sightings, EntSighting, i));
}

static void
read_part (Work *work, EntSpan part)
{
    g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (EntSpan));
    guint hit = 0;
    g_array_set_size (work->hits, 0);
    ent_matcher_find (work->suggest->matcher, work->article->text, part, work->hits);
    ent_sentences (work->suggest->lexicon, work->article->text, part, sentences);
    for (guint i = 0; i < sentences->len; i++)
        read_sentence (work, g_array_index (sentences, EntSpan, i), &hit);
}

/* ---- one article ---- */

static EntCandidate *
candidate_of (EntSuggest *suggest, const EntFound *found)
{
    EntCandidate *candidate = g_hash_table_lookup (suggest->candidates, found->key);
    if (candidate == NULL) {
        candidate = ent_candidate_new (suggest->gazetteer, found);
        g_hash_table_insert (suggest->candidates, candidate->key, candidate);
        g_ptr_array_add (suggest->order, candidate);
    }
    return candidate;
}

static guint
count_words (const char *name)
{
    guint n = 1;
    for (; *name != '\0'; name++)
        n += *name == ' ';
    return n;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
    const EntFound *x = a, *y = b;
    guint m = count_words (x->key), n = count_words (y->key);
    if (m != n)
        return m > n ? -1 : 1;
    return (x->sentence.start > y->sentence.start) - (x->sentence.start < y->sentence.start);
}

/* A short form belongs to who was named in full in the same article. Those of most words go first. */
static void
count_found (Work *work)
{
    EntSuggest *suggest = work->suggest;
    g_autoptr (GHashTable) short_forms = g_hash_table_new (g_str_hash, g_str_equal);
    g_array_sort (work->found, compare_found);
    suggest->articles += work->article->offset == 0;
    for (guint i = 0; i < work->found->len; i++) {
        const EntFound *found = &g_array_index (work->found, EntFound, i);
        EntCandidate *candidate =
            found->kind == ENT_OFFICIAL ? g_hash_table_lookup (short_forms, found->key) : NULL;
        if (candidate == NULL)
            candidate = candidate_of (suggest, found);
        ent_candidate_add (candidate, suggest->gazetteer, work->article, found, suggest->articles);
        for (guint f = 0; candidate->forms != NULL && candidate->forms[f] != NULL; f++)
            if (!g_hash_table_contains (short_forms, candidate->forms[f]))
                g_hash_table_insert (short_forms, candidate->forms[f], candidate);
    }
}

void
ent_suggest_add (EntSuggest *suggest, const EntArticle *article)
{
    Work work = { .suggest = suggest,
                  .article = article,
                  .sentence = ent_sentence_new (),
                  .hits = g_array_new (FALSE, FALSE, sizeof (EntHit)),
                  .names = g_array_new (FALSE, FALSE, sizeof (const EntName *)),
                  .classes = g_array_new (FALSE, FALSE, sizeof (guint)),
                  .sightings = g_array_new (FALSE, FALSE, sizeof (EntSighting)),
                  .found = g_array_new (FALSE, FALSE, sizeof (EntFound)),
                  .strings = g_string_chunk_new (1024) };
    for (guint i = 0; i < article->parts->len; i++)
        read_part (&work, g_array_index (article->parts, EntSpan, i));
    count_found (&work);
    ent_sentence_free (work.sentence);
    GArray *arrays[] = { work.hits, work.names, work.classes, work.sightings, work.found };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        g_array_unref (arrays[i]);
    g_string_chunk_free (work.strings);
}

const GArray *
ent_suggest_finish (EntSuggest *suggest)
{
    if (suggest->proposals == NULL)
        suggest->proposals = ent_proposals (suggest->gazetteer, suggest->order);
    return suggest->proposals;
}

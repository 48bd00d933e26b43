/* history.c - earlier sentences, parsed again when a reference needs their subjects. */
#include "history.h"

/* NULL where it is not kept: far from all names, or too long ago. */
static EntPastSentence *
find (EntHistory *history, guint number)
{
    EntPastSentence *sentence = &history->ring[number % G_N_ELEMENTS (history->ring)];
    return sentence->number == number ? sentence : NULL;
}

void
ent_history_add (EntHistory *history, EntSpan span)
{
    const EntDiscourse *discourse = history->discourse;
    history->ring[discourse->sentence % G_N_ELEMENTS (history->ring)] =
        (EntPastSentence){ .span = span,
                           .number = discourse->sentence,
                           .first = discourse->sentence_start,
                           .last = discourse->named->len };
}

/* Reads a sentence again and marks its subjects, as if it were the current one. */
static void
mark (EntHistory *history, EntPastSentence *sentence)
{
    EntDiscourse *discourse = history->discourse;
    guint number = discourse->sentence, start = discourse->sentence_start;
    EntSalience salience = discourse->salience;
    history->marking = TRUE;
    discourse->sentence = sentence->number;
    discourse->sentence_start = sentence->first;
    discourse->sentence_end = sentence->last;
    ent_sentence_read (history->sentence, discourse->lexicon, discourse->article->text, sentence->span);
    ent_chunk_sentence (discourse, history->sentence, history->chunks);
    EntClauses clauses = ent_clauses (discourse, history->sentence, history->chunks, history->subjects);
    ent_mark_subjects (&clauses);
    sentence->salience = discourse->salience;
    sentence->marked = TRUE;
    discourse->sentence = number;
    discourse->sentence_start = start;
    discourse->sentence_end = G_MAXUINT;
    discourse->salience = salience;
    history->marking = FALSE;
}

static void
mark_recent (EntDiscourse *discourse, guint number)
{
    EntPastSentence *sentence = find (discourse->history, number);
    if (sentence != NULL && !sentence->marked && number < discourse->sentence)
        mark (discourse->history, sentence);
}

static const EntSalience *
before (EntDiscourse *discourse, guint back)
{
    static const EntSalience nothing;
    EntHistory *history = discourse->history;
    if (discourse->sentence < back)
        return &nothing;
    if (!history->marking)
        mark_recent (discourse, discourse->sentence - back);
    const EntPastSentence *past = find (history, discourse->sentence - back);
    return past != NULL ? &past->salience : &nothing;
}

void
ent_history_keep (EntHistory *history)
{
    EntPastSentence *sentence = find (history, history->discourse->sentence);
    sentence->salience = history->discourse->salience;
    sentence->marked = TRUE;
}

static const EntLookBack look_back = { mark_recent, before };

void
ent_history_init (EntHistory *history, EntDiscourse *discourse)
{
    *history = (EntHistory){ .discourse = discourse,
                             .sentence = ent_sentence_new (),
                             .chunks = g_array_new (FALSE, FALSE, sizeof (EntChunk)),
                             .subjects = g_array_new (FALSE, FALSE, sizeof (guint)) };
    for (gsize i = 0; i < G_N_ELEMENTS (history->ring); i++)
        history->ring[i].number = ENT_NONE;
    discourse->look_back = &look_back;
    discourse->history = history;
}

void
ent_history_clear (EntHistory *history)
{
    ent_sentence_free (history->sentence);
    g_array_unref (history->chunks);
    g_array_unref (history->subjects);
}

/* history.c - earlier sentences, looked at again when somebody asks who was their subject. */
#include "history.h"

/* NULL where it is not known: far from all names, or too long ago. */
static EntRecentSentence *
find (EntRecent *recent, guint number)
{
    EntRecentSentence *sentence = &recent->ring[number % G_N_ELEMENTS (recent->ring)];
    return sentence->number == number ? sentence : NULL;
}

void
ent_recent_add (EntRecent *recent, EntSpan span)
{
    const EntDiscourse *discourse = recent->discourse;
    recent->ring[discourse->sentence % G_N_ELEMENTS (recent->ring)] =
        (EntRecentSentence){ .span = span,
                             .number = discourse->sentence,
                             .first = discourse->sentence_start,
                             .last = discourse->namings->len };
}

/* Reads a sentence again and marks its subjects, as if it were the one under work. */
static void
mark (EntRecent *recent, EntRecentSentence *sentence)
{
    EntDiscourse *discourse = recent->discourse;
    guint number = discourse->sentence, start = discourse->sentence_start;
    EntTopic topic = discourse->topic;
    recent->marking = TRUE;
    discourse->sentence = sentence->number;
    discourse->sentence_start = sentence->first;
    discourse->sentence_end = sentence->last;
    discourse->topic = (EntTopic){ .n_speakers = 0 };
    ent_sentence_read (recent->sentence, discourse->words, discourse->article->text, sentence->span);
    ent_phrases (discourse, recent->sentence, recent->phrases);
    EntClauses clauses = ent_clauses (discourse, recent->sentence, recent->phrases, recent->subjects);
    ent_mark_subjects (&clauses);
    sentence->topic = discourse->topic;
    sentence->marked = TRUE;
    discourse->sentence = number;
    discourse->sentence_start = start;
    discourse->sentence_end = G_MAXUINT;
    discourse->topic = topic;
    recent->marking = FALSE;
}

static void
mark_recent (EntDiscourse *discourse, guint number)
{
    EntRecentSentence *sentence = find (discourse->recent, number);
    if (sentence != NULL && !sentence->marked && number < discourse->sentence)
        mark (discourse->recent, sentence);
}

static const EntTopic *
before (EntDiscourse *discourse)
{
    static const EntTopic nothing;
    EntRecent *recent = discourse->recent;
    if (discourse->sentence == 0)
        return &nothing;
    /* who spoke there may be a pronoun, which goes back one more; from there on what is known must do */
    for (guint back = 2; back > 0 && !recent->marking; back--)
        if (discourse->sentence >= back)
            mark_recent (discourse, discourse->sentence - back);
    const EntRecentSentence *last = find (recent, discourse->sentence - 1);
    return last != NULL ? &last->topic : &nothing;
}

void
ent_recent_keep (EntRecent *recent)
{
    EntRecentSentence *sentence = find (recent, recent->discourse->sentence);
    sentence->topic = recent->discourse->topic;
    sentence->marked = TRUE;
}

static const EntLookBack look_back = { mark_recent, before };

void
ent_recent_init (EntRecent *recent, EntDiscourse *discourse)
{
    *recent = (EntRecent){ .discourse = discourse,
                           .sentence = ent_sentence_new (),
                           .phrases = g_array_new (FALSE, FALSE, sizeof (EntPhrase)),
                           .subjects = g_array_new (FALSE, FALSE, sizeof (guint)) };
    for (gsize i = 0; i < G_N_ELEMENTS (recent->ring); i++)
        recent->ring[i].number = ENT_NONE;
    discourse->look_back = &look_back;
    discourse->recent = recent;
}

void
ent_recent_clear (EntRecent *recent)
{
    ent_sentence_free (recent->sentence);
    g_array_unref (recent->phrases);
    g_array_unref (recent->subjects);
}

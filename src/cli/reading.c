/* reading.c - articles -> readings, by several threads, in order. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd.h"

/* A piece of an input, most often all of it, and what was read from it. */
typedef struct {
    guint input;
    gboolean evidence;
    EntFile *file; /* NULL: evidence, or cannot be opened */
    guint piece, n_pieces;
    EntArticle *article;
    EntReading *reading, *other;
    GError *error;
    gboolean wanted; /* its date is within the bounds */
    gboolean done;
} Slot;

/* Where in the inputs the next piece is. */
typedef struct {
    const GPtrArray *inputs;
    guint input;
    EntFile *file; /* NULL: the next input is to be opened */
    guint piece;
} Cursor;

/* Threads take piece after piece of the inputs and put what they read into a ring; the calling thread takes it out in
 * order. The ring bounds how far ahead the threads get, and so the memory. */
typedef struct {
    const CmdReading *reading;
    GMutex turn; /* to move the cursor, and to open files */
    Cursor cursor;
    GMutex mutex; /* for what follows */
    GCond changed;
    Slot *ring;
    guint room;
    guint next;   /* number of the next piece that a thread takes */
    guint taken;  /* pieces that the calling thread has taken out */
    guint pieces; /* of all inputs; G_MAXUINT until that is known */
} Queue;

static gboolean
is_in_range (const CmdReading *reading, EntDate date)
{
    if (date.year == 0)
        return !reading->drop_undated;
    return (reading->from.year == 0 || ent_date_compare (date, reading->from) >= 0) &&
           (reading->to.year == 0 || ent_date_compare (date, reading->to) <= 0);
}

/* The next piece, not read yet; FALSE behind the last. */
static gboolean
next_piece (Cursor *cursor, Slot *slot)
{
    if (cursor->file == NULL) {
        if (cursor->input == cursor->inputs->len)
            return FALSE;
        slot->input = cursor->input++;
        const char *path = cursor->inputs->pdata[slot->input];
        slot->evidence = cmd_is_evidence (path);
        if (slot->evidence)
            return TRUE; /* read by the calling thread, line by line */
        cursor->file = ent_file_open (path, &slot->error);
        cursor->piece = 0;
        if (cursor->file == NULL)
            return TRUE;
    }
    slot->input = cursor->input - 1;
    slot->file = ent_file_ref (cursor->file);
    slot->piece = cursor->piece++;
    slot->n_pieces = ent_file_n_pieces (cursor->file);
    if (cursor->piece == slot->n_pieces)
        g_clear_pointer (&cursor->file, ent_file_unref);
    return TRUE;
}

static void
read_piece (const CmdReading *reading, Slot *slot)
{
    if (slot->file == NULL)
        return;
    slot->article = ent_file_read (slot->file, slot->piece, &slot->error);
    g_clear_pointer (&slot->file, ent_file_unref);
    slot->wanted = slot->article != NULL && is_in_range (reading, slot->article->date);
    if (slot->wanted && reading->reader != NULL)
        slot->reading = ent_read (reading->reader, slot->article);
    if (slot->wanted && reading->other != NULL)
        slot->other = ent_read (reading->other, slot->article);
}

/* The next piece for a thread and its number, once there is room for it; FALSE behind the last. */
static gboolean
take_turn (Queue *queue, Slot *slot, guint *number)
{
    g_mutex_lock (&queue->turn);
    g_mutex_lock (&queue->mutex);
    while (queue->next >= queue->taken + queue->room)
        g_cond_wait (&queue->changed, &queue->mutex);
    g_mutex_unlock (&queue->mutex);
    gboolean more = next_piece (&queue->cursor, slot);
    g_mutex_lock (&queue->mutex);
    *number = queue->next;
    if (more)
        queue->next++;
    else
        queue->pieces = queue->next;
    g_cond_broadcast (&queue->changed);
    g_mutex_unlock (&queue->mutex);
    g_mutex_unlock (&queue->turn);
    return more;
}

static gpointer
work (gpointer data)
{
    Queue *queue = data;
    for (;;) {
        Slot made = { .done = TRUE };
        guint number;
        if (!take_turn (queue, &made, &number))
            return NULL;
        read_piece (queue->reading, &made);
        g_mutex_lock (&queue->mutex);
        queue->ring[number % queue->room] = made;
        g_cond_broadcast (&queue->changed);
        g_mutex_unlock (&queue->mutex);
    }
}

static void
clear_slot (Slot *slot)
{
    ent_reading_free (slot->reading);
    ent_reading_free (slot->other);
    ent_article_free (slot->article);
    g_clear_error (&slot->error);
    memset (slot, 0, sizeof *slot);
}

/* A progress bar, where somebody looks on and the work is long. */
typedef struct {
    gboolean shown, terminal;
    gint64 start, last;
} Progress;

static void
show_progress (Progress *progress, const Slot *slot, guint all)
{
    gint64 now = g_get_monotonic_time ();
    if (!progress->terminal || now - progress->start < G_USEC_PER_SEC ||
        now - progress->last < G_USEC_PER_SEC / 10)
        return;
    enum { WIDTH = 40 };
    char bar[WIDTH + 1];
    double part = slot->n_pieces > 0 ? (slot->piece + 1.0) / slot->n_pieces : 1;
    guint filled = (guint)((slot->input + part) * WIDTH / MAX (all, 1));
    memset (bar, '.', WIDTH);
    memset (bar, '#', filled);
    bar[WIDTH] = '\0';
    fprintf (stderr, "\r[%s] %u of %u articles", bar, slot->input + 1, all);
    progress->last = now;
    progress->shown = TRUE;
}

static void
hide_progress (const Progress *progress)
{
    if (progress->shown)
        fprintf (stderr, "\r\033[K");
}

/* What was reported, and what is to be reported at the end. */
typedef struct {
    const CmdReading *reading;
    guint failed;        /* the last input that was */
    GHashTable *notes;   /* set of char*: a note about all pieces of a file is printed once */
    GHashTable *undated; /* set of char*: the paths of articles without a date */
} Told;

static GHashTable *
new_set (void)
{
    return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
note_undated (Told *told, const char *path, EntDate date)
{
    if (date.year == 0 && !g_hash_table_contains (told->undated, path))
        g_hash_table_add (told->undated, g_strdup (path));
}

/* Only where dates decide. */
static void
tell_undated (const Told *told)
{
    const CmdReading *reading = told->reading;
    guint n = g_hash_table_size (told->undated);
    if (n == 0 || (reading->from.year == 0 && reading->to.year == 0 && !reading->drop_undated))
        return;
    if (reading->drop_undated)
        cmd_error ("note: %u undated article%s left out", n, n == 1 ? " is" : "s are");
    else
        cmd_error ("note: %u undated article%s kept; --undated=drop leaves %s out", n,
                   n == 1 ? " is" : "s are", n == 1 ? "it" : "them");
}

static void
tell_notes (Told *told, const GPtrArray *notes)
{
    for (guint i = 0; i < notes->len; i++)
        if (g_hash_table_add (told->notes, g_strdup (notes->pdata[i])))
            cmd_error ("note: %s", (const char *)notes->pdata[i]);
}

/* What an article would have given. */
static void
on_row (const EntEvidenceRow *row, gpointer data)
{
    Told *told = data;
    const CmdReading *reading = told->reading;
    note_undated (told, row->article->path, row->article->date);
    if (!is_in_range (reading, row->article->date))
        return;
    if (row->sentence == NULL || reading->most_named == 0 || row->sentence->n_named <= reading->most_named) {
        reading->on_row (row, reading->closure);
        return;
    }
    EntCoMention crowded = *row->sentence;
    crowded.named = NULL;
    crowded.n_named = 0;
    reading->on_row (&(EntEvidenceRow){ row->article, &crowded, NULL }, reading->closure);
}

/* FALSE after a message. */
static gboolean
deliver (const CmdReading *reading, const char *path, Slot *slot, Told *told)
{
    if (slot->input == told->failed)
        return FALSE;
    if (slot->evidence) {
        if (reading->on_row == NULL)
            g_set_error (&slot->error, ENT_ERROR, ENT_ERROR_FORMAT,
                         "%s: evidence, where an article is wanted", path);
        else
            ent_evidence_read (path, on_row, told, &slot->error);
    }
    if (slot->error != NULL) {
        cmd_error ("%s", slot->error->message);
        told->failed = slot->input;
        return FALSE;
    }
    if (slot->article != NULL) {
        tell_notes (told, slot->article->notes);
        note_undated (told, path, slot->article->date);
    }
    if (!slot->wanted)
        return TRUE;
    if (reading->take != NULL)
        reading->take (path, g_steal_pointer (&slot->reading), reading->closure);
    else if (reading->other != NULL)
        reading->on_both (slot->article, slot->reading, slot->other, reading->closure);
    else
        reading->on_article (slot->article, slot->reading, reading->closure);
    return TRUE;
}

/* What the threads made of the next piece, for the calling thread to keep; FALSE behind the last. */
static gboolean
take_slot (Queue *queue, Slot *slot)
{
    g_mutex_lock (&queue->mutex);
    Slot *next = &queue->ring[queue->taken % queue->room];
    while (!next->done && queue->taken != queue->pieces)
        g_cond_wait (&queue->changed, &queue->mutex);
    gboolean more = queue->taken != queue->pieces;
    if (more) {
        *slot = *next;
        memset (next, 0, sizeof *next);
        queue->taken++;
        g_cond_broadcast (&queue->changed);
    }
    g_mutex_unlock (&queue->mutex);
    return more;
}

/* What is small, and not to be read line by line, needs no more threads than there are inputs. */
static guint
count_jobs (const CmdReading *reading, const GPtrArray *inputs)
{
    guint jobs = reading->jobs != 0 ? reading->jobs : g_get_num_processors ();
    for (guint i = 0; i < inputs->len && inputs->len < jobs; i++) {
        struct stat status;
        if (stat (inputs->pdata[i], &status) != 0 || !S_ISREG (status.st_mode) ||
            status.st_size > ENT_LARGE_FILE)
            return jobs;
    }
    return MIN (jobs, inputs->len);
}

/* One job is done by the calling thread itself, and so is all where no thread can be started. */
static void
start_readers (Queue *queue, guint jobs, GPtrArray *threads)
{
    while (jobs > 1 && threads->len < jobs) {
        GThread *thread = g_thread_try_new ("reader", work, queue, NULL);
        if (thread == NULL) /* there is a limit; those that run do it all */
            return;
        g_ptr_array_add (threads, thread);
    }
}

gboolean
cmd_read_all (const CmdReading *reading, GPtrArray *inputs)
{
    guint jobs = count_jobs (reading, inputs);
    Queue queue = {
        .reading = reading, .cursor = { .inputs = inputs }, .room = jobs * 4 + 1, .pieces = G_MAXUINT
    };
    queue.ring = g_new0 (Slot, queue.room);
    g_mutex_init (&queue.turn);
    g_mutex_init (&queue.mutex);
    g_cond_init (&queue.changed);
    g_autoptr (GPtrArray) threads = g_ptr_array_new ();
    start_readers (&queue, jobs, threads);

    gboolean ok = TRUE;
    Told told = { reading, G_MAXUINT, new_set (), new_set () };
    Progress progress = { .terminal = isatty (STDERR_FILENO), .start = g_get_monotonic_time () };
    for (Slot slot = { 0 }; threads->len > 0 ? take_slot (&queue, &slot) : next_piece (&queue.cursor, &slot);
         clear_slot (&slot)) {
        if (threads->len == 0)
            read_piece (reading, &slot);
        show_progress (&progress, &slot, inputs->len);
        ok = deliver (reading, inputs->pdata[slot.input], &slot, &told) && ok;
    }
    for (guint i = 0; i < threads->len; i++)
        g_thread_join (threads->pdata[i]);
    hide_progress (&progress);
    tell_undated (&told);
    g_hash_table_unref (told.notes);
    g_hash_table_unref (told.undated);
    g_free (queue.ring);
    g_mutex_clear (&queue.turn);
    g_mutex_clear (&queue.mutex);
    g_cond_clear (&queue.changed);
    return ok;
}

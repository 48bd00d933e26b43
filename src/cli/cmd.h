/* cmd.h - what the commands share: options, inputs, reading many articles in order, outputs, messages. */
#ifndef ENT_CLI_CMD_H
#define ENT_CLI_CMD_H

#include <stdio.h>
#include <sys/types.h>

#include "entente.h"

/* Exit statuses. */
enum { CMD_DONE = 0, CMD_BAD_INPUT = 1, CMD_MISUSE = 2 };

int cmd_graph (int argc, char **argv);
int cmd_mentions (int argc, char **argv);
int cmd_why (int argc, char **argv);
int cmd_check (int argc, char **argv);
int cmd_evidence (int argc, char **argv);
int cmd_score (int argc, char **argv);
int cmd_diff (int argc, char **argv);
int cmd_watch (int argc, char **argv);
int cmd_dump (int argc, char **argv);
int cmd_import (int argc, char **argv);
int cmd_suggest (int argc, char **argv);

/* "entente: message" on stderr, always one line. */
void cmd_error (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* A finding on a stream: a line, the file's line with ^~~~ below what is meant, and its notes in the same way. */
void cmd_finding (FILE *stream, const EntFinding *finding);

/* Parses the options of one subcommand; the rest stays in argv. `arguments` is the line of the usage behind
 * the options, `summary` a paragraph for --help. FALSE where the command ends here, with *status: after a message,
 * or after --help was printed. */
gboolean cmd_options (const char *name, const GOptionEntry *entries, const char *arguments,
                      const char *summary, int *argc, char ***argv, int *status);

/* The gazetteer's files: those of -g, or entities.yaml for NULL; NULL after a message that it is not here. */
const char *const *cmd_gazetteer_paths (char **paths);

/* Loads the gazetteer of the files of -g (NULL: entities.yaml) and prints its mistakes on stderr; NULL after a
 * message. */
EntGazetteer *cmd_gazetteer (char **paths);

/* The same for these files, read by `load`. */
EntGazetteer *cmd_gazetteer_by (const char *const *paths,
                                EntGazetteer *(*load) (const char *const *, GPtrArray *, GError **));

/* The option -g; `paths` is a char **. */
#define CMD_GAZETTEER_OPTION(paths)                                                                          \
    {                                                                                                        \
        "gazetteer", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &(paths),                                          \
            "The gazetteer (default: entities.yaml); may be repeated", "FILE"                                \
    }

/* The entity of that id, name or alias; ENT_NONE after a message with "did you mean". */
guint cmd_entity (const EntGazetteer *gazetteer, const char *name);

/* The articles and evidence files that the arguments name: a directory stands for what is in it. Messages for
 * what is missing set *failed. */
GPtrArray *cmd_inputs (char **arguments, gboolean *failed);
/* By its name, or, of standard input, a pipe of the shell and a file whose name tells nothing, by what comes first, which is
 * not consumed. */
gboolean cmd_is_evidence (const char *path);

typedef struct {
    const EntReader *reader; /* NULL: articles are handed on without a reading */
    guint jobs;              /* threads; 0: one a core */
    EntDate from, to;        /* articles dated outside are passed over; year 0: no bound */
    gboolean drop_undated;   /* and so are those without a date */
    /* called in the order of the inputs, from the calling thread only; for a large file, for each of its pieces in order */
    void (*on_article) (const EntArticle *article, const EntReading *reading, gpointer closure);
    EntEvidenceFunc on_row; /* for the rows of evidence files; may be NULL */
    guint most_named;       /* entities of a sentence that gives pairs, of a row too; 0: all */
    const EntReader *other; /* NULL, or a second one to read each article with; then, for on_article: */
    void (*on_both) (const EntArticle *article, const EntReading *reading, const EntReading *other,
                     gpointer closure);
    /* if not NULL, for on_article: takes the reading over */
    void (*take) (const char *path, EntReading *reading, gpointer closure);
    gpointer closure;
} CmdReading;

/* Reads all inputs. FALSE if one of them could not be read (a message says which; the others are read all the
 * same). */
gboolean cmd_read_all (const CmdReading *reading, GPtrArray *inputs);

/* The options that commands with articles share. */
typedef struct {
    char **gazetteer;
    int jobs;
    char *from, *to, *undated;
} CmdArticles;

void cmd_articles_clear (CmdArticles *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CmdArticles, cmd_articles_clear)

#define CMD_ARTICLE_OPTIONS(o)                                                                               \
    CMD_GAZETTEER_OPTION ((o).gazetteer),                                                                    \
        { "from", 0, 0, G_OPTION_ARG_STRING, &(o).from, "Only articles of this date or later", "DATE" },     \
        { "to", 0, 0, G_OPTION_ARG_STRING, &(o).to, "Only articles of this date or earlier", "DATE" },       \
        { "undated",                                                                                         \
          0,                                                                                                 \
          0,                                                                                                 \
          G_OPTION_ARG_STRING,                                                                               \
          &(o).undated,                                                                                      \
          "keep or drop articles without a date (default: keep)",                                            \
          "HOW" },                                                                                           \
    {                                                                                                        \
        "jobs", 'j', 0, G_OPTION_ARG_INT, &(o).jobs, "Threads (default: one a core)", "N"                    \
    }

/* The option that says which sentences give no pairs; `most` is an int, ENT_MOST_NAMED at first. */
#define CMD_MOST_NAMED_OPTION(most)                                                                          \
    {                                                                                                        \
        "max-entities", 0, 0, G_OPTION_ARG_INT, &(most),                                                     \
            "A sentence of more is a list, and mentions nobody together (default: 40)", "N"                  \
    }
/* FALSE after a message. */
gboolean cmd_most_named (int most, CmdReading *reading);
/* Tells how many sentences gave no pairs. */
void cmd_print_crowded (guint64 n, guint most);

/* Dates and jobs into `reading`; FALSE after a message. */
gboolean cmd_article_options (const CmdArticles *options, CmdReading *reading);

/* A file that is written beside its place and put there when all is well. A path that is no regular file (a pipe, a
 * device), or is standard output by another name, is written directly. */
typedef struct CmdOutput CmdOutput;
/* Where links lead from a path, even if nothing is there yet: to that place it is written. NULL with errno. */
char *cmd_output_place (const char *path);
CmdOutput *cmd_output_open (const char *path, GError **error);
gboolean cmd_output_write (CmdOutput *output, const void *bytes, gsize length, GError **error);
/* Flushes; write errors are reported here at the latest. */
gboolean cmd_output_finish (CmdOutput *output, GError **error);
/* Puts the file in its place. */
gboolean cmd_output_commit (CmdOutput *output, GError **error);
/* Frees; what was not committed is gone. */
void cmd_output_free (CmdOutput *output);
/* From here on SIGINT, SIGTERM and SIGHUP remove the outputs that are not committed and end the program with
 * status 128 + signal (130 for SIGINT). */
void cmd_output_catch_interrupts (void);

/* Whether the outputs (NULL: standard output alone) are files of their own: neither one that is read as well, nor each
 * other. FALSE after a message; nothing was harmed then. */
gboolean cmd_apart_from_inputs (char **outputs, const GPtrArray *inputs);
gboolean cmd_apart_from_files (char **outputs, char **paths);
gboolean cmd_apart_from_gazetteer (char **outputs, const EntGazetteer *gazetteer);

/* The files of -o. They are opened, filled and put in their place together. */
typedef struct CmdTargets CmdTargets;
/* NULL after a message. The paths must outlive it, and may be NULL. `evidence`: whether .jsonl is one of the formats.
 * `format` is that of the path "-", standard output; NULL: there is none. */
CmdTargets *cmd_targets_new (char **paths, gboolean evidence, const char *format);
void cmd_targets_free (CmdTargets *targets);
guint cmd_targets_size (const CmdTargets *targets);
/* Moves those that take time, the pictures, to new targets. */
CmdTargets *cmd_targets_split (CmdTargets *targets);
gboolean cmd_targets_open (CmdTargets *targets, GError **error);
/* A row for the evidence files. */
gboolean cmd_targets_add (CmdTargets *targets, const EntEvidenceRow *row, GError **error);
/* The network into the others; then all are put in their place. If a picture cannot be drawn, all but it are, and FALSE
 * is returned. */
gboolean cmd_targets_write (CmdTargets *targets, EntGraph *graph, const EntExportOptions *export,
                            GPtrArray *notes, GError **error);
/* They can be opened again; what was not put in its place is gone. */
void cmd_targets_close (CmdTargets *targets);
/* Opens and writes the targets in a process of its own, which reports on stderr. Its id, or 0 where there are no targets or,
 * after a message, no process. */
pid_t cmd_targets_start (CmdTargets *targets, EntGraph *graph, const EntExportOptions *export);
/* Ends that process, whether or not it is done. 0 is fine. */
void cmd_targets_stop (pid_t child);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CmdTargets, cmd_targets_free)

/* Starts to watch the paths: the end of a pipe that holds a byte after anything happened to one of them, or to anything
 * in a directory among them; one byte stands for "ready". -1, with errno, if that cannot be. Ends with the caller. */
int cmd_saves_watch (char **paths);
/* Waits for the next save, and for the end of those that come with it. FALSE if the other end of the pipe is gone. */
gboolean cmd_saves_wait (int saves);

/* Whether an argument can be read again after a save, as standard input, a pipe and a device cannot. FALSE after a
 * message; a missing file is reported when it is read. */
gboolean cmd_can_be_saved (const char *path);

/* Whether a file has changed since the last call for it. `stamps`: path -> how it was then; owns both texts. */
gboolean cmd_was_saved (GHashTable *stamps, const char *path);

/* Notes of ent_export, on stderr. */
void cmd_print_notes (GPtrArray *notes);

/* "12:30:05  " on stderr. */
void cmd_print_time (void);

/* What is different between two networks, on stdout. `found`: with two gazetteers, so that the changes of mentions are
 * known. */
void cmd_changes_text (const EntChanges *changes, gboolean found);
void cmd_changes_json (const EntChanges *changes, gboolean found);

/* The options that say what of a network is drawn, and where to. */
typedef struct {
    CmdArticles articles;
    char **outputs, **relations;
    char *statuses, *layout;
    int min_weight, most_named;
    gboolean no_co_mentions, plain;
} CmdDrawing;

void cmd_drawing_clear (CmdDrawing *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CmdDrawing, cmd_drawing_clear)

#define CMD_DRAWING_OPTIONS(o)                                                                               \
    { "status",                                                                                              \
      0,                                                                                                     \
      0,                                                                                                     \
      G_OPTION_ARG_STRING,                                                                                   \
      &(o).statuses,                                                                                         \
      "happened, planned, denied or all (default: happened)",                                                \
      "LIST" },                                                                                              \
        { "relation",                                                                                        \
          0,                                                                                                 \
          0,                                                                                                 \
          G_OPTION_ARG_STRING_ARRAY,                                                                         \
          &(o).relations,                                                                                    \
          "met_with, responded_to, co_mention, or your own (default: all)",                                  \
          "NAME" },                                                                                          \
        { "min-weight",                                                                                      \
          0,                                                                                                 \
          0,                                                                                                 \
          G_OPTION_ARG_INT,                                                                                  \
          &(o).min_weight,                                                                                   \
          "Only edges with N pieces of evidence or more",                                                    \
          "N" },                                                                                             \
        { "no-co-mentions", 0, 0, G_OPTION_ARG_NONE, &(o).no_co_mentions, "No co-mentions", NULL },          \
        CMD_MOST_NAMED_OPTION ((o).most_named), { "layout",                                                  \
                                                  0,                                                         \
                                                  0,                                                         \
                                                  G_OPTION_ARG_STRING,                                       \
                                                  &(o).layout,                                               \
                                                  "Graphviz engine for pictures (default: by size)",         \
                                                  "ENGINE" },                                                \
    {                                                                                                        \
        "plain", 0, 0, G_OPTION_ARG_NONE, &(o).plain, "DOT without styles, for strict readers", NULL         \
    }

/* What the options say, `argc` arguments being left; FALSE after a message. */
gboolean cmd_drawing_options (const CmdDrawing *options, int argc, CmdReading *reading, EntFilter *filter);
/* Whether the gazetteer has the relations of the options; FALSE after a message. */
gboolean cmd_drawing_relations (const CmdDrawing *options, const EntGazetteer *gazetteer);

/* Flushes stdout; FALSE after a message if something could not be written. */
gboolean cmd_flush_stdout (void);

/* A text of others on stdout, with a space for each character that a terminal would obey instead of showing it. */
void cmd_print_text (const char *text);
void cmd_print_bytes (const char *text, gsize length);

/* Colours for a stream: empty strings where it is no terminal or NO_COLOR is set. */
typedef struct {
    const char *name, *cue, *faint, *strong, *error, *mark, *added, *removed, *changed, *off;
} CmdColours;
CmdColours cmd_colours (FILE *stream);

#endif

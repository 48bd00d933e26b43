/* cmd.h - what the subcommands share: options, inputs, reading many articles in order, outputs, messages. */
#ifndef ENT_CMD_H
#define ENT_CMD_H

#include <stdio.h>

#include "entente.h"

/* Exit statuses. */
enum { CMD_DONE = 0, CMD_BAD_INPUT = 1, CMD_MISUSE = 2 };

int cmd_graph (int argc, char **argv);
int cmd_mentions (int argc, char **argv);
int cmd_why (int argc, char **argv);
int cmd_check (int argc, char **argv);
int cmd_score (int argc, char **argv);
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
gboolean cmd_is_evidence (const char *path);

typedef struct {
    const EntReader *reader; /* NULL: articles are handed on without a reading */
    guint jobs;              /* threads; 0: one a core */
    EntDate from, to;        /* articles dated outside are passed over; year 0: no bound */
    /* called in the order of the inputs, from the calling thread only */
    void (*on_article) (const EntArticle *article, const EntReading *reading, gpointer closure);
    EntEvidenceFunc on_evidence; /* for the lines of evidence files; may be NULL */
    gpointer closure;
} CmdReading;

/* Reads all inputs. FALSE if one of them could not be read (a message says which; the others are read all the
 * same). */
gboolean cmd_read_all (const CmdReading *reading, GPtrArray *inputs);

/* The options that commands with articles share. */
typedef struct {
    char **gazetteer;
    int jobs;
    char *from, *to;
} CmdArticles;

void cmd_articles_clear (CmdArticles *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CmdArticles, cmd_articles_clear)

#define CMD_ARTICLE_OPTIONS(o)                                                                               \
    CMD_GAZETTEER_OPTION ((o).gazetteer),                                                                    \
        { "from", 0, 0, G_OPTION_ARG_STRING, &(o).from, "Only articles of this date or later", "DATE" },     \
        { "to", 0, 0, G_OPTION_ARG_STRING, &(o).to, "Only articles of this date or earlier", "DATE" },       \
    {                                                                                                        \
        "jobs", 'j', 0, G_OPTION_ARG_INT, &(o).jobs, "Threads (default: one a core)", "N"                    \
    }

/* Dates and jobs into `reading`; FALSE after a message. */
gboolean cmd_article_options (const CmdArticles *options, CmdReading *reading);

/* A file that is written beside its place and put there when all is well. A path that is no regular file (a pipe, a
 * device), or is standard output by another name, is written directly. */
typedef struct CmdOutput CmdOutput;
CmdOutput *cmd_output_open (const char *path, GError **error);
gboolean cmd_output_write (CmdOutput *output, const void *bytes, gsize length, GError **error);
/* Flushes; what cannot be written shows here at the latest. */
gboolean cmd_output_finish (CmdOutput *output, GError **error);
/* Puts the file in its place. */
gboolean cmd_output_commit (CmdOutput *output, GError **error);
/* Frees; what was not committed is gone. */
void cmd_output_free (CmdOutput *output);
/* From here on SIGINT, SIGTERM and SIGHUP remove the outputs that are not committed and end the program with
 * status 128 + signal (130 for SIGINT). */
void cmd_output_catch_interrupts (void);

/* Flushes stdout; FALSE after a message if something could not be written. */
gboolean cmd_flush_stdout (void);

/* Colours for a stream: empty strings where it is no terminal or NO_COLOR is set. */
typedef struct {
    const char *name, *cue, *faint, *strong, *error, *mark, *off;
} CmdColours;
CmdColours cmd_colours (FILE *stream);

#endif

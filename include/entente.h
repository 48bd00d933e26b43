/* entente.h - the whole public interface, in the order in which the work is done:
 * a gazetteer is loaded, an article is read, a reader finds mentions and evidence in it,
 * a graph gathers the evidence, an exporter writes the graph down.
 *
 * Conventions. Offsets and lengths are bytes; lines and columns start at 1, columns count
 * characters; the end of a span is exclusive. A function that can fail returns NULL or FALSE
 * and sets the GError. The library never prints and never exits. Every ent_*_free accepts NULL.
 */
#ifndef ENTENTE_H
#define ENTENTE_H

#include <glib.h>

G_BEGIN_DECLS

#define ENT_VERSION "0.1.0"

/* ---- errors ---------------------------------------------------------------------------- */

#define ENT_ERROR (ent_error_quark ())
GQuark ent_error_quark (void);

typedef enum {
    ENT_ERROR_READ,    /* a file cannot be opened or read */
    ENT_ERROR_FORMAT,  /* its content is not what it should be */
    ENT_ERROR_WRITE,   /* an output cannot be written whole */
    ENT_ERROR_UNKNOWN, /* no entity, relation, format or layout has this name */
    ENT_ERROR_LAYOUT   /* Graphviz could not draw */
} EntErrorCode;

/* ---- small values ---------------------------------------------------------------------- */

typedef struct {
    gsize start, end; /* bytes, end exclusive */
} EntSpan;

/* The place of something in a file. */
typedef struct {
    guint line, column;         /* of its first character; line 0: the file as a whole */
    guint end_line, end_column; /* behind its last; line 0: not known */
} EntLocation;

/* A calendar date known to the day, the month or the year. */
typedef struct {
    guint16 year; /* 0: no date at all */
    guint8 month; /* 0: not known */
    guint8 day;   /* 0: not known */
} EntDate;

/* Reads YYYY, YYYY-MM or YYYY-MM-DD and nothing after it. FALSE for anything else, 2018-02-30
 * included; *date is then untouched. */
gboolean ent_date_parse (const char *text, EntDate *date);

/* The shortest of the three forms; "" for no date. The caller frees. */
char *ent_date_format (EntDate date);

/* Below, at or above 0 as a is before, the same as or after b; what is not known counts as 0. */
int ent_date_compare (EntDate a, EntDate b);

/* ---- gazetteer ------------------------------------------------------------------------- */

typedef enum { ENT_STATE, ENT_OFFICIAL, ENT_ORGANIZATION } EntKind;

typedef enum { ENT_GENDER_UNKNOWN, ENT_GENDER_FEMALE, ENT_GENDER_MALE } EntGender;

typedef struct {
    const char *title;
    EntDate since, until; /* year 0: not given; until is the last day in office */
    EntLocation title_place, since_place, until_place;
} EntOffice;

#define ENT_NONE G_MAXUINT /* the index of no entity, no relation, no mention */

typedef struct {
    const char *id;   /* lowercase ASCII letters, digits, hyphens */
    const char *name; /* UTF-8, as it is shown */
    EntKind kind;
    guint state; /* index of the state it belongs to, or ENT_NONE */
    EntGender gender;
    EntOffice *offices; /* officials only */
    guint n_offices;
    const char *path;  /* of the file that defines it */
    EntLocation place; /* of its id there; line 0: a state of the world that was added */
} EntEntity;

typedef enum { ENT_SEVERITY_ERROR, ENT_SEVERITY_WARNING, ENT_SEVERITY_NOTE } EntSeverity;

const char *ent_severity_name (EntSeverity severity); /* "error", "warning", "note" */

/* One mistake of a data file, with its place. */
typedef struct {
    char *path;
    EntLocation place;
    EntSeverity severity;
    const char
        *rule; /* what is broken: of a warning "shared-name", of an error "syntax" or "invalid"; or NULL */
    char *message; /* one line: what is wrong, what was expected */
    char *excerpt; /* two lines: the file's, and ^~~~ below what is meant; NULL where there is none to show */
    GPtrArray *notes; /* of EntFinding: the other places that it is about; NULL for none */
} EntFinding;

void ent_finding_free (EntFinding *finding);

/* "path:line:column: warning: message [rule]", one line without its notes; the caller frees. */
char *ent_finding_format (const EntFinding *finding);

typedef struct EntGazetteer EntGazetteer; /* immutable once loaded */

/* Loads a gazetteer out of one or several files, `paths` being NULL-terminated, and those that they include; a file
 * is read once, however often it is included. Every mistake is added to `findings` (GPtrArray of EntFinding,
 * owned by the caller) in one run, by file and place. NULL, with an error, when a file cannot be read or
 * any finding is an error. */
EntGazetteer *ent_gazetteer_load (const char *const *paths, GPtrArray *findings, GError **error);

/* The same, with those states of the world that the files know under none of their names. The files may be empty, or there
 * may be none. */
EntGazetteer *ent_gazetteer_load_world (const char *const *paths, GPtrArray *findings, GError **error);
void ent_gazetteer_free (EntGazetteer *gazetteer);

/* Loads a gazetteer in the same way, and looks it over: what is allowed but probably not meant is added to `findings` as
 * warnings, also where errors make the result NULL. The manual page explains the rules. */
EntGazetteer *ent_gazetteer_check (const char *const *paths, GPtrArray *findings, GError **error);

/* The path of each file that it was loaded from, included ones too; NULL past the last. */
const char *ent_gazetteer_file (const EntGazetteer *gazetteer, guint index);

/* Entities are numbered 0 .. size-1, in alphabetical order of their ids. */
guint ent_gazetteer_size (const EntGazetteer *gazetteer);
const EntEntity *ent_gazetteer_entity (const EntGazetteer *gazetteer, guint index);

/* The entity of that id, name or alias (or a short form that only one has); ENT_NONE if there
 * is none. */
guint ent_gazetteer_find (const EntGazetteer *gazetteer, const char *name);

/* The id or name nearest to one that is not known, for "did you mean"; NULL if none is near.
 * The caller frees. */
char *ent_gazetteer_nearest (const EntGazetteer *gazetteer, const char *name);

/* Relations are numbered 0 .. n-1. Number 0 is co_mention; met_with and responded_to follow,
 * then those that the gazetteer adds. */
#define ENT_CO_MENTION 0u
guint ent_gazetteer_n_relations (const EntGazetteer *gazetteer);
const char *ent_gazetteer_relation (const EntGazetteer *gazetteer, guint relation);
gboolean ent_gazetteer_relation_directed (const EntGazetteer *gazetteer, guint relation);

/* What became of something between an older and a newer state of affairs. */
typedef enum { ENT_SAME, ENT_ADDED, ENT_REMOVED, ENT_CHANGED } EntChange;

const char *ent_change_name (EntChange change); /* "same", "added", "removed", "changed" */

/* An entity that two gazetteers do not have alike. */
typedef struct {
    EntChange change;                /* ENT_CHANGED: it has another id, another name, or both */
    const EntEntity *before, *after; /* borrowed; NULL where it was added, or removed */
} EntEntityChange;

/* What became of the entities, by id (of those that are left, the newer one). An entity is the same if it has the same
 * id; one whose id is gone is the same as one whose id is new if they are of one kind and one of them has the other's
 * name. Returns an array of EntEntityChange, that the caller frees. */
GArray *ent_gazetteer_compare (const EntGazetteer *before, const EntGazetteer *after);

/* ---- article --------------------------------------------------------------------------- */

typedef struct EntOffsetMap EntOffsetMap;

typedef struct {
    char *path;                 /* as the user gave it, or the directory's path plus the name below it */
    char sha256[65];            /* of the file's bytes, in hexadecimal */
    char *title, *source, *url; /* UTF-8; "" where the article does not say */
    EntDate date;               /* of publication; year 0 where the article does not say */
    char *text;                 /* clean UTF-8: decoded, repaired, without markup; length bytes, then NUL */
    gsize length;
    GArray *parts;     /* of EntSpan into text: the prose, in order; boilerplate, reader
                        comments and header keys are outside, a title: in a header inside */
    EntOffsetMap *map; /* text -> file, NULL where the two are the same bytes */
    char *bytes;       /* the file as it lies on disk, or a piece of it */
    gsize n_bytes;
    gsize size;       /* of the whole file */
    gsize offset;     /* where in the file the bytes begin; 0 unless they are a later piece of a large file */
    GArray *lines;    /* of guint: on which line the bytes' blocks begin, for ent_article_line */
    GPtrArray *notes; /* of char*: what a user should know of how it was read: "a.txt: not UTF-8, …" */
} EntArticle;

/* Reads a file, or standard input for "-", whole: see EntFile for one that may be large. */
EntArticle *ent_article_read (const char *path, GError **error);
/* Takes over `bytes` (g_malloc'ed). The path is only a name, whose suffix and date count. */
EntArticle *ent_article_new (const char *path, char *bytes, gsize n_bytes, GError **error);
void ent_article_free (EntArticle *article);

/* From a span of the clean text to the bytes of the file that it was read from. */
EntSpan ent_article_file_span (const EntArticle *article, EntSpan text_span);

/* 1-based line of a byte of the file. */
guint ent_article_line (const EntArticle *article, gsize file_offset);

/* Bytes: a text file of more is large, and read in pieces. */
#define ENT_LARGE_FILE (16u << 20)

/* A file on its way to be read. A large text is an article in pieces of a sixteenth of ENT_LARGE_FILE at most, so that
 * memory does not grow with it. A piece ends at a blank line if there is one near, else at a line end, or between words. It
 * is an EntArticle with the path, title, source, address, date and checksum of the whole, and with offsets and lines of
 * the file. Nothing in a piece refers to another one: a pronoun, a description, a family name. Since a text so long is no
 * page, reader comments do not end it. A large page, or a large text in UTF-16, is one piece, and of a limited size. */
typedef struct EntFile EntFile;

/* Opens a file, or standard input for "-", and looks through it once if it is large. What cannot be read twice, as a
 * pipe, is then copied to a temporary file. */
EntFile *ent_file_open (const char *path, GError **error);
EntFile *ent_file_ref (EntFile *file);
void ent_file_unref (EntFile *file); /* NULL is fine */

/* 1 or more. */
guint ent_file_n_pieces (const EntFile *file);

/* A piece, counted from 0; the article may outlive the file. Threads may read pieces of one file at once, each piece
 * once. */
EntArticle *ent_file_read (EntFile *file, guint piece, GError **error);

/* ---- reading: mentions and evidence ---------------------------------------------------- */

/* How a mention was resolved. From ENT_HOW_OFFICE on it counts as a reference (via coref). */
typedef enum {
    ENT_HOW_NAME,        /* full name or alias */
    ENT_HOW_SHORT,       /* short form of an official's name */
    ENT_HOW_DEMONYM,     /* "the Iranians", "Russian officials" */
    ENT_HOW_METONYM,     /* "the Kremlin said" */
    ENT_HOW_OFFICE,      /* "the Russian president", by the article's date */
    ENT_HOW_DESCRIPTION, /* "the Iranian diplomat" */
    ENT_HOW_PRONOUN
} EntHow;

const char *ent_how_name (EntHow how); /* "name", "short", … */

typedef struct {
    guint entity;
    EntSpan span;   /* of the article's text: the name itself, without title or possessive */
    EntSpan phrase; /* the whole noun phrase, titles included */
    EntHow how;
    guint antecedent; /* index of the mention that a reference was resolved from, or ENT_NONE */
    EntSpan sentence; /* that contains it */
} EntMention;

typedef enum { ENT_HAPPENED, ENT_PLANNED, ENT_DENIED, ENT_N_STATUSES } EntStatus;

const char *ent_status_name (EntStatus status); /* "happened", "planned", "denied" */
gboolean ent_status_parse (const char *name, EntStatus *status);

/* What offsets of evidence count. */
typedef enum { ENT_OFFSETS_BYTES, ENT_OFFSETS_CHARS } EntOffsets;

const char *ent_offsets_name (EntOffsets offsets); /* "bytes", "chars": Unicode code points */

/* The article that evidence comes from, as the evidence file tells it. Strings are UTF-8, and never NULL. */
typedef struct {
    guint64 number; /* see ent_citation_number */
    char *path, *sha256, *title, *url;
    EntDate date;
    EntOffsets offsets;  /* of all that was found in it; other than bytes only in a file that says so */
    gint64 bytes, words; /* of the file, and of its prose; below 0 where that is not known */
    char *json;          /* what the many rows that cite it say of it, kept; or NULL */
} EntCitation;

/* The number of the article of that path and checksum: below 2^53, so that every reader of JSON holds it. It depends on these
 * two alone, so that rows of several files can be put together, and the same article has the same number in all of them. */
guint64 ent_citation_number (const char *path, const char *sha256);

/* An entity that a sentence names: the first of its mentions there. */
typedef struct {
    const char *id;
    EntSpan span; /* bytes of the file */
    EntHow how;
    EntSpan
        antecedent; /* of a reference: the name that it goes back to; else, and in what is read from a file, empty */
} EntNamed;

/* A sentence that names two entities or more, each two of which are mentioned together (co_mention). Borrows as
 * EntEvidence does. */
typedef struct {
    const EntCitation *article;
    EntSpan span;          /* of the sentence: bytes of the file */
    guint line;            /* 1-based; 0: not known */
    const char *text;      /* as it reads: decoded, without markup, on one line */
    const EntNamed *named; /* by id; NULL where they are too many to be pairs: see ENT_MOST_NAMED */
    guint n_named;
} EntCoMention;

/* How many entities a sentence may name and still be held for one that mentions any two of them together, unless the reader
 * is told another number: what names more is a list. */
#define ENT_MOST_NAMED 40u

/* One sentence that says one relation of one pair. Offsets are bytes into the file on disk. For
 * an undirected relation source and target stand in alphabetical order of their ids. Borrows:
 * the strings live as long as what handed the evidence out says. */
typedef struct {
    const EntCitation *article;
    const char *relation;        /* "met_with" */
    const char *source, *target; /* ids */
    gboolean directed;
    EntStatus status;
    gboolean coref;       /* via: FALSE direct, TRUE coref */
    const char *sentence; /* the file's own bytes from `span`, made UTF-8 if they were not */
    const char *text;     /* the sentence as it reads: decoded, without markup, on one line */
    EntSpan span;         /* of the sentence */
    guint line;           /* that it begins on; 0: not known */
    EntSpan source_span, target_span;
    EntHow source_how, target_how; /* how the two were resolved */
    EntSpan source_antecedent,
        target_antecedent; /* of a reference: the name that it goes back to; else empty */
    EntSpan cue;           /* empty for co_mention */
    const char *rule;      /* "" for co_mention */
} EntEvidence;

/* The co-mention of two of the named, a < b, as evidence like any other. Its `sentence` is the text. */
EntEvidence ent_co_mention_pair (const EntCoMention *sentence, guint a, guint b);

/* A row of evidence: an article, a sentence, or a relation. An article's row comes before those of its sentences. */
typedef struct {
    const EntCitation *article;   /* of any row */
    const EntCoMention *sentence; /* or NULL */
    const EntEvidence *relation;  /* or NULL */
} EntEvidenceRow;

typedef void (*EntEvidenceFunc) (const EntEvidenceRow *row, gpointer closure);

/* A gazetteer made ready for reading: its names compiled for matching. Immutable; any number
 * of threads may read with one. Keeps a pointer to the gazetteer, which must outlive it. */
typedef struct EntReader EntReader;
EntReader *ent_reader_new (const EntGazetteer *gazetteer);
/* Instead of ENT_MOST_NAMED; before anything is read. */
void ent_reader_set_most_named (EntReader *reader, guint most);
void ent_reader_free (EntReader *reader);

/* What was found in one article. Owns everything that it points to except the gazetteer. */
typedef struct {
    EntCitation citation;
    gsize offset;     /* of the article's bytes: above 0 in a later piece of the same article */
    GArray *mentions; /* of EntMention, by place */
    GArray *
        vacant; /* of EntSpan of the text, by place: offices of the gazetteer that nobody is known to hold at the date */
    GArray *sentences; /* of EntCoMention, by offset */
    GArray *evidence;  /* of EntEvidence, without co-mentions, by offset, relation, source, target */
    GArray *named;     /* of EntNamed: what the sentences borrow */
    GStringChunk *strings;
} EntReading;

EntReading *ent_read (const EntReader *reader, const EntArticle *article);

/* Calls `each` for every row of the reading: the article (but for a later piece of one), then sentences and relations by
 * offset. */
void ent_reading_rows (const EntReading *reading, EntEvidenceFunc each, gpointer closure);
void ent_reading_free (EntReading *reading);

/* What a stage of the reading makes of a sentence. For developers: the columns may change. */
typedef enum {
    ENT_DUMP_TOKENS,
    ENT_DUMP_CHUNKS,
    ENT_DUMP_CLAUSES,
    ENT_DUMP_MENTIONS,
    ENT_DUMP_CLAIMS,
    ENT_N_DUMPS
} EntDump;

typedef void (*EntDumpFunc) (const char *const *cells, gpointer closure); /* NULL-terminated */

/* The names of the columns of a stage; NULL-terminated. */
const char *const *ent_dump_columns (EntDump dump);

/* Reads an article as ent_read does, and calls `each` with each row that a stage makes, in the order of the text. Offsets are
 * bytes of the file, as in evidence. A sentence without a name, a reference or a word that may say a relation is not read,
 * and has no rows. */
void ent_dump (const EntReader *reader, const EntArticle *article, EntDump dump, EntDumpFunc each,
               gpointer closure);

/* ---- checking a gazetteer against articles ---------------------------------------------- */

/* Gathers how articles use the names of a gazetteer, which must come from ent_gazetteer_check and outlive this. */
typedef struct EntUsage EntUsage;
EntUsage *ent_usage_new (const EntGazetteer *gazetteer);
void ent_usage_free (EntUsage *usage);

/* Adds an article and copies what it keeps. The warnings depend on the order of articles. */
void ent_usage_add (EntUsage *usage, const EntArticle *article, const EntReading *reading);

/* To be called once, after the last article: adds warnings to `findings`, and puts all of them in order: entities that
 * no article names, and names that were left open, since several entities share them. */
void ent_usage_finish (EntUsage *usage, GPtrArray *findings);

/* ---- evidence files -------------------------------------------------------------------- */

/* Appends a row as a line of JSON, newline included. Equal rows, equal lines. */
void ent_evidence_to_json (const EntEvidenceRow *row, GString *out);

/* Appends a flat line of JSON, without lists, for the relation of the row, or for each pair of its sentence. The lines
 * of all rows have the same keys. */
void ent_evidence_to_pairs (const EntEvidenceRow *row, GString *out);

/* Keeps in `citation` what the rows that cite it say of it, so that it is put into JSON once. */
void ent_citation_keep_json (EntCitation *citation);

/* Calls `each` for every row of a file, or of standard input for "-", which is never held whole; the row is valid
 * during the call. Rows of the first edition, which know no kind, are read too: co-mentions are gathered into
 * their sentences. Stops at the first line that is no evidence, or a sentence whose article's row does not stand before it:
 * "path:line: message". */
gboolean ent_evidence_read (const char *path, EntEvidenceFunc each, gpointer closure, GError **error);

/* ---- graph ----------------------------------------------------------------------------- */

typedef struct {
    const char *id, *label; /* the label is the id where the gazetteer does not know it */
    EntKind kind;
    const char *state; /* id of its state, NULL for none; a state's is its own */
    guint64 weight;    /* pieces of evidence at this node */
    EntChange change;  /* ENT_SAME but in a comparison: what happened to the entity in the gazetteer */
} EntNode;

typedef struct {
    guint source, target; /* nodes */
    const char *relation;
    gboolean directed;
    EntStatus status;
    guint64 weight; /* pieces of evidence */
    /* The same with each sentence of n entities counting 1 / (n - 1) for each of its pairs, so that a roll call does
     * not drown the rest (M. E. J. Newman, "Scientific collaboration networks. II. Shortest paths, weighted networks,
     * and centrality", Physical Review E 64, 016132, 2001). Of what is no co-mention it is the weight. */
    double strength;
    guint64 articles;    /* different articles, where an article's evidence arrives together */
    EntDate first, last; /* of the dated articles; year 0 if none is dated */
    /* the earliest piece of evidence (undated ones last; then by path and offset) */
    const char *sentence; /* as it reads: decoded, without markup, on one line */
    const char *path, *title, *url;
    EntDate date;
    EntChange change; /* ENT_SAME but in a comparison */
    guint64 before;   /* in a comparison: the weight that it had; else 0 */
} EntEdge;

/* Edges are distinguished by relation, source, target and status. What an edge keeps is bounded:
 * the full list of its evidence is the business of the evidence file. */
typedef struct EntGraph EntGraph;

/* The gazetteer gives names, kinds and states. It must outlive the graph. */
EntGraph *ent_graph_new (const EntGazetteer *gazetteer);
void ent_graph_free (EntGraph *graph);

/* Copies what it keeps. The order of calls does not show, but an article's evidence must come
 * in one go for `articles` to count it once. */
void ent_graph_add (EntGraph *graph, const EntEvidence *evidence);

/* The same for each pair of a sentence; for a row, whatever it is. */
void ent_graph_add_sentence (EntGraph *graph, const EntCoMention *sentence);
void ent_graph_add_row (EntGraph *graph, const EntEvidenceRow *row);

/* How many sentences gave no pair, since they name too many. */
guint64 ent_graph_n_crowded (const EntGraph *graph);

/* Nodes by id; edges by relation (co_mention first), source, target, status. Pointers are valid
 * until the next ent_graph_add. */
guint ent_graph_n_nodes (EntGraph *graph);
guint ent_graph_n_edges (EntGraph *graph);
const EntNode *ent_graph_node (EntGraph *graph, guint index);
const EntEdge *ent_graph_edge (EntGraph *graph, guint index);

/* What became of the nodes and edges: a graph of all that either has, under the ids of the newer gazetteer. An edge
 * keeps its identity when the id of an end changes. One that was removed has weight 0, and else is as it was before. Both
 * gazetteers must outlive the result; the graphs need not. */
EntGraph *ent_graph_compare (EntGraph *before, EntGraph *after);

/* ---- diff: what an edit of the gazetteer did ------------------------------------------- */

/* A mention that only one of two readings of an article has, or that has another entity in each. */
typedef struct {
    EntChange change;     /* not ENT_SAME */
    const char *entity;   /* its id; the newer one where it changed */
    const char *before;   /* ENT_CHANGED: the older one; else NULL */
    const char *path;     /* of the article */
    guint line;           /* of the mention */
    EntSpan span;         /* bytes of the file */
    const char *words;    /* those of the mention, on one line */
    const char *sentence; /* as it reads, on one line */
} EntMentionChange;

/* A piece of evidence that only one side has. */
typedef struct {
    EntChange change; /* ENT_ADDED or ENT_REMOVED */
    const char *path;
    guint line;           /* of the sentence; 0 where an evidence file does not tell it */
    EntSpan span;         /* of the sentence: bytes of the file */
    const char *sentence; /* as it reads */
    const char *rule;
} EntEvidenceChange;

/* An edge of which evidence came or went; the weights may be the same all the same. */
typedef struct {
    const EntEdge *edge; /* of `graph` */
    GArray *evidence;    /* of EntEvidenceChange, by path and offset */
} EntEdgeChange;

typedef struct {
    GArray *entities; /* of EntEntityChange */
    GArray *mentions; /* of EntMentionChange, by article as they were added, and by place */
    GArray *edges;    /* of EntEdgeChange, in the order of `graph` */
    EntGraph *graph;  /* the comparison of the two networks */
} EntChanges;

/* Gathers what two gazetteers find in the same articles, or what two evidence files hold. For evidence files `before`
 * and `after` may be one gazetteer, which gives names and kinds. Both must outlive the diff. What is kept grows with
 * the changes, and with the older evidence file, not with the articles. */
typedef struct EntDiff EntDiff;
EntDiff *ent_diff_new (const EntGazetteer *before, const EntGazetteer *after);
void ent_diff_free (EntDiff *diff);

/* An article as each of the two readers read it. One of them is NULL where that side is an evidence file: then what
 * holds of ent_diff_add_older holds here too, and mentions are not compared. */
void ent_diff_add_article (EntDiff *diff, const EntArticle *article, const EntReading *before,
                           const EntReading *after);

/* Evidence of one side, all of the older side first. Two pieces are the same if the same sentence of an article of the
 * same path says the same. */
void ent_diff_add_older (EntDiff *diff, const EntEvidenceRow *row);
void ent_diff_add_newer (EntDiff *diff, const EntEvidenceRow *row);

/* To be called once, after all else. The changes belong to the diff. */
const EntChanges *ent_diff_finish (EntDiff *diff);

/* ---- export ---------------------------------------------------------------------------- */

/* What of a graph is shown. The evidence file is not concerned: it records everything. */
typedef struct {
    gboolean statuses[ENT_N_STATUSES];
    const char *const *relations; /* NULL-terminated names to show; NULL: all */
    gboolean co_mentions;
    guint64 min_weight; /* 1: all */
} EntFilter;

#define ENT_FILTER_DEFAULT                                                                                   \
    {                                                                                                        \
        { TRUE, FALSE, FALSE }, NULL, TRUE, 1                                                                \
    }

/* A new graph with the edges that pass, and the nodes that still have one. */
EntGraph *ent_graph_filter (EntGraph *graph, const EntFilter *filter);

typedef struct {
    gboolean plain;     /* DOT: no styles, no graph attributes, for strict readers */
    const char *layout; /* a Graphviz engine; NULL: chosen by the size of the network */
    guint timeout;      /* seconds that one try of a layout may take; 0: the default, 60 */
    guint64 memory;     /* bytes that the layout process may take; 0: the default, 2 GiB */
} EntExportOptions;

/* The format that a file name asks for: "dot" (.dot, .gv), "svg", "png", "pdf"; NULL if none. */
const char *ent_export_format (const char *file_name);

/* The graph in a format, as bytes. `notes` (GPtrArray of char*, owned by the caller, may be NULL) gets a line
 * for whatever was left out or done more simply than asked. Same graph, same bytes. */
GBytes *ent_export (EntGraph *graph, const char *format, const EntExportOptions *options, GPtrArray *notes,
                    GError **error);

/* ---- score: the program against a hand coding ------------------------------------------ */

/* How sure a coder is that a careful program finds an edge. */
typedef enum { ENT_MUST_NO, ENT_MUST_HARD, ENT_MUST_YES } EntMust;

/* An edge as a coder found it in an article. Relation, source and target are the gazetteer's own strings. */
typedef struct {
    char *article; /* the base name of its file */
    const char *relation, *source, *target;
    EntStatus status;
    gboolean coref;
    EntMust must;         /* ENT_MUST_NO where the file does not say */
    char *evidence, *why; /* the coder's words, "" where there are none */
    guint line;
} EntGoldEdge;

/* A hand coding, or a list of traps: edges that a careless reader would find and that are not there. */
typedef struct {
    char *path;
    GArray *edges; /* of EntGoldEdge, in the order of the file */
} EntGold;

/* Reads a tab-separated file. Its header line names the columns, in any order: article, relation, source, target
 * and status are needed, via, must, evidence and why may be missing, others are passed over. `articles` (GPtrArray
 * of char*) are the paths of the articles to be scored: a row about any other is a mistake. Every mistake is added
 * to `findings` (GPtrArray of EntFinding, owned by the caller), in the order of the file. NULL, with an error,
 * when the file cannot be read or there is a finding. The gazetteer must outlive the result. */
EntGold *ent_gold_read (const char *path, const EntGazetteer *gazetteer, const GPtrArray *articles,
                        GPtrArray *findings, GError **error);
void ent_gold_free (EntGold *gold);

/* What is counted are edges: each (article, relation, source, target, status) once, however many sentences say it.
 * Co-mentions, which nobody codes, are left out. With gold = the coder's edges, found = the program's, and
 * right = those that are both:
 *   precision = right / found      recall = right / gold      F1 = 2 right / (found + gold),
 * F1 being the harmonic mean of the two (C. J. van Rijsbergen, Information Retrieval, 2nd ed., 1979, chapter 7:
 * 1 - E, with precision and recall of equal weight). NAN where the denominator is 0. */
typedef struct {
    const char *relation; /* NULL: of all relations */
    EntStatus status;     /* ENT_N_STATUSES: of all statuses */
    guint gold, found, right;
    double precision, recall, f1;
} EntScoreCount;

/* Cohen's kappa (J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
 * Measurement 20(1), 1960, pp. 37-46), of coder and program over candidates: each pair of different entities that
 * a sentence of an article names (co_mention), once an article, both ways round if the relation is directed. The
 * question is whether the relation is there with status happened. With n candidates:
 *   observed = (both + neither) / n
 *   chance = ((both + program_only) (both + gold_only) + (neither + program_only) (neither + gold_only)) / n^2
 *   kappa = (observed - chance) / (1 - chance),  NAN where n is 0 or chance is 1.
 * Edges whose ends no sentence names together are no candidates; they are counted apart. */
typedef struct {
    const char *relation;
    guint both, program_only, gold_only, neither;
    guint gold_outside, program_outside; /* edges that are no candidates */
    double kappa;
} EntAgreement;

/* An edge that only one side has. */
typedef struct {
    const char *article, *relation, *source, *target;
    gboolean directed;
    EntStatus status;
    const char *sentence, *rule;        /* of a wrong edge, the first that says it; of a missed one NULL */
    const EntGoldEdge *gold;            /* of a missed edge; of a wrong one NULL */
    const EntGoldEdge *trap;            /* that a wrong edge fell into, or NULL */
    gboolean elsewhere[ENT_N_STATUSES]; /* the other side has the edge with this status */
} EntScoreError;

typedef struct {
    GArray *counts;         /* of EntScoreCount: all relations, then each; of each all statuses, then each */
    guint must, must_found; /* edges with must = yes, and those of them that are right */
    double must_recall;     /* must_found / must, or NAN */
    guint traps, sprung;    /* a trap is sprung by the wrong edge that it names */
    GArray *agreements;     /* of EntAgreement, one a relation */
    GArray *wrong, *missed; /* of EntScoreError, by article, relation, source, target, status */
} EntScoreFigures;

/* Gathers what the program found, to compare it with `gold`. `traps` may be NULL. All three must outlive it. */
typedef struct EntScore EntScore;
EntScore *ent_score_new (const EntGazetteer *gazetteer, const EntGold *gold, const EntGold *traps);
void ent_score_free (EntScore *score);

/* Adds an article and copies what it keeps. An article is known by the base name of its path: a second one of
 * that name is an error. The order of articles does not show. The pieces of a large one come one after the other. */
gboolean ent_score_add (EntScore *score, const EntReading *reading, GError **error);

/* To be called once, after the last article. An article that was not added has every edge missed. The figures
 * belong to the score. */
const EntScoreFigures *ent_score_finish (EntScore *score);

/* ---- import: lists that others keep, as a gazetteer --------------------------------------- */

typedef struct EntImport EntImport;

/* What `known` (may be NULL) has is left out of the result. It must outlive the import. */
EntImport *ent_import_new (const EntGazetteer *known);
void ent_import_free (EntImport *import);

/* The formats: "ftm" (FollowTheMoney as JSON lines), "wikidata" (query results as JSON or table), "cameo" (actor
 * dictionaries), "csv" (tables). */
gboolean ent_import_has_format (const char *name);

/* Says which column of tables holds a field: id, name, alias, kind, state, gender, title, since, until, demonym or metonym.
 * FALSE, with an error, for another field. */
gboolean ent_import_column (EntImport *import, const char *field, const char *column, GError **error);

/* Adds the states of the world. */
void ent_import_world (EntImport *import);

/* Once it is finished: the entities that were taken, and how many things were left out (see ent_import_notes). */
void ent_import_count (const EntImport *import, guint *n_taken, guint *n_left);

/* Reads a file, or standard input for "-", in a format; NULL: told from the content. FALSE at the first line that is
 * not in that format: "path:line: message". After that the import can only read other files, to show what is wrong
 * with them. */
gboolean ent_import_read (EntImport *import, const char *path, const char *format, GError **error);

/* To be called once, after the last file. The gazetteer as YAML, which the caller frees; "" where there is no entry.
 * Same input, same text. */
char *ent_import_finish (EntImport *import, GError **error);

/* What did not carry over, in lines for the reader: "path:line: what: how many". The line is that of the first. The
 * caller frees; the strings are owned by the array. */
GPtrArray *ent_import_notes (const EntImport *import);

/* ---- suggest: what the gazetteer lacks ------------------------------------------------- */

/* A sentence that names somebody. */
typedef struct {
    char *path, *text; /* the text is on one line, and cut where it is long */
    guint line;
} EntExample;

/* A name that the articles use and the gazetteer does not know. Strings are UTF-8 and never NULL, lists end in NULL. */
typedef struct {
    EntKind kind;
    char *id;                    /* made from the name; not in the gazetteer, and no other proposal's */
    char *name;                  /* the fullest form, in the spelling that is most frequent */
    char **aliases;              /* other spellings that are no short form of the name */
    char **demonyms, **metonyms; /* of a state */
    char *title;                 /* the office that stands before or behind the name most often, or "" */
    guint state;                 /* to which state the title says that it belongs, or ENT_NONE */
    guint like;                  /* the official whose name may be spelled so, or ENT_NONE */
    guint64 mentions;
    guint64 articles; /* at least: of two spellings only the more frequent one may be counted */
    guint64 beside;   /* mentions in a sentence that names somebody whom the gazetteer knows */
    guint64 cues;     /* mentions with a word of a relation near: met, talks, replied */
    EntExample examples[2];
    guint n_examples;
} EntProposal;

/* Gathers the unknown names of articles. Its memory depends on the number of different names. The gazetteer,
 * which must outlive it, is best one of ent_gazetteer_load_world: a state that it does not know is not recognized. */
typedef struct EntSuggest EntSuggest;
EntSuggest *ent_suggest_new (const EntGazetteer *gazetteer);
void ent_suggest_free (EntSuggest *suggest);

/* Copies what it keeps. The order of articles shows: of equal proposals and examples the first wins. */
void ent_suggest_add (EntSuggest *suggest, const EntArticle *article);

/* To be called once, after the last article. The proposals (EntProposal) belong to `suggest`; the one that would add
 * most to the network comes first. */
const GArray *ent_suggest_finish (EntSuggest *suggest);

/* ---- clean-up -------------------------------------------------------------------------- */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFinding, ent_finding_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntGazetteer, ent_gazetteer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntArticle, ent_article_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFile, ent_file_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReader, ent_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReading, ent_reading_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntUsage, ent_usage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntGraph, ent_graph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDiff, ent_diff_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntGold, ent_gold_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntScore, ent_score_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntImport, ent_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSuggest, ent_suggest_free)

G_END_DECLS

#endif

/* file.c - from a path to the bytes of articles.
 *
 * A file that is not large is read when its only piece is requested. A large one is scanned when it is opened, for
 * its checksum and for the places where its pieces begin; each piece is read when it is requested, by any thread:
 *
 *     |---- piece 0 ----|---- piece 1 ----|-- … --|     pieces[i].offset: where piece i begins
 *     0                 a blank line              end   pieces[n].offset: the end
 */
#include "file.h"

#include "article.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "markup/html.h"
#include "text/decode.h"
#include "text/line.h"

#define PIECES 16 /* a piece has this part of the bytes of a large file at most */
#define WHOLE 4   /* what cannot be read in pieces may have so many times the bytes of a large file */

struct EntFile {
    gatomicrefcount references;
    char *path;
    int input;          /* the open file, or -1 */
    struct stat status; /* of it, before it was read */
    gsize large;        /* bytes: see ENT_LARGE_FILE */
    char *bytes;        /* what was read ahead of it, or NULL */
    gsize n_bytes, room;
    GArray *pieces;    /* of EntPiece, with one more for the end; NULL: the file is read whole */
    EntArticle *whole; /* of a file in pieces: what these have in common, without text */
};

static gboolean
file_failed (const EntFile *file, int problem, GError **error)
{
    g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: %s", file->path, g_strerror (problem));
    return FALSE;
}

/* ---- bytes ---- */

/* Reads on until `most` bytes are held, or to the end. */
static gboolean
read_ahead (EntFile *file, gsize most, GError **error)
{
    while (file->n_bytes < most) {
        if (file->bytes == NULL || file->n_bytes == file->room) {
            file->room = MIN (most, file->bytes == NULL ? file->room : 2 * file->room);
            file->bytes = g_realloc (file->bytes, file->room);
        }
        gssize n = read (file->input, file->bytes + file->n_bytes, file->room - file->n_bytes);
        if (n < 0 && errno != EINTR)
            return file_failed (file, errno, error);
        if (n == 0)
            break;
        file->n_bytes += n > 0 ? (gsize)n : 0;
    }
    return TRUE;
}

/* Bytes of the middle of the file, which the caller frees. */
static char *
read_middle (const EntFile *file, gsize offset, gsize length, GError **error)
{
    g_autofree char *bytes = g_malloc (length + 1);
    gsize held = 0;
    gssize n = 1;
    while (held < length && n != 0) {
        n = pread (file->input, bytes + held, length - held, (off_t)(offset + held));
        if (n < 0 && errno != EINTR) {
            file_failed (file, errno, error);
            return NULL;
        }
        held += n > 0 ? (gsize)n : 0;
    }
    struct stat now;
    if (held == length && fstat (file->input, &now) == 0 && now.st_size == file->status.st_size &&
        now.st_mtim.tv_sec == file->status.st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == file->status.st_mtim.tv_nsec)
        return g_steal_pointer (&bytes);
    g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: changed while it was read", file->path);
    return NULL;
}

/* ---- pieces ---- */

/* How many of the bytes a piece takes, if it must not be longer than `most`: all, or up to a blank line in the
 * second half, or else up to a line end, a space, or between characters. */
static gsize
piece_length (const char *bytes, gsize n_bytes, gsize most)
{
    gsize line = 0, space = 0;
    if (n_bytes <= most)
        return n_bytes;
    for (gsize end = most; end > most / 2; end--) {
        if (bytes[end - 1] != '\n') {
            if (space == 0 && g_ascii_isspace (bytes[end - 1]))
                space = end;
            continue;
        }
        gsize before = end - 1;
        while (before > 0 && bytes[before - 1] != '\n' && g_ascii_isspace (bytes[before - 1]))
            before--;
        if (before == 0 || bytes[before - 1] == '\n')
            return end;
        if (line == 0)
            line = end;
    }
    if (line > 0 || space > 0)
        return line > 0 ? line : space;
    for (guint i = 0; i < 3 && ((guchar)bytes[most] & 0xC0) == 0x80; i++)
        most--;
    return most;
}

/* A file that nobody else sees, for what can be read only once. */
static int
open_copy (void)
{
    g_autofree char *name = g_build_filename (g_get_tmp_dir (), "entente-XXXXXX", NULL);
    int copy = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
    if (copy >= 0)
        g_unlink (name);
    return copy;
}

static gboolean
write_all (int output, const char *bytes, gsize length)
{
    while (length > 0) {
        gssize n = write (output, bytes, length);
        if (n < 0 && errno != EINTR)
            return FALSE;
        bytes += MAX (n, 0);
        length -= (gsize)MAX (n, 0);
    }
    return TRUE;
}

static gboolean
copy_failed (const EntFile *file, GError **error)
{
    g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: no copy of it in %s: %s", file->path,
                 g_get_tmp_dir (), g_strerror (errno));
    return FALSE;
}

/* Adds the piece that the bytes are. */
static gboolean
add_piece (EntFile *file, EntPiece *piece, char *bytes, gsize length, int copy, GError **error)
{
    EntText text = { bytes, length, FALSE, NULL };
    if (ent_decode_refuses (&text, piece->offset, file->path, error))
        return FALSE;
    if (copy >= 0 && !write_all (copy, bytes, length))
        return copy_failed (file, error);
    g_array_append_val (file->pieces, *piece);
    piece->offset += length;
    piece->line += ent_line_ends (bytes, length);
    return TRUE;
}

/* Goes through the file from the bytes that were read ahead. */
static gboolean
find_pieces (EntFile *file, int copy, GError **error)
{
    const gsize most = file->large / PIECES;
    EntPiece piece = ENT_FIRST_PIECE;
    struct sha256_ctx sum;
    sha256_init (&sum);
    file->pieces = g_array_new (FALSE, FALSE, sizeof (EntPiece));
    for (gsize used = 0;;) {
        if (file->n_bytes - used <= most) { /* there may be more to come */
            file->n_bytes -= used;
            memmove (file->bytes, file->bytes + used, file->n_bytes);
            used = 0;
            if (!read_ahead (file, file->room, error))
                return FALSE;
            if (file->n_bytes == 0)
                break;
        }
        char *bytes = file->bytes + used;
        gsize length = piece_length (bytes, file->n_bytes - used, most);
        if (!add_piece (file, &piece, bytes, length, copy, error))
            return FALSE;
        sha256_update (&sum, length, (const guint8 *)bytes);
        used += length;
    }
    g_array_append_val (file->pieces, piece);
    g_clear_pointer (&file->bytes, g_free);
    file->whole = g_new0 (EntArticle, 1);
    file->whole->path = g_strdup (file->path);
    file->whole->size = piece.offset;
    ent_checksum (&sum, file->whole->sha256);
    return TRUE;
}

/* What later pieces take over from the first. */
static gboolean
read_title (EntFile *file, GError **error)
{
    g_autoptr (EntArticle) first = ent_file_read (file, 0, error);
    if (first == NULL)
        return FALSE;
    file->whole->title = g_steal_pointer (&first->title);
    file->whole->source = g_steal_pointer (&first->source);
    file->whole->url = g_steal_pointer (&first->url);
    file->whole->date = first->date;
    return TRUE;
}

/* ---- the file ---- */

static EntFile *
open_file (const char *path, gsize large, GError **error)
{
    g_autoptr (EntFile) file = g_new0 (EntFile, 1);
    g_atomic_ref_count_init (&file->references);
    file->path = g_strdup (path);
    file->large = large;
    file->input = strcmp (path, "-") == 0 ? fcntl (STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                          : g_open (path, O_RDONLY | O_CLOEXEC, 0);
    int problem = file->input < 0 || fstat (file->input, &file->status) != 0 ? errno : 0;
    if (problem == 0 && S_ISDIR (file->status.st_mode))
        problem = EISDIR;
    if (problem != 0) {
        file_failed (file, problem, error);
        return NULL;
    }
    file->room = file->status.st_size > 0 ? (gsize)file->status.st_size + 1 : 65536;
    return g_steal_pointer (&file);
}

/* A file that cannot be read in pieces is held whole, unless it is too large for that. */
static gboolean
read_page (EntFile *file, GError **error)
{
    const gsize most = WHOLE * file->large;
    if (!read_ahead (file, most + 1, error))
        return FALSE;
    if (file->n_bytes > most)
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT,
                     "%s: HTML or UTF-16 of more than %" G_GSIZE_FORMAT
                     " MB; only plain text in UTF-8 may be larger",
                     file->path, most >> 20);
    return file->n_bytes <= most;
}

static gboolean
read_pieces (EntFile *file, gboolean again, GError **error)
{
    int copy = -1;
    if (!again && (copy = open_copy ()) < 0)
        return copy_failed (file, error);
    gboolean good = find_pieces (file, copy, error);
    if (copy >= 0) {
        close (file->input);
        file->input = copy;
        fstat (copy, &file->status);
    }
    return good && read_title (file, error);
}

EntFile *
ent_file_open_as (const char *path, gsize large, GError **error)
{
    g_autoptr (EntFile) file = open_file (path, large, error);
    if (file == NULL)
        return NULL;
    gboolean again = S_ISREG (file->status.st_mode) && strcmp (path, "-") != 0;
    if (again && (gsize)file->status.st_size <= large)
        return g_steal_pointer (&file);
    if (!read_ahead (file, large + 1, error))
        return NULL;
    EntText start = { file->bytes, file->n_bytes, FALSE, NULL };
    gboolean good = TRUE;
    if (ent_decode_is_wide (&start) || ent_html_is (path, file->bytes, file->n_bytes))
        good = read_page (file, error);
    else if (file->n_bytes > large)
        good = read_pieces (file, again, error);
    return good ? g_steal_pointer (&file) : NULL;
}

EntFile *
ent_file_open (const char *path, GError **error)
{
    return ent_file_open_as (path, ENT_LARGE_FILE, error);
}

EntFile *
ent_file_ref (EntFile *file)
{
    g_atomic_ref_count_inc (&file->references);
    return file;
}

void
ent_file_unref (EntFile *file)
{
    if (file == NULL || !g_atomic_ref_count_dec (&file->references))
        return;
    if (file->input >= 0)
        close (file->input);
    g_clear_pointer (&file->pieces, g_array_unref);
    ent_article_free (file->whole);
    g_free (file->bytes);
    g_free (file->path);
    g_free (file);
}

guint
ent_file_n_pieces (const EntFile *file)
{
    return file->pieces != NULL ? file->pieces->len - 1 : 1;
}

EntArticle *
ent_file_read (EntFile *file, guint piece, GError **error)
{
    if (file->pieces == NULL) {
        if (file->bytes == NULL && !read_ahead (file, G_MAXSIZE, error))
            return NULL;
        return ent_article_new (file->path, g_steal_pointer (&file->bytes), file->n_bytes, error);
    }
    const EntPiece *begin = &g_array_index (file->pieces, EntPiece, piece);
    gsize length = begin[1].offset - begin->offset;
    char *bytes = read_middle (file, begin->offset, length, error);
    return bytes != NULL ? ent_article_new_piece (file->whole, *begin, bytes, length, error) : NULL;
}

EntArticle *
ent_article_read (const char *path, GError **error)
{
    g_autoptr (EntFile) file = open_file (path, G_MAXSIZE, error);
    return file != NULL ? ent_file_read (file, 0, error) : NULL;
}

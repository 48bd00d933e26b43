/* lines.c - a file of any size, line by line; what is no text is refused. */
#include <errno.h>
#include <string.h>

#include "lines.h"

/* A document of query results may stand on one line. */
enum { MAX_LINE = 256 << 20 };

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

EntLines *
ent_lines_open (const char *path, GError **error)
{
    FILE *file = strcmp (path, "-") == 0 ? stdin : fopen (path, "r");
    if (file == NULL) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: %s", path, g_strerror (errno));
        return NULL;
    }
    EntLines *lines = g_new0 (EntLines, 1);
    lines->file = file;
    lines->path = path;
    lines->text = g_string_new (NULL);
    return lines;
}

void
ent_lines_free (EntLines *lines)
{
    if (lines == NULL)
        return;
    if (lines->file != stdin)
        fclose (lines->file);
    g_string_free (lines->text, TRUE);
    g_free (lines);
}

static void
convert (EntLines *lines)
{
    if (lines->encoding == NULL && !g_utf8_validate_len (lines->text->str, lines->text->len, NULL) &&
        memchr (lines->text->str, '\0', lines->text->len) == NULL)
        lines->encoding = "WINDOWS-1252";
    if (lines->encoding == NULL)
        return;
    gsize length;
    g_autofree char *utf8 = g_convert_with_fallback (lines->text->str, (gssize)lines->text->len, "UTF-8",
                                                     lines->encoding, "?", NULL, &length, NULL);
    if (utf8 != NULL) {
        g_string_truncate (lines->text, 0);
        g_string_append_len (lines->text, utf8, (gssize)length);
    }
}

static gboolean
is_utf16 (const EntLines *lines)
{
    return lines->encoding != NULL && g_str_has_prefix (lines->encoding, "UTF-16");
}

/* Behind the first two bytes of a file, which may be the mark of UTF-16. */
static void
look_for_mark (EntLines *lines)
{
    int first = getc (lines->file), second = first != EOF ? getc (lines->file) : EOF;
    if (first == 0xFF && second == 0xFE)
        lines->encoding = "UTF-16LE";
    else if (first == 0xFE && second == 0xFF)
        lines->encoding = "UTF-16BE";
    if (lines->encoding != NULL)
        return;
    lines->ended = first == '\n' || second == '\n';
    if (first == '\n' && second != EOF)
        ungetc (second, lines->file);
    if (first != EOF && first != '\n')
        g_string_append_c (lines->text, (char)first);
    if (second != EOF && first != '\n' && second != '\n')
        g_string_append_c (lines->text, (char)second);
}

/* To the end of a line of UTF-16, whose units have two bytes. */
static int
read_units (EntLines *lines)
{
    int a, b = EOF;
    gboolean little = lines->encoding[6] == 'L';
    while (lines->text->len < MAX_LINE && (a = getc (lines->file)) != EOF &&
           (b = getc (lines->file)) != EOF) {
        if ((little ? a : b) == '\n' && (little ? b : a) == 0)
            return '\n';
        g_string_append_c (lines->text, (char)a);
        g_string_append_c (lines->text, (char)b);
    }
    return EOF;
}

/* FALSE at the end of the file, where nothing was read. */
static gboolean
read_line (EntLines *lines)
{
    int c = 0;
    g_string_truncate (lines->text, 0);
    if (lines->number == 0)
        look_for_mark (lines);
    flockfile (lines->file);
    if (is_utf16 (lines))
        c = read_units (lines);
    else
        while (!lines->ended && lines->text->len < MAX_LINE && (c = getc_unlocked (lines->file)) != EOF &&
               c != '\n')
            g_string_append_c (lines->text, (char)c);
    lines->ended = FALSE;
    funlockfile (lines->file);
    convert (lines);
    if (lines->text->len > 0 && lines->text->str[lines->text->len - 1] == '\r')
        g_string_truncate (lines->text, lines->text->len - 1);
    return c != EOF || lines->text->len > 0;
}

static gboolean
is_text (const EntLines *lines, GError **error)
{
    const char *problem = NULL;
    if (lines->text->len == MAX_LINE)
        problem = "this line is too long";
    else if (memchr (lines->text->str, '\0', lines->text->len) != NULL)
        problem = "no text: it holds a NUL byte";
    else if (!g_utf8_validate (lines->text->str, (gssize)lines->text->len, NULL))
        problem = "no text in an encoding that is known; save the file as UTF-8";
    if (problem != NULL)
        g_set_error (error, ENT_ERROR, ENT_ERROR_FORMAT, "%s:%u: %s", lines->path, lines->number, problem);
    return problem == NULL;
}

gboolean
ent_lines_next (EntLines *lines, GError **error)
{
    if (lines->again) {
        lines->again = FALSE;
        return TRUE;
    }
    errno = 0;
    gboolean read = read_line (lines);
    if (ferror (lines->file)) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_READ, "%s: %s", lines->path, g_strerror (errno));
        return FALSE;
    }
    if (!read)
        return FALSE;
    if (++lines->number == 1 && g_str_has_prefix (lines->text->str, BYTE_ORDER_MARK))
        g_string_erase (lines->text, 0, strlen (BYTE_ORDER_MARK));
    return is_text (lines, error);
}

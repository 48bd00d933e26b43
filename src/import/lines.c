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

/* FALSE at the end of the file, where nothing was read. */
static gboolean
read_line (EntLines *lines)
{
    int c = 0;
    g_string_truncate (lines->text, 0);
    flockfile (lines->file);
    while (lines->text->len < MAX_LINE && (c = getc_unlocked (lines->file)) != EOF && c != '\n')
        g_string_append_c (lines->text, (char)c);
    funlockfile (lines->file);
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
        problem = "not UTF-8; save the file as UTF-8";
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

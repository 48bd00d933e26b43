/* finding.c - mistakes of data files, as a line each and with the line of the file below it. */
#include <string.h>

#include "finding.h"

/* Further along a line nothing is shown: no line written by hand is so long, and each excerpt is counted from the
 * start of its line. */
enum { MAX_COLUMN = 5000, SHOWN_BEFORE = 70, SHOWN_BEHIND = 70 };

EntFinding *
ent_finding_new (const char *path, EntLocation place, EntSeverity severity, const char *format,
                 va_list arguments)
{
    EntFinding *finding = g_new0 (EntFinding, 1);
    finding->path = g_strdup (path);
    finding->place = place;
    finding->severity = severity;
    finding->message = g_strdup_vprintf (format, arguments);
    return finding;
}

EntFinding *
ent_findings_add (GPtrArray *findings, const char *path, EntLocation place, EntSeverity severity,
                  const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    EntFinding *finding = ent_finding_new (path, place, severity, format, arguments);
    va_end (arguments);
    g_ptr_array_add (findings, finding);
    return finding;
}

void
ent_finding_free (EntFinding *finding)
{
    if (finding == NULL)
        return;
    g_free (finding->path);
    g_free (finding->message);
    g_free (finding->excerpt);
    g_clear_pointer (&finding->notes, g_ptr_array_unref);
    g_free (finding);
}

EntFinding *
ent_finding_note (EntFinding *finding, const char *path, EntLocation place, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    if (finding->notes == NULL)
        finding->notes = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    EntFinding *note = ent_finding_new (path, place, ENT_SEVERITY_NOTE, format, arguments);
    va_end (arguments);
    g_ptr_array_add (finding->notes, note);
    return note;
}

const char *
ent_severity_name (EntSeverity severity)
{
    static const char *const names[] = { "error", "warning", "note" };
    return names[severity];
}

char *
ent_finding_format (const EntFinding *finding)
{
    GString *line = g_string_new (finding->path);
    if (finding->place.line > 0)
        g_string_append_printf (line, ":%u:%u", finding->place.line, finding->place.column);
    g_string_append_printf (line, ": %s: %s", ent_severity_name (finding->severity), finding->message);
    if (finding->severity != ENT_SEVERITY_ERROR && finding->rule != NULL)
        g_string_append_printf (line, " [%s]", finding->rule);
    return g_string_free (line, FALSE);
}

/* ---- order ---- */

static gint
compare_findings (gconstpointer a, gconstpointer b)
{
    const EntFinding *x = *(const EntFinding *const *)a, *y = *(const EntFinding *const *)b;
    int order = strcmp (x->path, y->path);
    if (order != 0)
        return order;
    if (x->place.line != y->place.line)
        return x->place.line < y->place.line ? -1 : 1;
    if (x->place.column != y->place.column)
        return x->place.column < y->place.column ? -1 : 1;
    return (x->severity > y->severity) - (x->severity < y->severity);
}

void
ent_findings_sort (GPtrArray *findings)
{
    g_ptr_array_sort (findings, compare_findings);
}

/* ---- excerpts ---- */

/* A line that is being shown: the text, and below it the marks. */
typedef struct {
    GString *text, *marks;
    guint first, last; /* columns that are marked, the last exclusive */
    gboolean marked;
} Excerpt;

static void
append_character (Excerpt *excerpt, gunichar c, guint column)
{
    gboolean inside = column >= excerpt->first && column < excerpt->last;
    gsize width = g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    if (c != '\t' && !g_unichar_isprint (c)) { /* the terminal shall not obey it */
        c = 0xFFFD;
        width = 1;
    }
    g_string_append_unichar (excerpt->text, c);
    for (gsize i = 0; i < width; i++) {
        gboolean is_first = inside && !excerpt->marked;
        g_string_append_c (excerpt->marks, is_first ? '^' : inside ? '~' : c == '\t' ? '\t' : ' ');
        excerpt->marked |= is_first;
    }
}

/* From SHOWN_BEFORE columns before the place to SHOWN_BEHIND behind it, "…" for what is left out. */
static void
fill_excerpt (Excerpt *excerpt, const char *line)
{
    guint start = excerpt->first > SHOWN_BEFORE + 1 ? excerpt->first - SHOWN_BEFORE : 1;
    guint column = 1;
    for (; column < start && *line != '\0'; column++)
        line = g_utf8_next_char (line);
    if (start > 1)
        append_character (excerpt, 0x2026, 0);
    for (; *line != '\0' && column < excerpt->first + SHOWN_BEHIND; column++) {
        append_character (excerpt, g_utf8_get_char (line), column);
        line = g_utf8_next_char (line);
    }
    if (*line != '\0')
        append_character (excerpt, 0x2026, 0);
    if (!excerpt->marked) /* the place is behind the last character, or on one that takes no room */
        g_string_append_c (excerpt->marks, '^');
}

char *
ent_excerpt (const EntSource *source, EntLocation place)
{
    if (place.line == 0 || place.column > MAX_COLUMN)
        return NULL;
    EntSpan span = ent_source_line (source, place.line);
    gsize length = MIN (span.end - span.start, 4 * (MAX_COLUMN + SHOWN_BEHIND)); /* bytes of a character: 4 */
    g_autofree char *line = g_utf8_make_valid (source->text + span.start, (gssize)length);
    Excerpt excerpt = { g_string_new (NULL), g_string_new (NULL), place.column, place.column + 1, FALSE };
    if (place.end_line == place.line)
        excerpt.last = MAX (excerpt.last, place.end_column);
    else if (place.end_line > place.line)
        excerpt.last = G_MAXUINT;
    fill_excerpt (&excerpt, line);
    g_strchomp (excerpt.text->str);
    g_strchomp (excerpt.marks->str);
    char *shown = g_strconcat (excerpt.text->str, "\n", excerpt.marks->str, NULL);
    g_string_free (excerpt.text, TRUE);
    g_string_free (excerpt.marks, TRUE);
    return shown;
}

void
ent_findings_quote (const GPtrArray *findings, guint first, const EntSource *source)
{
    for (guint i = first; findings != NULL && i < findings->len; i++) {
        EntFinding *finding = findings->pdata[i];
        if (finding->excerpt == NULL && strcmp (finding->path, source->name) == 0)
            finding->excerpt = ent_excerpt (source, finding->place);
        ent_findings_quote (finding->notes, 0, source);
    }
}

/* value.c - the small values that all stages share: errors, dates, the names of enumerations. */
#include <string.h>

#include "entente.h"

G_DEFINE_QUARK (ent - error - quark, ent_error)

static gboolean
two_digits (const char **text, guint *number)
{
    const char *s = *text;
    if (!g_ascii_isdigit (s[0]) || !g_ascii_isdigit (s[1]))
        return FALSE;
    *number = (guint)(s[0] - '0') * 10 + (guint)(s[1] - '0');
    *text = s + 2;
    return TRUE;
}

gboolean
ent_date_parse (const char *text, EntDate *date)
{
    guint century, year, month = 0, day = 0;
    if (!two_digits (&text, &century) || !two_digits (&text, &year))
        return FALSE;
    year += century * 100;
    if (*text == '-') {
        text++;
        if (!two_digits (&text, &month) || month < 1 || month > 12)
            return FALSE;
        if (*text == '-') {
            text++;
            if (!two_digits (&text, &day) || !g_date_valid_dmy ((GDateDay)day, month, (GDateYear)year))
                return FALSE;
        }
    }
    if (*text != '\0' || year == 0)
        return FALSE;
    *date = (EntDate){ (guint16)year, (guint8)month, (guint8)day };
    return TRUE;
}

char *
ent_date_format (EntDate date)
{
    if (date.year == 0)
        return g_strdup ("");
    if (date.month == 0)
        return g_strdup_printf ("%04u", date.year);
    if (date.day == 0)
        return g_strdup_printf ("%04u-%02u", date.year, date.month);
    return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

int
ent_date_compare (EntDate a, EntDate b)
{
    int x = a.year * 10000 + a.month * 100 + a.day;
    int y = b.year * 10000 + b.month * 100 + b.day;
    return (x > y) - (x < y);
}

const char *
ent_how_name (EntHow how)
{
    static const char *const names[] = { "name",   "short",       "demonym", "metonym",
                                         "office", "description", "pronoun" };
    return names[how];
}

static const char *const status_names[ENT_N_STATUSES] = { "happened", "planned", "denied" };

const char *
ent_status_name (EntStatus status)
{
    return status_names[status];
}

gboolean
ent_status_parse (const char *name, EntStatus *status)
{
    for (guint i = 0; i < ENT_N_STATUSES; i++)
        if (strcmp (name, status_names[i]) == 0) {
            *status = (EntStatus)i;
            return TRUE;
        }
    return FALSE;
}

const char *
ent_change_name (EntChange change)
{
    static const char *const names[] = { "same", "added", "removed", "changed" };
    return names[change];
}

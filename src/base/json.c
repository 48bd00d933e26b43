/* json.c - a text is looked over before JSON-GLib reads it. */
#include <string.h>

#include "json.h"

gboolean
ent_json_is_plain (const char *text, gssize length, guint depth)
{
    if (!g_utf8_validate (text, length, NULL))
        return FALSE;
    gboolean in_string = FALSE;
    guint open = 0;
    for (gssize i = 0; i < length; i++)
        if (in_string && text[i] == '\\') {
            if (++i < length && g_ascii_isdigit (text[i]))
                return FALSE;
        } else if (text[i] == '"')
            in_string = !in_string;
        else if (in_string)
            continue;
        else if (strchr ("/#'", text[i]) != NULL)
            return FALSE;
        else if ((text[i] == '[' || text[i] == '{') && ++open > depth)
            return FALSE;
        else if ((text[i] == ']' || text[i] == '}') && open > 0)
            open--;
    return TRUE;
}

/* declared.c - looks for it as browsers do, before a parser can be let on the page. */
#include "declared.h"

#define NEAR 65536 /* bytes; many pages have scripts before it */

/* Comments are passed over as a whole. */
static const char pattern[] = "<!--.*?(?:-->|$)"
                              "|<\\?xml\\b[^>]*?\\bencoding\\s*=\\s*[\"']?(?<name>[\\w.:-]+)"
                              "|<meta\\b[^>]*?\\bcharset\\s*=\\s*[\"']?\\s*(?<name>[\\w.:-]+)";

char *
ent_declared_charset (const char *page, gsize length)
{
    static gsize ready;
    if (g_once_init_enter (&ready)) {
        GRegex *regex = g_regex_new (
            pattern, G_REGEX_RAW | G_REGEX_CASELESS | G_REGEX_DOTALL | G_REGEX_DUPNAMES | G_REGEX_OPTIMIZE, 0,
            NULL);
        g_once_init_leave (&ready, (gsize)regex);
    }
    g_autoptr (GMatchInfo) match = NULL;
    g_regex_match_full ((const GRegex *)ready, page, (gssize)MIN (length, NEAR), 0, 0, &match, NULL);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        g_autofree char *name = g_match_info_fetch_named (match, "name");
        if (name != NULL && name[0] != '\0')
            return g_steal_pointer (&name);
    }
    return NULL;
}

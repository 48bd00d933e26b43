/* Which names of a text name somebody: each stands in brackets with whom it names, "[US=us]"; references are left out. */
#include "reading.h"

static const char names[] =
    "states:\n"
    "  us: {name: United States, aliases: [US, America], demonyms: [American, Americans]}\n"
    "  china: {name: China, demonyms: [Chinese]}\n"
    "  jordan: {name: Jordan, demonyms: [Jordanian]}\n"
    "  chad: {name: Chad}\n"
    "  guinea: {name: Guinea}\n"
    "  iran: {name: Iran, demonyms: [Iranian, Iranians]}\n"
    "  lebanon: {name: Lebanon}\n"
    "officials:\n"
    "  he: {name: He Yulan, state: china}\n"
    "  an: {name: Ada An}\n"
    "  may: {name: Bo May}\n"
    "  hunt: {name: Eva Hunt}\n"
    "  jordan-dal: {name: Per Jordan}\n"
    "  chad-holm: {name: Chad Holm}\n"
    "  holm: {name: Nora Holm}\n"
    "  dal: {name: Jon Dal Jr.}\n"
    "  rud: {name: Karl Rud}\n"
    "  roble: {name: Inés María Roble Castaño}\n"
    "  heide: {name: Ute von der Heide}\n"
    "organizations:\n"
    "  who: {name: Weather Hub, aliases: [WHO]}\n"
    "  sons: {name: Holm & Sons}\n"
    "  handle: {name: '@norland'}\n";

static char *
describe (const EntReader *reader, const EntGazetteer *gazetteer, const char *text)
{
    g_autofree char *bytes = g_strdup_printf ("title: T\ndate: 2018-10-10\n\n%s\n", text);
    g_autoptr (EntArticle) article = reading_article ("a.txt", bytes, strlen (bytes));
    g_autoptr (EntReading) reading = ent_read (reader, article);
    reading_check (gazetteer, article, reading);
    GString *out = g_string_new (NULL);
    gsize last = (gsize)(strstr (article->text, text) - article->text);
    gsize end = last + strlen (text);
    for (guint i = 0; i < reading->mentions->len; i++) {
        const EntMention *mention = &g_array_index (reading->mentions, EntMention, i);
        if (mention->how >= ENT_HOW_OFFICE)
            continue;
        g_string_append_len (out, article->text + last, (gssize)(mention->span.start - last));
        g_string_append_printf (out, "[%.*s=%s]", (int)(mention->span.end - mention->span.start),
                                article->text + mention->span.start,
                                ent_gazetteer_entity (gazetteer, mention->entity)->id);
        last = mention->span.end;
    }
    g_string_append_len (out, article->text + last, (gssize)(end - last));
    return g_string_free (out, FALSE);
}

/* Reads each text without its brackets. */
static void
check (const char *const *expected)
{
    g_autoptr (EntGazetteer) gazetteer = reading_gazetteer_of (names);
    g_autoptr (EntReader) reader = ent_reader_new (gazetteer);
    g_autoptr (GRegex) brackets = g_regex_new ("\\[([^=]*)=[^]]*\\]", 0, 0, NULL);
    for (; *expected != NULL; expected++) {
        g_autofree char *text = g_regex_replace (brackets, *expected, -1, 0, "\\1", 0, NULL);
        g_autofree char *got = describe (reader, gazetteer, text);
        g_assert_cmpstr (got, ==, *expected);
    }
}

/* In a line of capitals names are found, and words are not taken for names. */
static void
test_capitals (void)
{
    check ((const char *const[]){
        "[RUD=rud] MEETS [VON DER HEIDE=heide] IN [CHINA=china]",
        "[Karl RUD=rud] left. [RUD=rud] Karl stayed.", "MICHAEL HUNT AND PETER HOLM LEFT [CHINA=china]",
        "SO SAID [RUD=rud] TODAY", "[CHINA=china] LET US GO, AND ALL OF US WILL",
        "[CHINA=china] WILL HELP US SOON", "[US=us] WILL HELP [CHINA=china]",
        "[CHINA=china]: [US=us] TO LEAVE", "THE [US=us] LEFT, [CHINA=china] AND [US=us] AGREED",
        "[CHINA=china] SAYS [US=us] MUST LEAVE", "WHO WILL HELP [CHINA=china]?",
        "THE [WHO=who] LEFT [CHINA=china]", "HE LEFT [CHINA=china] AND AN AIDE MAY HUNT",
        "THE PRESIDENT MAY VISIT [CHINA=china]", "PRESIDENT [MAY=may] VISITED [CHINA=china]", NULL });
}

/* A family name that is a word wants a title or the full name; at the start of a sentence, a capital tells nothing. */
static void
test_words (void)
{
    check ((const char *const[]){
        "He left. Then He left. An hour passed.",
        "[He Yulan=he] left. Vice Premier [He=he] met An. Talks with [He=he] ended. He left.",
        "May we go? In May, May 3 came. On the last day of May it rained.",
        "[Bo May=may] left. [May=may] said no. May we go? In May it rained. [May=may]'s aide stayed.",
        "President [May=may] left. [May=may] said no.", "Hunt for gold began. The aide met [Hunt=hunt].",
        "[Eva Hunt=hunt] left. [Hunt=hunt] said no.", NULL });
}

/* People who are called like states, and states before a word with a capital. */
static void
test_given_names (void)
{
    check ((const char *const[]){ "Jordan Pickering left. Jordan Hunt sang. Michael Jordan ran.",
                                  "[Chad Holm=chad-holm] met Jordan Reilly.",
                                  "[Jordan=jordan] said so. [Jordan FM=jordan] Safi left. [Jordan=jordan] "
                                  "Foreign Ministry aides spoke.",
                                  "Senator [Jordan=jordan-dal] left [Jordan=jordan].", NULL });
}

/* The longest name wins, also one that is built in, or made like many others. */
static void
test_longer_names (void)
{
    check ((const char *const[]){
        "The South China Sea, the Gulf of Guinea, Guinea-Bissau and Lake Chad.",
        "The Bank of China, the Central Bank of Iran, the University of Jordan and the small Air Guinea grew "
        "a lot.",
        "China Airlines, Iran National Oil Company and the Jordan Post grew.",
        "South American aides came to Lebanon, Ohio.",
        "Southern [China=china] and northern [Iran=iran] saw rain; [Lebanon=lebanon], however, did not.",
        "The People's Republic of [China=china] and the Embassy of [Iran=iran] spoke.", NULL });
}

static void
test_money (void)
{
    check ((const char *const[]){ "The [US=us] paid US$5 and 3 US dollars.", "[Iran=iran] won.", NULL });
}

static void
test_addresses (void)
{
    check ((const char *const[]){
        "See https://example.org/China, www.China.org, China.org, rud@Iran.example, @Rud and @Iran's.",
        "See /srv/China/x, ./Iran, ~/Chad and Rud-Holm.pdf. See example.org/Rud; C:\\Rud\\x too.",
        "[Rud=rud]\xE2\x80\x94"
        "https://example.org/Iran\xE2\x80\x94[Rud=rud] left.",
        "[Iran=iran]/[China=china] talks, ([Rud=rud]), #[Iran=iran], [Rud=rud],who left. See "
        "@[norland=handle].",
        NULL });
}

static void
test_forms (void)
{
    check ((const char *const[]){
        "[Roble Castano=roble] left. [Von der Heide=heide] met [Castaño=roble].",
        "[Jon Dal, Jr=dal]., left. [Jon Dal=dal] left. [Dal Jr=dal]. met [Dal=dal].",
        "Karl Rud Jr. left. President [Karl Rud=rud] Jr. stayed.",
        "[Holm & Sons=sons] paid; [Holm &amp; Sons=sons] and [Holm and Sons=sons] too.", NULL });
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/names/capitals", test_capitals);
    g_test_add_func ("/names/words", test_words);
    g_test_add_func ("/names/given-names", test_given_names);
    g_test_add_func ("/names/longer", test_longer_names);
    g_test_add_func ("/names/money", test_money);
    g_test_add_func ("/names/addresses", test_addresses);
    g_test_add_func ("/names/forms", test_forms);
    return g_test_run ();
}

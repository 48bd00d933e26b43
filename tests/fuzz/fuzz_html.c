/* Any bytes as a page. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
    g_autoptr (EntArticle) article = fuzz_article ("a.html", bytes, length);
    if (article != NULL)
        fuzz_check_article (article);
    return 0;
}

/* names.h - a gazetteer of names alone, which is all that the matcher looks at. */
#ifndef ENT_TEST_NAMES_H
#define ENT_TEST_NAMES_H

#include "gazetteer/gazetteer.h"

static inline void
names_add (EntGazetteer *gazetteer, const char *text)
{
    EntName name = { .text = g_strdup (text), .kind = ENT_NAME_FULL };
    g_array_append_val (gazetteer->names, name);
}

static inline void
names_clear_one (gpointer name)
{
    g_free ((char *)((EntName *)name)->text);
}

static inline void
names_init (EntGazetteer *gazetteer)
{
    *gazetteer = (EntGazetteer){ .names = g_array_new (FALSE, FALSE, sizeof (EntName)) };
    g_array_set_clear_func (gazetteer->names, names_clear_one);
}

#endif

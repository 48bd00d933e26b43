/* inflect.h - private to language/: the regular endings of English. */
#ifndef ENT_LANGUAGE_INFLECT_H
#define ENT_LANGUAGE_INFLECT_H

/* A base form with -s, -ed or -ing behind it, as English spells them: tries, planned, lying. The caller frees. */
char *ent_inflect (const char *base, const char *ending);

#endif

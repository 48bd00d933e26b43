/* warning.c - warnings, as the rules add them. */
#include "warning.h"

EntFinding *
ent_check_warn (const EntChecker *checker, const char *rule, const char *path, EntLocation place,
                const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    EntFinding *finding = ent_finding_new (path, place, ENT_SEVERITY_WARNING, format, arguments);
    va_end (arguments);
    finding->rule = rule;
    g_ptr_array_add (checker->findings, finding);
    return finding;
}

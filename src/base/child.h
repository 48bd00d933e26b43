/* child.h - work that may crash, hang or exit, run in a child process so that the caller survives. */
#ifndef ENT_BASE_CHILD_H
#define ENT_BASE_CHILD_H

#include "entente.h"

/* Whether there is a limit on memory: the sanitizers reserve more address space than any that is worth
 * setting. */
#define ENT_CHILD_LIMITS_MEMORY 1
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#undef ENT_CHILD_LIMITS_MEMORY
#define ENT_CHILD_LIMITS_MEMORY 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#undef ENT_CHILD_LIMITS_MEMORY
#define ENT_CHILD_LIMITS_MEMORY 0
#endif
#endif

/* Runs in the child. Returns bytes, or NULL with the reason. What it leaks dies with the child. */
typedef GBytes *(*EntChildFunc) (gconstpointer work, GError **error);

/* The bytes that `run` returned in a forked child, which may take `timeout` seconds and `memory` bytes
 * beyond what the caller has mapped. NULL with ENT_ERROR_LAYOUT and a reason in a few words when it failed,
 * crashed, or took too much of either. *interrupted is set when a signal from outside ended it.
 * The child prints nothing; no process is left behind. Other threads must not be in the
 * middle of anything that `run` needs. */
GBytes *ent_child_run (EntChildFunc run, gconstpointer work, guint timeout, guint64 memory,
                       gboolean *interrupted, GError **error);

#endif

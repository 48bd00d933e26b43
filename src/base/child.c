/* child.c - work done in a forked child, with limits on time and memory. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"

static void
limit (int resource, rlim_t value)
{
    struct rlimit now;
    if (getrlimit (resource, &now) != 0)
        return;
    now.rlim_cur = MIN (value, now.rlim_max);
    setrlimit (resource, &now);
}

/* Bytes of address space that this process has mapped already. */
static guint64
mapped (void)
{
    unsigned long pages = 0;
    FILE *file = fopen ("/proc/self/statm", "r");
    if (file == NULL)
        return 0;
    if (fscanf (file, "%lu", &pages) != 1)
        pages = 0;
    fclose (file);
    return (guint64)pages * (guint64)sysconf (_SC_PAGESIZE);
}

static void
prepare (pid_t parent, guint timeout, guint64 memory)
{
    static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGALRM, SIGPIPE, SIGABRT, SIGSEGV, SIGTRAP };
    for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
        signal (signals[i], SIG_DFL);
    limit (RLIMIT_CORE, 0);
    if (ENT_CHILD_LIMITS_MEMORY)
        limit (RLIMIT_AS, mapped () + memory);
#ifdef __linux__
    prctl (PR_SET_PDEATHSIG, SIGKILL); /* nobody waits for the result any more */
#endif
    if (getppid () != parent)
        _exit (1);
    alarm (timeout + 1); /* and where that is not known */
    int nowhere = open ("/dev/null", O_RDWR);
    for (int fd = 0; nowhere >= 0 && fd <= 2; fd++)
        dup2 (nowhere, fd);
}

static void
write_all (int fd, const char *bytes, gsize length)
{
    while (length > 0) {
        ssize_t n = write (fd, bytes, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            _exit (1);
        bytes += n;
        length -= (gsize)n;
    }
}

/* What the pipe begins with. How the child ended may be unknown: where the caller ignores SIGCHLD, nobody keeps its status.
 * So the result itself shows that it is complete. */
typedef struct {
    gsize length; /* of what follows: the result, or the reason why there is none */
    gboolean done;
} Head;

static G_GNUC_NORETURN void
work_and_exit (EntChildFunc run, gconstpointer work, int out)
{
    GError *error = NULL;
    GBytes *result = run (work, &error);
    const char *reason = error == NULL ? "it failed" : error->message;
    Head head = { strlen (reason), result != NULL };
    const char *bytes = result != NULL ? g_bytes_get_data (result, &head.length) : reason;
    write_all (out, (const char *)&head, sizeof head);
    write_all (out, bytes, head.length);
    _exit (0);
}

/* Reads to the end. FALSE, with errno, if that cannot be: ETIMEDOUT at the deadline. */
static gboolean
read_until (int in, GByteArray *result, gint64 deadline)
{
    guint8 block[65536];
    for (;;) {
        gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
        if (left <= 0) {
            errno = ETIMEDOUT;
            return FALSE;
        }
        struct pollfd poller = { .fd = in, .events = POLLIN };
        int ready = poll (&poller, 1, (int)MIN (left, G_MAXINT));
        if (ready == 0 || (ready < 0 && errno == EINTR))
            continue;
        ssize_t n = read (in, block, sizeof block); /* waits where poll fails, until the child's own alarm */
        if (n == 0)
            return TRUE;
        if (n > 0)
            g_byte_array_append (result, block, (guint)n);
        else if (errno != EINTR)
            return FALSE;
    }
}

/* Its status; -1 where another waiter got it, or none. */
static int
wait_for (pid_t child)
{
    int status = 0;
    while (waitpid (child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return status;
}

static GBytes *
judge (int status, GByteArray *read, gboolean *interrupted, GError **error)
{
    enum { LONGEST = 300 }; /* bytes of a reason */
    Head head = { 0, FALSE };
    if (read->len >= sizeof head)
        memcpy (&head, read->data, sizeof head);
    gboolean whole = read->len >= sizeof head && read->len - sizeof head == head.length;
    if (whole && head.done)
        return g_bytes_new (read->data + sizeof head, head.length);
    if (whole) {
        const char *reason = (const char *)read->data + sizeof head, *end;
        g_utf8_validate_len (reason, MIN (head.length, LONGEST), &end);
        g_set_error (error, ENT_ERROR, ENT_ERROR_LAYOUT, "%.*s", (int)(end - reason), reason);
    } else if (status >= 0 && WIFSIGNALED (status)) {
        int number = WTERMSIG (status);
        *interrupted = number == SIGINT || number == SIGTERM || number == SIGHUP;
        g_set_error (error, ENT_ERROR, ENT_ERROR_LAYOUT, "it ended with: %s", g_strsignal (number));
    } else {
        g_set_error (error, ENT_ERROR, ENT_ERROR_LAYOUT, "it gave up without a reason");
    }
    return NULL;
}

GBytes *
ent_child_run (EntChildFunc run, gconstpointer work, guint timeout, guint64 memory, gboolean *interrupted,
               GError **error)
{
    int ends[2];
    *interrupted = FALSE;
    if (pipe (ends) != 0) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_LAYOUT, "%s", g_strerror (errno));
        return NULL;
    }
    gint64 deadline = g_get_monotonic_time () + (gint64)timeout * G_USEC_PER_SEC;
    pid_t parent = getpid (), child = fork ();
    if (child < 0) {
        g_set_error (error, ENT_ERROR, ENT_ERROR_LAYOUT, "%s", g_strerror (errno));
        close (ends[0]);
        close (ends[1]);
        return NULL;
    }
    if (child == 0) {
        prepare (parent, timeout, memory);
        work_and_exit (run, work, ends[1]);
    }
    close (ends[1]);
    g_autoptr (GByteArray) result = g_byte_array_new ();
    int problem = read_until (ends[0], result, deadline) ? 0 : errno;
    close (ends[0]);
    if (problem != 0)
        kill (child, SIGKILL);
    int status = wait_for (child);
    if (problem == 0)
        return judge (status, result, interrupted, error);
    if (problem == ETIMEDOUT)
        g_set_error (error, ENT_ERROR, ENT_ERROR_LAYOUT, "it took longer than %u s", timeout);
    else
        g_set_error (error, ENT_ERROR, ENT_ERROR_LAYOUT, "what it made cannot be read: %s",
                     g_strerror (problem));
    return NULL;
}

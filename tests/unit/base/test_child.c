/* Work in a child process, where the caller or the system makes it hard to learn what became of it. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child.h"

/* In the place of those of the C library: they fail so many times with that error. */
static int poll_failures, read_failures, failure;

int
poll (struct pollfd *files, nfds_t n, int timeout)
{
    struct timespec time = { timeout / 1000, timeout % 1000 * 1000000L };
    if (poll_failures > 0) {
        poll_failures--;
        errno = failure;
        return -1;
    }
    return ppoll (files, n, timeout < 0 ? NULL : &time, NULL);
}

ssize_t
read (int file, void *bytes, size_t length)
{
    if (read_failures > 0) {
        read_failures--;
        errno = failure;
        return -1;
    }
    return syscall (SYS_read, file, bytes, length);
}

static GBytes *
repeat (gconstpointer work, GError **error)
{
    const char *text = work;
    if (strcmp (text, "die") == 0)
        raise (SIGKILL);
    if (strcmp (text, "refuse") == 0) {
        GString *reason = g_string_new (NULL);
        while (reason->len < 1000)
            g_string_append (reason, "żółw ");
        g_set_error_literal (error, ENT_ERROR, ENT_ERROR_LAYOUT, reason->str);
        return NULL;
    }
    GString *long_text = g_string_new (NULL);
    while (long_text->len < 1000000) /* more than a pipe holds */
        g_string_append (long_text, text);
    return g_string_free_to_bytes (long_text);
}

static GBytes *
run (const char *work, GError **error)
{
    gboolean interrupted;
    return ent_child_run (repeat, work, 30, G_GUINT64_CONSTANT (1) << 30, &interrupted, error);
}

static void
assert_done (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = run ("good", &error);
    g_assert_no_error (error);
    g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1000000);
    g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "goodgood", 8), ==, 0);
}

static void
assert_failed (const char *work, const char *start)
{
    g_autoptr (GError) error = NULL;
    g_assert_null (run (work, &error));
    g_assert_error (error, ENT_ERROR, ENT_ERROR_LAYOUT);
    g_assert_true (g_str_has_prefix (error->message, start));
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_assert_cmpuint (strlen (error->message), <=, 300);
}

static void
test_done (void)
{
    assert_done ();
    assert_failed ("refuse", "żółw żółw");
    assert_failed ("die", "it ended with: ");
}

/* As a shell does after trap '' CHLD: nobody keeps how a child ended. */
static void
test_status_unknown (void)
{
    signal (SIGCHLD, SIG_IGN);
    assert_done ();
    assert_failed ("refuse", "żółw żółw");
    assert_failed ("die", "it gave up without a reason");
    signal (SIGCHLD, SIG_DFL);
}

static void
test_interrupted_calls (void)
{
    failure = EINTR;
    poll_failures = read_failures = 5;
    assert_done ();
    g_assert_cmpint (poll_failures + read_failures, ==, 0);
}

static void
test_poll_fails (void)
{
    failure = ENOMEM;
    poll_failures = G_MAXINT;
    assert_done ();
    poll_failures = 0;
}

static void
test_read_fails (void)
{
    failure = EIO;
    read_failures = 1;
    assert_failed ("good", "what it made cannot be read: ");
    g_assert_cmpint (waitpid (-1, NULL, 0), ==, -1); /* nothing is left behind */
    g_assert_cmpint (errno, ==, ECHILD);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/child/done", test_done);
    g_test_add_func ("/child/status-unknown", test_status_unknown);
    g_test_add_func ("/child/interrupted-calls", test_interrupted_calls);
    g_test_add_func ("/child/poll-fails", test_poll_fails);
    g_test_add_func ("/child/read-fails", test_read_fails);
    return g_test_run ();
}

/*
 * measure.c - runs a command, at most so long, and tells how much time and memory it took, as a line of JSON on
 * standard error. Not left to a script, whose own memory the kernel would count as the command's.
 *
 * Usage: bench_measure SECONDS COMMAND ARGUMENT...
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t child;

static void
kill_child (int signal)
{
    (void)signal;
    kill (-child, SIGKILL);
}

static double
now (void)
{
    struct timespec time;
    clock_gettime (CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double
seconds (struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int
main (int argc, char **argv)
{
    if (argc < 3) {
        fprintf (stderr, "usage: bench_measure SECONDS COMMAND ARGUMENT...\n");
        return 2;
    }
    double start = now ();
    child = fork ();
    if (child == 0) {
        setpgid (0, 0);
        execvp (argv[2], argv + 2);
        perror (argv[2]);
        _exit (127);
    }
    setpgid (child, child); /* whoever of the two is first */
    signal (SIGALRM, kill_child);
    alarm ((unsigned)atoi (argv[1]));
    int status = 0;
    struct rusage usage = { 0 };
    if (child < 0 || wait4 (child, &status, 0, &usage) < 0) {
        perror ("bench_measure");
        return 1;
    }
    fprintf (stderr,
             "{\"status\": %d, \"wall\": %.3f, \"user\": %.3f, \"system\": %.3f, \"memory_mb\": %.1f}\n",
             WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status), now () - start,
             seconds (usage.ru_utime), seconds (usage.ru_stime), (double)usage.ru_maxrss * 1024 / 1e6);
    return 0;
}

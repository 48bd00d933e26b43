/*
 * measure.c - runs a command and tells how many megabytes a second it reads, by the clock and by the processor's
 * time (the one to go by where other work is going on), and how much memory it takes.
 *
 * Usage: bench_measure LABEL DIRECTORY COMMAND ARGUMENT...    (the directory holds what the command reads)
 */
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static double
seconds (struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double
megabytes (const char *path)
{
    g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
    double sum = 0;
    const char *name;
    while (directory != NULL && (name = g_dir_read_name (directory)) != NULL) {
        g_autofree char *file = g_build_filename (path, name, NULL);
        struct stat status;
        if (stat (file, &status) == 0)
            sum += (double)status.st_size / 1e6;
    }
    return sum;
}

int
main (int argc, char **argv)
{
    if (argc < 4) {
        fprintf (stderr, "usage: bench_measure LABEL DIRECTORY COMMAND ARGUMENT...\n");
        return 2;
    }
    double size = megabytes (argv[2]);
    gint64 start = g_get_monotonic_time ();
    pid_t child = fork ();
    if (child == 0) {
        int nowhere = open ("/dev/null", O_WRONLY);
        dup2 (nowhere, STDOUT_FILENO);
        execvp (argv[3], argv + 3);
        _exit (127);
    }
    int status = 0;
    struct rusage usage = { 0 };
    if (child < 0 || wait4 (child, &status, 0, &usage) < 0 || status != 0) {
        fprintf (stderr, "bench_measure: %s failed\n", argv[3]);
        return 1;
    }
    double passed = (double)(g_get_monotonic_time () - start) / 1e6;
    double worked = seconds (usage.ru_utime) + seconds (usage.ru_stime);
    printf ("%-28s %6.1f MB %6.2f s %6.1f MB/s; processor %6.2f s %6.1f MB/s; memory %5.1f MB\n", argv[1],
            size, passed, size / passed, worked, size / worked, (double)usage.ru_maxrss * 1024 / 1e6);
    return 0;
}

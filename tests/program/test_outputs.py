"""Outputs stand in their place whole or not at all: full disks, missing rights, interrupts, closed pipes."""

import fcntl
import os
import resource
import shutil
import signal
import subprocess
import time
import unittest
from pathlib import Path

from harness import ARTICLE, SANITIZED, ProgramTest, main

PROJECT = Path(__file__).parents[2]


def wait_until(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True


class Refused(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", ARTICLE)

    def test_directory_missing(self):
        self.write("net.dot", "old")
        self.expect(1, "entente: nowhere/net.svg: No such file or directory",
                    "graph", "-o", "net.dot", "-o", "nowhere/net.svg", "a.txt")
        self.assertEqual((self.here / "net.dot").read_text(), "old")
        self.assertEqual(self.names(), ["a.txt", "entities.yaml", "net.dot"])

    def test_directory_read_only(self):
        options = self.as_nobody()
        (self.here / "out").mkdir(mode=0o777)
        (self.here / "out").chmod(0o777)
        self.expect(1, "entente: net.dot: Permission denied", "graph", "-o", "net.dot", "a.txt", **options)
        self.expect(0, "", "graph", "-o", "out/net.dot", "-o", "out/net.svg", "a.txt", **options)
        self.assertIn(b"digraph", self.expect(0, "", "graph", "a.txt", **options))

    def test_file_read_only(self):
        options = self.as_nobody()
        self.here.chmod(0o777)
        self.write("net.dot", "old").chmod(0o444)
        self.expect(1, "entente: net.dot: Permission denied", "graph", "-o", "net.dot", "a.txt", **options)
        self.assertEqual((self.here / "net.dot").read_text(), "old")

    def test_full_device(self):
        self.write("net.dot", "old")
        message = "entente: /dev/full: No space left on device"
        self.expect(1, message, "graph", "-o", "/dev/full", "-o", "net.dot", "a.txt")
        (self.here / "net.jsonl").symlink_to("/dev/full")
        self.expect(1, "entente: net.jsonl: No space left on device", "graph", "-o", "net.jsonl", "a.txt")
        self.assertEqual((self.here / "net.dot").read_text(), "old")

    def test_full_standard_output(self):
        commands = [["graph", "a.txt"], ["mentions", "a.txt"], ["why", "anna-berg", "elena-faro", "a.txt"],
                    ["check"], ["--help"], ["--version"], ["graph", "--help"]]
        for arguments in commands:
            with open("/dev/full", "wb") as full:
                self.expect(1, "entente: standard output: No space left on device", *arguments, stdout=full)

    def test_full_disk(self):
        disk = self.here / "disk"
        disk.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=32k", "none", str(disk)]
        if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode != 0:
            self.skipTest("cannot mount a small disk")
        self.addCleanup(subprocess.run, ["umount", str(disk)])
        (disk / "net.jsonl").write_text("old")
        for number in range(200):
            self.write(f"news/{number}.txt", ARTICLE)
        self.expect(1, "entente: disk/net.jsonl: No space left on device",
                    "graph", "-o", "disk/net.jsonl", "news")
        self.assertEqual([path.name for path in disk.iterdir()], ["net.jsonl"])
        self.assertEqual((disk / "net.jsonl").read_text(), "old")

    def test_limit_on_file_size(self):
        """As by a quota: what was written up to there does not stay."""
        self.write("net.dot", "old")
        self.write("long.txt", ARTICLE * 50)

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        self.expect(1, "entente: net.dot: File too large", "graph", "-o", "net.dot", "long.txt",
                    preexec_fn=limit)
        self.assertEqual((self.here / "net.dot").read_text(), "old")
        self.assertEqual(self.names(), ["a.txt", "entities.yaml", "long.txt", "net.dot"])


class Placed(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", ARTICLE)

    def test_rights_follow_the_umask(self):
        self.expect(0, "", "graph", "-o", "net.dot", "a.txt", umask=0o027)
        self.assertEqual((self.here / "net.dot").stat().st_mode & 0o777, 0o640)

    def test_link_stays(self):
        self.write("real.dot", "old")
        (self.here / "net.dot").symlink_to("real.dot")
        self.expect(0, "", "graph", "-o", "net.dot", "a.txt")
        self.assertTrue((self.here / "net.dot").is_symlink())
        self.assertIn("digraph", (self.here / "real.dot").read_text())

    def test_standard_output_by_another_name(self):
        """As -o /dev/stdout: written to, be it a pipe or a file that is appended to, and never replaced."""
        link = self.here / "out.dot"
        link.symlink_to("/proc/self/fd/1")
        expected = self.expect(0, "", "graph", "a.txt")
        self.assertEqual(self.expect(0, "", "graph", "-o", "out.dot", "a.txt"), expected)
        log = self.write("log", "before\n")
        with open(log, "ab") as file:
            self.expect(0, "", "graph", "-o", "out.dot", "a.txt", stdout=file)
        self.assertEqual(log.read_bytes(), b"before\n" + expected)
        self.assertTrue(link.is_symlink())

    def test_names_with_blanks(self):
        self.expect(0, "", "graph", "-o", "two words.dot", "-o", "new\nline.svg", "-o", "東京.jsonl", "a.txt")
        for name in ("two words.dot", "new\nline.svg", "東京.jsonl"):
            self.assertGreater((self.here / name).stat().st_size, 0)


class Interrupted(ProgramTest):
    def half_written(self):
        return list(self.here.glob(".entente-*"))

    def expect_interrupted(self, process, number):
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
        self.assertEqual((process.returncode, out, err), (128 + number, b"", b""))
        self.assertEqual(self.half_written(), [])

    def test_while_reading(self):
        self.write("a.txt", ARTICLE)
        self.write("net.jsonl", "old")
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.start("graph", "-o", "net.jsonl", "-o", "net.svg", "a.txt", "-",
                            stdin=subprocess.PIPE) as process:
                self.assertTrue(wait_until(lambda: len(self.half_written()) == 2))
                self.expect_interrupted(process, number)
            self.assertEqual(self.names(), ["a.txt", "entities.yaml", "net.jsonl"])
            self.assertEqual((self.here / "net.jsonl").read_text(), "old")

    def test_while_drawing(self):
        self.write("net.svg", "old")
        with self.start("graph", "-g", str(PROJECT / "entities.yaml"), "-o", "net.svg",
                        str(PROJECT / "articles")) as process:
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
            if not children.exists():
                process.kill()
                self.skipTest("the system does not list child processes")
            self.assertTrue(wait_until(lambda: children.read_text().strip()))
            child = children.read_text().split()[0]
            self.expect_interrupted(process, signal.SIGINT)
            self.assertTrue(wait_until(lambda: is_gone(child)), "the drawing goes on")
        self.assertEqual((self.here / "net.svg").read_text(), "old")

    def test_ignored_interrupts_stay_ignored(self):
        """As under nohup."""
        with self.start("graph", "-o", "net.dot", "-", stdin=subprocess.PIPE,
                        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as process:
            self.assertTrue(wait_until(self.half_written))
            process.send_signal(signal.SIGHUP)
            _, err = process.communicate(ARTICLE.encode(), timeout=20)
            self.assertEqual((process.returncode, err), (0, b""))
        self.assertIn("digraph", (self.here / "net.dot").read_text())


def is_gone(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] == "Z"
    except FileNotFoundError:
        return True


class LeftBehind(ProgramTest):
    """What a killed program could not remove is removed by the next, and nothing else is."""

    def setUp(self):
        super().setUp()
        self.write("a.txt", ARTICLE)
        (self.here / "out").mkdir()

    def start_reading(self):
        """One that waits for its input."""
        process = self.start("graph", "-o", "out/slow.dot", "-", stdin=subprocess.PIPE)
        self.assertTrue(wait_until(lambda: self.temporary(process)))
        return process

    def temporary(self, process):
        """A file's name tells whose it is."""
        return list((self.here / "out").glob(f".entente-{process.pid}-*"))

    def test_of_a_dead_process(self):
        with self.start_reading() as process:
            process.kill()
        self.assertEqual(len(self.temporary(process)), 1)
        others = [f".entente-{process.pid}-abc", f".entente-{process.pid}-abcdef.dot", f".entente-{process.pid}",
                  ".entente--abcdef", ".entente-x-abcdef", f".other-{process.pid}-abcdef"]
        for name in others:
            self.write(f"out/{name}", "kept")
        self.write("away", "kept")
        (self.here / f"out/.entente-{process.pid}-abcdef").symlink_to("../away")
        self.expect(0, "", "graph", "-o", "out/net.dot", "a.txt")
        self.assertEqual(sorted(os.listdir(self.here / "out")),
                         sorted([*others, f".entente-{process.pid}-abcdef", "net.dot"]))
        self.assertTrue((self.here / "away").exists())

    def test_of_a_running_process(self):
        with self.start_reading() as process:
            self.expect(0, "", "graph", "-o", "out/net.dot", "a.txt")
            self.assertEqual(len(self.temporary(process)), 1)
            self.assertEqual(process.communicate(ARTICLE.encode(), timeout=20), (b"", b""))
        self.assertEqual(sorted(os.listdir(self.here / "out")), ["net.dot", "slow.dot"])

    def test_of_a_process_that_cannot_be_seen(self):
        """In a container; its number is of nobody here, and it holds its file locked."""
        with self.start("--version") as gone:
            gone.communicate()
        path = self.write(f"out/.entente-{gone.pid}-abcdef", "its")
        with open(path) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            self.expect(0, "", "graph", "-o", "out/net.dot", "a.txt")
            self.assertTrue(path.exists())
        self.expect(0, "", "graph", "-o", "out/net.dot", "a.txt")
        self.assertFalse(path.exists())


class Hindered(ProgramTest):
    """What a parent or the system takes from the program costs no result that can be had without it."""

    def setUp(self):
        super().setUp()
        self.write("a.txt", ARTICLE)

    def test_children_are_not_waited_for(self):
        """A parent that ignores SIGCHLD hands that down."""
        self.expect(0, "", "graph", "-o", "net.svg", "-o", "net.png", "-o", "net.pdf", "a.txt",
                    preexec_fn=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))
        self.assertIn(b"<svg", (self.here / "net.svg").read_bytes())

    def limited(self, limit):
        options = self.as_nobody()
        self.here.chmod(0o777)
        options["preexec_fn"] = lambda: resource.setrlimit(resource.RLIMIT_NPROC, (limit, limit))
        return options

    @unittest.skipIf(SANITIZED, "a sanitizer starts threads of its own")
    def test_no_thread(self):
        for number in range(20):
            self.write(f"news/{number}.txt", ARTICLE)
        expected = self.expect(0, "", "graph", "news")
        self.assertEqual(self.expect(0, "", "graph", "-j", "4", "news", **self.limited(1)), expected)

    @unittest.skipIf(SANITIZED, "a sanitizer starts threads of its own")
    def test_no_process_to_draw(self):
        """The others are written all the same."""
        said = "entente: no picture: Resource temporarily unavailable"
        self.write("net.svg", "old").chmod(0o666)
        self.expect(1, said, "graph", "-o", "net.svg", "-o", "net.jsonl", "-o", "net.png", "-o", "net.dot", "a.txt",
                    **self.limited(1))
        self.assertEqual((self.here / "net.svg").read_text(), "old")
        self.assertFalse((self.here / "net.png").exists())
        self.assertIn("digraph", (self.here / "net.dot").read_text())
        self.assertIn("met_with", (self.here / "net.jsonl").read_text())
        self.assertEqual(list(self.here.glob(".entente-*")), [])

    def test_closed_streams(self):
        """No file gets the number of a stream, and with it the messages."""
        self.write("odd.txt", b"Anna Berg met Elena Faro in Bras\xedlia.\n")  # of which there is a note

        def close():
            for stream in range(3):
                os.close(stream)

        expected = self.run_entente("graph", "odd.txt").stdout
        done = self.run_entente("graph", "-o", "net.dot", "-o", "net.svg", "odd.txt", preexec_fn=close)
        self.assertEqual(done.returncode, 0)
        self.assertEqual((self.here / "net.dot").read_bytes(), expected)
        self.assertIn(b"<svg", (self.here / "net.svg").read_bytes())
        self.expect(1, "entente: standard output: Bad file descriptor", "graph", "a.txt",
                    preexec_fn=lambda: os.close(1))


class ClosedPipe(ProgramTest):
    """As before `| head -1`: no complaint."""

    def check(self, status, **options):
        self.write("long.txt", ARTICLE * 2_000)
        for arguments in (["mentions"], ["why", "anna-berg", "elena-faro"]):
            with self.start(*arguments, "long.txt", **options) as process:
                self.assertTrue(process.stdout.read(1))
                process.stdout.close()
                self.assertEqual(process.stderr.read(), b"")
                self.assertEqual(process.wait(20), status)

    def test_closed_pipe(self):
        self.check(-signal.SIGPIPE)

    def test_where_the_signal_is_ignored(self):
        self.check(1, restore_signals=False)  # Python ignores it


if __name__ == "__main__":
    main()

"""Gazetteers with mistakes: all are told in one run, and no output is touched."""

import os
import pty
import re

from harness import ARTICLE, ProgramTest, main

GOOD = "states:\n  norland: {name: Norland}\n"

# What stands in the file, and the lines that tell what is wrong with it. Behind '|' stands what the marks ^~~~ are below.
WRONG = {
    "syntax": ("states:\n  norland: {name: Norland\n  suland: {name: Suland}\n",
               ["3:9: error: ',' or '}' expected|:"]),
    "tab": ("states:\n\tnorland: {name: Norland}\n",
            ["2:1: error: indent with spaces, not with a tab|\t"]),
    "duplicate id": (GOOD + "  norland: {name: Suland}\n",
                     ["3:3: error: duplicate id 'norland'|norland", "2:3: note: first defined here|norland"]),
    "unknown key": ("states:\n  norland: {name: Norland, alias: [N]}\n",
                    ["2:28: error: unknown key 'alias'; did you mean 'aliases'?|alias"]),
    "wrong type": ("states:\n  norland: {name: Norland, aliases: N}\n",
                   ["2:37: error: 'aliases' must be a list, not a single text; put it in [ ]|N"]),
    "unknown state": (GOOD + "officials:\n  a: {name: A Berg, state: nordland}\n",
                      ["4:28: error: no state 'nordland'; did you mean 'norland'?|nordland"]),
    "same name": (GOOD + "organizations:\n  a: {name: Anna Berg}\n  b: {name: Anna Berg}\n",
                  ["5:13: error: name 'Anna Berg' is also the name of 'a'|Anna Berg",
                   "4:13: note: that name stands here|Anna Berg"]),
    "bad date": (GOOD + "officials:\n  a: {name: A B, offices: [{title: T, since: 2018-02-30}]}\n",
                 ["4:46: error: 'since' must be a date like 2018, 2018-07 or 2018-07-19, not '2018-02-30'|2018-02-30"]),
    "reversed dates": (GOOD + "officials:\n  a: {name: A B, offices: [{title: T, since: 2018, until: 2017}]}\n",
                       ["4:59: error: 'until' (2017) is before 'since' (2018)|2017"]),
    "two mistakes": ("states:\n  norland: {nam: Norland}\nplaces: {}\n",
                     ["2:3: error: 'norland' has no 'name'|norland",
                      "2:13: error: unknown key 'nam'; did you mean 'name'?|nam",
                      "3:1: error: unknown key 'places'; expected one of: "
                      "states, officials, organizations, ignore, relations, articles, include|places"]),
    "empty": ("", [" error: no entities"]),
}


def shown(text, finding):
    """A finding as it is printed: its line, the line of the file, and marks below the words meant."""
    message, _, words = finding.partition("|")
    said = f"wrong.yaml:{message}"
    if not words:
        return said
    line, column = (int(number) for number in message.split(":")[:2])
    source = text.splitlines()[line - 1]
    before = source[:column - 1]
    assert source.startswith(words, len(before)), finding
    return "\n".join([said, source, " " * len(before) + "^" + "~" * (len(words) - 1)])


class Mistakes(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt", ARTICLE)

    def expect_refused(self, stderr):
        """Neither the old output nor a new one is touched; nothing stays behind."""
        old = self.write("old.dot", "old")
        before, files = old.stat(), self.names()
        out = self.expect(1, stderr, "graph", "-g", "wrong.yaml", "-o", "old.dot", "-o", "new.svg", "a.txt")
        self.assertEqual(out, b"")
        self.assertEqual(old.read_text(), "old")
        self.assertEqual((old.stat().st_mtime_ns, old.stat().st_ino), (before.st_mtime_ns, before.st_ino))
        self.assertEqual(self.names(), files)

    def test_each(self):
        for kind, (text, findings) in WRONG.items():
            with self.subTest(kind):
                self.write("wrong.yaml", text)
                stderr = "\n".join(shown(text, finding) for finding in findings)
                self.expect_refused(stderr)
                self.expect(1, stderr, "check", "wrong.yaml")
                self.expect(1, stderr, "mentions", "-gwrong.yaml", "a.txt")
                self.expect(1, stderr, "why", "-g", "wrong.yaml", "a", "b", "a.txt")

    def test_alias_bomb(self):
        levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
        self.write("wrong.yaml", "a0: &a0 [x]\n" + levels)
        self.expect_refused("wrong.yaml:1:5: error: anchors (&) and aliases (*) are not allowed; "
                            "write the value out, or quote the text\na0: &a0 [x]\n    ^")

    def test_deep_nesting(self):
        self.write("wrong.yaml", "states: " + "[" * 100_000)
        done = self.run_entente("check", "wrong.yaml")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count(b"\n"), 3, done.stderr[:500])
        self.assertLess(len(done.stderr), 500)

    def test_not_text(self):
        self.write("wrong.yaml", b"states:\n  norland: {name: \xe9}\n")
        done = self.run_entente("check", "wrong.yaml")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr.decode(), r"^wrong\.yaml:2:\d+: error: .*UTF-8.*\n  norland: {name: \ufffd}\n {18}\^\n$")

    def test_missing_or_directory(self):
        self.expect(1, "entente: no.yaml: No such file or directory", "graph", "-gno.yaml", "a.txt")
        self.expect(1, "entente: .: Is a directory", "graph", "-g.", "a.txt")
        (self.here / "entities.yaml").unlink()
        self.expect(1, "entente: no entities.yaml here; name the gazetteer with -g FILE, or begin one with 'entente suggest'", "graph", "a.txt")

    def test_colours_on_a_terminal_only(self):
        """Colours are for eyes: on a terminal, unless NO_COLOR says no. The marks stay where they are."""
        self.write("wrong.yaml", WRONG["unknown key"][0])
        plain = shown(WRONG["unknown key"][0], WRONG["unknown key"][1][0])
        for no_color in ("", "1"):
            try:
                ours, theirs = pty.openpty()
            except OSError as error:
                self.skipTest(f"no terminal to be had: {error}")
            os.environ["NO_COLOR"] = no_color
            self.addCleanup(os.environ.pop, "NO_COLOR", None)
            self.run_entente("check", "wrong.yaml", stderr=theirs)
            os.close(theirs)
            said = os.read(ours, 65536).decode().replace("\r\n", "\n").rstrip("\n")
            os.close(ours)
            self.assertEqual("\x1b[1;31merror: \x1b[0m" in said, no_color == "")
            self.assertEqual(re.sub(r"\x1b\[[0-9;]*m", "", said), plain)


class Files(ProgramTest):
    """A gazetteer of several files: what a case directory cannot hold."""

    def setUp(self):
        super().setUp()
        self.write("a.txt", ARTICLE)
        self.mentions = self.expect(0, "", "mentions", "a.txt")

    def test_pipe(self):
        entities = (self.here / "entities.yaml").read_bytes()
        for options in (["-g", "/dev/stdin"], ["-g", "/dev/stdin", "-g", "/dev/stdin"]):
            out = self.expect(0, "", "mentions", *options, "a.txt", stdin=entities)
            self.assertEqual(out, self.mentions)

    def test_pipe_includes_from_here(self):
        out = self.expect(0, "", "mentions", "-g/dev/stdin", "a.txt", stdin=b"include: [entities.yaml]\n")
        self.assertEqual(out, self.mentions)

    def test_one_file_by_several_names(self):
        (self.here / "folder").mkdir()
        (self.here / "again.yaml").symlink_to("entities.yaml")
        self.write("all.yaml", f"include: [again.yaml, folder/../entities.yaml, {self.here}/entities.yaml]\n")
        self.assertEqual(self.expect(0, "", "mentions", "-gall.yaml", "a.txt"), self.mentions)

    def test_too_large(self):
        """A file that is large without taking room on the disk, named and included; nothing of it is read."""
        self.write("a.txt", ARTICLE)
        with open(self.here / "large.yaml", "wb") as file:
            file.truncate(1 << 30)
        self.expect(1, "entente: large.yaml: larger than 256 MB", "graph", "-g", "large.yaml", "a.txt")
        self.write("all.yaml", "include: [large.yaml]\n")
        self.expect(1, "all.yaml:1:11: error: cannot include 'large.yaml': larger than 256 MB\n"
                       "include: [large.yaml]\n          ^~~~~~~~~~", "graph", "-g", "all.yaml", "a.txt")
        with open("/dev/zero", "rb") as endless:
            self.expect(1, "entente: /dev/stdin: larger than 256 MB", "graph", "-g", "/dev/stdin", "a.txt",
                        preexec_fn=lambda: os.dup2(endless.fileno(), 0))

    def test_chain(self):
        for n in range(40):
            self.write(f"chain{n}.yaml", f"include: [chain{n + 1}.yaml]\n")
        self.write("chain40.yaml", "include: [entities.yaml]\n")
        self.assertEqual(self.expect(0, "", "mentions", "-gchain9.yaml", "a.txt"), self.mentions)
        self.expect(1, "chain32.yaml:1:11: error: 'chain33.yaml' is not read: it is the end of a chain of more than "
                       "32 files\ninclude: [chain33.yaml]\n          ^~~~~~~~~~~~", "mentions", "-gchain0.yaml", "a.txt")

    def test_unreadable_file_among_others(self):
        self.expect(1, "entente: none.yaml: No such file or directory",
                    "mentions", "-gentities.yaml", "-gnone.yaml", "a.txt")


if __name__ == "__main__":
    main()

"""Large files: read in pieces, with offsets and lines of the file, in memory that does not grow with them."""

import hashlib
import json
import os
import re
import subprocess
import unittest

from harness import SANITIZED, ProgramTest, main

LARGE = 16 << 20  # ENT_LARGE_FILE
HEADER = "title: The year\ndate: 2020-06-01\n\n"
FILLER = "Rivers carry water down the hill, and the people of the valley build boats of wood for it each spring.\n"
PEOPLE = {"Anna Berg": "anna-berg", "Elena Faro": "elena-faro", "Gunnar Holm": "gunnar-holm"}


def paragraphs(number):
    """What names nobody, and then a sentence that names two."""
    first, second = list(PEOPLE)[number % 3], list(PEOPLE)[(number + 1) % 3]
    return FILLER * (300 + number % 50) + f"\nOn day {number}, {first} met {second} in the harbour’s old hall.\n\n"


class Pieces(ProgramTest):
    """A file of more than a dozen pieces, and what stands in it according to Python."""

    def setUp(self):
        super().setUp()
        count = LARGE * 9 // 8 // len(paragraphs(25))
        self.content = (HEADER + "".join(map(paragraphs, range(count)))).encode()
        self.assertGreater(len(self.content), LARGE)
        self.write("year.txt", self.content)

    def names(self):
        """Start, end and id of each name in the file."""
        pattern = re.compile("|".join(PEOPLE).encode())
        return [(found.start(), found.end(), PEOPLE[found[0].decode()]) for found in pattern.finditer(self.content)]

    def line(self, offset):
        return self.content.count(b"\n", 0, offset) + 1

    def test_mentions(self):
        printed = self.expect(0, "", "mentions", "year.txt").decode().splitlines()
        found = [tuple(line.split("\t")[:4]) for line in printed]
        self.assertEqual(found, [("year.txt", str(start), str(end), id) for start, end, id in self.names()])

    def test_why(self):
        printed = self.expect(0, "", "why", "anna-berg", "elena-faro", "year.txt").decode()
        pairs = [pair for pair in zip(self.names()[::2], self.names()[1::2])
                 if {pair[0][2], pair[1][2]} == {"anna-berg", "elena-faro"}]
        lines, line, last = [], 1, 0
        for (start, _, _), _ in pairs:
            line, last = line + self.content.count(b"\n", last, start), start
            lines += [str(line)] * 2  # the meeting, and the co-mention
        self.assertEqual(re.findall(r"year\.txt:(\d+)$", printed, re.MULTILINE), lines)

    def test_evidence(self):
        self.expect(0, "", "graph", "-o", "net.jsonl", "-o", "net.dot", "year.txt")
        article, *rows = [json.loads(line) for line in (self.here / "net.jsonl").read_text().splitlines()]
        self.assertEqual((article["kind"], article["bytes"], article["words"]), ("article", len(self.content), None))
        relations = [row for row in rows if row["kind"] == "relation"]
        checksum = hashlib.sha256(self.content).hexdigest()
        for row in rows:
            self.assertEqual(self.content[row["start"]:row["end"]].decode(), row.get("sentence") or row["text"])
            self.assertEqual(row["line"], self.content.count(b"\n", 0, row["start"]) + 1)
            self.assertEqual(row["article"], article["article"])
        for row in [article, *relations]:
            self.assertEqual((row["title"], row["date"], row["sha256"]), ("The year", "2020-06-01", checksum))
        spans = [sorted((row["source_span"], row["target_span"])) for row in relations if row["relation"] == "met_with"]
        names = [list(name[:2]) for name in self.names()]
        self.assertEqual(spans, [[first, second] for first, second in zip(names[::2], names[1::2])])
        self.assertEqual(set(re.findall(r'articles="(\d+)"', (self.here / "net.dot").read_text())), {"1"})

    def test_any_number_of_threads_and_a_pipe(self):
        self.write("news/a.txt", HEADER + "Anna Berg met Elena Faro.\n")
        (self.here / "year.txt").rename(self.here / "news/b.txt")
        self.write("news/c.txt", HEADER + "Anna Berg met Gunnar Holm.\n")

        def outputs(*arguments, **options):
            self.expect(0, "", "graph", "-o", "net.jsonl", "-o", "net.dot", *arguments, **options)
            return (self.here / "net.jsonl").read_bytes(), (self.here / "net.dot").read_bytes()

        first = outputs("-j1", "news")
        for jobs in ("2", "7"):
            self.assertTrue(outputs(f"-j{jobs}", "news") == first, jobs)
        piped, named = outputs("-", stdin=self.content)[0], outputs("news/b.txt")[0]
        piped = piped.replace(b'"path":"-"', b'"path":"news/b.txt"')
        self.assertTrue(re.sub(b'"article":[0-9]+', b"", piped) == re.sub(b'"article":[0-9]+', b"", named))

    def test_watch(self):
        self.expect(0, "", "graph", "-o", "net.dot", "year.txt")
        (self.here / "out").mkdir()
        with self.start("watch", "-o", "out/net.dot", "year.txt", stdout=subprocess.DEVNULL) as process:
            told = process.stderr.readline()
            process.terminate()
        self.assertIn(b"6 edges", told)
        self.assertEqual((self.here / "out/net.dot").read_bytes(), (self.here / "net.dot").read_bytes())

    def test_score(self):
        rows = ["article\trelation\tsource\ttarget\tstatus", "year.txt\tmet_with\tanna-berg\telena-faro\thappened",
                "year.txt\tmet_with\tanna-berg\tgunnar-holm\thappened",
                "year.txt\tmet_with\telena-faro\tgunnar-holm\thappened"]
        self.write("gold.tsv", "\n".join(rows) + "\n")
        figures = json.loads(self.expect(0, "", "score", "--json", "gold.tsv", "year.txt"))
        met = next(row for row in figures["agreement"] if row["relation"] == "met_with")
        self.assertEqual((met["both"], met["program_only"], met["gold_only"], met["neither"]), (3, 0, 0, 0))

    def test_diff_suggest_and_check(self):
        """Where what stands once, far down, is said to be."""
        at = self.content.rindex(b"On day")
        self.content = self.content[:at] + b"The minister Karla Dahlin met Anna Berg.\n\n" + self.content[at:]
        self.write("year.txt", self.content)
        place = f"year.txt:{self.line(at)}:"
        self.assertIn(place, self.expect(0, "", "suggest", "year.txt").decode())
        new = (self.here / "entities.yaml").read_text() + "\nignore: []\n"
        new = new.replace("officials:\n", "officials:\n  karla-dahlin: {name: Karla Dahlin, state: norland}\n", 1)
        self.write("new.yaml", new)
        self.assertEqual(self.expect(0, "", "diff", "entities.yaml", "new.yaml", "year.txt").decode().count(place), 3)
        shared = new.replace("karla-dahlin:", "karla-dahl: {name: Karla Dahl, aliases: [Karla Dahlin], state: norland}\n"
                                              "  karla-dahlin:", 1).replace("name: Karla Dahlin", "name: Karla Lund, aliases: [Karla Dahlin]", 1)
        self.write("shared.yaml", shared)
        told = self.run_entente("check", "shared.yaml", "year.txt").stderr.decode()
        self.assertIn("nobody is named by 1 mention in 1 article", told)
        self.assertIn(place, told)


class Limits(ProgramTest):
    def write_large(self, name, start, size=LARGE + 1):
        line = FILLER.encode()
        self.write(name, start + line * (size // len(line)))

    @unittest.skipIf(SANITIZED, "sanitizers take memory of their own")
    def test_memory(self):
        """200 MB, of which no more than some pieces may be held."""
        with open(self.here / "long.txt", "wb") as file:
            for _ in range(20):
                file.write((FILLER * 100 + "\nAnna Berg met Elena Faro.\n\n").encode() * 970)
        with self.start("graph", "-j2", "-o", "net.dot", "long.txt") as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 0)
        self.assertGreater((self.here / "long.txt").stat().st_size, 200_000_000)
        self.assertLess(used.ru_maxrss, 100_000)  # KB

    def test_no_text(self):
        self.write_large("a.txt", b"")
        with open(self.here / "a.txt", "ab") as file:
            file.write(b"\0")
        size = (self.here / "a.txt").stat().st_size
        message = f"entente: a.txt: not a text file (NUL byte at offset {size - 1})"
        self.assertEqual(self.expect(1, message, "mentions", "a.txt"), b"")

    def test_windows_1252_is_told_once(self):
        line = FILLER * 300 + "\nCafé: Anna Berg met Elena Faro.\n\n"
        times = LARGE // len(line) + 1
        self.write("a.txt", (line * times).encode("cp1252"))
        out = self.expect(0, "entente: note: a.txt: not UTF-8, read as Windows-1252", "graph", "a.txt")
        self.assertIn(f'weight="{times}"'.encode(), out)

    def test_page(self):
        self.write_large("a.html", b"<p>", 4 * LARGE + len(FILLER))
        self.expect(1, "entente: a.html: HTML or UTF-16 of more than 64 MB; only plain text in UTF-8 may be larger",
                    "graph", "a.html")

    def test_pipe_that_cannot_be_kept(self):
        environment = dict(os.environ, TMPDIR=str(self.here / "none"))
        command = [os.environ["ENTENTE"], "graph", "-"]
        done = subprocess.run(command, input=(FILLER * (LARGE // 100)).encode(), cwd=self.here, env=environment,
                              capture_output=True, timeout=60)
        self.assertEqual(done.stderr.decode(), f"entente: -: no copy of it in {self.here}/none: No such file or directory\n")
        self.assertEqual(done.returncode, 1)


if __name__ == "__main__":
    main()

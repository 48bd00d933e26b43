"""Evidence: the format, what it becomes when it is put together, sorted or filtered, its first edition, and other programs."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

from harness import COMMON, ENTENTE, ProgramTest, main

TOP = Path(__file__).parents[2]
REFERENCES = {"office", "description", "pronoun"}
MANY = [f"Land {chr(65 + number // 26)}{chr(97 + number % 26)}" for number in range(193)]


def load(lines):
    return [json.loads(line) for line in lines.splitlines()]


class Evidence(ProgramTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(COMMON / "articles", self.here / "news")
        self.text = self.expect(0, "", "evidence", "news").decode()
        self.rows = load(self.text)
        self.network = self.expect(0, "", "graph", "news")

    def graph(self, text, status=0, stderr=""):
        self.write("some.jsonl", text)
        return self.expect(status, stderr, "graph", "some.jsonl")


def derived_pairs(rows):
    """What follows from rows of sentences, without the program."""
    for row in rows:
        if row["kind"] == "sentence":
            for number, first in enumerate(row["entities"]):
                for second in row["entities"][number + 1:]:
                    yield row, first, second


class Format(Evidence):
    def check(self, rows):
        try:
            import jsonschema
        except ImportError as missing:
            self.skipTest(str(missing))
        schema = json.loads((TOP / "evidence.schema.json").read_text())
        jsonschema.Draft7Validator.check_schema(schema)
        validator = jsonschema.Draft7Validator(schema)
        for row in rows:
            problem = next(validator.iter_errors(row), None)
            self.assertIsNone(problem, (row, problem))
            kind = schema["definitions"][row["kind"]]
            self.assertEqual(list(row), kind["required"])  # and in this order
            self.assertEqual(list(row), list(kind["properties"]))
        return validator

    def test_schema(self):
        out = self.expect(0, "", "evidence", "-g", TOP / "entities.yaml", TOP / "articles")
        rows = load(out)
        self.assertEqual(Counter(row["kind"] for row in rows)["article"], 14)
        validator = self.check(rows)
        self.check(self.rows)
        for key in ("article", "start", "entities", "rule"):  # it can say no
            for row in rows:
                if key in row:
                    self.assertFalse(validator.is_valid({name: row[name] for name in row if name != key}))
                    self.assertFalse(validator.is_valid(row | {key: {}}))
                    break

    def test_odd_articles(self):
        self.write("odd/a.txt", "\n")
        self.write("odd/b.html", "<p>Anna&nbsp;Berg\n met <b>Elena</b> Faro.</p>")
        self.write("odd/c.txt", "date: 2020\n\nAnna Berg met \"Elena Faro\" \\ \x01 \x7f.\n")
        rows = load(self.expect(0, "", "evidence", "odd"))
        self.check(rows)
        self.assertEqual([row["path"] for row in rows if row["kind"] == "article"], ["odd/a.txt", "odd/b.html", "odd/c.txt"])
        texts = [row["text"] for row in rows if row["kind"] == "sentence"]
        self.assertIn("Anna Berg met Elena Faro.", texts)
        self.assertEqual(self.graph("\n".join(map(json.dumps, rows))), self.expect(0, "", "graph", "odd"))

    def test_graph_writes_the_same(self):
        self.expect(0, "", "graph", "-o", "net.jsonl", "news")
        self.assertEqual((self.here / "net.jsonl").read_text(), self.text)
        self.assertEqual(self.expect(0, "", "evidence", "net.jsonl").decode(), self.text)
        for jobs in ("1", "3"):
            self.assertEqual(self.expect(0, "", "graph", "-j", jobs, "-o", "-", "--format", "jsonl", "news").decode(), self.text)

    def test_words(self):
        for row in self.rows:
            if row["kind"] == "article" and row["path"].endswith("lake.txt"):
                body = (self.here / row["path"]).read_text().split("\n\n", 1)[1]
                self.assertEqual(row["words"], len((row["title"] + " " + body).split()))

    def test_weights_and_strengths(self):
        weights, strengths = Counter(), Counter()
        for row, first, second in derived_pairs(self.rows):
            weights[first["id"], second["id"]] += 1
            strengths[first["id"], second["id"]] += 1 / (len(row["entities"]) - 1)
        for (source, target), weight in weights.items():
            edge = re.search(rf'"{source}" -> "{target}" \[[^\n]*relation="co_mention"[^\n]*', self.network.decode())[0]
            self.assertIn(f' weight="{weight}",', edge)
            self.assertIn(f' strength="{strengths[source, target]:.3f}",', edge)


class PutTogether(Evidence):
    """A network out of rows that were moved about is right, or is refused."""

    def test_concatenated(self):
        parts = [self.expect(0, "", "evidence", str(path.relative_to(self.here))).decode()
                 for path in sorted((self.here / "news").iterdir())]
        self.assertEqual("".join(parts), self.text)
        self.assertEqual(self.graph("".join(reversed(parts))), self.network)

    def test_sorted(self):
        lines = self.text.splitlines(keepends=True)
        self.assertEqual(self.graph("".join(sorted(lines))), self.network)
        self.assertEqual(self.graph("".join(sorted(set(lines + lines)))), self.network)

    def test_other_writers(self):
        spaced = "".join(json.dumps(row, indent=None, sort_keys=True) + "\r\n" for row in self.rows)
        self.assertEqual(self.graph(spaced), self.network)
        floats = "".join(json.dumps(row | {"article": float(row["article"]), "more": [{"a": [None]}]}) + "\n"
                         for row in self.rows)
        self.assertEqual(self.graph(floats), self.network)

    def test_relations_alone(self):
        relations = [line for line in self.text.splitlines() if '"kind":"relation"' in line]
        self.assertEqual(self.graph("\n".join(relations)), self.expect(0, "", "graph", "--no-co-mentions", "news"))

    def test_some_sentences(self):
        rows = [row for row in self.rows if row["kind"] == "article" or row.get("line") == 5]
        weights = Counter((first["id"], second["id"]) for _, first, second in derived_pairs(rows))
        out = self.graph("\n".join(map(json.dumps, rows))).decode()
        self.assertEqual(out.count(" -> "), len(weights))

    def test_sentences_without_articles(self):
        lines = self.text.splitlines()
        for some in ([line for line in lines if '"kind":"article"' not in line], sorted(lines, reverse=True)):
            number = json.loads(some[0])["article"]
            self.graph("\n".join(some), 1, f"entente: some.jsonl:1: a sentence of article {number}, whose row of kind "
                                           '"article" does not stand before it')

    def test_copies_of_an_article(self):
        """The same bytes under two names are two articles."""
        shutil.copytree(self.here / "news", self.here / "copy")
        both = self.expect(0, "", "evidence", "news", "copy").decode()
        self.assertEqual(len({row["article"] for row in load(both) if row["kind"] == "article"}), 6)
        self.assertEqual(self.graph("".join(sorted(both.splitlines(keepends=True)))), self.expect(0, "", "graph", "news", "copy"))

    def test_standard_input(self):
        for text in (self.text, "".join(sorted(self.text.splitlines(keepends=True))),
                     (Path(__file__).parent / "first_edition.jsonl").read_text()):
            out = self.expect(0, "", "graph", "-", stdin=text.encode())
            self.assertEqual(re.sub(rb"\b(news|articles)/", b"", out), re.sub(rb"\bnews/", b"", self.network))
        self.assertIn(b"anna-berg", self.expect(0, "", "mentions", "-", stdin=b"Anna Berg spoke.\n"))
        self.assertIn(b"anna-berg", self.expect(0, "", "mentions", "-", stdin=b'{"a": 1}\n\nAnna Berg spoke.\n'))
        self.write("some", self.text)
        self.assertEqual(self.expect(0, "", "graph", "some"), self.network)
        with open(self.here / "some", "rb") as file:
            done = subprocess.run([ENTENTE, "graph", "-"], cwd=self.here, stdin=file, capture_output=True)
        self.assertEqual(done.stdout, self.network)


class FirstEdition(Evidence):
    """What the first edition said of the same articles is said by rows of today."""

    def setUp(self):
        super().setUp()
        (self.here / "news").rename(self.here / "articles")
        self.rows = load(self.expect(0, "", "evidence", "articles"))
        self.old = load((Path(__file__).parent / "first_edition.jsonl").read_text())

    def test_relations(self):
        same = ["sha256", "relation", "source", "target", "directed", "status", "via", "sentence", "start", "end",
                "source_span", "target_span", "source_how", "target_how", "rule"]
        empty = {"title": "", "date": "", "url": ""}
        absent = ["text", "source_antecedent", "target_antecedent", "cue_span"]
        old = [[row["article"]] + [row[key] for key in same + list(empty)] + [row.get(key) for key in absent]
               for row in self.old if row["relation"] != "co_mention"]
        new = [[row["path"]] + [row[key] for key in same] + [row[key] or empty[key] for key in empty] +
               [row[key] for key in absent] for row in self.rows if row["kind"] == "relation"]
        self.assertGreater(len(new), 5)
        self.assertEqual(new, old)

    def test_co_mentions(self):
        paths = {row["article"]: row["path"] for row in self.rows if row["kind"] == "article"}
        new = sorted([paths[row["article"]], row["start"], row["end"], row["text"], a["id"], b["id"], [a["start"], a["end"]],
                      [b["start"], b["end"]], a["how"], b["how"], "coref" if {a["how"], b["how"]} & REFERENCES else "direct"]
                     for row, a, b in derived_pairs(self.rows))
        old = sorted([row["article"], row["start"], row["end"], row.get("text", row["sentence"]), row["source"], row["target"],
                      row["source_span"], row["target_span"], row["source_how"], row["target_how"], row["via"]]
                     for row in self.old if row["relation"] == "co_mention")
        self.assertGreater(len(new), 5)
        self.assertEqual(new, old)

    def test_network(self):
        network = self.expect(0, "", "graph", "articles")
        old = "".join(json.dumps(row) + "\n" for row in self.old)
        self.assertEqual(self.graph(old), network)
        converted = self.expect(0, "", "evidence", "some.jsonl").decode()
        self.assertEqual(self.graph(converted), network)
        unknown = {"bytes": None, "words": None, "line": None}
        self.assertEqual(load(converted), [{key: unknown.get(key, row[key]) for key in row} for row in self.rows])
        half = len(self.old) // 2
        while self.old[half]["article"] == self.old[half - 1]["article"]:
            half += 1
        later = {row["article"] for row in self.rows if row.get("path") in {row["article"] for row in self.old[half:]}}
        mixed = "".join(json.dumps(row) + "\n" for row in self.old[:half] + [row for row in self.rows if row["article"] in later])
        self.assertEqual(self.graph(mixed), network)

    def test_filtered(self):
        """Where some pairs of a sentence are gone, the others do not bring them back."""
        kept = [row for row in self.old if "gunnar-holm" not in (row["source"], row["target"])] + \
               [row for row in self.old if row["source"] == "elena-faro" and row["target"] == "gunnar-holm"]
        happened = Counter((row["relation"], row["source"], row["target"]) for row in kept if row["status"] == "happened")
        out = self.graph("".join(json.dumps(row) + "\n" for row in kept)).decode()
        self.assertEqual(out.count(" -> "), len(happened))
        for (relation, source, target), weight in happened.items():
            self.assertRegex(out, rf'"{source}" -> "{target}" \[[^\n]*relation="{relation}"[^\n]* weight="{weight}"')


class Offsets(Evidence):
    def test_characters(self):
        self.write("news/u.txt", "title: Été 🤝 à Vik\n\nÀ “Vik”, Anna Berg met — at last — Elena Faro 🤝.\n" * 3)
        self.write("news/w.txt", "title: Été\n\nÀ “Vik”, Anna Berg met Elena Faro.\n".encode("cp1252"))
        self.write("news/x.txt", "title: Été 🤝\n\nÀ “Vik” 🤝, Anna Berg met Elena Faro.\n".encode("utf-16"))
        self.write("news/y.txt", "\ufefftitle: Été\n\n" + "ÀÉ. " * 3000 + "\n\nAnna Berg met Elena Faro.\n")
        note = "entente: note: news/w.txt: not UTF-8, read as Windows-1252"
        rows = load(self.expect(0, note, "evidence", "--chars", "news"))
        texts, found = {}, defaultdict(set)
        for row in rows:
            if row["kind"] == "article":
                encoding = {"news/w.txt": "cp1252", "news/x.txt": "utf-16"}.get(row["path"], "utf-8")
                text = (self.here / row["path"]).read_bytes().decode(encoding)
                # the mark is a character of UTF-16 too, that Python takes away
                texts[row["article"]] = ("\ufeff" if encoding == "utf-16" else "") + text, row["path"]
                self.assertEqual(row["offsets"], "chars")
                continue
            text, path = texts[row["article"]]
            if path.endswith(".html"):
                continue
            self.assertEqual(text[row["start"]:row["end"]].split(), (row["text"] or row["sentence"]).split())
            for entity in row.get("entities", ()):
                found[path].add(text[entity["start"]:entity["end"]])
        for path in ("news/u.txt", "news/w.txt", "news/x.txt", "news/y.txt"):
            self.assertLessEqual({"Anna Berg", "Elena Faro"}, found[path], path)

    def test_of_evidence(self):
        self.write("news/u.txt", "À “Vik”, Anna Berg met — at last — Elena Faro.\n")
        self.write("e.jsonl", self.expect(0, "", "evidence", "news"))
        chars = self.expect(0, "", "evidence", "--chars", "news")
        self.assertNotEqual(chars, self.expect(0, "", "evidence", "news"))
        self.assertEqual(self.expect(0, "", "evidence", "--chars", "e.jsonl"), chars)
        self.write("c.jsonl", chars)
        self.assertEqual(self.expect(0, "", "evidence", "--chars", "c.jsonl"), chars)
        self.assertEqual(self.expect(0, "", "graph", "c.jsonl"), self.expect(0, "", "graph", "news"))
        self.assertEqual(self.expect(0, "", "why", "anna-berg", "elena-faro", "c.jsonl"),
                         self.expect(0, "", "why", "anna-berg", "elena-faro", "e.jsonl"))
        self.write("news/u.txt", "Another text.\n")
        self.expect(1, "entente: news/u.txt: not the file that the evidence was found in", "evidence", "--chars", "e.jsonl")


class Pairs(Evidence):
    def test_pairs(self):
        pairs = self.pairs("news")
        self.assertEqual(len({tuple(pair) for pair in pairs}), 1)
        for pair in pairs:
            self.assertFalse([value for value in pair.values() if isinstance(value, (list, dict))])
        together = [(pair["article"], pair["start"], pair["source"], pair["target"], pair["source_start"], pair["target_end"],
                     pair["source_how"], pair["strength"]) for pair in pairs if pair["relation"] == "co_mention"]
        expected = [(row["article"], row["start"], a["id"], b["id"], a["start"], b["end"], a["how"], 1 / (len(row["entities"]) - 1))
                    for row, a, b in derived_pairs(self.rows)]
        self.assertEqual(together, expected)
        relations = [(row["article"], row["relation"], row["source"], row["target"], row["status"], *row["cue_span"])
                     for row in self.rows if row["kind"] == "relation"]
        self.assertEqual([(pair["article"], pair["relation"], pair["source"], pair["target"], pair["status"], pair["cue_start"],
                           pair["cue_end"]) for pair in pairs if pair["relation"] != "co_mention"], relations)


class RollCall(ProgramTest):
    """A sentence that names everybody."""

    def setUp(self):
        super().setUp()
        states = "".join(f"  s{number}: {{name: {name}}}\n" for number, name in enumerate(MANY))
        self.write("entities.yaml", "states:\n" + states)
        call = ", ".join(MANY[:-1]) + f" and {MANY[-1]} voted for it. Land Aa met Land Ab.\n\n"
        self.write("call.txt", "title: The vote\n\n" + 20 * call)
        self.note = "entente: note: 20 sentences of more than 40 entities: no pairs (--max-entities)"

    def test_no_pairs(self):
        self.expect(0, self.note, "graph", "-o", "net.jsonl", "-o", "net.dot", "call.txt")
        self.assertEqual((self.here / "net.dot").read_text().count(" -> "), 2)
        lists = [row for row in load((self.here / "net.jsonl").read_text()) if row["kind"] == "sentence" and row["entities"] is None]
        self.assertEqual(len(lists), 20)
        self.assertIn("Land Hk voted for it.", lists[0]["text"])
        self.assertLess((self.here / "net.jsonl").stat().st_size, 2 * (self.here / "call.txt").stat().st_size)
        self.assertEqual(self.expect(0, self.note, "graph", "net.jsonl"), (self.here / "net.dot").read_bytes())
        self.assertEqual(self.expect(0, self.note, "evidence", "net.jsonl"), (self.here / "net.jsonl").read_bytes())

    def test_more(self):
        out = self.expect(0, "", "graph", "--plain", "--max-entities", "193", "-o", "all.jsonl", "-o", "-", "call.txt").decode()
        self.assertEqual(out.count('relation="co_mention"'), 193 * 192 // 2)
        self.assertRegex(out, r'"s0" -> "s2" \[[^\n]*weight="20"[^\n]*strength="0.104"')
        self.assertRegex(out, r'"s0" -> "s1" \[[^\n]*relation="co_mention"[^\n]*weight="40"[^\n]*strength="20.104"')
        less = self.expect(0, self.note, "evidence", "--max-entities", "40", "all.jsonl")
        self.assertEqual(less, self.expect(0, self.note, "evidence", "call.txt"))

    def test_option(self):
        for command in ("graph", "evidence", "watch"):
            self.expect(2, "entente: --max-entities: 1 is less than 2", command, "--max-entities", "1", "call.txt")


class StandardOutput(Evidence):
    def test_formats(self):
        self.assertEqual(self.expect(0, "", "graph", "-o", "-", "news"), self.network)
        self.assertTrue(self.expect(0, "", "graph", "-o", "-", "--format", "svg", "news").startswith(b"<?xml"))
        self.assertTrue(self.expect(0, "", "graph", "-o", "-", "--format", "pdf", "news").startswith(b"%PDF"))
        self.expect(0, "", "graph", "-o", "net.svg", "-o", "-", "--format", "jsonl", "news")

    def test_misuse(self):
        self.expect(2, "entente: --format: no format 'gif'; there are dot, svg, png, pdf and jsonl", "graph", "-o", "-",
                    "--format", "gif", "news")
        self.expect(2, "entente: --format is for -o -; a file's suffix tells its format", "graph", "--format", "svg", "news")

    def test_full(self):
        with open("/dev/full", "wb") as full:
            done = self.run_entente("evidence", "news", stdout=full)
        self.assertEqual((done.returncode, done.stderr), (1, b"entente: standard output: No space left on device\n"))

    def test_no_gazetteer_for_evidence(self):
        self.write("e.jsonl", self.text)
        (self.here / "entities.yaml").unlink()
        self.assertEqual(self.expect(0, "", "evidence", "e.jsonl").decode(), self.text)


class OtherPrograms(Evidence):
    """The commands of the manual that load evidence into what may not be there."""

    def run_manual(self, word, module=None):
        page = (TOP / "src" / "entente.1").read_text().replace("\\-", "-").replace("\\(aq", "'").replace("\\e", "\\")
        commands = [line for block in re.findall(r"^\.EX\n(.*?)^\.EE$", page, re.M | re.S) for line in block.splitlines()
                    if word in line]
        self.assertTrue(commands, word)
        if module is None and shutil.which(word) is None:
            self.skipTest(f"{word} is not installed")
        python = next((name for name in ("python3", "/usr/bin/python3", sys.executable) if module is None or
                       subprocess.run([name, "-c", f"import {module}"], capture_output=True).returncode == 0), None)
        if python is None:
            self.skipTest(f"{module} is not installed")
        self.write("bin/python3", f'#!/bin/sh\nexec {shutil.which(python)} "$@"\n').chmod(0o755)
        self.write("evidence.jsonl", self.text)
        path = f"{self.here / 'bin'}:{Path(ENTENTE).parent}:{os.environ['PATH']}"
        said = ""
        for command in commands:
            done = subprocess.run(["bash", "-c", "set -o pipefail; " + command], cwd=self.here, env=dict(os.environ, PATH=path),
                                  capture_output=True, text=True, timeout=60)
            self.assertEqual(done.returncode, 0, done.stderr)
            said += done.stdout
        return said

    def met(self):
        return [row for row in self.rows if row.get("relation") == "met_with"]

    def test_sqlite_utils(self):
        rows = json.loads(self.run_manual("sqlite-utils"))
        weights = Counter((row["source"], row["target"]) for row in self.met() if row["status"] == "happened")
        self.assertEqual({(row["source"], row["target"]): row["weight"] for row in rows}, weights)

    def test_pandas(self):
        said = self.run_manual("pandas", "pandas")
        for status, count in Counter(row["status"] for row in self.met()).items():
            self.assertRegex(said, rf"met_with +{status} +{count}\b|\b{status} +{count}\b")

    def test_duckdb(self):
        said = self.run_manual("duckdb", "duckdb")
        for kind, count in Counter(row["kind"] for row in self.rows).items():
            self.assertRegex(said, rf"{kind} +│ +{count}\b")


if __name__ == "__main__":
    main()

"""Same input, same bytes, and evidence that says where it comes from."""

import hashlib
import json
import shutil
from collections import Counter

from harness import COMMON, ProgramTest, main

FORMATS = ("dot", "svg", "png", "pdf", "jsonl")


class Corpus(ProgramTest):
    """The articles of the cases, and more of them than there are threads."""

    def setUp(self):
        super().setUp()
        shutil.copytree(COMMON / "articles", self.here / "news")
        people = ["Anna Berg", "Carl Dahl", "Elena Faro", "Gunnar Holm", "Norland", "Suland", "Eastmark"]
        for number in range(60):
            first, second = people[number % 7], people[(number * number + 1) % 7]
            self.write(f"news/{number}.txt", f"title: Day {number}\ndate: 2020-01-{number % 28 + 1:02}\n\n"
                                             f"{first} met {second} for talks. {second} responded to {first}.\n")

    def outputs(self, *arguments):
        """The bytes of every format."""
        names = [f"net.{suffix}" for suffix in FORMATS]
        options = [option for name in names for option in ("-o", name)]
        self.expect(0, "", "graph", *options, *arguments)
        return {name: (self.here / name).read_bytes() for name in names}


class Repeatable(Corpus):
    def test_any_number_of_threads(self):
        first = self.outputs("--jobs", "1", "news")
        for jobs in ("1", "2", "8", "100"):
            again = self.outputs("--jobs", jobs, "news")
            for name, content in first.items():
                self.assertTrue(content == again[name], f"{name} with {jobs} threads")
        self.assertEqual(self.expect(0, "", "graph", "news"), first["net.dot"])
        whole = self.expect(0, "", "mentions", "-j1", "news")
        self.assertEqual(self.expect(0, "", "mentions", "-j8", "news"), whole)

    def test_order_of_articles_does_not_show_in_the_network(self):
        names = sorted(str(path.relative_to(self.here)) for path in (self.here / "news").iterdir())
        self.assertEqual(self.expect(0, "", "graph", *names), self.expect(0, "", "graph", *reversed(names)))

    def test_evidence_stands_for_the_articles(self):
        whole = self.outputs("news")
        names = sorted(f"news/{path.name}" for path in (self.here / "news").iterdir())
        self.expect(0, "", "graph", "-o", "one.jsonl", *names[:20])
        self.expect(0, "", "graph", "-o", "two.jsonl", *names[20:])
        parts = (self.here / "one.jsonl").read_bytes() + (self.here / "two.jsonl").read_bytes()
        self.assertEqual(parts, whole["net.jsonl"])
        self.write("all.jsonl", parts)
        for evidence in (["all.jsonl"], ["one.jsonl", "two.jsonl"], ["two.jsonl", "one.jsonl"]):
            again = self.outputs(*evidence)
            for suffix in ("dot", "svg", "png", "pdf"):
                self.assertTrue(whole[f"net.{suffix}"] == again[f"net.{suffix}"], (evidence, suffix))


class Evidence(Corpus):
    def evidence(self):
        self.expect(0, "entente: note: news/z.txt: not UTF-8, read as Windows-1252",
                    "graph", "-o", "net.jsonl", "-o", "net.dot", "news")
        rows = [json.loads(line) for line in (self.here / "net.jsonl").read_text().splitlines()]
        self.articles = {row["article"]: row["path"] for row in rows if row["kind"] == "article"}
        return rows

    def setUp(self):
        super().setUp()
        self.write("news/z.txt", "title: Café\n\nIn “Lund”, Anna Berg met Elena Faro.\n".encode("cp1252"))
        self.write("news/y.html", "<html><body><p>Caf&eacute;: Anna&nbsp;Berg met <i>Elena</i> Faro.</p></body></html>")

    def check_sentence(self, row, text):
        path = self.articles[row["article"]]
        content = (self.here / path).read_bytes()
        encoding = "cp1252" if path == "news/z.txt" else "utf-8"
        self.assertEqual(content[row["start"]:row["end"]].decode(encoding), text)
        self.assertEqual(row["line"], content.count(b"\n", 0, row["start"]) + 1)
        return content, encoding

    def check_name(self, row, content, encoding, start, end, entity):
        self.assertLessEqual(row["start"], start)
        self.assertLessEqual(end, row["end"])
        name = content[start:end].decode(encoding).replace("&nbsp;", " ").lower()
        for tag in ("<i>", "</i>"):
            name = name.replace(tag, "")
        self.assertIn(name.replace(" ", "-"), entity)

    def test_offsets_are_bytes_of_the_file(self):
        kinds = Counter()
        for row in self.evidence():
            kinds[row["kind"]] += 1
            if row["kind"] == "article":
                content = (self.here / row["path"]).read_bytes()
                self.assertEqual((row["sha256"], row["bytes"]), (hashlib.sha256(content).hexdigest(), len(content)))
            elif row["kind"] == "sentence":
                html = self.articles[row["article"]].endswith(".html")
                content, encoding = self.check_sentence(row, row["text"]) if not html else (None, None)
                for entity in row["entities"] if not html else ():
                    self.check_name(row, content, encoding, entity["start"], entity["end"], entity["id"])
            else:
                self.assertEqual(row["path"], self.articles[row["article"]])
                windows = row["path"] == "news/z.txt"  # whose bytes JSON cannot hold
                content, encoding = self.check_sentence(row, row["text"] if windows else row["sentence"])
                for end in ("source", "target"):
                    self.check_name(row, content, encoding, *row[f"{end}_span"], row[end])
                if row["relation"] == "met_with":
                    self.assertIn(content[slice(*row["cue_span"])], (b"met", b"meet"))
        self.assertEqual(set(kinds), {"article", "sentence", "relation"})

    def test_order(self):
        rows = self.evidence()
        keys = [(self.articles[row["article"]].encode(), row.get("start", 0), row["kind"] == "relation",
                 row["kind"] == "sentence", row.get("relation"), row.get("source"), row.get("target")) for row in rows]
        self.assertEqual(keys, sorted(keys))
        self.assertEqual(len(keys), len(set(keys)))
        for row in rows:
            if row["kind"] == "relation":
                self.assertTrue(row["directed"] or row["source"] < row["target"])

    def test_weights_are_the_lines_of_evidence(self):
        self.evidence()
        happened = [line for line in self.pairs("net.jsonl") if line["status"] == "happened"]
        weights = Counter((line["relation"], line["source"], line["target"]) for line in happened)
        articles = {(line["relation"], line["source"], line["target"], line["article"]) for line in happened}
        drawn = [line for line in (self.here / "net.dot").read_text().splitlines() if "->" in line.split("[")[0]]
        self.assertEqual(len(drawn), len(weights))
        for (relation, source, target), weight in weights.items():
            count = sum(1 for key in articles if key[:3] == (relation, source, target))
            self.assertTrue(any(f'"{source}" -> "{target}"' in line and f'relation="{relation}"' in line and
                                f'weight="{weight}", articles="{count}"' in line for line in drawn),
                            (relation, source, target, weight, count))


if __name__ == "__main__":
    main()

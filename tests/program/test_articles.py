"""Articles that cannot be read, or are not what they seem."""

import os
import resource
import unittest

from harness import ARTICLE, SANITIZED, ProgramTest, main

MET = b'relation="met_with"'


class Unreadable(ProgramTest):
    def test_missing_file(self):
        self.expect(1, "entente: no.txt: No such file or directory", "graph", "no.txt")

    def test_nothing_is_written_when_nothing_was_read(self):
        self.write("net.dot", "old")
        self.expect(1, "entente: no.txt: No such file or directory", "graph", "-o", "net.dot", "no.txt")
        self.assertEqual((self.here / "net.dot").read_text(), "old")
        self.assertEqual(self.expect(1, "entente: no.txt: No such file or directory", "graph", "no.txt"), b"")

    def test_file_without_rights(self):
        options = self.as_nobody()
        self.write("shut.txt", ARTICLE).chmod(0)
        self.expect(1, "entente: shut.txt: Permission denied", "graph", "shut.txt", **options)

    def test_directory_without_rights(self):
        options = self.as_nobody()
        self.write("shut/a.txt", ARTICLE)
        (self.here / "shut").chmod(0)
        self.expect(1, "entente: shut: Permission denied", "graph", "shut", **options)

    def test_directory_without_articles(self):
        self.write("empty/notes.pdf", "x")
        self.expect(1, "entente: empty: no articles in it (.txt, .md, .html)", "graph", "empty")

    def test_each_empty_directory_is_told(self):
        (self.here / "a").mkdir()
        (self.here / "b").mkdir()
        message = "entente: {}: no articles in it (.txt, .md, .html)\n"
        self.expect(1, message.format("a") + message.format("b"), "graph", "a", "b")

    def test_one_bad_article_among_many(self):
        for number in range(9):
            self.write(f"news/{number}.txt", ARTICLE)
        self.write("news/5.txt", b"\0")
        self.expect(1, "entente: news/5.txt: not a text file (NUL byte at offset 0)",
                    "graph", "-o", "net.dot", "news")
        self.assertIn(b'weight="8", articles="8"', (self.here / "net.dot").read_bytes())


class Links(ProgramTest):
    def test_link_to_itself(self):
        (self.here / "loop.txt").symlink_to("loop.txt")
        self.expect(1, "entente: loop.txt: Too many levels of symbolic links", "graph", "loop.txt")

    def test_link_to_the_directory_above(self):
        self.write("news/a.txt", ARTICLE)
        (self.here / "news/deep").mkdir()
        (self.here / "news/deep/back").symlink_to("..")
        (self.here / "news/self").symlink_to(".")
        self.assertIn(b'articles="1"', self.expect(0, "", "graph", "news"))

    def test_links_among_directories(self):
        """Each is searched once: by all ways through the links there would be thousands."""
        for one in range(8):
            self.write(f"news/{one}/{one}.txt", ARTICLE)
            for other in range(8):
                (self.here / f"news/{one}/to{other}").symlink_to(f"../{other}")
        self.assertIn(b'articles="8"', self.expect(0, "", "graph", "news"))

    def test_dangling_link_in_a_directory(self):
        self.write("news/a.txt", ARTICLE)
        (self.here / "news/b.txt").symlink_to("gone.txt")
        out = self.expect(1, "entente: news/b.txt: No such file or directory", "graph", "news")
        self.assertIn(MET, out)

    def test_pipe_in_a_directory_is_passed_over(self):
        self.write("news/a.txt", ARTICLE)
        os.mkfifo(self.here / "news/b.txt")
        self.assertIn(MET, self.expect(0, "", "graph", "news"))


class Content(ProgramTest):
    def test_empty(self):
        for content in ("", "\n\n \n", "\ufeff"):
            self.write("a.txt", content)
            self.assertEqual(self.expect(0, "entente: note: no edge was found", "graph", "--plain", "a.txt"), b'digraph "entente" {\n}\n')

    def test_empty_page(self):
        self.write("a.html", "")
        self.assertEqual(self.expect(0, "entente: note: no edge was found", "graph", "--plain", "a.html"), b'digraph "entente" {\n}\n')

    def test_picture(self):
        self.write("a.txt", b"\x89PNG\r\n\x1a\n and more")
        self.expect(1, "entente: a.txt: not a text file (PNG)", "graph", "a.txt")

    def test_nul_byte(self):
        self.write("a.txt", ARTICLE.encode() + b"\0")
        self.expect(1, f"entente: a.txt: not a text file (NUL byte at offset {len(ARTICLE)})", "graph", "a.txt")

    def test_windows_1252(self):
        self.write("a.txt", "Café talks\n\nAnna Berg met Elena Faro in “Vik”.\n".encode("cp1252"))
        out = self.expect(0, "entente: note: a.txt: not UTF-8, read as Windows-1252", "graph", "a.txt")
        self.assertIn("Elena Faro in “Vik”.".encode(), out)

    def test_any_bytes_but_nul(self):
        self.write("a.txt", bytes(range(1, 256)) * 9 + b"\nAnna Berg met Elena Faro.\n")
        self.expect(0, "entente: note: a.txt: not UTF-8, read as Windows-1252", "graph", "-o", "a.dot", "a.txt")

    def test_100_megabytes_in_one_line(self):
        words = b"once more Anna Berg met Elena Faro and Gunnar Holm; " + b"and rivers carry water down the hill " * 99
        size = 20_000_000 if SANITIZED else 100_000_000
        self.write("long.txt", words * (size // len(words)))
        memory = 3 << 30

        def limit():
            if not SANITIZED:
                resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

        out = self.expect(0, "", "graph", "-j1", "long.txt", preexec_fn=limit)
        self.assertIn(MET, out)
        self.assertLess(len(out), 50_000)


class Names(ProgramTest):
    def test_odd_names(self):
        for name in ("with space.txt", "Ünï 東京.txt", '"quoted" <b>.txt', "%s%n.txt", "x" * 250 + ".txt"):
            self.write(name, ARTICLE)
            self.assertIn(MET, self.expect(0, "", "graph", name), name)
            self.expect(0, "", "graph", "-o", "a.jsonl", name)
            self.assertIn(MET, self.expect(0, "", "graph", "a.jsonl"), name)

    def test_name_with_line_end_is_told_on_one_line(self):
        self.expect(1, r"entente: a\nb\x1b[31m.txt: No such file or directory", "graph", "a\nb\x1b[31m.txt")

    def test_name_that_is_not_utf8(self):
        name = b"caf\xe9.txt"
        with open(os.path.join(os.fsencode(self.here), name), "wb") as file:
            file.write(ARTICLE.encode())
        self.expect(0, "", "graph", "-o", "a.jsonl", "-o", "a.dot", name)
        (self.here / "a.jsonl").read_text(encoding="utf-8", errors="strict")
        (self.here / "a.dot").read_text(encoding="utf-8", errors="strict")
        self.assertIn(MET, self.expect(0, "", "graph", "a.jsonl"))

    def test_long_name_of_an_output(self):
        self.write("a.txt", ARTICLE)
        name = "n" * 251 + ".dot"
        self.expect(0, "", "graph", "-o", name, "a.txt")
        self.assertTrue((self.here / name).is_file())


class EvidenceFiles(ProgramTest):
    def test_wrong_lines(self):
        self.write("a.txt", ARTICLE)
        self.expect(0, "", "graph", "-o", "good.jsonl", "a.txt")
        good = (self.here / "good.jsonl").read_text().splitlines()[-1]
        wrong = {
            "x": "not JSON",
            "[]": "not a JSON object",
            "{}": "no evidence: 'article' is missing or wrong",
            good.replace('"happened"', '"done"'): "no evidence: 'status' is missing or wrong",
            good.replace('"2020-06-01"', '"2020-13-01"'): "no evidence: 'date' is missing or wrong",
            good.replace('"start":31', '"start":"31"'): "no evidence: 'start' is missing or wrong",
            good.replace('"directed":false', '"directed":"false"'): "no evidence: 'directed' is missing or wrong",
            good.replace('"source_span":[31,40]', '"source_span":[40,31]'):
                "no evidence: 'source_span' is missing or wrong",
            good.replace('"source_span":[31,40]', '"source_span":[31]'):
                "no evidence: 'source_span' is missing or wrong",
            good.replace('"source_span":[31,40]', '"source_span":[40,31]'):
                "no evidence: 'source_span' is missing or wrong",
            good.replace('"source_span":[31,40]', '"source_span":["a",43]'):
                "no evidence: 'source_span' is missing or wrong",
        }
        for line, message in wrong.items():
            self.assertNotEqual(line, good)
            self.write("bad.jsonl", good + "\n" + line + "\n")
            self.expect(1, f"entente: bad.jsonl:2: {message}", "graph", "bad.jsonl")

    def test_spans_outside_the_sentence(self):
        self.write("a.txt", ARTICLE)
        self.expect(0, "", "graph", "-o", "good.jsonl", "a.txt")
        good = (self.here / "good.jsonl").read_text()
        for span in ("[0, 8]", "[900, 909]", "[33, 9223372036854775807]"):
            self.write("odd.jsonl", good.replace('"source_span":[31,40]', f'"source_span":{span}'))
            out = self.expect(0, "", "why", "anna-berg", "elena-faro", "odd.jsonl")
            self.assertIn(b"[Elena Faro]", out, span)

    def test_unknown_entities_and_relations(self):
        self.write("a.txt", ARTICLE)
        self.expect(0, "", "graph", "-o", "good.jsonl", "a.txt")
        text = (self.here / "good.jsonl").read_text()
        self.write("odd.jsonl", text.replace("anna-berg", 'no\\"body'))
        self.assertIn(b'"elena-faro" -> "no&quot;body"', self.expect(0, "", "graph", "odd.jsonl"))


if __name__ == "__main__":
    main()

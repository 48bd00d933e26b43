"""No output is a file that is read as well, or another output, whatever name or link leads to it."""

import os
import shutil

from harness import ARTICLE, ProgramTest, main

MORE = "officials:\n  ida-lund: {name: Ida Lund, aliases: [Lund]}\n"


class Apart(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("news/a.txt", ARTICLE)
        self.write("news/b.html", "<p>Anna Berg met Elena Faro.</p>")
        self.write("more.yaml", MORE)
        self.write("all.yaml", "include: [entities.yaml, more.yaml]\n")
        self.run_entente("graph", "-o", "e.jsonl", "news")
        shutil.copy(self.here / "e.jsonl", self.here / "f.jsonl")

    def link(self, name, target, hard=False):
        if hard:
            os.link(self.here / target, self.here / name)
        else:
            (self.here / name).symlink_to(target)
        return name

    def expect_refused(self, said, *arguments, **options):
        before = {name: (self.here / name).read_bytes() for name in self.names() if (self.here / name).is_file()}
        self.assertFalse(self.expect(2, f"entente: {said}", *arguments, **options))
        for name, content in before.items():
            self.assertEqual((self.here / name).read_bytes(), content, name)
        self.assertEqual({name for name in self.names() if (self.here / name).is_file()}, set(before))

    def test_evidence(self):
        (self.here / "sub").mkdir()
        outputs = ["e.jsonl", "./e.jsonl", "sub/../e.jsonl", str(self.here / "e.jsonl"),
                   self.link("l.jsonl", "e.jsonl"), self.link("ll.jsonl", "l.jsonl"),
                   self.link("h.jsonl", "e.jsonl", hard=True), self.link("h.dot", "e.jsonl", hard=True),
                   self.link("l.svg", "e.jsonl")]
        for output in outputs:
            self.expect_refused(f"-o {output} would overwrite e.jsonl, which is read",
                                "graph", "-o", "new.dot", "-o", output, "e.jsonl")
        self.expect_refused("-o e.jsonl would overwrite l.jsonl, which is read", "graph", "-o", "e.jsonl", "l.jsonl")
        self.expect(0, "", "graph", "-o", "e.jsonl", "f.jsonl")  # equal, and not the same

    def test_members_of_a_directory(self):
        self.link("net.dot", "news/a.txt")
        self.link("net.jsonl", "news/b.html", hard=True)
        for command in ("graph", "watch"):
            self.expect_refused("-o net.dot would overwrite news/a.txt, which is read",
                                command, "-o", "net.dot", "news")
            self.expect_refused("-o net.jsonl would overwrite news/b.html, which is read",
                                command, "-o", "net.jsonl", "news")

    def test_gazetteer(self):
        self.link("net.dot", "more.yaml")
        for command in ("graph", "watch"):
            self.expect_refused("-o net.dot would overwrite more.yaml, which is read",
                                command, "-g", "entities.yaml", "-g", "more.yaml", "-o", "net.dot", "news")
        self.expect_refused("-o net.dot would overwrite more.yaml, which is read",
                            "graph", "-g", "all.yaml", "-o", "net.dot", "news")
        self.link("usual.dot", "entities.yaml")
        self.expect_refused("-o usual.dot would overwrite entities.yaml, which is read",
                            "graph", "-o", "usual.dot", "news")

    def test_gazetteer_that_watch_loads(self):
        self.link("net.dot", "more.yaml")
        done = self.run_entente("watch", "-g", "all.yaml", "-o", "net.dot", "news")
        self.assertEqual((done.returncode, done.stderr),
                         (2, b"entente: -o net.dot would overwrite more.yaml, which is read\n"))
        self.assertEqual((self.here / "more.yaml").read_text(), MORE)

    def test_diff(self):
        for target in ("entities.yaml", "more.yaml", "all.yaml", "news/a.txt"):
            with self.subTest(target):
                output = self.link(target.replace("/", "-") + ".svg", target)
                self.expect_refused(f"-o {output} would overwrite {target}, which is read",
                                    "diff", "-o", output, "entities.yaml", "all.yaml", "news")
        output = self.link("f.dot", "f.jsonl", hard=True)
        self.expect_refused(f"-o {output} would overwrite f.jsonl, which is read",
                            "diff", "-o", output, "e.jsonl", "f.jsonl")

    def test_import(self):
        self.write("list.csv", "name,kind\nIda Lund,person\n")
        self.expect_refused("-o list.csv would overwrite list.csv, which is read", "import", "list.csv", "-o", "list.csv")
        for gazetteer in ("more.yaml", "all.yaml"):
            self.expect_refused("-o more.yaml would overwrite more.yaml, which is read",
                                "import", "list.csv", "-g", gazetteer, "-o", "more.yaml")
        with open(self.here / "list.csv") as file:
            self.expect_refused("-o list.csv would overwrite standard input, which is read",
                                "import", "-", "-o", "list.csv", preexec_fn=lambda: os.dup2(file.fileno(), 0))

    def test_outputs_that_are_one(self):
        (self.here / "sub").mkdir()
        self.write("old.dot", "old")
        self.link("link.dot", "old.dot")
        self.link("nothing.dot", "sub/new.dot")
        for one, other in (("new.dot", "new.dot"), ("new.dot", "./sub/../new.dot"), ("old.dot", "link.dot"),
                           ("nothing.dot", "sub/new.dot")):
            self.expect_refused(f"-o {one} and -o {other} are one file", "graph", "-o", one, "-o", other, "news")
        self.expect(0, "", "graph", "-o", "new.dot", "-o", "sub/new.dot", "-o", "/dev/null", "-o", "/dev/null", "news")

    def test_standard_output(self):
        for arguments in (["graph"], ["mentions"], ["why", "anna-berg", "elena-faro"], ["suggest"],
                          ["diff", "entities.yaml", "all.yaml"]):
            with open(self.here / "news/a.txt", "ab") as stdout:
                self.expect_refused("standard output would overwrite news/a.txt, which is read",
                                    *arguments, "news", stdout=stdout)
        self.write("gold.tsv", "article\trelation\tsource\ttarget\tstatus\n")
        with open(self.here / "gold.tsv", "ab") as stdout:
            self.expect_refused("standard output would overwrite gold.tsv, which is read",
                                "score", "gold.tsv", "news", stdout=stdout)


class Links(ProgramTest):
    """An output is written where its links lead."""

    def setUp(self):
        super().setUp()
        self.write("a.txt", ARTICLE)

    def test_to_nothing(self):
        (self.here / "out").mkdir()
        (self.here / "first.dot").symlink_to("out/second.dot")
        (self.here / "out/second.dot").symlink_to("net.dot")
        self.expect(0, "", "graph", "-o", "first.dot", "a.txt")
        self.assertTrue((self.here / "first.dot").is_symlink())
        self.assertTrue((self.here / "out/second.dot").is_symlink())
        self.assertIn("digraph", (self.here / "out/net.dot").read_text())

    def test_nowhere(self):
        (self.here / "net.dot").symlink_to("nowhere/net.dot")
        (self.here / "ring.dot").symlink_to("ring.dot")
        before = self.names()
        self.expect(1, "entente: net.dot: No such file or directory", "graph", "-o", "net.dot", "a.txt")
        self.expect(1, "entente: ring.dot: Too many levels of symbolic links", "graph", "-o", "ring.dot", "a.txt")
        self.assertEqual(self.names(), before)


if __name__ == "__main__":
    main()

"""entente watch: files that are saved while it runs, a gazetteer that breaks, interrupts."""

import os
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path

from harness import ARTICLE, ProgramTest, main

PROJECT = Path(__file__).parents[2]
DEADLINE = 60  # seconds after which something that should happen is held not to happen
SECOND = "title: More\ndate: 2020-06-02\n\nAnna Berg met Gunnar Holm.\n"


class Watching(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("news/a.txt", ARTICLE)
        (self.here / "out").mkdir()  # apart from what is looked at: what is written there tells of no save
        self.said = []

    def watch(self, *arguments):
        """Starts it, and gathers what it says; it has written everything once when this returns."""
        process = self.start("watch", *arguments, stdout=subprocess.DEVNULL)
        reader = threading.Thread(target=lambda: self.said.extend(iter(process.stderr.readline, b"")))
        reader.start()
        self.addCleanup(process.stderr.close)
        self.addCleanup(reader.join)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.wait_for(lambda: b" edges, " in self.told())
        return process

    def told(self):
        return b"".join(self.said)

    def wait_for(self, condition):
        end = time.monotonic() + DEADLINE
        while not condition():
            self.assertLess(time.monotonic(), end, self.told())
            time.sleep(0.01)

    def edges(self):
        return (self.here / "out/net.dot").read_text()

    def save_by_rename(self, name, content):
        """As editors do: another file in the place of the old one."""
        self.write(name + "~", content)
        os.replace(self.here / (name + "~"), self.here / name)

    def stop(self, process, number, status):
        process.send_signal(number)
        self.assertEqual(process.wait(DEADLINE), status)

    def test_articles_that_are_saved_added_and_deleted(self):
        self.watch("-o", "out/net.dot", "-o", "out/net.jsonl", "news")
        self.assertIn("Elena Faro", self.edges())
        self.save_by_rename("news/a.txt", SECOND)
        self.wait_for(lambda: "Gunnar Holm" in self.edges() and "Elena Faro" not in self.edges())
        self.wait_for(lambda: b"(+2 -2 ~0)" in self.told())
        self.write("news/new/b.txt", ARTICLE)
        self.wait_for(lambda: "Elena Faro" in self.edges())
        self.wait_for(lambda: b"(+2 -0 ~0)" in self.told())
        (self.here / "news/new/b.txt").unlink()
        self.wait_for(lambda: "Elena Faro" not in self.edges())
        self.wait_for(lambda: "Elena Faro" not in (self.here / "out/net.jsonl").read_text())

    def test_same_as_graph(self):
        """What it wrote after many saves is what graph writes of what is there at last."""
        self.watch("-o", "out/net.dot", "-o", "out/net.jsonl", "news")
        gazetteer = self.here / "entities.yaml"
        for number in range(8):
            self.write(f"news/{number % 5}.txt", (ARTICLE, SECOND)[number % 2])
            if number == 4:
                self.save_by_rename("entities.yaml", gazetteer.read_text().replace("Elena Faro", "Elena Farao"))
        self.expect(0, "", "graph", "-o", "other.dot", "-o", "other.jsonl", "news")
        for kind in ("dot", "jsonl"):
            other = (self.here / f"other.{kind}").read_bytes()
            self.wait_for(lambda: (self.here / f"out/net.{kind}").read_bytes() == other)

    def test_gazetteer_that_breaks(self):
        self.watch("-o", "out/net.dot", "news")
        good = (self.here / "entities.yaml").read_text()
        before = self.edges()
        self.save_by_rename("entities.yaml", good.replace("state: suland", "state: sulant"))
        self.wait_for(lambda: b"entities.yaml:36:12: error: no state 'sulant'; did you mean 'suland'?" in self.told())
        self.wait_for(lambda: b"the files stay as they are" in self.told())
        self.write("news/b.txt", SECOND)
        self.assertEqual(self.edges(), before)
        self.save_by_rename("entities.yaml", good.replace("Elena Faro\n    aliases: [Jelena Faro]", "Elena Farao\n    aliases: [Elena Faro]"))
        self.wait_for(lambda: "Elena Farao" in self.edges() and "Gunnar Holm" in self.edges())

    def test_gazetteer_behind_a_link(self):
        (self.here / "names").mkdir()
        os.replace(self.here / "entities.yaml", self.here / "names/all.yaml")
        (self.here / "entities.yaml").symlink_to("names/all.yaml")
        self.watch("-o", "out/net.dot", "news")
        self.save_by_rename("names/all.yaml", (self.here / "names/all.yaml").read_text().replace("Anna Berg", "Ann Berg"))
        self.wait_for(lambda: "Anna Berg" not in self.edges())

    def test_file_that_is_included_later(self):
        """It lies where nothing was looked at before."""
        self.watch("-o", "out/net.dot", "news")
        self.write("names/more.yaml", "ignore: [Anna Berg]\n")
        self.write("entities.yaml", (self.here / "entities.yaml").read_text() + "include: [names/more.yaml]\n")
        self.wait_for(lambda: "Anna Berg" not in self.edges())
        self.write("names/more.yaml", "ignore: [Gunnar Holm]\n")
        self.wait_for(lambda: "Anna Berg" in self.edges())

    def test_links_that_lead_back(self):
        (self.here / "news/deep").mkdir()
        (self.here / "news/self").symlink_to(".")
        (self.here / "news/deep/back").symlink_to("..")
        self.watch("-o", "out/net.dot", "news")
        self.write("news/new/b.txt", SECOND)
        self.wait_for(lambda: "Gunnar Holm" in self.edges())
        self.save_by_rename("news/new/b.txt", ARTICLE)
        self.wait_for(lambda: "Gunnar Holm" not in self.edges())
        self.assertNotIn(b"cannot look out", self.told())

    def test_save_while_a_picture_is_drawn(self):
        """The drawing of what is old already is given up."""
        shutil.copytree(PROJECT / "articles", self.here / "news", dirs_exist_ok=True)
        shutil.copy(PROJECT / "entities.yaml", self.here)
        process = self.watch("-o", "out/net.svg", "-o", "out/net.dot", "news")
        gazetteer = (self.here / "entities.yaml").read_text()
        self.save_by_rename("entities.yaml", gazetteer.replace("name: Russia\n    aliases: [", "name: Rossiya\n    aliases: [Russia, "))
        self.wait_for(lambda: b"drawn, " in self.told())
        self.assertIn("Rossiya", (self.here / "out/net.svg").read_text())
        self.stop(process, signal.SIGTERM, 143)
        self.assertEqual(self.told().count(b"drawn, "), 1)
        self.assertEqual([name for name in self.names() if ".entente-" in name], [])

    def test_interrupt_while_a_picture_is_drawn(self):
        self.write("out/net.svg", "old")
        process = self.watch("-o", "out/net.svg", "-o", "out/net.dot", "news")
        self.stop(process, signal.SIGINT, 130)
        self.wait_for(lambda: not [name for name in self.names() if ".entente-" in name])
        svg = (self.here / "out/net.svg").read_text()
        self.assertTrue(svg == "old" or svg.rstrip().endswith("</svg>"))
        self.assertTrue(self.edges().endswith("}\n"))


class Refused(ProgramTest):
    def test_without_an_output(self):
        self.expect(2, "entente: watch needs a file to write: -o FILE", "watch", "a.txt")

    def test_standard_input(self):
        self.expect(2, "entente: standard input can be read once only, and is never saved", "watch", "-o", "a.dot", "-")

    def test_pipes(self):
        """Who opens one waits for its writer, for ever the second time."""
        self.write("a.txt", ARTICLE)
        os.mkfifo(self.here / "pipe")
        refused = "entente: pipe: a pipe or device can be read once only, and is never saved"
        self.expect(2, refused, "watch", "-o", "a.dot", "pipe")
        self.expect(2, refused, "watch", "-g", "pipe", "-o", "a.dot", "a.txt")

    def test_gazetteer_missing(self):
        self.write("a.txt", ARTICLE)
        self.expect(1, "entente: no.yaml: No such file or directory", "watch", "-g", "no.yaml", "-o", "a.dot", "a.txt")

    def test_directory_missing(self):
        self.expect(1, "entente: nowhere/a.dot: No such file or directory", "watch", "-o", "nowhere/a.dot", "a.txt")


if __name__ == "__main__":
    main()

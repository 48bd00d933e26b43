"""entente diff, held against what graph and mentions say of the two gazetteers one by one."""

import json
import subprocess
from collections import Counter

from harness import ARTICLE, COMMON, ENTENTE, ProgramTest, main


class Diff(ProgramTest):
    def setUp(self):
        super().setUp()
        for path in sorted((COMMON / "articles").iterdir()):
            self.write(f"news/{path.name}", path.read_bytes())
        for number in range(30):
            self.write(f"news/x{number}.txt", ARTICLE + "Carl Dahl and the River Council met Gunnar Holm.\n" * (number % 4))
        text = (self.here / "entities.yaml").read_text()
        self.write("new.yaml", text.replace("  elena-faro:", "  a-faro:").replace("    aliases: [RC]\n", "")
                   .replace("River Council", "Lake Council").replace("Gunnar Holm", "Gunnar Holmes"))

    def diff(self, *arguments):
        return json.loads(self.expect(0, "", "diff", "--json", *arguments))

    def evidence(self, gazetteer, names):
        """How many pieces of evidence each edge has, after the ids were translated."""
        edges = Counter()
        for piece in self.pairs("-g", gazetteer, "news"):
            ends = [names.get(piece[end], piece[end]) for end in ("source", "target")]
            if not piece["directed"]:
                ends.sort()
            edges[piece["relation"], *ends, piece["status"]] += 1
        return edges

    def mentions(self, gazetteer, names):
        lines = self.expect(0, "", "mentions", "-g", gazetteer, "news").decode().splitlines()
        fields = [line.split("\t") for line in lines]
        return {(path, int(start), names.get(entity, entity)) for path, start, _, entity, _, _ in fields}

    def test_against_the_networks_one_by_one(self):
        names = {"elena-faro": "a-faro"}
        old, new = self.evidence("entities.yaml", names), self.evidence("new.yaml", {})
        expected = {edge: (old[edge], new[edge]) for edge in old.keys() | new.keys() if old[edge] != new[edge]}
        changes = self.diff("entities.yaml", "new.yaml", "news")
        found = {(edge["relation"], edge["source"], edge["target"], edge["status"]): (edge["before"], edge["weight"])
                 for edge in changes["edges"]}
        self.assertEqual(found, expected)
        self.assertGreater(len(expected), 4)
        for edge in changes["edges"]:
            came = Counter(piece["change"] for piece in edge["evidence"])
            self.assertEqual(came["added"] - came["removed"], edge["weight"] - edge["before"])
        old, new = self.mentions("entities.yaml", names), self.mentions("new.yaml", {})
        by_change = {change: {(mention["article"], mention["start"], mention["entity"])
                              for mention in changes["mentions"] if mention["change"] == change}
                     for change in ("added", "removed")}
        self.assertEqual(by_change, {"added": new - old, "removed": old - new})
        self.assertTrue(old - new)

    def test_names_that_change_owners(self):
        """Somebody else is named in the same place: one change, not two."""
        text = (self.here / "entities.yaml").read_text()
        self.write("new.yaml", text.replace("Anna Berg", "X").replace("Gunnar Holm", "Anna Berg").replace("name: X", "name: Gunnar Holm"))
        old, new = self.mentions("entities.yaml", {}), self.mentions("new.yaml", {})
        mentions = self.diff("entities.yaml", "new.yaml", "news")["mentions"]
        came = {(path, start): entity for path, start, entity in new - old}
        went = {(path, start): entity for path, start, entity in old - new}
        changed = {(mention["article"], mention["start"]): (mention["before"], mention["entity"])
                   for mention in mentions if mention["change"] == "changed"}
        self.assertEqual(changed, {place: (went[place], came[place]) for place in came.keys() & went.keys()})
        self.assertEqual(len(mentions), len(came.keys() | went.keys()))
        self.assertTrue(changed)

    def test_places(self):
        """Each sentence stands in the line, and at the bytes, that are told."""
        for edge in self.diff("entities.yaml", "new.yaml", "news")["edges"]:
            for piece in edge["evidence"]:
                content = (self.here / piece["article"]).read_bytes()
                self.assertEqual(content[:piece["start"]].count(b"\n") + 1, piece["line"])
                if piece["article"].endswith(".txt"):
                    self.assertEqual(" ".join(content[piece["start"]:piece["end"]].decode().split()), piece["sentence"])

    def test_there_and_back(self):
        there = self.expect(0, "", "diff", "entities.yaml", "new.yaml", "news").decode().splitlines()[4:]
        back = self.expect(0, "", "diff", "new.yaml", "entities.yaml", "news").decode().splitlines()[4:]
        signs = [Counter(line.strip()[0] for line in lines if line.strip()) for lines in (there, back)]
        self.assertEqual((signs[0]["+"], signs[0]["-"], signs[0]["~"]), (signs[1]["-"], signs[1]["+"], signs[1]["~"]))
        self.assertEqual(len(there), len(back))

    def test_one_sentence_many_times(self):
        """Done long before the time is up, since no piece of evidence is looked for among all that say the same."""
        self.write("long.txt", "Talks\n\n" + "Anna Berg met Elena Faro.\n\n" * 80_000)
        self.assertEqual(self.expect(0, "", "diff", "entities.yaml", "entities.yaml", "long.txt"), b"no difference\n")

    def test_number_of_threads_does_not_show(self):
        one, four = (self.expect(0, "", "diff", f"-j{jobs}", "-o", f"{jobs}.dot", "entities.yaml", "new.yaml", "news")
                     for jobs in (1, 4))
        self.assertEqual(one, four)
        self.assertEqual((self.here / "1.dot").read_bytes(), (self.here / "4.dot").read_bytes())

    def test_evidence_files(self):
        """Of the same ids, evidence files and gazetteers tell the same of edges."""
        self.write("new.yaml", (self.here / "entities.yaml").read_text().replace("Gunnar Holm", "Gunnar Holmes"))
        for name in ("entities", "new"):
            self.expect(0, "", "graph", "-g", f"{name}.yaml", "-o", f"{name}.jsonl", "news")
        files = self.diff("entities.jsonl", "new.jsonl")
        mixed = self.diff("entities.jsonl", "new.yaml", "news")
        found = self.diff("entities.yaml", "new.yaml", "news")
        for changes in (files, mixed, found):
            for edge in changes["edges"]:
                for piece in edge["evidence"]:
                    piece.pop("line", None)
        self.assertEqual(files["edges"], found["edges"])
        self.assertEqual(mixed["edges"], found["edges"])
        self.assertIsNone(files["mentions"])

    def test_pipes(self):
        command = '"$0" diff <(cat entities.yaml) <(cat new.yaml) news'
        done = subprocess.run(["bash", "-c", command, ENTENTE], cwd=self.here, capture_output=True, timeout=60)
        self.assertEqual(done.stderr, b"")
        self.assertEqual(done.stdout, self.expect(0, "", "diff", "entities.yaml", "new.yaml", "news"))

    def test_full_disk(self):
        message = "entente: {}: No space left on device"
        with open("/dev/full", "wb") as full:
            self.expect(1, message.format("standard output"), "diff", "entities.yaml", "new.yaml", "news", stdout=full)
        self.expect(1, message.format("/dev/full"), "diff", "-o", "/dev/full", "entities.yaml", "new.yaml", "news")

    def test_relations_that_look_alike_share_a_sample(self):
        """Colour and style tell of the change, so that nothing is left to tell two relations without direction apart."""
        self.write("new.yaml", "include: [entities.yaml]\nrelations: {telephoned: {verbs: [telephone]}}\n")
        self.write("calls.txt", ARTICLE + "Anna Berg met Elena Faro. Anna Berg telephoned Elena Faro.\n")
        self.expect(0, "", "diff", "-o", "changes.svg", "entities.yaml", "new.yaml", "calls.txt")
        self.assertIn(">met with, telephoned</text>", (self.here / "changes.svg").read_text())

    def test_control_characters_are_not_obeyed(self):
        name = "\x1b[31mred.txt"
        self.write(name, ARTICLE)
        self.assertNotIn(b"\x1b", self.expect(0, "", "diff", "entities.yaml", "new.yaml", name))


if __name__ == "__main__":
    main()

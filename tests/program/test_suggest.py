"""Names that a gazetteer lacks: counted right, the same for every number of threads, and fit to be read beside it."""

import random
from collections import Counter

from harness import ProgramTest, main

SENTENCES = ("{} said that the bridge was closed.", "Minister {} left at noon.", "It rained, {} told a guest.",
             "{}, the minister, was late.")


def invented_name(number):
    """Unlike any other in its consonants, so that none is taken for another's spelling."""
    consonants = "bdfklmnprtv"
    a, b, c = number % 11, number // 11 % 11, (number * 7 + number // 11) % 11
    given = consonants[a] + "o" + consonants[b] + "an"
    family = consonants[b] + "e" + consonants[c] + consonants[a] + "ik"
    return f"{given.capitalize()} {family.capitalize()}"


class Counts(ProgramTest):
    def test_every_name_and_mention(self):
        """The corpus is made here, so what is in it is known without reading it."""
        chance = random.Random(1)
        mentions, articles = Counter(), Counter()
        names = [invented_name(number) for number in range(60)]
        for number in range(40):
            lines = []
            chosen = chance.sample(names, 8)
            for name in chosen:
                times = chance.randint(1, 3)
                lines += [chance.choice(SENTENCES).format(name) for _ in range(times)]
                mentions[name] += times
                articles[name] += 1
            self.write(f"news/{number}.txt", "title: The day\n\n" + "\n\n".join(lines) + "\n")
        table = self.expect(0, "", "suggest", "-n0", "news").decode().splitlines()
        found = {}
        for line in table[1:]:
            if not line.startswith("    "):
                given, family, kind, n_mentions, n_articles, *_ = line.split()
                self.assertEqual(kind, "person", line)
                found[f"{given} {family}"] = (int(n_mentions), int(n_articles))
        self.assertEqual(found, {name: (mentions[name], articles[name]) for name in mentions})
        for jobs in ("1", "2", "9"):
            again = self.expect(0, "", "suggest", "-n0", "-j", jobs, "news").decode().splitlines()
            self.assertEqual(again, table)


class Yaml(ProgramTest):
    def test_beside_the_gazetteer(self):
        self.write("a.txt", "title: Talks\n\nNorlander Minister Petra Vann met Suland's envoy, Nils Lund, in Vik. "
                            "The German Harbour Union (HU) said nothing. Mr. On said no. Mr. Null said no.\n")
        block = self.expect(0, "", "suggest", "--yaml", "a.txt")
        self.write("new.yaml", block)
        both = ("-g", "entities.yaml", "-g", "new.yaml")
        found = self.expect(0, "", "mentions", *both, "a.txt").decode()
        for name in ("petra-vann", "nils-lund", "german-harbour-union"):
            self.assertIn(f"\t{name}\t", found)
        self.expect(0, "entente: note: no name that the gazetteer lacks", "suggest", *both, "a.txt")
        self.assertIn(b": 4 states, 7 officials, 2 organizations", self.run_entente("check", *both).stdout)

    def test_a_file_by_itself(self):
        """Without a gazetteer the block is one, however short it is cut: the states that it needs come with it."""
        (self.here / "entities.yaml").unlink()
        self.write("a.txt", "title: Talks\n\nPeruvian Minister Rosa Quispe said no. Ms. Quispe said yes. Ms. Quispe "
                            "left.\n\nThe Chilean Port Council came.\n")
        for limit in ("1", "2", "0"):
            done = self.run_entente("suggest", "--yaml", "-n", limit, "a.txt")
            self.assertIn(b"entente: note: no entities.yaml here; every name is new\n", done.stderr)
            self.write("new.yaml", done.stdout)
            self.assertIn(b"new.yaml: ", self.run_entente("check", "new.yaml").stdout)

    def test_hostile_names(self):
        """Whatever the article holds, the block is YAML and the table keeps its lines."""
        names = ['O"Neill\\n', "Ann\x1b[31m Red", "Xa'b- C\u2028d", "A" * 5000, "\u202eBob Rob", "\u0130\u0131 \u1e9e\u00df",
                 "\u0418\u043b\u044c\u044f \u0413\u0440\u043e\u043c\u043e\u0432", "No", "True False", "J. R. R. Vann"]
        self.write("a.txt", "title: Talks\n\n" + "\n\n".join(
            f"Minister {name} said no. Mr. {name} met Anna Berg." for name in names) + "\n")
        table = self.expect(0, "", "suggest", "a.txt")
        self.assertNotIn(b"\x1b", table)
        self.write("new.yaml", self.expect(0, "", "suggest", "--yaml", "a.txt"))
        self.assertEqual(self.run_entente("check", "new.yaml").returncode, 0)  # warnings it may have


class Refusals(ProgramTest):
    def test_what_is_no_article_or_gazetteer(self):
        self.write("a.txt", "title: Talks\n\nMr. Vann left.\n")
        self.write("e.jsonl", "{}\n")
        self.expect(1, "entente: none.yaml: No such file or directory", "suggest", "-g", "none.yaml", "a.txt")
        self.expect(1, "entente: e.jsonl: evidence, where an article is wanted", "suggest", "e.jsonl")
        self.write("bad.yaml", "states: [a]\n")
        self.expect(1, "bad.yaml:1:9: error: 'states' must be ids with what belongs to them, like "
                       "'iran: {name: Iran}'\nstates: [a]\n        ^", "suggest", "-g", "bad.yaml", "a.txt")

    def test_full_standard_output(self):
        self.write("a.txt", "title: Talks\n\nMr. Vann left.\n")
        with open("/dev/full", "wb") as full:
            self.expect(1, "entente: standard output: No space left on device", "suggest", "a.txt", stdout=full)

    def test_nothing_but_names(self):
        """The work on a text of names grows no faster than it: this would not end otherwise."""
        words = " ".join(f"N{'aeiou'[n % 5] * (n % 7 + 1)}{'mnrl'[n % 4]}{'aeiou'[n // 5 % 5] * (n // 35 % 9 + 1)}"
                         for n in range(60000))
        self.write("a.txt", words)
        self.write("b.txt", "".join(f"Mr. Na{'aeiou'[n % 5]}{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}o "
                                    f"B{chr(97 + n // 676 % 26)}n said no.\n\n" for n in range(30000)))
        self.assertEqual(self.run_entente("suggest", "a.txt", "b.txt").returncode, 0)


main()

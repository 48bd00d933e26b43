"""Lists of others as a gazetteer: what comes out is checked by the program itself and by another YAML reader."""

import json
import resource
import unicodedata
import unittest
from pathlib import Path

from harness import COMMON, SANITIZED, ProgramTest, main

try:
    import yaml
except ImportError:
    yaml = None

CASES = COMMON.parent
ISO_CODES = Path("/usr/share/iso-codes/json/iso_3166-1.json")

# What ISO 3166 calls otherwise.
OTHER_NAMES = {
    "BN": "Brunei", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "CI": "Ivory Coast",
    "CV": "Cape Verde", "CZ": "Czech Republic", "FM": "Micronesia", "PS": "Palestine", "RU": "Russia",
    "TL": "East Timor", "TR": "Turkey", "VA": "Vatican",
}

# Names that a careless writer of YAML would spoil.
NASTY = ["No", "Yes", "NULL", "True", "Off", "Y", "A: B", "A #B", "#A", "- A", "? A", ": A", "'A'", '"A"', "A\\B", "[A]",
         "{A}", "A, B", "&A", "*A", "!A", "|A", ">A", "%A", "@A", "`A", "1e3 A", "0x1F", "2018-01-01 A", "A:", "--- A",
         "...A", "A - B", "=A", "~A", "Ärö", "A\u0085B", "C\u2028D", "E\ufeffF", "\U0001F600 A", "x" * 190,
         " ".join(["word"] * 39)]


def people(names):
    return "".join(json.dumps({"id": f"x{i}", "schema": "Person", "properties": {"name": [name]}}) + "\n"
                   for i, name in enumerate(names))


def plain(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).replace("Å", "A")


class Import(ProgramTest):
    def run_import(self, text, *options):
        """The gazetteer that is made of a list, which the program must accept; as text."""
        self.write("list", text)
        done = self.run_entente("import", "-o", "made.yaml", *options, "list")
        self.assertEqual(done.returncode, 0, done.stderr)
        made = self.here / "made.yaml"
        self.expect_accepted("made.yaml")
        return made.read_text()

    def expect_accepted(self, path):
        check = self.run_entente("check", path)
        self.assertEqual(check.returncode, 0, check.stderr)
        self.assertNotIn(b": error: ", check.stderr)

    def test_cases_pass_check(self):
        outputs = [case / "stdout" for case in CASES.glob("import-*") if (case / "stdout").is_file()]
        outputs = [path for path in outputs if path.parent.name not in ("import-help", "import-known")]
        self.assertGreater(len(outputs), 8)
        for path in outputs:
            with self.subTest(path.parent.name):
                self.expect_accepted(str(path))

    @unittest.skipIf(yaml is None, "python3-yaml is not installed")
    def test_names_survive_another_reader(self):
        entity = {"id": "x", "schema": "Person", "properties": {"name": ["No"], "alias": NASTY[1:]}}
        made = yaml.safe_load(self.run_import(json.dumps(entity)))
        expected = [" ".join(name.replace("\ufeff", "").split()) for name in NASTY]
        self.assertEqual(made, {"officials": {"no": {"name": "No", "aliases": expected[1:]}}})

    def test_made_gazetteer_reads_articles(self):
        self.run_import((CASES / "import-ftm" / "people.ftm.json").read_text())
        self.write("a.txt", "title: Talks\ndate: 2016-05-01\n\nThe Swedish prime minister met Ivan Dalin in Oslo.\n")
        out = self.expect(0, "", "mentions", "-g", "made.yaml", "a.txt").decode()
        self.assertEqual([line.split("\t")[3:5] for line in out.splitlines()],
                         [["anna-berg", "office"], ["ivan-dalin", "name"]])

    def test_known_and_new_go_together(self):
        """What -g leaves out and what it prints make one gazetteer."""
        self.write("list.csv", "name,kind,state\nAnna Berg,official,Norland\nNils Ek,official,Norland\n"
                               "ANNA-BERG,organization,Suland\nAnna - Berg,state,\nAnnä Berg Two,official,Suland\n"
                               "River Council,official,Suland\n")
        self.write("ids.csv", "id,name\nanna-berg,Olga Lind\n")
        known = (self.here / "entities.yaml").read_text()
        made = self.run_entente("import", "-g", "entities.yaml", "list.csv", "ids.csv").stdout.decode()
        self.assertEqual(made.count("name:"), 3, made)
        section = made.split("officials:\n")[1]
        self.write("both.yaml", known.replace("officials:\n", "officials:\n" + section))
        self.expect_accepted("both.yaml")

    @unittest.skipUnless(ISO_CODES.exists(), "iso-codes is not installed")
    def test_codes_are_those_of_iso(self):
        """Every code of ISO 3166 that is known names the state that ISO says, and both of its codes name the same."""
        found = 0
        for country in json.loads(ISO_CODES.read_text())["3166-1"]:
            two, three = country["alpha_2"], country["alpha_3"]
            made = [self.run_entente("import", "-", stdin=f"name,state\nA B,{code}\n".encode()) for code in (two, three)]
            if b"does not know" in made[0].stderr:
                continue
            found += 1
            self.assertEqual(made[0].stdout, made[1].stdout)
            name = OTHER_NAMES.get(two) or country.get("common_name") or country["name"]
            self.assertIn(f"    name: {plain(name)}\n", plain(made[0].stdout.decode()), two)
        self.assertEqual(found, 196)

    def test_broken_list_touches_nothing(self):
        old = self.write("made.yaml", "old")
        self.write("good.csv", "name\nAnna Berg\n")
        self.write("bad.json", people(["A B"]) + "{\n")
        before = self.names()
        self.expect(1, "entente: bad.json:2: no JSON object on this line", "import", "-o", "made.yaml", "good.csv",
                    "bad.json")
        self.assertEqual(old.read_text(), "old")
        self.assertEqual(self.names(), before)

    def test_hostile(self):
        nul, latin1 = b"name\nAda\0Holm\n", b"name\nAda H\xf6lm\n"
        for text, message in (
                (nul, "list:2: no text: it holds a NUL byte"),
                (latin1, "list:2: not UTF-8; save the file as UTF-8"),
                ("name,state\nAda,\"Nor\nland\n", "list:2: this quote is never closed"),
                ("name,state\nAda \"A\" Holm,x\n", "list:2: a quote in the middle of a field"),
                ("name;state\n\n\nAda;x;y\n", "list:4: more fields than the header line has"),
                ("a,b\n1,2\n", "list:1: no column 'name', 'label' or 'itemLabel'"),
                ("", "list: empty"),
                ("\n \n", "list: empty"),
                ("Ada met Nils.\n", "list:1: in none of the formats that are known: ftm, wikidata, cameo, csv"),
                ("ADA_ [SWE\n", "list:1: no line of an actor dictionary: NAME_, +SYNONYM_ or [CODE] expected"),
                ("[1, 2\n\n,,]", "list:3: no JSON"),
                ("{\"a\": []}", "list:1: neither an array of rows nor an object with results.bindings"),
                ("[" * 100_000, "list:1: no JSON"),
                ('{"schema": ' + "[" * 100_000, "list:1: no JSON object on this line")):
            with self.subTest(message):
                self.write("list", text)
                self.assertEqual(self.expect(1, "entente: " + message, "import", "list"), b"")

    def test_full_disk(self):
        self.write("list.csv", "name\nAnna Berg\n")
        with open("/dev/full", "wb") as full:
            self.expect(1, "entente: standard output: No space left on device", "import", "list.csv", stdout=full)
        self.expect(1, "entente: /dev/full: No space left on device", "import", "-o", "/dev/full", "list.csv")

    def test_long_and_many(self):
        """One row of a long list, many kinds of things left out, and ids that differ only in their number."""
        rows = [f"Ada H{mark}olm,{'x' * 1_000_000}" for mark in ("", "-", "!", "?", "/")]
        self.run_import("name,aliases\n" + "\n".join(rows))
        made = self.run_import(people(f"Ada {sign} Holm" for sign in "ƃɓɖɗɛɣɦɨɫɬ"))
        self.assertEqual(made.count("name: "), 10)
        self.assertIn("  ada-holm-10:\n", made)
        self.write("list", "".join(json.dumps({"id": f"k{i}", "schema": f"Kind{i}", "properties": {}}) + "\n"
                                   for i in range(500)) + people(["A B"]))
        done = self.run_entente("import", "list")
        self.assertEqual(done.stderr.count(b"\n"), 100)
        self.assertIn(b"list:100: left out of other kinds: 401", done.stderr)

    @unittest.skipIf(SANITIZED, "a sanitizer wants more memory")
    def test_what_is_left_out_is_not_kept(self):
        """100 MB of ships in little memory."""
        self.write("list", people(["A B"]) + (json.dumps({"id": "v", "schema": "Vessel", "properties": {
            "notes": ["x" * 1000]}}) + "\n") * 100_000)
        limit = 100 << 20
        done = self.run_entente("import", "list", preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_DATA, (limit, limit)))
        self.assertEqual((done.returncode, done.stdout.count(b"name:")), (0, 1), done.stderr)


if __name__ == "__main__":
    main()

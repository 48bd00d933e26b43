"""Lists of others as a gazetteer: what comes out is checked by the program itself and by another YAML reader."""

import json
import resource
import unicodedata
import unittest
from datetime import date
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
        self.write("bad.csv", "name\nA B,x\n")
        before = self.names()
        self.expect(1, "entente: bad.csv:2: more fields than the header line has", "import", "-o", "made.yaml", "good.csv",
                    "bad.csv")
        self.assertEqual(old.read_text(), "old")
        self.assertEqual(self.names(), before)

    def test_hostile(self):
        nul = b"name\nAda\0Holm\n"
        for text, message in (
                (nul, "list:2: no text: it holds a NUL byte"),
                ("name,state\nAda,\"Nor\nland\n", "list:2: this quote is never closed"),
                ("name,state\nAda \"A\" Holm,x\n", "list:2: a quote in the middle of a field"),
                ("name;state\n\n\nAda;x;y\n", "list:4: more fields than the header line has"),
                ("a,b\n1,2\n", "list:1: no column 'name', 'label' or 'itemLabel'; --column name=COLUMN says which it is"),
                ("", "list: empty"),
                ("\n \n", "list: empty"),
                ("Ada met Nils.\n", "list:1: in none of the formats that are known: ftm, wikidata, cameo, csv"),
                ("ADA_ [SWE\n", "list:1: lines left out that are neither NAME_, +SYNONYM_ nor [CODE]: 1, 'ADA_ [SWE'\n"
                                "entente: list:1: names left out that have no code: 1, 'ADA_'\n"
                                "entente: 0 entities taken, 2 things left out\n"
                                "entente: nothing here that a gazetteer could list"),
                ("[1, 2\n\n,,]", "list:3: no JSON"),
                ("{\"a\": []}", "list:1: neither an array of rows nor an object with results.bindings"),
                ("[" * 100_000, "list:1: no JSON"),
                ('{"schema": ' + "[" * 100_000, "list:1: lines left out that are no JSON object: 1\n"
                                                "entente: 0 entities taken, 1 thing left out\n"
                                                "entente: nothing here that a gazetteer could list")):
            with self.subTest(message):
                self.write("list", text)
                self.assertEqual(self.expect(1, "entente: " + message, "import", "list"), b"")

    def test_dictionary_as_published(self):
        """Comments behind #, tabs, dates of two digits, one bad line: what can be read is."""
        self.write("d.txt", "# a list\r\nADA_HOLM_\t[SWEGOV 840101-990630] # chief\r\n+A_HOLM_\r\n\t[SWEELI >010101]\r\n"
                            "this is no line\r\nLAKE_GUARD_(LG)_ [SWEREB]\r\nBO_LUND,_JR._ [SWEMIL 20100101]\r\n")
        done = self.run_entente("import", "d.txt")
        self.assertEqual(done.returncode, 0, done.stderr)
        made = yaml.safe_load(done.stdout)
        self.assertEqual(made["officials"]["ada-holm"]["offices"],
                         [{"title": "Government Official", "since": date(1984, 1, 1), "until": date(1999, 6, 30)},
                          {"title": "Public Figure", "since": date(2001, 1, 1)}])
        self.assertEqual(made["organizations"]["lake-guard"]["aliases"], ["LG"])
        self.assertEqual(made["officials"]["bo-lund-jr"]["state"], "sweden")
        self.assertIn(b"d.txt:5: lines left out that are neither NAME_, +SYNONYM_ nor [CODE]: 1, 'this is no line'", done.stderr)

    def test_tables_as_people_have_them(self):
        for encoding in ("utf-8-sig", "utf-16", "cp1252"):
            for sign in ",;\t|":
                with self.subTest(encoding=encoding, sign=sign):
                    text = sign.join(("Label", "Land", "Role", "From")) + "\n" + sign.join(("Åsa Holm", "SE", "President", "2015"))
                    (self.here / "t.csv").write_bytes(text.encode(encoding))
                    done = self.run_entente("import", "--column", "name=Label,state=Land", "t.csv")
                    self.assertEqual(done.returncode, 0, done.stderr)
                    made = yaml.safe_load(done.stdout)["officials"]["asa-holm"]
                    self.assertEqual((made["name"], made["state"], str(made["offices"][0]["since"])),
                                     ("Åsa Holm", "sweden", "2015"))
        self.expect(1, "entente: --column: no field 'nmae'; did you mean 'name'?", "import", "--column", "nmae=x", "t.csv")
        self.expect(1, "entente: t.csv:1: a column that --column names is not there", "import", "--column", "name=Nome", "t.csv")

    def test_parts_of_names(self):
        self.write("p.json", json.dumps({"id": "x", "schema": "Person", "properties": {
            "firstName": ["Ada"], "lastName": ["Holm"], "weakAlias": ["Red Ada"], "country": ["se"]}}) + "\n{\n")
        done = self.run_entente("import", "p.json")
        made = yaml.safe_load(done.stdout)["officials"]["ada-holm"]
        self.assertEqual((made["state"], made["aliases"]), ("sweden", ["Red Ada"]))
        self.assertIn(b"p.json:2: lines left out that are no JSON object: 1", done.stderr)

    def test_world(self):
        made = self.expect(0, "", "import", "--world")
        self.assertGreater(len(yaml.safe_load(made)["states"]), 190)
        self.write("world.yaml", made.decode())
        self.expect_accepted("world.yaml")

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
        self.assertEqual(done.stderr.count(b"\n"), 101)
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

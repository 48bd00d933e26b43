"""entities.schema.json, by which editors check and complete gazetteers, says what entente check says."""

import json
import os
import re
import shutil
from pathlib import Path

from harness import COMMON, ProgramTest, main

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}")
    raise SystemExit(0)

TOP = Path(__file__).parents[2]
SCHEMA = json.loads((TOP / "entities.schema.json").read_text())
SAMPLES = yaml.safe_load((Path(__file__).parent / "schema.yaml").read_text())

# Files of the project that entente check alone refuses, and why a schema cannot.
FILES_ONLY_BY_CHECK = {
    "tests/cases/check-two/people.yaml": "its state stands in another file",
    "tests/cases/gazetteer-several/people.yaml": "its state stands in another file",
    "tests/cases/gazetteer-clash/one.yaml": "it names a state that is in no file",
    "tests/cases/gazetteer-clash/two.yaml": "it names a state that is in no file",
    "tests/cases/gazetteer-include-circle/one.yaml": "files include each other",
    "tests/cases/gazetteer-include-circle/two.yaml": "files include each other",
    "tests/cases/gazetteer-include-circle/three.yaml": "files include each other",
}


class Core(yaml.SafeLoader):
    """YAML 1.2, as editors read it: no dates, and yes is a word. Keys are texts."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        return {str(key.value): self.construct_object(value, deep=True) for key, value in node.value}


for tag, pattern, first in (("null", r"|~|null|Null|NULL", ["", "~", "n", "N"]),
                            ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
                            ("int", r"[-+]?[0-9]+", list("-+0123456789"))):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def by_schema(text):
    """Whether an editor would find nothing wrong."""
    text = re.sub("(?<=[:,])\t", " ", text)  # which PyYAML alone does not read
    try:
        document = next(yaml.load_all(text, Core), None)
    except yaml.YAMLError:
        return False
    return jsonschema.Draft7Validator(SCHEMA).is_valid(document)


class Schema(ProgramTest):
    def by_check(self, path):
        done = self.run_entente("check", path.name, cwd=path.parent)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.returncode == 0

    def verdicts(self, text):
        return self.by_check(self.write("sample.yaml", text)), by_schema(text)

    def test_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_samples(self):
        expected = ([(text, (True, True)) for text in SAMPLES["accepted"]] +
                    [(text, (False, False)) for text in SAMPLES["refused"]] +
                    [(text, (False, True)) for text in SAMPLES["only_by_check"]])
        for text, verdicts in expected:
            with self.subTest(text):
                self.assertEqual(self.verdicts(text), verdicts)

    def test_files(self):
        """All gazetteers of the project, each in a directory like that of its case."""
        shared = TOP / "../shared/dev/entities.yaml"
        files = [TOP / "entities.yaml", *TOP.glob("examples/**/entities.yaml"), *TOP.glob("tests/*.yaml"),
                 *TOP.glob("tests/cases/**/*.yaml")] + ([shared] if shared.exists() else [])
        for file in sorted(files):
            name = os.path.relpath(file, TOP)
            with self.subTest(name):
                folder = self.here / "case"
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(COMMON, folder)
                place = folder / file.name
                if name.startswith("tests/cases/"):
                    case = TOP.joinpath(*Path(name).parts[:3])
                    shutil.copytree(case, folder, dirs_exist_ok=True)
                    place = folder / file.relative_to(case)
                else:
                    shutil.copy(file, place)
                check, schema = self.by_check(place), by_schema(file.read_text())
                self.assertEqual((check, schema), (False, True) if name in FILES_ONLY_BY_CHECK else (check, check))

    def test_every_key_is_explained(self):
        def walk(node, path):
            for key, value in node.get("properties", {}).items():
                place = f"{path}/{key}"
                self.assertTrue("description" in value or key == "directed" or "$ref" in value, place)
                walk(value, place)
        walk(SCHEMA, "")
        for name, definition in SCHEMA["definitions"].items():
            walk(definition, name)

    def test_completion_knows_every_key(self):
        """Each key that entente expects, it says itself, stands in the schema, and no other."""
        places = {"x: 1": SCHEMA["properties"],
                  "states: {a: {x: 1}}": SCHEMA["definitions"]["state"]["properties"],
                  "officials: {a: {x: 1}}": SCHEMA["definitions"]["official"]["properties"],
                  "officials: {a: {offices: [{x: 1}]}}": SCHEMA["definitions"]["office"]["properties"],
                  "organizations: {a: {x: 1}}": SCHEMA["definitions"]["organization"]["properties"],
                  "relations: {a: {x: 1}}": SCHEMA["definitions"]["relation"]["properties"]}
        for text, properties in places.items():
            text = text.replace("x", "unlike-any-of-them")
            with self.subTest(text):
                self.write("sample.yaml", text)
                said = self.run_entente("check", "sample.yaml").stderr.decode()
                known = said.split("expected one of: ")[1].split("\n")[0].split(", ")
                self.assertEqual(sorted(known), sorted(properties))


if __name__ == "__main__":
    main()

"""What the tests of the whole program share: a fresh directory for each, and ways to run entente in it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ENTENTE = os.environ["ENTENTE"]
SANITIZED = bool(os.environ.get("ENTENTE_SANITIZE"))
COMMON = Path(__file__).parent.parent / "cases" / "common"
ARTICLE = "title: Talks\ndate: 2020-06-01\n\nAnna Berg met Elena Faro.\n"


class ProgramTest(unittest.TestCase):
    """Each test runs in an empty directory of its own with the gazetteer of the cases in it."""

    def setUp(self):
        # Not TemporaryDirectory, which cannot remove what a test has made unwritable.
        self.here = Path(tempfile.mkdtemp(prefix="entente-test-")).resolve()
        self.addCleanup(shutil.rmtree, self.here, ignore_errors=True)
        shutil.copy(COMMON / "entities.yaml", self.here)

    def write(self, name, content):
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def start(self, *arguments, **options):
        """A running entente; its streams are pipes unless the options say otherwise."""
        environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
        pipe = subprocess.PIPE
        options = {"stdin": subprocess.DEVNULL, "stdout": pipe, "stderr": pipe, "cwd": self.here} | options
        return subprocess.Popen([ENTENTE, *arguments], env=environment, **options)

    def run_entente(self, *arguments, stdin=None, **options):
        """Runs entente to its end: its status, and what it printed as bytes."""
        if stdin is not None:
            options["stdin"] = subprocess.PIPE
        with self.start(*arguments, **options) as process:
            try:
                out, err = process.communicate(stdin, timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def expect(self, status, stderr, *arguments, **options):
        """Runs entente, which must end with that status and say just that; its standard output."""
        done = self.run_entente(*arguments, **options)
        said = (done.stderr or b"").decode(errors="backslashreplace")
        self.assertEqual(said.rstrip("\n"), stderr.rstrip("\n"), arguments)
        self.assertEqual(done.returncode, status, arguments)
        return done.stdout

    def pairs(self, *arguments):
        """What is found, a dictionary for each pair of each sentence and for each relation."""
        done = self.run_entente("evidence", "--pairs", *arguments)
        self.assertEqual(done.returncode, 0)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def names(self):
        """All files here, hidden ones too."""
        return sorted(str(path.relative_to(self.here)) for path in self.here.rglob("*"))

    def as_nobody(self):
        """Options for run_entente by which the rights of files count, though the tests run as root."""
        if os.geteuid() != 0:
            return {}
        program = self.here / "entente"
        shutil.copy(ENTENTE, program)
        self.here.chmod(0o755)
        options = {"executable": str(program), "user": 65534, "group": 65534, "extra_groups": []}
        try:
            if self.run_entente("--version", **options).returncode == 0:
                return options
        except OSError:
            pass
        self.skipTest("cannot run as somebody without rights")


def main():
    unittest.main(argv=sys.argv, verbosity=2)

"""The examples of the manual page are true: each block with commands in it is run, and prints what stands there."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from harness import ENTENTE, ProgramTest, main

PROJECT = Path(__file__).parents[2]
PAGE = PROJECT / "src" / "entente.1"
TOUR = PROJECT / "examples" / "tour"


def blocks():
    """The text of each example that has a command, without the marks of troff."""
    for block in re.findall(r"^\.EX\n(.*?)^\.EE$", PAGE.read_text(), re.M | re.S):
        if re.search(r"^\$ ", block, re.M):
            yield block.replace("\\-", "-").replace("\\(aq", "'").replace("\\e", "\\").replace("\\&", "")


class Manual(ProgramTest):
    def run_block(self, block):
        said = ""
        for command, output in re.findall(r"^\$ (.*)\n((?:[^$].*\n|\n)*)", block, re.M):
            if command.startswith("cat "):  # a file that the example begins with
                self.write(command[4:], output)
                said += f"$ {command}\n{output}"
                continue
            done = subprocess.run(["bash", "-c", command], cwd=self.here, env=self.environment, timeout=60,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            said += f"$ {command}\n{done.stdout.decode()}"
        return said

    def test_examples(self):
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", PATH=f"{Path(ENTENTE).parent}:{os.environ['PATH']}")
        for name in ("entities.yaml", "harbour.txt"):
            shutil.copy(TOUR / name, self.here)
        commands = set()
        for block in blocks():
            with self.subTest(block=block.split("\n")[0]):
                self.assertEqual(self.run_block(block), block)
            commands |= set(re.findall(r"entente ([a-z]+)", block))
        self.assertLessEqual({"check", "suggest", "diff", "watch", "import"}, commands)


if __name__ == "__main__":
    main()

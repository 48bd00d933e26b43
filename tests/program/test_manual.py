"""The example of the manual page that says so is true."""

import os
import re
import subprocess
from pathlib import Path

from harness import ENTENTE, ProgramTest, main

PAGE = Path(__file__).parents[2] / "src" / "entente.1"


class Manual(ProgramTest):
    def test_example(self):
        marked = re.search(r'^\.\\" tests/program/test_manual\.py runs this\.\n\.EX\n(.*?)^\.EE$', PAGE.read_text(), re.M | re.S)
        expected = marked[1].replace("\\-", "-").replace("\\e", "\\")
        said = ""
        environment = dict(os.environ, LC_ALL="C.UTF-8", PATH=f"{Path(ENTENTE).parent}:{os.environ['PATH']}")
        for command in re.findall(r"^\$ (.*)$", expected, re.M):
            done = subprocess.run(["bash", "-c", command], cwd=self.here, env=environment, timeout=60,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            said += f"$ {command}\n{done.stdout.decode()}"
        self.assertEqual(said, expected)


if __name__ == "__main__":
    main()

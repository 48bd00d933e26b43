#!/usr/bin/env python3
"""Runs whole-program cases and compares what comes out with what is expected; see ../README.md.

    run_case.py ENTENTE CASE...            compare; exit status 1 if anything differs
    run_case.py --bless ENTENTE CASE...    rewrite the expectations and show what changed
"""

import difflib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

COMMON = Path(__file__).parent / "common"
NOT_INPUTS = {"args", "stdin", "stdout", "stderr", "status", "expected"}


def read(path):
    return path.read_bytes() if path.is_file() else b""


def files_below(directory):
    return {path.relative_to(directory): path.read_bytes() for path in sorted(directory.rglob("*")) if path.is_file()}


def run(entente, case):
    """Runs a case in a fresh directory: what it printed, its status, the files that it made or changed."""
    with tempfile.TemporaryDirectory(prefix="entente-case-") as name:
        here = Path(name)
        shutil.copytree(COMMON, here, dirs_exist_ok=True)
        shutil.copytree(case, here, dirs_exist_ok=True, ignore=lambda folder, names: NOT_INPUTS & set(names)
                        if Path(folder) == case else set())
        before = files_below(here)
        environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
        done = subprocess.run([entente, *shlex.split((case / "args").read_text())], cwd=here, env=environment,
                              input=read(case / "stdin"), capture_output=True, timeout=60)
        made = {path: data for path, data in files_below(here).items() if before.get(path) != data}
    result = {Path("stdout"): done.stdout, Path("stderr"): done.stderr}
    if done.returncode != 0:
        result[Path("status")] = b"%d\n" % done.returncode
    result.update({Path("expected") / path: data for path, data in made.items()})
    return {path: data for path, data in result.items() if data or path.parts[0] == "expected"}


def expectations(case):
    found = {Path(name): (case / name).read_bytes() for name in ("stdout", "stderr", "status") if (case / name).is_file()}
    if (case / "expected").is_dir():
        found.update({Path("expected") / path: data for path, data in files_below(case / "expected").items()})
    return found


def is_same(path, expected, actual):
    """An empty file under expected/ stands for one of any content, such as a picture."""
    if path.parts[0] == "expected" and expected == b"" and actual:
        return True
    return expected == actual


def difference(path, expected, actual):
    old = (expected or b"").decode(errors="backslashreplace").splitlines()
    new = (actual or b"").decode(errors="backslashreplace").splitlines()
    return "\n".join(difflib.unified_diff(old, new, f"{path} (expected)", f"{path} (actual)", lineterm=""))


def bless(case, path, actual):
    target = case / path
    if actual is None:
        target.unlink()
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(actual)


def check(entente, case, blessing):
    actual, expected = run(entente, case), expectations(case)
    differing = [path for path in sorted(actual.keys() | expected.keys())
                 if not is_same(path, expected.get(path), actual.get(path))]
    for path in differing:
        print(f"{case.name}: {difference(path, expected.get(path), actual.get(path))}")
        if blessing:
            bless(case, path, actual.get(path))
    return not differing or blessing


def main(arguments):
    blessing = arguments[:1] == ["--bless"]
    entente, *cases = arguments[1:] if blessing else arguments
    results = [check(os.path.abspath(entente), Path(case).absolute(), blessing) for case in cases]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

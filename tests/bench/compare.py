"""Measures entente and other tools side by side: each in turn, several times; prints medians and keeps all as JSON.

Usage: compare.py BUILD DIRECTORY PART...   (DIRECTORY was made by run.sh; it gets a bench.json)
Parts: match, mentions, graph, stages, instructions; all of them if none is given.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

ROUNDS = 3
LIMIT = 60  # seconds for one run
NAMES = (20, 1000, 100000, 1000000)
MISSED = set()  # tools that did not finish; they are not tried with more names
LAYOUTS = {"4000": "files of 4 MB", "4": "files of 4 KB"}

build, here = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
entente, tools = build / "entente", build / "tests" / "bench"
results = []


def files(layout, megabytes=None):
    """The files of a corpus, or the first of them, as many as make so many megabytes."""
    paths = sorted((here / layout).iterdir())
    return paths if megabytes is None else paths[: max(1, round(megabytes * 1000 / int(layout)))]


def size(layout):
    return sum(path.stat().st_size for path in files(layout)) / 1e6


def run(command):
    """One run: what bench_measure says of it. A file, since grep does less when nobody listens."""
    environment = dict(os.environ, LC_ALL="C")
    with open(here / "out", "wb") as out:
        done = subprocess.run([tools / "bench_measure", str(LIMIT), *command], stdout=out, stderr=subprocess.PIPE,
                              env=environment, cwd=here, check=True)
    told = json.loads(done.stderr.splitlines()[-1])
    if told["status"] not in (0, 128 + 9):
        sys.exit(f"{command[0]} failed: {done.stderr.decode()}")
    return told


def measure_in_turn(commands):
    """Runs of each command, by name. One that does not finish in time is not tried again, here or later."""
    runs = {name: [] for name in commands if name not in MISSED}
    for _ in range(ROUNDS):
        for name in [name for name in runs if name not in MISSED]:
            runs[name].append(run(commands[name]))
            if runs[name][-1]["status"] != 0:
                MISSED.add(name)
    return runs


def row(cells):
    print(f"  {cells[0]:<34}" + "".join(f"{cell:>11}" for cell in cells[1:]))


def report(part, title, layout, commands, **what):
    """Measures the commands and prints a table. Ratios are to the first of them; that of the user's time is the one to
    go by where other work is going on."""
    megabytes, base = size(layout), None
    print(f"\n{title}, {megabytes:.0f} MB in {LAYOUTS[layout]}")
    row(("", "wall s", "user s", "MB/s", "MB memory", "wall ratio", "user ratio"))
    for name, runs in measure_in_turn(commands).items():
        median = {key: statistics.median(one[key] for one in runs) for key in ("wall", "user", "memory_mb")}
        finished = runs[-1]["status"] == 0
        base = base or median
        results.append({"part": part, "layout": layout, "megabytes": round(megabytes, 1), "tool": name, **what,
                        "finished": finished, "median": median, "runs": runs})
        if finished:
            row((name, f"{median['wall']:.2f}", f"{median['user']:.2f}", f"{megabytes / median['wall']:.1f}",
                 f"{median['memory_mb']:.0f}", f"{median['wall'] / base['wall']:.2f}",
                 f"{median['user'] / max(base['user'], 0.001):.2f}"))
        else:
            row((name, f"> {LIMIT}", "", "", f"{median['memory_mb']:.0f}", f"> {LIMIT / base['wall']:.2f}"))


def part_match():
    print("\nThe matcher alone, in memory, one thread: the best of five")
    row(("names", "compile s", "MB/s", "hits"))
    for n in NAMES:
        told = json.loads(subprocess.check_output([tools / "bench_match", here / f"{n}.list", *files("4000", 60)]))
        results.append({"part": "match", **told})
        row((n, told["compile_s"], told["mb_per_s"], told["hits"]))


def part_mentions():
    for layout, numbers in {"4": (1000,), "4000": NAMES}.items():
        corpus = here / layout
        for n in numbers:
            names, gazetteer = here / f"{n}.list", here / f"{n}.yaml"
            commands = {
                "entente mentions, one thread": [entente, "mentions", "-j1", "-g", gazetteer, corpus],
                "entente mentions, all cores": [entente, "mentions", "-g", gazetteer, corpus],
                "entente, nothing to read": [entente, "mentions", "-g", gazetteer, here / "empty.txt"],
                "LC_ALL=C grep -oFwf": ["grep", "-roFwf", names, corpus],
                "rg -owF -f, one thread": ["rg", "-j1", "-owF", "-f", names, corpus],
                "rg -owF -f, all cores": ["rg", "-owF", "-f", names, corpus],
                "pyahocorasick": ["/usr/bin/python3", Path(__file__).parent / "aho.py", names, corpus],
                "wc -w": ["sh", "-c", 'find "$0" -type f -exec wc -w {} +', corpus],
            }
            report("mentions", f"{n} names", layout, commands, names=n)


def part_graph():
    for layout in LAYOUTS:
        command = [entente, "graph", "-g", here / "1000.yaml", here / layout, "-o"]
        commands = {
            "evidence, one thread": [*command, "evidence.jsonl", "-j1"],
            "evidence, all cores": [*command, "evidence.jsonl"],
            "network, one thread": [*command, "network.dot", "-j1"],
            "network, all cores": [*command, "network.dot"],
        }
        report("graph", "entente graph -o, 1000 names", layout, commands, names=1000)


def part_stages():
    for layout in LAYOUTS:
        print(f"\nStage by stage, 1000 names, {LAYOUTS[layout]}, one thread: ", end="")
        lines = subprocess.check_output([tools / "bench_stages", here / "1000.yaml", *files(layout, 8)], text=True)
        print(lines, end="")
        stages = {name.strip(): float(s) for name, s in re.findall(r"^  (.*?)  +([\d.]+) s", lines, re.M)}
        results.append({"part": "stages", "layout": layout, "names": 1000, "seconds": stages})


def count_instructions(command):
    """By the processor's counter, else by callgrind, else None."""
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True, "cwd": here}
    if shutil.which("perf"):
        done = subprocess.run(["perf", "stat", "-x,", "-e", "instructions:u", *command], **options)
        if (first := done.stderr.splitlines()[-1].split(",")[0]).isdigit():
            return int(first)
    if shutil.which("valgrind"):
        valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        done = subprocess.run([*valgrind, *command], **options)
        if found := re.search(r"Collected : (\d+)", done.stderr):
            return int(found.group(1))
    return None


def part_instructions():
    print("\nInstructions a byte of text, 1000 names, one thread")
    command = [entente, "mentions", "-j1", "-g", here / "1000.yaml"]
    graph = [entente, "graph", "-j1", "-g", here / "1000.yaml", "-o", "evidence.jsonl"]
    none = count_instructions([*command, here / "empty.txt"])
    if none is None:
        print("  neither perf nor valgrind can count them here")
        return
    for layout in LAYOUTS:
        paths = files(layout, 2)
        megabytes = sum(path.stat().st_size for path in paths) / 1e6
        for name, words in (("mentions", command), ("graph -o evidence.jsonl", graph)):
            each = (count_instructions([*words, *paths]) - none) / megabytes / 1e6
            results.append({"part": "instructions", "layout": layout, "tool": name, "a_byte": round(each, 1)})
            row((f"{name}, {LAYOUTS[layout]}", f"{each:.1f}"))


parts = {name.removeprefix("part_"): function for name, function in globals().items() if name.startswith("part_")}
asked = sys.argv[3:] or list(parts)
if unknown := [name for name in asked if name not in parts]:
    sys.exit(f"compare.py: no part is called '{unknown[0]}'; there are {', '.join(parts)}")
for name in asked:
    parts[name]()
    sys.stdout.flush()
    (here / "bench.json").write_text(json.dumps(results, indent=1) + "\n")

#!/usr/bin/env python3
"""Holds the functions of the library to src/layers, as the linker sees them.

entente.h is open to every file, so that an include does not show whose function is called. Here each symbol that
an object file leaves undefined is looked up in the object that defines it: the folder of the one must list the folder of the
other in src/layers, itself or over a folder that it lists. The layers themselves must have no circle.

    linker.py LAYERS OBJECT...      the objects' paths contain src/FOLDER/
"""

import re
import subprocess
import sys
from pathlib import Path


def read_layers(path):
    """Folder -> the folders that its line lists."""
    lines = [line.split(":") for line in Path(path).read_text().splitlines() if not line.startswith("#")]
    return {folder: set(listed.split()) for folder, listed in lines}


def below(layers, folder):
    """All folders that a folder may use, directly or not."""
    found, wanted = set(), set(layers[folder])
    while wanted:
        one = wanted.pop()
        if one not in found:
            found.add(one)
            wanted |= layers[one]
    return found


def symbols(objects):
    """(object, letter of nm, symbol) of each symbol that other objects can see."""
    listed = subprocess.run(["nm", "-A", "-g", *objects], stdout=subprocess.PIPE, check=True, text=True).stdout
    for line in listed.splitlines():
        path, rest = line.split(":", 1)
        *_, letter, symbol = rest.split()
        yield path, letter, symbol


def main():
    layers = read_layers(sys.argv[1])
    folder_of = {path: found[1] for path in sys.argv[2:] if (found := re.search(r"src/([a-z]+)/[a-z_]+\.c\.o", path))}
    wrong = [f"src/layers: {folder} lists itself over other folders"
             for folder in layers if folder in below(layers, folder)]
    seen = list(symbols(folder_of))
    definer = {symbol: path for path, letter, symbol in seen if letter != "U"}
    for path, letter, symbol in seen:
        user, owner = folder_of[path], folder_of.get(definer.get(symbol), folder_of[path])
        if letter == "U" and owner != user and owner not in below(layers, user):
            wrong.append(f"{user}/ may not use {owner}/: {symbol} of {Path(definer[symbol]).stem} in {Path(path).stem}")
    print("\n".join(sorted(wrong)) or f"{len(definer)} symbols in {len(folder_of)} objects agree with the layers")
    return 1 if wrong or not folder_of else 0


if __name__ == "__main__":
    sys.exit(main())

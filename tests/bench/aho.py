"""Finds the names of a list in the files of a directory with an Aho-Corasick automaton: whole words, the longest first.

Usage: aho.py LIST DIRECTORY
"""

import os
import sys

import ahocorasick


def is_word(character):
    return character.isalnum() or character == "_"


names, directory = sys.argv[1:]
automaton = ahocorasick.Automaton()
with open(names, encoding="utf-8") as lines:
    for name in lines.read().splitlines():
        automaton.add_word(name, name)
automaton.make_automaton()
for entry in sorted(os.listdir(directory)):
    with open(os.path.join(directory, entry), encoding="utf-8") as file:
        text = file.read()
    for last, name in automaton.iter_long(text):
        start, end = last + 1 - len(name), last + 1
        if (start == 0 or not is_word(text[start - 1])) and (end == len(text) or not is_word(text[end])):
            print(entry, start, name, sep="\t")

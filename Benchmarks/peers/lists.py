#!/usr/bin/env python3
"""The lists that all are timed on, out of a generated list of names.

usage: lists.py LIST.tsv TOKENS NAMES
TOKENS: 8,000 words of four letters and more, romanised by ICU, in a seeded order. NAMES: the cells as they are.
"""
import random, re, sys

import icu


def main(source, tokens, names):
    with open(source, encoding="utf-8") as file:
        cells = [line.split("\t")[2] for line in file][1:]
    romanise = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower").transliterate
    letters = re.compile("[^a-z0-9]+")
    words = {word for cell in cells for word in letters.sub(" ", romanise(cell).replace("'", "")).split()}
    chosen = sorted(word for word in words if len(word) > 3)
    random.Random(1).shuffle(chosen)
    for path, lines in [(tokens, chosen[:8000]), (names, cells)]:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


main(*sys.argv[1:])

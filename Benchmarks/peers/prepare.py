#!/usr/bin/env python3
"""Writes a list as the peers take it that compare plain strings: its names in small Latin letters, by ICU.

usage: prepare.py LIST.csv OUT.csv

Columns that are added: sorted_name, the words of the name in alphabetical order; key1 and key2, the first four letters
of its longest and of its second longest word, for blocking.
"""
import csv, re, sys

import icu


def main(source, target):
    romanise = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower").transliterate
    others = re.compile("[^a-z0-9]+")
    with open(source, encoding="utf-8", newline="") as file, open(target, "w", encoding="utf-8", newline="") as out:
        rows = csv.DictReader(file)
        writer = csv.DictWriter(out, [*rows.fieldnames, "sorted_name", "key1", "key2"])
        writer.writeheader()
        for row in rows:
            words = others.sub(" ", romanise(row["name"]).replace("'", "")).split()
            longest, second = (sorted(words, key=lambda word: (-len(word), word)) + ["", ""])[:2]
            writer.writerow(row | {"name": " ".join(words), "sorted_name": " ".join(sorted(words)),
                                   "key1": longest[:4], "key2": second[:4]})


main(*sys.argv[1:])

#!/usr/bin/env python3
"""Checks the files of the demonstration against each other; exit 1 and a list of faults if any.

Generation gives the same bytes as the files that are kept; every row has a person and the line in
`truth.tsv` on which it begins; every person has a row; the figures of the README can be read off.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from generate import SUFFIX, files

HERE = Path(__file__).resolve().parent
DELIMITER = {"memorial-en": ",", "svodka-ru": ";", "dizim-kaa": "\t", "royxat-uz": ","}


def row_starts(path, delimiter):
    """The physical line on which each row begins, read by another way than the writer counted."""
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, quoting=quoting)
        start = 1
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1


def table(name):
    """The rows of a TSV beside this file, without its header."""
    return [line.split("\t") for line in (HERE / name).read_text("utf-8").splitlines()][1:]


def main():
    faults = []
    for name, content in files().items():
        if (HERE / name).read_bytes() != content:
            faults.append(f"{name} is not what generate.py writes")
    people, truth = table("people.tsv"), table("truth.tsv")
    known = {person[0] for person in people}
    named = Counter(person for _, _, person in truth)
    faults += [f"{person} has no row" for person in sorted(known - set(named))]
    faults += [f"{person} is not in people.tsv" for person in sorted(set(named) - known)]
    for source, suffix in SUFFIX.items():
        rows = list(row_starts(HERE / f"{source}.{suffix}", DELIMITER[source]))
        width = len(rows[0][1])
        faults += [f"{source}:{line}: {len(cells)} cells" for line, cells in rows
                   if len(cells) != width]
        lines = [line for line, _ in rows[1:]]
        expected = [int(line) for name, line, _ in truth if name == source]
        if lines != expected:
            faults.append(f"{source}: lines of truth.tsv do not match")
        twice = len(expected) - len({p for name, _, p in truth if name == source})
        print(f"{source}: {len(lines)} rows, {twice} of them repeats")
    sizes = Counter(named.values())
    pairs = sum(size * (size - 1) // 2 for size in named.values())
    print(f"{len(truth)} rows, {len(people)} people, {pairs} true pairs, rows a person: "
          + ", ".join(f"{size}×{count}" for size, count in sorted(sizes.items())))
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

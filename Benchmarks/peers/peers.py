#!/usr/bin/env python3
"""Times the peers on the lists that Dizim is timed on, one core; prints tab-separated rows as DizimBenchmarks does.

usage: peers.py TOKENS NAMES
"""
import statistics, sys, time

import anyascii, icu
import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Levenshtein


def measure(stage, count, body, remark=""):
    seconds = []
    for _ in range(3):
        start = time.process_time()
        checksum = body()
        seconds.append(time.process_time() - start)
    print(stage, round(count / statistics.median(seconds)), count, checksum, remark, sep="\t", flush=True)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def main(tokens, names):
    tokens, names = read(tokens), read(names)
    half = len(tokens) // 2
    x, y = tokens[:half], tokens[half:]

    def cdist(scorer, dtype, rows=half, **kw):
        # The matrix is summed outside of the time: only to show that both did the same work.
        return process.cdist(x[:rows], y, scorer=scorer, dtype=dtype, workers=1, **kw)

    pairs = half * len(y)
    for stage, scorer, dtype in [("levenshtein tokens", Levenshtein.distance, np.uint8),
                                 ("jaro-winkler tokens", JaroWinkler.similarity, np.float32)]:
        total = float(cdist(scorer, dtype).sum(dtype=np.float64))
        measure(stage, pairs, lambda: (cdist(scorer, dtype), total)[1], "RapidFuzz cdist")
    rows = max(1, half // 8)
    measure("weighted edit distance tokens", rows * len(y),
            lambda: len(cdist(Levenshtein.distance, np.uint8, rows, scorer_kwargs=dict(weights=(2, 3, 4)))),
            "RapidFuzz cdist, weights 2, 3, 4")
    measure("transliterate names", len(names), lambda: len([anyascii.anyascii(n) for n in names]), "anyascii")
    some = names[:len(names) // 10]
    icu_names = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
    measure("transliterate names (ICU)", len(some), lambda: len([icu_names.transliterate(n) for n in some]), "PyICU")


main(*sys.argv[1:])

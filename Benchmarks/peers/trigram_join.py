#!/usr/bin/env python3
"""Joins the names of a list with themselves: cosine of trigrams weighted by TF-IDF, by string_grouper's engine.

usage: trigram_join.py PREPARED.csv PAIRS.csv COSINE THREADS
"""
import csv, sys

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sp_matmul_rs import sp_matmul_topn


def trigrams(name):
    name = f" {name} "
    return [name[at:at + 3] for at in range(len(name) - 2)]


def main(source, target, cosine, threads):
    with open(source, encoding="utf-8", newline="") as file:
        rows = [(row["row_id"], row["name"]) for row in csv.DictReader(file)]
    matrix = TfidfVectorizer(analyzer=trigrams, dtype=numpy.float32).fit_transform(name for _, name in rows)
    alike = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=20, threshold=float(cosine), n_threads=int(threads)).tocoo()
    pairs = {(min(pair), max(pair)) for pair in zip(alike.row.tolist(), alike.col.tolist())}
    with open(target, "w", encoding="utf-8") as file:
        file.write("left,right\n")
        file.writelines(f"{rows[left][0]},{rows[right][0]}\n" for left, right in sorted(pairs) if left != right)


main(*sys.argv[1:])

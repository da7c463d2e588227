#!/usr/bin/env python3
"""Indexes the names of a list by simstring-rust and asks for others; prints what `whole_lists.py` reads, tab-separated.

usage: simstring_search.py PREPARED.csv PREPARED-QUESTIONS.csv ANSWERS.csv COSINE

What is printed as cpu and seconds is of the index, the start of the program and the reading of the list in it. The times
of the questions are CPU time, of ranked answers; the rows of each distinct name are looked up outside of it.
"""
import csv, sys, time

import simstring_rust as simstring


def names(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [row["name"] for row in csv.DictReader(file)]


def main(source, questions, answers, cosine):
    began = time.monotonic()
    # Each distinct name once: with one entry for every row, questions take half as long again.
    lines = {}
    for line, name in enumerate(names(source), start=2):
        lines.setdefault(name, []).append(line)
    index = simstring.database.HashDb(simstring.extractors.CharacterNgrams(3, " "))
    for name in lines:
        index.insert(name)
    print("cpu", time.process_time(), sep="\t")
    print("seconds", time.monotonic() - began, sep="\t")
    search = simstring.searcher.Searcher(index, simstring.measures.Cosine()).ranked_search
    times = []
    with open(answers, "w", encoding="utf-8") as file:
        file.write("query_id,id\n")
        for query, name in enumerate(names(questions), start=2):
            start = time.process_time()
            found = search(name, float(cosine))
            times.append(time.process_time() - start)
            best = [line for other, _ in found for line in lines[other]][:10]
            file.writelines(f"{query},{line}\n" for line in best)
    times.sort()
    for share in (.5, .99):
        print(f"p{share * 100:.0f} in ms", times[int(len(times) * share)] * 1e3, sep="\t")


main(*sys.argv[1:])

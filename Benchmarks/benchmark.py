#!/usr/bin/env python3
"""Runs the benchmarks and the peers on the same lists, and prints one table.

usage: benchmark.py own PROGRAM FOLDER              Dizim alone; ratios to the peers' figures of peers/figures.tsv
       benchmark.py peers PROGRAM FOLDER PYTHON     both, one after the other on one core; writes peers/figures.tsv and
                                                    RESULTS.md

FOLDER holds tokens.txt and names.txt.
"""
import pathlib, subprocess, sys

from machine import machine, one_core

HERE = pathlib.Path(__file__).parent
FIGURES = HERE / "peers" / "figures.tsv"
# Each stage of ours with the peer's that it is measured against.
PEERS = {
    "levenshtein tokens": "levenshtein tokens",
    "jaro-winkler tokens": "jaro-winkler tokens",
    "learned alignment decided": "weighted edit distance tokens",
    "learned alignment full": "weighted edit distance tokens",
    "learned alignment, a pair at a time": "weighted edit distance tokens",
    "cells to words and keys": "transliterate names",
}


def run(command):
    text = subprocess.run(one_core(command), check=True, capture_output=True, text=True).stdout
    return [line.split("\t") for line in text.splitlines()]


def short(rate):
    return f"{rate / 1e6:,.1f} M" if rate >= 1e6 else f"{rate / 1e3:,.0f} k"


def table(rows, peers):
    best = {}
    for stage, rate, _, checksum, remark in peers:
        best[stage] = (float(rate), float(checksum), remark)
    lines = ["| stage | a second and core | of | peer | ratio | the same answers |", "|---|---:|---:|---|---:|---|"]
    for stage, rate, count, checksum, remark in rows:
        peer = best.get(PEERS.get(stage))
        same = remark.split("; ")[1] if "; " in remark else ""
        name = stage + (f" ({remark.split('; ')[0]})" if remark else "")
        if not peer:
            lines.append(f"| {name} | {short(float(rate))} | {int(count):,} | | | {same} |")
            continue
        if not same and stage == PEERS[stage]:
            off = abs(float(checksum) / peer[1] - 1)
            same = "the peer's sum" if off == 0 else f"sum within {off:.0e} of the peer's"
        lines.append(
            f"| {name} | {short(float(rate))} | {int(count):,} | {peer[2]}, {short(peer[0])} "
            f"| {float(rate) / peer[0]:,.1f} | {same} |")
    return "\n".join(lines)


def main(what, program, folder, python=None):
    lists = [f"{folder}/tokens.txt", f"{folder}/names.txt"]
    described = machine()
    rows = run([program, *lists])
    if what == "peers":
        peers = run([python, str(HERE / "peers" / "peers.py"), *lists])
        FIGURES.write_text("# stage, a second and core, of how many, checksum, peer; written by make bench-peers\n"
                           + "".join("\t".join(row) + "\n" for row in peers))
    else:
        peers = [line.split("\t") for line in FIGURES.read_text().splitlines() if not line.startswith("#")]
    text = table(rows, peers)
    print(text)
    if what == "peers":
        others = "\n".join(f"| {stage} | {short(float(rate))} | {int(count):,} | {remark} |"
                           for stage, rate, count, _, remark in peers)
        (HERE / "RESULTS.md").write_text(
            "# Results\n\nWritten by `make bench-peers`: both on one core, one after the other, the same lists; CPU time, "
            f"the median of three runs.\n\n{described}\n\n{text}\n\n## The peers\n\n"
            f"| what | a second and core | of | peer |\n|---|---:|---:|---|\n{others}\n")


main(*sys.argv[1:])

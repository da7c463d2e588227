#!/usr/bin/env python3
"""Runs whole lists through Dizim and through the strongest peer of each task, one after the other on the same lists, and
writes the section "Whole lists" of RESULTS.md.

usage: whole_lists.py DIZIM BENCHMARKS FOLDER [ROWS...]     10000 100000 where not given

BENCHMARKS is the program that times the questions of an index; FOLDER is that of `lists.sh FOLDER whole-lists`.
"""
import pathlib, statistics, sys
from typing import Callable, NamedTuple

import accuracy
from cost import cost
from generated import GeneratedList
from machine import machine, one_core

HERE = pathlib.Path(__file__).parent
PEERS = HERE / "peers"
RESULTS = HERE / "RESULTS.md"
TITLE = "\n## Whole lists\n"
VERSIONS = dict(pin.split("==") for pin in (PEERS / "requirements-whole-lists.txt").read_text().split())
QUESTIONS = 1_000
TEXT = """
Dizim and the strongest peer of each task, one after the other, each run a process of its own that reads the list and
writes its answer: CPU seconds of user and system, the wall clock and the peak of memory as the system counts them; medians
of three runs in turn, of a million rows one run. One thread is one core. The peers get the names romanised by ICU
(`peers/prepare.py`), which is not counted: {preparations}.

{described}

| task | rows | threads | who | CPU s | s | peak MB | precision | recall | F1 | CPU beside the peer's |
|---|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|
{lines}

Splink's threshold is the best of those tried, chosen on the truth. Precision and recall are of pairs of rows: of rows made
one person, and of the pairs that sp_matmul_rs answers with.

An index of names, and {questions:,} of the names with one letter changed as questions, one thread. Times of questions are CPU
time; recall counts the rows of the asked person among ten answers, of all there are. simstring-rust keeps its index in
memory alone, and its peak has the questions in it.

| names | who | index: CPU s | s | peak MB | MB of file | p50 ms | p99 ms | recall at 10 | CPU beside the peer's | p50 beside the peer's |
|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
{answers}
"""
# The join of the peer grows with the square of the rows: of a million it takes a thousand CPU seconds.
MOST_JOINED = 100_000


class Programs:
    """The commands of a run."""

    def __init__(self, dizim, benchmarks, folder):
        self.dizim, self.benchmarks = dizim, benchmarks
        self.list_python, self.peer_python = folder / "env/bin/python", folder / "whole-lists-env/bin/python"

    def prepare(self, source, target):
        return [self.list_python, PEERS / "prepare.py", source, target]

    def peer(self, script, *arguments, threads=1):
        return on(threads, [self.peer_python, PEERS / script, *arguments])

    def dedupe(self, source, target, threads):
        return on(threads, [self.dizim, "dedupe", source, "-o", target, "--threads", threads])

    def index(self, source, target):
        return on(1, [self.dizim, "index", source, "-o", target, "--threads", 1])

    def search(self, index, questions, target):
        return on(1, [self.dizim, "search", index, "--queries", questions, "--top", 10, "-o", target, "--threads", 1])

    def times_of_questions(self, index, questions):
        return on(1, [self.benchmarks, "search", index, questions])


def on(threads, command):
    return one_core(command) if threads == 1 else command


class Side(NamedTuple):
    """One of the two that a list is given to, and how its output is measured."""

    who: str
    command: list
    output: pathlib.Path
    accuracy: Callable


def medians(rows, *commands):
    """The figures of each command: those of the system, and those that it prints itself, a tab after the name of each."""
    # In turn, so that a busy minute meets all of them.
    rounds = []
    for _ in range(3 if rows < 1_000_000 else 1):
        runs = [cost(command) for command in commands]
        rounds.append([{"cpu": run.cpu, "seconds": run.seconds, "megabytes": run.megabytes}
                       | {name: float(figure) for name, figure in (line.split("\t") for line in run.printed.splitlines())}
                       for run in runs])
    return [{name: statistics.median(run[name] for run in runs) for name in runs[0]} for runs in zip(*rounds)]


def compared(task, people, threads, own, peer):
    """A line of the table for either."""
    figures = medians(people.rows, own.command, peer.command)
    ratios = [f"{figures[0]['cpu'] / figures[1]['cpu']:.1f}", ""]
    for side, its, ratio in zip([own, peer], figures, ratios):
        quality = " | ".join(f"{figure:.3f}" for figure in side.accuracy(side.output, people.entities))
        yield (f"| {task} | {people.rows:,} | {threads} | {side.who} | {its['cpu']:.1f} | {its['seconds']:.1f} "
               f"| {its['megabytes']:,.0f} | {quality} | {ratio} |")


def names_and_dates(programs, people, dated, prepared):
    output, peer_output = people.path(".out.csv"), people.path(".splink.csv")
    # The best of those tried, chosen on the truth, which nobody has who merges lists.
    threshold = ".1" if people.rows < 1_000_000 else ".01"
    for threads in (1, 2):
        yield from compared(
            "name and birth date", people, threads,
            Side("Dizim", programs.dedupe(dated, output, threads), output, accuracy.of_persons),
            Side(f"Splink {VERSIONS['splink']}, threshold {threshold}",
                 programs.peer("splink_dedupe.py", prepared, peer_output, threshold, threads, threads=threads),
                 peer_output, accuracy.of_persons))


def names_alone(programs, people, names, prepared):
    output, peer_output = people.path(".names.out.csv"), people.path(".pairs.csv")
    for threads in (1, 2):
        yield from compared(
            "names alone", people, threads,
            Side("Dizim", programs.dedupe(names, output, threads), output, accuracy.of_persons),
            Side(f"sp_matmul_rs {VERSIONS['sp_matmul_rs']}, cosine .6",
                 programs.peer("trigram_join.py", prepared, peer_output, 0.6, threads, threads=threads),
                 peer_output, accuracy.of_pairs))


def searched(programs, people, names, prepared):
    index, answers, peer_answers = (people.path(end) for end in (".dzx", ".answers.csv", ".simstring.csv"))
    questions, prepared_questions = people.questions(QUESTIONS), people.path(".questions.prepared.csv")
    cost(programs.prepare(questions, prepared_questions))
    made, times, peer = medians(
        people.rows, programs.index(names, index), programs.times_of_questions(index, questions),
        programs.peer("simstring_search.py", prepared, prepared_questions, peer_answers, 0.7))
    cost(programs.search(index, questions, answers))
    sides = [("Dizim", times | made, answers, f"{index.stat().st_size / 1e6:,.0f}"),
             (f"simstring-rust {VERSIONS['simstring-rust']}, cosine .7", peer, peer_answers, "none")]
    ratios = [f"{made['cpu'] / peer['cpu']:.1f} | {times['p50 in ms'] / peer['p50 in ms']:.1f}", " | "]
    for (who, its, found, file), ratio in zip(sides, ratios):
        recall = accuracy.recall_of_answers(found, questions, people.entities)
        yield (f"| {people.rows:,} | {who} | {its['cpu']:.2f} | {its['seconds']:.2f} | {its['megabytes']:,.0f} | {file} "
               f"| {its['p50 in ms']:.2f} | {its['p99 in ms']:.2f} | {recall:.3f} | {ratio} |")


def main(dizim, benchmarks, folder, *sizes):
    programs = Programs(dizim, benchmarks, pathlib.Path(folder))
    described = machine()
    with_dates, alone, answers, preparations = [], [], [], []
    for rows in sorted(map(int, sizes)) or [10_000, 100_000]:
        people = GeneratedList(folder, programs.list_python, rows)
        dated = people.columns(".csv", "row_id", "name", "birth_date")
        names = people.columns(".names.csv", "row_id", "name")
        prepared = people.path(".prepared.csv")
        preparations.append(f"{cost(programs.prepare(dated, prepared)).cpu:.1f} CPU s for {rows:,}")
        with_dates += shown(names_and_dates(programs, people, dated, prepared))
        if rows <= MOST_JOINED:
            alone += shown(names_alone(programs, people, names, prepared))
        answers += shown(searched(programs, people, names, prepared))
    others = RESULTS.read_text(encoding="utf-8").partition(TITLE)[0] if RESULTS.exists() else ""
    RESULTS.write_text(others + TITLE + TEXT.format(
        described=described, lines="\n".join(with_dates + alone), answers="\n".join(answers),
        preparations=", ".join(preparations), questions=QUESTIONS), encoding="utf-8")


def shown(lines):
    for line in lines:
        print(line, flush=True)
        yield line


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""Measures how the cost of `dizim dedupe` grows with the rows of a list, and what the worst lists take.

usage: growth.py PROGRAM FOLDER PYTHON ROWS...     for instance 10000 100000 1000000

FOLDER holds lexicon.json (lists.sh makes it); lists and results are written there, and the table and a chart beside
this file: GROWTH.md, growth.svg. CPU seconds and the peak of memory as the system counts them; precision and recall of
pairs beside the truth of the generator.
"""
import datetime, math, os, pathlib, random, subprocess, sys

import accuracy
from cost import cost
from generated import GeneratedList

HERE = pathlib.Path(__file__).parent
SYLLABLES = "ka ba ri mo tu sha le vo ne da gul bek nur ai mir zha to si pa ro".split()


def worst(folder):
    """Lists of names alone that ask most of the program, with the ordinary ones they are measured against."""
    chance = random.Random(7)

    def word():
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()

    lists = {
        "ordinary, 20,000 rows": [f"{word()} {word()} {word()}" for _ in range(20_000)],
        "one surname for all, 20,000 rows": [f"Karimov {word()} {word()}" for _ in range(20_000)],
        "all names equal, 1,000,000 rows": ["Karimov Bekbolat Nurlanovich"] * 1_000_000,
        "64 words a name, 600 rows": [" ".join(word() for _ in range(64)) for _ in range(600)],
        "5,000 letters a name, 200 rows": ["".join(word() for _ in range(900))[:5_000] for _ in range(200)],
    }
    for number, (what, names) in enumerate(lists.items()):
        path = folder / f"worst-{number}.csv"
        path.write_text("name\n" + "\n".join(names) + "\n", encoding="utf-8")
        yield what, path


def deduped(program, path):
    """What a run costs, and the file it wrote."""
    output = path.with_suffix(".out.csv")
    return cost([program, "dedupe", path, "-o", output]), output


def chart(points):
    """CPU seconds against rows, both in powers of ten."""
    width, height, left, bottom = 480, 320, 60, 40
    low, high = 0, max(1, math.ceil(math.log10(max(cpu for _, cpu in points))))
    first, last = math.floor(math.log10(points[0][0])), math.ceil(math.log10(points[-1][0]))
    x = lambda rows: left + (math.log10(rows) - first) / max(1, last - first) * (width - left - 20)
    y = lambda cpu: height - bottom - (math.log10(max(cpu, 1)) - low) / (high - low) * (height - bottom - 20)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" '
        'font-size="12">', '<rect width="100%" height="100%" fill="white"/>']
    for power in range(first, last + 1):
        at = x(10**power)
        lines.append(f'<path d="M{at:.0f} 20V{height - bottom}" stroke="#ddd"/>')
        lines.append(f'<text x="{at:.0f}" y="{height - 22}" text-anchor="middle">{10**power:,}</text>')
    for power in range(low, high + 1):
        at = y(10**power)
        lines.append(f'<path d="M{left} {at:.0f}H{width - 20}" stroke="#ddd"/>')
        lines.append(f'<text x="{left - 6}" y="{at + 4:.0f}" text-anchor="end">{10**power:,} s</text>')
    path = " ".join(f"{x(rows):.1f},{y(cpu):.1f}" for rows, cpu in points)
    lines.append(f'<polyline points="{path}" fill="none" stroke="#1f5fa8" stroke-width="2"/>')
    lines += [f'<circle cx="{x(rows):.1f}" cy="{y(cpu):.1f}" r="3" fill="#1f5fa8"/>' for rows, cpu in points]
    lines.append(f'<text x="{width / 2:.0f}" y="{height - 6}" text-anchor="middle">rows</text></svg>')
    return "\n".join(lines) + "\n"


def main():
    program, folder, python = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    sizes = sorted(int(rows) for rows in sys.argv[4:]) or [10_000, 100_000]
    commit = subprocess.run(["git", "-C", HERE, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    lines = [
        "# How cost grows", "",
        "Written by `make bench-growth`: `dizim dedupe`, two threads; lists of `peers/gen.py` with name and birth date.",
        "", f"{datetime.date.today()}, commit {commit.stdout.strip()}; load before the run {os.getloadavg()[0]:.1f}", "",
        "| rows | CPU s | s | MB | CPU µs a row | precision | recall | F1 |", "|---:|---:|---:|---:|---:|---:|---:|---:|"]
    worst_lines, ordinary = [], None
    for what, path in worst(folder):
        size = path.stat().st_size / 1e6
        run, _ = deduped(program, path)
        ordinary = ordinary or run.cpu / size
        worst_lines.append(
            f"| {what} | {size:.2f} | {run.cpu:.1f} | {run.megabytes:,.0f} | {run.cpu / size:.1f} "
            f"| {run.cpu / size / ordinary:.1f} |")
        print(worst_lines[-1], flush=True)
    points = []
    for rows in sizes:
        people = GeneratedList(folder, python, rows)
        run, output = deduped(program, people.columns(".csv", "row_id", "name", "birth_date"))
        points.append((rows, run.cpu))
        figures = " | ".join(f"{figure:.4f}" for figure in accuracy.of_persons(output, people.entities))
        lines.append(
            f"| {rows:,} | {run.cpu:.1f} | {run.seconds:.1f} | {run.megabytes:,.0f} | {run.cpu / rows * 1e6:.0f} "
            f"| {figures} |")
        print(lines[-1], flush=True)
    lines += ["", "![CPU seconds against rows](growth.svg)", "", "## The worst lists", "",
              "Names alone; what a byte costs beside one of ordinary names.", "",
              "| list | MB | CPU s | peak MB | CPU s a MB | ratio |", "|---|---:|---:|---:|---:|---:|"]
    lines += worst_lines
    (HERE / "GROWTH.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (HERE / "growth.svg").write_text(chart(points), encoding="utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures how the cost of `dizim dedupe` grows with the rows of a list, and what the worst lists take.

usage: growth.py PROGRAM FOLDER PYTHON ROWS...     for instance 10000 100000 1000000

FOLDER holds lexicon.json (lists.sh makes it); lists and results are written there, and the table and a chart beside
this file: GROWTH.md, growth.svg. CPU seconds and the peak of memory as the system counts them; precision and recall of
pairs beside the truth of the generator.
"""
import collections, csv, datetime, math, os, pathlib, random, subprocess, sys

HERE = pathlib.Path(__file__).parent
SYLLABLES = "ka ba ri mo tu sha le vo ne da gul bek nur ai mir zha to si pa ro".split()


def generated(folder, python, rows):
    """The list of gen.py with name and birth date, and whose each row is."""
    source, path = folder / f"generated-{rows}.tsv", folder / f"generated-{rows}.csv"
    if not source.exists():
        generator = [python, HERE / "peers" / "gen.py", folder / "lexicon.json", str(rows), source, "--seed", "1"]
        subprocess.run(generator, check=True)
    with open(source, encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t"))
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["row_id", "name", "birth_date"])
        writer.writerows([line["row_id"], line["name"], line["birth_date"]] for line in lines)
    return path, {line["row_id"]: line["entity_id"] for line in lines}


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


def timed(program, path):
    """CPU seconds, seconds and megabytes of a run, and the file it wrote."""
    output = path.with_suffix(".out.csv")
    start = datetime.datetime.now()
    process = subprocess.Popen([program, "dedupe", path, "-o", output], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    # 3: some cells were not read as they stand, as in any list of a million.
    if code not in (0, 3):
        sys.exit(f"growth.py: {path}: the program ended with {code}")
    wall = (datetime.datetime.now() - start).total_seconds()
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, output


def accuracy(output, truth):
    """Precision, recall and F1 of the pairs of rows."""
    found, real, both = collections.Counter(), collections.Counter(), collections.Counter()
    with open(output, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            person, entity = row["person_id"], truth[row["row_id"]]
            found[person] += 1
            real[entity] += 1
            both[person, entity] += 1
    pairs = lambda counts: sum(n * (n - 1) // 2 for n in counts.values())
    precision, recall = pairs(both) / max(1, pairs(found)), pairs(both) / max(1, pairs(real))
    return precision, recall, 2 * precision * recall / (precision + recall)


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
    # First, while this process is small: the peak of a process counts what it was forked from.
    worst_lines, ordinary = [], None
    for what, path in worst(folder):
        size = path.stat().st_size / 1e6
        cpu, _, memory, _ = timed(program, path)
        ordinary = ordinary or cpu / size
        worst_lines.append(
            f"| {what} | {size:.2f} | {cpu:.1f} | {memory:,.0f} | {cpu / size:.1f} | {cpu / size / ordinary:.1f} |")
        print(worst_lines[-1], flush=True)
    points = []
    for rows in sizes:
        path, truth = generated(folder, python, rows)
        cpu, wall, memory, output = timed(program, path)
        points.append((rows, cpu))
        figures = " | ".join(f"{figure:.4f}" for figure in accuracy(output, truth))
        lines.append(
            f"| {rows:,} | {cpu:.1f} | {wall:.1f} | {memory:,.0f} | {cpu / rows * 1e6:.0f} | {figures} |")
        print(lines[-1], flush=True)
    lines += ["", "![CPU seconds against rows](growth.svg)", "", "## The worst lists", "",
              "Names alone; what a byte costs beside one of ordinary names.", "",
              "| list | MB | CPU s | peak MB | CPU s a MB | ratio |", "|---|---:|---:|---:|---:|---:|"]
    lines += worst_lines
    (HERE / "GROWTH.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (HERE / "growth.svg").write_text(chart(points), encoding="utf-8")


if __name__ == "__main__":
    main()

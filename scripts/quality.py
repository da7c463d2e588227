"""Measures what the command answers, beside the committed figures, and writes its worst errors down for reading.

python3 scripts/quality.py [TASK or KIND…] [--limit N] [--half 0|1] [--errors N] [--write-baseline]

KIND is merge, pairs, dedupe or search. The tasks are those of corpora/ and, where the folder EVAL (../shared/eval)
is, those of its tasks.py. `--limit` asks fewer queries of a search; `--half` takes one half of the people of each
list, told by a hash: tune on one, judge on the other. DIZIM names the binary (.build/release/dizim).

Behind the tasks of pairs comes how true their probabilities are at even odds, by scripts: as shipped, and with a line
through the weights that was fitted to the other tasks. What the fit gains is what other constants could; where it gains
nothing, the tasks differ.

Errors go to out/errors/TASK.KIND.tsv, N of each kind (50), the dearest first. The figures of corpora/ are compared
with corpora/quality-baseline.tsv, the others with corpora/quality-development.tsv, which --write-baseline writes.
"""
import argparse
import collections
import csv
import hashlib
import importlib.util
import math
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORPORA = ROOT / "corpora"
ERRORS = ROOT / "out/errors"
DEVELOPMENT = CORPORA / "quality-development.tsv"
EVAL = pathlib.Path(os.environ.get("EVAL", ROOT / "../shared/eval"))
DIZIM = os.environ.get("DIZIM", str(ROOT / ".build/release/dizim"))
TOLERANCE = 0.0005
# Of these less is better.
COSTS = ("missed", "review", "brier", "calibration error", "wrongly merged per 1000", "families merged",
         "rows in review", "relatives called same")


# Files and the command

def read(path, delimiter="\t"):
    raw = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if delimiter == "\t" else {}
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, **raw))


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return str(path)


def dizim(*arguments):
    done = subprocess.run([DIZIM, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1, 3):  # 1: nobody found; 3: rows that could not be read as they should be
        sys.exit(f"dizim {arguments[0]}: exit {done.returncode}: {done.stderr.decode()[-500:]}")


def evaluation(kind, predicted, truth, *options):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "figures.csv")
        dizim("evaluate", kind, predicted, truth, *options, "--format", "csv", "-o", path)
        return {name.replace("_", " "): float(value) for name, value in read(path, ",")[0].items()}


def write_errors(task, kind, header, rows, most):
    with open(ERRORS / f"{task}.{kind}.tsv", "w", encoding="utf-8") as file:
        for row in [header, *rows[:most]]:
            file.write("\t".join(str(cell).replace("\t", " ").replace("\n", " ") for cell in row) + "\n")


def judged(pairs, folder):
    """What `compare` says of pairs of names: weight, probability, decision, relation."""
    path = write(os.path.join(folder, "named.csv"), ["left", "right"], pairs)
    answers = os.path.join(folder, "judged.csv")
    dizim("compare", "--pairs", path, "--format", "csv", "-o", answers)
    return read(answers, ",")


# Pairs of names

def run_pairs(task, pairs, options):
    """`pairs` are (left, right, label 0 or 1, what to show of it)."""
    with tempfile.TemporaryDirectory() as folder:
        truth = write(os.path.join(folder, "truth.csv"), ["left", "right", "label"], [p[:3] for p in pairs])
        answers = os.path.join(folder, "judged.csv")
        dizim("compare", "--pairs", truth, "--format", "csv", "-o", answers)
        figures = evaluation("pairs", answers, truth)
        said = read(answers, ",")
    figures = {name: figures[name] for name in (
        "average precision", "best f1", "precision", "recall", "missed", "review", "brier", "calibration error")}
    rows = sorted(zip(said, pairs), key=lambda row: (-float(row[0]["weight"]), row[1]))
    header = ["weight", "decision", "relation", "left", "right", "note"]
    shown = [[s["weight"], s["decision"], s["relation"], p[0], p[1], p[3]] for s, p in rows]
    labels = [p[2] for _, p in rows]
    for kind, label, decision in (
            ("false-same", 0, "same"), ("missed", 1, "different"), ("asked-true", 1, "review"),
            ("asked-false", 0, "review")):
        chosen = [row for row, is_same in zip(shown, labels) if is_same == label and row[1] == decision]
        write_errors(task, kind, header, chosen[::-1] if label else chosen, options.errors)
    JUDGED[task] = [(float(s["weight"]), p[2], scripts(p[0], p[1])) for s, p in zip(said, pairs)]
    return figures, said


# How true the probabilities are. By task: weight, label and scripts of each pair.
JUDGED = {}


def scripts(left, right):
    def of(name):
        kinds = collections.Counter(unicodedata.name(c, "?").split()[0].lower() for c in name if c.isalpha())
        return kinds.most_common(1)[0][0] if kinds else "none"
    return "-".join(sorted((of(left), of(right))))


def even(rows):
    """A mass for each row, true and false ones having half of it all."""
    true = sum(label for _, label, _ in rows)
    return [0.5 / (true if label else len(rows) - true) for _, label, _ in rows]


def probability(weight, scale=1.0, shift=0.0):
    return 1 / (1 + 2.0 ** -max(-60.0, min(60.0, scale * weight + shift)))


def calibration_error(rows, scale=1.0, shift=0.0, bins=10):
    sums = [[0.0, 0.0] for _ in range(bins)]
    for mass, (weight, label, _) in zip(even(rows), rows):
        said = probability(weight, scale, shift)
        place = sums[min(int(said * bins), bins - 1)]
        place[0] += mass * said
        place[1] += mass * label
    return sum(abs(said - came) for said, came in sums)


def fitted(tasks):
    """Scale and shift of the weights, of a lattice those of the least logarithmic loss, every task having the same mass."""
    points = collections.Counter()
    for rows in tasks:
        for mass, (weight, label, _) in zip(even(rows), rows):
            points[round(2 * weight) / 2, label] += mass

    def loss(scale, shift):
        return -sum(mass * math.log2(probability((1 if label else -1) * (scale * weight + shift)))
                    for (weight, label), mass in points.items())
    return min(((scale / 20, shift / 4) for scale in range(4, 33) for shift in range(-20, 21)), key=lambda x: loss(*x))


def report_calibration(least=100):
    """`least` pairs of each label are wanted, so that the error is not that of counting."""
    def is_enough(rows):
        return min(collections.Counter(r[1] for r in rows).get(label, 0) for label in (0, 1)) >= least
    tasks = {name: rows for name, rows in JUDGED.items() if is_enough(rows)}
    for name, rows in tasks.items():
        others = [r for other, r in tasks.items() if other != name]
        if not others:
            continue
        scale, shift = fitted(others)
        groups = {"all scripts": rows}
        for kind in sorted({r[2] for r in rows}):
            groups[kind] = [r for r in rows if r[2] == kind]
        for kind, group in groups.items():
            if is_enough(group):
                print(f"calibration  {name:28}{kind:20}{len(group):6} pairs  error {calibration_error(group):.4f}  "
                      f"with the others' fit {calibration_error(group, scale, shift):.4f} "
                      f"({scale:.2f} w {shift:+.2f})", flush=True)


def corpus_pairs(name):
    def run(options):
        rows = read(CORPORA / name / "pairs.tsv")
        figures, said = run_pairs(
            name, [(r["left"], r["right"], int(r["label"]), f'{r["category"]}: {r["note"]}') for r in rows], options)
        # Namesakes in `spellings` are no relatives.
        kin = {"siblings", "parent-child", "inversion", "spouses", "cousins", "gender"}
        figures["relatives called same"] = sum(
            s["decision"] == "same" and r["label"] == "0" and (name == "families" or r["category"] in kin)
            for s, r in zip(said, rows))
        return figures
    return run


# Lists

def cluster_errors(task, rows, names, people, found, options):
    """Rows of two people put together, and rows of one person left apart: a pair for each two groups of rows."""
    groups = collections.defaultdict(list)
    for row, key in enumerate(zip(people, found)):
        groups[key].append(row)
    kinds = {"false-merges": collections.defaultdict(list), "missed-merges": collections.defaultdict(list)}
    for (person, cluster), members in groups.items():
        kinds["false-merges"][cluster].append(members)
        kinds["missed-merges"][person].append(members)
    header = ["rows", "weight of names", "person"]
    columns = list(rows[0])
    header += [f"{side} {column}" for column in columns for side in ("left", "right")]
    for kind, by in kinds.items():
        pairs = [(a, b) for parts in by.values() for i, a in enumerate(parts) for b in parts[i + 1:]]
        lines = []
        if pairs:
            with tempfile.TemporaryDirectory() as folder:
                said = judged([(names[a[0]], names[b[0]]) for a, b in pairs], folder)
            for (a, b), answer in zip(pairs, said):
                line = [len(a) * len(b), answer["weight"], people[a[0]]]
                for column in columns:
                    line += [rows[a[0]][column], rows[b[0]][column]]
                lines.append(line)
        sign = 1 if kind == "false-merges" else -1
        lines.sort(key=lambda line: (-line[0], sign * float(line[1]), line[2]))
        write_errors(task, kind, header, lines, options.errors)


CLUSTER_FIGURES = ("precision", "recall", "f1", "b3 precision", "b3 recall", "b3 f1", "wrongly merged per 1000")


def run_dedupe(task, table, kinds, options):
    """`kinds` are the columns that are given, with their kinds; `None` leaves it to the header."""
    if options.half is not None:
        table = [r for r in table if hashlib.sha1(r["entity_id"].encode()).digest()[0] % 2 == options.half]
    rows = [{column: r.get(column) or "" for column in kinds} for r in table]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "list.csv")
        answers = os.path.join(folder, "persons.csv")
        write(path, ["row", *kinds], [[n, *r.values()] for n, r in enumerate(rows)])
        truth = write(os.path.join(folder, "truth.csv"), ["row", "person"],
                      [[n, r["entity_id"]] for n, r in enumerate(table)])
        fields = [f"--field={column}:{kind}" for column, kind in {"row": "ignore", **kinds}.items() if kind]
        dizim("dedupe", path, "-o", answers, *fields)
        figures = evaluation("clusters", answers, truth, "--key", "row")
        found = {int(r["row"]): r["person_id"] for r in read(answers, ",")}
    naming = [column for column, kind in kinds.items() if kind in ("name", "given", "surname")]
    names = [" ".join(r[column] for column in naming) for r in rows]
    cluster_errors(task, rows, names, [r["entity_id"] for r in table], [found[n] for n in range(len(rows))], options)
    return {name: figures[name] for name in CLUSTER_FIGURES}


def run_febrl2(options):
    table = read(CORPORA / "public/records-febrl-dataset2.tsv")
    kinds = {column: None for column in table[0] if column not in ("record_id", "entity_id")}
    return run_dedupe("febrl2", table, {
        **kinds, "given_name": "given", "surname": "surname", "suburb": "place", "date_of_birth": "birth"}, options)


def run_demo(options):
    lists = [CORPORA / "demo" / name for name in ("memorial-en.csv", "svodka-ru.csv", "dizim-kaa.tsv", "royxat-uz.csv")]
    truth = CORPORA / "demo/truth.tsv"
    family = {r["person"]: r["family"] for r in read(CORPORA / "demo/people.tsv")}
    person = {(r["source"], r["line"]): r["person"] for r in read(truth)}

    with tempfile.TemporaryDirectory() as folder:
        def merge(name, *more):
            rows = os.path.join(folder, f"{name}.csv")
            dizim("merge", *lists, "-o", os.path.join(folder, "roll.csv"), "--rows", rows, *more)
            return read(rows, ","), evaluation("clusters", rows, truth)

        review = os.path.join(folder, "review.csv")
        rows, figures = merge("rows", "--review", review)
        questions = read(review, ",")
        for question in questions:
            sides = [person[tuple(question[f"{side}_row"].rsplit(":", 1))] for side in ("left", "right")]
            question["decision"] = "same" if sides[0] == sides[1] else "different"
        decisions = write(os.path.join(folder, "decisions.csv"), questions[0], [q.values() for q in questions])
        _, answered = merge("answered", "--decisions", decisions)
    people = [person[r["source"], r["line"]] for r in rows]
    together = collections.defaultdict(set)
    for row, who in zip(rows, people):
        together[row["person_id"]].add(who)
    families = [[family[who] for who in members if family[who] != "-"] for members in together.values()]
    asked = {q[side] for q in questions for side in ("left_row", "right_row")}
    shown = [{column: r[column] for column in r if column not in ("person_id", "person_probability")} for r in rows]
    names = [next(r[column] for column in r if column not in ("source", "line") and r[column]) for r in shown]
    cluster_errors("demo", shown, names, people, [r["person_id"] for r in rows], options)
    return {
        "precision": figures["precision"], "recall": figures["recall"],
        "families merged": sum(len(f) > len(set(f)) for f in families), "rows in review": len(asked) / len(rows),
        "precision after review": answered["precision"], "recall after review": answered["recall"]}


# Searches

def run_search(task, index, queries, options):
    """`index` and `queries` are (person, name)."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(os.path.join(folder, "index.csv"), ["id", "name"], enumerate(name for _, name in index))
        asked = write(os.path.join(folder, "queries.csv"), ["query_id", "name"],
                      enumerate(name for _, name in queries))
        answers = os.path.join(folder, "answers.csv")
        dizim("search", path, "--queries", asked, "--top", 40, "--all", "--format", "csv", "-o", answers)
        ranked = [[] for _ in queries]
        for answer in read(answers, ","):
            ranked[int(answer["query_id"])].append((int(answer["id"]), answer["weight"]))
    names = collections.defaultdict(list)
    for person, name in index:
        names[person].append(name)
    places, errors = [], []
    for (person, name), found in zip(queries, ranked):
        best = {}
        for row, weight in found:
            best.setdefault(index[row][0], (row, weight))
        order = list(best)[:10]
        place = order.index(person) + 1 if person in order else 0
        places.append(place)
        if place != 1:
            top = best[order[0]] if order else None
            errors.append([
                top[1] if top else "", best[person][1] if person in best else "", place or "", name,
                " | ".join(names[person]), index[top[0]][1] if top else ""])
    errors.sort(key=lambda e: (-float(e[0] or -99), e[3:]))
    write_errors(task, "wrong-answers", ["weight of answer", "weight of truth", "place of truth", "asked", "truth",
                                         "answer"], errors, options.errors)
    return {"recall@1": sum(p == 1 for p in places) / len(places),
            "recall@10": sum(p > 0 for p in places) / len(places),
            "mean reciprocal rank": sum(1 / p for p in places if p) / len(places)}


# All tasks

def tasks(options):
    """(kind, name, what runs it), the small ones first."""
    yield "merge", "demo", run_demo
    yield "pairs", "spellings", corpus_pairs("spellings")
    yield "pairs", "families", corpus_pairs("families")
    yield "dedupe", "febrl2", run_febrl2
    if not (EVAL / "tasks.py").exists():
        return
    specification = importlib.util.spec_from_file_location("tasks", EVAL / "tasks.py")
    module = sys.modules["tasks"] = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    for task in module.pair_tasks():
        yield "pairs", task.name, lambda o, t=task: run_pairs(t.name, [(*p, "") for p in t.pairs], o)[0]
    for task in module.dedupe_tasks():
        yield "dedupe", task.name, lambda o, t=task: run_dedupe(t.name, t.table, t.kinds, o)
    for task in module.search_tasks(options.limit):
        yield "search", task.name, lambda o, t=task: run_search(t.name, t.index, t.queries, o)


def baseline():
    figures = {}
    for path in (CORPORA / "quality-baseline.tsv", DEVELOPMENT):
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                if not line.startswith("#"):
                    name, value = line.split("\t")[:2]
                    figures[name] = float(value)
    return figures


def shown(figure, value, before):
    text = f"{figure} {value:.4f}" if value < 1.5 and "1000" not in figure else f"{figure} {value:.1f}"
    if before is None or abs(value - before) <= TOLERANCE * (100 if "1000" in figure else 1):
        return text
    is_worse = (value > before) == (figure in COSTS)
    return f"{text} ({value - before:+.4f}{' WORSE' if is_worse else ''})"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("only", nargs="*", metavar="TASK or KIND")
    parser.add_argument("--limit", type=int, default=1500)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--errors", type=int, default=50)
    parser.add_argument("--write-baseline", action="store_true")
    options = parser.parse_args()
    ERRORS.mkdir(parents=True, exist_ok=True)
    before = baseline()
    found = {}
    for kind, task, run in tasks(options):
        if options.only and not {kind, task} & set(options.only):
            continue
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        figures = run(options)
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - used
        text = "  ".join(shown(name, value, before.get(f"{task} {name}")) for name, value in figures.items())
        print(f"{kind:7}{task:32}{text}  [{used:.1f} s of CPU]", flush=True)
        found.update({f"{task} {name}": value for name, value in figures.items()})
    report_calibration()
    if options.write_baseline:
        committed = {line.split("\t")[0] for line in
                     (CORPORA / "quality-baseline.tsv").read_text(encoding="utf-8").splitlines()}
        figures = {name: value for name, value in {**before, **found}.items() if name not in committed}
        with open(DEVELOPMENT, "w", encoding="utf-8") as file:
            file.write("# figure\tvalue\n# Written by `python3 scripts/quality.py --write-baseline`.\n")
            file.writelines(f"{name}\t{value:.4f}\n" for name, value in sorted(figures.items()))


if __name__ == "__main__":
    main()

"""Cuts lists of 2,000 rows from every task of EVAL (../shared/eval) and prints which pairs the candidates lose.

python3 scripts/candidates.py [ROWS]

All pairs of a cut are scored one by one (`CandidateFinderTests`, built in release), and what the search for candidates
does not find is counted: more than one pair in a thousand is a known issue, more than one in a hundred a failure. People stay together in a cut, so that there are true
pairs in it.
"""
import hashlib
import importlib.util
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
EVAL = pathlib.Path(os.environ.get("EVAL", ROOT / "../shared/eval"))


def cut(rows, count):
    """`rows` are (person, cells): whole people in the order of a hash, until there are enough rows."""
    people = {}
    for person, cells in rows:
        people.setdefault(person, []).append(cells)
    taken = []
    for person in sorted(people, key=lambda p: hashlib.sha1(p.encode()).digest()):
        taken += people[person]
        if len(taken) >= count:
            break
    return taken[:count]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    specification = importlib.util.spec_from_file_location("tasks", EVAL / "tasks.py")
    module = sys.modules["tasks"] = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    lists = {}
    for task in module.search_tasks():
        lists[f"search-{task.name}"] = (["name"], [(e, [n]) for e, n in task.index + task.queries])
    for task in module.dedupe_tasks():
        columns = list(task.kinds)
        lists[f"dedupe-{task.name}"] = (
            [task.kinds[c] for c in columns], [(r["entity_id"], [r.get(c) or "" for c in columns]) for r in task.table])
    with tempfile.TemporaryDirectory() as folder:
        for name, (kinds, rows) in lists.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                for cells in [kinds, *cut(rows, count)]:
                    file.write("\t".join(" ".join(c.split()) for c in cells) + "\n")
        pathlib.Path(folder, "lists.txt").write_text("\n".join(lists) + "\n", encoding="utf-8")
        sys.exit(subprocess.run(
            ["swift", "test", "-c", "release", "-Xswiftc", "-enable-testing", "-Xswiftc", "-disable-cmo",
             "--filter", "listsFromElsewhereLoseNothing", *os.environ.get("SWIFT_TEST", "").split()],
            cwd=ROOT, env={**os.environ, "DIZIM_LISTS": folder}).returncode)


if __name__ == "__main__":
    main()

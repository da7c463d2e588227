#!/usr/bin/env python3
"""Runs `dizim` over a folder of hostile files, each within five seconds of its own time and 256 MB, and prints a table
by folder. Exit code 1 where a file broke something.

    scripts/torture.py FOLDER [PROGRAM]

What must hold for every file: no signal, an exit code that is documented, its time and memory. Beyond that,
`y_NAME` must be read and `n_NAME` refused (exit code 2, or 3 with the row reported), as JSONTestSuite names its files,
and a `torture.tsv` in the folder may say `file<TAB>exit codes` for single files (`xlsx/bomb.xlsx<TAB>2`).
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

SECONDS, MEGABYTES = 5, 256
DOCUMENTED = {0, 1, 2, 3}
# Files that are no list: the folder's own notes, and sides of a comparison.
SKIPPED = {"torture.tsv", "README.md", "LICENSE", "expected.tsv"}


def limits() -> None:
    # Its own time, not that of the clock: others may be at work on the machine.
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 1, SECONDS + 1))
    # No address may be mapped that memory could not bear many times over.
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))


def run(program: str, path: Path, out: Path) -> tuple[int, float, float, str]:
    """Exit code (negative for a signal), seconds and megabytes of a run, and what it said."""
    with open(out / "talk", "wb") as talk, open(out / "rows", "wb") as rows:
        process = subprocess.Popen(
            [program, "dedupe", str(path), "--format", "csv"], stdout=rows, stderr=talk,
            stdin=subprocess.DEVNULL, cwd=out, preexec_fn=limits)
        _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    talk = (out / "talk").read_text(errors="replace")
    return code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, talk


def expectations(folder: Path) -> dict[str, set[int]]:
    table = folder / "torture.tsv"
    if not table.exists():
        return {}
    rows = (line.split("\t") for line in table.read_text().splitlines()
            if line and not line.startswith("#"))
    return {name: {int(code) for code in codes.split(",")} for name, codes, *_ in rows}


def verdict(path: Path, expected: set[int] | None, code: int, seconds: float, megabytes: float,
            talk: str, out: Path) -> str | None:
    """What is wrong, if anything."""
    if code < 0:
        return f"signal {-code}"
    if seconds > SECONDS:
        return f"{seconds:.1f} s"
    if megabytes > MEGABYTES:
        return f"{megabytes:.0f} MB"
    if code not in DOCUMENTED:
        return f"exit code {code}"
    if any(byte in talk for byte in ("\x1b", "\x07", "\u202e")):
        return "a control character on the terminal"
    if {entry.name for entry in out.iterdir()} != {"talk", "rows"}:
        return "a file was left behind"
    if expected is not None and code not in expected:
        return f"exit code {code} instead of {sorted(expected)}"
    if path.name.startswith("n_") and code not in {2, 3}:
        return f"exit code {code}, and it must be refused"
    # A list without a column of names is refused, and yet it was read.
    if path.name.startswith("y_") and code not in {0, 3} and "no column of names" not in talk:
        return f"exit code {code}, and it must be read"
    return None


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    folder = Path(sys.argv[1]).resolve()
    program = str(Path(sys.argv[2] if len(sys.argv) == 3 else ".build/release/dizim").resolve())
    expected = expectations(folder)
    codes: dict[str, Counter] = {}
    slowest: dict[str, float] = {}
    largest: dict[str, float] = {}
    faults: list[str] = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name in SKIPPED:
            continue
        name = path.relative_to(folder)
        part = str(name.parent)
        with tempfile.TemporaryDirectory() as scratch:
            code, seconds, megabytes, talk = run(program, path, Path(scratch))
            wrong = verdict(path, expected.get(str(name)), code, seconds, megabytes, talk,
                            Path(scratch))
        codes.setdefault(part, Counter())[code if code >= 0 else "signal"] += 1
        slowest[part] = max(slowest.get(part, 0), seconds)
        largest[part] = max(largest.get(part, 0), megabytes)
        if wrong:
            codes[part]["wrong"] += 1
            faults.append(f"{name}: {wrong}")
    columns = [0, 1, 2, 3, "signal", "wrong"]
    print(f"{'folder':44}{'files':>7}" + "".join(f"{str(c):>8}" for c in columns)
          + f"{'seconds':>9}{'MB':>6}")
    for part, counts in sorted(codes.items()):
        files = sum(count for key, count in counts.items() if key != "wrong")
        print(f"{part[:43]:44}{files:7}" + "".join(f"{counts[c]:8}" for c in columns)
              + f"{slowest[part]:9.2f}{largest[part]:6.0f}")
    for fault in faults:
        print(fault)
    return 1 if faults or not codes else 0


if __name__ == "__main__":
    sys.exit(main())

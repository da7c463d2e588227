#!/usr/bin/env python3
"""Lets calls of the system fail, one at a time, and looks whether anything is lost or written by halves.

    scripts/faults.py PROGRAM [--most N]

`strace` counts the calls of a run that write, name, remove and close files. Then the run is repeated for each call and
each fault: the process is killed there, the disk is full, the device fails. Short writes are made by a library that is
loaded before the C library's. After each run every output is, byte for byte, what it was before or what it should
become; all of them the same where the run was not killed; old and with exit code 2 where it says that it failed; new
where it says that it did not. A run that was not killed leaves no other file behind, but where a file of libxlsxwriter's could not be taken away;
those, and what kills leave, are counted.
`--most` tries a sample spread evenly.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

CALLS = ["write", "openat", "linkat", "link", "rename", "renameat2", "fsync", "unlink", "close", "lseek",
         "ftruncate", "memfd_create", "pread64"]
FAULTS = ["signal=KILL", "error=ENOSPC", "error=EIO"]

SHORT = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>
ssize_t write(int file, const void *bytes, size_t count) {
  static ssize_t (*next)(int, const void *, size_t);
  static int calls;
  if (!next) next = dlsym(RTLD_NEXT, "write");
  const char *which = getenv("SHORT_WRITE");
  int isShort = file > 2 && which && (++calls == atoi(which) || atoi(which) == 0);
  return next(file, bytes, isShort && count > 1 ? count / 2 : count);
}
"""


class Scene:
    """A command with the files it writes, all of which exist before, and its exit code where nothing fails."""

    def __init__(self, name: str, arguments: list[str], outputs: list[str], folder: Path,
                 success: int = 0):
        self.name, self.arguments, self.outputs, self.folder = name, arguments, outputs, folder
        self.success = success
        self.before = {output: f"old {output}\n".encode() for output in outputs}
        self.after: dict[str, bytes] = {}

    def reset(self) -> None:
        for path in self.folder.iterdir():
            path.unlink()
        for output, content in self.before.items():
            (self.folder / output).write_bytes(content)

    def run(self, program: str, wrapper: list[str] = (), environment: dict | None = None) -> int:
        self.reset()
        return subprocess.run([*wrapper, program, *self.arguments], cwd=self.folder,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120,
                              env={**os.environ, **(environment or {})}).returncode

    def check(self, code: int, killed: bool, is_unlink: bool) -> str | None:
        """What is wrong after a run, if anything."""
        states = []
        for output in self.outputs:
            path = self.folder / output
            if not path.exists():
                return f"{output} is gone"
            content = path.read_bytes()
            if content == self.after[output]:
                states.append("new")
            elif content == self.before[output]:
                states.append("old")
            else:
                return f"{output} is neither old nor new"
        if killed:
            return None
        if code == 127:
            # The program was never begun: a library of it could not be loaded.
            return None if set(states) == {"old"} else "written by a program that did not begin"
        if code not in (self.success, 2):
            return f"exit code {code}"
        if set(states) != ({"new"} if code == self.success else {"old"}):
            return f"exit code {code}, outputs {states}"
        left = sorted(set(self.strays()) - set(self.refused() if is_unlink else []))
        return f"left {', '.join(left)}" if left else None

    def strays(self) -> list[str]:
        return [p.name for p in self.folder.iterdir() if p.name not in self.outputs]

    def refused(self) -> list[str]:
        """Files of libxlsxwriter, which takes each away as soon as it is open and asks once."""
        return [name for name in self.strays() if name.startswith("tmp.")]


def calls_of(scene: Scene, program: str, log: Path) -> dict[str, int]:
    """How often a run makes each call."""
    scene.run(program, ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=" + ",".join(CALLS)])
    counts = dict.fromkeys(CALLS, 0)
    for match in re.finditer(r"^\d+ +(\w+)\(", log.read_text(errors="replace"), re.M):
        if match[1] in counts:
            counts[match[1]] += 1
    return counts


def make_lists(folder: Path) -> tuple[Path, Path, Path]:
    names = ["Тажимуратов Даулетмурат", "Сапарова Айгуль", "Тошматов Ойбек", "Оразова Малика"]
    paths = folder / "one.csv", folder / "two.csv"
    for number, path in enumerate(paths):
        rows = (f"{names[i % 4]}{'абвгдежз'[i // 4 % 8]},{1940 + i % 60},Нукус {i * (number + 1)}\n"
                for i in range(600 if number == 0 else 40))
        path.write_text("Full name,Born,Village\n" + "".join(rows))
    ragged = folder / "ragged.csv"
    ragged.write_text(paths[1].read_text() + "Оразова Малика,1950,Нукус,one cell too many\n")
    return *paths, ragged


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--most", type=int, default=10**9)
    options = parser.parse_args()
    program = str(Path(options.program).resolve())
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        one, two, ragged = make_lists(scratch)
        (scratch / "out").mkdir()
        out = scratch / "out"
        scenes = [
            Scene("csv", ["normalize", str(one), "-o", "out.csv"], ["out.csv"], out),
            Scene("xlsx", ["normalize", str(one), "-o", "out.xlsx"], ["out.xlsx"], out),
            Scene("merge", ["merge", str(two), str(two), "-o", "roll.csv", "--rows", "rows.csv",
                            "--review", "review.csv"], ["roll.csv", "rows.csv", "review.csv"], out),
            Scene("merge-xlsx", ["merge", str(two), str(two), "-o", "roll.xlsx", "--rows",
                                 "rows.xlsx"], ["roll.xlsx", "rows.xlsx"], out),
            Scene("gzip", ["convert", str(one), "-o", "out.jsonl.gz"], ["out.jsonl.gz"], out),
            Scene("rejects", ["dedupe", str(ragged), "-o", "out.csv", "--rejects", "rejects.csv"],
                  ["out.csv", "rejects.csv"], out, success=3),
        ]
        (scratch / "short.c").write_text(SHORT)
        shim = scratch / "short.so"
        compiler = next((c for c in ("cc", "clang", "gcc") if subprocess.run(
            [c, "-shared", "-fPIC", "-o", shim, scratch / "short.c", "-ldl"],
            capture_output=True).returncode == 0), None)
        tried = killed = strays = refused = 0
        faults: list[str] = []
        plan: list[tuple[Scene, list[str], dict, str]] = []
        for scene in scenes:
            if scene.run(program) != scene.success:
                print(f"{scene.name}: the run itself fails", file=sys.stderr)
                return 2
            scene.after = {o: (out / o).read_bytes() for o in scene.outputs}
            counts = calls_of(scene, program, scratch / "log")
            print(f"{scene.name}: " + ", ".join(f"{c} {n}" for c, n in counts.items() if n))
            for call, count in counts.items():
                for number in range(1, count + 1):
                    for fault in FAULTS:
                        plan.append((scene, ["strace", "-f", "-qq", "-o", "/dev/null", "-e",
                                             f"trace={call}", "-e",
                                             f"inject={call}:{fault}:when={number}"], {},
                                     f"{call} {number} {fault}"))
            if compiler:
                for number in range(0, counts["write"] + 1):
                    plan.append((scene, [], {"LD_PRELOAD": str(shim), "SHORT_WRITE": str(number)},
                                 f"short write {number}"))
        step = max(1, -(-len(plan) // options.most))
        for scene, wrapper, environment, name in plan[::step]:
            code = scene.run(program, wrapper, environment)
            is_kill = "KILL" in name
            tried, killed = tried + 1, killed + is_kill
            is_unlink = name.startswith("unlink")
            wrong = scene.check(code, is_kill, is_unlink)
            strays += len(scene.strays()) if is_kill else 0
            refused += len(scene.refused()) if is_unlink and not is_kill else 0
            if wrong:
                faults.append(f"{scene.name}, {name}: {wrong}")
        print(f"{tried} faults, {killed} of them kills; {len(faults)} outputs lost or half-written or "
              f"temporary files left behind; {strays} left by kills, {refused} of libxlsxwriter's that "
              f"the system would not take away")
        for fault in faults:
            print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

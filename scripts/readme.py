"""Runs the examples of README.md and writes their output below them, so that the page shows what the
program says now. `--check` changes nothing and fails where an example says something else.

python3 scripts/readme.py [--check]

An example is a block that begins with ```console; a line that begins with `$ ` is a command (a line
that ends in a backslash goes on), what follows is its output. Commands run in the repository's root
with .build/release first in PATH. Seconds are not compared.
"""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "README.md"


def output(command):
    path = f"{ROOT / '.build/release'}:{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.decode().replace("\ufeff", "").splitlines()


def rewritten(lines):
    result, inside, command = [], False, None
    for line in lines:
        if line.startswith("```"):
            inside = line == "```console"
            result.append(line)
        elif not inside:
            result.append(line)
        elif line.startswith("$ ") or command is not None:
            result.append(line)
            command = (command or "") + line.removeprefix("$ ")
            if command.endswith("\\"):
                command = command[:-1]
                continue
            result += output(command)
            command = None
    return result


def main(arguments):
    before = PAGE.read_text(encoding="utf-8").splitlines()
    after = rewritten(before)
    if "--check" not in arguments:
        PAGE.write_text("\n".join(after) + "\n", encoding="utf-8")
        return 0
    timeless = [[re.sub(r"\d+\.\d\d s$", "s", line) for line in lines] for lines in (before, after)]
    if timeless[0] == timeless[1]:
        return 0
    print("README.md does not show what the program says; run python3 scripts/readme.py")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

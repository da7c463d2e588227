#!/usr/bin/env python3
"""What a command costs, as the system counts it.

usage: cost.py COMMAND...     prints CPU seconds, seconds and the peak of memory in MB, then what the command printed
"""
import os, subprocess, sys, time
from typing import NamedTuple


class Cost(NamedTuple):
    cpu: float
    seconds: float
    megabytes: float
    printed: str


def cost(command):
    """What it takes to run the command to its end; a command that fails ends this program too."""
    # The peak of a process counts what it was forked from: a small process starts the command, not this one.
    command = [str(part) for part in command]
    run = subprocess.run([sys.executable, "-IS", __file__, *command], capture_output=True, text=True)
    # 3: Dizim did not read some cells as they stand, as in any list of a million.
    if run.returncode not in (0, 3):
        sys.exit(f"{run.stderr}\n{' '.join(command)}: ended with {run.returncode}")
    figures, _, printed = run.stdout.partition("\n")
    return Cost(*map(float, figures.split()), printed)


def main(*command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    print(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024, flush=True)
    sys.stdout.buffer.write(printed)
    sys.stdout.flush()
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Says on what a benchmark ran, and when."""
import datetime, os, pathlib, platform, subprocess

HERE = pathlib.Path(__file__).parent


def machine():
    lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    found = {line.split(":")[0].strip(): line.split(":")[1].strip() for line in reversed(lines) if ":" in line}
    commit = subprocess.run(["git", "-C", HERE, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout
    return (f"{os.cpu_count()} cores, {found.get('model name', platform.machine())} (family {found.get('cpu family')}, "
            f"model {found.get('model')}), {platform.system()} {platform.release()}; {datetime.date.today()}, "
            f"commit {commit.strip()}; load before the run {os.getloadavg()[0]:.1f}")


def one_core(command):
    """The command on one core, so that a second thread of anybody's helps nobody."""
    return ["taskset", "-c", str(max(os.sched_getaffinity(0))), *command]

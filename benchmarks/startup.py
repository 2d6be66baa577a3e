"""How long the doors take to open: CPU and wall time of ``import dragoman`` and ``dragoman --help``, best of several runs.

Usage: python benchmarks/startup.py [RUNS]. The budget is 60 ms for the import and 300 ms for the help, on an idle machine.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

DOORS = {
    "python (nothing imported)": ["-c", "pass"],
    "import dragoman": ["-c", "import dragoman"],
    "dragoman --help": ["-m", "dragoman", "--help"],
    "dragoman --version": ["-m", "dragoman", "--version"],
}


def cost(words: list[str]) -> tuple[float, float]:
    """(CPU, wall) seconds of one run in a fresh interpreter."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def main() -> None:
    """Print a table of the best of several runs."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"{'door':<28}{'CPU ms':>8}{'wall ms':>9}")
    for name, words in DOORS.items():
        costs = [cost(words) for _ in range(runs)]
        print(f"{name:<28}{min(c for c, _ in costs) * 1000:>8.0f}{min(w for _, w in costs) * 1000:>9.0f}")


if __name__ == "__main__":
    main()

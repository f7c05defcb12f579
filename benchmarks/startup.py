"""Measures the start of `claimtrack --help` and `--version`, with a Python that only imports click and sqlite3 as the baseline.

`python benchmarks/startup.py` updates the section "cli" of docs/benchmarks.md; run it on a quiet machine. Target for `--help`: at most
1.5 times the baseline plus 60 ms. The exit code is 1 if it is missed.
"""

import statistics
import subprocess
import sys
import time

from bytecode import compile_package
from page import write_section

RUNS = 40
FACTOR, ALLOWANCE_MS = 1.5, 60

PROGRAMS = {
    "baseline": [sys.executable, "-c", "import click, sqlite3"],
    "claimtrack --help": [sys.executable, "-m", "claimtrack", "--help"],
    "claimtrack --version": [sys.executable, "-m", "claimtrack", "--version"],
}


def wall_ms(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def measure() -> dict[str, float]:
    """The median times. The programs take turns, so that a busy moment of the machine affects all of them."""
    compile_package()
    for command in PROGRAMS.values():
        wall_ms(command)  # the first run reads from disk
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(RUNS):
        for name, command in PROGRAMS.items():
            times[name].append(wall_ms(command))
    return {name: statistics.median(values) for name, values in times.items()}


def main() -> None:
    medians = measure()
    limit = FACTOR * medians["baseline"] + ALLOWANCE_MS
    rows = [
        "| program | median wall time |",
        "| --- | --- |",
        f'| `python -c "import click, sqlite3"` | {medians["baseline"]:.0f} ms |',
        *(f"| `{name}` | {medians[name]:.0f} ms |" for name in PROGRAMS if name != "baseline"),
        "",
        f"{RUNS} runs each, taking turns. Target for `claimtrack --help`: at most {FACTOR} times the first line plus "
        f"{ALLOWANCE_MS} ms, here {limit:.0f} ms.",
    ]
    write_section("cli", "\n".join(rows))
    sys.exit(medians["claimtrack --help"] > limit)


if __name__ == "__main__":
    main()

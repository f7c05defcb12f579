"""How soon `claimtrack --help` answers, beside a Python that only imports what every run needs.

The aim: at most 1.5 times `python -c "import click, sqlite3"` plus 60 ms. Run it on a quiet machine:
`python benchmarks/startup.py`. Exit code 1 when the aim is missed.
"""

import statistics
import subprocess
import sys
import time

from page import write_section

RUNS = 40
FACTOR, ALLOWANCE_MS = 1.5, 60

PROGRAMS = {
    "floor": [sys.executable, "-c", "import click, sqlite3"],
    "claimtrack --help": [sys.executable, "-m", "claimtrack", "--help"],
    "claimtrack --version": [sys.executable, "-m", "claimtrack", "--version"],
}


def wall_ms(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def measure() -> dict[str, float]:
    """Medians. The programs take turns, so that a busy moment of the machine meets all alike."""
    for command in PROGRAMS.values():
        wall_ms(command)  # the first run reads from disk and writes .pyc files
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(RUNS):
        for name, command in PROGRAMS.items():
            times[name].append(wall_ms(command))
    return {name: statistics.median(values) for name, values in times.items()}


def main() -> None:
    medians = measure()
    limit = FACTOR * medians["floor"] + ALLOWANCE_MS
    rows = [
        "| program | median wall time |",
        "| --- | --- |",
        f'| `python -c "import click, sqlite3"` | {medians["floor"]:.0f} ms |',
        *(f"| `{name}` | {medians[name]:.0f} ms |" for name in PROGRAMS if name != "floor"),
        "",
        f"{RUNS} runs each, taking turns. The aim for `claimtrack --help`: at most {FACTOR} times the first line plus "
        f"{ALLOWANCE_MS} ms, here {limit:.0f} ms.",
    ]
    write_section("cli", "\n".join(rows))
    sys.exit(medians["claimtrack --help"] > limit)


if __name__ == "__main__":
    main()

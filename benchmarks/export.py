"""Measures `export csv` of 100,000 claims: rows read back, seconds, and peak memory above that at the start.

`python benchmarks/export.py` updates its section of docs/benchmarks.md. Each export runs in a process of its own.
"""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from desks import build
from page import write_section

CLAIMS = 100_000

CHILD = """
import json, re, sys, time
from pathlib import Path
from claimtrack.workflow import exporting
from claimtrack.core.sheets.sheets import Preset
desk, target, preset = sys.argv[1:]
# Not getrusage, whose peak includes that of the parent process before exec.
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
before, began = peak(), time.perf_counter()
rows = exporting.export_sheet(Path(desk), Path(target), preset=Preset(preset))
print(json.dumps({"rows": rows, "seconds": time.perf_counter() - began, "kib": peak() - before}))
"""


def measure(desk: Path, preset: str) -> str:
    target = desk.with_suffix(f".{preset}.csv")
    child = subprocess.run(
        [sys.executable, "-c", CHILD, desk, target, preset], check=True, capture_output=True, text=True
    )
    result = json.loads(child.stdout)
    with target.open(encoding="utf-8", newline="") as file:
        read_back = sum(1 for _ in csv.reader(file)) - 1
    assert read_back == result["rows"] == CLAIMS, f"{preset}: {read_back} of {CLAIMS} rows"
    size = target.stat().st_size / 1e6
    return f"| {preset} | {read_back:,} | {size:.0f} | {result['seconds']:.1f} | {result['kib'] / 1024:.0f} |"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "claims.db"
        build(desk, CLAIMS)
        rows = [measure(desk, preset) for preset in ("claims", "appearances", "evidence", "log")]
    table = "\n".join(
        [
            "| preset | rows read back | MB | seconds | MiB above start |",
            "| --- | ---: | ---: | ---: | ---: |",
            *rows,
        ]
    )
    write_section("export", f"`python benchmarks/export.py`, {CLAIMS:,} claims.\n\n{table}")


if __name__ == "__main__":
    main()

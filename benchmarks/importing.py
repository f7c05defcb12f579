"""Measures `import claimreview` of 100,000 records into a new desk, and again into the same: throughput and peak memory.

`python benchmarks/importing.py [RECORDS]` updates its section of docs/benchmarks.md. On a busy machine compare the CPU
seconds, not the wall time.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from claimreviews import write_feed
from page import write_section

CHILD = """
import json, re, sys, time
from pathlib import Path
from claimtrack.importing.claimreview import records
from claimtrack.store.file.database import create_or_migrate
from claimtrack.workflow.reviews.importing import import_reviews
db, _ = create_or_migrate(sys.argv[1])
wall, cpu = time.perf_counter(), time.process_time()
with open(sys.argv[2], "rb") as feed:
    report = import_reviews(db, records(feed, "feed"), actor="benchmark")
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
rows = db.table("reviews").count
print(json.dumps([report.added, report.known, len(report.rejected), rows, wall, cpu, peak]))
"""


def measure(desk: Path, feed: Path, records: int, run: str) -> str:
    child = subprocess.run(
        [sys.executable, "-c", CHILD, desk, feed], check=True, capture_output=True, text=True
    )
    added, known, rejected, rows, wall, cpu, peak = json.loads(child.stdout)
    assert (rows, rejected) == (records, 0)
    return (
        f"| {run} | {added:,} | {known:,} | {wall:.1f} | {cpu:.1f} | {records / wall:,.0f} "
        f"| {records / cpu:,.0f} | {peak} |"
    )


def main(records: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        feed, desk = Path(folder) / "feed.json", Path(folder) / "claims.db"
        write_feed(feed, records)
        load = os.getloadavg()[0]
        rows = [measure(desk, feed, records, run) for run in ("first", "again")]
    table = "\n".join(
        [
            "| run | new | known | seconds | CPU seconds | records/s | records/CPU s | peak MiB |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
            *rows,
        ]
    )
    intro = (
        f"`python benchmarks/importing.py`: a DataFeed of {records:,} ClaimReview records becomes claims, reviews, "
        f"claimants, articles and appearances, with history, search index and match index. Load before: {load:.1f} "
        f"on {os.cpu_count()} cores."
    )
    write_section("import", f"{intro}\n\n{table}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100_000)

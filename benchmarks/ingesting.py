"""Measures `claimtrack ingest` of a folder of real articles into a new desk, and again into the same; and extraction alone.

`python benchmarks/ingesting.py [ARTICLES]` needs ../shared (see docs/benchmarks.md); it updates its section of docs/benchmarks.md.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polnear
from bytecode import compile_package
from extraction import POLNEAR
from page import write_section

from claimtrack.core.extract import extract
from claimtrack.core.model import Article

CHILD = """
import os, resource, sys
from claimtrack.cli import main
sys.argv[0] = "claimtrack"
try:
    main()
finally:
    # Of this process and of its second one, which extracts the claims.
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    print(sum(os.times()[:4]), peak, file=sys.stderr)
"""


def write_articles(texts: list[str], folder: Path) -> Path:
    """The folder to which the articles were written, a file each."""
    target = folder / "articles"
    target.mkdir()
    for number, text in enumerate(texts):
        (target / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return target


def measure(desk: Path, articles: Path, run: str) -> str:
    """The table row of one run of the command, a process of its own."""
    start = time.perf_counter()
    child = subprocess.run(
        [sys.executable, "-c", CHILD, "--db", desk, "ingest", articles, "--format", "ndjson"],
        check=True,
        capture_output=True,
        text=True,
    )
    wall = time.perf_counter() - start
    cpu, peak = child.stderr.split()[-2:]
    rows = len(child.stdout.splitlines())
    known = re.search(r"([\d,]+) known", child.stderr)
    per_second = f"{rows / wall:,.0f}" if rows else "-"
    return f"| {run} | {rows:,} | {known[1] if known else 0} | {wall:.1f} | {float(cpu):.1f} | {per_second} | {peak} |"


def main(articles: int) -> None:
    texts = [one.text for split in ("train", "dev") for one in polnear.read(POLNEAR, split)][:articles]
    start = time.process_time()
    row_count = sum(len(extract(Article(text))) for text in texts)
    extraction_seconds = time.process_time() - start
    load = os.getloadavg()[0]
    compile_package()
    with tempfile.TemporaryDirectory() as temporary:
        folder, desk = write_articles(texts, Path(temporary)), Path(temporary) / "claims.db"
        rows = [measure(desk, folder, run) for run in ("into a new desk", "the same again")]
        size = desk.stat().st_size / 1e6
    table = "\n".join(
        [
            f"| {len(texts):,} articles | rows filed | known | seconds | CPU seconds | rows/s | peak MiB |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
            *rows,
        ]
    )
    intro = (
        f"`python benchmarks/ingesting.py`: `claimtrack ingest` of a folder of {len(texts):,} articles of PolNeAR, each claim looked "
        f"up among those filed before it. Extracting the {row_count:,} claims alone took {extraction_seconds:.1f} CPU seconds. "
        f"The desk has {size:.0f} MB afterwards. Load before: {load:.1f} on {os.cpu_count()} cores."
    )
    write_section("ingest", f"{intro}\n\n{table}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1_000)

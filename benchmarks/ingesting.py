"""Measures `claimtrack ingest` of a folder of real articles into one new desk, with matching, beside finding their claims alone.

`python benchmarks/ingesting.py [ARTICLES]` needs ../shared (see docs/benchmarks.md); it renews its section of docs/benchmarks.md.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polnear
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
    # Its own and those of the process that it has for finding claims.
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    print(sum(os.times()[:4]), peak, file=sys.stderr)
"""


def folder_of(texts: list[str], folder: Path) -> Path:
    """The articles as files of a folder."""
    into = folder / "articles"
    into.mkdir()
    for number, text in enumerate(texts):
        (into / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return into


def ingested(desk: Path, articles: Path, run: str) -> str:
    """One run of the command in a process of its own, from the shell to the end of its table."""
    begun = time.perf_counter()
    child = subprocess.run(
        [sys.executable, "-c", CHILD, "--db", desk, "ingest", articles, "--format", "ndjson"],
        check=True,
        capture_output=True,
        text=True,
    )
    wall = time.perf_counter() - begun
    processor, peak = child.stderr.split()[-2:]
    rows = len(child.stdout.splitlines())
    known = re.search(r"([\d,]+) known", child.stderr)
    per_second = f"{rows / wall:,.0f}" if rows else "-"
    return f"| {run} | {rows:,} | {known[1] if known else 0} | {wall:.1f} | {float(processor):.1f} | {per_second} | {peak} |"


def main(articles: int) -> None:
    texts = [one.text for split in ("train", "dev") for one in polnear.read(POLNEAR, split)][:articles]
    begun = time.process_time()
    found = sum(len(extract(Article(text))) for text in texts)
    alone = time.process_time() - begun
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as temporary:
        folder, desk = folder_of(texts, Path(temporary)), Path(temporary) / "claims.db"
        rows = [ingested(desk, folder, run) for run in ("into a new desk", "the same again")]
        size = desk.stat().st_size / 1e6
    table = "\n".join(
        [
            f"| {len(texts):,} articles | rows filed | known | seconds | processor seconds | rows/s | MiB, all told |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
            *rows,
        ]
    )
    intro = (
        f"`python benchmarks/ingesting.py`: `claimtrack ingest` of a folder of {len(texts):,} articles of PolNeAR, each claim looked "
        f"up among those filed before it. In the same run finding the {found:,} claims alone took {alone:.1f} processor seconds. "
        f"The desk has {size:.0f} MB afterwards. Load before: {load:.1f} on {os.cpu_count()} cores."
    )
    write_section("ingest", f"{intro}\n\n{table}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1_000)

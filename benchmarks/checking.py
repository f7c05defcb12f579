"""Measures the wall time of `claimtrack check` for a draft of 40 sentences against 100,000 claims.

    python benchmarks/checking.py ../shared/data/matching/corpus1m.tsv.xz

updates its section of docs/benchmarks.md. The corpus has one text a line, in the last tab-separated column. One draft repeats claims of
the desk, the other does not. Each run is a new process, so the start of Python and opening the desk count.
"""

import argparse
import itertools
import lzma
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bytecode import compile_package
from page import write_section

from claimtrack.store.file.database import create_or_migrate, write_transaction
from claimtrack.store.index.postings import index_pending

CLAIMS = 100_000
SENTENCES = 40
RUNS = 5


def read_texts(corpus: Path) -> Iterator[str]:
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = " ".join(line.rstrip("\n").split("\t")[-1].replace("\0", "").split())
            if text:
                yield text[:9000]


def build_desk(path: Path, claims: list[str]) -> None:
    db, _ = create_or_migrate(path)
    with write_transaction(db, "benchmark"):
        db.conn.executemany("insert into claims (text) values (?)", [(text,) for text in claims])
    index_pending(db.conn)
    db.close()


def write_draft(path: Path, sentences: list[str]) -> Path:
    lines = [text.rstrip(".!?") + "." for text in sentences]
    path.write_text(
        "\n\n".join(" ".join(lines[n : n + 4]) for n in range(0, len(lines), 4)), encoding="utf-8"
    )
    return path


def measure(db: Path, path: Path) -> tuple[float, int]:
    """The median wall time of the command in seconds, and the number of sentences for which it prints a claim."""
    command = [sys.executable, "-m", "claimtrack", "--db", str(db), "check", str(path), "--format", "ndjson"]
    times, repeats = [], 0
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, check=True)
        times.append(time.perf_counter() - start)
        repeats = done.stdout.count(b"\n")
    return statistics.median(times), repeats


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    texts = list(itertools.islice(read_texts(parser.parse_args().corpus), CLAIMS * 2))
    sentences = [text for text in texts if 8 <= len(text.split()) < 30]
    repeats = sentences[:: len(sentences) // (2 * SENTENCES)][:SENTENCES]
    others = [f"The mayor said that {text[0].lower()}{text[1:]}" for text in sentences[-SENTENCES:]]
    compile_package()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build_desk(folder / "desk.db", texts[:CLAIMS])
        rows = [
            (name, *measure(folder / "desk.db", write_draft(folder / "draft.txt", sentences)))
            for name, sentences in (("repeats claims of the desk", repeats), ("says other things", others))
        ]
    lines = [
        f"| a draft that {name} | {count} of {SENTENCES} | {seconds * 1000:.0f} ms |"
        for name, seconds, count in rows
    ]
    write_section(
        "check",
        f"| {SENTENCES} sentences against {CLAIMS:,} claims | repeats found | median wall time |\n| --- | --- | --- |\n"
        + "\n".join(lines)
        + f"\n\n{RUNS} runs each, each in a new process. Target: under 1,000 ms.",
    )


if __name__ == "__main__":
    main()

"""How long `claimtrack check` takes: a draft of 40 sentences against 100,000 claims, from shell to answer.

    python benchmarks/checking.py ../shared/data/matching/corpus1m.tsv.xz

The corpus has one text a line, in the last tab-separated column. One draft repeats claims of the desk, the other
says other things; each process is new, so that starting Python and opening the desk count.
"""

import argparse
import itertools
import lzma
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from page import write_section

from claimtrack.store.file.database import create_or_migrate, write_transaction
from claimtrack.store.index.postings import index_pending

CLAIMS = 100_000
SENTENCES = 40
RUNS = 5


def texts(corpus: Path):
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = " ".join(line.rstrip("\n").split("\t")[-1].replace("\0", "").split())
            if text:
                yield text[:9000]


def build(path: Path, claims: list[str]) -> None:
    db, _ = create_or_migrate(path)
    with write_transaction(db, "benchmark"):
        db.conn.executemany("insert into claims (text) values (?)", [(text,) for text in claims])
    index_pending(db.conn)
    db.close()


def draft(path: Path, sentences: list[str]) -> Path:
    lines = [text.rstrip(".!?") + "." for text in sentences]
    path.write_text(
        "\n\n".join(" ".join(lines[n : n + 4]) for n in range(0, len(lines), 4)), encoding="utf-8"
    )
    return path


def measure(db: Path, path: Path) -> tuple[float, int]:
    """The median wall time of the command in seconds, and how many sentences repeat a claim."""
    command = [sys.executable, "-m", "claimtrack", "--db", str(db), "check", str(path), "--format", "ndjson"]
    times, found = [], 0
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, check=True)
        times.append(time.perf_counter() - start)
        found = done.stdout.count(b"\n")
    return statistics.median(times), found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    everything = list(itertools.islice(texts(parser.parse_args().corpus), CLAIMS * 2))
    fit = [text for text in everything if 8 <= len(text.split()) < 30]
    known = fit[:: len(fit) // (2 * SENTENCES)][:SENTENCES]
    other = [f"The mayor said that {text[0].lower()}{text[1:]}" for text in fit[-SENTENCES:]]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        build(place / "desk.db", everything[:CLAIMS])
        rows = [
            (name, *measure(place / "desk.db", draft(place / "draft.txt", sentences)))
            for name, sentences in (("repeats claims of the desk", known), ("says other things", other))
        ]
    lines = [
        f"| a draft that {name} | {found} of {SENTENCES} | {taken * 1000:.0f} ms |"
        for name, taken, found in rows
    ]
    write_section(
        "check",
        f"| {SENTENCES} sentences against {CLAIMS:,} claims | repeats found | median wall time |\n| --- | --- | --- |\n"
        + "\n".join(lines)
        + f"\n\n{RUNS} runs each, a new process every time. The aim: under 1,000 ms.",
    )


if __name__ == "__main__":
    main()

"""Measures the precision of conflicts on a desk of real claims, by an editor's labels.

`python benchmarks/conflicts.py` needs ../shared (see docs/benchmarks.md); it updates its section of docs/benchmarks.md.
conflicts.tsv has a random sample of 400 of the 4,784 pairs that were a conflict before scorer 25, when each of 19,250 fact-checked
claims was looked up and its first six hits were compared: the ids of the two claims, and the label by an editor who knew neither rules
nor scores: `same`, `changed` (the same claim except for a fact or two), `related` (another claim on the same subject) or `other`.
"""

import csv
import tempfile
from collections import Counter
from pathlib import Path

from asking import build_desk, parse_date
from matching import read, verdict
from page import write_section
from sqlite_utils import Database

from claimtrack.core.model import Statement
from claimtrack.store.index.lookups import DeskMatcher

LABELS = Path(__file__).with_name("conflicts.tsv")
VERDICTS = ("duplicate", "conflict", "related", "unrelated")


def count_verdicts() -> Counter[tuple[str, str]]:
    """The number of pairs by label and verdict, compared on a desk of all the claims."""
    claims = read("ct2b_claims.jsonl.gz")
    by_id = {row["id"]: Statement(row["text"], row["speaker"], parse_date(row["date"])) for row in claims}
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder, LABELS.open(encoding="utf-8") as file:
        matcher = DeskMatcher.of(Database(build_desk(Path(folder) / "spoken.db", claims)))
        for row in csv.DictReader(file, delimiter="\t"):
            comparison = matcher.compare(by_id[row["a"]], by_id[row["b"]])
            counts[row["label"], verdict(comparison)] += 1
    return counts


def main() -> None:
    counts = count_verdicts()
    lines = ["`python benchmarks/conflicts.py`", "", f"| an editor calls them | {' | '.join(VERDICTS)} |"]
    lines.append("| --- |" + " ---: |" * len(VERDICTS))
    lines += [
        f"| {label} | {' | '.join(str(counts[label, each]) for each in VERDICTS)} |"
        for label in ("same", "changed", "related", "other")
    ]
    write_section("conflicts", "\n".join(lines))


if __name__ == "__main__":
    main()

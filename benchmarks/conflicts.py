"""What a conflict means on a desk of real claims: whether an editor calls the two one claim but for a fact.

`python benchmarks/conflicts.py` needs ../shared (see docs/benchmarks.md); it renews its section of docs/benchmarks.md.
conflicts.tsv has 400 of 4,784 pairs, drawn by chance, that the first six hits of each of 19,250 fact-checked claims were told a
conflict with before scorer 25, by the claims' ids, and what somebody who knew neither rules nor scores called them: `same`, `changed`
(the same claim but for a fact or two), `related` (of one subject, another claim) or `other`.
"""

import csv
import tempfile
from collections import Counter
from pathlib import Path

from asking import day, stored
from matching import DEFAULT_THRESHOLDS, read
from page import write_section
from sqlite_utils import Database

from claimtrack.core.model import Statement
from claimtrack.store.index.lookups import DeskMatcher

LABELS = Path(__file__).with_name("conflicts.tsv")
VERDICTS = ("duplicate", "conflict", "related", "nothing")


def verdicts() -> Counter[tuple[str, str]]:
    """How many pairs of each label get each verdict on a desk of all the claims."""
    claims = read("ct2b_claims.jsonl.gz")
    by_id = {row["id"]: Statement(row["text"], row["speaker"], day(row["date"])) for row in claims}
    told: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder, LABELS.open(encoding="utf-8") as file:
        matcher = DeskMatcher.of(Database(stored(Path(folder) / "spoken.db", claims)))
        for row in csv.DictReader(file, delimiter="\t"):
            found = matcher.compare(by_id[row["a"]], by_id[row["b"]])
            shown = found.score >= DEFAULT_THRESHOLDS.related or found.suggestion.value == "conflict"
            told[row["label"], found.suggestion.value if shown else "nothing"] += 1
    return told


def main() -> None:
    told = verdicts()
    lines = ["`python benchmarks/conflicts.py`", "", f"| an editor calls them | {' | '.join(VERDICTS)} |"]
    lines.append("| --- |" + " ---: |" * len(VERDICTS))
    lines += [
        f"| {label} | {' | '.join(str(told[label, verdict]) for verdict in VERDICTS)} |"
        for label in ("same", "changed", "related", "other")
    ]
    write_section("conflicts", "\n".join(lines))


if __name__ == "__main__":
    main()

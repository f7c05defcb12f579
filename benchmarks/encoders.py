"""Measures what an encoder adds to look-ups, and its cost: words alone, vectors alone, and both.

`python benchmarks/encoders.py [--encoder minilm] [--sizes 14231] [--queries 199]` needs ../shared (see
docs/benchmarks.md) and `pip install "claimtrack[encoder]"`; it updates its section of docs/benchmarks.md.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import matching
from page import write_section
from sqlite_utils import Database

from claimtrack.core.model import Statement, Suggestion
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.workflow.matching import encoding

SETS = (("dev tweets", "ct2a_dev.jsonl"), ("train tweets", "ct2a_train.jsonl"))


def build_desk(folder: Path, size: int, encoder: str) -> tuple[Database, list[str], str]:
    """A desk of so many claims with their vectors, the ids of the claims, and the table row of what encoding cost."""
    claims = matching.pool(size)
    db = Database(matching.desk(folder, claims))
    encoding.switch_on(db, encoder, actor=None)
    start = time.perf_counter()
    encoded = encoding.encode_missing(db, progress=print_progress)
    seconds = time.perf_counter() - start
    vector_bytes = db.execute("select sum(length(vector)) from claim_vectors").fetchone()[0]
    row = f"| {size:,} | {encoded / seconds:,.0f} | {seconds:,.0f} | {vector_bytes / 1e6:.1f} |"
    return db, [claim_id for claim_id, _ in claims], row


def print_progress(encoded: int, total: int) -> None:
    if encoded % 12_800 == 0 or encoded == total:
        print(f"{encoded} / {total}", flush=True)


def retrieval(db: Database, ids: Sequence[str], limit: int) -> Iterator[str]:
    near = encoding.nearness(db)
    if near is None:
        raise SystemExit("the encoder cannot run here")
    word_matcher, matcher = DeskMatcher.of(db), DeskMatcher.of(db, near)

    def find_by_words(text: str) -> list[int]:
        return [i for i, _ in word_matcher.find(Statement(text), 20)]

    def find_by_both(text: str) -> list[int]:
        return [i for i, _ in matcher.find(Statement(text), 20)]

    def find_by_meaning(text: str) -> list[int]:
        found = near.to(text, (), 20, ())
        return sorted(found, key=lambda one: -found[one])

    for name, file in SETS:
        queries = matching.queries(file, limit)
        for method, search in (
            ("words", find_by_words),
            ("words and meaning", find_by_both),
            ("meaning", find_by_meaning),
        ):
            yield matching.measure_row(len(ids), f"{name}: {method}", search, queries, ids)


def count_changed_verdicts(db: Database, limit: int) -> str:
    """How many hits of the same look-ups get another verdict with the encoder: it must change none."""
    verdicts: list[dict[int, Suggestion]] = []
    for matcher in (DeskMatcher.of(db), DeskMatcher.of(db, encoding.nearness(db))):
        found: dict[tuple[int, int], Suggestion] = {}
        for number, (text, _) in enumerate(matching.queries("ct2a_dev.jsonl", limit)):
            hits = matcher.find(Statement(text), 20)
            found.update({(number, claim_id): one.suggestion for claim_id, one in hits})
        verdicts.append(found)
    without, with_encoder = verdicts
    common = without.keys() & with_encoder.keys()
    changed = sum(without[pair] is not with_encoder[pair] for pair in common)
    return f"Of the {len(common):,} hits found with and without the encoder, {changed} have another verdict with it."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", default=encoding.DEFAULT)
    parser.add_argument("--sizes", type=int, nargs="+", default=[14_231])
    parser.add_argument("--queries", type=int, default=199)
    options = parser.parse_args()
    rows = [
        "| claims | look-up by | MAP@5 | recall@20 | p50 ms | p95 ms |",
        "| ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    cost_rows = [
        "| claims | claims encoded per second | seconds | MB of vectors |",
        "| ---: | ---: | ---: | ---: |",
    ]
    summary = ""
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            db, ids, cost = build_desk(Path(folder), size, options.encoder)
            cost_rows.append(cost)
            rows += retrieval(db, ids, options.queries)
            summary = summary or count_changed_verdicts(db, options.queries)
            db.close()
    version = f"`{options.encoder}`"
    text = "\n".join(
        [f"`python benchmarks/encoders.py`, encoder {version}", "", *rows, "", summary, "", *cost_rows]
    )
    write_section("encoders", text)


if __name__ == "__main__":
    main()

"""What an encoder adds to look-ups, at which cost, beside words alone and vectors alone.

`python benchmarks/encoders.py [--encoder minilm] [--sizes 14231] [--queries 199]` needs ../shared (see
docs/benchmarks.md) and `pip install "claimtrack[encoder]"`; it renews its section of docs/benchmarks.md.
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


def built(folder: Path, size: int, encoder: str) -> tuple[Database, list[str], str]:
    """A desk of so many claims with their vectors, the ids of the claims, and how long the vectors took."""
    claims = matching.pool(size)
    db = Database(matching.desk(folder, claims))
    encoding.switch_on(db, encoder, actor=None)
    begun = time.perf_counter()
    done = encoding.encode_missing(db, progress=shown)
    took = time.perf_counter() - begun
    size_of = db.execute("select sum(length(vector)) from claim_vectors").fetchone()[0]
    row = f"| {size:,} | {done / took:,.0f} | {took:,.0f} | {size_of / 1e6:.1f} |"
    return db, [claim_id for claim_id, _ in claims], row


def shown(done: int, total: int) -> None:
    if done % 12_800 == 0 or done == total:
        print(f"{done} / {total}", flush=True)


def retrieval(db: Database, ids: Sequence[str], limit: int) -> Iterator[str]:
    near = encoding.nearness(db)
    if near is None:
        raise SystemExit("the encoder cannot run here")
    words, both = DeskMatcher.of(db), DeskMatcher.of(db, near)

    def by_words(text: str) -> list[int]:
        return [i for i, _ in words.find(Statement(text), 20)]

    def by_both(text: str) -> list[int]:
        return [i for i, _ in both.find(Statement(text), 20)]

    def by_meaning(text: str) -> list[int]:
        found = near.to(text, (), 20, ())
        return sorted(found, key=lambda one: -found[one])

    for name, file in SETS:
        asked = matching.queries(file, limit)
        for what, search in (("words", by_words), ("words and meaning", by_both), ("meaning", by_meaning)):
            yield matching.measured(len(ids), f"{name}: {what}", search, asked, ids)


def called_duplicate(db: Database, limit: int) -> str:
    """How many hits of each kind the encoder makes of the same look-ups: duplicates and conflicts must not change."""
    verdicts: list[dict[int, Suggestion]] = []
    for matcher in (DeskMatcher.of(db), DeskMatcher.of(db, encoding.nearness(db))):
        found: dict[tuple[int, int], Suggestion] = {}
        for number, (text, _) in enumerate(matching.queries("ct2a_dev.jsonl", limit)):
            hits = matcher.find(Statement(text), 20)
            found.update({(number, claim_id): one.suggestion for claim_id, one in hits})
        verdicts.append(found)
    words, both = verdicts
    changed = sum(both[pair] is not words[pair] for pair in both.keys() & words.keys())
    return f"Of the {len(both.keys() & words.keys()):,} hits that both found, {changed} are called something else with the encoder."


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
    costs = [
        "| claims | claims read a second | seconds in all | MB of vectors |",
        "| ---: | ---: | ---: | ---: |",
    ]
    said = ""
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            db, ids, cost = built(Path(folder), size, options.encoder)
            costs.append(cost)
            rows += retrieval(db, ids, options.queries)
            said = said or called_duplicate(db, options.queries)
            db.close()
    version = f"`{options.encoder}`"
    text = "\n".join([f"`python benchmarks/encoders.py`, encoder {version}", "", *rows, "", said, "", *costs])
    write_section("encoders", text)


if __name__ == "__main__":
    main()

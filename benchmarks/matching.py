"""How well and how fast claims are recognised, beside rapidfuzz alone, FTS5 alone and, where installed, others.

`python benchmarks/matching.py [--sizes 14231 100000 1000000] [--queries 199] [--desks FOLDER] [--only PART]` needs
../shared (see docs/benchmarks.md); it renews its sections of docs/benchmarks.md, "matching" for look-ups and "pairs", and
docs/img/matching-reliability.svg.
"""

import argparse
import csv
import gzip
import json
import lzma
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import engines
import numpy as np
from edits import edited_pairs
from page import PAGE, write_section
from reliability import svg
from sqlite_utils import Database

from claimtrack.core.match import DEFAULT_THRESHOLDS, compare
from claimtrack.core.match.normalisation.normalise import normalise_text
from claimtrack.core.match.reading.indexing import query_terms
from claimtrack.core.model import Comparison, Statement, Suggestion
from claimtrack.core.tuning import fitting
from claimtrack.store.file.database import create_or_migrate, open_desk
from claimtrack.store.index.candidates import find_candidates
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.store.index.postings import index_pending
from claimtrack.store.index.query_expansion import weigh_terms
from claimtrack.store.index.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "matching"
TOO_BIG = ("TF-IDF of words", "bm25s")
Query = tuple[str, set[str]]
Search = Callable[[str], list[int]]


def read(name: str) -> list[dict]:
    packed = (DATA / name).read_bytes()
    text = gzip.decompress(packed) if name.endswith(".gz") else packed
    return [json.loads(line) for line in text.decode().splitlines()]


def queries(name: str, limit: int) -> list[Query]:
    return [(row["text"], set(row["gold"])) for row in read(name)[:limit]]


def pool(size: int) -> list[tuple[str, str]]:
    """(id, text): the fact-checked claims first, then other sentences up to the size."""
    claims = [(row["id"], row["text"]) for row in read("ct2a_claims.jsonl.gz")]
    known = {claim_id for claim_id, _ in claims}
    with lzma.open(DATA / "corpus1m.tsv.xz", "rt") as file:
        for line in file:
            if len(claims) >= size:
                break
            claim_id, text = line.rstrip("\n").split("\t", 1)
            if claim_id not in known and text:
                claims.append((claim_id, text))
    return claims


def desk(folder: Path, claims: Sequence[tuple[str, str]]) -> sqlite3.Connection:
    path = folder / f"{len(claims)}.db"
    conn = create_or_migrate(path)[0].conn
    if conn.execute("select count(*) from claims").fetchone()[0] == len(claims):
        return conn  # kept from an earlier run
    conn.execute("begin")
    conn.executemany(
        "insert into claims (id, text) values (?, ?)", ((n, t) for n, (_, t) in enumerate(claims, 1))
    )
    conn.execute("commit")
    index_pending(conn)
    # Closed, its log is taken into the file; with a log of hundreds of megabytes a look-up took half as long again.
    conn.close()
    return open_desk(path).conn


def precision_at_5(found: Sequence[str], gold: set[str]) -> float:
    hits = [place for place, claim_id in enumerate(found[:5], 1) if claim_id in gold]
    return sum(n / place for n, place in enumerate(hits, 1)) / min(len(gold), 5)


def retrieval(sizes: Sequence[int], limit: int, folder: Path) -> Iterator[str]:
    yield "| claims | engine | MAP@5 | recall@20 | p50 CPU ms | p95 CPU ms |"
    yield "| ---: | --- | ---: | ---: | ---: | ---: |"
    tweets = queries("ct2a_dev.jsonl", limit)
    for size in sizes:
        claims = pool(size)
        ids = [claim_id for claim_id, _ in claims]
        conn = desk(folder, claims)
        find = DeskMatcher.of(Database(conn)).find
        ours: Search = lambda text: [i for i, _ in find(Statement(text), 20)]  # noqa: B023, E731
        five: Search = lambda text: [i for i, _ in find(Statement(text), 5)]  # noqa: B023, E731
        yield measured(size, "claimtrack, 5 hits with reasons", five, tweets, ids, out_of=5)
        yield measured(size, "claimtrack, 20 hits with reasons", ours, tweets, ids)
        yield measured(
            size,
            "the same, tweets without their signature",
            ours,
            [(normalise_text(t).text, g) for t, g in tweets],
            ids,
        )
        for name, build in engines.available(conn, [text for _, text in claims]):
            if name in TOO_BIG and size > 500_000:
                continue
            few = tweets[:10] if "rapidfuzz" in name and size > 50_000 else tweets
            few = few[:30] if "FTS5" in name and size > 500_000 else few
            yield measured(size, name, build(), [(normalise_text(t).text, g) for t, g in few], ids)
        conn.close()


def measured(
    size: int, name: str, search: Search, asked: Sequence[Query], ids: Sequence[str], out_of: int = 20
) -> str:
    for text, _ in asked[:2]:
        search(text)
    average, recall, times = 0.0, 0, []
    for text, gold in asked:
        begun = time.process_time()
        found = [ids[place - 1] for place in search(text)]
        times.append(time.process_time() - begun)
        average += precision_at_5(found, gold) / len(asked)
        recall += bool(gold & set(found[:20]))
    times.sort()
    p50, p95 = times[len(times) // 2] * 1000, times[int(len(times) * 0.95)] * 1000
    found_of_20 = f"{recall / len(asked):.3f}" if out_of == 20 else ""
    row = f"| {size:,} | {name} | {average:.3f} | {found_of_20} | {p50:.1f} | {p95:.1f} |"
    print(row, flush=True)
    return row


def average_precision(scored: Sequence[tuple[float, bool]]) -> float:
    """Equal scores count as one step: the order of the file must not help."""
    return fitting.average_precision(
        np.array([same for _, same in scored], dtype=float), np.array([score for score, _ in scored])
    )


FITTED, HELD_BACK = 0, 1
"""The two halves of the labelled pairs: every other row, of the edited claims every other claim."""


def labelled_pairs(half: int) -> Iterator[tuple[str, str, str, bool]]:
    """(set, one text, other text, same claim) of one half."""
    for row in read("pairs_claimmatch.jsonl")[half::2]:
        yield "ClaimMatch", row["a"], row["b"], bool(row["y"])
    for row in read("pairs_mrpc_train.jsonl")[half::2]:
        yield "MRPC", row["a"], row["b"], bool(row["y"])
    liar = random.Random(9).sample([row["text"] for row in read("liar.jsonl.gz")], 600)
    mine = set(liar[half::2])
    for a, b, same, _ in edited_pairs(liar, 9):
        if a in mine:
            yield "edited claims", a, b, same
    yield from looked_up(half)


def looked_up(half: int) -> Iterator[tuple[str, str, str, bool]]:
    """Tweets with the claim that they repeat, and with the three that retrieval finds beside it: not the same, but near."""
    claims = pool(14_231)
    ids = [claim_id for claim_id, _ in claims]
    with tempfile.TemporaryDirectory() as folder:
        conn = desk(Path(folder), claims)
        vocabulary = Vocabulary(conn)
        for tweet, gold in queries("ct2a_train.jsonl", 600)[half::2][:100]:
            own = weigh_terms(vocabulary, query_terms(Statement(tweet)))
            found = find_candidates(vocabulary, Statement(tweet), 8, own=own)
            others = [one.text for one in found if ids[one.claim_id - 1] not in gold][:3]
            for claim_id, text in claims:
                if claim_id in gold:
                    yield "look-ups", tweet, text, True
            yield from (("look-ups", tweet, other, False) for other in others)
        conn.close()


def pairs() -> Iterator[str]:
    from rapidfuzz import fuzz

    yield "| pairs | number | AP | AP of token_set_ratio | AP of token_sort_ratio |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    rows = [
        (n, compare(Statement(a), Statement(b)).score, same, a, b)
        for n, a, b, same in labelled_pairs(HELD_BACK)
    ]
    for name in dict.fromkeys(row[0] for row in rows):
        mine = [row for row in rows if row[0] == name]
        plain = [
            average_precision([(ratio(a.lower(), b.lower()), same) for _, _, same, a, b in mine])
            for ratio in (fuzz.token_set_ratio, fuzz.token_sort_ratio)
        ]
        own = average_precision([(score, same) for _, score, same, _, _ in mine])
        yield f"| {name} | {len(mine):,} | {own:.3f} | {plain[0]:.3f} | {plain[1]:.3f} |"
    yield ""
    yield "| score | pairs | of them the same claim |"
    yield "| --- | ---: | ---: |"
    bins = [[same for _, score, same, _, _ in rows if low <= score * 10 < low + 1] for low in range(10)]
    for low, inside in enumerate(bins):
        yield f"| 0.{low}-{(low + 1) / 10} | {len(inside):,} | {sum(inside) / max(len(inside), 1):.2f} |"
    (PAGE.parent / "img" / "matching-reliability.svg").write_text(svg(bins), encoding="utf-8")


def cases() -> Iterator[str]:
    yield (
        "| table of tests/cases | changed facts not called the same | of them a conflict or unrelated "
        "| rewordings turned away | called duplicates |"
    )
    yield "| --- | ---: | ---: | ---: | ---: |"
    folder = ROOT / "tests" / "cases" / "pairs"
    for path in (*sorted(folder.glob("*.tsv")), *sorted(folder.glob("unworked/*.tsv"))):
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        found: dict[str, list[Comparison]] = {"same": [], "conflict": [], "unrelated": []}
        for row in rows:
            found[row["label"]].append(compare(Statement(row["a"]), Statement(row["b"])))
        changed, same = found["conflict"], found["same"]
        apart = sum(one.suggestion != Suggestion.DUPLICATE for one in changed)
        repeats = sum(one.suggestion == Suggestion.DUPLICATE for one in same)
        name = f"never looked at, {path.stem}" if path.parent != folder else path.stem
        yield (
            f"| {name} | {apart} / {len(changed)} | {_conflict_or_unrelated(changed)} | {_conflict_or_unrelated(same)} / {len(same)} | {repeats} |"
        )


def _conflict_or_unrelated(found: Sequence[Comparison]) -> int:
    return sum(
        one.suggestion == Suggestion.CONFLICT or one.score < DEFAULT_THRESHOLDS.related for one in found
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[14_231, 100_000])
    parser.add_argument("--queries", type=int, default=199)
    parser.add_argument("--desks", type=Path, help="a folder that keeps the desks for the next run")
    parser.add_argument("--only", choices=["matching", "pairs"], help="renew one section alone")
    options = parser.parse_args()
    if options.only != "pairs":
        with tempfile.TemporaryDirectory() as folder:
            lines = retrieval(options.sizes, options.queries, options.desks or Path(folder))
            text = "\n".join(lines)
        write_section("matching", f"`python benchmarks/matching.py`\n\n{text}")
    if options.only != "matching":
        text = "\n\n".join("\n".join(table) for table in (pairs(), cases()))
        picture = "![How often pairs of a score are the same claim](img/matching-reliability.svg)"
        write_section(
            "pairs",
            f"`python benchmarks/matching.py --only pairs`\n\n{text}\n\n{picture}",
        )


if __name__ == "__main__":
    main()

"""Measures look-ups (MAP@5, recall@20, CPU time), beside rapidfuzz, FTS5 and other engines, and the verdicts on labelled pairs.

`python benchmarks/matching.py [--sizes 14231 100000 1000000] [--queries 199] [--desks FOLDER] [--only PART]` needs
../shared (see docs/benchmarks.md); it updates the sections "matching" (look-ups) and "pairs" of docs/benchmarks.md, and
docs/img/matching-reliability.svg. bm25s, tantivy and scikit-learn are measured, too, if they are installed.
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
    """The rows of a JSON-lines file of the data."""
    packed = (DATA / name).read_bytes()
    text = gzip.decompress(packed) if name.endswith(".gz") else packed
    return [json.loads(line) for line in text.decode().splitlines()]


def queries(name: str, limit: int) -> list[Query]:
    """Texts to look up, each with the ids of the claims that it repeats."""
    return [(row["text"], set(row["gold"])) for row in read(name)[:limit]]


def pool(size: int) -> list[tuple[str, str]]:
    """(id, text) of so many claims: the fact-checked ones first, then other sentences."""
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
    """A desk of these claims, indexed; the one of an earlier run in this folder is used again."""
    path = folder / f"{len(claims)}.db"
    conn = create_or_migrate(path)[0].conn
    if conn.execute("select count(*) from claims").fetchone()[0] == len(claims):
        return conn
    conn.execute("begin")
    conn.executemany(
        "insert into claims (id, text) values (?, ?)", ((n, t) for n, (_, t) in enumerate(claims, 1))
    )
    conn.execute("commit")
    index_pending(conn)
    # Closing writes the WAL into the file; with a WAL of hundreds of megabytes a look-up took half as long again.
    conn.close()
    return open_desk(path).conn


def precision_at_5(found: Sequence[str], gold: set[str]) -> float:
    hits = [place for place, claim_id in enumerate(found[:5], 1) if claim_id in gold]
    return sum(n / place for n, place in enumerate(hits, 1)) / min(len(gold), 5)


def searcher(conn: sqlite3.Connection, hits: int) -> Search:
    matcher = DeskMatcher.of(Database(conn))
    return lambda text: [claim_id for claim_id, _ in matcher.find(Statement(text), hits)]


def retrieval(sizes: Sequence[int], limit: int, folder: Path) -> Iterator[str]:
    yield "| claims | engine | MAP@5 | recall@20 | p50 CPU ms | p95 CPU ms |"
    yield "| ---: | --- | ---: | ---: | ---: | ---: |"
    tweets = queries("ct2a_dev.jsonl", limit)
    for size in sizes:
        claims = pool(size)
        ids = [claim_id for claim_id, _ in claims]
        conn = desk(folder, claims)
        yield measure_row(size, "claimtrack, 5 hits with reasons", searcher(conn, 5), tweets, ids, out_of=5)
        find_20 = searcher(conn, 20)
        yield measure_row(size, "claimtrack, 20 hits with reasons", find_20, tweets, ids)
        yield measure_row(
            size,
            "the same, tweets without their signature",
            find_20,
            [(normalise_text(t).text, g) for t, g in tweets],
            ids,
        )
        for name, build in engines.available(conn, [text for _, text in claims]):
            if name in TOO_BIG and size > 500_000:
                continue
            fewer = tweets[:10] if "rapidfuzz" in name and size > 50_000 else tweets
            fewer = fewer[:30] if "FTS5" in name and size > 500_000 else fewer
            yield measure_row(size, name, build(), [(normalise_text(t).text, g) for t, g in fewer], ids)
        conn.close()


def measure_row(
    size: int, name: str, search: Search, query_set: Sequence[Query], ids: Sequence[str], out_of: int = 20
) -> str:
    for text, _ in query_set[:2]:
        search(text)
    average, recall, times = 0.0, 0, []
    for text, gold in query_set:
        start = time.process_time()
        found = [ids[place - 1] for place in search(text)]
        times.append(time.process_time() - start)
        average += precision_at_5(found, gold) / len(query_set)
        recall += bool(gold & set(found[:20]))
    times.sort()
    p50, p95 = times[len(times) // 2] * 1000, times[int(len(times) * 0.95)] * 1000
    found_of_20 = f"{recall / len(query_set):.3f}" if out_of == 20 else ""
    row = f"| {size:,} | {name} | {average:.3f} | {found_of_20} | {p50:.1f} | {p95:.1f} |"
    print(row, flush=True)
    return row


def average_precision(scored: Sequence[tuple[float, bool]]) -> float:
    """AP in which pairs of equal score share a rank, so that the order of the file does not matter."""
    return fitting.average_precision(
        np.array([same for _, same in scored], dtype=float), np.array([score for score, _ in scored])
    )


FITTED, HELD_BACK = 0, 1
"""The two halves of the labelled pairs: every other row, or for edited claims every other claim."""


def labelled_pairs(half: int) -> Iterator[tuple[str, str, str, bool]]:
    """(set, one text, other text, same claim) of one half."""
    for row in read("pairs_claimmatch.jsonl")[half::2]:
        yield "ClaimMatch", row["a"], row["b"], bool(row["y"])
    for row in read("pairs_mrpc_train.jsonl")[half::2]:
        yield "MRPC", row["a"], row["b"], bool(row["y"])
    liar = random.Random(9).sample([row["text"] for row in read("liar.jsonl.gz")], 600)
    in_half = set(liar[half::2])
    for a, b, same, _ in edited_pairs(liar, 9):
        if a in in_half:
            yield "edited claims", a, b, same
    yield from look_up_pairs(half)


def look_up_pairs(half: int) -> Iterator[tuple[str, str, str, bool]]:
    """Tweets, each with the claim that it repeats and, as hard negatives, three other claims that retrieval finds."""
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
        of_set = [row for row in rows if row[0] == name]
        ratios = [
            average_precision([(ratio(a.lower(), b.lower()), same) for _, _, same, a, b in of_set])
            for ratio in (fuzz.token_set_ratio, fuzz.token_sort_ratio)
        ]
        ap = average_precision([(score, same) for _, score, same, _, _ in of_set])
        yield f"| {name} | {len(of_set):,} | {ap:.3f} | {ratios[0]:.3f} | {ratios[1]:.3f} |"
    yield ""
    yield "| score | pairs | share that is the same claim |"
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
            f"| {name} | {apart} / {len(changed)} | {count_turned_away(changed)} | {count_turned_away(same)} / {len(same)} | {repeats} |"
        )


def count_turned_away(found: Sequence[Comparison]) -> int:
    return sum(verdict(one) in ("conflict", "unrelated") for one in found)


def verdict(comparison: Comparison) -> str:
    """The suggestion, but "unrelated" for a related pair whose score is too low to be shown."""
    is_related = comparison.suggestion is Suggestion.RELATED
    return (
        "unrelated"
        if is_related and comparison.score < DEFAULT_THRESHOLDS.related
        else comparison.suggestion.value
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[14_231, 100_000])
    parser.add_argument("--queries", type=int, default=199)
    parser.add_argument("--desks", type=Path, help="a folder in which to keep the desks for the next run")
    parser.add_argument("--only", choices=["matching", "pairs"], help="update only this section")
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

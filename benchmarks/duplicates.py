"""Measures the recall of the search for duplicates on 5,000 claims, and its CPU time on 100,000.

`python benchmarks/duplicates.py` needs ../shared (see docs/benchmarks.md); it updates its section of
docs/benchmarks.md. For the recall, the 5,000 claims, 1,000 of them edits of others, are compared pair by
pair; only pairs that share few words, and less than 0.3 of the larger statement's by rarity weight, are
assumed to be neither duplicate nor conflict.
"""

import random
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from edits import edited_pairs
from matching import desk, pool
from page import write_section
from sqlite_utils import Database

from claimtrack.core.match.reading.reading import read
from claimtrack.core.model import Statement
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.store.index.pairs import find_pairs, is_worth_judging


def sample_claims() -> list[tuple[str, str]]:
    """5,000 claims: fact-checked claims, other sentences, and edits of 700 of these."""
    rng = random.Random(4)
    pool_texts = [text for _, text in pool(100_000)]
    originals = rng.sample(pool_texts[:14_231], 2500) + rng.sample(pool_texts[14_231:], 1500)
    edits = [b for _, b, _, _ in edited_pairs(originals[:700], 4)]
    rng.shuffle(edits)
    return [(str(n), text) for n, text in enumerate(dict.fromkeys([*originals, *edits]))][:5000]


def compare_all(texts: list[str], matcher: DeskMatcher) -> set[tuple[int, int]]:
    """All pairs that are worth judging, by comparing each pair that shares enough words."""
    readings = [read(text) for text in texts]
    matcher.vocabulary.learn(term for reading in readings for term in reading.terms)
    total = [sum(map(matcher.rarity, reading.terms)) for reading in readings]
    claims_with_term: defaultdict[str, list[int]] = defaultdict(list)
    expected = set()
    for at, reading in enumerate(readings):
        shared_weight: defaultdict[int, float] = defaultdict(float)
        shared_terms: defaultdict[int, int] = defaultdict(int)
        for term in reading.terms:
            for other in claims_with_term[term]:
                shared_weight[other] += matcher.rarity(term)
                shared_terms[other] += 1
            claims_with_term[term].append(at)
        for other, weight in shared_weight.items():
            larger, smaller = max(total[at], total[other]), min(total[at], total[other])
            if weight >= 0.3 * larger or (shared_terms[other] >= 4 and weight >= 0.35 * smaller):
                pair = Statement(texts[other]), Statement(texts[at])
                if is_worth_judging(matcher, matcher.compare(*pair), *pair):
                    expected.add((other + 1, at + 1))
    return expected


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        claims = sample_claims()
        matcher = DeskMatcher.of(Database(desk(Path(folder), claims)))
        expected = compare_all([text for _, text in claims], matcher)
        found = {
            pair[:2] for batch in find_pairs(matcher, list(range(1, len(claims) + 1))) for pair in batch.found
        }
        big = DeskMatcher.of(Database(desk(Path(folder), pool(100_000))))
        start = time.process_time()
        pairs = sum(len(batch.found) for batch in find_pairs(big, list(range(1, 100_001))))
        seconds = time.process_time() - start
    rows = [
        "`python benchmarks/duplicates.py`\n",
        "| claims | pairs found | recall | CPU seconds |",
        "| ---: | ---: | ---: | ---: |",
        f"| {len(claims):,} | {len(found):,} | {len(found & expected) / len(expected):.4f} | |",
        f"| 100,000 | {pairs:,} | not known | {seconds:.0f} |",
    ]
    write_section("duplicates", "\n".join(rows))


if __name__ == "__main__":
    main()

"""How many pairs the search for duplicates finds of all there are, and what 100,000 claims cost it.

`python benchmarks/duplicates.py` needs ../shared (see docs/benchmarks.md) and renews its section of
docs/benchmarks.md. "All there are" is compared pair by pair over 5,000 claims, 1,000 of them edits of
others; only pairs that share under 0.3 of the larger's words by rarity, and few words, are taken as neither
duplicate nor conflict unseen.
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


def sample() -> list[tuple[str, str]]:
    """5,000 claims: fact-checked ones and other sentences, and edits of 700 of them."""
    rng = random.Random(4)
    everything = [text for _, text in pool(100_000)]
    some = rng.sample(everything[:14_231], 2500) + rng.sample(everything[14_231:], 1500)
    edits = [b for _, b, _, _ in edited_pairs(some[:700], 4)]
    rng.shuffle(edits)
    return [(str(n), text) for n, text in enumerate(dict.fromkeys([*some, *edits]))][:5000]


def truth(texts: list[str], matcher: DeskMatcher) -> set[tuple[int, int]]:
    readings = [read(text) for text in texts]
    matcher.vocabulary.learn(term for reading in readings for term in reading.terms)
    total = [sum(map(matcher.rarity, reading.terms)) for reading in readings]
    having: defaultdict[str, list[int]] = defaultdict(list)
    found = set()
    for at, reading in enumerate(readings):
        shared: defaultdict[int, float] = defaultdict(float)
        number: defaultdict[int, int] = defaultdict(int)
        for term in reading.terms:
            for other in having[term]:
                shared[other] += matcher.rarity(term)
                number[other] += 1
            having[term].append(at)
        for other, weight in shared.items():
            larger, smaller = max(total[at], total[other]), min(total[at], total[other])
            if weight >= 0.3 * larger or (number[other] >= 4 and weight >= 0.35 * smaller):
                pair = Statement(texts[other]), Statement(texts[at])
                if is_worth_judging(matcher, matcher.compare(*pair), *pair):
                    found.add((other + 1, at + 1))
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        claims = sample()
        matcher = DeskMatcher.of(Database(desk(Path(folder), claims)))
        there = truth([text for _, text in claims], matcher)
        got = {
            pair[:2] for batch in find_pairs(matcher, list(range(1, len(claims) + 1))) for pair in batch.found
        }
        big = DeskMatcher.of(Database(desk(Path(folder), pool(100_000))))
        begun = time.process_time()
        pairs = sum(len(batch.found) for batch in find_pairs(big, list(range(1, 100_001))))
        seconds = time.process_time() - begun
    rows = [
        "`python benchmarks/duplicates.py`\n",
        "| claims | pairs found | of all there are | CPU seconds |",
        "| ---: | ---: | ---: | ---: |",
        f"| {len(claims):,} | {len(got):,} | {len(got & there) / len(there):.4f} | |",
        f"| 100,000 | {pairs:,} | not known | {seconds:.0f} |",
    ]
    write_section("duplicates", "\n".join(rows))


if __name__ == "__main__":
    main()

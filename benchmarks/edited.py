"""Measures the verdicts on real claims that a program edited: with a fact changed, or only written differently.

`python benchmarks/edited.py` needs ../shared (see docs/benchmarks.md); it updates its section of docs/benchmarks.md.
Each editor of editors.py rewrites fact-checked claims and sentences of debates, in a random order with a fixed seed, into at most 500
pairs.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from editors import CHANGED, SAME, Editor, collect_names
from matching import DATA, read, verdict
from page import write_section

from claimtrack.core.match import compare
from claimtrack.core.model import Statement

PAIRS = 500
"""The largest number of pairs per kind of edit."""
SHORTEST, LONGEST = 9, 40
"""The length in words of the claims that are edited: shorter ones are never called a duplicate."""
VERDICTS = ("duplicate", "related", "conflict", "unrelated")


def load_claims() -> list[str]:
    """Distinct single sentences of fact-checked claims and debates, in a random order."""
    rows = (
        *read("ct2b_claims.jsonl.gz"),
        *read("ct2a_claims.jsonl.gz"),
        *read("ct2b_train.jsonl"),
        *read("ct2b_dev.jsonl"),
    )
    texts = {re.sub(r"\s+", " ", row["text"]).strip() for row in rows}
    whole = (re.sub(r"^[\"“](.+)[\"”]$", r"\1", text) for text in texts)
    claims = sorted(
        {text for text in whole if SHORTEST <= len(text.split()) <= LONGEST and text[0].isalpha()}
    )
    random.Random(20).shuffle(claims)
    return claims


def make_pairs(editor: Editor, kind: str, claims: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a claim and its edited form, starting at a random claim. The name of the kind is the seed: another name, other pairs."""
    rng = random.Random(kind)
    begin, count = rng.randrange(len(claims)), 0
    for text in (*claims[begin:], *claims[:begin]):
        edited = editor(text, rng)
        before, after = (edited if isinstance(edited, tuple) else (text, edited)) if edited else (text, text)
        if before != after:
            yield before, after
            count += 1
        if count == PAIRS:
            return


def table(editors: dict[str, Editor], claims: Sequence[str], heading: str) -> Iterator[str]:
    yield f"| {heading} | pairs | {' | '.join(VERDICTS)} |"
    yield "| --- |" + " ---: |" * (len(VERDICTS) + 1)
    for kind, editor in editors.items():
        pairs = make_pairs(editor, kind, claims)
        counts = Counter(verdict(compare(Statement(before), Statement(after))) for before, after in pairs)
        yield f"| {kind} | {counts.total()} | {' | '.join(str(counts[each]) for each in VERDICTS)} |"


def main() -> None:
    if not DATA.exists():
        raise SystemExit(f"No data in {DATA}: see docs/benchmarks.md.")
    claims = load_claims()
    collect_names(claims)
    lines = [*table(CHANGED, claims, "a changed fact"), "", *table(SAME, claims, "the same fact")]
    write_section("edited", "\n".join(["`python benchmarks/edited.py`", "", *lines]))


if __name__ == "__main__":
    main()

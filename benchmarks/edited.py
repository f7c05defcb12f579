"""Whether one fact changed in a real claim is seen, and another spelling forgiven: one editor for each kind of change.

`python benchmarks/edited.py` needs ../shared (see docs/benchmarks.md); it renews its section of docs/benchmarks.md.
Each editor of editors.py rewrites claims of fact-checks and debates, in an order of chance with a fixed seed, and gives at most 500 pairs.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from editors import CHANGED, SAME, Editor, know_names
from matching import DATA, DEFAULT_THRESHOLDS, read
from page import write_section

from claimtrack.core.match import compare
from claimtrack.core.model import Statement

PAIRS = 500
"""At most so many pairs of a kind."""
SHORTEST, LONGEST = 9, 40
"""Words of a claim that is edited: shorter ones are only ever suggested."""
VERDICTS = ("duplicate", "related", "conflict", "nothing")


def claims() -> list[str]:
    """Single sentences of fact-checked claims and debates, none of them twice, in an order of chance."""
    rows = (
        *read("ct2b_claims.jsonl.gz"),
        *read("ct2a_claims.jsonl.gz"),
        *read("ct2b_train.jsonl"),
        *read("ct2b_dev.jsonl"),
    )
    texts = {re.sub(r"\s+", " ", row["text"]).strip() for row in rows}
    whole = (re.sub(r"^[\"“](.+)[\"”]$", r"\1", text) for text in texts)
    some = sorted({text for text in whole if SHORTEST <= len(text.split()) <= LONGEST and text[0].isalpha()})
    random.Random(20).shuffle(some)
    return some


def pairs(editor: Editor, kind: str, some: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A kind's pairs: the claims from a place of chance on, each with what the editor makes of it."""
    rng = random.Random(kind)
    begin, made = rng.randrange(len(some)), 0
    for text in (*some[begin:], *some[:begin]):
        edited = editor(text, rng)
        one, other = (edited if isinstance(edited, tuple) else (text, edited)) if edited else (text, text)
        if one != other:
            yield one, other
            made += 1
        if made == PAIRS:
            return


def verdict(one: str, other: str) -> str:
    found = compare(Statement(one), Statement(other))
    shown = found.score >= DEFAULT_THRESHOLDS.related or found.suggestion.value == "conflict"
    return found.suggestion.value if shown else "nothing"


def table(editors: dict[str, Editor], some: Sequence[str], heading: str) -> Iterator[str]:
    yield f"| {heading} | pairs | {' | '.join(VERDICTS)} |"
    yield "| --- |" + " ---: |" * (len(VERDICTS) + 1)
    for kind, editor in editors.items():
        told = Counter(verdict(*pair) for pair in pairs(editor, kind, some))
        yield f"| {kind} | {told.total()} | {' | '.join(str(told[each]) for each in VERDICTS)} |"


def main() -> None:
    if not DATA.exists():
        raise SystemExit(f"No data in {DATA}: see docs/benchmarks.md.")
    some = claims()
    know_names(some)
    lines = [*table(CHANGED, some, "a changed fact"), "", *table(SAME, some, "the same fact")]
    write_section("edited", "\n".join(["`python benchmarks/edited.py`", "", *lines]))


if __name__ == "__main__":
    main()

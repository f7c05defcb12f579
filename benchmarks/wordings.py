"""Whether wordings that mean the same by a rule of language are told as one, and those that mean something else apart.

`python benchmarks/wordings.py` reads tests/cases/wordings.tsv and renews its section of docs/benchmarks.md.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from page import write_section

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion

WORDINGS = Path(__file__).resolve().parent.parent / "tests" / "cases" / "wordings.tsv"
Group = list[str]


def sets() -> dict[tuple[str, str], list[Group]]:
    """Kind and set -> its groups: claims of one meaning each, of which no two groups mean the same."""
    found: dict[tuple[str, str], list[Group]] = defaultdict(list)
    with WORDINGS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            claims = [row["frame"].format(wording) for wording in row["wordings"].split(" = ")]
            found[row["kind"], row["set"]].append([claim[0].upper() + claim[1:] for claim in claims])
    return found


def of_two(one: Group, other: Group) -> Iterator[tuple[str, str]]:
    """Pairs of two groups: each wording once, beside the one at its place in the other group."""
    for at in range(max(len(one), len(other))):
        yield one[at % len(one)], other[at % len(other)]


def told(pairs: Iterator[tuple[str, str]]) -> Counter[Suggestion]:
    return Counter(compare(Statement(one), Statement(other)).suggestion for one, other in pairs)


def table() -> Iterator[str]:
    yield "| wordings | equal pairs | called a conflict | only related | different pairs | called a duplicate |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    equal: dict[str, Counter[Suggestion]] = defaultdict(Counter)
    different: dict[str, Counter[Suggestion]] = defaultdict(Counter)
    for (kind, _), groups in sets().items():
        for group in groups:
            equal[kind] += told(combinations(group, 2))
        for one, other in combinations(groups, 2):
            different[kind] += told(of_two(one, other))
    for kind, same in equal.items():
        apart = different[kind]
        cells = (
            same.total(),
            same[Suggestion.CONFLICT],
            same[Suggestion.RELATED],
            apart.total(),
            apart[Suggestion.DUPLICATE],
        )
        yield f"| {kind} | {' | '.join(f'{number:,}' for number in cells)} |"


def main() -> None:
    write_section("wordings", "\n".join(["`python benchmarks/wordings.py`", "", *table()]))


if __name__ == "__main__":
    main()

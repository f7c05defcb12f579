"""Measures the verdicts on wordings that mean the same by a rule of language, and on those that mean something else.

`python benchmarks/wordings.py` reads tests/cases/wordings.tsv and updates its section of docs/benchmarks.md.
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


def read_sets() -> dict[tuple[str, str], list[Group]]:
    """The groups of each kind and set: the claims of a group mean the same, those of two groups do not."""
    found: dict[tuple[str, str], list[Group]] = defaultdict(list)
    with WORDINGS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            claims = [row["frame"].format(wording) for wording in row["wordings"].split(" = ")]
            found[row["kind"], row["set"]].append([claim[0].upper() + claim[1:] for claim in claims])
    return found


def pair_groups(one: Group, other: Group) -> Iterator[tuple[str, str]]:
    """Pairs of claims of two groups: the claims at the same position, repeating the shorter group."""
    for at in range(max(len(one), len(other))):
        yield one[at % len(one)], other[at % len(other)]


def count_verdicts(pairs: Iterator[tuple[str, str]]) -> Counter[Suggestion]:
    return Counter(compare(Statement(one), Statement(other)).suggestion for one, other in pairs)


def table() -> Iterator[str]:
    yield "| wordings | equal pairs | called a conflict | only related | different pairs | called a duplicate |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    equal: dict[str, Counter[Suggestion]] = defaultdict(Counter)
    different: dict[str, Counter[Suggestion]] = defaultdict(Counter)
    for (kind, _), groups in read_sets().items():
        for group in groups:
            equal[kind] += count_verdicts(combinations(group, 2))
        for one, other in combinations(groups, 2):
            different[kind] += count_verdicts(pair_groups(one, other))
    for kind, equal_counts in equal.items():
        different_counts = different[kind]
        cells = (
            equal_counts.total(),
            equal_counts[Suggestion.CONFLICT],
            equal_counts[Suggestion.RELATED],
            different_counts.total(),
            different_counts[Suggestion.DUPLICATE],
        )
        yield f"| {kind} | {' | '.join(f'{number:,}' for number in cells)} |"


def main() -> None:
    write_section("wordings", "\n".join(["`python benchmarks/wordings.py`", "", *table()]))


if __name__ == "__main__":
    main()

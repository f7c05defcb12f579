"""The labelled pairs of tests/cases: see tests/cases/README.md for how they were written.

Each pair of a table that was worked on is held to its label, but for those that `misses.tsv` names. Here every tenth is compared,
and every second that is listed. After work on the matcher `python -m tests.core.match.test_cases` compares them all and writes the list
anew: look at its diff, which is what the work won and lost. With `--check`, as in .ci/run, it only tells how it would change.
"""

import csv
import sys
from functools import cache
from pathlib import Path

from claimtrack.core.match import DEFAULT_THRESHOLDS, compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

CASES = Path(__file__).parents[2] / "cases"
MISSES = CASES / "misses.tsv"
WORKED = sorted((CASES / "pairs").glob("*.tsv"))
UNWORKED = sorted((CASES / "pairs" / "unworked").glob("*.tsv"))
"""Nobody has looked at their rows, so they are held to rates alone: they tell what to expect."""
EXPECTED = {
    "40": (0.12, 0.05),
    "43": (0.15, 0.07),
    "45": (0.18, 0.08),
    "47": (0.1, 0.06),
    "49": (0.08, 0.05),
    "51": (0.12, 0.03),
    "53": (0.33, 0.08),
    "57": (0.18, 0.1),
}
"""Of these the share of changed facts that are only related, and of rewordings that are turned away, at most."""


@cache
def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def pairs(label, path):
    return [row for row in rows(path) if row["label"] == label]


@cache
def compared(a, b):
    """Thousands of pairs, asked for by several tests: each takes a millisecond."""
    found = compare(Statement(a), Statement(b))
    return found.suggestion, found.score >= DEFAULT_THRESHOLDS.related


def told(row):
    """What the matcher makes of a pair: duplicate, conflict, related or nothing."""
    suggestion, is_related = compared(row["a"], row["b"])
    return suggestion.value if is_related or suggestion is Suggestion.CONFLICT else "nothing"


RIGHT = {
    "same": {"duplicate", "related"},
    "conflict": {"conflict", "nothing"},
    "unrelated": {"conflict", "related", "nothing"},
}


@cache
def listed_misses():
    """The pairs that are not told as they are labelled: table, line, label and what is told of them."""
    with MISSES.open(encoding="utf-8", newline="") as file:
        return {
            (row["table"], int(row["line"]), row["label"], row["told"])
            for row in csv.DictReader(file, delimiter="\t")
        }


def misses(lines):
    return {
        (table, number, row["label"], told(row))
        for table, number, row in lines
        if told(row) not in RIGHT[row["label"]]
    }


def every_line():
    return [(path.stem, number, row) for path in WORKED for number, row in enumerate(rows(path), 2)]


@cache
def walked():
    """The lines that are compared here: every tenth, and every second that is listed."""
    listed = {miss[:2] for miss in listed_here()}
    return [line for line in every_line() if line[1] % 10 == 0 or line[:2] in listed]


@cache
def listed_here():
    return {miss for miss in listed_misses() if miss[1] % 2 == 0}


@each_row("label", ["same", "conflict"])
def test_the_order_of_the_two_sides_does_not_change_the_suggestion(label):
    """The first of the tests that ask: to read a pair takes most of the time, and the last read are kept."""
    for _, _, row in [line for line in walked() if line[2]["label"] == label][::10]:
        assert compared(row["a"], row["b"])[0] == compared(row["b"], row["a"])[0], row


def test_every_pair_is_told_as_it_is_labelled_but_for_those_that_are_listed():
    assert misses(walked()) - listed_misses() == set()


def test_the_list_names_no_pair_that_is_told_right():
    assert listed_here() - misses(walked()) == set()


def test_the_tables_hold_at_least_10_000_pairs_each_with_its_reason():
    every = [row for path in (*WORKED, *UNWORKED) for row in rows(path)]
    assert len(every) >= 10_000
    assert {row["label"] for row in every} == RIGHT.keys()
    assert all(row["reason"] for row in every)


@each_row("label", ["conflict", "unrelated"], ids=["a changed fact", "an unrelated pair"])
def test_nothing_of_the_tables_worked_on_is_called_the_same_that_is_not(label):
    """Also of the pairs that are not compared here: the list names all that are told wrong."""
    assert [miss for miss in listed_misses() if miss[2:] == (label, "duplicate")] == []


@each_row("path", UNWORKED)
def test_of_tables_that_nobody_looked_at_most_pairs_are_told_right(path):
    related, turned = EXPECTED[path.stem]
    changed, reworded = pairs("conflict", path), pairs("same", path)
    assert sum(told(row) == "duplicate" for row in changed) <= 0.02 * len(changed)
    assert sum(told(row) not in RIGHT["conflict"] for row in changed) <= related * len(changed)
    assert sum(told(row) not in RIGHT["same"] for row in reworded) <= turned * len(reworded)


if __name__ == "__main__":
    found = misses(every_line())
    if sys.argv[1:] == ["--check"]:
        changed = sorted(found ^ listed_misses())
        sys.exit("\n".join(f"{'wrong' if miss in found else 'right'} now: {miss}" for miss in changed) or 0)
    with MISSES.open("w", encoding="utf-8", newline="") as listing:
        writer = csv.writer(listing, delimiter="\t", lineterminator="\n")
        writer.writerows([("table", "line", "label", "told"), *sorted(found)])

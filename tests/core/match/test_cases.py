"""The labelled pairs of tests/cases, described in tests/cases/README.md.

Each pair of a worked table must be judged as labelled, except those listed in `misses.tsv`. Here every thirtieth pair is compared, and
every sixth of the listed ones. After work on the matcher, `python -m tests.core.match.test_cases` compares all pairs and rewrites the list:
its diff shows what the work won and lost. With `--check`, as in .ci/run, it only reports how the list would change, and which unworked
tables exceed their error rates.
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
"""Nobody has looked at their rows, so they are only held to error rates, which show what to expect of new text."""
EXPECTED = {
    "40": (0.12, 0.05),
    "43": (0.15, 0.07),
    "45": (0.18, 0.08),
    "47": (0.1, 0.06),
    "49": (0.08, 0.05),
    "51": (0.12, 0.03),
    "53": (0.33, 0.08),
    "57": (0.18, 0.1),
    "59": (0.1, 0.07),
}
"""For each unworked table, the highest share of changed facts that are only related, and of rewordings that are turned away."""
CALLED_DUPLICATE = {"59": 0.034}
"""The same for changed facts that are called duplicates, where it is not 2 %: one of the 30 of `59`."""


@cache
def read_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def pairs(label, path):
    return [row for row in read_rows(path) if row["label"] == label]


@cache
def compare_cached(a, b):
    """Cached, because several tests compare the same thousands of pairs, and each takes a millisecond."""
    comparison = compare(Statement(a), Statement(b))
    return comparison.suggestion, comparison.score >= DEFAULT_THRESHOLDS.related


def judge(row):
    """Return what the matcher calls a pair: duplicate, conflict, related or nothing."""
    suggestion, is_related = compare_cached(row["a"], row["b"])
    return suggestion.value if is_related or suggestion is Suggestion.CONFLICT else "nothing"


RIGHT = {
    "same": {"duplicate", "related"},
    "conflict": {"conflict", "nothing"},
    "unrelated": {"conflict", "related", "nothing"},
}


@cache
def listed_misses():
    """The pairs that are not judged as labelled: table, line, label and judgement."""
    with MISSES.open(encoding="utf-8", newline="") as file:
        return {
            (row["table"], int(row["line"]), row["label"], row["told"])
            for row in csv.DictReader(file, delimiter="\t")
        }


def find_misses(lines):
    return {
        (table, number, row["label"], judge(row))
        for table, number, row in lines
        if judge(row) not in RIGHT[row["label"]]
    }


def all_lines():
    return [(path.stem, number, row) for path in WORKED for number, row in enumerate(read_rows(path), 2)]


@cache
def sampled_lines():
    """The lines that are compared here: every thirtieth, and every sixth of the listed misses."""
    listed = {miss[:2] for miss in sampled_misses()}
    return [line for line in all_lines() if line[1] % 30 == 0 or line[:2] in listed]


@cache
def sampled_misses():
    return {miss for miss in listed_misses() if miss[1] % 6 == 0}


@each_row("label", ["same", "conflict"])
def test_the_order_of_the_two_sides_does_not_change_the_suggestion(label):
    """Runs first: reading a pair takes most of the time, and readings are cached for the tests below."""
    for _, _, row in [line for line in sampled_lines() if line[2]["label"] == label][::10]:
        assert compare_cached(row["a"], row["b"])[0] == compare_cached(row["b"], row["a"])[0], row


def test_every_pair_is_judged_as_labelled_except_the_listed_misses():
    assert find_misses(sampled_lines()) - listed_misses() == set()


def test_the_list_names_no_pair_that_is_judged_right():
    assert sampled_misses() - find_misses(sampled_lines()) == set()


def test_the_tables_hold_at_least_10_000_pairs_each_with_its_reason():
    every = [row for path in (*WORKED, *UNWORKED) for row in read_rows(path)]
    assert len(every) >= 10_000
    assert {row["label"] for row in every} == RIGHT.keys()
    assert all(row["reason"] for row in every)


@each_row("label", ["conflict", "unrelated"], ids=["a changed fact", "an unrelated pair"])
def test_no_different_pair_of_a_worked_table_is_called_a_duplicate(label):
    """This covers the pairs that are not compared here, too: the list names all that are judged wrong."""
    assert [miss for miss in listed_misses() if miss[2:] == (label, "duplicate")] == []


def exceeded_rates(changed, reworded, related, turned, called=0.02):
    """The error rates of these pairs that are above the given limits."""
    rates = {
        "called a duplicate": (changed, lambda row: judge(row) == "duplicate", called),
        "only related": (changed, lambda row: judge(row) not in RIGHT["conflict"], related),
        "turned away": (reworded, lambda row: judge(row) not in RIGHT["same"], turned),
    }
    counts = {
        name: (sum(map(is_wrong, rows)), limit * len(rows)) for name, (rows, is_wrong, limit) in rates.items()
    }
    return {name: count for name, (count, limit) in counts.items() if count > limit}


def test_a_quarter_of_the_unworked_pairs_stays_within_the_mean_error_rates():
    """With `--check`, each whole table is held to its own rates."""
    changed, reworded = (
        [row for path in UNWORKED for row in pairs(label, path)][::4] for label in ("conflict", "same")
    )
    limits = (sum(limits) / len(EXPECTED) for limits in zip(*EXPECTED.values(), strict=True))
    assert exceeded_rates(changed, reworded, *limits) == {}


if __name__ == "__main__":
    found = find_misses(all_lines())
    if sys.argv[1:] == ["--check"]:
        changed = sorted(found ^ listed_misses())
        told = [f"{'wrong' if miss in found else 'right'} now: {miss}" for miss in changed]
        for path in UNWORKED:
            limits = (*EXPECTED[path.stem], CALLED_DUPLICATE.get(path.stem, 0.02))
            exceeded = exceeded_rates(pairs("conflict", path), pairs("same", path), *limits)
            told += [
                f"too many of unworked/{path.name} are {name}: {count}" for name, count in exceeded.items()
            ]
        sys.exit("\n".join(told) or 0)
    with MISSES.open("w", encoding="utf-8", newline="") as listing:
        writer = csv.writer(listing, delimiter="\t", lineterminator="\n")
        writer.writerows([("table", "line", "label", "told"), *sorted(found)])

"""The labelled pairs of tests/cases: see tests/cases/README.md for how they were written."""

import csv
from pathlib import Path

import pytest

from claimtrack.core.match import DEFAULT_THRESHOLDS, compare
from claimtrack.core.model import Statement, Suggestion

CASES = Path(__file__).parents[2] / "cases"


def pairs(label):
    found = []
    for path in sorted(CASES.glob("pairs_*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            found.extend(row for row in rows if row["label"] == label)
    return found


def verdict(row):
    found = compare(Statement(row["a"]), Statement(row["b"]))
    return found.suggestion, found.score >= DEFAULT_THRESHOLDS.related


def test_the_table_holds_at_least_300_pairs_each_with_its_reason():
    rows = [row for label in ("same", "conflict", "unrelated") for row in pairs(label)]
    assert len(rows) >= 300
    assert all(row["reason"] for row in rows)


def test_at_least_98_percent_of_changed_facts_are_a_conflict_or_unrelated():
    rows = pairs("conflict")
    missed = [row["reason"] for row in rows if verdict(row)[0] != Suggestion.CONFLICT and verdict(row)[1]]
    assert len(missed) <= 0.02 * len(rows), missed


def test_at_most_3_percent_of_true_rewordings_are_turned_away():
    rows = pairs("same")
    turned = [row["reason"] for row in rows if verdict(row)[0] == Suggestion.CONFLICT or not verdict(row)[1]]
    assert len(turned) <= 0.03 * len(rows), turned


def test_no_unrelated_pair_is_called_a_duplicate():
    assert not [row for row in pairs("unrelated") if verdict(row)[0] == Suggestion.DUPLICATE]


@pytest.mark.parametrize("label", ["same", "conflict"])
def test_the_order_of_the_two_sides_does_not_change_the_suggestion(label):
    for row in pairs(label):
        one, other = Statement(row["a"]), Statement(row["b"])
        assert compare(one, other).suggestion == compare(other, one).suggestion, row

"""When two verdicts of our own contradict each other."""

import pytest

from claimtrack.core.desk.verdicts import Verdict, find_contradictions
from tests.tables import each_row


@each_row(
    ("one", "other", "contrary"),
    [
        pytest.param(("False", 1, 1, 5), ("True", 5, 1, 5), True, id="two places of one scale"),
        pytest.param(("False", 1, 1, 5), ("false", 1, 1, 5), False, id="one label"),
        pytest.param(("Correct", 4, 1, 4), ("True", 10, 0, 10), False, id="the best of two scales"),
        pytest.param(("Misleading", None, None, None), ("True", 5, 1, 5), True, id="a scale without numbers"),
        pytest.param(("Satire", None, None, None), ("Satire", 3, 1, 5), False, id="one label of two scales"),
    ],
)
def test_what_contradicts(one, other, contrary):
    assert bool(find_contradictions([Verdict(1, 1, *one), Verdict(2, 2, *other)])) is contrary


def test_two_verdicts_on_one_claim_are_a_matter_of_its_languages():
    assert find_contradictions([Verdict(1, 1, "False"), Verdict(1, 2, "Falsch")]) == []

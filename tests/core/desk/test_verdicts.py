"""Which of the desk's own verdicts contradict each other."""

import pytest

from claimtrack.core.desk.verdicts import Verdict, find_contradictions
from tests.tables import each_row


@each_row(
    ("one", "other", "contrary"),
    [
        pytest.param(("False", 1, 1, 5), ("True", 5, 1, 5), True, id="different ratings on one scale"),
        pytest.param(("False", 1, 1, 5), ("false", 1, 1, 5), False, id="the same label in another case"),
        pytest.param(
            ("Correct", 4, 1, 4), ("True", 10, 0, 10), False, id="the best rating of each of two scales"
        ),
        pytest.param(("Misleading", None, None, None), ("True", 5, 1, 5), True, id="a scale without numbers"),
        pytest.param(
            ("Misleading", None, None, None),
            ("Satire", None, None, None),
            True,
            id="two scales without numbers",
        ),
        pytest.param(
            ("Satire", None, None, None), ("Satire", 3, 1, 5), False, id="the same label on two scales"
        ),
    ],
)
def test_verdicts_contradict_each_other_if_their_ratings_differ_in_meaning(one, other, contrary):
    assert bool(find_contradictions([Verdict(1, 1, *one), Verdict(2, 2, *other)])) is contrary


def test_two_verdicts_on_one_claim_do_not_contradict_each_other():
    assert find_contradictions([Verdict(1, 1, "False"), Verdict(1, 2, "Falsch")]) == []

"""Which of two clauses is the cause of the other, in whatever order they stand."""

from claimtrack.core.model import Suggestion
from tests.core.match.comparing import suggest
from tests.tables import each_row

MOVED, VOTED = "the firm moved its mill to Malm", "the union turned down the cut in wages"


@each_row(
    ("one", "other", "reason"),
    [
        (f"As {VOTED}, {MOVED}", f"As {MOVED}, {VOTED}", "cause and effect exchanged"),
        (f"As {VOTED}, {MOVED}", f"Because {MOVED}, {VOTED}", "exchanged, with another connective"),
        (f"Since {VOTED}, {MOVED}", f"Because {MOVED}, {VOTED}", "exchanged, with another connective"),
        (f"Because {MOVED}, {VOTED}", f"Although {VOTED}, {MOVED}", '"although" instead of "because"'),
        ("The lock cannot hold the ships that use the canal because it is too small", "The lock is not too small to hold the ships that use the canal", "too small or not"),
    ],
)  # fmt: skip
def test_a_reversed_cause_is_not_a_duplicate(one, other, assert_told_apart):
    assert_told_apart(one, other)


@each_row(
    ("one", "other", "reason"),
    [
        (f"Because {VOTED}, {MOVED}", f"{MOVED.capitalize()} because {VOTED}", "the cause after its effect"),
        (f"As {VOTED}, {MOVED}", f"{MOVED.capitalize()}, as {VOTED}", "the same"),
        (f"Although {VOTED}, {MOVED}", f"{MOVED.capitalize()}, although {VOTED}", 'the same with "although"'),
    ],
)  # fmt: skip
def test_the_same_cause_in_another_clause_order_is_a_duplicate(one, other):
    assert suggest(one, other) is Suggestion.DUPLICATE

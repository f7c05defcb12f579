"""Ways to deny: inability, refusal, "not yet". One that says no more than "not" means the same as that."""

from tests.tables import each_row

APART = [
    ("The abbot of Malm was unable to attend the feast of the brewers in May", "The abbot of Malm refused to attend the feast of the brewers in May", "inability or refusal"),
    ("The brewers of Malm have not yet paid the fine of 400 crowns", "The brewers of Malm refuse to pay the fine of 400 crowns", "not yet"),
    ("The brewers of Malm did not have to pay the fine of 400 crowns", "The brewers of Malm have yet to pay the fine of 400 crowns", "no obligation"),
    ("The mill in Malm stopped selling flour with lead in it in May", "The mill in Malm denied selling flour with lead in it in May", "stopped and denied"),
    ("The cook of the abbot never washed his hands before the feast", "The cook of the abbot hardly washed his hands before the feast", "a degree"),
]  # fmt: skip
ALIKE = [
    ("The brewers of Malm did not reach a deal with the abbot in May", "The brewers of Malm failed to reach a deal with the abbot in May", "a plain not"),
    ("The brewers of Malm failed to reach a deal with the abbot in May", "The brewers of Malm were unable to reach a deal with the abbot in May", "failed and unable"),
    ("The abbot of Malm declined to say who had paid for the feast", "The abbot of Malm refused to say who had paid for the feast", "declined and refused"),
    ("The price of beer in Malm has hardly changed since the great flood", "The price of beer in Malm has not changed much since the great flood", "not much"),
]  # fmt: skip


@each_row(("a", "b", "reason"), APART)
def test_different_kinds_of_denial_are_only_related(a, b, assert_suggested):
    assert_suggested(a, b, "related")


@each_row(("a", "b", "reason"), ALIKE)
def test_a_denial_that_only_means_not_is_a_duplicate_of_it(a, b, assert_suggested):
    assert_suggested(a, b, "duplicate")

"""Everyday words for one thing do not conflict; opposites and words for other things do."""

from tests.tables import each_row

ROWS = [
    ("The families were sad about the ruling of the court in Malm", "The families were saddened about the ruling of the court in Malm", "duplicate", "one feeling"),
    ("The mayor said he was glad that the school in Malm was saved", "The mayor said he was delighted that the school in Malm was saved", "related", "more of it"),
    ("The man was seen to walk across the bridge in Malm on Monday", "The man was seen to stroll across the bridge in Malm on Monday", "related", "how he walks"),
    ("A young boy was found alive under the rubble on Tuesday", "A little boy was found alive under the rubble on Tuesday", "related", "how old"),
    ("A motorcycle was stolen from the garage in Malm on Monday", "A bike was stolen from the garage in Malm on Monday", "related", "with an engine"),
    ("Fans in Malm were happy about the price of the new tickets", "Fans in Malm were sad about the price of the new tickets", "conflict", "the opposite"),
    ("Fans in Malm were happy about the price of the new tickets", "Fans in Malm were angry about the price of the new tickets", "conflict", "another feeling"),
    ("A motorcycle was stolen from the garage in Malm on Monday", "A car was stolen from the garage in Malm on Monday", "conflict", "another thing"),
    ("Hundreds of graves were opened behind the church in Dorn", "Hundreds of thousands of graves were opened behind the church in Dorn", "conflict", "a thousand times as many"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_everyday_synonyms_are_distinguished_from_opposites(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)

"""The one position in which two statements differ is compared by itself, since its words may also occur elsewhere in both."""

from tests.tables import each_row

ROWS = [
    ("A cook hit a brewer in Malm in May, and the cook then left the island", "A cook hit a brewer in Malm in May, and the brewer then left the island", "conflict", "the agent"),
    ("Rents rose in Malm and fell in Orsk, and on the island they rose in May", "Rents rose in Malm and fell in Orsk, and on the island they fell in May", "conflict", "the direction"),
    ("The ban dates from 1990, the law from 2000, and the fine was set in 1990", "The ban dates from 1990, the law from 2000, and the fine was set in 2000", "conflict", "the time"),
    ("A lorry hit a tram in Malm in May, and the tram driver was blamed", "A lorry hit a tram in Malm in May, and the lorry driver was blamed", "related", "two interchangeable words"),
    ("President Moor met Rey in May, and Moor asked Rey for a loan of 3 million", "President Moor met Rey in May, and the president asked Rey for a loan of 3 million", "related", "somebody only described"),
    ("The firm in Malm said in May that the firm would close its two mills", "The firm in Malm said in May that the company would close its two mills", "duplicate", "another word for the same"),
    ("The ship, a tanker built in 1999, hit a rock, and the tanker sank in May", "The ship, a tanker built in 1999, hit a rock, and the ship sank in May", "duplicate", "said to be the same"),
    ("The ship that hit the ferry was a tanker, and the tanker sank in May", "The ship that hit the ferry was a tanker, and the ferry sank in May", "conflict", "said of another in between"),
    ("Police held a judge, a banker, and a priest, and the judge fled in May", "Police held a judge, a banker, and a priest, and the banker fled in May", "conflict", "one after the other"),
    ("The mill in Malm keeps its opening hours and opens for 120 minutes", "The mill in Malm keeps its opening hours and opens for two hours", "duplicate", "one number"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_a_substitution_in_one_position_is_compared_by_itself(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)

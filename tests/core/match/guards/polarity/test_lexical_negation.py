"""Paraphrases of a denial that need a second word: "cut *off*", "*out of* service"."""

from tests.tables import each_row

ROWS = [
    ("The town had no water on Monday.", "The town was cut off from water on Monday.", "related", "cut off"),
    ("The mayor has no budget for the bridge.", "The mayor cut the budget for the bridge.", "conflict", "only cut"),
    ("No trams run on Elm Street.", "The trams on Elm Street are out of service.", "related", "out of service"),
    ("No trams run on Elm Street.", "A tram service runs on Elm Street.", "conflict", "a service"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_half_of_a_paraphrase_denies_nothing(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)

"""Light verbs are ignored in a comparison, unless one takes the place of another."""

from tests.tables import each_row

ROWS = [
    ("The brewery in Malm kept the goalkeeper after the season", "The brewery in Malm got the goalkeeper after the season", "conflict", "two acts"),
    ("The keys of the ferry were kept by a cook in Malm", "The keys of the ferry were taken by a cook in Malm", "conflict", "in the passive"),
    ("The brewery in Malm has the barrels of forty cooks", "The brewery in Malm uses the barrels of forty cooks", "conflict", "to have"),
    ("The truce in the north of the island still holds", "The truce in the north of the island is over", "conflict", "ongoing and finished"),
    ("The strike of the brewers in Malm is on again", "The strike of the brewers in Malm is over again", "conflict", "ongoing and finished, as particles"),
    ("The cooks held nine seats in the parish of Malm", "The cooks had nine seats in the parish of Malm", "duplicate", "one act"),
    ("A cook made a speech about the ferry in Malm", "A cook gave a speech about the ferry in Malm", "duplicate", "an act expressed by its noun"),
    ("A cook was given nine barrels of beer in Malm", "A cook got nine barrels of beer in Malm", "duplicate", "given and got"),
    ("The brewers won nine seats in the parish of Malm", "The brewers had nine seats in the parish of Malm", "related", "before a number in letters"),
    ("Ada Orme became a member of the board in May 1979", "Ada Orme was a member of the board in May 1979", "related", "who became it may have been it"),
    ("Malm became the first island to sell its ferry", "Malm was the first island to sell its ferry", "duplicate", "which it was from then on"),
    ("The parish made the payment for the ferry in May", "The parish took the payment for the ferry in May", "related", "an event that has two sides"),
    ("The island has had its own parish since May 1979", "The island got its own parish in May 1979", "related", "got, and has since"),
    ("The cook got into the brewery through a hatch in Malm", "The cook came into the brewery through a hatch in Malm", "related", "got in, came in"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_a_light_verb_in_place_of_another_changes_the_act(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)

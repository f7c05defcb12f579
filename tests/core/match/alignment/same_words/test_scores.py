"""Results of games: their order counts, and who has not lost a game may have drawn it."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

OUTCOMES = [
    ("not lost any", "won all", Suggestion.RELATED, "no defeat, and only wins"),
    ("not won any", "lost all", Suggestion.RELATED, "no win, and only defeats"),
    ("not lost any", "lost none", Suggestion.DUPLICATE, "no defeat in two wordings"),
]


@each_row(("one", "other", "suggestion", "reason"), OUTCOMES)
def test_games_that_were_not_lost_need_not_have_been_won(one, other, suggestion):
    said = "The team of Senn has {} of its last six games in the spring"
    assert compare(Statement(said.format(one)), Statement(said.format(other))).suggestion is suggestion


ORDERS = [
    ("won 6-4, 7-5", "won 7-5, 6-4", Suggestion.CONFLICT, "sets"),
    ("was open 9-12 and 14-17", "was open 14-17 and 9-12", Suggestion.DUPLICATE, "hours"),
]


@each_row(("one", "other", "suggestion", "reason"), ORDERS)
def test_the_order_of_results_counts_and_that_of_ranges_does_not(one, other, suggestion):
    said = "The tennis hall of Senn {} on the first Sunday of the spring"
    assert compare(Statement(said.format(one)), Statement(said.format(other))).suggestion is suggestion

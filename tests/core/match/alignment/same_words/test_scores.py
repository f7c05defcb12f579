"""Who has not lost a game may have drawn it, so that this is not the same as to win all."""

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

"""Words that negate only in certain company."""

from claimtrack.core.match.reading.semantics.negation import find_negators
from tests.tables import each_row

ROWS = [
    ("wages have barely grown", ["barely"], "nearly not"),
    ("there is barely any beer", ["barely"], "nearly none"),
    ("he barely made any beer", ["barely"], "nearly none, although made"),
    ("the bill barely passed", [], "it passed"),
    ("barely 300 came", [], "a number is only small"),
    ("doctors excluded poison as the cause", ["excluded"], "not the cause"),
    ("the mayor excluded running again", ["excluded"], "an act"),
    ("the club excluded him from the cup", [], "an act on somebody"),
    ("the excluded player", [], "an attribute"),
]


@each_row(("text", "denying", "reason"), ROWS)
def test_barely_and_the_like_negate_only_in_certain_company(text, denying):
    words = text.split()
    assert [words[at] for at in find_negators(words)] == denying

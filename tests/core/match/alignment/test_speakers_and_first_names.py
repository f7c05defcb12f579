"""Two people where the words look like one: those round somebody and they themselves, a man and a woman of one name."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

TWO = [
    ("Sources close to the abbot say that he will sell the mill before Easter", "The abbot says that he will sell the mill before Easter", "close to"),
    ("The queen will sell the mill in Malm, according to people close to the queen", "The queen will sell the mill in Malm, according to the queen", "according to"),
    ("People around the abbot say that he will sell the mill before Easter", "The abbot says that he will sell the mill before Easter", "around"),
    ("Daniel Orme was made head of the harbour board in Malm", "Daniella Orme was made head of the harbour board in Malm", "a doubled letter"),
    ("Paul Orme was made head of the harbour board in March", "In March, Pauline Orme was made head of the harbour board", "in any order"),
    ("The brewers met Simon Orme on the ferry to Malm in May", "The brewers met Simone Orme on the ferry to Malm in May", "e"),
    ("The brewers say that Martin burned the ledger in Malm", "The brewers say that Martina burned the ledger in Malm", "no surname"),
]  # fmt: skip
MAY_BE_ONE = [
    ("Sources close to the abbot say that he will sell the mill before Easter", "People close to the abbot say that he will sell the mill before Easter", "both close"),
    ("People close to the abbot say that he will sell the mill before Easter", "Aides to the abbot say that he will sell the mill before Easter", "aides"),
    ("A farm close to the mill burned on Monday, the abbot said", "A farm near the mill burned on Monday, the abbot said", "a place"),
    ("Ann Orme was made head of the harbour board in Malm", "Anne Orme was made head of the harbour board in Malm", "a woman's twice"),
]  # fmt: skip


@each_row(("a", "b", "reason"), TWO, ids=[row[2] for row in TWO])
def test_two_people_contradict_each_other(a, b, reason):
    for x, y in ((a, b), (b, a)):
        assert compare(Statement(x), Statement(y)).suggestion is Suggestion.CONFLICT


@each_row(("a", "b", "reason"), MAY_BE_ONE, ids=[row[2] for row in MAY_BE_ONE])
def test_who_may_be_one_person_does_not(a, b, reason):
    for x, y in ((a, b), (b, a)):
        assert compare(Statement(x), Statement(y)).suggestion is not Suggestion.CONFLICT

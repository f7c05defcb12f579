"""Signs, short phrases and positions that distinguish two texts with the same words."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

APART = [
    ("The agency cut the rating of Oravia to AA- on Friday", "The agency cut the rating of Oravia to AA+ on Friday", "a grade"),
    ("The levy is paid by ≤5% of those who work in Brenta", "The levy is paid by ≥5% of those who work in Brenta", "a bound in a sign"),
    ("Rents in the centre of Brenta went ↑ by five percent in May", "Rents in the centre of Brenta went ↓ by five percent in May", "an arrow"),
    ("The pump was given to 40 villages in the valley of the Sarn", "The pump was given to 40+ villages in the valley of the Sarn", "and more"),
    ("No, new taxes will be levied in Brenta next year", "No new taxes will be levied in Brenta next year", "an answer and a denial"),
    ("Every school in the valley has a nurse on its site", "Every other school in the valley has a nurse on its site", "every other"),
    ("The party won all but two of the seats in the north", "The party won two of the seats in the north", "all but"),
    ("Only women under thirty were offered the test in Brenta", "Women under thirty were only offered the test in Brenta", '"only" with another word'),
    ("The lawyer of the victim said the accused was drunk that night", "The lawyer of the accused said the victim was drunk that night", "people in exchanged roles"),
    ("Ms Khan's brother won the contract for masks in March", "Mr Khan's brother won the contract for masks in March", "a man and a woman"),
    ("The minister is under investigation for fraud in Brenta", "The minister was under investigation for fraud in Brenta", "past and present"),
]  # fmt: skip


@each_row(("a", "b", "reason"), APART)
def test_the_same_words_with_another_sign_or_position_are_not_duplicates(a, b, assert_told_apart):
    assert_told_apart(a, b)


def test_a_time_phrase_in_another_position_changes_nothing():
    a = Statement("The council of Brenta closed two of its three harbours in March 2021")
    b = Statement("In March 2021 the council of Brenta closed two of its three harbours")
    assert compare(a, b).suggestion is Suggestion.DUPLICATE

"""What is implied beside a name: a country's government, a town's state, a member's party."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

ONE = [
    ("The Russian government has rejected the plan for a truce at sea until May", "Russia has rejected the plan for a truce at sea until May", "a country's government"),
    ("The Russian government has rejected the plan for a truce at sea until May", "Moscow has rejected the plan for a truce at sea until May", "its seat"),
    ("Spain's government has closed two prisons in the far south of the country", "Spain has closed two prisons in the far south of the country", "a possessive"),
    ("The U.S. sent 40 tanks to the border with Poland in the spring of 2022", "America sent 40 tanks to the border with Poland in the spring of 2022", "an acronym with full stops"),
    ("A fire in Houston, Texas, destroyed 200 buses on Wednesday night", "A fire in Houston destroyed 200 buses on Wednesday night", "a state"),
    ("A fire in Houston, TX destroyed 200 buses on Wednesday night", "A fire in Houston, Texas destroyed 200 buses on Wednesday night", "an abbreviated state"),
    ("A fire in Lagos, Nigeria, destroyed 200 buses on Wednesday night", "A fire in Lagos destroyed 200 buses on Wednesday night", "a country"),
    ("The Labour Party won 43 of the 61 seats on the county council last May", "Labour won 43 of the 61 seats on the county council last May", "the same word"),
    ("The Conservative Party won 43 of the 61 seats on the county council last May", "The Tories won 43 of the 61 seats on the county council last May", "its members"),
    ("Joe Biden Signs Law on Flood Insurance After Vote in the Senate", "Biden signs law on flood insurance after vote in the Senate", "a first name in a headline"),
    ("Kestrel Rail Inc. sold the depot in Marl to the town for 90,000 crowns", "Kestrel Rail sold the depot in Marl to the town for 90,000 crowns", "a company form"),
    ("A court ruled on Friday in Roe v. Wade that the law was void in Texas", "A court ruled on Friday in Roe vs Wade that the law was void in Texas", "two parties"),
    ("Republican Party leaders voted against the bill on floods in Ohio on Monday", "Republican leaders voted against the bill on floods in Ohio on Monday", "of the party"),
]  # fmt: skip
TWO = [
    ("The Russian government has rejected the plan for a truce at sea until May", "The Belarusian government has rejected the plan for a truce at sea until May", "two countries"),
    ("Ghana's government debt grew by three percent in the year of the vote", "Ghana's debt grew by three percent in the year of the vote", "whose debt"),
    ("The White House said on Friday that 40 tanks were sent to the border", "The Pentagon said on Friday that 40 tanks were sent to the border", "two houses"),
    ("A fire in Paris, Texas, destroyed 200 buses on Wednesday night", "A fire in Paris destroyed 200 buses on Wednesday night", "a well-known namesake"),
    ("A fire in Portland, Oregon, destroyed 200 buses on Wednesday night", "A fire in Portland, Maine, destroyed 200 buses on Wednesday night", "two towns"),
    ("The storm hit Hamburg, Poland and Latvia on Wednesday night in May", "The storm hit Hamburg and Latvia on Wednesday night in May", "a list"),
    ("Hospital Trust Cuts 400 Nursing Jobs in Leeds After Budget Shortfall Grows", "Hospital trust cuts 400 jobs in Leeds after budget shortfall grows", "headline capitals do not mark a first name"),
    ("The Labour Party won 43 of the 61 seats on the county council last May", "The Green Party won 43 of the 61 seats on the county council last May", "two parties"),
]  # fmt: skip


@each_row(("a", "b", "reason"), ONE)
def test_an_implied_addition_to_a_name_is_not_a_difference(a, b, assert_duplicate):
    assert_duplicate(a, b)


@each_row(("a", "b", "reason"), TWO)
def test_an_addition_that_changes_who_is_named_is_reported(a, b, assert_told_apart):
    assert_told_apart(a, b)


LAW = "signed the law that lets shops in the capital open on Sundays from May"


@each_row(
    ("one", "other", "suggestion"),
    [
        ("President Moor", "Prime Minister Moor", Suggestion.CONFLICT),
        ("Judge Hale", "Senator Hale", Suggestion.CONFLICT),
        ("Lt. Col. Moor", "Col. Moor", Suggestion.RELATED),  # a short form or another rank
        ("President Moor", "Moor", Suggestion.DUPLICATE),
        ("PM Moor", "Prime Minister Moor", Suggestion.DUPLICATE),
        ("Foreign Minister Moor", "Minister Moor", Suggestion.RELATED),  # any minister
        ("US President Moor", "President Moor", Suggestion.DUPLICATE),
    ],
)
def test_the_offices_before_a_surname_decide_whether_it_is_one_person(one, other, suggestion):
    for pair in ((one, other), (other, one)):
        a, b = (Statement(f"{who} {LAW}") for who in pair)
        assert compare(a, b).suggestion is suggestion

"""Which claimants are descriptions rather than names, and which words depend on who says them."""

from claimtrack.core.language.dangling import has_unresolved_reference
from claimtrack.core.match import compare
from claimtrack.core.match.unnamed_claimants import is_description
from claimtrack.core.model import Statement
from tests.tables import each_row

DESCRIBED = (
    "one worker|Another|Some|Critics|One of them|worker|company|Company|court|study|ministry|police|Police|operator|the operator|local council"
    "|a senior official|Downing Street source|Ukrainian officials|minister for housing|Facebook posts"
)
NAMED = "Conor Daly|conor daly|CONOR DALY|Miller|BBC|NHS|EllTram|Elland Tramways|Ministry of Health|Labour|Congress|The Daily"


@each_row("name", DESCRIBED.split("|"))
def test_a_description_does_not_name_a_claimant(name):
    assert is_description(name)


@each_row("name", NAMED.split("|"))
def test_a_name_is_not_a_description(name):
    assert not is_description(name)


DEPENDENT = [
    "I was told to shred the invoices before the auditors came in.",
    "The foreman told us to shred it.",
    "We closed the plant.",
    "He was convicted in 2019.",
    "Yesterday she left.",
    "The minister resigned after he lied.",
    "This road was closed for 40 days.",
    "Rents here rose by half.",
    "It rose by half.",
]
SELF_CONTAINED = [
    "Rents rose by 5 percent in 2023.",
    "Rents rose this year.",
    "The US sold 40 jets.",
    "Miller lost her seat in 2019.",
    "Nurses say they are paid less.",
    "It is raining in Leeds.",
    "People here in Leeds pay more.",
]


@each_row("text", DEPENDENT)
def test_words_that_depend_on_the_speaker_or_context_are_unresolved(text):
    assert has_unresolved_reference(text)


@each_row("text", SELF_CONTAINED)
def test_words_that_stand_alone_are_resolved(text):
    assert not has_unresolved_reference(text)


@each_row(
    "one, other, expected",
    [
        ("Says he never voted for a tax increase.", "I have never voted for a tax increase.", "conflict"),
        ("Says she voted for every school budget.", "Says she voted for every school budget.", "conflict"),
        ("He has never voted for any tax increase.", "He has never voted for any tax increase.", "related"),
        ("He never voted for a tax increase.", "I have never voted for a tax increase.", "related"),
        (
            "Says Holm never voted for a tax increase.",
            "Holm has never voted for a tax increase.",
            "duplicate",
        ),
    ],
)
def test_two_people_who_say_it_of_themselves_make_two_claims(one, other, expected):
    """That is whom "says he" means; "he" alone may also be a third person."""
    ours, theirs = Statement(one, "Petra Osk"), Statement(other, "Hadley Brent")
    assert compare(ours, theirs).suggestion == compare(theirs, ours).suggestion == expected

"""What the guards find in statements with other words and word order: who won, which is more, what is lost or left."""

import pytest

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.core.match.comparing import suggest

DIFFERENT = [
    ("City lost Sunday's cup tie at Orlin 2-0 to United.", "City beat United 2-0 in Sunday's cup tie at Orlin.", "roles swapped: United / City"),
    ("Ivo Tarn quit the open in Selmo after losing to Pavel Renn.", "Having been beaten by Tarn, Renn quit the open in Selmo.", "roles swapped: Pavel Renn / Tarn"),
    ("The herd in Orlo park has lost 30 percent of its cows since 1990.", "Of the cows of 1990, 30 percent are left in the herd in Orlo park.", "differs: 30 percent lost / 30 percent left"),
    ("Waits for a knee at Tarn clinic have doubled, from 60 to 120 days.", "Tarn clinic's waits for a knee are 60 days, half the 120 days of 2019.", "differs: from 60 to 120 / from 120 to 60"),
    ("Turnout in the Almera election was the lowest since 1990.", "Not since 1990 has the turnout in the Almera election been so high.", "opposite: lowest / Not so high"),
    ("Cows in Selland give off more methane than landfills do.", "In Selland landfills are a bigger source of methane than cows.", "comparison reversed: more methane / bigger"),
    ("Police searched the union's office without a search warrant.", "When they searched the union's office, police had a valid search warrant.", "differs: without a search warrant / had a valid search warrant"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "difference"), DIFFERENT, ids=[difference for *_, difference in DIFFERENT]
)
def test_a_difference_is_found_in_any_word_order(a, b, difference):
    comparison = compare(Statement(a), Statement(b))
    assert comparison.suggestion is Suggestion.CONFLICT
    assert difference in comparison.differences


SAME = [
    ("United came from behind to beat City 4-3 in the derby at Orlin.", "City threw away a lead and lost the derby at Orlin 4-3 to United.", '"beat" is not a defeat'),
    ("Beer drinking in Belland has fallen by 60 percent since 1960.", "The Bellanders drink 60 percent less beer than they did in 1960.", "a decrease is not a remainder"),
    ("Unemployment in Almera is at its lowest since 2001.", "More people are in work in Almera than at any time since 2001.", "the fewest jobless are the most in work"),
    ("The parliament of Almera has more women than men.", "There are fewer men than women in Almera's parliament.", "more women are not more female"),
    ("In Selland a bull terrier is illegal without an exemption.", "In Selland you may only keep a bull terrier if you have an exemption.", "only with is not without"),
    ("None of the nine divers lost off Orlo survived.", "All nine divers who were lost off Orlo are dead.", "none survived where all died"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "reason"), SAME, ids=[reason for *_, reason in SAME])
def test_a_rewording_in_another_word_order_is_not_a_conflict(a, b, reason):
    assert Suggestion.CONFLICT not in {suggest(a, b), suggest(b, a)}, reason

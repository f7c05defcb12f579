"""Two quantities that change places: another fact, told as such, and read without an error whatever they are."""

from itertools import combinations

import pytest

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion

IN_PLACE = [
    ("The council spent £2m on consultants and £1m on repairs", "The council spent £1m on consultants and £2m on repairs", "£2m / £1m", "sums, each of two words"),
    ("Their salary rose from £30,000 to £45,000 in two years", "Their salary rose from £45,000 to £30,000 in two years", "£30,000 / £45,000", "from one sum to another"),
    ("One in five men and one in three women have no pension", "One in three men and one in five women have no pension", "One in five / one in three", "shares of several words, of which the first is the same"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "told", "reason"), IN_PLACE, ids=[row[3] for row in IN_PLACE])
def test_what_changes_places_is_told_as_it_is_written(a, b, told, reason):
    found = compare(Statement(a), Statement(b))
    assert (found.suggestion, found.differences) == (Suggestion.CONFLICT, (f"exchanged: {told}",))


QUANTITIES = {
    "currency": ("£2m", "£1m", "$3.5bn", "€40,000", "30 million euros"),
    "percent": ("5%", "40 percent", "3.5 per cent", "half a percent"),
    "one in so many": ("one in five", "one in three", "two in three", "three out of ten"),
    "plain numbers": ("12", "40", "1,100", "2.5 million", "three dozen"),
    "years": ("2019", "2021", "1998"),
    "clock times": ("9.15am", "9.40am", "5 pm", "17:30"),
    "number words": ("five", "forty", "two hundred", "three"),
}
PLACES = (
    "The council spent {} on consultants and {} on repairs last year",
    "Wages at the old mill went from {} to {} within two years",
    "Of those asked in the town {} men and {} women have no pension",
    "The old mill had {} in the spring while the new one had {} in the autumn",
    "Figures of {} for the north and {} for the south were given by the agency",
    "The law was passed in {} and repealed in {} by the same parliament",
    "Rents were up {} in Ghent, and wages were up {} in Antwerp",
    "The first train left at {} and the second at {} on Sunday morning",
)


@pytest.mark.parametrize("kind", QUANTITIES)
@pytest.mark.parametrize("place", PLACES)
def test_no_two_quantities_change_places_unseen(kind, place, assert_told_apart):
    for one, other in combinations(QUANTITIES[kind], 2):
        assert_told_apart(place.format(one, other), place.format(other, one))

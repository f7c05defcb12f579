"""The same fact put otherwise: peoples and countries, rounds, times of day, short names, bonds; and what is still another fact."""

import pytest

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion

SAME = [
    ("Kenyan nurses walked out over unpaid wages in March", "Kenya's nurses went on strike in March over wages that were not paid", "people"),
    ("The Dutch parliament passed a levy on plastic bottles", "A levy on plastic bottles was passed by the parliament of the Netherlands", "people"),
    ("Peru lost to Chile in the last eight of the Copa", "Chile beat Peru in the quarter-final of the Copa", "round"),
    ("Ghana reached the last 16 of the tournament in Cairo", "In Cairo Ghana made it to the round of 16 of the tournament", "round"),
    ("The bridge in Porto closes to lorries at 7 pm on Monday", "From 19:00 on Monday the bridge in Porto is shut to lorries", "clock"),
    ("Polling stations in Lyon close at eight in the evening", "Polling stations in Lyon are closed at 8 p.m.", "clock"),
    ("The Met arrested 40 people at the march in Hackney", "The Metropolitan Police made 40 arrests at the Hackney march", "short name"),
    ("Croatia became the club's twenty-eighth member in 2013", "In 2013 Croatia joined as the 28th member of the club", "ordinal"),
    ("Since May the city of Graz has planted more than 4,000 trees", "More than 4,000 trees have been planted by the Graz city council since May", "bound"),
    ("The banker left the vineyard to his daughter Anna in 2019", "Anna inherited the vineyard from her father, the banker, in 2019", "bond"),
    ("Antibiotics are useless against the common cold, which a virus causes", "A virus causes the common cold, so antibiotics do not work against it", "denial"),
]  # fmt: skip
OTHER = [
    ("Kenyan nurses walked out over unpaid wages in March", "Ugandan nurses walked out over unpaid wages in March", "people"),
    ("Peru lost to Chile in the last eight of the Copa", "Peru lost to Chile in the semi-final of the Copa", "round"),
    ("The bridge in Porto closes to lorries at 7 pm on Monday", "The bridge in Porto closes to lorries at 17:00 on Monday", "clock"),
    ("The bridge in Porto closes to lorries at 7 pm on Monday", "The bridge in Porto closes to lorries at 7 am on Monday", "clock"),
    ("Croatia became the club's twenty-eighth member in 2013", "Croatia became the club's 27th member in 2013", "ordinal"),
    ("The banker's son was arrested in Graz on Friday", "The banker's father was arrested in Graz on Friday", "bond"),
    ("The drug is effective against the parasite in children", "The drug is ineffective against the parasite in children", "denial"),
    ("Lawmakers in Kenya raised the tax on bread to 16 percent", "The parliament of Ghana has put the bread tax up to 16 percent", "country"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "reason"), SAME)
def test_the_same_put_otherwise_is_no_conflict(a, b, reason):
    assert compare(Statement(a), Statement(b)).suggestion != Suggestion.CONFLICT, reason


@pytest.mark.parametrize(("a", "b", "reason"), OTHER)
def test_another_fact_in_its_place_is_a_conflict(a, b, reason):
    assert compare(Statement(a), Statement(b)).suggestion == Suggestion.CONFLICT, reason

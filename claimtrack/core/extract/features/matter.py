"""What it is about: public matters, places, other people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import vocabulary as v
from claimtrack.core.extract.features.registry import SPOKEN, feature, words

if TYPE_CHECKING:
    from claimtrack.core.extract.sentence import Sentence


words(1, "economy", "about the economy", v.ECONOMY)
words(5, "money", "about money or taxes", v.MONEY)
words(4, "health", "about health", v.HEALTH)
words(7, "crime", "about crime or borders", v.CRIME)
words(3, "energy", "about energy or climate", v.ENERGY)
words(2, "war", "about war or defence", v.WAR)
words(3, "foreign", "about a foreign country", v.FOREIGN)
words(2, "home", "about a state or a city", v.HOME)
words(2, "party", "a party or an office", v.OFFICES)


@feature(-1, only=SPOKEN)
def no_matter(s: Sentence) -> bool:
    """about no public matter, and no figure"""
    return not (s.has_digit or s.has(v.WEIGHTY) or s.has(v.PUBLIC))


@feature(2, v.MATTERS)
def several_matters(s: Sentence) -> bool:
    """about several public matters"""
    return s.matters > 1


@feature(-2, v.MATTERS)
def many_matters(s: Sentence) -> bool:
    """about many public matters"""
    return s.matters > 3


words(1, "they", "about others", v.THEY)


@feature(2, v.MATTERS)
def past_matter(s: Sentence) -> bool:
    """what happened in a public matter"""
    return s.is_past


@feature(1)
def name(s: Sentence) -> bool:
    """a name"""
    return s.names > 0


@feature(1)
def names(s: Sentence) -> bool:
    """several names"""
    return s.names > 2


words(4, "rights", "about equal rights", v.RIGHTS)
words(4, "agency", "names an agency", v.AGENCIES)
words(3, "trade", "about a treaty or a deal", v.TRADE)

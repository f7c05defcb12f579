"""What it is about: public matters, places, other people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import vocabulary as v
from claimtrack.core.extract.features.registry import feature
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.sentence import Sentence


@feature(1)
def economy(s: Sentence) -> bool:
    """about the economy"""
    return s.has(v.ECONOMY)


@feature(5)
def money(s: Sentence) -> bool:
    """about money or taxes"""
    return s.has(v.MONEY)


@feature(4)
def health(s: Sentence) -> bool:
    """about health"""
    return s.has(v.HEALTH)


@feature(7)
def crime(s: Sentence) -> bool:
    """about crime or borders"""
    return s.has(v.CRIME)


@feature(3)
def energy(s: Sentence) -> bool:
    """about energy or climate"""
    return s.has(v.ENERGY)


@feature(2)
def war(s: Sentence) -> bool:
    """about war or defence"""
    return s.has(v.WAR)


@feature(3)
def foreign(s: Sentence) -> bool:
    """about a foreign country"""
    return s.has(v.FOREIGN)


@feature(2)
def home(s: Sentence) -> bool:
    """about a state or a city"""
    return s.has(v.HOME)


@feature(2)
def party(s: Sentence) -> bool:
    """a party or an office"""
    return s.has(v.OFFICES)


@feature(-1)
def no_matter(s: Sentence) -> bool:
    """about no public matter, and no figure"""
    return s.kind is Kind.DIRECT and not (s.has_digit or s.has(v.WEIGHTY) or s.has(v.PUBLIC))


@feature(2)
def several_matters(s: Sentence) -> bool:
    """about several public matters"""
    return s.matters > 1


@feature(-2)
def many_matters(s: Sentence) -> bool:
    """about many public matters"""
    return s.matters > 3


@feature(1)
def they(s: Sentence) -> bool:
    """about others"""
    return s.has(v.THEY)


@feature(2)
def past_matter(s: Sentence) -> bool:
    """what happened in a public matter"""
    return s.is_past and s.matters > 0


@feature(1)
def name(s: Sentence) -> bool:
    """a name"""
    return s.names > 0


@feature(1)
def names(s: Sentence) -> bool:
    """several names"""
    return s.names > 2


@feature(4)
def rights(s: Sentence) -> bool:
    """about equal rights"""
    return s.has(v.RIGHTS)


@feature(4)
def agency(s: Sentence) -> bool:
    """names an agency"""
    return s.has(v.AGENCIES)


@feature(3)
def trade(s: Sentence) -> bool:
    """about a treaty or a deal"""
    return s.has(v.TRADE)

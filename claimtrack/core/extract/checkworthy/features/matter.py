"""What it is about: public matters, places, other people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.checkworthy.features.registry import SPOKEN, feature, words
from claimtrack.core.extract.words import vocabulary as v

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence


words(3, "money", "about money, taxes, benefits or loopholes", v.MONEY)
words(4, "crime", "about crime, police, guns, borders or refugees", v.CRIME)
words(3, "energy", "about energy, climate, water or air", v.ENERGY)
words(3, "war", "about war, defence, aircraft, treaties or sanctions", v.WAR)
words(2, "foreign", "names a country, a region or a people", v.FOREIGN)
words(2, "party", "a title, a party or an office", v.OFFICES)


@feature(-2, only=SPOKEN)
def no_matter(s: Sentence) -> bool:
    """about no public matter, and no figure"""
    return not s.weighs()


@feature(2, v.MATTERS)
def several_matters(s: Sentence) -> bool:
    """about several public matters"""
    return s.count(v.MATTERS) > 1


words(1, "rights", "about rights, women, minorities, marriage, religion or what is civil", v.RIGHTS)
words(4, "agency", "names an agency or a public body", v.AGENCIES)

"""How worth checking a sentence is: small named features with integer points.

The docstring of a feature is the reason a reporter reads. The score is the logistic of the points, so
that it orders sentences; it is no probability.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from claimtrack.core.extract import vocabulary as v
from claimtrack.core.extract.sentence import Sentence
from claimtrack.core.model import Kind

DEFAULT_THRESHOLD = 0.5
"""A row scoring this or more is marked check-worthy."""

_SCALE = 4.0
_OFFSET = 4.0

Test = Callable[[Sentence], bool]


@dataclass(frozen=True, slots=True)
class Feature:
    """A property of a sentence that speaks for (points above 0) or against checking it."""

    name: str
    points: int
    reason: str
    test: Test


FEATURES: dict[str, Feature] = {}
"""All features by name, in the order in which their reasons are shown."""


def feature(points: int) -> Callable[[Test], Test]:
    """Register a function as a feature worth so many points; its docstring is the reason shown."""

    def register(test: Test) -> Test:
        reason = (test.__doc__ or "").strip().split("\n")[0].rstrip(".")
        FEATURES[test.__name__] = Feature(test.__name__, points, reason, test)
        return test

    return register


def score(text: str, points: Mapping[str, int] | None = None, *, kind: Kind = Kind.DIRECT) -> tuple[float, tuple[str, ...]]:
    """The score 0..1 of a sentence and its reasons; `points` replaces those of the features it names."""
    sentence = Sentence(text, kind)
    total = 0
    reasons: list[str] = []
    for entry in FEATURES.values():
        worth = entry.points if points is None else points.get(entry.name, entry.points)
        if worth and entry.test(sentence):
            total += worth
            reasons.append(f"{entry.reason}: {worth:+d}")
    return round(1 / (1 + math.exp((_OFFSET - total) / _SCALE)), 4), tuple(reasons)


@feature(2)
def percentage(s: Sentence) -> bool:
    """a percentage or a share"""
    return "%" in s.text or s.has(v.SHARES)

@feature(2)
def money_sum(s: Sentence) -> bool:
    """a sum of money"""
    return re.search(r"[$£€¥]\s?\d|\d[\d,.]* ?(?:[mb]illion|trillion)? (?:dollars|euros|pounds|cents|crowns|yen|yuan|rubles)", s.lower) is not None

@feature(2)
def large_number(s: Sentence) -> bool:
    """a large number"""
    return s.has(v.LARGE_NUMBERS)

@feature(2)
def figure(s: Sentence) -> bool:
    """a figure"""
    return re.search(r"\d", s.text) is not None

@feature(1)
def two_figures(s: Sentence) -> bool:
    """several figures"""
    return len(re.findall(r"\d[\d,.]*", s.text)) > 1

@feature(1)
def number_word(s: Sentence) -> bool:
    """a number in words"""
    return s.has(v.NUMBER_WORDS)

@feature(1)
def year(s: Sentence) -> bool:
    """a year"""
    return re.search(r"\b(?:1[89]|20)\d\d\b", s.text) is not None

@feature(1)
def counted(s: Sentence) -> bool:
    """something counted"""
    return s.has(v.PEOPLE_COUNTED)

@feature(1)
def superlative(s: Sentence) -> bool:
    """a superlative"""
    return s.has(v.EXTREMES) or re.search(r"\b(?!(?:inter|west|east|for|near|hon|requ|mod|prot|cont|b|t|r|g|arr|l|inv|sugg|h|dig|conqu)est\b)[a-z]{3,}est\b", s.lower) is not None

@feature(1)
def comparison(s: Sentence) -> bool:
    """a comparison"""
    return "than" in s.bag or s.has(v.COMPARISONS)

@feature(1)
def than(s: Sentence) -> bool:
    """more or less than something else"""
    return "than" in s.bag

@feature(1)
def universal(s: Sentence) -> bool:
    """always, never, every or none"""
    return s.has(v.UNIVERSALS)

@feature(1)
def change(s: Sentence) -> bool:
    """a rise or a fall"""
    return s.has(v.RISES_AND_FALLS)

@feature(1)
def deed(s: Sentence) -> bool:
    """something done"""
    return s.has(v.DEEDS)

@feature(1)
def two_deeds(s: Sentence) -> bool:
    """several things done"""
    return s.count(v.DEEDS) > 1

@feature(1)
def money(s: Sentence) -> bool:
    """money or taxes"""
    return s.has(v.MONEY)

@feature(1)
def state_matter(s: Sentence) -> bool:
    """a matter of public policy"""
    return s.has(v.STATE_MATTERS)

@feature(1)
def state_matters(s: Sentence) -> bool:
    """several matters of public policy"""
    return s.count(v.STATE_MATTERS) > 1

@feature(1)
def place(s: Sentence) -> bool:
    """a country or a place"""
    return s.has(v.PLACES)

@feature(1)
def opponent(s: Sentence) -> bool:
    """about somebody else"""
    return s.has(v.OPPONENTS)

@feature(1)
def party(s: Sentence) -> bool:
    """a party or an office"""
    return s.has(v.PARTIES)

@feature(1)
def named(s: Sentence) -> bool:
    """a name"""
    return s.names() > 0

@feature(1)
def names(s: Sentence) -> bool:
    """several names"""
    return s.names() > 2

@feature(1)
def since(s: Sentence) -> bool:
    """a stretch of time"""
    return s.has(v.SINCE)

@feature(1)
def past_tense(s: Sentence) -> bool:
    """in the past tense"""
    return re.search(r"[a-z]{3,}ed\b", s.lower) is not None

@feature(1)
def past_be(s: Sentence) -> bool:
    """was or had"""
    return s.has(v.PAST_BE)

@feature(1)
def perfect(s: Sentence) -> bool:
    """something has happened"""
    return s.has(v.PERFECT) and re.search(r"\b(?:has|have|'ve|haven't|hasn't|he's)\b (?:\w+ )?(?:\w+ed|been|had|gone|done|made|seen|lost|cut|put|taken|given|spent|built|become|grown|risen|fallen|left|brought|won|held|found|got|gotten|paid|sent|said|met|come)\b", s.lower) is not None

@feature(1)
def present_be(s: Sentence) -> bool:
    """a state of affairs"""
    return s.has(v.PRESENT_BE)

@feature(1)
def reported(s: Sentence) -> bool:
    """cites a report or figures"""
    return s.has(v.REPORTED)

@feature(1)
def cause(s: Sentence) -> bool:
    """a cause"""
    return s.has(v.CAUSES)

@feature(1)
def negation(s: Sentence) -> bool:
    """a denial"""
    return s.has(v.NEGATIONS)

@feature(-1)
def first_person(s: Sentence) -> bool:
    """about the speaker"""
    return s.has(v.FIRST_PERSON)

@feature(-1)
def we(s: Sentence) -> bool:
    """about us"""
    return s.has(v.WE)

@feature(-1)
def second_person(s: Sentence) -> bool:
    """addresses somebody"""
    return s.has(v.SECOND_PERSON)

@feature(-2)
def opinion(s: Sentence) -> bool:
    """an opinion"""
    return s.has(v.OPINION)

@feature(-2)
def duty(s: Sentence) -> bool:
    """a demand"""
    return s.has(v.DUTY)

@feature(-2)
def future(s: Sentence) -> bool:
    """about the future"""
    return s.has(v.FUTURE) or re.search(r"\b(?:is|are|am|'m|'re) (?:going|expected|set|due|planning|likely) to\b", s.lower) is not None

@feature(-1)
def unreal(s: Sentence) -> bool:
    """hypothetical"""
    return s.has(v.UNREAL)

@feature(-1)
def praise(s: Sentence) -> bool:
    """praise or blame"""
    return s.has(v.PRAISE)

@feature(-1)
def ideal(s: Sentence) -> bool:
    """values and ideals"""
    return s.has(v.IDEALS)

@feature(-1)
def debate_talk(s: Sentence) -> bool:
    """talk about the talk"""
    return s.has(v.DEBATE_TALK)

@feature(-1)
def much_debate_talk(s: Sentence) -> bool:
    """much talk about the talk"""
    return s.count(v.DEBATE_TALK) > 1

@feature(-1)
def vague_subject(s: Sentence) -> bool:
    """begins with this, that or it"""
    return s.words[:1] != [] and (s.words[0] in v.VAGUE_SUBJECTS or (s.words[0] in v.LINKS_BACK and s.words[1:2] != [] and s.words[1] in v.VAGUE_SUBJECTS))

@feature(-1)
def i_begins(s: Sentence) -> bool:
    """begins with I"""
    return s.words[:1] != [] and (s.words[0] in v.FIRST_PERSON or (s.words[0] in v.LINKS_BACK and s.words[1:2] != [] and s.words[1] in v.FIRST_PERSON))

@feature(-3)
def question(s: Sentence) -> bool:
    """a question"""
    return s.text.rstrip("\"' ").endswith("?")

@feature(-1)
def wants(s: Sentence) -> bool:
    """a wish or an intention"""
    return s.has(v.WANTS)

@feature(-1)
def manner(s: Sentence) -> bool:
    """a manner of speaking"""
    return s.has(v.MANNER_OF_SPEAKING)

@feature(-2)
def very_short(s: Sentence) -> bool:
    """very short"""
    return len(s.words) < 6

@feature(1)
def words_8(s: Sentence) -> bool:
    """long enough to say something"""
    return len(s.words) >= 9

@feature(1)
def words_14(s: Sentence) -> bool:
    """a full sentence"""
    return len(s.words) >= 14

@feature(1)
def words_22(s: Sentence) -> bool:
    """a long sentence"""
    return len(s.words) >= 22

@feature(1)
def words_35(s: Sentence) -> bool:
    """a very long sentence"""
    return len(s.words) >= 35

@feature(1)
def says_you_know(s: Sentence) -> bool:
    """you know, I mean"""
    return re.search(r"\b(?:you know|i mean|let me|let's|i want to|i would like)\b", s.lower) is not None

"""Words that deny in some company only: "barely grew" but "barely passed", "rejected calls to resign", and the "not" of "a mine, not a torpedo"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.attribution import REPORTING
from claimtrack.core.match.words.forms import is_comparative, may_be_past
from claimtrack.core.match.words.lexicon import (
    ARTICLES,
    BE,
    COMPARATIVES,
    FINITE_AUXILIARIES,
    MULTIPLIERS,
    NUMBER_WORDS,
    words_of,
)
from claimtrack.core.match.words.negators import NEGATORS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.core.match.reading.reading import Reading


EXCLUDING_VERBS = words_of("exclude excludes excluded")
"""These deny what they tell to be no possibility, as "ruled out" does."""
_NAMING = words_of("the a an those all any who and or")
_WHOM = 8
"""Words behind "excluded" in which it is told from what somebody is."""
_EXPLAINING = words_of("cause causes reason motive explanation possibility option")
_SHORTLY = 3
"""Words before "excluded" in which that is denied."""


def excludes_possibility(words: Sequence[str], at: int) -> bool:
    """Whether "excluded" tells that something is no possibility: "*excluded* running again"; but "excluded him from the club"."""
    active = at > 0 and words[at - 1] not in BE and words[at - 1] not in _NAMING
    behind = words[at + 1 : at + 1 + _WHOM]
    told = behind[:1] == ["that"] or not _EXPLAINING.isdisjoint(behind) or "".join(behind[:1]).endswith("ing")
    denied = any(word in NEGATORS or word.endswith("n't") for word in words[max(0, at - _SHORTLY) : at])
    return active and (told or denied) and "from" not in behind


_COMING_THROUGH = words_of(
    "passed passes pass survived survives survive avoided avoids avoid averted averts avert escaped escapes escape withstood withstands"
    " withstand won wins win beat beats defeated defeats cleared clears made makes make missed misses miss held holds hold reached reaches"
    " reach qualified qualifies qualify edged kept keeps keep saved saves save managed manages manage alive adult legal enough half over"
    " above more"
)
"""What was just done, or is just so, behind "barely"."""
_ANY = words_of("any anyone anybody anything")


def is_no_denial(words: Sequence[str], at: int) -> bool:
    """Whether a word that else denies does not: "*barely* passed", "*barely* 300"."""
    behind = words[at + 1 : at + 2] if words[at] == "barely" else ()
    if not _ANY.isdisjoint(words[at + 2 : at + 3]):
        return False  # "barely made any money"
    return any(word in _COMING_THROUGH or word[0].isdecimal() or word in NUMBER_WORDS for word in behind)


_NO_THINGS = frozenset(
    "only just merely simply that because until all every least to always even one yet once since without unlike including when if as so"
    " far long much many more less any single how what who where why whether he she it they we i you enough surprisingly".split()
)
PREPOSITIONS_AFTER_NOT = frozenset("in on at by for with from of to against into near among".split())
"""Prepositions that may stand behind such a "not": "with the driver and not with the owner"."""
_DETERMINERS = frozenset("the a an his her its their our".split())


def contrastive_negators(words: Sequence[str], partings: AbstractSet[int]) -> frozenset[int]:
    """The places of the "not" that sets one thing against another, "a mine, not a torpedo": it denies nothing of the rest."""
    if "not" not in words:
        return frozenset()
    found = set()
    for at, word in enumerate(words[:-1]):
        if word != "not" or not at or not (at in partings or words[at - 1] in ("and", "but")):
            continue
        behind = at + 1 + (words[at + 1] in PREPOSITIONS_AFTER_NOT)
        behind += words[behind : behind + 1] != [] and words[behind] in _DETERMINERS
        thing = words[behind] if behind < len(words) else ""
        none = thing in _NONE_OF_MANY and words[behind - 1] in ("a", "one")  # "not a year has gone by"
        times = thing in _MULTIPLYING or words[behind + 1 : behind + 2] == ["times"]  # "not twice as many"
        # "a drill and not fighting"
        endings = ("ly", "ed") if words[at - 1] == "and" else ("ly", "ed", "ing")
        if thing and not (none or times or thing in _NO_THINGS or thing.endswith(endings)):
            found.add(at)
    return frozenset(found)


_MULTIPLYING = MULTIPLIERS.keys() | {"half"}
_NONE_OF_MANY = words_of("year month week day night single match season soul person word penny cent")


REBUFFING_VERBS = words_of(
    "reject rejects rejected rejecting dismiss dismisses dismissed resist resists resisted rebuff rebuffs rebuffed"
    " ignore ignored ignores"
)
"""Before "calls to" these deny what is called for."""
_DOUBTING = words_of("doubt doubts doubted doubting doubtful sceptical skeptical unconvinced")
"""Before "that" these deny what is doubted, unless that is denied itself: "nobody doubts that"."""
_WRONG = words_of("wrong incorrect inaccurate mistaken unfounded baseless groundless")
"""What is reported and is told to be one of these is not so."""
_WRONGLY = words_of("wrongly mistakenly incorrectly erroneously inaccurately")
"""What is reported so is not so: "*wrongly reported* that"; but "wrongly convicted"."""
CONTEXTUAL_NEGATORS = REBUFFING_VERBS | _DOUBTING | _WRONG | _WRONGLY | {"against", "free"}
"""All such words."""
_DENIED = words_of(
    "no not never nobody none few little hardly without cannot don't doesn't didn't dispel dispels dispelled allay allays allayed beyond"
)
_REPORTS = words_of(
    "reports report statement statements claims claim rumours rumors allegations suggestions news posts"
)
_CALLS = words_of("calls call demands demand pleas plea appeals pressure requests request bid bids")
_ADVISING = words_of(
    "warn warns warned warning caution cautions cautioned advise advises advised advising recommend recommends recommended"
    " counsel counselled decide decides decided deciding vote votes voted voting"
)
"""Behind these "against" denies a deed: "advised patients *against* eating fish", "voted *against* lifting the ban"."""
_GOING_ON = words_of(
    "rising falling growing spreading worsening mounting increasing declining soaring looming existing outgoing incoming"
    " parking phishing something anything everything king beijing boeing"
)
"""These tell what or who something is, and not what one does: "warned against rising prices", "against King"."""
_DEEDS = words_of("travel use")
_AT_NO_COST = words_of("charge cost")
"""What is free of these is not without them, but gratis."""
_ADVISED = 6
"""Words before an "against" in which somebody is advised."""


def is_denial(words: Sequence[str], at: int) -> bool:
    """Whether such a word denies what stands behind it."""
    if words[at] == "free":
        return words[at + 1 : at + 2] == ["of"] and _AT_NO_COST.isdisjoint(words[at + 2 : at + 3])
    if words[at] in _DOUBTING:
        return words[at + 1 : at + 2] == ["that"] and _DENIED.isdisjoint(words[max(0, at - 3) : at])
    if words[at] in _WRONG or words[at] in _WRONGLY:
        return refutes_report(words, at)
    return _advises_against(words, at) if words[at] == "against" else rejects_call(words, at)


def refutes_report(words: Sequence[str], at: int) -> bool:
    """Whether a word tells that what is reported is not so: "reports that he has left are *wrong*", "*wrongly* reported that"."""
    if words[at] in _WRONGLY:
        return bool(words[at + 1 : at + 2]) and words[at + 1] in REPORTING - {"told", "tells"}
    told = words[at] in _WRONG and words[at - 1] in BE and not _REPORTS.isdisjoint(words[:3])
    return told and "that" in words[1:4]


def _advises_against(words: Sequence[str], at: int) -> bool:
    """Whether somebody is advised or has decided against a deed."""
    deed = "".join(words[at + 1 : at + 2])
    is_deed = (deed.endswith("ing") and deed not in _GOING_ON) or deed in _DEEDS
    return is_deed and not _ADVISING.isdisjoint(words[max(0, at - _ADVISED) : at])


def rejects_call(words: Sequence[str], at: int) -> bool:
    """Whether what is rejected is what is called for: who "rejects calls to resign" does not resign."""
    call = at + 1 + (words[at + 1 : at + 2] in (["a"], ["an"], ["the"], ["all"]))
    return words[call + 1 : call + 2] in (["to"], ["for"]) and words[call] in _CALLS


_HAS = words_of("has have had was were")


def is_superlative(words: Sequence[str], at: int) -> bool:
    """Whether "never" denies nothing: "has never been higher" is the highest; but "never won more *than 3* percent"."""
    behind = words[at + 1 : at + 6]
    if any(
        one == "than" and (number[0].isdecimal() or number in NUMBER_WORDS)
        for one, number in pairwise(behind)
    ):
        return False
    return (
        any(map(is_comparative, behind[:2]))
        or not COMPARATIVES.isdisjoint(behind[2:4])
        or (at == 0 and not _HAS.isdisjoint(behind[:1]) and any(map(is_comparative, words[3:9])))
    )


_RELATIVE = words_of("who which that")
_NEAR = 4
"""Words from one of these to a negator at most: "that the union *avoided*"."""


def find_negation_end(reading: Reading, at: int) -> int:
    """Where the clause of a negator is over, and what follows is told besides; the number of words where it goes on to the end."""
    words = reading.words
    behind = range(at + 1, len(words))
    opens = next((i for i in range(at - 1, max(0, at - _NEAR), -1) if words[i] in _RELATIVE), 0)
    if not opens:
        ends = (
            i
            for i in behind
            if words[i] == "and" and reading.is_boundary(i) and not ARTICLES.isdisjoint(words[i + 1 : i + 2])
        )
    elif reading.is_boundary(opens):
        ends = (i for i in behind if reading.is_boundary(i))
    elif words[opens + 1] in ARTICLES and may_be_past(reading.word(at + 1)):
        return (
            at + 1 if may_be_past(words[at]) else at + 2
        )  # "that they *avoided*", "that they *never* built"
    else:
        ends = (i for i in behind[1:] if words[i] in FINITE_AUXILIARIES)
    return next(ends, len(words))

"""What happened? Actions, votes, the past tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    SPOKEN,
    feature,
    word_feature,
)
from claimtrack.core.extract.checkworthy.sentence import LOOKING_BACK, PAST, word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import lookbehind, words_of
from claimtrack.core.language.calendar_words import MONTHS, WEEKDAYS
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_SUBJECT_DID = expression(
    f" {lookbehind('i we he she they who that it')}"
    r"(?:[a-z]+ly |never |also )?(?:[a-z]{3,}ed|cut|spent|built|sent|made|gave|took|put|led|won|lost|ran"
    r"|fought|sold|brought|had|was|were|went|came|said|told|wrote|did)\b"
)
_OWN_DEED = expression(
    f" {lookbehind('i we')}"
    r"(?:[a-z]+ly |never |also )?(?:[a-z]{3,}ed|cut|spent|built|sent|made|gave|took|put|led|won|lost|ran|went|came|wrote|did|got|brought)\b"
)
_HAD = expression(r"had (?<=\bhad )(?:\w+ )?\w+(?:ed|en)\b")
_TO_BE_FOUND = expression(r"\bbe found\b")
_HAVE = "has have haven't hasn't he's she's"
_PERFECT = expression(
    f" (?:{lookbehind(_HAVE)}|(?<='ve ))"
    r"(?:[a-z]+ly |never |not |also |already |now )?(?:been|[a-z]{3,}ed|cut|spent|built|sent|made|given|taken|put|led|"
    r"won|lost|run|sold|brought|gone|come|said|grown|risen|fallen|seen|become|had|done|left|held|found"
    r"|paid|met)\b"
)
_WE_HAVE_DONE = expression(
    r"\bwe(?:'ve| have) (?:[a-z]+ly |never |also |already |now |since |just )?(?:[a-z]{3,}ed|cut|spent|built|sent|made|given|taken|put"
    r"|led|won|lost|sold|brought|shown|met|held|paid|found|hired|begun|written|done|set|kept|run|spoken)\b"
)
TAKES_A_STAND = expression(
    r"\b(?:we|i)(?:'re|'m|'ve| are| am| have)? (?:(?:also|still|do|always|\w+ly) )?(?:oppos(?:ed?|ing)|support(?:ed|ing)?|back|welcomed?"
    r"|condemn(?:ed)?|call(?:ed|ing)? (?:for|on|upon)|recogni[sz]e|reject(?:ed)?|stand(?:ing)? (?:with|by|for|ready|together|up|behind|against)"
    r"|urged?|respect|appreciate|applaud|commend|encourage|deplore|regret|reiterate|insist|demand"
    r"|ask(?:ing)? (?:for|that|the|them|everyone|people)|remain|strive|value|denounced?|pray(?:ing)?)\b"
)
"""A quoted person says what they support or oppose, or how they view something: "We welcome the ruling"."""
_WHEN = expression(
    rf"[ y](?:(?<=y)esterday(?<=\byesterday)\b|(?<= )(?:(?:1[89]|20)\d\d{lookbehind('in since by until', ' ....')}"
    rf"|the (?:last|past){lookbehind('in over for during', ' the ....')}|(?=(?:year|month|week)\b){lookbehind('last this')}"
    rf"|ago{lookbehind('year years month months week weeks day days decade decades', ' ago')}))"
)
_UNDER_WAY = expression(
    f" (?:{lookbehind('is are')}|(?<='re ))"
    r"(?:now |not |still |already |also )?(?!(?:going|trying|talking)\b)[a-z]{2,}ing\b"
)
_PASSIVE = expression(
    rf" {lookbehind('was were been being is are be')}(?:not |never |\w+ly )?(\w+(?:ed|en|wn|lt|pt|nt))\b"
)

word_feature(4, "past_tense", "a verb in the past: closed, cut, seen", PAST, v.PAST_IRREGULAR)


@feature(4, v.PAST_BE, v.HAVE, v.DOERS)
def past_be(s: Sentence) -> bool:
    """how things were, or what has happened so far"""
    if s.has(v.PAST_BE) or (s.has(v.HAVE) and _PERFECT.search(s.lower) is not None):
        return True
    return s.has(v.DOERS) and s.is_past and _SUBJECT_DID.search(s.lower) is not None


@feature(3, *LOOKING_BACK, only=SPOKEN)
def own_deed(s: Sentence) -> bool:
    """a past action, the speaker's or with a name in it"""
    if s.is_plan:
        return False
    return (not s.is_bare and s.names_somebody()) or _OWN_DEED.search(s.lower) is not None


@feature(10, v.HAVE, quoted=True, only=SPOKEN)
def we_have_done(s: Sentence) -> bool:
    """what "we" have done: built, cut, shown"""
    return _WE_HAVE_DONE.search(s.lower) is not None


STAND = word_class(
    "oppose opposed support+ed+ing back welcome welcomed condemn condemned call+ed+ing recognise recognize "
    "reject rejected stand standing urge urged respect appreciate applaud commend encourage deplore regret "
    "reiterate insist demand ask asking remain strive value denounce denounced pray praying"
)


@feature(8, v.LEGISLATION)
def legislation(s: Sentence) -> bool:
    """a vote, a law, a decision or support"""
    return not (s.quoted and s.has(STAND) and TAKES_A_STAND.search(s.lower) is not None)


_OFFICIAL_DEEDS = word_class(
    "suspended suspends ordered approved approves filed resigned resigns recommended recommends recorded "
    "signed signs issued granted revoked revokes withdrew withdraws withdrawn fined charged arrested arrests "
    "appointed appoints registered licensed certified inspected audited seized seizes recalled awarded "
    "extended extends sacked banned convicted acquitted sentenced sued sues overturned upheld quashed "
    "enacted repealed ratified adopted elected nominated submitted lodged detained deported evicted "
    "evacuated installed bought purchased acquired hired opened closed cancelled canceled postponed "
    "transferred dismissed declared imposed lifted received allocated collected paid entered tabled "
    "announced unveiled accused deferred reported admitted confessed pleaded testified adjourned dissolved "
    "merged demolished rebuilt"
)
word_feature(
    10, "official_deed", "an act that leaves a record: signed, charged, sold", _OFFICIAL_DEEDS, only=OUTLET
)


_EVENTS = word_class(
    "arrived left fled returned joined crashed struck hit killed wounded injured died survived born buried "
    "began started held attended hosted launched released announced published introduced unveiled confirmed "
    "discovered recovered rescued removed deployed blocked halted expired reached voted passed testified "
    "identified shot fired searched contacted transported won beat defeated lost escaped evacuated sank "
    "collapsed exploded erupted landed sailed departed founded established built"
)


@feature(3, v.TAKING, v.FOUND, v.DEALINGS, _EVENTS)
def event(s: Sentence) -> bool:
    """something that was done or happened"""
    if s.has(v.TAKING) or s.has(v.DEALINGS):
        return True
    if s.kind is Kind.OUTLET and s.has(_EVENTS):
        return True
    return s.has(v.FOUND) and _TO_BE_FOUND.search(s.lower) is None


_PUBLIC_DEEDS = word_class(
    "suspended recommended walked resigned backed repaid agreed apologised apologized joined visited met moved spoke"
)
word_feature(6, "public_deed", "a public act: somebody joined, agreed or moved", _PUBLIC_DEEDS, only=INDIRECT)
word_feature(6, "had_been", "what had happened before", words_of("had"), found=_HAD, only=INDIRECT)


_IN = word_class("in")


@feature(4, v.SINCE, v.DIGITS, v.CALENDAR, _IN)
def when(s: Sentence) -> bool:
    """says when or where"""
    if s.has(v.SINCE):
        return True
    if not s.is_bare and s.has(_IN):
        return True
    return (s.has(v.DIGITS) or s.has(v.CALENDAR)) and _WHEN.search(s.lower) is not None


# But for months that are also words: "may", "mar the view".
_DAYS_AND_MONTHS = word_class(frozenset({*MONTHS, *WEEKDAYS, "overnight"}) - {"may", "mar"})
"""Days and months in words that date a sentence, and "overnight"."""
_TIME_SPANS = word_class("day days week weeks month months year years hour hours")


@feature(5, _DAYS_AND_MONTHS, _TIME_SPANS, only=SPOKEN | OUTLET)
def dated(s: Sentence) -> bool:
    """a day, a month or a period"""
    return s.kind is Kind.OUTLET or s.has(_DAYS_AND_MONTHS)


word_feature(5, "afterwards", "what happened after something else", words_of("after"), only=OUTLET)
word_feature(3, "now", "how things are now", v.NOW)


@feature(7, words_of("is are we're they're he's she's it's"), only=SPOKEN)
def under_way(s: Sentence) -> bool:
    """something is in progress"""
    return s.is_bare and _UNDER_WAY.search(s.lower) is not None


@feature(4, v.PAST_BE, words_of("is was are were"), only=INDIRECT | SPOKEN)
def passive(s: Sentence) -> bool:
    """what was done to somebody or something"""
    return not v.NOT_PAST.issuperset(_PASSIVE.findall(s.lower))

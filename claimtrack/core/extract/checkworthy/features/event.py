"""What happened: deeds, votes, the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import SPOKEN, feature, words
from claimtrack.core.extract.checkworthy.sentence import PAST
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import just_behind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_SUBJECT_DID = expression(
    f" {just_behind('i we he she they who that it')}"
    r"(?:[a-z]+ly |never |also )?(?:[a-z]{3,}ed|cut|spent|built|sent|made|gave|took|put|led|won|lost|ran"
    r"|fought|sold|brought|had|was|were|went|came|said|told|wrote|did)\b"
)
_TO_BE_FOUND = expression(r"\bbe found\b")
_HAVE = "has have haven't hasn't he's she's"
_PERFECT = expression(
    f" (?:{just_behind(_HAVE)}|(?<='ve ))"
    r"(?:[a-z]+ly |never |not |also |already |now )?(?:been|[a-z]{3,}ed|cut|spent|built|sent|made|given|taken|put|led|"
    r"won|lost|run|sold|brought|gone|come|said|grown|risen|fallen|seen|become|had|done|left|held|found"
    r"|paid|met)\b"
)
_WHEN = expression(
    rf"[ y](?:(?<=y)esterday(?<=\byesterday)\b|(?<= )(?:(?:1[89]|20)\d\d{just_behind('in since by until', ' ....')}"
    rf"|the (?:last|past){just_behind('in over for during', ' the ....')}|(?=(?:year|month|week)\b){just_behind('last this')}"
    rf"|ago{just_behind('year years month months week weeks day days decade decades', ' ago')}))"
)


words(7, "legislation", "something proposed, decided, confirmed, backed or opposed", v.LEGISLATION)
words(5, "warfare", "violence, arms, death or destruction", v.WARFARE)
words(6, "taking", "something taken, held, sent, sold or given up", v.TAKING)
words(2, "dealing", "something done", v.DEALINGS)


words(3, "past_tense", "in the past tense", PAST)
words(3, "past_be", "what was or had been", v.PAST_BE)
words(2, "past_irregular", "what happened", v.PAST_IRREGULAR)


@feature(2, v.DOERS)
def somebody_did(s: Sentence) -> bool:
    """somebody did something"""
    return s.is_past and _SUBJECT_DID.search(s.lower) is not None


words(2, "perfect", "what has happened so far", v.HAVE, found=_PERFECT)
words(2, "when", "when it was: a year, lately, ago", v.DIGITS, v.CALENDAR, found=_WHEN)
words(3, "since", "before, during, after, since or under", v.SINCE)
words(1, "reported", "names a source: reports, figures, experts, the press", v.REPORTED)
words(8, "finding", "what somebody found", v.FOUND, unless=_TO_BE_FOUND)
words(7, "against", "against something", v.AGAINST)


words(7, "speech", "what somebody said, wrote or called", v.SPEECH, only=SPOKEN)
words(5, "now", "how things are now", v.NOW)
words(5, "never", "says never", v.NEVER)

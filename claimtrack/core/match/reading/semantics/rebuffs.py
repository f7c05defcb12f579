"""Words that deny only where they stand: "rejected calls to resign", "warned against eating fish", "free of lead"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import BE, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

REBUFFING = words_of(
    "reject rejects rejected rejecting dismiss dismisses dismissed resist resists resisted rebuff rebuffs rebuffed"
    " ignore ignored ignores"
)
"""Before "calls to" these deny what is called for."""
_DOUBTING = words_of("doubt doubts doubted doubting doubtful sceptical skeptical unconvinced")
"""Before "that" these deny what is doubted, unless that is denied itself: "nobody doubts that"."""
_WRONG = words_of("wrong incorrect inaccurate mistaken unfounded baseless groundless")
"""What is reported and is told to be one of these is not so."""
WHERE_THEY_STAND = REBUFFING | _DOUBTING | _WRONG | {"against", "free"}
"""All such words."""
_DENIED = words_of(
    "no not never nobody none few little hardly without cannot don't doesn't didn't dispel dispels dispelled allay allays allayed beyond"
)
_REPORTS = words_of("reports report claims claim rumours rumors allegations suggestions news posts")
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


def denies(words: Sequence[str], at: int) -> bool:
    """Whether such a word denies what stands behind it."""
    if words[at] == "free":
        return words[at + 1 : at + 2] == ["of"] and _AT_NO_COST.isdisjoint(words[at + 2 : at + 3])
    if words[at] in _DOUBTING:
        return words[at + 1 : at + 2] == ["that"] and _DENIED.isdisjoint(words[max(0, at - 3) : at])
    if words[at] in _WRONG:
        return are_wrong(words, at)
    return _advises_against(words, at) if words[at] == "against" else rebuffs(words, at)


def are_wrong(words: Sequence[str], at: int) -> bool:
    """Whether a word tells that what is reported is not so: "reports that he has left are *wrong*"."""
    told = words[at] in _WRONG and words[at - 1] in BE and not _REPORTS.isdisjoint(words[:3])
    return told and "that" in words[1:4]


def _advises_against(words: Sequence[str], at: int) -> bool:
    """Whether somebody is advised or has decided against a deed."""
    deed = "".join(words[at + 1 : at + 2])
    is_deed = (deed.endswith("ing") and deed not in _GOING_ON) or deed in _DEEDS
    return is_deed and not _ADVISING.isdisjoint(words[max(0, at - _ADVISED) : at])


def rebuffs(words: Sequence[str], at: int) -> bool:
    """Whether what is rejected is what is called for: who "rejects calls to resign" does not resign."""
    call = at + 1 + (words[at + 1 : at + 2] in (["a"], ["an"], ["the"], ["all"]))
    return words[call + 1 : call + 2] in (["to"], ["for"]) and words[call] in _CALLS

"""A guard on the two sides of a vote: 52 to 48, and 48 to 52."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stem, stems_of, wording

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_VOTING = stems_of("vote ballot rule decide verdict pass approve adopt confirm decision")
"""Without one of these two numbers are a score, which may be told from the loser's side."""
_BETWEEN = words_of("- – to votes vote in favour favor for and with against members voting voted")
_JOINING = words_of("- – to against and with")
_FOR = words_of("for favour favor")
_BEHIND = 3
"""Words behind the second number in which it is told on which side it is."""
_FAILING = stems_of("reject defeat fail fall lose block refuse oppose against veto down overturn")
"""Who says that it failed may begin with those who were for it: "rejected by 52 to 48", "failed by 48 to 52"."""


class _Tally(NamedTuple):
    """How many were for it and against, where they stand, and how they are written."""

    yes: float
    no: float
    places: range
    written: str


def tally_turned(a: Reading, b: Reading) -> str | None:
    """Both tell how a vote went, and as many were for it in the one as were against it in the other."""
    if _VOTING.isdisjoint(a.terms) or _VOTING.isdisjoint(b.terms):
        return None
    ours = _tally(a)
    theirs = _tally(b) if ours else None
    if not ours or not theirs or not ours.yes == theirs.no != ours.no == theirs.yes:
        return None
    if _may_have_failed(a, ours) or _may_have_failed(b, theirs):
        return None
    return f"sides swapped: {ours.written} / {theirs.written}"


def _tally(reading: Reading) -> _Tally | None:
    """The first two numbers that are the two sides of a vote: "52-48", "52 to 48", "52 votes for and 48 against"."""
    words = reading.words
    for one, other in pairwise(reading.amounts):
        between, behind = words[one.last + 1 : other.first], words[other.last + 1 : other.last + 1 + _BEHIND]
        joined = _BETWEEN.issuperset(between) and not _JOINING.isdisjoint(between)
        if (
            not joined
            or not one.kind == other.kind == "number"
            or words[one.first - 1] in ("from", "between")
        ):
            continue
        turned = "against" in between and not _FOR.isdisjoint(behind[:2]) and "to" not in between
        yes, no = (other.value, one.value) if turned else (one.value, other.value)
        places = range(one.first, other.last + 1 + (behind[:1] == ["against"]))
        written = wording(reading.tokens[one.first : other.last + 1]).replace(" - ", "-")
        return _Tally(yes, no, places, written)
    return None


def _may_have_failed(reading: Reading, tally: _Tally) -> bool:
    """Whether it is told, or may be, that those who were for it lost."""
    return bool(reading.negators) or any(
        stem(word) in _FAILING for at, word in enumerate(reading.words) if at not in tally.places
    )

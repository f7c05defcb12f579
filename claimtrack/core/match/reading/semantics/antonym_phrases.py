"""Words that take a side by the phrase they stand in: a truce "held", a school "under construction", "little of" a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import BE, NUMBER_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LASTING = words_of(
    "truce ceasefire armistice dam dyke dike levee wall roof bridge barrier deal agreement accord pact peace calm coalition alliance"
    " lull marriage defence defences defenses"
)
"""What holds, or gives way."""
_BACK = 6
"""Words before "held" in which it is told what held."""
_HELD = words_of("hold holds held keep keeps kept leave leaves left maintain maintains maintained")
_GIVEN_WAY = words_of("broke breaks broken burst")
_RATES = words_of("rate rates costs unchanged steady")
_REACH, _UNMOVED = 4, 2
"""Words behind "held" in which it is told of rates or costs: they do not move."""
_TO_COME = words_of("begin start open commence be")
_BUILT = words_of("built constructed erected")
_DONE = words_of("completed finished concluded")
_BEFORE_STAGE = BE | words_of("still already now")
_BEFORE_OVER = BE | words_of("already now all")
_BEHIND_OVER = words_of("and but for in at on according after before when since now said says")
_SAID = words_of("said says announced reported told")
_SOON = 5
_BEFORE_AN_EVENT = words_of("the a an his her its their this that")
_FOLLOWED = BE | words_of("the and")
"""Behind these "following" is no "after": "was following the man"."""
_NOT_BEGUN, _GOING_ON, _OVER = range(3)
_SENT, _TROOPS = (
    words_of("send sends sent sending deploy deploys deployed"),
    words_of("troops soldiers tanks forces jets"),
)
CONTEXT_DEPENDENT = (
    _HELD
    | _GIVEN_WAY
    | words_of(
        "yet about underway ongoing under being over following little much majority more fewer less contracted jailed for"
    )
    | _DONE
    | _SENT
)
"""The words that are looked at here."""


def poles_in_phrase(words: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """The sides that a word takes in its phrase: whether something lasted, and how far it has come."""
    word, before, behind = words[at], words[at - 1] if at else "", words[at + 1 : at + 3]
    if word in _HELD:
        if not _RATES.isdisjoint(words[at + 1 : at + 1 + _REACH]):
            yield "direction", _UNMOVED
        if (
            word in ("held", "holds", "hold")
            and before not in BE
            and not _LASTING.isdisjoint(words[max(0, at - _BACK) : at])
        ):
            yield "ruin", 0
    elif word in _GIVEN_WAY:
        if not _LASTING.isdisjoint(words[max(0, at - _BACK) : at]):
            yield "ruin", 1
    elif word in _SENT:
        if not _TROOPS.isdisjoint(words[at + 1 : at + 1 + _REACH]):
            yield "presence", 0
    elif word == "following":
        if behind and behind[0] in _BEFORE_AN_EVENT and before not in _FOLLOWED:
            yield "order", 1
    elif word in _BEFORE_THEM:
        behind_it, axis, pole = _BEFORE_THEM[word]
        if behind[:1] == [behind_it] and not (axis == "all" and before in _SOME):
            yield axis, pole
    elif word in _MORE:
        yield from _more_or_less(words, at)
    elif word == "for":
        if (before in _COORDINATING or before in NUMBER_WORDS or before.isdecimal()) and "against" in words:
            yield "stand", 0
    elif word == "majority":
        if before in _VAST:
            yield "all", _NEARLY_ALL
    elif (stage := _stage(words, at, before, behind)) is not None:
        yield "stage", stage


_COORDINATING = words_of("and but is are was were")
"""Behind these, or a number, "for" tells of one thing what "against" tells of another: "voted against the tax *and for* the road"."""
_SOME = words_of("a no not")
_MOST_OF, _FEW, _NEARLY_ALL = 1, 2, 5
"""The sides of "most", "few" and "nearly all" among all, most and some."""
_BEFORE_THEM = {
    "much": ("of", "all", _MOST_OF),
    "little": ("of", "all", _FEW),
    "jailed": ("for", "verdict", 0),
    "contracted": ("by", "direction", 1),
}
"""Words that take a side before another: "*little* of the money", "*contracted* by 3 percent"."""
_VAST = words_of("vast overwhelming great huge large")
"""Such a majority may be nearly all as well as most."""


_MORE = {"more": 0, "fewer": 1, "less": 1}
_COSTING = words_of("cost costs costing pay pays paid paying charge charges charged")
_EARLIER = words_of("last previous year before earlier ago")
_TO_THAN, _TO_EARLIER, _TO_COST = 12, 5, 4
"""Words from "fewer" to its "than", from that to an earlier time, and from "cost" to "more"."""


def _more_or_less(words: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """What is more than at an earlier time has risen, and what costs more is dearer."""
    pole = _MORE[words[at]]
    than = next((i for i in range(at + 1, min(len(words), at + _TO_THAN)) if words[i] == "than"), None)
    if than is None:
        return
    if not _EARLIER.isdisjoint(words[than + 1 : than + _TO_EARLIER]):
        yield "direction", pole
    if not _COSTING.isdisjoint(words[max(0, at - _TO_COST) : at]):
        yield "price", pole


def _stage(words: Sequence[str], at: int, before: str, behind: Sequence[str]) -> int | None:
    word = words[at]
    if word in ("yet", "about"):
        return _NOT_BEGUN if behind[:1] == ["to"] and not _TO_COME.isdisjoint(behind[1:]) else None
    if word == "under":
        return _GOING_ON if behind[:1] in (["construction"], ["way"]) and before in _BEFORE_STAGE else None
    if word == "being":
        return _GOING_ON if before in _BEFORE_STAGE and not _BUILT.isdisjoint(behind[:1]) else None
    if word in ("underway", "ongoing"):
        return _GOING_ON if before in _BEFORE_STAGE else None
    if word in _DONE:
        return _OVER if before in BE or before in ("already", "now", "finally") else None
    ends = not behind or behind[0] in _BEHIND_OVER or not _SAID.isdisjoint(words[at + 1 : at + _SOON])
    return _OVER if word == "over" and before in _BEFORE_OVER and ends else None

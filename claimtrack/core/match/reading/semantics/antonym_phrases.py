"""Words that take a pole of an antonym axis only within a phrase: a truce "held", a school "under construction", "little of" a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import BE, NUMBER_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HOLDING_NOUNS = words_of(
    "truce ceasefire armistice dam dyke dike levee wall roof bridge barrier deal agreement accord pact peace calm coalition alliance"
    " lull marriage defence defences defenses"
)
"""Things that hold or give way: "the truce held", "the dam burst"."""
_SUBJECT_REACH = 6
"""Number of words before "held" within which its subject stands."""
_HOLD_VERBS = words_of("hold holds held keep keeps kept leave leaves left maintain maintains maintained")
_BREAK_VERBS = words_of("broke breaks broken burst")
_RATE_OBJECTS = words_of("rate rates costs unchanged steady")
_REACH, _UNMOVED = 4, 2
"""Numbers of words after "held" and "sent" within which their object is looked for."""
_TO_COME = words_of("begin start open commence be")
_BUILT = words_of("built constructed erected")
_DONE = words_of("completed finished concluded")
_BEFORE_STAGE = BE | words_of("still already now")
_BEFORE_OVER = BE | words_of("already now all")
_AFTER_OVER = words_of("and but for in at on according after before when since now said says")
_SAID = words_of("said says announced reported told")
_SOON = 5
_BEFORE_AN_EVENT = words_of("the a an his her its their this that")
_BEFORE_VERB_FOLLOWING = BE | words_of("the and")
"""After these "following" is no "after": "was following the man"."""
_NOT_BEGUN, _GOING_ON, _OVER = range(3)
_SENDING_VERBS, _TROOPS = (
    words_of("send sends sent sending deploy deploys deployed"),
    words_of("troops soldiers tanks forces jets"),
)
CONTEXT_DEPENDENT = (
    _HOLD_VERBS
    | _BREAK_VERBS
    | words_of(
        "yet about underway ongoing under being over following little much majority more fewer less contracted jailed for"
    )
    | _DONE
    | _SENDING_VERBS
)
"""The words that this module looks at."""


def poles_in_phrase(words: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """Yield the axis and pole that a word takes in its phrase: whether something lasted, how far it has progressed."""
    word, before, after = words[at], words[at - 1] if at else "", words[at + 1 : at + 3]
    if word in _HOLD_VERBS:
        if not _RATE_OBJECTS.isdisjoint(words[at + 1 : at + 1 + _REACH]):
            yield "direction", _UNMOVED
        if (
            word in ("held", "holds", "hold")
            and before not in BE
            and not _HOLDING_NOUNS.isdisjoint(words[max(0, at - _SUBJECT_REACH) : at])
        ):
            yield "ruin", 0
    elif word in _BREAK_VERBS:
        if not _HOLDING_NOUNS.isdisjoint(words[max(0, at - _SUBJECT_REACH) : at]):
            yield "ruin", 1
    elif word in _SENDING_VERBS:
        if not _TROOPS.isdisjoint(words[at + 1 : at + 1 + _REACH]):
            yield "presence", 0
    elif word == "following":
        if after and after[0] in _BEFORE_AN_EVENT and before not in _BEFORE_VERB_FOLLOWING:
            yield "order", 1
    elif word in _BEFORE_PREPOSITION:
        after_it, axis, pole = _BEFORE_PREPOSITION[word]
        if after[:1] == [after_it] and not (axis == "all" and before in _BEFORE_MUCH_OF):
            yield axis, pole
    elif word in _POLE_OF_MORE:
        yield from _poles_of_comparison(words, at)
    elif word == "for":
        if (before in _BEFORE_FOR or before in NUMBER_WORDS or before.isdecimal()) and "against" in words:
            yield "stand", 0
    elif word == "majority":
        if before in _LARGE:
            yield "all", _NEARLY_ALL
    elif (stage := _stage_of_progress(words, at, before, after)) is not None:
        yield "stage", stage


_BEFORE_FOR = words_of("and but is are was were")
"""After these, or a number, "for" is the opposite of "against" in one statement: "voted against the tax *and for* the road"."""
_BEFORE_MUCH_OF = words_of("a no not")
_MOST_OF, _FEW, _NEARLY_ALL = 1, 2, 5
"""The poles of "most", "few" and "nearly all" on the axis of all, most and some."""
_BEFORE_PREPOSITION = {
    "much": ("of", "all", _MOST_OF),
    "little": ("of", "all", _FEW),
    "jailed": ("for", "verdict", 0),
    "contracted": ("by", "direction", 1),
}
"""Words that take a pole before a certain other word: "*little* of the money", "*contracted* by 3 percent"."""
_LARGE = words_of("vast overwhelming great huge large")
"""A majority so called may be nearly all as well as most."""


_POLE_OF_MORE = {"more": 0, "fewer": 1, "less": 1}
_COST_VERBS = words_of("cost costs costing pay pays paid paying charge charges charged")
_EARLIER_TIMES = words_of("last previous year before earlier ago")
_TO_THAN, _TO_EARLIER, _TO_COST = 12, 5, 4
"""Maximum numbers of words from "fewer" to its "than", from there to an earlier time, and from "cost" to "more"."""


def _poles_of_comparison(words: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """Yield the poles of a comparison: what is more than at an earlier time has risen, what costs more is dearer."""
    pole = _POLE_OF_MORE[words[at]]
    than = next((i for i in range(at + 1, min(len(words), at + _TO_THAN)) if words[i] == "than"), None)
    if than is None:
        return
    if not _EARLIER_TIMES.isdisjoint(words[than + 1 : than + _TO_EARLIER]):
        yield "direction", pole
    if not _COST_VERBS.isdisjoint(words[max(0, at - _TO_COST) : at]):
        yield "price", pole


def _stage_of_progress(words: Sequence[str], at: int, before: str, after: Sequence[str]) -> int | None:
    """Return how far something has progressed: "yet to open" not begun, "under construction" going on, "is over" ended."""
    word = words[at]
    if word in ("yet", "about"):
        return _NOT_BEGUN if after[:1] == ["to"] and not _TO_COME.isdisjoint(after[1:]) else None
    if word == "under":
        return _GOING_ON if after[:1] in (["construction"], ["way"]) and before in _BEFORE_STAGE else None
    if word == "being":
        return _GOING_ON if before in _BEFORE_STAGE and not _BUILT.isdisjoint(after[:1]) else None
    if word in ("underway", "ongoing"):
        return _GOING_ON if before in _BEFORE_STAGE else None
    if word in _DONE:
        return _OVER if before in BE or before in ("already", "now", "finally") else None
    ends = not after or after[0] in _AFTER_OVER or not _SAID.isdisjoint(words[at + 1 : at + _SOON])
    return _OVER if word == "over" and before in _BEFORE_OVER and ends else None

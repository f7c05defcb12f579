"""Guards on what was tried, asked for or put off in one statement, and was done in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import MODALS, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import side_by_side, stem, wording
from claimtrack.core.match.words.verbs import may_be_past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.reading.reading import Reading

_TRYING = words_of(
    "tried tries trying attempted attempts attempting applied applies applying asked asks asking sought seeks seeking bid bids bidding"
    " threatened threatens threatening offered offers offering struggling struggled struggles"
)
"""Before "to" and a verb these tell that it has not been done."""
_PUTTING_OFF = words_of(
    "postponed postpones postponing postpone delayed delays delaying delay shelved shelves shelving shelve deferred defers deferring defer"
    " abandoned abandons abandoning abandon dropped drops dropping drop scrapped scraps scrapping scrap put puts putting"
)
_PLAN = words_of(
    "plan plans decision decisions vote votes proposal proposals bid attempt attempts move moves effort efforts"
)
_BEHIND_A_PLAN = words_of("to on for of")
_ACHIEVING = words_of("managed manages succeeded succeeds")
"""Before "to" or "in" and a verb these tell that it has been done."""
_REACH = 5
"""Words behind what puts a plan off in which that is told: "put off *its plan*"."""
_ONLY_TRIED = words_of("attempted")
"""Right before a deed this tells the same: "attempted murder"."""
_MARKS = _TRYING | _PUTTING_OFF
_TRIED = frozenset(
    map(stem, (*_TRYING, "fail", "foil", "thwart", "prevent", "survive", "escape", "plot", "plan"))
)
_HEAD = 6
"""Letters that make two words forms of one verb."""


def only_tried(a: Reading, b: Reading) -> str | None:
    """What has been done in one was only tried, asked for or put off in the other: "joined", "applied to join", "put off the plan to join"."""
    if _MARKS.isdisjoint(a.vocabulary) and _MARKS.isdisjoint(b.vocabulary):
        return None
    for one, other in ((a, b), (b, a)):
        if one.negators or other.negators or _not_done_there(other):
            continue
        for start, at in _only_tried(one):
            verb, deed = stem(one.words[at])[:_HEAD], one.words[start] in _ONLY_TRIED
            done = (i for term, i in other.placed if term[:_HEAD] == verb and (deed or _is_done(other, i)))
            place = next(done, None)
            if place is not None and not any(term[:_HEAD] == verb and i != at for term, i in one.placed):
                told = wording(one.tokens[start : at + 1]), other.tokens[place].text
                return f"differs: {side_by_side(told, turned=one is not a)}"
    return None


def _not_done_there(reading: Reading) -> bool:
    """Whether a statement tells itself that something was only tried, asked for or prevented."""
    return not _TRIED.isdisjoint(reading.terms)


def _only_tried(reading: Reading) -> Iterator[tuple[int, int]]:
    """The places of what tells that something was not done yet, each with that of the verb or deed."""
    words = reading.words
    for at, word in enumerate(words[:-2]):
        if word in _TRYING and words[at + 1] == "to":
            yield at, at + 2
        elif word in _ONLY_TRIED and words[at + 1] not in STOP_WORDS:
            yield at, at + 1
        elif word in _PUTTING_OFF:
            for plan in range(at + 1, min(at + _REACH, len(words) - 2)):
                if words[plan] in _PLAN and words[plan + 1] in _BEHIND_A_PLAN:
                    yield at, plan + 2


def _is_done(reading: Reading, at: int) -> bool:
    """Whether a word tells by its form what has been done: "joined", "has built"."""
    word, before = reading.words[at], reading.words[at - 1] if at else ""
    achieved = at > 1 and achieves(reading.words, at - 2)
    return achieved or (may_be_past(word) and before not in _TO_COME)


def achieves(words: Sequence[str], at: int) -> bool:
    """Whether a word tells that what is told behind it has been done: "managed to stop it", "succeeded in stopping it"."""
    if words[at] not in _ACHIEVING:
        return False
    return words[at + 1 : at + 2] == ["to"] or (
        words[at + 1 : at + 2] == ["in"] and "".join(words[at + 2 : at + 3]).endswith("ing")
    )


_TO_COME = MODALS | {"to"}


_ASKING = (
    ["applied", "for"],
    ["applies", "for"],
    ["asked", "for"],
    ["asks", "for"],
    ["bid", "for"],
    ["appealed", "for"],
    ["hoping", "for"],
)
_GRANTED = words_of(
    "granted grants accepted accepts admitted admits awarded awards obtained obtains received receives got gets"
)
_WHAT = 4
"""Words behind "applied for" in which it is told what somebody asked for."""
_FORM = 5
"""Letters that make two words forms of one: membership, member."""


def asked_or_granted(a: Reading, b: Reading) -> str | None:
    """What somebody asked for in the one, they got in the other: "applied for membership", "was accepted as a member"."""
    for one, other in ((a, b), (b, a)):
        if "for" not in one.vocabulary or one.negators or other.negators:
            continue
        granted = next((word for word in other.words if word in _GRANTED), "")
        asked = next((at for at in range(len(one.words)) if one.words[at : at + 2] in _ASKING), None)
        if asked is None or not granted or not _GRANTED.isdisjoint(one.vocabulary):
            continue
        what = {term[:_FORM] for term, at in one.placed if asked + 1 < at <= asked + 1 + _WHAT}
        if not _not_done_there(other) and not what.isdisjoint(term[:_FORM] for term in other.terms):
            return f"differs: {side_by_side((wording(one.tokens[asked : asked + 2]), granted), turned=one is not a)}"
    return None

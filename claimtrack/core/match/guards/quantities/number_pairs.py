"""Guards on pairs of numbers: a share and its complement, what was lost or is left, the two sides of a vote, the killed and the hurt."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from claimtrack.core.language.word_lists import (
    BE,
    COMPARATIVES,
    FINITE_BE,
    FINITE_HAVE,
    PAST_AUXILIARIES,
    STOP_WORDS,
    THIRD_PERSON,
    words_of,
)
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.guards.quantities.units import MAX_NUMBERS, has_agreeing_number, quote_number
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.numbers.sums import (
    add_up_to_whole,
    are_complementary,
    are_equivalent_counts,
)
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.reading.syntax.phrases import clause_end
from claimtrack.core.match.words.terms import stem, stems_of


def complementary_shares_differ(a: Reading, b: Reading) -> str | None:
    """Both give a share, and one is the complement of the other without being said of the rest: 60 and 40 percent."""
    rest = _find_complements(a, b)
    if rest is None or _state_opposites(a, b):
        return None
    return f"differs: {quote_number(a, rest[0])} / {quote_number(b, rest[1])}"


def are_complementary_shares(a: Reading, b: Reading) -> bool:
    """Whether one says of the rest the opposite of what the other says of a share: a fifth is recycled, 80 percent are not."""
    return bool(a.amounts and b.amounts) and _state_opposites(a, b) and _find_complements(a, b) is not None


def _state_opposites(a: Reading, b: Reading) -> bool:
    """Whether one denies, or says by an antonym, what the other asserts: has lost, has kept."""
    if (len(a.negators) - len(b.negators)) % 2:
        return True
    shared = a.poles.keys() & b.poles.keys()
    opposed = (axis for axis in shared if a.poles_on(axis).isdisjoint(b.poles_on(axis)))
    return any(axis not in SIZE_AXES or all(_is_predicated(r, axis) for r in (a, b)) for axis in opposed)


def _is_predicated(reading: Reading, axis: str) -> bool:
    """Whether a word for a group is the predicate of a share, and not its noun: "four in ten are women"."""
    places = (at for _, _, at in reading.poles[axis] if at)
    return axis in _GROUP_AXES and any(reading.words[at - 1] in FINITE_BE for at in places)


_MAX_AMOUNTS = 8
"""Numbers of a text among which complements are looked for."""
SIZE_AXES = words_of(
    "comparative bound superlative share all number direction sex compass age sector side setting"
)
"""Axes that say how much or of whom, and nothing about it ..."""
_GROUP_AXES = words_of("sex age sector side setting")
"""... except for these after "are"."""


@lru_cache(maxsize=64)
def _find_complements(a: Reading, b: Reading) -> tuple[Quantity, Quantity] | None:
    """A number of each statement that add up to a whole, if the other has neither and none is the size of a change."""
    ours, theirs = a.amounts[:_MAX_AMOUNTS], b.amounts[:_MAX_AMOUNTS]
    if not ours or not theirs:
        return None
    for x, y in product(ours, theirs):
        others = [q for q in (*ours, *theirs) if q is not x and q is not y]
        if not add_up_to_whole(x, y) and not are_complementary(x, y, others):
            continue
        agree = are_equivalent_counts(a, x, b, y) or has_agreeing_number(x, b) or has_agreeing_number(y, a)
        if not agree and not a.words[x.first - 1] == b.words[y.first - 1] == "by":
            return x, y
    return None


_LOSING_VERBS = words_of("lost lose loses losing shed sheds shedding")
_SHRINKING_VERBS = words_of(
    "shrunk shrink+s+ed+ing fallen fall+s+ed dropped drop declined decline cut reduced melted dwindled down"
)
_GONE_WORDS = words_of("gone lost destroyed vanished disappeared melted missing")
_REMAINING_VERBS = words_of("remain remains remained remaining survive survives survived still")
_AUXILIARIES = BE | FINITE_HAVE
_LOSS_REACH, _SHRINKING_REACH = 3, 8
"""Words before a share that may say that it was lost, or that something shrank by or to it."""
_HALF_RANGE = (45, 55)
"""Of about half, as much is lost as is left."""
_LOST, _LEFT = "lost", "left"


def lost_or_left(a: Reading, b: Reading) -> str | None:
    """The share that is lost in one is left in the other: "has lost 40 percent of its ice", "40 percent of the ice is left"."""
    if a.negators or b.negators or not a.amounts or not b.amounts:
        return None
    fates, fates_b = (
        [(q, fate) for q in r.amounts[:MAX_NUMBERS] if q.kind == "%" and (fate := _find_fate(r, q))]
        for r in (a, b)
    )
    for (x, fate), (y, fate_b) in product(fates, fates_b):
        if fate != fate_b and can_be_equal(x, y) and not _HALF_RANGE[0] <= x.value <= _HALF_RANGE[1]:
            return f"differs: {x.written} {fate} / {y.written} {fate_b}"
    return None


def _find_fate(reading: Reading, share: Quantity) -> str | None:
    """Whether a share was "lost" or is "left"; None if it is neither."""
    words, before = reading.words, reading.words[max(0, share.first - _LOSS_REACH) : share.first]
    shrinks = not _SHRINKING_VERBS.isdisjoint(words[max(0, share.first - _SHRINKING_REACH) : share.first])
    if not _LOSING_VERBS.isdisjoint(before) or (shrinks and "by" in before):
        return _LOST
    if shrinks and "to" in before:
        return _LEFT
    after = range(share.last + 1, clause_end(reading, share.last))
    if "than" in words[after.start : after.stop]:
        return None  # a comparison: "70 percent lower than it was"
    for at in after:
        if words[at] in _GONE_WORDS and words[at - 1] in _AUXILIARIES:
            return _LOST
        is_left = words[at] in _REMAINING_VERBS or (words[at] == "left" and words[at - 1] in BE)
        was_all = words[after.start] == "of" and words[at] in PAST_AUXILIARIES
        if is_left or (was_all and words[at - 1] in THIRD_PERSON):
            return _LEFT
    return None


_VOTING_STEMS = stems_of("vote ballot rule decide verdict pass approve adopt confirm decision")
"""Without one of these two numbers are a score, which may be given from the loser's side."""
_TALLY_WORDS = words_of("- – to votes vote in favour favor for and with against members voting voted")
_TALLY_LINKS = words_of("- – to against and with")
_FAVOUR_WORDS = words_of("for favour favor")
_SIDE_REACH = 3
"""Words after the second number that may say on which side it is."""
_FAILING_VERBS = stems_of("reject defeat fail fall lose block refuse oppose against veto down overturn")
"""With these the losing "yes" side may come first: "rejected by 52 to 48", "failed by 48 to 52"."""


class _Tally(NamedTuple):
    """The votes for and against, their places, and how they are written."""

    yes: float
    no: float
    places: range
    written: str


def vote_reversed(a: Reading, b: Reading) -> str | None:
    """Both report a vote, and the number for in one is the number against in the other."""
    if _VOTING_STEMS.isdisjoint(a.terms) or _VOTING_STEMS.isdisjoint(b.terms):
        return None
    ours = _find_tally(a)
    theirs = _find_tally(b) if ours else None
    if not ours or not theirs or not ours.yes == theirs.no != ours.no == theirs.yes:
        return None
    if _may_have_failed(a, ours) or _may_have_failed(b, theirs):
        return None
    return f"sides swapped: {ours.written} / {theirs.written}"


def _find_tally(reading: Reading) -> _Tally | None:
    """The first two numbers that are the sides of a vote: "52-48", "52 to 48", "52 votes for and 48 against"."""
    words = reading.words
    for one, other in pairwise(reading.amounts):
        between = words[one.last + 1 : other.first]
        after = words[other.last + 1 : other.last + 1 + _SIDE_REACH]
        joined = _TALLY_WORDS.issuperset(between) and not _TALLY_LINKS.isdisjoint(between)
        joined = joined and words[one.first - 1] not in ("from", "between")
        if not joined or not one.kind == other.kind == "number":
            continue
        turned = "against" in between and not _FAVOUR_WORDS.isdisjoint(after[:2]) and "to" not in between
        yes, no = (other.value, one.value) if turned else (one.value, other.value)
        places = range(one.first, other.last + 1 + (after[:1] == ["against"]))
        written = reading.as_written(one.first, other.last + 1).replace(" - ", "-")
        return _Tally(yes, no, places, written)
    return None


def _may_have_failed(reading: Reading, tally: _Tally) -> bool:
    """Whether the "yes" side lost, or may have."""
    return bool(reading.negators) or any(
        stem(word) in _FAILING_VERBS for at, word in enumerate(reading.words) if at not in tally.places
    )


_NOT_ACTIONS = STOP_WORDS | COMPARATIVES
_NUMBER_REACH = 5
"""Words between two actions and their number at most: "63 people were *killed or wounded*"."""


@symmetric_guard("differs")
def joint_or_single_count(one: Reading, other: Reading) -> Excerpts | None:
    """A number counts two actions together in one and only one of them in the other: "killed or hurt 63", "killed 17 and hurt 63"."""
    if "or" not in one.vocabulary or "or" in other.vocabulary:
        return None
    for at, number in _find_joint_counts(one):
        single_counts = _find_single_counts(other, one.words[at - 1], one.words[at + 1])
        values = {q.value for q in single_counts}
        if number.value in values and (len(single_counts) == 1 or len(values) > 1):
            both = f"{number.written} {one.as_written(at - 1, at + 2)}"
            return both, " and ".join(q.written for q in single_counts)
    return None


def _find_joint_counts(reading: Reading) -> Iterator[tuple[int, Quantity]]:
    """Yield the place of each "or" between two actions, with the number that counts both."""
    words = reading.words
    for at in range(1, len(words) - 1):
        if words[at] != "or" or not _NOT_ACTIONS.isdisjoint((words[at - 1], words[at + 1])):
            continue
        if words[at - 1][:1].isdecimal():  # "65 or over"
            continue
        numbers = (q for q in reading.amounts if q.kind == "number" and q.value > 1)  # not "one count"
        near = [q for q in numbers if _is_close(reading, q, at)]
        if near:
            yield at, min(near, key=lambda q: abs(q.first - at))


def _is_close(reading: Reading, number: Quantity, at: int) -> bool:
    """Whether a number is close to a place, without a comma between them."""
    first, last = sorted((number.first, at))
    return last - first <= _NUMBER_REACH and not reading.has_boundary_in(range(first + 1, last + 1))


def _find_single_counts(reading: Reading, *actions: str) -> list[Quantity]:
    """The number of each of two actions, or of the only one that a statement mentions."""
    meant = [meanings(stem(action)) | {stem(action)} for action in actions]
    places = [
        at
        for term, at in reading.placed_terms
        if any(term in meanings_of or not meanings_of.isdisjoint(meanings(term)) for meanings_of in meant)
    ]
    numbers = [q for q in reading.amounts if q.kind == "number"]
    if len(places) == 1:
        return [q for q in numbers if _is_close(reading, q, places[0])][:1]
    if len(places) != 2 or len(numbers) != 2:
        return []
    return numbers if all(any(_is_close(reading, q, at) for at in places) for q in numbers) else []

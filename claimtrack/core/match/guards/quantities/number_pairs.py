"""Guards on two numbers that are told together: a part and the rest, what was lost or is left, the two sides of a vote, the killed and the hurt."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.guards.quantities.units import MAX_NUMBERS, has_agreeing_number, quote_number
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.numbers.sums import (
    add_up_to_whole,
    are_complementary,
    are_equivalent_counts,
)
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import clause_end
from claimtrack.core.match.words.lexicon import BE, COMPARATIVES, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


def complementary_shares_differ(a: Reading, b: Reading) -> str | None:
    """Both give a share, and one is what the other leaves: 60 and 40 percent, which may be told of the rest."""
    rest = _rest(a, b)
    if rest is None or _told_otherwise(a, b):
        return None
    return f"differs: {quote_number(a, rest[0])} / {quote_number(b, rest[1])}"


def are_complementary_shares(a: Reading, b: Reading) -> bool:
    """Whether one says of the rest the contrary of what the other says of a share: a fifth is recycled, 80 percent are not."""
    return bool(a.amounts and b.amounts) and _told_otherwise(a, b) and _rest(a, b) is not None


def _told_otherwise(a: Reading, b: Reading) -> bool:
    """Whether one denies, or says the opposite of, what the other says: has lost, has kept."""
    if (len(a.negators) - len(b.negators)) % 2:
        return True
    return any(
        a.poles_on(axis).isdisjoint(b.poles_on(axis))
        and (axis not in SIZE_AXES or (axis in _OF_WHOM and _is_said(a, axis) and _is_said(b, axis)))
        for axis in a.poles.keys() & b.poles.keys()
    )


def _is_said(reading: Reading, axis: str) -> bool:
    """Whether a word of an axis is what is said of a share, and not what it is of: "four in ten are women"."""
    return any(
        at and reading.words[at - 1] in ("are", "were", "is", "was") for _, _, at in reading.poles[axis]
    )


_FEW = 8
"""Numbers of a text among which two are looked for that make a third."""
SIZE_AXES = frozenset(
    "comparative bound superlative share all number direction sex compass age sector side setting".split()
)
"""Axes that tell how much or of whom, and not what is said of it ..."""
_OF_WHOM = frozenset("sex age sector side setting".split())
"""... but for these, where they stand behind "are"."""


@lru_cache(maxsize=64)
def _rest(a: Reading, b: Reading) -> tuple[Quantity, Quantity] | None:
    """A number of each side that make a whole together, where neither is told on the other, nor each by what something changed."""
    ours, theirs = a.amounts[:_FEW], b.amounts[:_FEW]
    if not ours or not theirs:
        return None
    both = (*ours, *theirs)
    return next(
        (
            (x, y)
            for x, y in product(ours, theirs)
            if (
                add_up_to_whole(x, y)
                or are_complementary(x, y, [one for one in both if one is not x and one is not y])
            )
            and not are_equivalent_counts(a, x, b, y)
            and not has_agreeing_number(x, b)
            and not has_agreeing_number(y, a)
            and not (a.words[x.first - 1] == b.words[y.first - 1] == "by")
        ),
        None,
    )


_LOSING = words_of("lost lose loses losing shed sheds shedding")
_SHRINKING = words_of(
    "shrunk shrank shrink shrinks shrinking fallen fell fall falls dropped drop declined decline cut reduced melted dwindled down"
)
_GONE = words_of("gone lost destroyed vanished disappeared melted missing")
_REMAINING = words_of("remain remains remained remaining survive survives survived still")
_WAS = words_of("was were did had")
_ONCE = words_of("it they he she")
_HAVING = BE | words_of("has have had")
_NEAR, _FAR = 3, 8
"""Words before a share in which it is told that so much was lost, and what it has shrunk by or to."""
_ABOUT_HALF = (45, 55)
"""Of such a share as much is lost as is left."""
_LOST, _LEFT = "lost", "left"


def lost_or_left(a: Reading, b: Reading) -> str | None:
    """The share that is lost in the one is left in the other: "has lost 40 percent of its ice", "40 percent of the ice is left"."""
    if a.negators or b.negators or not a.amounts or not b.amounts:
        return None
    ours, theirs = ([q for q in r.amounts[:MAX_NUMBERS] if q.kind == "%"] for r in (a, b))
    if not ours or not theirs:
        return None
    quote_number, told_b = (
        [(q, came) for q in side if (came := _became_of(r, q))] for r, side in ((a, ours), (b, theirs))
    )
    for (x, came), (y, came_b) in product(quote_number, told_b):
        if came != came_b and can_be_equal(x, y) and not _ABOUT_HALF[0] <= x.value <= _ABOUT_HALF[1]:
            return f"differs: {x.written} {came} / {y.written} {came_b}"
    return None


def _became_of(reading: Reading, share: Quantity) -> str | None:
    """Whether a share is told to be lost or left, if it is."""
    words, before = reading.words, reading.words[max(0, share.first - _NEAR) : share.first]
    if not _LOSING.isdisjoint(before):
        return _LOST
    if not _SHRINKING.isdisjoint(words[max(0, share.first - _FAR) : share.first]):
        if "by" in before:
            return _LOST
        if "to" in before:
            return _LEFT
    behind = range(share.last + 1, clause_end(reading, share.last))
    if "than" in words[behind.start : behind.stop]:
        return None  # "70 percent lower than it was"
    for at in behind:
        if words[at] in _GONE and words[at - 1] in _HAVING:
            return _LOST
        is_left = words[at] in _REMAINING or (words[at] == "left" and words[at - 1] in BE)
        if is_left or (words[behind.start] == "of" and words[at] in _WAS and words[at - 1] in _ONCE):
            return _LEFT
    return None


def change_reversed(a: Reading, b: Reading) -> str | None:
    """From one number to another in the one, and back in the other: "from 90 to 180", "90, half the 180 of 2019"."""
    for (start, end), (start_b, end_b) in product(_changes(a), _changes(b)):
        back = _is_one(start, end_b) and _is_one(end, start_b)
        alike = all(r.words[q.first - 1] == "from" for r, q in ((a, start), (b, start_b)))
        if back and not alike and not _is_one(start, end):
            quote_number = (
                f"from {start.written} to {end.written}",
                f"from {start_b.written} to {end_b.written}",
            )
            return f"differs: {quote_number[0]} / {quote_number[1]}"
    return None


def _is_one(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers are one; of "from 90 to 180 days" the first has no unit of its own."""
    return x.value == y.value and (x.kind == y.kind or "number" in (x.kind, y.kind))


_EARLIER = words_of("from half twice double")
"""Between two numbers these tell that the second was so before: "90, down *from* 180", "90, *half* the 180"."""


def _changes(reading: Reading) -> Iterator[tuple[Quantity, Quantity]]:
    """From which number to which something has changed."""
    words = reading.words
    numbers = [number for number in reading.amounts if words[number.first] not in _EARLIER]
    for one, other in pairwise(numbers[:MAX_NUMBERS]):
        between = words[one.last + 1 : other.first]
        if words[one.first - 1] == "from" and between[-1:] == ["to"]:
            yield one, other
        elif words[one.first - 1] != "from" and not _EARLIER.isdisjoint(between[-3:]):
            yield other, one


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


def vote_reversed(a: Reading, b: Reading) -> str | None:
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
        written = reading.as_written(one.first, other.last + 1).replace(" - ", "-")
        return _Tally(yes, no, places, written)
    return None


def _may_have_failed(reading: Reading, tally: _Tally) -> bool:
    """Whether it is told, or may be, that those who were for it lost."""
    return bool(reading.negators) or any(
        stem(word) in _FAILING for at, word in enumerate(reading.words) if at not in tally.places
    )


_NO_DEEDS = STOP_WORDS | COMPARATIVES
_REACH = 5
"""Words between two deeds and their number at most: "63 people were *killed or wounded*"."""


@symmetric_guard("differs")
def joint_or_single_count(one: Reading, other: Reading) -> Excerpts | None:
    """A number is of two deeds together in the one, and of one of them in the other: "killed or hurt 63", "killed 17 and hurt 63"."""
    if "or" not in one.vocabulary or "or" in other.vocabulary:
        return None
    for at, number in _of_both(one):
        each = _of_each(other, one.words[at - 1], one.words[at + 1])
        if any(q.value == number.value for q in each) and (
            len(each) == 1 or len({q.value for q in each}) > 1
        ):
            both = f"{number.written} {one.as_written(at - 1, at + 2)}"
            return both, " and ".join(q.written for q in each)
    return None


def _of_both(reading: Reading) -> Iterator[tuple[int, Quantity]]:
    """The place of each "or" that joins two deeds, with the number that is told of both."""
    words = reading.words
    for at in range(1, len(words) - 1):
        if words[at] != "or" or not _NO_DEEDS.isdisjoint((words[at - 1], words[at + 1])):
            continue
        numbers = (q for q in reading.amounts if q.kind == "number" and q.value > 1)  # "one count"
        near = [q for q in numbers if _is_close(reading, q, at)]
        if near:
            yield at, min(near, key=lambda q: abs(q.first - at))


def _is_close(reading: Reading, number: Quantity, at: int) -> bool:
    """Whether a number stands few words from a place, and no comma between."""
    first, last = sorted((number.first, at))
    return last - first <= _REACH and not reading.has_boundary_in(range(first + 1, last + 1))


def _of_each(reading: Reading, *deeds: str) -> list[Quantity]:
    """The number of each of two deeds where a statement tells two, or that of the one of them which it tells alone."""
    meant = [meanings(stem(deed)) | {stem(deed)} for deed in deeds]
    places = [
        at
        for term, at in reading.placed_terms
        if any(term in of or not of.isdisjoint(meanings(term)) for of in meant)
    ]
    numbers = [q for q in reading.amounts if q.kind == "number"]
    if len(places) == 1:
        return [q for q in numbers if _is_close(reading, q, places[0])][:1]
    if len(places) != 2 or len(numbers) != 2:
        return []
    return numbers if all(any(_is_close(reading, q, at) for at in places) for q in numbers) else []

"""Guards on two numbers that are told together: the two sides of a vote, 52 to 48 and 48 to 52; the killed and the hurt, and both."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import either_way
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.words.lexicon import MORE, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, stems_of, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.numbers.quantities import Quantity
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


_NO_DEEDS = STOP_WORDS | MORE
_REACH = 5
"""Words between two deeds and their number at most: "63 people were *killed or wounded*"."""


@either_way("differs")
def of_both_or_of_one(one: Reading, other: Reading) -> Told | None:
    """A number is of two deeds together in the one, and of one of them in the other: "killed or hurt 63", "killed 17 and hurt 63"."""
    if "or" not in one.vocabulary or "or" in other.vocabulary:
        return None
    for at, number in _of_both(one):
        each = _of_each(other, one.words[at - 1], one.words[at + 1])
        if any(q.value == number.value for q in each) and (
            len(each) == 1 or len({q.value for q in each}) > 1
        ):
            both = f"{number.written} {wording(one.tokens[at - 1 : at + 2])}"
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
    return last - first <= _REACH and not any(map(reading.parted, range(first + 1, last + 1)))


def _of_each(reading: Reading, *deeds: str) -> list[Quantity]:
    """The number of each of two deeds where a statement tells two, or that of the one of them which it tells alone."""
    meant = [meanings(stem(deed)) | {stem(deed)} for deed in deeds]
    places = [
        at
        for term, at in reading.placed
        if any(term in of or not of.isdisjoint(meanings(term)) for of in meant)
    ]
    numbers = [q for q in reading.amounts if q.kind == "number"]
    if len(places) == 1:
        return [q for q in numbers if _is_close(reading, q, places[0])][:1]
    if len(places) != 2 or len(numbers) != 2:
        return []
    return numbers if all(any(_is_close(reading, q, at) for at in places) for q in numbers) else []

"""A guard on a number that is told of two deeds together in one statement, and of one of the two in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.words.lexicon import MORE, STOP_WORDS
from claimtrack.core.match.words.terms import side_by_side, stem, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

_NO_DEEDS = STOP_WORDS | MORE
_REACH = 5
"""Words between two deeds and their number at most: "63 people were *killed or wounded*"."""


def of_both_or_of_one(a: Reading, b: Reading) -> str | None:
    """A number is of two deeds together in the one, and of one of them in the other: "killed or hurt 63", "killed 17 and hurt 63"."""
    for one, other in ((a, b), (b, a)):
        if "or" not in one.vocabulary or "or" in other.vocabulary:
            continue
        for at, number in _of_both(one):
            each = _of_each(other, one.words[at - 1], one.words[at + 1])
            if any(q.value == number.value for q in each) and (
                len(each) == 1 or len({q.value for q in each}) > 1
            ):
                told = [f"{number.written} {wording(one.tokens[at - 1 : at + 2])}"]
                told.append(" and ".join(q.written for q in each))
                return f"differs: {side_by_side(told, turned=one is not a)}"
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

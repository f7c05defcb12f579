"""How many are told in a word that names no number, "some", "several", "a pair of": whether it may be as many as the other statement tells."""

from __future__ import annotations

from itertools import product
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.words.lexicon import MAGNITUDES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.reading.reading import Reading

_SO_MANY = {
    "some": (2, inf), "several": (3, 20), "few": (2, 10), "many": (10, inf), "couple": (2, 3), "pair": (2, 2), "handful": (3, 10),
    "dozens": (24, 200), "hundreds": (200, 2_000), "thousands": (2_000, 20_000),
}  # fmt: skip
"""How many a word may mean at least and at most."""
_WITH_OF = frozenset(("couple", "pair", "handful", "dozens", "hundreds", "thousands"))


class _SoMany(NamedTuple):
    """How many at least and at most, the places that tell it, the word behind these, and whether it is a number."""

    least: float
    most: float
    places: range
    thing: str
    is_number: bool


def may_be_so_many(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is left over only tells how many of the same there are, at least once in a word for no certain number that may be the other."""
    if (_SO_MANY.keys().isdisjoint(a.vocabulary) and _SO_MANY.keys().isdisjoint(b.vocabulary)) or (
        a.negators or b.negators
    ):
        return False
    return any(
        x.thing == y.thing
        and {*ours} <= {*x.places}
        and {*theirs} <= {*y.places}
        and x.least <= y.most
        and y.least <= x.most
        for x, y in product(_told(a), _told(b))
        if not (x.is_number and y.is_number)
    )


def _told(reading: Reading) -> Iterator[_SoMany]:
    words, last = reading.words, len(reading.words) - 1
    for at, word in enumerate(words):
        behind = at + 1 + (word in _WITH_OF)
        if word not in _SO_MANY or behind > last or (word == "few" and words[at - 1] != "a"):
            continue
        if words[behind] in MAGNITUDES or (at > 1 and words[at - 2] in MAGNITUDES):
            continue  # "hundreds of thousands"
        if (word in _WITH_OF) == (words[at + 1] == "of"):
            yield _SoMany(*_SO_MANY[word], range(at, at + 1), words[behind], is_number=False)
    for q in reading.quantities:
        if q.kind == "number" and q.bound == 0 and q.last < last and words[q.first] not in _SO_MANY:
            places = range(q.first, q.last + 1)
            yield _SoMany(q.value, q.value, places, words[q.last + 1], is_number=True)

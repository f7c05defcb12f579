"""How check-worthy is a sentence? The sum of its features' points, squashed to 0..1.

The score ranks sentences; it is not a probability, and a threshold that fits debates does not fit news.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from operator import getitem, itemgetter
from typing import TYPE_CHECKING

from claimtrack.core.extract.checkworthy.features import FEATURES
from claimtrack.core.extract.checkworthy.sentence import Sentence
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.features.registry import Test

    _Worth = tuple[Test | None, int, tuple[int, str] | None]
    """What a feature asks, its points and its reason, if it has one, behind the place of its weight."""
    _Weighed = tuple[int, int, list[tuple[int, str]]]
    """What speaks for and against a sentence of so many words: the sum of the points, how many words, and the reasons with their rank."""

DEFAULT_THRESHOLD = 0.5
"""A row with at least this score is marked check-worthy."""

OFFSET = 9
"""The sum of points at which a row is as likely to be worth checking as not."""
_MOST_FROM_NEIGHBOURS = 4
"""The most points, positive or negative, that a claim's neighbours may contribute."""
_NEIGHBOUR_REASONS = {
    worth: (-abs(worth), f"near claims {'' if worth > 0 else 'not '}worth checking: {worth:+d}")
    for worth in range(-_MOST_FROM_NEIGHBOURS, _MOST_FROM_NEIGHBOURS + 1)
}
_MOST_STEPS = 2.5
"""The most steps that one claim may contribute to its neighbours, so that it alone does not outweigh the others."""
_SHIPPED: frozenset[tuple[str, int]] = frozenset()
_RANK, _REASON = itemgetter(0), itemgetter(1)


def score(sentence: Sentence | str, points: Mapping[str, int] | None = None) -> tuple[float, tuple[str, ...]]:
    """Return a sentence's own score 0..1 and its reasons, the weightiest first; `points` overrides those of the features it names.

    A plain string is scored as spoken words; `Sentence(text, kind)` says how an article attributes them.
    """
    return _finish(*_weigh(Sentence(sentence) if isinstance(sentence, str) else sentence, points))


def score_together(
    sentences: Iterable[Sentence], points: Mapping[str, int] | None = None
) -> list[tuple[float, tuple[str, ...]]]:
    """Return the scores and reasons of an article's claims in order: each one's own, adjusted slightly by its neighbours.

    In news, check-worthy sentences occur together, and so do feelings and hopes.
    """
    found = [_weigh(one, points) for one in sentences]
    edge = [0.0, 0.0]
    steps = [*edge, *[_steps(total, length) for total, length, _ in found], *edge]
    return [_finish(*_add_neighbours(one, *steps[at : at + 5])) for at, one in enumerate(found)]


def _add_neighbours(
    one: _Weighed, two_before: float, before: float, _its: float, after: float, two_after: float
) -> _Weighed:
    """Add the points from the two claims before and the two after, the nearer ones counting double."""
    worth = max(
        -_MOST_FROM_NEIGHBOURS,
        min(_MOST_FROM_NEIGHBOURS, round(before + after + (two_before + two_after) / 2)),
    )
    if not worth:
        return one
    total, length, reasons = one
    return total + worth, length, [*reasons, _NEIGHBOUR_REASONS[worth]]


def _finish(total: int, length: int, reasons: list[tuple[int, str]]) -> tuple[float, tuple[str, ...]]:
    """Return the score and its reasons, the weightiest first."""
    return _squash(total, length), tuple(map(_REASON, sorted(reasons, key=_RANK)))


def _weigh(sentence: Sentence, points: Mapping[str, int] | None) -> _Weighed:
    """Sum the points of the features that a sentence has, and collect their reasons."""
    total = 0
    reasons: list[tuple[int, str]] = []
    given = _SHIPPED if points is None else frozenset(points.items())
    bits, shown = _find_worth(given, sentence.kind, is_bare=sentence.is_bare)
    needed = (sentence.mask & bits).to_bytes(len(shown), "little")
    for asks, worth, reason in chain.from_iterable(map(getitem, shown, needed)):
        if asks is None or asks(sentence):
            total += worth
            if reason:
                reasons.append(reason)
    return total, len(sentence.words), reasons


class _FeatureByte(dict[int, "list[_Worth]"]):
    """Maps one byte, the bits of up to eight features, to those that have points; filled on demand."""

    def __init__(self, worth: list[_Worth]) -> None:
        self._worth = worth

    def __missing__(self, bits: int) -> list[_Worth]:
        found = self[bits] = [one for at, one in enumerate(self._worth) if bits >> at & 1]
        return found


def scale(length: int) -> float:
    """Return how many points make one step for a sentence of so many words.

    The longer a sentence, the more features it has by chance, and the less each of them says about it.
    """
    return max(8.0, 6.0 + length / 4)


@lru_cache(maxsize=4096)
def _steps(total: int, length: int) -> float:
    """Return how many steps a sentence is above the line of check-worthiness (negative: below), limited to what counts for neighbours."""
    return max(-_MOST_STEPS, min(_MOST_STEPS, (total - OFFSET) / scale(length)))


@lru_cache(maxsize=4096)
def _squash(total: int, length: int) -> float:
    """Return the score for a sum of points in a sentence of so many words."""
    return round(1 / (1 + math.exp((OFFSET - total) / scale(length))), 4)


@lru_cache(maxsize=32)
def _find_worth(
    points: frozenset[tuple[str, int]], kind: Kind, *, is_bare: bool
) -> tuple[int, list[_FeatureByte]]:
    """Return the bits of the features that count for such sentences, and the features by their bits, in groups of eight.

    Features with 0 points do not count.
    """
    given = dict(points)
    worth = [(one, given.get(one.name, one.points)) for one in FEATURES.values()]
    bits = sum(one.needs for one, its in worth if its and kind in one.kinds and not (is_bare and one.quoted))
    shown: list[_Worth] = [
        (one.asks, its, (-abs(its), f"{one.reason}: {its:+d}") if one.reason else None) for one, its in worth
    ]
    return bits, [_FeatureByte(shown[at : at + 8]) for at in range(0, len(shown), 8)]

"""Who says it, told by what they are: the WHO and a ministry, the mayor and the mayor's wife."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from claimtrack.core.match.reading.reading import Reading

_STATE = words_of("ministry minister government president premier parliament police army hospital")
_THEMSELVES = words_of("he she him her his hers himself herself")
_CLOSE = frozenset(
    map(
        stem,
        words_of(
            "wife husband son daughter father mother brother sister widow lawyer ex former late opponent rival"
        ),
    )
)
"""Who is somebody's, or was it before, is somebody else."""


def world_and_state(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether a body of many states says the one, and a part of one state the other: the WHO, the health ministry."""
    return (_is_of_the_world(a, ours) and _is_of_a_state(b, theirs)) or (
        _is_of_the_world(b, theirs) and _is_of_a_state(a, ours)
    )


def _is_of_the_world(reading: Reading, places: range) -> bool:
    return any(at in places for _, _, at in reading.kinds.get("world body", ()))


def _is_of_a_state(reading: Reading, places: range) -> bool:
    return not _STATE.isdisjoint(reading.words[places.start : places.stop])


def speak_of_themselves(a: Reading, b: Reading) -> bool:
    """Whether both have a "she" or "his", which may be whoever says it."""
    return not _THEMSELVES.isdisjoint(a.vocabulary & b.vocabulary)


def close_to_each_other(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether of two who say it, in their terms, the one is told by the other: the mayor's wife, the mayor."""
    return one != other and (one < other or other < one) and one ^ other <= _CLOSE

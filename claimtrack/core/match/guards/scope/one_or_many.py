"""A guard on what is told of only one in one statement, and of many of the kind in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import side_by_side, stem, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_MANY = words_of("many several multiple numerous various countless dozens scores hundreds thousands")
_OFTEN = words_of("repeatedly frequently often")
_ONE = (["only", "one"], ["just", "one"], ["a", "single"])
_ONCE = (["only", "once"], ["just", "once"])
_TIMES = stem("times")
_NEAR = 2
"""Words behind such a one in which it is told of what: "only one *British bank*"."""


def one_or_many(a: Reading, b: Reading) -> str | None:
    """One tells of only one what the other tells of many: "in only one country", "in several countries"; "only once", "repeatedly"."""
    if a.negators or b.negators:
        return None
    ours, theirs = dict(_many(a)), dict(_many(b))
    if bool(ours) == bool(theirs):
        return None
    one, other, many = (b, a, ours) if ours else (a, b, theirs)
    if any(_ones(other)):
        return None
    for at, things in _ones(one):
        if thing := next((thing for thing in things if thing in many), None):
            told = wording(one.tokens[at : at + 2]), many[thing]
            return f"differs: {side_by_side(told, turned=one is not a)}"
    return None


def _many(reading: Reading) -> Iterator[tuple[str, str]]:
    """The stems of what there are many of, each with the word that tells so."""
    for at, word in enumerate(reading.words):
        if word in _OFTEN:
            yield _TIMES, word
        elif word in _MANY:
            yield from ((thing, word) for thing in _behind(reading, at + 1))


def _ones(reading: Reading) -> Iterator[tuple[int, list[str]]]:
    """Where it is told that there is only one, and what that may be; "only one of the many" is told of both."""
    for at in range(len(reading.words) - 1):
        two = reading.words[at : at + 2]
        if two in _ONCE:
            yield at, [_TIMES]
        elif two in _ONE:
            yield at, _behind(reading, at + 2)


def _behind(reading: Reading, at: int) -> list[str]:
    """The stems of the words of weight at a place, of which one is the thing."""
    at += reading.words[at : at + 1] == ["of"]
    return [stem(word) for word in reading.words[at : at + _NEAR]]

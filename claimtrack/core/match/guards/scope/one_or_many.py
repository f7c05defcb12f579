"""A guard on what is told of only one in one statement, and of many of the kind in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import side_by_side, stem, wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    for one, other in ((a, b), (b, a)):
        many = dict(_many(other))
        if many and (told := _told_of_one(one, many)):
            return f"differs: {side_by_side(told, turned=one is not a)}"
    return None


def _many(reading: Reading) -> Iterator[tuple[str, str]]:
    """The stems of what there are many of, each with the word that tells so."""
    for at, word in enumerate(reading.words):
        if word in _OFTEN:
            yield _TIMES, word
        elif word in _MANY:
            yield from ((thing, word) for thing in _behind(reading, at + 1))


def _told_of_one(one: Reading, many: Mapping[str, str]) -> tuple[str, str] | None:
    """How it is told that there is only one of what there are many of, and these; "only one of several" is told of both."""
    if not _MANY.isdisjoint(one.vocabulary) or not _OFTEN.isdisjoint(one.vocabulary):
        return None
    for at in range(len(one.words) - 1):
        two = one.words[at : at + 2]
        things = [_TIMES] if two in _ONCE else _behind(one, at + 2) if two in _ONE else []
        if thing := next((thing for thing in things if thing in many), None):
            return wording(one.tokens[at : at + 2]), many[thing]
    return None


def _behind(reading: Reading, at: int) -> list[str]:
    """The stems of the words of weight at a place, of which one is the thing."""
    at += reading.words[at : at + 1] == ["of"]
    return [stem(word) for word in reading.words[at : at + _NEAR]]

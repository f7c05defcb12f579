"""What became of what: "the church became a mosque", "turned the church into a mosque", "the mosque was made a church"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.phrases import (
    Sides,
    clause_end,
    clause_start,
    phrase_after,
    terms_between,
)
from claimtrack.core.match.words.lexicon import ARTICLES, PASSIVE, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_BECOME = words_of("become becomes became becoming")
_TURNED = words_of(
    "turned turn turns turning converted convert converts converting transformed transform transforms transforming"
    " changed change changes changing made rebuilt remade"
)
_VERBS = _BECOME | _TURNED
_INTO = words_of("into to")


def became(reading: Reading) -> Iterator[Sides]:
    """What something was, and what it became."""
    if _VERBS.isdisjoint(reading.vocabulary):
        return
    for at in range(1, len(reading.words) - 1):
        if reading.words[at] in _BECOME:
            yield Sides(_before(reading, at), phrase_after(reading, at))
        elif reading.words[at] in _TURNED:
            yield from _turned(reading, at)


def _turned(reading: Reading, at: int) -> Iterator[Sides]:
    """The same of what "was turned into" it, "turned into" it or which somebody turned into it."""
    words = reading.words
    passive = words[at - 1] in PASSIVE
    if words[at] == "made" and passive and words[at + 1] in ARTICLES:
        yield Sides(_before(reading, at), phrase_after(reading, at))
        return
    into = next((i for i in range(at + 1, clause_end(reading, at)) if words[i] in _INTO), None)
    if into is not None:
        thing = frozenset() if passive else terms_between(reading, at + 1, into)
        yield Sides(thing or _before(reading, at), phrase_after(reading, into))


def _before(reading: Reading, at: int) -> frozenset[str]:
    """What stands before a verb in its clause, of whatever place it is told to be."""
    return frozenset(term for term in terms_between(reading, clause_start(reading, at), at) if term[0] != "#")

"""Whether two statements name one thing, the one of them less exactly: "a man was held", "a person was held"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.general import covers
from claimtrack.core.match.words.lexicon import (
    ARTICLES,
    EVERYBODY,
    NOBODY,
    ORDINALS,
    POSSESSIVES,
    STOP_WORDS,
    TOPS,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

_OF_ALL = (
    EVERYBODY
    | NOBODY
    | TOPS
    | ORDINALS.keys()
    | words_of("any only than if unless majority half many few fewer more less never")
)
"""Where these stand it is told of all, of none or of so many of them, and in that another word names others."""
_SOME = (
    ARTICLES
    | POSSESSIVES
    | words_of("one another this that these those our my your some several somebody someone")
)
_GROUPS = words_of("group pair couple crowd team number dozens handful")
_PLAIN = words_of("musical young little small")
"""Before a general noun these name no certain kind: "a musical instrument", "a little kid"."""
_MANY = 100
"""From here on as many are counted of all there are: "3 million women", "3 million people"."""
_PHRASE = 4


def less_exactly(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is told in two places, at whose ends the nouns stand, is one thing more and less exactly.

    Where one side has nothing that the other lacks, the noun may be any that the other lacks: "person" hardly weighs.
    """
    if not ours and theirs:
        return less_exactly(b, theirs, a, ours)
    if not ours:
        return False
    places = theirs[-1:] or [at for at, word in enumerate(b.words) if word not in a.vocabulary]
    return any(names_less_exactly(a, ours[-1], b, there) for there in places)


def names_less_exactly(a: Reading, at: int, b: Reading, there: int) -> bool:
    """Whether of two nouns one covers the other, and both are told of some: "a dog", "an animal"; but "no dog", "most dogs", "dogs"."""
    if covers(b.words[there], a.words[at]):
        a, at, b, there = b, there, a, at
    elif not covers(a.words[at], b.words[there]):
        return False
    if not _of_some(a, at, b.vocabulary | _PLAIN) or not _of_some(b, there):
        return False
    return all(
        _OF_ALL.isdisjoint(r.vocabulary) and not r.negators and all(q.kind != "%" for q in r.quantities)
        for r in (a, b)
    )


def _of_some(reading: Reading, at: int, known: frozenset[str] | None = None) -> bool:
    """Whether a noun is told of one or some, and with none but `known` words before it where these are given: a "dining room" is no "room".

    Without these it may be a substance or a deed: "murder", "a crime".
    """
    words, start = reading.words, at
    if words[at] in _SOME:
        return True
    while start and at - start < _PHRASE and not reading.parted(start) and words[start - 1] not in STOP_WORDS:
        if any(q.last == start - 1 for q in reading.quantities):
            break
        start -= 1
    before = words[start - 1] if start else ""
    if any(
        words[i].endswith("est") or (known is not None and words[i] not in known) for i in range(start, at)
    ):
        return False
    if counted := next((q for q in reading.quantities if q.last == start - 1), None):
        return counted.value < _MANY
    if before == "of" and words[at].endswith("s"):
        return start > 1 and words[start - 2] in _GROUPS
    is_owned = any(word.endswith("'s") for word in words[start:at])
    return before in _SOME or is_owned or (known is None and not words[at].endswith("s"))

"""Where does a name occur in a text? A long text is indexed: scanning it for each of its names would take quadratic time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from claimtrack.core.expressions import expression

_LONG_TEXT = 50_000  # characters; shorter texts are scanned just as fast without an index
_WORD = expression(r"[^\W_]+")


def find_occurrences(text: str, name: str, end: int | None = None) -> Iterator[int]:
    """Yield the offsets of a name in a text, before `end`, where it is not part of a longer word."""
    for at in _scan(text, name, end) if len(text) < _LONG_TEXT else _look_up(text, name, end):
        close = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[close : close + 1].isalnum()):
            yield at


def find_first_occurrence(text: str, name: str) -> int:
    """Return the offset of a name's first occurrence; -1 if there is none."""
    return next(find_occurrences(text, name), -1)


def occurs_without_follower(text: str, word: str, following: str) -> bool:
    """Whether a word occurs between blanks without `following` after it."""
    return any(
        text[at - 1 : at] == " " == text[at + len(word) : at + len(word) + 1]
        and not text.startswith(f"{following} ", at + len(word) + 1)
        for at in find_occurrences(text, word)
    )


def _scan(text: str, name: str, end: int | None) -> Iterator[int]:
    """Yield all occurrences of a name by scanning the text."""
    at = text.find(name, 0, end)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name), end)


def _look_up(text: str, name: str, end: int | None) -> Iterator[int]:
    """Look the name up by the rarest of its capitalised words; without one, scan the text."""
    index = _index(text)
    words = [(index.get(word[0], ()), word.start()) for word in _WORD.finditer(name) if word[0][0].isupper()]
    if not words:
        yield from _scan(text, name, end)
        return
    places, before = min(words, key=lambda word: len(word[0]))
    for place in places:
        if end is not None and place - before + len(name) > end:
            return
        if place >= before and text.startswith(name, place - before):
            yield place - before


@lru_cache(maxsize=2)
def _index(text: str) -> Mapping[str, Sequence[int]]:
    """Return the offsets of each capitalised word, cached for the next name."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for word in _WORD.finditer(text):
        if word[0][0].isupper():
            places[word[0]].append(word.start())
    return places

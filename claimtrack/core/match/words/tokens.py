"""The words, numbers and signs of a text as they are written, each with its offsets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple, overload

from claimtrack.core.language.titles import ABBREVIATED_TITLES
from claimtrack.core.match.words.terms import token_pattern


class Token(NamedTuple):
    """A piece of text as written, with its offsets in the unified text."""

    text: str
    start: int
    end: int


_token = partial(tuple.__new__, Token)
"""Makes a token in half the time of its constructor."""


class Tokens(Sequence[Token]):
    """The tokens of a text in order, each created when accessed.

    Thousands of texts are kept. Python's garbage collector visits each kept token again and again, but no tuple of strings or
    numbers: dozens of tokens per text were a third of what it found, and delayed the slowest look-ups.
    """

    __slots__ = ("_ends", "_starts", "texts")

    def __init__(self, text: str, written: Sequence[str]) -> None:
        """Locate the tokens `written` that TOKEN_PATTERN found in a cleaned text.

        Searching for each after the last takes a third of the time of matching again, with the same result: except for dashes and
        slashes, which are tokens only next to numbers, nothing between two tokens can be part of one.
        """
        starts, end = [], 0
        if ("-" in text or "/" in text) and any("-" in one or "/" in one for one in written):
            starts = [found.start() for found in token_pattern(text).finditer(text)]
        else:
            for one in written:
                starts.append(text.index(one, end))
                end = starts[-1] + len(one)
        self.texts, self._starts = tuple(written), tuple(starts)
        self._ends = tuple(start + len(one) for one, start in zip(written, starts, strict=True))

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...

    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        """Return one token, or a list of them for a slice."""
        if isinstance(at, slice):
            return list(map(_token, zip(self.texts[at], self._starts[at], self._ends[at], strict=True)))
        return _token((self.texts[at], self._starts[at], self._ends[at]))

    def __iter__(self) -> Iterator[Token]:
        return map(_token, zip(self.texts, self._starts, self._ends, strict=True))

    def written(self, first: int, end: int) -> str:
        """Return the tokens from `first` up to `end` as they are written, separated by spaces."""
        return " ".join(self.texts[first:end])

    def gap(self, at: int) -> int:
        """Return the number of characters between a token and the one before it."""
        return self._starts[at] - self._ends[at - 1]

    def gaps(self, text: str) -> tuple[str, ...]:
        """Return the text before each token; the stop of an initial, title or suffix of a name counts as none: "J. Doe", "Prof. Doe", "Doe Jr. told"."""
        found = [text[start:end] for start, end in zip((0, *self._ends), self._starts, strict=False)]
        for at, (before, token) in enumerate(pairwise(self.texts), 1):
            if found[at] == ". " and (
                before in _NAME_SUFFIXES
                if token[0].islower()
                else _is_abbreviated(before) and token[0].isupper()
            ):
                found[at] = " "
        return tuple(found)


def _is_abbreviated(word: str) -> bool:
    """Whether a word is an initial or a title that is written with a full stop."""
    return word.isupper() and word != "I" if len(word) == 1 else word in _TITLES


_NAME_SUFFIXES = frozenset("Jr Sr Esq Inc Ltd Co Corp Bros".split())
_TITLES = frozenset(map(str.title, ABBREVIATED_TITLES))

"""The words, numbers and signs of a text as they are written, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, overload

from claimtrack.core.language.titles import ABBREVIATED_TITLES
from claimtrack.core.match.words.terms import token_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator


class Token(NamedTuple):
    """A piece of text as written, with its place in the unified text."""

    text: str
    start: int
    end: int


_token = partial(tuple.__new__, Token)
"""A token of its three parts, in half the time of its constructor."""


class Tokens(Sequence[Token]):
    """The tokens of a text in order, each made when it is asked for.

    Thousands of texts are kept. Python's collector of cycles looks at each token that is kept, again and again, but at no tuple of
    strings or numbers: dozens of tokens of each text were a third of what it found, and the slowest look-ups waited for it.
    """

    __slots__ = ("_ends", "_starts", "texts")

    def __init__(self, text: str, written: Sequence[str]) -> None:
        """The tokens of a cleaned text, as TOKEN finds them `written` in it.

        To look for each behind the last takes a third of the time of finding them again, and tells the same: but for dashes and
        strokes, which are tokens only beside numbers, whatever lies between two tokens can be no part of one.
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
        """One of the tokens, or some."""
        if isinstance(at, slice):
            return list(map(_token, zip(self.texts[at], self._starts[at], self._ends[at], strict=True)))
        return _token((self.texts[at], self._starts[at], self._ends[at]))

    def __iter__(self) -> Iterator[Token]:
        return map(_token, zip(self.texts, self._starts, self._ends, strict=True))

    def written(self, first: int, end: int) -> str:
        """The tokens from a place up to another as they are written, parted by spaces."""
        return " ".join(self.texts[first:end])

    def gap(self, at: int) -> int:
        """The characters between a token and that before it."""
        return self._starts[at] - self._ends[at - 1]

    def gaps(self, text: str) -> tuple[str, ...]:
        """What stands in the text before each; the stop behind an initial or a title before a name is nothing, and that behind a name: "J. Doe", "Prof. Doe", "Doe Jr. told"."""
        found = [text[start:end] for start, end in zip((0, *self._ends), self._starts, strict=False)]
        for at, (before, token) in enumerate(pairwise(self.texts), 1):
            if found[at] == ". " and (
                before in _BEHIND_NAMES
                if token[0].islower()
                else _is_cut_short(before) and token[0].isupper()
            ):
                found[at] = " "
        return tuple(found)


def _is_cut_short(word: str) -> bool:
    return word.isupper() and word != "I" if len(word) == 1 else word in _TITLES


_BEHIND_NAMES = frozenset("Jr Sr Esq Inc Ltd Co Corp Bros".split())
_TITLES = frozenset(map(str.title, ABBREVIATED_TITLES))

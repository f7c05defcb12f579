"""A sentence as the features of check-worthiness see it: read once, asked many times."""

from __future__ import annotations

import re

from claimtrack.core.model import Kind

_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*|\d[\d,.]*")
_NAME = re.compile(r"(?<=[a-z,;'\"] )[A-Z][a-zA-Z]+")


class Sentence:
    """The words of one row, in lower case, with a set of them for quick questions."""

    __slots__ = ("bag", "kind", "lower", "text", "words")

    def __init__(self, text: str, kind: Kind = Kind.DIRECT) -> None:
        self.text = text
        self.kind = kind
        self.lower = text.lower()
        self.words = _WORD.findall(self.lower)
        self.bag = frozenset(self.words)

    def has(self, words: frozenset[str]) -> bool:
        """Whether any of these words occurs."""
        return not self.bag.isdisjoint(words)

    def count(self, words: frozenset[str]) -> int:
        """How many different ones of these words occur."""
        return len(self.bag & words)

    def names(self) -> int:
        """How many capitalised words stand inside the sentence."""
        return len(_NAME.findall(self.text))

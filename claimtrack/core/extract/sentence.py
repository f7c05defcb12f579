"""A sentence as the features of check-worthiness see it: read once, asked many times."""

from __future__ import annotations

import re

from claimtrack.core.extract import vocabulary
from claimtrack.core.model import Kind

_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*|\d[\d,.]*")
_NAME = re.compile(r"(?<=[a-z,;'\"] )[A-Z][a-zA-Z]+")
_DIGIT = re.compile(r"\d")


class Sentence:
    """The words of one row in lower case, and what several features ask about them.

    `content` counts the words that are not mere grammar, `letters` the characters of all words,
    `names` the capitalised words inside the sentence, `matters` the different words of public affairs;
    `is_past` tells that some verb looks back.
    """

    __slots__ = (
        "bag", "content", "has_digit", "has_past", "is_past", "kind", "letters", "lower", "matters", "names", "text", "words"
    )  # fmt: skip

    def __init__(self, text: str, kind: Kind = Kind.DIRECT) -> None:
        self.text = text
        self.kind = kind
        self.lower = text.lower()
        self.words: list[str] = _WORD.findall(self.lower)
        self.bag = frozenset(self.words)
        self.has_digit = _DIGIT.search(text) is not None
        self.content = sum(word not in vocabulary.FUNCTION_WORDS for word in self.words)
        self.letters = sum(map(len, self.words))
        self.matters = len(self.bag & vocabulary.MATTERS)
        self.has_past = any(word[-2:] == "ed" and word not in vocabulary.NOT_PAST for word in self.bag)
        self.is_past = self.has_past or self.has(vocabulary.PAST_BE) or self.has(vocabulary.PAST_IRREGULAR)
        self.names = len(_NAME.findall(text))

    def has(self, words: frozenset[str]) -> bool:
        """Whether any of these words occurs."""
        return not self.bag.isdisjoint(words)

    def count(self, words: frozenset[str]) -> int:
        """How many different ones of these words occur."""
        return len(self.bag & words)

    def begins(self, words: frozenset[str]) -> bool:
        """Whether one of these words comes first, after "and", "but" or "well"."""
        for word in self.words[:3]:
            if word not in vocabulary.LINKS:
                return word in words
        return False

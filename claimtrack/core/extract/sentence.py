"""A sentence as the features of check-worthiness see it: read once, asked many times."""

from __future__ import annotations

import re

from claimtrack.core.extract import issues, telling, vocabulary
from claimtrack.core.model import Kind

_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*|\d[\d,.]*")
_NAME = re.compile(r"(?<=[a-z,;'\"] )[A-Z][a-zA-Z]+")
_PLAN = re.compile(
    r"(?:\b(?:is|are|was|were|am)|'m|'re|'s) (?:\w+ )?(?:going|expected|set|due|planning|likely|scheduled"
    r"|slated|prepared|ready|poised) to\b"
    r"|(?<!had )(?<!dropped )(?<!scrapped )(?<!shelved )(?<!abandoned )\b(?:plans?|intends?|hopes?|aims?|expects?|vow(?:s|ed)|pledge[sd]?|promise[sd]?"
    r"|threaten(?:s|ed)) to\b"
    r"|\b(?:meets?|votes|opens|begins|starts|resumes|returns|continues|holds|concludes|expires) (?:\w+ ){0,4}"
    r"(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|later this|tomorrow)\b|\bnext \w+ is (?:on|in|at)\b"
    r"|\bdue (?:in|on|by|out|later|next)\b"
    r"|\bstands? to\b|\bexpects?\b|\bnext (?:week|month|year|spring|summer|autumn|winter)\b|\bexpected (?:in|on|by|next|later)\b"
)
_ORDINAL = re.compile(
    r"\bwill be \S+ (?:\S+ )?(?:first|second|third|fourth|fifth|last|largest|biggest|longest)\b"
)
"""Counting what is to come is a fact about what has been: "her third trip"."""
_CLASS_OF: dict[str, int] = {}
"""Word -> the vocabulary classes it belongs to, one bit each."""
_BIT_OF: dict[int, int] = {}
"""id of a vocabulary class -> its bit. The classes live as long as the program, so no id is used again."""


def _bit(words: frozenset[str]) -> int:
    """The bit of a vocabulary class; it is given one when first asked for."""
    bit = 1 << len(_BIT_OF)
    _BIT_OF[id(words)] = bit
    for word in words:
        _CLASS_OF[word] = _CLASS_OF.get(word, 0) | bit
    return bit


for _module in (vocabulary, issues, telling):
    for _name in sorted(vars(_module)):
        if _name.isupper():
            _bit(vars(_module)[_name])


class Sentence:
    """The words of one row in lower case, and what several features ask about them.

    `content` counts the words that are not mere grammar, `letters` the characters of all words,
    `names` the capitalised words inside the sentence, `matters` the different words of public affairs;
    `is_past` tells that some verb looks back, `is_plan` that it speaks of what is to come.
    """

    __slots__ = (
        "bag", "content", "has_digit", "has_past", "is_past", "is_plan", "kind",
        "letters", "lower", "mask", "matters", "names", "text", "words",
    )  # fmt: skip

    def __init__(self, text: str, kind: Kind = Kind.DIRECT) -> None:
        self.text = text
        self.kind = kind
        self.lower = text.lower()
        self.words: list[str] = _WORD.findall(self.lower)
        self.bag = frozenset(self.words)
        self.mask = 0
        for word in self.bag:
            self.mask |= _CLASS_OF.get(word, 0)
        self.has_digit = any(word[0] in "0123456789" for word in self.bag)
        self.content = len([word for word in self.words if word not in vocabulary.FUNCTION_WORDS])
        self.letters = sum(map(len, self.words))
        self.names = len(_NAME.findall(text))
        self.matters = self.count(vocabulary.MATTERS)
        self.has_past = "ed" in self.lower and any(
            word[-2:] == "ed" and word not in vocabulary.NOT_PAST for word in self.bag
        )
        self.is_past = self.has_past or self.has(vocabulary.PAST_BE) or self.has(vocabulary.PAST_IRREGULAR)
        self.is_plan = self._looks_ahead()

    def _looks_ahead(self) -> bool:
        if self.has(vocabulary.FUTURE):
            return _ORDINAL.search(self.lower) is None
        return self.has(vocabulary.PLANNING) and _PLAN.search(self.lower) is not None

    def has(self, words: frozenset[str]) -> bool:
        """Whether any of these words occurs; a class of the vocabulary is looked up at once."""
        try:
            return self.mask & _BIT_OF[id(words)] != 0
        except KeyError:
            return not self.bag.isdisjoint(words)

    def count(self, words: frozenset[str]) -> int:
        """How many different ones of these words occur."""
        return len(self.bag & words) if self.has(words) else 0

    def follows(self, first: frozenset[str], second: frozenset[str]) -> bool:
        """Whether one of `second` comes right after one of `first`, adverbs aside."""
        if not (self.has(first) and self.has(second)):
            return False
        before = ""
        for word in self.words:
            if word in second and before in first:
                return True
            if word not in issues.BETWEEN:
                before = word
        return False

    def begins(self, words: frozenset[str]) -> bool:
        """Whether one of these words comes first, after "and", "but" or "well"."""
        for word in self.words[:3]:
            if word not in vocabulary.LINKS:
                return word in words
        return False

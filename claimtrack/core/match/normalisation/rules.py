"""Rewrite rules: a wording, and the one in which texts that have it are read."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    Replacement = str | Callable[[re.Match[str]], str]


class Rule(NamedTuple):
    """A rewrite rule: words or signs of which one stands in every text that it rewrites, what it finds there, and what it puts."""

    telltales: tuple[str, ...]
    pattern: re.Pattern[str]
    replacement: Replacement


def rule(telltales: str, pattern: str, replacement: Replacement, flags: int = 0) -> Rule:
    """A rule by its telltales: words of small letters, or signs, which may be parts of words; "_" is a space in them.

    What has a capital stands so in the text, anything else in any case. A rule without telltales is tried on every text.
    """
    return Rule(
        tuple(one.replace("_", " ") for one in telltales.split()), expression(pattern, flags), replacement
    )


class Rules:
    """Rules that are tried in their order, each on what those before it have left.

    All telltales are looked for first, in the text as it was: most texts have none, and to search for each pattern would take ten times as long.
    """

    def __init__(self, *rules: Rule) -> None:
        self._rules = rules
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_sign: list[tuple[str, int]] = []
        self._by_capitals: list[tuple[str, int]] = []
        for at, one in enumerate(rules):
            for telltale in one.telltales or ("",):
                if telltale != telltale.lower():
                    self._by_capitals.append((telltale, at))
                elif telltale.isalpha() and len(telltale) > _PART:
                    self._by_word[telltale].append(at)
                else:
                    self._by_sign.append((telltale, at))

    def __call__(self, text: str) -> str:
        """A text rewritten by all rules that it has a telltale of."""
        small, words = _looked_at(text)
        found = {at for sign, at in self._by_sign if sign in small}
        found.update(at for sign, at in self._by_capitals if sign in text)
        for word in self._by_word.keys() & words:
            found.update(self._by_word[word])
        for at in sorted(found):
            _, pattern, replacement = self._rules[at]
            text = pattern.sub(replacement, text)
        return text


_PART = 2
_PARTED = {ord(sign): " " for sign in ".,;:!?()'\"-/"}


@lru_cache(maxsize=4)
def _looked_at(text: str) -> tuple[str, frozenset[str]]:
    """A text in small letters, and its words: most texts come to all rules, one set behind the other, as they were."""
    small = text.lower()
    return small, frozenset(small.translate(_PARTED).split())
